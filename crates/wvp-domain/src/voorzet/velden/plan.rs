//! The plan van aanpak and its bijstellingen, by employer and employee (documents.md 1.3, 1.4).

use super::{
    BEIDEN, Eis, Groep, Regel, STUK, TERMIJN, VISIES, VORM, heeft_visie_werkgever,
    heeft_visie_werknemer, tekenen, veld,
};
use crate::voorzet::Waarde;
use crate::voorzet::bron::{afspraken, overig};

const DOEL: Eis = Eis::Wet("Regeling procesgang art. 4 lid 2 onder a");
const EVALUEREN: Eis = Eis::Wet("Regeling procesgang art. 4 lid 2 onder b");
const CASEMANAGER: Eis = Eis::WetSoms("Regeling procesgang art. 4 lid 2 onder c");
const BIJSTELLEN: Eis = Eis::Wet("Regeling procesgang art. 4 lid 5");
const NODIG: (crate::termijn::Wie, Eis) = (BEIDEN, Eis::Nodig);

const OPGESTELD: Regel = veld("opgesteld_op", "Opgesteld op", (BEIDEN, VORM), overig::vandaag);
const EVALUATIE: Regel =
    veld("evaluatiemomenten", "Evaluatie op", (BEIDEN, EVALUEREN), overig::evaluatiemomenten);
const MANAGER: Regel =
    veld("casemanager", "Casemanager", (BEIDEN, CASEMANAGER), overig::casemanager);

pub(in super::super) const PLAN: &[Groep] = &[
    Groep {
        onder: "a",
        velden: &[
            STUK,
            OPGESTELD,
            tekenen(),
            EVALUATIE,
            MANAGER,
            heeft_visie_werkgever(),
            heeft_visie_werknemer(),
            veld(
                "termijn_gemotiveerd",
                "Afwijking van de termijn gemotiveerd",
                NODIG,
                overig::zelf,
            ),
        ],
    },
    Groep { onder: "b", velden: AFSPRAKEN },
    Groep { onder: "b.visies", velden: VISIES },
];

pub(in super::super) const BIJSTELLING: &[Groep] = &[
    Groep {
        onder: "a",
        velden: &[
            STUK,
            OPGESTELD,
            tekenen(),
            veld("vervangt", "Komt in plaats van", NODIG, afspraken::vervangt_plan),
            EVALUATIE,
            MANAGER,
            heeft_visie_werkgever(),
            heeft_visie_werknemer(),
        ],
    },
    Groep {
        onder: "b",
        velden: &[veld("aanleiding", "Aanleiding", (BEIDEN, BIJSTELLEN), overig::zelf)],
    },
    Groep { onder: "b.afspraken", velden: AFSPRAKEN },
    Groep { onder: "b.afspraken.visies", velden: VISIES },
];

const AFSPRAKEN: &[Regel] = &[
    veld("doel_eind", "Einddoel", (BEIDEN, DOEL), |it| {
        it.afspraken().vul(|plan| Waarde::tekst(&plan.doel_eind))
    }),
    veld("doelen_tussen", "Tussendoelen", (BEIDEN, DOEL), |it| {
        it.afspraken().vul(|plan| Waarde::lijst(&plan.doelen_tussen, Waarde::Doelen))
    }),
    veld("activiteiten", "Activiteiten", (BEIDEN, DOEL), afspraken::activiteiten),
    veld("spoor", "Spoor", NODIG, |it| it.afspraken().vul(|plan| Some(Waarde::Spoor(plan.spoor)))),
    veld("afwijking_advies", "Waarom anders dan het advies", (BEIDEN, Eis::Vrij), |it| {
        it.afspraken().vul(|plan| plan.afwijking_advies.as_deref().and_then(Waarde::tekst))
    }),
    // Why somebody refused to sign, and why a term was not met, are about that one document.
    veld("weigering_motivering", "Waarom niet getekend", (BEIDEN, Eis::Vrij), overig::zelf),
    veld("termijn_motivering", "Waarom niet op tijd", (BEIDEN, TERMIJN), overig::zelf),
];
