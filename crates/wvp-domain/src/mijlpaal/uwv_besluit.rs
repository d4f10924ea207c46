//! Besluit van UWV: WIA, loonsanctie, bekorting, IVA (R-19, R-34, R-35, R-37). Only the operative part.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::{niet_in_toekomst, niet_omgekeerd, niet_voor};
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type UwvBesluit = Secties<Besluit>;

/// Section A: what was decided, from when until when.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Besluit {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// What was decided.
    pub soort: Soort,
    /// Day of the decision.
    pub besloten_op: Datum,
    /// Day of the request it answers (bekorting, IVA).
    pub gevraagd_op: Option<Datum>,
    /// First day it holds.
    pub van: Option<Datum>,
    /// Last day it holds.
    pub tot_en_met: Option<Datum>,
}

impl Sectie for Besluit {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Besluit {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.besloten_op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.besloten_op = datum;
    }
}

/// What UWV decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Soort {
    /// WIA granted.
    WiaToegekend,
    /// WIA refused.
    WiaAfgewezen,
    /// Loonsanctie imposed (R-34).
    LoonsanctieOpgelegd,
    /// Loonsanctie shortened (R-35).
    BekortingToegekend,
    /// Request to shorten refused (R-35).
    BekortingAfgewezen,
    /// Early IVA granted (R-37).
    IvaToegekend,
    /// Early IVA refused (R-37).
    IvaAfgewezen,
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: UwvBesluit,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.uwv_besluit.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("besloten_op", a.besloten_op, vandaag)?;
    dossier.eis_na_begin("besloten_op", a.besloten_op)?;
    if let Some(gevraagd_op) = a.gevraagd_op {
        niet_voor("besloten_op", a.besloten_op, "de aanvraag", gevraagd_op)?;
    }
    if let Some(van) = a.van {
        niet_omgekeerd("tot_en_met", van, a.tot_en_met)?;
    }
    eis_toegestaan(dossier, a)?;
    Ok(vec![Event::UwvBesluitOntvangen(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Besluit) {
    dossier.stukken.insert(a.stuk);
    dossier.uwv_besluit.push(a.clone());
}

/// UWV imposes one loonsanctie, in time (R-19), and shortens only one that is there (R-35).
fn eis_toegestaan(dossier: &Dossier, besluit: &Besluit) -> Result<(), Afwijzing> {
    let opgelegd = dossier.uwv_besluit.iter().find(|b| b.soort == Soort::LoonsanctieOpgelegd);
    match (besluit.soort, opgelegd) {
        (Soort::LoonsanctieOpgelegd, Some(eerder)) => {
            Err(Afwijzing::AlVastgelegd { wat: "een loonsanctie", op: eerder.besloten_op })
        }
        (Soort::LoonsanctieOpgelegd, None) => eis_op_tijd(dossier, besluit.besloten_op),
        (Soort::BekortingToegekend | Soort::BekortingAfgewezen, Some(eerder)) => {
            niet_voor("besloten_op", besluit.besloten_op, "de loonsanctie", eerder.besloten_op)
        }
        (Soort::BekortingToegekend | Soort::BekortingAfgewezen, None) => {
            Err(Afwijzing::GeenLoonsanctie)
        }
        (
            Soort::WiaToegekend | Soort::WiaAfgewezen | Soort::IvaToegekend | Soort::IvaAfgewezen,
            _,
        ) => Ok(()),
    }
}

/// Asks for a day up to and including the end of the wachttijd, which a late WIA application moves
/// (R-19, R-32), of the case that holds the day.
fn eis_op_tijd(dossier: &Dossier, besloten_op: Datum) -> Result<(), Afwijzing> {
    let eindes = dossier.gevallen(besloten_op, |geval| {
        geval.keten.bevat(besloten_op).then(|| geval.einde_loon_zonder_sanctie())
    });
    match eindes.into_iter().flatten().next() {
        Some(laatste_dag) if besloten_op <= laatste_dag => Ok(()),
        Some(laatste_dag) => Err(Afwijzing::LoonsanctieTeLaat { laatste_dag }),
        None => Err(Afwijzing::NietZiek { veld: "besloten_op", datum: besloten_op }),
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::Soort;
    use crate::Command;
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{self, dag, ziek};

    #[test]
    fn een_loonsanctie_na_het_einde_van_de_wachttijd_kan_niet() {
        let gegeven = na([ziek()]);
        let opdracht = Command::LegUwvBesluitVast(voorbeeld::uwv_besluit(
            5,
            dag("2027-03-01"),
            Soort::LoonsanctieOpgelegd,
        ));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-19]: een loonsanctie na de laatste dag van de loondoorbetaling (`2027-02-28`) kan niet. Was de WIA-aanvraag te laat? Leg die dan eerst vast. Ga anders bij UWV na of de datum van het besluit klopt.");
    }

    #[test]
    fn een_tweede_loonsanctie_kan_niet() {
        let gegeven = na([
            ziek(),
            Command::LegUwvBesluitVast(voorbeeld::uwv_besluit(
                5,
                dag("2027-01-11"),
                Soort::LoonsanctieOpgelegd,
            )),
        ]);
        let opdracht = Command::LegUwvBesluitVast(voorbeeld::uwv_besluit(
            6,
            dag("2027-01-12"),
            Soort::LoonsanctieOpgelegd,
        ));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [INTERN]: een loonsanctie staat al in het dossier, per `2027-01-11`. Klopt het niet? Corrigeer wat er staat, of trek het in en leg het opnieuw vast.");
    }

    #[test]
    fn bekorten_kan_alleen_een_loonsanctie_die_er_is() {
        let gegeven = na([ziek()]);
        let opdracht = Command::LegUwvBesluitVast(voorbeeld::uwv_besluit(
            5,
            dag("2027-05-01"),
            Soort::BekortingToegekend,
        ));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-34]: er is geen loonsanctie opgelegd. Leg eerst het besluit over de loonsanctie vast.");
    }

    #[test]
    fn een_bekorting_ligt_niet_voor_de_loonsanctie() {
        let gegeven = na([
            ziek(),
            Command::LegUwvBesluitVast(voorbeeld::uwv_besluit(
                5,
                dag("2027-01-11"),
                Soort::LoonsanctieOpgelegd,
            )),
        ]);
        let opdracht = Command::LegUwvBesluitVast(voorbeeld::uwv_besluit(
            6,
            dag("2027-01-10"),
            Soort::BekortingAfgewezen,
        ));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-85]: `besloten_op` (`2027-01-10`) ligt voor de loonsanctie van `2027-01-11`. Controleer beide datums. Klopt de eerdere datum niet? Leg dan een correctie vast.");
    }

    /// The application is 22 days late, so the wages run on to 22 March 2027 (R-32).
    fn na_een_late_aanvraag(op: &str) -> String {
        let gegeven = na([
            ziek(),
            Command::LegWiaAanvraagVast(voorbeeld::wia_aanvraag(4, dag("2027-01-04"))),
        ]);
        let besluit = voorbeeld::uwv_besluit(5, dag(op), Soort::LoonsanctieOpgelegd);
        uitkomst(&gegeven, "2027-06-01", Command::LegUwvBesluitVast(besluit))
    }

    #[test]
    fn r32_na_een_late_wia_aanvraag_kan_een_loonsanctie_tot_het_nieuwe_einde() {
        assert_snapshot!(na_een_late_aanvraag("2027-03-22"), @r##"UwvBesluitOntvangen {"stuk":"#05","soort":"loonsanctie_opgelegd","besloten_op":"2027-03-22","gevraagd_op":null,"van":null,"tot_en_met":null}"##);
    }

    #[test]
    fn r32_na_het_nieuwe_einde_kan_een_loonsanctie_niet_meer() {
        assert_snapshot!(na_een_late_aanvraag("2027-03-23"), @"afgewezen [R-19]: een loonsanctie na de laatste dag van de loondoorbetaling (`2027-03-22`) kan niet. Was de WIA-aanvraag te laat? Leg die dan eerst vast. Ga anders bij UWV na of de datum van het besluit klopt.");
    }

    #[test]
    fn r22_na_een_onderbreking_van_zeven_dagen_kan_een_loonsanctie_zeven_dagen_langer() {
        let gegeven = na([
            ziek(),
            Command::MeldHersteld(voorbeeld::herstelmelding(2, dag("2025-04-14"))),
            Command::MeldOpnieuwZiek(voorbeeld::terugval(3, dag("2025-04-21"))),
        ]);
        let op = |datum| {
            let besluit = voorbeeld::uwv_besluit(5, dag(datum), Soort::LoonsanctieOpgelegd);
            uitkomst(&gegeven, "2027-06-01", Command::LegUwvBesluitVast(besluit))
        };
        assert_snapshot!(op("2027-03-07"), @r##"UwvBesluitOntvangen {"stuk":"#05","soort":"loonsanctie_opgelegd","besloten_op":"2027-03-07","gevraagd_op":null,"van":null,"tot_en_met":null}"##);
        assert_snapshot!(op("2027-03-08"), @"afgewezen [R-19]: een loonsanctie na de laatste dag van de loondoorbetaling (`2027-03-07`) kan niet. Was de WIA-aanvraag te laat? Leg die dan eerst vast. Ga anders bij UWV na of de datum van het besluit klopt.");
    }
}
