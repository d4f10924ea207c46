//! Marks: recognisable text planted in every text of section C, to look for where it must not be.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use wvp_domain::{Afgeschermd, Command};

/// Stands in every text of section C of a marked command.
pub const MERK: &str = "MERKTEKEN-Q7X";

/// Plants the mark in every text of section C; says how many texts there were.
pub fn merk(command: &mut Command) -> usize {
    match command {
        Command::MeldZiek(c) => plant(&mut c.c),
        Command::MeldBijArbodienst(c) => plant(&mut c.c),
        Command::WijzigInzetbaarheid(c) => plant(&mut c.c),
        Command::StartArbeidstherapie(c) => plant(&mut c.c),
        Command::MeldHersteld(c) => plant(&mut c.c),
        Command::MeldOpnieuwZiek(c) => plant(&mut c.c),
        Command::CorrigeerFeit(c) => plant(&mut c.c),
        Command::LegVerlofVast(c) => plant(&mut c.c),
        Command::StelProbleemanalyseVast(c) => plant(&mut c.c),
        Command::StelProbleemanalyseBij(c) => plant(&mut c.c),
        Command::StelPlanVanAanpakVast(c) => plant(&mut c.c),
        Command::StelPlanVanAanpakBij(c) => plant(&mut c.c),
        Command::WijsCasemanagerAan(c) => plant(&mut c.c),
        Command::LegVoortgangsgesprekVast(c) => plant(&mut c.c),
        Command::LegSpreekuurVast(c) => plant(&mut c.c),
        Command::MeldWeek42(c) => plant(&mut c.c),
        Command::StelEerstejaarsevaluatieVast(c) => plant(&mut c.c),
        Command::BesluitTweedeSpoor(c) => plant(&mut c.c),
        Command::LegArbeidsdeskundigOnderzoekVast(c) => plant(&mut c.c),
        Command::LegDeskundigenoordeelVast(c) => plant(&mut c.c),
        Command::AdviseerInterventie(c) => plant(&mut c.c),
        Command::SpreekInterventieAf(c) => plant(&mut c.c),
        Command::StartInterventie(c) => plant(&mut c.c),
        Command::BeeindigInterventie(c) => plant(&mut c.c),
        Command::LegLoonmaatregelOp(c) => plant(&mut c.c),
        Command::BeeindigLoonmaatregel(c) => plant(&mut c.c),
        Command::MeldVangnetAlsWerknemer(c) => plant(&mut c.c),
        Command::MeldVangnetAlsArbodienst(c) => plant(&mut c.c),
        Command::MeldVangnetBijUwv(c) => plant(&mut c.c),
        Command::MeldRegres(c) => plant(&mut c.c),
        Command::LegAowDatumVast(c) => plant(&mut c.c),
        Command::StelActueelOordeelVast(c) => plant(&mut c.c),
        Command::OverhandigMedischeInformatie(c) => plant(&mut c.c),
        Command::StelEindevaluatieVast(c) => plant(&mut c.c),
        Command::LegOordeelWerknemerVast(c) => plant(&mut c.c),
        Command::StelRivConceptOp(c) => plant(&mut c.c),
        Command::DraagRivOver(c) => plant(&mut c.c),
        Command::LegWiaAanvraagVast(c) => plant(&mut c.c),
        Command::LegUwvBriefVast(c) => plant(&mut c.c),
        Command::LegUwvBesluitVast(c) => plant(&mut c.c),
        Command::BeeindigDienstverband(c) => plant(&mut c.c),
        Command::SluitDossier(c) => plant(&mut c.c),
        Command::HeropenDossier(c) => plant(&mut c.c),
        Command::StuurDoor(c) => plant(&mut c.c),
        Command::SluitDag => 0,
    }
}

fn plant<C: Serialize + DeserializeOwned>(sectie: &mut Afgeschermd<C>) -> usize {
    let Some(inhoud) = sectie.inhoud() else { return 0 };
    let Ok(mut json) = serde_json::to_value(inhoud) else { return 0 };
    let mut geplant = 0;
    for pad in teksten(&json, String::new()) {
        let mut proef = json.clone();
        let Some(tekst) = proef.pointer_mut(&pad) else { continue };
        *tekst = Value::String(format!("{MERK} {}", tekst.as_str().unwrap_or_default()));
        // A word from a fixed set, or a day, takes no other text: it stays as it is.
        if serde_json::from_value::<C>(proef.clone()).is_ok() {
            json = proef;
            geplant += 1;
        }
    }
    if let Ok(nieuw) = serde_json::from_value(json) {
        *sectie = Afgeschermd::open(nieuw);
    }
    geplant
}

/// Where the texts of a value stand.
fn teksten(json: &Value, pad: String) -> Vec<String> {
    match json {
        Value::String(_) => vec![pad],
        Value::Array(rij) => {
            let delen = rij.iter().enumerate();
            delen.flat_map(|(plaats, deel)| teksten(deel, format!("{pad}/{plaats}"))).collect()
        }
        Value::Object(velden) => {
            velden.iter().flat_map(|(naam, deel)| teksten(deel, format!("{pad}/{naam}"))).collect()
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => vec![],
    }
}
