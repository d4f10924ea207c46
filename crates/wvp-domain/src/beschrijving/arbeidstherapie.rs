//! How arbeidstherapie speaks.

use super::{Beschreven, Veld, datum, samen, tekst};
use crate::mijlpaal::arbeidstherapie::{Afspraak, Werkzaamheden};

impl Beschreven for Afspraak {
    fn velden(&self) -> Vec<Veld> {
        samen([
            datum("Van", self.van),
            datum("Tot en met", self.tot_en_met),
            tekst("Per week", self.uren_per_week.to_string().as_str()),
        ])
    }
}

impl Beschreven for Werkzaamheden {
    fn velden(&self) -> Vec<Veld> {
        samen([
            tekst("Werkzaamheden", self.werkzaamheden.as_str()),
            tekst("Doel", self.doel.as_str()),
        ])
    }
}
