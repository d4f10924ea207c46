//! A plain file: the limit of what the disk gives.

use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::thread;
use std::time::Duration;

use tokio::sync::{mpsc, oneshot};

use logbench::last::{LADING, Tijden, Uitkomst, schrijf};

/// Events that share a sync at most.
pub(crate) const SAMEN: usize = 1024;

type Wachtend = oneshot::Sender<()>;

/// Appends the payload alone, so many events a sync at most; answers the bytes of the file too.
pub(crate) async fn meet(
    map: &Path,
    samen: usize,
    schrijvers: u64,
    duur: Duration,
) -> Uitkomst<(Tijden, u64)> {
    let pad = map.join("bestand");
    let bestand = File::create(&pad)?;
    let (wachtrij, mut uit) = mpsc::channel::<Wachtend>(SAMEN);
    let draad = thread::spawn(move || werk(bestand, samen, &mut uit));
    let tijden = schrijf(
        schrijvers,
        duur,
        |_| wachtrij.clone(),
        |wachtrij, _| async move {
            let (antwoord, wacht) = oneshot::channel();
            wachtrij.send(antwoord).await?;
            Ok(wacht.await?)
        },
    )
    .await?;
    drop(wachtrij);
    draad.join().map_err(|_| "the writer stopped")??;
    let bytes = pad.metadata()?.len();
    std::fs::remove_file(pad)?;
    Ok((tijden, bytes))
}

fn werk(
    mut bestand: File,
    samen: usize,
    uit: &mut mpsc::Receiver<Wachtend>,
) -> std::io::Result<()> {
    let mut wachtend = vec![];
    while uit.blocking_recv_many(&mut wachtend, samen) > 0 {
        bestand.write_all(&vec![5; LADING * wachtend.len()])?;
        bestand.sync_data()?;
        for antwoord in wachtend.drain(..) {
            // Whoever asked may have stopped.
            let _weg = antwoord.send(());
        }
    }
    Ok(())
}
