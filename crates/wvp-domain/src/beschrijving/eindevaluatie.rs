//! How an eindevaluatie speaks.

use super::gedeeld::{ondertekeningen, visies};
use super::{Beschreven, Veld, datum, ja_nee, samen, tekst};
use crate::mijlpaal::eindevaluatie::{Bedrijf, Evaluatie, Opgesteld};

impl Beschreven for Opgesteld {
    fn velden(&self) -> Vec<Veld> {
        samen([
            datum("Opgesteld op", self.opgesteld_op),
            ondertekeningen(&self.ondertekeningen),
            ja_nee("Oordeel over de arbeidsrelatie opgenomen", self.over_arbeidsrelatie),
            ja_nee("Oordeel over passende arbeid opgenomen", self.over_passende_arbeid),
        ])
    }
}

impl Beschreven for Evaluatie {
    fn velden(&self) -> Vec<Veld> {
        let mut velden = samen([
            tekst("Oordeel over de arbeidsrelatie", self.oordeel_arbeidsrelatie.as_str()),
            tekst("Oordeel over passende arbeid", self.oordeel_passende_arbeid.as_str()),
            tekst("Stand van zaken", self.stand_van_zaken.as_str()),
            tekst("Resultaat eerste spoor", self.resultaat_eerste_spoor.as_str()),
            tekst("Resultaat tweede spoor", self.resultaat_tweede_spoor.as_str()),
            tekst("Vervolg", self.vervolg.as_str()),
        ]);
        velden.extend(visies(&self.visies));
        velden.extend(tekst("Waarom niet getekend", self.weigering_motivering.as_deref()));
        velden
    }
}

impl Beschreven for Bedrijf {
    fn velden(&self) -> Vec<Veld> {
        samen([tekst("Aard van het bedrijf", self.aard_bedrijf.as_str())])
    }
}
