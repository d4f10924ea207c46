//! Logging in at another party: only a real browser holds what we answer against where our forms may lead.

use std::path::Path;

use serde_json::{Value, json};
use tests::aanbieder::{Proefaanbieder, vrij_adres};
use tests::bediend::Bediend;
use tests::bewoond::Bewoond;

use crate::wandeling::{WIENS, lopend, wandel_door};

#[tokio::test(flavor = "multi_thread")]
async fn wie_een_andere_partij_koppelt_logt_daar_voortaan_in() {
    let adres = vrij_adres().unwrap();
    let pakketten = Path::new(env!("CARGO_TARGET_TMPDIR")).join("oidc");
    let partij = Proefaanbieder::start(&pakketten, &format!("http://{adres}")).unwrap();
    let mut ernaast = None;
    let regel = async |bewoond: &Bewoond, vraag: &mut Value| {
        // The same house once more, at the address that the other party knows.
        let anders = |it: &mut wvp_server::instellingen::Instellingen| {
            it.adres = adres;
            it.aanbieders = vec![partij.bekend().unwrap()];
        };
        ernaast = Some(Bediend::start(bewoond.huis.engine.clone(), anders).unwrap());
        vraag["adres"] = json!(format!("http://{adres}"));
        vraag["elders"] = json!(format!("http://{}", partij.adres));
    };
    let gezien = wandel_door("bij_een_ander.mjs", vec![lopend(WIENS)], regel).await;
    assert_eq!(gezien.feit("gekoppeld"), "Losmaken");
    assert_eq!(gezien.feit("uit"), "/inloggen?gedaan");
    assert_eq!(gezien.feit("kop"), WIENS);
    ernaast.unwrap().stop().await.unwrap();
}
