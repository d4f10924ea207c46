//! A message to a person, and who carries it.
//!
//! An alert is first an event, then a message. A message tells an outsider nothing: no name in the
//! subject, no illness, no kind of case (domain/access.md AC-03).

use std::fmt;

use async_trait::async_trait;
use thiserror::Error;
use uuid::Uuid;
use wvp_domain::bezorging::Kanaal;
use wvp_domain::mijlpaal::herinnering::Gegeven;
use wvp_domain::werkgever::Contact;
use wvp_domain::{Datum, DossierId};

use crate::klok::dag_in_amsterdam;
use crate::stand::Gemist;

/// One message. The id is that of the event behind it: the same however often it is offered.
#[derive(Clone, PartialEq, Eq)]
pub struct Bericht {
    /// The event behind the message; a receiver drops a repeat by it.
    pub id: Uuid,
    /// Name of the receiver.
    pub aan_naam: String,
    /// E-mail address of the receiver.
    pub aan_email: String,
    /// Subject.
    pub onderwerp: String,
    /// Text.
    pub tekst: String,
    /// Day on which the reminder was given.
    pub op: Datum,
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

/// Writes the message for a reminder.
pub(crate) fn opstellen(id: Uuid, dossier: DossierId, aan: &Contact, feit: &Gegeven) -> Bericht {
    let uiterlijk = feit.sleutel.uiterlijk.voluit();
    let kern = if feit.gegeven_op > feit.sleutel.uiterlijk {
        format!("Deze stap had uiterlijk op {uiterlijk} klaar moeten zijn.")
    } else {
        format!("Deze stap moet uiterlijk op {uiterlijk} klaar zijn.")
    };
    let kern = [vec![kern], feit.toelichting()].concat().join("\n");
    let tekst = format!(
        "Beste {},\n\nEr staat een stap voor u klaar (kenmerk {}).\n{kern}\n\n\
         Log in om te zien wat er nodig is. Uit veiligheid staat dat niet in dit bericht.\n",
        aan.naam,
        kenmerk(dossier)
    );
    Bericht {
        id,
        aan_naam: aan.naam.clone(),
        aan_email: aan.email.clone(),
        onderwerp: "Er staat een stap voor u klaar".to_owned(),
        tekst,
        op: feit.gegeven_op,
    }
}

/// Writes the message to a casemanager about another message that could not be delivered.
pub(crate) fn opstellen_niet_bezorgd(
    id: Uuid,
    dossier: DossierId,
    aan: &Contact,
    op: Datum,
) -> Bericht {
    let tekst = format!(
        "Beste {},\n\nEen bericht over een stap in een dossier (kenmerk {}) is niet aangekomen.\n\n\
         Log in om te zien voor wie het was. Neem zelf contact op, en pas het adres aan.\n",
        aan.naam,
        kenmerk(dossier)
    );
    Bericht {
        id,
        aan_naam: aan.naam.clone(),
        aan_email: aan.email.clone(),
        onderwerp: "Een bericht is niet aangekomen".to_owned(),
        tekst,
        op,
    }
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
    use super::{kenmerk, opstellen};
    use uuid::Uuid;
    use wvp_domain::mijlpaal::herinnering::{Gegeven, Ontvanger, Sleutel};
    use wvp_domain::werkgever::Contact;
    use wvp_domain::{Datum, DossierId, TermijnId};

    fn bericht(gegeven_op: Datum) -> super::Bericht {
        let sleutel = Sleutel {
            termijn: TermijnId::Probleemanalyse,
            keer: 0,
            uiterlijk: Datum::ymd(2024, 2, 12).unwrap(),
            trede: 1,
            aan: Ontvanger::Werkgever,
        };
        let feit = Gegeven { sleutel, gegeven_op, laat: false, overgeslagen: vec![] };
        let aan = Contact {
            naam: "R. Voorbeeld".to_owned(),
            functie: "HR".to_owned(),
            email: "r@voorbeeld.example".to_owned(),
        };
        opstellen(Uuid::nil(), DossierId(Uuid::nil()), &aan, &feit)
    }

    #[test]
    fn een_bericht_zegt_niets_over_ziekte_of_de_soort_stap() {
        let bericht = bericht(Datum::ymd(2024, 2, 10).unwrap());
        let alles = format!("{} {}", bericht.onderwerp, bericht.tekst).to_lowercase();
        for woord in ["ziek", "probleemanalyse", "verzuim", "poortwachter", "bedrijfsarts"] {
            assert!(!alles.contains(woord), "{woord}: {alles}");
        }
    }

    #[test]
    fn na_de_laatste_dag_zegt_het_bericht_dat_de_stap_te_laat_is() {
        let bericht = bericht(Datum::ymd(2024, 2, 13).unwrap());
        assert!(bericht.tekst.contains("had uiterlijk op 12 februari 2024"));
    }

    #[test]
    fn het_kenmerk_is_kort_en_zegt_niets() {
        assert_eq!(kenmerk(DossierId(Uuid::from_u128(0xABCD << 112))), "ABCD0000");
    }
}
