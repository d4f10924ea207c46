//! Cases in a folder, their medical texts marked, and the program on it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use tests::gespeeld::speel;
use tests::programma::draai;
use wvp_cli::demo::{Zaak, caseload};
use wvp_domain::Command;

const PROGRAMMA: &str = env!("CARGO_BIN_EXE_proef-poortwachter");

/// The cases: the straight one, and one that recovers.
pub(crate) const ZAKEN: [&str; 2] = ["recht", "herstel"];

pub(crate) struct Proef {
    map: tempfile::TempDir,
    zaken: Vec<Zaak>,
}

impl Proef {
    pub(crate) async fn met(sleutels: &[&str]) -> Self {
        let mut zaken = caseload().unwrap();
        zaken.retain(|zaak| sleutels.contains(&zaak.sleutel.as_str()));
        assert_eq!(zaken.len(), sleutels.len());
        Self::gespeeld(zaken).await
    }

    /// The case whose contract ends, already in week eight: then the short verslag will do.
    pub(crate) async fn kort() -> Self {
        let mut zaken = caseload().unwrap();
        zaken.retain(|zaak| zaak.sleutel == "ziek-uit-dienst");
        let zaak = &mut zaken[0];
        let einde = zaak.van.plus(49);
        for stap in &mut zaak.stappen {
            if let Command::BeeindigDienstverband(c) = &mut stap.wat {
                (stap.dag, c.a.laatste_werkdag) = (einde, einde);
                c.a.bij_uwv_gemeld_op = Some(einde);
            }
        }
        zaak.stappen.retain(|stap| stap.dag <= einde);
        Self::gespeeld(zaken).await
    }

    async fn gespeeld(zaken: Vec<Zaak>) -> Self {
        let map = tempfile::tempdir().unwrap();
        let (zaken, geplant) = speel(map.path(), zaken).await.unwrap();
        assert!(geplant > 0);
        Self { map, zaken }
    }

    pub(crate) fn zaak(&self, sleutel: &str) -> &Zaak {
        self.zaken.iter().find(|zaak| zaak.sleutel == sleutel).unwrap()
    }

    pub(crate) fn pad(&self, naam: &str) -> PathBuf {
        self.map.path().join(naam)
    }

    /// Runs the program on the store, with arguments that are parted by blanks.
    pub(crate) fn draai(&self, argumenten: &str, invoer: &str) -> Output {
        let opslag = format!("sled:{}", self.pad("opslag").display());
        let sleutels = self.pad("sleutels").display().to_string();
        let mut alle: Vec<&str> = argumenten.split(' ').collect();
        alle.extend(["--opslag", &opslag, "--sleutels", &sleutels]);
        draai(PROGRAMMA, &alle, invoer).unwrap()
    }

    /// Makes what `wat` asks of a case in a folder of its own, and gives the files.
    #[track_caller]
    pub(crate) fn maak(&self, wat: &str, sleutel: &str, meer: &str, invoer: &str) -> Vec<PathBuf> {
        let naar = self.pad(&format!("{wat} {sleutel} {meer}").replace([' ', '/'], "_"));
        let uit = self.vraag(wat, sleutel, &naar, meer, invoer);
        assert!(uit.status.success(), "{wat}: {}", String::from_utf8_lossy(&uit.stderr));
        bestanden(&naar)
    }

    /// Asks for what is refused: the reason, and that nothing was written.
    #[track_caller]
    pub(crate) fn geweigerd(&self, wat: &str, sleutel: &str, meer: &str, invoer: &str) -> String {
        let naar = self.pad("geweigerd");
        let uit = self.vraag(wat, sleutel, &naar, meer, invoer);
        assert_eq!(uit.status.code(), Some(1), "{wat}");
        assert!(bestanden(&naar).is_empty());
        String::from_utf8(uit.stderr).unwrap()
    }

    fn vraag(&self, wat: &str, sleutel: &str, naar: &Path, meer: &str, invoer: &str) -> Output {
        let dossier = self.zaak(sleutel).dossier;
        let argumenten = format!("{wat} {dossier} --naar {} {meer}", naar.display());
        self.draai(argumenten.trim_end(), invoer)
    }
}

/// The files of a folder by name; none when there is no such folder.
pub(crate) fn bestanden(map: &Path) -> Vec<PathBuf> {
    let Ok(regels) = fs::read_dir(map) else { return vec![] };
    let mut paden: Vec<PathBuf> = regels.map(|regel| regel.unwrap().path()).collect();
    paden.sort();
    paden
}
