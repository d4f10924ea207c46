//! Loonopschorting en loonstop (BW 7:629(3),(6)).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::{niet_in_toekomst, niet_omgekeerd};
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type Loonmaatregel = Secties<Opgelegd, Reden>;

/// Section A: which measure, from when.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Opgelegd {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// Which measure.
    pub soort: Soort,
    /// First day.
    pub vanaf: Datum,
    /// Day it was announced to the employee (BW 7:629(7): at once).
    pub aangekondigd_op: Datum,
}

impl Sectie for Opgelegd {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Opgelegd {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.vanaf
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.vanaf = datum;
    }
}

/// Section B: why.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Reden {
    /// Which duty was not met.
    pub reden: String,
}

impl Sectie for Reden {
    const COMPARTIMENT: Compartiment = Compartiment::BPoortwachter;
}

/// The payload, by category.
pub type EindeLoonmaatregel = Secties<Beeindigd>;

/// Section A: which measure, from when wages are paid again.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Beeindigd {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// The measure that ends.
    pub maatregel: StukId,
    /// First day with wages again.
    pub per: Datum,
}

impl Sectie for Beeindigd {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Beeindigd {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.per
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.per = datum;
    }
}

/// Which measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Soort {
    /// Wages wait until the employee gives the information asked (BW 7:629(6)).
    Opschorting,
    /// No right to wages while the employee does not cooperate (BW 7:629(3)).
    Stop,
}

pub(crate) fn decide_opleggen(
    dossier: &Dossier,
    opdracht: Loonmaatregel,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.loonmaatregel.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    niet_in_toekomst("aangekondigd_op", a.aangekondigd_op, vandaag)?;
    dossier.eis_na_begin("aangekondigd_op", a.aangekondigd_op)?;
    dossier.eis_na_begin("vanaf", a.vanaf)?;
    dossier.eis_in_dienst_op(a.vanaf)?;
    eis_geen_lopende_maatregel(dossier)?;
    Ok(vec![Event::LoonmaatregelOpgelegd(opdracht)])
}

pub(crate) fn evolve_opleggen(dossier: &mut Dossier, a: &Opgelegd) {
    dossier.stukken.insert(a.stuk);
    dossier.loonmaatregel.push(a.clone());
}

pub(crate) fn decide_beeindigen(
    dossier: &Dossier,
    opdracht: EindeLoonmaatregel,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    if dossier.loonmaatregel_einde.contains(a) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    let maatregelen = &dossier.loonmaatregel;
    let maatregel =
        dossier.eis_verwijzing("maatregel", a.maatregel, "loonmaatregel", maatregelen)?;
    niet_omgekeerd("per", maatregel.vanaf, Some(a.per))?;
    if let Some(einde) = dossier.loonmaatregel_einde.iter().find(|b| b.maatregel == a.maatregel) {
        return Err(Afwijzing::AlBeeindigd { op: einde.per });
    }
    Ok(vec![Event::LoonmaatregelBeeindigd(opdracht)])
}

pub(crate) fn evolve_beeindigen(dossier: &mut Dossier, a: &Beeindigd) {
    dossier.stukken.insert(a.stuk);
    dossier.loonmaatregel_einde.push(a.clone());
}

fn eis_geen_lopende_maatregel(dossier: &Dossier) -> Result<(), Afwijzing> {
    let is_beeindigd =
        |stuk: StukId| dossier.loonmaatregel_einde.iter().any(|einde| einde.maatregel == stuk);
    match dossier.loonmaatregel.iter().find(|maatregel| !is_beeindigd(maatregel.stuk)) {
        Some(lopend) => Err(Afwijzing::MaatregelLoopt { vanaf: lopend.vanaf }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use crate::Command;
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{self, dag, ziek};

    #[test]
    fn twee_maatregelen_tegelijk_worden_geweigerd() {
        let gegeven = na([
            ziek(),
            Command::LegLoonmaatregelOp(voorbeeld::loonmaatregel(2, dag("2025-05-01"))),
        ]);
        let opdracht = Command::LegLoonmaatregelOp(voorbeeld::loonmaatregel(3, dag("2025-06-01")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [INTERN]: er loopt al een loonmaatregel sinds `2025-05-01`. Beëindig eerst de maatregel die loopt.");
    }

    #[test]
    fn na_het_einde_mag_een_nieuwe_maatregel() {
        let gegeven = na([
            ziek(),
            Command::LegLoonmaatregelOp(voorbeeld::loonmaatregel(2, dag("2025-05-01"))),
            Command::BeeindigLoonmaatregel(voorbeeld::einde_loonmaatregel(3, dag("2025-05-15"), 2)),
        ]);
        let opdracht = Command::LegLoonmaatregelOp(voorbeeld::loonmaatregel(4, dag("2025-06-01")));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @r##"LoonmaatregelOpgelegd {"stuk":"#04","soort":"opschorting","vanaf":"2025-06-01","aangekondigd_op":"2025-06-01"}"##);
    }

    #[test]
    fn een_maatregel_eindigt_maar_een_keer() {
        let gegeven = na([
            ziek(),
            Command::LegLoonmaatregelOp(voorbeeld::loonmaatregel(2, dag("2025-05-01"))),
            Command::BeeindigLoonmaatregel(voorbeeld::einde_loonmaatregel(3, dag("2025-05-15"), 2)),
        ]);
        let opdracht =
            Command::BeeindigLoonmaatregel(voorbeeld::einde_loonmaatregel(4, dag("2025-05-16"), 2));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [INTERN]: dit is al beëindigd per `2025-05-15`. Klopt die datum niet? Leg dan een correctie vast.");
    }

    #[test]
    fn alleen_een_loonmaatregel_is_te_beeindigen() {
        let gegeven = na([ziek()]);
        let opdracht =
            Command::BeeindigLoonmaatregel(voorbeeld::einde_loonmaatregel(3, dag("2025-05-16"), 1));
        assert_snapshot!(uitkomst(&gegeven, "2027-06-01", opdracht), @"afgewezen [INTERN]: `maatregel` verwijst naar stuk `00000000-0000-0000-0000-000000000001`, maar dat is geen loonmaatregel. Controleer naar welk stuk u verwijst.");
    }
}
