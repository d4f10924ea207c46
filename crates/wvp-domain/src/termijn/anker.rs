//! Anchors: the named days that terms are counted from.

#![expect(
    clippy::redundant_closure_for_method_calls,
    reason = "a method of `Geval` is not general over the lifetime that a row asks for"
)]

use std::fmt;

use super::geval::Geval;
use super::{Basis, KeuzeId, Optie, TermijnId};
use crate::Datum;

/// A named day; unknown while its fact is.
#[derive(Clone, Copy)]
pub struct Anker {
    /// How people call it, with its article ("de verschoven eerste ziektedag").
    pub naam: &'static str,
    /// The day.
    pub dag: fn(&Geval) -> Option<Datum>,
    /// Whether gaps and leave move it (C-08); then the explanation says so.
    pub schuift: bool,
}

impl fmt::Debug for Anker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.naam)
    }
}

/// D*: the first day of illness, shifted by gaps and leave (C-08).
pub const D_STER: Anker = schuivend("de eerste ziektedag", |geval| Some(geval.d_ster));
/// D: the first day of illness of the chain (C-01).
pub const EERSTE_ZIEKTEDAG: Anker =
    vast("de eerste ziektedag", |geval| Some(geval.keten.eerste_ziektedag));
/// The last day of the wachttijd, with voluntary extension (C-07, R-36).
pub const EINDE_WACHTTIJD: Anker =
    schuivend("de laatste dag van de wachttijd", |geval| Some(geval.einde_wachttijd()));
/// The judgement from which the plan runs.
pub const OORDEEL: Anker = vast("de probleemanalyse", |geval| geval.oordeel());
/// The last talk, or the plan.
pub const VORIG_GESPREK: Anker = vast("het vorige gesprek of het plan van aanpak", |geval| {
    let gesprek = geval.laatst_gedaan(TermijnId::Voortgangsgesprek);
    gesprek.or_else(|| geval.gedaan(TermijnId::PlanVanAanpak))
});
/// The eerstejaarsevaluatie.
pub const EERSTEJAARSEVALUATIE: Anker =
    vast("de eerstejaarsevaluatie", |geval| geval.gedaan(TermijnId::Eerstejaarsevaluatie));
/// The first day of illness after the last gap.
pub const TERUGVAL: Anker = vast("de dag van de terugval", |geval| geval.keten.terugval());
/// The judgement of the bedrijfsarts after a relapse.
pub const OORDEEL_NA_TERUGVAL: Anker =
    vast("een oordeel van de bedrijfsarts na de terugval", |geval| {
        let terugval = geval.keten.terugval()?;
        let bijstelling = geval.gedaan_vanaf(TermijnId::BijstellingProbleemanalyse, terugval);
        bijstelling.or_else(|| geval.gedaan_vanaf(TermijnId::Probleemanalyse, terugval))
    });
/// The newest bijstelling of the probleemanalyse.
pub const NIEUW_ADVIES: Anker = vast("de bijgestelde probleemanalyse", |geval| {
    geval.laatst_gedaan(TermijnId::BijstellingProbleemanalyse)
});
/// First fit day.
pub const HERSTEL: Anker = vast("de eerste dag hersteld", |geval| geval.keten.hersteld_per());
/// The hand-over of the re-integratieverslag.
pub const RIV: Anker = schuivend("de uiterste dag van het re-integratieverslag", |geval| {
    geval.uiterlijk(TermijnId::RivAanWerknemer, Basis::Wet)
});
/// The day UWV's letter came in.
pub const BRIEF_ONTVANGEN: Anker =
    vast("de dag waarop de brief van UWV binnenkwam", |geval| geval.brief_ontvangen());
/// The day UWV printed in its letter (K-6).
pub const BRIEF_UITERLIJK: Anker =
    vast("de datum in de brief van UWV", |geval| geval.brief_uiterlijk());
/// What counts as a report in week 42 (R-11, R-11a).
pub const MELDING_42E_WEEK: Anker =
    vast("de melding, of een eerdere aanvraag bij UWV", |geval| geval.melding_42e_week());
/// The last day on which UWV still accepts the report, when that is what counts (K-5).
pub const MELDING_NOG_GEACCEPTEERD: Anker =
    vast("de dag waarop UWV de melding nog accepteert", |geval| {
        let telt = geval.kiest(KeuzeId::K5, Optie::DagVanUwv);
        geval.uiterlijk(TermijnId::Melding42eWeek, Basis::PraktijkUwv).filter(|_| telt)
    });
/// Last day of the employment.
pub const LAATSTE_WERKDAG: Anker = vast("de laatste werkdag", |geval| geval.laatste_werkdag());
/// First day of AOW, or D* when the illness began later (R-70, R-72, K-12).
pub const AOW_OF_ZIEKTE: Anker =
    vast("de AOW-datum, of de eerste ziektedag als die later is", |geval| {
        geval.verloop.aow_datum.map(|aow| aow.max(geval.d_ster))
    });
/// The last day of wages after an AOW date that comes during a loonsanctie (R-70..R-72).
pub const EINDE_LOON_NA_AOW: Anker =
    vast("de weken na de AOW-datum", |geval| geval.einde_loon_na_late_aow());
/// Leave with the same cause that begins on the first fit day: who is ill again the day after it goes
/// on in the same case.
pub const EINDE_AANSLUITEND_VERLOF: Anker =
    vast("het verlof dat op het herstel aansluit", |geval| geval.einde_aansluitend_verlof());
/// Where the clock of the opzegverbod starts.
pub const BEGIN_OPZEGVERBOD: Anker =
    schuivend("de eerste ziektedag die voor het opzegverbod telt", |geval| {
        geval.keten.begin_opzegverbod(geval.peildatum)
    });
/// First day of a loonsanctie.
pub const BEGIN_LOONSANCTIE: Anker =
    schuivend("de eerste dag van de loonsanctie", |geval| Some(geval.begin_loonsanctie()));
/// Last day of the loonsanctie.
pub const EINDE_LOONSANCTIE: Anker = vast("de laatste dag van de loonsanctie", |geval| {
    geval.uiterlijk(TermijnId::EindeLoonsanctie, Basis::Wet)
});
/// Day of the decision to impose a loonsanctie.
pub const BESLUIT_LOONSANCTIE: Anker =
    vast("het besluit tot een loonsanctie", |geval| geval.loonsanctie()?.opgelegd);
/// Receipt of the request to shorten it.
pub const BEKORTING_GEVRAAGD: Anker =
    vast("de ontvangst van de bekortingsmelding", |geval| geval.loonsanctie()?.bekorting_gevraagd);
/// The decision to shorten it, or its last day when UWV decides later.
pub const BEKORTING_BESLUIT: Anker =
    vast("het besluit over bekorting, of de uiterste dag ervan", |geval| {
        let uiterlijk = geval.uiterlijk(TermijnId::BekortingBesluit, Basis::Wet)?;
        let besluit = geval.loonsanctie()?.besluit;
        Some(besluit.map_or(uiterlijk, |besluit| besluit.min(uiterlijk)))
    });
/// Last day of loondoorbetaling if the employment goes on.
pub const EINDE_LOON_IN_DIENST: Anker =
    vast("het einde van de loondoorbetaling in dienst", |geval| {
        Some(geval.einde_loondoorbetaling_in_dienst())
    });
/// Last day of loondoorbetaling without the sanction.
pub const EINDE_LOON_ZONDER_SANCTIE: Anker =
    vast("het einde van de loondoorbetaling zonder loonsanctie", |geval| {
        Some(geval.einde_loon_zonder_sanctie())
    });
/// When UWV decided to shorten it.
pub const BEKORTING_BESLOTEN: Anker =
    vast("het besluit over bekorting", |geval| geval.loonsanctie()?.besluit);
/// New end of the wachttijd as UWV set it.
pub const VERLENGD_TOT: Anker =
    vast("de verlengde wachttijd", |geval| Some(geval.verlenging()?.tot));
/// Request to shorten a voluntary extension.
pub const VERKORTING_GEVRAAGD: Anker = vast("het verzoek om de verlenging te verkorten", |geval| {
    geval.verlenging()?.verkorting_gevraagd
});
/// Early IVA application.
pub const IVA_AANVRAAG: Anker = vast("de vervroegde IVA-aanvraag", |geval| geval.iva_aanvraag());
/// First day of illness in the flexible period of leave.
pub const ZIEK_IN_FLEXPERIODE: Anker = vast(
    "de eerste ziektedag, of het begin van de flexibele verlofperiode als dat later is",
    |geval| {
        let ziek = geval.keten.eerste_ziektedag;
        Some(geval.verloop.flexperiode_van.map_or(ziek, |flex| flex.max(ziek)))
    },
);
/// First day of illness after leave.
pub const ZIEK_NA_VERLOF: Anker =
    vast("de eerste ziektedag na het verlof", |geval| geval.ziek_na_verlof());
/// Day on which the employer could know of the vangnet.
pub const BEKEND_SINDS: Anker =
    vast("de dag waarop de werkgever het kon weten", |geval| geval.verloop.bekend_sinds);

const fn vast(naam: &'static str, dag: fn(&Geval) -> Option<Datum>) -> Anker {
    Anker { naam, dag, schuift: false }
}

const fn schuivend(naam: &'static str, dag: fn(&Geval) -> Option<Datum>) -> Anker {
    Anker { naam, dag, schuift: true }
}
