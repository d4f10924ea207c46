//! Every act on a dossier.

use async_trait::async_trait;
use uuid::Uuid;
use wvp_domain::{Command, DossierId};
use wvp_engine::{Engine, ExecuteError, Gebruiker, Versiemerk};

use super::gedeeld::{DOSSIER, Gedeeld};
use super::opdrachten::{Onderwerp, rij};
use crate::eindpunt::Eindpunt;

/// A dossier.
struct Verzuimdossier;

#[async_trait]
impl Onderwerp for Verzuimdossier {
    type Command = Command;
    const PAD: &'static str = "/v1/dossiers/{dossier}";
    const NUMMER: Gedeeld = DOSSIER;
    const GROEP: &'static str = "Mijlpalen";

    async fn voer_uit(
        engine: &Engine,
        wie: &Gebruiker,
        id: Uuid,
        command: Command,
        verwacht: Option<Versiemerk>,
    ) -> Result<(), ExecuteError> {
        engine.execute_op(wie, DossierId(id), command, verwacht).await.map(|_| ())
    }
}

pub(super) fn eindpunten() -> Vec<Eindpunt> {
    [ziekte(), omstandigheden(), stukken(), trajecten(), uwv(), overig()].concat()
}

/// Illness and recovery.
fn ziekte() -> Vec<Eindpunt> {
    use Command as C;
    vec![
        rij::<Verzuimdossier, _, _, _, _>(
            "ziekmeldingen",
            "Meld ziek: opent het dossier",
            C::MeldZiek,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "meldingen-arbodienst",
            "Meld de ziekte bij de arbodienst",
            C::MeldBijArbodienst,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "inzetbaarheid",
            "Wijzig hoeveel de werknemer kan werken",
            C::WijzigInzetbaarheid,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "arbeidstherapie",
            "Start arbeidstherapie",
            C::StartArbeidstherapie,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "herstelmeldingen",
            "Meld volledig herstel",
            C::MeldHersteld,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "hernieuwde-ziekmeldingen",
            "Meld opnieuw ziek",
            C::MeldOpnieuwZiek,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "correcties",
            "Corrigeer een feit, met de reden",
            C::CorrigeerFeit,
        ),
        rij::<Verzuimdossier, _, _, _, _>("verlof", "Leg verlof vast", C::LegVerlofVast),
    ]
}

/// What the case rests on beside the illness.
fn omstandigheden() -> Vec<Eindpunt> {
    use Command as C;
    vec![
        rij::<Verzuimdossier, _, _, _, _>(
            "regres",
            "Leg vast of een derde aansprakelijk is",
            C::MeldRegres,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "aow-datums",
            "Leg de AOW-datum vast",
            C::LegAowDatumVast,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "vangnetmeldingen-werknemer",
            "Meld een vangnet, als werknemer",
            C::MeldVangnetAlsWerknemer,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "vangnetmeldingen-arbodienst",
            "Meld een vangnet, als arbodienst",
            C::MeldVangnetAlsArbodienst,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "vangnetmeldingen-uwv",
            "Leg vast dat het vangnet bij UWV is gemeld",
            C::MeldVangnetBijUwv,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "einden-dienstverband",
            "Leg het einde van het dienstverband vast",
            C::BeeindigDienstverband,
        ),
    ]
}

/// The documents of employer, employee and bedrijfsarts.
fn stukken() -> Vec<Eindpunt> {
    use Command as C;
    vec![
        rij::<Verzuimdossier, _, _, _, _>(
            "probleemanalyses",
            "Leg de probleemanalyse vast",
            C::StelProbleemanalyseVast,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "bijstellingen-probleemanalyse",
            "Stel de probleemanalyse bij",
            C::StelProbleemanalyseBij,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "plannen-van-aanpak",
            "Leg het plan van aanpak vast",
            C::StelPlanVanAanpakVast,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "bijstellingen-plan-van-aanpak",
            "Stel het plan van aanpak bij",
            C::StelPlanVanAanpakBij,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "casemanagers",
            "Wijs de casemanager aan",
            C::WijsCasemanagerAan,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "voortgangsgesprekken",
            "Leg een voortgangsgesprek vast",
            C::LegVoortgangsgesprekVast,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "spreekuren",
            "Leg een spreekuur vast",
            C::LegSpreekuurVast,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "eerstejaarsevaluaties",
            "Leg de eerstejaarsevaluatie vast",
            C::StelEerstejaarsevaluatieVast,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "actuele-oordelen",
            "Leg het actueel oordeel vast",
            C::StelActueelOordeelVast,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "medische-informatie",
            "Overhandig het medische deel aan de werknemer",
            C::OverhandigMedischeInformatie,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "eindevaluaties",
            "Leg de eindevaluatie vast",
            C::StelEindevaluatieVast,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "oordelen-werknemer",
            "Leg het oordeel van de werknemer vast",
            C::LegOordeelWerknemerVast,
        ),
    ]
}

/// The way back to work.
fn trajecten() -> Vec<Eindpunt> {
    use Command as C;
    vec![
        rij::<Verzuimdossier, _, _, _, _>(
            "besluiten-tweede-spoor",
            "Besluit over het tweede spoor",
            C::BesluitTweedeSpoor,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "arbeidsdeskundige-onderzoeken",
            "Leg een arbeidsdeskundig onderzoek vast",
            C::LegArbeidsdeskundigOnderzoekVast,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "deskundigenoordelen",
            "Leg een deskundigenoordeel vast",
            C::LegDeskundigenoordeelVast,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "interventieadviezen",
            "Adviseer een interventie",
            C::AdviseerInterventie,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "interventieafspraken",
            "Spreek een interventie af",
            C::SpreekInterventieAf,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "gestarte-interventies",
            "Start een interventie",
            C::StartInterventie,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "beeindigde-interventies",
            "Beëindig een interventie",
            C::BeeindigInterventie,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "loonmaatregelen",
            "Leg een loonmaatregel op",
            C::LegLoonmaatregelOp,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "beeindigde-loonmaatregelen",
            "Beëindig een loonmaatregel",
            C::BeeindigLoonmaatregel,
        ),
    ]
}

/// UWV, and the end of the case.
fn uwv() -> Vec<Eindpunt> {
    use Command as C;
    vec![
        rij::<Verzuimdossier, _, _, _, _>(
            "meldingen-42e-week",
            "Leg de melding aan UWV in week 42 vast",
            C::MeldWeek42,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "riv-concepten",
            "Stel het concept van het re-integratieverslag op",
            C::StelRivConceptOp,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "riv-overdrachten",
            "Draag het re-integratieverslag over",
            C::DraagRivOver,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "wia-aanvragen",
            "Leg de WIA-aanvraag vast",
            C::LegWiaAanvraagVast,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "uwv-brieven",
            "Leg een brief van UWV vast",
            C::LegUwvBriefVast,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "uwv-besluiten",
            "Leg een besluit van UWV vast",
            C::LegUwvBesluitVast,
        ),
        rij::<Verzuimdossier, _, _, _, _>("sluitingen", "Sluit het dossier", C::SluitDossier),
        rij::<Verzuimdossier, _, _, _, _>("heropeningen", "Heropen het dossier", C::HeropenDossier),
    ]
}

/// What is done with a dossier.
fn overig() -> Vec<Eindpunt> {
    use Command as C;
    vec![
        rij::<Verzuimdossier, _, _, _, _>(
            "doorzendingen",
            "Stuur gegevens door aan een andere partij",
            C::StuurDoor,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "eigen-stappen",
            "Meld een eigen stap van het protocol gedaan",
            C::MeldEigenStapGedaan,
        ),
        rij::<Verzuimdossier, _, _, _, _>(
            "uitstel",
            "Stel een herinnering uit, met de reden",
            C::StelHerinneringUit,
        ),
    ]
}
