//! The preview of a message as JSON and XML: the same fields, and a label that cannot be overlooked.

use quick_xml::se::Serializer;
use serde::Serialize;

use super::{Bericht, Inhoud};
use crate::invoer::WORTEL;
use crate::schrijf::{SchrijfFout, verklaard};

/// What every preview says.
pub const LET_OP: &str = "voorbeeld, geen Digipoort-envelop: niet om te versturen";

#[derive(Serialize)]
struct JsonVoorbeeld<'a> {
    voorbeeld: &'static str,
    #[serde(rename = "UwvZwMeldingInternBody")]
    bericht: &'a Inhoud,
}

#[derive(Serialize)]
struct XmlVoorbeeld<'a> {
    #[serde(rename = "@voorbeeld")]
    voorbeeld: &'static str,
    #[serde(flatten)]
    bericht: &'a Inhoud,
}

impl Bericht {
    /// The preview as JSON. The same message gives the same bytes.
    ///
    /// # Errors
    ///
    /// [`SchrijfFout`], which no message is known to give.
    pub fn als_json(&self) -> Result<String, SchrijfFout> {
        let omslag = JsonVoorbeeld { voorbeeld: LET_OP, bericht: self.inhoud() };
        let json = serde_json::to_string_pretty(&omslag).map_err(|_| SchrijfFout)?;
        Ok(format!("{json}\n"))
    }

    /// The preview as XML, without the namespace of UWV, so that nobody takes it for the message itself. The
    /// same message gives the same bytes.
    ///
    /// # Errors
    ///
    /// [`SchrijfFout`], which no message is known to give.
    pub fn als_xml(&self) -> Result<String, SchrijfFout> {
        let omslag = XmlVoorbeeld { voorbeeld: LET_OP, bericht: self.inhoud() };
        let mut xml = String::new();
        let mut schrijver =
            Serializer::with_root(&mut xml, Some(WORTEL)).map_err(|_| SchrijfFout)?;
        schrijver.indent(' ', 2);
        omslag.serialize(schrijver).map_err(|_| SchrijfFout)?;
        Ok(verklaard(&format!("<!-- LET OP: {LET_OP} -->\n{xml}")))
    }
}
