//! Every act on a dossier.

use wvp_domain::{Command, DossierId};
use wvp_engine::kan_auteur_zijn;

use super::gedeeld::DOSSIER;
use super::opdrachten::{Onderwerp, rij};
use crate::eindpunt::Eindpunt;

const VERZUIM: Onderwerp<Command> = Onderwerp {
    pad: "/v1/dossiers/{dossier}",
    nummer: DOSSIER,
    groep: "Mijlpalen",
    doe: |engine, wie, id, wat, verwacht| {
        Box::pin(
            async move { engine.execute_op(wie, DossierId(id), wat, verwacht).await.map(|_| ()) },
        )
    },
    biedt_aan: kan_auteur_zijn,
};

pub(super) fn eindpunten() -> Vec<Eindpunt> {
    [ziekte(), omstandigheden(), stukken(), trajecten(), uwv(), overig()].concat()
}

/// Illness and recovery.
fn ziekte() -> Vec<Eindpunt> {
    use Command as C;
    vec![
        rij(&VERZUIM, "ziekmeldingen", "Meld ziek: opent het dossier", C::MeldZiek),
        rij(
            &VERZUIM,
            "meldingen-arbodienst",
            "Meld de ziekte bij de arbodienst",
            C::MeldBijArbodienst,
        ),
        rij(
            &VERZUIM,
            "inzetbaarheid",
            "Wijzig hoeveel de werknemer kan werken",
            C::WijzigInzetbaarheid,
        ),
        rij(&VERZUIM, "arbeidstherapie", "Start arbeidstherapie", C::StartArbeidstherapie),
        rij(&VERZUIM, "herstelmeldingen", "Meld volledig herstel", C::MeldHersteld),
        rij(&VERZUIM, "hernieuwde-ziekmeldingen", "Meld opnieuw ziek", C::MeldOpnieuwZiek),
        rij(&VERZUIM, "correcties", "Corrigeer een feit, met de reden", C::CorrigeerFeit),
        rij(&VERZUIM, "verlof", "Leg verlof vast", C::LegVerlofVast),
    ]
}

/// What the case rests on beside the illness.
fn omstandigheden() -> Vec<Eindpunt> {
    use Command as C;
    vec![
        rij(&VERZUIM, "regres", "Leg vast of een derde aansprakelijk is", C::MeldRegres),
        rij(&VERZUIM, "aow-datums", "Leg de AOW-datum vast", C::LegAowDatumVast),
        rij(
            &VERZUIM,
            "vangnetmeldingen-werknemer",
            "Meld een vangnet, als werknemer",
            C::MeldVangnetAlsWerknemer,
        ),
        rij(
            &VERZUIM,
            "vangnetmeldingen-arbodienst",
            "Meld een vangnet, als arbodienst",
            C::MeldVangnetAlsArbodienst,
        ),
        rij(
            &VERZUIM,
            "vangnetmeldingen-uwv",
            "Leg vast dat het vangnet bij UWV is gemeld",
            C::MeldVangnetBijUwv,
        ),
        rij(
            &VERZUIM,
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
        rij(
            &VERZUIM,
            "probleemanalyses",
            "Leg de probleemanalyse vast",
            C::StelProbleemanalyseVast,
        ),
        rij(
            &VERZUIM,
            "bijstellingen-probleemanalyse",
            "Stel de probleemanalyse bij",
            C::StelProbleemanalyseBij,
        ),
        rij(
            &VERZUIM,
            "plannen-van-aanpak",
            "Leg het plan van aanpak vast",
            C::StelPlanVanAanpakVast,
        ),
        rij(
            &VERZUIM,
            "bijstellingen-plan-van-aanpak",
            "Stel het plan van aanpak bij",
            C::StelPlanVanAanpakBij,
        ),
        rij(&VERZUIM, "casemanagers", "Wijs de casemanager aan", C::WijsCasemanagerAan),
        rij(
            &VERZUIM,
            "voortgangsgesprekken",
            "Leg een voortgangsgesprek vast",
            C::LegVoortgangsgesprekVast,
        ),
        rij(&VERZUIM, "spreekuren", "Leg een spreekuur vast", C::LegSpreekuurVast),
        rij(
            &VERZUIM,
            "eerstejaarsevaluaties",
            "Leg de eerstejaarsevaluatie vast",
            C::StelEerstejaarsevaluatieVast,
        ),
        rij(
            &VERZUIM,
            "actuele-oordelen",
            "Leg het actueel oordeel vast",
            C::StelActueelOordeelVast,
        ),
        rij(
            &VERZUIM,
            "medische-informatie",
            "Overhandig het medische deel aan de werknemer",
            C::OverhandigMedischeInformatie,
        ),
        rij(&VERZUIM, "eindevaluaties", "Leg de eindevaluatie vast", C::StelEindevaluatieVast),
        rij(
            &VERZUIM,
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
        rij(
            &VERZUIM,
            "besluiten-tweede-spoor",
            "Besluit over het tweede spoor",
            C::BesluitTweedeSpoor,
        ),
        rij(
            &VERZUIM,
            "arbeidsdeskundige-onderzoeken",
            "Leg een arbeidsdeskundig onderzoek vast",
            C::LegArbeidsdeskundigOnderzoekVast,
        ),
        rij(
            &VERZUIM,
            "deskundigenoordelen",
            "Leg een deskundigenoordeel vast",
            C::LegDeskundigenoordeelVast,
        ),
        rij(&VERZUIM, "interventieadviezen", "Adviseer een interventie", C::AdviseerInterventie),
        rij(&VERZUIM, "interventieafspraken", "Spreek een interventie af", C::SpreekInterventieAf),
        rij(&VERZUIM, "gestarte-interventies", "Start een interventie", C::StartInterventie),
        rij(
            &VERZUIM,
            "beeindigde-interventies",
            "Beëindig een interventie",
            C::BeeindigInterventie,
        ),
        rij(&VERZUIM, "loonmaatregelen", "Leg een loonmaatregel op", C::LegLoonmaatregelOp),
        rij(
            &VERZUIM,
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
        rij(
            &VERZUIM,
            "meldingen-42e-week",
            "Leg de melding aan UWV in week 42 vast",
            C::MeldWeek42,
        ),
        rij(
            &VERZUIM,
            "riv-concepten",
            "Stel het concept van het re-integratieverslag op",
            C::StelRivConceptOp,
        ),
        rij(&VERZUIM, "riv-overdrachten", "Draag het re-integratieverslag over", C::DraagRivOver),
        rij(&VERZUIM, "wia-aanvragen", "Leg de WIA-aanvraag vast", C::LegWiaAanvraagVast),
        rij(&VERZUIM, "uwv-brieven", "Leg een brief van UWV vast", C::LegUwvBriefVast),
        rij(&VERZUIM, "uwv-besluiten", "Leg een besluit van UWV vast", C::LegUwvBesluitVast),
        rij(&VERZUIM, "sluitingen", "Sluit het dossier", C::SluitDossier),
        rij(&VERZUIM, "heropeningen", "Heropen het dossier", C::HeropenDossier),
    ]
}

/// What is done with a dossier.
fn overig() -> Vec<Eindpunt> {
    use Command as C;
    vec![
        rij(&VERZUIM, "doorzendingen", "Stuur gegevens door aan een andere partij", C::StuurDoor),
        rij(
            &VERZUIM,
            "eigen-stappen",
            "Meld een eigen stap van het protocol gedaan",
            C::MeldEigenStapGedaan,
        ),
        rij(&VERZUIM, "uitstel", "Stel een herinnering uit, met de reden", C::StelHerinneringUit),
    ]
}
