//! `teken neem` and `teken geef`: a copy that was signed on paper, in and out.

use std::path::PathBuf;

use anyhow::Context as _;
use clap::Args;
use serde::Deserialize;
use uuid::Uuid;
use wvp_domain::mijlpaal::gedeeld::{Handtekening, Ondertekenaar, Ondertekening, Partij};
use wvp_domain::{Datum, StukId};
use wvp_engine::Inkomend;

use super::Waar;
use crate::invoer;
use crate::opdracht::leeslog::HIER;

#[derive(Debug, Args)]
pub(super) struct Neem {
    #[command(flatten)]
    waar: Waar,
    /// Het nummer van het stuk waarvan dit een exemplaar is
    #[arg(long, value_name = "STUK", help_heading = "Opties")]
    stuk: Uuid,
    /// Het bestand: een PDF, JPG of DOCX van hoogstens 10 MB
    #[arg(long, value_name = "BESTAND", help_heading = "Opties")]
    bestand: PathBuf,
    /// De dag bij de handtekening, bij meer de laatste (JJJJ-MM-DD)
    #[arg(long, value_name = "DATUM", help_heading = "Opties")]
    getekend_op: Datum,
    /// Wie erop tekende, als JSON: [{"partij": "werknemer", "naam": "...", "functie": "..."}]
    #[arg(long, value_name = "BESTAND", help_heading = "Opties")]
    tekenaars: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct Geef {
    #[command(flatten)]
    waar: Waar,
    /// Het nummer van het exemplaar
    #[arg(long, value_name = "STUK", help_heading = "Opties")]
    stuk: Uuid,
    /// Het bestand waar het in komt
    #[arg(long, value_name = "BESTAND", help_heading = "Opties")]
    naar: PathBuf,
}

/// Somebody who signed on paper.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Tekenaar {
    partij: Partij,
    naam: String,
    functie: String,
}

impl Neem {
    pub(super) async fn draai(&self) -> anyhow::Result<()> {
        let bytes = std::fs::read(&self.bestand)
            .with_context(|| format!("`{}` is niet te lezen", self.bestand.display()))?;
        let tekenaars: Vec<Tekenaar> = match &self.tekenaars {
            Some(pad) => invoer::uit_json(&invoer::lees(Some(pad))?)?,
            None => vec![],
        };
        let (huis, wie, rij) = self.waar.open().await?;
        let inkomend = Inkomend {
            van: StukId(self.stuk),
            getekend_op: self.getekend_op,
            ondertekeningen: tekenaars.into_iter().map(|it| it.op(self.getekend_op)).collect(),
            bytes,
        };
        huis.engine.neem_exemplaar_in(&wie, rij.dossier, inkomend).await?;
        huis.store.sluit().await?;
        anstream::println!("ingenomen");
        Ok(())
    }
}

impl Geef {
    pub(super) async fn draai(&self) -> anyhow::Result<()> {
        let (huis, wie, rij) = self.waar.open().await?;
        let exemplaar = huis.engine.exemplaar(&wie, rij.dossier, StukId(self.stuk), &HIER).await?;
        huis.store.sluit().await?;
        std::fs::write(&self.naar, &exemplaar.bytes)
            .with_context(|| format!("`{}` is niet te schrijven", self.naar.display()))?;
        let (element, soort) = (exemplaar.element.naam(), exemplaar.soort.naam());
        anstream::println!("{}: {element}, {soort}", self.naar.display());
        Ok(())
    }
}

impl Tekenaar {
    fn op(self, op: Datum) -> Ondertekening {
        let wie = Ondertekenaar { naam: self.naam, functie: self.functie };
        Ondertekening { partij: self.partij, wie, keuze: Handtekening::Getekend, op }
    }
}
