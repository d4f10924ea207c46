//! What only the package shows: size, kind of file, signatures, numbers (RIV-15, 17, 19, 23, 24; VRK-02, 05).

use std::collections::BTreeSet;

use super::Gebrek;
use super::blik::{Blik, Plaats, Punt, Tekort, met_lidwoord};
use super::tabel::BYTES_HOOGSTENS;
use crate::mijlpaal::riv::Element;
use crate::{Datum, StukId};

/// What whoever makes the package tells about it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pakketfeiten {
    /// The files, one per document.
    pub elementen: Vec<Pakketstuk>,
    /// What the stand van zaken of a short report tells; none when the package has none.
    pub stand_van_zaken: Option<BTreeSet<Verslaggegeven>>,
}

/// One file of the package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pakketstuk {
    /// Which element.
    pub element: Element,
    /// Which document.
    pub stuk: StukId,
    /// What kind of file.
    pub bestand: Bestandssoort,
    /// Size in bytes.
    pub bytes: u64,
    /// The day of signing that goes with the file.
    pub ondertekend_op: Option<Datum>,
    /// The first sick day that is printed on it; none when there is none on it.
    pub eerste_ziektedag: Option<Datum>,
    /// What is on it or goes with it.
    pub kenmerken: BTreeSet<Pakketkenmerk>,
}

/// What is on a document or goes with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pakketkenmerk {
    /// The burgerservicenummer is on it.
    Burgerservicenummer,
    /// It is signed, or it says why not.
    Ondertekend,
    /// Name and number on it are those of the dossier.
    ZelfdePersoon,
    /// The file names its kind for the portal.
    Portaalsoort,
    /// Administrative data of employee, employer and arbodienst are on it.
    Administratie,
    /// The BIG number of the doctor is on it.
    BigNummer,
    /// Who drew it up confirms that nothing medical is in it.
    VrijVanMedisch,
}

/// Kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bestandssoort {
    /// PDF.
    Pdf,
    /// Word.
    Docx,
    /// Picture.
    Jpg,
    /// Anything else: the portal refuses it.
    Anders,
}

/// What the stand van zaken of a short report must tell (Regeling procesgang art. 6(1)a-e).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verslaggegeven {
    /// Administrative data of employee, employer and arbodienst.
    Administratie,
    /// Nature of the business.
    AardBedrijf,
    /// Function.
    Functie,
    /// Skills.
    Bekwaamheden,
    /// First sick day.
    EersteZiektedag,
}

impl Verslaggegeven {
    /// Everything that it must tell.
    pub const ALLE: [Self; 5] = [
        Self::Administratie,
        Self::AardBedrijf,
        Self::Functie,
        Self::Bekwaamheden,
        Self::EersteZiektedag,
    ];
}

/// RIV-15: the number on every document. Who still has to sign is told by the facts.
pub(super) fn burgerservicenummer(blik: &Blik, pakket: &Pakketfeiten) -> Vec<Punt> {
    per_stuk(blik, &pakket.elementen, "ontbreekt het burgerservicenummer", |it| {
        it.kenmerken.contains(&Pakketkenmerk::Burgerservicenummer)
    })
}

/// RIV-17: one person and one first sick day.
pub(super) fn eenheid(blik: &Blik, pakket: &Pakketfeiten) -> Vec<Punt> {
    let eerste = blik.dossier.eerste_ziektedag();
    let klopt = |it: &Pakketstuk| {
        let zelfde = it.kenmerken.contains(&Pakketkenmerk::ZelfdePersoon);
        zelfde && it.eerste_ziektedag.is_some() && it.eerste_ziektedag == eerste
    };
    let stukken = pakket.elementen.iter();
    stukken
        .map(|it| {
            Punt::tenzij(klopt(it), || {
                let zin = format!(
                    "Op {} staat een andere eerste ziektedag, naam of een ander nummer dan in het dossier. Maak dat gelijk.",
                    met_lidwoord(it.element)
                );
                tekort(blik, it, Gebrek::Tegenstrijdig, zin)
            })
        })
        .collect()
}

/// RIV-11: the administrative data stand on the probleemanalyse or the actueel oordeel.
pub(super) fn administratie(blik: &Blik, pakket: &Pakketfeiten) -> Vec<Punt> {
    let is_drager =
        |it: &&Pakketstuk| matches!(it.element, Element::Probleemanalyse | Element::ActueelOordeel);
    let dragers: Vec<_> = pakket.elementen.iter().filter(is_drager).collect();
    let Some(laatste) = dragers.last() else { return vec![] };
    let goed = dragers.iter().any(|it| it.kenmerken.contains(&Pakketkenmerk::Administratie));
    vec![Punt::tenzij(goed, || {
        let zin = format!(
            "Op {} staan de gegevens van werknemer, werkgever en arbodienst niet, en ook nergens anders. Vul die aan.",
            met_lidwoord(laatste.element)
        );
        tekort(blik, laatste, Gebrek::Onvolledig, zin)
    })]
}

/// RIV-18: the BIG number on every judgement of the bedrijfsarts.
pub(super) fn big_nummer(blik: &Blik, pakket: &Pakketfeiten) -> Vec<Punt> {
    let oordelen = pakket.elementen.iter().filter(|it| is_oordeel(it.element));
    per_stuk(blik, oordelen, "ontbreekt het BIG-nummer van de bedrijfsarts", |it| {
        it.kenmerken.contains(&Pakketkenmerk::BigNummer)
    })
}

fn is_oordeel(element: Element) -> bool {
    let oordelen =
        [Element::Probleemanalyse, Element::BijstellingProbleemanalyse, Element::ActueelOordeel];
    oordelen.contains(&element)
}

/// RIV-19: the medische informatie is not in it, and of the rest its author says that it is clean.
pub(super) fn zonder_medisch(blik: &Blik, pakket: &Pakketfeiten) -> Vec<Punt> {
    let stukken = pakket.elementen.iter();
    stukken
        .map(|it| {
            if it.element == Element::MedischeInformatie {
                let zin = "De medische informatie zit in het pakket van de werkgever. Die gaat alleen van de bedrijfsarts naar de werknemer. Haal het stuk eruit.";
                return Punt::Tekort(tekort(blik, it, Gebrek::NietToegestaan, zin.to_owned()));
            }
            Punt::tenzij(it.kenmerken.contains(&Pakketkenmerk::VrijVanMedisch), || {
                let zin = format!(
                    "Van {} is niet bevestigd dat er niets medisch in staat. Wie het stuk opstelde, bevestigt dat.",
                    met_lidwoord(it.element)
                );
                tekort(blik, it, Gebrek::Onvolledig, zin)
            })
        })
        .collect()
}

/// RIV-23: kinds and sizes that the portal takes.
pub(super) fn bestanden(blik: &Blik, pakket: &Pakketfeiten) -> Vec<Punt> {
    let stukken = pakket.elementen.iter();
    stukken
        .map(|it| {
            let goed = it.bestand != Bestandssoort::Anders && it.bytes <= BYTES_HOOGSTENS;
            Punt::tenzij(goed, || {
                let zin = format!(
                    "Het portaal neemt het bestand van {} niet aan: hoogstens 10 MB, als pdf, docx of jpg.",
                    met_lidwoord(it.element)
                );
                tekort(blik, it, Gebrek::NietToegestaan, zin)
            })
        })
        .collect()
}

/// RIV-24: kind for the portal and day of signing.
pub(super) fn aanduiding(blik: &Blik, pakket: &Pakketfeiten) -> Vec<Punt> {
    per_stuk(
        blik,
        &pakket.elementen,
        "ontbreekt de soort voor het portaal of de dag van ondertekening",
        |it| it.ondertekend_op.is_some() && it.kenmerken.contains(&Pakketkenmerk::Portaalsoort),
    )
}

/// VRK-02: the stand van zaken and what it must tell.
pub(super) fn stand_van_zaken(blik: &Blik, pakket: &Pakketfeiten) -> Vec<Punt> {
    let plaats = Plaats::default();
    let Some(gegevens) = &pakket.stand_van_zaken else {
        let zin = "In het verkorte verslag ontbreekt de actuele stand van zaken. Voeg die toe.";
        let dag = blik.hersteldag();
        return vec![Punt::Tekort(Tekort::new(Gebrek::Ontbreekt, plaats, dag, zin.to_owned()))];
    };
    let volledig = Verslaggegeven::ALLE.iter().all(|gegeven| gegevens.contains(gegeven));
    vec![Punt::tenzij(volledig, || {
        let zin = "De actuele stand van zaken is niet volledig. Nodig zijn: de gegevens van werknemer, werkgever en arbodienst, het soort bedrijf, de functie, de bekwaamheden en de eerste ziektedag.";
        Tekort::new(Gebrek::Onvolledig, plaats, blik.hersteldag(), zin.to_owned())
    })]
}

/// VRK-05: everything in the package is dated and signed.
pub(super) fn gedateerd_en_getekend(blik: &Blik, pakket: &Pakketfeiten) -> Vec<Punt> {
    per_stuk(
        blik,
        &pakket.elementen,
        "ontbreekt de handtekening of de dag van ondertekening",
        |it| it.ondertekend_op.is_some() && it.kenmerken.contains(&Pakketkenmerk::Ondertekend),
    )
}

fn per_stuk<'a>(
    blik: &Blik,
    stukken: impl IntoIterator<Item = &'a Pakketstuk>,
    wat: &str,
    goed: impl Fn(&Pakketstuk) -> bool,
) -> Vec<Punt> {
    let stukken = stukken.into_iter();
    stukken
        .map(|it| {
            Punt::tenzij(goed(it), || {
                let zin = format!("Bij {} {wat}. Vul dat aan.", met_lidwoord(it.element));
                tekort(blik, it, Gebrek::Onvolledig, zin)
            })
        })
        .collect()
}

fn tekort(blik: &Blik, stuk: &Pakketstuk, gebrek: Gebrek, zin: String) -> Tekort {
    let plaats = Plaats { element: Some(stuk.element), stuk: Some(stuk.stuk) };
    Tekort::new(gebrek, plaats, blik.hersteldag(), zin)
}
