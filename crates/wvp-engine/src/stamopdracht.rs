//! Execute on master data: employees and employers.

use wvp_domain::{Compartiment, Dossier, WerkgeverId, WerknemerId, werkgever, werknemer};
use wvp_store::{StoreError, Versie};

use crate::engine::Engine;
use crate::fout::ExecuteError;
use crate::gebruiker::Gebruiker;
use crate::omstandigheden::{Bekend, Onderwerp};
use crate::toegang::eis_compartiment;

impl Engine {
    /// Executes one command on an employee.
    ///
    /// # Errors
    ///
    /// See [`ExecuteError`].
    pub async fn execute_werknemer(
        &self,
        wie: &Gebruiker,
        id: WerknemerId,
        command: werknemer::Command,
    ) -> Result<Versie, ExecuteError> {
        let verzoek = self.verzoek(wie);
        let (werkgever, ziek_gemeld) = match &command {
            werknemer::Command::LegGegevensVast(c) => (Some(c.a.werkgever), false),
            werknemer::Command::LegBsnVast(_) => {
                (self.werkgever_van(id).await?, self.is_ziek_gemeld(id).await?)
            }
        };
        if let werknemer::Command::LegGegevensVast(c) = &command {
            self.eis_ook_bij_vorige(wie, id, c.a.werkgever, &compartimenten(&command)).await?;
        }
        let onderwerp = Onderwerp { werkgever, werknemer: Some(id), ..Onderwerp::default() };
        let decide = |events: &[werknemer::Event], bekend: Bekend| {
            let bekend = bekend.na_ziekmelding(ziek_gemeld);
            for compartiment in compartimenten(&command) {
                eis_compartiment(wie.lezer, compartiment, &bekend)?;
            }
            Ok(werknemer::decide(&werknemer::replay(events), command.clone())?)
        };
        self.herhaal_voor((wie, onderwerp), &verzoek, id.into(), decide).await
    }

    /// Asks for the same right where the employee is registered now, if that is elsewhere: who works for the new
    /// employer only has nothing to say about somebody of another. Who has no right at the new employer either is
    /// left to the ordinary refusal, which is the same for an employee that does not exist.
    async fn eis_ook_bij_vorige(
        &self,
        wie: &Gebruiker,
        id: WerknemerId,
        nieuw: WerkgeverId,
        compartimenten: &[Compartiment],
    ) -> Result<(), ExecuteError> {
        let Some(vorige) = self.werkgever_van(id).await?.filter(|it| *it != nieuw) else {
            return Ok(());
        };
        let mag_hier = self.mag_bij(wie, id, nieuw, compartimenten).await?;
        if mag_hier && !self.mag_bij(wie, id, vorige, compartimenten).await? {
            return Err(ExecuteError::NietGevonden);
        }
        Ok(())
    }

    /// Whether this reader may write all of these about an employee of this employer.
    async fn mag_bij(
        &self,
        wie: &Gebruiker,
        id: WerknemerId,
        werkgever: WerkgeverId,
        compartimenten: &[Compartiment],
    ) -> Result<bool, ExecuteError> {
        let onderwerp =
            Onderwerp { werkgever: Some(werkgever), werknemer: Some(id), ..Onderwerp::default() };
        let (leeg, vandaag) = (Dossier::default(), self.klok.vandaag());
        let bekend = self.omstandigheden(wie, onderwerp, &leeg, vandaag).await?;
        Ok(compartimenten.iter().all(|it| eis_compartiment(wie.lezer, *it, &bekend).is_ok()))
    }

    /// Executes one command on an employer.
    ///
    /// # Errors
    ///
    /// See [`ExecuteError`].
    pub async fn execute_werkgever(
        &self,
        wie: &Gebruiker,
        id: WerkgeverId,
        command: werkgever::Command,
    ) -> Result<Versie, ExecuteError> {
        let verzoek = self.verzoek(wie);
        let onderwerp = Onderwerp { werkgever: Some(id), ..Onderwerp::default() };
        let decide = |events: &[werkgever::Event], bekend: Bekend| {
            eis_compartiment(wie.lezer, Compartiment::D, &bekend)?;
            Ok(werkgever::decide(&werkgever::replay(events), command.clone())?)
        };
        self.herhaal_voor((wie, onderwerp), &verzoek, id.into(), decide).await
    }

    /// Where an employee is registered.
    pub(crate) async fn werkgever_van(
        &self,
        id: WerknemerId,
    ) -> Result<Option<WerkgeverId>, StoreError> {
        let (_, events) = self.laad::<werknemer::Event>(id.into()).await?;
        Ok(werknemer::replay(&events).inschrijvingen.last().map(|it| it.werkgever))
    }
}

fn compartimenten(command: &werknemer::Command) -> Vec<Compartiment> {
    match command {
        werknemer::Command::LegGegevensVast(c) => c.compartimenten(),
        werknemer::Command::LegBsnVast(c) => c.compartimenten(),
    }
}
