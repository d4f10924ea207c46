//! What many endpoints share: parameters, and the answer to a fact that was recorded.

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;
use wvp_domain::rekenmachine::InvoerFout;
use wvp_engine::{Grootte, Versiemerk, nieuw_id};

use crate::eindpunt::{Parameter, Waar};
use crate::probleem::{Probleem, Veldfout};
use crate::uit::Uit;

/// A parameter that many endpoints take.
pub(super) struct Gedeeld {
    pub(super) naam: &'static str,
    waar: Waar,
    uitleg: &'static str,
    vorm: &'static str,
}

/// The dossier in the path.
pub(super) const DOSSIER: Gedeeld = Gedeeld::nummer("dossier", "Het nummer van het dossier");

/// The version that the caller saw.
pub(super) const IF_MATCH: Gedeeld = Gedeeld {
    naam: "If-Match",
    waar: Waar::Kop,
    uitleg: "De `ETag` die u las; is het dossier intussen gewijzigd, dan is het antwoord 412",
    vorm: "",
};

/// The number of the request.
pub(super) const IDEMPOTENTIE: Gedeeld = Gedeeld {
    naam: "Idempotency-Key",
    waar: Waar::Kop,
    uitleg: "Het nummer van het stuk, als `a.stuk` ontbreekt: hetzelfde verzoek nog eens verandert dan niets",
    vorm: "uuid",
};

impl Gedeeld {
    /// A number in the path.
    pub(super) const fn nummer(naam: &'static str, uitleg: &'static str) -> Self {
        Self { naam, waar: Waar::Pad, uitleg, vorm: "uuid" }
    }

    pub(super) fn parameter(&self) -> Parameter {
        let Self { naam, waar, uitleg, vorm } = *self;
        Parameter { naam, waar, uitleg, schema: tekst(vorm) }
    }
}

/// The schema of a text, of a form or free.
pub(super) fn tekst(vorm: &str) -> Value {
    if vorm.is_empty() {
        json!({ "type": "string" })
    } else {
        json!({ "type": "string", "format": vorm })
    }
}

/// That a fact was recorded.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Vastgelegd {
    /// The number of the document.
    pub(super) stuk: Option<Uuid>,
}

impl IntoResponse for Vastgelegd {
    fn into_response(self) -> Response {
        (StatusCode::CREATED, Uit(self)).into_response()
    }
}

/// The number that the request brings for what it records, or a new one.
pub(super) fn nummer_van_verzoek(koppen: &HeaderMap) -> Result<Uuid, Probleem> {
    let Some(kop) = koppen.get(IDEMPOTENTIE.naam) else { return Ok(nieuw_id()) };
    let nummer = kop.to_str().ok().and_then(|it| Uuid::parse_str(it).ok());
    nummer.ok_or_else(|| fout(IDEMPOTENTIE.naam, "verwacht een nummer (UUID)"))
}

/// Asks for a number of rows on a page.
pub(super) fn grootte(hoogstens: Option<usize>) -> Result<Grootte, Probleem> {
    let gevraagd =
        hoogstens.map(|it| Grootte::try_new(it).map_err(|_| fout("hoogstens", "1 tot en met 200")));
    Ok(gevraagd.transpose()?.unwrap_or_default())
}

/// A parameter in the query.
pub(super) fn vraag(naam: &'static str, uitleg: &'static str, schema: Value) -> Parameter {
    Parameter { naam, waar: Waar::Vraag, uitleg, schema }
}

/// Where a page begins.
pub(super) fn na() -> Parameter {
    vraag("na", "Verder na deze plek: `verder` van de bladzijde ervoor", tekst(""))
}

/// How many rows on a page.
pub(super) fn hoogstens() -> Parameter {
    let getal = json!({ "type": "integer", "minimum": 1, "maximum": 200 });
    vraag("hoogstens", "Hoeveel per bladzijde; standaard 50", getal)
}

/// A page as it is asked for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Bladvraag {
    pub(super) na: Option<Uuid>,
    pub(super) hoogstens: Option<usize>,
}

/// One field that is wrong.
pub(super) fn fout(veld: &str, regel: &str) -> Probleem {
    Probleem::invoer(vec![Veldfout {
        veld: veld.to_owned(),
        regel: regel.to_owned(),
        waarde: None,
    }])
}

/// What a reader of the domain found: it names field, value and rule itself.
pub(super) fn fouten(fouten: Vec<InvoerFout>) -> Probleem {
    let een = |it: InvoerFout| Veldfout { veld: it.veld, regel: it.regel, waarde: Some(it.waarde) };
    Probleem::invoer(fouten.into_iter().map(een).collect())
}

/// What a reader saw as it stands in `ETag`.
pub(super) fn etag(merk: Versiemerk) -> String {
    format!("\"{merk}\"")
}

/// Puts a header of our own making.
pub(super) fn zet(koppen: &mut HeaderMap, naam: header::HeaderName, waarde: &str) {
    if let Ok(waarde) = HeaderValue::from_str(waarde) {
        koppen.insert(naam, waarde);
    }
}

/// The version that the caller saw; none when it does not matter.
pub(super) fn verwacht(koppen: &HeaderMap) -> Result<Option<Versiemerk>, Probleem> {
    let Some(kop) = koppen.get(header::IF_MATCH) else { return Ok(None) };
    let kop = kop.to_str().unwrap_or_default().trim();
    if kop == "*" {
        return Ok(None);
    }
    let merk = kop.strip_prefix('"').and_then(|it| it.strip_suffix('"'));
    let merk: Option<Versiemerk> = merk.and_then(|it| it.parse().ok());
    merk.map(Some).ok_or_else(|| fout(IF_MATCH.naam, "verwacht de waarde van `ETag`"))
}
