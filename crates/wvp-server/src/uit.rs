//! Answers as JSON.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::probleem::Probleem;

/// An answer as JSON.
pub(crate) struct Uit<T>(pub(crate) T);

impl<T: Serialize> IntoResponse for Uit<T> {
    fn into_response(self) -> Response {
        match serde_json::to_vec(&self.0) {
            Ok(lijf) => {
                let soort = HeaderValue::from_static("application/json");
                ([(header::CONTENT_TYPE, soort)], lijf).into_response()
            }
            Err(fout) => Probleem::storing(&fout).into_response(),
        }
    }
}
