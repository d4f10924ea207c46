//! What a command may ask of the dossier before it goes through.

mod perioden;
mod verwijzingen;

use crate::mijlpaal::{plan_van_aanpak, probleemanalyse};
use crate::{Afwijzing, Datum, Dossier, StukId};

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

    /// Asks for a document that was never seen.
    pub(crate) fn eis_nieuw_stuk(&self, stuk: StukId) -> Result<(), Afwijzing> {
        if self.stukken.contains(&stuk) { Err(Afwijzing::StukAlBekend { stuk }) } else { Ok(()) }
    }

    /// Asks for a day on or after the first day of illness.
    pub(crate) fn eis_na_begin(&self, veld: &'static str, datum: Datum) -> Result<(), Afwijzing> {
        let eerste_ziektedag = self.eis_ziekmelding()?;
        if datum < eerste_ziektedag {
            return Err(Afwijzing::VoorEersteZiektedag { veld, datum, eerste_ziektedag });
        }
        Ok(())
    }

    /// Asks for the probleemanalyse.
    pub(crate) fn eis_probleemanalyse(&self) -> Result<&probleemanalyse::Opgesteld, Afwijzing> {
        self.probleemanalyse.last().ok_or(Afwijzing::GeenProbleemanalyse)
    }

    /// Asks for the plan van aanpak.
    pub(crate) fn eis_plan(&self) -> Result<&plan_van_aanpak::Opgesteld, Afwijzing> {
        self.plan_van_aanpak.last().ok_or(Afwijzing::GeenPlanVanAanpak)
    }

    /// Asks that the employment had not ended before that day.
    pub(crate) fn eis_in_dienst_op(&self, datum: Datum) -> Result<(), Afwijzing> {
        match self.einde_dienstverband.last() {
            Some(einde) if einde.laatste_werkdag < datum => {
                Err(Afwijzing::DienstverbandAlBeeindigd { laatste_werkdag: einde.laatste_werkdag })
            }
            Some(_) | None => Ok(()),
        }
    }

    /// Asks for every element of the re-integratieverslag that this case needs.
    pub(crate) fn eis_riv_compleet(&self) -> Result<(), Afwijzing> {
        let ontbreekt = crate::mijlpaal::riv::ontbrekende_elementen(self);
        if ontbreekt.is_empty() { Ok(()) } else { Err(Afwijzing::RivNietCompleet { ontbreekt }) }
    }
}
