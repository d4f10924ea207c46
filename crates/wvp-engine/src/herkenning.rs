//! Recognising a fact that is offered again.

use wvp_domain::bevoegdheid::{
    afwijking, beheer, delegatie, gebruiker, inlog, toestemming, toewijzing, waarneming,
};
use wvp_domain::{Event, Kenmerk, StukId, bezorging, bijlage, postvak, werkgever, werknemer};

/// What makes an event the same event when it is offered again.
pub(crate) trait Herkenbaar {
    /// Bytes that are the same for the same fact and differ for any other of the stream.
    fn herkenning(&self) -> Vec<u8>;
}

impl Herkenbaar for Event {
    fn herkenning(&self) -> Vec<u8> {
        match self.kenmerk() {
            Kenmerk::Stuk(stuk) => stuk_herkenning(stuk),
            Kenmerk::Herinnering(sleutel) => {
                let mut bytes =
                    format!("herinnering/{:?}/{:?}", sleutel.termijn, sleutel.aan).into_bytes();
                bytes.extend(sleutel.keer.to_be_bytes());
                bytes.extend(sleutel.uiterlijk.dagtelling().to_be_bytes());
                bytes.extend(sleutel.trede.to_be_bytes());
                bytes
            }
            Kenmerk::Stapherinnering(sleutel) => {
                let mut bytes = format!("stapherinnering/{:?}/", sleutel.aan).into_bytes();
                bytes.extend(sleutel.keer.to_be_bytes());
                bytes.extend(sleutel.uiterlijk.dagtelling().to_be_bytes());
                bytes.extend(sleutel.trede.to_be_bytes());
                // Last, for it is as long as it is.
                bytes.extend(sleutel.stap.as_bytes());
                bytes
            }
            Kenmerk::Verzoek(sleutel) => {
                let mut bytes = format!("verzoek/{:?}/", sleutel.aan).into_bytes();
                bytes.extend(sleutel.concept.0.as_bytes());
                bytes
            }
        }
    }
}

impl Herkenbaar for werknemer::Event {
    fn herkenning(&self) -> Vec<u8> {
        match self {
            Self::GegevensVastgelegd(e) => stuk_herkenning(e.a.stuk),
            Self::BsnVastgelegd(e) => stuk_herkenning(e.a.stuk),
        }
    }
}

impl Herkenbaar for werkgever::Event {
    fn herkenning(&self) -> Vec<u8> {
        match self {
            Self::GegevensVastgelegd(e) => stuk_herkenning(e.a.stuk),
            Self::ProtocolVastgesteld(e) => stuk_herkenning(e.a.stuk),
        }
    }
}

impl Herkenbaar for beheer::Event {
    fn herkenning(&self) -> Vec<u8> {
        stuk_herkenning(self.stuk())
    }
}

impl Herkenbaar for gebruiker::Event {
    fn herkenning(&self) -> Vec<u8> {
        stuk_herkenning(self.stuk())
    }
}

/// What is used once is recognised by what was used: it is never used twice, whoever offers it.
impl Herkenbaar for inlog::Event {
    fn herkenning(&self) -> Vec<u8> {
        match self {
            Self::UitnodigingGebruikt(e) => [b"uitnodiging/".as_slice(), &e.a.hash].concat(),
            Self::HerstelcodeGebruikt(e) => [b"herstelcode/".as_slice(), &e.a.hash].concat(),
            Self::HerstelcodesGezet(e) => [b"codes/".as_slice(), e.a.stuk.0.as_bytes()].concat(),
            Self::WachtwoordGezet(_)
            | Self::TweedeFactorGezet(_)
            | Self::TweedeFactorVerwijderd(_)
            | Self::InlogGekoppeld(_)
            | Self::InlogOntkoppeld(_)
            | Self::UitnodigingGemaakt(_)
            | Self::InlogHersteld(_)
            | Self::TokenUitgegeven(_)
            | Self::TokenIngetrokken(_)
            | Self::SessiesBeeindigd(_) => stuk_herkenning(self.stuk()),
        }
    }
}

impl Herkenbaar for toewijzing::Event {
    fn herkenning(&self) -> Vec<u8> {
        stuk_herkenning(self.stuk())
    }
}

impl Herkenbaar for toestemming::Event {
    fn herkenning(&self) -> Vec<u8> {
        stuk_herkenning(self.stuk())
    }
}

impl Herkenbaar for delegatie::Event {
    fn herkenning(&self) -> Vec<u8> {
        stuk_herkenning(self.stuk())
    }
}

impl Herkenbaar for afwijking::Event {
    fn herkenning(&self) -> Vec<u8> {
        stuk_herkenning(self.stuk())
    }
}

impl Herkenbaar for waarneming::Event {
    fn herkenning(&self) -> Vec<u8> {
        stuk_herkenning(self.stuk())
    }
}

/// What was read is read once; everything else comes with a document.
impl Herkenbaar for postvak::Event {
    fn herkenning(&self) -> Vec<u8> {
        match self {
            Self::BerichtGelezen(e) => [b"gelezen/".as_slice(), e.a.bericht.0.as_bytes()].concat(),
            Self::VoorkeurenGekozen(e) => stuk_herkenning(e.a.stuk),
            Self::AgendaGeopend(e) => stuk_herkenning(e.a.stuk),
            Self::AgendaGesloten(e) => stuk_herkenning(e.a.stuk),
        }
    }
}

/// The same part of the same file, in the same compartment.
impl Herkenbaar for bijlage::Event {
    fn herkenning(&self) -> Vec<u8> {
        let soort: &[u8] = match self {
            Self::DeelPoortwachter(_) => b"poortwachter/",
            Self::DeelBedrijfsarts(_) => b"bedrijfsarts/",
            Self::DeelWerknemer(_) => b"werknemer/",
            Self::DeelMedisch(_) => b"medisch/",
        };
        let deel = self.welk();
        [soort, deel.sha256.as_bytes(), &deel.nummer.to_be_bytes()].concat()
    }
}

/// An attempt has a number; a message settles once, so what settles it needs none.
impl Herkenbaar for bezorging::Event {
    fn herkenning(&self) -> Vec<u8> {
        let (bericht, kanaal) = self.bericht();
        let (soort, poging): (&[u8], u16) = match self {
            Self::BezorgingUitgesteld(_) | Self::BezorgingOpgegeven(_) => {
                (b"bericht/", self.poging())
            }
            Self::BezorgingHervat(_) => (b"hervat/", self.poging()),
            Self::BerichtBezorgd(_) | Self::BerichtVervallen(_) | Self::BerichtInPostvak(_) => {
                (b"bericht/", u16::MAX)
            }
        };
        let delen = [bericht.0.as_bytes().as_slice(), &[kanaal.nummer()], &poging.to_be_bytes()];
        [soort, &delen.concat()].concat()
    }
}

fn stuk_herkenning(stuk: StukId) -> Vec<u8> {
    [b"stuk/".as_slice(), stuk.0.as_bytes()].concat()
}
