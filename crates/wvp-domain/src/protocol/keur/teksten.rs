//! Own texts land in messages: they may say what to do, and nothing about illness.

use crate::Compartiment;
use crate::invoerwacht::vindplaats;
use crate::rekenmachine::lezer::Fouten;

/// Longest title, in characters: it must fit a line.
pub(super) const LANGSTE_TITEL: usize = 80;
/// Longest explanation, in characters.
pub(super) const LANGSTE_UITLEG: usize = 600;

/// What tells an outsider who sees a message that somebody is ill.
const VERRAADT: [&str; 2] = ["ziek", "verzuim"];

/// Judges one text. A fault never repeats the text, because that may be about somebody.
pub(super) fn keur(veld: &str, tekst: &str, langste: usize, fouten: &mut Fouten) {
    let lengte = tekst.trim().chars().count();
    if lengte == 0 || lengte > langste {
        fouten.meld(veld, &format!("{lengte} tekens"), format!("1 tot {langste} tekens"));
    }
    if tekst.chars().any(char::is_control) {
        fouten.meld(veld, &TEKST, "een tekst is een regel zonder stuurtekens");
    }
    if let Some(soort) = vindplaats(Compartiment::A, tekst) {
        let regel = format!("een bericht noemt niet {} ({})", soort.naam(), soort.regel());
        fouten.meld(veld, &TEKST, regel);
    }
    let klein = tekst.to_lowercase();
    for woord in VERRAADT.iter().filter(|woord| klein.contains(**woord)) {
        let regel = format!("een bericht verraadt niet dat iemand ziek is (geen `{woord}`)");
        fouten.meld(veld, &TEKST, regel);
    }
}

const TEKST: &str = "(tekst)";
