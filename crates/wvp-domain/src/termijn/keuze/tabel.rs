//! The questions and their answers (law.md section 10): ours first, each with its reason.

use super::{Antwoord, Keuze, KeuzeId, Optie};

/// The choices of law.md section 10, in order.
pub const KEUZES: [Keuze; 12] = [
    Keuze {
        id: KeuzeId::K1,
        vraag: "Hoe snel hoort de arbodienst van de ziekte?",
        opties: &[
            antwoord(
                Optie::EenWeek,
                "een_week",
                "De wet zegt alleen 'tijdig'; wij houden een week aan (K-1).",
            ),
            antwoord(
                Optie::Week1,
                "week_1",
                "Ingesteld (K-1): uiterlijk de laatste dag van week 1, zoals de weekteller van UWV.",
            ),
            antwoord(
                Optie::VierWerkdagen,
                "vier_werkdagen",
                "Ingesteld (K-1): binnen vier werkdagen, zoals business.gov.nl schrijft.",
            ),
            antwoord(
                Optie::ZesWeken,
                "zes_weken",
                "Ingesteld (K-1): binnen zes weken, zoals rviregister.nl schrijft.",
            ),
        ],
    },
    Keuze {
        id: KeuzeId::K2,
        vraag: "Telt verlof dat niet aansluit mee in de vier weken?",
        opties: &[
            antwoord(
                Optie::VerlofOnderbreekt,
                "onderbreekt",
                "Verlof dat niet aansluit of een andere oorzaak heeft, is deel van de onderbreking; zo staat het in de wet (K-2).",
            ),
            antwoord(
                Optie::VerlofTeltNietMee,
                "telt_niet_mee",
                "Ingesteld (K-2): dagen verlof tellen niet mee in de vier weken, zoals rviregister.nl schrijft.",
            ),
        ],
    },
    Keuze {
        id: KeuzeId::K3,
        vraag: "Vanaf wanneer lopen de twee jaar bewaren van het re-integratiedossier?",
        opties: &[
            antwoord(
                Optie::NaDienstverband,
                "na_dienstverband",
                "De twee jaar lopen vanaf het einde van het dienstverband, zoals de privacyverklaring van de arbodienst zegt (K-3).",
            ),
            antwoord(
                Optie::NaReintegratie,
                "na_reintegratie",
                "Ingesteld (K-3): de twee jaar lopen vanaf het einde van de re-integratie, zoals de Autoriteit Persoonsgegevens schrijft.",
            ),
        ],
    },
    Keuze {
        id: KeuzeId::K4,
        vraag: "Weekteller of wet, voor probleemanalyse en plan van aanpak?",
        opties: &[
            antwoord(
                Optie::VroegsteRij,
                "vroegste",
                "Weekteller en wet schelen een dag (K-4): wij tonen beide en herinneren voor de vroegste.",
            ),
            antwoord(
                Optie::WettelijkeRij,
                "wet",
                "Weekteller en wet schelen een dag (K-4); ingesteld is: herinneren voor de dag van de wet.",
            ),
        ],
    },
    Keuze {
        id: KeuzeId::K5,
        vraag: "Wanneer is de melding in week 42 te laat?",
        opties: &[
            antwoord(
                Optie::WettelijkeDag,
                "na_wettelijke_dag",
                "De wet rekent met de kalenderdag, UWV accepteert ook de eerstvolgende werkdag (K-5). Te laat is pas na de wettelijke dag.",
            ),
            antwoord(
                Optie::DagVanUwv,
                "na_dag_van_uwv",
                "De wet rekent met de kalenderdag, UWV accepteert ook de eerstvolgende werkdag; ingesteld is dat te laat pas na die werkdag is (K-5).",
            ),
        ],
    },
    Keuze {
        id: KeuzeId::K6,
        vraag: "Gaat de datum in de brief van UWV voor?",
        opties: &[
            antwoord(
                Optie::DatumInBrief,
                "brief",
                "De dag volgt uit de wet; noemt UWV in de brief een andere datum, dan gaat die voor (K-6).",
            ),
            antwoord(
                Optie::BerekendeDag,
                "berekend",
                "Ingesteld (K-6): de berekende dag blijft gelden, ook als UWV een andere datum noemt.",
            ),
        ],
    },
    Keuze {
        id: KeuzeId::K7,
        vraag: "Op welke dag zijn 81 en 89 weken vol?",
        opties: &[
            antwoord(
                Optie::DagErvoor,
                "als_berekend",
                "De weken zijn vol aan het eind van een dag; wij rekenen met de dag die daaruit volgt, en die kan een dag schelen (K-7).",
            ),
            antwoord(
                Optie::DagErna,
                "dag_later",
                "Ingesteld (K-7): de weken zijn een dag later vol.",
            ),
        ],
    },
    Keuze {
        id: KeuzeId::K8,
        vraag: "Is de vierde dag een kalenderdag of een werkdag?",
        opties: &[
            antwoord(
                Optie::Kalenderdag,
                "kalenderdag",
                "De vierde dag is een kalenderdag, verschoven volgens de Algemene termijnenwet; de eerste ziektedag telt mee (K-8).",
            ),
            antwoord(
                Optie::VierdeWerkdag,
                "werkdag",
                "Ingesteld (K-8): binnen vier werkdagen, zoals business.gov.nl schrijft.",
            ),
        ],
    },
    Keuze {
        id: KeuzeId::K9,
        vraag: "Wanneer wordt ziekte door zwangerschap bij UWV gemeld?",
        opties: &[
            antwoord(
                Optie::DagNaZesWeken,
                "zes_weken",
                "De wet geeft zes weken; oudere pagina's noemen nog de vierde dag (K-9).",
            ),
            antwoord(
                Optie::VierdeDag,
                "vierde_dag",
                "Ingesteld (K-9): ziekte door zwangerschap op de vierde dag melden, zoals oudere pagina's zeggen.",
            ),
        ],
    },
    Keuze {
        id: KeuzeId::K10,
        vraag: "Tonen wij de treden van de boete?",
        opties: &[
            antwoord(
                Optie::TredenTonen,
                "tonen",
                "De treden van de boete komen van een oude, niet nagelezen pagina; zij zijn een indicatie (K-10).",
            ),
            antwoord(
                Optie::TredenWeglaten,
                "weglaten",
                "Ingesteld (K-10): de treden van de boete blijven weg.",
            ),
        ],
    },
    Keuze {
        id: KeuzeId::K11,
        vraag: "Welke tekst van de Wet WIA is gelezen?",
        opties: &[antwoord(
            Optie::TekstVan2015,
            "tekst_van_2015",
            "De Wet WIA is gelezen zoals zij eind 2015 gold, met de latere wijzigingen die UWV en het Staatsblad noemen (K-11).",
        )],
    },
    Keuze {
        id: KeuzeId::K12,
        vraag: "Is de AOW-datum zelf de eerste dag van de weken?",
        opties: &[
            antwoord(
                Optie::AowDatumTeltMee,
                "telt_mee",
                "De AOW-datum telt zelf als eerste dag (K-12).",
            ),
            antwoord(
                Optie::DagNaAowDatum,
                "dag_erna",
                "Ingesteld (K-12): de weken beginnen op de dag na de AOW-datum.",
            ),
        ],
    },
];

const fn antwoord(optie: Optie, naam: &'static str, reden: &'static str) -> Antwoord {
    Antwoord { optie, naam, reden }
}
