//! The calendar feed of one person (RFC 5545, RFC 7986): a day per step, and nothing about why.
//!
//! The same entries give the same bytes. An entry keeps its UID for as long as its sources do; a change
//! raises its number, and a step that lapses stays in the feed as cancelled, so that calendars remove it.

use chrono::{DateTime, Duration, Utc};
use icalendar::{Calendar, Class, Component as _, Event, EventLike as _, EventStatus, Property};
use sha2::{Digest as _, Sha256};
use thiserror::Error;
use uuid::Uuid;
use wvp_domain::{Datum, DossierId};
use wvp_engine::Agendaregel;
use wvp_engine::bericht::{self, Stap};

use crate::melding::{self, Openheid};
use crate::net;

/// One step in the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ingang {
    /// What makes it this entry and no other (term and occurrence, say); the UID follows from it, the dossier
    /// and the step. Order matters.
    pub bronnen: Vec<Uuid>,
    /// Which dossier.
    pub dossier: DossierId,
    /// Which step.
    pub stap: Stap,
    /// The day it stands on: the last day for the step, inclusive.
    pub dag: Datum,
    /// Raised by every change, its lapse included.
    pub volgnummer: u32,
    /// Whether it still stands.
    pub stand: Stand,
    /// Moment of the last change.
    pub laatst_gewijzigd: DateTime<Utc>,
}

impl From<&Agendaregel> for Ingang {
    fn from(regel: &Agendaregel) -> Self {
        Self {
            bronnen: vec![regel.nummer],
            dossier: regel.dossier,
            stap: regel.stap,
            dag: regel.dag,
            volgnummer: regel.volgnummer,
            stand: if regel.staat_open { Stand::Open } else { Stand::Vervallen },
            laatst_gewijzigd: DateTime::from_timestamp_micros(regel.gewijzigd.0)
                .unwrap_or_default(),
        }
    }
}

/// Whether a step still stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// It is to be taken.
    Open,
    /// It is no longer needed: recovery, or it was taken.
    Vervallen,
}

/// What an installation decides about its feeds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaInstelling {
    openheid: Openheid,
    domein: String,
}

/// This cannot stand behind the @ of a UID.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{0}` is geen domein voor een agenda")]
pub struct DomeinFout(pub String);

impl AgendaInstelling {
    /// How much titles say, and the host name behind the @ of every UID: never another once feeds were read.
    ///
    /// # Errors
    ///
    /// When that is no host name.
    pub fn try_new(openheid: Openheid, domein: &str) -> Result<Self, DomeinFout> {
        if !net::is_domein(domein) {
            return Err(DomeinFout(domein.to_owned()));
        }
        Ok(Self { openheid, domein: domein.to_owned() })
    }
}

/// Media type to serve it under.
pub const MEDIATYPE: &str = "text/calendar; charset=utf-8";

const TITEL: &str = "Er staat een stap voor u klaar";
const NAAM: &str = "Stappen";
/// Neutral: it is shown by some programs.
const PRODID: &str = "-//Stappen//Agenda//NL";
const VERVERS_UREN: &str = "PT6H";

/// Writes the feed, ordered by day.
#[must_use]
pub fn feed(instelling: &AgendaInstelling, ingangen: &[Ingang]) -> String {
    let mut gebeurtenissen: Vec<(Datum, String, &Ingang)> =
        ingangen.iter().map(|it| (it.dag, uid(instelling, it), it)).collect();
    gebeurtenissen.sort_by(|een, ander| (een.0, &een.1).cmp(&(ander.0, &ander.1)));
    let mut kalender = kalender();
    for (_, uid, ingang) in gebeurtenissen {
        kalender.push(gebeurtenis(instelling.openheid, &uid, ingang));
    }
    kalender.to_string()
}

fn kalender() -> Calendar {
    let mut kalender = Calendar::empty();
    let mut ververs = Property::new("REFRESH-INTERVAL", VERVERS_UREN);
    ververs.add_parameter("VALUE", "DURATION");
    for (naam, waarde) in
        [("VERSION", "2.0"), ("PRODID", PRODID), ("CALSCALE", "GREGORIAN"), ("METHOD", "PUBLISH")]
    {
        kalender.append_property((naam, waarde));
    }
    kalender.append_property(ververs);
    kalender.append_property(("X-PUBLISHED-TTL", VERVERS_UREN));
    kalender.append_property(("NAME", NAAM)).append_property(("X-WR-CALNAME", NAAM));
    kalender
}

fn gebeurtenis(openheid: Openheid, uid: &str, ingang: &Ingang) -> Event {
    let begin = ingang.dag.naive();
    let einde = begin.checked_add_signed(Duration::days(1)).unwrap_or(begin);
    let gewijzigd = ingang.laatst_gewijzigd.format("%Y%m%dT%H%M%SZ").to_string();
    let mut gebeurtenis = Event::with_uid(uid);
    gebeurtenis
        .timestamp(ingang.laatst_gewijzigd)
        .add_property("LAST-MODIFIED", gewijzigd)
        .starts(begin)
        .ends(einde)
        .summary(&titel(openheid, ingang))
        .sequence(ingang.volgnummer)
        .class(Class::Private)
        .add_property("TRANSP", "TRANSPARENT");
    gebeurtenis.status(match ingang.stand {
        Stand::Open => EventStatus::Confirmed,
        Stand::Vervallen => EventStatus::Cancelled,
    });
    gebeurtenis
}

fn titel(openheid: Openheid, ingang: &Ingang) -> String {
    let kenmerk = bericht::kenmerk(ingang.dossier);
    match openheid {
        Openheid::Stil => TITEL.to_owned(),
        Openheid::Kenmerk => format!("{TITEL} (kenmerk {kenmerk})"),
        Openheid::KenmerkEnStap => {
            format!("{TITEL}: {} (kenmerk {kenmerk})", melding::titel(ingang.stap))
        }
    }
}

/// The first half of a hash as an id of version 8.
fn uuid_uit(hash: &[u8]) -> Uuid {
    let mut bytes = [0; 16];
    for (naar, van) in bytes.iter_mut().zip(hash) {
        *naar = *van;
    }
    Uuid::new_v8(bytes)
}

/// The same for as long as dossier, step and sources are; neither day nor number takes part.
fn uid(instelling: &AgendaInstelling, ingang: &Ingang) -> String {
    let mut hash = Sha256::new();
    hash.update(b"poortwachter agenda-uid 1");
    hash.update(ingang.dossier.0.as_bytes());
    hash.update(match ingang.stap {
        Stap::Wettelijk(termijn) => termijn.sleutel(),
        Stap::Stuk(element) => element.naam(),
        Stap::Eigen => "",
    });
    ingang.bronnen.iter().for_each(|bron| hash.update(bron.as_bytes()));
    format!("{}@{}", uuid_uit(&hash.finalize()), instelling.domein)
}
