//! How a reminder speaks.

use super::{Beschreven, Veld, datum, ja_nee, lijst, samen, tekst};
use crate::Datum;
use crate::ladder::{RedenOvergeslagen, Tredendag, reden_overgeslagen, tredendag};
use crate::mijlpaal::herinnering::{Gegeven, Ontvanger};

impl Beschreven for Gegeven {
    fn velden(&self) -> Vec<Veld> {
        let sleutel = &self.sleutel;
        let verschoven = tredendag(sleutel.uiterlijk, sleutel.trede).uitleg();
        samen([
            tekst("Termijn", sleutel.termijn.naam()),
            tekst("Keer", u32::from(sleutel.keer).saturating_add(1).to_string().as_str()),
            datum("Uiterlijk", sleutel.uiterlijk),
            tekst("Moment", moment(sleutel.trede).as_str()),
            tekst("Verschoven", verschoven.unwrap_or_default().as_str()),
            tekst("Aan", sleutel.aan.naam()),
            datum("Gegeven op", self.gegeven_op),
            ja_nee("Later gegeven dan gepland", self.laat),
            lijst(
                "Overgeslagen",
                self.overgeslagen
                    .iter()
                    .map(|it| overgeslagen(sleutel.uiterlijk, sleutel.trede, *it)),
            ),
        ])
    }
}

impl Ontvanger {
    /// The Dutch words for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Werkgever => "Werkgever",
            Self::Werknemer => "Werknemer",
            Self::Bedrijfsarts => "Bedrijfsarts",
            Self::Casemanager => "Casemanager",
            Self::Teamleider => "Teamleider",
        }
    }
}

impl Gegeven {
    /// What a message about it should add: that it moved off a free day, that it is late, and which
    /// rungs it replaces. Whole Dutch sentences without names; none when all went as planned.
    #[must_use]
    pub fn toelichting(&self) -> Vec<String> {
        let (uiterlijk, trede) = (self.sleutel.uiterlijk, self.sleutel.trede);
        uitleg_van(uiterlijk, trede, self.laat, &self.overgeslagen)
    }
}

/// What is to be said of a rung: that it moved off a free day, that it is late, and which it replaces.
pub(super) fn uitleg_van(
    uiterlijk: Datum,
    trede: i16,
    is_laat: bool,
    vervangen: &[i16],
) -> Vec<String> {
    let tredendag = tredendag(uiterlijk, trede);
    let laat = is_laat
        .then(|| format!("Deze herinnering had op {} moeten komen.", tredendag.dag.voluit()));
    let overgeslagen = (!vervangen.is_empty()).then(|| {
        let wat = vervangen.iter().map(|eerder| overgeslagen(uiterlijk, trede, *eerder));
        format!("Niet apart verstuurd: {}.", wat.collect::<Vec<_>>().join("; "))
    });
    [tredendag.uitleg(), laat, overgeslagen].into_iter().flatten().collect()
}

impl RedenOvergeslagen {
    /// The Dutch words for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Samengevoegd => "viel op dezelfde dag",
            Self::Ingehaald => "een latere herinnering was al aan de beurt",
        }
    }
}

impl Tredendag {
    /// Why the rung does not come on the day that was counted (a whole Dutch sentence); none when it
    /// does.
    #[must_use]
    pub fn uitleg(&self) -> Option<String> {
        let (_, naam) = self.wegens.first()?;
        let (geteld, dag) = (self.geteld.voluit(), self.dag.voluit());
        Some(format!("{geteld} is geen werkdag ({naam}), daarom komt de herinnering op {dag}."))
    }
}

/// A rung that was skipped for another, with the reason.
pub(super) fn overgeslagen(uiterlijk: Datum, trede: i16, eerder: i16) -> String {
    let reden = reden_overgeslagen(uiterlijk, trede, eerder);
    format!("{} ({})", moment(eerder), reden.naam())
}

/// A rung in Dutch words, from days relative to the last day of the term.
#[must_use]
pub fn moment(trede: i16) -> String {
    let dagen = match trede.unsigned_abs() {
        1 => "1 dag".to_owned(),
        dagen => format!("{dagen} dagen"),
    };
    match trede.signum() {
        -1 => format!("{dagen} voor de uiterste dag"),
        1 => format!("{dagen} na de uiterste dag"),
        _ => "op de uiterste dag".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::mijlpaal::herinnering::{Gegeven, Ontvanger, Sleutel};
    use crate::mijlpaal::voorbeeld::dag;
    use crate::{Datum, TermijnId};

    fn gegeven(trede: i16, op: Datum, laat: bool, overgeslagen: &[i16]) -> Gegeven {
        let (termijn, aan) = (TermijnId::PlanVanAanpak, Ontvanger::Werkgever);
        let sleutel = Sleutel { termijn, keer: 0, uiterlijk: dag("2025-04-21"), trede, aan };
        Gegeven { sleutel, gegeven_op: op, laat, overgeslagen: overgeslagen.to_vec() }
    }

    #[test]
    fn een_herinnering_zegt_waarom_zij_eerder_komt_en_wat_erin_is_opgegaan() {
        let op_tijd = gegeven(0, dag("2025-04-17"), false, &[-2]);
        insta::assert_snapshot!(op_tijd.toelichting().join("\n"), @"
        21 april 2025 is geen werkdag (Tweede Paasdag), daarom komt de herinnering op 17 april 2025.
        Niet apart verstuurd: 2 dagen voor de uiterste dag (viel op dezelfde dag).
        ");
    }

    #[test]
    fn na_stilstand_zegt_een_herinnering_dat_zij_laat_is_en_wat_is_overgeslagen() {
        let laat = gegeven(1, dag("2025-04-25"), true, &[-2, 0]);
        insta::assert_snapshot!(laat.toelichting().join("\n"), @"
        Deze herinnering had op 22 april 2025 moeten komen.
        Niet apart verstuurd: 2 dagen voor de uiterste dag (een latere herinnering was al aan de beurt); op de uiterste dag (een latere herinnering was al aan de beurt).
        ");
    }

    #[test]
    fn een_gewone_herinnering_heeft_niets_uit_te_leggen() {
        assert!(gegeven(-7, dag("2025-04-14"), false, &[]).toelichting().is_empty());
    }
}
