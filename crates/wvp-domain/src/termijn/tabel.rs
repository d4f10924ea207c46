//! THE TABLE: every term with its length, anchor, article and dates in force.
//!
//! Rows are grouped as a case runs. To change the law: end a row, add a row below it.

mod bijzonder;
mod eerste_jaar;
mod einde;
mod tweede_jaar;

use super::anker::D_STER;
use super::voorwaarde::ALTIJD;
use super::{
    Aard, Basis, Duur, Extra, Geval, Kracht, Peil, Termijn, TermijnFout, TermijnId, Verschuiving,
    Vervalgrond, Voldaan, Wie,
};
use crate::{Datum, Grondslag};

/// All rows, in groups.
pub const TABEL: [&[Termijn]; 4] =
    [eerste_jaar::RIJEN, tweede_jaar::RIJEN, einde::RIJEN, bijzonder::RIJEN];

/// All rows, in the order of the table.
pub fn rijen() -> impl Iterator<Item = &'static Termijn> {
    TABEL.into_iter().flatten()
}

/// The rows that apply to the case and are in force: one per id and basis, in the order of the table.
pub fn geldend(geval: &Geval) -> impl Iterator<Item = &'static Termijn> {
    let is_eerste = |(plaats, rij): &(usize, &'static Termijn)| {
        !rijen().take(*plaats).any(|eerder| (eerder.id, eerder.basis) == (rij.id, rij.basis))
    };
    rijen().enumerate().filter(is_eerste).filter_map(|(_, rij)| geval.rij(rij.id, rij.basis))
}

/// Of the candidates that apply, the newest that had begun (law.md section 1a).
pub(super) fn nieuwste(
    geval: &Geval,
    kandidaten: impl Iterator<Item = &'static Termijn>,
) -> Option<&'static Termijn> {
    let begonnen = |rij: &'static Termijn| {
        let dag = peil(geval, rij)?;
        rij.kracht.is_begonnen(dag).then_some((rij, dag))
    };
    let van_toepassing: Vec<_> = kandidaten.filter(|rij| (rij.geldt.geldt)(geval)).collect();
    let laatste_begin = van_toepassing.iter().map(|rij| rij.kracht.van).max();
    let (rij, dag) = van_toepassing
        .iter()
        .filter_map(|rij| begonnen(rij))
        .max_by_key(|(rij, _)| rij.kracht.van)?;
    // A row that ended counts only up to where its successor takes over: between the two regimes a
    // last day may fall after the old one and, by the new one, before the new one began.
    let heeft_opvolger = laatste_begin.is_some_and(|begin| begin > rij.kracht.van);
    (rij.kracht.geldt_op(dag) || heeft_opvolger).then_some(rij)
}

/// Refuses a case from before the first rule we know.
///
/// # Errors
///
/// [`TermijnFout::VoorEersteRegel`] when a term that is selected by D* has no row that old.
pub fn eis_bekend_recht(geval: &Geval) -> Result<(), TermijnFout> {
    let op_d_ster = |rij: &&Termijn| rij.kracht.peil == Peil::VerschovenEersteZiektedag;
    for rij in rijen().filter(op_d_ster).filter(|rij| (rij.geldt.geldt)(geval)) {
        let zelfde = rijen().filter(|ander| ander.id == rij.id && ander.basis == rij.basis);
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

fn peil(geval: &Geval, rij: &Termijn) -> Option<Datum> {
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
    voldaan: Voldaan::Zelf,
    geldt: ALTIJD,
    vervalt_bij: LOPEND,
    kracht: SINDS_WIA,
    omschrijving: "",
    keuze: None,
};

/// Suspended by recovery, gone after the employment.
const LOPEND: &[Vervalgrond] = &[Vervalgrond::Herstel, Vervalgrond::UitDienst];
/// As [`LOPEND`], and gone from AOW on (R-73: R-05 up to and including R-18).
const RE_INTEGRATIE: &[Vervalgrond] =
    &[Vervalgrond::Herstel, Vervalgrond::Aow, Vervalgrond::UitDienst];
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
