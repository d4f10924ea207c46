//! Hears where the log ends: from notifications, and now and then by looking, for what was missed.

use std::sync::Arc;

use tokio_postgres::Error;
use wvp_store::Positie;

use crate::lezen::{KOP, kop_uit};
use crate::store::Gedeeld;
use crate::verbinding::{Pauzes, Verbinding};

/// Listens until the store closes; a connection that fails is opened again.
pub(crate) async fn luister(gedeeld: Arc<Gedeeld>) {
    let mut open = gedeeld.is_open();
    let pauzes = || Pauzes::new(gedeeld.instellingen.geduld, gedeeld.is_open());
    let mut wachten = pauzes();
    while *open.borrow_and_update() {
        let luisterend = luister_op_een_lijn(&gedeeld, &mut wachten, pauzes).await;
        if let Err(fout) = luisterend {
            tracing::warn!(reden = crate::fout::reden(&fout), "luisteren naar de log onderbroken");
        }
        if !wachten.pauze().await {
            // Out of patience, but there is nothing else to do: go on with the longest pauses.
            wachten = pauzes();
        }
    }
}

/// Returns without an error when the store closed.
async fn luister_op_een_lijn(
    gedeeld: &Arc<Gedeeld>,
    wachten: &mut Pauzes,
    opnieuw: impl Fn() -> Pauzes,
) -> Result<(), Error> {
    let hoorder = Arc::clone(gedeeld);
    let hoor = move |bericht: &str| {
        if let Ok(kop) = bericht.parse() {
            hoorder.maak_zichtbaar(Positie(kop));
        }
    };
    let mut lijn = Verbinding::open(&gedeeld.instellingen, hoor).await?;
    lijn.client().batch_execute("listen poortwachter").await?;
    let mut open = gedeeld.is_open();
    loop {
        let rijen = lijn.rijen(KOP, &[]).await?;
        if let Some(kop) = kop_uit(&rijen) {
            gedeeld.maak_zichtbaar(kop);
        }
        *wachten = opnieuw();
        let gesloten = open.wait_for(|open| !open);
        if tokio::time::timeout(gedeeld.instellingen.peiling, gesloten).await.is_ok() {
            return Ok(());
        }
    }
}
