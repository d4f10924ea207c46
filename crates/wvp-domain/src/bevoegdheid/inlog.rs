//! Inlog: how the owner of an account proves who they are. One stream per account.
//!
//! Section A holds that something is so, and hashes of random values that are too long to be guessed.
//! What could be used or guessed, the hash of a password and the secret of a second factor, stands in
//! section D: decisions never need it. Whether a password or a code is right is not decided here.

mod feiten;
mod token;
mod weigering;

use std::collections::{BTreeMap, BTreeSet};

use crate::{Datum, Geen, Secties, StukId};

pub use feiten::{
    Beeindiging, CodeGebruikt, Codes, Herstel, Koppeling, Onderwerp, Ontkoppeling, TotpGeheim,
    TweedeFactor, TweedeFactorWeg, Uitnodiging, UitnodigingGebruik, Wachtwoord, Wachtwoordhash,
};
pub use token::{Intrekking, Label, Reikwijdte, Token, TokenId};
pub use weigering::Weigering;

/// A moment: microseconds since 1970-01-01T00:00:00 UTC.
pub type Tijdstip = i64;

/// The hash (SHA-256) of a random value of at least 80 bits: says nothing about the value.
pub type Hash = [u8; 32];

/// A fact about how somebody logs in, past tense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The owner has a password; an earlier one works no more.
    WachtwoordGezet(Secties<Wachtwoord, Geen, Geen, Wachtwoordhash>),
    /// The owner has a second factor.
    TweedeFactorGezet(Secties<TweedeFactor, Geen, Geen, TotpGeheim>),
    /// The owner took the second factor away.
    TweedeFactorVerwijderd(Secties<TweedeFactorWeg>),
    /// The owner has codes for when the second factor is lost; earlier ones work no more.
    HerstelcodesGezet(Secties<Codes>),
    /// One of those codes was used.
    HerstelcodeGebruikt(Secties<CodeGebruikt>),
    /// The owner may log in through another party (OpenID Connect).
    InlogGekoppeld(Secties<Koppeling, Geen, Geen, Onderwerp>),
    /// Not through that party any more.
    InlogOntkoppeld(Secties<Ontkoppeling>),
    /// Whoever has a one-time token may set the password; an earlier token works no more.
    UitnodigingGemaakt(Secties<Uitnodiging>),
    /// The one-time token was used.
    UitnodigingGebruikt(Secties<UitnodigingGebruik>),
    /// An administrator took away every way to log in, and invited the owner again.
    InlogHersteld(Secties<Herstel>),
    /// A program may act for the owner.
    TokenUitgegeven(Secties<Token, Geen, Geen, Label>),
    /// The program may do so no more.
    TokenIngetrokken(Secties<Intrekking>),
    /// Everybody who was logged in on this account is no more.
    SessiesBeeindigd(Secties<Beeindiging>),
}

/// What someone wants to be true, imperative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Sets a password, by the owner who is logged in.
    ZetWachtwoord(Secties<Wachtwoord, Geen, Geen, Wachtwoordhash>),
    /// Sets a password, by whoever has the one-time token.
    NeemUitnodigingAan(Hash, Secties<Wachtwoord, Geen, Geen, Wachtwoordhash>),
    /// Sets a second factor, with the codes for when it is lost.
    ZetTweedeFactor(Secties<TweedeFactor, Geen, Geen, TotpGeheim>, Vec<Hash>),
    /// Takes the second factor away.
    VerwijderTweedeFactor(Secties<TweedeFactorWeg>),
    /// Replaces the codes.
    ZetHerstelcodes(Secties<Codes>),
    /// Uses a code.
    GebruikHerstelcode(Secties<CodeGebruikt>),
    /// Lets the owner log in through another party.
    KoppelInlog(Secties<Koppeling, Geen, Geen, Onderwerp>),
    /// Ends that.
    OntkoppelInlog(Secties<Ontkoppeling>),
    /// Makes a one-time token.
    MaakUitnodiging(Secties<Uitnodiging>),
    /// Takes away every way to log in, and makes a one-time token.
    HerstelInlog(Secties<Herstel>),
    /// Lets a program act for the owner.
    GeefTokenUit(Secties<Token, Geen, Geen, Label>),
    /// Ends that.
    TrekTokenIn(Secties<Intrekking>),
    /// Logs everybody out.
    BeeindigSessies(Secties<Beeindiging>),
}

/// The state that decisions need: section A.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inlog {
    /// Every document ever taken in, with the facts it came with.
    pub stukken: BTreeMap<StukId, Vec<Event>>,
    /// Whether there is a password.
    pub heeft_wachtwoord: bool,
    /// Whether there is a second factor.
    pub heeft_tweede_factor: bool,
    /// Hashes of the codes that can still be used.
    pub herstelcodes: BTreeSet<Hash>,
    /// Other parties through which the owner may log in.
    pub koppelingen: Vec<Koppeling>,
    /// The one-time token that can still be used: its hash, and the first moment on which it cannot.
    pub uitnodiging: Option<(Hash, Tijdstip)>,
    /// Tokens of programs that were not withdrawn.
    pub tokens: BTreeMap<TokenId, Token>,
    /// How often everybody was logged out: a session of an earlier round has ended.
    pub ronde: u32,
}

impl Inlog {
    /// The token of a program that holds on a day.
    #[must_use]
    pub fn token(&self, id: TokenId, op: Datum) -> Option<&Token> {
        self.tokens.get(&id).filter(|it| op <= it.tot_en_met)
    }
}

/// Decides what a command makes true. An empty list means: already so.
///
/// # Errors
///
/// [`Weigering`].
pub fn decide(
    staat: &Inlog,
    command: Command,
    nu: Tijdstip,
    vandaag: Datum,
) -> Result<Vec<Event>, Weigering> {
    let stuk = command.stuk();
    if let Some(eerder) = staat.stukken.get(&stuk) {
        let al_zo = als_feiten(command).iter().map(Event::zonder_geheim).eq(eerder.iter().cloned());
        return if al_zo { Ok(vec![]) } else { Err(Weigering::StukAlBekend { stuk }) };
    }
    eis_mogelijk(staat, &command, nu, vandaag)?;
    Ok(als_feiten(command))
}

fn eis_mogelijk(
    staat: &Inlog,
    command: &Command,
    nu: Tijdstip,
    vandaag: Datum,
) -> Result<(), Weigering> {
    match command {
        Command::ZetWachtwoord(c) => eis(!c.d.is_dicht(), Weigering::InhoudOntbreekt),
        Command::NeemUitnodigingAan(met, c) => {
            let geldig = staat.uitnodiging.is_some_and(|(hash, tot)| hash == *met && nu < tot);
            eis(geldig, Weigering::UitnodigingOngeldig)?;
            eis(!c.d.is_dicht(), Weigering::InhoudOntbreekt)
        }
        Command::ZetTweedeFactor(c, _) => {
            eis(!staat.heeft_tweede_factor, Weigering::TweedeFactor { aanwezig: true })?;
            eis(!c.d.is_dicht(), Weigering::InhoudOntbreekt)
        }
        Command::VerwijderTweedeFactor(_) | Command::ZetHerstelcodes(_) => {
            eis(staat.heeft_tweede_factor, Weigering::TweedeFactor { aanwezig: false })
        }
        Command::GebruikHerstelcode(c) => {
            eis(staat.herstelcodes.contains(&c.a.hash), Weigering::CodeOnbekend)
        }
        Command::KoppelInlog(c) => eis(!c.d.is_dicht(), Weigering::InhoudOntbreekt),
        Command::OntkoppelInlog(c) => {
            let bekend = staat.koppelingen.iter().any(|it| it.stuk == c.a.koppeling);
            eis(bekend, Weigering::KoppelingOnbekend)
        }
        Command::MaakUitnodiging(c) => {
            eis(nu < c.a.tot, Weigering::AlVoorbij)?;
            eis(!staat.heeft_wachtwoord, Weigering::HeeftWachtwoord)
        }
        Command::HerstelInlog(c) => eis(nu < c.a.tot, Weigering::AlVoorbij),
        Command::GeefTokenUit(c) => token::eis_mogelijk(staat, c, vandaag),
        Command::TrekTokenIn(c) => {
            eis(staat.tokens.contains_key(&c.a.token), Weigering::TokenOnbekend)
        }
        Command::BeeindigSessies(_) => Ok(()),
    }
}

fn eis(mag: bool, anders: Weigering) -> Result<(), Weigering> {
    if mag { Ok(()) } else { Err(anders) }
}

impl Command {
    fn stuk(&self) -> StukId {
        match self {
            Self::ZetWachtwoord(c) | Self::NeemUitnodigingAan(_, c) => c.a.stuk,
            Self::ZetTweedeFactor(c, _) => c.a.stuk,
            Self::VerwijderTweedeFactor(c) => c.a.stuk,
            Self::ZetHerstelcodes(c) => c.a.stuk,
            Self::GebruikHerstelcode(c) => c.a.stuk,
            Self::KoppelInlog(c) => c.a.stuk,
            Self::OntkoppelInlog(c) => c.a.stuk,
            Self::MaakUitnodiging(c) => c.a.stuk,
            Self::HerstelInlog(c) => c.a.stuk,
            Self::GeefTokenUit(c) => c.a.stuk,
            Self::TrekTokenIn(c) => c.a.stuk,
            Self::BeeindigSessies(c) => c.a.stuk,
        }
    }
}

fn als_feiten(command: Command) -> Vec<Event> {
    match command {
        Command::ZetWachtwoord(c) => vec![Event::WachtwoordGezet(c)],
        Command::NeemUitnodigingAan(hash, c) => {
            let gebruik = UitnodigingGebruik { stuk: c.a.stuk, hash };
            vec![Event::UitnodigingGebruikt(Secties::proces(gebruik)), Event::WachtwoordGezet(c)]
        }
        Command::ZetTweedeFactor(c, hashes) => {
            let codes = Codes { stuk: c.a.stuk, hashes };
            vec![Event::TweedeFactorGezet(c), Event::HerstelcodesGezet(Secties::proces(codes))]
        }
        Command::VerwijderTweedeFactor(c) => vec![Event::TweedeFactorVerwijderd(c)],
        Command::ZetHerstelcodes(c) => vec![Event::HerstelcodesGezet(c)],
        Command::GebruikHerstelcode(c) => vec![Event::HerstelcodeGebruikt(c)],
        Command::KoppelInlog(c) => vec![Event::InlogGekoppeld(c)],
        Command::OntkoppelInlog(c) => vec![Event::InlogOntkoppeld(c)],
        Command::MaakUitnodiging(c) => vec![Event::UitnodigingGemaakt(c)],
        Command::HerstelInlog(c) => vec![Event::InlogHersteld(c)],
        Command::GeefTokenUit(c) => vec![Event::TokenUitgegeven(c)],
        Command::TrekTokenIn(c) => vec![Event::TokenIngetrokken(c)],
        Command::BeeindigSessies(c) => vec![Event::SessiesBeeindigd(c)],
    }
}

impl Event {
    /// The document this fact came with.
    #[must_use]
    pub fn stuk(&self) -> StukId {
        match self {
            Self::WachtwoordGezet(e) => e.a.stuk,
            Self::TweedeFactorGezet(e) => e.a.stuk,
            Self::TweedeFactorVerwijderd(e) => e.a.stuk,
            Self::HerstelcodesGezet(e) => e.a.stuk,
            Self::HerstelcodeGebruikt(e) => e.a.stuk,
            Self::InlogGekoppeld(e) => e.a.stuk,
            Self::InlogOntkoppeld(e) => e.a.stuk,
            Self::UitnodigingGemaakt(e) => e.a.stuk,
            Self::UitnodigingGebruikt(e) => e.a.stuk,
            Self::InlogHersteld(e) => e.a.stuk,
            Self::TokenUitgegeven(e) => e.a.stuk,
            Self::TokenIngetrokken(e) => e.a.stuk,
            Self::SessiesBeeindigd(e) => e.a.stuk,
        }
    }
}

impl Event {
    /// The fact with section A only.
    fn zonder_geheim(&self) -> Self {
        match self {
            Self::WachtwoordGezet(e) => Self::WachtwoordGezet(Secties::proces(e.a.clone())),
            Self::TweedeFactorGezet(e) => Self::TweedeFactorGezet(Secties::proces(e.a.clone())),
            Self::InlogGekoppeld(e) => Self::InlogGekoppeld(Secties::proces(e.a.clone())),
            Self::TokenUitgegeven(e) => Self::TokenUitgegeven(Secties::proces(e.a.clone())),
            Self::TweedeFactorVerwijderd(_)
            | Self::HerstelcodesGezet(_)
            | Self::HerstelcodeGebruikt(_)
            | Self::InlogOntkoppeld(_)
            | Self::UitnodigingGemaakt(_)
            | Self::UitnodigingGebruikt(_)
            | Self::InlogHersteld(_)
            | Self::TokenIngetrokken(_)
            | Self::SessiesBeeindigd(_) => self.clone(),
        }
    }
}

/// Folds one fact into how somebody logs in.
#[must_use]
pub fn evolve(mut staat: Inlog, event: &Event) -> Inlog {
    staat.stukken.entry(event.stuk()).or_default().push(event.zonder_geheim());
    match event {
        Event::WachtwoordGezet(_) => {
            staat.heeft_wachtwoord = true;
            staat.log_iedereen_uit();
        }
        Event::TweedeFactorGezet(_) => staat.heeft_tweede_factor = true,
        Event::TweedeFactorVerwijderd(_) => {
            staat.zonder_tweede_factor();
            staat.log_iedereen_uit();
        }
        Event::HerstelcodesGezet(e) => staat.herstelcodes = e.a.hashes.iter().copied().collect(),
        Event::HerstelcodeGebruikt(e) => {
            staat.herstelcodes.remove(&e.a.hash);
        }
        Event::InlogGekoppeld(e) => staat.koppelingen.push(e.a.clone()),
        Event::InlogOntkoppeld(e) => staat.koppelingen.retain(|it| it.stuk != e.a.koppeling),
        Event::UitnodigingGemaakt(e) => staat.uitnodiging = Some((e.a.hash, e.a.tot)),
        Event::UitnodigingGebruikt(_) => staat.uitnodiging = None,
        Event::InlogHersteld(e) => staat.herstel(&e.a),
        Event::TokenUitgegeven(e) => {
            staat.tokens.insert(e.a.token, e.a.clone());
        }
        Event::TokenIngetrokken(e) => {
            staat.tokens.remove(&e.a.token);
        }
        Event::SessiesBeeindigd(_) => staat.log_iedereen_uit(),
    }
    staat
}

impl Inlog {
    fn log_iedereen_uit(&mut self) {
        self.ronde = self.ronde.saturating_add(1);
    }

    fn zonder_tweede_factor(&mut self) {
        self.heeft_tweede_factor = false;
        self.herstelcodes.clear();
    }

    fn herstel(&mut self, herstel: &Herstel) {
        self.heeft_wachtwoord = false;
        self.zonder_tweede_factor();
        self.koppelingen.clear();
        self.tokens.clear();
        self.uitnodiging = Some((herstel.hash, herstel.tot));
        self.log_iedereen_uit();
    }
}

/// Rebuilds how somebody logs in from its history.
pub fn replay<'a>(events: impl IntoIterator<Item = &'a Event>) -> Inlog {
    events.into_iter().fold(Inlog::default(), evolve)
}

#[cfg(test)]
mod tests;
