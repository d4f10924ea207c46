//! The picture of 104 weeks, drawn on the server: wide in two rows of 52 weeks, narrow from top to bottom. A table
//! beside it holds the same steps; the picture says in a sentence what it shows and holds nothing that is not in it.

mod breed;
mod merk;
mod plaats;
mod smal;

use wvp_domain::termijn::{Status, Termijnstand};
use wvp_domain::{Datum, TermijnId};

use crate::dagen::Dag;
use crate::stap::ziekteweek;
use crate::taal::Taal;

use merk::merk;

pub(crate) use breed::legenda;

/// Days in 52 weeks: one row.
const JAAR: i32 = 364;
/// Days in the picture.
const ALLE_DAGEN: i32 = 2 * JAAR;

/// What a step is on the day of the picture; every one has a shape of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Staat {
    /// Done in time.
    OpTijd,
    /// Done, and not in time.
    Later,
    /// Not done, and its last day has passed.
    TeLaat,
    /// To be done.
    Open,
    /// By itself, or by UWV.
    Verwacht,
}

impl Staat {
    /// All of them, in the order of the legend.
    pub(crate) const ALLE: [Self; 5] =
        [Self::OpTijd, Self::Later, Self::TeLaat, Self::Open, Self::Verwacht];

    /// What a term is; none for one that is no longer asked.
    pub(crate) fn van(stand: &Termijnstand) -> Option<Self> {
        match (stand.status, stand.voldaan_op) {
            (Status::Voldaan, _) => Some(Self::OpTijd),
            (Status::TeLaat | Status::TeVroeg, Some(_)) => Some(Self::Later),
            (Status::TeLaat | Status::TeVroeg, None) => Some(Self::TeLaat),
            (Status::Open, _) => Some(Self::Open),
            (Status::Verwacht, _) => Some(Self::Verwacht),
            (Status::Vervallen, _) => None,
        }
    }

    pub(crate) const fn klasse(self) -> &'static str {
        match self {
            Self::OpTijd => "optijd",
            Self::Later => "later",
            Self::TeLaat => "telaat",
            Self::Open => "open",
            Self::Verwacht => "verwacht",
        }
    }
}

/// A step in the picture.
#[derive(Debug, Clone)]
struct Stap {
    naam: &'static str,
    staat: Staat,
    /// Days from the first day of illness: when it was done, and otherwise its last day.
    dag: i32,
    /// First day of its window, in days from the first day of illness.
    venster: Option<i32>,
    /// What stands under its name.
    detail: String,
    /// Whether its name stands beside it.
    met_naam: bool,
}

/// A picture of one case on one day.
#[derive(Debug, Clone)]
pub(crate) struct Beeld {
    taal: Taal,
    eerste: Datum,
    vandaag: Datum,
    stappen: Vec<Stap>,
    zin: String,
}

impl Beeld {
    /// The picture of these terms.
    pub(crate) fn van(
        taal: Taal,
        eerste: Datum,
        vandaag: Datum,
        termijnen: &[Termijnstand],
    ) -> Self {
        let mut stappen: Vec<Stap> = vec![];
        for stand in termijnen {
            let Some(stap) = stap(taal, eerste, vandaag, stand) else { continue };
            // A term with two grounds is one step: its first day, as the worklist and what to do now count it.
            match stappen.iter_mut().find(|it| it.is_dezelfde(&stap)) {
                Some(al) if stap.dag < al.dag => *al = stap,
                Some(_) => {}
                None => stappen.push(stap),
            }
        }
        stappen.retain(|it| (0..ALLE_DAGEN).contains(&it.dag));
        stappen.sort_by_key(|it| it.dag);
        let zin = zin(taal, eerste, vandaag, termijnen, &stappen);
        Self { taal, eerste, vandaag, stappen, zin }
    }

    /// The wide picture.
    pub(crate) fn breed(&self) -> String {
        breed::teken(self)
    }

    /// The narrow picture.
    pub(crate) fn smal(&self) -> String {
        smal::teken(self)
    }

    fn nu(&self) -> i32 {
        self.eerste.dagen_tot(self.vandaag)
    }

    fn dag(&self, dagen: i32) -> Dag {
        Dag::new(self.taal, self.eerste.plus(dagen))
    }

    fn vandaag_in_woorden(&self) -> String {
        let week = ziekteweek(self.eerste, self.vandaag).to_string();
        self.taal.met("tijdlijn-vandaag", &week)
    }
}

impl Stap {
    /// The same step by another ground: close by, and done or not done alike.
    fn is_dezelfde(&self, ander: &Self) -> bool {
        self.naam == ander.naam && self.staat == ander.staat && (self.dag - ander.dag).abs() < 35
    }
}

fn stap(taal: Taal, eerste: Datum, vandaag: Datum, stand: &Termijnstand) -> Option<Stap> {
    let staat = Staat::van(stand)?;
    let gedaan = stand.voldaan_op.filter(|_| matches!(staat, Staat::OpTijd | Staat::Later));
    let op = gedaan.unwrap_or(stand.uiterlijk);
    // A window without a name would only cover what has one.
    let toont = staat == Staat::Open && heeft_naam(stand.id);
    let venster = stand.vroegst.filter(|_| toont).map(|it| eerste.dagen_tot(it));
    Some(Stap {
        naam: stand.id.naam(),
        staat,
        dag: eerste.dagen_tot(op),
        venster,
        detail: detail(taal, staat, op, stand, vandaag),
        met_naam: heeft_naam(stand.id) || staat == Staat::TeLaat,
    })
}

fn detail(taal: Taal, staat: Staat, op: Datum, stand: &Termijnstand, vandaag: Datum) -> String {
    let dag = Dag::new(taal, op).dag_maand();
    match staat {
        Staat::OpTijd => format!("{dag} · {}", taal.zeg("staat-optijd")),
        Staat::Later => format!("{dag} · {}", te_laat(taal, stand.uiterlijk, op)),
        Staat::TeLaat => {
            format!("{} · {}", taal.met("tijdlijn-was", &dag), te_laat(taal, op, vandaag))
        }
        Staat::Open => match stand.vroegst {
            Some(van) => format!("{} – {dag}", Dag::new(taal, van).dag_maand()),
            None => taal.met("tijdlijn-uiterlijk", &dag),
        },
        Staat::Verwacht => taal.met("tijdlijn-rond", &dag),
    }
}

/// How many days late; "eerder" for what was done before it could be.
pub(crate) fn te_laat(taal: Taal, uiterlijk: Datum, gedaan: Datum) -> String {
    match usize::try_from(uiterlijk.dagen_tot(gedaan)) {
        Ok(dagen) if dagen > 0 => taal.aantal("dag-te-laat", dagen),
        Ok(_) | Err(_) => taal.zeg("staat-te-vroeg"),
    }
}

/// What comes often, or falls on the day of another, is a small mark without a name.
const fn heeft_naam(termijn: TermijnId) -> bool {
    !matches!(
        termijn,
        TermijnId::Voortgangsgesprek
            | TermijnId::EindeLoondoorbetaling
            | TermijnId::EindeOpzegverbod
            | TermijnId::EindeEersteZiektejaar
            | TermijnId::EindeKeten
            | TermijnId::Grens81Weken
            | TermijnId::RivConcept
            | TermijnId::IvaAanvraagvenster
            | TermijnId::VerlengingAanvraag
    )
}

/// What the picture shows, in a sentence for who does not see it.
fn zin(
    taal: Taal,
    eerste: Datum,
    vandaag: Datum,
    termijnen: &[Termijnstand],
    stappen: &[Stap],
) -> String {
    let aantal = |staat| stappen.iter().filter(|it| it.staat == staat).count();
    let week = ziekteweek(eerste, vandaag).to_string();
    let mut zin = vec![
        taal.met("tijdlijn-zin-week", &week),
        taal.aantal("tijdlijn-zin-gedaan", aantal(Staat::OpTijd) + aantal(Staat::Later)),
        taal.aantal("tijdlijn-zin-later", aantal(Staat::Later)),
        taal.aantal("tijdlijn-zin-te-laat", aantal(Staat::TeLaat)),
    ];
    let open = termijnen.iter().filter(|it| it.status == Status::Open);
    if let Some(volgende) = open.min_by_key(|it| it.uiterlijk) {
        let dag = Dag::new(taal, volgende.uiterlijk).lang();
        zin.push(taal.met("tijdlijn-zin-volgende", &format!("{}, {dag}", volgende.id.naam())));
    }
    zin.push(taal.zeg("tijdlijn-zin-tabel"));
    zin.join(" ")
}
