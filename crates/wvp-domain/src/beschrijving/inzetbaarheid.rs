//! How a change of inzetbaarheid speaks.

use super::{Beschreven, Veld, datum, ja_nee, samen, tekst, verwijzing};
use crate::mijlpaal::gedeeld::Minuten;
use crate::mijlpaal::inzetbaarheid::{Werkzaamheden, Wijziging};

impl Beschreven for Wijziging {
    fn velden(&self) -> Vec<Veld> {
        samen([
            datum("Vanaf", self.vanaf),
            tekst("Arbeidsongeschikt", self.ao_percentage.to_string().as_str()),
            tekst("Werkt per week", self.uren_per_week.as_ref().map(Minuten::to_string).as_deref()),
            Some(verwijzing("Op grond van", self.grond)),
        ])
    }
}

impl Beschreven for Werkzaamheden {
    fn velden(&self) -> Vec<Veld> {
        samen([
            tekst("Werkzaamheden", self.werkzaamheden.as_str()),
            ja_nee("Eigen werk", self.eigen_werk),
        ])
    }
}
