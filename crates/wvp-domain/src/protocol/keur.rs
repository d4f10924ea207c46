//! What a protocol must keep to: names that exist, texts without illness, and nothing softer than the law.

mod teksten;

use std::collections::BTreeSet;

use super::{Aanleiding, Aanscherping, EigenStap, Protocol};
use crate::TermijnId;
use crate::ladder::Ladder;
use crate::mijlpaal::herinnering::Ontvanger;
use crate::rekenmachine::InvoerFout;
use crate::rekenmachine::lezer::Fouten;
use crate::termijn::{Aard, Duur, Termijn, Wie, rijen};

/// Something that was read, with its place in the input.
pub(super) struct Geplaatst<T> {
    pub(super) pad: String,
    pub(super) wat: T,
}

/// Every rule that the protocol breaks, each with its field, value and rule; empty when it is sound.
#[must_use]
pub fn keur(protocol: &Protocol) -> Vec<InvoerFout> {
    let stappen = geplaatst("stappen", &protocol.stappen);
    let aanscherpingen = geplaatst("aanscherpingen", &protocol.aanscherpingen);
    let mut fouten = Fouten::default();
    keur_geplaatst(&stappen, &aanscherpingen, &mut fouten);
    fouten.0
}

fn geplaatst<T: Clone>(naam: &str, alle: &[T]) -> Vec<Geplaatst<T>> {
    let genummerd = alle.iter().enumerate();
    genummerd.map(|(plaats, wat)| plaats_in(naam, plaats, wat.clone())).collect()
}

fn plaats_in<T>(naam: &str, plaats: usize, wat: T) -> Geplaatst<T> {
    Geplaatst { pad: format!("{naam}[{plaats}]"), wat }
}

/// As [`keur`], for what was read, beside the faults of the reading.
pub(super) fn keur_geplaatst(
    stappen: &[Geplaatst<EigenStap>],
    aanscherpingen: &[Geplaatst<Aanscherping>],
    fouten: &mut Fouten,
) {
    namen(stappen, fouten);
    for stap in stappen {
        keur_stap(stap, stappen, fouten);
    }
    let mut gezien = BTreeSet::new();
    for strenger in aanscherpingen {
        let termijn = strenger.wat.termijn;
        if !gezien.insert(termijn) {
            let veld = format!("{}.termijn", strenger.pad);
            fouten.meld(veld, &termijn.sleutel(), "deze termijn staat er twee keer");
        }
        keur_aanscherping(strenger, fouten);
    }
}

/// A rule about a term of the law, with the article it rests on.
pub(super) fn regel_van(regel: &str, termijn: TermijnId) -> String {
    let rijen = rijen().filter(|rij| rij.id == termijn && rij.kracht.tot_en_met.is_none());
    rijen.min_by_key(|rij| rij.basis).map_or_else(
        || regel.to_owned(),
        |rij| format!("{regel} ({}, {})", rij.grondslag.regel, rij.grondslag.bron),
    )
}

fn namen(stappen: &[Geplaatst<EigenStap>], fouten: &mut Fouten) {
    let mut gezien = BTreeSet::new();
    for Geplaatst { pad, wat } in stappen {
        let veld = format!("{pad}.naam");
        let goed =
            |teken: char| teken.is_ascii_lowercase() || teken.is_ascii_digit() || teken == '_';
        if wat.naam.is_empty() || wat.naam.len() > LANGSTE_NAAM || !wat.naam.chars().all(goed) {
            let regel = "een naam is 1 tot 40 kleine letters, cijfers en `_`";
            fouten.meld(veld, &wat.naam, regel);
        } else if !gezien.insert(&wat.naam) {
            fouten.meld(veld, &wat.naam, "een andere stap heeft deze naam al");
        } else if TermijnId::ALLE.iter().any(|id| id.sleutel() == wat.naam) {
            fouten.meld(veld, &wat.naam, "zo heet al een termijn uit de wet");
        }
    }
}

const LANGSTE_NAAM: usize = 40;

fn keur_stap(
    Geplaatst { pad, wat: stap }: &Geplaatst<EigenStap>,
    alle: &[Geplaatst<EigenStap>],
    fouten: &mut Fouten,
) {
    teksten::keur(&format!("{pad}.titel"), &stap.titel, teksten::LANGSTE_TITEL, fouten);
    teksten::keur(&format!("{pad}.uitleg"), &stap.uitleg, teksten::LANGSTE_UITLEG, fouten);
    keur_wie(pad, &stap.wie, fouten);
    keur_verwijzing(pad, stap, alle, fouten);
    if stap.treden.is_empty() {
        fouten.meld(format!("{pad}.treden"), &"[]", "ten minste een trede is nodig");
    }
    keur_treden(&format!("{pad}.treden"), &stap.treden, fouten);
    let omhoog = [
        ("casemanager_vanaf", Ontvanger::Casemanager, stap.casemanager_vanaf),
        ("teamleider_vanaf", Ontvanger::Teamleider, stap.teamleider_vanaf),
    ];
    for (naam, aan, vanaf) in omhoog {
        let Some(vanaf) = vanaf else { continue };
        let veld = format!("{pad}.{naam}");
        if stap.wie.contains(&aan) {
            fouten.meld(veld, &vanaf, "wie zelf moet handelen, hoort elke trede al");
        } else if stap.treden.iter().all(|trede| *trede < vanaf) {
            fouten.meld(veld, &vanaf, "dit ligt na de laatste trede");
        }
    }
}

fn keur_wie(pad: &str, wie: &[Ontvanger], fouten: &mut Fouten) {
    let veld = format!("{pad}.wie");
    if wie.is_empty() {
        fouten.meld(veld, &"[]", "iemand moet de stap doen");
    } else if wie.iter().collect::<BTreeSet<_>>().len() < wie.len() {
        fouten.meld(veld, &"[…]", "iemand staat er twee keer in");
    }
}

fn keur_treden(veld: &str, treden: &[i16], fouten: &mut Fouten) {
    if treden.len() > MEESTE_TREDEN {
        let aantal = format!("{} treden", treden.len());
        fouten.meld(veld, &aantal, format!("hoogstens {MEESTE_TREDEN} treden"));
    }
    let dubbel = treden.windows(2).filter_map(|paar| match paar {
        [eerst, dan] if eerst >= dan => Some(dan),
        _ => None,
    });
    for trede in dubbel {
        fouten.meld(veld, trede, "elke trede een keer, de vroegste eerst");
    }
}

const MEESTE_TREDEN: usize = 20;

/// Whether what a step is counted from exists, and does not come back to the step itself.
fn keur_verwijzing(
    pad: &str,
    stap: &EigenStap,
    alle: &[Geplaatst<EigenStap>],
    fouten: &mut Fouten,
) {
    let Aanleiding::Stap { naam, .. } = &stap.na else { return };
    let veld = format!("{pad}.na.stap.naam");
    let vorige = |naam: &str| alle.iter().find(|it| it.wat.naam == naam).map(|it| &it.wat);
    if vorige(naam).is_none() {
        fouten.meld(veld, naam, "zo heet geen stap in dit protocol");
        return;
    }
    let keten = std::iter::successors(Some(stap), |stap| match &stap.na {
        Aanleiding::Stap { naam, .. } => vorige(naam),
        Aanleiding::EersteZiektedag
        | Aanleiding::Ziekmelding
        | Aanleiding::Herstel { .. }
        | Aanleiding::EindeDienstverband
        | Aanleiding::Termijn { .. } => None,
    });
    if keten.take(alle.len().saturating_add(1)).count() > alle.len() {
        fouten.meld(veld, naam, "de stappen verwijzen in een kring naar elkaar");
    }
}

fn keur_aanscherping(
    Geplaatst { pad, wat: strenger }: &Geplaatst<Aanscherping>,
    fouten: &mut Fouten,
) {
    let termijn = strenger.termijn;
    let Some(ruimte) = ruimte(termijn) else {
        let regel = regel_van(
            "hier hoeft niemand iets te doen, dus is er niets strenger te maken",
            termijn,
        );
        fouten.meld(format!("{pad}.termijn"), &termijn.sleutel(), regel);
        return;
    };
    if strenger.dagen_eerder > ruimte {
        let regel = regel_van(&format!("hoogstens {ruimte} dagen eerder"), termijn);
        fouten.meld(format!("{pad}.dagen_eerder"), &strenger.dagen_eerder, regel);
    }
    let gewoon = Ladder::van(termijn);
    keur_treden(&format!("{pad}.extra_treden"), &strenger.extra_treden, fouten);
    let zonder = Aanscherping { extra_treden: vec![], ..strenger.clone() }.toegepast(&gewoon);
    for trede in strenger.extra_treden.iter().filter(|it| zonder.treden.contains(it)) {
        fouten.meld(format!("{pad}.extra_treden"), trede, "deze trede staat al op de ladder");
    }
    keur_omhoog(pad, strenger, &gewoon, fouten);
    let binnen = format!("{pad}.");
    let al_fout = fouten.0.iter().any(|fout| fout.veld.starts_with(&binnen));
    if !al_fout && strenger.toegepast(&gewoon) == gewoon {
        fouten.meld(pad.as_str(), &termijn.sleutel(), "dit maakt niets strenger");
    }
}

/// The casemanager and the teamleider may hear of it earlier, not later.
fn keur_omhoog(pad: &str, strenger: &Aanscherping, gewoon: &Ladder, fouten: &mut Fouten) {
    let omhoog = [
        ("casemanager_vanaf", strenger.casemanager_vanaf, gewoon.casemanager_vanaf),
        ("teamleider_vanaf", strenger.teamleider_vanaf, gewoon.teamleider_vanaf),
    ];
    for (naam, eigen, wet) in omhoog {
        if let (Some(eigen), Some(wet)) = (eigen, wet)
            && eigen > wet
        {
            let regel = format!("mag niet later dan {wet}: strenger mag, soepeler niet");
            let veld = format!("{pad}.{naam}");
            fouten.meld(veld, &eigen, regel_van(&regel, strenger.termijn));
        }
    }
}

/// How many days earlier a term can be done; none when nobody must act, or when section A does not know
/// whether it applies (which vangnet there is).
fn ruimte(termijn: TermijnId) -> Option<u16> {
    let plicht = |rij: &&Termijn| {
        let plicht = matches!(rij.aard, Aard::Plicht | Aard::AltijdTijdig);
        plicht && !matches!(rij.wie, Wie::Uwv | Wie::Niemand) && rij.id == termijn
    };
    if termijn == TermijnId::Vangnetmelding {
        return None;
    }
    rijen().filter(plicht).map(ruimte_van).min()
}

/// The days between the first day on which it can be done and the last, for what is counted forward. A
/// row without length hangs on a day that is known long before, but for a relapse.
fn ruimte_van(rij: &'static Termijn) -> u16 {
    let lengte = match rij.uiterlijk {
        Duur::Dagen(0) if rij.id != TermijnId::BijstellingProbleemanalyse => MEESTE_DAGEN_EERDER,
        Duur::Dagen(dagen) => dagen.saturating_sub(rij.vroegst_dagen.unwrap_or(0)),
        Duur::Werkdagen(dagen) => i32::from(dagen),
        Duur::DagenTerug(_) | Duur::Maanden(_) | Duur::DagVoorJaren(_) => MEESTE_DAGEN_EERDER,
    };
    u16::try_from(lengte.min(MEESTE_DAGEN_EERDER)).unwrap_or_default()
}

/// A quarter: earlier than that is another step, not the same one done in time.
const MEESTE_DAGEN_EERDER: i32 = 91;
