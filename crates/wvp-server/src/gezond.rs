//! Liveness, readiness and figures, for who runs the house.

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::from_fn;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::koppen::alleen_koppen;
use crate::probleem::Probleem;
use crate::staat::Staat;

const OPENMETRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// `/gezond`, `/gereed` and `/metrics`.
pub(crate) fn router() -> Router<Staat> {
    Router::new()
        .route("/gezond", get(|| async { "gezond\n" }))
        .route("/gereed", get(gereed))
        .route("/metrics", get(metingen))
        .layer(from_fn(alleen_koppen))
}

/// Whether the store answers. That a tick was missed is for the operator to mend, and no reason to send visitors
/// elsewhere: it stands in the figures.
async fn gereed(State(staat): State<Staat>) -> Response {
    match staat.engine.gereedheid().await {
        Ok(_) => "gereed\n".into_response(),
        Err(fout) => {
            tracing::error!(%fout, "niet gereed");
            (StatusCode::SERVICE_UNAVAILABLE, "niet gereed\n").into_response()
        }
    }
}

async fn metingen(State(staat): State<Staat>) -> Result<Response, Probleem> {
    let eigen = staat.metingen.als_tekst().map_err(|fout| Probleem::storing(&fout))?;
    let gereedheid = staat.engine.gereedheid().await.map_err(|fout| Probleem::storing(&fout))?;
    let werk = gereedheid.als_metingen().map_err(|fout| Probleem::storing(&fout))?;
    // Two texts, one end.
    let eigen = eigen.trim_end().strip_suffix("# EOF").unwrap_or(&eigen).to_owned();
    let soort = [(header::CONTENT_TYPE, HeaderValue::from_static(OPENMETRICS))];
    Ok((soort, eigen + &werk).into_response())
}
