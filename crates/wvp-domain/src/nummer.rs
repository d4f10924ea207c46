//! Form of the numbers of an employer (documents.md 4.7). Only the form: whether a number was given out is for its
//! register, and that the first nine digits of a loonheffingennummer pass the elfproef is not confirmed there.

/// Judges the form of a number; the fault is what it should be, and never repeats it.
pub type Toets = fn(&str) -> Result<(), &'static str>;

/// Number in the trade register: eight digits.
///
/// # Errors
///
/// What it should be.
pub fn kvk(tekst: &str) -> Result<(), &'static str> {
    eis(is_cijfers(tekst, 8, 8), "acht cijfers")
}

/// Number in the BIG register: eleven digits.
///
/// # Errors
///
/// What it should be.
pub fn big(tekst: &str) -> Result<(), &'static str> {
    eis(is_cijfers(tekst, 11, 11), "elf cijfers")
}

/// Code of a kind of business: two to five digits.
///
/// # Errors
///
/// What it should be.
pub fn sbi(tekst: &str) -> Result<(), &'static str> {
    eis(is_cijfers(tekst, 2, 5), "twee tot en met vijf cijfers, zonder punten")
}

/// Loonheffingennummer: nine digits, an L, and which administration (01 to 99).
///
/// # Errors
///
/// What it should be.
pub fn loonheffingennummer(tekst: &str) -> Result<(), &'static str> {
    let (begin, volgnummer) = tekst.split_once('L').unwrap_or_default();
    eis(is_cijfers(begin, 9, 9), "negen cijfers, de letter L en twee cijfers")?;
    let is_volgnummer = is_cijfers(volgnummer, 2, 2) && volgnummer != "00";
    eis(is_volgnummer, "na de letter L staat een nummer van 01 tot en met 99")
}

/// Whether a text is so many digits and nothing else.
#[must_use]
pub fn is_cijfers(tekst: &str, min: usize, max: usize) -> bool {
    (min..=max).contains(&tekst.len()) && tekst.bytes().all(|teken| teken.is_ascii_digit())
}

fn eis(klopt: bool, regel: &'static str) -> Result<(), &'static str> {
    if klopt { Ok(()) } else { Err(regel) }
}
