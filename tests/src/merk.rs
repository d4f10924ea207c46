//! Marks: recognisable texts planted in the sections of commands, to look for where they must not be.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use wvp_domain::{Afgeschermd, Categorie, Command, Compartiment, Sectie, Secties};

/// Stands in every mark.
pub const MERK: &str = "MERKTEKEN-Q7X";

/// One planted text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merk {
    /// The text, different from that of any other mark.
    pub tekst: String,
    /// The compartment of section A of its fact: who may not read that, may not know of the fact.
    pub in_a: Compartiment,
    /// The compartment of the section it stands in.
    pub compartiment: Compartiment,
    /// Parties that a doorzending is between; nobody else but the employee sees it.
    pub tussen: Option<[String; 2]>,
}

/// Plants marks.
#[derive(Debug)]
pub struct Planter {
    mag: fn(Categorie) -> bool,
    /// What was planted so far.
    pub merken: Vec<Merk>,
}

/// Names of fields that hold a word of the access table, an address, or what the house sets: another text
/// there makes it another command.
const GEEN_VRIJE_TEKST: [&str; 4] = ["/partij", "/functie", "/verplichtingen", "/email"];

impl Planter {
    /// Plants in every section.
    #[must_use]
    pub fn in_alles() -> Self {
        Self { mag: |_| true, merken: vec![] }
    }

    /// Plants in medical sections only.
    #[must_use]
    pub fn in_medisch() -> Self {
        Self { mag: |categorie| categorie == Categorie::C, merken: vec![] }
    }

    /// Plants a mark in every text of a command.
    pub fn opdracht(&mut self, command: &mut Command) {
        match command {
            Command::MeldZiek(c) => self.secties(c),
            Command::MeldBijArbodienst(c) => self.secties(c),
            Command::WijzigInzetbaarheid(c) => self.secties(c),
            Command::StartArbeidstherapie(c) => self.secties(c),
            Command::MeldHersteld(c) => self.secties(c),
            Command::MeldOpnieuwZiek(c) => self.secties(c),
            Command::CorrigeerFeit(c) => self.secties(c),
            Command::LegVerlofVast(c) => self.secties(c),
            Command::StelProbleemanalyseVast(c) => self.secties(c),
            Command::StelProbleemanalyseBij(c) => self.secties(c),
            Command::StelPlanVanAanpakVast(c) => self.secties(c),
            Command::StelPlanVanAanpakBij(c) => self.secties(c),
            Command::WijsCasemanagerAan(c) => self.secties(c),
            Command::LegVoortgangsgesprekVast(c) => self.secties(c),
            Command::LegSpreekuurVast(c) => self.secties(c),
            Command::MeldWeek42(c) => self.secties(c),
            Command::StelEerstejaarsevaluatieVast(c) => self.secties(c),
            Command::BesluitTweedeSpoor(c) => self.secties(c),
            Command::LegArbeidsdeskundigOnderzoekVast(c) => self.secties(c),
            Command::LegDeskundigenoordeelVast(c) => self.secties(c),
            Command::AdviseerInterventie(c) => self.secties(c),
            Command::SpreekInterventieAf(c) => self.secties(c),
            Command::StartInterventie(c) => self.secties(c),
            Command::BeeindigInterventie(c) => self.secties(c),
            Command::LegLoonmaatregelOp(c) => self.secties(c),
            Command::BeeindigLoonmaatregel(c) => self.secties(c),
            Command::MeldVangnetAlsWerknemer(c) => self.secties(c),
            Command::MeldVangnetAlsArbodienst(c) => self.secties(c),
            Command::MeldVangnetBijUwv(c) => self.secties(c),
            Command::MeldRegres(c) => self.secties(c),
            Command::LegAowDatumVast(c) => self.secties(c),
            Command::StelActueelOordeelVast(c) => self.secties(c),
            Command::OverhandigMedischeInformatie(c) => self.secties(c),
            Command::StelEindevaluatieVast(c) => self.secties(c),
            Command::LegOordeelWerknemerVast(c) => self.secties(c),
            Command::StelRivConceptOp(c) => self.secties(c),
            Command::DraagRivOver(c) => self.secties(c),
            Command::LegWiaAanvraagVast(c) => self.secties(c),
            Command::LegUwvBriefVast(c) => self.secties(c),
            Command::LegUwvBesluitVast(c) => self.secties(c),
            Command::BeeindigDienstverband(c) => self.secties(c),
            Command::SluitDossier(c) => self.secties(c),
            Command::HeropenDossier(c) => self.secties(c),
            Command::StuurDoor(c) => {
                let al = self.merken.len();
                self.secties(c);
                let tussen = [c.a.van.partij.clone(), c.a.aan.partij.clone()];
                for merk in self.merken.iter_mut().skip(al) {
                    merk.tussen = Some(tussen.clone());
                }
            }
            Command::LegRivVast(c) => self.secties(c),
            Command::MeldEigenStapGedaan(c) => self.secties(c),
            Command::StelHerinneringUit(c) => self.secties(c),
            Command::LegOndertekeningVast(c) => self.secties(c),
            Command::NeemGetekendExemplaarIn(c) => self.secties(c),
            Command::SluitDag => {}
        }
    }

    fn secties<A, B, C, D>(&mut self, secties: &mut Secties<A, B, C, D>)
    where
        A: Sectie + Serialize + DeserializeOwned,
        B: Sectie + Serialize + DeserializeOwned,
        C: Sectie + Serialize + DeserializeOwned,
        D: Sectie + Serialize + DeserializeOwned,
    {
        let in_a = A::COMPARTIMENT;
        if let Some(nieuw) = self.sectie(in_a, &secties.a) {
            secties.a = nieuw;
        }
        self.afgeschermd(in_a, &mut secties.b);
        self.afgeschermd(in_a, &mut secties.c);
        self.afgeschermd(in_a, &mut secties.d);
    }

    fn afgeschermd<S>(&mut self, in_a: Compartiment, sectie: &mut Afgeschermd<S>)
    where
        S: Sectie + Serialize + DeserializeOwned,
    {
        let nieuw = sectie.inhoud().and_then(|inhoud| self.sectie(in_a, inhoud));
        if let Some(nieuw) = nieuw {
            *sectie = Afgeschermd::open(nieuw);
        }
    }

    /// The section with a mark in each of its texts.
    fn sectie<S>(&mut self, in_a: Compartiment, sectie: &S) -> Option<S>
    where
        S: Sectie + Serialize + DeserializeOwned,
    {
        let compartiment = S::COMPARTIMENT;
        if !(self.mag)(compartiment.categorie()) {
            return None;
        }
        let mut json = serde_json::to_value(sectie).ok()?;
        for pad in teksten(&json, String::new()) {
            let mut proef = json.clone();
            let tekst = format!("{MERK}-{:04}-", self.merken.len());
            let plek = proef.pointer_mut(&pad)?;
            *plek = Value::String(format!("{tekst} {}", plek.as_str().unwrap_or_default()));
            // A word from a fixed set, or a day, takes no other text: it stays as it is.
            if serde_json::from_value::<S>(proef.clone()).is_ok() {
                json = proef;
                self.merken.push(Merk { tekst, in_a, compartiment, tussen: None });
            }
        }
        serde_json::from_value(json).ok()
    }
}

/// Where the free texts of a value stand.
fn teksten(json: &Value, pad: String) -> Vec<String> {
    match json {
        Value::String(_) if GEEN_VRIJE_TEKST.iter().any(|einde| pad.ends_with(einde)) => vec![],
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
