//! The clock of the players, and what kills them. A day is over when every player has played it; what a killed
//! one had not finished, its successor plays again.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};

use tests::voorraad::periode;
use wvp_domain::Datum;

use crate::toeval;

/// What is played.
pub(crate) struct Opdracht<'a> {
    pub(crate) opslag: &'a str,
    pub(crate) sleutels: &'a Path,
    pub(crate) poort: u16,
    pub(crate) seed: u64,
    pub(crate) dossiers: u32,
    /// How many players play every day at the same time.
    pub(crate) spelers: usize,
    /// How often one of them is killed.
    pub(crate) doden: usize,
}

/// A line of the log of a player; none when it is gone.
struct Teken {
    speler: usize,
    /// Which of the players that came after one another in this place.
    leven: usize,
    regel: Option<String>,
}

struct Speler {
    proces: Child,
    invoer: ChildStdin,
    leven: usize,
}

struct Spel<'a> {
    opdracht: &'a Opdracht<'a>,
    spelers: Vec<Speler>,
    zender: Sender<Teken>,
    tekens: Receiver<Teken>,
    /// How often a player is still to be killed as of today.
    te_doden: usize,
    /// After how many signs the next one is.
    nog: usize,
    gezien: usize,
}

/// Plays every day of the caseload and kills on days that chance picks. One player closes the last day alone, so
/// that no message is left to somebody who is gone.
pub(crate) fn speel(opdracht: &Opdracht) {
    let (zender, tekens) = channel();
    let (spelers, te_doden, nog, gezien) = (vec![], 0, 0, 0);
    let mut spel = Spel { opdracht, spelers, zender, tekens, te_doden, nog, gezien };
    spel.spelers = (0..opdracht.spelers).map(|speler| spel.start(speler, 0)).collect();
    let (eerste, laatste) = periode();
    let dagen = usize::try_from(eerste.dagen_tot(laatste)).unwrap();
    let mut doden = vec![0; dagen];
    (0..opdracht.doden).for_each(|_| doden[toeval() % dagen] += 1);
    let mut dag = eerste;
    for (gespeeld, vandaag) in doden.into_iter().enumerate() {
        spel.te_doden += vandaag;
        let per_dag = spel.gezien / gespeeld.max(1);
        spel.nog = toeval() % (2 * per_dag + 1);
        spel.speel_dag(dag);
        dag = dag.volgende();
    }
    while spel.te_doden > 0 {
        spel.nog = 0;
        spel.speel_dag(laatste.vorige());
    }
    spel.spelers.split_off(1).into_iter().for_each(sluit);
    spel.speel_dag(laatste);
    spel.spelers.into_iter().for_each(sluit);
}

impl Spel<'_> {
    fn speel_dag(&mut self, dag: Datum) {
        let klaar_met_dag = format!("klaar dag={dag}");
        let mut klaar = vec![false; self.spelers.len()];
        self.spelers.iter_mut().for_each(|speler| vraag(speler, dag));
        while klaar.contains(&false) {
            let Teken { speler, leven, regel } = self.tekens.recv().unwrap();
            if self.spelers.get(speler).is_none_or(|nu| nu.leven != leven) {
                continue;
            }
            let regel = regel.unwrap_or_else(|| panic!("speler {speler} hield zelf op, op {dag}"));
            self.gezien += 1;
            if self.te_doden > 0 && self.nog == 0 {
                self.te_doden -= 1;
                // Another one of today is soon after.
                self.nog = toeval() % 40;
                self.dood(speler);
                vraag(&mut self.spelers[speler], dag);
            } else {
                self.nog = self.nog.saturating_sub(1);
                klaar[speler] = regel.ends_with(&klaar_met_dag);
            }
        }
    }

    /// Kills a player, a moment after the sign that it gave, and starts another in its place.
    fn dood(&mut self, speler: usize) {
        (0..toeval() % 2_000).for_each(|_| std::thread::yield_now());
        let oud = &mut self.spelers[speler];
        oud.proces.kill().unwrap();
        oud.proces.wait().unwrap();
        let leven = oud.leven + 1;
        self.spelers[speler] = self.start(speler, leven);
    }

    fn start(&self, speler: usize, leven: usize) -> Speler {
        let Opdracht { opslag, sleutels, poort, seed, dossiers, .. } = self.opdracht;
        let mut proces = Command::new(env!("CARGO_BIN_EXE_proef-simulant"))
            .arg(opslag)
            .arg(sleutels)
            .args([poort.to_string(), seed.to_string(), dossiers.to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .unwrap();
        let invoer = proces.stdin.take().unwrap();
        let uitvoer = BufReader::new(proces.stdout.take().unwrap());
        let zender = self.zender.clone();
        std::thread::spawn(move || {
            let regels = uitvoer.lines().map_while(Result::ok).map(Some);
            for regel in regels.chain([None]) {
                // Nobody listens any more when the game is over.
                drop(zender.send(Teken { speler, leven, regel }));
            }
        });
        Speler { proces, invoer, leven }
    }
}

/// A player that is gone does not hear it; that shows when its signs end.
fn vraag(speler: &mut Speler, dag: Datum) {
    drop(writeln!(speler.invoer, "{dag}"));
}

/// The end of its input is the end of a player; it leaves its store in order.
fn sluit(speler: Speler) {
    let Speler { mut proces, invoer, .. } = speler;
    drop(invoer);
    assert!(proces.wait().unwrap().success(), "een speler sloot niet netjes af");
}
