//! `waarneming`: who acts for somebody who is away.

use std::collections::BTreeSet;
use std::sync::Arc;

use clap::{Args, Subcommand, ValueEnum};
use uuid::Uuid;
use wvp_domain::bevoegdheid::waarneming::{Command, Dossiers, Waarneming as Feit};
use wvp_domain::bevoegdheid::{Einde, Geldigheid};
use wvp_domain::{AccountId, Categorie, Datum, DossierId, Secties, StukId};
use wvp_engine::Systeemklok;

use super::{Opslag, SJABLOON};
use crate::bediener::beheerder;
use crate::huis::Huis;
use wvp_engine::nummer;

#[derive(Debug, Args)]
pub(crate) struct Waarneming {
    #[command(subcommand)]
    wat: Wat,
}

#[derive(Debug, Subcommand)]
enum Wat {
    /// Regel wie er waarneemt, van wanneer tot en met wanneer, op welke dossiers en met hoeveel hoogstens
    #[command(help_template = SJABLOON)]
    Regel(Regel),
    /// Laat een waarneming eerder eindigen, vanaf vandaag
    #[command(help_template = SJABLOON)]
    Beeindig(Beeindig),
    /// Toon de waarnemingen voor iemand
    #[command(help_template = SJABLOON)]
    Toon(Toon),
}

#[derive(Debug, Args)]
struct Regel {
    /// Het account van wie afwezig is
    #[arg(long, value_name = "ACCOUNT", help_heading = "Opties")]
    voor: Uuid,
    /// Het account van wie waarneemt; met dezelfde functie
    #[arg(long, value_name = "ACCOUNT", help_heading = "Opties")]
    door: Uuid,
    /// De eerste dag (JJJJ-MM-DD)
    #[arg(long, value_name = "DATUM", help_heading = "Opties")]
    van: Datum,
    /// De laatste dag (JJJJ-MM-DD)
    #[arg(long, value_name = "DATUM", help_heading = "Opties")]
    tot_en_met: Datum,
    /// Hoogstens deze categorieën (a, b, c, d), met een komma ertussen
    #[arg(
        long,
        value_name = "CATEGORIEËN",
        value_delimiter = ',',
        hide_possible_values = true,
        required = true,
        help_heading = "Opties"
    )]
    categorieen: Vec<Letter>,
    /// Alleen dit dossier; meer keren mag; standaard alle dossiers
    #[arg(long, value_name = "DOSSIER", help_heading = "Opties")]
    dossier: Vec<Uuid>,
    #[command(flatten)]
    opslag: Opslag,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Letter {
    A,
    B,
    C,
    D,
}

#[derive(Debug, Args)]
struct Beeindig {
    /// Het account van wie afwezig was
    #[arg(long, value_name = "ACCOUNT", help_heading = "Opties")]
    voor: Uuid,
    /// Het stuk van de waarneming, zoals `toon` het noemt
    #[arg(value_name = "STUK", help_heading = "Invoer")]
    stuk: Uuid,
    #[command(flatten)]
    opslag: Opslag,
}

#[derive(Debug, Args)]
struct Toon {
    /// Het account van wie afwezig is
    #[arg(long, value_name = "ACCOUNT", help_heading = "Opties")]
    voor: Uuid,
    #[command(flatten)]
    opslag: Opslag,
}

impl Waarneming {
    /// Arranges, ends or lists, as the functioneel beheerder.
    pub(crate) async fn draai(self) -> anyhow::Result<()> {
        let opslag = match &self.wat {
            Wat::Regel(it) => &it.opslag,
            Wat::Beeindig(it) => &it.opslag,
            Wat::Toon(it) => &it.opslag,
        };
        let huis = Huis::open(&opslag.opslag, &opslag.sleutels, Arc::new(Systeemklok)).await?;
        match &self.wat {
            Wat::Regel(it) => {
                let feit = it.feit();
                anstream::println!("geregeld: stuk {}", feit.stuk.0);
                let command = Command::RegelWaarneming(Secties::proces(feit));
                let voor = AccountId(it.voor);
                huis.engine.execute_waarneming(&beheerder(), voor, command).await?;
            }
            Wat::Beeindig(it) => it.beeindig(&huis).await?,
            Wat::Toon(it) => it.toon(&huis).await?,
        }
        huis.store.sluit().await?;
        Ok(())
    }
}

impl Regel {
    fn feit(&self) -> Feit {
        let dossiers: BTreeSet<DossierId> = self.dossier.iter().copied().map(DossierId).collect();
        let (van, tot_en_met) = (self.van, Some(self.tot_en_met));
        let delen = [self.voor.to_string(), self.door.to_string(), van.to_string()];
        let tot = self.tot_en_met.to_string();
        let stuk = StukId(nummer(&["waarneming", &delen[0], &delen[1], &delen[2], &tot]));
        Feit {
            stuk,
            door: AccountId(self.door),
            geldig: Geldigheid { van, tot_en_met },
            dossiers: if dossiers.is_empty() {
                Dossiers::Alle
            } else {
                Dossiers::Genoemd(dossiers)
            },
            categorieen: self.categorieen.iter().map(|it| it.categorie()).collect(),
        }
    }
}

impl Letter {
    fn categorie(self) -> Categorie {
        match self {
            Self::A => Categorie::A,
            Self::B => Categorie::B,
            Self::C => Categorie::C,
            Self::D => Categorie::D,
        }
    }
}

impl Beeindig {
    async fn beeindig(&self, huis: &Huis) -> anyhow::Result<()> {
        let per = huis.engine.klok().vandaag();
        let stuk = StukId(nummer(&["waarneming", "einde", &self.stuk.to_string()]));
        let einde = Einde { stuk, recht: StukId(self.stuk), per };
        let command = Command::BeeindigWaarneming(Secties::proces(einde));
        huis.engine.execute_waarneming(&beheerder(), AccountId(self.voor), command).await?;
        anstream::println!("beëindigd: stuk {}", self.stuk);
        Ok(())
    }
}

impl Toon {
    async fn toon(&self, huis: &Huis) -> anyhow::Result<()> {
        for it in huis.engine.waarnemingen(&beheerder(), AccountId(self.voor)).await? {
            let tot = it.geldig.tot_en_met.map(|dag| dag.to_string()).unwrap_or_default();
            let waar = match &it.dossiers {
                Dossiers::Alle => "alle dossiers".to_owned(),
                Dossiers::Genoemd(genoemd) => format!("{} dossiers", genoemd.len()),
            };
            let letters: Vec<String> = it.categorieen.iter().map(|it| format!("{it:?}")).collect();
            anstream::println!(
                "{} t/m {tot}  door {}  {waar}  hoogstens {}  stuk {}",
                it.geldig.van,
                it.door.0,
                letters.join(""),
                it.stuk.0
            );
        }
        Ok(())
    }
}
