//! The state that decisions need: section A and nothing more.

mod eisen;
mod gevallen;

use std::collections::BTreeSet;

use crate::feit::Feiten;
use crate::mijlpaal::{
    actueel_oordeel, aow, arbeidsdeskundig_onderzoek, arbeidstherapie, bijstelling_plan_van_aanpak,
    bijstelling_probleemanalyse, casemanager, correctie, deskundigenoordeel, doorsturen,
    eerstejaarsevaluatie, eigen_stap, einde_dienstverband, eindevaluatie, getekend_exemplaar,
    herinnering, hernieuwde_ziekmelding, herstelmelding, interventie, inzetbaarheid, loonmaatregel,
    medische_informatie, melding_42e_week, melding_arbodienst, ondertekening, oordeel_werknemer,
    plan_van_aanpak, probleemanalyse, regres, riv, riv_pakket, sluiten, spreekuur, stapherinnering,
    tweede_spoor, uitstel, uwv_besluit, uwv_brief, vangnet, verlof, voortgangsgesprek,
    wia_aanvraag, ziekmelding,
};
use crate::wachttijd::LANGSTE_ONDERBREKING_DAGEN;
use crate::{Datum, StukId};

/// A verzuimdossier as its events made it.
///
/// Every fact of a kind stands in a list, oldest first; spells and versions are derived from them,
/// so that a correctie of one fact is enough.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Dossier {
    /// Every document and report ever taken in, withdrawn ones too.
    pub stukken: BTreeSet<StukId>,
    /// The employee was reported ill.
    pub ziekmelding: Vec<ziekmelding::Melding>,
    /// The arbodienst was told.
    pub melding_arbodienst: Vec<melding_arbodienst::Melding>,
    /// The degree of incapacity changed.
    pub inzetbaarheid: Vec<inzetbaarheid::Wijziging>,
    /// Arbeidstherapie was agreed.
    pub arbeidstherapie: Vec<arbeidstherapie::Afspraak>,
    /// The employee recovered in full.
    pub herstelmelding: Vec<herstelmelding::Herstel>,
    /// The employee fell ill again within four weeks.
    pub hernieuwde_ziekmelding: Vec<hernieuwde_ziekmelding::Terugval>,
    /// Corrections.
    pub correctie: Vec<correctie::Gecorrigeerd>,
    /// Leave was recorded.
    pub verlof: Vec<verlof::Periode>,
    /// The bedrijfsarts gave the probleemanalyse.
    pub probleemanalyse: Vec<probleemanalyse::Opgesteld>,
    /// The bedrijfsarts adjusted the probleemanalyse.
    pub bijstelling_probleemanalyse: Vec<bijstelling_probleemanalyse::Bijgesteld>,
    /// Employer and employee agreed on a plan.
    pub plan_van_aanpak: Vec<plan_van_aanpak::Opgesteld>,
    /// Employer and employee adjusted the plan.
    pub bijstelling_plan_van_aanpak: Vec<bijstelling_plan_van_aanpak::Bijgesteld>,
    /// A casemanager was appointed.
    pub casemanager: Vec<casemanager::Aanwijzing>,
    /// Employer and employee talked about progress.
    pub voortgangsgesprek: Vec<voortgangsgesprek::Gesprek>,
    /// The bedrijfsarts saw the employee.
    pub spreekuur: Vec<spreekuur::Consult>,
    /// The illness was reported to UWV in week 42.
    pub melding_42e_week: Vec<melding_42e_week::Melding>,
    /// Employer and employee evaluated the first year.
    pub eerstejaarsevaluatie: Vec<eerstejaarsevaluatie::Opgesteld>,
    /// It was decided whether the second track starts.
    pub tweede_spoor: Vec<tweede_spoor::Besluit>,
    /// An arbeidsdeskundige reported.
    pub arbeidsdeskundig_onderzoek: Vec<arbeidsdeskundig_onderzoek::Onderzoek>,
    /// UWV gave a deskundigenoordeel.
    pub deskundigenoordeel: Vec<deskundigenoordeel::Oordeel>,
    /// The bedrijfsarts advised an intervention.
    pub interventie_advies: Vec<interventie::Geadviseerd>,
    /// Employer and employee agreed on an intervention.
    pub interventie_afspraak: Vec<interventie::Afgesproken>,
    /// The intervention started.
    pub interventie_start: Vec<interventie::Gestart>,
    /// The intervention ended.
    pub interventie_einde: Vec<interventie::Beeindigd>,
    /// The employer suspended or stopped wages.
    pub loonmaatregel: Vec<loonmaatregel::Opgelegd>,
    /// The measure on wages ended.
    pub loonmaatregel_einde: Vec<loonmaatregel::Beeindigd>,
    /// The employee told whether a vangnet applies.
    pub vangnet_werknemer: Vec<vangnet::GemeldDoorWerknemer>,
    /// The arbodienst established whether a vangnet applies.
    pub vangnet_arbodienst: Vec<vangnet::GemeldDoorArbodienst>,
    /// The vangnet case was reported to UWV.
    pub vangnet_bij_uwv: Vec<vangnet::BijUwvGemeld>,
    /// The employee told whether a third party is liable.
    pub regres: Vec<regres::Gemeld>,
    /// The AOW date was recorded.
    pub aow: Vec<aow::Aow>,
    /// The bedrijfsarts gave the actueel oordeel.
    pub actueel_oordeel: Vec<actueel_oordeel::Opgesteld>,
    /// The bedrijfsarts handed the medical part to the employee.
    pub medische_informatie: Vec<medische_informatie::Overhandigd>,
    /// Employer and employee evaluated the whole.
    pub eindevaluatie: Vec<eindevaluatie::Opgesteld>,
    /// The employee gave an opinion, or did not want to.
    pub oordeel_werknemer: Vec<oordeel_werknemer::Stand>,
    /// The draft of the re-integratieverslag was drawn up.
    pub riv_concept: Vec<riv::Concept>,
    /// The employee got the re-integratieverslag.
    pub riv_overdracht: Vec<riv::Overgedragen>,
    /// The employee applied for the WIA.
    pub wia_aanvraag: Vec<wia_aanvraag::Aanvraag>,
    /// A letter of UWV came in.
    pub uwv_brief: Vec<uwv_brief::Brief>,
    /// UWV decided.
    pub uwv_besluit: Vec<uwv_besluit::Besluit>,
    /// The employment ends or ended.
    pub einde_dienstverband: Vec<einde_dienstverband::Einde>,
    /// The dossier was closed.
    pub sluiten: Vec<sluiten::Gesloten>,
    /// The dossier was opened again.
    pub heropenen: Vec<sluiten::Heropend>,
    /// Data went on to another party.
    pub doorsturen: Vec<doorsturen::Doorgestuurd>,
    /// Reminders given.
    pub herinneringen: BTreeSet<herinnering::Sleutel>,
    /// Reminders of own steps given.
    pub stapherinneringen: BTreeSet<stapherinnering::Stapsleutel>,
    /// Versions of the re-integratieverslag that were put together.
    pub riv_pakket: Vec<riv_pakket::Samengesteld>,
    /// Own steps that were done.
    pub eigen_stap: Vec<eigen_stap::Gedaan>,
    /// Reminders that were put off.
    pub uitstel: Vec<uitstel::Uitgesteld>,
    /// Signatures and refusals given in the application.
    pub ondertekening: Vec<ondertekening::Getekend>,
    /// Copies that were signed on paper.
    pub getekend_exemplaar: Vec<getekend_exemplaar::Exemplaar>,
}

/// A spell of illness: half-open, from the first sick day up to the first fit day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ziekteperiode {
    /// First day of illness.
    pub eerste_ziektedag: Datum,
    /// First fit day; none while ill.
    pub hersteld_per: Option<Datum>,
    /// Whether the spell stays out of the opzegverbod clock.
    pub telt_niet_voor_opzegverbod: bool,
}

impl Dossier {
    /// The spells, oldest first: each start with the first recovery after it, up to and including
    /// the next start (a gap of no days). Spells never overlap.
    #[must_use]
    pub fn perioden(&self) -> Vec<Ziekteperiode> {
        let mut starts: Vec<(Datum, bool)> =
            self.ziekmelding
                .iter()
                .map(|melding| (melding.eerste_ziektedag, false))
                .chain(self.hernieuwde_ziekmelding.iter().map(|terugval| {
                    (terugval.eerste_ziektedag, terugval.telt_niet_voor_opzegverbod)
                }))
                .collect();
        starts.sort_unstable();
        let mut herstel: Vec<Datum> =
            self.herstelmelding.iter().map(|herstel| herstel.eerste_dag_geschikt).collect();
        herstel.sort_unstable();
        let mut herstel = herstel.into_iter().peekable();
        let grenzen = starts.iter().skip(1).map(|(start, _)| Some(*start)).chain([None]);
        starts
            .iter()
            .zip(grenzen)
            .map(|(&(start, telt_niet), grens)| {
                while herstel.next_if(|dag| *dag <= start).is_some() {}
                Ziekteperiode {
                    eerste_ziektedag: start,
                    hersteld_per: herstel.next_if(|dag| grens.is_none_or(|grens| *dag <= grens)),
                    telt_niet_voor_opzegverbod: telt_niet,
                }
            })
            .collect()
    }

    /// First day of illness of the dossier; none without a ziekmelding.
    #[must_use]
    pub fn eerste_ziektedag(&self) -> Option<Datum> {
        self.perioden().first().map(|periode| periode.eerste_ziektedag)
    }

    /// Whether the dossier is closed.
    #[must_use]
    pub fn is_gesloten(&self) -> bool {
        self.sluiten.len() > self.heropenen.len()
    }

    /// Whether the account is named as casemanager in the newest plan van aanpak.
    #[must_use]
    pub fn is_genoemd_in_plan(&self, account: crate::AccountId) -> bool {
        let bijgesteld = self.bijstelling_plan_van_aanpak.last().map(|plan| plan.casemanager);
        let eerste = self.plan_van_aanpak.last().map(|plan| plan.casemanager);
        bijgesteld.or(eerste).flatten() == Some(account)
    }

    /// Last day (inclusive) on which a relapse still belongs here after recovery on `hersteld_per`:
    /// four weeks less a day. The watch begins after leave that follows directly on the
    /// recovery and counts through: illness right after it joins the chain however long it lasts
    ///
    #[must_use]
    pub(crate) fn bewaking_tot_en_met(&self, hersteld_per: Datum) -> Datum {
        let na_verlof = |dag: &Datum| {
            let verlof = self.verlof.iter().find(|verlof| verlof.telt_door && verlof.van == *dag);
            verlof.map(|verlof| verlof.tot_en_met.volgende()).filter(|na| na > dag)
        };
        std::iter::successors(Some(hersteld_per), na_verlof)
            .last()
            .unwrap_or(hersteld_per)
            .plus(LANGSTE_ONDERBREKING_DAGEN)
    }

    /// Visits the facts of every kind.
    pub(crate) fn per_soort(&mut self, doe: &mut dyn FnMut(&mut dyn Feiten)) {
        doe(&mut self.ziekmelding);
        doe(&mut self.melding_arbodienst);
        doe(&mut self.inzetbaarheid);
        doe(&mut self.arbeidstherapie);
        doe(&mut self.herstelmelding);
        doe(&mut self.hernieuwde_ziekmelding);
        doe(&mut self.correctie);
        doe(&mut self.verlof);
        doe(&mut self.probleemanalyse);
        doe(&mut self.bijstelling_probleemanalyse);
        doe(&mut self.plan_van_aanpak);
        doe(&mut self.bijstelling_plan_van_aanpak);
        doe(&mut self.casemanager);
        doe(&mut self.voortgangsgesprek);
        doe(&mut self.spreekuur);
        doe(&mut self.melding_42e_week);
        doe(&mut self.eerstejaarsevaluatie);
        doe(&mut self.tweede_spoor);
        doe(&mut self.arbeidsdeskundig_onderzoek);
        doe(&mut self.deskundigenoordeel);
        doe(&mut self.interventie_advies);
        doe(&mut self.interventie_afspraak);
        doe(&mut self.interventie_start);
        doe(&mut self.interventie_einde);
        doe(&mut self.loonmaatregel);
        doe(&mut self.loonmaatregel_einde);
        doe(&mut self.vangnet_werknemer);
        doe(&mut self.vangnet_arbodienst);
        doe(&mut self.vangnet_bij_uwv);
        doe(&mut self.regres);
        doe(&mut self.aow);
        doe(&mut self.actueel_oordeel);
        doe(&mut self.medische_informatie);
        doe(&mut self.eindevaluatie);
        doe(&mut self.oordeel_werknemer);
        doe(&mut self.riv_concept);
        doe(&mut self.riv_overdracht);
        doe(&mut self.wia_aanvraag);
        doe(&mut self.uwv_brief);
        doe(&mut self.uwv_besluit);
        doe(&mut self.einde_dienstverband);
        doe(&mut self.sluiten);
        doe(&mut self.heropenen);
        doe(&mut self.doorsturen);
        doe(&mut self.riv_pakket);
        doe(&mut self.eigen_stap);
        doe(&mut self.uitstel);
        doe(&mut self.ondertekening);
        doe(&mut self.getekend_exemplaar);
    }
}
