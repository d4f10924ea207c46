//! kill -9 at a random moment.

use crate::lading::{Bevestigd, dood_een_schrijver, schoon, toets};
use crate::toeval::Toeval;

/// Rounds on one store before a new one is begun.
const OP_EEN: usize = 10;

pub(crate) async fn moord(rondes: usize) {
    let map = tempfile::tempdir().unwrap();
    let mut toeval = Toeval::new();
    let (mut bevestigd, mut totaal) = (Bevestigd::default(), 0);
    for ronde in 0..rondes {
        if ronde % OP_EEN == 0 {
            schoon(map.path());
            totaal += bevestigd.aantal();
            bevestigd = Bevestigd::default();
        }
        dood_een_schrijver(map.path(), &mut toeval, &mut bevestigd, |_| {});
        toets(map.path(), &bevestigd).await;
    }
    println!("{rondes} rondes, {} bevestigde gebeurtenissen", totaal + bevestigd.aantal());
}
