//! The one writer of a node: takes what waits, takes its turn at the counter, judges, stores all of it
//! in one transaction, and answers after the commit.

use std::sync::Arc;

use tokio::sync::{mpsc, oneshot};
use tokio_postgres::Error;
use tokio_postgres::error::SqlState;
use wvp_store::{Positie, Resultaat, StoreError, Toevoeging, Versie};

use crate::fout::{is_voorbijgaand, store_fout};
use crate::geheugen::Geheugen;
use crate::groep::{Groep, Vraag};
use crate::rij::getal;
use crate::store::Gedeeld;
use crate::verbinding::{Pauzes, Verbinding, Waarde};

/// An append that waits, with where its answer goes.
#[derive(Debug)]
pub(crate) struct Opdracht {
    pub(crate) toevoegingen: Vec<Toevoeging>,
    pub(crate) antwoord: oneshot::Sender<Uitkomst>,
}

pub(crate) type Uitkomst = Result<Vec<Resultaat>, StoreError>;

/// Appends that share one commit at most, in number and in bytes.
const GROEP_HOOGSTENS: usize = 1024;
const GROEP_BYTES: usize = 8 << 20;

// INVARIANT: whoever writes holds this row until the commit, so that positions are handed out in the
// order of the commits.
const BEURT: &str = "select kop from poortwachter.teller for update";
/// The end of every stream of the group (no id), and the place of every event that is known already.
const STAND: &str = "select s, null::uuid, r.versie, r.hash, null::bigint \
    from unnest($1::bytea[]) s cross join lateral (select versie, hash from poortwachter.record \
    where stroom = s order by versie desc limit 1) r \
    union all select v.s, v.i, r.versie, null, r.positie \
    from unnest($2::bytea[], $3::uuid[]) v(s, i) cross join lateral (select versie, positie \
    from poortwachter.record where stroom = v.s and id = v.i limit 1) r";
/// The rows, the counter, and the news of it, in one statement.
const ZET: &str = "with rijen as (insert into poortwachter.record select * from unnest(\
    $1::bigint[], $2::bytea[], $3::bigint[], $4::uuid[], $5::text[], $6::integer[], $7::bigint[], \
    $8::bytea[], $9::bytea[], $10::bytea[])), \
    kop as (update poortwachter.teller set kop = $11::bigint) \
    select pg_notify('poortwachter', $11::text)";

/// The same in one trip, provided that the log still ends where this node left it. The counter comes first
/// and is held to the end, as in [`BEURT`]; where it says something else, nothing is done and no row answers.
const ZET_INEENS: &str = "with kop as (update poortwachter.teller set kop = $11::bigint \
    where kop = $12::bigint returning kop), \
    rijen as (insert into poortwachter.record select n.* from kop cross join unnest(\
    $1::bigint[], $2::bytea[], $3::bigint[], $4::uuid[], $5::text[], $6::integer[], $7::bigint[], \
    $8::bytea[], $9::bytea[], $10::bytea[]) n) \
    select pg_notify('poortwachter', $11::text) from kop";

/// The writer; lives in a task of its own, so that nobody who gives up waiting stops it half way.
pub(crate) struct Schrijver {
    pub(crate) gedeeld: Arc<Gedeeld>,
    pub(crate) verbinding: Option<Verbinding>,
    pub(crate) geheugen: Geheugen,
}

/// A group that was judged: the answers, and where the log ends when they are given.
struct Geoordeeld {
    uitkomsten: Vec<Uitkomst>,
    kop: Positie,
}

/// Why a group did not go through.
enum Mislukt {
    Server(Error),
    Store(StoreError),
}

impl From<Error> for Mislukt {
    fn from(fout: Error) -> Self {
        Self::Server(fout)
    }
}

impl Schrijver {
    /// Works until nobody can send any more.
    pub(crate) async fn werk(mut self, mut wachtrij: mpsc::Receiver<Opdracht>) {
        let mut wachtend = vec![];
        while wachtrij.recv_many(&mut wachtend, GROEP_HOOGSTENS).await > 0 {
            while !wachtend.is_empty() {
                let rest = wachtend.split_off(aantal_samen(&wachtend));
                self.verwerk(std::mem::replace(&mut wachtend, rest)).await;
            }
        }
    }

    /// Stores a group; on a connection that fails it tries again, until its patience is over.
    async fn verwerk(&mut self, groep: Vec<Opdracht>) {
        let mut pauzes = Pauzes::new(self.gedeeld.instellingen.geduld, self.gedeeld.is_open());
        let mislukt = loop {
            match self.probeer(&groep).await {
                Ok(Geoordeeld { uitkomsten, kop }) => {
                    self.gedeeld.maak_zichtbaar(kop);
                    return beantwoord(groep, uitkomsten);
                }
                Err(mislukt) => {
                    // Whatever state it is in: the next attempt begins on a new one.
                    self.verbinding = None;
                    self.geheugen.vergeet();
                    let nog_eens =
                        matches!(&mislukt, Mislukt::Server(fout) if is_voorbijgaand(fout));
                    if !(nog_eens && pauzes.pauze().await) {
                        break mislukt;
                    }
                }
            }
        };
        self.splits(groep, &mislukt).await;
    }

    /// One append that the server refuses must not take the others along: each goes alone.
    async fn splits(&mut self, groep: Vec<Opdracht>, mislukt: &Mislukt) {
        let door_een = matches!(mislukt, Mislukt::Server(fout) if !is_voorbijgaand(fout));
        if door_een && groep.len() > 1 {
            for opdracht in groep {
                Box::pin(self.verwerk(vec![opdracht])).await;
            }
            return;
        }
        for opdracht in groep {
            let fout = match mislukt {
                Mislukt::Server(fout) => store_fout(fout),
                Mislukt::Store(fout) => StoreError::Unavailable(fout.to_string()),
            };
            // Whoever asked may have gone.
            let _weg = opdracht.antwoord.send(Err(fout));
        }
    }

    /// One trip to the server when this node is the only one that writes, else two: take the turn and
    /// ask, then store and commit.
    async fn probeer(&mut self, groep: &[Opdracht]) -> Result<Geoordeeld, Mislukt> {
        let gedeeld = Arc::clone(&self.gedeeld);
        let verbinding = match &mut self.verbinding {
            Some(verbinding) => verbinding,
            leeg @ None => leeg.insert(Verbinding::open(&gedeeld.instellingen, |_| {}).await?),
        };
        let delen = || groep.iter().flat_map(|opdracht| &opdracht.toevoegingen);
        if let Some(mut stand) = self.geheugen.groep(delen()) {
            let begin = stand.kop;
            let uitkomsten = oordeel(&gedeeld, &mut stand, groep);
            // A refusal may rest on what is not remembered, such as that it is a retry.
            let is_gewoon = uitkomsten.iter().all(Result::is_ok) && begin < stand.kop;
            if is_gewoon && leg_ineens_vast(verbinding, begin, &stand).await? {
                self.geheugen.na_beurt(begin, &stand);
                return Ok(Geoordeeld { uitkomsten, kop: stand.kop });
            }
        }
        let mut stand = neem_beurt(verbinding, &Vraag::over(delen())).await?;
        let begin = stand.kop;
        let uitkomsten = oordeel(&gedeeld, &mut stand, groep);
        leg_vast(verbinding, &stand).await?;
        self.geheugen.na_beurt(begin, &stand);
        Ok(Geoordeeld { uitkomsten, kop: stand.kop })
    }
}

fn oordeel(gedeeld: &Gedeeld, stand: &mut Groep, groep: &[Opdracht]) -> Vec<Uitkomst> {
    let eis_heel = |stroom| gedeeld.schade.eis_heel(stroom, Versie(u64::MAX));
    groep.iter().map(|it| stand.neem_aan(it.toevoegingen.clone(), eis_heel)).collect()
}

/// Stores a group in one statement; whether it did: not when somebody else wrote, or when something of it
/// is stored already.
async fn leg_ineens_vast(
    verbinding: &mut Verbinding,
    begin: Positie,
    groep: &Groep,
) -> Result<bool, Mislukt> {
    let zet = verbinding.bereid(ZET_INEENS).await?;
    let (begin, kop) = (getal(begin.0), getal(groep.kop.0));
    let mut waarden = groep.nieuw.waarden(&kop).to_vec();
    waarden.push(&begin);
    // The answer is complete only after the commit of the statement.
    match verbinding.client().query(&zet, &waarden).await {
        Ok(rijen) => Ok(!rijen.is_empty()),
        Err(fout) if fout.code() == Some(&SqlState::UNIQUE_VIOLATION) => Ok(false),
        Err(fout) => Err(fout.into()),
    }
}

/// Begins a transaction, waits for the turn, and reads what the judgement has to know.
async fn neem_beurt(verbinding: &mut Verbinding, vraag: &Vraag) -> Result<Groep, Mislukt> {
    let (beurt, stand) = (verbinding.bereid(BEURT).await?, verbinding.bereid(STAND).await?);
    let client = verbinding.client();
    let waarden: [Waarde<'_>; 3] = [&vraag.stromen, &vraag.id_stromen, &vraag.ids];
    // Sent in this order without waiting in between; each statement sees what was committed when it
    // begins, so the last sees everything up to the turn.
    let (begin, kop, stand) = tokio::join!(
        biased;
        client.batch_execute("begin"),
        client.query_one(&beurt, &[]),
        client.query(&stand, &waarden),
    );
    begin?;
    let kop: i64 = kop?.try_get(0)?;
    Groep::uit(kop, &stand?).map_err(Mislukt::Store)
}

/// Stores the rows, moves the counter and commits; without rows it only gives the turn back.
async fn leg_vast(verbinding: &mut Verbinding, groep: &Groep) -> Result<(), Mislukt> {
    let rijen = &groep.nieuw;
    if rijen.posities.is_empty() {
        verbinding.client().batch_execute("commit").await?;
        return Ok(());
    }
    let zet = verbinding.bereid(ZET).await?;
    let client = verbinding.client();
    let kop = getal(groep.kop.0);
    let waarden = rijen.waarden(&kop);
    let (gezet, vast) = tokio::join!(
        biased;
        client.query(&zet, &waarden),
        client.batch_execute("commit"),
    );
    // A commit after a failure says yes and undoes everything: only both together are one.
    gezet?;
    vast?;
    Ok(())
}

/// How many of what waits go in one transaction: at least one.
fn aantal_samen(wachtend: &[Opdracht]) -> usize {
    let mut bytes = 0;
    let past = wachtend.iter().take_while(|opdracht| {
        let eerste = bytes == 0;
        bytes += omvang(opdracht).max(1);
        eerste || bytes <= GROEP_BYTES
    });
    past.count()
}

fn omvang(opdracht: &Opdracht) -> usize {
    let records = opdracht.toevoegingen.iter().flat_map(|deel| &deel.records);
    records.flat_map(|record| &record.secties).map(|sectie| sectie.cijfertekst.len()).sum()
}

fn beantwoord(groep: Vec<Opdracht>, uitkomsten: Vec<Uitkomst>) {
    for (opdracht, uitkomst) in groep.into_iter().zip(uitkomsten) {
        // Whoever asked may have gone; what was stored stays stored.
        let _weg = opdracht.antwoord.send(uitkomst);
    }
}
