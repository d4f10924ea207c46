//! The short re-integratieverslag and leaving while ill: VRK-01 to VRK-07 (documents.md 1.13, 2.2).

use super::super::Ernst::Opmerking;
use super::super::Hersteller::{BedrijfsartsAanWerknemer, Werknemer};
use super::super::RegelId;
use super::super::pakket;
use super::super::toetsen::{aanwezig, ondertekening, verkort};
use super::volledig::RIJ;
use super::{Regel, Toets, Verslag};
use crate::mijlpaal::riv::Element;

/// What these rows have in common.
const KORT: Regel = Regel {
    id: RegelId::Vrk01,
    titel: "Een verkort verslag mag: zes tot tien weken ziek, of er was geen langdurig verzuim te verwachten.",
    bron: "Ziektewet art. 38 lid 2; UWV, verkort re-integratieverslag",
    verslag: Verslag::Verkort,
    toets: Toets::Feiten(|blik, _| verkort::mag(blik)),
    ..RIJ
};

/// The rows.
pub(super) const RIJEN: &[Regel] = &[
    KORT,
    Regel {
        id: RegelId::Vrk02,
        titel: "De actuele stand van zaken is er, met de gegevens van onderdeel a tot en met e.",
        bron: "Regeling procesgang art. 6 lid 1 onder a-e; UWV, verkort re-integratieverslag",
        grens: "De stand van zaken is nog geen feit van het dossier: die toont het pakket.",
        toets: Toets::Pakket(pakket::stand_van_zaken),
        ..KORT
    },
    Regel {
        id: RegelId::Vrk03,
        titel: "De bedrijfsarts gaf de medische informatie aan de werknemer, met de uitleg waarom geen langdurig verzuim dreigde.",
        wie: BedrijfsartsAanWerknemer,
        grens: "Of de uitleg erin staat, is medisch en wordt niet nagegaan.",
        toets: Toets::Feiten(|blik, _| aanwezig::is_er(blik, Element::MedischeInformatie)),
        ..KORT
    },
    Regel {
        id: RegelId::Vrk04,
        titel: "De werknemer gaf een eigen oordeel, of wilde dat niet.",
        wie: Werknemer,
        ernst_werkgever: Some(Opmerking),
        toets: Toets::Feiten(|blik, _| aanwezig::oordeel_werknemer(blik)),
        ..KORT
    },
    Regel {
        id: RegelId::Vrk05,
        titel: "Elk stuk heeft een datum en een handtekening.",
        bron: "Beleidsregels vormvereisten art. 2 lid 3; UWV, werkgeversportaal",
        toets: Toets::FeitenEnPakket(
            |blik, _| ondertekening::medische_informatie(blik),
            pakket::gedateerd_en_getekend,
        ),
        ..KORT
    },
    Regel {
        id: RegelId::Vrk06,
        titel: "Het verslag was klaar op de laatste werkdag.",
        toets: Toets::Feiten(|blik, _| verkort::op_laatste_werkdag(blik)),
        ..KORT
    },
    Regel {
        id: RegelId::Vrk07,
        titel: "De werkgever meldde op de laatste werkdag bij UWV dat de werknemer ziek uit dienst gaat.",
        bron: "Ziektewet art. 38 lid 2 en 3 (boete hooguit 455 euro)",
        verslag: Verslag::UitDienst,
        toets: Toets::Feiten(|blik, _| verkort::melding(blik)),
        ..KORT
    },
];
