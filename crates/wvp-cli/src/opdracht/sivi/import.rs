//! `sivi import`: reports of absence of an employer, each taken in, known already, or refused.

use std::path::PathBuf;

use anyhow::{Context as _, bail};
use clap::Args;
use serde::Serialize;
use uuid::Uuid;
use wvp_domain::rekenmachine::InvoerFout;
use wvp_uitwisseling::sivi::per_melding::{Gelezen, lees};

use super::inname::{Genomen, Inname, Nee};
use crate::opdracht::als_wie::AlsWie;
use crate::tekening::{KOP, ZACHT};

#[derive(Debug, Args)]
pub(super) struct Import {
    /// Het bericht Verzuimmeldingen (XML)
    #[arg(value_name = "BESTAND", help_heading = "Invoer")]
    bestand: PathBuf,
    /// Toon wat er zou gebeuren, en leg niets vast
    #[arg(long, help_heading = "Opties")]
    proef: bool,
    /// Geef JSON, voor machines
    #[arg(long, help_heading = "Opties")]
    pub(super) json: bool,
    #[command(flatten)]
    wie: AlsWie,
}

/// What became of one report.
#[derive(Serialize)]
struct Regel {
    /// Where it stands in the message.
    plaats: String,
    /// What became of it.
    uitslag: &'static str,
    /// The dossier that it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    dossier: Option<Uuid>,
    /// What is, or would be, recorded.
    vastgelegd: Vec<&'static str>,
    /// Its code of processing: what it means is not concluded from.
    #[serde(skip_serializing_if = "Option::is_none")]
    verwerking: Option<String>,
    /// Why not, or what was left to somebody else: field and rule.
    redenen: Vec<Reden>,
}

#[derive(Serialize)]
struct Reden {
    veld: String,
    regel: String,
}

impl Import {
    /// Takes in what can be taken in.
    pub(super) async fn draai(self) -> anyhow::Result<()> {
        let bytes = std::fs::read(&self.bestand)
            .with_context(|| format!("`{}` is niet te lezen", self.bestand.display()))?;
        let gelezen = lees(&bytes)?;
        let (huis, wie) = self.wie.open().await?;
        let mut inname = Inname::begin(&huis.engine, wie, self.proef).await?;
        // Of one case the earlier report goes first, in whatever order they came.
        let mut op_volgorde: Vec<(usize, &Gelezen)> = gelezen.iter().enumerate().collect();
        op_volgorde
            .sort_by_key(|(_, it)| it.melding.as_ref().map_or(0, |it| it.verzuim.volgnummer.0));
        let mut regels = vec![];
        for (nummer, gelezen) in op_volgorde {
            regels.push((nummer, self.regel(&mut inname, gelezen).await?));
        }
        regels.sort_by_key(|(nummer, _)| *nummer);
        huis.store.sluit().await?;
        let regels: Vec<Regel> = regels.into_iter().map(|(_, regel)| regel).collect();
        self.toon(&regels)
    }

    async fn regel(&self, inname: &mut Inname<'_>, gelezen: &Gelezen) -> anyhow::Result<Regel> {
        let plaats = gelezen.plaats.clone();
        let (melding, verwerking) = match &gelezen.melding {
            Ok(melding) => (melding, Some(melding.verzuim.verwerking.label())),
            Err(fouten) => {
                let redenen = fouten.iter().map(|fout| Reden::van(&plaats, fout)).collect();
                return Ok(Regel { redenen, ..Regel::geweigerd(plaats) });
            }
        };
        Ok(match inname.neem(melding).await? {
            Ok(Genomen { dossier, vastgelegd, gelaten }) => {
                let redenen = gelaten.iter().map(|fout| Reden::van(&plaats, fout)).collect();
                let uitslag = self.uitslag(vastgelegd.is_empty());
                Regel { plaats, uitslag, dossier: Some(dossier.0), vastgelegd, verwerking, redenen }
            }
            Err(Nee { veld, regel }) => {
                let redenen = vec![Reden { veld: format!("{plaats}.{veld}"), regel }];
                Regel { verwerking, redenen, ..Regel::geweigerd(plaats) }
            }
        })
    }

    fn uitslag(&self, is_leeg: bool) -> &'static str {
        match (is_leeg, self.proef) {
            (true, _) => "al bekend",
            (false, true) => "zou worden opgenomen",
            (false, false) => "opgenomen",
        }
    }

    fn toon(&self, regels: &[Regel]) -> anyhow::Result<()> {
        if self.json {
            anstream::println!("{}", serde_json::to_string_pretty(regels)?);
        } else {
            regels.iter().for_each(druk);
            if self.proef {
                anstream::println!(
                    "\nproef: er is niets vastgelegd, en rechten zijn niet beoordeeld"
                );
            }
        }
        let geweigerd = regels.iter().filter(|it| it.uitslag == GEWEIGERD).count();
        if geweigerd > 0 {
            bail!("{geweigerd} van {} meldingen geweigerd", regels.len());
        }
        Ok(())
    }
}

const GEWEIGERD: &str = "geweigerd";

impl Regel {
    fn geweigerd(plaats: String) -> Self {
        let (uitslag, dossier, verwerking) = (GEWEIGERD, None, None);
        Self { plaats, uitslag, dossier, vastgelegd: vec![], verwerking, redenen: vec![] }
    }
}

impl Reden {
    /// A fault that was read knows its whole path; one of a report its field only.
    fn van(plaats: &str, fout: &InvoerFout) -> Self {
        let is_pad = fout.veld.contains('.') || fout.veld.contains('[');
        let veld = if is_pad { fout.veld.clone() } else { format!("{plaats}.{}", fout.veld) };
        Self { veld, regel: fout.regel.clone() }
    }
}

fn druk(regel: &Regel) {
    let wat = regel.vastgelegd.join(", ");
    let wat = if wat.is_empty() { wat } else { format!(": {wat}") };
    anstream::println!("{KOP}{}{KOP:#}  {}{wat}", regel.plaats, regel.uitslag);
    if let Some(verwerking) = &regel.verwerking {
        anstream::println!("  {ZACHT}VrwrkCd{ZACHT:#} {verwerking}");
    }
    for Reden { veld, regel } in &regel.redenen {
        anstream::println!("  {ZACHT}{veld}{ZACHT:#} {regel}");
    }
}
