//! Where somebody works: which pages the menu of a function shows, and with which it begins. A menu is a way and never
//! a right: what a page shows is asked of the access table again.

use wvp_access::Lezer;

/// What kind of desk a function has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thuis {
    /// Runs cases: a worklist over many employers.
    Werklijst,
    /// An employer, or who works for one: the own people.
    Overzicht,
    /// Who sees people for their health: consultations, and the medical part.
    Spreekuur,
    /// The employee: the own file.
    Eigen,
    /// Who looks at single dossiers that were sent or assigned: a list.
    Lijst,
    /// Who watches over privacy.
    Toezicht,
    /// Who keeps accounts, employers and protocols.
    Beheer,
    /// Who plans: substitutes, and who works where.
    Planning,
    /// Who answers for a house: its rights.
    Directie,
}

impl Thuis {
    /// The desk of a function.
    #[must_use]
    pub const fn van(lezer: Lezer) -> Self {
        match lezer {
            Lezer::CasemanagerZwWgaWvp
            | Lezer::CasemanagerTaakdelegatie
            | Lezer::Regiomanager
            | Lezer::VerzuimmedewerkerVerklaring
            | Lezer::VerzuimmedewerkerBackoffice
            | Lezer::MandaatVerzuimSupport
            | Lezer::ManagerSsc
            | Lezer::Secretariaat
            | Lezer::CasemanagerExternCasemanagerWvp
            | Lezer::CasemanagerExternCasemanagerMkb
            | Lezer::VerzekeraarCasemanagerWvp
            | Lezer::VerzekeraarCasemanagerMkb
            | Lezer::ReIntegratiebedrijfCasemanagerWvp
            | Lezer::ReIntegratiebedrijfCasemanagerMkb
            | Lezer::GevolmachtigdAgentCasemanagerWvp
            | Lezer::Loket => Self::Werklijst,
            Lezer::Werkgever | Lezer::CasemanagerWvpIntern => Self::Overzicht,
            Lezer::BedrijfsartsStafarts
            | Lezer::Basisarts
            | Lezer::MedischManager
            | Lezer::Bedrijfsarts
            | Lezer::VerlengdeArm
            | Lezer::Pob
            | Lezer::VerzekeraarMedischAdviseur
            | Lezer::VerzekeraarMedischeStaf
            | Lezer::ReIntegratiebedrijfMedischAdviseur
            | Lezer::ReIntegratiebedrijfMedischeStaf => Self::Spreekuur,
            Lezer::Werknemer => Self::Eigen,
            Lezer::FunctionarisGegevensbescherming => Self::Toezicht,
            Lezer::FunctioneelBeheerder => Self::Beheer,
            Lezer::Planner => Self::Planning,
            Lezer::Directeur => Self::Directie,
            Lezer::Systeembeheerder
            | Lezer::FinancieelMedewerker
            | Lezer::ArbodienstArbeidsdeskundige
            | Lezer::Arbeidshygienist
            | Lezer::HogereVeiligheidskundige
            | Lezer::AoDeskundige
            | Lezer::AdmMedewerkerContract
            | Lezer::TeamleiderKlantContract
            | Lezer::TeamleiderFinancieel
            | Lezer::VerzekeraarClaimbeoordelaar
            | Lezer::GevolmachtigdAgentClaimbeoordelaar
            | Lezer::Betalingsafdeling
            | Lezer::VerzekeraarReIntegratieadviseur
            | Lezer::ReIntegratiebedrijfReIntegratieadviseur
            | Lezer::GevolmachtigdAgentReIntegratieadviseur
            | Lezer::VerzekeraarJobcoach
            | Lezer::VerzekeraarArbeidsdeskundige
            | Lezer::ReIntegratiebedrijfJobcoach
            | Lezer::ReIntegratiebedrijfArbeidsdeskundige
            | Lezer::GemachtigdeJurist
            | Lezer::Verzekeringsadviseur
            | Lezer::Bemiddelaar
            | Lezer::Uitvoerder
            | Lezer::UwvAdministratie
            | Lezer::Verzekeringsarts
            | Lezer::Behandelaar
            | Lezer::Accountant
            | Lezer::Belastingdienst
            | Lezer::IctLeverancier => Self::Lijst,
        }
    }

    /// The address of the page that it begins with.
    #[must_use]
    pub const fn adres(self) -> &'static str {
        match self {
            Self::Werklijst | Self::Overzicht | Self::Lijst => "/werklijst",
            Self::Spreekuur => "/spreekuur",
            Self::Eigen => "/mijn-dossier",
            Self::Toezicht => "/toezicht",
            Self::Beheer => "/beheer/accounts",
            Self::Planning => "/planning",
            Self::Directie => "/toezicht/nakijken",
        }
    }

    /// Keys and addresses of its menu, in order.
    #[must_use]
    pub(crate) const fn menu(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Werklijst => &[WERKLIJST, DOSSIERS, BERICHTEN, WERKGEVERS, REKENEN],
            Self::Spreekuur => &[SPREEKUUR, WERKLIJST, DOSSIERS, BERICHTEN, REKENEN],
            Self::Overzicht => &[OVERZICHT, DOSSIERS, BERICHTEN, WERKGEVERS],
            Self::Lijst => &[DOSSIERS, BERICHTEN],
            Self::Eigen => &[MIJN_DOSSIER, BERICHTEN, HULP],
            Self::Toezicht => &[TOEZICHT, NAKIJKEN, ACCOUNTS, MATRIX],
            Self::Beheer => &[ACCOUNTS, WERKGEVERS, NAKIJKEN, MATRIX, KANALEN, GEREEDHEID],
            Self::Planning => &[PLANNING, BERICHTEN],
            Self::Directie => &[NAKIJKEN, ACCOUNTS, DOSSIERS, BERICHTEN, MATRIX],
        }
    }
}

const WERKLIJST: (&str, &str) = ("menu-werklijst", "/werklijst");
const OVERZICHT: (&str, &str) = ("menu-overzicht", "/werklijst");
const SPREEKUUR: (&str, &str) = ("menu-spreekuur", "/spreekuur");
const DOSSIERS: (&str, &str) = ("menu-dossiers", "/dossiers");
const BERICHTEN: (&str, &str) = ("menu-berichten", "/berichten");
const WERKGEVERS: (&str, &str) = ("menu-werkgevers", "/werkgevers");
const REKENEN: (&str, &str) = ("menu-rekenen", "/rekenen");
const MIJN_DOSSIER: (&str, &str) = ("menu-mijn-dossier", "/mijn-dossier");
const HULP: (&str, &str) = ("menu-hulp", "/hulp");
const TOEZICHT: (&str, &str) = ("menu-toezicht", "/toezicht");
const NAKIJKEN: (&str, &str) = ("menu-nakijken", "/toezicht/nakijken");
const MATRIX: (&str, &str) = ("menu-matrix", "/toegangstabel");
const ACCOUNTS: (&str, &str) = ("menu-accounts", "/beheer/accounts");
const PLANNING: (&str, &str) = ("menu-planning", "/planning");
const KANALEN: (&str, &str) = ("menu-kanalen", "/beheer/berichten");
const GEREEDHEID: (&str, &str) = ("menu-gereedheid", "/beheer/gereedheid");
