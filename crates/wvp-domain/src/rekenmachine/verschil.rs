//! What differs between two answers about the same facts, and why.

use schemars::JsonSchema;
use serde::Serialize;

use crate::Datum;
use crate::termijn::herleiding::Herleiding;
use crate::termijn::{
    Basis, Status, Tabelstand, TermijnFout, TermijnId, Termijnstand, Verloop, Zaak, uitleg,
    zaken_bij_tabel,
};

/// A term that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Verschil {
    /// Which case, from 0, oldest first.
    pub zaak: usize,
    /// Which term.
    pub id: TermijnId,
    /// What the date rests on.
    pub basis: Basis,
    /// Before; absent when the term was not there.
    pub voor: Option<Kort>,
    /// After; absent when the term is no longer there.
    pub na: Option<Kort>,
    /// Days by which the last day moves (later is positive); absent when the term comes or goes.
    pub dagen: Option<i32>,
    /// Why, in Dutch.
    pub redenen: Vec<String>,
}

/// A term in short.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Kort {
    /// First day of the window.
    pub vroegst: Option<Datum>,
    /// Last day, inclusive.
    pub uiterlijk: Datum,
    /// What it is on the day.
    pub status: Status,
}

impl From<&Termijnstand> for Kort {
    fn from(stand: &Termijnstand) -> Self {
        Self { vroegst: stand.vroegst, uiterlijk: stand.uiterlijk, status: stand.status }
    }
}

/// Every term whose days or state differ, case by case, in the order of the table.
#[must_use]
pub fn verschillen(voor: &[Zaak], na: &[Zaak]) -> Vec<Verschil> {
    (0..voor.len().max(na.len()))
        .flat_map(|zaak| in_zaak(zaak, voor.get(zaak), na.get(zaak)))
        .collect()
}

/// What differs for the same facts between the table as it stood on two days.
///
/// # Errors
///
/// [`TermijnFout`] when a case is older than the rules of one of the two.
pub fn bij_regels(
    verloop: &Verloop,
    peildatum: Datum,
    van: Datum,
    naar: Datum,
) -> Result<Vec<Verschil>, TermijnFout> {
    let voor = zaken_bij_tabel(verloop, peildatum, Tabelstand::op(van))?;
    let na = zaken_bij_tabel(verloop, peildatum, Tabelstand::op(naar))?;
    Ok(verschillen(&voor, &na))
}

fn in_zaak(zaak: usize, voor: Option<&Zaak>, na: Option<&Zaak>) -> Vec<Verschil> {
    let rijen = |zaak: Option<&Zaak>| zaak.map(|zaak| zaak.termijnen.clone()).unwrap_or_default();
    let (rijen_voor, rijen_na) = (rijen(voor), rijen(na));
    let vervallen = rijen_voor.iter().filter(|rij| zelfde(&rijen_na, rij).is_none());
    let gebleven_of_nieuw = rijen_na.iter().filter_map(|rij| {
        let eerder = zelfde(&rijen_voor, rij);
        let verschilt = eerder.is_none_or(|eerder| Kort::from(eerder) != Kort::from(rij));
        verschilt.then(|| verschil(zaak, eerder, Some(rij), voor.is_none().then_some(na).flatten()))
    });
    let weg = vervallen.map(|rij| verschil(zaak, Some(rij), None, None));
    let mut alle: Vec<Verschil> = gebleven_of_nieuw.flatten().chain(weg.flatten()).collect();
    alle.sort_by_key(|verschil| (verschil.id, verschil.basis));
    alle
}

fn zelfde<'a>(rijen: &'a [Termijnstand], rij: &Termijnstand) -> Option<&'a Termijnstand> {
    rijen.iter().find(|ander| ander.id == rij.id && ander.basis == rij.basis)
}

fn verschil(
    zaak: usize,
    voor: Option<&Termijnstand>,
    na: Option<&Termijnstand>,
    nieuwe_zaak: Option<&Zaak>,
) -> Option<Verschil> {
    let rij = na.or(voor)?;
    let redenen = match (nieuwe_zaak, voor, na) {
        (Some(nieuw), _, _) => {
            let begin =
                format!("Er begint een nieuwe zaak op {}.", nieuw.eerste_ziektedag.voluit());
            let verval = na.and_then(|na| na.herleiding.vervallen.as_ref()).map(uitleg::verval);
            std::iter::once(begin).chain(verval).collect()
        }
        (None, Some(voor), Some(na)) => redenen(voor, na),
        (None, None, Some(na)) => {
            vec![format!("Deze termijn komt erbij: {}.", na.herleiding.regel.geldt)]
        }
        (None, Some(voor), None) => {
            let geldt = voor.herleiding.regel.geldt;
            vec![format!("Deze termijn is er niet meer; zij gold onder de voorwaarde: {geldt}.")]
        }
        (None, None, None) => vec![],
    };
    Some(Verschil {
        zaak,
        id: rij.id,
        basis: rij.basis,
        voor: voor.map(Kort::from),
        na: na.map(Kort::from),
        dagen: voor.zip(na).map(|(voor, na)| voor.uiterlijk.dagen_tot(na.uiterlijk)),
        redenen,
    })
}

/// Why a term that was there and still is differs: the first step that went another way, and every
/// step after it that did so too.
fn redenen(voor: &Termijnstand, na: &Termijnstand) -> Vec<String> {
    let (eerst, nu) = (&voor.herleiding, &na.herleiding);
    let zinnen = [
        andere_regel(na, eerst, nu),
        ander_begin(eerst, nu),
        andere_grens(eerst, nu),
        (eerst.extra != nu.extra).then(|| uitleg::toevoeging(nu)).flatten(),
        andere_rol(eerst, nu),
        ander_verval(eerst, nu),
    ];
    let zinnen: Vec<String> = zinnen.into_iter().flatten().collect();
    if zinnen.is_empty() {
        return vec![format!("De stand wordt: {}.", na.status.naam())];
    }
    zinnen
}

fn andere_regel(na: &Termijnstand, eerst: &Herleiding, nu: &Herleiding) -> Option<String> {
    let [regel, bron] = na.grondslag;
    if eerst.regel.geldt != nu.regel.geldt {
        return Some(format!("Nu geldt: {} ({regel}: {bron}).", nu.regel.geldt));
    }
    (eerst.regel.in_kracht_van != nu.regel.in_kracht_van).then(|| {
        let sinds = &nu.regel.in_kracht_van;
        format!("Nu geldt de regel die in kracht is vanaf {sinds} ({regel}: {bron}).")
    })
}

fn ander_begin(eerst: &Herleiding, nu: &Herleiding) -> Option<String> {
    if eerst.anker == nu.anker && eerst.verschuiving == nu.verschuiving {
        return None;
    }
    match (&eerst.verschuiving, &nu.verschuiving) {
        (eerder, Some(verschoven)) if eerder.as_ref() != Some(verschoven) => {
            Some(uitleg::verschuiving(verschoven))
        }
        (Some(_), None) if eerst.anker.naam == nu.anker.naam => {
            Some(format!("Er schuift niets meer: de telling begint op {}.", nu.anker.dag.voluit()))
        }
        _ if eerst.anker.naam == nu.anker.naam => {
            Some(format!("{} wordt {}.", met_hoofdletter(nu.anker.naam), nu.anker.dag.voluit()))
        }
        _ => Some(format!("{}: {}.", met_hoofdletter(nu.anker.naam), nu.anker.dag.voluit())),
    }
}

fn andere_grens(eerst: &Herleiding, nu: &Herleiding) -> Option<String> {
    if eerst.grens == nu.grens {
        return None;
    }
    uitleg::begrenzing(nu).or_else(|| Some("De grens werkt niet meer.".to_owned()))
}

fn andere_rol(eerst: &Herleiding, nu: &Herleiding) -> Option<String> {
    match (&eerst.rol, &nu.rol) {
        (None, None) => None,
        (Some(_), None) => Some("De dag is nu een werkdag en schuift niet meer.".to_owned()),
        (None | Some(_), Some(_)) => uitleg::rol(nu),
    }
}

fn ander_verval(eerst: &Herleiding, nu: &Herleiding) -> Option<String> {
    if eerst.vervallen == nu.vervallen {
        return None;
    }
    match &nu.vervallen {
        Some(verval) => Some(uitleg::verval(verval)),
        None => Some("De termijn vervalt niet meer.".to_owned()),
    }
}

fn met_hoofdletter(tekst: &str) -> String {
    let mut letters = tekst.chars();
    let eerste = letters.next().map(|letter| letter.to_uppercase().collect::<String>());
    format!("{}{}", eerste.unwrap_or_default(), letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::bij_regels;
    use crate::rekenmachine::lees;
    use crate::rekenmachine::proef::{datum, ruw};
    use crate::termijn::Verloop;
    use serde_json::json;

    fn verloop(invoer: serde_json::Value) -> Verloop {
        lees(ruw(invoer)).invoer.verloop()
    }

    #[test]
    fn de_wijziging_van_juli_2013_schuift_het_verslag_en_de_aanvraag_twee_weken() {
        let verloop = verloop(json!({ "perioden": [{ "eerste_ziektedag": "2012-03-05" }] }));
        let verschillen =
            bij_regels(&verloop, datum("2013-06-01"), datum("2013-06-30"), datum("2013-07-01"));
        let regels: Vec<String> = verschillen
            .unwrap()
            .iter()
            .map(|it| format!("{} {:?} {:?}", it.id.sleutel(), it.basis, it.dagen))
            .collect();
        assert_eq!(
            regels,
            [
                "grens_81_weken Wet Some(14)",
                "uwv_kennisgeving_wia Wet Some(14)",
                "uwv_kennisgeving_wia PraktijkUwv None",
                "actueel_oordeel PraktijkUwv Some(14)",
                "eindevaluatie PraktijkUwv Some(14)",
                "riv_aan_werknemer Wet Some(14)",
                "wia_aanvraag Wet Some(14)",
            ]
        );
    }

    #[test]
    fn de_zes_weken_bij_aow_raken_alleen_wie_na_juli_2023_ziek_werd() {
        for (eerste_ziektedag, geraakt) in [("2023-06-30", 0), ("2023-07-03", 2)] {
            let verloop = verloop(json!({
                "perioden": [{ "eerste_ziektedag": eerste_ziektedag }], "aow_datum": "2023-09-01",
            }));
            let (van, naar) = (datum("2023-06-30"), datum("2023-07-01"));
            let verschillen = bij_regels(&verloop, datum("2023-08-01"), van, naar).unwrap();
            assert_eq!(verschillen.len(), geraakt, "{eerste_ziektedag}");
            assert!(verschillen.iter().all(|it| it.dagen == Some(-49)));
        }
    }

    #[test]
    fn dezelfde_versie_geeft_geen_verschil() {
        let verloop = verloop(json!({ "perioden": [{ "eerste_ziektedag": "2024-01-01" }] }));
        let dag = datum("2024-06-01");
        assert_eq!(bij_regels(&verloop, dag, dag, datum("2025-06-01")), Ok(vec![]));
    }

    #[test]
    fn een_versie_van_voor_de_wet_is_een_fout() {
        let verloop = verloop(json!({ "perioden": [{ "eerste_ziektedag": "2024-01-01" }] }));
        let dag = datum("2024-06-01");
        assert!(bij_regels(&verloop, dag, datum("2004-01-01"), dag).is_err());
    }
}
