//! How somebody logs in, from the log and to the log.

use uuid::Uuid;
use wvp_domain::bevoegdheid::inlog::{self, Command, Event, Inlog, decide, evolve, replay};
use wvp_domain::{AccountId, Compartiment, StukId};
use wvp_store::{Auteur, Kop, StoreError, StroomId, Stroomsoort, Toegang};
use zeroize::Zeroizing;

use super::InlogFout;
use crate::engine::Engine;
use crate::toeval::nieuw_id;
use crate::uitvoeren::{POGINGEN, is_ingehaald};

/// What is only opened to hold something against it.
#[derive(Default)]
pub(super) struct Bewaard {
    /// The hash of the password.
    pub(super) phc: Option<Zeroizing<String>>,
    /// The secret of the second factor.
    pub(super) totp: Option<Zeroizing<Vec<u8>>>,
}

impl Engine {
    /// How the owner of an account logs in.
    pub(super) async fn inlog_van(&self, account: AccountId) -> Result<Inlog, StoreError> {
        let (_, events) = self.laad::<Event>(inlogstroom(account)).await?;
        Ok(replay(&events))
    }

    /// The same, with what is kept of password and second factor.
    pub(super) async fn inlog_met_bewaard(
        &self,
        account: AccountId,
    ) -> Result<(Inlog, Bewaard), StoreError> {
        let records = self.records(inlogstroom(account)).await?;
        let toegang = Toegang::tot([Compartiment::A, Compartiment::D]);
        let gelezen = self.open::<Event>(&records, toegang).await?;
        let staat = replay(gelezen.iter().map(|it| &it.event));
        let mut bewaard =
            gelezen.iter().fold(Bewaard::default(), |bewaard, it| bewaard.na(&it.event));
        bewaard.phc = bewaard.phc.filter(|_| staat.heeft_wachtwoord);
        bewaard.totp = bewaard.totp.filter(|_| staat.heeft_tweede_factor);
        Ok((staat, bewaard))
    }

    /// Records what the owner of an account did with the own log-in, under no function.
    pub(super) async fn doe_zelf(
        &self,
        account: AccountId,
        command: Command,
    ) -> Result<Inlog, InlogFout> {
        self.doe(account, eigen_kop(account), command).await
    }

    /// Records what the house did with a log-in, for whoever holds the keys.
    pub(super) async fn doe_als_huis(
        &self,
        account: AccountId,
        command: Command,
    ) -> Result<Inlog, InlogFout> {
        self.doe(account, eigen_kop(AccountId(Uuid::nil())), command).await
    }

    async fn doe(
        &self,
        account: AccountId,
        kop: Kop,
        command: Command,
    ) -> Result<Inlog, InlogFout> {
        let verzoek = self.verzoek_van(kop);
        let stroom = inlogstroom(account);
        let mut poging = 1;
        loop {
            let (versie, events) = self.laad::<Event>(stroom).await?;
            let staat = replay(&events);
            let nieuw = decide(&staat, command.clone(), verzoek.nu.0, verzoek.vandaag())?;
            match self.leg_vast(stroom, versie, &verzoek, &nieuw, vec![]).await {
                Err(fout) if is_ingehaald(&fout) && poging < POGINGEN => poging += 1,
                Err(fout) => return Err(fout.into()),
                Ok(_) => return Ok(nieuw.iter().fold(staat, evolve)),
            }
        }
    }
}

impl Bewaard {
    fn na(self, event: &Event) -> Self {
        match event {
            Event::WachtwoordGezet(e) => {
                let phc = e.d.inhoud().map(|it| Zeroizing::new(it.phc.clone()));
                Self { phc, ..self }
            }
            Event::TweedeFactorGezet(e) => {
                let totp = e.d.inhoud().map(|it| Zeroizing::new(it.geheim.clone()));
                Self { totp, ..self }
            }
            Event::TweedeFactorVerwijderd(_)
            | Event::HerstelcodesGezet(_)
            | Event::HerstelcodeGebruikt(_)
            | Event::InlogGekoppeld(_)
            | Event::InlogOntkoppeld(_)
            | Event::UitnodigingGemaakt(_)
            | Event::UitnodigingGebruikt(_)
            | Event::InlogHersteld(_)
            | Event::TokenUitgegeven(_)
            | Event::TokenIngetrokken(_)
            | Event::SessiesBeeindigd(_) => self,
        }
    }
}

/// The stream of how the owner of an account logs in.
pub(super) fn inlogstroom(account: AccountId) -> StroomId {
    StroomId { soort: Stroomsoort::Inlog, id: account.0 }
}

/// A number for what somebody does here now.
pub(super) fn nieuw_stuk() -> StukId {
    StukId(nieuw_id())
}

/// A fact that comes with nothing else.
pub(super) fn einde_van_sessies() -> Command {
    let a = inlog::Beeindiging { stuk: nieuw_stuk() };
    Command::BeeindigSessies(wvp_domain::Secties::proces(a))
}

/// Logging in is nobody's function: what stands on it is the account, at the door.
fn eigen_kop(account: AccountId) -> Kop {
    let door = Auteur { account, partij: "huis".to_owned(), functie: "inlog".to_owned() };
    Kop { door, namens: None, verzoek: nieuw_id() }
}
