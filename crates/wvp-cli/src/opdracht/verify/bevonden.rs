//! What verifying found, as text and as JSON.

use anyhow::bail;
use serde_json::{Value, json};
use wvp_domain::Compartiment;
use wvp_store::anker::Afwijking;
use wvp_store::verificatie::{Afwijkingen, Bevinding, Verlies, Verslag};
use wvp_store::{Schade, StroomId, Versie};

use crate::tekening::KOP;

/// How this log says where something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Plaatsen {
    /// By segment and offset in bytes.
    Segmenten,
    /// By position: the offset of damage is the position.
    Posities,
}

/// All that was found.
pub(super) struct Bevonden {
    pub(super) plaatsen: Plaatsen,
    pub(super) verslag: Verslag,
    /// Streams that are not as the anchor says.
    pub(super) afwijkingen: Afwijkingen,
    /// Number of destroyed keys with a certificate.
    pub(super) bewijzen: usize,
    /// Destroyed keys whose certificate is missing or was signed by somebody else.
    pub(super) zonder_bewijs: Vec<(StroomId, Compartiment)>,
}

impl Bevonden {
    fn is_heel(&self) -> bool {
        self.verslag.is_heel() && self.afwijkingen.is_empty() && self.zonder_bewijs.is_empty()
    }

    pub(super) fn eis_heel(&self) -> anyhow::Result<()> {
        if self.is_heel() {
            return Ok(());
        }
        let bevindingen = self.verslag.bevindingen.iter();
        let schade = bevindingen.map(|(schade, _)| self.plaatsen.plek(schade));
        let plekken: Vec<String> = schade.chain(self.weg()).chain(self.overige()).collect();
        bail!("de opslag is beschadigd: {}", plekken.join("; "))
    }

    pub(super) fn als_json(&self) -> Value {
        let verslag = &self.verslag;
        let schade = verslag.bevindingen.iter().map(|gevonden| self.plaatsen.als_json(gevonden));
        let mut json = json!({
            "heel": self.is_heel(),
            "stromen": verslag.stromen,
            "gebeurtenissen": verslag.records,
            "secties_open": verslag.secties_open,
            "secties_dicht": verslag.secties_dicht,
            "laatste_positie": verslag.kop.0,
            "schade": schade.collect::<Vec<_>>(),
            "afwijkingen_van_anker": self.afwijkingen.iter().map(afwijking).collect::<Vec<_>>(),
            "bewijzen_van_vernietiging": self.bewijzen,
            "zonder_bewijs": self.zonder_bewijs.iter().map(onbewezen).collect::<Vec<_>>(),
        });
        if let (Plaatsen::Segmenten, Some(velden)) = (self.plaatsen, json.as_object_mut()) {
            velden.insert("weg".to_owned(), self.weg().collect());
        }
        json
    }

    pub(super) fn toon(&self) {
        let verslag = &self.verslag;
        let heel = if self.is_heel() { "heel" } else { "beschadigd" };
        anstream::println!("{KOP}{heel}{KOP:#}");
        for (naam, aantal) in [
            ("stromen", verslag.stromen),
            ("gebeurtenissen", verslag.records),
            ("secties open", verslag.secties_open),
            ("secties dicht", verslag.secties_dicht),
            ("laatste positie", verslag.kop.0),
            ("vernietigd", self.bewijzen as u64),
        ] {
            anstream::println!("  {naam:16} {aantal:>10}");
        }
        if let Some(staart) = verslag.staart {
            anstream::println!(
                "  afgebroken staart: segment {:020}, vanaf {}, {} bytes; nooit bevestigd",
                staart.segment,
                staart.offset,
                staart.bytes
            );
        }
        let bevindingen = verslag.bevindingen.iter().map(|(schade, bevinding)| {
            format!("{}: {}", self.plaatsen.in_woorden(bevinding), self.plaatsen.plek(schade))
        });
        for regel in self.weg().chain(bevindingen).chain(self.overige()) {
            anstream::println!("  {regel}");
        }
    }

    fn weg(&self) -> impl Iterator<Item = String> {
        self.verslag.verlies.iter().chain(&self.verslag.eerder_verlies).map(verloren)
    }

    fn overige(&self) -> impl Iterator<Item = String> {
        self.afwijkingen.iter().map(afwijking).chain(self.zonder_bewijs.iter().map(onbewezen))
    }
}

impl Plaatsen {
    fn plek(self, schade: &Schade) -> String {
        if self == Self::Segmenten {
            return schade.to_string();
        }
        let stroom = schade.stroom.map(|stroom| format!(", {stroom}")).unwrap_or_default();
        let versie = schade.versie.map(|versie| format!(" versie {versie}")).unwrap_or_default();
        format!("positie {}{stroom}{versie}", schade.offset)
    }

    fn als_json(self, (schade, bevinding): &(Schade, Bevinding)) -> Value {
        let stroom = schade.stroom.map(|stroom| stroom.to_string());
        let versie = schade.versie.map(|versie| versie.0);
        let (offset, wat) = (schade.offset, self.in_woorden(bevinding));
        match self {
            Self::Segmenten => json!({
                "segment": schade.segment,
                "offset": offset,
                "stroom": stroom,
                "versie": versie,
                "wat": wat,
            }),
            Self::Posities => {
                json!({ "positie": offset, "stroom": stroom, "versie": versie, "wat": wat })
            }
        }
    }

    fn in_woorden(self, bevinding: &Bevinding) -> String {
        match bevinding {
            Bevinding::Onleesbaar => match self {
                Self::Segmenten => "onleesbaar".to_owned(),
                Self::Posities => "er staat iets anders dan er is vastgelegd".to_owned(),
            },
            Bevinding::Merk => "merk van de groep onleesbaar, de gebeurtenis zelf is er".to_owned(),
            Bevinding::Weg => "gebeurtenis is weg".to_owned(),
            Bevinding::Volgorde => "versie sluit niet aan".to_owned(),
            Bevinding::Ketting => "keten verbroken".to_owned(),
            Bevinding::Zegel(letter) => format!("zegel {letter:?} verbroken"),
            Bevinding::Sleutel(reden) => format!("sleutel past niet ({reden})"),
        }
    }
}

fn verloren(verlies: &Verlies) -> String {
    format!("weg: posities {} tot en met {}", verlies.na.volgende(), verlies.tot_en_met)
}

fn afwijking((stroom, versie, wat): &(StroomId, Versie, Afwijking)) -> String {
    match wat {
        Afwijking::Ontbreekt => format!("{stroom} ontbreekt; het anker kent versie {versie}"),
        Afwijking::Afgekapt { tot_en_met } => {
            format!("{stroom} houdt op bij versie {tot_en_met}; het anker kent versie {versie}")
        }
        Afwijking::Herschreven => format!("{stroom} is herschreven bij of voor versie {versie}"),
    }
}

fn onbewezen((stroom, compartiment): &(StroomId, Compartiment)) -> String {
    format!(
        "de sleutel van compartiment {} van {stroom} is weg zonder bewijs van dit sleutelbestand",
        compartiment.nummer()
    )
}
