//! Reports, and our draft of the re-integratieverslag: process data only (documents.md 1.11, 1.12).

use super::{Eis, Groep, STUK, veld};
use crate::termijn::Wie::{self, Werkgever};
use crate::voorzet::bron::overig;

const NODIG: (Wie, Eis) = (Werkgever, Eis::Nodig);

pub(in super::super) const WEEK_42: &[Groep] = &[Groep {
    onder: "a",
    velden: &[
        STUK,
        veld("gemeld_op", "Gemeld op", NODIG, overig::vandaag),
        veld(
            "eerste_ziektedag",
            "Eerste ziektedag",
            (Werkgever, Eis::Wet("Ziektewet art. 38 lid 1")),
            overig::verschoven_eerste_ziektedag,
        ),
    ],
}];

pub(in super::super) const HERSTEL: &[Groep] = &[Groep {
    onder: "a",
    velden: &[
        STUK,
        veld("eerste_dag_geschikt", "Eerste dag geschikt", NODIG, overig::zelf),
        veld("gemeld_op", "Gemeld op", NODIG, overig::vandaag),
    ],
}];

pub(in super::super) const RIV_CONCEPT: &[Groep] = &[Groep {
    onder: "a",
    velden: &[
        STUK,
        veld("opgesteld_op", "Opgesteld op", NODIG, overig::vandaag),
        veld("elementen", "Onderdelen", NODIG, overig::elementen),
    ],
}];
