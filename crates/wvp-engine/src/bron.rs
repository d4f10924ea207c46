//! Provenance: who may be the source of what stands in a compartment.
//!
//! The access table says who may write a category; it does not say that a text is the doctor's.
//! Provenance follows from the authenticated author and is never taken from a request
//! (ARCHITECTURE.md section 4, abuse case AC-36).

use wvp_access::Lezer;
use wvp_domain::Compartiment;

use crate::auteurschap::{Kring, kring};

/// Whether what this person writes may stand in this compartment.
pub(crate) fn is_bron(lezer: Lezer, compartiment: Compartiment) -> bool {
    match compartiment {
        Compartiment::BBedrijfsarts
        | Compartiment::BInterventieAdvies
        | Compartiment::AVangnet
        | Compartiment::C
        | Compartiment::CVangnet
        | Compartiment::CBehandelaar
        | Compartiment::CArbeidsgerelateerd
        | Compartiment::COnderzoek => is_medische_lijn(lezer),
        Compartiment::BWerknemer | Compartiment::AVangnetWerknemer => lezer == Lezer::Werknemer,
        Compartiment::BPoortwachter => !is_medische_lijn(lezer),
        Compartiment::A
        | Compartiment::ABsn
        | Compartiment::AKlacht
        | Compartiment::ASuag
        | Compartiment::BOverig
        | Compartiment::CUwv
        | Compartiment::D
        | Compartiment::FactuurBron
        | Compartiment::FactuurBetaalbericht => true,
    }
}

fn is_medische_lijn(lezer: Lezer) -> bool {
    kring(lezer) == Some(Kring::MedischeLijn)
}

#[cfg(test)]
mod tests {
    use super::is_bron;
    use wvp_access::Lezer;
    use wvp_domain::Compartiment;

    #[test]
    fn een_backofficemedewerker_is_nooit_de_bron_van_een_oordeel_van_de_bedrijfsarts() {
        assert!(!is_bron(Lezer::VerzuimmedewerkerBackoffice, Compartiment::BBedrijfsarts));
    }

    #[test]
    fn wat_de_werknemer_vertelt_komt_alleen_van_de_werknemer() {
        assert!(is_bron(Lezer::Werknemer, Compartiment::BWerknemer));
        assert!(!is_bron(Lezer::Werkgever, Compartiment::BWerknemer));
    }
}
