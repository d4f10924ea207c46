//! One line of a key file.

use std::fmt::Write as _;

use wvp_domain::Compartiment;
use zeroize::Zeroizing;

use super::super::{Rol, Sleutel, SleutelId};

const ONDERTEKEN: &str = "onderteken";
const ROL: &str = "rol";

type Materiaal = Zeroizing<[u8; Sleutel::BYTES]>;

/// What a line says.
pub(super) enum Regel {
    /// A key of a compartment, with its generation.
    Kek(Compartiment, u32, Sleutel),
    /// The seed of a signing key.
    Onderteken(Materiaal),
    /// What the node is for.
    Rol(Rol),
}

impl Regel {
    /// Reads a line; none when it is no such line.
    pub(super) fn lees(regel: &str) -> Option<Self> {
        let (wat, rest) = regel.split_once(' ')?;
        match wat {
            ROL => Rol::met_naam(rest).map(Self::Rol),
            ONDERTEKEN => lees_hex(rest).map(Self::Onderteken),
            _ => {
                let (nummer, generatie) = wat.split_once('.').unwrap_or((wat, "1"));
                let compartiment = Compartiment::met_nummer(nummer.parse().ok()?)?;
                let sleutel = kek(compartiment, lees_hex(rest)?);
                Some(Self::Kek(compartiment, generatie.parse().ok()?, sleutel))
            }
        }
    }
}

/// The key-encryption key of a compartment; its name is the number of the compartment.
pub(super) fn kek(compartiment: Compartiment, materiaal: Materiaal) -> Sleutel {
    Sleutel::new(SleutelId(u64::from(compartiment.nummer())), materiaal)
}

/// Writes a line with a key.
pub(super) fn schrijf_kek(
    tekst: &mut String,
    compartiment: Compartiment,
    generatie: u32,
    sleutel: &Sleutel,
) {
    let _nooit_fout = match generatie {
        1 => write!(tekst, "{} ", compartiment.nummer()),
        later => write!(tekst, "{}.{later} ", compartiment.nummer()),
    };
    schrijf_hex(tekst, sleutel.materiaal());
}

/// Writes a line with the seed of a signing key.
pub(super) fn schrijf_zaad(tekst: &mut String, zaad: &Materiaal) {
    tekst.push_str(ONDERTEKEN);
    tekst.push(' ');
    schrijf_hex(tekst, zaad);
}

/// Writes a line with what the node is for.
pub(super) fn schrijf_rol(tekst: &mut String, rol: Rol) {
    let _nooit_fout = writeln!(tekst, "{ROL} {}", rol.naam());
}

fn schrijf_hex(tekst: &mut String, bytes: &[u8; Sleutel::BYTES]) {
    for byte in bytes {
        let _nooit_fout = write!(tekst, "{byte:02x}");
    }
    tekst.push('\n');
}

fn lees_hex(hex: &str) -> Option<Materiaal> {
    let mut materiaal = Zeroizing::new([0; Sleutel::BYTES]);
    let (paren, rest) = hex.as_bytes().as_chunks::<2>();
    if paren.len() != Sleutel::BYTES || !rest.is_empty() {
        return None;
    }
    for (byte, paar) in materiaal.iter_mut().zip(paren) {
        *byte = u8::from_str_radix(std::str::from_utf8(paar).ok()?, 16).ok()?;
    }
    Some(materiaal)
}
