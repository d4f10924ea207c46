//! Messages to UWV about illness: 42e-weeksmelding, herstelmelding and ziekteaangifte (vangnet).
//!
//! Fields, code lists and element names are those of domain/documents.md 3.1, read in UWV's **internal** message
//! body v0428. What an employer sends through Digipoort has an envelope and a specification of its own, which UWV
//! hands out on registration. So what is written here is a preview to type over and to check by, it says so, and
//! it is no message to send.
//!
//! Not certain, by the same source:
//!
//! - the order of elements, the notation of amounts, and what the codes without a label mean;
//! - the names `Telefoon` and `BedrSvLoonPerDag`, which the source cuts short; groups and fields that it only
//!   hints at ("…", numbers of a mobile telephone, addresses abroad) are not here;
//! - which fields UWV asks of each message. Asked here is what the law or the source asks (1.11, 1.12 and the
//!   fields with a star in 3.1), and nothing else;
//! - that an interrupted illness needs its earlier periods (1.11), and that a no-risk ground goes with no-risk.
//!
//! Left out on purpose: `IndArbeidsgehandicapt`, which is about health, and `OrigineelBronbestand`, a file in which
//! anything could stand. Why a vangnet applies ([`Vangnetredenen`]) stands apart: UWV must be told, and who works
//! for the employer on the dossier must not see it (4.1).

mod eenheid;
mod melding;
mod persoon;
mod uit_dossier;
mod voorbeeld;
mod ziekte;

pub use eenheid::{AdministratieveEenheid, Arbeidsverhouding, SectorRisicogroep};
pub use melding::{
    AoPeriode, Melding, MeldingHersteldLangdurigAo, MeldingLangdurigAo, MeldingWerkhervatting,
    VolledigHersteld, WerkhervattingGedeeltelijk,
};
pub use persoon::{
    Adres, Bankrekening, Contactgegevens, Ketencontact, Ketenpartij, NatuurlijkPersoon,
    StraatadresNederland,
};
pub use uit_dossier::{Aanvulling, Bron, Gemis, Soort, opmaken};
pub use voorbeeld::LET_OP;
pub use ziekte::{MeldingZiekte, OproepInvalZiekUitDienst, Vangnetredenen};

use std::fmt;

use serde::Serialize;
use wvp_domain::rekenmachine::InvoerFout;

use crate::codelijst::Code;
use crate::codelijst::uwv::{BerichtType, JaNee};
use crate::invoer::Invoer;
use crate::lezer::{self, Lezer};

/// What stands in a message.
#[derive(Clone, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Inhoud {
    /// What kind of sender it comes from.
    pub cd_bericht_type: Code<BerichtType>,
    /// Only to check.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ind_alleen_controle_uzs: Option<Code<JaNee>>,
    /// Who sends it: two at most.
    #[serde(rename = "Ketenpartij", skip_serializing_if = "Vec::is_empty")]
    pub ketenpartijen: Vec<Ketenpartij>,
    /// Whom it is about.
    pub natuurlijk_persoon: NatuurlijkPersoon,
    /// Addresses of that person.
    #[serde(rename = "Adres", skip_serializing_if = "Vec::is_empty")]
    pub adressen: Vec<Adres>,
    /// Whom UWV may call.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contactgegevens: Option<Contactgegevens>,
    /// What is reported.
    #[serde(flatten)]
    pub melding: Melding,
    /// Earlier periods that count along.
    #[serde(rename = "AoPeriode", skip_serializing_if = "Vec::is_empty")]
    pub ao_perioden: Vec<AoPeriode>,
    /// The employer.
    pub administratieve_eenheid: AdministratieveEenheid,
}

/// A message that keeps to its rules.
#[derive(Clone, PartialEq)]
pub struct Bericht(Inhoud);

impl fmt::Debug for Bericht {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Bericht({})", self.0.melding.naam())
    }
}

/// Reads a message, and holds it against every rule.
///
/// # Errors
///
/// Every fault, all at once: the field with its place, the rule, and the value unless it says who somebody is
/// or why ill.
pub fn valideer(invoer: &Invoer) -> Result<Bericht, Vec<InvoerFout>> {
    let inhoud = lezer::lees(invoer.ruw(), lees)?;
    Bericht::try_new(inhoud)
}

fn lees(lezer: &mut Lezer<'_>) -> Option<Inhoud> {
    let cd_bericht_type = lezer.eis("CdBerichtType");
    let ind_alleen_controle_uzs = lezer.mag("IndAlleenControleUzs");
    let ketenpartijen = lezer.groepen("Ketenpartij", 0, 2, |groep| Some(Ketenpartij::lees(groep)));
    let natuurlijk_persoon = lezer.eis_groep("NatuurlijkPersoon", NatuurlijkPersoon::lees);
    let adressen = lezer.groepen("Adres", 0, usize::MAX, Adres::lees);
    let contactgegevens =
        lezer.mag_groep("Contactgegevens", |groep| Some(Contactgegevens::lees(groep)));
    let melding = Melding::lees(lezer);
    let ao_perioden = lezer.groepen("AoPeriode", 0, usize::MAX, AoPeriode::lees);
    let administratieve_eenheid =
        lezer.eis_groep("AdministratieveEenheid", AdministratieveEenheid::lees);
    Some(Inhoud {
        cd_bericht_type: cd_bericht_type?,
        ind_alleen_controle_uzs,
        ketenpartijen,
        natuurlijk_persoon: natuurlijk_persoon?,
        adressen,
        contactgegevens,
        melding: melding?,
        ao_perioden,
        administratieve_eenheid: administratieve_eenheid?,
    })
}

impl Bericht {
    /// Takes what was made in code, and holds it against the rules between fields.
    ///
    /// # Errors
    ///
    /// Every rule that is broken, all at once.
    pub fn try_new(inhoud: Inhoud) -> Result<Self, Vec<InvoerFout>> {
        let mut fouten = inhoud.melding.fouten(&inhoud.ao_perioden);
        if inhoud.ketenpartijen.len() > 2 {
            fouten.push(InvoerFout {
                veld: "Ketenpartij".to_owned(),
                waarde: inhoud.ketenpartijen.len().to_string(),
                regel: "hoogstens 2 keer".to_owned(),
            });
        }
        if fouten.is_empty() { Ok(Self(inhoud)) } else { Err(fouten) }
    }

    /// What stands in it.
    pub fn inhoud(&self) -> &Inhoud {
        &self.0
    }
}

#[cfg(test)]
mod proef;
#[cfg(test)]
mod tests;
