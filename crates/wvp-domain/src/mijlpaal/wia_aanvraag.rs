//! WIA-aanvraag by the employee (R-18).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::niet_in_toekomst;
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type WiaAanvraag = Secties<Aanvraag>;

/// Section A: when.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Aanvraag {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Day of the application.
    pub aangevraagd_op: Datum,
    /// Early application with a shortened wachttijd (R-37).
    pub verkorte_wachttijd: bool,
}

impl Sectie for Aanvraag {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Aanvraag {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.aangevraagd_op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.aangevraagd_op = datum;
    }
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: WiaAanvraag,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.wia_aanvraag.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("aangevraagd_op", a.aangevraagd_op, vandaag)?;
    dossier.eis_na_begin("aangevraagd_op", a.aangevraagd_op)?;
    let zelfde = |eerder: &&Aanvraag| eerder.verkorte_wachttijd == a.verkorte_wachttijd;
    if let Some(eerder) = dossier.wia_aanvraag.iter().find(zelfde) {
        return Err(Afwijzing::AlVastgelegd { wat: "deze aanvraag", op: eerder.aangevraagd_op });
    }
    Ok(vec![Event::WiaAangevraagd(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Aanvraag) {
    dossier.stukken.insert(a.stuk);
    dossier.wia_aanvraag.push(a.clone());
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use crate::Command;
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{self, dag, ziek};

    #[test]
    fn een_tweede_aanvraag_wordt_geweigerd() {
        let gegeven = na([
            ziek(),
            Command::LegWiaAanvraagVast(voorbeeld::wia_aanvraag(5, dag("2026-12-07"))),
        ]);
        let opdracht = Command::LegWiaAanvraagVast(voorbeeld::wia_aanvraag(6, dag("2026-12-08")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [INTERN]: deze aanvraag staat al in het dossier, per `2026-12-07`. Klopt het niet? Corrigeer wat er staat, of trek het in en leg het opnieuw vast.");
    }

    #[test]
    fn na_een_vervroegde_aanvraag_kan_de_gewone_nog() {
        let mut vervroegd = voorbeeld::wia_aanvraag(4, dag("2025-09-01"));
        vervroegd.a.verkorte_wachttijd = true;
        let gegeven = na([ziek(), Command::LegWiaAanvraagVast(vervroegd)]);
        let opdracht = Command::LegWiaAanvraagVast(voorbeeld::wia_aanvraag(5, dag("2026-12-07")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @r##"WiaAangevraagd {"stuk":"#05","aangevraagd_op":"2026-12-07","verkorte_wachttijd":false}"##);
    }
}
