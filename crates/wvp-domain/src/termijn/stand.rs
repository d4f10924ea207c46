//! What a row comes to for one case: its days, whether it was done, and what it is on the day.

use serde::Serialize;

use super::verloop::UwvBrief;
use super::{Aard, Basis, Extra, Geval, Grens, Termijn, Verschuiving, Vervalgrond, Voldaan, tabel};
use crate::{Datum, kalender};

/// What a term is on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// To be done.
    Open,
    /// Done in time, or passed by itself.
    Voldaan,
    /// Not done and its last day has passed, or done after that day.
    TeLaat,
    /// Done before the first day of a window that binds.
    TeVroeg,
    /// No longer needed, suspended while recovered, or no longer possible.
    Vervallen,
    /// Others will act, or it happens by itself.
    Verwacht,
}

/// A row, filled in for one case.
#[derive(Debug, Clone)]
pub struct Rijstand {
    /// The row.
    pub rij: &'static Termijn,
    /// The day it is counted from.
    pub anker: Datum,
    /// First day of the window.
    pub vroegst: Option<Datum>,
    /// How the last day came about.
    pub einde: Einde,
    /// When it was done.
    pub voldaan_op: Option<Datum>,
    /// What it is on the day.
    pub status: Status,
    /// What took the duty away.
    pub vervallen_door: Option<Vervalgrond>,
    /// From which day on.
    pub vervallen_vanaf: Option<Datum>,
}

/// How the last day came about, step by step.
#[derive(Debug, Clone)]
pub struct Einde {
    /// Anchor plus length.
    pub geteld: Datum,
    /// The bound that changed it, with the day it gives.
    pub begrensd: Option<(&'static Grens, Datum)>,
    /// Days added after it, each with its name; only those that are not 0.
    pub extra: Vec<(&'static str, i32)>,
    /// The last day, after everything, and the days it jumped over.
    pub laatste: kalender::Verschoven,
    /// The bound that overruled additions and roll, with the day it gives.
    pub slot: Option<(&'static Grens, Datum)>,
}

impl Status {
    /// The words for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Voldaan => "voldaan",
            Self::TeLaat => "te laat",
            Self::TeVroeg => "te vroeg",
            Self::Vervallen => "vervallen",
            Self::Verwacht => "verwacht",
        }
    }
}

impl Rijstand {
    /// The last day.
    #[must_use]
    pub fn uiterlijk(&self) -> Datum {
        self.einde.laatste.naar
    }

    /// Whether somebody still has to act: not done and not lapsed.
    #[must_use]
    pub fn wacht_op_iemand(&self) -> bool {
        let plicht = matches!(self.rij.aard, Aard::Plicht | Aard::AltijdTijdig);
        let staat_open = matches!(self.status, Status::Open | Status::TeLaat);
        plicht && staat_open && self.voldaan_op.is_none()
    }
}

impl Termijn {
    /// The first day of the window, once the anchor is known.
    #[must_use]
    pub fn vroegst_in(&self, geval: &Geval) -> Option<Datum> {
        Some((self.vanaf.dag)(geval)?.plus(self.vroegst_dagen?))
    }

    /// The last day, once the anchor is known.
    #[must_use]
    pub fn uiterlijk_in(&self, geval: &Geval) -> Option<Datum> {
        Some(self.einde_in(geval, (self.vanaf.dag)(geval)?).laatste.naar)
    }

    fn einde_in(&self, geval: &Geval, anker: Datum) -> Einde {
        let geteld = self.uiterlijk.vanaf(anker);
        let (mut dag, mut begrensd) = (geteld, None);
        for grens in self.grenzen {
            let nieuw = grens.pas_toe(geval, dag);
            if nieuw != dag {
                (dag, begrensd) = (nieuw, Some((grens, nieuw)));
            }
        }
        let mut extra = vec![];
        for Extra { naam, dagen } in self.extra {
            let aantal = dagen(geval, dag);
            if aantal != 0 {
                dag = dag.plus(aantal);
                extra.push((*naam, aantal));
            }
        }
        let laatste = match self.verschuiving {
            Verschuiving::Geen => kalender::Verschoven { naar: dag, wegens: vec![] },
            Verschuiving::Atw => kalender::sluit_termijn(anker.volgende(), dag),
            Verschuiving::AtwMetEersteDag => kalender::sluit_termijn(anker, dag),
            Verschuiving::Uwv => kalender::rol_vooruit(dag),
        };
        let (laatste, slot) = self.in_slotgrenzen(geval, laatste);
        Einde { geteld, begrensd, extra, laatste, slot }
    }
}

impl Termijn {
    fn in_slotgrenzen(
        &self,
        geval: &Geval,
        laatste: kalender::Verschoven,
    ) -> (kalender::Verschoven, Option<(&'static Grens, Datum)>) {
        let geldt = self.slotgrenzen.iter().find_map(|grens| {
            let dag = grens.pas_toe(geval, laatste.naar);
            (dag != laatste.naar).then_some((grens, dag))
        });
        match geldt {
            Some((_, dag)) => (kalender::Verschoven { naar: dag, wegens: vec![] }, geldt),
            None => (laatste, None),
        }
    }
}

impl Grens {
    fn pas_toe(&self, geval: &Geval, dag: Datum) -> Datum {
        match self {
            Self::NooitLaterDan(anker, dagen) => {
                (anker.dag)(geval).map_or(dag, |grens| dag.min(grens.plus(*dagen)))
            }
            Self::NooitEerderDan(anker, dagen) => {
                (anker.dag)(geval).map_or(dag, |grens| dag.max(grens.plus(*dagen)))
            }
        }
    }
}

/// Every row that applies and is in force, filled in, in the order of the table.
#[must_use]
pub fn standen(geval: &Geval) -> Vec<Rijstand> {
    tabel::geldend(geval).filter_map(|rij| stand(geval, rij)).collect()
}

pub(super) fn stand(geval: &Geval, rij: &'static Termijn) -> Option<Rijstand> {
    let anker = (rij.vanaf.dag)(geval)?;
    let einde = rij.einde_in(geval, anker);
    let vroegst = rij.vroegst_dagen.map(|dagen| anker.plus(dagen));
    let voldaan_op = match rij.voldaan {
        Voldaan::Zelf => geval.gedaan(rij.id),
        Voldaan::ZelfNaAnker => geval.gedaan_vanaf(rij.id, anker),
        Voldaan::Door(feit) => (feit.dag)(geval),
        Voldaan::Volgende => None,
    };
    let uiterlijk = einde.laatste.naar;
    let verval = rij.vervalt_bij.iter().copied().find_map(|grond| {
        let dag = vanaf(grond, geval).filter(|dag| voldaan_op.is_none() && *dag <= uiterlijk)?;
        Some((grond, dag))
    });
    let (vervallen_door, vervallen_vanaf) = verval.unzip();
    let coulance = rij.te_laat_na.and_then(|anker| (anker.dag)(geval));
    let op_tijd_tot = coulance.map_or(uiterlijk, |dag| dag.max(uiterlijk));
    let status = match (voldaan_op, vervallen_door) {
        (Some(op), _) => status_gedaan(rij, op, vroegst, op_tijd_tot),
        (None, Some(_)) => Status::Vervallen,
        (None, None) => status_niet_gedaan(rij, geval, op_tijd_tot),
    };
    Some(Rijstand {
        rij,
        anker,
        vroegst,
        einde,
        voldaan_op,
        status,
        vervallen_door,
        vervallen_vanaf,
    })
}

fn status_gedaan(rij: &Termijn, op: Datum, vroegst: Option<Datum>, uiterlijk: Datum) -> Status {
    let bindend = vroegst.filter(|_| rij.basis == Basis::Wet);
    if bindend.is_some_and(|vroegst| op < vroegst) {
        Status::TeVroeg
    } else if op > uiterlijk && rij.aard != Aard::AltijdTijdig {
        Status::TeLaat
    } else {
        Status::Voldaan
    }
}

fn status_niet_gedaan(rij: &Termijn, geval: &Geval, uiterlijk: Datum) -> Status {
    let voorbij = geval.peildatum > uiterlijk;
    match (rij.aard, voorbij) {
        (Aard::Plicht, false) | (Aard::AltijdTijdig, _) => Status::Open,
        (Aard::Plicht | Aard::Verwachting, true) => Status::TeLaat,
        (Aard::Mogelijkheid, true) => Status::Vervallen,
        (Aard::Mogelijkheid, false) if rij.wie != super::Wie::Uwv => Status::Open,
        (Aard::Mogelijkheid | Aard::Verwachting | Aard::Vanzelf | Aard::Aangenomen, false) => {
            Status::Verwacht
        }
        (Aard::Vanzelf, true) => Status::Voldaan,
        (Aard::Aangenomen, true) => match geval.verloop.uwv_brief {
            UwvBrief::NogNiet | UwvBrief::Nooit => Status::TeLaat,
            UwvBrief::OpTijd | UwvBrief::Ontvangen(_) => Status::Voldaan,
        },
    }
}

/// Since the start of this year an AOW worker has lighter duties (law.md section 9), by D*.
const AOW_LICHTE_PLICHTEN: i32 = 2016;

/// The day from which the duty is gone.
fn vanaf(grond: Vervalgrond, geval: &Geval) -> Option<Datum> {
    match grond {
        Vervalgrond::Herstel => geval.keten.hersteld_per(),
        Vervalgrond::Aow => geval.verloop.aow_datum.filter(|_| geval.is_aow_in_wachttijd()),
        Vervalgrond::AowSinds2016 => {
            let lichte_plichten = geval.d_ster.jaar() >= AOW_LICHTE_PLICHTEN;
            vanaf(Vervalgrond::Aow, geval).filter(|_| lichte_plichten)
        }
        Vervalgrond::UitDienst => geval.laatste_werkdag().map(Datum::volgende),
        Vervalgrond::Iva => geval.iva_aanvraag().filter(|_| geval.is_iva_toelaatbaar()),
        Vervalgrond::EindeLoondoorbetaling => Some(geval.einde_loondoorbetaling().volgende()),
    }
}
