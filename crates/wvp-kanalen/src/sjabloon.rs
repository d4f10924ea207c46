//! Messages in words: Dutch templates in files that an administrator may change, checked before first use.

mod bestand;
mod fout;
mod keuring;
mod lezen;
mod vullen;

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::Path;

use minijinja::{Environment, UndefinedBehavior, Value};
use wvp_engine::{Bericht, BezorgFout};

pub use bestand::Bestand;
pub use fout::{Overtreding, SjabloonFout, SjabloonFouten};

use crate::adres::Adres;
use crate::bundel::Bundel;
use crate::melding::Openheid;
use crate::net::{WebadresFout, webadres};
use crate::post::Post;

/// What an installation decides about all its messages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Huisstijl {
    openheid: Openheid,
    inlogadres: String,
}

impl Huisstijl {
    /// How much subjects say, and the page where receivers log in: the same for everybody, so it says nothing.
    ///
    /// # Errors
    ///
    /// When the page is not https, or holds more than a place.
    pub fn try_new(openheid: Openheid, inlogadres: &str) -> Result<Self, WebadresFout> {
        webadres(inlogadres)?;
        Ok(Self { openheid, inlogadres: inlogadres.to_owned() })
    }
}

/// The templates of an installation, all of them checked.
#[derive(Clone)]
pub struct Sjablonen {
    motor: Environment<'static>,
    bronnen: BTreeMap<Bestand, String>,
    huisstijl: Huisstijl,
}

impl Sjablonen {
    /// The templates that come with the program.
    ///
    /// # Errors
    ///
    /// Never for the program as it is released: its own templates are held to the same rules.
    pub fn ingebed(huisstijl: Huisstijl) -> Result<Self, SjabloonFouten> {
        Self::uit_teksten(Bestand::ALLE.map(|it| (it, it.standaard().to_owned())), huisstijl)
    }

    /// The templates of a folder. It holds every file of [`Bestand::ALLE`] and no other.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with them at once: file, line and rule.
    pub fn uit_map(map: &Path, huisstijl: Huisstijl) -> Result<Self, SjabloonFouten> {
        let mut fouten = onbekende_bestanden(map);
        let mut teksten = vec![];
        for bestand in Bestand::ALLE {
            if let Ok(tekst) = fs::read_to_string(map.join(bestand.naam())) {
                teksten.push((bestand, tekst));
            } else {
                let ontbreekt = Overtreding::Ontbreekt;
                fouten.push(SjabloonFout::van_bestand(bestand.naam(), ontbreekt));
            }
        }
        match Self::uit_teksten(teksten, huisstijl) {
            Ok(sjablonen) if fouten.is_empty() => Ok(sjablonen),
            Ok(_) => Err(SjabloonFouten(fouten)),
            Err(SjabloonFouten(meer)) => Err(SjabloonFouten([fouten, meer].concat())),
        }
    }

    fn uit_teksten(
        teksten: impl IntoIterator<Item = (Bestand, String)>,
        huisstijl: Huisstijl,
    ) -> Result<Self, SjabloonFouten> {
        let sjablonen = Self { motor: motor(), bronnen: teksten.into_iter().collect(), huisstijl };
        let gekeurd = sjablonen.bronnen.iter();
        let fouten: Vec<SjabloonFout> = gekeurd
            .flat_map(|(bestand, bron)| keuring::keur(&sjablonen.motor, *bestand, bron))
            .collect();
        if fouten.is_empty() { Ok(sjablonen) } else { Err(SjabloonFouten(fouten)) }
    }

    /// Puts a message into words: reminders by the templates, anything else in its own text.
    ///
    /// # Errors
    ///
    /// When the address is none, for good; when a template fails, for now.
    pub fn verwoord(&self, bericht: &Bericht) -> Result<Post, BezorgFout> {
        match Bundel::try_van(bericht) {
            Ok(Some(bundel)) => self.maak(&bundel),
            Ok(None) => self.neem_over(bericht),
            Err(fout) => Err(BezorgFout::Blijvend(fout.to_string())),
        }
    }

    /// Puts one or more reminders into words.
    ///
    /// # Errors
    ///
    /// When a template fails on them, which the check at the start makes unlikely. The text holds no content.
    fn maak(&self, bundel: &Bundel) -> Result<Post, BezorgFout> {
        let openheid = self.huisstijl.openheid;
        let (bestanden, onderwerp, inhoud) = match bundel.enige() {
            Some(melding) => (
                [Bestand::EnkelOnderwerp, Bestand::EnkelTekst, Bestand::EnkelHtml],
                vullen::onderwerp(melding, openheid),
                vullen::enkel(melding, openheid, &self.huisstijl.inlogadres),
            ),
            None => (
                [Bestand::BundelOnderwerp, Bestand::BundelTekst, Bestand::BundelHtml],
                vullen::leeg(),
                vullen::bundel(bundel.stappen(), openheid, &self.huisstijl.inlogadres),
            ),
        };
        let [over, tekst, html] = bestanden;
        Ok(Post {
            id: bundel.id(),
            aan: bundel.aan().clone(),
            op: bundel.op(),
            onderwerp: self.vul(over, onderwerp)?.trim().to_owned(),
            tekst: self.vul(tekst, inhoud.clone())?,
            html: self.vul(html, inhoud)?,
        })
    }

    /// Takes over a message that was written elsewhere. Its own subject is not used: that is a free text, and
    /// the subject of the templates says as much as an outsider may read.
    ///
    /// # Errors
    ///
    /// When the address is none, for good; when a template fails, for now.
    fn neem_over(&self, bericht: &Bericht) -> Result<Post, BezorgFout> {
        let aan = Adres::try_new(&bericht.aan_email);
        let aan = aan.map_err(|fout| BezorgFout::Blijvend(fout.to_string()))?;
        let onderwerp = self.vul(Bestand::EnkelOnderwerp, vullen::leeg())?;
        Ok(Post {
            id: bericht.id,
            aan,
            op: bericht.op,
            onderwerp: onderwerp.trim().to_owned(),
            tekst: bericht.tekst.clone(),
            html: self.vul(Bestand::BerichtHtml, vullen::alineas(&bericht.tekst))?,
        })
    }

    fn vul(&self, bestand: Bestand, waarden: Value) -> Result<String, BezorgFout> {
        let bron = self.bronnen.get(&bestand).map_or(bestand.standaard(), String::as_str);
        self.motor.render_named_str(bestand.naam(), bron, waarden).map_err(|fout| {
            let regel = fout.line().unwrap_or_default();
            BezorgFout::Tijdelijk(format!("sjabloon `{}` faalt op regel {regel}", bestand.naam()))
        })
    }
}

impl fmt::Debug for Sjablonen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sjablonen").field("huisstijl", &self.huisstijl).finish_non_exhaustive()
    }
}

/// What is printed must be there; HTML escapes what it prints, by the name of the file.
fn motor() -> Environment<'static> {
    let mut motor = Environment::new();
    motor.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    motor
}

/// Files that nothing reads: a slip in a name would otherwise go unnoticed.
fn onbekende_bestanden(map: &Path) -> Vec<SjabloonFout> {
    let mut namen: Vec<String> = fs::read_dir(map)
        .into_iter()
        .flatten()
        .filter_map(|ingang| ingang.ok()?.file_name().into_string().ok())
        .filter(|naam| !naam.starts_with('.') && Bestand::ALLE.iter().all(|it| it.naam() != naam))
        .collect();
    namen.sort();
    let fout = |naam: String| SjabloonFout::van_bestand(&naam, Overtreding::Onbekend);
    namen.into_iter().map(fout).collect()
}

#[cfg(test)]
mod tests;
