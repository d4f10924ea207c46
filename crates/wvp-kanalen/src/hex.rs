//! Bytes as hexadecimal digits, and back.

const ZESTIEN: u32 = 16;

/// Bytes as small hexadecimal digits.
pub(crate) fn hex_uit(bytes: &[u8]) -> String {
    let cijfers = bytes.iter().flat_map(|byte| [u32::from(byte >> 4), u32::from(byte & 0x0f)]);
    cijfers.filter_map(|cijfer| char::from_digit(cijfer, ZESTIEN)).collect()
}

/// Reads hexadecimal digits back; none when there are others, or an odd number.
pub(crate) fn bytes_uit(hex: &str) -> Option<Vec<u8>> {
    let cijfers: Option<Vec<u32>> = hex.chars().map(|teken| teken.to_digit(ZESTIEN)).collect();
    let paren = cijfers.filter(|it| it.len().is_multiple_of(2))?;
    let byte = |paar: &[u32]| match paar {
        [hoog, laag] => u8::try_from(hoog * ZESTIEN + laag).ok(),
        _ => None,
    };
    paren.chunks(2).map(byte).collect()
}
