//! What must be known about a request: the 56 facts that conditions of the table mention.

use crate::woord::OnbekendWoord;

/// A fact, "atom" in domain/access.md B.3. Its name is the word of the table in camel case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Feit {
    /// Caller proved who he is, personal account.
    Authenticated,
    /// Account known to be used by >1 person.
    SharedAccount,
    /// Authorisation revoked (left / changed function / delegation ended).
    Revoked,
    /// Second factor in this session.
    Mfa,
    /// Secrecy by profession, office, law or signed contract on file.
    SecrecyBound,
    /// Person holds two incompatible roles (medical staff + claims/re-integration; claims + re-integration).
    SodConflict,
    /// Assigned to this dossier (A-C) or this client (D).
    InScope,
    /// Caller is the data subject.
    OwnRecord,
    /// Purpose in the catalogue and matching the role.
    PurposeDeclared,
    /// Processing restricted on request (right 5).
    Restricted,
    /// Subject key destroyed.
    Erased,
    /// Statutory retention running or danger test failed.
    ErasureBlocked,
    /// Request or processing outside EU without adequacy/SCC.
    OutsideEu,
    /// First sick report exists.
    AfterSickReport,
    /// Caller named as casemanager in the current plan van aanpak.
    NamedInPva,
    /// Concrete re-integratieopdracht or -interventie.
    ReintOrder,
    /// Re-integration order is part of employer-insurer contract.
    ReintInContract,
    /// Field is part of PvA / evaluation / re-integratieverslag drawn up by employer+employee on the basis of the problem analysis.
    PoortwachterDocument,
    /// A statutory step towards UWV is due (wk 42, RIV, WIA).
    StatutoryUwvStep,
    /// Herbeoordeling, bezwaar or beroep pending.
    HerbeoordelingBezwaar,
    /// Employer is WGA eigenrisicodrager.
    WgaErd,
    /// Claims department asked for this item.
    ClaimsRequested,
    /// Employment at least 2 months.
    Employment2m,
    /// Field provenance = bedrijfsarts.
    OriginBedrijfsarts,
    /// Field provenance = employee.
    OriginEmployee,
    /// Field provenance = UWV.
    OriginUwv,
    /// Obtained through the bedrijfsarts.
    ViaBedrijfsarts,
    /// Employee informed (what, to whom, why) before this disclosure.
    EmployeeInformed,
    /// Explicit, specific, not withdrawn at decision time.
    EmployeeConsent,
    /// Written consent or mandate of the employee, valid now.
    ConsentWritten,
    /// Mandate (machtiging) of the (ex-)employee.
    EmployeeMandate,
    /// Mandate of the employer.
    EmployerMandate,
    /// Medisch adviseur mandated by employer as arts-gemachtigde.
    ArtsGemachtigde,
    /// Gemachtigde under art. 105 WIA.
    Art105Mandate,
    /// Employee consented at the other provider.
    ConsentAtProvider,
    /// Employee interest not harmed.
    InterestNotHarmed,
    /// Delegation by bedrijfsarts / medisch adviseur valid now, five conditions met.
    DelegationActive,
    /// Delegated task covers this item.
    TaskCovers,
    /// Bedrijfsarts released this item to this delegate.
    BaReleased,
    /// Signed declaration (afgeleid beroepsgeheim / geheimhoudingsverklaring).
    NdaSigned,
    /// Named on the staff list handed to the arbodienst.
    NamedStaff,
    /// Bedrijfsarts verified the necessity.
    NecessityVerified,
    /// Strictly necessary for process guidance.
    ProcessNecessary,
    /// Declared purpose is re-integration or intervention.
    PurposeReintegration,
    /// Directie-approved deviation: this person, this right, not expired, approver ≠ beneficiary.
    DeviationValid,
    /// Assigned quality review of this dossier, same profession, purpose quality.
    QualityReview,
    /// Portal opened to the bemiddelaar by the employer.
    EmployerAuthorised,
    /// Task agreed in writing with the employer.
    TaskAgreed,
    /// Item was submitted by this caller.
    OwnSubmission,
    /// Intervention assigned to this provider.
    AssignedIntervention,
    /// Statutory audit.
    LegalAudit,
    /// Statutory fiscal request.
    FiscalDuty,
    /// Advice engagement with this employer.
    EmployerAdvice,
    /// Aggregate passes the minimum group size.
    KAnonymous,
    /// Use of BSN necessary and on a statutory basis.
    BsnLegalGround,
    /// Exchange with UWV in SUAG.
    SuagExchange,
}

impl Feit {
    /// Every fact, in the order of domain/access.md B.3.
    pub const ALLE: [Self; 56] = [
        Self::Authenticated,
        Self::SharedAccount,
        Self::Revoked,
        Self::Mfa,
        Self::SecrecyBound,
        Self::SodConflict,
        Self::InScope,
        Self::OwnRecord,
        Self::PurposeDeclared,
        Self::Restricted,
        Self::Erased,
        Self::ErasureBlocked,
        Self::OutsideEu,
        Self::AfterSickReport,
        Self::NamedInPva,
        Self::ReintOrder,
        Self::ReintInContract,
        Self::PoortwachterDocument,
        Self::StatutoryUwvStep,
        Self::HerbeoordelingBezwaar,
        Self::WgaErd,
        Self::ClaimsRequested,
        Self::Employment2m,
        Self::OriginBedrijfsarts,
        Self::OriginEmployee,
        Self::OriginUwv,
        Self::ViaBedrijfsarts,
        Self::EmployeeInformed,
        Self::EmployeeConsent,
        Self::ConsentWritten,
        Self::EmployeeMandate,
        Self::EmployerMandate,
        Self::ArtsGemachtigde,
        Self::Art105Mandate,
        Self::ConsentAtProvider,
        Self::InterestNotHarmed,
        Self::DelegationActive,
        Self::TaskCovers,
        Self::BaReleased,
        Self::NdaSigned,
        Self::NamedStaff,
        Self::NecessityVerified,
        Self::ProcessNecessary,
        Self::PurposeReintegration,
        Self::DeviationValid,
        Self::QualityReview,
        Self::EmployerAuthorised,
        Self::TaskAgreed,
        Self::OwnSubmission,
        Self::AssignedIntervention,
        Self::LegalAudit,
        Self::FiscalDuty,
        Self::EmployerAdvice,
        Self::KAnonymous,
        Self::BsnLegalGround,
        Self::SuagExchange,
    ];

    /// Looks a fact up by the word of the table.
    ///
    /// # Errors
    ///
    /// Names the word that is not known and the words that are.
    pub fn zoek(woord: &str) -> Result<Self, OnbekendWoord> {
        let gevonden = Self::ALLE.into_iter().find(|feit| feit.woord() == woord);
        gevonden.ok_or_else(|| {
            OnbekendWoord::nieuw("circumstances", woord, Self::ALLE.map(Self::woord))
        })
    }

    /// The word of the table.
    #[must_use]
    pub const fn woord(self) -> &'static str {
        match self {
            Self::Authenticated => "authenticated",
            Self::SharedAccount => "shared_account",
            Self::Revoked => "revoked",
            Self::Mfa => "mfa",
            Self::SecrecyBound => "secrecy_bound",
            Self::SodConflict => "sod_conflict",
            Self::InScope => "in_scope",
            Self::OwnRecord => "own_record",
            Self::PurposeDeclared => "purpose_declared",
            Self::Restricted => "restricted",
            Self::Erased => "erased",
            Self::ErasureBlocked => "erasure_blocked",
            Self::OutsideEu => "outside_eu",
            Self::AfterSickReport => "after_sick_report",
            Self::NamedInPva => "named_in_pva",
            Self::ReintOrder => "reint_order",
            Self::ReintInContract => "reint_in_contract",
            Self::PoortwachterDocument => "poortwachter_document",
            Self::StatutoryUwvStep => "statutory_uwv_step",
            Self::HerbeoordelingBezwaar => "herbeoordeling_bezwaar",
            Self::WgaErd => "wga_erd",
            Self::ClaimsRequested => "claims_requested",
            Self::Employment2m => "employment_2m",
            Self::OriginBedrijfsarts => "origin_bedrijfsarts",
            Self::OriginEmployee => "origin_employee",
            Self::OriginUwv => "origin_uwv",
            Self::ViaBedrijfsarts => "via_bedrijfsarts",
            Self::EmployeeInformed => "employee_informed",
            Self::EmployeeConsent => "employee_consent",
            Self::ConsentWritten => "consent_written",
            Self::EmployeeMandate => "employee_mandate",
            Self::EmployerMandate => "employer_mandate",
            Self::ArtsGemachtigde => "arts_gemachtigde",
            Self::Art105Mandate => "art105_mandate",
            Self::ConsentAtProvider => "consent_at_provider",
            Self::InterestNotHarmed => "interest_not_harmed",
            Self::DelegationActive => "delegation_active",
            Self::TaskCovers => "task_covers",
            Self::BaReleased => "ba_released",
            Self::NdaSigned => "nda_signed",
            Self::NamedStaff => "named_staff",
            Self::NecessityVerified => "necessity_verified",
            Self::ProcessNecessary => "process_necessary",
            Self::PurposeReintegration => "purpose_reintegration",
            Self::DeviationValid => "deviation_valid",
            Self::QualityReview => "quality_review",
            Self::EmployerAuthorised => "employer_authorised",
            Self::TaskAgreed => "task_agreed",
            Self::OwnSubmission => "own_submission",
            Self::AssignedIntervention => "assigned_intervention",
            Self::LegalAudit => "legal_audit",
            Self::FiscalDuty => "fiscal_duty",
            Self::EmployerAdvice => "employer_advice",
            Self::KAnonymous => "k_anonymous",
            Self::BsnLegalGround => "bsn_legal_ground",
            Self::SuagExchange => "suag_exchange",
        }
    }

    /// This fact's bit in a mask of facts.
    pub(crate) const fn bit(self) -> u64 {
        1 << self as u8
    }
}
