//! What every right has: the document it came with, the days on which it holds, and its end.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Weigering;
use crate::{Compartiment, Datum, OrganisatieId, Sectie, StukId, WerkgeverId};

/// The days on which a right holds, as it was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Geldigheid {
    /// First day.
    pub van: Datum,
    /// Last day, inclusive; none while no end was set.
    pub tot_en_met: Option<Datum>,
}

impl Geldigheid {
    /// From a day on, without an end.
    #[must_use]
    pub fn vanaf(van: Datum) -> Self {
        Self { van, tot_en_met: None }
    }

    /// Whether the right was given for this day.
    #[must_use]
    pub fn omvat(self, dag: Datum) -> bool {
        self.van <= dag && self.tot_en_met.is_none_or(|laatste| dag <= laatste)
    }

    pub(super) fn eis_vooruit(self) -> Result<(), Weigering> {
        match self.tot_en_met {
            Some(laatste) if laatste < self.van => Err(Weigering::PeriodeOmgekeerd),
            Some(_) | None => Ok(()),
        }
    }

    /// Asks for an end, at most so many days after the first day.
    pub(super) fn eis_einde(self, hoogstens_dagen: i32) -> Result<(), Weigering> {
        self.eis_vooruit()?;
        let laatste = self.tot_en_met.ok_or(Weigering::EindeOntbreekt)?;
        if self.van.dagen_tot(laatste) > hoogstens_dagen {
            return Err(Weigering::TeLang { hoogstens_dagen });
        }
        Ok(())
    }
}

/// Section A: a right ends before its time, or gets an end.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Einde {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// The document that gave the right.
    pub recht: StukId,
    /// First day without the right.
    pub per: Datum,
}

impl Sectie for Einde {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

/// To whom an account or an assignment belongs.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
pub enum Organisatie {
    /// An employer.
    Werkgever(WerkgeverId),
    /// Arbodienst, insurer, re-integratiebedrijf, UWV, or somebody who works alone.
    Overig(OrganisatieId),
}

/// A right that was given.
pub trait Recht: Clone + PartialEq {
    /// The document or report it came with.
    fn stuk(&self) -> StukId;
    /// The days for which it was given.
    fn geldigheid(&self) -> Geldigheid;
}

/// Rights of one kind, with their ends, oldest first.
#[derive(Clone, PartialEq, Eq)]
pub struct Rechten<R> {
    /// Rights as they were given.
    pub gegeven: Vec<R>,
    /// What ended.
    pub beeindigd: Vec<Einde>,
}

impl<R> Default for Rechten<R> {
    fn default() -> Self {
        Self { gegeven: vec![], beeindigd: vec![] }
    }
}

impl<R: Recht> Rechten<R> {
    /// The rights that hold on a day.
    pub fn op(&self, dag: Datum) -> impl Iterator<Item = &R> {
        let geldt = move |recht: &&R| self.geldigheid(recht).is_some_and(|it| it.omvat(dag));
        self.gegeven.iter().filter(geldt)
    }

    /// The days on which a right holds, its end counted in; none when it ended before it began.
    pub fn geldigheid(&self, recht: &R) -> Option<Geldigheid> {
        let Geldigheid { van, tot_en_met } = recht.geldigheid();
        let eindes = self.beeindigd.iter().filter(|einde| einde.recht == recht.stuk());
        let laatste = eindes.map(|einde| einde.per.vorige()).chain(tot_en_met).min();
        laatste
            .is_none_or(|laatste| van <= laatste)
            .then_some(Geldigheid { van, tot_en_met: laatste })
    }

    /// Judges an end: whether it is new. It is refused backwards, and after the right ended anyway.
    pub(super) fn beoordeel_einde(&self, nieuw: &Einde, vandaag: Datum) -> Result<(), Weigering> {
        let recht = self.gegeven.iter().find(|recht| recht.stuk() == nieuw.recht);
        let recht = recht.ok_or(Weigering::RechtOnbekend { stuk: nieuw.recht })?;
        if nieuw.per < vandaag {
            return Err(Weigering::MetTerugwerkendeKracht { per: nieuw.per });
        }
        match self.geldigheid(recht) {
            Some(geldig) if geldig.tot_en_met.is_none_or(|laatste| nieuw.per <= laatste) => Ok(()),
            Some(_) | None => Err(Weigering::AlBeeindigd { stuk: nieuw.recht }),
        }
    }
}

/// Asks that a document was not taken in before.
pub(super) fn eis_nieuw(stukken: &BTreeSet<StukId>, stuk: StukId) -> Result<(), Weigering> {
    if stukken.contains(&stuk) { Err(Weigering::StukAlBekend { stuk }) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::{Einde, Geldigheid, Recht, Rechten};
    use crate::StukId;
    use crate::bevoegdheid::Weigering;
    use crate::mijlpaal::voorbeeld::{dag, stuk};

    #[derive(Clone, PartialEq)]
    struct Sleutel(Geldigheid);

    impl Recht for Sleutel {
        fn stuk(&self) -> StukId {
            stuk(1)
        }

        fn geldigheid(&self) -> Geldigheid {
            self.0
        }
    }

    fn rechten(eindes: &[&str]) -> Rechten<Sleutel> {
        let geldig = Geldigheid { van: dag("2025-03-03"), tot_en_met: Some(dag("2025-12-31")) };
        let einde = |(nummer, per): (u128, &&str)| Einde {
            stuk: stuk(nummer),
            recht: stuk(1),
            per: dag(per),
        };
        let beeindigd = (2..).zip(eindes).map(einde).collect();
        Rechten { gegeven: vec![Sleutel(geldig)], beeindigd }
    }

    fn geldt(rechten: &Rechten<Sleutel>, op: &str) -> bool {
        rechten.op(dag(op)).next().is_some()
    }

    #[test]
    fn een_recht_geldt_van_de_eerste_tot_en_met_de_laatste_dag() {
        let rechten = rechten(&[]);
        for (op, verwacht) in [
            ("2025-03-02", false),
            ("2025-03-03", true),
            ("2025-12-31", true),
            ("2026-01-01", false),
        ] {
            assert_eq!(geldt(&rechten, op), verwacht, "{op}");
        }
    }

    #[test]
    fn op_de_dag_van_het_einde_is_het_recht_er_niet_meer_en_de_dag_ervoor_nog_wel() {
        let rechten = rechten(&["2025-06-01"]);
        assert!(geldt(&rechten, "2025-05-31") && !geldt(&rechten, "2025-06-01"));
    }

    #[test]
    fn het_vroegste_einde_telt() {
        let rechten = rechten(&["2025-06-01", "2025-05-01"]);
        assert!(geldt(&rechten, "2025-04-30") && !geldt(&rechten, "2025-05-01"));
    }

    #[test]
    fn een_recht_dat_eindigt_voor_het_begint_geldt_nooit() {
        let rechten = rechten(&["2025-03-03"]);
        assert!(!geldt(&rechten, "2025-03-03") && !geldt(&rechten, "2025-03-04"));
    }

    #[test]
    fn een_einde_werkt_nooit_terug() {
        let einde = Einde { stuk: stuk(9), recht: stuk(1), per: dag("2025-05-31") };
        let vandaag = dag("2025-06-01");
        let nee = Err(Weigering::MetTerugwerkendeKracht { per: einde.per });
        assert_eq!(rechten(&[]).beoordeel_einde(&einde, vandaag), nee);
        let nu = Einde { per: vandaag, ..einde };
        assert_eq!(rechten(&[]).beoordeel_einde(&nu, vandaag), Ok(()));
    }

    #[test]
    fn wat_al_eerder_eindigde_eindigt_niet_later() {
        let einde = Einde { stuk: stuk(9), recht: stuk(1), per: dag("2025-07-01") };
        let nee = Err(Weigering::AlBeeindigd { stuk: stuk(1) });
        assert_eq!(rechten(&["2025-06-01"]).beoordeel_einde(&einde, dag("2025-05-01")), nee);
    }

    #[test]
    fn wat_nooit_is_gegeven_eindigt_niet() {
        let einde = Einde { stuk: stuk(9), recht: stuk(8), per: dag("2025-07-01") };
        let nee = Err(Weigering::RechtOnbekend { stuk: stuk(8) });
        assert_eq!(rechten(&[]).beoordeel_einde(&einde, dag("2025-05-01")), nee);
    }
}
