//! The figures for a monitor: numbers per house and way, nothing per dossier or person.

use std::fmt;

use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::registry::Registry;
use wvp_domain::bezorging::Kanaal;
use wvp_store::Moment;

use super::{Gereedheid, NietGereed};
use crate::stand::{Bezorgstand, Tikstand};

/// One label: the way that messages go.
type Weg = [(&'static str, &'static str); 1];

const SECONDE: i64 = 1_000_000;

/// Writes OpenMetrics text. What never happened has no line.
pub(super) fn schrijf(stand: &Gereedheid) -> Result<String, fmt::Error> {
    let mut register = Registry::with_prefix("poortwachter");
    let gemist = stand.redenen.iter().any(|reden| matches!(reden, NietGereed::TikGemist(_)));
    meter(&mut register, "ready", "Whether the daily work is done", i64::from(stand.is_gereed()));
    meter(&mut register, "tick_missed", "Whether a morning passed without", i64::from(gemist));
    if let Some(tik) = &stand.tik {
        over_de_tik(&mut register, tik);
    }
    if !stand.bezorging.is_empty() {
        over_bezorging(&mut register, &stand.bezorging, stand.nu);
    }
    let mut tekst = String::new();
    encode(&mut tekst, &register)?;
    Ok(tekst)
}

fn over_de_tik(register: &mut Registry, tik: &Tikstand) {
    let Tikstand { moment, dossiers, mislukt, herinneringen, laat } = *tik;
    let wanneer = moment.0.div_euclid(SECONDE);
    meter(register, "last_tick_timestamp_seconds", "When the last tick began", wanneer);
    for (naam, uitleg, aantal) in [
        ("last_tick_due", "Dossiers that were due", dossiers),
        ("last_tick_failed", "Dossiers that could not be looked at", mislukt),
        ("last_tick_reminders", "Reminders that were recorded", herinneringen),
        ("last_tick_reminders_late", "Reminders that were recorded late", laat),
    ] {
        meter(register, naam, uitleg, getal(aantal));
    }
}

fn over_bezorging(register: &mut Registry, wegen: &[(Kanaal, Bezorgstand)], nu: Moment) {
    let wanneer = |stand: &Bezorgstand| stand.moment.0.div_euclid(SECONDE);
    let leeftijd = |stand: &Bezorgstand| {
        let oudste = stand.oudste.unwrap_or(nu);
        nu.0.saturating_sub(oudste.0).max(0).div_euclid(SECONDE)
    };
    let mut meters = |naam, uitleg, waarde: &dyn Fn(&Bezorgstand) -> i64| {
        let familie = Family::<Weg, Gauge>::default();
        for (kanaal, stand) in wegen {
            familie.get_or_create(&weg(*kanaal)).set(waarde(stand));
        }
        register.register::<&str, &str>(naam, uitleg, familie);
    };
    meters("last_delivery_timestamp_seconds", "When messages were last sent", &wanneer);
    meters("messages_waiting", "Messages that wait", &|stand| getal(stand.wachtend));
    meters("messages_waiting_oldest_seconds", "Age of the oldest that waits", &leeftijd);
    let mut tellers = |naam, uitleg, aantal: fn(&Bezorgstand) -> u64| {
        let familie = Family::<Weg, Counter>::default();
        for (kanaal, stand) in wegen {
            familie.get_or_create(&weg(*kanaal)).inc_by(aantal(stand));
        }
        register.register::<&str, &str>(naam, uitleg, familie);
    };
    tellers("messages_sent", "Messages delivered", |stand| stand.bezorgd);
    tellers("messages_given_up", "Messages given up", |stand| stand.opgegeven);
    tellers("messages_lapsed", "Messages that may not be sent any more", |stand| stand.vervallen);
}

fn meter(register: &mut Registry, naam: &str, uitleg: &str, waarde: i64) {
    let meter = Gauge::<i64>::default();
    meter.set(waarde);
    register.register(naam, uitleg, meter);
}

fn weg(kanaal: Kanaal) -> Weg {
    let naam = match kanaal {
        Kanaal::Mail => "mail",
        Kanaal::Webhook => "webhook",
    };
    [("channel", naam)]
}

fn getal(aantal: u64) -> i64 {
    i64::try_from(aantal).unwrap_or(i64::MAX)
}
