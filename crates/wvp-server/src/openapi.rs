//! The document of the API (OpenAPI 3.1), made from the endpoints themselves.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use utoipa::openapi::path::{OperationBuilder, ParameterBuilder, ParameterIn, PathItemBuilder};
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::{
    ContactBuilder, ContentBuilder, HttpMethod, InfoBuilder, LicenseBuilder, OpenApiBuilder,
    PathsBuilder, Ref, Required, ResponseBuilder, SecurityRequirement, ServerBuilder,
};

use crate::VERSIE;
use crate::eindpunt::{Antwoord, Eindpunt, Lijf, Methode, Parameter, Slot, Waar};
use crate::probleem::{INHOUDSOORT, Probleem};
use crate::voorbeeld;
use crate::vorm::{Vorm, Vormen};

/// The names of the two ways in, in the document.
const COOKIE: &str = "sessie";
const TOKEN: &str = "token";

const UITLEG: &str = "De API van Poortwachter. Dagen zijn kalenderdagen in Nederland (JJJJ-MM-DD), tijden zijn UTC. \
Wat u niet mag zien, bestaat voor u niet: dan is het antwoord 404. Een feit vastleggen mag nog eens: hetzelfde feit \
onder hetzelfde nummer (`a.stuk` of `Idempotency-Key`) verandert niets.";

/// Makes the document.
pub(crate) fn document(eindpunten: &[Eindpunt]) -> Value {
    let mut vormen = Vormen::default();
    vormen.neem(&Vorm::uit::<Probleem>());
    let mut paden: BTreeMap<&str, PathItemBuilder> = BTreeMap::new();
    for eindpunt in eindpunten {
        let (methode, handeling) = handeling(eindpunt, &mut vormen);
        let item = paden.remove(eindpunt.pad.as_str()).unwrap_or_default();
        paden.insert(&eindpunt.pad, item.operation(methode, handeling));
    }
    let paden = paden
        .into_iter()
        .fold(PathsBuilder::new(), |alle, (pad, item)| alle.path(pad, item.build()));
    let document = OpenApiBuilder::new()
        .info(info())
        .servers(Some([ServerBuilder::new()
            .url("/")
            .description(Some("Deze installatie"))
            .build()]))
        .paths(paden.build())
        .build();
    // Made of texts and numbers only: there is nothing in it that JSON cannot say.
    let mut json = serde_json::to_value(document).unwrap_or_default();
    if let Value::Object(velden) = &mut json {
        velden.insert("components".to_owned(), onderdelen(vormen));
    }
    json
}

fn info() -> utoipa::openapi::Info {
    let contact =
        ContactBuilder::new().name(Some("De beheerder van deze installatie")).url(Some("/help"));
    InfoBuilder::new()
        .title("Poortwachter")
        .version(VERSIE)
        .description(Some(UITLEG))
        .contact(Some(contact.build()))
        .license(Some(LicenseBuilder::new().name("EUPL-1.2").identifier(Some("EUPL-1.2")).build()))
        .build()
}

/// The forms, and the ways in.
fn onderdelen(vormen: Vormen) -> Value {
    json!({
        "schemas": vormen.als_json(),
        "securitySchemes": {
            COOKIE: {
                "type": "apiKey", "in": "cookie", "name": "__Host-sessie",
                "description": "Een sessie van een mens die inlogde."
            },
            TOKEN: {
                "type": "http", "scheme": "bearer",
                "description": "Een token dat een gebruiker uitgaf, voor een ander programma."
            }
        }
    })
}

fn handeling(
    eindpunt: &Eindpunt,
    vormen: &mut Vormen,
) -> (HttpMethod, utoipa::openapi::path::Operation) {
    let mut bouw = OperationBuilder::new()
        .operation_id(Some(eindpunt.naam.clone()))
        .summary(Some(eindpunt.titel.clone()))
        .tag(eindpunt.groep);
    for it in &eindpunt.parameters {
        bouw = bouw.parameter(parameter(it));
    }
    if let Some(lijf) = &eindpunt.invoer {
        bouw = bouw.request_body(Some(verzoek(lijf, eindpunt.voorbeeld.as_ref(), vormen)));
    }
    for it in &eindpunt.antwoorden {
        bouw = bouw.response(it.status.to_string(), antwoord(it, vormen));
    }
    for (status, uitleg) in problemen(eindpunt) {
        bouw = bouw.response(status, probleem(uitleg));
    }
    bouw = match eindpunt.slot {
        Slot::Open => bouw.securities(Some(Vec::<SecurityRequirement>::new())),
        Slot::Ingelogd => bouw.securities(Some(
            [COOKIE, TOKEN].map(|naam| SecurityRequirement::new(naam, Vec::<String>::new())),
        )),
    };
    let methode = match eindpunt.methode {
        Methode::Get => HttpMethod::Get,
        Methode::Post => HttpMethod::Post,
        Methode::Put => HttpMethod::Put,
        Methode::Delete => HttpMethod::Delete,
    };
    (methode, bouw.build())
}

fn parameter(it: &Parameter) -> utoipa::openapi::path::Parameter {
    let waar = match it.waar {
        Waar::Pad => ParameterIn::Path,
        Waar::Vraag => ParameterIn::Query,
        Waar::Kop => ParameterIn::Header,
    };
    // A schema of one type only; what is not known of it is left out of the document.
    let schema = serde_json::from_value(it.schema.clone()).unwrap_or_default();
    ParameterBuilder::new()
        .name(it.naam)
        .parameter_in(waar)
        .required(if it.waar == Waar::Pad { Required::True } else { Required::False })
        .description(Some(it.uitleg))
        .schema(Some(utoipa::openapi::RefOr::<utoipa::openapi::Schema>::T(schema)))
        .build()
}

fn antwoord(it: &Antwoord, vormen: &mut Vormen) -> utoipa::openapi::Response {
    if it.status >= 400 {
        return probleem(it.uitleg);
    }
    let bouw = ResponseBuilder::new().description(it.uitleg);
    match &it.lijf {
        None => bouw.build(),
        Some(Lijf::Json(vorm)) => {
            let schema = Ref::from_schema_name(vormen.neem(vorm));
            let inhoud =
                ContentBuilder::new().schema(Some(schema)).example(Some(voorbeeld::van(vorm)));
            bouw.content("application/json", inhoud.build()).build()
        }
        // Bytes have no schema: the content type says all there is to say.
        Some(Lijf::Bestand(soorten)) => soorten
            .iter()
            .fold(bouw, |bouw, soort| bouw.content(*soort, ContentBuilder::new().build()))
            .build(),
    }
}

fn verzoek(
    lijf: &Lijf,
    eigen: Option<&Value>,
    vormen: &mut Vormen,
) -> utoipa::openapi::request_body::RequestBody {
    let bouw = RequestBodyBuilder::new().required(Some(Required::True));
    match lijf {
        Lijf::Json(vorm) => {
            let inhoud = ContentBuilder::new()
                .schema(Some(Ref::from_schema_name(vormen.neem(vorm))))
                .example(Some(eigen.cloned().unwrap_or_else(|| voorbeeld::van(vorm))));
            bouw.content("application/json", inhoud.build()).build()
        }
        Lijf::Bestand(soorten) => soorten
            .iter()
            .fold(bouw, |bouw, soort| {
                bouw.content(*soort, ContentBuilder::new().example(eigen.cloned()).build())
            })
            .build(),
    }
}

/// What may go wrong at every endpoint of its kind.
fn problemen(eindpunt: &Eindpunt) -> Vec<(&'static str, &'static str)> {
    let mut alle = vec![];
    let heeft_invoer = eindpunt.invoer.is_some();
    if heeft_invoer || !eindpunt.parameters.is_empty() {
        alle.push(("400", "De invoer klopt niet; alle fouten staan erin"));
    }
    if eindpunt.slot == Slot::Ingelogd {
        alle.extend([
            ("401", "Niet ingelogd"),
            ("403", "Dit mag niet, met de regels erbij"),
            ("404", "Niet gevonden, of niet voor u"),
        ]);
    }
    if heeft_invoer {
        alle.extend([("413", "Te groot"), ("415", "Niet de soort inhoud die hier hoort")]);
    }
    if heeft_invoer && eindpunt.slot == Slot::Ingelogd {
        alle.extend([
            ("409", "Het dossier of de wet zegt nee, met de grondslag"),
            ("412", "Iemand anders was u voor: lees opnieuw"),
        ]);
    }
    alle.extend([
        ("429", "Te veel verzoeken"),
        ("500", "Er ging iets mis"),
        ("503", "Het is te druk"),
    ]);
    alle
}

fn probleem(uitleg: &str) -> utoipa::openapi::Response {
    let inhoud = ContentBuilder::new().schema(Some(Ref::from_schema_name("Probleem"))).build();
    ResponseBuilder::new().description(uitleg).content(INHOUDSOORT, inhoud).build()
}
