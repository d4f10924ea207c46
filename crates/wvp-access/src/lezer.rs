//! Who asks: a party and a function, the 62 pairs of the table.

use std::fmt;

use crate::{partij::Partij, woord::OnbekendWoord};

/// A reader: one pair of party and function (domain/access.md A.3 and B.4).
///
/// A person with two hats asks with one of them; rights of two hats are never added up (AC-48).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Lezer {
    /// `arbodienst/directeur`.
    Directeur,
    /// `arbodienst/secretariaat`.
    Secretariaat,
    /// `arbodienst/financieel_medewerker`.
    FinancieelMedewerker,
    /// `arbodienst/planner`.
    Planner,
    /// `arbodienst/bedrijfsarts_stafarts`.
    BedrijfsartsStafarts,
    /// `arbodienst/basisarts`.
    Basisarts,
    /// `arbodienst/casemanager_zw_wga_wvp`.
    CasemanagerZwWgaWvp,
    /// `arbodienst/arbeidsdeskundige`.
    ArbodienstArbeidsdeskundige,
    /// `arbodienst/arbeidshygienist`.
    Arbeidshygienist,
    /// `arbodienst/hogere_veiligheidskundige`.
    HogereVeiligheidskundige,
    /// `arbodienst/ao_deskundige`.
    AoDeskundige,
    /// `arbodienst/casemanager_taakdelegatie`.
    CasemanagerTaakdelegatie,
    /// `arbodienst/regiomanager`.
    Regiomanager,
    /// `arbodienst/functioneel_beheerder`.
    FunctioneelBeheerder,
    /// `arbodienst/adm_medewerker_contract`.
    AdmMedewerkerContract,
    /// `arbodienst/teamleider_klant_contract`.
    TeamleiderKlantContract,
    /// `arbodienst/manager_ssc`.
    ManagerSsc,
    /// `arbodienst/teamleider_financieel`.
    TeamleiderFinancieel,
    /// `arbodienst/verzuimmedewerker_verklaring`.
    VerzuimmedewerkerVerklaring,
    /// `arbodienst/verzuimmedewerker_backoffice`.
    VerzuimmedewerkerBackoffice,
    /// `arbodienst/medisch_manager`.
    MedischManager,
    /// `arbodienst/mandaat_verzuim_support`.
    MandaatVerzuimSupport,
    /// `arbodienst/pob`.
    Pob,
    /// `arbodienst/functionaris_gegevensbescherming`.
    FunctionarisGegevensbescherming,
    /// `arbodienst/systeembeheerder`.
    Systeembeheerder,
    /// `bedrijfsarts_zelfstandig/bedrijfsarts`.
    Bedrijfsarts,
    /// `bedrijfsarts_zelfstandig/verlengde_arm`.
    VerlengdeArm,
    /// `werkgever/werkgever`.
    Werkgever,
    /// `werkgever/casemanager_wvp_intern`.
    CasemanagerWvpIntern,
    /// `casemanager_extern/casemanager_wvp`.
    CasemanagerExternCasemanagerWvp,
    /// `casemanager_extern/casemanager_mkb`.
    CasemanagerExternCasemanagerMkb,
    /// `werknemer/werknemer`.
    Werknemer,
    /// `verzekeraar/claimbeoordelaar`.
    VerzekeraarClaimbeoordelaar,
    /// `gevolmachtigd_agent/claimbeoordelaar`.
    GevolmachtigdAgentClaimbeoordelaar,
    /// `verzekeraar/betalingsafdeling`.
    Betalingsafdeling,
    /// `verzekeraar/re_integratieadviseur`.
    VerzekeraarReIntegratieadviseur,
    /// `re_integratiebedrijf/re_integratieadviseur`.
    ReIntegratiebedrijfReIntegratieadviseur,
    /// `gevolmachtigd_agent/re_integratieadviseur`.
    GevolmachtigdAgentReIntegratieadviseur,
    /// `verzekeraar/jobcoach`.
    VerzekeraarJobcoach,
    /// `verzekeraar/arbeidsdeskundige`.
    VerzekeraarArbeidsdeskundige,
    /// `verzekeraar/casemanager_wvp`.
    VerzekeraarCasemanagerWvp,
    /// `verzekeraar/casemanager_mkb`.
    VerzekeraarCasemanagerMkb,
    /// `verzekeraar/medisch_adviseur`.
    VerzekeraarMedischAdviseur,
    /// `verzekeraar/medische_staf`.
    VerzekeraarMedischeStaf,
    /// `re_integratiebedrijf/jobcoach`.
    ReIntegratiebedrijfJobcoach,
    /// `re_integratiebedrijf/arbeidsdeskundige`.
    ReIntegratiebedrijfArbeidsdeskundige,
    /// `re_integratiebedrijf/casemanager_wvp`.
    ReIntegratiebedrijfCasemanagerWvp,
    /// `re_integratiebedrijf/casemanager_mkb`.
    ReIntegratiebedrijfCasemanagerMkb,
    /// `re_integratiebedrijf/medisch_adviseur`.
    ReIntegratiebedrijfMedischAdviseur,
    /// `re_integratiebedrijf/medische_staf`.
    ReIntegratiebedrijfMedischeStaf,
    /// `verzekeraar/gemachtigde_jurist`.
    GemachtigdeJurist,
    /// `gevolmachtigd_agent/casemanager_wvp`.
    GevolmachtigdAgentCasemanagerWvp,
    /// `tussenpersoon/verzekeringsadviseur`.
    Verzekeringsadviseur,
    /// `tussenpersoon/bemiddelaar`.
    Bemiddelaar,
    /// `verzuimloket/loket`.
    Loket,
    /// `interventie_uitvoerder/uitvoerder`.
    Uitvoerder,
    /// `uwv/uwv_administratie`.
    UwvAdministratie,
    /// `uwv/verzekeringsarts`.
    Verzekeringsarts,
    /// `zorgverlener/behandelaar`.
    Behandelaar,
    /// `overig/accountant`.
    Accountant,
    /// `overig/belastingdienst`.
    Belastingdienst,
    /// `overig/ict_leverancier`.
    IctLeverancier,
}

impl Lezer {
    /// Every reader, in the order of the table.
    pub const ALLE: [Self; 62] = [
        Self::Directeur,
        Self::Secretariaat,
        Self::FinancieelMedewerker,
        Self::Planner,
        Self::BedrijfsartsStafarts,
        Self::Basisarts,
        Self::CasemanagerZwWgaWvp,
        Self::ArbodienstArbeidsdeskundige,
        Self::Arbeidshygienist,
        Self::HogereVeiligheidskundige,
        Self::AoDeskundige,
        Self::CasemanagerTaakdelegatie,
        Self::Regiomanager,
        Self::FunctioneelBeheerder,
        Self::AdmMedewerkerContract,
        Self::TeamleiderKlantContract,
        Self::ManagerSsc,
        Self::TeamleiderFinancieel,
        Self::VerzuimmedewerkerVerklaring,
        Self::VerzuimmedewerkerBackoffice,
        Self::MedischManager,
        Self::MandaatVerzuimSupport,
        Self::Pob,
        Self::FunctionarisGegevensbescherming,
        Self::Systeembeheerder,
        Self::Bedrijfsarts,
        Self::VerlengdeArm,
        Self::Werkgever,
        Self::CasemanagerWvpIntern,
        Self::CasemanagerExternCasemanagerWvp,
        Self::CasemanagerExternCasemanagerMkb,
        Self::Werknemer,
        Self::VerzekeraarClaimbeoordelaar,
        Self::GevolmachtigdAgentClaimbeoordelaar,
        Self::Betalingsafdeling,
        Self::VerzekeraarReIntegratieadviseur,
        Self::ReIntegratiebedrijfReIntegratieadviseur,
        Self::GevolmachtigdAgentReIntegratieadviseur,
        Self::VerzekeraarJobcoach,
        Self::VerzekeraarArbeidsdeskundige,
        Self::VerzekeraarCasemanagerWvp,
        Self::VerzekeraarCasemanagerMkb,
        Self::VerzekeraarMedischAdviseur,
        Self::VerzekeraarMedischeStaf,
        Self::ReIntegratiebedrijfJobcoach,
        Self::ReIntegratiebedrijfArbeidsdeskundige,
        Self::ReIntegratiebedrijfCasemanagerWvp,
        Self::ReIntegratiebedrijfCasemanagerMkb,
        Self::ReIntegratiebedrijfMedischAdviseur,
        Self::ReIntegratiebedrijfMedischeStaf,
        Self::GemachtigdeJurist,
        Self::GevolmachtigdAgentCasemanagerWvp,
        Self::Verzekeringsadviseur,
        Self::Bemiddelaar,
        Self::Loket,
        Self::Uitvoerder,
        Self::UwvAdministratie,
        Self::Verzekeringsarts,
        Self::Behandelaar,
        Self::Accountant,
        Self::Belastingdienst,
        Self::IctLeverancier,
    ];

    /// Looks a reader up by the words of the table.
    ///
    /// # Errors
    ///
    /// Names `party` or `function`, the word that is not known and the words that are.
    pub fn zoek(partij: &str, functie: &str) -> Result<Self, OnbekendWoord> {
        let van_partij = || Self::ALLE.into_iter().filter(|lezer| lezer.partij().woord() == partij);
        if van_partij().next().is_none() {
            let partijen = Self::ALLE.map(|lezer| lezer.partij().woord());
            return Err(OnbekendWoord::nieuw("party", partij, partijen));
        }
        van_partij().find(|lezer| lezer.functie() == functie).ok_or_else(|| {
            OnbekendWoord::nieuw("function", functie, van_partij().map(Self::functie))
        })
    }

    /// The party.
    #[must_use]
    pub const fn partij(self) -> Partij {
        match self {
            Self::Directeur
            | Self::Secretariaat
            | Self::FinancieelMedewerker
            | Self::Planner
            | Self::BedrijfsartsStafarts
            | Self::Basisarts
            | Self::CasemanagerZwWgaWvp
            | Self::ArbodienstArbeidsdeskundige
            | Self::Arbeidshygienist
            | Self::HogereVeiligheidskundige
            | Self::AoDeskundige
            | Self::CasemanagerTaakdelegatie
            | Self::Regiomanager
            | Self::FunctioneelBeheerder
            | Self::AdmMedewerkerContract
            | Self::TeamleiderKlantContract
            | Self::ManagerSsc
            | Self::TeamleiderFinancieel
            | Self::VerzuimmedewerkerVerklaring
            | Self::VerzuimmedewerkerBackoffice
            | Self::MedischManager
            | Self::MandaatVerzuimSupport
            | Self::Pob
            | Self::FunctionarisGegevensbescherming
            | Self::Systeembeheerder => Partij::Arbodienst,
            Self::Bedrijfsarts | Self::VerlengdeArm => Partij::BedrijfsartsZelfstandig,
            Self::Werkgever | Self::CasemanagerWvpIntern => Partij::Werkgever,
            Self::CasemanagerExternCasemanagerWvp | Self::CasemanagerExternCasemanagerMkb => {
                Partij::CasemanagerExtern
            }
            Self::Werknemer => Partij::Werknemer,
            Self::VerzekeraarClaimbeoordelaar
            | Self::Betalingsafdeling
            | Self::VerzekeraarReIntegratieadviseur
            | Self::VerzekeraarJobcoach
            | Self::VerzekeraarArbeidsdeskundige
            | Self::VerzekeraarCasemanagerWvp
            | Self::VerzekeraarCasemanagerMkb
            | Self::VerzekeraarMedischAdviseur
            | Self::VerzekeraarMedischeStaf
            | Self::GemachtigdeJurist => Partij::Verzekeraar,
            Self::GevolmachtigdAgentClaimbeoordelaar
            | Self::GevolmachtigdAgentReIntegratieadviseur
            | Self::GevolmachtigdAgentCasemanagerWvp => Partij::GevolmachtigdAgent,
            Self::ReIntegratiebedrijfReIntegratieadviseur
            | Self::ReIntegratiebedrijfJobcoach
            | Self::ReIntegratiebedrijfArbeidsdeskundige
            | Self::ReIntegratiebedrijfCasemanagerWvp
            | Self::ReIntegratiebedrijfCasemanagerMkb
            | Self::ReIntegratiebedrijfMedischAdviseur
            | Self::ReIntegratiebedrijfMedischeStaf => Partij::ReIntegratiebedrijf,
            Self::Verzekeringsadviseur | Self::Bemiddelaar => Partij::Tussenpersoon,
            Self::Loket => Partij::Verzuimloket,
            Self::Uitvoerder => Partij::InterventieUitvoerder,
            Self::UwvAdministratie | Self::Verzekeringsarts => Partij::Uwv,
            Self::Behandelaar => Partij::Zorgverlener,
            Self::Accountant | Self::Belastingdienst | Self::IctLeverancier => Partij::Overig,
        }
    }

    /// The word of the function in the table.
    #[must_use]
    pub const fn functie(self) -> &'static str {
        match self {
            Self::Directeur => "directeur",
            Self::Secretariaat => "secretariaat",
            Self::FinancieelMedewerker => "financieel_medewerker",
            Self::Planner => "planner",
            Self::BedrijfsartsStafarts => "bedrijfsarts_stafarts",
            Self::Basisarts => "basisarts",
            Self::CasemanagerZwWgaWvp => "casemanager_zw_wga_wvp",
            Self::ArbodienstArbeidsdeskundige
            | Self::VerzekeraarArbeidsdeskundige
            | Self::ReIntegratiebedrijfArbeidsdeskundige => "arbeidsdeskundige",
            Self::Arbeidshygienist => "arbeidshygienist",
            Self::HogereVeiligheidskundige => "hogere_veiligheidskundige",
            Self::AoDeskundige => "ao_deskundige",
            Self::CasemanagerTaakdelegatie => "casemanager_taakdelegatie",
            Self::Regiomanager => "regiomanager",
            Self::FunctioneelBeheerder => "functioneel_beheerder",
            Self::AdmMedewerkerContract => "adm_medewerker_contract",
            Self::TeamleiderKlantContract => "teamleider_klant_contract",
            Self::ManagerSsc => "manager_ssc",
            Self::TeamleiderFinancieel => "teamleider_financieel",
            Self::VerzuimmedewerkerVerklaring => "verzuimmedewerker_verklaring",
            Self::VerzuimmedewerkerBackoffice => "verzuimmedewerker_backoffice",
            Self::MedischManager => "medisch_manager",
            Self::MandaatVerzuimSupport => "mandaat_verzuim_support",
            Self::Pob => "pob",
            Self::FunctionarisGegevensbescherming => "functionaris_gegevensbescherming",
            Self::Systeembeheerder => "systeembeheerder",
            Self::Bedrijfsarts => "bedrijfsarts",
            Self::VerlengdeArm => "verlengde_arm",
            Self::Werkgever => "werkgever",
            Self::CasemanagerWvpIntern => "casemanager_wvp_intern",
            Self::CasemanagerExternCasemanagerWvp
            | Self::VerzekeraarCasemanagerWvp
            | Self::ReIntegratiebedrijfCasemanagerWvp
            | Self::GevolmachtigdAgentCasemanagerWvp => "casemanager_wvp",
            Self::CasemanagerExternCasemanagerMkb
            | Self::VerzekeraarCasemanagerMkb
            | Self::ReIntegratiebedrijfCasemanagerMkb => "casemanager_mkb",
            Self::Werknemer => "werknemer",
            Self::VerzekeraarClaimbeoordelaar | Self::GevolmachtigdAgentClaimbeoordelaar => {
                "claimbeoordelaar"
            }
            Self::Betalingsafdeling => "betalingsafdeling",
            Self::VerzekeraarReIntegratieadviseur
            | Self::ReIntegratiebedrijfReIntegratieadviseur
            | Self::GevolmachtigdAgentReIntegratieadviseur => "re_integratieadviseur",
            Self::VerzekeraarJobcoach | Self::ReIntegratiebedrijfJobcoach => "jobcoach",
            Self::VerzekeraarMedischAdviseur | Self::ReIntegratiebedrijfMedischAdviseur => {
                "medisch_adviseur"
            }
            Self::VerzekeraarMedischeStaf | Self::ReIntegratiebedrijfMedischeStaf => {
                "medische_staf"
            }
            Self::GemachtigdeJurist => "gemachtigde_jurist",
            Self::Verzekeringsadviseur => "verzekeringsadviseur",
            Self::Bemiddelaar => "bemiddelaar",
            Self::Loket => "loket",
            Self::Uitvoerder => "uitvoerder",
            Self::UwvAdministratie => "uwv_administratie",
            Self::Verzekeringsarts => "verzekeringsarts",
            Self::Behandelaar => "behandelaar",
            Self::Accountant => "accountant",
            Self::Belastingdienst => "belastingdienst",
            Self::IctLeverancier => "ict_leverancier",
        }
    }

    /// Whether this reader judges claims, for whichever party.
    #[must_use]
    pub const fn beoordeelt_claims(self) -> bool {
        matches!(self, Self::VerzekeraarClaimbeoordelaar | Self::GevolmachtigdAgentClaimbeoordelaar)
    }

    /// This reader's bit in a mask of readers.
    pub(crate) const fn bit(self) -> u64 {
        1 << self as u8
    }
}

/// `partij/functie`, as the command line and the reading log write it.
impl fmt::Display for Lezer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.partij().woord(), self.functie())
    }
}
