//! The medical part under a password: AES-256 of PDF 2.0 (revision 6), so that any reader of PDF opens it.
//!
//! Content, texts and metadata are encrypted. How many objects there are and how long they are is not.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use lopdf::encryption::crypt_filters::{Aes256CryptFilter, CryptFilter};
use lopdf::{Document, EncryptionState, EncryptionVersion, Object, Permissions};
use thiserror::Error;
use zeroize::Zeroizing;

use crate::{Gesloten, Pdf, RapportFout};

/// Fewest characters of a password.
const TEKENS_MIN: usize = 12;
/// PDF takes no more bytes of a password; the rest would be dropped in silence.
const BYTES_MAX: usize = 127;
/// The name of the filter of streams and strings, as the norm has it.
const FILTER: &[u8] = b"StdCF";

/// The password of a sealed document. `Debug` prints nothing of it.
pub struct Wachtwoord(Zeroizing<String>);

impl fmt::Debug for Wachtwoord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Wachtwoord(…)")
    }
}

/// Why a password will not do. Says nothing about the password itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum WachtwoordFout {
    /// Fewer characters than is safe.
    #[error("het wachtwoord is te kort: neem er een van ten minste {TEKENS_MIN} tekens")]
    TeKort,
    /// More than a PDF keeps.
    #[error("het wachtwoord is te lang: neem er een van hoogstens {BYTES_MAX} bytes")]
    TeLang,
    /// A character that does not show, or stands for nothing.
    #[error("in het wachtwoord staat een teken dat niet te zien is")]
    Onzichtbaar,
}

impl Wachtwoord {
    /// Takes a password of at least twelve characters that can be seen; a space counts between others.
    ///
    /// # Errors
    ///
    /// [`WachtwoordFout`].
    pub fn try_new(tekst: Zeroizing<String>) -> Result<Self, WachtwoordFout> {
        if tekst.trim().chars().count() < TEKENS_MIN {
            return Err(WachtwoordFout::TeKort);
        }
        if tekst.len() > BYTES_MAX {
            return Err(WachtwoordFout::TeLang);
        }
        // What the norm leaves out of a password would make it shorter than it looks.
        if tekst.chars().any(|teken| !is_zichtbaar(teken)) {
            return Err(WachtwoordFout::Onzichtbaar);
        }
        Ok(Self(tekst))
    }
}

/// Chance for one sealed document, which the caller draws: never used for another.
pub struct Toeval {
    /// Encrypts the document.
    pub sleutel: Zeroizing<[u8; 32]>,
    /// Stands in the clear as the identity of the file, in place of one that follows from its content.
    pub kenmerk: [u8; 16],
}

impl Gesloten {
    /// The document as a file that only the password opens.
    ///
    /// # Errors
    ///
    /// [`RapportFout::Sluiten`].
    pub fn met_wachtwoord(
        self,
        wachtwoord: &Wachtwoord,
        toeval: &Toeval,
    ) -> Result<Pdf, RapportFout> {
        let pdf = self.voor_werknemer();
        let inhoud = sluit(&pdf.inhoud, wachtwoord, toeval).map_err(|_| RapportFout::Sluiten)?;
        Ok(Pdf { inhoud, ..pdf })
    }
}

fn sluit(inhoud: &[u8], wachtwoord: &Wachtwoord, toeval: &Toeval) -> Result<Vec<u8>, lopdf::Error> {
    let mut document = Document::load_mem(inhoud)?;
    let filter: Arc<dyn CryptFilter> = Arc::new(Aes256CryptFilter);
    let wijze = EncryptionVersion::V5 {
        encrypt_metadata: true,
        crypt_filters: BTreeMap::from([(FILTER.to_vec(), filter)]),
        file_encryption_key: toeval.sleutel.as_slice(),
        stream_filter: FILTER.to_vec(),
        string_filter: FILTER.to_vec(),
        // One password: who can open it may print and copy it too.
        owner_password: &wachtwoord.0,
        user_password: &wachtwoord.0,
        permissions: Permissions::all(),
    };
    "2.0".clone_into(&mut document.version);
    document.encrypt(&EncryptionState::try_from(wijze)?)?;
    let kenmerk = Object::string_literal(toeval.kenmerk.to_vec());
    document.trailer.set("ID", vec![kenmerk.clone(), kenmerk]);
    let mut bytes = vec![];
    document.save_to(&mut bytes)?;
    Ok(bytes)
}

fn is_zichtbaar(teken: char) -> bool {
    teken.is_alphanumeric() || teken.is_ascii_graphic() || teken == ' '
}

#[cfg(test)]
mod tests {
    use zeroize::Zeroizing;

    use super::{Wachtwoord, WachtwoordFout};

    fn fout(tekst: &str) -> WachtwoordFout {
        Wachtwoord::try_new(Zeroizing::new(tekst.to_owned())).unwrap_err()
    }

    #[test]
    fn een_wachtwoord_heeft_twaalf_tekens_die_te_zien_zijn() {
        assert_eq!(fout(""), WachtwoordFout::TeKort);
        assert_eq!(fout("elf tekens."), WachtwoordFout::TeKort);
        assert_eq!(fout("  elf.tekens.  "), WachtwoordFout::TeKort);
        assert_eq!(fout(&"\u{200B}".repeat(12)), WachtwoordFout::Onzichtbaar);
        assert_eq!(fout(&"ë".repeat(64)), WachtwoordFout::TeLang);
        let goed = Wachtwoord::try_new(Zeroizing::new("twaalf Zoë-9!".to_owned())).unwrap();
        assert_eq!(format!("{goed:?}"), "Wachtwoord(…)");
    }
}
