//! The terms of a dossier that are neither done nor gone, whatever day it is.

use wvp_domain::termijn::{Status, Termijnstand, agenda};
use wvp_domain::wachttijd::ketens;
use wvp_domain::{Datum, Dossier, termijn::Verloop};

/// The open terms of the last chain, by last day; none in a closed dossier.
///
/// They are asked for as seen from the first day of illness: then none has passed yet, so that what
/// is overdue is left to whoever reads. A case older than the rules we know has none.
pub(crate) fn open(dossier: &Dossier) -> Vec<Termijnstand> {
    let Some(begin) = dossier.eerste_ziektedag().filter(|_| !dossier.is_gesloten()) else {
        return vec![];
    };
    let mut open = agenda(dossier, begin).unwrap_or_default();
    open.retain(|termijn| termijn.voldaan_op.is_none() && staat_open(termijn.status));
    open.sort_by_key(|termijn| termijn.uiterlijk);
    open
}

/// First day of illness of the last chain, shifted by gaps and leave (D*, C-08).
pub(crate) fn verschoven(dossier: &Dossier) -> Option<Datum> {
    let verloop = Verloop::uit_dossier(dossier);
    let ketens = ketens(&verloop.perioden, &verloop.verlof);
    ketens.last().map(wvp_domain::wachttijd::Keten::verschoven_eerste_ziektedag)
}

fn staat_open(status: Status) -> bool {
    match status {
        Status::Open | Status::TeLaat | Status::Verwacht => true,
        Status::Voldaan | Status::TeVroeg | Status::Vervallen => false,
    }
}
