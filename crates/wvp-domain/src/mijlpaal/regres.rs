//! Regres: whether a third party is liable (R-201).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::niet_in_toekomst;
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type Regres = Secties<Gemeld>;

/// Section A: yes or no.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Gemeld {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Whether a third party is liable.
    pub van_toepassing: bool,
    /// Day it was told.
    pub gemeld_op: Datum,
}

impl Sectie for Gemeld {
    const COMPARTIMENT: Compartiment = Compartiment::AVangnetWerknemer;
}

impl Feit for Gemeld {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.gemeld_op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.gemeld_op = datum;
    }
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: Regres,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.regres.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("gemeld_op", a.gemeld_op, vandaag)?;
    dossier.eis_na_begin("gemeld_op", a.gemeld_op)?;
    match dossier.regres.last() {
        Some(eerder) if eerder.van_toepassing == a.van_toepassing => {
            Err(Afwijzing::AlVastgelegd { wat: "dit antwoord over regres", op: eerder.gemeld_op })
        }
        Some(_) | None => Ok(vec![Event::RegresGemeld(opdracht)]),
    }
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Gemeld) {
    dossier.stukken.insert(a.stuk);
    dossier.regres.push(a.clone());
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use crate::Command;
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{self, dag, ziek};

    #[test]
    fn een_ander_antwoord_over_regres_wordt_vastgelegd() {
        let mut melding = voorbeeld::regres(3, dag("2025-04-10"));
        melding.a.van_toepassing = false;
        let gegeven = na([ziek(), Command::MeldRegres(voorbeeld::regres(2, dag("2025-03-10")))]);
        let opdracht = Command::MeldRegres(melding);
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @r##"RegresGemeld {"stuk":"#03","van_toepassing":false,"gemeld_op":"2025-04-10"}"##);
    }

    #[test]
    fn hetzelfde_antwoord_een_tweede_keer_wordt_geweigerd() {
        let gegeven = na([ziek(), Command::MeldRegres(voorbeeld::regres(2, dag("2025-03-10")))]);
        let opdracht = Command::MeldRegres(voorbeeld::regres(3, dag("2025-04-10")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [INTERN]: dit antwoord over regres staat al in het dossier, per `2025-03-10`. Klopt het niet? Corrigeer wat er staat, of trek het in en leg het opnieuw vast.");
    }
}
