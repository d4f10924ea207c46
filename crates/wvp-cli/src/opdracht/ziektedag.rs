//! `ziektedag`: the first day of illness by the days on which somebody works (C-01, C-02).

use anyhow::Context as _;
use chrono::Weekday;
use clap::{ArgGroup, Args};
use wvp_domain::Datum;
use wvp_domain::ziektedag::{Uitval, Werkpatroon, eerste_ziektedag};

#[derive(Debug, Args)]
#[command(group(ArgGroup::new("uitval").required(true)), group(ArgGroup::new("patroon")))]
pub(crate) struct Ziektedag {
    /// Ziek geworden op deze dag, voordat het werk begon
    #[arg(long, value_name = "DATUM", help_heading = "Opties", group = "uitval")]
    ziek_vanaf: Option<Datum>,
    /// Gestopt tijdens het werk op deze dag (van een nachtdienst: de dag waarop hij begon)
    #[arg(long, value_name = "DATUM", help_heading = "Opties", group = "uitval")]
    gestopt_op: Option<Datum>,
    /// De vaste werkdagen; standaard maandag tot en met vrijdag
    #[arg(
        long,
        value_name = "DAGEN",
        value_delimiter = ',',
        default_value = "ma,di,wo,do,vr",
        help_heading = "Opties",
        group = "patroon"
    )]
    werkdagen: Vec<Werkdag>,
    /// Geen vaste dagen: de eerste dag waarop werken kon
    #[arg(long, value_name = "DATUM", help_heading = "Opties", group = "patroon")]
    eerste_mogelijke_dag: Option<Datum>,
    /// Wie een WW-uitkering heeft
    #[arg(long, help_heading = "Opties", group = "patroon")]
    ww: bool,
    /// Wie een andere uitkering heeft, of ziek wordt na het einde van het dienstverband
    #[arg(long, help_heading = "Opties", group = "patroon")]
    uitkering: bool,
}

/// A day of the week, by its two letters.
#[derive(Debug, Clone, Copy)]
struct Werkdag(Weekday);

impl std::str::FromStr for Werkdag {
    type Err = anyhow::Error;

    fn from_str(woord: &str) -> anyhow::Result<Self> {
        Ok(Self(match woord {
            "ma" => Weekday::Mon,
            "di" => Weekday::Tue,
            "wo" => Weekday::Wed,
            "do" => Weekday::Thu,
            "vr" => Weekday::Fri,
            "za" => Weekday::Sat,
            "zo" => Weekday::Sun,
            _ => anyhow::bail!("een werkdag is ma, di, wo, do, vr, za of zo"),
        }))
    }
}

impl Ziektedag {
    /// Prints the first day of illness.
    pub(crate) fn draai(self) -> anyhow::Result<()> {
        let uitval = self
            .gestopt_op
            .map(Uitval::TijdensWerk)
            .or(self.ziek_vanaf.map(Uitval::VoorWerk))
            .context("`--ziek-vanaf` of `--gestopt-op` is nodig")?;
        let dag = eerste_ziektedag(uitval, &self.patroon())
            .context("zonder werkdagen is er geen eerste ziektedag")?;
        anstream::println!("{dag}");
        Ok(())
    }

    fn patroon(&self) -> Werkpatroon {
        match self.eerste_mogelijke_dag {
            Some(eerste_mogelijke_dag) => Werkpatroon::Wisselend { eerste_mogelijke_dag },
            None if self.ww => Werkpatroon::Ww,
            None if self.uitkering => Werkpatroon::Uitkering,
            None => Werkpatroon::Vast(self.werkdagen.iter().map(|dag| dag.0).collect()),
        }
    }
}
