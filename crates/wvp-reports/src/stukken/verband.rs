//! What a paper takes from other facts: the casemanager it names, the version it replaces.

use wvp_domain::mijlpaal::casemanager::Aanwijzing;
use wvp_domain::mijlpaal::riv::ElementStand;
use wvp_domain::{AccountId, Event, StukId};

use crate::Gegeven;

/// The lines that other facts add to the head of the paper of `feit`.
pub(super) fn verband(feit: &Event, elementen: &[ElementStand], feiten: &[Event]) -> Vec<Gegeven> {
    let casemanager = casemanager(feit).and_then(|account| naam(account, feiten));
    let vervangt = vervangt(feit).and_then(|stuk| versie(stuk, elementen));
    let regels = [("Casemanager", casemanager), ("Vervangt", vervangt)];
    let bekend = regels.into_iter().filter_map(|(naam, waarde)| Some((naam, waarde?)));
    bekend.map(|(naam, waarde)| Gegeven::new(naam, waarde)).collect()
}

fn casemanager(feit: &Event) -> Option<AccountId> {
    if let Event::PlanVanAanpakVastgesteld(e) = feit {
        e.a.casemanager
    } else if let Event::PlanVanAanpakBijgesteld(e) = feit {
        e.a.casemanager
    } else {
        None
    }
}

fn vervangt(feit: &Event) -> Option<StukId> {
    if let Event::ProbleemanalyseBijgesteld(e) = feit {
        Some(e.a.vervangt)
    } else if let Event::PlanVanAanpakBijgesteld(e) = feit {
        Some(e.a.vervangt)
    } else {
        None
    }
}

/// Name and organisation by the newest appointment of this account (RIV-21).
fn naam(account: AccountId, feiten: &[Event]) -> Option<String> {
    let aanwijzing = feiten.iter().rev().find_map(|feit| aanwijzing(feit, account))?;
    let delen = [aanwijzing.naam.trim(), aanwijzing.organisatie.trim()];
    Some(delen.into_iter().filter(|deel| !deel.is_empty()).collect::<Vec<_>>().join(", "))
}

fn aanwijzing(feit: &Event, account: AccountId) -> Option<&Aanwijzing> {
    let Event::CasemanagerAangewezen(e) = feit else { return None };
    (e.a.account == account).then_some(&e.a)
}

/// The document by its name and day, corrections included.
fn versie(stuk: StukId, elementen: &[ElementStand]) -> Option<String> {
    let stand = elementen.iter().find(|stand| stand.stuk == Some(stuk))?;
    Some(format!("{} van {}", stand.element.naam(), stand.datum?.voluit()))
}
