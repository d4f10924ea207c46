//! Acts as rows: where one is posted, and which command its body becomes. A body is the payload of the command by its
//! sections; who does it, and when it was recorded, never comes from a body.

use std::pin::Pin;

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;
use wvp_domain::{Sectie, Secties};
use wvp_engine::{Engine, ExecuteError, Gebruiker, Versiemerk};

use super::gedeeld::{Gedeeld, IDEMPOTENTIE, IF_MATCH, Vastgelegd, nummer_van_verzoek, verwacht};
use crate::eindpunt::Eindpunt;
use crate::invoer::{Json, Keurder};
use crate::probleem::Probleem;
use crate::staat::Staat;
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
    let vorm = Vorm::lading::<A, B, C, D>(&format!("{}Lading", vormnaam(woord)));
    let keurder = Keurder::new(&vorm);
    let doe = move |State(staat): State<Staat>,
                    Path(id): Path<Uuid>,
                    ingelogd: Ingelogd,
                    koppen: HeaderMap,
                    Json(json): Json| {
        let keurder = keurder.clone();
        async move {
            let (json, stuk) = met_nummer(json, &koppen)?;
            let lading: Lading<A, B, C, D> = keurder.lees(json)?;
            let verwacht = verwacht(&koppen)?;
            let opdracht = maak(lading.secties());
            (onderwerp.doe)(&staat.engine, &ingelogd.wie, id, opdracht, verwacht).await?;
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
