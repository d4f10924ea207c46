//! `termijnen`: the calculator, without a store.

use std::path::PathBuf;

use clap::Args;
use wvp_domain::rekenmachine::{Ruw, bereken_ruw};
use wvp_domain::termijn::stelling::Zekerheid;
use wvp_domain::termijn::{Gesteld, Zaak};
use wvp_engine::{Klok as _, Systeemklok};

use crate::invoer::{lees, uit_json};
use crate::tekening::{BREEDTE, KOP, Uitleg, gebroken, termijnen};
use crate::uitvoer::Fouten;

#[derive(Debug, Args)]
pub(crate) struct Termijnen {
    /// Geef JSON, voor machines
    #[arg(long, help_heading = "Opties")]
    pub(crate) json: bool,
    /// Het bestand met de ziekteperioden; `-` of niets leest stdin
    #[arg(value_name = "BESTAND", help_heading = "Invoer")]
    bestand: Option<PathBuf>,
}

impl Termijnen {
    /// Computes every term of every case in the input; every fault of the input is named.
    pub(crate) fn draai(self) -> anyhow::Result<()> {
        let ruw: Ruw = uit_json(&lees(self.bestand.as_deref())?)?;
        let uitvoer = bereken_ruw(ruw, Systeemklok.vandaag()).map_err(Fouten::van_invoer)?;
        if self.json {
            anstream::println!("{}", serde_json::to_string_pretty(&uitvoer)?);
        } else {
            uitvoer.zaken.iter().for_each(toon_zaak);
        }
        Ok(())
    }
}

fn toon_zaak(zaak: &Zaak) {
    let verschoven = zaak.verschoven_eerste_ziektedag;
    anstream::println!("{KOP}Eerste ziektedag {}{KOP:#}", zaak.eerste_ziektedag.voluit());
    if verschoven != zaak.eerste_ziektedag {
        anstream::println!("  alle termijnen tellen vanaf {}", verschoven.voluit());
    }
    anstream::println!("  ziekteweek op de peildatum       {}", zaak.ziekteweek);
    anstream::println!(
        "  laatste dag wachttijd            {}",
        zaak.laatste_dag_wachttijd.voluit()
    );
    if let Some(wia) = zaak.eerste_wia_dag {
        anstream::println!("  eerste dag WIA                   {}", wia.voluit());
    }
    anstream::println!(
        "  laatste dag loondoorbetaling     {}\n",
        zaak.laatste_dag_loondoorbetaling.voluit()
    );
    for regel in termijnen(&zaak.termijnen, Uitleg::Tonen) {
        anstream::println!("{regel}");
    }
    anstream::println!("\n  Wat er verder geldt");
    for gesteld in &zaak.stellingen {
        for regel in stelling(gesteld) {
            anstream::println!("{regel}");
        }
    }
    anstream::println!();
}

/// A statement with its source, and how well it is sourced when that is not well.
fn stelling(gesteld: &Gesteld) -> Vec<String> {
    let zwak = match gesteld.zekerheid {
        Zekerheid::Laag => "; zwakke bron",
        Zekerheid::Hoog | Zekerheid::Midden => "",
    };
    let [regel, bron] = gesteld.grondslag;
    let tekst = format!("{} ({regel}: {bron}{zwak})", gesteld.tekst);
    gebroken(&tekst, BREEDTE.saturating_sub(4)).iter().map(|regel| format!("    {regel}")).collect()
}
