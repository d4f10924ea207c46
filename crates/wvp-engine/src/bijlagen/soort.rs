//! What kind of file it is, by its content: a name proves nothing.

use wvp_domain::mijlpaal::getekend_exemplaar::Bestandsoort;

/// The kind; none for what UWV does not take (RIV-23).
pub(super) fn van(bytes: &[u8]) -> Option<Bestandsoort> {
    match infer::get(bytes)?.mime_type() {
        "application/pdf" => Some(Bestandsoort::Pdf),
        "image/jpeg" => Some(Bestandsoort::Jpg),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => {
            Some(Bestandsoort::Docx)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::van;
    use wvp_domain::mijlpaal::getekend_exemplaar::Bestandsoort;

    /// The first entry of an archive, with this name and no content.
    fn archief(naam: &str) -> Vec<u8> {
        let lengte = u16::try_from(naam.len()).unwrap().to_le_bytes();
        let kop = [b"PK\x03\x04\x14\x00".as_slice(), &[0; 20], &lengte, &[0, 0], naam.as_bytes()];
        kop.concat()
    }

    #[test]
    fn de_inhoud_zegt_wat_het_is() {
        assert_eq!(van(b"%PDF-1.7\n"), Some(Bestandsoort::Pdf));
        assert_eq!(van(&[0xff, 0xd8, 0xff, 0xe0]), Some(Bestandsoort::Jpg));
        assert_eq!(van(&archief("word/document.xml")), Some(Bestandsoort::Docx));
    }

    #[test]
    fn wat_uwv_niet_aanneemt_is_niets() {
        for ander in [b"<html>".as_slice(), b"MZ\x90\x00", b"\x89PNG\r\n\x1a\n", &archief("a.exe")]
        {
            assert_eq!(van(ander), None);
        }
    }
}
