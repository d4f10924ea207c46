//! `wat-als`: the terms before and after a change, with the differences and their reasons.

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;

use clap::{ArgGroup, Args};
use wvp_domain::Datum;
use wvp_domain::rekenmachine::{Ruw, WatAls as Uitkomst, Wijziging, lees_gecontroleerd, wat_als};
use wvp_domain::termijn::{KeuzeId, Verloop};
use wvp_domain::wachttijd::Verlofperiode;
use wvp_engine::{Klok as _, Systeemklok};

use crate::bediener;
use crate::huis::{Huis, OpslagUrl};
use crate::invoer::{lees, uit_json};
use crate::lezer::LezerWoord;
use crate::tekening::{KOP, verschillen};
use crate::uitvoer::Fouten;

#[derive(Debug, Args)]
#[command(group(ArgGroup::new("wijziging").required(true).multiple(true)))]
pub(crate) struct WatAls {
    /// De invoer van de rekenmachine; `-` of niets leest stdin
    #[arg(value_name = "BESTAND", help_heading = "Invoer", conflicts_with = "dossier")]
    bestand: Option<PathBuf>,
    /// Een dossier in plaats van een bestand: het nummer, of het begin ervan
    #[arg(long, value_name = "NUMMER", help_heading = "Invoer", requires_all = ["lezer", "opslag", "sleutels"])]
    dossier: Option<String>,
    /// Wie er leest, bijvoorbeeld werkgever/werkgever
    #[arg(long, value_name = "PARTIJ/FUNCTIE", help_heading = "Invoer", requires = "dossier")]
    lezer: Option<LezerWoord>,
    /// Waar de opslag staat: `sled:PAD`
    #[arg(long, value_name = "URL", help_heading = "Invoer", requires = "dossier")]
    opslag: Option<OpslagUrl>,
    /// Het bestand met de hoofdsleutels
    #[arg(long, value_name = "BESTAND", help_heading = "Invoer", requires = "dossier")]
    sleutels: Option<PathBuf>,
    /// De zaak begon op deze dag
    #[arg(long, value_name = "DATUM", help_heading = "Wijziging", group = "wijziging")]
    eerste_ziektedag: Option<Datum>,
    /// Hersteld: de eerste dag geschikt
    #[arg(long, value_name = "DATUM", help_heading = "Wijziging", group = "wijziging")]
    hersteld_per: Option<Datum>,
    /// Opnieuw ziek vanaf deze dag
    #[arg(long, value_name = "DATUM", help_heading = "Wijziging", group = "wijziging")]
    opnieuw_ziek: Option<Datum>,
    /// Verlof, eerste en laatste dag
    #[arg(long, value_name = "VAN/TOT_EN_MET", help_heading = "Wijziging", group = "wijziging")]
    verlof: Option<Dagen>,
    /// Het verlof heeft dezelfde oorzaak als de ziekte
    #[arg(long, help_heading = "Wijziging", requires = "verlof")]
    zelfde_oorzaak: bool,
    /// De eerste dag van de AOW
    #[arg(long, value_name = "DATUM", help_heading = "Wijziging", group = "wijziging")]
    aow_datum: Option<Datum>,
    /// De laatste dag van het dienstverband
    #[arg(long, value_name = "DATUM", help_heading = "Wijziging", group = "wijziging")]
    laatste_werkdag: Option<Datum>,
    /// Een andere keuze waar bronnen verschillen, bijvoorbeeld K-1=vier_werkdagen
    #[arg(long, value_name = "KEUZE=ANTWOORD", help_heading = "Wijziging", group = "wijziging")]
    keuze: Vec<Instelling>,
    /// De dag van de vraag; standaard die van de invoer, anders vandaag
    #[arg(long, value_name = "DATUM", help_heading = "Opties")]
    peildatum: Option<Datum>,
    /// Geef JSON, voor machines
    #[arg(long, help_heading = "Opties")]
    pub(crate) json: bool,
}

/// Two days with a slash between them.
#[derive(Debug, Clone, Copy)]
struct Dagen(Datum, Datum);

impl FromStr for Dagen {
    type Err = anyhow::Error;

    fn from_str(tekst: &str) -> anyhow::Result<Self> {
        let (van, tot_en_met) = tekst.split_once('/').unwrap_or((tekst, tekst));
        Ok(Self(van.parse()?, tot_en_met.parse()?))
    }
}

/// A question and the name of its answer.
#[derive(Debug, Clone)]
struct Instelling(KeuzeId, String);

impl FromStr for Instelling {
    type Err = anyhow::Error;

    fn from_str(tekst: &str) -> anyhow::Result<Self> {
        let gevonden = tekst
            .split_once('=')
            .and_then(|(naam, antwoord)| Some(Self(KeuzeId::met_naam(naam)?, antwoord.to_owned())));
        gevonden.ok_or_else(|| anyhow::anyhow!("een keuze heet K-1 tot en met K-12"))
    }
}

impl WatAls {
    /// Computes before and after, and prints what differs.
    pub(crate) async fn draai(self) -> anyhow::Result<()> {
        let (verloop, peildatum) = self.feiten().await?;
        let uitkomst =
            wat_als(&verloop, &self.wijzigingen(), peildatum).map_err(Fouten::van_invoer)?;
        if self.json {
            anstream::println!("{}", serde_json::to_string_pretty(&uitkomst)?);
        } else {
            toon(&uitkomst);
        }
        Ok(())
    }

    async fn feiten(&self) -> anyhow::Result<(Verloop, Datum)> {
        let vandaag = Systeemklok.vandaag();
        if let (Some(dossier), Some(lezer), Some(opslag), Some(sleutels)) =
            (&self.dossier, self.lezer, &self.opslag, &self.sleutels)
        {
            let verloop = uit_dossier(dossier, lezer, opslag, sleutels).await?;
            return Ok((verloop, self.peildatum.unwrap_or(vandaag)));
        }
        let ruw: Ruw = uit_json(&lees(self.bestand.as_deref())?)?;
        let invoer = lees_gecontroleerd(ruw, vandaag).map_err(Fouten::van_invoer)?;
        let peildatum = self.peildatum.or(invoer.peildatum).unwrap_or(vandaag);
        Ok((invoer.verloop(), peildatum))
    }

    fn wijzigingen(&self) -> Vec<Wijziging> {
        let verlof = self.verlof.map(|Dagen(van, tot_en_met)| {
            let zelfde_oorzaak = self.zelfde_oorzaak;
            Wijziging::Verlof(Verlofperiode { van, tot_en_met, zelfde_oorzaak })
        });
        let keuzes =
            self.keuze.iter().map(|Instelling(id, naam)| Wijziging::Keuze(*id, naam.clone()));
        [
            self.eerste_ziektedag.map(Wijziging::EersteZiektedag),
            self.hersteld_per.map(Wijziging::HersteldPer),
            self.opnieuw_ziek.map(Wijziging::OpnieuwZiek),
            verlof,
            self.aow_datum.map(Wijziging::AowDatum),
            self.laatste_werkdag.map(Wijziging::LaatsteWerkdag),
        ]
        .into_iter()
        .flatten()
        .chain(keuzes)
        .collect()
    }
}

/// The facts of a dossier, read by this reader; the read is in the reading log first.
async fn uit_dossier(
    dossier: &str,
    lezer: LezerWoord,
    opslag: &OpslagUrl,
    sleutels: &Path,
) -> anyhow::Result<Verloop> {
    let huis = Huis::open(opslag, sleutels, Arc::new(Systeemklok)).await?;
    let rij = huis.zoek(dossier).await?;
    let wie = bediener::als(&huis.engine, lezer.0, &rij).await?;
    let inzage = huis.engine.read(&wie, rij.dossier, None).await?;
    huis.store.sluit().await?;
    Ok(Verloop::uit_dossier(&inzage.dossier))
}

fn toon(uitkomst: &Uitkomst) {
    for (nummer, zaak) in uitkomst.na.iter().enumerate() {
        anstream::println!("{KOP}Zaak vanaf {}{KOP:#}", zaak.eerste_ziektedag.voluit());
        for regel in kop(uitkomst, nummer) {
            anstream::println!("{regel}");
        }
        let hier: Vec<_> =
            uitkomst.verschillen.iter().filter(|verschil| verschil.zaak == nummer).collect();
        if hier.is_empty() {
            anstream::println!("  geen enkele termijn verandert");
        }
        for regel in verschillen(&hier) {
            anstream::println!("{regel}");
        }
        anstream::println!();
    }
}

/// The dates above the terms that differ.
fn kop(uitkomst: &Uitkomst, nummer: usize) -> Vec<String> {
    let (voor, na) = (uitkomst.voor.get(nummer), uitkomst.na.get(nummer));
    let dag = |dag: Datum| Some(dag.to_string());
    let velden = [
        (
            "alle termijnen tellen vanaf",
            voor.map(|z| dag(z.verschoven_eerste_ziektedag)),
            na.map(|z| dag(z.verschoven_eerste_ziektedag)),
        ),
        (
            "laatste dag wachttijd",
            voor.map(|z| dag(z.laatste_dag_wachttijd)),
            na.map(|z| dag(z.laatste_dag_wachttijd)),
        ),
        (
            "eerste dag WIA",
            voor.map(|z| z.eerste_wia_dag.and_then(dag)),
            na.map(|z| z.eerste_wia_dag.and_then(dag)),
        ),
        (
            "laatste dag loondoorbetaling",
            voor.map(|z| dag(z.laatste_dag_loondoorbetaling)),
            na.map(|z| dag(z.laatste_dag_loondoorbetaling)),
        ),
        (
            "re-integratieverslag",
            voor.map(|z| Some(z.riv.naam().to_owned())),
            na.map(|z| Some(z.riv.naam().to_owned())),
        ),
    ];
    let tekst =
        |waarde: Option<Option<String>>| waarde.flatten().unwrap_or_else(|| "geen".to_owned());
    velden
        .into_iter()
        .filter(|(_, voor, na)| voor != na)
        .map(|(naam, voor, na)| format!("  {naam:30} {} → {}", tekst(voor), tekst(na)))
        .collect()
}
