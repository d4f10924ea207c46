//! Execute on master data: employees and employers.

use wvp_domain::{Compartiment, WerkgeverId, WerknemerId, werkgever, werknemer};
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
