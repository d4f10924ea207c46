//! Execute: may this person, load, decide, seal, append; again when somebody else was first.

use sha2::{Digest, Sha256};
use tracing::info;
use uuid::Uuid;
use wvp_access::Feit;
use wvp_domain::leeslog::Actie;
use wvp_domain::{
    AccountId, Command, Compartiment, Dossier, DossierId, Event, Kenmerk, decide, replay,
};
use wvp_domain::{WerkgeverId, WerknemerId, werkgever, werknemer};
use wvp_store::{
    Auteur, Gebeurtenis, GebeurtenisId, Kop, Moment, Omslag, StoreError, StroomId, Toevoeging,
    Versie, Verwacht, verzegel,
};

use crate::doorsturen::met_plichten;
use crate::engine::Engine;
use crate::feiten::{is_eigen, vastgesteld};
use crate::fout::ExecuteError;
use crate::gebruiker::Gebruiker;
use crate::klok::dag_in_amsterdam;
use crate::laden::{Geladen, Gelezen};
use crate::leeslog::{Aanleiding, Vraag};
use crate::toegang::{eis_compartiment, eis_schrijven, leesbaar};
use crate::toeval::nieuw_id;
use crate::zicht::{gaat_over_iets_anders, in_zicht};

const POGINGEN: usize = 3;

/// Who acts.
#[derive(Clone, Copy)]
enum Door<'a> {
    Iemand(&'a Gebruiker),
    Huis,
}

/// One request: who, on whose record, when. Time is looked at once, so that a request belongs to one
/// day.
struct Verzoek {
    kop: Kop,
    nu: Moment,
}

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
        let verzoek = Verzoek { kop: wie.kop(), nu: self.klok.nu() };
        let uitkomst = self.herhaal(dossier, &command, &verzoek, Door::Iemand(wie)).await;
        let regels: &[&str] = match &uitkomst {
            Err(ExecuteError::Geweigerd(nee)) => &nee.regels,
            Err(ExecuteError::NietGevonden) => &[],
            Ok(_)
            | Err(
                ExecuteError::Afgewezen(_)
                | ExecuteError::WerknemerAfgewezen(_)
                | ExecuteError::WerkgeverAfgewezen(_)
                | ExecuteError::Store(_),
            ) => return uitkomst,
        };
        let dag = dag_in_amsterdam(verzoek.nu);
        let nee = Vraag::geweigerd(Actie::Vastleggen, regels, dag, verzoek.nu);
        self.noteer(wie, dossier, &Aanleiding::default(), nee).await?;
        uitkomst
    }

    /// Lets a day make true what falls due in a dossier; the house's own act.
    pub(crate) async fn sluit_dag(
        &self,
        dossier: DossierId,
        nu: Moment,
    ) -> Result<Versie, ExecuteError> {
        let huis = Auteur {
            account: AccountId(Uuid::nil()),
            partij: "huis".to_owned(),
            functie: "planner".to_owned(),
        };
        let kop = Kop { door: huis, namens: None, verzoek: nieuw_id() };
        self.herhaal(dossier, &Command::SluitDag, &Verzoek { kop, nu }, Door::Huis).await
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
        let (compartimenten, ziek_gemeld) = match &command {
            werknemer::Command::LegGegevensVast(gegevens) => (gegevens.compartimenten(), false),
            werknemer::Command::LegBsnVast(bsn) => {
                (bsn.compartimenten(), self.is_ziek_gemeld(id).await?)
            }
        };
        let sessie = wie
            .sessie
            .met(Feit::AfterSickReport, ziek_gemeld)
            .met(Feit::OwnRecord, is_eigen(wie, id));
        for compartiment in compartimenten {
            eis_compartiment(wie.lezer, compartiment, &sessie)?;
        }
        let verzoek = Verzoek { kop: wie.kop(), nu: self.klok.nu() };
        let mut poging = 1;
        loop {
            let (versie, events) = self.laad::<werknemer::Event>(id.into()).await?;
            let nieuw = werknemer::decide(&werknemer::replay(&events), command.clone())?;
            match self.leg_vast(id.into(), versie, &verzoek, &nieuw).await {
                Err(fout) if is_ingehaald(&fout) && poging < POGINGEN => poging += 1,
                uitkomst => return Ok(uitkomst?),
            }
        }
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
        let verzoek = Verzoek { kop: wie.kop(), nu: self.klok.nu() };
        let mut poging = 1;
        loop {
            let (versie, events) = self.laad::<werkgever::Event>(id.into()).await?;
            let nieuw = werkgever::decide(&werkgever::replay(&events), command.clone())?;
            match self.leg_vast(id.into(), versie, &verzoek, &nieuw).await {
                Err(fout) if is_ingehaald(&fout) && poging < POGINGEN => poging += 1,
                uitkomst => return Ok(uitkomst?),
            }
        }
    }

    async fn herhaal(
        &self,
        dossier: DossierId,
        command: &Command,
        verzoek: &Verzoek,
        door: Door<'_>,
    ) -> Result<Versie, ExecuteError> {
        let mut poging = 1;
        loop {
            match self.probeer(dossier, command, verzoek, door).await {
                Err(ExecuteError::Store(fout)) if is_ingehaald(&fout) && poging < POGINGEN => {
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
        verzoek: &Verzoek,
        door: Door<'_>,
    ) -> Result<Versie, ExecuteError> {
        let geladen = self.laad_dossier(dossier).await?;
        let Geladen { versie, gelezen } = geladen.ok_or(ExecuteError::NietGevonden)?;
        let (staat, command) = match door {
            Door::Huis => (replay(gelezen.iter().map(|it| &it.event)), command.clone()),
            Door::Iemand(wie) => ter_beslissing(wie, gelezen, command)?,
        };
        let nieuw = decide(&staat, command, dag_in_amsterdam(verzoek.nu))?;
        Ok(self.leg_vast(dossier.into(), versie, verzoek, &nieuw).await?)
    }

    /// Seals and appends; the only place that appends to a dossier, an employee or an employer.
    async fn leg_vast<E: Gebeurtenis + Herkenbaar>(
        &self,
        stroom: StroomId,
        versie: Versie,
        verzoek: &Verzoek,
        events: &[E],
    ) -> Result<Versie, StoreError> {
        if events.is_empty() {
            return Ok(versie);
        }
        let mut records = Vec::with_capacity(events.len());
        let mut volgende = versie;
        for event in events {
            volgende = volgende.volgende();
            let omslag = Omslag {
                id: GebeurtenisId(afgeleid_id(stroom, &event.herkenning())),
                moment: verzoek.nu,
                kop: verzoek.kop.clone(),
            };
            records.push(verzegel(&*self.sleutels, stroom, volgende, omslag, event).await?);
        }
        let toevoeging = Toevoeging { stroom, verwacht: Verwacht::Precies(versie), records };
        let resultaten = self.store.append(vec![toevoeging]).await?;
        if resultaten.iter().any(|resultaat| resultaat.herhaald) {
            // Somebody used the same document since we looked, perhaps for something else.
            return Err(StoreError::Conflict { botsingen: vec![] });
        }
        info!(stroom = %stroom, versie = volgende.0, aantal = events.len(), "vastgelegd");
        Ok(volgende)
    }
}

/// The state to decide on for this person, who may do this, and the command with what the house adds.
///
/// A command about a fact out of sight is decided on what is in sight: it is refused in the words for
/// a document that is not there.
fn ter_beslissing(
    wie: &Gebruiker,
    gelezen: Vec<Gelezen<Event>>,
    command: &Command,
) -> Result<(Dossier, Command), ExecuteError> {
    let staat = replay(gelezen.iter().map(|it| &it.event));
    let omstandigheden = vastgesteld(&staat, wie);
    let gelezen = in_zicht(gelezen, &leesbaar(wie, &omstandigheden), wie.lezer);
    let zichtbaar: Vec<&Event> = gelezen.iter().map(|it| &it.event).collect();
    eis_schrijven(wie, &omstandigheden, &zichtbaar, command)?;
    let command = met_plichten(wie, &omstandigheden, command)?;
    if gaat_over_iets_anders(&command, &zichtbaar) {
        return Ok((replay(zichtbaar), command));
    }
    Ok((staat, command))
}

/// Whether somebody else was first, so that it has to be decided again.
fn is_ingehaald(fout: &StoreError) -> bool {
    matches!(fout, StoreError::Conflict { .. } | StoreError::HergebruiktId { .. })
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
            Self::ProtocolVastgesteld(e) => stuk_herkenning(e.a.stuk),
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
