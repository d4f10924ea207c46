//! What a provider announces of itself (addresses, keys): asked when first needed, and again when it is old or when a
//! key turns up that is not in it.

use openidconnect::ProviderMetadataWithLogout;
use tokio::sync::Mutex;

use super::{Aanbieder, OidcFout};

/// Asked again after an hour: addresses change, keys that were withdrawn must go.
const OUD: i64 = 60 * 60;
/// Keys that nobody knows are looked for once a minute at most: anybody can sign with one.
const TUSSEN_VERVERSINGEN: i64 = 60;
/// A provider that does not answer is left alone for a moment: whoever logs in hears that at once.
const NA_EEN_FOUT: i64 = 5;

/// What is known of a provider. One asks, and all others wait for that.
#[derive(Default)]
pub(super) struct Bekend(Mutex<Stand>);

#[derive(Default)]
struct Stand {
    bekend: Option<ProviderMetadataWithLogout>,
    gevraagd: i64,
    ververst: Option<i64>,
    mislukt: Option<i64>,
}

impl Bekend {
    /// What is known now.
    pub(super) async fn nu(
        &self,
        van: &Aanbieder,
        nu: i64,
    ) -> Result<ProviderMetadataWithLogout, OidcFout> {
        let mut stand = self.0.lock().await;
        match &stand.bekend {
            Some(bekend) if nu - stand.gevraagd < OUD => Ok(bekend.clone()),
            // Old is better than nothing, for as long as the provider is away.
            Some(bekend) => {
                let oud = bekend.clone();
                Ok(stand.vraag(van, nu).await.unwrap_or(oud))
            }
            None => stand.vraag(van, nu).await,
        }
    }

    /// What is known after asking for keys again.
    pub(super) async fn opnieuw(
        &self,
        van: &Aanbieder,
        nu: i64,
    ) -> Result<ProviderMetadataWithLogout, OidcFout> {
        let mut stand = self.0.lock().await;
        if stand.ververst.is_some_and(|toen| nu - toen < TUSSEN_VERVERSINGEN) {
            return stand.bekend.clone().ok_or(OidcFout::Onbereikbaar);
        }
        stand.ververst = Some(nu);
        stand.vraag(van, nu).await
    }
}

impl Stand {
    async fn vraag(
        &mut self,
        van: &Aanbieder,
        nu: i64,
    ) -> Result<ProviderMetadataWithLogout, OidcFout> {
        if self.mislukt.is_some_and(|toen| nu - toen < NA_EEN_FOUT) {
            return Err(OidcFout::Onbereikbaar);
        }
        let vraag = ProviderMetadataWithLogout::discover_async(van.uitgever.clone(), &van.vrager);
        let Ok(bekend) = vraag.await else {
            self.mislukt = Some(nu);
            return Err(van.stil("adressen en sleutels"));
        };
        self.bekend = Some(bekend.clone());
        self.gevraagd = nu;
        self.mislukt = None;
        Ok(bekend)
    }
}
