//! What a command may ask of the dossier before it goes through.

use crate::mijlpaal::riv::Element;
use crate::mijlpaal::uwv_besluit;
use crate::{Afgeschermd, Afwijzing, Datum, Dossier, StukId, Ziekteperiode};

/// Longest gap in days that still joins two spells (R-21: less than four weeks).
pub const LANGSTE_ONDERBREKING_DAGEN: i32 = 27;

impl Dossier {
    /// Asks for a ziekmelding.
    pub(crate) fn eis_ziekmelding(&self) -> Result<Datum, Afwijzing> {
        self.eerste_ziektedag().ok_or(Afwijzing::GeenZiekmelding)
    }

    /// Asks for a ziekmelding in a dossier that is open.
    pub(crate) fn eis_lopend(&self) -> Result<(), Afwijzing> {
        self.eis_ziekmelding()?;
        if self.is_gesloten() { Err(Afwijzing::DossierGesloten) } else { Ok(()) }
    }

    /// Asks for a closed dossier.
    pub(crate) fn eis_gesloten(&self) -> Result<(), Afwijzing> {
        if self.is_gesloten() { Ok(()) } else { Err(Afwijzing::NietGesloten) }
    }

    /// Asks for a document that was never seen.
    pub(crate) fn eis_nieuw_stuk(&self, stuk: StukId) -> Result<(), Afwijzing> {
        if self.stukken.contains(&stuk) { Err(Afwijzing::StukAlBekend { stuk }) } else { Ok(()) }
    }

    /// Asks for a document that is in the dossier.
    pub(crate) fn eis_stuk(&self, veld: &'static str, stuk: StukId) -> Result<(), Afwijzing> {
        if self.stukken.contains(&stuk) {
            Ok(())
        } else {
            Err(Afwijzing::StukOnbekend { veld, stuk })
        }
    }

    /// Asks for a day on or after the first day of illness.
    pub(crate) fn eis_na_begin(&self, veld: &'static str, datum: Datum) -> Result<(), Afwijzing> {
        let eerste_ziektedag = self.eis_ziekmelding()?;
        if datum < eerste_ziektedag {
            return Err(Afwijzing::VoorEersteZiektedag { veld, datum, eerste_ziektedag });
        }
        Ok(())
    }

    /// Asks for a running spell that began on or before that day.
    pub(crate) fn eis_ziek_op(&self, veld: &'static str, datum: Datum) -> Result<(), Afwijzing> {
        match self.perioden().last() {
            Some(Ziekteperiode { eerste_ziektedag, hersteld_per: None, .. })
                if *eerste_ziektedag <= datum =>
            {
                Ok(())
            }
            Some(_) | None => Err(Afwijzing::NietZiek { veld, datum }),
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
        let dagen = hersteld_per.dagen_tot(datum);
        if dagen < 0 {
            return Err(Afwijzing::PeriodenOnsamenhangend { datum });
        }
        if dagen > LANGSTE_ONDERBREKING_DAGEN && !self.is_vol_verlof(hersteld_per, datum) {
            return Err(Afwijzing::KetenVerbroken { dagen });
        }
        Ok(())
    }

    /// Asks that every spell ends on or after its start, and that no spell starts within another.
    pub(crate) fn eis_samenhang(&self) -> Result<(), Afwijzing> {
        let perioden = self.perioden();
        if perioden.is_empty() {
            return Err(Afwijzing::GeenZiekmelding);
        }
        let eindes = perioden.iter().filter(|periode| periode.hersteld_per.is_some()).count();
        for (periode, volgende) in perioden.iter().zip(perioden.iter().skip(1)) {
            let Some(hersteld_per) = periode.hersteld_per else {
                return Err(Afwijzing::PeriodenOnsamenhangend { datum: volgende.eerste_ziektedag });
            };
            let dagen = hersteld_per.dagen_tot(volgende.eerste_ziektedag);
            let verlof = self.is_vol_verlof(hersteld_per, volgende.eerste_ziektedag);
            if dagen > LANGSTE_ONDERBREKING_DAGEN && !verlof {
                return Err(Afwijzing::KetenVerbroken { dagen });
            }
        }
        match self.herstelmelding.last() {
            Some(herstel) if eindes != self.herstelmelding.len() => {
                Err(Afwijzing::PeriodenOnsamenhangend { datum: herstel.eerste_dag_geschikt })
            }
            Some(_) | None => Ok(()),
        }
    }

    /// Asks for leave that does not overlap with other leave (both inclusive).
    pub(crate) fn eis_geen_ander_verlof(
        &self,
        van: Datum,
        tot_en_met: Datum,
    ) -> Result<(), Afwijzing> {
        match self.verlof.iter().find(|ander| ander.van <= tot_en_met && van <= ander.tot_en_met) {
            Some(ander) => {
                Err(Afwijzing::VerlofOverlapt { van: ander.van, tot_en_met: ander.tot_en_met })
            }
            None => Ok(()),
        }
    }

    /// Asks for a probleemanalyse.
    pub(crate) fn eis_probleemanalyse(&self) -> Result<(), Afwijzing> {
        if self.probleemanalyse.is_empty() { Err(Afwijzing::GeenProbleemanalyse) } else { Ok(()) }
    }

    /// Asks that there is no probleemanalyse yet.
    pub(crate) fn eis_nog_geen_probleemanalyse(&self) -> Result<(), Afwijzing> {
        match self.probleemanalyse.last() {
            Some(analyse) => Err(Afwijzing::AlProbleemanalyse { op: analyse.opgesteld_op }),
            None => Ok(()),
        }
    }

    /// Asks for a plan van aanpak.
    pub(crate) fn eis_plan(&self) -> Result<(), Afwijzing> {
        if self.plan_van_aanpak.is_empty() { Err(Afwijzing::GeenPlanVanAanpak) } else { Ok(()) }
    }

    /// Asks that there is no plan van aanpak yet.
    pub(crate) fn eis_nog_geen_plan(&self) -> Result<(), Afwijzing> {
        match self.plan_van_aanpak.last() {
            Some(plan) => Err(Afwijzing::AlPlanVanAanpak { op: plan.opgesteld_op }),
            None => Ok(()),
        }
    }

    /// Asks for a judgement of the bedrijfsarts under this number (NIET-08, Abrona).
    pub(crate) fn eis_oordeel_bedrijfsarts(&self, grond: StukId) -> Result<(), Afwijzing> {
        let oordelen = self.spreekuur.iter().map(|consult| consult.stuk);
        let analyses = self.probleemanalyse.iter().map(|analyse| analyse.stuk);
        let bijstellingen = self.bijstelling_probleemanalyse.iter().map(|nieuw| nieuw.stuk);
        let actueel = self.actueel_oordeel.iter().map(|oordeel| oordeel.stuk);
        let mut alle = oordelen.chain(analyses).chain(bijstellingen).chain(actueel);
        if alle.any(|stuk| stuk == grond) {
            Ok(())
        } else {
            Err(Afwijzing::GeenOordeelBedrijfsarts)
        }
    }

    /// Asks for content in a section, without opening it.
    pub(crate) fn eis_inhoud<T>(
        &self,
        element: &'static str,
        sectie: &Afgeschermd<T>,
    ) -> Result<(), Afwijzing> {
        if sectie.is_dicht() { Err(Afwijzing::InhoudOntbreekt { element }) } else { Ok(()) }
    }

    /// Asks that the employment did not end yet.
    pub(crate) fn eis_nog_in_dienst(&self) -> Result<(), Afwijzing> {
        match self.einde_dienstverband.last() {
            Some(einde) => {
                Err(Afwijzing::DienstverbandAlBeeindigd { laatste_werkdag: einde.laatste_werkdag })
            }
            None => Ok(()),
        }
    }

    /// Asks that UWV may take this decision: a loonsanctie before the end of the wachttijd,
    /// a bekorting only of a loonsanctie that is there.
    pub(crate) fn eis_toegestaan_besluit(
        &self,
        besluit: &uwv_besluit::Besluit,
    ) -> Result<(), Afwijzing> {
        match besluit.soort {
            uwv_besluit::Soort::LoonsanctieOpgelegd => self.eis_voor_einde_wachttijd(besluit),
            uwv_besluit::Soort::BekortingToegekend | uwv_besluit::Soort::BekortingAfgewezen => {
                self.eis_loonsanctie()
            }
            uwv_besluit::Soort::WiaToegekend
            | uwv_besluit::Soort::WiaAfgewezen
            | uwv_besluit::Soort::IvaToegekend
            | uwv_besluit::Soort::IvaAfgewezen => Ok(()),
        }
    }

    /// Asks for every element of the re-integratieverslag that this case needs.
    pub(crate) fn eis_riv_compleet(&self) -> Result<(), Afwijzing> {
        let ontbreekt: Vec<Element> = crate::mijlpaal::riv::ontbrekende_elementen(self);
        if ontbreekt.is_empty() { Ok(()) } else { Err(Afwijzing::RivNietCompleet { ontbreekt }) }
    }

    fn eis_loonsanctie(&self) -> Result<(), Afwijzing> {
        let opgelegd = uwv_besluit::Soort::LoonsanctieOpgelegd;
        if self.uwv_besluit.iter().any(|besluit| besluit.soort == opgelegd) {
            Ok(())
        } else {
            Err(Afwijzing::GeenLoonsanctie)
        }
    }

    fn eis_voor_einde_wachttijd(&self, besluit: &uwv_besluit::Besluit) -> Result<(), Afwijzing> {
        match self.laatste_dag_wachttijd() {
            Some(einde_wachttijd) if besluit.besloten_op > einde_wachttijd => {
                Err(Afwijzing::LoonsanctieTeLaat { einde_wachttijd })
            }
            Some(_) | None => Ok(()),
        }
    }

    /// Whether leave with the same cause fills the days from `van` up to `tot` from end to end.
    fn is_vol_verlof(&self, van: Datum, tot: Datum) -> bool {
        self.verlof.iter().any(|verlof| {
            verlof.telt_door && verlof.van == van && verlof.tot_en_met.volgende() == tot
        })
    }
}
