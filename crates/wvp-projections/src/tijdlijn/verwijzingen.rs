//! What facts say about each other, as far as both are in sight.

use std::collections::BTreeMap;

use wvp_domain::beschrijving::{Deel, Veld, Waarde, beschrijf};
use wvp_domain::mijlpaal::correctie::Gecorrigeerd;
use wvp_domain::{Event, Kenmerk, StukId};

use super::Vastgelegd;

/// How each fact in sight is called.
pub(super) struct Vindplaatsen(BTreeMap<StukId, String>);

impl Vindplaatsen {
    pub(super) fn van(feiten: &[Vastgelegd]) -> Self {
        let namen = feiten.iter().map(|feit| beschrijf(&feit.event)).filter_map(|feit| {
            let Kenmerk::Stuk(stuk) = feit.kenmerk else { return None };
            Some((stuk, format!("{} van {}", feit.titel, feit.datum.voluit())))
        });
        Self(namen.collect())
    }

    /// Whether the fact may be shown: a correction of a fact out of sight would tell that it is
    /// there.
    pub(super) fn kent_oorzaak(&self, event: &Event) -> bool {
        als_correctie(event).is_none_or(|correctie| self.0.contains_key(&correctie.van))
    }

    /// Writes references as the name of the fact; leaves out those to facts out of sight, and
    /// numbers that say nothing to people.
    pub(super) fn in_woorden(&self, deel: Deel) -> Deel {
        let velden = deel.velden.into_iter().filter_map(|veld| self.veld(veld)).collect();
        Deel { compartiment: deel.compartiment, velden }
    }

    fn veld(&self, veld: Veld) -> Option<Veld> {
        match veld.waarde {
            Waarde::Verwijzing(stuk) => {
                let naam = self.0.get(&stuk)?;
                Some(Veld { naam: veld.naam, waarde: Waarde::Tekst(naam.clone()) })
            }
            Waarde::Identiteit(_) => None,
            Waarde::Tekst(_)
            | Waarde::Datum(_)
            | Waarde::JaNee(_)
            | Waarde::Lijst(_)
            | Waarde::Tabel { .. } => Some(veld),
        }
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "corrections are one kind of fact of many")]
pub(super) fn als_correctie(event: &Event) -> Option<&Gecorrigeerd> {
    match event {
        Event::FeitGecorrigeerd(correctie) => Some(&correctie.a),
        _ => None,
    }
}
