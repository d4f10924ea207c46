//! The mailbox of one person: every reminder that was theirs, whichever way it went out, and which of them
//! were read. A message is a place in the log; nothing is copied.

use uuid::Uuid;
use wvp_domain::bezorging::{self, BerichtId, Kanaal};
use wvp_domain::mijlpaal::herinnering::Ontvanger;
use wvp_domain::mijlpaal::riv::Element;
use wvp_domain::mijlpaal::uitstel::Waarover;
use wvp_domain::postvak::Voorkeuren;
use wvp_domain::{AccountId, Datum, DossierId, Event};
use wvp_store::{StoreError, StroomId, Stroomsoort};

use crate::betrokken::Betrokken;
use crate::engine::Engine;
use crate::fout::ExecuteError;
use crate::gebruiker::Gebruiker;
use crate::klok::dag_in_amsterdam;
use crate::laden::alleen_a;

/// A message in a mailbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Postbericht {
    /// The event behind it.
    pub id: BerichtId,
    /// Which dossier.
    pub dossier: DossierId,
    /// What it is about.
    pub inhoud: Postinhoud,
    /// Day on which it came.
    pub op: Datum,
    /// Whether its owner read it.
    pub is_gelezen: bool,
    /// Whose it is, when its owner acts for somebody else.
    pub voor: Option<AccountId>,
}

/// What a message is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Postinhoud {
    /// A step to be taken.
    Stap {
        /// Which.
        over: Waarover,
        /// Its last day, inclusive.
        uiterlijk: Datum,
        /// The rung, in days relative to that day.
        trede: i16,
    },
    /// Pieces of the re-integratieverslag that were asked for.
    Stukken {
        /// Which.
        elementen: Vec<Element>,
        /// The first of their last days, inclusive.
        uiterlijk: Datum,
    },
    /// A message to somebody else did not arrive.
    NietBezorgd {
        /// Which message.
        bericht: BerichtId,
    },
}

/// What somebody chose about own messages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Postkeuzes {
    /// How to be told; none while nothing was chosen.
    pub voorkeuren: Option<Voorkeuren>,
    /// Whether the own calendar has an address.
    pub heeft_agenda: bool,
}

impl Engine {
    /// The messages of this person and of those whom this person acts for, newest first. They are about
    /// days and steps only, so showing them is no reading of a dossier.
    ///
    /// # Errors
    ///
    /// [`ExecuteError::Geweigerd`] when this person does not hold the function; otherwise when the store
    /// fails.
    pub async fn postvak(&self, wie: &Gebruiker) -> Result<Vec<Postbericht>, ExecuteError> {
        self.eis_in_functie(wie, self.klok.vandaag()).await?;
        let gelezen = self.postvak_van(wie.account).await?.gelezen;
        let mut alle = vec![];
        for betrokken in self.betrokken(wie.account).await? {
            alle.extend(berichten(&betrokken));
            if betrokken.als == Ontvanger::Casemanager {
                alle.extend(self.niet_bezorgd(&betrokken).await?);
            }
        }
        for bericht in &mut alle {
            bericht.is_gelezen = gelezen.contains(&bericht.id);
        }
        alle.sort_by_key(|it| (std::cmp::Reverse(it.op), it.id));
        Ok(alle)
    }

    /// What this person chose about own messages.
    ///
    /// # Errors
    ///
    /// [`ExecuteError::Geweigerd`] when this person does not hold the function; otherwise when the store
    /// fails.
    pub async fn postkeuzes(&self, wie: &Gebruiker) -> Result<Postkeuzes, ExecuteError> {
        self.eis_in_functie(wie, self.klok.vandaag()).await?;
        let eigen = self.postvak_van(wie.account).await?;
        Ok(Postkeuzes { heeft_agenda: eigen.agenda.is_some(), voorkeuren: eigen.voorkeuren })
    }

    async fn niet_bezorgd(&self, betrokken: &Betrokken) -> Result<Vec<Postbericht>, StoreError> {
        let stroom = StroomId { soort: Stroomsoort::Bezorging, id: betrokken.dossier.0 };
        let records = self.records(stroom).await?;
        let events = self.open::<bezorging::Event>(&records, alleen_a()).await?;
        let berichten = events.iter().filter_map(|it| {
            let bezorging::Event::BezorgingOpgegeven(e) = &it.event else { return None };
            let mail = e.a.poging.kanaal == Kanaal::Mail;
            mail.then(|| Postbericht {
                id: BerichtId(it.id.0),
                dossier: betrokken.dossier,
                inhoud: Postinhoud::NietBezorgd { bericht: e.a.poging.bericht },
                op: dag_in_amsterdam(it.moment),
                is_gelezen: false,
                voor: betrokken.voor,
            })
        });
        Ok(berichten.collect())
    }
}

fn berichten(betrokken: &Betrokken) -> impl Iterator<Item = Postbericht> + '_ {
    betrokken.geladen.gelezen.iter().filter_map(|it| bericht(betrokken, it.id.0, &it.event))
}

fn bericht(betrokken: &Betrokken, id: Uuid, event: &Event) -> Option<Postbericht> {
    let (inhoud, aan, op) = if let Event::HerinneringGegeven(e) = event {
        let sleutel = e.a.sleutel;
        let over = Waarover::Termijn(sleutel.termijn);
        let (uiterlijk, trede) = (sleutel.uiterlijk, sleutel.trede);
        (Postinhoud::Stap { over, uiterlijk, trede }, sleutel.aan, e.a.gegeven_op)
    } else if let Event::StapherinneringGegeven(e) = event {
        let sleutel = &e.a.sleutel;
        let over = Waarover::Stap(sleutel.stap.clone());
        let (uiterlijk, trede) = (sleutel.uiterlijk, sleutel.trede);
        (Postinhoud::Stap { over, uiterlijk, trede }, sleutel.aan, e.a.gegeven_op)
    } else {
        let Event::StukkenGevraagd(e) = event else { return None };
        let elementen = e.a.elementen.iter().map(|it| it.element).collect();
        let uiterlijk = e.a.eerste_dag();
        (Postinhoud::Stukken { elementen, uiterlijk }, e.a.sleutel.aan, e.a.gevraagd_op)
    };
    is_voor(aan, betrokken).then_some(Postbericht {
        id: BerichtId(id),
        dossier: betrokken.dossier,
        inhoud,
        op,
        is_gelezen: false,
        voor: betrokken.voor,
    })
}

/// The employer gets what is for the teamleider, and what is for a casemanager who is not there.
fn is_voor(aan: Ontvanger, betrokken: &Betrokken) -> bool {
    let bij_werkgever = aan == Ontvanger::Teamleider
        || (aan == Ontvanger::Casemanager && betrokken.staat.casemanager.is_empty());
    aan == betrokken.als || (betrokken.als == Ontvanger::Werkgever && bij_werkgever)
}
