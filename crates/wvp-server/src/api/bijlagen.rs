//! Copies that were signed on paper: handed in as a file, listed, and handed out.

use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use wvp_domain::mijlpaal::gedeeld::{Handtekening, Ondertekenaar, Ondertekening, Partij};
use wvp_domain::mijlpaal::getekend_exemplaar::{Bestandsoort, Exemplaar};
use wvp_domain::mijlpaal::riv::Element;
use wvp_domain::{Datum, Dossier, DossierId, StukId};
use wvp_engine::Inkomend;

use super::gedeeld::{DOSSIER, Gedeeld, fout, tekst};
use crate::bestand::{Bestand, DOCX, JPG, PDF};
use crate::eindpunt::{Eindpunt, Grens, Parameter, Waar};
use crate::invoer::eis_soort;
use crate::probleem::Probleem;
use crate::staat::Staat;
use crate::uit::Uit;
use crate::wacht::Ingelogd;

const GROEP: &str = "Tekenen";
const STUK: Gedeeld =
    Gedeeld::nummer("stuk", "Het nummer van het stuk waarvan dit een exemplaar is");
const EXEMPLAAR: Gedeeld = Gedeeld::nummer("exemplaar", "Het nummer van het exemplaar");

/// What may be handed in (RIV-23). What it really is follows from its content.
const SOORTEN: &[&str] = &[PDF, JPG, DOCX];

/// Names of people: in a header, because an address is written down in too many places.
const TEKENAARS: &str = "Ondertekenaars";

pub(super) fn eindpunten() -> Vec<Eindpunt> {
    vec![lijst(), neem(), geef()]
}

/// A copy, without its bytes.
#[derive(Serialize, JsonSchema)]
struct Exemplaarrij {
    exemplaar: StukId,
    /// The document that it is a copy of.
    van: StukId,
    element: Element,
    getekend_op: Datum,
    ontvangen_op: Datum,
    /// Which parties signed on it.
    partijen: Vec<Partij>,
    soort: Bestandsoort,
    /// Size in bytes.
    bytes: u64,
    /// SHA-256, in hexadecimal digits.
    sha256: String,
}

/// Copies.
#[derive(Serialize, JsonSchema)]
struct Exemplarenlijst {
    exemplaren: Vec<Exemplaarrij>,
}

fn lijst() -> Eindpunt {
    Eindpunt::get("/v1/dossiers/{dossier}/getekende-exemplaren", geef_lijst)
        .heet("lijstGetekendeExemplaren", "De exemplaren die op papier zijn getekend")
        .onder(GROEP)
        .met(DOSSIER.parameter())
        .geeft::<Exemplarenlijst>(200, "De exemplaren die u mag lezen, in volgorde van binnenkomst")
}

async fn geef_lijst(
    State(staat): State<Staat>,
    Path(dossier): Path<Uuid>,
    ingelogd: Ingelogd,
) -> Result<Uit<Exemplarenlijst>, Probleem> {
    let Ingelogd { wie, aanleiding } = &ingelogd;
    let inzage = staat.engine.read_om(wie, DossierId(dossier), None, aanleiding).await?;
    let rijen = inzage.dossier.getekend_exemplaar.iter().filter_map(|it| rij(&inzage.dossier, it));
    // A copy says what its document says, so it is there for the same readers.
    let leesbaar = |it: &Exemplaarrij| inzage.compartimenten.contains(&it.element.compartiment());
    Ok(Uit(Exemplarenlijst { exemplaren: rijen.filter(leesbaar).collect() }))
}

fn rij(dossier: &Dossier, it: &Exemplaar) -> Option<Exemplaarrij> {
    let (element, _) = dossier.element_van(it.van)?;
    Some(Exemplaarrij {
        exemplaar: it.stuk,
        van: it.van,
        element,
        getekend_op: it.getekend_op,
        ontvangen_op: it.ontvangen_op,
        partijen: it.ondertekeningen.iter().map(|it| it.partij).collect(),
        soort: it.bestand.soort,
        bytes: it.bestand.bytes,
        sha256: it.bestand.sha256.clone(),
    })
}

/// When it was signed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Wanneer {
    getekend_op: Datum,
}

/// Somebody who signed on paper.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tekenaar {
    partij: Partij,
    naam: String,
    functie: String,
}

fn neem() -> Eindpunt {
    let parameter = |naam, waar, uitleg, schema| Parameter { naam, waar, uitleg, schema };
    Eindpunt::post("/v1/dossiers/{dossier}/stukken/{stuk}/getekende-exemplaren", neem_in)
        .heet("neemGetekendExemplaarIn", "Neem een exemplaar in dat op papier is getekend")
        .onder(GROEP)
        .met(DOSSIER.parameter())
        .met(STUK.parameter())
        .met(parameter(
            "getekendOp",
            Waar::Vraag,
            "De dag bij de handtekening, bij meer de laatste",
            tekst("date"),
        ))
        .met(parameter(
            TEKENAARS,
            Waar::Kop,
            "Wie erop tekende, voor een stuk van werkgever en werknemer: een JSON-lijst van \
             `partij`, `naam` en `functie`, met procenttekens gecodeerd (`encodeURIComponent`)",
            tekst(""),
        ))
        .neemt_bestand(SOORTEN, Grens::Bestand)
        .leeg(204, "Ingenomen, of het was er al")
}

async fn neem_in(
    State(staat): State<Staat>,
    Path((dossier, stuk)): Path<(Uuid, Uuid)>,
    ingelogd: Ingelogd,
    wanneer: Result<Query<Wanneer>, axum::extract::rejection::QueryRejection>,
    koppen: HeaderMap,
    lijf: Bytes,
) -> Result<StatusCode, Probleem> {
    eis_soort(&koppen, SOORTEN)?;
    let Query(Wanneer { getekend_op }) =
        wanneer.map_err(|_| fout("getekendOp", "een dag (JJJJ-MM-DD)"))?;
    let tekenaars = tekenaars(&koppen)?.into_iter();
    let inkomend = Inkomend {
        van: StukId(stuk),
        getekend_op,
        ondertekeningen: tekenaars.map(|it| it.op(getekend_op)).collect(),
        bytes: lijf.into(),
    };
    staat.engine.neem_exemplaar_in(&ingelogd.wie, DossierId(dossier), inkomend).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Who signed, from the header; nobody when it is not there.
fn tekenaars(koppen: &HeaderMap) -> Result<Vec<Tekenaar>, Probleem> {
    let Some(kop) = koppen.get(TEKENAARS) else { return Ok(vec![]) };
    let json = kop.to_str().ok().and_then(ontcijferd);
    let gelezen = json.and_then(|it| serde_json::from_slice(&it).ok());
    gelezen.ok_or_else(|| fout(TEKENAARS, "een lijst van `partij`, `naam` en `functie`, gecodeerd"))
}

/// The bytes behind `%E2%80%A6`; none when it is not well-formed.
fn ontcijferd(tekst: &str) -> Option<Vec<u8>> {
    let mut delen = tekst.split('%');
    let mut bytes = delen.next()?.as_bytes().to_vec();
    for deel in delen {
        let (cijfers, rest) = deel.split_at_checked(2)?;
        bytes.push(u8::from_str_radix(cijfers, 16).ok()?);
        bytes.extend_from_slice(rest.as_bytes());
    }
    Some(bytes)
}

impl Tekenaar {
    fn op(self, op: Datum) -> Ondertekening {
        let wie = Ondertekenaar { naam: self.naam, functie: self.functie };
        Ondertekening { partij: self.partij, wie, keuze: Handtekening::Getekend, op }
    }
}

fn geef() -> Eindpunt {
    Eindpunt::get("/v1/dossiers/{dossier}/getekende-exemplaren/{exemplaar}", geef_uit)
        .heet("leesGetekendExemplaar", "Een exemplaar dat op papier is getekend, als bestand")
        .onder(GROEP)
        .met(DOSSIER.parameter())
        .met(EXEMPLAAR.parameter())
        .geeft_bestand(200, "Het bestand", SOORTEN)
}

async fn geef_uit(
    State(staat): State<Staat>,
    Path((dossier, exemplaar)): Path<(Uuid, Uuid)>,
    ingelogd: Ingelogd,
) -> Result<Response, Probleem> {
    let Ingelogd { wie, aanleiding } = &ingelogd;
    let (dossier, stuk) = (DossierId(dossier), StukId(exemplaar));
    let uit = staat.engine.exemplaar(wie, dossier, stuk, aanleiding).await?;
    let soort = match uit.soort {
        Bestandsoort::Pdf => PDF,
        Bestandsoort::Jpg => JPG,
        Bestandsoort::Docx => DOCX,
    };
    let naam = format!("getekend_exemplaar_{}.{}", exemplaar.simple(), uit.soort.uitgang());
    Ok(Bestand { soort, naam, inhoud: uit.bytes }.into_response())
}

#[cfg(test)]
mod tests {
    use super::ontcijferd;

    #[test]
    fn een_naam_met_een_accent_komt_heel_over() {
        assert_eq!(ontcijferd("%5B%22Zo%C3%AB%22%5D").as_deref(), Some("[\"Zoë\"]".as_bytes()));
        assert_eq!(ontcijferd("half%C"), None);
        assert_eq!(ontcijferd("%zz"), None);
    }
}
