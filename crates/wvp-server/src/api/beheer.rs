//! Running the house: how the daily work goes, what did not arrive, and handing work over.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::bezorging::{BerichtId, Kanaal, RedenOpgegeven};
use wvp_domain::{AccountId, Datum, DossierId, StukId};
use wvp_engine::klok::tijdstip;
use wvp_engine::{Gereedheid, Onbestelbaar, Overdracht, Voorraad};

use super::gedeeld::{Gedeeld, IDEMPOTENTIE, fout, nummer_van_verzoek};
use crate::eindpunt::{Eindpunt, Methode};
use crate::probleem::{Probleem, Soort};
use crate::staat::Staat;
use crate::uit::Uit;
use crate::wacht::Ingelogd;

const GROEP: &str = "Beheer";
const BERICHT: Gedeeld = Gedeeld::nummer("bericht", "Het nummer van het bericht");
const ACCOUNT: Gedeeld = Gedeeld::nummer("account", "Het account van wie overdraagt");

pub(super) fn eindpunten() -> Vec<Eindpunt> {
    let voorbeeld =
        json!({ "naar": Uuid::nil(), "functie": Lezer::CasemanagerZwWgaWvp.to_string() });
    let alle = [
        Eindpunt::get("/v1/gereedheid", geef_gereedheid)
            .heet("leesGereedheid", "Of het dagelijkse werk is gedaan, voor de beheerder")
            .geeft::<Gereedbeeld>(200, "De laatste tik en de bezorging"),
        Eindpunt::get("/v1/opgegeven-berichten", geef_opgegeven)
            .heet("lijstOpgegevenBerichten", "De berichten die niet zijn aangekomen")
            .geeft::<Opgegeven>(200, "De berichten, zonder hun inhoud"),
        Eindpunt::post("/v1/opgegeven-berichten/{bericht}/_hervat", hervat)
            .heet("hervatBericht", "Probeer een opgegeven bericht opnieuw")
            .met(BERICHT.parameter())
            .leeg(204, "Het gaat bij de volgende keer opnieuw uit"),
        Eindpunt::met_lijf(
            Methode::Post,
            "/v1/accounts/{account}/overgedragen-dossiers",
            draag_dossiers_over,
        )
        .heet("draagDossiersOver", "Geef de dossiers van een casemanager aan een ander")
        .met(ACCOUNT.parameter())
        .met(IDEMPOTENTIE.parameter())
        .voorbeeld(voorbeeld.clone())
        .geeft::<Overgedragen>(200, "Hoeveel er overgingen"),
        Eindpunt::met_lijf(
            Methode::Post,
            "/v1/accounts/{account}/overgedragen-toewijzingen",
            draag_toewijzingen_over,
        )
        .heet("draagToewijzingenOver", "Geef de toewijzingen van iemand aan een ander")
        .met(ACCOUNT.parameter())
        .met(IDEMPOTENTIE.parameter())
        .voorbeeld(voorbeeld)
        .geeft::<Overgedragen>(200, "Hoeveel er overgingen"),
    ];
    alle.into_iter().map(|eindpunt| eindpunt.onder(GROEP)).collect()
}

/// How the last tick went.
#[derive(Serialize, JsonSchema)]
struct Tikbeeld {
    /// The day that was closed.
    dag: Datum,
    /// When it began (UTC).
    tijdstip: String,
    /// Dossiers that were due.
    dossiers: u64,
    /// Dossiers that could not be looked at.
    mislukt: u64,
    /// Reminders that were recorded.
    herinneringen: u64,
    /// How many of those came late.
    laat: u64,
}

/// How delivery goes, one way.
#[derive(Serialize, JsonSchema)]
struct Bezorgbeeld {
    kanaal: Kanaal,
    /// When messages were last sent (UTC).
    tijdstip: String,
    /// Messages that wait.
    wachtend: u64,
    /// When the oldest of those was recorded (UTC).
    oudste: Option<String>,
    bezorgd: u64,
    opgegeven: u64,
    vervallen: u64,
}

/// Whether the daily work is done.
#[derive(Serialize, JsonSchema)]
struct Gereedbeeld {
    gereed: bool,
    /// Why it is not, in Dutch.
    redenen: Vec<String>,
    /// The last tick; none when there never was one.
    tik: Option<Tikbeeld>,
    bezorging: Vec<Bezorgbeeld>,
}

impl From<Gereedheid> for Gereedbeeld {
    fn from(it: Gereedheid) -> Self {
        let tik = it.tik.map(|tik| Tikbeeld {
            dag: tik.dag(),
            tijdstip: tijdstip(tik.moment),
            dossiers: tik.dossiers,
            mislukt: tik.mislukt,
            herinneringen: tik.herinneringen,
            laat: tik.laat,
        });
        let bezorging = it.bezorging.iter().map(|(kanaal, stand)| Bezorgbeeld {
            kanaal: *kanaal,
            tijdstip: tijdstip(stand.moment),
            wachtend: stand.wachtend,
            oudste: stand.oudste.map(tijdstip),
            bezorgd: stand.bezorgd,
            opgegeven: stand.opgegeven,
            vervallen: stand.vervallen,
        });
        Self {
            gereed: it.is_gereed(),
            redenen: it.redenen.iter().map(ToString::to_string).collect(),
            tik,
            bezorging: bezorging.collect(),
        }
    }
}

async fn geef_gereedheid(
    State(staat): State<Staat>,
    Ingelogd { wie, .. }: Ingelogd,
) -> Result<Uit<Gereedbeeld>, Probleem> {
    Ok(Uit(staat.engine.gereedheid_voor(&wie).await?.into()))
}

/// A message that did not arrive.
#[derive(Serialize, JsonSchema)]
struct Opgegevenrij {
    bericht: BerichtId,
    dossier: DossierId,
    kanaal: Kanaal,
    reden: RedenOpgegeven,
    /// Attempts made.
    pogingen: u16,
    op: Datum,
}

/// Messages that did not arrive.
#[derive(Serialize, JsonSchema)]
struct Opgegeven {
    berichten: Vec<Opgegevenrij>,
}

impl From<&Onbestelbaar> for Opgegevenrij {
    fn from(it: &Onbestelbaar) -> Self {
        let Onbestelbaar { dossier, bericht, kanaal, pogingen, reden, op } = *it;
        Self { bericht, dossier, kanaal, reden, pogingen, op }
    }
}

async fn geef_opgegeven(
    State(staat): State<Staat>,
    Ingelogd { wie, .. }: Ingelogd,
) -> Result<Uit<Opgegeven>, Probleem> {
    let alle = staat.engine.onbestelbaar(&wie).await?;
    Ok(Uit(Opgegeven { berichten: alle.iter().map(Into::into).collect() }))
}

async fn hervat(
    State(staat): State<Staat>,
    Path(bericht): Path<Uuid>,
    Ingelogd { wie, .. }: Ingelogd,
) -> Result<StatusCode, Probleem> {
    let alle = staat.engine.onbestelbaar(&wie).await?;
    let eigen: Vec<&Onbestelbaar> = alle.iter().filter(|it| it.bericht.0 == bericht).collect();
    if eigen.is_empty() {
        return Err(Probleem::van(Soort::NietGevonden));
    }
    for it in eigen {
        staat.engine.hervat(&wie, it).await?;
    }
    Ok(StatusCode::NO_CONTENT)
}

/// To whom.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Overnemer {
    /// The account of who takes over; it has the function already.
    naar: Uuid,
    /// Party and function.
    functie: String,
}

impl Overnemer {
    fn als_overdracht(&self, van: Uuid, stuk: Uuid) -> Result<Overdracht, Probleem> {
        let delen = self.functie.split_once('/');
        let lezer = delen.and_then(|(partij, naam)| Lezer::zoek(partij, naam).ok());
        let lezer = lezer.ok_or_else(|| fout("functie", "een partij en functie die bestaan"))?;
        let (van, naar) = (AccountId(van), AccountId(self.naar));
        Ok(Overdracht { stuk: StukId(stuk), van, naar, lezer })
    }
}

/// How many went over.
#[derive(Serialize, JsonSchema)]
struct Overgedragen {
    aantal: usize,
}

/// What comes with a request to hand over.
type Vanwie = (Path<Uuid>, Ingelogd, axum::http::HeaderMap);

async fn draag_dossiers_over(
    staat: Staat,
    (Path(van), Ingelogd { wie, .. }, koppen): Vanwie,
    naar: Overnemer,
) -> Result<Uit<Overgedragen>, Probleem> {
    let overdracht = naar.als_overdracht(van, nummer_van_verzoek(&koppen)?)?;
    let aantal = staat.engine.draag_voorraad_over(&wie, overdracht, Voorraad::Alles).await?;
    Ok(Uit(Overgedragen { aantal }))
}

async fn draag_toewijzingen_over(
    staat: Staat,
    (Path(van), Ingelogd { wie, .. }, koppen): Vanwie,
    naar: Overnemer,
) -> Result<Uit<Overgedragen>, Probleem> {
    let overdracht = naar.als_overdracht(van, nummer_van_verzoek(&koppen)?)?;
    let aantal = staat.engine.draag_toewijzingen_over(&wie, overdracht).await?;
    Ok(Uit(Overgedragen { aantal }))
}
