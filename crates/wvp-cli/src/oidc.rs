//! Other parties that say who logs in, as the configuration names them.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use serde::Deserialize;
use wvp_kanalen::oidc::{Aanbieder, OidcInstelling};
use zeroize::Zeroizing;

use crate::configuratie::uit_omgeving;

/// One `[[oidc]]` of the configuration.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Oidcdeel {
    /// Its name in addresses.
    naam: String,
    /// Its name for people; the one in addresses when absent.
    titel: Option<String>,
    /// The address under which it signs.
    uitgever: String,
    /// Our name at the provider.
    client: String,
    /// The file with our secret at the provider; the environment goes before it.
    geheim_bestand: Option<PathBuf>,
    /// What is asked beside `openid`.
    #[serde(default)]
    scopes: Vec<String>,
    /// Values of `acr` that prove a second factor.
    #[serde(default)]
    acr: Vec<String>,
    /// Values of `amr` that prove a second factor.
    #[serde(default)]
    amr: Vec<String>,
    /// The file with an authority to trust beside those of the machine, as PEM.
    wortel: Option<PathBuf>,
}

/// The parties that are named.
///
/// # Errors
///
/// When a setting cannot be used; it is named, and which party it is of.
pub(crate) fn aanbieders(
    delen: &[Oidcdeel],
    openbaar: Option<&str>,
) -> anyhow::Result<Vec<Arc<Aanbieder>>> {
    let mut alle: Vec<Arc<Aanbieder>> = vec![];
    for (nummer, deel) in delen.iter().enumerate() {
        let plek = || format!("configuratie, `oidc[{nummer}]`");
        if alle.iter().any(|it| it.naam() == deel.naam) {
            bail!("{}: `naam` komt twee keer voor", plek());
        }
        let aanbieder = deel.aanbieder(openbaar).with_context(plek)?;
        alle.push(Arc::new(aanbieder));
    }
    Ok(alle)
}

impl Oidcdeel {
    fn aanbieder(&self, openbaar: Option<&str>) -> anyhow::Result<Aanbieder> {
        let openbaar =
            openbaar.context("`openbaar_adres` ontbreekt: daar komt de browser terug")?;
        let openbaar = openbaar.trim_end_matches('/');
        let lees = |pad: &PathBuf| {
            std::fs::read_to_string(pad).with_context(|| format!("`{}`", pad.display()))
        };
        Ok(Aanbieder::try_new(OidcInstelling {
            naam: self.naam.clone(),
            titel: self.titel.clone().unwrap_or_else(|| self.naam.clone()),
            uitgever: self.uitgever.clone(),
            client: self.client.clone(),
            geheim: self.geheim()?,
            scopes: self.scopes.clone(),
            acr: self.acr.clone(),
            amr: self.amr.clone(),
            terugkeer: format!("{openbaar}/v1/sessies/_elders/{}/terugkeer", self.naam),
            na_uitloggen: format!("{openbaar}/"),
            extra_wortel: self.wortel.as_ref().map(lees).transpose()?,
        })?)
    }

    fn geheim(&self) -> anyhow::Result<Zeroizing<String>> {
        let sleutel = format!("oidc_geheim_{}", self.naam.replace('-', "_"));
        if let Some(geheim) = uit_omgeving(&sleutel) {
            return Ok(Zeroizing::new(geheim));
        }
        let Some(pad) = &self.geheim_bestand else {
            bail!(
                "geen geheim: noem `geheim_bestand`, of zet POORTWACHTER_{}",
                sleutel.to_uppercase()
            );
        };
        let tekst = std::fs::read_to_string(pad).with_context(|| format!("`{}`", pad.display()))?;
        Ok(Zeroizing::new(Zeroizing::new(tekst).trim().to_owned()))
    }
}
