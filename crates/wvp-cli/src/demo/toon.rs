//! What the demo shows at the end: every case as its readers see it, the reminders, the papers.

use std::collections::BTreeMap;
use std::path::Path;

use wvp_domain::termijn::agenda;
use wvp_domain::{Datum, Event, replay};
use wvp_engine::bericht::kenmerk;
use wvp_engine::{Engine, Inzage, herinneringen};
use wvp_projections::{Herinneringen, tijdlijn};

use super::speler::{gebruiker, lezer};
use super::{Rol, Zaak};
use crate::tekening::{KOP, Uitleg, ZACHT, balk, kort, termijnen};

/// Prints the caseload: the first case as all five see it, the others as one reader does.
///
/// # Errors
///
/// When a dossier cannot be read.
pub(crate) async fn toon(engine: &Engine, zaken: &[Zaak], map: &Path) -> anyhow::Result<()> {
    let mut tellingen: BTreeMap<&'static str, [usize; 5]> = BTreeMap::new();
    for (nummer, zaak) in zaken.iter().enumerate() {
        let lezers: &[Rol] = if nummer == 0 { &Rol::ALLE } else { een_lezer(nummer) };
        toon_zaak(engine, zaak, lezers).await?;
        let inzage = engine.read(&gebruiker(zaak, Rol::Casemanager), zaak.dossier, None).await?;
        tel(&inzage, &mut tellingen);
        for (_, naam) in &zaak.papieren {
            let pad = map.join("riv").join(kenmerk(zaak.dossier)).join(naam);
            anstream::println!("  {KOP}papieren{KOP:#} {}", pad.display());
        }
    }
    toon_herinneringen(&tellingen);
    Ok(())
}

/// Which reader shows a case that is shown once: each in turn.
fn een_lezer(nummer: usize) -> &'static [Rol] {
    match nummer % 3 {
        0 => &[Rol::Bedrijfsarts],
        1 => &[Rol::Werkgever],
        _ => &[Rol::Casemanager],
    }
}

async fn toon_zaak(engine: &Engine, zaak: &Zaak, lezers: &[Rol]) -> anyhow::Result<()> {
    let lijn = "━".repeat(100);
    let nummer = kenmerk(zaak.dossier);
    anstream::println!("\n{KOP}{lijn}\n{}{KOP:#}", zaak.titel);
    anstream::println!("{ZACHT}dossier {nummer} · {}{ZACHT:#}", zaak.bedrijf.naam);
    if lezers == Rol::ALLE {
        toon_begin(engine, zaak).await?;
    }
    for (plaats, rol) in lezers.iter().enumerate() {
        let inzage = engine.read(&gebruiker(zaak, *rol), zaak.dossier, None).await?;
        let herinneringen = match lezers {
            // A case that is shown once is shown for its milestones.
            [_] => Herinneringen::Weglaten,
            _ => herinneringen(lezer(*rol)),
        };
        let lijn = tijdlijn(&inzage.gebeurtenissen, inzage.feiten_van, herinneringen);
        if plaats == 0 {
            anstream::println!();
            for regel in balk(&lijn, &inzage.dossier, tot(zaak)) {
                anstream::println!("{regel}");
            }
        }
        anstream::println!("\n  {KOP}zoals de {} het ziet{KOP:#}", rol.naam());
        for regel in kort(&lijn) {
            anstream::println!("{regel}");
        }
    }
    Ok(())
}

/// Prints the terms as they lay on the first day, before anything was done.
async fn toon_begin(engine: &Engine, zaak: &Zaak) -> anyhow::Result<()> {
    let inzage = engine.read(&gebruiker(zaak, Rol::Casemanager), zaak.dossier, None).await?;
    let melding = inzage.gebeurtenissen.iter().take(1).map(|feit| &feit.event);
    let standen = agenda(&replay(melding), zaak.van)?;
    anstream::println!("\n  {KOP}de termijnen op de eerste dag{KOP:#}");
    for regel in termijnen(&standen, Uitleg::Weglaten) {
        anstream::println!("{regel}");
    }
    Ok(())
}

/// The last day with a step.
fn tot(zaak: &Zaak) -> Datum {
    zaak.stappen.last().map_or(zaak.van, |stap| stap.dag)
}

/// Counts reminders per term and receiver: employer, employee, bedrijfsarts, casemanager,
/// teamleider.
fn tel(inzage: &Inzage, tellingen: &mut BTreeMap<&'static str, [usize; 5]>) {
    use wvp_domain::mijlpaal::herinnering::Ontvanger;
    for feit in &inzage.gebeurtenissen {
        let Event::HerinneringGegeven(herinnering) = &feit.event else { continue };
        let sleutel = herinnering.a.sleutel;
        let [werkgever, werknemer, bedrijfsarts, casemanager, teamleider] =
            tellingen.entry(sleutel.termijn.naam()).or_default();
        *match sleutel.aan {
            Ontvanger::Werkgever => werkgever,
            Ontvanger::Werknemer => werknemer,
            Ontvanger::Bedrijfsarts => bedrijfsarts,
            Ontvanger::Casemanager => casemanager,
            Ontvanger::Teamleider => teamleider,
        } += 1;
    }
}

fn toon_herinneringen(tellingen: &BTreeMap<&'static str, [usize; 5]>) {
    anstream::println!("\n{KOP}Herinneringen die zijn verstuurd{KOP:#}");
    anstream::println!(
        "{ZACHT}  {:40}{:>10}{:>10}{:>13}{:>12}{:>11}{ZACHT:#}",
        "termijn",
        "werkgever",
        "werknemer",
        "bedrijfsarts",
        "casemanager",
        "teamleider"
    );
    for (termijn, [werkgever, werknemer, bedrijfsarts, casemanager, teamleider]) in tellingen {
        anstream::println!(
            "  {termijn:40}{werkgever:>10}{werknemer:>10}{bedrijfsarts:>13}{casemanager:>12}{teamleider:>11}"
        );
    }
}
