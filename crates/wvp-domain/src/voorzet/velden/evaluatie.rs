//! Talks, evaluations and the opinion of the employee (documents.md 1.5, 1.6, 1.7, 1.10).

use super::{
    BEIDEN, Eis, Groep, STUK, VISIES, VORM, heeft_visie_werkgever, heeft_visie_werknemer, tekenen,
    veld,
};
use crate::termijn::Wie::{self, Werkgever, Werknemer};
use crate::voorzet::Waarde;
use crate::voorzet::bron::{afspraken, overig};

const EVALUEREN: Eis = Eis::Wet("Regeling procesgang art. 4 lid 2 onder b");
const STAGNATIE: Eis = Eis::Wet("Beleidsregels beoordelingskader poortwachter paragraaf 6");
const OORDEEL_WERK: Eis = Eis::Wet(
    "Regeling procesgang art. 6 lid 1 onder i en k; Beleidsregels vormvereisten art. 2 lid 10",
);
const AARD: Eis =
    Eis::Wet("Regeling procesgang art. 6 lid 1 onder b; Beleidsregels vormvereisten art. 2 lid 5");
const MENING: Eis = Eis::Wet("Regeling procesgang art. 6 lid 1 onder l");
const NODIG: (Wie, Eis) = (BEIDEN, Eis::Nodig);

pub(in super::super) const GESPREK: &[Groep] = &[
    Groep {
        onder: "a",
        velden: &[
            STUK,
            veld("gehouden_op", "Gehouden op", NODIG, overig::vandaag),
            veld(
                "volgende_op",
                "Volgende gesprek op",
                (Werkgever, Eis::WetSoms("Regeling procesgang art. 4 lid 2 onder b")),
                overig::volgend_gesprek,
            ),
            veld(
                "activiteiten_tijdig",
                "Activiteiten op tijd uitgevoerd",
                (BEIDEN, Eis::Vrij),
                overig::zelf,
            ),
        ],
    },
    Groep {
        onder: "b",
        velden: &[
            veld("aanwezigen", "Aanwezig", NODIG, overig::zelf),
            veld("voortgang", "Voortgang", (BEIDEN, EVALUEREN), overig::zelf),
            veld("afspraken", "Afspraken", NODIG, overig::zelf),
        ],
    },
];

pub(in super::super) const EERSTE_JAAR: &[Groep] = &[
    Groep {
        onder: "a",
        velden: &[
            STUK,
            veld("opgesteld_op", "Opgesteld op", (BEIDEN, VORM), overig::vandaag),
            tekenen(),
            heeft_visie_werkgever(),
            heeft_visie_werknemer(),
        ],
    },
    Groep {
        onder: "b",
        velden: &[
            veld(
                "periode_van",
                "Periode vanaf",
                (BEIDEN, EVALUEREN),
                overig::verschoven_eerste_ziektedag,
            ),
            veld(
                "periode_tot_en_met",
                "Periode tot en met",
                (BEIDEN, EVALUEREN),
                overig::einde_eerste_jaar,
            ),
            veld("activiteiten", "Terugblik", (BEIDEN, EVALUEREN), afspraken::alle_activiteiten),
            veld("huidige_situatie", "Huidige situatie", (BEIDEN, EVALUEREN), overig::zelf),
            veld("stagnatie", "Signalen van stagnatie", (BEIDEN, STAGNATIE), overig::zelf),
            veld(
                "tweede_spoor",
                "Besluit over het tweede spoor",
                (BEIDEN, STAGNATIE),
                overig::besluit_tweede_spoor,
            ),
            veld(
                "tweede_spoor_motivering",
                "Motivering over het tweede spoor",
                (BEIDEN, STAGNATIE),
                overig::motivering_tweede_spoor,
            ),
            veld("nieuwe_afspraken", "Nieuwe afspraken", NODIG, overig::zelf),
            veld("weigering_motivering", "Waarom niet getekend", (BEIDEN, Eis::Vrij), overig::zelf),
        ],
    },
    Groep { onder: "b.visies", velden: VISIES },
];

pub(in super::super) const EINDE: &[Groep] = &[
    Groep {
        onder: "a",
        velden: &[
            STUK,
            veld("opgesteld_op", "Opgesteld op", (BEIDEN, VORM), overig::vandaag),
            tekenen(),
            veld(
                "over_arbeidsrelatie",
                "Oordeel over de arbeidsrelatie opgenomen",
                (Werkgever, Eis::Nodig),
                overig::zelf,
            ),
            veld(
                "over_passende_arbeid",
                "Oordeel over passende arbeid opgenomen",
                (Werkgever, Eis::Nodig),
                overig::zelf,
            ),
        ],
    },
    Groep {
        onder: "b",
        velden: &[
            veld(
                "oordeel_arbeidsrelatie",
                "Oordeel over de arbeidsrelatie",
                (Werkgever, OORDEEL_WERK),
                overig::zelf,
            ),
            veld(
                "oordeel_passende_arbeid",
                "Oordeel over passende arbeid",
                (Werkgever, OORDEEL_WERK),
                overig::zelf,
            ),
            veld("stand_van_zaken", "Stand van zaken", NODIG, overig::zelf),
            veld("resultaat_eerste_spoor", "Resultaat eerste spoor", NODIG, overig::zelf),
            veld("resultaat_tweede_spoor", "Resultaat tweede spoor", NODIG, overig::zelf),
            veld("vervolg", "Vervolg", NODIG, overig::zelf),
            veld("weigering_motivering", "Waarom niet getekend", (BEIDEN, Eis::Vrij), overig::zelf),
        ],
    },
    Groep { onder: "b.visies", velden: VISIES },
    Groep {
        onder: "d",
        velden: &[veld(
            "aard_bedrijf",
            "Aard van het bedrijf",
            (Werkgever, AARD),
            overig::aard_bedrijf,
        )],
    },
];

pub(in super::super) const WERKNEMER: &[Groep] = &[
    Groep {
        onder: "a",
        velden: &[
            STUK,
            // Whether to give an opinion is a choice too.
            veld("keuze", "Oordeel geven of niet", (Werknemer, MENING), overig::zelf),
            veld("op", "Datum", (Werknemer, Eis::Nodig), overig::vandaag),
        ],
    },
    Groep {
        onder: "b",
        velden: &[
            veld("per_element", "Oordeel per onderdeel", (Werknemer, MENING), |it| {
                it.eigen_oordeel(|b| Waarde::lijst(&b.per_element, Waarde::Oordelen))
            }),
            veld("eigen_inspanningen", "Eigen inspanningen", (Werknemer, Eis::Nodig), |it| {
                it.eigen_oordeel(|b| Waarde::tekst(&b.eigen_inspanningen))
            }),
            veld(
                "inspanningen_werkgever",
                "Inspanningen van de werkgever",
                (Werknemer, Eis::Nodig),
                |it| it.eigen_oordeel(|b| Waarde::tekst(&b.inspanningen_werkgever)),
            ),
            veld("wensen", "Wensen", (Werknemer, Eis::Nodig), |it| {
                it.eigen_oordeel(|b| Waarde::tekst(&b.wensen))
            }),
        ],
    },
];
