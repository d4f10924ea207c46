//! What each reason of UWV means, and which facts of the dossier speak about it (documents.md 2.6).

use super::bewijs::Bewijssoort;
use super::bewijs::Bewijssoort::{
    ActueelOordeel, ArbeidsdeskundigOnderzoek, Arbeidstherapie, BijstellingPlanVanAanpak,
    BijstellingProbleemanalyse, Deskundigenoordeel, Eerstejaarsevaluatie, Eindevaluatie,
    InterventieAdvies, InterventieAfspraak, InterventieEinde, InterventieStart, Inzetbaarheid,
    Loonmaatregel, MedischeInformatie, OordeelWerknemer, PlanVanAanpak, Probleemanalyse,
    RivOvergedragen, Spreekuur, TweedeSpoor, UwvBesluit, UwvBrief, Voortgangsgesprek,
};
use super::reden::Redencode::{
    AdmAoOntbreekt, AdmBijstellingOntbreekt, AdmEindevalOntbreekt, AdmEjeOntbreekt,
    AdmMedOntbreekt, AdmNietOndertekend, AdmPaOntbreekt, AdmPvaOntbreekt, AdmTeLaat, AdmVormeis,
    InhAanbodWGeweigerd, InhBaOordeelNietPlausibel, InhBehandelingStagnatie,
    InhConflictNietAangepakt, InhGbmOnterecht, InhGeenInspanning, InhNietPassend,
    InhNietStructureel, InhPaNietBijgesteld, InhPvaNietBijgesteld, InhRbNietGestuurd,
    InhSpoor1AnderOnvoldoende, InhSpoor1EigenOnvoldoende, InhSpoor2Niet, InhSpoor2Onvoldoende,
    InhSpoor2TeLaat, InhTeLangArbeidstherapie, InhWWerktNietMeeGeenMaatregel,
    OngBehandelendeSector, OngNaVolledig, OngNaWeek104, OngNeuropsychologischOnderzoek,
    OngUitlegSpoor2Laat, OngVragenVerzekeringsarts,
};
use super::reden::{Redencode, Soort};
use crate::Grondslag;

/// One reason.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rij {
    pub(super) reden: Redencode,
    pub(super) soort: Soort,
    /// What UWV says, in Dutch.
    pub(super) zin: &'static str,
    pub(super) grondslag: Grondslag,
    /// The kinds of facts that speak about it.
    pub(super) bewijs: &'static [Bewijssoort],
}

/// The row of a reason.
pub(super) fn rij(reden: Redencode) -> Option<&'static Rij> {
    [ADMINISTRATIEF, GEEN_GROND, INHOUDELIJK].into_iter().flatten().find(|rij| rij.reden == reden)
}

const ADM: Rij = Rij {
    reden: AdmPaOntbreekt,
    soort: Soort::Administratief,
    zin: "",
    grondslag: Grondslag::new("RIV-01..25", "Wet WIA art. 25 lid 8; Regeling procesgang art. 6"),
    bewijs: &[],
};

const ONG: Rij = Rij {
    soort: Soort::GeenGrond,
    grondslag: Grondslag::new(
        "RIV-01..25",
        "Regeling procesgang art. 6, zoals de CRvB die uitlegt (tweede hand)",
    ),
    ..ADM
};

const INH: Rij = Rij {
    soort: Soort::Inhoudelijk,
    grondslag: Grondslag::new(
        "R-19",
        "Wet WIA art. 25 lid 9; Beleidsregels beoordelingskader poortwachter",
    ),
    ..ADM
};

/// A document is missing or not in order.
const ADMINISTRATIEF: &[Rij] = &[
    Rij {
        reden: AdmPaOntbreekt,
        zin: "De probleemanalyse ontbreekt.",
        bewijs: &[Probleemanalyse],
        ..ADM
    },
    Rij {
        reden: AdmPvaOntbreekt,
        zin: "Het plan van aanpak ontbreekt. Een verslag achteraf van wat er is gedaan, herstelt dat.",
        bewijs: &[PlanVanAanpak, Probleemanalyse, Voortgangsgesprek],
        ..ADM
    },
    Rij {
        reden: AdmBijstellingOntbreekt,
        zin: "Een bijstelling van de probleemanalyse of van het plan van aanpak ontbreekt.",
        bewijs: &[BijstellingProbleemanalyse, BijstellingPlanVanAanpak],
        ..ADM
    },
    Rij {
        reden: AdmEjeOntbreekt,
        zin: "De eerstejaarsevaluatie ontbreekt.",
        bewijs: &[Eerstejaarsevaluatie],
        ..ADM
    },
    Rij {
        reden: AdmEindevalOntbreekt,
        zin: "De eindevaluatie ontbreekt.",
        bewijs: &[Eindevaluatie],
        ..ADM
    },
    Rij {
        reden: AdmAoOntbreekt,
        zin: "Het actueel oordeel van de bedrijfsarts ontbreekt.",
        bewijs: &[ActueelOordeel],
        ..ADM
    },
    Rij {
        reden: AdmMedOntbreekt,
        zin: "De medische informatie ontbreekt. Die gaat van de bedrijfsarts naar de werknemer, nooit via de werkgever.",
        bewijs: &[MedischeInformatie],
        ..ADM
    },
    Rij {
        reden: AdmNietOndertekend,
        zin: "Een stuk is niet getekend.",
        bewijs: &[PlanVanAanpak, BijstellingPlanVanAanpak, Eerstejaarsevaluatie, Eindevaluatie],
        ..ADM
    },
    Rij {
        reden: AdmVormeis,
        zin: "Een stuk voldoet niet aan de eisen van de vorm.",
        bewijs: &[
            Probleemanalyse,
            PlanVanAanpak,
            ActueelOordeel,
            MedischeInformatie,
            Eindevaluatie,
            OordeelWerknemer,
        ],
        ..ADM
    },
    Rij {
        reden: AdmTeLaat,
        zin: "Het re-integratieverslag was te laat.",
        bewijs: &[RivOvergedragen],
        ..ADM
    },
];

/// No document of the report.
const GEEN_GROND: &[Rij] = &[
    Rij {
        reden: OngNeuropsychologischOnderzoek,
        zin: "UWV vraagt om een neuropsychologisch onderzoek. Dat is geen stuk van het re-integratieverslag.",
        bewijs: &[Spreekuur, ActueelOordeel],
        ..ONG
    },
    Rij {
        reden: OngUitlegSpoor2Laat,
        zin: "UWV vraagt waarom het tweede spoor laat begon. Dat is een inhoudelijke vraag, geen ontbrekend stuk.",
        bewijs: &[TweedeSpoor, Eerstejaarsevaluatie],
        ..ONG
    },
    Rij {
        reden: OngBehandelendeSector,
        zin: "UWV vraagt om informatie van behandelaars. Dat is geen stuk van het re-integratieverslag.",
        bewijs: &[MedischeInformatie],
        ..ONG
    },
    Rij {
        reden: OngVragenVerzekeringsarts,
        zin: "UWV vraagt om antwoorden van de bedrijfsarts op vragen van de verzekeringsarts. Dat is geen stuk van het re-integratieverslag.",
        bewijs: &[ActueelOordeel, MedischeInformatie],
        ..ONG
    },
    Rij {
        reden: OngNaVolledig,
        zin: "UWV vraagt iets nadat het zelf bevestigde dat het verslag volledig is.",
        bewijs: &[UwvBrief],
        ..ONG
    },
    Rij {
        reden: OngNaWeek104,
        zin: "UWV komt hiermee na het einde van de wachttijd. Dan kan er geen loonsanctie meer komen.",
        bewijs: &[UwvBrief, UwvBesluit],
        ..ONG
    },
];

/// About what was done.
const INHOUDELIJK: &[Rij] = &[
    Rij {
        reden: InhGeenInspanning,
        zin: "Er is niets gedaan aan re-integratie.",
        bewijs: &[
            PlanVanAanpak,
            BijstellingPlanVanAanpak,
            Voortgangsgesprek,
            Inzetbaarheid,
            ArbeidsdeskundigOnderzoek,
            InterventieAfspraak,
            InterventieStart,
            InterventieEinde,
            Spreekuur,
            TweedeSpoor,
        ],
        ..INH
    },
    Rij {
        reden: InhSpoor1EigenOnvoldoende,
        zin: "Er is te weinig gedaan om het eigen werk mogelijk te maken.",
        bewijs: &[
            PlanVanAanpak,
            BijstellingPlanVanAanpak,
            Voortgangsgesprek,
            Inzetbaarheid,
            ArbeidsdeskundigOnderzoek,
            InterventieAfspraak,
            InterventieStart,
            InterventieEinde,
        ],
        ..INH
    },
    Rij {
        reden: InhSpoor1AnderOnvoldoende,
        zin: "Er is te weinig gezocht naar ander werk bij de eigen werkgever.",
        bewijs: &[
            PlanVanAanpak,
            BijstellingPlanVanAanpak,
            Voortgangsgesprek,
            Inzetbaarheid,
            ArbeidsdeskundigOnderzoek,
            InterventieAfspraak,
            InterventieStart,
            InterventieEinde,
        ],
        ..INH
    },
    Rij {
        reden: InhSpoor2Niet,
        zin: "Het tweede spoor is niet gestart.",
        bewijs: &[
            TweedeSpoor,
            Eerstejaarsevaluatie,
            ArbeidsdeskundigOnderzoek,
            BijstellingPlanVanAanpak,
            InterventieAfspraak,
            InterventieStart,
            InterventieEinde,
        ],
        ..INH
    },
    Rij {
        reden: InhSpoor2TeLaat,
        zin: "Het tweede spoor is te laat gestart.",
        bewijs: &[
            TweedeSpoor,
            Eerstejaarsevaluatie,
            ArbeidsdeskundigOnderzoek,
            BijstellingPlanVanAanpak,
            InterventieAfspraak,
            InterventieStart,
            InterventieEinde,
        ],
        ..INH
    },
    Rij {
        reden: InhSpoor2Onvoldoende,
        zin: "Er is te weinig gedaan in het tweede spoor.",
        bewijs: &[
            TweedeSpoor,
            Eerstejaarsevaluatie,
            ArbeidsdeskundigOnderzoek,
            BijstellingPlanVanAanpak,
            InterventieAfspraak,
            InterventieStart,
            InterventieEinde,
        ],
        ..INH
    },
    Rij {
        reden: InhNietPassend,
        zin: "Het werk past niet bij wat de werknemer kan: te weinig uren of een te laag niveau.",
        bewijs: &[Inzetbaarheid, ArbeidsdeskundigOnderzoek, ActueelOordeel, Deskundigenoordeel],
        ..INH
    },
    Rij {
        reden: InhNietStructureel,
        zin: "Het werk is niet blijvend.",
        bewijs: &[Inzetbaarheid, Eindevaluatie, ArbeidsdeskundigOnderzoek],
        ..INH
    },
    Rij {
        reden: InhTeLangArbeidstherapie,
        zin: "De arbeidstherapie duurde te lang: in de regel hooguit zes weken.",
        bewijs: &[Arbeidstherapie, Inzetbaarheid, Spreekuur],
        ..INH
    },
    Rij {
        reden: InhBehandelingStagnatie,
        zin: "Er is niets gedaan toen het herstel stilstond.",
        bewijs: &[
            BijstellingProbleemanalyse,
            Spreekuur,
            InterventieAdvies,
            InterventieAfspraak,
            InterventieStart,
        ],
        ..INH
    },
    Rij {
        reden: InhBaOordeelNietPlausibel,
        zin: "UWV vindt het oordeel van de bedrijfsarts niet aannemelijk.",
        bewijs: &[
            Probleemanalyse,
            BijstellingProbleemanalyse,
            Spreekuur,
            ActueelOordeel,
            Deskundigenoordeel,
            MedischeInformatie,
        ],
        ..INH
    },
    Rij {
        reden: InhGbmOnterecht,
        zin: "UWV vindt dat er wel mogelijkheden tot werken waren.",
        bewijs: &[Probleemanalyse, BijstellingProbleemanalyse, Spreekuur, ActueelOordeel],
        ..INH
    },
    Rij {
        reden: InhWWerktNietMeeGeenMaatregel,
        zin: "De werknemer werkte niet mee en de werkgever deed daar niets tegen.",
        bewijs: &[Loonmaatregel, Deskundigenoordeel, Spreekuur, Voortgangsgesprek],
        ..INH
    },
    Rij {
        reden: InhRbNietGestuurd,
        zin: "De werkgever stuurde het re-integratiebedrijf niet bij.",
        bewijs: &[
            TweedeSpoor,
            InterventieAfspraak,
            InterventieStart,
            InterventieEinde,
            Voortgangsgesprek,
        ],
        ..INH
    },
    Rij {
        reden: InhAanbodWGeweigerd,
        zin: "De werkgever ging niet in op een aanbod van de werknemer om te werken.",
        bewijs: &[Inzetbaarheid, Voortgangsgesprek, Deskundigenoordeel],
        ..INH
    },
    Rij {
        reden: InhConflictNietAangepakt,
        zin: "Er is niets gedaan aan een conflict op het werk.",
        bewijs: &[
            Voortgangsgesprek,
            InterventieAdvies,
            InterventieAfspraak,
            InterventieStart,
            Deskundigenoordeel,
        ],
        ..INH
    },
    Rij {
        reden: InhPaNietBijgesteld,
        zin: "De probleemanalyse is niet bijgesteld toen dat nodig was.",
        bewijs: &[Probleemanalyse, BijstellingProbleemanalyse, Spreekuur],
        ..INH
    },
    Rij {
        reden: InhPvaNietBijgesteld,
        zin: "Het plan van aanpak is niet bijgesteld toen dat nodig was.",
        bewijs: &[PlanVanAanpak, BijstellingPlanVanAanpak, Voortgangsgesprek, Eerstejaarsevaluatie],
        ..INH
    },
];
