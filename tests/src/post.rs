//! The line to a mail server of a test.

use wvp_kanalen::smtp::{Beveiliging, SmtpInstelling};
use wvp_kanalen::{Huisstijl, Openheid, Sjablonen, Smtp};

/// Mail over an open line to this port of this machine, in the words of the program.
///
/// # Errors
///
/// When a setting or a template cannot be used, or there is no runtime.
pub fn smtp(poort: u16) -> anyhow::Result<Smtp> {
    let huisstijl = Huisstijl::try_new(Openheid::Stil, "https://inloggen.example/")?;
    let instelling = SmtpInstelling {
        host: "127.0.0.1".to_owned(),
        poort,
        beveiliging: Beveiliging::Geen,
        inlog: None,
        afzender: "Poortwachter <post@arbodebrug.example>".to_owned(),
        domein: "arbodebrug.example".to_owned(),
        extra_wortel: None,
        termijn_seconden: 30,
        lijnen_max: 2,
    };
    Ok(Smtp::try_new(&instelling, Sjablonen::ingebed(huisstijl)?)?)
}
