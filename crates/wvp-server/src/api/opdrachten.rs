//! Acts as rows: where one is posted, and which command its body becomes. A body is the payload of the command by its
//! sections; who does it, and when it was recorded, never comes from a body.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::{Sectie, Secties};
use wvp_engine::{Engine, ExecuteError, Gebruiker, Versiemerk};

use super::gedeeld::{Gedeeld, IDEMPOTENTIE, IF_MATCH, Vastgelegd, nummer_van_verzoek, verwacht};
use crate::eindpunt::Eindpunt;
use crate::invoer::{Json, Keurder};
use crate::probleem::Probleem;
use crate::staat::Staat;
use crate::voorbeeld;
use crate::vorm::Vorm;
use crate::wacht::Ingelogd;

/// What a command comes to.
pub(super) type Uitkomst<'a> = Pin<Box<dyn Future<Output = Result<(), ExecuteError>> + Send + 'a>>;

/// What acts are about (a dossier, an employee, an account), and how the engine does one.
pub(super) struct Onderwerp<C: 'static> {
    /// Its address, up to and including its number.
    pub(super) pad: &'static str,
    /// Its number.
    pub(super) nummer: Gedeeld,
    /// Under which head its acts stand.
    pub(super) groep: &'static str,
    /// Executes a command on it.
    pub(super) doe:
        for<'a> fn(&'a Engine, &'a Gebruiker, Uuid, C, Option<Versiemerk>) -> Uitkomst<'a>,
    /// Whether a reader ever does such a thing: whether a page offers it.
    pub(super) biedt_aan: fn(Lezer, &C) -> bool,
}

/// For acts that a page offers to everybody who gets there.
pub(super) fn aan_iedereen<C>(_: Lezer, _: &C) -> bool {
    true
}

/// What comes of an act: nothing, or why not.
type Gedaan = Pin<Box<dyn Future<Output = Result<(), Probleem>> + Send>>;

/// How an act is done: by whom, on what, with which payload, on which version.
type Doe = dyn Fn(Staat, Gebruiker, Uuid, Value, Option<Versiemerk>) -> Gedaan + Send + Sync;

/// An act as a page does it: its form, and the same way in as the endpoint.
#[derive(Clone)]
pub(crate) struct Daad {
    /// The address of what it is about, as the API has it.
    pub(crate) pad: &'static str,
    /// Under which head it stands.
    pub(crate) groep: &'static str,
    /// Its word in addresses.
    pub(crate) woord: &'static str,
    /// What it is called.
    pub(crate) titel: &'static str,
    /// The form of its payload.
    pub(crate) vorm: Vorm,
    doe: Arc<Doe>,
    biedt_aan: Arc<dyn Fn(Lezer) -> bool + Send + Sync>,
}

impl Daad {
    /// Whether a page offers this to a reader.
    pub(crate) fn is_voor(&self, lezer: Lezer) -> bool {
        (self.biedt_aan)(lezer)
    }

    /// Does it, with a payload that is judged first.
    ///
    /// # Errors
    ///
    /// A problem with every fault, or with the refusal.
    pub(crate) async fn doe(
        &self,
        staat: &Staat,
        wie: Gebruiker,
        id: Uuid,
        json: Value,
        verwacht: Option<Versiemerk>,
    ) -> Result<(), Probleem> {
        (self.doe)(staat.clone(), wie, id, json, verwacht).await
    }
}

impl fmt::Debug for Daad {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Daad")
            .field("pad", &self.pad)
            .field("woord", &self.woord)
            .finish_non_exhaustive()
    }
}

/// A payload by its sections, as it comes in.
#[derive(Deserialize)]
struct Lading<A, B, C, D> {
    a: A,
    b: Option<B>,
    c: Option<C>,
    d: Option<D>,
}

impl<A, B, C, D> Lading<A, B, C, D> {
    fn secties(self) -> Secties<A, B, C, D> {
        let mut secties = Secties::proces(self.a);
        if let Some(b) = self.b {
            secties = secties.met_b(b);
        }
        if let Some(c) = self.c {
            secties = secties.met_c(c);
        }
        match self.d {
            Some(d) => secties.met_d(d),
            None => secties,
        }
    }
}

/// One row: under which word it is posted, what it is called, and the command that it becomes.
pub(super) fn rij<O, A, B, C, D>(
    onderwerp: &'static Onderwerp<O>,
    woord: &'static str,
    titel: &'static str,
    maak: fn(Secties<A, B, C, D>) -> O,
) -> Eindpunt
where
    O: Send + 'static,
    A: Sectie + JsonSchema + Send + 'static,
    B: Sectie + JsonSchema + Send + 'static,
    C: Sectie + JsonSchema + Send + 'static,
    D: Sectie + JsonSchema + Send + 'static,
{
    let daad = daad(onderwerp, (woord, titel), maak);
    let vorm = daad.vorm.clone();
    let zelfde = daad.clone();
    let doe = move |State(staat): State<Staat>,
                    Path(id): Path<Uuid>,
                    ingelogd: Ingelogd,
                    koppen: HeaderMap,
                    Json(json): Json| {
        let daad = zelfde.clone();
        async move {
            let (json, stuk) = met_nummer(json, &koppen)?;
            let verwacht = verwacht(&koppen)?;
            daad.doe(&staat, ingelogd.wie, id, json, verwacht).await?;
            Ok::<_, Probleem>(Vastgelegd { stuk })
        }
    };
    Eindpunt::post(format!("{}/{woord}", onderwerp.pad), doe)
        .heet(format!("leg{}Vast", vormnaam(woord)), titel)
        .onder(onderwerp.groep)
        .met(onderwerp.nummer.parameter())
        .met(IF_MATCH.parameter())
        .met(IDEMPOTENTIE.parameter())
        .invoer(vorm)
        .geeft::<Vastgelegd>(201, "Vastgelegd, of dat was al zo")
        .doet(daad)
}

/// The act of a row.
fn daad<O, A, B, C, D>(
    onderwerp: &'static Onderwerp<O>,
    (woord, titel): (&'static str, &'static str),
    maak: fn(Secties<A, B, C, D>) -> O,
) -> Daad
where
    O: Send + 'static,
    A: Sectie + JsonSchema + Send + 'static,
    B: Sectie + JsonSchema + Send + 'static,
    C: Sectie + JsonSchema + Send + 'static,
    D: Sectie + JsonSchema + Send + 'static,
{
    let vorm = Vorm::lading::<A, B, C, D>(&format!("{}Lading", vormnaam(woord)));
    let keurder = Keurder::new(&vorm);
    let proef = voorbeeld::van(&vorm);
    let biedt_aan = move |lezer| {
        let lading = serde_json::from_value::<Lading<A, B, C, D>>(proef.clone());
        lading.is_ok_and(|it| (onderwerp.biedt_aan)(lezer, &maak(it.secties())))
    };
    let doe = move |staat: Staat, wie: Gebruiker, id, json, verwacht| -> Gedaan {
        let keurder = keurder.clone();
        Box::pin(async move {
            let lading: Lading<A, B, C, D> = keurder.lees(json)?;
            let opdracht = maak(lading.secties());
            Ok((onderwerp.doe)(&staat.engine, &wie, id, opdracht, verwacht).await?)
        })
    };
    let (doe, biedt_aan) = (Arc::new(doe), Arc::new(biedt_aan));
    let (pad, groep) = (onderwerp.pad, onderwerp.groep);
    Daad { pad, groep, woord, titel, vorm, doe, biedt_aan }
}

/// The number of the document follows from the header when the body holds none, and is drawn when there is no
/// header: then a repeat is a fact of its own.
fn met_nummer(mut json: Value, koppen: &HeaderMap) -> Result<(Value, Option<Uuid>), Probleem> {
    let Some(a) = json.get_mut("a").and_then(Value::as_object_mut) else { return Ok((json, None)) };
    let gegeven = a.get("stuk").and_then(Value::as_str).and_then(|it| Uuid::parse_str(it).ok());
    if gegeven.is_some() || a.contains_key("stuk") {
        return Ok((json, gegeven));
    }
    let nummer = nummer_van_verzoek(koppen)?;
    a.insert("stuk".to_owned(), json!(nummer));
    Ok((json, Some(nummer)))
}

/// `plannen-van-aanpak` as a name for programs: `PlannenVanAanpak`.
fn vormnaam(woord: &str) -> String {
    let groot = |deel: &str| {
        let mut letters = deel.chars();
        letters
            .next()
            .map_or_else(String::new, |eerste| eerste.to_uppercase().chain(letters).collect())
    };
    woord.split(['-', '/']).map(groot).collect()
}
