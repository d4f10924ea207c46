//! A mark as it may hide.

use crate::merk::MERK;

/// Asks that bytes hold no mark, in whatever guise.
///
/// # Panics
///
/// When they do.
pub fn eis_schoon(wat: &str, bytes: &[u8]) {
    for vorm in vermommingen() {
        assert!(!bevat(bytes, &vorm), "het merk staat in {wat}");
    }
}

/// Whether bytes stand within others.
#[must_use]
pub fn bevat(bytes: &[u8], vorm: &[u8]) -> bool {
    bytes.windows(vorm.len()).any(|deel| deel == vorm)
}

/// The mark as it is, in UTF-16, in hexadecimals, and in base64 at each of the three places where it can begin
/// within a group.
fn vermommingen() -> Vec<Vec<u8>> {
    let utf16 = |volgorde: fn(u16) -> [u8; 2]| MERK.encode_utf16().flat_map(volgorde).collect();
    let mut vormen: Vec<Vec<u8>> =
        vec![MERK.into(), utf16(u16::to_le_bytes), utf16(u16::to_be_bytes)];
    let hex: String = MERK.bytes().fold(String::new(), |tekst, byte| format!("{tekst}{byte:02x}"));
    vormen.extend([hex.to_uppercase().into_bytes(), hex.into_bytes()]);
    for ervoor in 0..3_usize {
        let bytes = [vec![0; ervoor], MERK.as_bytes().to_vec()].concat();
        // What stands before the mark colours the first two characters of its group.
        vormen.push(base64(&bytes).bytes().skip((ervoor * 8).div_ceil(6)).collect());
    }
    vormen
}

/// Standard base64 without padding.
fn base64(bytes: &[u8]) -> String {
    const TEKENS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits: Vec<u8> =
        bytes.iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1)).collect();
    let zessen = bits.chunks_exact(6).map(|zes| zes.iter().fold(0, |som, bit| som << 1 | bit));
    zessen.filter_map(|getal| TEKENS.get(usize::from(getal)).copied().map(char::from)).collect()
}

#[cfg(test)]
mod tests {
    use super::{base64, bevat, vermommingen};
    use crate::merk::MERK;

    #[test]
    fn een_vermomd_merk_wordt_gevonden() {
        for ervoor in 0..4 {
            let tekst = base64(format!("{}{MERK} en meer", "x".repeat(ervoor)).as_bytes());
            let gevonden = vermommingen().iter().any(|vorm| bevat(tekst.as_bytes(), vorm));
            assert!(gevonden, "{ervoor}: {tekst}");
        }
    }
}
