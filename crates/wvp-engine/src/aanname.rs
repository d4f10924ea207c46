//! Circumstances that no event establishes yet.
//!
//! Accounts, sessions, assignments and secrecy declarations become events of their own when the
//! access rules are completed; until then the command line, the demo and the tests take them from
//! this one function. Whatever is not named here stays unknown: false for an allow, true for a deny.

use wvp_access::{Feit, Omstandigheden};

/// A personal account, logged in with a second factor, bound to secrecy, assigned to the dossier,
/// with a declared purpose and a re-integration order.
#[must_use]
pub fn gewone_sessie() -> Omstandigheden {
    let waar = [
        Feit::Authenticated,
        Feit::Mfa,
        Feit::SecrecyBound,
        Feit::InScope,
        Feit::PurposeDeclared,
        Feit::ReintOrder,
        Feit::BsnLegalGround,
    ];
    let onwaar = [
        Feit::SharedAccount,
        Feit::Revoked,
        Feit::SodConflict,
        Feit::Restricted,
        Feit::Erased,
        Feit::OutsideEu,
    ];
    let begin = waar.into_iter().fold(Omstandigheden::onbekend(), |som, feit| som.met(feit, true));
    onwaar.into_iter().fold(begin, |som, feit| som.met(feit, false))
}
