//! Endpoints: what the router serves and what the document says of it, in one value, so that neither can be
//! there without the other.

use std::pin::Pin;

use axum::Router;
use axum::extract::{DefaultBodyLimit, FromRequestParts, State};
use axum::handler::Handler;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodFilter, MethodRouter, delete, get, on, post};
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::api::Daad;
use crate::instellingen::Instellingen;
use crate::invoer::{Json, Keurder};
use crate::probleem::Probleem;
use crate::staat::Staat;
use crate::vorm::Vorm;

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Methode {
    Get,
    Post,
    Put,
    Delete,
}

impl Methode {
    fn filter(self) -> MethodFilter {
        match self {
            Self::Get => MethodFilter::GET,
            Self::Post => MethodFilter::POST,
            Self::Put => MethodFilter::PUT,
            Self::Delete => MethodFilter::DELETE,
        }
    }
}

/// Who gets in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slot {
    /// Anybody: nothing personal comes in or goes out.
    Open,
    /// Who is logged in, or brings a token.
    Ingelogd,
}

/// A parameter in the path, the query or a header.
#[derive(Debug, Clone)]
pub(crate) struct Parameter {
    pub(crate) naam: &'static str,
    pub(crate) waar: Waar,
    pub(crate) uitleg: &'static str,
    pub(crate) schema: Value,
}

/// Where a parameter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Waar {
    Pad,
    Vraag,
    Kop,
}

/// What a body is.
#[derive(Debug, Clone)]
pub(crate) enum Lijf {
    /// JSON of a form.
    Json(Vorm),
    /// A file of one of these content types.
    Bestand(&'static [&'static str]),
}

/// How large a body may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Grens {
    /// As JSON is.
    Json,
    /// One file.
    Bestand,
    /// A package of files.
    Pakket,
}

impl Grens {
    /// In bytes.
    pub(crate) fn bytes(self, instellingen: &Instellingen) -> usize {
        match self {
            Self::Json => Instellingen::JSON_HOOGSTENS,
            Self::Bestand => instellingen.lijf_hoogstens,
            Self::Pakket => {
                instellingen.lijf_hoogstens.saturating_mul(Instellingen::BESTANDEN_PER_PAKKET)
            }
        }
    }
}

/// What may come back.
#[derive(Debug, Clone)]
pub(crate) struct Antwoord {
    pub(crate) status: u16,
    pub(crate) uitleg: &'static str,
    /// The body; none when there is none.
    pub(crate) lijf: Option<Lijf>,
}

/// One endpoint.
#[derive(Debug, Clone)]
pub(crate) struct Eindpunt {
    pub(crate) methode: Methode,
    pub(crate) pad: String,
    pub(crate) naam: String,
    pub(crate) titel: String,
    pub(crate) groep: &'static str,
    pub(crate) slot: Slot,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) invoer: Option<Lijf>,
    grens: Grens,
    pub(crate) voorbeeld: Option<Value>,
    pub(crate) antwoorden: Vec<Antwoord>,
    /// The act that a page can do too.
    pub(crate) daad: Option<Daad>,
    route: MethodRouter<Staat>,
}

impl Eindpunt {
    pub(crate) fn get<H: Handler<T, Staat>, T: 'static>(pad: impl Into<String>, doe: H) -> Self {
        Self::new(Methode::Get, pad.into(), get(doe))
    }

    pub(crate) fn post<H: Handler<T, Staat>, T: 'static>(pad: impl Into<String>, doe: H) -> Self {
        Self::new(Methode::Post, pad.into(), post(doe))
    }

    /// A body of the form of `T` comes in here; it is judged before `doe` sees it. `E` is what else of the request is
    /// asked for.
    pub(crate) fn met_lijf<T, E, F, R>(
        methode: Methode,
        pad: impl Into<String>,
        doe: impl Fn(Staat, E, T) -> F + Clone + Send + Sync + 'static,
    ) -> Self
    where
        T: DeserializeOwned + JsonSchema + Send + 'static,
        E: FromRequestParts<Staat> + Send + 'static,
        F: Future<Output = Result<R, Probleem>> + Send + 'static,
        R: IntoResponse + 'static,
    {
        let vorm = Vorm::invoer::<T>();
        let route = on(methode.filter(), gekeurd(Keurder::new(&vorm), doe));
        Self::new(methode, pad.into(), route).invoer(vorm)
    }

    pub(crate) fn delete<H: Handler<T, Staat>, T: 'static>(pad: impl Into<String>, doe: H) -> Self {
        Self::new(Methode::Delete, pad.into(), delete(doe))
    }

    fn new(methode: Methode, pad: String, route: MethodRouter<Staat>) -> Self {
        Self {
            methode,
            pad,
            naam: String::new(),
            titel: String::new(),
            groep: "",
            slot: Slot::Ingelogd,
            parameters: vec![],
            invoer: None,
            grens: Grens::Json,
            voorbeeld: None,
            antwoorden: vec![],
            daad: None,
            route,
        }
    }

    /// Its name for programs, and in a few words for people.
    pub(crate) fn heet(self, naam: impl Into<String>, titel: impl Into<String>) -> Self {
        Self { naam: naam.into(), titel: titel.into(), ..self }
    }

    pub(crate) fn onder(self, groep: &'static str) -> Self {
        Self { groep, ..self }
    }

    /// Nothing personal comes in or goes out, so anybody may.
    pub(crate) fn open(self) -> Self {
        Self { slot: Slot::Open, ..self }
    }

    pub(crate) fn met(mut self, parameter: Parameter) -> Self {
        self.parameters.push(parameter);
        self
    }

    pub(crate) fn invoer(self, vorm: Vorm) -> Self {
        Self { invoer: Some(Lijf::Json(vorm)), ..self }
    }

    /// A file comes in, of one of these content types.
    pub(crate) fn neemt_bestand(self, soorten: &'static [&'static str], grens: Grens) -> Self {
        Self { invoer: Some(Lijf::Bestand(soorten)), grens, ..self }
    }

    /// The act that it does, for pages.
    pub(crate) fn doet(self, daad: Daad) -> Self {
        Self { daad: Some(daad), ..self }
    }

    /// What a body may look like.
    pub(crate) fn voorbeeld(self, voorbeeld: Value) -> Self {
        Self { voorbeeld: Some(voorbeeld), ..self }
    }

    /// It may answer with JSON of a form.
    pub(crate) fn geeft<T: JsonSchema>(self, status: u16, uitleg: &'static str) -> Self {
        self.antwoord(Antwoord { status, uitleg, lijf: Some(Lijf::Json(Vorm::uit::<T>())) })
    }

    /// It may answer with a file of one of these content types.
    pub(crate) fn geeft_bestand(
        self,
        status: u16,
        uitleg: &'static str,
        soorten: &'static [&'static str],
    ) -> Self {
        self.antwoord(Antwoord { status, uitleg, lijf: Some(Lijf::Bestand(soorten)) })
    }

    /// It may answer without a body, or with a problem.
    pub(crate) fn leeg(self, status: u16, uitleg: &'static str) -> Self {
        self.antwoord(Antwoord { status, uitleg, lijf: None })
    }

    /// It may refuse for a reason of its own, as a problem.
    pub(crate) fn weigert(self, status: u16, uitleg: &'static str) -> Self {
        self.antwoord(Antwoord { status, uitleg, lijf: None })
    }

    fn antwoord(mut self, antwoord: Antwoord) -> Self {
        self.antwoorden.push(antwoord);
        self
    }
}

/// What happens with a body that was judged.
type Antwoordt = Pin<Box<dyn Future<Output = Response> + Send>>;

fn gekeurd<T, E, F, R>(
    keurder: Keurder,
    doe: impl Fn(Staat, E, T) -> F + Clone + Send + Sync + 'static,
) -> impl Fn(State<Staat>, E, Json) -> Antwoordt + Clone + Send + Sync + 'static
where
    T: DeserializeOwned + Send + 'static,
    E: Send + 'static,
    F: Future<Output = Result<R, Probleem>> + Send + 'static,
    R: IntoResponse + 'static,
{
    move |State(staat), van, Json(json)| {
        let (keurder, doe) = (keurder.clone(), doe.clone());
        Box::pin(async move {
            match keurder.lees(json) {
                Ok(lijf) => doe(staat, van, lijf).await.into_response(),
                Err(probleem) => probleem.into_response(),
            }
        })
    }
}

/// A router that serves these endpoints.
pub(crate) fn router(eindpunten: &[Eindpunt], instellingen: &Instellingen) -> Router<Staat> {
    eindpunten.iter().fold(Router::new(), |router, eindpunt| {
        let grens = DefaultBodyLimit::max(eindpunt.grens.bytes(instellingen));
        router.route(&eindpunt.pad, eindpunt.route.clone().layer(grens))
    })
}
