//! Execute: may this person, load, decide, seal, append; again when somebody else was first.

use sha2::{Digest, Sha256};
use tracing::info;
use uuid::Uuid;
use wvp_domain::{
    AccountId, Command, Compartiment, Dossier, DossierId, Event, Kenmerk, decide, replay,
};
use wvp_domain::{WerkgeverId, WerknemerId, werkgever, werknemer};
use wvp_store::{
    Auteur, Gebeurtenis, GebeurtenisId, Kop, Omslag, StoreError, StroomId, Toevoeging, Versie,
    Verwacht, verzegel,
};

use crate::engine::Engine;
use crate::fout::ExecuteError;
use crate::gebruiker::Gebruiker;
use crate::toegang::{eis_compartiment, eis_schrijven};
use crate::toeval::nieuw_id;

const POGINGEN: usize = 3;

impl Engine {
    /// Executes one command on a dossier and returns the version it is at afterwards.
    ///
    /// Sending the same command again changes nothing and returns the version as it is.
    ///
    /// # Errors
    ///
    /// See [`ExecuteError`].
    pub async fn execute(
        &self,
        wie: &Gebruiker,
        dossier: DossierId,
        command: Command,
    ) -> Result<Versie, ExecuteError> {
        let mag = |staat: &Dossier| eis_schrijven(wie, staat, &command.compartimenten());
        self.herhaal(dossier, &command, &wie.kop(), &mag).await
    }

    /// Lets a day make true what falls due in a dossier; the house's own act.
    pub(crate) async fn sluit_dag(&self, dossier: DossierId) -> Result<Versie, ExecuteError> {
        let huis = Auteur {
            account: AccountId(Uuid::nil()),
            partij: "huis".to_owned(),
            functie: "planner".to_owned(),
        };
        let kop = Kop { door: huis, namens: None, verzoek: nieuw_id() };
        self.herhaal(dossier, &Command::SluitDag, &kop, &|_| Ok(())).await
    }

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
        let sessie =
            wie.sessie.met(wvp_access::Feit::AfterSickReport, self.is_ziek_gemeld(id).await?);
        let compartimenten = match &command {
            werknemer::Command::LegGegevensVast(gegevens) => gegevens.compartimenten(),
            werknemer::Command::LegBsnVast(bsn) => bsn.compartimenten(),
        };
        for compartiment in compartimenten {
            eis_compartiment(wie.lezer, compartiment, &sessie)?;
        }
        let (versie, events) = self.laad::<werknemer::Event>(id.into()).await?;
        let nieuw = werknemer::decide(&werknemer::replay(&events), command)?;
        self.leg_vast(id.into(), versie, &wie.kop(), &nieuw).await
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
        eis_compartiment(wie.lezer, Compartiment::D, &wie.sessie)?;
        let (versie, events) = self.laad::<werkgever::Event>(id.into()).await?;
        let nieuw = werkgever::decide(&werkgever::replay(&events), command)?;
        self.leg_vast(id.into(), versie, &wie.kop(), &nieuw).await
    }

    async fn herhaal(
        &self,
        dossier: DossierId,
        command: &Command,
        kop: &Kop,
        mag: &(dyn Fn(&Dossier) -> Result<(), ExecuteError> + Sync),
    ) -> Result<Versie, ExecuteError> {
        let mut poging = 1;
        loop {
            match self.probeer(dossier, command, kop, mag).await {
                Err(ExecuteError::Store(StoreError::Conflict { .. })) if poging < POGINGEN => {
                    poging += 1;
                }
                uitkomst => return uitkomst,
            }
        }
    }

    async fn probeer(
        &self,
        dossier: DossierId,
        command: &Command,
        kop: &Kop,
        mag: &(dyn Fn(&Dossier) -> Result<(), ExecuteError> + Sync),
    ) -> Result<Versie, ExecuteError> {
        let (versie, events) = self.laad::<Event>(dossier.into()).await?;
        let staat = replay(&events);
        mag(&staat)?;
        let nieuw = decide(&staat, command.clone(), self.klok.vandaag())?;
        self.leg_vast(dossier.into(), versie, kop, &nieuw).await
    }

    /// Seals and appends; the only place that appends to a dossier, an employee or an employer.
    async fn leg_vast<E: Gebeurtenis + Herkenbaar>(
        &self,
        stroom: StroomId,
        versie: Versie,
        kop: &Kop,
        events: &[E],
    ) -> Result<Versie, ExecuteError> {
        if events.is_empty() {
            return Ok(versie);
        }
        let mut records = Vec::with_capacity(events.len());
        let mut volgende = versie;
        for event in events {
            volgende = volgende.volgende();
            let omslag = Omslag {
                id: GebeurtenisId(afgeleid_id(stroom, &event.herkenning())),
                moment: self.klok.nu(),
                kop: kop.clone(),
            };
            records.push(verzegel(&*self.sleutels, stroom, volgende, omslag, event).await?);
        }
        let toevoeging = Toevoeging { stroom, verwacht: Verwacht::Precies(versie), records };
        self.store.append(vec![toevoeging]).await?;
        info!(stroom = %stroom, versie = volgende.0, aantal = events.len(), "vastgelegd");
        Ok(volgende)
    }
}

/// What makes an event the same event when it is offered again.
pub(crate) trait Herkenbaar {
    /// Bytes that are the same for the same fact and differ for any other of the stream.
    fn herkenning(&self) -> Vec<u8>;
}

impl Herkenbaar for Event {
    fn herkenning(&self) -> Vec<u8> {
        match self.kenmerk() {
            Kenmerk::Stuk(stuk) => stuk_herkenning(stuk),
            Kenmerk::Herinnering(sleutel) => {
                let mut bytes =
                    format!("herinnering/{:?}/{:?}", sleutel.termijn, sleutel.aan).into_bytes();
                bytes.extend(sleutel.keer.to_be_bytes());
                bytes.extend(sleutel.uiterlijk.dagtelling().to_be_bytes());
                bytes.extend(sleutel.trede.to_be_bytes());
                bytes
            }
        }
    }
}

impl Herkenbaar for werknemer::Event {
    fn herkenning(&self) -> Vec<u8> {
        match self {
            Self::GegevensVastgelegd(e) => stuk_herkenning(e.a.stuk),
            Self::BsnVastgelegd(e) => stuk_herkenning(e.a.stuk),
        }
    }
}

impl Herkenbaar for werkgever::Event {
    fn herkenning(&self) -> Vec<u8> {
        match self {
            Self::GegevensVastgelegd(e) => stuk_herkenning(e.a.stuk),
        }
    }
}

fn stuk_herkenning(stuk: wvp_domain::StukId) -> Vec<u8> {
    [b"stuk/".as_slice(), stuk.0.as_bytes()].concat()
}

/// The id of an event follows from its stream and what makes it the same fact, so that a retry after
/// a crash carries the same id.
fn afgeleid_id(stroom: StroomId, herkenning: &[u8]) -> Uuid {
    let digest = Sha256::new().chain_update(stroom.bytes()).chain_update(herkenning).finalize();
    let mut bytes = [0; 16];
    for (plaats, byte) in bytes.iter_mut().zip(digest) {
        *plaats = byte;
    }
    Uuid::new_v8(bytes)
}
