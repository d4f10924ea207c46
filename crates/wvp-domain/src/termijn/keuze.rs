//! Where sources disagree (law.md section 10): what we chose, why, and what else may be set.

mod tabel;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use tabel::KEUZES;

/// A question on which the sources disagree.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
pub enum KeuzeId {
    /// How soon the arbodienst hears of the illness.
    #[serde(rename = "K-1")]
    K1,
    /// Whether leave counts within the four weeks.
    #[serde(rename = "K-2")]
    K2,
    /// From when the re-integratiedossier is kept.
    #[serde(rename = "K-3")]
    K3,
    /// Counter of weeks or law, for probleemanalyse and plan van aanpak.
    #[serde(rename = "K-4")]
    K4,
    /// When the report in week 42 is late.
    #[serde(rename = "K-5")]
    K5,
    /// Whether the date in UWV's letter overrides.
    #[serde(rename = "K-6")]
    K6,
    /// The day on which 81 and 89 weeks are full.
    #[serde(rename = "K-7")]
    K7,
    /// The fourth day of a report to UWV.
    #[serde(rename = "K-8")]
    K8,
    /// The report of illness by pregnancy.
    #[serde(rename = "K-9")]
    K9,
    /// The tiers of the fine.
    #[serde(rename = "K-10")]
    K10,
    /// Which text of the WIA was read.
    #[serde(rename = "K-11")]
    K11,
    /// Whether the day of AOW is the first of the weeks.
    #[serde(rename = "K-12")]
    K12,
}

/// An answer to one of those questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Optie {
    /// K-1: D+7.
    EenWeek,
    /// K-1: D+6, the last day of week 1.
    Week1,
    /// K-1: the fourth working day after D.
    VierWerkdagen,
    /// K-1: D+42.
    ZesWeken,
    /// K-2: leave that does not adjoin is part of the gap (the statute).
    VerlofOnderbreekt,
    /// K-2: leave days do not count towards the four weeks.
    VerlofTeltNietMee,
    /// K-3: two years after the end of the employment.
    NaDienstverband,
    /// K-3: two years after the end of the re-integration.
    NaReintegratie,
    /// K-4: reminders run on the earlier row.
    VroegsteRij,
    /// K-4: reminders run on the row of the law.
    WettelijkeRij,
    /// K-5: late after the legal day.
    WettelijkeDag,
    /// K-5: late after the day that UWV accepts.
    DagVanUwv,
    /// K-6: the date in the letter overrides.
    DatumInBrief,
    /// K-6: the computed day stands.
    BerekendeDag,
    /// K-7: as computed.
    DagErvoor,
    /// K-7: a day later.
    DagErna,
    /// K-8: a calendar day, rolled by the Algemene termijnenwet.
    Kalenderdag,
    /// K-8: the fourth working day.
    VierdeWerkdag,
    /// K-9: D+42.
    DagNaZesWeken,
    /// K-9: the fourth day.
    VierdeDag,
    /// K-10: shown, marked as weakly sourced.
    TredenTonen,
    /// K-10: not shown.
    TredenWeglaten,
    /// K-11: the text of 2015 with later changes as reported.
    TekstVan2015,
    /// K-12: it is.
    AowDatumTeltMee,
    /// K-12: it is not.
    DagNaAowDatum,
}

/// A question with its answers; the first is what we chose.
#[derive(Debug, Clone, Copy)]
pub struct Keuze {
    /// Which.
    pub id: KeuzeId,
    /// The question, in Dutch.
    pub vraag: &'static str,
    /// The answers, ours first.
    pub opties: &'static [Antwoord],
}

/// One answer.
#[derive(Debug, Clone, Copy)]
pub struct Antwoord {
    /// Which.
    pub optie: Optie,
    /// Its name in settings.
    pub naam: &'static str,
    /// Why, in Dutch: shown with every date that rests on it.
    pub reden: &'static str,
}

impl KeuzeId {
    /// The question with its answers.
    #[must_use]
    pub fn keuze(self) -> &'static Keuze {
        let [k1, k2, k3, k4, k5, k6, k7, k8, k9, k10, k11, k12] = &KEUZES;
        match self {
            Self::K1 => k1,
            Self::K2 => k2,
            Self::K3 => k3,
            Self::K4 => k4,
            Self::K5 => k5,
            Self::K6 => k6,
            Self::K7 => k7,
            Self::K8 => k8,
            Self::K9 => k9,
            Self::K10 => k10,
            Self::K11 => k11,
            Self::K12 => k12,
        }
    }

    /// How law.md calls it: "K-1".
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::K1 => "K-1",
            Self::K2 => "K-2",
            Self::K3 => "K-3",
            Self::K4 => "K-4",
            Self::K5 => "K-5",
            Self::K6 => "K-6",
            Self::K7 => "K-7",
            Self::K8 => "K-8",
            Self::K9 => "K-9",
            Self::K10 => "K-10",
            Self::K11 => "K-11",
            Self::K12 => "K-12",
        }
    }

    /// The question with this name.
    #[must_use]
    pub fn met_naam(naam: &str) -> Option<Self> {
        KEUZES.iter().map(|keuze| keuze.id).find(|id| id.naam() == naam)
    }
}

/// What is set: per question an answer, ours unless it was set otherwise.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keuzes {
    /// Only answers that differ from ours.
    anders: Vec<(KeuzeId, Optie)>,
}

impl Keuzes {
    /// Sets an answer by the name of the answer.
    ///
    /// # Errors
    ///
    /// The answers that there are, in Dutch, when this is none of them.
    pub fn zet(&mut self, id: KeuzeId, naam: &str) -> Result<(), String> {
        let opties = id.keuze().opties;
        let Some(antwoord) = opties.iter().find(|antwoord| antwoord.naam == naam) else {
            let namen: Vec<&str> = opties.iter().map(|antwoord| antwoord.naam).collect();
            return Err(format!("bekend zijn: {}", namen.join(", ")));
        };
        self.anders.retain(|(ander, _)| *ander != id);
        let is_onze = opties.first().is_some_and(|eerste| eerste.naam == naam);
        if !is_onze {
            self.anders.push((id, antwoord.optie));
        }
        Ok(())
    }

    /// The answer in force.
    #[must_use]
    pub fn antwoord(&self, id: KeuzeId) -> Option<&'static Antwoord> {
        let opties = id.keuze().opties;
        let anders = self.anders.iter().find(|(ander, _)| *ander == id);
        match anders {
            Some((_, optie)) => opties.iter().find(|antwoord| antwoord.optie == *optie),
            None => opties.first(),
        }
    }

    /// Whether this answer is in force.
    #[must_use]
    pub fn is(&self, id: KeuzeId, optie: Optie) -> bool {
        self.antwoord(id).is_some_and(|antwoord| antwoord.optie == optie)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{KEUZES, KeuzeId, Keuzes, Optie};

    #[test]
    fn elke_keuze_staat_op_haar_eigen_plaats_met_haar_nummer_in_elke_reden() {
        for keuze in KEUZES {
            assert_eq!(keuze.id.keuze().id, keuze.id);
            assert_eq!(KeuzeId::met_naam(keuze.id.naam()), Some(keuze.id));
            for antwoord in keuze.opties {
                let nummer = format!("({})", keuze.id.naam());
                assert!(antwoord.reden.contains(&nummer), "{}", antwoord.reden);
            }
        }
    }

    #[test]
    fn geen_keuze_heeft_twee_antwoorden_met_dezelfde_naam() {
        for keuze in KEUZES {
            let namen: BTreeSet<_> = keuze.opties.iter().map(|antwoord| antwoord.naam).collect();
            assert_eq!(namen.len(), keuze.opties.len(), "{}", keuze.id.naam());
        }
    }

    #[test]
    fn wat_niet_is_ingesteld_is_onze_keuze_en_terugzetten_kan() {
        let mut keuzes = Keuzes::default();
        assert!(keuzes.is(KeuzeId::K12, Optie::AowDatumTeltMee));
        keuzes.zet(KeuzeId::K12, "dag_erna").unwrap();
        assert!(keuzes.is(KeuzeId::K12, Optie::DagNaAowDatum));
        keuzes.zet(KeuzeId::K12, "telt_mee").unwrap();
        assert_eq!(keuzes, Keuzes::default());
    }

    #[test]
    fn een_antwoord_van_een_andere_vraag_bestaat_niet() {
        let mut keuzes = Keuzes::default();
        let bekend = keuzes.zet(KeuzeId::K12, "een_week").unwrap_err();
        assert_eq!(bekend, "bekend zijn: telt_mee, dag_erna");
        assert_eq!(keuzes, Keuzes::default());
    }
}
