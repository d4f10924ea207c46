//! One table: durable appends by 1, 8, 64 and 512 writers at once, in our stores and in other ways, on one disk
//! and one server; then reading. Arguments: seconds for each measurement (4), and words of which one must occur
//! in the name of a way for it to be measured (all).

mod bestand;
mod gewoon;
mod postgres_es;
mod winkel;

use std::time::Duration;

use tempfile::tempdir;
use wvp_proefserver::Proefserver;

use logbench::last::{LADING, Uitkomst};
use logbench::tabel::{Tabel, bytes_in};

const SCHRIJVERS: [u64; 4] = [1, 8, 64, 512];

const LIMIET: &str = "raw file, group commit";
const LOS: &str = "raw file, one sync an event";
const INGEBED: &str = "embedded store";
const SERVER: &str = "PostgreSQL store";
const SERVER_2: &str = "PostgreSQL store, 2 nodes";
const GEWOON: &str = "PostgreSQL, plain";
const ANDER: &str = "postgres-es 0.5";

#[tokio::main]
async fn main() -> Uitkomst<()> {
    let argumenten: Vec<String> = std::env::args().skip(1).filter(|it| it != "--bench").collect();
    let duur = argumenten.first().map_or(Ok(4.0), |eerste| eerste.parse())?;
    let duur = Duration::from_secs_f64(duur);
    let woorden = argumenten.get(1..).unwrap_or_default().to_vec();
    let gevraagd =
        move |naam: &str| woorden.is_empty() || woorden.iter().any(|woord| naam.contains(woord));
    let mut tabel = Tabel::begin(&format!("{LADING} bytes of payload an event, {duur:?} each"));
    for schrijvers in SCHRIJVERS {
        for (naam, samen) in [(LIMIET, bestand::SAMEN), (LOS, 1)] {
            if gevraagd(naam) {
                let map = tempdir()?;
                let (tijden, bytes) = bestand::meet(map.path(), samen, schrijvers, duur).await?;
                tabel.zet(naam, schrijvers, &tijden, bytes);
            }
        }
        if gevraagd(INGEBED) {
            let map = tempdir()?;
            let tijden = winkel::meet(&[winkel::sled(map.path()).await?], schrijvers, duur).await?;
            tabel.zet(INGEBED, schrijvers, &tijden, bytes_in(map.path())?);
        }
    }
    if gevraagd(INGEBED) {
        let map = tempdir()?;
        tabel.lees(INGEBED, &winkel::lees(&winkel::sled(map.path()).await?).await?);
    }
    if [SERVER, SERVER_2, GEWOON, ANDER].into_iter().any(&gevraagd) {
        op_de_server(&mut tabel, &gevraagd, duur).await?;
    }
    tabel.verhoudingen(&[(INGEBED, LIMIET), (SERVER, ANDER), (SERVER, GEWOON)]);
    Ok(())
}

async fn op_de_server(
    tabel: &mut Tabel,
    gevraagd: &impl Fn(&str) -> bool,
    duur: Duration,
) -> Uitkomst<()> {
    let server = Proefserver::start()?;
    for schrijvers in SCHRIJVERS {
        for (naam, aantal) in [(SERVER, 1), (SERVER_2, 2)] {
            if gevraagd(naam) {
                let url = server.maak_database()?;
                let mut knopen = vec![];
                for _ in 0..aantal {
                    knopen.push(winkel::postgres(&url).await?);
                }
                let tijden = winkel::meet(&knopen, schrijvers, duur).await?;
                let bytes = gewoon::bytes(&url, "poortwachter.record").await?;
                tabel.zet(naam, schrijvers, &tijden, bytes);
            }
        }
        if gevraagd(GEWOON) {
            let url = server.maak_database()?;
            let tijden = gewoon::meet(&url, schrijvers, duur).await?;
            tabel.zet(GEWOON, schrijvers, &tijden, gewoon::bytes(&url, "gewoon").await?);
        }
        if gevraagd(ANDER) {
            let url = server.maak_database()?;
            let tijden = postgres_es::meet(&url, schrijvers, duur).await?;
            tabel.zet(ANDER, schrijvers, &tijden, gewoon::bytes(&url, "events").await?);
        }
    }
    if gevraagd(SERVER) {
        let winkel = winkel::postgres(&server.maak_database()?).await?;
        tabel.lees(SERVER, &winkel::lees(&winkel).await?);
    }
    Ok(())
}
