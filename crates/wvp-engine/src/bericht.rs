//! A message to a person, and who carries it.
//!
//! An alert is first an event, then a message. A message tells an outsider nothing: no name in the
//! subject, no illness, no kind of case (domain/access.md AC-03).

mod voorbeeld;
mod woorden;

use std::fmt;

use async_trait::async_trait;
use sha2::{Digest as _, Sha256};
use thiserror::Error;
use uuid::Uuid;
use wvp_domain::bezorging::Kanaal;
use wvp_domain::mijlpaal::riv::Element;
use wvp_domain::werkgever::Contact;
use wvp_domain::{Datum, DossierId, TermijnId};

use crate::klok::dag_in_amsterdam;
use crate::stand::Gemist;

/// One message. The id is that of the event behind it, or follows from those of several: the same
/// however often it is offered.
#[derive(Clone, PartialEq, Eq)]
pub struct Bericht {
    /// What a receiver drops a repeat by.
    pub id: Uuid,
    /// Name of the receiver.
    pub aan_naam: String,
    /// E-mail address of the receiver.
    pub aan_email: String,
    /// Subject.
    pub onderwerp: String,
    /// Text.
    pub tekst: String,
    /// Day on which the (newest) reminder was given.
    pub op: Datum,
    /// The steps it reminds of; none for news about another message.
    pub stappen: Vec<Stapmelding>,
}

/// One step in a message: ids and days. No text that somebody typed fits in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stapmelding {
    /// The event behind it.
    pub id: Uuid,
    /// Which dossier.
    pub dossier: DossierId,
    /// Which step.
    pub stap: Stap,
    /// The last day for the step, inclusive.
    pub uiterlijk: Datum,
    /// Day on which the reminder was given.
    pub op: Datum,
    /// What else is to say about it.
    pub toelichting: Vec<Toelichting>,
}

/// What else a message says about a reminder: sentences that are the same for everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Toelichting {
    /// It comes late, because nothing could be sent on its own day.
    Vertraagd {
        /// The day it was due.
        had_op: Datum,
    },
    /// Its day was no working day.
    Verschoven {
        /// The day it would have been given.
        van: Datum,
        /// The working day it was given for.
        naar: Datum,
    },
    /// Earlier reminders of the same step came on the same day, and became this one.
    Samengevoegd {
        /// How many.
        aantal: usize,
    },
    /// Earlier reminders of the same step were overtaken by this one.
    Overgeslagen {
        /// How many.
        aantal: usize,
    },
    /// The receiver stands in for somebody.
    Waarneming,
    /// It is a piece that is missing, and asked for.
    Gevraagd,
}

/// A step that somebody has to take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stap {
    /// A step of the law.
    Wettelijk(TermijnId),
    /// A piece of the re-integratieverslag that is asked for.
    Stuk(Element),
    /// A step that the employer added. Its title is a text of the employer's, so no message shows it.
    Eigen,
}

/// Prints the id only: who gets a message says that there is a case.
impl fmt::Debug for Bericht {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Bericht({})", self.id)
    }
}

/// Carries messages out of the house. May be offered the same message more than once.
#[async_trait]
pub trait Notifier: fmt::Debug + Send + Sync {
    /// Which way it carries them.
    fn kanaal(&self) -> Kanaal {
        Kanaal::Mail
    }

    /// Delivers one message.
    ///
    /// # Errors
    ///
    /// When it could not be delivered now; it is offered again later.
    async fn bezorg(&self, bericht: &Bericht) -> Result<(), BezorgFout>;
}

/// Why a message was not delivered. The text holds no address and no content.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BezorgFout {
    /// It may go well later: no connection, a full mailbox, a fault of ours in the settings.
    #[error("bericht nog niet bezorgd: {0}")]
    Tijdelijk(String),
    /// It will never go well as it is: offering it again changes nothing.
    #[error("bericht niet te bezorgen: {0}")]
    Blijvend(String),
}

impl BezorgFout {
    /// Whether offering the message again changes nothing.
    #[must_use]
    pub fn is_blijvend(&self) -> bool {
        matches!(self, Self::Blijvend(_))
    }
}

impl Stapmelding {
    /// Whether the last day had passed when the reminder was given.
    #[must_use]
    pub fn is_te_laat(&self) -> bool {
        self.op > self.uiterlijk
    }

    /// The short reference to the dossier.
    #[must_use]
    pub fn kenmerk(&self) -> String {
        kenmerk(self.dossier)
    }
}

impl Bericht {
    /// The message for one event: a reminder of one step, or a request for several pieces. None when it is
    /// about no step.
    pub(crate) fn over_stappen(aan: &Contact, stappen: Vec<Stapmelding>) -> Option<Self> {
        let eerste = stappen.first()?;
        Some(Self {
            id: eerste.id,
            aan_naam: aan.naam.clone(),
            aan_email: aan.email.clone(),
            onderwerp: woorden::ONDERWERP_STAP.to_owned(),
            tekst: woorden::over_stappen(&aan.naam, &stappen),
            op: eerste.op,
            stappen,
        })
    }

    /// The message to a casemanager about another message that could not be delivered.
    pub(crate) fn niet_bezorgd(id: Uuid, dossier: DossierId, aan: &Contact, op: Datum) -> Self {
        Self {
            id,
            aan_naam: aan.naam.clone(),
            aan_email: aan.email.clone(),
            onderwerp: woorden::ONDERWERP_NIET_BEZORGD.to_owned(),
            tekst: woorden::niet_bezorgd(&aan.naam, &kenmerk(dossier)),
            op,
            stappen: vec![],
        }
    }

    /// Several messages about steps to one receiver as one; the earliest last day first. Of one it is
    /// that one. None when there is none.
    pub(crate) fn gebundeld(berichten: Vec<Self>) -> Option<Self> {
        let eerste = berichten.first()?.clone();
        if berichten.len() == 1 {
            return Some(eerste);
        }
        let op = berichten.iter().map(|it| it.op).max().unwrap_or(eerste.op);
        let mut stappen: Vec<Stapmelding> =
            berichten.into_iter().flat_map(|it| it.stappen).collect();
        stappen.sort_by_key(|it| (it.uiterlijk, it.stap, it.id));
        let id = bundelnummer(&eerste.aan_email, &stappen);
        let tekst = woorden::over_stappen(&eerste.aan_naam, &stappen);
        Some(Self { id, tekst, op, stappen, ..eerste })
    }
}

/// Follows from receiver and reminders, and from nothing else.
fn bundelnummer(aan: &str, stappen: &[Stapmelding]) -> Uuid {
    let mut hash = Sha256::new();
    hash.update(b"poortwachter bundel 1");
    hash.update(aan.len().to_be_bytes());
    hash.update(aan.as_bytes());
    for stap in stappen {
        hash.update(stap.id.as_bytes());
    }
    let mut bytes = [0; 16];
    for (naar, van) in bytes.iter_mut().zip(hash.finalize()) {
        *naar = van;
    }
    Uuid::new_v8(bytes)
}

/// Writes the message to the operator about a tick that was missed.
pub(crate) fn opstellen_gemiste_tik(gemist: &Gemist, adres: &str) -> Bericht {
    let dag = dag_in_amsterdam(gemist.ochtend);
    let tekst = format!(
        "Beste beheerder,\n\nDe dagelijkse stap van het programma is op {} niet gezet. De laatste keer was op \
         {}.\nBerichten aan gebruikers kunnen daardoor te laat komen.\n\n\
         Kijk of het programma draait en of het bij zijn opslag kan. Wat is blijven liggen, haalt het zelf \
         in.\n",
        dag.voluit(),
        dag_in_amsterdam(gemist.laatste).voluit()
    );
    Bericht {
        id: gemist.bericht,
        aan_naam: "beheerder".to_owned(),
        aan_email: adres.to_owned(),
        onderwerp: "Een dagelijkse stap is niet gezet".to_owned(),
        tekst,
        op: dag,
        stappen: vec![],
    }
}

/// A short reference to a dossier that says nothing about a person.
#[must_use]
pub fn kenmerk(dossier: DossierId) -> String {
    dossier.0.simple().to_string().chars().take(KENMERK_TEKENS).collect::<String>().to_uppercase()
}

const KENMERK_TEKENS: usize = 8;

#[cfg(test)]
mod tests {
    use uuid::Uuid;
    use wvp_domain::werkgever::Contact;
    use wvp_domain::{Datum, DossierId, TermijnId};

    use super::{Bericht, Stap, Stapmelding, kenmerk};

    fn stap(id: u128, op: u32) -> Stapmelding {
        Stapmelding {
            id: Uuid::from_u128(id),
            dossier: DossierId(Uuid::from_u128(id << 96)),
            stap: Stap::Wettelijk(TermijnId::Probleemanalyse),
            uiterlijk: Datum::ymd(2024, 2, 12).unwrap(),
            op: Datum::ymd(2024, 2, op).unwrap(),
            toelichting: vec![],
        }
    }

    fn bericht(stap: Stapmelding) -> Bericht {
        let aan = Contact {
            naam: "R. Voorbeeld".to_owned(),
            functie: "HR".to_owned(),
            email: "r@voorbeeld.example".to_owned(),
        };
        Bericht::over_stappen(&aan, vec![stap]).unwrap()
    }

    #[test]
    fn een_bericht_zegt_niets_over_ziekte_of_de_soort_stap() {
        let los = bericht(stap(1, 10));
        let samen = Bericht::gebundeld(vec![los.clone(), bericht(stap(2, 10))]).unwrap();
        for bericht in [los, samen] {
            let alles = format!("{} {}", bericht.onderwerp, bericht.tekst).to_lowercase();
            for woord in ["ziek", "probleemanalyse", "verzuim", "poortwachter", "bedrijfsarts"] {
                assert!(!alles.contains(woord), "{woord}: {alles}");
            }
        }
    }

    #[test]
    fn na_de_laatste_dag_zegt_het_bericht_dat_de_stap_te_laat_is() {
        assert!(bericht(stap(1, 13)).tekst.contains("had uiterlijk op 12 februari 2024"));
    }

    #[test]
    fn een_bundel_heeft_een_eigen_nummer_dat_van_zijn_berichten_afhangt() {
        let [een, twee] = [1, 2].map(|id| bericht(stap(id, 10)));
        let heen = Bericht::gebundeld(vec![een.clone(), twee.clone()]).unwrap();
        let terug = Bericht::gebundeld(vec![twee, een.clone()]).unwrap();
        assert_eq!(heen.id, terug.id);
        let meer = Bericht::gebundeld(vec![een.clone(), bericht(stap(3, 10))]).unwrap();
        assert_ne!(heen.id, meer.id);
        assert_eq!(Bericht::gebundeld(vec![een.clone()]).unwrap().id, een.id);
    }

    #[test]
    fn een_bundel_noemt_elke_stap_op_een_regel() {
        let samen = [stap(1, 10), stap(2, 13)].map(bericht);
        let tekst = Bericht::gebundeld(samen.into()).unwrap().tekst;
        let regels: Vec<&str> = tekst.lines().filter(|it| it.starts_with("- ")).collect();
        assert_eq!(
            regels,
            [
                "- Kenmerk 00000001: Deze stap moet uiterlijk op 12 februari 2024 klaar zijn.",
                "- Kenmerk 00000002: Deze stap had uiterlijk op 12 februari 2024 klaar moeten zijn.",
            ]
        );
    }

    #[test]
    fn het_kenmerk_is_kort_en_zegt_niets() {
        assert_eq!(kenmerk(DossierId(Uuid::from_u128(0xABCD << 112))), "ABCD0000");
    }
}
