//! Smallest filled payloads of every milestone, about people who do not exist.

pub(crate) mod documenten;

use uuid::Uuid;

use super::gedeeld::{Handtekening, Minuten, Ondertekenaar, Ondertekening, Partij, Percentage};
use super::{
    aow, arbeidstherapie, casemanager, correctie, doorsturen, einde_dienstverband,
    hernieuwde_ziekmelding, herstelmelding, interventie, inzetbaarheid, loonmaatregel,
    melding_42e_week, melding_arbodienst, regres, sluiten, uwv_besluit, uwv_brief, vangnet, verlof,
    wia_aanvraag, ziekmelding,
};
use crate::mijlpaal::herinnering::Ontvanger;
use crate::protocol::{Aanleiding, EigenStap, Protocol};
use crate::{AccountId, Command, Datum, Secties, StukId, WerkgeverId, WerknemerId};

/// Stands in every text field: nothing that prints may contain it.
pub(crate) const TEKST: &str = "vertrouwelijk";

/// Stands in every name.
pub(crate) const NAAM: &str = "A. de Vries";

pub(crate) fn stuk(nummer: u128) -> StukId {
    StukId(Uuid::from_u128(nummer))
}

pub(crate) fn dag(datum: &str) -> Datum {
    datum.parse().unwrap()
}

/// A dossier with first sick day 3 March 2025.
pub(crate) fn ziek() -> Command {
    Command::MeldZiek(ziekmelding(1, dag("2025-03-03")))
}

pub(crate) fn tekst() -> String {
    TEKST.to_owned()
}

pub(crate) fn auteur() -> Ondertekenaar {
    Ondertekenaar { naam: NAAM.to_owned(), functie: "bedrijfsarts".to_owned() }
}

pub(crate) fn handtekeningen(op: Datum) -> Vec<Ondertekening> {
    let teken = |partij| Ondertekening { partij, wie: auteur(), keuze: Handtekening::Getekend, op };
    vec![teken(Partij::Werkgever), teken(Partij::Werknemer)]
}

pub(crate) fn ziekmelding(nummer: u128, op: Datum) -> ziekmelding::Ziekmelding {
    Secties::proces(ziekmelding::Melding {
        stuk: stuk(nummer),
        werknemer: WerknemerId(Uuid::from_u128(1)),
        werkgever: WerkgeverId(Uuid::from_u128(1)),
        naam: NAAM.to_owned(),
        eerste_ziektedag: op,
        gemeld_op: op,
        werkhervatting_verwacht: None,
    })
    .met_d(ziekmelding::Bereikbaarheid { telefoon: Some(tekst()), verblijfadres: None })
}

pub(crate) fn melding_arbodienst(nummer: u128, op: Datum) -> melding_arbodienst::MeldingArbodienst {
    Secties::proces(melding_arbodienst::Melding { stuk: stuk(nummer), gemeld_op: op })
}

pub(crate) fn inzetbaarheid(nummer: u128, op: Datum, grond: u128) -> inzetbaarheid::Inzetbaarheid {
    Secties::proces(inzetbaarheid::Wijziging {
        stuk: stuk(nummer),
        vanaf: op,
        ao_percentage: Percentage::try_new(5000).unwrap(),
        uren_per_week: Some(Minuten(20 * 60)),
        grond: stuk(grond),
    })
    .met_b(inzetbaarheid::Werkzaamheden { werkzaamheden: tekst(), eigen_werk: true })
}

pub(crate) fn arbeidstherapie(nummer: u128, op: Datum) -> arbeidstherapie::Arbeidstherapie {
    Secties::proces(arbeidstherapie::Afspraak {
        stuk: stuk(nummer),
        van: op,
        tot_en_met: Some(op.plus(41)),
        uren_per_week: Minuten(8 * 60),
    })
    .met_b(arbeidstherapie::Werkzaamheden { werkzaamheden: tekst(), doel: tekst() })
}

pub(crate) fn herstelmelding(nummer: u128, op: Datum) -> herstelmelding::Herstelmelding {
    Secties::proces(herstelmelding::Herstel {
        stuk: stuk(nummer),
        eerste_dag_geschikt: op,
        gemeld_op: op,
    })
}

pub(crate) fn terugval(nummer: u128, op: Datum) -> hernieuwde_ziekmelding::HernieuwdeZiekmelding {
    Secties::proces(hernieuwde_ziekmelding::Terugval {
        stuk: stuk(nummer),
        eerste_ziektedag: op,
        gemeld_op: op,
        telt_niet_voor_opzegverbod: false,
    })
}

pub(crate) fn verplaatsing(nummer: u128, van: u128, wordt: Datum) -> correctie::Correctie {
    correctie(nummer, van, correctie::Wordt::Datum(wordt))
}

pub(crate) fn intrekking(nummer: u128, van: u128) -> correctie::Correctie {
    correctie(nummer, van, correctie::Wordt::Ingetrokken)
}

fn correctie(nummer: u128, van: u128, wordt: correctie::Wordt) -> correctie::Correctie {
    Secties::proces(correctie::Gecorrigeerd {
        stuk: stuk(nummer),
        van: stuk(van),
        wordt,
        op: dag("2026-03-02"),
        reden: correctie::Reden::Verschrijving,
    })
    .met_b(correctie::Toelichting { toelichting: tekst() })
}

pub(crate) fn verlof(nummer: u128, van: Datum, tot_en_met: Datum) -> verlof::Verlof {
    Secties::proces(verlof::Periode { stuk: stuk(nummer), van, tot_en_met, telt_door: true })
        .met_c(verlof::SoortVerlof { soort: verlof::Verlofsoort::ZwangerschapEnBevalling })
}

pub(crate) fn casemanager(nummer: u128, op: Datum) -> casemanager::AanwijzingCasemanager {
    Secties::proces(casemanager::Aanwijzing {
        stuk: stuk(nummer),
        per: op,
        account: AccountId(Uuid::from_u128(7)),
        naam: NAAM.to_owned(),
        organisatie: tekst(),
    })
    .met_d(casemanager::Contact { functie: tekst(), telefoon: None, email: None })
}

pub(crate) fn melding_42e_week(nummer: u128, op: Datum) -> melding_42e_week::Melding42eWeek {
    let eerste_ziektedag = dag("2025-03-03");
    Secties::proces(melding_42e_week::Melding {
        stuk: stuk(nummer),
        gemeld_op: op,
        eerste_ziektedag,
    })
}

pub(crate) fn interventie_advies(nummer: u128, op: Datum) -> interventie::Advies {
    Secties::proces(interventie::Geadviseerd { stuk: stuk(nummer), geadviseerd_op: op })
        .met_b(interventie::Inhoud { soort: tekst(), doel: tekst() })
        .met_c(interventie::Onderbouwing { onderbouwing: tekst() })
}

pub(crate) fn interventie_afspraak(nummer: u128, op: Datum, advies: u128) -> interventie::Afspraak {
    Secties::proces(interventie::Afgesproken {
        stuk: stuk(nummer),
        advies: stuk(advies),
        afgesproken_op: op,
        vergoeding: None,
    })
}

pub(crate) fn interventie_start(nummer: u128, op: Datum, afspraak: u128) -> interventie::Start {
    Secties::proces(interventie::Gestart {
        stuk: stuk(nummer),
        afspraak: stuk(afspraak),
        gestart_op: op,
    })
}

pub(crate) fn interventie_einde(nummer: u128, op: Datum, start: u128) -> interventie::Einde {
    Secties::proces(interventie::Beeindigd {
        stuk: stuk(nummer),
        start: stuk(start),
        beeindigd_op: op,
    })
    .met_b(interventie::Resultaat { resultaat: tekst() })
    .met_c(interventie::MedischRapport { bevindingen: tekst() })
}

pub(crate) fn loonmaatregel(nummer: u128, op: Datum) -> loonmaatregel::Loonmaatregel {
    Secties::proces(loonmaatregel::Opgelegd {
        stuk: stuk(nummer),
        soort: loonmaatregel::Soort::Opschorting,
        vanaf: op,
        aangekondigd_op: op,
    })
    .met_b(loonmaatregel::Reden { reden: tekst() })
}

pub(crate) fn einde_loonmaatregel(
    nummer: u128,
    op: Datum,
    maatregel: u128,
) -> loonmaatregel::EindeLoonmaatregel {
    Secties::proces(loonmaatregel::Beeindigd {
        stuk: stuk(nummer),
        maatregel: stuk(maatregel),
        per: op,
    })
}

pub(crate) fn vangnet_werknemer(nummer: u128, op: Datum) -> vangnet::VangnetDoorWerknemer {
    Secties::proces(vangnet::GemeldDoorWerknemer {
        stuk: stuk(nummer),
        van_toepassing: true,
        gemeld_op: op,
    })
    .met_c(vangnet::Welk { soort: vangnet::VangnetSoort::NoRisk })
}

pub(crate) fn vangnet_arbodienst(nummer: u128, op: Datum) -> vangnet::VangnetDoorArbodienst {
    Secties::proces(vangnet::GemeldDoorArbodienst {
        stuk: stuk(nummer),
        van_toepassing: true,
        gemeld_op: op,
    })
    .met_c(vangnet::WelkVolgensArbodienst { soort: vangnet::VangnetSoort::NoRisk })
}

pub(crate) fn vangnet_bij_uwv(nummer: u128, op: Datum) -> vangnet::VangnetBijUwv {
    Secties::proces(vangnet::BijUwvGemeld { stuk: stuk(nummer), gemeld_op: op })
}

pub(crate) fn regres(nummer: u128, op: Datum) -> regres::Regres {
    Secties::proces(regres::Gemeld { stuk: stuk(nummer), van_toepassing: true, gemeld_op: op })
}

pub(crate) fn aow(nummer: u128, op: Datum) -> aow::AowDatum {
    Secties::proces(aow::Aow { stuk: stuk(nummer), aow_datum: op })
}

pub(crate) fn wia_aanvraag(nummer: u128, op: Datum) -> wia_aanvraag::WiaAanvraag {
    Secties::proces(wia_aanvraag::Aanvraag {
        stuk: stuk(nummer),
        aangevraagd_op: op,
        verkorte_wachttijd: false,
    })
}

pub(crate) fn uwv_brief(nummer: u128, op: Datum) -> uwv_brief::UwvBrief {
    Secties::proces(uwv_brief::Brief {
        stuk: stuk(nummer),
        soort: uwv_brief::Soort::KennisgevingWia,
        ontvangen_op: op,
        uiterlijk: None,
    })
}

pub(crate) fn uwv_besluit(
    nummer: u128,
    op: Datum,
    soort: uwv_besluit::Soort,
) -> uwv_besluit::UwvBesluit {
    Secties::proces(uwv_besluit::Besluit {
        stuk: stuk(nummer),
        soort,
        besloten_op: op,
        gevraagd_op: None,
        van: None,
        tot_en_met: None,
    })
}

pub(crate) fn einde_dienstverband(
    nummer: u128,
    op: Datum,
) -> einde_dienstverband::EindeDienstverband {
    Secties::proces(einde_dienstverband::Einde {
        stuk: stuk(nummer),
        laatste_werkdag: op,
        herstel_binnen_drie_maanden: false,
        bij_uwv_gemeld_op: None,
    })
}

pub(crate) fn sluiting(nummer: u128, op: Datum, reden: sluiten::RedenSluiten) -> sluiten::Sluiting {
    Secties::proces(sluiten::Gesloten { stuk: stuk(nummer), per: op, reden })
}

pub(crate) fn heropening(nummer: u128, op: Datum) -> sluiten::Heropening {
    let reden = sluiten::RedenHeropenen::TenOnrechteGesloten;
    Secties::proces(sluiten::Heropend { stuk: stuk(nummer), per: op, reden })
}

pub(crate) fn doorzending(nummer: u128, op: Datum) -> doorsturen::Doorzending {
    let wie = |partij: &str, functie: &str| doorsturen::Betrokkene {
        partij: partij.to_owned(),
        functie: functie.to_owned(),
        organisatie: tekst(),
    };
    Secties::proces(doorsturen::Doorgestuurd {
        stuk: stuk(nummer),
        op,
        van: wie("arbodienst", "bedrijfsarts_stafarts"),
        aan: wie("verzekeraar", "claimbeoordelaar"),
        account: None,
        wat: vec![doorsturen::Gegeven::PlanBestaat],
        doel: crate::doel::Doel::Claimbeoordeling,
        grond: doorsturen::Rechtsgrond::Verzekering,
        geinformeerd_op: None,
        bevestigd: vec![doorsturen::Bevestiging::OpVerzoek],
        verplichtingen: vec![],
    })
}

/// A protocol with one own step: within two weeks after the report, by the employer.
pub(crate) fn protocol() -> Protocol {
    let stap = EigenStap {
        naam: "belafspraak".to_owned(),
        titel: "Belafspraak".to_owned(),
        uitleg: "Bel en vraag wat kan.".to_owned(),
        wie: vec![Ontvanger::Werkgever],
        na: Aanleiding::Ziekmelding,
        dagen: 14,
        alleen_in_keten: false,
        treden: vec![-7, 0, 7],
        casemanager_vanaf: None,
        teamleider_vanaf: None,
    };
    Protocol { stappen: vec![stap], ..Protocol::leeg() }
}
