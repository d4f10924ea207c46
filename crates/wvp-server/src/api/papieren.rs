//! Papers: which documents a dossier has, one of them as a PDF, letters, and what is for the employee alone.

mod lijst;

pub(crate) use lijst::woord_van_afschrift;

use axum::extract::{Path, Query, State};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;
use wvp_domain::mijlpaal::riv::Element;
use wvp_domain::papier::{Briefwoorden, Herstelwoorden, Papier, Verkortwoorden};
use wvp_domain::{DossierId, StukId};
use wvp_engine::{GeslotenFout, Stukvraag, Wachtwoordtekst};

use super::gedeeld::{DOSSIER, fout, tekst};
use crate::archief::pak;
use crate::bestand::{Bestand, PDF, ZIP};
use crate::eindpunt::{Eindpunt, Methode, Parameter, Waar};
use crate::probleem::{Probleem, Soort};
use crate::staat::Staat;
use crate::wacht::Ingelogd;

const GROEP: &str = "Papieren";

/// The list of contents of the folder of the employee.
const INHOUD: &str = "inhoud.json";

pub(super) fn eindpunten() -> Vec<Eindpunt> {
    vec![
        lijst::eindpunt(),
        afschrift(),
        brieven(),
        verkorte_verslagen(),
        herstelformulieren(),
        werknemersmap(),
        gesloten_delen(),
    ]
}

/// A paper that is made of facts alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum Afschrift {
    Probleemanalyse,
    BijstellingProbleemanalyse,
    PlanVanAanpak,
    BijstellingPlanVanAanpak,
    Voortgangsverslag,
    Eerstejaarsevaluatie,
    ActueelOordeel,
    Eindevaluatie,
    OordeelWerknemer,
    #[serde(rename = "melding-42e-week")]
    Melding42eWeek,
    Herstelmelding,
}

impl Afschrift {
    const ALLE: [Self; 11] = [
        Self::Probleemanalyse,
        Self::BijstellingProbleemanalyse,
        Self::PlanVanAanpak,
        Self::BijstellingPlanVanAanpak,
        Self::Voortgangsverslag,
        Self::Eerstejaarsevaluatie,
        Self::ActueelOordeel,
        Self::Eindevaluatie,
        Self::OordeelWerknemer,
        Self::Melding42eWeek,
        Self::Herstelmelding,
    ];

    /// The paper of an element; none for what is medical.
    fn van(element: Element) -> Option<Self> {
        match element {
            Element::Probleemanalyse => Some(Self::Probleemanalyse),
            Element::BijstellingProbleemanalyse => Some(Self::BijstellingProbleemanalyse),
            Element::PlanVanAanpak => Some(Self::PlanVanAanpak),
            Element::BijstellingPlanVanAanpak => Some(Self::BijstellingPlanVanAanpak),
            Element::Eerstejaarsevaluatie => Some(Self::Eerstejaarsevaluatie),
            Element::ActueelOordeel => Some(Self::ActueelOordeel),
            Element::Eindevaluatie => Some(Self::Eindevaluatie),
            Element::OordeelWerknemer => Some(Self::OordeelWerknemer),
            Element::MedischeInformatie => None,
        }
    }

    fn papier(self) -> Papier {
        match self {
            Self::Probleemanalyse => Papier::Element(Element::Probleemanalyse),
            Self::BijstellingProbleemanalyse => {
                Papier::Element(Element::BijstellingProbleemanalyse)
            }
            Self::PlanVanAanpak => Papier::Element(Element::PlanVanAanpak),
            Self::BijstellingPlanVanAanpak => Papier::Element(Element::BijstellingPlanVanAanpak),
            Self::Eerstejaarsevaluatie => Papier::Element(Element::Eerstejaarsevaluatie),
            Self::ActueelOordeel => Papier::Element(Element::ActueelOordeel),
            Self::Eindevaluatie => Papier::Element(Element::Eindevaluatie),
            Self::OordeelWerknemer => Papier::Element(Element::OordeelWerknemer),
            Self::Voortgangsverslag => Papier::Voortgangsverslag,
            Self::Melding42eWeek => Papier::Melding42eWeek,
            Self::Herstelmelding => Papier::Herstelmelding(Herstelwoorden::default()),
        }
    }
}

/// The kinds, as the document names them.
fn soorten() -> Value {
    json!({ "type": "string", "enum": Afschrift::ALLE })
}

/// Of which document.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Welk {
    stuk: Option<Uuid>,
}

fn afschrift() -> Eindpunt {
    let soort =
        Parameter { naam: "soort", waar: Waar::Pad, uitleg: "Welk papier", schema: soorten() };
    let stuk = Parameter {
        naam: "stuk",
        waar: Waar::Vraag,
        uitleg: "Het nummer van het stuk; standaard het nieuwste",
        schema: tekst("uuid"),
    };
    Eindpunt::get("/v1/dossiers/{dossier}/afschriften/{soort}", geef_afschrift)
        .heet("leesAfschrift", "Een stuk als PDF, zoals u het mag lezen")
        .onder(GROEP)
        .met(DOSSIER.parameter())
        .met(soort)
        .met(stuk)
        .geeft_bestand(200, "Het stuk", &[PDF])
}

async fn geef_afschrift(
    State(staat): State<Staat>,
    pad: Result<Path<(Uuid, Afschrift)>, axum::extract::rejection::PathRejection>,
    ingelogd: Ingelogd,
    welk: Result<Query<Welk>, axum::extract::rejection::QueryRejection>,
) -> Result<Bestand, Probleem> {
    let Path((dossier, soort)) = pad.map_err(|_| Probleem::van(Soort::NietGevonden))?;
    let Query(Welk { stuk }) = welk.map_err(|_| fout("stuk", "verwacht een nummer (UUID)"))?;
    let vraag = Stukvraag { papier: soort.papier(), stuk: stuk.map(StukId) };
    druk_een(staat, ingelogd, DossierId(dossier), vraag).await
}

fn brieven() -> Eindpunt {
    Eindpunt::met_lijf(Methode::Post, "/v1/dossiers/{dossier}/brieven", maak_brief)
        .heet("maakBrief", "Een brief van de werkgever aan de werknemer, als PDF")
        .onder(GROEP)
        .met(DOSSIER.parameter())
        .voorbeeld(json!({
            "datum": "2025-05-01",
            "brief": {
                "soort": "oproep", "met": "bedrijfsarts", "op": "2025-05-08",
                "tijd": "10.30 uur", "plaats": "Arbo Noord, Groningen"
            }
        }))
        .geeft_bestand(200, "De brief; er is niets vastgelegd", &[PDF])
}

async fn maak_brief(
    staat: Staat,
    (Path(dossier), ingelogd): (Path<Uuid>, Ingelogd),
    woorden: Briefwoorden,
) -> Result<Bestand, Probleem> {
    let vraag = Stukvraag { papier: Papier::Brief(woorden), stuk: None };
    druk_een(staat, ingelogd, DossierId(dossier), vraag).await
}

fn verkorte_verslagen() -> Eindpunt {
    Eindpunt::met_lijf(Methode::Post, "/v1/dossiers/{dossier}/verkorte-verslagen", maak_verkort)
        .heet("maakVerkortVerslag", "Het verkorte re-integratieverslag, als PDF")
        .onder(GROEP)
        .met(DOSSIER.parameter())
        .voorbeeld(json!({
            "grond": "zes_tot_tien_weken",
            "stand_van_zaken": "Vier uur per dag in ander werk.",
            "wil_terug": true
        }))
        .geeft_bestand(200, "Het verslag; er is niets vastgelegd", &[PDF])
}

async fn maak_verkort(
    staat: Staat,
    (Path(dossier), ingelogd): (Path<Uuid>, Ingelogd),
    woorden: Verkortwoorden,
) -> Result<Bestand, Probleem> {
    let vraag = Stukvraag { papier: Papier::VerkortRiv(woorden), stuk: None };
    druk_een(staat, ingelogd, DossierId(dossier), vraag).await
}

/// Which recovery, with what UWV calls it.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Herstelaanvraag {
    /// The document; none is the newest.
    stuk: Option<Uuid>,
    /// UWV's reference.
    referentie: Option<String>,
}

fn herstelformulieren() -> Eindpunt {
    Eindpunt::met_lijf(Methode::Post, "/v1/dossiers/{dossier}/herstelformulieren", maak_herstel)
        .heet("maakHerstelformulier", "De herstelmelding voor UWV met hun kenmerk, als PDF")
        .onder(GROEP)
        .met(DOSSIER.parameter())
        .voorbeeld(json!({ "referentie": "LAO-42" }))
        .geeft_bestand(200, "De melding; er is niets vastgelegd of verstuurd", &[PDF])
}

async fn maak_herstel(
    staat: Staat,
    (Path(dossier), ingelogd): (Path<Uuid>, Ingelogd),
    Herstelaanvraag { stuk, referentie }: Herstelaanvraag,
) -> Result<Bestand, Probleem> {
    let papier = Papier::Herstelmelding(Herstelwoorden { referentie });
    let vraag = Stukvraag { papier, stuk: stuk.map(StukId) };
    druk_een(staat, ingelogd, DossierId(dossier), vraag).await
}

/// Makes one paper through the engine, which opens, refuses and notes.
async fn druk_een(
    staat: Staat,
    ingelogd: Ingelogd,
    dossier: DossierId,
    vraag: Stukvraag,
) -> Result<Bestand, Probleem> {
    let Staat { engine, drukpers, .. } = staat;
    let pers = drukpers.clone();
    let gemaakt = drukpers.druk(async move {
        let Ingelogd { wie, aanleiding } = ingelogd;
        let gemaakt = engine.stuk(&wie, dossier, vraag, &aanleiding, &*pers.drukkerij).await?;
        Ok(gemaakt)
    });
    let een = gemaakt.await?.into_iter().next();
    let een = een.ok_or_else(|| Probleem::van(Soort::NietGevonden))?;
    Ok(Bestand { soort: PDF, naam: een.naam, inhoud: een.inhoud })
}

fn werknemersmap() -> Eindpunt {
    Eindpunt::get("/v1/dossiers/{dossier}/werknemersmap", geef_werknemersmap)
        .heet("leesWerknemersmap", "De map van de werknemer: alle afschriften, als ZIP")
        .onder(GROEP)
        .met(DOSSIER.parameter())
        .geeft_bestand(200, "De papieren, met in `inhoud.json` wat ze zijn", &[ZIP])
}

async fn geef_werknemersmap(
    State(staat): State<Staat>,
    Path(dossier): Path<Uuid>,
    ingelogd: Ingelogd,
) -> Result<Bestand, Probleem> {
    let Staat { engine, drukpers, .. } = staat;
    let opmaker = drukpers.drukkerij.werknemersmap();
    let inhoud = drukpers.druk(async move {
        let Ingelogd { wie, aanleiding } = ingelogd;
        let map = engine.werknemersmap(&wie, DossierId(dossier), &aanleiding, &*opmaker).await?;
        let lijst = serde_json::to_vec_pretty(&map.lijst);
        let lijst = lijst.map_err(|fout| Probleem::storing(&fout))?;
        let papieren = map.bestanden.iter().map(|it| (it.naam.as_str(), it.inhoud.as_slice()));
        let alle = papieren.chain([(INHOUD, lijst.as_slice())]);
        pak(alle).map_err(|fout| Probleem::storing(&fout))
    });
    let naam = "werknemersmap.zip".to_owned();
    Ok(Bestand { soort: ZIP, naam, inhoud: inhoud.await? })
}

/// Under which password. Has no `Debug`.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Geslotenaanvraag {
    /// Of at least twelve characters; it is not kept.
    #[schemars(length(min = 12))]
    wachtwoord: Wachtwoord,
    /// The document; none is the newest.
    stuk: Option<Uuid>,
}

/// A text that leaves no copy behind in memory.
#[derive(Deserialize, JsonSchema)]
#[serde(from = "String")]
#[schemars(with = "String")]
struct Wachtwoord(Wachtwoordtekst);

impl From<String> for Wachtwoord {
    fn from(tekst: String) -> Self {
        Self(Wachtwoordtekst::new(tekst))
    }
}

fn gesloten_delen() -> Eindpunt {
    let uitleg = "Het medische deel; zonder het wachtwoord is er niets van te lezen";
    Eindpunt::met_lijf(Methode::Post, "/v1/dossiers/{dossier}/gesloten-delen", maak_gesloten)
        .heet("maakGeslotenDeel", "Het medische deel onder een wachtwoord, als PDF")
        .onder(GROEP)
        .met(DOSSIER.parameter())
        .voorbeeld(json!({ "wachtwoord": "vier losse woorden hier" }))
        .geeft_bestand(200, uitleg, &[PDF])
}

async fn maak_gesloten(
    staat: Staat,
    (Path(dossier), ingelogd): (Path<Uuid>, Ingelogd),
    Geslotenaanvraag { wachtwoord: Wachtwoord(wachtwoord), stuk }: Geslotenaanvraag,
) -> Result<Bestand, Probleem> {
    let Staat { engine, drukpers, .. } = staat;
    let pers = drukpers.clone();
    let gesloten = drukpers.druk(async move {
        let Ingelogd { wie, aanleiding } = ingelogd;
        let (dossier, stuk) = (DossierId(dossier), stuk.map(StukId));
        let invoer = engine.medische_invoer(&wie, dossier, stuk, &aanleiding).await?;
        pers.drukkerij.gesloten_deel(&invoer, wachtwoord).map_err(niet_gesloten)
    });
    let gesloten = gesloten.await?;
    Ok(Bestand { soort: PDF, naam: gesloten.naam, inhoud: gesloten.inhoud })
}

fn niet_gesloten(waarom: GeslotenFout) -> Probleem {
    match waarom {
        GeslotenFout::Wachtwoord(regel) => fout("wachtwoord", &regel),
        GeslotenFout::Opmaak(_) => Probleem::storing(&waarom),
    }
}
