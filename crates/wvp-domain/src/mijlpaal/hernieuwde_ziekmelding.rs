//! Hernieuwde ziekmelding: ill again within four weeks, same chain (R-21, R-22).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::{niet_in_toekomst, niet_voor};
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type HernieuwdeZiekmelding = Secties<Terugval>;

/// Section A: since when.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Terugval {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// First day of the new spell.
    pub eerste_ziektedag: Datum,
    /// Day of the report.
    pub gemeld_op: Datum,
    /// Derived fact without its reason: this spell stays out of the opzegverbod clock (R-30).
    pub telt_niet_voor_opzegverbod: bool,
}

impl Sectie for Terugval {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Terugval {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.eerste_ziektedag
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.eerste_ziektedag = datum;
    }
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: HernieuwdeZiekmelding,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.hernieuwde_ziekmelding.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("gemeld_op", a.gemeld_op, vandaag)?;
    niet_in_toekomst("eerste_ziektedag", a.eerste_ziektedag, vandaag)?;
    niet_voor("gemeld_op", a.gemeld_op, "de eerste ziektedag", a.eerste_ziektedag)?;
    dossier.eis_in_dienst_op(a.eerste_ziektedag)?;
    dossier.eis_aansluitend(a)?;
    Ok(vec![Event::OpnieuwZiekGemeld(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Terugval) {
    dossier.stukken.insert(a.stuk);
    dossier.hernieuwde_ziekmelding.push(a.clone());
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use crate::Command;
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{self, dag, ziek};

    #[test]
    fn terugval_na_27_dagen_hoort_bij_dezelfde_keten() {
        let gegeven =
            na([ziek(), Command::MeldHersteld(voorbeeld::herstelmelding(2, dag("2025-04-14")))]);
        let opdracht = Command::MeldOpnieuwZiek(voorbeeld::terugval(3, dag("2025-05-11")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @r##"OpnieuwZiekGemeld {"stuk":"#03","eerste_ziektedag":"2025-05-11","gemeld_op":"2025-05-11","telt_niet_voor_opzegverbod":false}"##);
    }

    #[test]
    fn terugval_na_28_dagen_is_een_nieuw_geval() {
        let gegeven =
            na([ziek(), Command::MeldHersteld(voorbeeld::herstelmelding(2, dag("2025-04-14")))]);
        let opdracht = Command::MeldOpnieuwZiek(voorbeeld::terugval(3, dag("2025-05-12")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-21]: tussen herstel en nieuwe ziekte liggen `28` dagen: dit is een nieuw ziektegeval. Open een nieuw dossier voor deze ziekmelding.");
    }

    #[test]
    fn wie_nog_ziek_is_wordt_niet_opnieuw_ziek() {
        let gegeven = na([ziek()]);
        let opdracht = Command::MeldOpnieuwZiek(voorbeeld::terugval(2, dag("2025-05-11")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-25]: de werknemer is nog ziek gemeld sinds `2025-03-03`. Is de werknemer hersteld? Leg dat eerst vast. Kan de werknemer meer of minder werken? Leg dan een wijziging van de inzetbaarheid vast.");
    }

    #[test]
    fn verlof_in_twee_delen_dat_de_onderbreking_vult_houdt_de_keten_bijeen() {
        let gegeven = na([
            ziek(),
            Command::MeldHersteld(voorbeeld::herstelmelding(2, dag("2025-04-14"))),
            Command::LegVerlofVast(voorbeeld::verlof(3, dag("2025-04-14"), dag("2025-05-25"))),
            Command::LegVerlofVast(voorbeeld::verlof(4, dag("2025-05-26"), dag("2025-08-03"))),
        ]);
        let opdracht = Command::MeldOpnieuwZiek(voorbeeld::terugval(5, dag("2025-08-04")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @r##"OpnieuwZiekGemeld {"stuk":"#05","eerste_ziektedag":"2025-08-04","gemeld_op":"2025-08-04","telt_niet_voor_opzegverbod":false}"##);
    }

    #[test]
    fn verlof_dat_een_dag_te_vroeg_eindigt_verbreekt_de_keten() {
        let gegeven = na([
            ziek(),
            Command::MeldHersteld(voorbeeld::herstelmelding(2, dag("2025-04-14"))),
            Command::LegVerlofVast(voorbeeld::verlof(3, dag("2025-04-14"), dag("2025-08-02"))),
        ]);
        let opdracht = Command::MeldOpnieuwZiek(voorbeeld::terugval(5, dag("2025-08-04")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-21]: tussen herstel en nieuwe ziekte liggen `112` dagen: dit is een nieuw ziektegeval. Open een nieuw dossier voor deze ziekmelding.");
    }

    #[test]
    fn na_het_dienstverband_hoort_een_terugval_niet_in_dit_dossier() {
        let gegeven = na([
            ziek(),
            Command::MeldHersteld(voorbeeld::herstelmelding(2, dag("2025-04-14"))),
            Command::BeeindigDienstverband(voorbeeld::einde_dienstverband(3, dag("2025-04-30"))),
        ]);
        let opdracht = Command::MeldOpnieuwZiek(voorbeeld::terugval(4, dag("2025-05-01")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-66]: het dienstverband is al geëindigd op `2025-04-30`. Klopt die datum niet? Leg dan een correctie vast. Wie later ziek wordt, meldt zich zelf bij UWV.");
    }

    /// Leave with another cause, from one day up to and including another (R-29).
    fn ander_verlof(nummer: u128, van: &str, tot_en_met: &str) -> Command {
        let mut verlof = voorbeeld::verlof(nummer, dag(van), dag(tot_en_met));
        verlof.a.telt_door = false;
        Command::LegVerlofVast(verlof)
    }

    #[test]
    fn r29_verlof_met_een_andere_oorzaak_telt_mee_in_de_onderbreking() {
        let gegeven = na([
            ziek(),
            ander_verlof(2, "2025-04-01", "2025-04-20"),
            Command::MeldHersteld(voorbeeld::herstelmelding(3, dag("2025-04-14"))),
        ]);
        let opdracht = Command::MeldOpnieuwZiek(voorbeeld::terugval(4, dag("2025-05-01")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-21]: tussen herstel en nieuwe ziekte liggen `30` dagen: dit is een nieuw ziektegeval. Open een nieuw dossier voor deze ziekmelding.");
    }

    #[test]
    fn r29_ziek_tijdens_verlof_met_een_andere_oorzaak_is_een_nieuw_geval_na_het_verlof() {
        let gegeven = na([
            ziek(),
            Command::MeldHersteld(voorbeeld::herstelmelding(2, dag("2025-04-14"))),
            ander_verlof(3, "2025-04-14", "2025-08-03"),
        ]);
        let opdracht = Command::MeldOpnieuwZiek(voorbeeld::terugval(4, dag("2025-04-21")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-21]: tussen herstel en nieuwe ziekte liggen `112` dagen: dit is een nieuw ziektegeval. Open een nieuw dossier voor deze ziekmelding.");
    }

    #[test]
    fn r29_verlof_dat_pas_na_de_terugval_begint_houdt_de_terugval_niet_tegen() {
        let gegeven = na([
            ziek(),
            Command::MeldHersteld(voorbeeld::herstelmelding(2, dag("2025-04-14"))),
            ander_verlof(3, "2025-06-02", "2025-09-21"),
        ]);
        let opdracht = Command::MeldOpnieuwZiek(voorbeeld::terugval(4, dag("2025-04-21")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @r##"OpnieuwZiekGemeld {"stuk":"#04","eerste_ziektedag":"2025-04-21","gemeld_op":"2025-04-21","telt_niet_voor_opzegverbod":false}"##);
    }

    #[test]
    fn r29_een_terugval_in_het_geval_na_het_verlof_hoort_bij_dat_geval() {
        let gegeven = na([
            ziek(),
            ander_verlof(2, "2025-04-01", "2025-07-20"),
            Command::MeldHersteld(voorbeeld::herstelmelding(3, dag("2025-09-01"))),
        ]);
        let opdracht = Command::MeldOpnieuwZiek(voorbeeld::terugval(4, dag("2025-09-08")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @r##"OpnieuwZiekGemeld {"stuk":"#04","eerste_ziektedag":"2025-09-08","gemeld_op":"2025-09-08","telt_niet_voor_opzegverbod":false}"##);
    }
}
