//! What the files of a package show: the facts of the rules that no fact of the dossier tells.

use std::collections::BTreeSet;

use wvp_domain::mijlpaal::gedeeld::{Handtekening, Ondertekening, Partij};
use wvp_domain::mijlpaal::getekend_exemplaar::Exemplaar;
use wvp_domain::mijlpaal::riv::Element;
use wvp_domain::rivcontrole::pakket::{Bestandssoort, Pakketkenmerk, Pakketstuk};
use wvp_domain::rivcontrole::{Feiten, Pakketfeiten, Uitslag, controle_met_pakket};
use wvp_domain::{Datum, Event, Kenmerk, StukId};

use crate::opmaker::{Bestand, Gedrukt, RivInvoer};

/// Holds the papers that were made against the rules, together with the facts that they rest on.
pub(crate) fn keur(invoer: &RivInvoer, bestanden: &[Bestand]) -> Uitslag {
    let feiten = Feiten { events: &invoer.gebeurtenissen, inzage: &invoer.compartimenten };
    let elementen = bestanden.iter().filter_map(|it| pakketstuk(invoer, it)).collect();
    // The stand van zaken of a short report is no file of the package.
    let pakket = Pakketfeiten { elementen, stand_van_zaken: None };
    controle_met_pakket(&feiten, &pakket, invoer.dag)
}

/// What goes with a file in the portal of UWV.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Aanduiding {
    /// What kind of document it is there.
    pub(super) soort: Option<&'static str>,
    /// The day on which it was signed by the last of its signers.
    pub(super) ondertekend_op: Option<Datum>,
}

/// Nothing goes with the cover and with a form that is still empty: they are not uploaded.
pub(super) fn aanduiding(invoer: &RivInvoer, bestand: &Bestand) -> Aanduiding {
    if let Some((element, exemplaar)) = exemplaar(invoer, bestand) {
        let soort = portaalsoort(element);
        return Aanduiding { soort, ondertekend_op: Some(exemplaar.getekend_op) };
    }
    let document = document(invoer, bestand);
    Aanduiding {
        soort: document.and_then(|it| portaalsoort(it.element)),
        ondertekend_op: document.and_then(|it| tekening(invoer, it).laatste),
    }
}

/// The names by which the elements are told apart (Beleidsregels vormvereisten art. 2(2)). The medical part
/// goes by post, from the employee.
fn portaalsoort(element: Element) -> Option<&'static str> {
    (element != Element::MedischeInformatie).then(|| element.naam())
}

fn pakketstuk(invoer: &RivInvoer, bestand: &Bestand) -> Option<Pakketstuk> {
    let document = document(invoer, bestand)?;
    let tekening = tekening(invoer, document);
    let Aanduiding { soort, ondertekend_op } = aanduiding(invoer, bestand);
    let Gedrukt { eerste_ziektedag, administratie, big_nummer, .. } = bestand.gedrukt;
    let kenmerken = [
        (Pakketkenmerk::Burgerservicenummer, bestand.gedrukt.bsn.is_some()),
        (Pakketkenmerk::Ondertekend, tekening.is_volledig),
        (Pakketkenmerk::ZelfdePersoon, is_zelfde_persoon(invoer, &bestand.gedrukt)),
        (Pakketkenmerk::Portaalsoort, soort.is_some()),
        (Pakketkenmerk::Administratie, administratie),
        (Pakketkenmerk::BigNummer, big_nummer),
        (Pakketkenmerk::VrijVanMedisch, tekening.staat_iemand_in),
    ];
    Some(Pakketstuk {
        element: document.element,
        stuk: document.stuk,
        bestand: bestandssoort(&bestand.inhoud),
        bytes: bestand.inhoud.len() as u64,
        ondertekend_op,
        eerste_ziektedag,
        kenmerken: aanwezig(kenmerken),
    })
}

fn aanwezig<const N: usize>(kenmerken: [(Pakketkenmerk, bool); N]) -> BTreeSet<Pakketkenmerk> {
    kenmerken.into_iter().filter(|(_, is_er)| *is_er).map(|(kenmerk, _)| kenmerk).collect()
}

/// A number that is not there is another rule.
fn is_zelfde_persoon(invoer: &RivInvoer, gedrukt: &Gedrukt) -> bool {
    let nummer = gedrukt.bsn.is_none() || gedrukt.bsn == invoer.bsn;
    nummer && gedrukt.naam.as_deref() == Some(invoer.naam())
}

/// The kind by what the bytes begin with: a name says nothing.
fn bestandssoort(inhoud: &[u8]) -> Bestandssoort {
    let bevat = |deel: &[u8]| inhoud.windows(deel.len()).any(|it| it == deel);
    if inhoud.starts_with(b"%PDF-") {
        Bestandssoort::Pdf
    } else if inhoud.starts_with(&[0xFF, 0xD8, 0xFF]) {
        Bestandssoort::Jpg
    } else if inhoud.starts_with(b"PK\x03\x04") && bevat(b"word/document.xml") {
        Bestandssoort::Docx
    } else {
        Bestandssoort::Anders
    }
}

/// What a fact tells about who signed its document.
struct Tekening {
    /// Everybody signed, or it says why not.
    is_volledig: bool,
    laatste: Option<Datum>,
    /// Somebody stands by it by name. At the foot of every page stands that it holds nothing medical.
    staat_iemand_in: bool,
}

fn tekening(invoer: &RivInvoer, Document { element, stuk, feit }: Document) -> Tekening {
    if element != Element::OordeelWerknemer && feit.auteur().is_none() {
        return door_partijen(feit.ondertekeningen());
    }
    // Who draws it up alone signs it by recording it: nobody else may. The employee bears no name apart.
    let genoemd = feit.auteur().is_none_or(|auteur| !auteur.naam.trim().is_empty());
    let laatste = dag(invoer, stuk).filter(|_| genoemd);
    Tekening { is_volledig: genoemd, laatste, staat_iemand_in: genoemd }
}

fn door_partijen(ondertekeningen: &[Ondertekening]) -> Tekening {
    let heeft = |partij| ondertekeningen.iter().any(|it| it.partij == partij);
    let getekend = |it: &&Ondertekening| it.keuze == Handtekening::Getekend;
    Tekening {
        is_volledig: heeft(Partij::Werkgever) && heeft(Partij::Werknemer),
        laatste: ondertekeningen.iter().map(|it| it.op).max(),
        staat_iemand_in: ondertekeningen.iter().any(|it| getekend(&it)),
    }
}

/// The day of a document, corrections included.
fn dag(invoer: &RivInvoer, stuk: StukId) -> Option<Datum> {
    invoer.elementen.iter().find(|it| it.stuk == Some(stuk))?.datum
}

/// A document of the case, with the fact that it was drawn up.
#[derive(Clone, Copy)]
struct Document<'a> {
    element: Element,
    stuk: StukId,
    feit: &'a Event,
}

/// The signed copy behind a file, if it is one. The rules judge the document that it is a copy of.
fn exemplaar<'a>(invoer: &'a RivInvoer, bestand: &Bestand) -> Option<(Element, &'a Exemplaar)> {
    let (element, stuk) = bestand.herkomst?;
    let stuk = stuk?;
    let exemplaar = invoer.dossier.getekend_exemplaar.iter().find(|it| it.stuk == stuk)?;
    Some((element, exemplaar))
}

/// The document behind a file; none behind the cover, and none behind the form of an opinion that was not
/// given or that is not open to whoever makes the package.
fn document<'a>(invoer: &'a RivInvoer, bestand: &Bestand) -> Option<Document<'a>> {
    let (element, stuk) = bestand.herkomst?;
    let stuk = stuk?;
    let feit = invoer.gebeurtenissen.iter().find(|it| it.kenmerk() == Kenmerk::Stuk(stuk))?;
    let is_formulier =
        matches!(feit, Event::OordeelWerknemerVastgelegd(e) if e.b.inhoud().is_none());
    let is_exemplaar = matches!(feit, Event::GetekendExemplaarOntvangen(_));
    (!is_formulier && !is_exemplaar).then_some(Document { element, stuk, feit })
}

#[cfg(test)]
mod tests {
    use super::{Bestandssoort, bestandssoort};

    #[test]
    fn de_soort_volgt_uit_de_eerste_bytes_en_niet_uit_een_naam() {
        assert_eq!(bestandssoort(b"%PDF-1.7 ..."), Bestandssoort::Pdf);
        assert_eq!(bestandssoort(&[0xFF, 0xD8, 0xFF, 0xE0]), Bestandssoort::Jpg);
        assert_eq!(bestandssoort(b"PK\x03\x04....word/document.xml.."), Bestandssoort::Docx);
        assert_eq!(bestandssoort(b"PK\x03\x04....xl/workbook.xml.."), Bestandssoort::Anders);
        assert_eq!(bestandssoort(b""), Bestandssoort::Anders);
    }
}
