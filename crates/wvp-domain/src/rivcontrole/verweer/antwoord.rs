//! By when to answer UWV: the day to plan on, the last day, and what both rest on.

use serde::Serialize;

use super::{Soort, Verzoek};
use crate::mijlpaal::uwv_besluit;
use crate::termijn::{Basis, Geval};
use crate::{Datum, Dossier, Grondslag, kalender};

/// Days to plan on: the two policies of UWV differ, and the shorter one is safe.
pub(in super::super) const PLAN: (i32, Grondslag) = (
    7,
    Grondslag::new("R-17", "Beleidsregels beoordelingskader poortwachter paragraaf 5 (een week)"),
);
/// Days that are the most for a missing document.
const HOOGSTENS: (i32, Grondslag) =
    (14, Grondslag::new("R-17", "Beleidsregels vormvereisten art. 3 (veertien dagen)"));
/// Days for whoever left the employment while ill.
const UIT_DIENST: (i32, Grondslag) =
    (14, Grondslag::new("R-66", "UWV, re-integratieverslag bij ziek uit dienst (twee weken)"));
/// Days for the employee, from whom UWV asks the oordeel werknemer: under the WIA, and under the ZW.
const WERKNEMER: (i32, Grondslag) = (
    14,
    Grondslag::new("RIV-13", "Regeling procesgang art. 6 lid 1 onder l (WIA: veertien dagen)"),
);
const WERKNEMER_ZW: (i32, Grondslag) = (
    7,
    Grondslag::new("RIV-13", "Regeling procesgang art. 6 lid 1 onder l (Ziektewet: zeven dagen)"),
);
/// About the content our sources name no term.
const INHOUD: Grondslag =
    Grondslag::new("INTERN", "onze bronnen noemen geen termijn; houd een week aan");
/// The day in the letter goes first.
const BRIEF: Grondslag = Grondslag::new("K-6", "de datum in de brief van UWV");
/// Days to object: six weeks, rolled by the Algemene termijnenwet.
const BEZWAAR_DAGEN: i32 = 42;

/// By when to answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Antwoord {
    /// The day to plan on.
    pub plan_op: Datum,
    /// What that rests on.
    pub plan_grondslag: [&'static str; 2],
    /// Last day (inclusive); none when nothing fixes one.
    pub uiterlijk: Option<Datum>,
    /// What that rests on.
    pub uiterlijk_grondslag: Option<[&'static str; 2]>,
    /// What kind of ground that is.
    pub basis: Basis,
}

pub(super) fn antwoord(geval: &Geval, verzoek: &Verzoek, soort: Soort) -> Antwoord {
    let (uiterlijk, basis) = match verzoek.uiterlijk_in_brief {
        Some(dag) => (Some((dag, BRIEF)), Basis::Brief),
        None if soort == Soort::Inhoudelijk => (None, Basis::Intern),
        None => {
            let uit_dienst = geval.laatste_werkdag().is_some();
            let (dagen, grondslag) = if uit_dienst { UIT_DIENST } else { HOOGSTENS };
            (Some((verzoek.ontvangen_op.plus(dagen), grondslag)), Basis::PraktijkUwv)
        }
    };
    let (dagen, gewoon) = PLAN;
    let plan_op = verzoek.ontvangen_op.plus(dagen);
    let eerder = uiterlijk.filter(|(dag, _)| *dag < plan_op);
    let plan = if soort == Soort::Inhoudelijk { INHOUD } else { gewoon };
    let (plan_op, plan) = eerder.unwrap_or((plan_op, plan));
    Antwoord {
        plan_op,
        plan_grondslag: [plan.regel, plan.bron],
        uiterlijk: uiterlijk.map(|(dag, _)| dag),
        uiterlijk_grondslag: uiterlijk.map(|(_, grondslag)| [grondslag.regel, grondslag.bron]),
        basis,
    }
}

/// By when the employee answers when UWV asks for the oordeel werknemer (documents.md 1.10): no reason
/// of a loonsanctie, so it has no code. The shorter term holds for whoever left while ill.
pub(super) fn van_werknemer(geval: &Geval) -> Antwoord {
    let uit_dienst = geval.laatste_werkdag().is_some();
    let (dagen, grondslag) = if uit_dienst { WERKNEMER_ZW } else { WERKNEMER };
    let dag = geval.peildatum.plus(dagen);
    let grondslag = [grondslag.regel, grondslag.bron];
    Antwoord {
        plan_op: dag,
        plan_grondslag: grondslag,
        uiterlijk: Some(dag),
        uiterlijk_grondslag: Some(grondslag),
        basis: Basis::Wet,
    }
}

/// Six weeks after the decision on a loonsanctie, if there is one.
pub(super) fn bezwaar(dossier: &Dossier) -> Option<Datum> {
    let opgelegd = uwv_besluit::Soort::LoonsanctieOpgelegd;
    let besluit = dossier.uwv_besluit.iter().rfind(|besluit| besluit.soort == opgelegd)?;
    Some(kalender::rol_vooruit(besluit.besloten_op.plus(BEZWAAR_DAGEN)).naar)
}
