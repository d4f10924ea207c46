//! The calculators, without log-in: nothing personal comes in.

use axum::extract::State;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use wvp_access::{DIGEST, Tabel, Tabelrij, ToegangInvoer, antwoord};
use wvp_domain::Datum;
use wvp_domain::rekenmachine::{
    Invoer, Ruw, Uitvoer, WatAls, Wijziging, bereken_ruw, lees_gecontroleerd, wat_als,
};
use wvp_domain::wachttijd::Verlofperiode;

use super::gedeeld::{fout, fouten};
use crate::eindpunt::{Eindpunt, Methode};
use crate::invoer::Json;
use crate::probleem::Probleem;
use crate::staat::Staat;
use crate::uit::Uit;
use crate::vorm::Vorm;

const GROEP: &str = "Rekenen";

pub(super) fn eindpunten() -> Vec<Eindpunt> {
    vec![
        Eindpunt::post("/v1/termijnen", termijnen)
            .heet("berekenTermijnen", "Bereken alle termijnen van ziekteperioden")
            .onder(GROEP)
            .open()
            .invoer(Vorm::invoer::<Invoer>())
            .voorbeeld(json!({
                "peildatum": "2025-06-01",
                "perioden": [
                    { "eerste_ziektedag": "2025-03-03", "hersteld_per": "2025-04-14" },
                    { "eerste_ziektedag": "2025-05-11" }
                ],
                "gedaan": { "probleemanalyse": "2025-03-24" }
            }))
            .geeft::<Uitvoer>(200, "De termijnen per zaak, de oudste eerst"),
        Eindpunt::met_lijf(Methode::Post, "/v1/wat-als", vergelijk)
            .heet("berekenWatAls", "Vergelijk de termijnen voor en na een wijziging")
            .onder(GROEP)
            .open()
            .voorbeeld(json!({
                "invoer": { "perioden": [{ "eerste_ziektedag": "2025-03-03" }] },
                "wijziging": { "hersteld_per": "2025-05-01" }
            }))
            .geeft::<WatAls>(200, "De termijnen voor en na, met wat verschilt"),
        toegang(),
        tabel(),
    ]
}

async fn termijnen(
    State(staat): State<Staat>,
    Json(ruw): Json<Ruw>,
) -> Result<Uit<Uitvoer>, Probleem> {
    let vandaag = staat.engine.klok().vandaag();
    bereken_ruw(ruw, vandaag).map(Uit).map_err(fouten)
}

/// What is asked of wat-als.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct WatAlsInvoer {
    /// The facts as they are, as for the terms.
    #[schemars(with = "Invoer")]
    invoer: Ruw,
    /// What changes; at least one.
    wijziging: Wijzigingen,
}

/// Changes of the facts.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
struct Wijzigingen {
    /// The last case began on this day.
    eerste_ziektedag: Option<Datum>,
    /// Recovered: the first fit day.
    hersteld_per: Option<Datum>,
    /// Ill again from this day on.
    opnieuw_ziek: Option<Datum>,
    /// Leave.
    verlof: Option<Verlofwijziging>,
    /// AOW begins on this day.
    aow_datum: Option<Datum>,
    /// The last day of the employment.
    laatste_werkdag: Option<Datum>,
}

/// Leave.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Verlofwijziging {
    /// First day.
    van: Datum,
    /// Last day (inclusive).
    tot_en_met: Datum,
    /// Whether the illness before and after has the same cause.
    #[serde(default)]
    zelfde_oorzaak: bool,
}

impl Wijzigingen {
    fn alle(self) -> Vec<Wijziging> {
        let verlof = self.verlof.map(|it| {
            Wijziging::Verlof(Verlofperiode {
                van: it.van,
                tot_en_met: it.tot_en_met,
                zelfde_oorzaak: it.zelfde_oorzaak,
            })
        });
        let alle = [
            self.eerste_ziektedag.map(Wijziging::EersteZiektedag),
            self.hersteld_per.map(Wijziging::HersteldPer),
            self.opnieuw_ziek.map(Wijziging::OpnieuwZiek),
            verlof,
            self.aow_datum.map(Wijziging::AowDatum),
            self.laatste_werkdag.map(Wijziging::LaatsteWerkdag),
        ];
        alle.into_iter().flatten().collect()
    }
}

async fn vergelijk(staat: Staat, (): (), vraag: WatAlsInvoer) -> Result<Uit<WatAls>, Probleem> {
    reken_wat_als(vraag, staat.engine.klok().vandaag()).map(Uit)
}

/// Computes the terms before and after the changes, on a day.
///
/// # Errors
///
/// A problem with every fault.
pub(crate) fn reken_wat_als(vraag: WatAlsInvoer, vandaag: Datum) -> Result<WatAls, Probleem> {
    let feiten = lees_gecontroleerd(vraag.invoer, vandaag).map_err(fouten)?;
    let wijzigingen = vraag.wijziging.alle();
    if wijzigingen.is_empty() {
        return Err(fout("wijziging", "noem minstens één wijziging"));
    }
    let peildatum = feiten.peildatum.unwrap_or(vandaag);
    wat_als(&feiten.verloop(), &wijzigingen, peildatum).map_err(fouten)
}

/// A question about access, in the words of the table.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Toegangsvraag {
    /// Party of the reader.
    party: String,
    /// Function of the reader within that party.
    function: String,
    /// The object.
    category: String,
    /// The action.
    action: String,
    /// The facts that are true; all others are false.
    #[serde(default)]
    circumstances: Vec<String>,
}

/// The decision.
#[derive(Serialize, JsonSchema)]
struct Toegangsbesluit {
    /// `allow` or `deny`.
    decision: String,
    /// The rules behind it.
    rules: Vec<String>,
    /// What must be done along with it.
    obligations: Vec<String>,
    /// Why, in Dutch.
    uitleg: String,
}

fn toegang() -> Eindpunt {
    let voorbeeld = json!({
        "party": "werkgever", "function": "werkgever", "category": "B", "action": "read",
        "circumstances": ["authenticated", "mfa", "in_scope"]
    });
    Eindpunt::met_lijf(Methode::Post, "/v1/toegang", besluit)
        .heet("beslisToegang", "Vraag de tabel van bevoegdheden om een besluit")
        .onder(GROEP)
        .open()
        .voorbeeld(voorbeeld)
        .geeft::<Toegangsbesluit>(200, "Het besluit, met de regels erachter")
}

async fn besluit(_: Staat, (): (), vraag: Toegangsvraag) -> Result<Uit<Value>, Probleem> {
    let Toegangsvraag { party, function, category, action, circumstances } = vraag;
    let vraag = ToegangInvoer { party, function, category, action, circumstances };
    let besluit = antwoord(&vraag).map_err(|nee| fout("", &nee.to_string()))?;
    serde_json::to_value(besluit).map(Uit).map_err(|fout| Probleem::storing(&fout))
}

/// A right: who may do what with what, when, and by which rules.
#[derive(Serialize, JsonSchema)]
struct Toegangsrij {
    /// Party of the reader; `*` is any.
    party: &'static str,
    /// Function of the reader within that party.
    function: &'static str,
    /// The object.
    category: &'static str,
    /// The action.
    action: &'static str,
    /// When it holds.
    condition: &'static str,
    /// `allow` or `deny`.
    decision: &'static str,
    /// The rules behind it.
    rules: &'static [&'static str],
}

/// The table of rights.
#[derive(Serialize, JsonSchema)]
struct Toegangstabel {
    /// SHA-256 over every decision that follows from it, in hexadecimal digits.
    vingerafdruk: &'static str,
    /// The rows; a `deny` that holds wins, and what no row allows is not allowed.
    rijen: Vec<Toegangsrij>,
}

fn tabel() -> Eindpunt {
    Eindpunt::get("/v1/toegang", geef_tabel)
        .heet("leesToegangstabel", "De tabel van bevoegdheden, met de bron van elke rij")
        .onder(GROEP)
        .open()
        .geeft::<Toegangstabel>(200, "De tabel")
}

async fn geef_tabel() -> Uit<Toegangstabel> {
    let rij = |it: Tabelrij<'static>| Toegangsrij {
        party: it.party,
        function: it.function,
        category: it.category,
        action: it.action,
        condition: it.condition,
        decision: it.decision,
        rules: it.rules,
    };
    let rijen = Tabel::ingebed().in_woorden().map(rij).collect();
    Uit(Toegangstabel { vingerafdruk: DIGEST, rijen })
}
