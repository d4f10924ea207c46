//! The facts that a computation of terms needs, from a dossier or from the calculator.

use std::collections::BTreeMap;

use super::keuze::{KeuzeId, Keuzes, Optie};
use crate::mijlpaal::vangnet::VangnetSoort;
use crate::mijlpaal::{uwv_besluit, uwv_brief};
use crate::wachttijd::{Keten, Verlofperiode, ketens, ketens_zonder_verlofdagen};
use crate::{Datum, Dossier, Feit, TermijnId, Ziekteperiode};

/// Facts of one employee at one employer: any number of spells, chained or not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verloop {
    /// Spells, oldest first; none overlap.
    pub perioden: Vec<Ziekteperiode>,
    /// Leave.
    pub verlof: Vec<Verlofperiode>,
    /// When steps were taken, oldest first. An absent key is unknown, not undone.
    pub gedaan: BTreeMap<TermijnId, Vec<Datum>>,
    /// The judgement of the bedrijfsarts from which the plan van aanpak runs.
    pub oordeel: Option<Datum>,
    /// There are no possibilities to work: no plan is needed.
    pub geen_mogelijkheden: bool,
    /// UWV's letter on the WIA.
    pub uwv_brief: UwvBrief,
    /// The last day that UWV printed in it; overrides R-18 (K-6).
    pub uwv_brief_uiterlijk: Option<Datum>,
    /// First day of AOW.
    pub aow_datum: Option<Datum>,
    /// Last day of the employment.
    pub laatste_werkdag: Option<Datum>,
    /// The bedrijfsarts expects full recovery within three months.
    pub herstel_binnen_3_maanden: bool,
    /// Which vangnet applies (R-60..R-63).
    pub vangnet: Option<VangnetSoort>,
    /// First day of the flexible period of leave.
    pub flexperiode_van: Option<Datum>,
    /// Day on which the employer could know of the vangnet.
    pub bekend_sinds: Option<Datum>,
    /// Voluntary extension of the wachttijd.
    pub verlenging: Option<Verlenging>,
    /// Loonsanctie.
    pub loonsanctie: Option<Loonsanctie>,
    /// Day of an early IVA application.
    pub vervroegde_iva_aanvraag: Option<Datum>,
    /// What is set where sources disagree (law.md section 10).
    pub keuzes: Keuzes,
}

/// What became of UWV's letter on the WIA.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum UwvBrief {
    /// In time, or nothing is known.
    #[default]
    OpTijd,
    /// Not there yet.
    NogNiet,
    /// It never came.
    Nooit,
    /// It came in on this day.
    Ontvangen(Datum),
}

/// Voluntary extension.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verlenging {
    /// New last day of the wachttijd, as UWV set it.
    pub tot: Datum,
    /// Day on which shortening was asked for.
    pub verkorting_gevraagd: Option<Datum>,
}

/// Loonsanctie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Loonsanctie {
    /// Day of the decision; none means in time.
    pub opgelegd: Option<Datum>,
    /// Day on which UWV got the request to shorten it.
    pub bekorting_gevraagd: Option<Datum>,
    /// Day on which UWV decided that the repair is enough.
    pub besluit: Option<Datum>,
}

impl Verloop {
    /// The chains of its spells, oldest first (R-21, K-2).
    #[must_use]
    pub fn ketens(&self) -> Vec<Keten> {
        let telt_mee = !self.keuzes.is(KeuzeId::K2, Optie::VerlofTeltNietMee);
        if telt_mee {
            ketens(&self.perioden, &self.verlof)
        } else {
            ketens_zonder_verlofdagen(&self.perioden, &self.verlof)
        }
    }

    /// The facts of a dossier. Which vangnet applies is not in section A, so it is not here.
    #[must_use]
    pub fn uit_dossier(dossier: &Dossier) -> Self {
        let einde = dossier.einde_dienstverband.last();
        let verlof = dossier.verlof.iter().map(|verlof| Verlofperiode {
            van: verlof.van,
            tot_en_met: verlof.tot_en_met,
            zelfde_oorzaak: verlof.telt_door,
        });
        let (oordeel, geen_mogelijkheden) = oordeel(dossier);
        let brief = brief_over_wia(dossier);
        Self {
            perioden: dossier.perioden(),
            verlof: verlof.collect(),
            gedaan: gedaan(dossier),
            oordeel,
            geen_mogelijkheden,
            uwv_brief: brief
                .map_or(UwvBrief::OpTijd, |brief| UwvBrief::Ontvangen(brief.ontvangen_op)),
            uwv_brief_uiterlijk: brief.and_then(|brief| brief.uiterlijk),
            aow_datum: dossier.aow.last().map(|aow| aow.aow_datum),
            laatste_werkdag: einde.map(|einde| einde.laatste_werkdag),
            herstel_binnen_3_maanden: einde.is_some_and(|einde| einde.herstel_binnen_drie_maanden),
            loonsanctie: loonsanctie(dossier),
            vervroegde_iva_aanvraag: vervroegde_iva_aanvraag(dossier),
            ..Self::default()
        }
    }
}

fn brief_over_wia(dossier: &Dossier) -> Option<&uwv_brief::Brief> {
    dossier.uwv_brief.iter().rfind(|brief| brief.soort == uwv_brief::Soort::KennisgevingWia)
}

/// The judgement from which a plan must follow, and whether the newest one says that none is needed.
fn oordeel(dossier: &Dossier) -> (Option<Datum>, bool) {
    let analyses =
        dossier.probleemanalyse.iter().map(|oordeel| (oordeel.opgesteld_op, oordeel.plan_nodig));
    let bijstellingen = dossier
        .bijstelling_probleemanalyse
        .iter()
        .map(|oordeel| (oordeel.opgesteld_op, oordeel.plan_nodig));
    let mut oordelen: Vec<(Datum, bool)> = analyses.chain(bijstellingen).collect();
    oordelen.sort_unstable();
    let eerste = oordelen.iter().find(|(_, plan_nodig)| *plan_nodig).map(|(op, _)| *op);
    (eerste, oordelen.last().is_some_and(|(_, plan_nodig)| !plan_nodig))
}

fn loonsanctie(dossier: &Dossier) -> Option<Loonsanctie> {
    let laatste = |soort| dossier.uwv_besluit.iter().rfind(|besluit| besluit.soort == soort);
    let opgelegd = laatste(uwv_besluit::Soort::LoonsanctieOpgelegd)?;
    let bekort = laatste(uwv_besluit::Soort::BekortingToegekend);
    Some(Loonsanctie {
        opgelegd: Some(opgelegd.besloten_op),
        bekorting_gevraagd: bekort.and_then(|bekort| bekort.gevraagd_op),
        besluit: bekort.map(|bekort| bekort.besloten_op),
    })
}

/// An early application counts once UWV granted it: until then every ordinary duty stays.
fn vervroegde_iva_aanvraag(dossier: &Dossier) -> Option<Datum> {
    let toegekend = uwv_besluit::Soort::IvaToegekend;
    let besluit = dossier.uwv_besluit.iter().rfind(|besluit| besluit.soort == toegekend)?;
    let aanvraag = dossier.wia_aanvraag.iter().rfind(|aanvraag| aanvraag.verkorte_wachttijd);
    aanvraag.map(|aanvraag| aanvraag.aangevraagd_op).or(besluit.gevraagd_op)
}

/// When steps were taken. What was done before the first day of illness, because that day was corrected since,
/// counts from that day on: it is about this illness, and stays done.
fn gedaan(dossier: &Dossier) -> BTreeMap<TermijnId, Vec<Datum>> {
    let eerste = dossier.eerste_ziektedag();
    let vanaf_eerste = |dag: Datum| eerste.map_or(dag, |eerste| dag.max(eerste));
    let brief = brief_over_wia(dossier).into_iter();
    let wia = dossier.wia_aanvraag.iter().filter(|aanvraag| !aanvraag.verkorte_wachttijd);
    let uit_dienst = dossier.einde_dienstverband.iter().filter_map(|einde| einde.bij_uwv_gemeld_op);
    let per_term = [
        (TermijnId::MeldingArbodienst, dagen(&dossier.melding_arbodienst)),
        (TermijnId::Probleemanalyse, dagen(&dossier.probleemanalyse)),
        (TermijnId::BijstellingProbleemanalyse, dagen(&dossier.bijstelling_probleemanalyse)),
        (TermijnId::PlanVanAanpak, dagen(&dossier.plan_van_aanpak)),
        (TermijnId::BijstellingPlanVanAanpak, dagen(&dossier.bijstelling_plan_van_aanpak)),
        (TermijnId::Voortgangsgesprek, dagen(&dossier.voortgangsgesprek)),
        (TermijnId::Melding42eWeek, dagen(&dossier.melding_42e_week)),
        (TermijnId::Eerstejaarsevaluatie, dagen(&dossier.eerstejaarsevaluatie)),
        (TermijnId::TweedeSpoor, dagen(&dossier.tweede_spoor)),
        (TermijnId::RivConcept, dagen(&dossier.riv_concept)),
        (TermijnId::UwvKennisgevingWia, dagen(brief)),
        (TermijnId::ActueelOordeel, dagen(&dossier.actueel_oordeel)),
        (TermijnId::Eindevaluatie, dagen(&dossier.eindevaluatie)),
        (TermijnId::RivAanWerknemer, dagen(&dossier.riv_overdracht)),
        (TermijnId::WiaAanvraag, dagen(wia)),
        (TermijnId::Vangnetmelding, dagen(&dossier.vangnet_bij_uwv)),
        (TermijnId::MeldingZiekUitDienst, uit_dienst.collect()),
    ];
    let gedaan = per_term.into_iter().filter(|(_, dagen)| !dagen.is_empty());
    gedaan.map(|(id, dagen)| (id, dagen.into_iter().map(vanaf_eerste).collect())).collect()
}

/// The days of facts of one kind, oldest first.
fn dagen<'a, F: Feit + 'a>(feiten: impl IntoIterator<Item = &'a F>) -> Vec<Datum> {
    let mut dagen: Vec<Datum> = feiten.into_iter().map(Feit::datum).collect();
    dagen.sort_unstable();
    dagen
}
