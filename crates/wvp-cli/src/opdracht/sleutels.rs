//! `sleutels`: a new generation of key-encryption keys, and erasure by destroying data keys.

use anyhow::{Context as _, bail};
use clap::{Args, Subcommand, ValueEnum};
use uuid::Uuid;
use wvp_domain::{AccountId, Categorie, Compartiment, DossierId};
use wvp_engine::{Klok as _, Systeemklok};
use wvp_store::keyring::{Bewijs, Herwikkeld, KekBestand, Reden, Vernietiging};
use wvp_store::{StroomId, Stroomsoort};

use super::{Opslag, SJABLOON};
use crate::geheel::Bos;

#[derive(Debug, Args)]
pub(crate) struct Sleutels {
    #[command(subcommand)]
    wat: Wat,
    /// Geef de uitkomst als JSON
    #[arg(long, global = true, help_heading = "Opties")]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
enum Wat {
    /// Maak nieuwe hoofdsleutels en verpak alle sleutels daarmee opnieuw; gaat verder waar het stopte
    #[command(help_template = SJABLOON)]
    Wissel(Wissel),
    /// Vernietig sleutels van een dossier: wat ermee is verzegeld, is daarna voorgoed onleesbaar
    #[command(help_template = SJABLOON)]
    Vernietig(Vernietig),
}

#[derive(Debug, Args)]
struct Wissel {
    /// Haal daarna de oude hoofdsleutels uit het bestand; oudere kopieën van de sleutelbos openen dan
    /// niet meer
    #[arg(long, help_heading = "Opties")]
    verwijder_oude: bool,
    #[command(flatten)]
    opslag: Opslag,
}

#[derive(Debug, Args)]
struct Vernietig {
    /// Het volledige nummer van het dossier
    #[arg(value_name = "DOSSIER", help_heading = "Invoer")]
    dossier: Uuid,
    /// Welke gegevens: de categorie (mag vaker)
    #[arg(long, value_name = "LETTER", required = true, help_heading = "Opties")]
    categorie: Vec<Letter>,
    /// Waarom
    #[arg(long, value_name = "REDEN", help_heading = "Opties")]
    reden: Waarom,
    /// Het account van wie het heeft besloten
    #[arg(long, value_name = "ACCOUNT", help_heading = "Opties")]
    door: Uuid,
    #[command(flatten)]
    opslag: Opslag,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
#[value(rename_all = "UPPER")]
enum Letter {
    A,
    B,
    C,
    D,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
enum Waarom {
    Bewaartermijn,
    Verzoek,
    Intrekking,
    TenOnrechte,
}

impl Sleutels {
    /// Does what was asked, on a keyring that no other process holds.
    pub(crate) async fn draai(self) -> anyhow::Result<()> {
        match &self.wat {
            Wat::Wissel(wissel) => wissel.draai(self.json).await,
            Wat::Vernietig(vernietig) => vernietig.draai(self.json).await,
        }
    }
}

impl Wissel {
    async fn draai(&self, json: bool) -> anyhow::Result<()> {
        let (bos, keks) = open(&self.opslag).await?;
        let nieuw = if keks.is_onderweg() { keks } else { keks.met_nieuwe_generatie()? };
        let uitkomst = bos.herwikkel(&nieuw).await?;
        if self.verwijder_oude {
            eis_alles_om(&bos, uitkomst)?;
            nieuw.met_alleen_de_nieuwste()?;
        }
        let Herwikkeld { omgezet, was_goed, zonder_kek } = uitkomst;
        if json {
            let uitkomst = serde_json::json!({
                "omgezet": omgezet, "was_goed": was_goed, "zonder_hoofdsleutel": zonder_kek,
            });
            anstream::println!("{uitkomst}");
        } else {
            anstream::println!(
                "{omgezet} sleutels opnieuw verpakt, {was_goed} waren al goed, {zonder_kek} niet van \
                 deze node"
            );
        }
        Ok(())
    }
}

/// The old generation may only go when nothing needs it any more.
fn eis_alles_om(bos: &Bos, uitkomst: Herwikkeld) -> anyhow::Result<()> {
    if bos.beschadigd() > 0 || uitkomst.zonder_kek > 0 {
        bail!(
            "de oude hoofdsleutels blijven staan: {} sleutels zijn beschadigd en {} niet van deze node",
            bos.beschadigd(),
            uitkomst.zonder_kek
        );
    }
    Ok(())
}

impl Vernietig {
    async fn draai(&self, json: bool) -> anyhow::Result<()> {
        let (bos, keks) = open(&self.opslag).await?;
        let ondertekenaar = keks.ondertekenaar()?;
        let moment = Systeemklok.nu();
        let categorieen: Vec<Categorie> = self.categorie.iter().map(|it| it.categorie()).collect();
        let compartimenten: Vec<Compartiment> = Compartiment::ALLE
            .into_iter()
            .filter(|it| categorieen.contains(&it.categorie()))
            .collect();
        let aantal = compartimenten.len();
        // Files that came in with the dossier stand in a stream beside it.
        let bijlagen = StroomId { soort: Stroomsoort::Bijlage, id: self.dossier };
        let stromen = [DossierId(self.dossier).into(), bijlagen];
        let paren = compartimenten.into_iter().flat_map(|it| stromen.map(|stroom| (stroom, it)));
        let bewijzen = paren.map(|(stroom, compartiment)| {
            ondertekenaar.onderteken(Vernietiging {
                stroom,
                compartiment,
                moment,
                door: AccountId(self.door),
                reden: self.reden.reden(),
            })
        });
        let bewijzen = bewijzen.collect::<Result<Vec<Bewijs>, _>>()?;
        bos.vernietig(&bewijzen).await.context("herhaal de opdracht tot die slaagt")?;
        if json {
            anstream::println!("{}", serde_json::json!({ "compartimenten": aantal }));
        } else {
            anstream::println!(
                "vernietigd: {aantal} compartimenten van dossier en bijlagen, elk met een bewijs"
            );
        }
        Ok(())
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

impl Waarom {
    fn reden(self) -> Reden {
        match self {
            Self::Bewaartermijn => Reden::Bewaartermijn,
            Self::Verzoek => Reden::Verzoek,
            Self::Intrekking => Reden::Intrekking,
            Self::TenOnrechte => Reden::TenOnrechte,
        }
    }
}

async fn open(opslag: &Opslag) -> anyhow::Result<(Bos, KekBestand)> {
    let keks = KekBestand::open(&opslag.sleutels)?;
    Ok((Bos::open(&opslag.opslag, keks.clone()).await?, keks))
}
