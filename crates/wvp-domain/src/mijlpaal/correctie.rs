//! Correctie: moves or withdraws a fact, with the reason. History stays; the state follows (R-85).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::{niet_in_toekomst, niet_omgekeerd};
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type Correctie = Secties<Gecorrigeerd, Toelichting>;

/// Section A: which fact, what it becomes, why.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Gecorrigeerd {
    /// The document or report this correction came with.
    pub stuk: StukId,
    /// The fact that is corrected.
    pub van: StukId,
    /// What becomes of it.
    pub wordt: Wordt,
    /// Day of the correction.
    pub op: Datum,
    /// Why.
    pub reden: Reden,
}

impl Sectie for Gecorrigeerd {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Gecorrigeerd {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.op = datum;
    }
}

/// Section B: the reason in words.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Toelichting {
    /// The reason in words.
    pub toelichting: String,
}

impl Sectie for Toelichting {
    const COMPARTIMENT: Compartiment = Compartiment::BPoortwachter;
}

/// What becomes of the fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Wordt {
    /// The fact is about another day.
    Datum(Datum),
    /// The fact never was; it may be recorded anew, under a new document number.
    Ingetrokken,
}

/// Why a fact is corrected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reden {
    /// A slip of the pen.
    Verschrijving,
    /// Known only later.
    LaterGebleken,
    /// Recorded in the wrong dossier.
    VerkeerdDossier,
    /// UWV or a judge established otherwise.
    AndersVastgesteld,
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: Correctie,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.correctie.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("op", a.op, vandaag)?;
    dossier.eis_na_begin("op", a.op)?;
    eis_te_corrigeren(dossier, a)?;
    let mut erna = dossier.clone();
    evolve(&mut erna, a);
    erna.eis_samenhang(dossier)?;
    eis_periode_klopt(&erna, a.van)?;
    Ok(vec![Event::FeitGecorrigeerd(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Gecorrigeerd) {
    dossier.stukken.insert(a.stuk);
    dossier.per_soort(&mut |feiten| match a.wordt {
        Wordt::Datum(datum) => {
            if let Some(feit) = feiten.met_stuk(a.van) {
                feit.zet_datum(datum);
            }
        }
        Wordt::Ingetrokken => feiten.trek_in(a.van),
    });
    dossier.correctie.push(a.clone());
}

/// A fact that still stands, that is not itself history, and that nothing leans on when it is
/// withdrawn.
fn eis_te_corrigeren(dossier: &Dossier, a: &Gecorrigeerd) -> Result<(), Afwijzing> {
    if let Some(wat) = geschiedenis(dossier, a.van) {
        return Err(Afwijzing::NietTeCorrigeren { wat });
    }
    let mut feit_bestaat = false;
    dossier.clone().per_soort(&mut |feiten| feit_bestaat |= feiten.met_stuk(a.van).is_some());
    if !feit_bestaat {
        return Err(dossier.verkeerde_verwijzing("van", a.van, "feit dat te corrigeren is"));
    }
    match a.wordt {
        Wordt::Datum(_) if mag_vooruit_liggen(dossier, a.van) => Ok(()),
        Wordt::Datum(nieuw) => niet_in_toekomst("wordt", nieuw, a.op),
        Wordt::Ingetrokken if bevat(&dossier.ziekmelding, a.van) => {
            Err(Afwijzing::EersteZiekmeldingBlijft)
        }
        Wordt::Ingetrokken => dossier.eis_geen_verwijzing_naar(a.van),
    }
}

/// What tells how the dossier itself came about is not changed afterwards.
fn geschiedenis(dossier: &Dossier, stuk: StukId) -> Option<&'static str> {
    if bevat(&dossier.correctie, stuk) {
        Some("correctie")
    } else if bevat(&dossier.sluiten, stuk) {
        Some("sluiting")
    } else if bevat(&dossier.heropenen, stuk) {
        Some("heropening")
    } else if bevat(&dossier.doorsturen, stuk) {
        Some("doorzending")
    } else if bevat(&dossier.riv_pakket, stuk) {
        Some("samengesteld re-integratieverslag")
    } else if bevat(&dossier.uitstel, stuk) {
        Some("uitstel")
    } else if bevat(&dossier.ondertekening, stuk) {
        Some("ondertekening")
    } else {
        None
    }
}

/// Facts that may be agreed or known ahead of their day.
fn mag_vooruit_liggen(dossier: &Dossier, stuk: StukId) -> bool {
    bevat(&dossier.inzetbaarheid, stuk)
        || bevat(&dossier.arbeidstherapie, stuk)
        || bevat(&dossier.verlof, stuk)
        || bevat(&dossier.aow, stuk)
        || bevat(&dossier.einde_dienstverband, stuk)
        || bevat(&dossier.loonmaatregel, stuk)
        || bevat(&dossier.loonmaatregel_einde, stuk)
}

/// A correction moves the first day of leave or arbeidstherapie; the last day stays where it was.
fn eis_periode_klopt(erna: &Dossier, stuk: StukId) -> Result<(), Afwijzing> {
    if let Some(therapie) = erna.arbeidstherapie.iter().find(|b| b.stuk == stuk) {
        niet_omgekeerd("wordt", therapie.van, therapie.tot_en_met)?;
    }
    if let Some(verlof) = erna.verlof.iter().find(|b| b.stuk == stuk) {
        niet_omgekeerd("wordt", verlof.van, Some(verlof.tot_en_met))?;
        erna.eis_geen_ander_verlof(stuk, verlof.van, verlof.tot_en_met)?;
    }
    Ok(())
}

fn bevat<F: Feit>(feiten: &[F], stuk: StukId) -> bool {
    feiten.iter().any(|feit| feit.stuk() == stuk)
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use crate::mijlpaal::sluiten::RedenSluiten;
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{self, dag, documenten, ziek};
    use crate::{Command, Event, replay};

    #[test]
    fn een_verkeerde_eerste_ziektedag_is_te_corrigeren_ook_als_andere_feiten_dan_eerder_liggen() {
        let gegeven = na([
            ziek(),
            Command::StelProbleemanalyseVast(documenten::probleemanalyse(2, dag("2025-04-07"))),
        ]);
        let opdracht = Command::CorrigeerFeit(voorbeeld::verplaatsing(9, 1, dag("2025-05-01")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @r##"FeitGecorrigeerd {"stuk":"#09","van":"#01","wordt":{"datum":"2025-05-01"},"op":"2026-03-02","reden":"verschrijving"}"##);
    }

    #[test]
    fn een_correctie_die_de_keten_verbreekt_wordt_geweigerd() {
        let gegeven = na([
            ziek(),
            Command::MeldHersteld(voorbeeld::herstelmelding(2, dag("2025-04-14"))),
            Command::MeldOpnieuwZiek(voorbeeld::terugval(3, dag("2025-05-11"))),
        ]);
        let opdracht = Command::CorrigeerFeit(voorbeeld::verplaatsing(9, 3, dag("2025-05-12")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-21]: tussen herstel en nieuwe ziekte liggen `28` dagen: dit is een nieuw ziektegeval. Open een nieuw dossier voor deze ziekmelding.");
    }

    #[test]
    fn een_correctie_van_een_correctie_wordt_geweigerd() {
        let gegeven = na([
            ziek(),
            Command::MeldHersteld(voorbeeld::herstelmelding(2, dag("2025-04-14"))),
            Command::CorrigeerFeit(voorbeeld::verplaatsing(9, 2, dag("2025-04-15"))),
        ]);
        let opdracht = Command::CorrigeerFeit(voorbeeld::intrekking(10, 9));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [INTERN]: een correctie kan zelf niet worden gecorrigeerd. Corrigeer het feit zelf opnieuw, of heropen of sluit het dossier.");
    }

    #[test]
    fn de_eerste_ziekmelding_is_niet_in_te_trekken() {
        let gegeven = na([ziek()]);
        let opdracht = Command::CorrigeerFeit(voorbeeld::intrekking(9, 1));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [INTERN]: de ziekmelding waarmee het dossier begint kan niet worden ingetrokken. Corrigeer de eerste ziektedag, of sluit het dossier als ten onrechte geopend.");
    }

    #[test]
    fn wat_is_ingetrokken_is_niet_nog_eens_te_corrigeren() {
        let gegeven = na([
            ziek(),
            Command::StelProbleemanalyseVast(documenten::probleemanalyse(2, dag("2025-04-07"))),
            Command::CorrigeerFeit(voorbeeld::intrekking(9, 2)),
        ]);
        let opdracht = Command::CorrigeerFeit(voorbeeld::verplaatsing(10, 2, dag("2025-04-08")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [INTERN]: `van` verwijst naar stuk `00000000-0000-0000-0000-000000000002`, dat is ingetrokken. Verwijs naar het stuk dat ervoor in de plaats kwam.");
    }

    #[test]
    fn een_stuk_waarnaar_een_ander_verwijst_blijft_staan() {
        let gegeven = na([
            ziek(),
            Command::StelProbleemanalyseVast(documenten::probleemanalyse(2, dag("2025-04-07"))),
            Command::StelProbleemanalyseBij(documenten::bijstelling_probleemanalyse(
                3,
                dag("2025-06-02"),
                2,
            )),
        ]);
        let opdracht = Command::CorrigeerFeit(voorbeeld::intrekking(9, 2));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [INTERN]: stuk `00000000-0000-0000-0000-000000000003` verwijst nog naar dit stuk. Trek eerst het stuk in dat ernaar verwijst.");
    }

    #[test]
    fn na_een_correctie_is_het_oude_stuk_al_bekend() {
        let gegeven = na([
            ziek(),
            Command::StelProbleemanalyseVast(documenten::probleemanalyse(2, dag("2025-04-07"))),
            Command::CorrigeerFeit(voorbeeld::verplaatsing(9, 2, dag("2025-04-08"))),
        ]);
        let opdracht =
            Command::StelProbleemanalyseVast(documenten::probleemanalyse(2, dag("2025-04-07")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [INTERN]: stuk `00000000-0000-0000-0000-000000000002` is al eerder vastgelegd. Geef een nieuw stuk een nieuw nummer; wilt u iets veranderen, leg dan een correctie vast.");
    }

    #[test]
    fn een_probleemanalyse_schuift_niet_naar_de_toekomst() {
        let gegeven = na([
            ziek(),
            Command::StelProbleemanalyseVast(documenten::probleemanalyse(2, dag("2025-04-07"))),
        ]);
        let opdracht = Command::CorrigeerFeit(voorbeeld::verplaatsing(9, 2, dag("2026-03-03")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-85]: `wordt` ligt in de toekomst: `2026-03-03`. Leg dit vast op of na de dag zelf.");
    }

    #[test]
    fn in_een_gesloten_dossier_wordt_niets_gecorrigeerd() {
        let gegeven = na([
            ziek(),
            Command::StelProbleemanalyseVast(documenten::probleemanalyse(2, dag("2025-04-07"))),
            Command::SluitDossier(voorbeeld::sluiting(
                3,
                dag("2025-06-01"),
                RedenSluiten::TenOnrechte,
            )),
        ]);
        let opdracht = Command::CorrigeerFeit(voorbeeld::verplaatsing(9, 2, dag("2025-04-08")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [INTERN]: het dossier is gesloten. Heropen het dossier als dit feit er nog bij hoort.");
    }

    #[test]
    fn een_verkeerd_stuknummer_is_onbekend() {
        let gegeven = na([ziek()]);
        let opdracht = Command::CorrigeerFeit(voorbeeld::intrekking(9, 8));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [INTERN]: `van` verwijst naar stuk `00000000-0000-0000-0000-000000000008`, dat niet in dit dossier staat. Controleer naar welk stuk u verwijst.");
    }

    #[test]
    fn verlof_schuift_niet_over_ander_verlof() {
        let gegeven = na([
            ziek(),
            Command::LegVerlofVast(voorbeeld::verlof(2, dag("2025-05-01"), dag("2025-05-31"))),
            Command::LegVerlofVast(voorbeeld::verlof(3, dag("2025-06-10"), dag("2025-08-01"))),
        ]);
        let opdracht = Command::CorrigeerFeit(voorbeeld::verplaatsing(9, 3, dag("2025-05-31")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-28]: er is al verlof vastgelegd van `2025-05-01` tot en met `2025-05-31`. Corrigeer het verlof dat er al staat.");
    }

    #[test]
    fn herstel_schuift_niet_naar_de_eerste_ziektedag() {
        let herstel = Command::MeldHersteld(voorbeeld::herstelmelding(2, dag("2025-04-14")));
        let gegeven = na([ziek(), herstel]);
        let opdracht = Command::CorrigeerFeit(voorbeeld::verplaatsing(9, 2, dag("2025-03-03")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-85]: de perioden van ziekte en herstel sluiten niet op elkaar aan rond `2025-03-03`. Corrigeer de ziekmelding en de herstelmelding zo dat zij op elkaar aansluiten.");
    }

    #[test]
    fn na_een_correctie_van_de_eerste_ziektedag_telt_de_oude_ziekmelding_niet_nog_eens() {
        let correctie = Command::CorrigeerFeit(voorbeeld::verplaatsing(9, 1, dag("2025-03-10")));
        let gegeven = na([ziek(), correctie]);
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", ziek()), @"afgewezen [INTERN]: stuk `00000000-0000-0000-0000-000000000001` is al eerder vastgelegd. Geef een nieuw stuk een nieuw nummer; wilt u iets veranderen, leg dan een correctie vast.");
    }

    #[test]
    fn na_een_correctie_schuift_de_eerste_ziektedag_en_blijft_de_rest_staan() {
        let opdrachten = [
            ziek(),
            Command::StelProbleemanalyseVast(documenten::probleemanalyse(2, dag("2025-04-07"))),
            Command::CorrigeerFeit(voorbeeld::verplaatsing(9, 1, dag("2025-03-10"))),
        ];
        let dossier = replay(&na(opdrachten));
        assert_eq!(dossier.eerste_ziektedag(), Some(dag("2025-03-10")));
        assert_eq!(dossier.probleemanalyse[0].opgesteld_op, dag("2025-04-07"));
    }

    /// Ill, fit from 14 April with leave with another cause around that day, ill again on 1 May.
    fn met_ander_verlof(van: &str, tot_en_met: &str) -> Vec<Event> {
        let mut verlof = voorbeeld::verlof(2, dag(van), dag(tot_en_met));
        verlof.a.telt_door = false;
        na([
            ziek(),
            Command::LegVerlofVast(verlof),
            Command::MeldHersteld(voorbeeld::herstelmelding(3, dag("2025-04-14"))),
            Command::MeldOpnieuwZiek(voorbeeld::terugval(4, dag("2025-05-01"))),
        ])
    }

    #[test]
    fn r29_een_correctie_van_verlof_die_de_keten_verbreekt_wordt_geweigerd() {
        let gegeven = met_ander_verlof("2025-04-10", "2025-04-20");
        let opdracht = Command::CorrigeerFeit(voorbeeld::verplaatsing(9, 2, dag("2025-04-02")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [R-21]: tussen herstel en nieuwe ziekte liggen `29` dagen: dit is een nieuw ziektegeval. Open een nieuw dossier voor deze ziekmelding.");
    }

    #[test]
    fn r29_na_verlof_dat_een_nieuw_geval_gaf_blijft_corrigeren_mogelijk() {
        let mut verlof = voorbeeld::verlof(2, dag("2025-04-01"), dag("2025-07-20"));
        verlof.a.telt_door = false;
        let gegeven = na([
            ziek(),
            Command::LegVerlofVast(verlof),
            Command::MeldHersteld(voorbeeld::herstelmelding(3, dag("2025-09-01"))),
        ]);
        let opdracht = Command::CorrigeerFeit(voorbeeld::verplaatsing(9, 3, dag("2025-09-02")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @r##"FeitGecorrigeerd {"stuk":"#09","van":"#03","wordt":{"datum":"2025-09-02"},"op":"2026-03-02","reden":"verschrijving"}"##);
    }
}
