//! Logging in: password, second factor, the hat, and an invitation. Secrets that lead on stand in the forms and never
//! in an address.

use std::fmt::Write as _;

use askama::Template;
use qrcode::{Color, QrCode};
use wvp_access::Lezer;

use crate::kader::{Kader, functie_in_woorden};

/// What did not go well, above a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nee {
    /// In a sentence.
    pub zin: String,
    /// Which field it is about, by its id.
    pub veld: &'static str,
}

/// Asks for address and password.
#[derive(Template)]
#[template(path = "inloggen/wachtwoord.html")]
pub struct Wachtwoord {
    /// Around it.
    pub k: Kader,
    /// What did not go well.
    pub nee: Option<Nee>,
    /// What was filled in as address.
    pub email: String,
    /// Where to go afterwards: an address on this server.
    pub verder: String,
    /// Other parties where somebody can log in, by their word and name.
    pub elders: Vec<(String, String)>,
}

/// Asks for a code of the second factor.
#[derive(Template)]
#[template(path = "inloggen/tweede_factor.html")]
pub struct TweedeFactor {
    /// Around it.
    pub k: Kader,
    /// What did not go well.
    pub nee: Option<Nee>,
    /// What leads on.
    pub vervolg: String,
    /// Where to go afterwards.
    pub verder: String,
}

/// Shows what an app needs, and asks for its first code.
#[derive(Template)]
#[template(path = "inloggen/instellen.html")]
pub struct Instellen {
    /// Around it.
    pub k: Kader,
    /// What did not go well.
    pub nee: Option<Nee>,
    /// What leads on.
    pub vervolg: String,
    /// Where to go afterwards.
    pub verder: String,
    /// The secret in groups of four, to type over.
    pub geheim: String,
    /// The same as an address that an app opens.
    pub adres: String,
}

/// Shows the codes for when the device is lost, once.
#[derive(Template)]
#[template(path = "inloggen/herstelcodes.html")]
pub struct Herstelcodes {
    /// Around it.
    pub k: Kader,
    /// The codes.
    pub codes: Vec<String>,
    /// Where to go afterwards.
    pub verder: String,
}

/// Takes up an invitation with a password.
#[derive(Template)]
#[template(path = "inloggen/uitnodiging.html")]
pub struct Uitnodiging {
    /// Around it.
    pub k: Kader,
    /// What did not go well.
    pub nee: Option<Nee>,
    /// What was filled in as invitation.
    pub uitnodiging: String,
}

/// Asks as what somebody works.
#[derive(Template)]
#[template(path = "inloggen/functie.html")]
pub struct Functie {
    /// Around it.
    pub k: Kader,
    /// What can be put on today.
    pub hoeden: Vec<Hoedregel>,
    /// Where to go afterwards.
    pub verder: String,
    /// What did not go well.
    pub nee: Option<Nee>,
}

/// A hat that can be put on. Has no `Debug`: it may hold a name.
pub struct Hoedregel {
    /// Which.
    pub lezer: Lezer,
    /// What its button sends.
    pub waarde: String,
    /// For whom, when that is somebody who is away.
    pub namens: Option<String>,
}

impl Hoedregel {
    fn woorden(&self, k: &Kader) -> String {
        functie_in_woorden(k.taal, self.lezer)
    }

    fn voor(&self, k: &Kader) -> String {
        match &self.namens {
            Some(naam) => k.met("functie-namens", naam),
            None => k.zeg(&format!("partij-{}", self.lezer.partij().woord())),
        }
    }
}

impl Instellen {
    /// The address as a picture for the camera of a telephone; empty when it does not fit in one.
    fn qr(&self) -> String {
        let code = QrCode::new(&self.adres);
        code.map_or_else(|_| String::new(), |it| plaatje(&it, &self.k.zeg("instellen-qr-tekst")))
    }
}

/// Dark on light in either scheme: cameras want that. The white edge is part of the standard.
fn plaatje(code: &QrCode, tekst: &str) -> String {
    let (breed, rand) = (code.width(), 4);
    let zijde = breed + 2 * rand;
    let donker =
        code.to_colors().into_iter().enumerate().filter(|(_, kleur)| *kleur == Color::Dark);
    let vakjes = donker.fold(String::new(), |mut pad, (plek, _)| {
        // Writing into a text cannot fail.
        let _ = write!(pad, "M{} {}h1v1h-1z", plek % breed + rand, plek / breed + rand);
        pad
    });
    format!(
        "<svg class=\"qr\" role=\"img\" aria-label=\"{tekst}\" viewBox=\"0 0 {zijde} {zijde}\" \
         width=\"220\" height=\"220\"><path fill=\"#fff\" d=\"M0 0h{zijde}v{zijde}h-{zijde}z\"/>\
         <path fill=\"#000\" d=\"{vakjes}\"/></svg>"
    )
}
