//! The own account: as whom somebody works, who acts for them, how they log in, and logging out.

use askama::Template;
use wvp_engine::Sessieregel;

use crate::inloggen::Nee;
use crate::kader::{Kader, functie_in_woorden};
use crate::tabel::{Cel, Tabel};

/// The own account.
#[derive(Template)]
#[template(path = "account/account.html")]
pub struct Account {
    /// Around it.
    pub k: Kader,
    /// The number of the account.
    pub nummer: String,
    /// Whether there is more than one way to work.
    pub wisselt: bool,
    /// Who acts for this person, with the address to arrange that; no address when nobody can, and none of it for who
    /// arranges no such thing.
    pub waarneming: Option<(Tabel, Option<String>)>,
}

/// How somebody logs in, and where they are logged in.
#[derive(Template)]
#[template(path = "account/inlog.html")]
pub struct EigenInlog {
    /// Around it.
    pub k: Kader,
    /// What did not go well.
    pub nee: Option<Nee>,
    /// The sessions that are open, the one that was used last in front.
    pub sessies: Vec<Sessieregel>,
    /// Whether this session showed a second factor: then there is one to change.
    pub tweede_factor: bool,
    /// The other parties that are linked; none where there is no such party.
    pub koppelingen: Option<Tabel>,
    /// Other parties to link with, by their word and name.
    pub elders: Vec<(String, String)>,
}

impl EigenInlog {
    fn sessietabel(&self) -> Tabel {
        let k = &self.k;
        let kop = ["inlog-begonnen", "inlog-gezien", "account-functie", "actie"];
        Tabel {
            titel: k.zeg("inlog-sessies"),
            kop: kop.map(|it| k.zeg(it)).to_vec(),
            rijen: self.sessies.iter().map(|it| self.sessierij(it)).collect(),
            leeg: String::new(),
        }
    }

    /// What can be done with this session is logging out, as on every page.
    fn sessierij(&self, sessie: &Sessieregel) -> Vec<Cel> {
        let k = &self.k;
        let functie = sessie.lezer.map_or_else(String::new, |it| functie_in_woorden(k.taal, it));
        let daad = if sessie.is_deze {
            Cel::tekst(k.zeg("inlog-deze"))
        } else {
            let adres = format!("/account/inlog/sessies/{}", sessie.nummer);
            Cel::knop(adres, k.zeg("uitloggen"))
        };
        vec![
            Cel::tekst(k.tijdstip(sessie.begonnen)),
            Cel::tekst(k.tijdstip(sessie.gezien)),
            Cel::tekst(functie),
            daad,
        ]
    }
}

/// Tokens for programs.
#[derive(Template)]
#[template(path = "account/tokens.html")]
pub struct Tokenblad {
    /// Around it.
    pub k: Kader,
    /// What did not go well.
    pub nee: Option<Nee>,
    /// Those that there are.
    pub tabel: Tabel,
    /// What was filled in for a new one.
    pub velden: Tokenvelden,
}

/// What was filled in for a new token.
pub struct Tokenvelden {
    /// What its owner calls it.
    pub naam: String,
    /// Whether it may read and nothing else.
    pub alleen_lezen: bool,
    /// Last day (inclusive), as it was typed.
    pub tot_en_met: String,
}
