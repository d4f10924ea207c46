//! What a decision asks for besides yes or no: the thirteen obligations of domain/access.md A.9.

use crate::{
    feit::Feit, handeling::Handeling, object::Object, omstandigheden::Omstandigheden,
    partij::Partij, vraag::Vraag,
};

/// An obligation that comes with a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verplichting {
    /// OB-1: tell the employee what is sent, to whom and why.
    InformeerWerknemer,
    /// OB-2: tell the employee before medical data goes to the medisch adviseur.
    InformeerVooraf,
    /// OB-3: the employee gets the same as the employer.
    ZelfdeAfschriftWerknemer,
    /// OB-4: explain the purpose of the advice before asking consent; also where consent is all that
    /// is missing.
    LegDoelUit,
    /// OB-5: record who judged the necessity, and why.
    LegNoodzaakVast,
    /// OB-6: record on whose behalf a delegate acts.
    NoemDelegerende,
    /// OB-7: share the findings of a quality review.
    DeelBevindingen,
    /// OB-8: destroy or return data nobody asked for, and tell the sender.
    VernietigOngevraagd,
    /// OB-9: tell the employer of its own accord that the plan makes no progress.
    InformeerWerkgever,
    /// OB-10: record the activity and its purpose, without content.
    LegVast,
    /// OB-11: keep the term of a request of the data subject.
    BewaakTermijn,
    /// OB-12: judge whether this is a data breach.
    BeoordeelDatalek,
    /// OB-13: hand over the names of those who read along.
    GeefNamenDoor,
}

/// The decision that obligations are derived from.
#[derive(Clone, Copy)]
pub(crate) struct Stand {
    pub(crate) vraag: Vraag,
    pub(crate) toegestaan: bool,
    /// Refused, but with the consent of the employee it would have been allowed.
    pub(crate) wacht_op_toestemming: bool,
    /// Facts that had to be true for the right that was given.
    pub(crate) leunt_op: u64,
    pub(crate) omstandigheden: Omstandigheden,
}

impl Verplichting {
    /// Every obligation, in the order of the codes.
    pub const ALLE: [Self; 13] = [
        Self::InformeerWerknemer,
        Self::InformeerVooraf,
        Self::ZelfdeAfschriftWerknemer,
        Self::LegDoelUit,
        Self::LegNoodzaakVast,
        Self::NoemDelegerende,
        Self::DeelBevindingen,
        Self::VernietigOngevraagd,
        Self::InformeerWerkgever,
        Self::LegVast,
        Self::BewaakTermijn,
        Self::BeoordeelDatalek,
        Self::GeefNamenDoor,
    ];

    /// The code of domain/access.md A.9.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::InformeerWerknemer => "OB-1",
            Self::InformeerVooraf => "OB-2",
            Self::ZelfdeAfschriftWerknemer => "OB-3",
            Self::LegDoelUit => "OB-4",
            Self::LegNoodzaakVast => "OB-5",
            Self::NoemDelegerende => "OB-6",
            Self::DeelBevindingen => "OB-7",
            Self::VernietigOngevraagd => "OB-8",
            Self::InformeerWerkgever => "OB-9",
            Self::LegVast => "OB-10",
            Self::BewaakTermijn => "OB-11",
            Self::BeoordeelDatalek => "OB-12",
            Self::GeefNamenDoor => "OB-13",
        }
    }

    /// The rules it comes from.
    #[must_use]
    pub const fn regels(self) -> &'static [&'static str] {
        match self {
            Self::InformeerWerknemer => &["R-096", "R-125", "R-128", "R-208", "R-232"],
            Self::InformeerVooraf => &["R-134"],
            Self::ZelfdeAfschriftWerknemer => &["R-098"],
            Self::LegDoelUit => &["R-168"],
            Self::LegNoodzaakVast => &["R-132"],
            Self::NoemDelegerende => &["R-078"],
            Self::DeelBevindingen => &["R-301"],
            Self::VernietigOngevraagd => &["R-087", "R-157"],
            Self::InformeerWerkgever => &["R-217"],
            Self::LegVast => &["R-285"],
            Self::BewaakTermijn => &["R-271", "R-272"],
            Self::BeoordeelDatalek => &["R-307"],
            Self::GeefNamenDoor => &["R-191", "R-192"],
        }
    }

    /// What must be done, in plain Dutch.
    #[must_use]
    pub const fn tekst(self) -> &'static str {
        match self {
            Self::InformeerWerknemer => {
                "vertel de werknemer welke gegevens naar wie gaan, en waarom"
            }
            Self::InformeerVooraf => "vertel het de werknemer voordat de gegevens weggaan",
            Self::ZelfdeAfschriftWerknemer => "geef de werknemer hetzelfde als de werkgever",
            Self::LegDoelUit => {
                "leg de werknemer het doel van het advies uit voordat u om toestemming vraagt"
            }
            Self::LegNoodzaakVast => "leg vast welke arts de noodzaak heeft beoordeeld, en waarom",
            Self::NoemDelegerende => "leg vast namens welke arts dit gebeurt",
            Self::DeelBevindingen => "deel wat u bij de toetsing vond met de behandelend collega",
            Self::VernietigOngevraagd => {
                "bewaar dit niet: vernietig het of stuur het terug, en vertel dat de afzender"
            }
            Self::InformeerWerkgever => {
                "vertel de werkgever uit uzelf als het plan van aanpak niet vordert"
            }
            Self::LegVast => "leg vast wie wat deed en met welk doel, zonder inhoud",
            Self::BewaakTermijn => "antwoord binnen een maand, na verlenging binnen drie maanden",
            Self::BeoordeelDatalek => "onderzoek of dit een datalek is",
            Self::GeefNamenDoor => {
                "geef de arbodienst de naam en het BIG-nummer van de medisch adviseur en de namen \
                 van wie meelezen"
            }
        }
    }

    fn geldt(self, stand: Stand) -> bool {
        let vraag = stand.vraag;
        let bekend = |feit| stand.omstandigheden.is(feit) == Some(true);
        match self {
            Self::InformeerWerknemer => stand.toegestaan && moet_werknemer_weten(vraag),
            Self::InformeerVooraf | Self::LegNoodzaakVast => {
                stand.toegestaan && is_medisch_naar_adviseur(vraag)
            }
            Self::ZelfdeAfschriftWerknemer => {
                let naar_werkgever = vraag.handeling == Handeling::NaarWerkgever;
                stand.toegestaan && naar_werkgever && is_arbodienst(vraag)
            }
            Self::LegDoelUit => {
                let advies = vraag.object == Object::BInterventieAdvies;
                let vraagt = stand.toegestaan || stand.wacht_op_toestemming;
                vraagt && advies && vraag.handeling.is_doorsturen()
            }
            Self::NoemDelegerende => stand.leunt_op & Feit::DelegationActive.bit() != 0,
            Self::DeelBevindingen => {
                let toetsing = bekend(Feit::QualityReview) && !bekend(Feit::InScope);
                stand.toegestaan && toetsing && vraag.handeling == Handeling::Lezen
            }
            Self::VernietigOngevraagd => !stand.toegestaan && is_ongevraagd(vraag),
            Self::InformeerWerkgever => {
                let aan_claims = vraag.handeling == Handeling::NaarClaimbeoordelaar;
                let voortgang = vraag.object == Object::APvaExists && aan_claims;
                stand.toegestaan && voortgang && is_arbodienst(vraag)
            }
            Self::LegVast => true,
            Self::BewaakTermijn => stand.toegestaan && vraag.object == Object::Rechten,
            Self::BeoordeelDatalek => bekend(Feit::SharedAccount) || bekend(Feit::OutsideEu),
            Self::GeefNamenDoor => {
                stand.leunt_op & Feit::NamedStaff.bit() != 0 || is_adviseur_vraagt(stand)
            }
        }
    }
}

/// The obligations that come with a decision, in the order of their codes.
pub(crate) fn bij(stand: Stand) -> Vec<Verplichting> {
    Verplichting::ALLE.into_iter().filter(|verplichting| verplichting.geldt(stand)).collect()
}

/// Arbodienst and bedrijfsarts are one party.
fn is_arbodienst(vraag: Vraag) -> bool {
    matches!(vraag.lezer.partij(), Partij::Arbodienst | Partij::BedrijfsartsZelfstandig)
}

fn moet_werknemer_weten(vraag: Vraag) -> bool {
    let werkgever = vraag.lezer.partij() == Partij::Werkgever;
    let gegevens = vraag.object.valt_onder(Object::A) || vraag.object.valt_onder(Object::B);
    let tussen_werkgever_en_arbo = (is_arbodienst(vraag)
        && vraag.handeling == Handeling::NaarWerkgever)
        || (werkgever && vraag.handeling == Handeling::NaarBedrijfsarts);
    let naar_re_integratie = (is_arbodienst(vraag) || werkgever)
        && vraag.handeling == Handeling::NaarReIntegratiebedrijf;
    let vangnet_naar_claims = vraag.object == Object::AVangnetExists
        && vraag.handeling == Handeling::NaarClaimbeoordelaar;
    (gegevens && (tussen_werkgever_en_arbo || naar_re_integratie)) || vangnet_naar_claims
}

fn is_medisch_naar_adviseur(vraag: Vraag) -> bool {
    vraag.object.valt_onder(Object::C)
        && vraag.handeling == Handeling::NaarMedischAdviseur
        && is_arbodienst(vraag)
}

/// Data offered to somebody who may never hold it.
fn is_ongevraagd(vraag: Vraag) -> bool {
    let medisch = vraag.object.valt_onder(Object::C);
    let claims = vraag.lezer.beoordeelt_claims() && (medisch || vraag.object.valt_onder(Object::B));
    let werkgever = vraag.lezer.partij() == Partij::Werkgever && medisch;
    vraag.handeling == Handeling::Schrijven && (claims || werkgever)
}

fn is_adviseur_vraagt(stand: Stand) -> bool {
    stand.toegestaan
        && stand.vraag.handeling == Handeling::Opvragen
        && stand.vraag.object.valt_onder(Object::C)
        && stand.vraag.lezer.functie() == "medisch_adviseur"
}

#[cfg(test)]
mod tests {
    use super::Verplichting;

    #[test]
    fn elke_verplichting_heeft_haar_eigen_code_en_regels_die_bestaan() {
        for (index, verplichting) in Verplichting::ALLE.into_iter().enumerate() {
            assert_eq!(verplichting.code(), format!("OB-{}", index + 1));
            for regel in verplichting.regels() {
                assert!(crate::regels().any(|(bekend, _)| bekend == *regel), "{regel}");
            }
        }
    }
}
