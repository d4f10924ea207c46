//! Facts and conditions in plain Dutch.

use crate::{feit::Feit, voorwaarde::Term};

/// One fact as a clause: that it is so, or that it is not.
pub(crate) fn feit(feit: Feit, waar: bool) -> &'static str {
    if waar { wel(feit) } else { niet(feit) }
}

/// All facts of a term, joined by "en".
pub(crate) fn term(term: Term) -> String {
    let delen: Vec<&'static str> = feiten(term).map(|(deel, waar)| feit(deel, waar)).collect();
    delen.join(" en ")
}

/// Every fact of a term, with the value that the term asks for.
pub(crate) fn feiten(term: Term) -> impl Iterator<Item = (Feit, bool)> {
    let genoemd = Feit::ALLE.into_iter().filter(move |feit| term.feiten() & feit.bit() != 0);
    genoemd.map(move |feit| (feit, term.ja & feit.bit() != 0))
}

/// The clause for a fact that holds.
fn wel(feit: Feit) -> &'static str {
    match feit {
        Feit::Authenticated => "de lezer is ingelogd met een eigen account",
        Feit::SharedAccount => "meer mensen gebruiken dit account",
        Feit::Revoked => "het recht van de lezer is ingetrokken",
        Feit::Mfa => "de lezer heeft de tweede inlogstap gedaan",
        Feit::SecrecyBound => "de geheimhoudingsplicht van de lezer ligt vast",
        Feit::SodConflict => "de lezer heeft twee rollen die niet samengaan",
        Feit::InScope => "dit dossier is aan de lezer toegewezen",
        Feit::OwnRecord => "het gaat om gegevens van de lezer zelf",
        Feit::PurposeDeclared => "er is een doel opgegeven dat bij de rol past",
        Feit::Restricted => "de werknemer heeft het gebruik laten beperken",
        Feit::Erased => "de gegevens zijn gewist",
        Feit::ErasureBlocked => "de gegevens moeten nog bewaard blijven",
        Feit::OutsideEu => "de gegevens gaan naar een plek buiten de EU zonder genoeg bescherming",
        Feit::AfterSickReport => "er is een ziekmelding",
        Feit::NamedInPva => "de lezer staat als casemanager in het plan van aanpak",
        Feit::ReintOrder => "er is een opdracht tot re-integratie",
        Feit::ReintInContract => "re-integratie hoort bij het contract met de verzekeraar",
        Feit::PoortwachterDocument => {
            "het staat in een poortwachterdocument van werkgever en werknemer"
        }
        Feit::StatutoryUwvStep => "er is nu een wettelijke stap naar UWV",
        Feit::HerbeoordelingBezwaar => "er loopt een herbeoordeling, bezwaar of beroep",
        Feit::WgaErd => "de werkgever is eigenrisicodrager voor de WGA",
        Feit::ClaimsRequested => "de claimafdeling heeft hierom gevraagd",
        Feit::Employment2m => "de werknemer is minstens twee maanden in dienst",
        Feit::OriginBedrijfsarts => "het komt van de bedrijfsarts",
        Feit::OriginEmployee => "het komt van de werknemer",
        Feit::OriginUwv => "het komt van UWV",
        Feit::ViaBedrijfsarts => "het is via de bedrijfsarts gekregen",
        Feit::EmployeeInformed => "de werknemer weet vooraf wat naar wie gaat en waarom",
        Feit::EmployeeConsent => "de werknemer heeft toestemming gegeven",
        Feit::ConsentWritten => "de werknemer heeft schriftelijk toestemming gegeven",
        Feit::EmployeeMandate => "er is een machtiging van de werknemer",
        Feit::EmployerMandate => "er is een machtiging van de werkgever",
        Feit::ArtsGemachtigde => "de medisch adviseur is arts-gemachtigde van de werkgever",
        Feit::Art105Mandate => "de lezer is gemachtigde volgens artikel 105 WIA",
        Feit::ConsentAtProvider => "de werknemer gaf bij de andere zorgverlener toestemming",
        Feit::InterestNotHarmed => "het schaadt de werknemer niet",
        Feit::DelegationActive => "er loopt een geldige taakdelegatie van de arts",
        Feit::TaskCovers => "het hoort bij de gedelegeerde taak",
        Feit::BaReleased => "de bedrijfsarts heeft dit vrijgegeven",
        Feit::NdaSigned => "de lezer heeft een geheimhoudingsverklaring getekend",
        Feit::NamedStaff => "de lezer staat op de namenlijst bij de arbodienst",
        Feit::NecessityVerified => "de bedrijfsarts heeft de noodzaak beoordeeld",
        Feit::ProcessNecessary => "het is strikt nodig voor de procesbegeleiding",
        Feit::PurposeReintegration => "het doel is re-integratie of een interventie",
        Feit::DeviationValid => "de directie heeft een geldige afwijking toegestaan",
        Feit::QualityReview => "de lezer toetst de kwaliteit van dit dossier",
        Feit::EmployerAuthorised => "de werkgever heeft het portaal opengesteld",
        Feit::TaskAgreed => "de taak is schriftelijk met de werkgever afgesproken",
        Feit::OwnSubmission => "de lezer heeft het zelf ingestuurd",
        Feit::AssignedIntervention => "de interventie is aan deze uitvoerder toegewezen",
        Feit::LegalAudit => "het is nodig voor een wettelijke controle",
        Feit::FiscalDuty => "de Belastingdienst vraagt erom volgens de wet",
        Feit::EmployerAdvice => "de adviseur werkt voor deze werkgever",
        Feit::KAnonymous => "de groep is groot genoeg",
        Feit::BsnLegalGround => "de wet staat gebruik van het burgerservicenummer hier toe",
        Feit::SuagExchange => "het is uitwisseling met UWV in SUAG",
    }
}

/// The clause for a fact that does not hold.
fn niet(feit: Feit) -> &'static str {
    match feit {
        Feit::Authenticated => "de lezer is niet ingelogd met een eigen account",
        Feit::SharedAccount => "dit account is van één persoon",
        Feit::Revoked => "het recht van de lezer is niet ingetrokken",
        Feit::Mfa => "de lezer heeft de tweede inlogstap niet gedaan",
        Feit::SecrecyBound => "er ligt geen geheimhoudingsplicht van de lezer vast",
        Feit::SodConflict => "de lezer heeft geen rollen die niet samengaan",
        Feit::InScope => "dit dossier is niet aan de lezer toegewezen",
        Feit::OwnRecord => "het gaat om gegevens van iemand anders",
        Feit::PurposeDeclared => "er is geen doel opgegeven dat bij de rol past",
        Feit::Restricted => "het gebruik is niet beperkt",
        Feit::Erased => "de gegevens zijn niet gewist",
        Feit::ErasureBlocked => "de gegevens hoeven niet langer bewaard te blijven",
        Feit::OutsideEu => "de gegevens blijven beschermd binnen de EU",
        Feit::AfterSickReport => "er is nog geen ziekmelding",
        Feit::NamedInPva => "de lezer staat niet als casemanager in het plan van aanpak",
        Feit::ReintOrder => "er is geen opdracht tot re-integratie",
        Feit::ReintInContract => "re-integratie hoort niet bij het contract met de verzekeraar",
        Feit::PoortwachterDocument => "het staat niet in een poortwachterdocument",
        Feit::StatutoryUwvStep => "er is nu geen wettelijke stap naar UWV",
        Feit::HerbeoordelingBezwaar => "er loopt geen herbeoordeling, bezwaar of beroep",
        Feit::WgaErd => "de werkgever is geen eigenrisicodrager voor de WGA",
        Feit::ClaimsRequested => "de claimafdeling heeft hier niet om gevraagd",
        Feit::Employment2m => "de werknemer is nog geen twee maanden in dienst",
        Feit::OriginBedrijfsarts => "het komt niet van de bedrijfsarts",
        Feit::OriginEmployee => "het komt niet van de werknemer",
        Feit::OriginUwv => "het komt niet van UWV",
        Feit::ViaBedrijfsarts => "het is niet via de bedrijfsarts gekregen",
        Feit::EmployeeInformed => "de werknemer is niet vooraf ingelicht",
        Feit::EmployeeConsent => "de werknemer heeft geen toestemming gegeven",
        Feit::ConsentWritten => "de werknemer heeft geen schriftelijke toestemming gegeven",
        Feit::EmployeeMandate => "er is geen machtiging van de werknemer",
        Feit::EmployerMandate => "er is geen machtiging van de werkgever",
        Feit::ArtsGemachtigde => "de medisch adviseur is geen arts-gemachtigde van de werkgever",
        Feit::Art105Mandate => "de lezer is geen gemachtigde volgens artikel 105 WIA",
        Feit::ConsentAtProvider => "de werknemer gaf bij de andere zorgverlener geen toestemming",
        Feit::InterestNotHarmed => "het kan de werknemer schaden",
        Feit::DelegationActive => "er loopt geen geldige taakdelegatie van de arts",
        Feit::TaskCovers => "het hoort niet bij de gedelegeerde taak",
        Feit::BaReleased => "de bedrijfsarts heeft dit niet vrijgegeven",
        Feit::NdaSigned => "de lezer heeft geen geheimhoudingsverklaring getekend",
        Feit::NamedStaff => "de lezer staat niet op de namenlijst bij de arbodienst",
        Feit::NecessityVerified => "de bedrijfsarts heeft de noodzaak niet beoordeeld",
        Feit::ProcessNecessary => "het is niet strikt nodig voor de procesbegeleiding",
        Feit::PurposeReintegration => "het doel is geen re-integratie of interventie",
        Feit::DeviationValid => "er is geen geldige afwijking van de directie",
        Feit::QualityReview => "de lezer toetst de kwaliteit van dit dossier niet",
        Feit::EmployerAuthorised => "de werkgever heeft het portaal niet opengesteld",
        Feit::TaskAgreed => "de taak is niet schriftelijk met de werkgever afgesproken",
        Feit::OwnSubmission => "de lezer heeft het niet zelf ingestuurd",
        Feit::AssignedIntervention => "de interventie is niet aan deze uitvoerder toegewezen",
        Feit::LegalAudit => "het is niet nodig voor een wettelijke controle",
        Feit::FiscalDuty => "de Belastingdienst vraagt er niet om",
        Feit::EmployerAdvice => "de adviseur werkt niet voor deze werkgever",
        Feit::KAnonymous => "de groep is te klein",
        Feit::BsnLegalGround => "de wet staat gebruik van het burgerservicenummer hier niet toe",
        Feit::SuagExchange => "het is geen uitwisseling met UWV in SUAG",
    }
}
