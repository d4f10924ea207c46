//! How a reminder of an own step speaks.

use super::herinnering::{moment, overgeslagen};
use super::{Beschreven, Veld, datum, ja_nee, lijst, samen, tekst};
use crate::ladder::tredendag;
use crate::mijlpaal::stapherinnering::Stapgegeven;

impl Beschreven for Stapgegeven {
    fn velden(&self) -> Vec<Veld> {
        let sleutel = &self.sleutel;
        let verschoven = tredendag(sleutel.uiterlijk, sleutel.trede).uitleg();
        let overgeslagen = self.overgeslagen.iter();
        samen([
            tekst("Stap", sleutel.stap.as_str()),
            tekst("Keer", u32::from(sleutel.keer).saturating_add(1).to_string().as_str()),
            datum("Uiterlijk", sleutel.uiterlijk),
            tekst("Moment", moment(sleutel.trede).as_str()),
            tekst("Verschoven", verschoven.unwrap_or_default().as_str()),
            tekst("Aan", sleutel.aan.naam()),
            datum("Gegeven op", self.gegeven_op),
            ja_nee("Later gegeven dan gepland", self.laat),
            lijst(
                "Overgeslagen",
                overgeslagen.map(|it| self::overgeslagen(sleutel.uiterlijk, sleutel.trede, *it)),
            ),
        ])
    }
}
