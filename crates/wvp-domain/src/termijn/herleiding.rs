//! How a date came about, as data: the same steps that `uitleg` says in words.

use schemars::JsonSchema;
use serde::Serialize;

use super::stand::Rijstand;
use super::{
    Aard, Basis, Duur, Geval, Grens, KeuzeId, Kracht, Peil, Reden, Termijn, TermijnId,
    Verschuiving, Vervalgrond, tabel,
};
use crate::{Datum, kalender};

/// Every step from the anchor to the last day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Herleiding {
    /// The row of the table that won.
    pub regel: Regel,
    /// The day it is counted from.
    pub anker: Ankerdag,
    /// Why the first day of illness counts later; only when the anchor moves with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verschuiving: Option<Verschoven>,
    /// How long the term is.
    pub duur: Lengte,
    /// Anchor plus length.
    pub geteld: Datum,
    /// The bound that changed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grens: Option<Begrenzing>,
    /// Days added (or taken off) after it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub extra: Vec<Toevoeging>,
    /// The roll to a working day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rol: Option<Rol>,
    /// The last day is no working day and the term does not roll: act before it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vrije_dag: Option<VrijeDag>,
    /// The opzegverbod counts from a day of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub eigen_telling_vanaf: Option<Datum>,
    /// The loonsanctie waits for leave, up to and including this day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wacht_op_verlof_tot_en_met: Option<Datum>,
    /// What took the duty away.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vervallen: Option<Verval>,
    /// The ordinary row that this one takes the place of, with another last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_plaats_van: Option<AndereRij>,
    /// The row that goes before this one (a date in a letter of UWV).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vervangen_door: Option<AndereRij>,
    /// Versions of this row that ended, with the last day that they would give.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub eerdere_versies: Vec<AndereRij>,
    /// What is set where sources disagree (law.md section 10).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keuze: Option<Gekozen>,
}

/// A row: its condition and the day that selected its version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Regel {
    /// What the row is about.
    pub omschrijving: &'static str,
    /// The condition under which it applies.
    pub geldt: &'static str,
    /// First day in force, `YYYY-MM-DD`.
    pub in_kracht_van: String,
    /// Last day in force; absent while it runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_kracht_tot_en_met: Option<String>,
    /// Which day selects the version.
    pub gekozen_op: &'static str,
    /// That day.
    pub peildag: Datum,
}

/// A named day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Ankerdag {
    /// Its name.
    pub naam: &'static str,
    /// The day.
    pub dag: Datum,
}

/// The first day of illness, moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Verschoven {
    /// D.
    pub van: Datum,
    /// D*.
    pub naar: Datum,
    /// Days in between.
    pub dagen: i32,
    /// What moved it, oldest first.
    pub door: Vec<Stuk>,
}

/// A stretch of days that do not count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Stuk {
    /// `hersteld` or `verlof`.
    pub soort: StukSoort,
    /// First day.
    pub van: Datum,
    /// Last day, inclusive.
    pub tot_en_met: Datum,
    /// Number of days.
    pub dagen: i32,
}

/// Why days do not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StukSoort {
    /// Recovered for less than four weeks.
    Hersteld,
    /// Leave that is skipped.
    Verlof,
}

/// A length, with its unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "eenheid", content = "aantal", rename_all = "snake_case")]
pub enum Lengte {
    /// Calendar days after the anchor.
    Dagen(i32),
    /// Calendar days before the anchor.
    DagenTerug(i32),
    /// Working days after the anchor.
    Werkdagen(u16),
    /// Calendar months.
    Maanden(u32),
    /// Calendar years; the last day is the day before the anniversary.
    JarenMinEenDag(i32),
}

/// A bound that changed the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Begrenzing {
    /// `nooit_later` or `nooit_eerder`.
    pub soort: &'static str,
    /// What it is counted from.
    pub anker: &'static str,
    /// The day it gives.
    pub dag: Datum,
}

/// Days that a fact adds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Toevoeging {
    /// What they are.
    pub naam: &'static str,
    /// How many; negative is earlier.
    pub dagen: i32,
}

/// A roll to a working day (law.md section 6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Rol {
    /// By which rule.
    pub regel: &'static str,
    /// The day as computed.
    pub van: Datum,
    /// The working day it becomes.
    pub naar: Datum,
    /// The days jumped over, each with its name.
    pub overgeslagen: Vec<DagMetNaam>,
    /// Whether the term was made longer to hold two working days (art. 2).
    pub twee_werkdagen: bool,
}

/// A day that is no working day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DagMetNaam {
    /// The day.
    pub dag: Datum,
    /// Its name ("zaterdag", "Tweede Paasdag").
    pub naam: &'static str,
}

/// A last day that is no working day, on a term that does not roll.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct VrijeDag {
    /// Its name.
    pub naam: &'static str,
    /// The working day before it.
    pub werkdag_ervoor: Datum,
}

/// Why a duty is gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Verval {
    /// What took it away; absent when its last day has simply passed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub door: Option<Vervalgrond>,
    /// From which day on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vanaf: Option<Datum>,
}

/// Another row, with the day it gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AndereRij {
    /// Rule and source.
    pub grondslag: [&'static str; 2],
    /// Its basis.
    pub basis: Basis,
    /// The condition under which it applies.
    pub geldt: &'static str,
    /// First and last day in force.
    pub in_kracht: [Option<String>; 2],
    /// The last day it gives.
    pub uiterlijk: Datum,
}

/// What is set where sources disagree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Gekozen {
    /// The question.
    pub id: KeuzeId,
    /// The name of the answer.
    pub antwoord: &'static str,
    /// Why.
    pub reden: &'static str,
}

/// Every step of one filled-in row.
#[must_use]
pub fn herleiding(geval: &Geval, stand: &Rijstand) -> Herleiding {
    let rij = stand.rij;
    Herleiding {
        regel: regel(geval, stand),
        anker: Ankerdag { naam: rij.vanaf.naam, dag: stand.anker },
        verschuiving: rij.vanaf.schuift.then(|| verschuiving(geval)).flatten(),
        duur: lengte(rij.uiterlijk),
        geteld: stand.einde.geteld,
        grens: stand.einde.begrensd.map(|(grens, dag)| begrenzing(grens, dag)),
        extra: extra(stand),
        rol: rol(stand),
        vrije_dag: vrije_dag(stand),
        eigen_telling_vanaf: eigen_telling(geval, stand),
        wacht_op_verlof_tot_en_met: verlof_voor_loonsanctie(geval, stand),
        vervallen: (stand.status == super::Status::Vervallen)
            .then_some(Verval { door: stand.vervallen_door, vanaf: stand.vervallen_vanaf }),
        in_plaats_van: in_plaats_van(geval, stand),
        vervangen_door: vervangen_door(geval, stand),
        eerdere_versies: eerdere_versies(geval, stand),
        keuze: gekozen(geval, rij),
    }
}

fn regel(geval: &Geval, stand: &Rijstand) -> Regel {
    let rij = stand.rij;
    let [in_kracht_van, tot_en_met] = in_kracht(rij.kracht);
    Regel {
        omschrijving: rij.omschrijving,
        geldt: rij.geldt.naam,
        in_kracht_van: in_kracht_van.unwrap_or_default(),
        in_kracht_tot_en_met: tot_en_met,
        gekozen_op: match rij.kracht.peil {
            Peil::VerschovenEersteZiektedag => "verschoven_eerste_ziektedag",
            Peil::EigenUiterlijk => "uiterlijk",
        },
        peildag: match rij.kracht.peil {
            Peil::VerschovenEersteZiektedag => geval.d_ster,
            Peil::EigenUiterlijk => stand.uiterlijk(),
        },
    }
}

fn in_kracht(kracht: Kracht) -> [Option<String>; 2] {
    let dag = |(jaar, maand, dag): (i32, u32, u32)| format!("{jaar:04}-{maand:02}-{dag:02}");
    [Some(dag(kracht.van)), kracht.tot_en_met.map(dag)]
}

/// Why D* is later than D; nothing when it is not.
fn verschuiving(geval: &Geval) -> Option<Verschoven> {
    let gaten = geval.keten.onderbrekingen.iter().filter(|gat| gat.dagen() > 0).map(|gat| Stuk {
        soort: StukSoort::Hersteld,
        van: gat.van,
        tot_en_met: gat.tot.vorige(),
        dagen: gat.dagen(),
    });
    let verlof = geval.keten.verlof.iter().map(|verlof| Stuk {
        soort: StukSoort::Verlof,
        van: verlof.van,
        tot_en_met: verlof.tot_en_met,
        dagen: verlof.dagen(),
    });
    let door: Vec<Stuk> = gaten.chain(verlof).collect();
    let (van, naar) = (geval.keten.eerste_ziektedag, geval.d_ster);
    (!door.is_empty()).then(|| Verschoven { van, naar, dagen: van.dagen_tot(naar), door })
}

fn lengte(duur: Duur) -> Lengte {
    match duur {
        Duur::Dagen(dagen) => Lengte::Dagen(dagen),
        Duur::DagenTerug(dagen) => Lengte::DagenTerug(dagen),
        Duur::Werkdagen(aantal) => Lengte::Werkdagen(aantal),
        Duur::Maanden(maanden) => Lengte::Maanden(maanden),
        Duur::DagVoorJaren(jaren) => Lengte::JarenMinEenDag(jaren),
    }
}

fn begrenzing(grens: &Grens, dag: Datum) -> Begrenzing {
    match grens {
        Grens::NooitLaterDan(anker, _) => {
            Begrenzing { soort: "nooit_later", anker: anker.naam, dag }
        }
        Grens::NooitEerderDan(anker, _) => {
            Begrenzing { soort: "nooit_eerder", anker: anker.naam, dag }
        }
    }
}

fn extra(stand: &Rijstand) -> Vec<Toevoeging> {
    stand.einde.extra.iter().map(|(naam, dagen)| Toevoeging { naam, dagen: *dagen }).collect()
}

fn rol(stand: &Rijstand) -> Option<Rol> {
    let (van, laatste) = (ongeschoven(stand), &stand.einde.laatste);
    if van == laatste.naar {
        return None;
    }
    let regel = match stand.rij.verschuiving {
        Verschuiving::Uwv => "UWV rekent met werkdagen",
        Verschuiving::Atw | Verschuiving::AtwMetEersteDag | Verschuiving::Geen => {
            "Algemene termijnenwet"
        }
    };
    let overgeslagen: Vec<DagMetNaam> =
        laatste.wegens.iter().map(|(dag, naam)| DagMetNaam { dag: *dag, naam }).collect();
    let gesprongen = usize::try_from(van.dagen_tot(laatste.naar)).unwrap_or(usize::MAX);
    let twee_werkdagen = gesprongen != overgeslagen.len();
    Some(Rol { regel, van, naar: laatste.naar, overgeslagen, twee_werkdagen })
}

/// The last day before any roll.
fn ongeschoven(stand: &Rijstand) -> Datum {
    let dag = stand.einde.begrensd.map_or(stand.einde.geteld, |(_, dag)| dag);
    stand.einde.extra.iter().fold(dag, |dag, (_, dagen)| dag.plus(*dagen))
}

fn vrije_dag(stand: &Rijstand) -> Option<VrijeDag> {
    // A relapse cannot be answered before it comes.
    let kan_eerder = stand.rij.id != TermijnId::BijstellingProbleemanalyse;
    let waarschuwt = kan_eerder && stand.rij.aard == Aard::Plicht;
    let naam = kalender::vrije_dag(stand.uiterlijk()).filter(|_| waarschuwt)?;
    Some(VrijeDag { naam, werkdag_ervoor: kalender::vorige_werkdag(stand.uiterlijk()) })
}

/// Where the clock of the opzegverbod starts when it differs.
fn eigen_telling(geval: &Geval, stand: &Rijstand) -> Option<Datum> {
    let eigen_klok = stand.rij.id == TermijnId::EindeOpzegverbod && stand.rij.vanaf.schuift;
    Some(stand.anker).filter(|anker| eigen_klok && *anker != geval.d_ster)
}

/// The leave that a loonsanctie waits for.
fn verlof_voor_loonsanctie(geval: &Geval, stand: &Rijstand) -> Option<Datum> {
    let zonder_verlof = geval.einde_loon_zonder_sanctie().volgende();
    let wacht = stand.rij.id == TermijnId::EindeLoonsanctie && stand.anker != zonder_verlof;
    wacht.then(|| stand.anker.vorige())
}

fn in_plaats_van(geval: &Geval, stand: &Rijstand) -> Option<AndereRij> {
    let ander = match stand.rij.basis {
        Basis::Brief => geval.rij(stand.rij.id, Basis::Wet),
        Basis::Wet | Basis::Praktijk | Basis::PraktijkUwv | Basis::Intern => {
            tabel::gewone_rij(geval, stand.rij).filter(|_| !stand.rij.geldt.is_gewoon)
        }
    };
    andere(geval, ander?).filter(|ander| ander.uiterlijk != stand.uiterlijk())
}

fn vervangen_door(geval: &Geval, stand: &Rijstand) -> Option<AndereRij> {
    let brief = geval.rij(stand.rij.id, Basis::Brief).filter(|_| stand.rij.basis != Basis::Brief);
    andere(geval, brief?)
}

fn eerdere_versies(geval: &Geval, stand: &Rijstand) -> Vec<AndereRij> {
    tabel::eerdere_versies(geval, stand.rij).filter_map(|rij| andere(geval, rij)).collect()
}

fn andere(geval: &Geval, rij: &Termijn) -> Option<AndereRij> {
    Some(AndereRij {
        grondslag: [rij.grondslag.regel, rij.grondslag.bron],
        basis: rij.basis,
        geldt: rij.geldt.naam,
        in_kracht: in_kracht(rij.kracht),
        uiterlijk: rij.uiterlijk_in(geval)?,
    })
}

fn gekozen(geval: &Geval, rij: &Termijn) -> Option<Gekozen> {
    let Some(Reden::Keuze(id)) = rij.reden else { return None };
    let antwoord = geval.verloop.keuzes.antwoord(id)?;
    Some(Gekozen { id, antwoord: antwoord.naam, reden: antwoord.reden })
}
