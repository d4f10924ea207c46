//! What somebody else will read of a form that is not sent yet: its fields as words, without those left empty.

use super::bouw::{Bouwer, Veld, Wat};
use super::{Voorproef, Vorm};
use crate::kader::Kader;

/// The fields of these sections as they will be read, in the order of the form.
#[must_use]
pub fn voorproef(k: &Kader, vorm: &Vorm<'_>, delen: &[char]) -> Voorproef {
    let bouwer = Bouwer { k, vorm };
    let mut regels = vec![];
    for (letter, velden) in bouwer.delen() {
        if delen.contains(&letter) {
            for veld in &velden {
                lees(k, veld, &mut regels);
            }
        }
    }
    Voorproef { regels }
}

fn lees(k: &Kader, veld: &Veld, regels: &mut Vec<(String, String)>) {
    let waarde = match &veld.wat {
        Wat::Regel { waarde } | Wat::Tekst { waarde } | Wat::Geheel { waarde } => waarde.clone(),
        Wat::Dag { waarde } => {
            let dag = waarde.parse().map(|it: wvp_domain::Datum| k.dag(it).lang());
            dag.unwrap_or_else(|_| waarde.clone())
        }
        Wat::Keuze { keuzes } | Wat::Vinkjes { keuzes } => {
            let gekozen = keuzes.iter().filter(|(_, _, is)| *is);
            gekozen.map(|(_, woorden, _)| woorden.as_str()).collect::<Vec<_>>().join(", ")
        }
        Wat::Vormen { keuzes } => {
            let gekozen = keuzes.iter().find(|(_, _, is, _)| *is);
            gekozen.map_or_else(String::new, |(_, woorden, _, _)| woorden.clone())
        }
        Wat::Groep { .. } | Wat::Lijst { .. } => String::new(),
    };
    if !waarde.is_empty() {
        regels.push((veld.label.clone(), waarde));
    }
    let binnen: &[Veld] = match &veld.wat {
        Wat::Groep { velden } | Wat::Lijst { rijen: velden } => velden,
        Wat::Vormen { keuzes } => {
            keuzes.iter().find(|(_, _, is, _)| *is).map_or(&[], |(_, _, _, velden)| velden)
        }
        Wat::Regel { .. }
        | Wat::Tekst { .. }
        | Wat::Geheel { .. }
        | Wat::Dag { .. }
        | Wat::Keuze { .. }
        | Wat::Vinkjes { .. } => &[],
    };
    for veld in binnen {
        lees(k, veld, regels);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use wvp_domain::Datum;

    use super::super::{Verwijzingen, Vorm};
    use super::voorproef;
    use crate::{Kader, Taal};

    #[test]
    fn een_voorproef_toont_alleen_de_gevraagde_delen_en_niets_dat_leeg_is() {
        let tekst = |namen: &[&str]| {
            let velden = namen.iter().map(|it| ((*it).to_owned(), json!({ "type": "string" })));
            let velden: serde_json::Map<_, _> = velden.collect();
            json!({ "type": "object", "properties": velden })
        };
        let schema = json!({ "type": "object", "properties": {
            "a": { "type": "object", "properties": {
                "gehouden_op": { "type": "string", "format": "date" },
                "werkt_mee": { "type": "boolean" },
            } },
            "b": tekst(&["advies", "mogelijkheden"]),
            "c": tekst(&["aantekeningen"]),
        } });
        let waarden = json!({
            "a": { "gehouden_op": "2026-11-02", "werkt_mee": true },
            "b": { "advies": "rustig opbouwen", "mogelijkheden": "" },
            "c": { "aantekeningen": "alleen voor de arts" },
        });
        let vorm = Vorm {
            schema: &schema,
            waarden: &waarden,
            fouten: &[],
            verwijzingen: &Verwijzingen::new(),
            delen: &["a", "b", "c"],
            vast: &[],
        };
        let k = Kader {
            taal: Taal::default(),
            vandaag: Datum::EERSTE,
            hier: String::new(),
            wie: None,
            melding: None,
        };
        let waarden: Vec<String> =
            voorproef(&k, &vorm, &['a', 'b']).regels.into_iter().map(|(_, it)| it).collect();
        assert_eq!(waarden, ["2 november 2026", "Ja", "rustig opbouwen"]);
    }
}
