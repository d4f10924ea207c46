//! The cases of the plays: what is known of them on a day.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::protocol::Stapzaak;
use crate::termijn::Verloop;
use crate::{Datum, TermijnId, Ziekteperiode};

/// What happens in a play.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Spelsoort {
    /// Ill for 104 weeks, and nobody does anything.
    NiemandDoetIets,
    /// Ill for 104 weeks, and every step is done on its last day.
    AllesOpDeLaatsteDag,
    /// Partly recovered, twice; nobody does anything.
    Deelherstel,
    /// Recovered and ill again within four weeks; what is due is done up to day 90, nothing
    /// after.
    SamengesteldeKeten,
    /// Fully recovered.
    Herstel,
    /// The employment ends during illness.
    EindeDienstverband,
}

/// What was done so far.
#[derive(Debug, Default)]
pub(super) struct Gedaan {
    pub(super) termijnen: BTreeMap<TermijnId, Vec<Datum>>,
    pub(super) stappen: BTreeMap<(String, u16), Datum>,
}

/// First fit day of the play that ends in recovery, in days after the first day of illness.
const HERSTELD_DAGEN: i32 = 100;
/// First fit day of the first spell of a chain.
const KETEN_HERSTELD_DAGEN: i32 = 60;
/// First day of its second spell: a gap of 20 days.
const KETEN_TERUGVAL_DAGEN: i32 = 80;
/// The day of the second spell on which all that is late is done at once: so that what follows on a late
/// bijstelling of the probleemanalyse is seen too.
const KETEN_ACHTERSTALLIG_DAGEN: i32 = 90;
/// Days of partial recovery.
const DEELHERSTEL_DAGEN: [i32; 2] = [70, 140];
/// Last day of the employment, and the day on which it is known: a term of notice of three months.
const LAATSTE_WERKDAG_DAGEN: i32 = 200;
const OPZEGGING_DAGEN: i32 = 110;

impl Spelsoort {
    /// Every play.
    pub const ALLE: [Self; 6] = [
        Self::NiemandDoetIets,
        Self::AllesOpDeLaatsteDag,
        Self::Deelherstel,
        Self::SamengesteldeKeten,
        Self::Herstel,
        Self::EindeDienstverband,
    ];

    /// What happens in it (a whole Dutch sentence).
    #[must_use]
    pub fn omschrijving(self) -> &'static str {
        match self {
            Self::NiemandDoetIets => "Iemand is 104 weken ziek en niemand doet iets.",
            Self::AllesOpDeLaatsteDag => {
                "Iemand is 104 weken ziek en elke stap wordt op de laatste dag gedaan."
            }
            Self::Deelherstel => {
                "Iemand is na 70 dagen voor een deel hersteld, en na 140 dagen voor een groter deel."
            }
            Self::SamengesteldeKeten => {
                "Iemand is na 60 dagen hersteld en 20 dagen later weer ziek; na dag 90 doet niemand meer iets."
            }
            Self::Herstel => "Iemand is na 100 dagen helemaal hersteld.",
            Self::EindeDienstverband => {
                "Iemand gaat na 200 dagen ziek uit dienst; dat is 90 dagen eerder bekend."
            }
        }
    }

    /// Whether steps are done on this day of the play (0 = the first day of illness).
    pub(super) fn wordt_gewerkt(self, dagen: i32) -> bool {
        match self {
            Self::AllesOpDeLaatsteDag => true,
            Self::SamengesteldeKeten => {
                dagen < KETEN_HERSTELD_DAGEN || dagen == KETEN_ACHTERSTALLIG_DAGEN
            }
            Self::NiemandDoetIets
            | Self::Deelherstel
            | Self::Herstel
            | Self::EindeDienstverband => false,
        }
    }

    /// The facts as they are known on a day of the play.
    pub(super) fn feiten(self, eerste: Datum, dagen: i32, gedaan: &Gedaan) -> (Verloop, Stapzaak) {
        let op = |dag: i32| eerste.plus(dag);
        let perioden = self.perioden(eerste, dagen);
        let uit_dienst = self == Self::EindeDienstverband && dagen >= OPZEGGING_DAGEN;
        let deelherstel = DEELHERSTEL_DAGEN.iter().filter(|dag| **dag <= dagen);
        let deelherstel = deelherstel.filter(|_| self == Self::Deelherstel);
        let analyses = gedaan.termijnen.get(&TermijnId::Probleemanalyse);
        let zaak = Stapzaak {
            gemeld_op: perioden
                .iter()
                .map(|it| (it.eerste_ziektedag, it.eerste_ziektedag))
                .collect(),
            deelherstel: deelherstel.map(|dag| op(*dag)).collect(),
            gedaan: gedaan.stappen.clone(),
        };
        let verloop = Verloop {
            perioden,
            gedaan: gedaan.termijnen.clone(),
            oordeel: analyses.and_then(|dagen| dagen.first().copied()),
            laatste_werkdag: uit_dienst.then(|| op(LAATSTE_WERKDAG_DAGEN)),
            ..Verloop::default()
        };
        (verloop, zaak)
    }

    fn perioden(self, eerste: Datum, dagen: i32) -> Vec<Ziekteperiode> {
        let spel = |begin: i32, hersteld: Option<i32>| Ziekteperiode {
            eerste_ziektedag: eerste.plus(begin),
            hersteld_per: hersteld.filter(|dag| *dag <= dagen).map(|dag| eerste.plus(dag)),
            telt_niet_voor_opzegverbod: false,
        };
        let mut perioden = match self {
            Self::Herstel => vec![spel(0, Some(HERSTELD_DAGEN))],
            Self::SamengesteldeKeten => {
                vec![spel(0, Some(KETEN_HERSTELD_DAGEN)), spel(KETEN_TERUGVAL_DAGEN, None)]
            }
            Self::NiemandDoetIets
            | Self::AllesOpDeLaatsteDag
            | Self::Deelherstel
            | Self::EindeDienstverband => vec![spel(0, None)],
        };
        perioden.retain(|periode| periode.eerste_ziektedag <= eerste.plus(dagen));
        perioden
    }
}
