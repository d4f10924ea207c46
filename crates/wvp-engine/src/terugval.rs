//! What no event establishes yet, in one place. It shrinks; nothing else in the house assumes.

use wvp_access::{Feit, Lezer, Omstandigheden};

/// About every request: the house runs within the EU, a dossier that opens was not erased, and the
/// number is used for what the law asks of its readers (the table says who those are).
pub(crate) fn altijd(bekend: Omstandigheden) -> Omstandigheden {
    bekend.met(Feit::OutsideEu, false).met(Feit::Erased, false).met(Feit::BsnLegalGround, true)
}

/// About the receiver of a message, who has no session: the address stands in the dossier or in the
/// registration, for this hat. The message itself holds nothing but a term of category A.
pub(crate) fn ontvanger(lezer: Lezer) -> Omstandigheden {
    let waar = [Feit::Authenticated, Feit::PurposeDeclared, Feit::InScope, Feit::AfterSickReport];
    let onwaar = [Feit::SharedAccount, Feit::Revoked, Feit::SodConflict, Feit::Restricted];
    let begin = altijd(Omstandigheden::onbekend()).met(Feit::OwnRecord, lezer == Lezer::Werknemer);
    let begin = waar.into_iter().fold(begin, |som, feit| som.met(feit, true));
    onwaar.into_iter().fold(begin, |som, feit| som.met(feit, false))
}
