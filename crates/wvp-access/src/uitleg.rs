//! Why, in plain Dutch.

use crate::{besluit::Weging, omstandigheden::Omstandigheden, voorwaarde::Term, vraag::Vraag, zin};

/// More reasons than this are counted, not spelled out.
const REDENEN_MAX: usize = 3;

/// The reason of a decision: one line with the answer, then what it rests on.
///
/// `bij_lezen` is the weighing of reading the same object, for what is sent on.
pub(crate) fn schrijf(
    vraag: Vraag,
    weging: &Weging<'_>,
    bij_lezen: Option<&Weging<'_>>,
    omstandigheden: Omstandigheden,
) -> String {
    let toegestaan = weging.toegestaan() && bij_lezen.is_none_or(Weging::toegestaan);
    let (lezer, handeling, object) = (vraag.lezer, vraag.handeling.naam(), vraag.object.naam());
    if toegestaan {
        return format!("Ja, {lezer} mag dit ({handeling}: {object}){}.", waarom_wel(weging));
    }
    let redenen = if weging.toegestaan() {
        let waarom = bij_lezen.map(|weging| redenen(weging, omstandigheden)).unwrap_or_default();
        let eis = "doorsturen mag alleen wie het zelf mag lezen".to_owned();
        std::iter::once(eis).chain(waarom).collect()
    } else {
        redenen(weging, omstandigheden)
    };
    format!("Nee, {lezer} mag dit niet ({handeling}: {object}): {}.", opsomming(&redenen))
}

/// The condition that was met, if the right had one.
fn waarom_wel(weging: &Weging<'_>) -> String {
    let zin = weging.gegeven.first().map(|(_, term)| zin::term(*term)).unwrap_or_default();
    if zin.is_empty() { zin } else { format!(", want {zin}") }
}

fn redenen(weging: &Weging<'_>, omstandigheden: Omstandigheden) -> Vec<String> {
    let mut redenen: Vec<String> =
        weging.kern.iter().filter_map(|verbod| verbod.zin).map(str::to_owned).collect();
    let kern = weging.kern.iter().map(|verbod| verbod.term);
    let termen = kern.chain(weging.verboden.iter().map(|(_, term)| *term));
    for reden in termen.map(|term| feiten(term, omstandigheden)) {
        if !reden.is_empty() && !redenen.contains(&reden) {
            redenen.push(reden);
        }
    }
    if redenen.is_empty() {
        redenen.push(if weging.verbiedt() { nooit(weging) } else { stilte(weging) });
    }
    redenen
}

/// The facts behind a deny: what is so, or what could not be established. Empty when the deny
/// asks for no facts.
fn feiten(term: Term, omstandigheden: Omstandigheden) -> String {
    let delen: Vec<String> = zin::feiten(term)
        .map(|(feit, waar)| match omstandigheden.is(feit) {
            Some(_) => zin::feit(feit, waar).to_owned(),
            None => format!("niet is vastgesteld dat dit klopt: {}", zin::feit(feit, !waar)),
        })
        .collect();
    delen.join(" en ")
}

/// A row denies it whatever the facts are.
fn nooit(weging: &Weging<'_>) -> String {
    let regels: Vec<&str> = weging.regels().into_iter().collect();
    format!("voor deze lezer is dit altijd dicht (regels: {})", regels.join(", "))
}

/// Nothing denies it, but nothing gives it either.
fn stilte(weging: &Weging<'_>) -> String {
    let mogelijkheden: Vec<String> = weging
        .onvervuld
        .iter()
        .flat_map(|rij| rij.voorwaarde.termen())
        .map(|term| zin::term(*term))
        .collect();
    if mogelijkheden.is_empty() {
        return "geen regel staat dit toe".to_owned();
    }
    format!("het mag alleen in dit geval: {}", mogelijkheden.join("; of: "))
}

fn opsomming(redenen: &[String]) -> String {
    let genoemd: Vec<&str> = redenen.iter().take(REDENEN_MAX).map(String::as_str).collect();
    let rest = redenen.len().saturating_sub(REDENEN_MAX);
    match rest {
        0 => genoemd.join("; "),
        1 => format!("{}; en nog een reden", genoemd.join("; ")),
        rest => format!("{}; en nog {rest} redenen", genoemd.join("; ")),
    }
}
