//! The worklist of one person: the open steps of all own dossiers, by last day, with how many there are of each kind.

use std::collections::BTreeSet;

use wvp_domain::leeslog::Register;
use wvp_domain::mijlpaal::herinnering::Ontvanger;
use wvp_domain::{Datum, DossierId, TermijnId, WerkgeverId};
use wvp_projections::overzicht::Stand;
use wvp_store::StoreError;

use super::bladwijzer::Grootte;
use super::noteren::Toon;
use super::regel::{Dossierregel, Termijnregel, Termijnstatus};
use crate::engine::Engine;
use crate::gebruiker::Gebruiker;
use crate::leeslog::Aanleiding;

/// How far the nearest steps go, in days after this week.
const TWEE_WEKEN: i32 = 14;

/// Which steps; those of the next two weeks and before when nothing is set.
#[derive(Debug, Clone, Copy, Default)]
pub struct Werklijstvraag {
    /// Only of this employer.
    pub werkgever: Option<WerkgeverId>,
    /// Only this step.
    pub termijn: Option<TermijnId>,
    /// Only those where this one must act.
    pub aanzet: Aanzet,
    /// As who somebody works; none for who acts in no step.
    pub als: Option<Ontvanger>,
    /// How far ahead.
    pub periode: Periode,
    /// Which page, from 0.
    pub bladzijde: usize,
    /// How many steps on a page.
    pub grootte: Grootte,
}

/// Who must act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Aanzet {
    /// Anybody.
    #[default]
    Iedereen,
    /// Whoever asks.
    Ik,
    /// Somebody else.
    Ander,
    /// This one.
    Wie(Ontvanger),
}

/// How far ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Periode {
    /// Late only.
    TeLaat,
    /// Today and the rest of this week, and nothing late.
    DezeWeek,
    /// After this week, up to two weeks from today.
    Daarna,
    /// All of these.
    #[default]
    TotTweeWeken,
    /// Every open step.
    Alles,
}

/// An open step. Has no `Debug`: it holds a name.
#[derive(Clone, PartialEq, Eq)]
pub struct Werkregel {
    /// In which dossier.
    pub dossier: DossierId,
    /// Name of the employee, as reported in this dossier.
    pub naam: String,
    /// The employer.
    pub werkgever: WerkgeverId,
    /// First day of illness.
    pub eerste_ziektedag: Datum,
    /// See [`Dossierregel::laatste_contact`].
    pub laatste_contact: Option<Datum>,
    /// Which step, its last day and who must act.
    pub termijn: Termijnregel,
}

/// How many steps there are, whatever page or period was asked for; the other filters count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Telling {
    /// Late.
    pub te_laat: usize,
    /// The most days that one is late.
    pub dagen_te_laat: i32,
    /// Today and the rest of this week.
    pub deze_week: usize,
    /// Of these, today.
    pub vandaag: usize,
    /// After this week, up to two weeks from today.
    pub daarna: usize,
    /// Of all these, those where somebody else must act.
    pub wacht_op_ander: usize,
}

/// A page of the worklist.
pub struct Werkblad {
    /// The steps, by last day.
    pub regels: Vec<Werkregel>,
    /// How many there are.
    pub telling: Telling,
    /// How many pass the filters, on all pages together.
    pub alle: usize,
    /// In how many dossiers these are.
    pub dossiers: usize,
    /// The employers and steps that occur, to choose from.
    pub werkgevers: BTreeSet<WerkgeverId>,
    /// See `werkgevers`.
    pub termijnen: BTreeSet<TermijnId>,
    /// The last day of a step after this week that counts as near.
    pub tot_en_met: Datum,
    /// Last day of the first step after that, if any.
    pub eerstvolgende: Option<Datum>,
}

impl Engine {
    /// The open steps of every dossier of which this person may open process data today, with this hat on. A step with
    /// two grounds stands there by its first day. Nothing of category B, C or D is opened. The page is one line in the
    /// reading log.
    ///
    /// # Errors
    ///
    /// When the store fails. A dossier that cannot be opened is left out.
    pub async fn werklijst(
        &self,
        wie: &Gebruiker,
        vraag: &Werklijstvraag,
        aanleiding: &Aanleiding,
    ) -> Result<Werkblad, StoreError> {
        let vandaag = self.klok.vandaag();
        let dossiers = self.regels_voor(wie, None, vandaag).await?;
        let geopend: BTreeSet<_> = dossiers.iter().flat_map(|(_, open)| open.clone()).collect();
        let alle = dossiers.into_iter().filter(|(it, _)| it.stand == Stand::Ziek);
        let stappen = alle.flat_map(|(it, _)| stappen(it)).collect();
        let blad = blad(stappen, vraag, vandaag);
        let getoond: BTreeSet<_> = blad.regels.iter().map(|it| it.dossier.0).collect();
        let getoond = getoond.into_iter().collect();
        self.toon(wie, aanleiding, Toon::open(Register::Lijst, getoond, geopend)).await?;
        Ok(blad)
    }
}

/// The steps of a dossier, each once: by the first of its days.
fn stappen(regel: Dossierregel) -> Vec<Werkregel> {
    let mut gehad = BTreeSet::new();
    let eerste = regel.termijnen.into_iter().filter(|it| gehad.insert(it.termijn));
    eerste
        .map(|termijn| Werkregel {
            dossier: regel.dossier,
            naam: regel.naam.clone(),
            werkgever: regel.werkgever,
            eerste_ziektedag: regel.eerste_ziektedag,
            laatste_contact: regel.laatste_contact,
            termijn,
        })
        .collect()
}

fn blad(mut stappen: Vec<Werkregel>, vraag: &Werklijstvraag, vandaag: Datum) -> Werkblad {
    let werkgevers = stappen.iter().map(|it| it.werkgever).collect();
    let termijnen = stappen.iter().map(|it| it.termijn.termijn).collect();
    let tot_en_met = vandaag.plus(TWEE_WEKEN);
    stappen.retain(|it| vraag.past(it));
    stappen.sort_by_key(|it| (it.termijn.uiterlijk, it.dossier, it.termijn.termijn));
    let telling = Telling::van(&stappen, vraag.als, vandaag);
    let later = stappen.iter().find(|it| it.termijn.uiterlijk > tot_en_met);
    let eerstvolgende = later.map(|it| it.termijn.uiterlijk);
    stappen.retain(|it| vraag.periode.omvat(&it.termijn, tot_en_met));
    let dossiers: BTreeSet<DossierId> = stappen.iter().map(|it| it.dossier).collect();
    let (alle, grootte) = (stappen.len(), vraag.grootte.regels());
    let begin = vraag.bladzijde.saturating_mul(grootte);
    let regels = stappen.into_iter().skip(begin).take(grootte).collect();
    let dossiers = dossiers.len();
    Werkblad { regels, telling, alle, dossiers, werkgevers, termijnen, tot_en_met, eerstvolgende }
}

impl Werklijstvraag {
    fn past(&self, regel: &Werkregel) -> bool {
        let werkgever = self.werkgever.is_none_or(|it| it == regel.werkgever);
        let termijn = self.termijn.is_none_or(|it| it == regel.termijn.termijn);
        let wie = &regel.termijn.wie;
        let aanzet = match self.aanzet {
            Aanzet::Iedereen => true,
            Aanzet::Ik => self.als.is_some_and(|it| wie.contains(&it)),
            Aanzet::Ander => !self.als.is_some_and(|it| wie.contains(&it)),
            Aanzet::Wie(wie_) => wie.contains(&wie_),
        };
        werkgever && termijn && aanzet
    }
}

impl Periode {
    fn omvat(self, termijn: &Termijnregel, tot_en_met: Datum) -> bool {
        let nabij = termijn.uiterlijk <= tot_en_met || termijn.status != Termijnstatus::Later;
        match self {
            Self::TeLaat => termijn.status == Termijnstatus::TeLaat,
            Self::DezeWeek => termijn.status == Termijnstatus::DezeWeek,
            Self::Daarna => termijn.status == Termijnstatus::Later && nabij,
            Self::TotTweeWeken => nabij,
            Self::Alles => true,
        }
    }
}

impl Telling {
    fn van(stappen: &[Werkregel], als: Option<Ontvanger>, vandaag: Datum) -> Self {
        let mut telling = Self::default();
        let tot_en_met = vandaag.plus(TWEE_WEKEN);
        for Werkregel { termijn, .. } in stappen {
            if !Periode::TotTweeWeken.omvat(termijn, tot_en_met) {
                continue;
            }
            match termijn.status {
                Termijnstatus::TeLaat => telling.te_laat += 1,
                Termijnstatus::DezeWeek => telling.deze_week += 1,
                Termijnstatus::Later => telling.daarna += 1,
            }
            telling.vandaag += usize::from(termijn.uiterlijk == vandaag);
            telling.dagen_te_laat = telling.dagen_te_laat.max(termijn.uiterlijk.dagen_tot(vandaag));
            telling.wacht_op_ander += usize::from(!als.is_some_and(|it| termijn.wie.contains(&it)));
        }
        telling
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;
    use wvp_domain::mijlpaal::herinnering::Ontvanger;
    use wvp_domain::termijn::Basis;
    use wvp_domain::{Datum, DossierId, TermijnId, WerkgeverId};

    use super::{Aanzet, Periode, Telling, Werklijstvraag, Werkregel, blad};
    use crate::opvragen::{Grootte, Termijnregel, Termijnstatus};

    /// 23 November 2026 is a Monday.
    const VANDAAG: &str = "2026-11-23";

    fn dag(tekst: &str) -> Datum {
        tekst.parse().unwrap()
    }

    fn stap(dossier: u128, uiterlijk: &str, wie: Ontvanger) -> Werkregel {
        let (termijn, uiterlijk) = (TermijnId::Probleemanalyse, dag(uiterlijk));
        let status = Termijnstatus::op(dag(VANDAAG), uiterlijk);
        Werkregel {
            dossier: DossierId(Uuid::from_u128(dossier)),
            naam: String::new(),
            werkgever: WerkgeverId(Uuid::from_u128(dossier % 2)),
            eerste_ziektedag: dag("2026-10-01"),
            laatste_contact: None,
            termijn: Termijnregel { termijn, uiterlijk, wie: vec![wie], status, basis: Basis::Wet },
        }
    }

    fn stappen() -> Vec<Werkregel> {
        vec![
            stap(5, "2027-01-11", Ontvanger::Werkgever),
            stap(1, "2026-11-17", Ontvanger::Werkgever),
            stap(2, "2026-11-23", Ontvanger::Casemanager),
            stap(3, "2026-11-29", Ontvanger::Bedrijfsarts),
            stap(4, "2026-12-07", Ontvanger::Casemanager),
        ]
    }

    fn gezien(vraag: Werklijstvraag) -> Vec<u128> {
        let blad = blad(stappen(), &vraag, dag(VANDAAG));
        blad.regels.iter().map(|it| it.dossier.0.as_u128()).collect()
    }

    #[test]
    fn zonder_keuze_staat_er_wat_te_laat_is_en_binnen_twee_weken_moet() {
        assert_eq!(gezien(Werklijstvraag::default()), [1, 2, 3, 4]);
    }

    #[test]
    fn een_periode_beperkt_wat_er_staat_en_niet_wat_er_geteld_wordt() {
        let als = Some(Ontvanger::Casemanager);
        for (periode, staan) in [
            (Periode::TeLaat, vec![1]),
            (Periode::DezeWeek, vec![2, 3]),
            (Periode::Daarna, vec![4]),
            (Periode::Alles, vec![1, 2, 3, 4, 5]),
        ] {
            let vraag = Werklijstvraag { als, periode, ..Werklijstvraag::default() };
            let blad = blad(stappen(), &vraag, dag(VANDAAG));
            let staat: Vec<u128> = blad.regels.iter().map(|it| it.dossier.0.as_u128()).collect();
            assert_eq!(staat, staan, "{periode:?}");
            let telling = Telling {
                te_laat: 1,
                dagen_te_laat: 6,
                deze_week: 2,
                vandaag: 1,
                daarna: 1,
                wacht_op_ander: 2,
            };
            assert_eq!(blad.telling, telling, "{periode:?}");
        }
    }

    #[test]
    fn wie_aan_zet_is_beperkt_de_lijst() {
        let als = Some(Ontvanger::Casemanager);
        let met = |aanzet| gezien(Werklijstvraag { aanzet, als, ..Werklijstvraag::default() });
        assert_eq!(met(Aanzet::Ik), [2, 4]);
        assert_eq!(met(Aanzet::Ander), [1, 3]);
        assert_eq!(met(Aanzet::Wie(Ontvanger::Bedrijfsarts)), [3]);
    }

    #[test]
    fn een_bladzijde_gaat_verder_waar_de_vorige_ophield() {
        let grootte = Grootte::try_new(3).unwrap();
        let vraag = Werklijstvraag { grootte, bladzijde: 1, ..Werklijstvraag::default() };
        assert_eq!(gezien(vraag), [4]);
    }
}
