//! Execute: may this person, load, decide, seal, append; again when somebody else was first.

use sha2::{Digest, Sha256};
use tracing::info;
use uuid::Uuid;
use wvp_domain::dag::sluit_volgens;
use wvp_domain::leeslog::Actie;
use wvp_domain::mijlpaal::riv::Element;
use wvp_domain::protocol::Protocol;
use wvp_domain::{AccountId, Command, Datum, Dossier, DossierId, Event, decide_volgens, replay};
use wvp_store::{
    Auteur, Gebeurtenis, GebeurtenisId, Kop, Moment, Omslag, StoreError, StroomId, Toevoeging,
    Versie, Verwacht, verzegel,
};

use crate::doorsturen::met_plichten;
use crate::engine::Engine;
use crate::fout::{ExecuteError, Geweigerd};
use crate::gebruiker::Gebruiker;
use crate::herkenning::Herkenbaar;
use crate::klok::dag_in_amsterdam;
use crate::laden::{Geladen, Gelezen};
use crate::leeslog::{Aanleiding, Vraag};
use crate::omstandigheden::{Bekend, Onderwerp};
use crate::toegang::{eis_compartiment, eis_schrijven, leesbaar};
use crate::toeval::nieuw_id;
use crate::versiemerk::Versiemerk;
use crate::zicht::{gaat_over_iets_anders, in_zicht};

/// How often something is tried when somebody else was first. In every round one of those who write to a stream gets
/// through, so as many may write at the same moment before anybody is told that it is too busy.
pub(crate) const POGINGEN: usize = 16;

/// Streams that must not have moved, with the version that was seen.
pub(crate) type Bewaakt = Vec<(StroomId, Versie)>;

/// Who acts.
#[derive(Clone, Copy)]
enum Door<'a> {
    /// With what the writing rests on, when that was said.
    Iemand(&'a Gebruiker, Option<Versiemerk>),
    Huis,
}

/// What a command would make true.
struct Beslist {
    versie: Versie,
    nieuw: Vec<Event>,
    bewaakt: Bewaakt,
    namens: Option<Auteur>,
}

/// One request: who, on whose record, when. Time is looked at once, so that a request belongs to one
/// day.
pub(crate) struct Verzoek {
    kop: Kop,
    pub(crate) nu: Moment,
}

impl Verzoek {
    /// The same request on behalf of somebody.
    fn namens(&self, namens: Option<Auteur>) -> Self {
        Self { kop: Kop { namens, ..self.kop.clone() }, nu: self.nu }
    }

    /// The day of the request, in Amsterdam.
    pub(crate) fn vandaag(&self) -> Datum {
        dag_in_amsterdam(self.nu)
    }
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
        self.execute_op(wie, dossier, command, None).await
    }

    /// Executes one command as [`Engine::execute`] does, if the dossier still looks as it did when `verwacht`
    /// was given out with what this person saw. When somebody else was first it is not judged again.
    ///
    /// A command needs no key of its own to be safe to repeat: its document number is that key. The same fact
    /// under the same number is "already so", also with a mark from before, and another fact under it is
    /// refused.
    ///
    /// # Errors
    ///
    /// See [`ExecuteError`]; [`ExecuteError::Ingehaald`] when what this person sees has changed since. A
    /// change out of sight is none.
    pub async fn execute_op(
        &self,
        wie: &Gebruiker,
        dossier: DossierId,
        command: Command,
        verwacht: Option<Versiemerk>,
    ) -> Result<Versie, ExecuteError> {
        let verzoek = self.verzoek(wie);
        let door = Door::Iemand(wie, verwacht);
        let uitkomst = self.herhaal(dossier, &command, &verzoek, door).await;
        let regels: &[&str] = match &uitkomst {
            Err(ExecuteError::Geweigerd(nee)) => &nee.regels,
            Err(ExecuteError::NietGevonden) => &[],
            Ok(_)
            | Err(
                ExecuteError::Afgewezen(_)
                | ExecuteError::WerknemerAfgewezen(_)
                | ExecuteError::WerkgeverAfgewezen(_)
                | ExecuteError::BevoegdheidGeweigerd(_)
                | ExecuteError::PostvakGeweigerd(_)
                | ExecuteError::InlogGeweigerd(_)
                | ExecuteError::Ingehaald
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

    /// A request of this person, now.
    pub(crate) fn verzoek(&self, wie: &Gebruiker) -> Verzoek {
        self.verzoek_van(wie.kop())
    }

    /// A request under this heading, now.
    pub(crate) fn verzoek_van(&self, kop: Kop) -> Verzoek {
        Verzoek { kop, nu: self.klok.nu() }
    }

    /// Loads a stream and what is known of this person, decides, appends; again when somebody else was
    /// first, with the rights of then.
    pub(crate) async fn herhaal_voor<E: Gebeurtenis + Herkenbaar>(
        &self,
        (wie, onderwerp): (&Gebruiker, Onderwerp),
        verzoek: &Verzoek,
        stroom: StroomId,
        decide: impl Fn(&[E], Bekend) -> Result<Vec<E>, ExecuteError> + Send + Sync,
    ) -> Result<Versie, ExecuteError> {
        wie.sessie.eis_schrijven()?;
        let leeg = Dossier::default();
        let mut poging = 1;
        loop {
            let (versie, events) = self.laad::<E>(stroom).await?;
            let mut bekend = self.omstandigheden(wie, onderwerp, &leeg, verzoek.vandaag()).await?;
            let bewaakt = std::mem::take(&mut bekend.bewaakt);
            let nieuw = decide(&events, bekend)?;
            match self.leg_vast(stroom, versie, verzoek, &nieuw, bewaakt).await {
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
        let Beslist { versie, nieuw, bewaakt, namens } =
            self.beslis_over(dossier, command, verzoek, door).await?;
        let verzoek = verzoek.namens(namens);
        Ok(self.leg_vast(dossier.into(), versie, &verzoek, &nieuw, bewaakt).await?)
    }

    /// The element of which this person may hand in a copy by this command; none when it would change nothing
    /// or is refused. Nothing is recorded, a refusal neither.
    pub(crate) async fn toets(
        &self,
        wie: &Gebruiker,
        dossier: DossierId,
        command: &Command,
        verzoek: &Verzoek,
    ) -> Result<Option<Element>, StoreError> {
        match self.beslis_over(dossier, command, verzoek, Door::Iemand(wie, None)).await {
            Ok(Beslist { nieuw, .. }) if nieuw.is_empty() => Ok(None),
            Ok(_) => {
                let Command::NeemGetekendExemplaarIn(c) = command else { return Ok(None) };
                let (_, events) = self.laad::<Event>(dossier.into()).await?;
                Ok(replay(&events).element_van(c.a.van).map(|(element, _)| element))
            }
            Err(ExecuteError::Store(fout)) => Err(fout),
            Err(_) => Ok(None),
        }
    }

    /// What a command would make true, at which version, and what that rests on.
    async fn beslis_over(
        &self,
        dossier: DossierId,
        command: &Command,
        verzoek: &Verzoek,
        door: Door<'_>,
    ) -> Result<Beslist, ExecuteError> {
        let geladen = self.laad_dossier(dossier).await?;
        let Geladen { versie, gelezen } = geladen.ok_or(ExecuteError::NietGevonden)?;
        let staat = replay(gelezen.iter().map(|it| &it.event));
        let vandaag = verzoek.vandaag();
        let Door::Iemand(wie, verwacht) = door else {
            let protocol = self.protocol(&staat).await?;
            let nieuw = sluit_volgens(&staat, &protocol, vandaag);
            return Ok(Beslist { versie, nieuw, bewaakt: vec![], namens: None });
        };
        wie.sessie.eis_schrijven()?;
        let onderwerp = Onderwerp::dossier(dossier, &staat, Some(command));
        let bekend = self.omstandigheden(wie, onderwerp, &staat, vandaag).await?;
        let namens = bekend.namens(wie.lezer);
        let leesbaar = leesbaar(wie, &bekend);
        let gelezen = in_zicht(gelezen, &leesbaar, wie.lezer);
        let merk = Versiemerk::van(dossier, &gelezen, &leesbaar);
        let (staat, command) = ter_beslissing(wie, &bekend, staat, &gelezen, command)?;
        eis_exemplaar(wie, &bekend, &staat, &command)?;
        let command = self.als_tekenaar(wie, (dossier, &staat), command, vandaag).await?;
        // Only what is about an own step or its ladder asks for the protocol.
        let vraagt_protocol =
            matches!(command, Command::MeldEigenStapGedaan(_) | Command::StelHerinneringUit(_));
        let protocol =
            if vraagt_protocol { self.protocol(&staat).await? } else { Protocol::leeg() };
        let nieuw = decide_volgens(&staat, &protocol, command, vandaag)?;
        if !nieuw.is_empty() && verwacht.is_some_and(|verwacht| verwacht != merk) {
            return Err(ExecuteError::Ingehaald);
        }
        Ok(Beslist { versie, nieuw, bewaakt: bekend.bewaakt, namens })
    }

    /// Seals and appends; the only place that appends to anything but a reading log.
    ///
    /// The streams of `bewaakt` must still be at the version that was seen: a right that ended in the
    /// meantime is a conflict, and the command is judged again without it (abuse case AC-19).
    pub(crate) async fn leg_vast<E: Gebeurtenis + Herkenbaar>(
        &self,
        stroom: StroomId,
        versie: Versie,
        verzoek: &Verzoek,
        events: &[E],
        bewaakt: Bewaakt,
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
        let wacht = bewaakt.into_iter().filter(|(ander, _)| *ander != stroom).map(als_wacht);
        let resultaten = self.store.append([toevoeging].into_iter().chain(wacht).collect()).await?;
        if resultaten.first().is_some_and(|resultaat| resultaat.herhaald) {
            // Somebody used the same document since we looked, perhaps for something else.
            return Err(StoreError::Conflict { botsingen: vec![] });
        }
        info!(stroom = %stroom, versie = volgende.0, aantal = events.len(), "vastgelegd");
        Ok(volgende)
    }
}

/// The state to decide on for this person, who may do this, and the command with what the house adds.
///
/// `gelezen` is in sight. A command about a fact out of sight is decided on what is in sight: it is refused in the words for
/// a document that is not there.
fn ter_beslissing(
    wie: &Gebruiker,
    bekend: &Bekend,
    staat: Dossier,
    gelezen: &[Gelezen<Event>],
    command: &Command,
) -> Result<(Dossier, Command), ExecuteError> {
    let zichtbaar: Vec<&Event> = gelezen.iter().map(|it| &it.event).collect();
    eis_schrijven(wie, bekend, &zichtbaar, command)?;
    let command = met_plichten(wie, bekend, command)?;
    if gaat_over_iets_anders(&command, &zichtbaar) {
        return Ok((replay(zichtbaar), command));
    }
    Ok((staat, command))
}

/// A copy is written in the compartment of what stands in it, whatever its payload says.
fn eis_exemplaar(
    wie: &Gebruiker,
    bekend: &Bekend,
    staat: &Dossier,
    command: &Command,
) -> Result<(), Geweigerd> {
    let Command::NeemGetekendExemplaarIn(c) = command else { return Ok(()) };
    match staat.element_van(c.a.van) {
        Some((element, _)) => eis_compartiment(wie.lezer, element.compartiment(), bekend),
        None => Ok(()),
    }
}

/// Adds nothing, but fails when the stream moved.
fn als_wacht((stroom, versie): (StroomId, Versie)) -> Toevoeging {
    Toevoeging { stroom, verwacht: Verwacht::Precies(versie), records: vec![] }
}

/// Whether somebody else was first, so that it has to be decided again.
pub(crate) fn is_ingehaald(fout: &StoreError) -> bool {
    matches!(fout, StoreError::Conflict { .. } | StoreError::HergebruiktId { .. })
}

/// The id of an event follows from its stream and what makes it the same fact, so that a retry after
/// a crash carries the same id.
pub(crate) fn afgeleid_id(stroom: StroomId, herkenning: &[u8]) -> Uuid {
    let digest = Sha256::new().chain_update(stroom.bytes()).chain_update(herkenning).finalize();
    let mut bytes = [0; 16];
    for (plaats, byte) in bytes.iter_mut().zip(digest) {
        *plaats = byte;
    }
    Uuid::new_v8(bytes)
}
