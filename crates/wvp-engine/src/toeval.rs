//! Random ids are drawn here and nowhere else.

use uuid::Uuid;

/// A new random id.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "the one place where random ids are drawn")]
pub fn nieuw_id() -> Uuid {
    Uuid::new_v4()
}
