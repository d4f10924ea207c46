//! Style, typeface and script, as they were put together when the program was built. Their address holds a hash of
//! them all, so a browser may keep them for good.

/// A file that a page asks for.
#[derive(Debug)]
pub struct Middel {
    /// Its name, the last part of its address.
    pub naam: &'static str,
    /// Its content type.
    pub soort: &'static str,
    /// Whether `bytes` are compressed (gzip).
    pub gecomprimeerd: bool,
    /// The file.
    pub bytes: &'static [u8],
}

include!(concat!(env!("OUT_DIR"), "/middelen.rs"));

/// The address of an asset on this server.
#[must_use]
pub fn adres(naam: &str) -> String {
    format!("/middelen/{VERSIE}/{naam}")
}

/// The asset at the last two parts of an address; none when there is no such asset now.
#[must_use]
pub fn zoek(versie: &str, naam: &str) -> Option<&'static Middel> {
    ALLE.iter().find(|it| versie == VERSIE && it.naam == naam)
}

#[cfg(test)]
mod tests {
    use super::{ALLE, VERSIE, zoek};

    #[test]
    fn alleen_wat_er_is_staat_onder_de_versie_van_nu() {
        assert_eq!(ALLE.len(), 6);
        assert!(zoek(VERSIE, "stijl.css").is_some_and(|it| it.gecomprimeerd));
        assert!(zoek("0000000000000000", "stijl.css").is_none());
        assert!(zoek(VERSIE, "../stijl.css").is_none());
    }
}
