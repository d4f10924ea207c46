//! Guards on the spells of illness: ill on a day, one case, leave in between.

use crate::mijlpaal::hernieuwde_ziekmelding::Terugval;
use crate::{Afwijzing, Datum, Dossier, StukId, Ziekteperiode};

impl Dossier {
    /// Asks that the employee is ill on that day, in whichever spell.
    pub(crate) fn eis_ziek_op(&self, veld: &'static str, datum: Datum) -> Result<(), Afwijzing> {
        let ziek = |periode: &Ziekteperiode| {
            let nog_ziek = periode.hersteld_per.is_none_or(|hersteld_per| datum < hersteld_per);
            periode.eerste_ziektedag <= datum && nog_ziek
        };
        if self.perioden().iter().any(ziek) {
            Ok(())
        } else {
            Err(Afwijzing::NietZiek { veld, datum })
        }
    }

    /// Asks for a running spell with at least one sick day before that first fit day.
    pub(crate) fn eis_herstelbaar(&self, eerste_dag_geschikt: Datum) -> Result<(), Afwijzing> {
        match self.perioden().last() {
            Some(&Ziekteperiode { eerste_ziektedag, hersteld_per: None, .. })
                if eerste_ziektedag == eerste_dag_geschikt =>
            {
                Err(Afwijzing::GeenZiektedag { eerste_ziektedag })
            }
            Some(Ziekteperiode { eerste_ziektedag, hersteld_per: None, .. })
                if *eerste_ziektedag < eerste_dag_geschikt =>
            {
                Ok(())
            }
            Some(_) | None => {
                Err(Afwijzing::NietZiek { veld: "eerste_dag_geschikt", datum: eerste_dag_geschikt })
            }
        }
    }

    /// Asks for a recovery on or before the new spell, and for one case by the calendar: less than
    /// four weeks between, leave that fills the gap skipped, other leave counted.
    pub(crate) fn eis_aansluitend(&self, terugval: &Terugval) -> Result<(), Afwijzing> {
        let perioden = self.perioden();
        let Some(laatste) = perioden.last() else { return Err(Afwijzing::GeenZiekmelding) };
        let Some(hersteld_per) = laatste.hersteld_per else {
            return Err(Afwijzing::NogZiek { sinds: laatste.eerste_ziektedag });
        };
        if terugval.eerste_ziektedag < hersteld_per {
            return Err(Afwijzing::PeriodenOnsamenhangend { datum: terugval.eerste_ziektedag });
        }
        let mut erna = self.clone();
        erna.hernieuwde_ziekmelding.push(terugval.clone());
        erna.eis_geen_nieuwe_breuk(self)
    }

    /// Asks that every spell but the last has ended, that no spell begins a new case that did not
    /// before, and that every recovery ends a spell.
    pub(crate) fn eis_samenhang(&self, ervoor: &Self) -> Result<(), Afwijzing> {
        let perioden = self.perioden();
        if perioden.is_empty() {
            return Err(Afwijzing::GeenZiekmelding);
        }
        for (periode, volgende) in perioden.iter().zip(perioden.iter().skip(1)) {
            if periode.hersteld_per.is_none() {
                return Err(Afwijzing::PeriodenOnsamenhangend { datum: volgende.eerste_ziektedag });
            }
        }
        self.eis_geen_nieuwe_breuk(ervoor)?;
        let los = |dag: &Datum| !perioden.iter().any(|periode| periode.hersteld_per == Some(*dag));
        let eindes = perioden.iter().filter(|periode| periode.hersteld_per.is_some()).count();
        let mut herstel = self.herstelmelding.iter().map(|herstel| herstel.eerste_dag_geschikt);
        let dubbel = eindes != herstel.len();
        match herstel.clone().find(los).or_else(|| herstel.next_back().filter(|_| dubbel)) {
            Some(datum) => Err(Afwijzing::PeriodenOnsamenhangend { datum }),
            None => Ok(()),
        }
    }

    /// Asks for leave that does not overlap with leave of another document (days inclusive).
    pub(crate) fn eis_geen_ander_verlof(
        &self,
        stuk: StukId,
        van: Datum,
        tot_en_met: Datum,
    ) -> Result<(), Afwijzing> {
        let mut andere = self.verlof.iter().filter(|ander| ander.stuk != stuk);
        match andere.find(|ander| ander.van <= tot_en_met && van <= ander.tot_en_met) {
            Some(ander) => {
                Err(Afwijzing::VerlofOverlapt { van: ander.van, tot_en_met: ander.tot_en_met })
            }
            None => Ok(()),
        }
    }

    fn eis_geen_nieuwe_breuk(&self, ervoor: &Self) -> Result<(), Afwijzing> {
        let al_gebroken = ervoor.breuken();
        match self.breuken().iter().find(|breuk| !al_gebroken.contains(breuk)) {
            Some(breuk) => Err(Afwijzing::KetenVerbroken { dagen: breuk.dagen() }),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::Index;

    use crate::mijlpaal::correctie;
    use crate::mijlpaal::verlof::Periode;
    use crate::mijlpaal::voorbeeld::{self, dag, ziek};
    use crate::termijn::Verloop;
    use crate::{Afwijzing, Command, Datum, Dossier, Feit, StukId, decide, evolve};

    const VANDAAG: &str = "2028-12-31";

    fn neem(dossier: &mut Dossier, opdracht: Command) -> Result<(), Afwijzing> {
        let nieuw = decide(dossier, opdracht, dag(VANDAAG))?;
        *dossier = nieuw.iter().fold(std::mem::take(dossier), evolve);
        Ok(())
    }

    fn aantal_ketens(dossier: &Dossier) -> usize {
        let verloop = Verloop::uit_dossier(dossier);
        verloop.ketens().len()
    }

    /// Leave as (days after the first sick day, days, same cause); what overlaps is left out.
    fn leg_verlof_vast(dossier: &mut Dossier, verlof: &[(i32, i32, bool)]) {
        for (nummer, (na, dagen, telt_door)) in (100_u128..).zip(verlof) {
            let van = dag("2025-03-03").plus(*na);
            let mut opdracht = voorbeeld::verlof(nummer, van, van.plus(*dagen - 1));
            opdracht.a.telt_door = *telt_door;
            let _ = neem(dossier, Command::LegVerlofVast(opdracht));
        }
    }

    /// Ill, then (days ill, days fit) and ill again, as far as the dossier accepts it; fit at last.
    fn hersteld(stappen: &[(i32, i32)], verlof: &[(i32, i32, bool)], laatste: i32) -> Dossier {
        let mut dossier = Dossier::default();
        neem(&mut dossier, ziek()).unwrap();
        leg_verlof_vast(&mut dossier, verlof);
        let mut op = dag("2025-03-03");
        for (nummer, (ziek, fit)) in (10_u128..).step_by(2).zip(stappen) {
            let herstel = op.plus(*ziek);
            let opnieuw = herstel.plus(*fit);
            let herstel = Command::MeldHersteld(voorbeeld::herstelmelding(nummer, herstel));
            let terugval = Command::MeldOpnieuwZiek(voorbeeld::terugval(nummer + 1, opnieuw));
            let mut erna = dossier.clone();
            let gelukt = neem(&mut erna, herstel).and_then(|()| neem(&mut erna, terugval));
            if gelukt.is_ok() {
                dossier = erna;
                op = opnieuw;
            }
        }
        neem(&mut dossier, Command::MeldHersteld(voorbeeld::herstelmelding(2, op.plus(laatste))))
            .unwrap();
        dossier
    }

    fn stappen() -> impl Strategy<Value = Vec<(i32, i32)>> {
        prop::collection::vec((1..40_i32, 0..35_i32), 0..4)
    }

    fn verlof() -> impl Strategy<Value = Vec<(i32, i32, bool)>> {
        prop::collection::vec((-20..200_i32, 1..60_i32, any::<bool>()), 0..4)
    }

    /// Every fact that sets where spells and leave lie, with its day.
    fn te_verplaatsen(dossier: &Dossier) -> Vec<(StukId, Datum)> {
        fn dagen<F: Feit>(feiten: &[F]) -> impl Iterator<Item = (StukId, Datum)> {
            feiten.iter().map(|feit| (feit.stuk(), feit.datum()))
        }
        dagen(&dossier.ziekmelding)
            .chain(dagen(&dossier.herstelmelding))
            .chain(dagen(&dossier.hernieuwde_ziekmelding))
            .chain(dagen(&dossier.verlof))
            .collect()
    }

    fn laatste_herstel(dossier: &Dossier) -> Datum {
        dossier.perioden().last().unwrap().hersteld_per.unwrap()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1024))]

        /// Leave with another cause that begins later interrupts the new spell itself, not its start.
        #[test]
        fn r21_r29_een_terugval_hoort_erbij_precies_als_de_kalender_een_keten_houdt(
            stappen in stappen(), verlof in verlof(), ziek in 1..40_i32, fit in 0..60_i32,
        ) {
            let mut dossier = hersteld(&stappen, &verlof, ziek);
            let opnieuw = laatste_herstel(&dossier).plus(fit);
            let later = |verlof: &Periode| !verlof.telt_door && verlof.van > opnieuw;
            prop_assume!(aantal_ketens(&dossier) == 1 && !dossier.verlof.iter().any(later));
            let terugval = voorbeeld::terugval(3, opnieuw);
            let mut erna = dossier.clone();
            erna.hernieuwde_ziekmelding.push(terugval.a.clone());
            match neem(&mut dossier, Command::MeldOpnieuwZiek(terugval)) {
                Ok(()) => prop_assert_eq!(aantal_ketens(&erna), 1),
                Err(Afwijzing::KetenVerbroken { dagen }) => {
                    prop_assert!(dagen >= 28);
                    prop_assert_eq!(aantal_ketens(&erna), 2);
                }
                Err(ander) => prop_assert!(false, "{ander}"),
            }
        }

        /// Leave with the same cause within a spell never breaks it, so every break lies at a spell. Leave
        /// over a whole spell leaves no case at all.
        #[test]
        fn r21_r28_een_correctie_wordt_geweigerd_precies_als_de_kalender_een_tweede_keten_begint(
            stappen in stappen(), verlof in verlof(), welk in any::<Index>(), schuif in -40..40_i32,
        ) {
            let zelfde: Vec<_> = verlof.iter().map(|(na, dagen, _)| (*na, *dagen, true)).collect();
            let mut dossier = hersteld(&stappen, &zelfde, 10);
            prop_assume!(aantal_ketens(&dossier) == 1);
            let feiten = te_verplaatsen(&dossier);
            let (stuk, op) = feiten[welk.index(feiten.len())];
            let opdracht = voorbeeld::verplaatsing(9, stuk.0.as_u128(), op.plus(schuif));
            let mut erna = dossier.clone();
            correctie::evolve(&mut erna, &opdracht.a);
            match neem(&mut dossier, Command::CorrigeerFeit(opdracht)) {
                Ok(()) => prop_assert!(aantal_ketens(&erna) <= 1),
                Err(Afwijzing::KetenVerbroken { dagen }) => {
                    prop_assert!(dagen >= 28);
                    prop_assert!(aantal_ketens(&erna) > 1);
                }
                // Periods or days that do not fit are refused on their own account.
                Err(_) => {}
            }
        }
    }
}
