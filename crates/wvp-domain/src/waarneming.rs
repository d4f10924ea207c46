//! Waarneming: somebody acts for somebody else, for a while, on some dossiers, with no more rights than
//! were handed over.
//!
//! A substitution ends by itself, and it never hands on: who is substituted for does not pass on what was
//! handed to them (domain/practice.md 2.2 items 15: a substitute who got every right, without an end).

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::{AccountId, Categorie, Datum, DossierId};

/// Who acts for whom, when, where, and with how much.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waarneming {
    voor: AccountId,
    door: AccountId,
    van: Datum,
    tot_en_met: Datum,
    dossiers: Dossiers,
    categorieen: BTreeSet<Categorie>,
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

/// Why a substitution cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum GeenWaarneming {
    /// Somebody for themselves.
    #[error("iemand neemt niet waar voor zichzelf")]
    VoorZichzelf,
    /// The last day lies before the first.
    #[error("de laatste dag `{tot_en_met}` ligt voor de eerste dag `{van}`")]
    EindVoorBegin {
        /// First day.
        van: Datum,
        /// Last day.
        tot_en_met: Datum,
    },
    /// A list of dossiers with nothing in it.
    #[error("er is geen dossier genoemd")]
    GeenDossier,
    /// No category: then there is nothing to see.
    #[error("er is geen categorie genoemd")]
    GeenCategorie,
}

impl Waarneming {
    /// `door` acts for `voor` from `van` up to and including `tot_en_met`, and sees these categories at
    /// most: what they may see by the access decision is never more than that.
    ///
    /// # Errors
    ///
    /// [`GeenWaarneming`].
    pub fn try_new(
        (voor, door): (AccountId, AccountId),
        (van, tot_en_met): (Datum, Datum),
        dossiers: Dossiers,
        categorieen: BTreeSet<Categorie>,
    ) -> Result<Self, GeenWaarneming> {
        if voor == door {
            return Err(GeenWaarneming::VoorZichzelf);
        }
        if tot_en_met < van {
            return Err(GeenWaarneming::EindVoorBegin { van, tot_en_met });
        }
        if matches!(&dossiers, Dossiers::Genoemd(genoemd) if genoemd.is_empty()) {
            return Err(GeenWaarneming::GeenDossier);
        }
        if categorieen.is_empty() {
            return Err(GeenWaarneming::GeenCategorie);
        }
        Ok(Self { voor, door, van, tot_en_met, dossiers, categorieen })
    }

    /// For whom.
    #[must_use]
    pub fn voor(&self) -> AccountId {
        self.voor
    }

    /// By whom.
    #[must_use]
    pub fn door(&self) -> AccountId {
        self.door
    }

    /// Whether it holds on a day for a dossier; both days of the substitution are inclusive.
    #[must_use]
    pub fn geldt(&self, op: Datum, dossier: DossierId) -> bool {
        let in_periode = self.van <= op && op <= self.tot_en_met;
        let genoemd = match &self.dossiers {
            Dossiers::Alle => true,
            Dossiers::Genoemd(genoemd) => genoemd.contains(&dossier),
        };
        in_periode && genoemd
    }

    /// Whether a category was handed over. The access decision still says whether it may be read.
    #[must_use]
    pub fn omvat(&self, categorie: Categorie) -> bool {
        self.categorieen.contains(&categorie)
    }
}

/// Who acts for somebody on a day on a dossier, in the order in which the substitutions were recorded.
/// One step only: a substitute of a substitute acts for nobody else.
#[must_use]
pub fn waarnemers(
    alle: &[Waarneming],
    voor: AccountId,
    op: Datum,
    dossier: DossierId,
) -> Vec<AccountId> {
    let geldend = alle.iter().filter(|it| it.voor == voor && it.geldt(op, dossier));
    geldend.map(Waarneming::door).collect()
}

/// How what a substitute did is shown and logged: "X namens Y".
#[must_use]
pub fn namens(waarnemer: &str, voor: &str) -> String {
    format!("{waarnemer} namens {voor}")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;
    use uuid::Uuid;

    use super::{Dossiers, GeenWaarneming, Waarneming, namens, waarnemers};
    use crate::mijlpaal::voorbeeld::dag;
    use crate::{AccountId, Categorie, Datum, DossierId};

    fn account(nummer: u128) -> AccountId {
        AccountId(Uuid::from_u128(nummer))
    }

    fn dossier(nummer: u128) -> DossierId {
        DossierId(Uuid::from_u128(nummer))
    }

    fn maak(
        wie: (u128, u128),
        dagen: (&str, &str),
        dossiers: Dossiers,
        categorieen: &[Categorie],
    ) -> Result<Waarneming, GeenWaarneming> {
        let wie = (account(wie.0), account(wie.1));
        let dagen = (dag(dagen.0), dag(dagen.1));
        Waarneming::try_new(wie, dagen, dossiers, categorieen.iter().copied().collect())
    }

    const ZOMER: (&str, &str) = ("2025-07-07", "2025-07-18");

    fn zomer() -> Waarneming {
        maak((1, 2), ZOMER, Dossiers::Alle, &[Categorie::A, Categorie::B]).unwrap()
    }

    #[test]
    fn een_waarneming_geldt_van_de_eerste_tot_en_met_de_laatste_dag_en_houdt_vanzelf_op() {
        let geldt = |op: &str| zomer().geldt(dag(op), dossier(1));
        assert!(!geldt("2025-07-06"));
        assert!(geldt("2025-07-07") && geldt("2025-07-18"));
        assert!(!geldt("2025-07-19"));
    }

    #[test]
    fn een_waarneming_van_genoemde_dossiers_geldt_nergens_anders() {
        let genoemd = Dossiers::Genoemd(BTreeSet::from([dossier(1)]));
        let een = maak((1, 2), ZOMER, genoemd, &[Categorie::A]).unwrap();
        assert!(een.geldt(dag("2025-07-10"), dossier(1)));
        assert!(!een.geldt(dag("2025-07-10"), dossier(2)));
    }

    #[test]
    fn wat_niet_is_overgedragen_valt_er_niet_onder() {
        assert!(zomer().omvat(Categorie::B));
        assert!(!zomer().omvat(Categorie::C));
    }

    #[test]
    fn wie_waarneemt_geeft_het_niet_door() {
        let door = maak((2, 3), ZOMER, Dossiers::Alle, &[Categorie::A]).unwrap();
        let alle = [zomer(), door];
        assert_eq!(waarnemers(&alle, account(1), dag("2025-07-10"), dossier(1)), [account(2)]);
    }

    #[test]
    fn wat_geen_waarneming_is_zegt_waarom_niet() {
        let geen = |uitkomst: Result<Waarneming, GeenWaarneming>| uitkomst.unwrap_err();
        let alle = || Dossiers::Alle;
        assert_eq!(
            geen(maak((1, 1), ZOMER, alle(), &[Categorie::A])),
            GeenWaarneming::VoorZichzelf
        );
        let om = (ZOMER.1, ZOMER.0);
        let verwacht = GeenWaarneming::EindVoorBegin { van: dag(om.0), tot_en_met: dag(om.1) };
        assert_eq!(geen(maak((1, 2), om, alle(), &[Categorie::A])), verwacht);
        let leeg = Dossiers::Genoemd(BTreeSet::new());
        assert_eq!(geen(maak((1, 2), ZOMER, leeg, &[Categorie::A])), GeenWaarneming::GeenDossier);
        assert_eq!(geen(maak((1, 2), ZOMER, alle(), &[])), GeenWaarneming::GeenCategorie);
    }

    #[test]
    fn het_staat_er_als_x_namens_y() {
        assert_eq!(namens("R. Bakker", "A. de Vries"), "R. Bakker namens A. de Vries");
    }

    proptest! {
        #[test]
        fn buiten_de_periode_neemt_niemand_waar(van in 0..400_i32, duur in 0..60_i32, op in 0..500_i32) {
            let begin: Datum = dag("2025-01-01");
            let dagen = (begin.plus(van), begin.plus(van + duur));
            let wie = (account(1), account(2));
            let alles = BTreeSet::from([Categorie::A]);
            let een = Waarneming::try_new(wie, dagen, Dossiers::Alle, alles).unwrap();
            let geldt = een.geldt(begin.plus(op), dossier(1));
            prop_assert_eq!(geldt, (van..=van + duur).contains(&op));
        }
    }
}
