//! Who signed, refused, drew up or still has to sign.

use wvp_domain::Datum;
use wvp_domain::mijlpaal::gedeeld::{self, Handtekening, Ondertekenaar, Partij};

use super::Kop;
use crate::{Ondertekening, Tekening};

/// Who signed, who refused and who still has to. `motivering` is what section B says about a refusal, if
/// it is open.
pub(super) fn getekend(
    kop: &Kop<'_>,
    ondertekeningen: &[gedeeld::Ondertekening],
    motivering: Option<&str>,
) -> Vec<Ondertekening> {
    let heeft = |partij| ondertekeningen.iter().any(|it| it.partij == partij);
    let open = [Partij::Werkgever, Partij::Werknemer].into_iter().filter(|it| !heeft(*it));
    let open = open.map(|partij| te_tekenen(kop, partij));
    vastgelegd(ondertekeningen, motivering).into_iter().chain(open).collect()
}

/// Both parties with room to sign.
pub(super) fn beiden_te_tekenen(kop: &Kop<'_>) -> Vec<Ondertekening> {
    [Partij::Werkgever, Partij::Werknemer].map(|partij| te_tekenen(kop, partij)).to_vec()
}

pub(super) fn te_tekenen(kop: &Kop<'_>, partij: Partij) -> Ondertekening {
    let naam = match partij {
        // Who signs for the employer is not known before it is done.
        Partij::Werkgever => String::new(),
        Partij::Werknemer => kop.werknemer.to_owned(),
    };
    Ondertekening { naam, functie: partij.naam().to_owned(), tekening: Tekening::Open }
}

/// The contact of the employer as the one who reported, on a day.
pub(super) fn gemeld_door(kop: &Kop<'_>, op: Datum) -> Vec<Ondertekening> {
    let wie = ondertekenaar_werkgever(kop);
    vec![Ondertekening { tekening: Tekening::Opgesteld(op), ..wie }]
}

/// The contact of the employer, with room to sign.
pub(super) fn ondertekenaar_werkgever(kop: &Kop<'_>) -> Ondertekening {
    let open = te_tekenen(kop, Partij::Werkgever);
    match kop.bedrijf {
        Some(bedrijf) => {
            let contact = &bedrijf.contact;
            let functie = samen(&open.functie, &contact.functie);
            Ondertekening { naam: contact.naam.clone(), functie, ..open }
        }
        None => open,
    }
}

pub(super) fn vastgelegd(
    ondertekeningen: &[gedeeld::Ondertekening],
    motivering: Option<&str>,
) -> Vec<Ondertekening> {
    let motivering = motivering.unwrap_or("De motivering staat niet in dit afschrift.");
    ondertekeningen
        .iter()
        .map(|ondertekening| Ondertekening {
            naam: ondertekening.wie.naam.clone(),
            functie: functie(ondertekening),
            tekening: match ondertekening.keuze {
                Handtekening::Getekend => Tekening::Getekend(ondertekening.op),
                Handtekening::GeweigerdMetMotivering => {
                    Tekening::Geweigerd { op: ondertekening.op, reden: motivering.to_owned() }
                }
            },
        })
        .collect()
}

/// Name, function and date of the author (RIV-14). That an author recorded a document is not a
/// signature, so it does not say so.
pub(super) fn opgesteld(auteur: &Ondertekenaar, op: Datum) -> Vec<Ondertekening> {
    vec![Ondertekening {
        naam: auteur.naam.clone(),
        functie: auteur.functie.clone(),
        tekening: Tekening::Opgesteld(op),
    }]
}

/// For whom, and the function when it adds something.
fn functie(ondertekening: &gedeeld::Ondertekening) -> String {
    samen(ondertekening.partij.naam(), &ondertekening.wie.functie)
}

fn samen(partij: &str, functie: &str) -> String {
    let functie = functie.trim();
    if functie.is_empty() || functie.eq_ignore_ascii_case(partij) {
        partij.to_owned()
    } else {
        format!("{partij}, {functie}")
    }
}
