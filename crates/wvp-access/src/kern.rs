//! The twelve core denies: code, not data. No row of the table can lift them.

use crate::{
    feit::Feit, handeling::Handeling, object::Object, omstandigheden::Omstandigheden,
    partij::Partij, voorwaarde::Term, vraag::Vraag,
};

/// One core deny: the questions it is about, and the facts under which it closes.
pub(crate) struct Verbod {
    /// Rule ids behind it.
    pub(crate) regels: &'static [&'static str],
    /// Plain Dutch for the one who was refused, where the facts of the term do not say it.
    pub(crate) zin: Option<&'static str>,
    /// Closes when this cannot be ruled out.
    pub(crate) term: Term,
    over: fn(Vraag) -> bool,
}

/// The core denies.
pub(crate) const VERBODEN: [Verbod; 12] = [
    Verbod {
        regels: &["R-087", "R-088"],
        zin: Some("de werkgever krijgt nooit medische gegevens, ook niet met toestemming"),
        term: Term::ALTIJD,
        over: |vraag| {
            vraag.lezer.partij() == Partij::Werkgever && vraag.object.valt_onder(Object::C)
        },
    },
    Verbod {
        regels: &["R-142", "R-164"],
        zin: Some(
            "wie claims beoordeelt krijgt geen re-integratiegegevens en geen medische gegevens",
        ),
        term: Term::ALTIJD,
        over: |vraag| {
            (vraag.lezer.beoordeelt_claims() || vraag.handeling == Handeling::NaarClaimbeoordelaar)
                && (vraag.object.valt_onder(Object::B) || vraag.object.valt_onder(Object::C))
        },
    },
    Verbod {
        regels: &["R-041"],
        zin: Some("niemand verwijdert medische gegevens met de hand"),
        term: Term::ALTIJD,
        over: |vraag| {
            vraag.handeling == Handeling::Verwijderen && vraag.object.valt_onder(Object::C)
        },
    },
    Verbod {
        regels: &["R-284"],
        zin: None,
        term: Term { ja: 0, nee: Feit::Mfa.bit() },
        over: |vraag| vraag.object.valt_onder(Object::C),
    },
    Verbod {
        regels: &["R-004"],
        zin: None,
        term: Term { ja: 0, nee: Feit::SecrecyBound.bit() | Feit::OwnRecord.bit() },
        over: |vraag| vraag.object.valt_onder(Object::C),
    },
    Verbod {
        regels: &["R-294"],
        zin: None,
        term: Term { ja: Feit::Revoked.bit(), nee: 0 },
        over: altijd,
    },
    Verbod {
        regels: &["R-265"],
        zin: None,
        term: Term { ja: Feit::Erased.bit(), nee: 0 },
        over: altijd,
    },
    Verbod {
        regels: &["R-293"],
        zin: None,
        term: Term { ja: Feit::SharedAccount.bit(), nee: 0 },
        over: altijd,
    },
    Verbod {
        regels: &["R-293"],
        zin: None,
        term: Term { ja: 0, nee: Feit::Authenticated.bit() },
        over: altijd,
    },
    Verbod {
        regels: &["R-001", "R-007", "R-035"],
        zin: None,
        term: Term { ja: 0, nee: Feit::PurposeDeclared.bit() },
        over: altijd,
    },
    Verbod {
        regels: &["R-144", "R-145", "R-148", "R-163"],
        zin: None,
        term: Term { ja: Feit::SodConflict.bit(), nee: 0 },
        over: altijd,
    },
    Verbod {
        regels: &["R-194"],
        zin: None,
        term: Term { ja: 0, nee: Feit::AfterSickReport.bit() },
        over: |vraag| vraag.object == Object::ABsn,
    },
];

/// The core denies that speak about this question, whatever the circumstances.
pub(crate) fn over(vraag: Vraag) -> impl Iterator<Item = &'static Verbod> {
    VERBODEN.iter().filter(move |verbod| (verbod.over)(vraag))
}

/// Whether a core deny closes this question.
pub(crate) fn verbiedt(vraag: Vraag, omstandigheden: Omstandigheden) -> bool {
    VERBODEN.iter().any(|verbod| verbod.term.is_mogelijk(omstandigheden) && (verbod.over)(vraag))
}

fn altijd(_: Vraag) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::VERBODEN;

    #[test]
    fn elk_kernverbod_noemt_regels_die_bestaan() {
        for regel in VERBODEN.iter().flat_map(|verbod| verbod.regels) {
            assert!(crate::regels().any(|(bekend, _)| bekend == *regel), "{regel}");
        }
    }
}
