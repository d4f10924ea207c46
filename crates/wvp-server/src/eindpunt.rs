//! Endpoints: what the router serves and what the document says of it, in one value, so that neither can be
//! there without the other.

use axum::Router;
use axum::handler::Handler;
use axum::routing::{MethodRouter, delete, get, post, put};
use schemars::JsonSchema;
use serde_json::Value;

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

/// What may come back.
#[derive(Debug, Clone)]
pub(crate) struct Antwoord {
    pub(crate) status: u16,
    pub(crate) uitleg: &'static str,
    /// The form of the body, as JSON; none when there is none.
    pub(crate) lijf: Option<Vorm>,
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
    pub(crate) invoer: Option<Vorm>,
    pub(crate) voorbeeld: Option<Value>,
    pub(crate) antwoorden: Vec<Antwoord>,
    route: MethodRouter<Staat>,
}

impl Eindpunt {
    pub(crate) fn get<H: Handler<T, Staat>, T: 'static>(pad: impl Into<String>, doe: H) -> Self {
        Self::new(Methode::Get, pad.into(), get(doe))
    }

    pub(crate) fn post<H: Handler<T, Staat>, T: 'static>(pad: impl Into<String>, doe: H) -> Self {
        Self::new(Methode::Post, pad.into(), post(doe))
    }

    pub(crate) fn put<H: Handler<T, Staat>, T: 'static>(pad: impl Into<String>, doe: H) -> Self {
        Self::new(Methode::Put, pad.into(), put(doe))
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
            voorbeeld: None,
            antwoorden: vec![],
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

    pub(crate) fn invoer(self, vorm: Vorm, voorbeeld: Option<Value>) -> Self {
        Self { invoer: Some(vorm), voorbeeld, ..self }
    }

    /// It may answer with JSON of a form.
    pub(crate) fn geeft<T: JsonSchema>(self, status: u16, uitleg: &'static str) -> Self {
        self.antwoord(Antwoord { status, uitleg, lijf: Some(Vorm::uit::<T>()) })
    }

    /// It may answer without a body.
    pub(crate) fn leeg(self, status: u16, uitleg: &'static str) -> Self {
        self.antwoord(Antwoord { status, uitleg, lijf: None })
    }

    fn antwoord(mut self, antwoord: Antwoord) -> Self {
        self.antwoorden.push(antwoord);
        self
    }
}

/// A router that serves these endpoints.
pub(crate) fn router(eindpunten: &[Eindpunt]) -> Router<Staat> {
    eindpunten
        .iter()
        .fold(Router::new(), |router, eindpunt| router.route(&eindpunt.pad, eindpunt.route.clone()))
}
