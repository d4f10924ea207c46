//! Supervision: what somebody could open on a day, in which lists a dossier stood, and the periodic review of rights.

use axum::extract::rejection::QueryRejection;
use axum::extract::{FromRequestParts, Path, Query, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::bevoegdheid::Organisatie;
use wvp_domain::leeslog::Getoond;
use wvp_domain::{AccountId, Datum, DossierId, StukId};
use wvp_engine::klok::tijdstip;
use wvp_engine::{Gebruiker, Houder, RedenNakijken, Regel, Sessie, SoortRecht, Toen, doel_van};
use wvp_projections::tijdlijn::beeld::letter;

use super::gedeeld::{DOSSIER, Gedeeld, IDEMPOTENTIE, fout, nummer_van_verzoek, tekst, vraag};
use crate::eindpunt::Eindpunt;
use crate::probleem::{Probleem, Soort};
use crate::staat::Staat;
use crate::uit::Uit;
use crate::wacht::Ingelogd;

const GROEP: &str = "Toezicht";
const RECHT: Gedeeld = Gedeeld::nummer("recht", "Het nummer van het stuk dat het recht gaf");

pub(super) fn eindpunten() -> Vec<Eindpunt> {
    let alle = [
        Eindpunt::get("/v1/dossiers/{dossier}/inzage-toen", geef_toen)
            .heet("leesInzageToen", "Wat iemand op een dag kon openen, zonder inhoud")
            .met(DOSSIER.parameter())
            .met(vraag(
                "op",
                "De dag, met de feiten en rechten van toen (verplicht)",
                tekst("date"),
            ))
            .met(vraag("account", "Het account van die lezer (verplicht)", tekst("uuid")))
            .met(vraag("functie", "Partij en functie van die lezer (verplicht)", tekst("")))
            .geeft::<Toenlijst>(200, "Een regel per feit, alleen voor de functionaris"),
        Eindpunt::get("/v1/dossiers/{dossier}/lijstvermeldingen", geef_vermeldingen)
            .heet("lijstVermeldingen", "In welke lijsten en zoekvragen een dossier is getoond")
            .met(DOSSIER.parameter())
            .geeft::<Vermeldingen>(200, "De regels, de oudste eerst"),
        Eindpunt::get("/v1/na-te-kijken-rechten", geef_na_te_kijken)
            .heet("lijstNaTeKijkenRechten", "De rechten die aflopen, ongebruikt of te ruim zijn")
            .geeft::<Rechtenlijst>(200, "De rechten"),
        Eindpunt::post("/v1/na-te-kijken-rechten/{recht}/_bevestig", bevestig)
            .heet("bevestigRecht", "Leg vast dat een recht is nagekeken en nodig blijft")
            .met(RECHT.parameter())
            .met(IDEMPOTENTIE.parameter())
            .leeg(204, "Bevestigd"),
        Eindpunt::post("/v1/na-te-kijken-rechten/{recht}/_trek-in", trek_in)
            .heet("trekRechtIn", "Trek een recht in, vanaf vandaag")
            .met(RECHT.parameter())
            .met(IDEMPOTENTIE.parameter())
            .leeg(204, "Ingetrokken"),
    ];
    alle.into_iter().map(|eindpunt| eindpunt.onder(GROEP)).collect()
}

/// A section, as far as it was there.
#[derive(Serialize, JsonSchema)]
struct Sectiebeeld {
    /// A, B, C or D; F for an invoice.
    categorie: char,
    /// The number of the compartment.
    compartiment: u8,
    /// Whether this reader could open it.
    open: bool,
}

/// One fact, without what it is.
#[derive(Serialize, JsonSchema)]
struct Toenrij {
    /// Place in the dossier, from 1.
    nummer: u64,
    vastgelegd_op: Datum,
    /// Whether the reader could know of it at all.
    zichtbaar: bool,
    secties: Vec<Sectiebeeld>,
}

/// What a reader could open on a day.
#[derive(Serialize, JsonSchema)]
struct Toenlijst {
    feiten: Vec<Toenrij>,
}

impl From<&Toen> for Toenrij {
    fn from(it: &Toen) -> Self {
        let sectie = |(compartiment, open): &(wvp_domain::Compartiment, bool)| Sectiebeeld {
            categorie: letter(compartiment.categorie()),
            compartiment: compartiment.nummer(),
            open: *open && it.is_zichtbaar,
        };
        Self {
            nummer: it.nummer,
            vastgelegd_op: it.vastgelegd_op,
            zichtbaar: it.is_zichtbaar,
            secties: it.secties.iter().map(sectie).collect(),
        }
    }
}

/// Whose rights, and of when.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Toenvraag {
    op: Datum,
    account: Uuid,
    functie: String,
}

async fn geef_toen(
    State(staat): State<Staat>,
    Path(dossier): Path<Uuid>,
    Ingelogd { wie, aanleiding }: Ingelogd,
    vraag: Result<Query<Toenvraag>, QueryRejection>,
) -> Result<Uit<Toenlijst>, Probleem> {
    let Query(Toenvraag { op, account, functie }) =
        vraag.map_err(|_| fout("", "`op`, `account` en `functie` horen erbij"))?;
    let lezer = functie.split_once('/').and_then(|(partij, naam)| Lezer::zoek(partij, naam).ok());
    let lezer = lezer.ok_or_else(|| fout("functie", "een partij en functie die bestaan"))?;
    let sessie = Sessie::ingelogd(doel_van(lezer)).met_tweede_factor();
    let over = Gebruiker { account: AccountId(account), lezer, sessie };
    let toen = staat.engine.toen(&wie, &over, DossierId(dossier), op, &aanleiding).await?;
    Ok(Uit(Toenlijst { feiten: toen.iter().map(Into::into).collect() }))
}

/// A list in which a dossier stood.
#[derive(Serialize, JsonSchema)]
struct Vermelding {
    /// When (UTC).
    tijdstip: String,
    /// To whom, as what and why; which others stood in it is left out.
    getoond: Getoond,
}

/// The lists in which a dossier stood.
#[derive(Serialize, JsonSchema)]
struct Vermeldingen {
    regels: Vec<Vermelding>,
}

async fn geef_vermeldingen(
    State(staat): State<Staat>,
    Path(dossier): Path<Uuid>,
    Ingelogd { wie, aanleiding }: Ingelogd,
) -> Result<Uit<Vermeldingen>, Probleem> {
    let regels = staat.engine.getoond(&wie, DossierId(dossier), &aanleiding).await?;
    let regel =
        |it: wvp_engine::Lijstregel| Vermelding { tijdstip: tijdstip(it.moment), getoond: it.wat };
    Ok(Uit(Vermeldingen { regels: regels.into_iter().map(regel).collect() }))
}

/// A right that needs a look.
#[derive(Serialize, JsonSchema)]
struct Rechtrij {
    /// The document that gave it.
    recht: StukId,
    /// What it is, in Dutch.
    soort: &'static str,
    /// The dossier or employer that it is for; none for a function or a task.
    bij: Option<Uuid>,
    /// Whose; none for an organisation.
    account: Option<AccountId>,
    /// Whose; none for a person.
    organisatie: Option<Organisatie>,
    /// Party and function it is for, where it is for one.
    functie: Option<String>,
    /// Last day (inclusive).
    tot_en_met: Option<Datum>,
    /// Last day of use.
    gebruikt_op: Option<Datum>,
    redenen: Vec<Reden>,
}

/// Why a right needs a look.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Reden {
    LooptAf,
    Ongebruikt,
    RuimerDanFunctie,
}

impl From<RedenNakijken> for Reden {
    fn from(reden: RedenNakijken) -> Self {
        match reden {
            RedenNakijken::LooptAf => Self::LooptAf,
            RedenNakijken::Ongebruikt => Self::Ongebruikt,
            RedenNakijken::RuimerDanFunctie => Self::RuimerDanFunctie,
        }
    }
}

/// Rights that need a look.
#[derive(Serialize, JsonSchema)]
struct Rechtenlijst {
    rechten: Vec<Rechtrij>,
}

impl From<Regel> for Rechtrij {
    fn from(it: Regel) -> Self {
        let bij = match it.soort {
            SoortRecht::Functie | SoortRecht::Delegatie => None,
            SoortRecht::Toewijzing(id) | SoortRecht::Opdracht(id) | SoortRecht::Polis(id) => {
                Some(id)
            }
            SoortRecht::Afwijking(dossier) | SoortRecht::Toets(dossier) => Some(dossier.0),
        };
        let (account, organisatie) = match it.houder {
            Houder::Account(account) => (Some(account), None),
            Houder::Organisatie(plek) => (None, Some(plek)),
        };
        Self {
            recht: it.recht,
            soort: it.soort.naam(),
            bij,
            account,
            organisatie,
            functie: it.lezer,
            tot_en_met: it.tot_en_met,
            gebruikt_op: it.gebruikt_op,
            redenen: it.redenen.into_iter().map(Into::into).collect(),
        }
    }
}

async fn geef_na_te_kijken(
    State(staat): State<Staat>,
    Ingelogd { wie, .. }: Ingelogd,
) -> Result<Uit<Rechtenlijst>, Probleem> {
    let regels = staat.engine.nakijken(&wie).await?;
    Ok(Uit(Rechtenlijst { rechten: regels.into_iter().map(Into::into).collect() }))
}

/// A right of the list as it is now, of any other this door knows nothing, with the number of what is done with it.
struct Nagekeken {
    wie: Gebruiker,
    regel: Regel,
    stuk: StukId,
}

impl FromRequestParts<Staat> for Nagekeken {
    type Rejection = Probleem;

    async fn from_request_parts(delen: &mut Parts, staat: &Staat) -> Result<Self, Probleem> {
        let Ingelogd { wie, .. } = Ingelogd::from_request_parts(delen, staat).await?;
        let pad = Path::<Uuid>::from_request_parts(delen, staat).await;
        let onbekend = || Probleem::van(Soort::NietGevonden);
        let Path(recht) = pad.map_err(|_| onbekend())?;
        let stuk = StukId(nummer_van_verzoek(&delen.headers)?);
        let mut regels = staat.engine.nakijken(&wie).await?.into_iter();
        let regel = regels.find(|it| it.recht.0 == recht).ok_or_else(onbekend)?;
        Ok(Self { wie, regel, stuk })
    }
}

async fn bevestig(
    State(staat): State<Staat>,
    Nagekeken { wie, regel, stuk }: Nagekeken,
) -> Result<StatusCode, Probleem> {
    staat.engine.bevestig_recht(&wie, &regel, stuk).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn trek_in(
    State(staat): State<Staat>,
    Nagekeken { wie, regel, stuk }: Nagekeken,
) -> Result<StatusCode, Probleem> {
    staat.engine.trek_recht_in(&wie, &regel, stuk).await?;
    Ok(StatusCode::NO_CONTENT)
}
