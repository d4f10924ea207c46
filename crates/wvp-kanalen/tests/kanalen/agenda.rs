//! The calendar feed, read back by a parser that others wrote.

use std::collections::BTreeMap;

use calcard::icalendar::{
    ICalendar, ICalendarClassification, ICalendarComponent, ICalendarComponentType,
    ICalendarParameterName, ICalendarProperty, ICalendarStatus, ICalendarTransparency,
    ICalendarValue,
};
use calcard::{Entry, Parser};
use chrono::DateTime;
use uuid::Uuid;
use wvp_domain::{DossierId, TermijnId};
use wvp_engine::bericht::Stap;
use wvp_kanalen::Openheid;
use wvp_kanalen::agenda::{AgendaInstelling, Ingang, Stand, feed};

use crate::hulp::dag;

pub(crate) fn instelling(openheid: Openheid) -> AgendaInstelling {
    AgendaInstelling::try_new(openheid, "agenda.werkgever.example").unwrap()
}

fn ingang(nummer: u128) -> Ingang {
    Ingang {
        bronnen: vec![Uuid::from_u128(nummer)],
        dossier: DossierId(Uuid::from_u128(0xABCD << 112)),
        stap: Stap::Wettelijk(TermijnId::PlanVanAanpak),
        dag: dag(26),
        volgnummer: 3,
        stand: Stand::Open,
        laatst_gewijzigd: DateTime::from_timestamp(1_700_000_000, 0).unwrap(),
    }
}

/// Reads a feed. The parser forgives much, so what it made of it is counted: every line is a property that it
/// knows, or one that begins with X-.
fn lees(tekst: &str) -> ICalendar {
    let mut lezer = Parser::new(tekst);
    let Entry::ICalendar(kalender) = lezer.entry() else { panic!("no calendar: {tekst}") };
    assert!(matches!(lezer.entry(), Entry::Eof));
    let gelezen: Vec<_> = kalender.components.iter().flat_map(|deel| &deel.entries).collect();
    let is_regel = |regel: &&str| !regel.starts_with([' ']) && !is_haak(regel);
    assert_eq!(gelezen.len(), tekst.lines().filter(is_regel).count(), "{tekst}");
    for regel in gelezen {
        if let ICalendarProperty::Other(naam) = &regel.name {
            assert!(naam.starts_with("X-"), "{naam}");
        }
    }
    kalender
}

fn is_haak(regel: &str) -> bool {
    regel.starts_with("BEGIN:") || regel.starts_with("END:")
}

fn gebeurtenissen(kalender: &ICalendar) -> BTreeMap<String, ICalendarComponent> {
    let delen = kalender.components.iter();
    let delen = delen.filter(|it| it.component_type == ICalendarComponentType::VEvent);
    delen.map(|it| (it.uid().unwrap().to_owned(), it.clone())).collect()
}

fn waarde<'a>(deel: &'a ICalendarComponent, naam: &ICalendarProperty) -> &'a ICalendarValue {
    deel.property(naam).unwrap().values.first().unwrap()
}

fn enige(ingang: &Ingang) -> (String, ICalendarComponent) {
    let kalender = lees(&feed(&instelling(Openheid::Kenmerk), std::slice::from_ref(ingang)));
    gebeurtenissen(&kalender).pop_first().unwrap()
}

#[test]
fn een_stap_staat_als_hele_dag_in_de_agenda_en_houdt_niemand_bezet() {
    let (_, deel) = enige(&ingang(1));
    let dag = |naam| {
        let regel = deel.property(&naam).unwrap();
        assert!(regel.parameter(&ICalendarParameterName::Value).is_some(), "{naam:?}");
        let dag = waarde(&deel, &naam).as_partial_date_time().unwrap().clone();
        assert_eq!((dag.hour, dag.tz_hour), (None, None));
        (dag.year.unwrap(), dag.month.unwrap(), dag.day.unwrap())
    };
    assert_eq!(dag(ICalendarProperty::Dtstart), (2024, 2, 26));
    assert_eq!(dag(ICalendarProperty::Dtend), (2024, 2, 27));
    assert_eq!(deel.transparency(), Some(&ICalendarTransparency::Transparent));
    let klasse = waarde(&deel, &ICalendarProperty::Class);
    assert_eq!(klasse, &ICalendarValue::Classification(ICalendarClassification::Private));
    assert_eq!(deel.status(), Some(&ICalendarStatus::Confirmed));
    assert_eq!(
        waarde(&deel, &ICalendarProperty::Summary).as_text(),
        Some("Er staat een stap voor u klaar (kenmerk ABCD0000)")
    );
    for naam in
        [ICalendarProperty::Description, ICalendarProperty::Organizer, ICalendarProperty::Attendee]
    {
        assert!(!deel.has_property(&naam), "{naam:?}");
    }
}

#[test]
fn een_andere_dag_houdt_het_nummer_en_verhoogt_de_volgorde() {
    let (uid, oud) = enige(&ingang(1));
    let verschoven = Ingang { dag: dag(28), volgnummer: 4, ..ingang(1) };
    let (uid_na, nieuw) = enige(&verschoven);
    assert_eq!(uid, uid_na);
    let volgorde = |deel| waarde(deel, &ICalendarProperty::Sequence).as_integer().unwrap();
    assert_eq!((volgorde(&oud), volgorde(&nieuw)), (3, 4));
    let dagen = waarde(&nieuw, &ICalendarProperty::Dtstart).as_partial_date_time().unwrap().day;
    assert_eq!(dagen, Some(28));
}

#[test]
fn na_herstel_is_de_stap_afgezegd() {
    let (uid, _) = enige(&ingang(1));
    let vervallen = Ingang { stand: Stand::Vervallen, volgnummer: 4, ..ingang(1) };
    let (uid_na, deel) = enige(&vervallen);
    assert_eq!(uid, uid_na);
    assert_eq!(deel.status(), Some(&ICalendarStatus::Cancelled));
}

#[test]
fn elke_stap_van_elk_dossier_heeft_een_eigen_nummer() {
    let ander_dossier = Ingang { dossier: DossierId(Uuid::from_u128(9)), ..ingang(1) };
    let andere_stap = Ingang { stap: Stap::Eigen, ..ingang(1) };
    let alle = [ingang(1), ingang(2), ander_dossier, andere_stap];
    let kalender = lees(&feed(&instelling(Openheid::Stil), &alle));
    assert_eq!(gebeurtenissen(&kalender).len(), 4);
}

#[test]
fn dezelfde_stappen_geven_dezelfde_bytes_in_welke_volgorde_ook() {
    let heen = feed(&instelling(Openheid::Kenmerk), &[ingang(1), ingang(2)]);
    let terug = feed(&instelling(Openheid::Kenmerk), &[ingang(2), ingang(1)]);
    assert_eq!(heen, terug);
    assert!(heen.contains("REFRESH-INTERVAL;VALUE=DURATION:PT6H\r\n"), "{heen}");
    assert!(heen.contains("DTSTART;VALUE=DATE:20240226\r\n"), "{heen}");
    assert!(
        heen.contains("METHOD:PUBLISH\r\n") && heen.contains("DTSTAMP:20231114T221320Z\r\n"),
        "{heen}"
    );
}

#[test]
fn elke_regel_eindigt_goed_en_is_niet_te_lang() {
    let langste = Ingang { stap: Stap::Wettelijk(TermijnId::Grens81Weken), ..ingang(1) };
    let tekst = feed(&instelling(Openheid::KenmerkEnStap), &[langste]);
    assert!(tekst.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(tekst.matches('\n').count(), tekst.matches("\r\n").count());
    assert!(tekst.split("\r\n").all(|regel| regel.len() <= 75), "{tekst}");
    let delen = gebeurtenissen(&lees(&tekst));
    let titel = waarde(delen.values().next().unwrap(), &ICalendarProperty::Summary).as_text();
    assert_eq!(
        titel,
        Some(
            "Er staat een stap voor u klaar: Grens van 81 weken voor de melding aan UWV \
             (kenmerk ABCD0000)"
        )
    );
}

#[test]
fn een_lege_agenda_is_ook_een_agenda() {
    assert!(gebeurtenissen(&lees(&feed(&instelling(Openheid::Stil), &[]))).is_empty());
}

#[test]
fn een_domein_dat_een_regel_zou_breken_wordt_geweigerd() {
    assert!(AgendaInstelling::try_new(Openheid::Stil, "x.example\r\nX-A:1").is_err());
}
