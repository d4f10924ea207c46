//! One of several shapes as one word, so that a list can offer it: the word of the shape, and what stands under it.

use serde_json::{Value, json};

/// The word in a form of the shape that is one of what is known.
pub(super) const BEKEND: &str = "bekend";

/// `{"Overig": "7f2c…"}` as `Overig:7f2c…`; none for what has no such word.
#[must_use]
pub fn keuzewoord(waarde: &Value) -> Option<String> {
    let alle = waarde.as_object().filter(|it| it.len() == 1)?;
    let (woord, binnen) = alle.iter().next()?;
    Some(format!("{woord}:{}", binnen.as_str()?))
}

/// What such a word stands for; any other word stands for itself.
pub(super) fn van_keuzewoord(woord: &str) -> Value {
    match woord.split_once(':') {
        Some((vorm, binnen)) => json!({ vorm: binnen }),
        None => json!(woord),
    }
}
