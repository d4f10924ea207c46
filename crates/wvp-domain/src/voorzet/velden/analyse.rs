//! What the bedrijfsarts draws up (documents.md 1.1, 1.2, 1.8).

use super::{BEKWAAM, Eis, Groep, Regel, STUK, VORM, veld};
use crate::termijn::Wie::Bedrijfsarts;
use crate::voorzet::Waarde;
use crate::voorzet::bron::{arts, overig};

const OORDEEL: Eis = Eis::Wet("Regeling procesgang art. 2 lid 2");
const PLAN_NODIG: Eis = Eis::Wet("Regeling procesgang art. 2 lid 6");
const BIJSTELLEN: Eis = Eis::Wet("Regeling procesgang art. 4 lid 4");
const ACTUEEL: Eis = Eis::Wet("Regeling procesgang art. 6 lid 1 onder j");
const OORDEEL_WERK: Eis = Eis::Wet(
    "Regeling procesgang art. 6 lid 1 onder i en k; Beleidsregels vormvereisten art. 2 lid 9",
);
const NODIG: (crate::termijn::Wie, Eis) = (Bedrijfsarts, Eis::Nodig);
const VRIJ: (crate::termijn::Wie, Eis) = (Bedrijfsarts, Eis::Vrij);

const OPGESTELD: Regel =
    veld("opgesteld_op", "Opgesteld op", (Bedrijfsarts, VORM), overig::vandaag);
const AUTEUR: Regel = veld("auteur", "Opgesteld door", (Bedrijfsarts, VORM), arts::auteur);

pub(in super::super) const PROBLEEMANALYSE: &[Groep] = &[
    Groep {
        onder: "a",
        velden: &[
            STUK,
            OPGESTELD,
            AUTEUR,
            veld("datum_spreekuur", "Spreekuur op", VRIJ, |it| {
                it.consult(|consult| Waarde::Dag(consult.gehouden_op))
            }),
            veld("wijze_contact", "Contact", NODIG, |it| {
                it.consult(|consult| Waarde::Contact(consult.wijze_contact))
            }),
            veld("plan_nodig", "Plan van aanpak nodig", (Bedrijfsarts, PLAN_NODIG), overig::zelf),
            veld(
                "termijn_gemotiveerd",
                "Afwijking van de termijn gemotiveerd",
                NODIG,
                overig::zelf,
            ),
        ],
    },
    Groep { onder: "b", velden: BELASTBAARHEID },
    Groep {
        onder: "c",
        velden: &[
            veld("klachten", "Klachten", NODIG, overig::zelf),
            veld("diagnose", "Diagnose", NODIG, overig::zelf),
            veld("behandeling", "Behandeling", NODIG, overig::zelf),
            ONDERBOUWING,
            veld("werkgerelateerd", "Verband met het werk", NODIG, overig::zelf),
            veld("gbm_grond", "Grond van geen benutbare mogelijkheden", VRIJ, overig::zelf),
        ],
    },
    Groep { onder: "d.bekwaamheden", velden: BEKWAAMHEDEN },
];

pub(in super::super) const BIJSTELLING: &[Groep] = &[
    Groep {
        onder: "a",
        velden: &[
            STUK,
            OPGESTELD,
            AUTEUR,
            veld("vervangt", "Komt in plaats van", NODIG, arts::vervangt_analyse),
            veld(
                "plan_nodig",
                "Plan van aanpak nodig",
                (Bedrijfsarts, PLAN_NODIG),
                arts::plan_nodig,
            ),
        ],
    },
    Groep {
        onder: "b",
        velden: &[veld(
            "reden",
            "Reden van de bijstelling",
            (Bedrijfsarts, BIJSTELLEN),
            overig::zelf,
        )],
    },
    Groep { onder: "b.belastbaarheid", velden: BELASTBAARHEID },
    Groep { onder: "c", velden: &[ONDERBOUWING] },
];

pub(in super::super) const ACTUEEL_OORDEEL: &[Groep] = &[
    Groep {
        onder: "a",
        velden: &[
            STUK,
            OPGESTELD,
            AUTEUR,
            veld(
                "over_arbeidsrelatie",
                "Oordeel over de arbeidsrelatie opgenomen",
                NODIG,
                overig::zelf,
            ),
            veld(
                "over_passende_arbeid",
                "Oordeel over passende arbeid opgenomen",
                NODIG,
                overig::zelf,
            ),
        ],
    },
    Groep {
        onder: "b",
        velden: &[
            veld("verloop", "Verloop", (Bedrijfsarts, ACTUEEL), overig::zelf),
            veld("beperkingen", "Beperkingen", (Bedrijfsarts, ACTUEEL), arts::beperkingen),
            veld("mogelijkheden", "Mogelijkheden", (Bedrijfsarts, ACTUEEL), arts::mogelijkheden),
            veld(
                "stand_re_integratie",
                "Stand van de re-integratie",
                (Bedrijfsarts, ACTUEEL),
                overig::zelf,
            ),
            veld("prognose", "Prognose", NODIG, |it| {
                it.belastbaarheid(|b| Waarde::tekst(&b.prognose))
            }),
            veld(
                "oordeel_arbeidsrelatie",
                "Oordeel over de arbeidsrelatie",
                (Bedrijfsarts, OORDEEL_WERK),
                overig::zelf,
            ),
            veld(
                "oordeel_passende_arbeid",
                "Oordeel over passende arbeid",
                (Bedrijfsarts, OORDEEL_WERK),
                overig::zelf,
            ),
        ],
    },
    Groep { onder: "d.bekwaamheden", velden: BEKWAAMHEDEN },
];

const ONDERBOUWING: Regel = veld("onderbouwing", "Medische onderbouwing", NODIG, overig::zelf);

/// What the judgement is about; the same in every version.
const BELASTBAARHEID: &[Regel] = &[
    veld("dreigend_langdurig_verzuim", "Langdurig verzuim dreigt", (Bedrijfsarts, OORDEEL), |it| {
        it.belastbaarheid(|b| Some(Waarde::JaNee(b.dreigend_langdurig_verzuim)))
    }),
    veld("factoren", "Factoren", NODIG, |it| it.belastbaarheid(|b| Waarde::tekst(&b.factoren))),
    veld("beperkingen", "Beperkingen", (Bedrijfsarts, OORDEEL), arts::beperkingen),
    veld("mogelijkheden", "Mogelijkheden", (Bedrijfsarts, OORDEEL), arts::mogelijkheden),
    veld("urenbeperking", "Urenbeperking", VRIJ, |it| {
        it.belastbaarheid(|b| b.urenbeperking.clone().map(Waarde::Uren))
    }),
    veld("lopend_onderzoek", "Wordt nog onderzocht", VRIJ, |it| {
        it.belastbaarheid(|b| b.lopend_onderzoek.as_deref().and_then(Waarde::tekst))
    }),
    veld("prognose", "Prognose", NODIG, |it| it.belastbaarheid(|b| Waarde::tekst(&b.prognose))),
    veld("volgende_beoordeling", "Volgende beoordeling", VRIJ, |it| {
        it.belastbaarheid(|b| b.volgende_beoordeling.filter(|dag| *dag > it.op()).map(Waarde::Dag))
    }),
    veld("benutbare_mogelijkheden", "Benutbare mogelijkheden", (Bedrijfsarts, OORDEEL), |it| {
        it.belastbaarheid(|b| Some(Waarde::JaNee(b.benutbare_mogelijkheden)))
    }),
    veld(
        "geen_plan_motivering",
        "Waarom geen plan van aanpak",
        (Bedrijfsarts, Eis::WetSoms("Regeling procesgang art. 2 lid 6")),
        |it| it.belastbaarheid(|b| b.geen_plan_motivering.as_deref().and_then(Waarde::tekst)),
    ),
    veld("re_integratiedoel", "Doel van de re-integratie", NODIG, |it| {
        it.belastbaarheid(|b| Waarde::tekst(&b.re_integratiedoel))
    }),
    veld("werkaanpassingen", "Aanpassingen in het werk", NODIG, |it| {
        it.belastbaarheid(|b| Waarde::lijst(&b.werkaanpassingen, Waarde::Teksten))
    }),
    veld("opbouw", "Opbouw", NODIG, |it| {
        it.belastbaarheid(|b| Waarde::lijst(&b.opbouw, Waarde::Opbouw))
    }),
    veld("mediation_wenselijk", "Mediation wenselijk", NODIG, |it| {
        it.belastbaarheid(|b| Some(Waarde::JaNee(b.mediation_wenselijk)))
    }),
];

const BEKWAAMHEDEN: &[Regel] = &[
    veld("functie", "Functie", (Bedrijfsarts, BEKWAAM), arts::functie),
    veld("opleiding", "Opleiding", (Bedrijfsarts, BEKWAAM), |it| {
        it.bekwaamheden(|b| b.opleiding.as_str())
    }),
    veld("werkervaring", "Werkervaring", (Bedrijfsarts, BEKWAAM), |it| {
        it.bekwaamheden(|b| b.werkervaring.as_str())
    }),
    veld("overige", "Overige vaardigheden", (Bedrijfsarts, BEKWAAM), |it| {
        it.bekwaamheden(|b| b.overige.as_str())
    }),
];
