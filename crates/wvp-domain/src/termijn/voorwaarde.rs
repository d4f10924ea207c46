//! Conditions: when a row of the table applies.

#![expect(
    clippy::redundant_closure_for_method_calls,
    reason = "a method of `Geval` is not general over the lifetime that a row asks for"
)]

use std::fmt;

use super::geval::Geval;
use super::verloop::UwvBrief;
use super::{Basis, KeuzeId, Optie, TermijnId};
use crate::mijlpaal::vangnet::VangnetSoort;

/// A named condition.
#[derive(Clone, Copy)]
pub struct Voorwaarde {
    /// How people call it ("bij een loonsanctie").
    pub naam: &'static str,
    /// Whether it holds.
    pub geldt: fn(&Geval) -> bool,
    /// Whether it is the ordinary case, whose row others take the place of.
    pub is_gewoon: bool,
}

impl fmt::Debug for Voorwaarde {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.naam)
    }
}

/// Always.
pub const ALTIJD: Voorwaarde = gewoon("altijd", |_| true);
/// A plan is needed and runs from a judgement.
pub const PLAN_NA_OORDEEL: Voorwaarde =
    als("er is een probleemanalyse met mogelijkheden", |geval| {
        plan_nodig(geval) && geval.oordeel().is_some()
    });
/// A plan is needed, and there is no judgement yet.
pub const PLAN_ZONDER_OORDEEL: Voorwaarde = gewoon("er is nog geen probleemanalyse", |geval| {
    plan_nodig(geval) && geval.oordeel().is_none()
});
/// A plan is needed.
pub const PLAN_NODIG: Voorwaarde = als("er zijn mogelijkheden tot werken", plan_nodig);
/// The relapse came after the probleemanalyse, or after its last day.
pub const TERUGVAL_NA_ANALYSE: Voorwaarde =
    als("terugval na de probleemanalyse of na zes getelde weken", |geval| {
        let Some(terugval) = geval.keten.terugval() else { return false };
        let gedaan = geval.gedaan(TermijnId::Probleemanalyse);
        let uiterlijk = geval.uiterlijk(TermijnId::Probleemanalyse, Basis::Wet);
        gedaan.is_some_and(|op| op < terugval) || uiterlijk.is_some_and(|dag| dag < terugval)
    });
/// New advice came after the plan.
pub const ADVIES_NA_PLAN: Voorwaarde =
    als("de probleemanalyse is bijgesteld na het plan", |geval| {
        let advies = geval.laatst_gedaan(TermijnId::BijstellingProbleemanalyse);
        let plan = geval.gedaan(TermijnId::PlanVanAanpak);
        plan_nodig(geval) && advies.zip(plan).is_some_and(|(advies, plan)| plan < advies)
    });
/// The ordinary case, not a vangnet (R-11b).
pub const GEEN_VANGNET: Voorwaarde = als("geen vangnet", |geval| geval.verloop.vangnet.is_none());
/// Full recovery.
pub const HERSTELD: Voorwaarde = als("na herstel", |geval| geval.keten.hersteld_per().is_some());
/// UWV's letter was in time, or its delay does not help.
pub const BRIEF_OP_TIJD: Voorwaarde = gewoon("brief van UWV op tijd", |geval| {
    let anders = geval.brief_te_laat_met_soepelheid() || geval.is_elke_aanvraag_tijdig();
    let verloren = geval.is_soepelheid_verloren() && geval.is_brief_niet_op_tijd();
    !anders && !verloren
});
/// UWV's letter was late or is not there, and a late report in week 42 took the leniency away.
pub const SOEPELHEID_VERLOREN: Voorwaarde =
    als("brief van UWV te laat of er niet, melding na de grens van 81 weken", |geval| {
        geval.is_soepelheid_verloren() && geval.is_brief_niet_op_tijd()
    });
/// A loonsanctie of which only is known that UWV imposed it in time.
pub const SANCTIE_ZONDER_DATUM: Voorwaarde =
    als("loonsanctie opgelegd, op tijd", heeft_sanctie_zonder_datum);
/// Anything else.
pub const ZONDER_SANCTIE_ZONDER_DATUM: Voorwaarde =
    gewoon("geen loonsanctie, of de dag ervan is bekend", |geval| {
        !heeft_sanctie_zonder_datum(geval)
    });
/// Voluntary extension is possible: not for no-risk, pregnancy and organ donation.
pub const VERLENGING_KAN: Voorwaarde =
    gewoon("geen zwangerschap, orgaandonatie of no-risk", verlenging_kan);
/// UWV's letter is not there, so any application counts as timely.
pub const ZONDER_BRIEF: Voorwaarde =
    als("zonder brief van UWV", |geval| geval.is_elke_aanvraag_tijdig());
/// UWV's letter was late and the 42e-weeksmelding was in time.
pub const BRIEF_TE_LAAT: Voorwaarde =
    als("brief van UWV te laat", |geval| geval.brief_te_laat_met_soepelheid());
/// UWV printed a date (K-6).
pub const DATUM_IN_BRIEF: Voorwaarde =
    als("UWV noemt een datum", |geval| geval.brief_uiterlijk().is_some());
/// No voluntary extension.
pub const GEEN_VERLENGING: Voorwaarde =
    gewoon("geen vrijwillige verlenging", |geval| geval.verlenging().is_none());
/// Voluntary extension, not shortened.
pub const VERLENGD: Voorwaarde = als("bij vrijwillige verlenging", |geval| {
    geval.verlenging().is_some_and(|verlenging| verlenging.verkorting_gevraagd.is_none())
});
/// Voluntary extension, shortened.
pub const VERLENGING_VERKORT: Voorwaarde = als("bij verkorte vrijwillige verlenging", |geval| {
    geval.verlenging().is_some_and(|verlenging| verlenging.verkorting_gevraagd.is_some())
});
/// The employment goes on.
pub const IN_DIENST: Voorwaarde = gewoon("in dienst", |geval| geval.laatste_werkdag().is_none());
/// The employment ends while ill.
pub const UIT_DIENST: Voorwaarde =
    als("ziek uit dienst", |geval| geval.laatste_werkdag().is_some());
/// The employment ends while ill, before AOW.
pub const LOON_UIT_DIENST: Voorwaarde = als("ziek uit dienst, zonder AOW", |geval| {
    geval.laatste_werkdag().is_some() && !geval.is_aow_in_wachttijd()
});
/// The employment ends while ill and a re-integratieverslag is needed.
pub const RIV_UIT_DIENST: Voorwaarde = als("ziek uit dienst met re-integratieverslag", |geval| {
    geval.laatste_werkdag().is_some() && geval.riv_bij_uit_dienst() != super::Riv::Geen
});
/// The re-integratieverslag is a full one.
pub const RIV_VOLLEDIG: Voorwaarde = als("volledig re-integratieverslag", |geval| {
    geval.riv_bij_uit_dienst() == super::Riv::Volledig
});
/// No loonsanctie, no AOW, in service.
pub const GEWOON_LOON: Voorwaarde = gewoon("in dienst, zonder loonsanctie en AOW", |geval| {
    !geval.gaat_loonsanctie_in() && loon_in_dienst(geval)
});
/// A loonsanctie, no AOW, in service.
pub const LOON_BIJ_SANCTIE: Voorwaarde = als("bij een loonsanctie die ingaat", |geval| {
    geval.gaat_loonsanctie_in() && loon_in_dienst(geval)
});
/// AOW within the wachttijd (R-70..R-72).
pub const AOW: Voorwaarde = als("AOW in de wachttijd", |geval| geval.is_aow_in_wachttijd());
/// No AOW within the wachttijd.
pub const GEEN_AOW: Voorwaarde =
    gewoon("geen AOW in de wachttijd", |geval| !geval.is_aow_in_wachttijd());
/// A loonsanctie.
pub const SANCTIE: Voorwaarde = als("loonsanctie opgelegd", |geval| geval.loonsanctie().is_some());
/// A request to shorten the loonsanctie.
pub const BEKORTING: Voorwaarde = als("bekorting gevraagd", |geval| {
    geval.loonsanctie().is_some_and(|sanctie| sanctie.bekorting_gevraagd.is_some())
});
/// No loonsanctie (yet).
pub const GEEN_SANCTIE: Voorwaarde =
    als("geen loonsanctie opgelegd", |geval| geval.loonsanctie().is_none());
/// An early IVA application in its window.
pub const IVA: Voorwaarde =
    als("tijdige vervroegde IVA-aanvraag", |geval| geval.is_iva_toelaatbaar());
/// Fictieve dienstbetrekking.
pub const FICTIEF: Voorwaarde = als("vangnet: fictieve dienstbetrekking", |geval| {
    geval.verloop.vangnet == Some(VangnetSoort::FictieveDienstbetrekking)
});
/// Ill in the flexible period of leave, known at once.
pub const FLEX: Voorwaarde = als("vangnet: ziek in de flexibele verlofperiode", |geval| {
    geval.verloop.vangnet == Some(VangnetSoort::FlexibeleVerlofperiode) && bekend(geval)
});
/// Ill after leave by pregnancy or birth, known at once.
pub const NA_BEVALLING: Voorwaarde = als("vangnet: ziek na bevalling", |geval| {
    geval.verloop.vangnet == Some(VangnetSoort::NaBevalling) && bekend(geval)
});
/// Pregnancy, organ donation, no-risk, known at once.
pub const ZES_WEKEN: Voorwaarde = als("vangnet: zwangerschap, orgaandonatie of no-risk", |geval| {
    is_zes_weken(geval) && bekend(geval)
});
/// As [`FLEX`], not known at first.
pub const FLEX_LATER: Voorwaarde = als("vangnet: flexibele verlofperiode, later bekend", |geval| {
    geval.verloop.vangnet == Some(VangnetSoort::FlexibeleVerlofperiode) && !bekend(geval)
});
/// As [`NA_BEVALLING`], not known at first.
pub const NA_BEVALLING_LATER: Voorwaarde =
    als("vangnet: ziek na bevalling, later bekend", |geval| {
        geval.verloop.vangnet == Some(VangnetSoort::NaBevalling) && !bekend(geval)
    });
/// As [`ZES_WEKEN`], not known at first.
pub const ZES_WEKEN_LATER: Voorwaarde =
    als("vangnet: zwangerschap of no-risk, later bekend", |geval| {
        is_zes_weken(geval) && !bekend(geval)
    });

/// K-1: a week.
pub const ARBODIENST_EEN_WEEK: Voorwaarde =
    gewoon("altijd (instelling K-1: een week)", |geval| geval.kiest(KeuzeId::K1, Optie::EenWeek));
/// K-1: week 1.
pub const ARBODIENST_WEEK_1: Voorwaarde =
    als("instelling K-1: week 1", |geval| geval.kiest(KeuzeId::K1, Optie::Week1));
/// K-1: four working days.
pub const ARBODIENST_VIER_WERKDAGEN: Voorwaarde =
    als("instelling K-1: vier werkdagen", |geval| geval.kiest(KeuzeId::K1, Optie::VierWerkdagen));
/// K-1: six weeks.
pub const ARBODIENST_ZES_WEKEN: Voorwaarde =
    als("instelling K-1: zes weken", |geval| geval.kiest(KeuzeId::K1, Optie::ZesWeken));
/// K-9: pregnancy on the fourth day, known at once.
pub const ZWANGERSCHAP_VIERDE_DAG: Voorwaarde =
    als("vangnet: zwangerschap (instelling K-9: vierde dag)", |geval| {
        is_vierde_dag_bij_zwangerschap(geval) && bekend(geval)
    });
/// As [`ZWANGERSCHAP_VIERDE_DAG`], not known at first.
pub const ZWANGERSCHAP_VIERDE_DAG_LATER: Voorwaarde =
    als("vangnet: zwangerschap, later bekend (instelling K-9: vierde dag)", |geval| {
        is_vierde_dag_bij_zwangerschap(geval) && !bekend(geval)
    });

const fn als(naam: &'static str, geldt: fn(&Geval) -> bool) -> Voorwaarde {
    Voorwaarde { naam, geldt, is_gewoon: false }
}

const fn gewoon(naam: &'static str, geldt: fn(&Geval) -> bool) -> Voorwaarde {
    Voorwaarde { naam, geldt, is_gewoon: true }
}

fn heeft_sanctie_zonder_datum(geval: &Geval) -> bool {
    geval.loonsanctie().is_some_and(|sanctie| sanctie.opgelegd.is_none())
}

/// Whether the law knows a voluntary extension for this kind of vangnet.
pub(super) fn verlenging_kan(geval: &Geval) -> bool {
    match geval.verloop.vangnet {
        Some(VangnetSoort::Zwangerschap | VangnetSoort::Orgaandonatie | VangnetSoort::NoRisk) => {
            false
        }
        Some(
            VangnetSoort::FictieveDienstbetrekking
            | VangnetSoort::FlexibeleVerlofperiode
            | VangnetSoort::NaBevalling,
        )
        | None => true,
    }
}

fn loon_in_dienst(geval: &Geval) -> bool {
    geval.laatste_werkdag().is_none() && !geval.is_aow_in_wachttijd()
}

fn plan_nodig(geval: &Geval) -> bool {
    !geval.verloop.geen_mogelijkheden
}

fn is_vierde_dag_bij_zwangerschap(geval: &Geval) -> bool {
    geval.verloop.vangnet == Some(VangnetSoort::Zwangerschap)
        && geval.kiest(KeuzeId::K9, Optie::VierdeDag)
}

fn is_zes_weken(geval: &Geval) -> bool {
    match geval.verloop.vangnet {
        Some(VangnetSoort::Zwangerschap) => !is_vierde_dag_bij_zwangerschap(geval),
        Some(VangnetSoort::Orgaandonatie | VangnetSoort::NoRisk) => true,
        Some(
            VangnetSoort::FictieveDienstbetrekking
            | VangnetSoort::FlexibeleVerlofperiode
            | VangnetSoort::NaBevalling,
        )
        | None => false,
    }
}

/// R-64 speaks of art. 29a and 29b: organ donation (29(2)(e)) is not among them.
///
/// What the employer knew before this illness was known at once.
fn bekend(geval: &Geval) -> bool {
    geval.verloop.bekend_sinds.is_none_or(|dag| dag < geval.keten.eerste_ziektedag)
        || geval.verloop.vangnet == Some(VangnetSoort::Orgaandonatie)
}

/// Whether an application counts as timely because UWV's letter is not there.
pub(super) fn zonder_brief(brief: UwvBrief) -> bool {
    match brief {
        UwvBrief::NogNiet | UwvBrief::Nooit => true,
        UwvBrief::OpTijd | UwvBrief::Ontvangen(_) => false,
    }
}
