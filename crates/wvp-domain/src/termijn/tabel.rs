//! THE TABLE: every term with its length, anchor, article and dates in force.
//!
//! Rows are grouped as a case runs. To change the law: end a row, add a row below it.

mod bijzonder;
mod eerste_jaar;
mod einde;
mod tweede_jaar;

use std::sync::LazyLock;

use super::anker::D_STER;
use super::voorwaarde::ALTIJD;
use super::{
    Aard, Basis, Duur, Extra, Geval, KeuzeId, Kracht, Optie, Peil, Termijn, TermijnFout, TermijnId,
    Verschuiving, Vervalgrond, Voldaan, Wie,
};
use crate::{Datum, Grondslag};

/// All rows, in groups.
pub const TABEL: [&[Termijn]; 4] =
    [eerste_jaar::RIJEN, tweede_jaar::RIJEN, einde::RIJEN, bijzonder::RIJEN];

/// All rows, in the order of the table.
pub fn rijen() -> impl Iterator<Item = &'static Termijn> {
    TABEL.into_iter().flatten()
}

/// The rows of one term with one basis: its versions and its special cases.
#[derive(Debug)]
pub(super) struct Groep {
    pub(super) id: TermijnId,
    pub(super) basis: Basis,
    pub(super) rijen: Vec<&'static Termijn>,
}

/// Every group, in the order in which the table first names it.
pub(super) static GROEPEN: LazyLock<Vec<Groep>> = LazyLock::new(|| {
    let mut groepen: Vec<Groep> = vec![];
    for rij in rijen() {
        match groepen.iter_mut().find(|groep| (groep.id, groep.basis) == (rij.id, rij.basis)) {
            Some(groep) => groep.rijen.push(rij),
            None => groepen.push(Groep { id: rij.id, basis: rij.basis, rijen: vec![rij] }),
        }
    }
    groepen
});

/// Where each group stands in [`GROEPEN`], by term and basis; a case is asked for its rows hundreds of
/// times, so finding them must cost nothing.
static PLAATSEN: LazyLock<[[Option<usize>; BASES]; TERMIJNEN]> = LazyLock::new(|| {
    std::array::from_fn(|id| {
        std::array::from_fn(|basis| {
            let hier = |groep: &Groep| (groep.id as usize, groep.basis as usize) == (id, basis);
            GROEPEN.iter().position(hier)
        })
    })
});

/// Number of terms.
const TERMIJNEN: usize = TermijnId::ALLE.len();
/// Number of bases.
const BASES: usize = 5;

/// Number of groups, at most.
pub(super) const PLAATSEN_HOOGSTENS: usize = 64;

/// Where the group of this term and basis stands, if there is one.
pub(super) fn plaats(id: TermijnId, basis: Basis) -> Option<usize> {
    *PLAATSEN.get(id as usize)?.get(basis as usize)?
}

/// The rows that apply to the case and are in force: one per id and basis, in the order of the table.
pub fn geldend(geval: &Geval) -> impl Iterator<Item = &'static Termijn> {
    GROEPEN.iter().filter_map(|groep| geval.rij(groep.id, groep.basis))
}

/// The table as it stood on a day: what was not in force by then was not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tabelstand(Option<Datum>);

impl Tabelstand {
    /// The whole table.
    pub const NU: Self = Self(None);

    /// The table as it stood on this day (inclusive): rows that began later are left out, and a row
    /// that ended on this day or later still runs.
    #[must_use]
    pub const fn op(dag: Datum) -> Self {
        Self(Some(dag))
    }

    /// Asks that the table held a rule by then.
    pub(super) fn eis_regels(self) -> Result<(), TermijnFout> {
        match self.0 {
            Some(dag) if !rijen().any(|rij| self.kent(rij)) => Err(TermijnFout::LegeTabel(dag)),
            Some(_) | None => Ok(()),
        }
    }

    /// The day, unless it is the whole table.
    #[must_use]
    pub(super) fn stand(self) -> Option<Datum> {
        self.0
    }

    /// Whether the row was there.
    #[must_use]
    pub fn kent(self, rij: &Termijn) -> bool {
        self.0.is_none_or(|dag| rij.kracht.is_begonnen(dag))
    }

    fn geldt_op(self, rij: &Termijn, dag: Datum) -> bool {
        let einde_onbekend = self
            .0
            .is_some_and(|stand| rij.kracht.loopt_nog_op(stand) && rij.kracht.is_begonnen(dag));
        einde_onbekend || rij.kracht.geldt_op(dag)
    }
}

/// Of the rows of a group that apply, the newest that had begun (law.md section 1a).
pub(super) fn nieuwste(geval: &Geval, groep: &Groep) -> Option<&'static Termijn> {
    let mut van_toepassing = groep
        .rijen
        .iter()
        .copied()
        .filter(|rij| geval.tabel.kent(rij) && (rij.geldt.geldt)(geval))
        .peekable();
    let mut laatste_begin = van_toepassing.peek()?.kracht.van;
    let mut beste: Option<(&'static Termijn, Datum)> = None;
    for rij in van_toepassing {
        laatste_begin = laatste_begin.max(rij.kracht.van);
        let Some(dag) = peil(geval, rij).filter(|dag| rij.kracht.is_begonnen(*dag)) else {
            continue;
        };
        if beste.is_none_or(|(ander, _)| rij.kracht.van >= ander.kracht.van) {
            beste = Some((rij, dag));
        }
    }
    let (rij, dag) = beste?;
    // A row that ended counts only up to where its successor takes over: between the two regimes a
    // last day may fall after the old one and, by the new one, before the new one began.
    let heeft_opvolger = laatste_begin > rij.kracht.van;
    (geval.tabel.geldt_op(rij, dag) || heeft_opvolger).then_some(rij)
}

/// The row of the ordinary case with the same id and basis, in the version that is in force.
pub(super) fn gewone_rij(geval: &Geval, rij: &Termijn) -> Option<&'static Termijn> {
    let groep = GROEPEN.get(plaats(rij.id, rij.basis)?)?;
    let bekend = groep.rijen.iter().copied().filter(|rij| geval.tabel.kent(rij));
    let begonnen = bekend
        .filter(|rij| rij.geldt.is_gewoon)
        .filter(|rij| peil(geval, rij).is_some_and(|dag| rij.kracht.is_begonnen(dag)));
    begonnen.max_by_key(|rij| rij.kracht.van)
}

/// Rows for the same case that were replaced by this one: older versions, oldest first.
pub(super) fn eerdere_versies<'a>(
    geval: &'a Geval,
    rij: &'a Termijn,
) -> impl Iterator<Item = &'static Termijn> + 'a {
    let groep = plaats(rij.id, rij.basis).and_then(|plaats| GROEPEN.get(plaats));
    let rijen = groep.map(|groep| groep.rijen.as_slice()).unwrap_or_default();
    rijen
        .iter()
        .copied()
        .filter(|ander| ander.kracht.van < rij.kracht.van && (ander.geldt.geldt)(geval))
        .filter(|ander| peil(geval, ander).is_some_and(|dag| ander.kracht.geldt_op(dag)))
}

/// Refuses a case from before the first rule we know.
///
/// # Errors
///
/// [`TermijnFout::VoorEersteRegel`] when a term that is selected by D* has no row that old.
pub fn eis_bekend_recht(geval: &Geval) -> Result<(), TermijnFout> {
    let op_d_ster = |rij: &&Termijn| rij.kracht.peil == Peil::VerschovenEersteZiektedag;
    let bekend = || rijen().filter(|rij| geval.tabel.kent(rij));
    for rij in bekend().filter(op_d_ster).filter(|rij| (rij.geldt.geldt)(geval)) {
        let zelfde = bekend().filter(|ander| ander.id == rij.id && ander.basis == rij.basis);
        let eerste = zelfde.map(|ander| ander.kracht.van).min().unwrap_or(rij.kracht.van);
        let te_oud = rij.kracht.van == eerste && !rij.kracht.is_begonnen(geval.d_ster);
        if te_oud {
            let (jaar, maand, dag) = rij.kracht.van;
            return Err(TermijnFout::VoorEersteRegel {
                termijn: rij.id.naam(),
                datum: geval.d_ster,
                vanaf: format!("{jaar:04}-{maand:02}-{dag:02}"),
            });
        }
    }
    Ok(())
}

/// The day that selects the version of a row.
pub(super) fn peil(geval: &Geval, rij: &Termijn) -> Option<Datum> {
    match rij.kracht.peil {
        Peil::VerschovenEersteZiektedag => Some(geval.d_ster),
        Peil::EigenUiterlijk => rij.uiterlijk_in(geval),
    }
}

/// What most rows share: counted from D*, exact days, done under its own id, since the WIA.
const RIJ: Termijn = Termijn {
    id: TermijnId::Probleemanalyse,
    basis: Basis::Wet,
    grondslag: Grondslag::new("", ""),
    wie: Wie::Niemand,
    aard: Aard::Plicht,
    vanaf: D_STER,
    vroegst_dagen: None,
    uiterlijk: Duur::Dagen(0),
    grenzen: &[],
    extra: &[],
    verschuiving: Verschuiving::Geen,
    slotgrenzen: &[],
    voldaan: Voldaan::Zelf,
    geldt: ALTIJD,
    vervalt_bij: LOPEND,
    kracht: SINDS_WIA,
    omschrijving: "",
    hard_alarm: false,
    te_laat_na: None,
    reden: None,
};

/// Suspended by recovery, gone after the employment.
const LOPEND: &[Vervalgrond] = &[Vervalgrond::Herstel, Vervalgrond::UitDienst];
/// As [`LOPEND`], and gone from AOW on since 2016 (R-73: R-05 up to and including R-18).
const RE_INTEGRATIE: &[Vervalgrond] =
    &[Vervalgrond::Herstel, Vervalgrond::AowSinds2016, Vervalgrond::UitDienst];
/// As [`LOPEND`], and gone from AOW on: who gets AOW gets nothing from UWV.
const NAAR_UWV: &[Vervalgrond] = &[Vervalgrond::Herstel, Vervalgrond::Aow, Vervalgrond::UitDienst];
/// The road to an ordinary WIA decision: gone by AOW or an early IVA application.
const NAAR_WIA: &[Vervalgrond] = &[Vervalgrond::Herstel, Vervalgrond::Aow, Vervalgrond::Iva];
/// As [`NAAR_WIA`], and gone after the employment.
const NAAR_RIV: &[Vervalgrond] =
    &[Vervalgrond::Herstel, Vervalgrond::Aow, Vervalgrond::UitDienst, Vervalgrond::Iva];

/// Since the WIA (law.md section 9), by D*.
const SINDS_WIA: Kracht = op_d_ster((2005, 12, 29), None);
/// Since the Verzamelwet SZW 2013 (law.md section 1a), by the last day itself.
const SINDS_JULI_2013: Kracht = op_uiterlijk((2013, 7, 1), None);
/// Up to the Verzamelwet SZW 2013.
const TOT_JULI_2013: Kracht = op_uiterlijk((2005, 12, 29), Some((2013, 6, 30)));

const VERTRAGING: Extra =
    Extra { naam: "de vertraging van de WIA-aanvraag", dagen: |geval, _| geval.vertraging_wia() };

/// K-7: a day later when that is set.
const WEKEN_VOL: Extra = Extra {
    naam: "de instelling dat de weken een dag later vol zijn (K-7)",
    dagen: |geval, _| i32::from(geval.kiest(KeuzeId::K7, Optie::DagErna)),
};

const fn op_d_ster(van: (i32, u32, u32), tot_en_met: Option<(i32, u32, u32)>) -> Kracht {
    Kracht { van, tot_en_met, peil: Peil::VerschovenEersteZiektedag }
}

const fn op_uiterlijk(van: (i32, u32, u32), tot_en_met: Option<(i32, u32, u32)>) -> Kracht {
    Kracht { van, tot_en_met, peil: Peil::EigenUiterlijk }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::{Basis, Duur, TermijnId, Verschuiving, geldend, rijen};
    use crate::termijn::{Geval, Verloop};
    use crate::wachttijd::ketens;
    use crate::{Datum, Ziekteperiode};

    fn verloop(eerste_ziektedag: Datum) -> Verloop {
        let periode = Ziekteperiode {
            eerste_ziektedag,
            hersteld_per: None,
            telt_niet_voor_opzegverbod: false,
        };
        Verloop { perioden: vec![periode], ..Verloop::default() }
    }

    #[test]
    fn elke_termijn_heeft_een_rij() {
        for id in TermijnId::ALLE {
            assert!(rijen().any(|rij| rij.id == id), "{id:?}");
        }
    }

    #[test]
    fn elke_rij_noemt_regel_bron_en_een_zin() {
        for rij in rijen() {
            let regel = rij.grondslag.regel;
            assert!(regel.starts_with("R-") || regel == "INTERN", "{:?}", rij.id);
            assert!(!rij.grondslag.bron.is_empty(), "{:?}", rij.id);
            assert!(rij.omschrijving.ends_with('.'), "{:?}: {}", rij.id, rij.omschrijving);
        }
    }

    #[test]
    fn alleen_korte_termijnen_van_de_wet_die_vooruit_tellen_vallen_onder_de_termijnenwet() {
        for rij in rijen().filter(|rij| {
            matches!(rij.verschuiving, Verschuiving::Atw | Verschuiving::AtwMetEersteDag)
        }) {
            let kort = matches!(rij.uiterlijk, Duur::Dagen(dagen) if dagen <= 84);
            assert!(kort && rij.basis == Basis::Wet, "{:?}", rij.id);
        }
    }

    #[test]
    fn een_opvolger_begint_waar_de_vorige_rij_ophoudt() {
        for rij in rijen() {
            let Some((jaar, maand, dag)) = rij.kracht.tot_en_met else { continue };
            let volgende = Datum::ymd(jaar, maand, dag).unwrap().volgende();
            let opvolger = rijen().any(|ander| {
                ander.id == rij.id
                    && ander.basis == rij.basis
                    && ander.kracht.geldt_op(volgende)
                    && !ander.kracht.geldt_op(volgende.vorige())
            });
            assert!(opvolger, "{:?} tot en met {:?}", rij.id, rij.kracht.tot_en_met);
        }
    }

    proptest! {
        #[test]
        fn elk_geval_heeft_elke_gewone_termijn_een_keer_per_basis(dagen in 0..12_000) {
            let begin = Datum::ymd(2008, 11, 1).unwrap().plus(dagen);
            let verloop = verloop(begin);
            let ketens = ketens(&verloop.perioden, &[]);
            let geval = Geval::new(&verloop, &ketens[0], begin);
            prop_assert!(super::eis_bekend_recht(&geval).is_ok());
            let gekozen: Vec<_> = geldend(&geval).map(|rij| (rij.id, rij.basis)).collect();
            let uniek: BTreeSet<_> = gekozen.iter().copied().collect();
            prop_assert_eq!(uniek.len(), gekozen.len());
            for id in [
                TermijnId::Probleemanalyse,
                TermijnId::PlanVanAanpak,
                TermijnId::Melding42eWeek,
                TermijnId::UwvKennisgevingWia,
                TermijnId::RivAanWerknemer,
                TermijnId::WiaAanvraag,
                TermijnId::UwvBesluitLoonsanctie,
                TermijnId::EindeWachttijd,
                TermijnId::EindeLoondoorbetaling,
                TermijnId::EindeOpzegverbod,
            ] {
                prop_assert!(uniek.contains(&(id, Basis::Wet)), "{:?}", id);
            }
        }
    }
}
