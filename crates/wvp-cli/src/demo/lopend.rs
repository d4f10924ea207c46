//! Cases that run today, for who looks around: ill for some days up to almost two years, some with a step that is
//! late. Made by the stories of the demo, with people of their own.

use std::collections::BTreeSet;

use anyhow::Context as _;
use wvp_domain::{Command, Datum};
use wvp_engine::{Engine, Handklok};

use super::zaken::VERHALEN;
use super::{DemoFout, Zaak, gebruiker, schrijf_in};
use crate::simulatie::script;

/// Who is ill, since how many days, and which step nobody recorded.
const MENSEN: [(&str, i32, Vergeten); 14] = [
    ("J. Yılmaz", 68, Vergeten::Plan),
    ("F. Haddou", 230, Vergeten::LaatsteGesprek),
    ("W. Jacobs", 299, Vergeten::Week42),
    ("N. Willemsen", 39, Vergeten::Analyse),
    ("T. de Groot", 3, Vergeten::Niets),
    ("E. Demir", 52, Vergeten::Plan),
    ("P. van den Heuvel", 634, Vergeten::Niets),
    ("S. Claes", 95, Vergeten::Niets),
    ("A. El Idrissi", 33, Vergeten::Niets),
    ("A. Postma", 645, Vergeten::Niets),
    ("R. Visser", 353, Vergeten::Niets),
    ("B. Kuipers", 286, Vergeten::Niets),
    ("L. Çelik", 12, Vergeten::Niets),
    ("M. Öztürk-Verhoeven", 420, Vergeten::Niets),
];

/// A step that was not recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Vergeten {
    Niets,
    Analyse,
    Plan,
    LaatsteGesprek,
    Week42,
}

impl Vergeten {
    fn is(self, wat: &Command) -> bool {
        match self {
            // Whoever forgot the last talk recorded nothing since.
            Self::Niets | Self::LaatsteGesprek => false,
            // Without an analysis there is no plan.
            Self::Analyse => {
                matches!(
                    wat,
                    Command::StelProbleemanalyseVast(_) | Command::StelPlanVanAanpakVast(_)
                )
            }
            Self::Plan => {
                matches!(
                    wat,
                    Command::StelPlanVanAanpakVast(_) | Command::LegVoortgangsgesprekVast(_)
                )
            }
            Self::Week42 => matches!(wat, Command::MeldWeek42(_)),
        }
    }
}

/// The cases that run on a day.
///
/// # Errors
///
/// Only when a day or number in a story does not exist.
pub fn lopende_zaken(vandaag: Datum) -> Result<Vec<Zaak>, DemoFout> {
    let verhalen = VERHALEN.iter().cycle();
    MENSEN
        .iter()
        .zip(verhalen)
        .map(|((naam, dagen, vergeten), verhaal)| {
            let sleutel = format!("lopend/{naam}");
            let mut script = script(verhaal, sleutel, vandaag.plus(-dagen));
            let tot =
                if *vergeten == Vergeten::LaatsteGesprek { vandaag.plus(-60) } else { vandaag };
            script.stappen.retain(|stap| stap.dag <= tot && !vergeten.is(&stap.wat));
            for stap in &mut script.stappen {
                noem(&mut stap.wat, naam);
            }
            let mut zaak = Zaak::uit(script, vec![])?;
            (*naam).clone_into(&mut zaak.persoon.naam);
            Ok(zaak)
        })
        .collect()
}

/// The name in the report is that of the person.
fn noem(wat: &mut Command, naam: &str) {
    if let Command::MeldZiek(melding) = wat {
        naam.clone_into(&mut melding.a.naam);
    }
}

/// Records these cases, each step on its day.
///
/// # Errors
///
/// When a step is refused or the store fails.
pub async fn schrijf_lopende(
    engine: &Engine,
    klok: &Handklok,
    zaken: &[Zaak],
) -> anyhow::Result<()> {
    let dagen: BTreeSet<Datum> =
        zaken.iter().flat_map(|it| it.stappen.iter().map(|it| it.dag)).collect();
    for dag in dagen {
        klok.zet(dag);
        for zaak in zaken {
            if zaak.van == dag {
                schrijf_in(engine, zaak).await?;
            }
            for stap in zaak.stappen.iter().filter(|it| it.dag == dag) {
                let wie = gebruiker(zaak, stap.wie);
                let gedaan = engine.execute(&wie, zaak.dossier, stap.wat.clone()).await;
                gedaan.with_context(|| format!("dossier {}, {dag}", zaak.dossier))?;
            }
        }
    }
    engine.follow().await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use wvp_domain::{Dossier, decide, evolve};

    use super::lopende_zaken;

    #[test]
    fn elke_lopende_zaak_komt_door_de_wet_op_welke_dag_ook() {
        for dag in ["2026-01-01", "2026-11-26", "2027-04-05"] {
            for zaak in lopende_zaken(dag.parse().unwrap()).unwrap() {
                let mut dossier = Dossier::default();
                for stap in &zaak.stappen {
                    let feiten = decide(&dossier, stap.wat.clone(), stap.dag);
                    let feiten = feiten.unwrap_or_else(|nee| panic!("{dag} {}: {nee}", stap.dag));
                    dossier = feiten.iter().fold(dossier, evolve);
                }
                assert!(!dossier.is_gesloten(), "{dag}");
            }
        }
    }
}
