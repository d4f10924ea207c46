//! Named circumstances: the situations in which the printed matrix shows every cell.

use crate::{feit::Feit, omstandigheden::Omstandigheden};

/// Circumstances with a name, for people. Every fact that is not true is known to be false.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Situatie {
    /// The name, in plain Dutch.
    pub naam: &'static str,
    /// Facts that are true beside those of an ordinary day at work.
    pub erbij: &'static [Feit],
    /// Facts that are not true here all the same.
    pub eraf: &'static [Feit],
}

/// What is true on an ordinary day at work.
const GEWOON: [Feit; 7] = [
    Feit::Authenticated,
    Feit::Mfa,
    Feit::SecrecyBound,
    Feit::InScope,
    Feit::PurposeDeclared,
    Feit::AfterSickReport,
    Feit::BsnLegalGround,
];

impl Situatie {
    /// Every situation, in the order of the printed list; the number there is the place here.
    pub const ALLE: &'static [Self] = LIJST;

    /// Which facts are true.
    pub fn feiten(&self) -> impl Iterator<Item = Feit> {
        let feiten = Feit::ALLE.into_iter();
        feiten.filter(|feit| {
            let genoemd = self.erbij.contains(feit) || GEWOON.contains(feit);
            genoemd && !self.eraf.contains(feit)
        })
    }

    /// The circumstances as a decision takes them.
    #[must_use]
    pub fn omstandigheden(&self) -> Omstandigheden {
        self.feiten().fold(Omstandigheden::precies(&[]), |omst, feit| omst.met(feit, true))
    }
}

const fn bij(naam: &'static str, erbij: &'static [Feit]) -> Situatie {
    Situatie { naam, erbij, eraf: &[] }
}

const fn zonder(naam: &'static str, eraf: &'static [Feit]) -> Situatie {
    Situatie { naam, erbij: &[], eraf }
}

/// Of one's own dossier nobody asks secrecy or an assignment.
const fn eigen(naam: &'static str, erbij: &'static [Feit]) -> Situatie {
    Situatie { naam, erbij, eraf: &[Feit::SecrecyBound, Feit::InScope] }
}

/// All facts but those that close a door when they are true.
const OPEN: [Feit; 49] = [
    Feit::Authenticated,
    Feit::Mfa,
    Feit::SecrecyBound,
    Feit::InScope,
    Feit::OwnRecord,
    Feit::PurposeDeclared,
    Feit::AfterSickReport,
    Feit::NamedInPva,
    Feit::ReintOrder,
    Feit::ReintInContract,
    Feit::PoortwachterDocument,
    Feit::StatutoryUwvStep,
    Feit::HerbeoordelingBezwaar,
    Feit::WgaErd,
    Feit::ClaimsRequested,
    Feit::Employment2m,
    Feit::OriginBedrijfsarts,
    Feit::OriginEmployee,
    Feit::OriginUwv,
    Feit::ViaBedrijfsarts,
    Feit::EmployeeInformed,
    Feit::EmployeeConsent,
    Feit::ConsentWritten,
    Feit::EmployeeMandate,
    Feit::EmployerMandate,
    Feit::ArtsGemachtigde,
    Feit::Art105Mandate,
    Feit::ConsentAtProvider,
    Feit::InterestNotHarmed,
    Feit::DelegationActive,
    Feit::TaskCovers,
    Feit::BaReleased,
    Feit::NdaSigned,
    Feit::NamedStaff,
    Feit::NecessityVerified,
    Feit::ProcessNecessary,
    Feit::PurposeReintegration,
    Feit::DeviationValid,
    Feit::QualityReview,
    Feit::EmployerAuthorised,
    Feit::TaskAgreed,
    Feit::OwnSubmission,
    Feit::AssignedIntervention,
    Feit::LegalAudit,
    Feit::FiscalDuty,
    Feit::EmployerAdvice,
    Feit::KAnonymous,
    Feit::BsnLegalGround,
    Feit::SuagExchange,
];

const LIJST: &[Situatie] = &[
    bij(
        "gewone werkdag: ingelogd met tweede stap, eigen zaak, doel genoemd, geheimhouding, na de ziekmelding",
        &[],
    ),
    zonder("niet ingelogd", &[Feit::Authenticated]),
    zonder("geen doel genoemd", &[Feit::PurposeDeclared]),
    zonder("geen wettelijke grond voor het burgerservicenummer", &[Feit::BsnLegalGround]),
    zonder("gewone werkdag zonder tweede inlogstap", &[Feit::Mfa]),
    zonder("dossier van een ander: niet toegewezen", &[Feit::InScope]),
    zonder("voor de eerste ziekmelding", &[Feit::AfterSickReport]),
    eigen(
        "eigen dossier, door de werknemer zelf ingestuurd",
        &[Feit::OwnRecord, Feit::Employment2m, Feit::OriginEmployee, Feit::OwnSubmission],
    ),
    eigen(
        "eigen dossier, gebruik beperkt op verzoek",
        &[Feit::OwnRecord, Feit::Restricted, Feit::OriginEmployee],
    ),
    bij("het komt van de bedrijfsarts", &[Feit::Employment2m, Feit::OriginBedrijfsarts]),
    bij("het staat in een poortwachterdocument", &[Feit::PoortwachterDocument]),
    bij("alleen de werknemer vertelde het", &[Feit::OriginEmployee]),
    bij(
        "van de bedrijfsarts, werknemer ingelicht, claimafdeling vroeg erom",
        &[Feit::ClaimsRequested, Feit::OriginBedrijfsarts, Feit::EmployeeInformed],
    ),
    bij(
        "casemanager uit het plan van aanpak, gegevens van de bedrijfsarts",
        &[Feit::NamedInPva, Feit::ReintOrder, Feit::OriginBedrijfsarts, Feit::ProcessNecessary],
    ),
    bij(
        "casemanager uit het plan van aanpak, poortwachterdocument",
        &[Feit::NamedInPva, Feit::ReintOrder, Feit::PoortwachterDocument, Feit::ProcessNecessary],
    ),
    bij(
        "opdracht tot re-integratie volgens het contract, werknemer ingelicht",
        &[
            Feit::ReintOrder,
            Feit::ReintInContract,
            Feit::OriginBedrijfsarts,
            Feit::EmployeeInformed,
            Feit::EmployerMandate,
            Feit::InterestNotHarmed,
            Feit::PurposeReintegration,
        ],
    ),
    bij(
        "opdracht tot re-integratie, schriftelijke toestemming van de werknemer",
        &[
            Feit::NamedInPva,
            Feit::ReintOrder,
            Feit::ReintInContract,
            Feit::OriginBedrijfsarts,
            Feit::EmployeeInformed,
            Feit::EmployeeConsent,
            Feit::ConsentWritten,
            Feit::NdaSigned,
            Feit::NamedStaff,
            Feit::PurposeReintegration,
        ],
    ),
    bij(
        "medisch adviseur en zijn staf: noodzaak beoordeeld, werknemer vooraf ingelicht",
        &[
            Feit::ReintOrder,
            Feit::ReintInContract,
            Feit::ViaBedrijfsarts,
            Feit::EmployeeInformed,
            Feit::DelegationActive,
            Feit::TaskCovers,
            Feit::NdaSigned,
            Feit::NamedStaff,
            Feit::NecessityVerified,
            Feit::PurposeReintegration,
        ],
    ),
    bij(
        "taakdelegatie, nog niet vrijgegeven door de bedrijfsarts",
        &[Feit::DelegationActive, Feit::TaskCovers, Feit::NdaSigned],
    ),
    bij(
        "taakdelegatie, vrijgegeven door de bedrijfsarts",
        &[
            Feit::OriginBedrijfsarts,
            Feit::EmployeeInformed,
            Feit::DelegationActive,
            Feit::TaskCovers,
            Feit::BaReleased,
            Feit::NdaSigned,
        ],
    ),
    bij(
        "afwijking door de directie, met delegatie",
        &[Feit::EmployeeInformed, Feit::DelegationActive, Feit::DeviationValid],
    ),
    Situatie {
        naam: "kwaliteitstoetsing van het dossier van een collega",
        erbij: &[Feit::QualityReview],
        eraf: &[Feit::InScope],
    },
    bij(
        "wettelijke stap naar UWV, eigenrisicodrager, uitwisseling in SUAG",
        &[
            Feit::StatutoryUwvStep,
            Feit::WgaErd,
            Feit::ClaimsRequested,
            Feit::OriginUwv,
            Feit::EmployerMandate,
            Feit::SuagExchange,
        ],
    ),
    bij(
        "herbeoordeling, bezwaar of beroep, met machtigingen",
        &[
            Feit::HerbeoordelingBezwaar,
            Feit::OriginUwv,
            Feit::ViaBedrijfsarts,
            Feit::ConsentWritten,
            Feit::EmployeeMandate,
            Feit::EmployerMandate,
            Feit::ArtsGemachtigde,
            Feit::Art105Mandate,
            Feit::DelegationActive,
            Feit::NdaSigned,
            Feit::NamedStaff,
        ],
    ),
    bij(
        "zorgverlener, met toestemming van de werknemer",
        &[Feit::EmployeeConsent, Feit::ConsentAtProvider],
    ),
    bij(
        "portaal opengesteld, taak afgesproken, cijfers over een groep",
        &[
            Feit::EmployerAuthorised,
            Feit::TaskAgreed,
            Feit::OwnSubmission,
            Feit::EmployerAdvice,
            Feit::KAnonymous,
        ],
    ),
    bij(
        "interventie toegewezen, met toestemming",
        &[Feit::OriginBedrijfsarts, Feit::EmployeeConsent, Feit::AssignedIntervention],
    ),
    bij(
        "wettelijke controle of vraag van de Belastingdienst",
        &[Feit::LegalAudit, Feit::FiscalDuty],
    ),
    Situatie { naam: "alles wat kan openen is waar", erbij: &OPEN, eraf: &[Feit::OwnRecord] },
    bij("alles wat kan openen is waar, in het eigen dossier", &OPEN),
    bij("recht ingetrokken", &[Feit::Revoked]),
    bij("gegevens gewist", &[Feit::Erased]),
    bij("gedeeld account", &[Feit::SharedAccount]),
    bij("twee rollen die niet samengaan", &[Feit::SodConflict]),
    bij("naar buiten de EU", &[Feit::OutsideEu]),
    bij("bewaartermijn loopt", &[Feit::ErasureBlocked]),
    bij("gebruik beperkt op verzoek van de werknemer", &[Feit::Restricted]),
];
