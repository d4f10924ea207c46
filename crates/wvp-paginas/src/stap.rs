//! Steps as pages show them: their name, what a date rests on, who must act, and by which form a step is recorded.

use wvp_domain::TermijnId;
use wvp_domain::mijlpaal::herinnering::Ontvanger;
use wvp_domain::termijn::Basis;

use crate::kader::Kader;
use crate::taal::Taal;

/// The word in the address of the form that records a step; none for what happens by itself, or at UWV.
#[must_use]
pub const fn formulier(termijn: TermijnId) -> Option<&'static str> {
    match termijn {
        TermijnId::MeldingArbodienst => Some("meldingen-arbodienst"),
        TermijnId::Probleemanalyse => Some("probleemanalyses"),
        TermijnId::BijstellingProbleemanalyse => Some("bijstellingen-probleemanalyse"),
        TermijnId::PlanVanAanpak => Some("plannen-van-aanpak"),
        TermijnId::BijstellingPlanVanAanpak => Some("bijstellingen-plan-van-aanpak"),
        TermijnId::Voortgangsgesprek => Some("voortgangsgesprekken"),
        TermijnId::Melding42eWeek => Some("meldingen-42e-week"),
        TermijnId::Eerstejaarsevaluatie => Some("eerstejaarsevaluaties"),
        TermijnId::TweedeSpoor => Some("besluiten-tweede-spoor"),
        TermijnId::RivConcept => Some("riv-concepten"),
        TermijnId::UwvKennisgevingWia => Some("uwv-brieven"),
        TermijnId::ActueelOordeel => Some("actuele-oordelen"),
        TermijnId::Eindevaluatie => Some("eindevaluaties"),
        TermijnId::RivAanWerknemer => Some("riv-overdrachten"),
        TermijnId::WiaAanvraag | TermijnId::IvaAanvraagvenster => Some("wia-aanvragen"),
        TermijnId::UwvBesluitLoonsanctie
        | TermijnId::VerlengingAanvraag
        | TermijnId::BekortingBesluit => Some("uwv-besluiten"),
        TermijnId::Vangnetmelding => Some("vangnetmeldingen-uwv"),
        TermijnId::MeldingZiekUitDienst => Some("einden-dienstverband"),
        TermijnId::Grens81Weken
        | TermijnId::EindeEersteZiektejaar
        | TermijnId::EindeWachttijd
        | TermijnId::EindeLoondoorbetaling
        | TermijnId::EindeOpzegverbod
        | TermijnId::EindeKeten
        | TermijnId::EindeLoonsanctie
        | TermijnId::EindeVerkorteWachttijd => None,
    }
}

/// What a date rests on, as a badge shows it.
pub(crate) struct Badge {
    pub(crate) woord: String,
    pub(crate) klasse: &'static str,
}

impl Badge {
    pub(crate) fn van(k: &Kader, basis: Basis) -> Self {
        let (sleutel, klasse) = match basis {
            Basis::Wet => ("basis-wet", "basis--wet"),
            Basis::Praktijk => ("basis-praktijk", "basis--praktijk"),
            Basis::PraktijkUwv => ("basis-praktijk-uwv", "basis--praktijk"),
            Basis::Intern => ("basis-intern", "basis--afspraak"),
            Basis::Brief => ("basis-brief", "basis--wet"),
        };
        Self { woord: k.zeg(sleutel), klasse }
    }
}

/// Who must act, in words.
pub(crate) fn aanzet(taal: Taal, wie: Ontvanger) -> String {
    taal.zeg(match wie {
        Ontvanger::Werkgever => "wie-werkgever",
        Ontvanger::Werknemer => "wie-werknemer",
        Ontvanger::Bedrijfsarts => "wie-bedrijfsarts",
        Ontvanger::Casemanager => "wie-casemanager",
        Ontvanger::Teamleider => "wie-teamleider",
    })
}

/// The word in an address for who must act.
#[must_use]
pub const fn woord_van(wie: Ontvanger) -> &'static str {
    match wie {
        Ontvanger::Werkgever => "werkgever",
        Ontvanger::Werknemer => "werknemer",
        Ontvanger::Bedrijfsarts => "bedrijfsarts",
        Ontvanger::Casemanager => "casemanager",
        Ontvanger::Teamleider => "teamleider",
    }
}

/// Week of illness of a day, from 1.
#[must_use]
pub fn ziekteweek(eerste: wvp_domain::Datum, dag: wvp_domain::Datum) -> i32 {
    eerste.dagen_tot(dag).div_euclid(7) + 1
}
