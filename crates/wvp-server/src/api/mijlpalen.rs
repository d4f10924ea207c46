//! Every act on a dossier as one row: where it is posted, and which command its body becomes. A body is the payload
//! of the command by its sections; who does it, and when it was recorded, never comes from a body.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;
use wvp_domain::{Command, DossierId, Sectie, Secties};
use wvp_engine::nieuw_id;

use super::gedeeld::{DOSSIER, IDEMPOTENTIE, IF_MATCH, Vastgelegd, verwacht};
use crate::eindpunt::Eindpunt;
use crate::invoer::{Json, Keurder};
use crate::probleem::{Probleem, Veldfout};
use crate::staat::Staat;
use crate::vorm::Vorm;
use crate::wacht::Ingelogd;

const GROEP: &str = "Mijlpalen";

/// A payload by its sections, as it comes in.
#[derive(Deserialize)]
struct Lading<A, B, C, D> {
    a: A,
    b: Option<B>,
    c: Option<C>,
    d: Option<D>,
}

impl<A, B, C, D> Lading<A, B, C, D> {
    fn secties(self) -> Secties<A, B, C, D> {
        let mut secties = Secties::proces(self.a);
        if let Some(b) = self.b {
            secties = secties.met_b(b);
        }
        if let Some(c) = self.c {
            secties = secties.met_c(c);
        }
        match self.d {
            Some(d) => secties.met_d(d),
            None => secties,
        }
    }
}

/// One row: under which word it is posted, what it is called, and the command that it becomes.
fn rij<A, B, C, D>(
    woord: &'static str,
    titel: &'static str,
    maak: fn(Secties<A, B, C, D>) -> Command,
) -> Eindpunt
where
    A: Sectie + JsonSchema + Send + 'static,
    B: Sectie + JsonSchema + Send + 'static,
    C: Sectie + JsonSchema + Send + 'static,
    D: Sectie + JsonSchema + Send + 'static,
{
    let vorm = Vorm::lading::<A, B, C, D>(&vormnaam(woord));
    let keurder = Keurder::new(&vorm);
    let doe = move |State(staat): State<Staat>,
                    Path(dossier): Path<Uuid>,
                    ingelogd: Ingelogd,
                    koppen: HeaderMap,
                    Json(json): Json| {
        let keurder = keurder.clone();
        async move {
            let json = met_nummer(json, &koppen)?;
            let stuk = json.pointer("/a/stuk").cloned();
            let lading: Lading<A, B, C, D> = keurder.lees(json)?;
            let (wie, verwacht) = (&ingelogd.wie, verwacht(&koppen)?);
            let opdracht = maak(lading.secties());
            staat.engine.execute_op(wie, DossierId(dossier), opdracht, verwacht).await?;
            let stuk = stuk.and_then(|it| serde_json::from_value(it).ok()).unwrap_or_default();
            Ok::<_, Probleem>(Vastgelegd { dossier, stuk })
        }
    };
    Eindpunt::post(format!("/v1/dossiers/{{dossier}}/{woord}"), doe)
        .heet(operatie(woord), titel)
        .onder(GROEP)
        .met(DOSSIER.parameter())
        .met(IF_MATCH.parameter())
        .met(IDEMPOTENTIE.parameter())
        .invoer(vorm, None)
        .geeft::<Vastgelegd>(201, "Vastgelegd, of dat was al zo")
}

/// The number of the document follows from the header when the body holds none, and is drawn when there is no
/// header: then a repeat is a fact of its own.
fn met_nummer(mut json: Value, koppen: &HeaderMap) -> Result<Value, Probleem> {
    let Some(a) = json.get_mut("a").and_then(Value::as_object_mut) else { return Ok(json) };
    if !a.contains_key("stuk") {
        let nummer = match koppen.get(IDEMPOTENTIE.naam) {
            Some(kop) => {
                kop.to_str().ok().and_then(|it| Uuid::parse_str(it).ok()).ok_or_else(|| {
                    let (veld, regel) =
                        (IDEMPOTENTIE.naam.to_owned(), "verwacht een nummer (UUID)".to_owned());
                    Probleem::invoer(vec![Veldfout { veld, regel, waarde: None }])
                })?
            }
            None => nieuw_id(),
        };
        a.insert("stuk".to_owned(), json!(nummer));
    }
    Ok(json)
}

/// `plannen-van-aanpak` as the name of a form: `PlannenVanAanpak`.
fn vormnaam(woord: &str) -> String {
    let groot = |deel: &str| {
        let mut letters = deel.chars();
        letters
            .next()
            .map_or_else(String::new, |eerste| eerste.to_uppercase().chain(letters).collect())
    };
    woord.split('-').map(groot).collect()
}

fn operatie(woord: &str) -> String {
    format!("leg{}Vast", vormnaam(woord))
}

pub(super) fn eindpunten() -> Vec<Eindpunt> {
    use Command as C;
    vec![
        rij("ziekmeldingen", "Meld ziek: opent het dossier", C::MeldZiek),
        rij("meldingen-arbodienst", "Meld de ziekte bij de arbodienst", C::MeldBijArbodienst),
        rij("inzetbaarheid", "Wijzig hoeveel de werknemer kan werken", C::WijzigInzetbaarheid),
        rij("arbeidstherapie", "Start arbeidstherapie", C::StartArbeidstherapie),
        rij("herstelmeldingen", "Meld volledig herstel", C::MeldHersteld),
        rij("hernieuwde-ziekmeldingen", "Meld opnieuw ziek", C::MeldOpnieuwZiek),
        rij("correcties", "Corrigeer een feit, met de reden", C::CorrigeerFeit),
        rij("verlof", "Leg verlof vast", C::LegVerlofVast),
        rij("probleemanalyses", "Leg de probleemanalyse vast", C::StelProbleemanalyseVast),
        rij(
            "bijstellingen-probleemanalyse",
            "Stel de probleemanalyse bij",
            C::StelProbleemanalyseBij,
        ),
        rij("plannen-van-aanpak", "Leg het plan van aanpak vast", C::StelPlanVanAanpakVast),
        rij(
            "bijstellingen-plan-van-aanpak",
            "Stel het plan van aanpak bij",
            C::StelPlanVanAanpakBij,
        ),
        rij("casemanagers", "Wijs de casemanager aan", C::WijsCasemanagerAan),
        rij("voortgangsgesprekken", "Leg een voortgangsgesprek vast", C::LegVoortgangsgesprekVast),
        rij("spreekuren", "Leg een spreekuur vast", C::LegSpreekuurVast),
        rij("meldingen-42e-week", "Leg de melding aan UWV in week 42 vast", C::MeldWeek42),
        rij(
            "eerstejaarsevaluaties",
            "Leg de eerstejaarsevaluatie vast",
            C::StelEerstejaarsevaluatieVast,
        ),
        rij("besluiten-tweede-spoor", "Besluit over het tweede spoor", C::BesluitTweedeSpoor),
        rij(
            "arbeidsdeskundige-onderzoeken",
            "Leg een arbeidsdeskundig onderzoek vast",
            C::LegArbeidsdeskundigOnderzoekVast,
        ),
        rij("deskundigenoordelen", "Leg een deskundigenoordeel vast", C::LegDeskundigenoordeelVast),
        rij("interventieadviezen", "Adviseer een interventie", C::AdviseerInterventie),
        rij("interventieafspraken", "Spreek een interventie af", C::SpreekInterventieAf),
        rij("gestarte-interventies", "Start een interventie", C::StartInterventie),
        rij("beeindigde-interventies", "Beëindig een interventie", C::BeeindigInterventie),
        rij("loonmaatregelen", "Leg een loonmaatregel op", C::LegLoonmaatregelOp),
        rij("beeindigde-loonmaatregelen", "Beëindig een loonmaatregel", C::BeeindigLoonmaatregel),
        rij(
            "vangnetmeldingen-werknemer",
            "Meld een vangnet, als werknemer",
            C::MeldVangnetAlsWerknemer,
        ),
        rij(
            "vangnetmeldingen-arbodienst",
            "Meld een vangnet, als arbodienst",
            C::MeldVangnetAlsArbodienst,
        ),
        rij(
            "vangnetmeldingen-uwv",
            "Leg vast dat het vangnet bij UWV is gemeld",
            C::MeldVangnetBijUwv,
        ),
        rij("regres", "Leg vast of een derde aansprakelijk is", C::MeldRegres),
        rij("aow-datums", "Leg de AOW-datum vast", C::LegAowDatumVast),
        rij("actuele-oordelen", "Leg het actueel oordeel vast", C::StelActueelOordeelVast),
        rij(
            "medische-informatie",
            "Overhandig het medische deel aan de werknemer",
            C::OverhandigMedischeInformatie,
        ),
        rij("eindevaluaties", "Leg de eindevaluatie vast", C::StelEindevaluatieVast),
        rij(
            "oordelen-werknemer",
            "Leg het oordeel van de werknemer vast",
            C::LegOordeelWerknemerVast,
        ),
        rij(
            "riv-concepten",
            "Stel het concept van het re-integratieverslag op",
            C::StelRivConceptOp,
        ),
        rij("riv-overdrachten", "Draag het re-integratieverslag over", C::DraagRivOver),
        rij("wia-aanvragen", "Leg de WIA-aanvraag vast", C::LegWiaAanvraagVast),
        rij("uwv-brieven", "Leg een brief van UWV vast", C::LegUwvBriefVast),
        rij("uwv-besluiten", "Leg een besluit van UWV vast", C::LegUwvBesluitVast),
        rij(
            "einden-dienstverband",
            "Leg het einde van het dienstverband vast",
            C::BeeindigDienstverband,
        ),
        rij("sluitingen", "Sluit het dossier", C::SluitDossier),
        rij("heropeningen", "Heropen het dossier", C::HeropenDossier),
        rij("doorzendingen", "Stuur gegevens door aan een andere partij", C::StuurDoor),
        rij("eigen-stappen", "Meld een eigen stap van het protocol gedaan", C::MeldEigenStapGedaan),
        rij("uitstel", "Stel een herinnering uit, met de reden", C::StelHerinneringUit),
    ]
}
