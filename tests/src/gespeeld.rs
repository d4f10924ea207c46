//! A store on disk with the straight case in it, its medical texts marked, and the program on it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;

use wvp_cli::demo::{Rol, Speler, Stap, Zaak, caseload, gebruiker, lezer, schrijf_in};
use wvp_cli::huis::{Huis, OpslagUrl};
use wvp_domain::{Command as Opdracht, Datum};
use wvp_engine::Handklok;

use crate::merk::Planter;
use crate::proefhuis::Opname;

/// Makes a store with one dossier: reported ill, and nothing done since. Its key file is `sleutels` in the
/// folder. Gives the day of the report.
///
/// # Errors
///
/// What the demo failed on.
pub async fn ziek_gemeld(opslag: &OpslagUrl, map: &Path) -> anyhow::Result<Datum> {
    let zaken = caseload()?;
    let gevonden = zaken.first().and_then(|zaak| Some((zaak, zaak.stappen.first()?)));
    let (zaak, melding) = gevonden.ok_or_else(|| anyhow::anyhow!("de demo heeft geen zaken"))?;
    let klok = Arc::new(Handklok::op(melding.dag));
    let huis = Huis::open_of_maak_op(opslag, &map.join("sleutels"), klok).await?;
    schrijf_in(&huis.engine, zaak).await?;
    let wie = gebruiker(zaak, melding.wie);
    huis.engine.execute(&wie, zaak.dossier, melding.wat.clone()).await?;
    huis.store.sluit().await?;
    Ok(melding.dag)
}

/// Plays cases in a folder, without their papers and with their medical texts marked. Gives them and the number
/// of marks.
///
/// # Errors
///
/// What the demo failed on.
pub async fn speel(map: &Path, mut zaken: Vec<Zaak>) -> anyhow::Result<(Vec<Zaak>, usize)> {
    let mut planter = Planter::in_medisch();
    for zaak in &mut zaken {
        zaak.papieren.clear();
        zaak.stappen.iter_mut().for_each(|stap| planter.opdracht(&mut stap.wat));
    }
    let klok = Arc::new(Handklok::op(Datum::EERSTE));
    let (opslag, sleutels) = (map.join("opslag"), map.join("sleutels"));
    let huis = Huis::open_of_maak(&opslag, &sleutels, Arc::clone(&klok) as _).await?;
    let (kanaal, papieren) = (Opname::default(), PathBuf::new());
    let speler = Speler { huis: &huis, klok, zaken: &zaken, kanaal: &kanaal, papieren };
    speler.speel(&|_| {}).await?;
    huis.store.sluit().await?;
    Ok((zaken, planter.merken.len()))
}

/// A folder with `opslag` and `sleutels`, and the case that was played there. It has no `Debug`: it
/// holds names.
pub struct Gespeeld {
    /// The folder.
    pub map: PathBuf,
    /// The case.
    pub zaak: Zaak,
    /// Number of texts that were marked.
    pub geplant: usize,
}

impl Gespeeld {
    /// Plays the straight case in a folder, without its papers.
    ///
    /// # Errors
    ///
    /// What the demo failed on.
    pub async fn in_map(map: &Path) -> anyhow::Result<Self> {
        Self::van(map, rechte_zaak()?).await
    }

    /// Plays the straight case up to its plan van aanpak, which nobody signed.
    ///
    /// # Errors
    ///
    /// What the demo failed on.
    pub async fn met_ongetekend_plan(map: &Path) -> anyhow::Result<Self> {
        let mut zaak = rechte_zaak()?;
        let is_plan = |stap: &Stap| matches!(stap.wat, Opdracht::StelPlanVanAanpakVast(_));
        let plek = zaak.stappen.iter().position(is_plan);
        zaak.stappen.truncate(plek.map_or(0, |plek| plek.saturating_add(1)));
        if let Some(Stap { wat: Opdracht::StelPlanVanAanpakVast(plan), .. }) =
            zaak.stappen.last_mut()
        {
            plan.a.ondertekeningen.clear();
        }
        Self::van(map, zaak).await
    }

    async fn van(map: &Path, zaak: Zaak) -> anyhow::Result<Self> {
        let (mut zaken, geplant) = speel(map, vec![zaak]).await?;
        let zaak = zaken.pop().ok_or_else(|| anyhow::anyhow!("de demo heeft geen zaken"))?;
        Ok(Self { map: map.to_owned(), zaak, geplant })
    }

    /// Runs the program in the folder, with arguments that are parted by blanks.
    ///
    /// # Errors
    ///
    /// When it cannot be started.
    pub fn draai(&self, programma: &str, argumenten: &str) -> std::io::Result<Output> {
        Command::new(programma).args(argumenten.split(' ')).current_dir(&self.map).output()
    }

    /// Runs the program for the timeline of the company doctor, of all readers the one who may see
    /// most, on the store in this folder.
    ///
    /// # Errors
    ///
    /// When it cannot be started.
    pub fn tijdlijn(&self, programma: &str, opslag: &str) -> std::io::Result<Output> {
        let (dossier, wie) = (self.zaak.dossier, lezer(Rol::Bedrijfsarts));
        let waar = format!("--json --opslag sled:{opslag} --sleutels sleutels");
        self.draai(programma, &format!("tijdlijn {dossier} --lezer {wie} {waar}"))
    }
}

fn rechte_zaak() -> anyhow::Result<Zaak> {
    let eerste = caseload()?.into_iter().next();
    eerste.ok_or_else(|| anyhow::anyhow!("de demo heeft geen zaken"))
}
