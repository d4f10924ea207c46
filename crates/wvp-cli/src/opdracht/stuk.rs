//! `stuk`: one paper of a dossier as one reader may read it.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use clap::{Args, ValueEnum};
use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::StukId;
use wvp_domain::mijlpaal::riv::Element;
use wvp_domain::papier::Papier;
use wvp_domain::rekenmachine::Ruw;
use wvp_engine::{Stukvraag, Systeemklok};
use wvp_papieren::{Pers, gesloten};
use wvp_projections::overzicht;

use super::Opslag;
use super::leeslog::HIER;
use crate::bediener;
use crate::huis::Huis;
use crate::invoer::{lees, uit_json};
use crate::lezer::LezerWoord;
use crate::map::{eis_geen_pakket, schrijf, schrijf_medisch};
use crate::woorden::{Brievensoort, brief, referentie, verkort};

/// Which words the papers take that no event holds.
const UITLEG: &str = "\
Woorden die in geen feit staan, als JSON bij --invoer:
  herstelmelding         referentie (mag weg)
  verkort-riv            grond (zes_tot_tien_weken, geen_lang_verzuim_verwacht), stand_van_zaken,
                         opgesteld_op (mag weg), wil_terug (ja, nee; mag weg)
  brief-oproep           met (werkgever, bedrijfsarts, arbeidsdeskundige), op, tijd, plaats
  brief-herinnering      plicht (passende_arbeid, maatregelen, plan_van_aanpak, wia_aanvraag), uiterlijk
  brief-waarschuwing     plicht (spreekuur, bereikbaar, inlichtingen), uiterlijk
  brief-loonopschorting  plicht (spreekuur, bereikbaar, inlichtingen), vanaf
  brief-loonstop         plicht (passende_arbeid, maatregelen, plan_van_aanpak, wia_aanvraag), vanaf
  elke brief             datum (mag weg: dan vandaag)
";

#[derive(Debug, Args)]
#[command(after_help = UITLEG)]
pub(crate) struct EenStuk {
    /// Welk stuk: probleemanalyse, bijstelling-probleemanalyse, plan-van-aanpak, bijstelling-plan-van-aanpak,
    /// voortgangsverslag, eerstejaarsevaluatie, actueel-oordeel, eindevaluatie, oordeel-werknemer,
    /// melding-42e-week, herstelmelding, verkort-riv, medische-informatie, brief-oproep, brief-herinnering,
    /// brief-waarschuwing, brief-loonopschorting of brief-loonstop
    #[arg(value_name = "SOORT", hide_possible_values = true, help_heading = "Invoer")]
    soort: Soort,
    /// Het nummer van het dossier, of het begin ervan
    #[arg(value_name = "DOSSIER", help_heading = "Invoer")]
    dossier: String,
    /// De map waarin de PDF komt
    #[arg(long, value_name = "MAP", help_heading = "Opties")]
    naar: PathBuf,
    /// Voor wie het is; standaard de casemanager
    #[arg(long, value_name = "PARTIJ/FUNCTIE", help_heading = "Opties")]
    lezer: Option<LezerWoord>,
    /// Het nummer van het stuk; standaard het nieuwste
    #[arg(long, value_name = "NUMMER", help_heading = "Opties")]
    stuk: Option<Uuid>,
    /// Het bestand met de woorden die in geen feit staan (JSON); `-` leest stdin
    #[arg(long, value_name = "BESTAND", help_heading = "Opties")]
    invoer: Option<PathBuf>,
    #[command(flatten)]
    opslag: Opslag,
}

/// The kinds of papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Soort {
    Probleemanalyse,
    BijstellingProbleemanalyse,
    PlanVanAanpak,
    BijstellingPlanVanAanpak,
    Voortgangsverslag,
    Eerstejaarsevaluatie,
    ActueelOordeel,
    Eindevaluatie,
    OordeelWerknemer,
    #[value(name = "melding-42e-week")]
    Melding42eWeek,
    Herstelmelding,
    VerkortRiv,
    MedischeInformatie,
    BriefOproep,
    BriefHerinnering,
    BriefWaarschuwing,
    BriefLoonopschorting,
    BriefLoonstop,
}

/// What to make.
enum Taak {
    Open(Papier),
    Medisch,
}

impl EenStuk {
    /// Makes the paper. Reading or refusal is in the reading log first.
    pub(crate) async fn draai(self) -> anyhow::Result<()> {
        let taak = self.taak()?;
        if matches!(taak, Taak::Medisch) {
            eis_geen_pakket(&self.naar)?;
        }
        let klok = Arc::new(Systeemklok);
        let huis = Huis::open(&self.opslag.opslag, &self.opslag.sleutels, klok).await?;
        let rij = huis.zoek(&self.dossier).await?;
        let uitkomst = self.maak(&huis, &rij, taak).await;
        huis.store.sluit().await?;
        uitkomst
    }

    async fn maak(&self, huis: &Huis, rij: &overzicht::Rij, taak: Taak) -> anyhow::Result<()> {
        let lezer = self.lezer.map_or(Lezer::CasemanagerZwWgaWvp, |it| it.0);
        let wie = bediener::als(&huis.engine, lezer, rij).await?;
        let stuk = self.stuk.map(StukId);
        match taak {
            Taak::Open(papier) => {
                let vraag = Stukvraag { papier, stuk };
                let bestanden = huis.engine.stuk(&wie, rij.dossier, vraag, &HIER, &Pers);
                schrijf(&self.naar, &bestanden.await?, None)
            }
            Taak::Medisch => {
                let invoer = huis.engine.medische_invoer(&wie, rij.dossier, stuk, &HIER).await?;
                schrijf_medisch(&self.naar, &gesloten(&invoer)?.voor_werknemer())
            }
        }
    }

    /// What was asked, with the words that came along.
    fn taak(&self) -> anyhow::Result<Taak> {
        let element = |element| self.zonder_woorden(Papier::Element(element));
        match self.soort {
            Soort::Probleemanalyse => element(Element::Probleemanalyse),
            Soort::BijstellingProbleemanalyse => element(Element::BijstellingProbleemanalyse),
            Soort::PlanVanAanpak => element(Element::PlanVanAanpak),
            Soort::BijstellingPlanVanAanpak => element(Element::BijstellingPlanVanAanpak),
            Soort::Eerstejaarsevaluatie => element(Element::Eerstejaarsevaluatie),
            Soort::ActueelOordeel => element(Element::ActueelOordeel),
            Soort::Eindevaluatie => element(Element::Eindevaluatie),
            Soort::OordeelWerknemer => element(Element::OordeelWerknemer),
            Soort::Voortgangsverslag => self.zonder_woorden(Papier::Voortgangsverslag),
            Soort::Melding42eWeek => self.zonder_woorden(Papier::Melding42eWeek),
            Soort::Herstelmelding => {
                let woorden = self.woorden()?.map(referentie).transpose()?;
                Ok(Taak::Open(Papier::Herstelmelding(woorden.unwrap_or_default())))
            }
            Soort::VerkortRiv => Ok(Taak::Open(Papier::VerkortRiv(verkort(self.eis_woorden()?)?))),
            Soort::MedischeInformatie => {
                self.eis_geen_woorden()?;
                Ok(Taak::Medisch)
            }
            Soort::BriefOproep => self.brief(Brievensoort::Oproep),
            Soort::BriefHerinnering => self.brief(Brievensoort::Herinnering),
            Soort::BriefWaarschuwing => self.brief(Brievensoort::Waarschuwing),
            Soort::BriefLoonopschorting => self.brief(Brievensoort::Loonopschorting),
            Soort::BriefLoonstop => self.brief(Brievensoort::Loonstop),
        }
    }

    fn zonder_woorden(&self, papier: Papier) -> anyhow::Result<Taak> {
        self.eis_geen_woorden()?;
        Ok(Taak::Open(papier))
    }

    fn brief(&self, soort: Brievensoort) -> anyhow::Result<Taak> {
        if self.stuk.is_some() {
            bail!("een brief hoort niet bij één stuk: laat `--stuk` weg");
        }
        Ok(Taak::Open(Papier::Brief(brief(soort, self.eis_woorden()?)?)))
    }

    fn eis_geen_woorden(&self) -> anyhow::Result<()> {
        match self.invoer {
            Some(_) => bail!("dit stuk komt helemaal uit het dossier: laat `--invoer` weg"),
            None => Ok(()),
        }
    }

    fn eis_woorden(&self) -> anyhow::Result<Ruw> {
        let ontbreekt =
            "dit stuk heeft woorden nodig die in geen feit staan: geef `--invoer` (zie --help)";
        self.woorden()?.context(ontbreekt)
    }

    fn woorden(&self) -> anyhow::Result<Option<Ruw>> {
        let lees_in = |pad: &PathBuf| uit_json(&lees(Some(pad))?);
        self.invoer.as_ref().map(lees_in).transpose()
    }
}
