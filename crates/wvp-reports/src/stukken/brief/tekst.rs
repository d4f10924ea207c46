//! The words of the letters.

use wvp_domain::papier::Briefsoort;

use crate::stukken::Kop;
use crate::stukken::inhoud::deel;
use crate::{Blok, Deel, Gegeven};

/// The duty to cooperate in general.
const RE_INTEGRATIE: &str = "BW art. 7:660a";
/// Control and information: wages wait.
const OPSCHORTING: &str = "BW art. 7:629 lid 6";
/// The employer says so at once.
const METEEN: &str = "BW art. 7:629 lid 7";

pub(super) fn titel(soort: &Briefsoort) -> &'static str {
    match soort {
        Briefsoort::Oproep { .. } => "Oproep voor een gesprek",
        Briefsoort::Herinnering { .. } => "Herinnering aan afspraken",
        Briefsoort::Waarschuwing { .. } => "Waarschuwing voor loonopschorting",
        Briefsoort::Loonopschorting { .. } => "Loonopschorting",
        Briefsoort::Loonstop { .. } => "Loonstop",
    }
}

/// Within the file name.
pub(super) fn code(soort: &Briefsoort) -> &'static str {
    match soort {
        Briefsoort::Oproep { .. } => "oproep",
        Briefsoort::Herinnering { .. } => "herinnering",
        Briefsoort::Waarschuwing { .. } => "waarschuwing",
        Briefsoort::Loonopschorting { .. } => "loonopschorting",
        Briefsoort::Loonstop { .. } => "loonstop",
    }
}

pub(super) fn delen(kop: &Kop<'_>, soort: &Briefsoort) -> Vec<Deel> {
    let aanhef = [format!("Beste {},", kop.werknemer)].into_iter().chain(uitnodiging(soort));
    let aanhef = deel("", Blok::Tekst(aanhef.collect()));
    let grondslag = deel("Waar dit in de wet staat", Blok::Lijst(grondslagen(soort)));
    let mut delen = vec![aanhef];
    delen.extend(afspraak(soort));
    delen.extend([
        deel("", Blok::Tekst(alineas(soort))),
        deel("Vragen", Blok::Tekst(slot(kop, soort))),
    ]);
    delen.push(grondslag);
    delen
}

/// What the appointment below it is for.
fn uitnodiging(soort: &Briefsoort) -> Option<String> {
    match soort {
        Briefsoort::Oproep { .. } => {
            Some("Wij nodigen u uit voor een gesprek over uw re-integratie.".to_owned())
        }
        Briefsoort::Herinnering { .. }
        | Briefsoort::Waarschuwing { .. }
        | Briefsoort::Loonopschorting { .. }
        | Briefsoort::Loonstop { .. } => None,
    }
}

fn afspraak(soort: &Briefsoort) -> Option<Deel> {
    match soort {
        Briefsoort::Oproep { met, op, tijd, plaats } => {
            let gegevens = [
                ("Gesprek met", met.naam().to_owned()),
                ("Datum", op.voluit()),
                ("Tijd", tijd.clone()),
                ("Plaats", plaats.clone()),
            ];
            let gegevens = gegevens.map(|(naam, waarde)| Gegeven::new(naam, waarde)).to_vec();
            Some(deel("De afspraak", Blok::Gegevens(gegevens)))
        }
        Briefsoort::Herinnering { .. }
        | Briefsoort::Waarschuwing { .. }
        | Briefsoort::Loonopschorting { .. }
        | Briefsoort::Loonstop { .. } => None,
    }
}

fn alineas(soort: &Briefsoort) -> Vec<String> {
    match soort {
        Briefsoort::Oproep { .. } => vec![
            "Kunt u niet komen? Laat ons dat dan zo snel mogelijk weten. Dan maken wij een andere \
             afspraak."
                .to_owned(),
        ],
        Briefsoort::Herinnering { plicht, uiterlijk } => vec![
            format!("U bent verplicht om {}.", plicht.naam()),
            format!("Wij vragen u dit uiterlijk op {} te doen.", uiterlijk.voluit()),
        ],
        Briefsoort::Waarschuwing { plicht, uiterlijk } => vec![
            format!("U bent verplicht om {}. Wij denken dat u dit niet hebt gedaan.", plicht.naam()),
            format!("Wij vragen u dit uiterlijk op {} alsnog te doen.", uiterlijk.voluit()),
            "Doet u dit niet, dan stellen wij de betaling van uw loon uit. Houdt u zich daarna wel \
             aan deze regel, en hebt u recht op loon, dan betalen wij het loon alsnog."
                .to_owned(),
        ],
        Briefsoort::Loonopschorting { plicht, vanaf } => vec![
            format!("U bent verplicht om {}. Wij denken dat u dit niet hebt gedaan.", plicht.naam()),
            format!("Daarom stellen wij vanaf {} de betaling van uw loon uit.", vanaf.voluit()),
            "Houdt u zich weer aan deze regel, en hebt u recht op loon, dan betalen wij het loon \
             alsnog."
                .to_owned(),
        ],
        Briefsoort::Loonstop { plicht, vanaf } => vec![
            format!("U bent verplicht om {}. Wij denken dat u dit niet doet.", plicht.naam()),
            format!("Daarom betalen wij vanaf {} uw loon niet meer.", vanaf.voluit()),
            "Werkt u weer mee, dan krijgt u vanaf dat moment weer loon. Over de tijd dat u niet \
             meewerkte zonder goede reden, krijgt u geen loon."
                .to_owned(),
        ],
    }
}

fn slot(kop: &Kop<'_>, soort: &Briefsoort) -> Vec<String> {
    let contact = kop.bedrijf.map(|it| it.contact.naam.as_str()).filter(|naam| !naam.is_empty());
    let contact = contact.map_or_else(
        || "Hebt u vragen? Neem dan contact met ons op.".to_owned(),
        |naam| format!("Hebt u vragen? Neem dan contact op met {naam}."),
    );
    let oordeel = "Bent u het er niet mee eens, of had u een goede reden? Laat het ons dan zo snel \
                   mogelijk weten. U kunt ook UWV om een deskundigenoordeel vragen.";
    match soort {
        Briefsoort::Oproep { .. } => vec![contact],
        Briefsoort::Herinnering { .. }
        | Briefsoort::Waarschuwing { .. }
        | Briefsoort::Loonopschorting { .. }
        | Briefsoort::Loonstop { .. } => vec![contact, oordeel.to_owned()],
    }
}

fn grondslagen(soort: &Briefsoort) -> Vec<String> {
    let regels: Vec<&str> = match soort {
        Briefsoort::Oproep { .. } => vec![RE_INTEGRATIE],
        Briefsoort::Herinnering { plicht, .. } => vec![RE_INTEGRATIE, plicht.grondslag()],
        Briefsoort::Waarschuwing { .. } | Briefsoort::Loonopschorting { .. } => {
            vec![OPSCHORTING, METEEN]
        }
        Briefsoort::Loonstop { plicht, .. } => vec![plicht.grondslag(), METEEN],
    };
    regels.into_iter().map(str::to_owned).collect()
}
