//! A fingerprint of every decision the table can take.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::{
    handeling::Handeling, lezer::Lezer, object::Object, omstandigheden::Omstandigheden,
    tabel::Tabel,
};

/// The fingerprint of the embedded table, pinned; every line of the reading log carries it.
///
/// A test compares it with [`Tabel::digest`]. When it changes, decisions changed: read the
/// difference in schemas/bevoegdheden.txt before pinning the new one.
pub const DIGEST: &str = "776dc079c535feebd18186bdd80695e5fca7c9d25dc3e8dd5187beddc255c5c8";

impl Tabel {
    /// SHA-256 over the ordered decisions of all cells, in lower case hexadecimal.
    ///
    /// A cell is a reader, an object and an action, in the order of `Lezer::ALLE`, `Object::ALLE`
    /// and `Handeling::ALLE`. Of each cell are hashed: its words; `nooit` where nothing can allow
    /// it; else the facts that veto, the free facts, and one byte per combination of free facts
    /// (counted as a binary number, the first fact lowest) with the answer of [`Tabel::mag`]. So
    /// rows may be rewritten or moved without changing the digest, as long as no cell gains or
    /// loses a fact or a decision.
    #[must_use]
    pub fn digest(&self) -> String {
        let mut som = Sha256::new();
        for lezer in Lezer::ALLE {
            for object in Object::ALLE {
                for handeling in Handeling::ALLE {
                    som.update(self.cel(lezer, object, handeling));
                }
            }
        }
        som.finalize().iter().fold(String::new(), |mut hex, byte| {
            // INVARIANT: writing to a String cannot fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }

    fn cel(&self, lezer: Lezer, object: Object, handeling: Handeling) -> Vec<u8> {
        let ruimte = self.ruimte(lezer, object, handeling);
        let mut tekst = format!("\n{lezer} {} {}:", object.woord(), handeling.woord());
        if ruimte.is_nooit() {
            tekst.push_str("nooit");
            return tekst.into_bytes();
        }
        ruimte.veto_waar().for_each(|feit| tekst.extend([" -", feit.woord()]));
        ruimte.veto_onwaar().for_each(|feit| tekst.extend([" +", feit.woord()]));
        ruimte.vrij().for_each(|feit| tekst.extend([" ?", feit.woord()]));
        let besluit = |omst: Omstandigheden| u8::from(self.mag(lezer, object, handeling, &omst));
        let mut bytes = tekst.into_bytes();
        bytes.extend(ruimte.omstandigheden().map(besluit));
        bytes
    }
}
