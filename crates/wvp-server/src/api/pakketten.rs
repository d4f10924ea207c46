//! The re-integratieverslag as a package: put together and recorded, and held against the log when it comes back.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;
use wvp_domain::DossierId;
use wvp_engine::{Aanleiding, Gebruiker, Manifest, Pakket};

use super::gedeeld::{DOSSIER, fout};
use crate::archief::{ArchiefFout, pak, pak_uit};
use crate::bestand::{Bestand, ZIP};
use crate::eindpunt::{Eindpunt, Grens};
use crate::invoer::eis_soort;
use crate::probleem::{Probleem, Soort};
use crate::staat::Staat;
use crate::uit::Uit;
use crate::wacht::Ingelogd;

const GROEP: &str = "Papieren";

/// The list of contents of a package.
const INHOUDSLIJST: &str = "manifest.json";
/// What a package comes back as.
const SOORTEN: &[&str] = &[ZIP];

pub(super) fn eindpunten() -> Vec<Eindpunt> {
    vec![maak(), controle()]
}

fn maak() -> Eindpunt {
    let uitleg = "De PDF's, met in `manifest.json` wat ze zijn en waar ze op rusten";
    Eindpunt::post("/v1/dossiers/{dossier}/pakketten", geef_pakket)
        .heet("maakRivPakket", "Stel het re-integratieverslag samen, als ZIP")
        .onder(GROEP)
        .met(DOSSIER.parameter())
        .geeft_bestand(200, uitleg, &[ZIP])
}

async fn geef_pakket(
    State(staat): State<Staat>,
    Path(dossier): Path<Uuid>,
    Ingelogd { wie, aanleiding }: Ingelogd,
) -> Result<Bestand, Probleem> {
    stel_samen(staat, dossier, wie, aanleiding).await
}

/// Puts a package together. It is recorded before anybody can see it: one that was handed out is in the log.
///
/// # Errors
///
/// A problem with the refusal.
pub(crate) async fn stel_samen(
    staat: Staat,
    dossier: Uuid,
    wie: Gebruiker,
    aanleiding: Aanleiding,
) -> Result<Bestand, Probleem> {
    let Staat { engine, drukpers, .. } = staat;
    let opmaker = drukpers.drukkerij.verslag();
    let gemaakt = drukpers.druk(async move {
        let dossier = DossierId(dossier);
        let pakket = engine.riv_pakket(&wie, dossier, &aanleiding, &*opmaker).await?;
        let inhoud = als_archief(&pakket)?;
        engine.leg_riv_vast(&wie, &pakket).await?;
        Ok((pakket.manifest.versie.unwrap_or_default(), inhoud))
    });
    let (versie, inhoud) = gemaakt.await?;
    Ok(Bestand { soort: ZIP, naam: format!("re-integratieverslag_{versie}.zip"), inhoud })
}

fn als_archief(pakket: &Pakket) -> Result<Vec<u8>, Probleem> {
    let papieren = pakket.bestanden.iter().map(|it| (it.naam.as_str(), it.inhoud.as_slice()));
    let alle = papieren.chain([(INHOUDSLIJST, pakket.lijst.as_slice())]);
    pak(alle).map_err(|fout| Probleem::storing(&fout))
}

/// What holding a package against the log came to.
#[derive(Serialize, JsonSchema)]
struct Nagekeken {
    /// Whether it is unchanged and belongs to the log.
    klopt: bool,
    /// The version that it says it is.
    versie: Option<usize>,
    /// Everything in which it differs, in Dutch.
    afwijkingen: Vec<String>,
}

fn controle() -> Eindpunt {
    Eindpunt::post("/v1/dossiers/{dossier}/pakketten/_controle", kijk_na)
        .heet("controleerRivPakket", "Kijk na of een pakket onveranderd is en bij het log hoort")
        .onder(GROEP)
        .met(DOSSIER.parameter())
        .neemt_bestand(SOORTEN, Grens::Pakket)
        .geeft::<Nagekeken>(200, "Wat eruit kwam")
}

async fn kijk_na(
    State(staat): State<Staat>,
    Path(dossier): Path<Uuid>,
    ingelogd: Ingelogd,
    koppen: HeaderMap,
    lijf: Bytes,
) -> Result<Uit<Nagekeken>, Probleem> {
    eis_soort(&koppen, SOORTEN)?;
    let hoogstens = Grens::Pakket.bytes(&staat.instellingen);
    let mut bestanden = pak_uit(&lijf, hoogstens).map_err(|waarom| match waarom {
        ArchiefFout::GeenArchief => fout("", &waarom.to_string()),
        ArchiefFout::TeGroot => Probleem::van(Soort::TeGroot).met_detail(waarom.to_string()),
    })?;
    let lijst = bestanden.remove(INHOUDSLIJST);
    let lijst = lijst.ok_or_else(|| fout(INHOUDSLIJST, "dit bestand ontbreekt"))?;
    let manifest: Manifest = serde_json::from_slice(&lijst)
        .map_err(|_| fout(INHOUDSLIJST, "dit is geen inhoudslijst van een pakket"))?;
    if manifest.dossier != dossier {
        return Err(fout(INHOUDSLIJST, "dit pakket is van een ander dossier"));
    }
    let (Ingelogd { wie, aanleiding }, stukken) = (&ingelogd, (lijst.as_slice(), &bestanden));
    let alle = staat.engine.kijk_pakket_na_voor(wie, &manifest, stukken, aanleiding).await?;
    Ok(Uit(Nagekeken {
        klopt: alle.is_empty(),
        versie: manifest.versie,
        afwijkingen: alle.iter().map(ToString::to_string).collect(),
    }))
}
