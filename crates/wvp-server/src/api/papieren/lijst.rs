//! The documents of a dossier, as far as whoever asks may know of them.

use axum::extract::{Path, State};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;
use wvp_domain::{Datum, Dossier, DossierId, Feit, StukId};
use wvp_engine::herinneringen;
use wvp_projections::tijdlijn;
use wvp_projections::tijdlijn::Regel;

use super::super::gedeeld::DOSSIER;
use super::{Afschrift, GROEP};
use crate::eindpunt::Eindpunt;
use crate::probleem::Probleem;
use crate::staat::Staat;
use crate::uit::Uit;
use crate::wacht::Ingelogd;

/// A document.
#[derive(Serialize, JsonSchema)]
struct Stukrij {
    stuk: StukId,
    /// What it is, in Dutch.
    titel: &'static str,
    /// The day it is about.
    datum: Datum,
    /// Function of the one who recorded it.
    door: String,
    /// Day on which it was recorded.
    vastgelegd_op: Datum,
    /// Under which word it can be had as a PDF; none when there is no such paper.
    afschrift: Option<Afschrift>,
    /// Copies of it that were signed on paper.
    getekende_exemplaren: Vec<StukId>,
}

/// Documents.
#[derive(Serialize, JsonSchema)]
struct Stukkenlijst {
    stukken: Vec<Stukrij>,
}

pub(super) fn eindpunt() -> Eindpunt {
    Eindpunt::get("/v1/dossiers/{dossier}/stukken", geef)
        .heet("lijstStukken", "De stukken van een dossier die u mag kennen")
        .onder(GROEP)
        .met(DOSSIER.parameter())
        .geeft::<Stukkenlijst>(200, "De stukken, naar dag")
}

async fn geef(
    State(staat): State<Staat>,
    Path(dossier): Path<Uuid>,
    ingelogd: Ingelogd,
) -> Result<Uit<Stukkenlijst>, Probleem> {
    let Ingelogd { wie, aanleiding } = &ingelogd;
    let inzage = staat.engine.read_om(wie, DossierId(dossier), None, aanleiding).await?;
    let lijn = tijdlijn(&inzage.gebeurtenissen, inzage.feiten_van, herinneringen(wie.lezer));
    let stukken = lijn.regels.iter().filter_map(|regel| rij(&inzage.dossier, regel)).collect();
    Ok(Uit(Stukkenlijst { stukken }))
}

fn rij(dossier: &Dossier, regel: &Regel) -> Option<Stukrij> {
    let stuk = regel.stuk?;
    let exemplaren = dossier.getekend_exemplaar.iter().filter(|it| it.van == stuk);
    Some(Stukrij {
        stuk,
        titel: regel.titel,
        datum: regel.datum,
        door: regel.door.clone(),
        vastgelegd_op: regel.vastgelegd_op,
        afschrift: afschrift(dossier, stuk),
        getekende_exemplaren: exemplaren.map(|it| it.stuk).collect(),
    })
}

fn afschrift(dossier: &Dossier, stuk: StukId) -> Option<Afschrift> {
    fn heeft<F: Feit>(feiten: &[F], stuk: StukId) -> bool {
        feiten.iter().any(|feit| feit.stuk() == stuk)
    }
    if let Some((element, _)) = dossier.element_van(stuk) {
        return Afschrift::van(element);
    }
    let anders = [
        (heeft(&dossier.voortgangsgesprek, stuk), Afschrift::Voortgangsverslag),
        (heeft(&dossier.melding_42e_week, stuk), Afschrift::Melding42eWeek),
        (heeft(&dossier.herstelmelding, stuk), Afschrift::Herstelmelding),
    ];
    anders.into_iter().find_map(|(is_dit, afschrift)| is_dit.then_some(afschrift))
}

/// The word in addresses of the PDF of a document; none for what is no paper.
pub(crate) fn woord_van_afschrift(dossier: &Dossier, stuk: StukId) -> Option<String> {
    let woord = serde_json::to_value(afschrift(dossier, stuk)?).ok()?;
    woord.as_str().map(str::to_owned)
}
