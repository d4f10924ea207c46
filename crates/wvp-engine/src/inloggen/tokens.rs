//! Tokens with which a program acts for the owner of an account, under one of the owner's functions. They end
//! with the function, with the account, on their last day, and when the owner withdraws them.

use tracing::info;
use uuid::Uuid;
use wvp_access::{Feit, Lezer};
use wvp_domain::bevoegdheid::inlog::{
    self, Command, Event, Intrekking, Label, Reikwijdte, Token, TokenId,
};
use wvp_domain::{AccountId, Compartiment, Datum, Secties};
use wvp_store::{StoreError, Toegang};

use super::Toegelaten;
use super::geheim::{Geheim, gelijk, uit_hex};
use super::hoeden::vereist_tweede_factor;
use super::in_log::{inlogstroom, nieuw_stuk};
use crate::adresboek::Weg;
use crate::beheer::geweigerd;
use crate::engine::Engine;
use crate::fout::{ExecuteError, Geweigerd};
use crate::gebruiker::Gebruiker;
use crate::omstandigheden::{Bekend, Onderwerp, heeft_functie, is_actief, plekken};
use crate::sessie::{Sessie, doel_van};
use crate::toeval::{nieuw_id, willekeurig};

/// What a token begins with; its number follows.
const BEGIN: &str = "pw_";

/// What somebody asks a token for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tokenaanvraag {
    /// What the owner calls it.
    pub naam: String,
    /// How much of what the function may do.
    pub reikwijdte: Reikwijdte,
    /// Last day, inclusive; at most a year from today.
    pub tot_en_met: Datum,
}

/// A token as its owner sees it in a list: everything but its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tokenregel {
    /// Its number.
    pub id: TokenId,
    /// What the owner calls it.
    pub naam: String,
    /// Under which function.
    pub lezer: String,
    /// How much of what that function may do.
    pub reikwijdte: Reikwijdte,
    /// Last day, inclusive.
    pub tot_en_met: Datum,
    /// Whether it counts as logged in with a second factor.
    pub tweede_factor: bool,
}

impl Engine {
    /// Makes a token under the hat that is on. Its secret is shown once.
    ///
    /// # Errors
    ///
    /// See [`ExecuteError`]: the function must hold now, and no program makes tokens.
    pub async fn geef_token(
        &self,
        wie: &Gebruiker,
        aanvraag: Tokenaanvraag,
    ) -> Result<Geheim, ExecuteError> {
        let id = nieuw_id();
        let geheim = Geheim::met_begin(&format!("{BEGIN}{}_", id.simple()), willekeurig().as_ref());
        let a = Token {
            stuk: nieuw_stuk(),
            token: TokenId(id),
            hash: geheim.hash(),
            lezer: wie.lezer.to_string(),
            reikwijdte: aanvraag.reikwijdte,
            tot_en_met: aanvraag.tot_en_met,
            tweede_factor: wie.sessie.heeft_tweede_factor(),
            organisatie: plekken(wie, &self.account(wie.account).await?, self.klok.vandaag()).pop(),
        };
        let feit = Secties::proces(a).met_d(Label { naam: aanvraag.naam });
        self.voor_token(wie, Command::GeefTokenUit(feit)).await?;
        info!(account = %wie.account.0, token = %id, "token uitgegeven");
        Ok(geheim)
    }

    /// Withdraws an own token: it works no more from this moment on.
    ///
    /// # Errors
    ///
    /// See [`ExecuteError`].
    pub async fn trek_token_in(&self, wie: &Gebruiker, id: TokenId) -> Result<(), ExecuteError> {
        let a = Intrekking { stuk: nieuw_stuk(), token: id };
        self.voor_token(wie, Command::TrekTokenIn(Secties::proces(a))).await
    }

    /// The own tokens that were not withdrawn, in order of number.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub async fn tokens(&self, account: AccountId) -> Result<Vec<Tokenregel>, StoreError> {
        let staat = self.inlog_van(account).await?;
        let records = self.records(inlogstroom(account)).await?;
        let toegang = Toegang::tot([Compartiment::A, Compartiment::D]);
        let gelezen = self.open::<Event>(&records, toegang).await?;
        let mut regels: Vec<Tokenregel> = gelezen
            .iter()
            .filter_map(|it| {
                let Event::TokenUitgegeven(e) = &it.event else { return None };
                let werkt = staat.tokens.contains_key(&e.a.token);
                werkt.then(|| regel(&e.a, e.d.inhoud()))
            })
            .collect();
        regels.sort_by_key(|it| it.id);
        Ok(regels)
    }

    /// Who goes on with the secret of a program; none when it works no more, for whatever reason.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub async fn token(&self, geheim: &str) -> Result<Option<Toegelaten>, StoreError> {
        let Some(id) = nummer_in(geheim) else { return Ok(None) };
        let hash = Geheim::van(geheim).hash();
        for account in self.eenmalig(Weg::TokenAccount, id).await?.into_iter().map(AccountId) {
            let staat = self.inlog_van(account).await?;
            let token = staat.token(TokenId(id), self.klok.vandaag());
            if let Some(token) = token.filter(|it| gelijk(&it.hash, &hash)) {
                return self.toegelaten_met(account, token).await;
            }
        }
        Ok(None)
    }

    async fn toegelaten_met(
        &self,
        id: AccountId,
        token: &Token,
    ) -> Result<Option<Toegelaten>, StoreError> {
        let Some(lezer) = lezer(token) else { return Ok(None) };
        let account = self.account(id).await?;
        let mag = is_actief(&account)
            && heeft_functie(&account, lezer, self.klok.vandaag())
            && (token.tweede_factor || !vereist_tweede_factor(lezer));
        Ok(mag.then(|| {
            let sessie = Sessie::ingelogd(doel_van(lezer)).met_nummer(token.token.0);
            let sessie = if token.tweede_factor { sessie.met_tweede_factor() } else { sessie };
            let sessie = sessie.van_programma(token.reikwijdte);
            let sessie = token.organisatie.map_or(sessie, |plek| sessie.bij(plek));
            Toegelaten {
                account: id,
                nummer: token.token.0,
                tweede_factor: token.tweede_factor,
                gebruiker: Some(Gebruiker { account: id, lezer, sessie }),
                reikwijdte: token.reikwijdte,
            }
        }))
    }

    async fn voor_token(&self, wie: &Gebruiker, command: Command) -> Result<(), ExecuteError> {
        eis_mens(wie)?;
        let verzoek = self.verzoek(wie);
        let (nu, vandaag) = (verzoek.nu.0, verzoek.vandaag());
        let decide = |events: &[Event], bekend: Bekend| {
            let feiten = bekend.basis();
            let nee = || geweigerd("R-294", "U heeft deze functie niet (meer).");
            let geldt = feiten.is(Feit::Revoked) == Some(false)
                && feiten.is(Feit::SodConflict) == Some(false);
            if !geldt {
                return Err(nee().into());
            }
            Ok(inlog::decide(&inlog::replay(events), command.clone(), nu, vandaag)?)
        };
        let stroom = inlogstroom(wie.account);
        self.herhaal_voor((wie, Onderwerp::default()), &verzoek, stroom, decide).await?;
        Ok(())
    }
}

/// A token in the hands of a program never makes another, and what somebody does for somebody else ends with
/// the session.
fn eis_mens(wie: &Gebruiker) -> Result<(), Geweigerd> {
    if wie.sessie.is_programma() || wie.sessie.waarneming_voor().is_some() {
        return Err(geweigerd("R-293", "Een token beheert u alleen zelf, ingelogd als uzelf."));
    }
    Ok(())
}

fn regel(token: &Token, label: Option<&Label>) -> Tokenregel {
    Tokenregel {
        id: token.token,
        naam: label.map(|it| it.naam.clone()).unwrap_or_default(),
        lezer: token.lezer.clone(),
        reikwijdte: token.reikwijdte,
        tot_en_met: token.tot_en_met,
        tweede_factor: token.tweede_factor,
    }
}

fn lezer(token: &Token) -> Option<Lezer> {
    let (partij, functie) = token.lezer.split_once('/')?;
    Lezer::zoek(partij, functie).ok()
}

fn nummer_in(geheim: &str) -> Option<Uuid> {
    let (nummer, _) = geheim.strip_prefix(BEGIN)?.split_once('_')?;
    uit_hex::<16>(nummer).map(Uuid::from_bytes)
}
