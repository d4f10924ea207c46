//! `toegang verschil`: which decisions another table takes otherwise.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::Args;
use serde_json::{Value, json};
use wvp_access::{Klasse, Tabel, Verschuiving};

use crate::tekening::KOP;

#[derive(Debug, Args)]
pub(super) struct Verschil {
    /// De tabel zoals zij was (CSV)
    #[arg(value_name = "OUD.csv", help_heading = "Invoer")]
    oud: PathBuf,
    /// De tabel zoals zij wordt (CSV); zonder dit bestand de tabel van dit programma
    #[arg(value_name = "NIEUW.csv", help_heading = "Invoer")]
    nieuw: Option<PathBuf>,
    /// Geef JSON, voor machines
    #[arg(long, help_heading = "Opties")]
    pub(super) json: bool,
}

impl Verschil {
    /// Compares two tables; that they differ is an answer, not an error.
    pub(super) fn draai(self) -> anyhow::Result<()> {
        let oud = lees(&self.oud)?;
        let gelezen = self.nieuw.as_deref().map(lees).transpose()?;
        let nieuw = gelezen.as_ref().unwrap_or(Tabel::ingebed());
        let verschuivingen = oud.verschil(nieuw);
        if self.json {
            let uitvoer = als_json(&oud, nieuw, &verschuivingen);
            anstream::println!("{}", serde_json::to_string_pretty(&uitvoer)?);
        } else {
            toon(&oud, nieuw, &verschuivingen);
        }
        Ok(())
    }
}

fn lees(pad: &Path) -> anyhow::Result<Tabel> {
    let tekst = std::fs::read_to_string(pad)
        .with_context(|| format!("`{}` is niet te lezen", pad.display()))?;
    tekst.parse().with_context(|| format!("`{}` is geen tabel van bevoegdheden", pad.display()))
}

/// What moved together: the same reader, direction, classes and rows.
type Groep<'v> = (String, bool, &'v [Klasse], &'v [String], &'v [String]);

fn toon(oud: &Tabel, nieuw: &Tabel, verschuivingen: &[Verschuiving]) {
    let mut groepen: BTreeMap<Groep<'_>, Vec<&Verschuiving>> = BTreeMap::new();
    for it in verschuivingen {
        let groep = (it.lezer.to_string(), it.wordt, &*it.als, &*it.rijen_weg, &*it.rijen_erbij);
        groepen.entry(groep).or_default().push(it);
    }
    for ((lezer, wordt, als, weg, erbij), cellen) in groepen {
        let gang = if wordt { "nee wordt ja" } else { "ja wordt nee" };
        anstream::println!("{KOP}{lezer}: {gang}{KOP:#}");
        for cel in cellen {
            let (object, handeling) = (cel.object.woord(), cel.handeling.woord());
            let (gevallen, van) = (cel.gevallen, cel.van);
            anstream::println!("  {handeling} {object}  ({gevallen} van {van} gevallen)");
        }
        for klasse in als {
            anstream::println!("    als {}", klasse.zin());
        }
        for rij in weg {
            anstream::println!("    - {rij}");
        }
        for rij in erbij {
            anstream::println!("    + {rij}");
        }
        anstream::println!();
    }
    anstream::println!("oud:   {}", oud.digest());
    anstream::println!("nieuw: {}", nieuw.digest());
    match verschuivingen.len() {
        0 => anstream::println!("geen enkel besluit is anders"),
        aantal => anstream::println!("{aantal} verschuivingen"),
    }
}

fn als_json(oud: &Tabel, nieuw: &Tabel, verschuivingen: &[Verschuiving]) -> Value {
    let verschuivingen: Vec<Value> = verschuivingen.iter().map(verschuiving_json).collect();
    json!({ "oud": oud.digest(), "nieuw": nieuw.digest(), "verschuivingen": verschuivingen })
}

fn verschuiving_json(verschuiving: &Verschuiving) -> Value {
    let antwoord = |mag: bool| if mag { "allow" } else { "deny" };
    let klasse = |klasse: &Klasse| -> BTreeMap<&'static str, bool> {
        klasse.feiten().map(|(feit, waar)| (feit.woord(), waar)).collect()
    };
    json!({
        "party": verschuiving.lezer.partij().woord(),
        "function": verschuiving.lezer.functie(),
        "category": verschuiving.object.woord(),
        "action": verschuiving.handeling.woord(),
        "was": antwoord(!verschuiving.wordt),
        "wordt": antwoord(verschuiving.wordt),
        "gevallen": verschuiving.gevallen,
        "van": verschuiving.van,
        "als": verschuiving.als.iter().map(klasse).collect::<Vec<_>>(),
        "rijen_weg": verschuiving.rijen_weg,
        "rijen_erbij": verschuiving.rijen_erbij,
    })
}
