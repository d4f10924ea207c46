//! `protocol proef`: every reminder of a protocol on cases that nobody lived through.

use std::path::PathBuf;

use clap::Args;
use wvp_domain::beschrijving::moment;
use wvp_domain::protocol::lees as lees_protocol;
use wvp_domain::protocol::proef::{Gespeeld, Nooit, Spel, speel};
use wvp_domain::rekenmachine::Ruw;
use wvp_domain::{Datum, kalender};

use crate::invoer::{lees, uit_json};
use crate::tekening::{KOP, ZACHT, dag, geknipt};
use crate::uitvoer::Fouten;

#[derive(Debug, Args)]
pub(crate) struct Proef {
    /// Het protocol (JSON); `-` leest stdin
    #[arg(value_name = "BESTAND", help_heading = "Invoer")]
    bestand: PathBuf,
    /// De eerste ziektedag van elke zaak; standaard de eerste werkdag waarop het protocol geldt
    #[arg(long, value_name = "DATUM", help_heading = "Opties")]
    eerste_ziektedag: Option<Datum>,
    /// Geef JSON, voor machines
    #[arg(long, help_heading = "Opties")]
    pub(crate) json: bool,
}

impl Proef {
    /// Plays and prints every reminder. A rung that never comes is an error.
    pub(crate) fn draai(self) -> anyhow::Result<()> {
        let ruw: Ruw = uit_json(&lees(Some(&self.bestand))?)?;
        let protocol = lees_protocol(ruw).map_err(Fouten::van_invoer)?;
        let standaard = kalender::rol_vooruit(protocol.per).naar;
        let proef = speel(&protocol, self.eerste_ziektedag.unwrap_or(standaard));
        if self.json {
            anstream::println!("{}", serde_json::to_string_pretty(&proef)?);
        } else {
            anstream::println!("Eerste ziektedag {}", proef.eerste_ziektedag.voluit());
            proef.zaken.iter().for_each(toon);
        }
        if proef.nooit.is_empty() {
            return Ok(());
        }
        Err(Fouten(proef.nooit.iter().map(nooit).collect()).into())
    }
}

fn nooit(Nooit { stap, trede }: &Nooit) -> String {
    format!("`{stap}`: de trede `{trede}` komt in geen enkele zaak aan de beurt")
}

fn toon(spel: &Spel) {
    anstream::println!("\n{KOP}{}{KOP:#}", spel.omschrijving);
    for regel in regels(&spel.herinneringen) {
        anstream::println!("{regel}");
    }
}

/// One line per day, step and rung with everybody who gets it, and under it what needs explaining.
fn regels(herinneringen: &[Gespeeld]) -> Vec<String> {
    if herinneringen.is_empty() {
        return vec!["  geen herinneringen".to_owned()];
    }
    let zelfde = |een: &Gespeeld, ander: &Gespeeld| {
        (een.dag, &een.stap, een.uiterlijk, een.trede)
            == (ander.dag, &ander.stap, ander.uiterlijk, ander.trede)
    };
    herinneringen.chunk_by(zelfde).flat_map(van_trede).collect()
}

fn van_trede(groep: &[Gespeeld]) -> Vec<String> {
    let Some(eerste) = groep.first() else { return vec![] };
    let aan: Vec<String> = groep.iter().map(|it| it.aan.naam().to_lowercase()).collect();
    let kop = format!(
        "  {} {:40} uiterlijk {}  {:30} aan {}",
        dag(eerste.dag),
        geknipt(&eerste.titel, 40),
        eerste.uiterlijk,
        moment(eerste.trede),
        aan.join(", ")
    );
    let uitleg = uitleg(groep).into_iter().map(|tekst| format!("{ZACHT}      {tekst}{ZACHT:#}"));
    std::iter::once(kop).chain(uitleg).collect()
}

/// What needs explaining; the first receiver's is that of the others, who stand on fewer rungs.
fn uitleg(groep: &[Gespeeld]) -> Vec<String> {
    let Some(eerste) = groep.first() else { return vec![] };
    let treden = |treden: &[i16]| treden.iter().copied().map(moment).collect::<Vec<_>>().join("; ");
    let eigen = eerste.eigen_uiterlijk.filter(|eigen| *eigen != eerste.uiterlijk);
    let eigen = eigen.map(|eigen| format!("De werkgever wil dit uiterlijk op {}.", eigen.voluit()));
    let laat = eerste.laat.then(|| "Deze trede lag al in het verleden: zij komt laat.".to_owned());
    let samen = (!eerste.samengevoegd.is_empty())
        .then(|| format!("Op dezelfde dag, dus samen: {}.", treden(&eerste.samengevoegd)));
    let ingehaald = (!eerste.ingehaald.is_empty())
        .then(|| format!("Komt niet meer, want deze is nieuwer: {}.", treden(&eerste.ingehaald)));
    [eigen, eerste.verschoven.clone(), laat, samen, ingehaald].into_iter().flatten().collect()
}
