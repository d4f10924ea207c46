//! `postvak`: the messages of one person, what was read, and how to be told.

use std::collections::BTreeSet;
use std::str::FromStr;

use clap::{Args, Subcommand};
use serde_json::json;
use thiserror::Error;
use uuid::Uuid;
use wvp_domain::bezorging::{BerichtId, Kanaal};
use wvp_domain::mijlpaal::uitstel::Waarover;
use wvp_domain::postvak::{Bundeling, Command, Gelezen, StilleUren, Voorkeuren};
use wvp_domain::{Secties, StukId};
use wvp_engine::bericht::kenmerk;
use wvp_engine::{Postbericht, Postinhoud};

use super::SJABLOON;
use super::als_wie::AlsWie;

#[derive(Debug, Args)]
pub(crate) struct Postvak {
    #[command(subcommand)]
    wat: Wat,
}

#[derive(Debug, Subcommand)]
enum Wat {
    /// Toon de berichten van iemand, en van wie iemand waarneemt
    #[command(help_template = SJABLOON)]
    Toon(Toon),
    /// Leg vast dat een bericht is gelezen
    #[command(help_template = SJABLOON)]
    Gelezen(Lees),
    /// Kies hoe iemand berichten krijgt
    #[command(help_template = SJABLOON)]
    Voorkeuren(Kies),
}

#[derive(Debug, Args)]
struct Toon {
    /// Alleen wat niet is gelezen
    #[arg(long, help_heading = "Opties")]
    ongelezen: bool,
    /// Geef JSON, voor machines
    #[arg(long, help_heading = "Opties")]
    json: bool,
    #[command(flatten)]
    eigenaar: AlsWie,
}

#[derive(Debug, Args)]
struct Lees {
    /// Het nummer van het bericht
    #[arg(value_name = "BERICHT", help_heading = "Invoer")]
    bericht: Uuid,
    #[command(flatten)]
    eigenaar: AlsWie,
}

#[derive(Debug, Args)]
struct Kies {
    /// Geen post: berichten blijven in het postvak, behalve wat volgens de wet niet kan wachten
    #[arg(long, help_heading = "Opties")]
    geen_post: bool,
    /// Eén bericht per dag
    #[arg(long, help_heading = "Opties")]
    per_dag: bool,
    /// Uren waarin niets wordt gestuurd, bijvoorbeeld 22:00-07:00
    #[arg(long, value_name = "UREN", help_heading = "Opties")]
    stil: Option<Uren>,
    #[command(flatten)]
    eigenaar: AlsWie,
}

/// Hours of the day, as they are typed.
#[derive(Debug, Clone, Copy)]
struct Uren(StilleUren);

/// What was typed is no two times of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("schrijf twee tijden met een streepje ertussen, bijvoorbeeld 22:00-07:00")]
struct GeenUren;

impl FromStr for Uren {
    type Err = GeenUren;

    fn from_str(tekst: &str) -> Result<Self, GeenUren> {
        let minuut = |tijd: &str| -> Option<u16> {
            let (uur, minuut) = tijd.split_once(':')?;
            let (uur, minuut): (u16, u16) = (uur.parse().ok()?, minuut.parse().ok()?);
            (uur < 24 && minuut < 60).then(|| uur * 60 + minuut)
        };
        let (van, tot) = tekst.split_once('-').ok_or(GeenUren)?;
        let (van, tot) = (minuut(van).ok_or(GeenUren)?, minuut(tot).ok_or(GeenUren)?);
        Ok(Self(StilleUren { van, tot }))
    }
}

impl Postvak {
    /// Whether faults go out as JSON too.
    pub(crate) fn json(&self) -> bool {
        match &self.wat {
            Wat::Toon(toon) => toon.json,
            Wat::Gelezen(_) | Wat::Voorkeuren(_) => false,
        }
    }

    /// Shows the mailbox, or changes something in it, as its owner.
    pub(crate) async fn draai(self) -> anyhow::Result<()> {
        let eigenaar = match &self.wat {
            Wat::Toon(it) => &it.eigenaar,
            Wat::Gelezen(it) => &it.eigenaar,
            Wat::Voorkeuren(it) => &it.eigenaar,
        };
        let (huis, wie) = eigenaar.open().await?;
        match &self.wat {
            Wat::Toon(it) => it.toon(&huis.engine.postvak(&wie).await?),
            Wat::Gelezen(it) => {
                let (bericht, op) = (BerichtId(it.bericht), huis.engine.klok().vandaag());
                let gelezen = Command::LeesBericht(Secties::proces(Gelezen { bericht, op }));
                huis.engine.execute_postvak(&wie, gelezen).await?;
            }
            Wat::Voorkeuren(it) => {
                let keuze = Command::KiesVoorkeuren(Secties::proces(it.voorkeuren()));
                huis.engine.execute_postvak(&wie, keuze).await?;
                anstream::println!("vastgelegd");
            }
        }
        huis.store.sluit().await?;
        Ok(())
    }
}

impl Kies {
    fn voorkeuren(&self) -> Voorkeuren {
        let bundeling = if self.per_dag { Bundeling::PerDag } else { Bundeling::Los };
        let afgemeld: BTreeSet<Kanaal> =
            self.geen_post.then_some(Kanaal::Mail).into_iter().collect();
        // Every choice is a document of its own: going back to an earlier one is a new choice.
        let stuk = StukId(wvp_engine::nieuw_id());
        Voorkeuren { stuk, afgemeld, bundeling, stille_uren: self.stil.map(|it| it.0) }
    }
}

impl Toon {
    fn toon(&self, berichten: &[Postbericht]) {
        let gekozen = berichten.iter().filter(|it| !self.ongelezen || !it.is_gelezen);
        if self.json {
            let json: Vec<_> = gekozen.map(als_json).collect();
            anstream::println!("{}", serde_json::Value::from(json));
            return;
        }
        for bericht in gekozen {
            let nieuw = if bericht.is_gelezen { " " } else { "•" };
            let namens = bericht.voor.map(|_| " (waarneming)").unwrap_or_default();
            anstream::println!(
                "{nieuw} {}  {}  {}{namens}  {}",
                bericht.op,
                kenmerk(bericht.dossier),
                in_woorden(&bericht.inhoud),
                bericht.id.0
            );
        }
    }
}

fn in_woorden(inhoud: &Postinhoud) -> String {
    match inhoud {
        Postinhoud::Stap { over: Waarover::Termijn(termijn), uiterlijk, .. } => {
            format!("{}, uiterlijk {uiterlijk}", termijn.naam())
        }
        Postinhoud::Stap { over: Waarover::Stap(naam), uiterlijk, .. } => {
            format!("eigen stap `{naam}`, uiterlijk {uiterlijk}")
        }
        Postinhoud::Stukken { elementen, uiterlijk } => {
            let namen: Vec<&str> = elementen.iter().map(|it| it.naam()).collect();
            format!("Gevraagd: {}, uiterlijk {uiterlijk}", namen.join(", "))
        }
        Postinhoud::NietBezorgd { .. } => "Een bericht is niet aangekomen".to_owned(),
    }
}

fn als_json(bericht: &Postbericht) -> serde_json::Value {
    let (stap, uiterlijk) = match &bericht.inhoud {
        Postinhoud::Stap { over: Waarover::Termijn(termijn), uiterlijk, .. } => {
            (Some(termijn.sleutel().to_owned()), Some(*uiterlijk))
        }
        Postinhoud::Stap { over: Waarover::Stap(naam), uiterlijk, .. } => {
            (Some(naam.clone()), Some(*uiterlijk))
        }
        Postinhoud::Stukken { uiterlijk, .. } => (None, Some(*uiterlijk)),
        Postinhoud::NietBezorgd { .. } => (None, None),
    };
    let gevraagd = match &bericht.inhoud {
        Postinhoud::Stukken { elementen, .. } => elementen.clone(),
        Postinhoud::Stap { .. } | Postinhoud::NietBezorgd { .. } => vec![],
    };
    json!({
        "id": bericht.id.0,
        "dossier": bericht.dossier.0,
        "op": bericht.op,
        "stap": stap,
        "gevraagd": gevraagd,
        "uiterlijk": uiterlijk,
        "niet_bezorgd": matches!(bericht.inhoud, Postinhoud::NietBezorgd { .. }),
        "gelezen": bericht.is_gelezen,
        "namens": bericht.voor.map(|it| it.0),
    })
}

#[cfg(test)]
mod tests {
    use wvp_domain::postvak::StilleUren;

    use super::Uren;

    #[test]
    fn uren_zijn_twee_tijden_met_een_streepje() {
        let uren: Uren = "22:00-07:30".parse().unwrap();
        assert_eq!(uren.0, StilleUren { van: 1320, tot: 450 });
        for fout in ["22:00", "24:00-07:00", "22:60-07:00", "avond-ochtend"] {
            assert!(fout.parse::<Uren>().is_err(), "{fout}");
        }
    }
}
