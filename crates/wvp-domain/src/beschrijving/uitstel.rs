//! How a reminder that was put off speaks.

use super::herinnering::moment;
use super::{Beschreven, Veld, datum, samen, tekst};
use crate::mijlpaal::uitstel::{Uitgesteld, Waarover};

impl Beschreven for Uitgesteld {
    fn velden(&self) -> Vec<Veld> {
        let waarover = match &self.over {
            Waarover::Termijn(termijn) => termijn.naam(),
            Waarover::Stap(naam) => naam,
        };
        samen([
            tekst("Over", waarover),
            tekst("Keer", u32::from(self.keer).saturating_add(1).to_string().as_str()),
            datum("Uiterlijk", self.uiterlijk),
            tekst("Moment", moment(self.trede).as_str()),
            tekst("Aan", self.aan.naam()),
            datum("Komt terug op", self.tot),
            tekst("Reden", self.reden.as_str()),
        ])
    }
}
