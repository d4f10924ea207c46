//! Functies: what kind of work each function of the access table is, and what it brings by itself.

use wvp_access::Lezer;
use wvp_domain::bevoegdheid::gebruiker::Taakgebied;

/// The kind of work of a function.
#[must_use]
pub fn taakgebied(lezer: Lezer) -> Taakgebied {
    match lezer {
        Lezer::VerzekeraarClaimbeoordelaar
        | Lezer::GevolmachtigdAgentClaimbeoordelaar
        | Lezer::Betalingsafdeling => Taakgebied::Claims,
        Lezer::VerzekeraarMedischAdviseur | Lezer::ReIntegratiebedrijfMedischAdviseur => {
            Taakgebied::MedischAdvies
        }
        Lezer::VerzekeraarMedischeStaf | Lezer::ReIntegratiebedrijfMedischeStaf => {
            Taakgebied::MedischeStaf
        }
        Lezer::VerzekeraarReIntegratieadviseur
        | Lezer::ReIntegratiebedrijfReIntegratieadviseur
        | Lezer::GevolmachtigdAgentReIntegratieadviseur
        | Lezer::VerzekeraarJobcoach
        | Lezer::ReIntegratiebedrijfJobcoach
        | Lezer::VerzekeraarArbeidsdeskundige
        | Lezer::ReIntegratiebedrijfArbeidsdeskundige
        | Lezer::VerzekeraarCasemanagerWvp
        | Lezer::VerzekeraarCasemanagerMkb
        | Lezer::ReIntegratiebedrijfCasemanagerWvp
        | Lezer::ReIntegratiebedrijfCasemanagerMkb
        | Lezer::GevolmachtigdAgentCasemanagerWvp
        | Lezer::Uitvoerder => Taakgebied::ReIntegratie,
        Lezer::BedrijfsartsStafarts
        | Lezer::Basisarts
        | Lezer::Bedrijfsarts
        | Lezer::VerlengdeArm
        | Lezer::Pob
        | Lezer::CasemanagerTaakdelegatie
        | Lezer::VerzuimmedewerkerVerklaring
        | Lezer::VerzuimmedewerkerBackoffice
        | Lezer::MandaatVerzuimSupport
        | Lezer::CasemanagerZwWgaWvp
        | Lezer::ArbodienstArbeidsdeskundige
        | Lezer::CasemanagerWvpIntern
        | Lezer::CasemanagerExternCasemanagerWvp
        | Lezer::CasemanagerExternCasemanagerMkb => Taakgebied::Verzuimbegeleiding,
        Lezer::Directeur
        | Lezer::Secretariaat
        | Lezer::FinancieelMedewerker
        | Lezer::Planner
        | Lezer::Arbeidshygienist
        | Lezer::HogereVeiligheidskundige
        | Lezer::AoDeskundige
        | Lezer::Regiomanager
        | Lezer::FunctioneelBeheerder
        | Lezer::AdmMedewerkerContract
        | Lezer::TeamleiderKlantContract
        | Lezer::ManagerSsc
        | Lezer::TeamleiderFinancieel
        | Lezer::MedischManager
        | Lezer::FunctionarisGegevensbescherming
        | Lezer::Systeembeheerder
        | Lezer::Werkgever
        | Lezer::Werknemer
        | Lezer::GemachtigdeJurist
        | Lezer::Verzekeringsadviseur
        | Lezer::Bemiddelaar
        | Lezer::Loket
        | Lezer::UwvAdministratie
        | Lezer::Verzekeringsarts
        | Lezer::Behandelaar
        | Lezer::Accountant
        | Lezer::Belastingdienst
        | Lezer::IctLeverancier => Taakgebied::Overig,
    }
}

/// Whether somebody can have this function at all: an agent who acts for an insurer is no casemanager Wvp.
#[must_use]
pub fn is_toe_te_kennen(lezer: Lezer) -> bool {
    lezer != Lezer::GevolmachtigdAgentCasemanagerWvp
}

/// Whether this is a bedrijfsarts: who may delegate.
pub(crate) fn is_bedrijfsarts(lezer: Lezer) -> bool {
    matches!(lezer, Lezer::BedrijfsartsStafarts | Lezer::Bedrijfsarts)
}

/// Whether the profession or office itself binds to secrecy: a declaration is not needed.
pub(crate) fn heeft_beroepsgeheim(lezer: Lezer) -> bool {
    is_bedrijfsarts(lezer)
        || matches!(
            lezer,
            Lezer::Basisarts
                | Lezer::VerzekeraarMedischAdviseur
                | Lezer::ReIntegratiebedrijfMedischAdviseur
                | Lezer::Verzekeringsarts
                | Lezer::Behandelaar
        )
}

/// Whether somebody with this function keeps accounts, or the machine that everything is on.
pub(crate) fn beheert(lezer: Lezer) -> bool {
    matches!(lezer, Lezer::FunctioneelBeheerder | Lezer::Systeembeheerder | Lezer::IctLeverancier)
}

/// Whether a dossier is assigned in person: category C is open, or can be, to this function.
pub(crate) fn is_persoonlijk(lezer: Lezer) -> bool {
    heeft_beroepsgeheim(lezer)
        || matches!(
            lezer,
            Lezer::VerlengdeArm
                | Lezer::Pob
                | Lezer::CasemanagerTaakdelegatie
                | Lezer::VerzuimmedewerkerVerklaring
                | Lezer::VerzekeraarMedischeStaf
                | Lezer::ReIntegratiebedrijfMedischeStaf
        )
}

#[cfg(test)]
mod tests {
    use super::taakgebied;
    use crate::auteurschap::{Kring, kring};
    use wvp_access::Lezer;
    use wvp_domain::bevoegdheid::gebruiker::Taakgebied;

    #[test]
    fn wie_claims_beoordeelt_botst_met_elke_functie_in_de_medische_lijn() {
        for lezer in Lezer::ALLE.into_iter().filter(|it| kring(*it) == Some(Kring::MedischeLijn)) {
            assert!(taakgebied(lezer).botst_met(Taakgebied::Claims), "{lezer}");
        }
    }
}
