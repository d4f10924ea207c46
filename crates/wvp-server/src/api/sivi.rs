//! Messages in the standard of SIVI: reports of absence of an employer in, papers for an employer out.

use axum::body::Bytes;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;
use wvp_berichten::sivi::{Regel, UitgaveFout, Uitslag, documenten, neem_in};
use wvp_domain::DossierId;
use wvp_engine::ExecuteError;
use wvp_uitwisseling::sivi::per_melding::{Gelezen, lees};

use super::gedeeld::{DOSSIER, fout, vraag};
use crate::bestand::Bestand;
use crate::eindpunt::{Eindpunt, Grens};
use crate::invoer::eis_soort;
use crate::probleem::{Probleem, Soort, Veldfout};
use crate::staat::Staat;
use crate::uit::Uit;
use crate::wacht::Ingelogd;

const GROEP: &str = "Uitwisselen";
const XML: &str = "application/xml";
/// What a message comes in as.
const SOORTEN: &[&str] = &[XML, "text/xml"];

pub(super) fn eindpunten() -> Vec<Eindpunt> {
    vec![verzuimmeldingen(), documentenbericht()]
}

/// What became of a message.
#[derive(Serialize, JsonSchema)]
struct Innameverslag {
    /// Whether this was a rehearsal: nothing was recorded, and rights were not judged.
    proef: bool,
    meldingen: Vec<Regel>,
}

/// Whether anything is to be recorded.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hoe {
    #[serde(default)]
    proef: bool,
}

fn verzuimmeldingen() -> Eindpunt {
    let uitleg = "Met `true` wordt er niets vastgelegd, en zijn rechten niet beoordeeld";
    Eindpunt::post("/v1/verzuimmeldingen", neem_op)
        .heet("neemVerzuimmeldingenOp", "Neem Verzuimmeldingen van een werkgever op (SIVI)")
        .onder(GROEP)
        .met(vraag("proef", uitleg, json!({ "type": "boolean" })))
        .neemt_bestand(SOORTEN, Grens::Bestand)
        .voorbeeld(include_str!("sivi/verzuimmeldingen.xml").into())
        .geeft::<Innameverslag>(200, "Wat er van elke melding is geworden")
        .weigert(409, "Geen enkele melding is opgenomen; alle redenen staan erin")
}

async fn neem_op(
    State(staat): State<Staat>,
    ingelogd: Ingelogd,
    hoe: Result<Query<Hoe>, QueryRejection>,
    koppen: HeaderMap,
    lijf: Bytes,
) -> Result<Uit<Innameverslag>, Probleem> {
    eis_soort(&koppen, SOORTEN)?;
    let Query(Hoe { proef }) = hoe.map_err(|_| fout("proef", "`true` of `false`"))?;
    let gelezen = lees(&lijf).map_err(|waarom| fout("", &waarom.to_string()))?;
    let als = (&ingelogd.wie, &ingelogd.aanleiding);
    let meldingen = neem_in(&staat.engine, als, &gelezen, proef).await.map_err(halverwege)?;
    eis_iets(&gelezen, &meldingen)?;
    Ok(Uit(Innameverslag { proef, meldingen }))
}

/// A message of which nothing was taken in is refused as a whole: as input when no report could be read, and
/// otherwise by rights or the law.
fn eis_iets(gelezen: &[Gelezen], meldingen: &[Regel]) -> Result<(), Probleem> {
    if meldingen.iter().any(|it| it.uitslag != Uitslag::Geweigerd) {
        return Ok(());
    }
    let redenen = meldingen.iter().flat_map(|it| &it.redenen);
    let fouten = redenen.map(|it| veldfout(&it.veld, &it.regel)).collect();
    if gelezen.iter().all(|it| it.melding.is_err()) {
        return Err(Probleem::invoer(fouten));
    }
    let nee = Probleem::van(Soort::Afgewezen).met_detail("Geen enkele melding is opgenomen.");
    Err(Probleem { fouten, ..nee })
}

fn veldfout(veld: &str, regel: &str) -> Veldfout {
    Veldfout { veld: veld.to_owned(), regel: regel.to_owned(), waarde: None }
}

/// Some of the reports may be in.
fn halverwege(waarom: ExecuteError) -> Probleem {
    let detail = "Een deel kan al zijn opgenomen. Stuur hetzelfde bericht later nog eens: wat er al is, \
                  verandert niet.";
    Probleem::from(waarom).met_detail(detail)
}

fn documentenbericht() -> Eindpunt {
    Eindpunt::get("/v1/dossiers/{dossier}/documentenbericht", geef_documenten)
        .heet(
            "leesDocumentenbericht",
            "De stukken die de werkgever mag hebben, als bericht Documenten (SIVI)",
        )
        .onder(GROEP)
        .met(DOSSIER.parameter())
        .geeft_bestand(200, "Het bericht; er is niets vastgelegd of verstuurd", &[XML])
        .weigert(409, "Dit bericht kan niet worden gemaakt; wat er mist staat erbij")
}

async fn geef_documenten(
    State(staat): State<Staat>,
    Path(dossier): Path<Uuid>,
    ingelogd: Ingelogd,
) -> Result<Bestand, Probleem> {
    let Staat { engine, drukpers, .. } = staat;
    let opmaker = drukpers.drukkerij.verslag();
    let inhoud = drukpers.druk(async move {
        let als = (&ingelogd.wie, &ingelogd.aanleiding);
        let bericht = documenten(&engine, als, DossierId(dossier), &*opmaker).await?;
        bericht.als_xml().map_err(|fout| Probleem::storing(&fout))
    });
    let inhoud = inhoud.await?.into_bytes();
    Ok(Bestand { soort: XML, naam: "documenten.xml".to_owned(), inhoud })
}

impl From<UitgaveFout> for Probleem {
    fn from(waarom: UitgaveFout) -> Self {
        let nee = Self::van(Soort::Afgewezen);
        match waarom {
            UitgaveFout::Papieren(fout) => fout.into(),
            UitgaveFout::GeenWerkgever => nee.met_detail(waarom.to_string()),
            // Which value says who it is.
            UitgaveFout::Waarde(_) => nee.met_detail(
                "Een gegeven van de werkgever of de werknemer past niet in dit bericht.",
            ),
            UitgaveFout::Documenten(fouten) => {
                let fouten = fouten.iter().map(|it| veldfout("Document", &it.to_string()));
                Self { fouten: fouten.collect(), ..nee }
            }
        }
    }
}
