//! Files as answers.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

/// The content type of a paper.
pub(crate) const PDF: &str = "application/pdf";
/// The content type of a picture.
pub(crate) const JPG: &str = "image/jpeg";
/// The content type of a text document.
pub(crate) const DOCX: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/// The content type of several files in one.
pub(crate) const ZIP: &str = "application/zip";

/// A file to save. Its name is made of kinds of papers, numbers and days, and never of people.
pub(crate) struct Bestand {
    pub(crate) soort: &'static str,
    pub(crate) naam: String,
    pub(crate) inhoud: Vec<u8>,
}

impl IntoResponse for Bestand {
    fn into_response(self) -> Response {
        let bewaar = format!("attachment; filename=\"{}\"", veilig(&self.naam));
        let bewaar = HeaderValue::from_str(&bewaar);
        let bewaar = bewaar.unwrap_or(HeaderValue::from_static("attachment"));
        let koppen = [
            (header::CONTENT_TYPE, HeaderValue::from_static(self.soort)),
            (header::CONTENT_DISPOSITION, bewaar),
        ];
        (koppen, self.inhoud).into_response()
    }
}

/// A name that no header and no disk reads as anything but a name.
fn veilig(naam: &str) -> String {
    let teken = |it: char| if it.is_ascii_alphanumeric() || "._-".contains(it) { it } else { '_' };
    naam.chars().map(teken).collect()
}

#[cfg(test)]
mod tests {
    use super::veilig;

    #[test]
    fn een_naam_breekt_niet_uit_zijn_kop() {
        assert_eq!(veilig("plan_van_aanpak.pdf"), "plan_van_aanpak.pdf");
        assert_eq!(veilig("../a\"; b\r\nc"), ".._a___b__c");
    }
}
