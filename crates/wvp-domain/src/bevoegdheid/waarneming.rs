//! Waarneming: somebody acts for somebody else, for a while, on some dossiers, with no more than was
//! handed over.
//!
//! One stream per account that is acted for. A substitution gives the dossiers of who is away, never a
//! function: who acts must hold the same one. It always has an end, and it never hands on: a substitute
//! does not pass on what was handed to them (domain/practice.md 2.2 item 15: a substitute who got every
//! right, without an end).

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::rechten::eis_nieuw;
use super::{Einde, Geldigheid, Recht, Rechten, Weigering};
use crate::{AccountId, Categorie, Compartiment, Datum, DossierId, Sectie, Secties, StukId};

/// A fact about substitution, past tense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Somebody will act for this account.
    WaarnemingGeregeld(Secties<Waarneming>),
    /// It ended before its time.
    WaarnemingBeeindigd(Secties<Einde>),
}

/// What someone wants to be true, imperative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Arranges that somebody acts for this account.
    RegelWaarneming(Secties<Waarneming>),
    /// Ends it before its time.
    BeeindigWaarneming(Secties<Einde>),
}

/// Section A: who acts, when, where, and with how much at most.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Waarneming {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Who acts.
    pub door: AccountId,
    /// The days on which it holds; the end is never open.
    pub geldig: Geldigheid,
    /// On which dossiers.
    pub dossiers: Dossiers,
    /// At most these categories: what the access decision allows is never more than that.
    pub categorieen: BTreeSet<Categorie>,
}

/// On which dossiers a substitute acts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Dossiers {
    /// All that are theirs whom the substitute acts for.
    Alle,
    /// These; never none.
    Genoemd(BTreeSet<DossierId>),
}

impl Sectie for Waarneming {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Recht for Waarneming {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn geldigheid(&self) -> Geldigheid {
        self.geldig
    }
}

/// The state that decisions need: section A.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Waarnemingen {
    /// Every document ever taken in.
    pub stukken: BTreeSet<StukId>,
    /// Who acts for this account.
    pub waarnemingen: Rechten<Waarneming>,
}

/// Longest substitution, in days after its first day: longer is a hand-over.
const LANGSTE_DAGEN: i32 = 183;

impl Waarnemingen {
    /// Who acts on a dossier on a day, in the order in which it was recorded.
    pub fn op(&self, dag: Datum, dossier: DossierId) -> impl Iterator<Item = &Waarneming> {
        self.waarnemingen.op(dag).filter(move |it| it.dossiers.omvat(dossier))
    }
}

impl Dossiers {
    /// Whether a dossier was handed over.
    #[must_use]
    pub fn omvat(&self, dossier: DossierId) -> bool {
        match self {
            Self::Alle => true,
            Self::Genoemd(genoemd) => genoemd.contains(&dossier),
        }
    }
}

/// Decides what a command makes true for the account `voor`. An empty list means: already so.
///
/// # Errors
///
/// [`Weigering`].
pub fn decide(
    voor: AccountId,
    staat: &Waarnemingen,
    command: Command,
    vandaag: Datum,
) -> Result<Vec<Event>, Weigering> {
    match command {
        Command::RegelWaarneming(c) if staat.waarnemingen.gegeven.contains(&c.a) => Ok(vec![]),
        Command::BeeindigWaarneming(c) if staat.waarnemingen.beeindigd.contains(&c.a) => Ok(vec![]),
        Command::RegelWaarneming(c) => {
            eis_nieuw(&staat.stukken, c.a.stuk)?;
            eis_mogelijk(voor, &c.a)?;
            Ok(vec![Event::WaarnemingGeregeld(c)])
        }
        Command::BeeindigWaarneming(c) => {
            eis_nieuw(&staat.stukken, c.a.stuk)?;
            staat.waarnemingen.beoordeel_einde(&c.a, vandaag)?;
            Ok(vec![Event::WaarnemingBeeindigd(c)])
        }
    }
}

fn eis_mogelijk(voor: AccountId, a: &Waarneming) -> Result<(), Weigering> {
    if a.door == voor {
        return Err(Weigering::VoorZichzelf);
    }
    a.geldig.eis_einde(LANGSTE_DAGEN)?;
    if matches!(&a.dossiers, Dossiers::Genoemd(genoemd) if genoemd.is_empty()) {
        return Err(Weigering::NietsOvergedragen { veld: "dossiers" });
    }
    if a.categorieen.is_empty() {
        return Err(Weigering::NietsOvergedragen { veld: "categorieen" });
    }
    Ok(())
}

impl Event {
    /// The document or report this fact came with.
    #[must_use]
    pub fn stuk(&self) -> StukId {
        match self {
            Self::WaarnemingGeregeld(e) => e.a.stuk,
            Self::WaarnemingBeeindigd(e) => e.a.stuk,
        }
    }
}

/// Rebuilds who acts for an account from the history.
pub fn replay<'a>(events: impl IntoIterator<Item = &'a Event>) -> Waarnemingen {
    events.into_iter().fold(Waarnemingen::default(), |mut staat, event| {
        staat.stukken.insert(event.stuk());
        match event {
            Event::WaarnemingGeregeld(e) => staat.waarnemingen.gegeven.push(e.a.clone()),
            Event::WaarnemingBeeindigd(e) => staat.waarnemingen.beeindigd.push(e.a.clone()),
        }
        staat
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;
    use uuid::Uuid;

    use super::{Command, Dossiers, Event, LANGSTE_DAGEN, Waarneming, decide, replay};
    use crate::bevoegdheid::{Einde, Geldigheid, Weigering};
    use crate::mijlpaal::voorbeeld::{dag, stuk};
    use crate::{AccountId, Categorie, Datum, DossierId, Secties};

    fn account(nummer: u128) -> AccountId {
        AccountId(Uuid::from_u128(nummer))
    }

    fn dossier(nummer: u128) -> DossierId {
        DossierId(Uuid::from_u128(nummer))
    }

    fn zomer() -> Waarneming {
        Waarneming {
            stuk: stuk(1),
            door: account(2),
            geldig: Geldigheid { van: dag("2025-07-07"), tot_en_met: Some(dag("2025-07-18")) },
            dossiers: Dossiers::Alle,
            categorieen: BTreeSet::from([Categorie::A, Categorie::B]),
        }
    }

    fn regel(waarneming: Waarneming) -> Result<Vec<Event>, Weigering> {
        let command = Command::RegelWaarneming(Secties::proces(waarneming));
        decide(account(1), &replay(&[]), command, dag("2025-06-02"))
    }

    fn geldt(feiten: &[Event], op: Datum, voor: DossierId) -> bool {
        replay(feiten).op(op, voor).next().is_some()
    }

    #[test]
    fn een_waarneming_houdt_vanzelf_op_na_de_laatste_dag() {
        let feiten = regel(zomer()).unwrap();
        let geldt = |op: &str| geldt(&feiten, dag(op), dossier(1));
        assert!(!geldt("2025-07-06"));
        assert!(geldt("2025-07-07") && geldt("2025-07-18"));
        assert!(!geldt("2025-07-19"));
    }

    #[test]
    fn een_waarneming_van_genoemde_dossiers_geldt_nergens_anders() {
        let genoemd = Dossiers::Genoemd(BTreeSet::from([dossier(1)]));
        let feiten = regel(Waarneming { dossiers: genoemd, ..zomer() }).unwrap();
        assert!(geldt(&feiten, dag("2025-07-10"), dossier(1)));
        assert!(!geldt(&feiten, dag("2025-07-10"), dossier(2)));
    }

    #[test]
    fn een_waarneming_kan_eerder_eindigen_en_twee_keer_is_eens() {
        let mut feiten = regel(zomer()).unwrap();
        let einde = Einde { stuk: stuk(2), recht: stuk(1), per: dag("2025-07-10") };
        let command = Command::BeeindigWaarneming(Secties::proces(einde));
        let vandaag = dag("2025-07-09");
        feiten.extend(decide(account(1), &replay(&feiten), command.clone(), vandaag).unwrap());
        assert!(!geldt(&feiten, dag("2025-07-10"), dossier(1)));
        assert_eq!(decide(account(1), &replay(&feiten), command, vandaag), Ok(vec![]));
    }

    #[test]
    fn wat_geen_waarneming_is_wordt_geweigerd() {
        let zonder_einde = Geldigheid::vanaf(dag("2025-07-07"));
        let te_lang = zomer().geldig.van.plus(LANGSTE_DAGEN + 1);
        let te_lang = Geldigheid { tot_en_met: Some(te_lang), ..zonder_einde };
        let gevallen = [
            (Waarneming { door: account(1), ..zomer() }, Weigering::VoorZichzelf),
            (Waarneming { geldig: zonder_einde, ..zomer() }, Weigering::EindeOntbreekt),
            (
                Waarneming { geldig: te_lang, ..zomer() },
                Weigering::TeLang { hoogstens_dagen: LANGSTE_DAGEN },
            ),
            (
                Waarneming { dossiers: Dossiers::Genoemd(BTreeSet::new()), ..zomer() },
                Weigering::NietsOvergedragen { veld: "dossiers" },
            ),
            (
                Waarneming { categorieen: BTreeSet::new(), ..zomer() },
                Weigering::NietsOvergedragen { veld: "categorieen" },
            ),
        ];
        for (waarneming, weigering) in gevallen {
            assert_eq!(regel(waarneming), Err(weigering));
        }
    }

    proptest! {
        #[test]
        fn buiten_de_periode_neemt_niemand_waar(van in 0..400_i32, duur in 0..60_i32, op in 0..500_i32) {
            let begin: Datum = dag("2025-01-01");
            let geldig =
                Geldigheid { van: begin.plus(van), tot_en_met: Some(begin.plus(van + duur)) };
            let feiten = regel(Waarneming { geldig, ..zomer() }).unwrap();
            let verwacht = (van..=van + duur).contains(&op);
            prop_assert_eq!(geldt(&feiten, begin.plus(op), dossier(1)), verwacht);
        }
    }
}
