//! The demo: a caseload as scripts, played day by day through the real engine and store.

mod inlog;
mod lopend;
mod mensen;
mod rechten;
mod schrijf;
mod speler;
pub(crate) mod toon;
mod verhaal;
mod zaken;

use wvp_domain::datum::DatumFout;
use wvp_domain::werkgever::Bedrijf;
use wvp_domain::werknemer::{Bsn, Persoon};
use wvp_domain::{AccountId, Command, Datum, DossierId, WerkgeverId, WerknemerId};
use wvp_engine::nummer;

pub use inlog::{Demoinlog, geef_inlog};
pub use lopend::{lopende_zaken, schrijf_lopende};
pub use mensen::{Mens, Onderneming};
pub use schrijf::{EindOordeel, EindVerhaal, MeningVerhaal, NieuweAnalyse, Script};
pub use speler::{
    Gespeeld, Speler, gebruiker, lezer, schrijf_in, schrijf_werkgever_in, schrijf_werknemer_in,
};
pub use verhaal::{
    BelastbaarVerhaal, GespreksVerhaal, MedischVerhaal, PlanVerhaal, SpreekuurVerhaal, Verhaal,
};
pub use zaken::{VOORBEELD, caseload};

/// Who takes a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rol {
    /// The employer.
    Werkgever,
    /// The casemanager of the arbodienst.
    Casemanager,
    /// The bedrijfsarts.
    Bedrijfsarts,
    /// The judge of claims of the insurer.
    Claimbeoordelaar,
    /// The employee.
    Werknemer,
}

impl Rol {
    /// The five readers, in the order in which the demo shows them.
    pub const ALLE: [Self; 5] = [
        Self::Werkgever,
        Self::Casemanager,
        Self::Bedrijfsarts,
        Self::Claimbeoordelaar,
        Self::Werknemer,
    ];

    /// The Dutch word.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Werkgever => "werkgever",
            Self::Casemanager => "casemanager",
            Self::Bedrijfsarts => "bedrijfsarts",
            Self::Claimbeoordelaar => "claimbeoordelaar",
            Self::Werknemer => "werknemer",
        }
    }
}

/// One step: on which day, by whom, what.
#[derive(Debug, Clone)]
pub struct Stap {
    /// The day on which it is recorded.
    pub dag: Datum,
    /// Who records it.
    pub wie: Rol,
    /// What is recorded.
    pub wat: Command,
}

/// One case of the caseload. It has no `Debug`: it holds names.
pub struct Zaak {
    /// Short key: numbers are made from it. It tells what the case is about, so it names no file.
    pub sleutel: String,
    /// What the case shows.
    pub titel: &'static str,
    /// The dossier.
    pub dossier: DossierId,
    /// The employee.
    pub werknemer: WerknemerId,
    /// The employer.
    pub werkgever: WerkgeverId,
    /// Registration of the employee.
    pub persoon: Persoon,
    /// Number of the employee.
    pub bsn: Bsn,
    /// Registration of the employer.
    pub bedrijf: Bedrijf,
    /// First day of the case: the day of the registration.
    pub van: Datum,
    /// Days on which its papers are made, with the name of their folder.
    pub papieren: Vec<(Datum, &'static str)>,
    /// The steps, by day.
    pub stappen: Vec<Stap>,
    /// The accounts of the people around it.
    accounts: [(Rol, AccountId); 5],
}

/// Why the caseload could not be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DemoFout {
    /// A day that does not exist.
    #[error(transparent)]
    Datum(#[from] DatumFout),
    /// A number that is none.
    #[error(transparent)]
    Bsn(#[from] wvp_domain::werknemer::Afwijzing),
}

impl Zaak {
    /// Closes a script: its steps in order of day, with everything around them.
    ///
    /// # Errors
    ///
    /// When a day or number in the story does not exist.
    pub fn uit(script: Script, papieren: Vec<(Datum, &'static str)>) -> Result<Self, DemoFout> {
        let mens = script.verhaal.mens;
        let (dossier, werknemer) = (script.dossier(), script.werknemer());
        let mut stappen = script.stappen;
        stappen.sort_by_key(|stap| stap.dag);
        let [naam, functie, _] = mens.werkgever.bedrijfsarts;
        let accounts = [
            (Rol::Werkgever, Onderneming::account(mens.werkgever.leiding)),
            (Rol::Casemanager, Onderneming::account(mens.werkgever.casemanager)),
            (Rol::Bedrijfsarts, Onderneming::account([naam, functie, naam])),
            (Rol::Claimbeoordelaar, Onderneming::account(["", "", "claims@zekerheid.example"])),
            // Many cases of a simulation share the texts of one; the account is of the employee.
            (Rol::Werknemer, AccountId(nummer(&["account", &werknemer.0.to_string()]))),
        ];
        Ok(Self {
            sleutel: script.sleutel,
            titel: script.verhaal.titel,
            dossier,
            werknemer,
            werkgever: mens.werkgever.id(),
            persoon: mens.persoon()?,
            bsn: Bsn::try_new(mens.bsn)?,
            bedrijf: mens.werkgever.bedrijf(),
            van: stappen.first().map_or(script.eerste, |stap| stap.dag),
            papieren,
            stappen,
            accounts,
        })
    }

    /// The same case at another employer, for whom this account reports.
    #[must_use]
    pub fn bij(mut self, werkgever: WerkgeverId, leiding: AccountId) -> Self {
        let eigen = self.accounts.iter_mut().filter(|(rol, _)| *rol == Rol::Werkgever);
        eigen.for_each(|(_, account)| *account = leiding);
        Self { werkgever, ..self }
    }

    /// The personal account of whoever plays this role in this case.
    #[must_use]
    pub fn account(&self, rol: Rol) -> AccountId {
        let gezocht = self.accounts.iter().find(|(ander, _)| *ander == rol);
        gezocht.map_or(AccountId(nummer(&["account"])), |(_, account)| *account)
    }
}
