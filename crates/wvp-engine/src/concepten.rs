//! Drafts of forms: what somebody began to write in a dossier and will go on with. A draft is of one account under one
//! hat, and is no fact: nobody else reads it, no rule looks at it, and it is gone when the form is recorded or after
//! thirty days.
//!
//! Each section is a row of its own, under the key of its category of the dossier: what is medical in a draft is closed
//! to whoever holds no medical key, and goes with the dossier when that is erased. Rows follow from no log.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};
use wvp_domain::{Compartiment, Datum, DossierId};
use wvp_store::rij::{open_deel, verzegel_deel};
use wvp_store::{Bereik, Moment, StoreError, Wijziging};

use crate::engine::Engine;
use crate::fout::is_van_een_stroom;
use crate::gebruiker::Gebruiker;
use crate::klok::dag_in_amsterdam;
use crate::laden::BLADZIJDE;
use crate::lezen::Inzage;
use crate::volgen::{plek, volgende_sleutel};

/// Its name in the store.
const CONCEPT: &str = "concept";
/// For how long a draft is kept.
const DAGEN: i32 = 30;
/// The sections of a draft, each with the category that its key is of. The first is always there.
const DELEN: [(&str, Compartiment); 4] = [
    ("a", Compartiment::A),
    ("b", Compartiment::BOverig),
    ("c", Compartiment::C),
    ("d", Compartiment::D),
];
/// Bytes of a key before those that tell which form and which section.
const VAN_WIE_EN_WAAR: usize = 32;
/// Bytes of a key that tell which form.
const WELK: usize = 16;

/// A draft. Has no `Debug`: it holds what the sections hold.
#[derive(Clone, PartialEq)]
pub struct Concept {
    /// The word of the form.
    pub woord: String,
    /// The day on which it was kept last (Amsterdam).
    pub bewaard_op: Datum,
    /// What was filled in, by section.
    pub inhoud: Value,
}

/// A section of a draft as it is kept.
#[derive(Serialize, Deserialize)]
struct Rij {
    woord: String,
    bewaard: i64,
    /// The section as JSON.
    deel: String,
}

impl Engine {
    /// Keeps what was filled in of a form, in the place of an older draft of it. A section that is not there is not
    /// kept. That the dossier was opened shows that its reader may be there.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub async fn bewaar_concept(
        &self,
        wie: &Gebruiker,
        (dossier, _): (DossierId, &Inzage),
        woord: &str,
        inhoud: &Value,
    ) -> Result<(), StoreError> {
        let mut wijzigingen = vec![];
        for (letter, compartiment) in DELEN {
            let sleutel = sleutel(wie, dossier, woord, letter);
            let deel = inhoud.get(letter);
            if deel.is_none() && letter != "a" {
                wijzigingen.push(Wijziging::Wis(sleutel));
                continue;
            }
            let (woord, bewaard) = (woord.to_owned(), self.klok.nu().0);
            let rij = Rij { woord, bewaard, deel: deel.unwrap_or(&Value::Null).to_string() };
            let waar = (dossier.into(), compartiment);
            let plek = plek(CONCEPT, &sleutel);
            let waarde = verzegel_deel(&*self.sleutels, waar, &plek, &rij).await?;
            wijzigingen.push(Wijziging::Zet(sleutel, waarde));
        }
        self.schrijf_los(CONCEPT, wijzigingen).await
    }

    /// The drafts of whoever asks in a dossier, with what they hold.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub async fn concepten(
        &self,
        wie: &Gebruiker,
        (dossier, _): (DossierId, &Inzage),
    ) -> Result<Vec<Concept>, StoreError> {
        let voorvoegsel = van_wie_en_waar(wie, dossier);
        let rijen = self.modellen.reeks(CONCEPT, Bereik::Voorvoegsel(voorvoegsel), BLADZIJDE);
        let mut alle: Vec<Concept> = vec![];
        for (sleutel, waarde) in rijen.await? {
            let Some((letter, rij)) = self.open_concept(&sleutel, &waarde).await? else { continue };
            // Another hat, another draft.
            if sleutel != self::sleutel(wie, dossier, &rij.woord, letter) || self.is_verlopen(&rij)
            {
                continue;
            }
            let deel = serde_json::from_str(&rij.deel).unwrap_or(Value::Null);
            let bewaard_op = dag_in_amsterdam(Moment(rij.bewaard));
            let Rij { woord, .. } = rij;
            let plaats = alle.iter().position(|it| it.woord == woord).unwrap_or_else(|| {
                alle.push(Concept { woord, bewaard_op, inhoud: Value::Object(Map::new()) });
                alle.len() - 1
            });
            let inhoud = alle.get_mut(plaats).and_then(|it| it.inhoud.as_object_mut());
            if let Some(inhoud) = inhoud {
                inhoud.insert(letter.to_owned(), deel);
            }
        }
        Ok(alle)
    }

    /// Throws a draft away; one that is not there is fine.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub async fn wis_concept(
        &self,
        wie: &Gebruiker,
        dossier: DossierId,
        woord: &str,
    ) -> Result<(), StoreError> {
        let wis = DELEN.map(|(letter, _)| Wijziging::Wis(sleutel(wie, dossier, woord, letter)));
        self.schrijf_los(CONCEPT, wis.to_vec()).await
    }

    /// Removes drafts that nobody went on with, and those that no key opens any more.
    pub(crate) async fn ruim_concepten(&self) -> Result<(), StoreError> {
        let mut vanaf = vec![];
        loop {
            let bereik = Bereik::VanTot(vanaf, vec![u8::MAX; VAN_WIE_EN_WAAR + WELK + 2]);
            let rijen = self.modellen.reeks(CONCEPT, bereik, BLADZIJDE).await?;
            let Some((laatste, _)) = rijen.last() else { return Ok(()) };
            vanaf = volgende_sleutel(laatste);
            let mut wis = vec![];
            for (sleutel, waarde) in rijen {
                let open = self.open_concept(&sleutel, &waarde).await?;
                if open.is_none_or(|(_, rij)| self.is_verlopen(&rij)) {
                    wis.push(Wijziging::Wis(sleutel));
                }
            }
            if !wis.is_empty() {
                self.schrijf_los(CONCEPT, wis).await?;
            }
        }
    }

    fn is_verlopen(&self, rij: &Rij) -> bool {
        dag_in_amsterdam(Moment(rij.bewaard)).plus(DAGEN) < self.klok.vandaag()
    }

    /// A row that does not open is no draft.
    async fn open_concept(
        &self,
        sleutel: &[u8],
        waarde: &[u8],
    ) -> Result<Option<(&'static str, Rij)>, StoreError> {
        let letter = sleutel.last().copied().map(char::from);
        let deel =
            DELEN.into_iter().find(|(it, _)| letter.is_some_and(|letter| it.contains(letter)));
        let Some((letter, compartiment)) = deel else { return Ok(None) };
        match open_deel(&*self.sleutels, compartiment, &plek(CONCEPT, sleutel), waarde).await {
            Err(fout) if is_van_een_stroom(&fout) => Ok(None),
            uitkomst => Ok(uitkomst?.map(|rij| (letter, rij))),
        }
    }
}

fn van_wie_en_waar(wie: &Gebruiker, dossier: DossierId) -> Vec<u8> {
    [wie.account.0.as_bytes().as_slice(), dossier.0.as_bytes()].concat()
}

fn sleutel(wie: &Gebruiker, dossier: DossierId, woord: &str, letter: &str) -> Vec<u8> {
    let welk = Sha256::digest(format!("{}/{woord}", wie.lezer));
    let welk = welk.as_slice().get(..WELK).unwrap_or_default();
    [&van_wie_en_waar(wie, dossier), welk, letter.as_bytes()].concat()
}
