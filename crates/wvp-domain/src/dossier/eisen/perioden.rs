//! Guards on the spells of illness: ill on a day, one chain, leave in between.

use crate::wachttijd::LANGSTE_ONDERBREKING_DAGEN;
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

    /// Asks for a recovery less than four weeks before that day. Leave that fills the gap
    /// from end to end with the same cause joins the spells whatever its length.
    pub(crate) fn eis_aansluitend(&self, datum: Datum) -> Result<(), Afwijzing> {
        let perioden = self.perioden();
        let Some(laatste) = perioden.last() else { return Err(Afwijzing::GeenZiekmelding) };
        let Some(hersteld_per) = laatste.hersteld_per else {
            return Err(Afwijzing::NogZiek { sinds: laatste.eerste_ziektedag });
        };
        if datum < hersteld_per {
            return Err(Afwijzing::PeriodenOnsamenhangend { datum });
        }
        self.eis_zelfde_keten(hersteld_per, datum)
    }

    /// Asks that every spell but the last has ended, that the spells form one chain, and that every
    /// recovery ends a spell.
    pub(crate) fn eis_samenhang(&self) -> Result<(), Afwijzing> {
        let perioden = self.perioden();
        if perioden.is_empty() {
            return Err(Afwijzing::GeenZiekmelding);
        }
        for (periode, volgende) in perioden.iter().zip(perioden.iter().skip(1)) {
            let datum = volgende.eerste_ziektedag;
            let Some(hersteld_per) = periode.hersteld_per else {
                return Err(Afwijzing::PeriodenOnsamenhangend { datum });
            };
            self.eis_zelfde_keten(hersteld_per, datum)?;
        }
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

    fn eis_zelfde_keten(&self, hersteld_per: Datum, opnieuw: Datum) -> Result<(), Afwijzing> {
        let dagen = hersteld_per.dagen_tot(opnieuw);
        if dagen > LANGSTE_ONDERBREKING_DAGEN && !self.is_vol_verlof(hersteld_per, opnieuw) {
            return Err(Afwijzing::KetenVerbroken { dagen });
        }
        Ok(())
    }

    /// Whether leave with the same cause fills the days from `van` up to `tot` from end to end,
    /// in one stretch or in several that adjoin (zwangerschapsverlof, then bevallingsverlof).
    fn is_vol_verlof(&self, van: Datum, tot: Datum) -> bool {
        let mut telt_door: Vec<_> = self.verlof.iter().filter(|verlof| verlof.telt_door).collect();
        telt_door.sort_unstable_by_key(|verlof| verlof.van);
        let gevuld = telt_door.iter().fold(van, |dag, verlof| {
            if verlof.van == dag { verlof.tot_en_met.volgende() } else { dag }
        });
        gevuld == tot
    }
}
