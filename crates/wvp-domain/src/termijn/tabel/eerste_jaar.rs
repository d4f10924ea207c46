//! Terms of the first year of illness (R-02..R-14).

use super::super::Aard::Vanzelf;
use super::super::Basis::{Praktijk, PraktijkUwv, Wet};
use super::super::Duur::{Dagen, Werkdagen};
use super::super::Reden::{Gebruik, Keuze};
use super::super::TermijnId::{
    BijstellingPlanVanAanpak, BijstellingProbleemanalyse, Eerstejaarsevaluatie,
    EindeEersteZiektejaar, Grens81Weken, Melding42eWeek, MeldingArbodienst, PlanVanAanpak,
    Probleemanalyse, TweedeSpoor, Voortgangsgesprek,
};
use super::super::Wie::{Bedrijfsarts, Niemand, Werkgever, WerkgeverEnWerknemer};
use super::super::anker::{
    EERSTEJAARSEVALUATIE, MELDING_42E_WEEK, MELDING_NOG_GEACCEPTEERD, NIEUW_ADVIES, OORDEEL,
    OORDEEL_NA_TERUGVAL, TERUGVAL, VORIG_GESPREK,
};
use super::super::voorwaarde::{
    ADVIES_NA_PLAN, ARBODIENST_EEN_WEEK, ARBODIENST_VIER_WERKDAGEN, ARBODIENST_WEEK_1,
    ARBODIENST_ZES_WEKEN, GEEN_VANGNET, PLAN_NA_OORDEEL, PLAN_NODIG, PLAN_ZONDER_OORDEEL,
    TERUGVAL_NA_ANALYSE,
};
use super::super::{KeuzeId, Kracht, Termijn, Verschuiving, Vervalgrond, Voldaan};
use super::{NAAR_UWV, RE_INTEGRATIE, RIJ, SINDS_JULI_2013, WEKEN_VOL, op_d_ster, op_uiterlijk};
use crate::Grondslag;

/// Since the 42e-weeksmelding replaced the one of week 13 (Wet 11-9-2008; in force 1-11-2008, L).
const SINDS_42E_WEEK: Kracht = op_d_ster((2008, 11, 1), None);

pub(super) const RIJEN: &[Termijn] = &[
    MELDING_ARBODIENST,
    Termijn {
        uiterlijk: Dagen(6),
        geldt: ARBODIENST_WEEK_1,
        omschrijving: "De werkgever meldt de ziekte in week 1 bij de arbodienst.",
        ..MELDING_ARBODIENST
    },
    Termijn {
        uiterlijk: Werkdagen(4),
        geldt: ARBODIENST_VIER_WERKDAGEN,
        omschrijving: "De werkgever meldt de ziekte binnen vier werkdagen bij de arbodienst.",
        ..MELDING_ARBODIENST
    },
    Termijn {
        uiterlijk: Dagen(42),
        geldt: ARBODIENST_ZES_WEKEN,
        omschrijving: "De werkgever meldt de ziekte binnen zes weken bij de arbodienst.",
        ..MELDING_ARBODIENST
    },
    Termijn {
        id: Probleemanalyse,
        basis: Wet,
        grondslag: Grondslag::new("R-03", "Regeling procesgang art. 2 lid 2"),
        wie: Bedrijfsarts,
        uiterlijk: Dagen(42),
        omschrijving: "De bedrijfsarts geeft binnen zes weken een probleemanalyse als lang verzuim dreigt.",
        reden: Some(Keuze(KeuzeId::K4)),
        ..RIJ
    },
    Termijn {
        id: Probleemanalyse,
        basis: Praktijk,
        grondslag: Grondslag::new("R-03", "UWV, stappenplan bij ziekte: week 6"),
        wie: Bedrijfsarts,
        uiterlijk: Dagen(41),
        omschrijving: "De probleemanalyse is er uiterlijk in week 6.",
        reden: Some(Keuze(KeuzeId::K4)),
        ..RIJ
    },
    Termijn {
        id: BijstellingProbleemanalyse,
        basis: Praktijk,
        grondslag: Grondslag::new("R-24", "Regeling procesgang art. 2 lid 3 en art. 4 lid 4"),
        wie: Bedrijfsarts,
        vanaf: TERUGVAL,
        uiterlijk: Dagen(0),
        voldaan: Voldaan::Door(OORDEEL_NA_TERUGVAL),
        geldt: TERUGVAL_NA_ANALYSE,
        omschrijving: "Na een terugval kijkt de bedrijfsarts meteen opnieuw.",
        ..RIJ
    },
    Termijn {
        id: PlanVanAanpak,
        basis: Wet,
        grondslag: Grondslag::new("R-05", "Regeling procesgang art. 4 lid 1; WIA art. 25 lid 2"),
        wie: Werkgever,
        vanaf: OORDEEL,
        uiterlijk: Dagen(14),
        geldt: PLAN_NA_OORDEEL,
        vervalt_bij: RE_INTEGRATIE,
        omschrijving: "Het plan van aanpak is er binnen twee weken na de probleemanalyse.",
        reden: Some(Keuze(KeuzeId::K4)),
        ..RIJ
    },
    Termijn {
        id: PlanVanAanpak,
        basis: Wet,
        grondslag: Grondslag::new("R-05", "Regeling procesgang art. 2 lid 2 en art. 4 lid 1"),
        wie: Werkgever,
        uiterlijk: Dagen(56),
        geldt: PLAN_ZONDER_OORDEEL,
        vervalt_bij: RE_INTEGRATIE,
        omschrijving: "Het plan van aanpak is er twee weken na de probleemanalyse; die is er nog niet, dus wij rekenen met haar uiterste dag.",
        reden: Some(Keuze(KeuzeId::K4)),
        ..RIJ
    },
    Termijn {
        id: PlanVanAanpak,
        basis: Praktijk,
        grondslag: Grondslag::new("R-05", "UWV, stappenplan bij ziekte: week 8"),
        wie: Werkgever,
        uiterlijk: Dagen(55),
        geldt: PLAN_NODIG,
        vervalt_bij: RE_INTEGRATIE,
        omschrijving: "Het plan van aanpak is er uiterlijk in week 8.",
        reden: Some(Keuze(KeuzeId::K4)),
        ..RIJ
    },
    Termijn {
        id: BijstellingPlanVanAanpak,
        basis: Wet,
        grondslag: Grondslag::new("R-10", "Regeling procesgang art. 4 lid 5"),
        wie: Werkgever,
        vanaf: NIEUW_ADVIES,
        uiterlijk: Dagen(14),
        voldaan: Voldaan::ZelfNaAnker,
        geldt: ADVIES_NA_PLAN,
        vervalt_bij: RE_INTEGRATIE,
        omschrijving: "Werkgever en werknemer stellen het plan bij binnen twee weken na nieuw advies van de bedrijfsarts.",
        ..RIJ
    },
    Termijn {
        id: Voortgangsgesprek,
        basis: Praktijk,
        grondslag: Grondslag::new(
            "R-08",
            "Regeling procesgang art. 4 lid 2 onder b; WIA art. 25 lid 2",
        ),
        wie: Werkgever,
        vanaf: VORIG_GESPREK,
        uiterlijk: Dagen(42),
        voldaan: Voldaan::Volgende,
        geldt: PLAN_NODIG,
        vervalt_bij: &[
            Vervalgrond::Herstel,
            Vervalgrond::AowSinds2016,
            Vervalgrond::UitDienst,
            Vervalgrond::EindeLoondoorbetaling,
        ],
        omschrijving: "Werkgever en werknemer bespreken de voortgang elke zes weken.",
        reden: Some(Gebruik("De wet zegt 'periodiek'; zes weken is gebruikelijk.")),
        ..RIJ
    },
    Termijn {
        id: Melding42eWeek,
        basis: Wet,
        grondslag: Grondslag::new("R-11", "Ziektewet art. 38 lid 1"),
        wie: Werkgever,
        uiterlijk: Dagen(294),
        voldaan: Voldaan::Door(MELDING_42E_WEEK),
        geldt: GEEN_VANGNET,
        vervalt_bij: NAAR_UWV,
        kracht: SINDS_42E_WEEK,
        te_laat_na: Some(MELDING_NOG_GEACCEPTEERD),
        hard_alarm: true,
        omschrijving: "De werkgever meldt de ziekte bij UWV op de eerste dag nadat zij 42 weken heeft geduurd.",
        reden: Some(Keuze(KeuzeId::K5)),
        ..RIJ
    },
    Termijn {
        id: Melding42eWeek,
        basis: PraktijkUwv,
        grondslag: Grondslag::new(
            "R-11",
            "UWV, ziek melden bij UWV: eerste werkdag na de 42e ziekteweek",
        ),
        wie: Werkgever,
        uiterlijk: Dagen(294),
        verschuiving: Verschuiving::Uwv,
        voldaan: Voldaan::Door(MELDING_42E_WEEK),
        geldt: GEEN_VANGNET,
        vervalt_bij: NAAR_UWV,
        kracht: SINDS_42E_WEEK,
        hard_alarm: true,
        omschrijving: "UWV accepteert de melding nog op de eerste werkdag na de 42e ziekteweek.",
        reden: Some(Keuze(KeuzeId::K5)),
        ..RIJ
    },
    Termijn {
        id: Grens81Weken,
        uiterlijk: Dagen(551),
        grondslag: Grondslag::new("R-11", "WIA art. 64 lid 6 (79 weken)"),
        kracht: op_uiterlijk((2012, 1, 1), Some((2013, 6, 30))),
        extra: &[],
        reden: None,
        ..GRENS_81_WEKEN
    },
    GRENS_81_WEKEN,
    Termijn {
        id: Eerstejaarsevaluatie,
        basis: Praktijk,
        grondslag: Grondslag::new(
            "R-12",
            "Regeling procesgang art. 4 lid 2 onder b; UWV: rond 52 weken",
        ),
        wie: WerkgeverEnWerknemer,
        vroegst_dagen: Some(315),
        uiterlijk: Dagen(363),
        geldt: PLAN_NODIG,
        vervalt_bij: RE_INTEGRATIE,
        omschrijving: "Werkgever en werknemer kijken tussen week 46 en week 52 terug op het eerste jaar.",
        ..RIJ
    },
    Termijn {
        id: TweedeSpoor,
        basis: Praktijk,
        grondslag: Grondslag::new("R-13", "Werkwijzer Poortwachter"),
        wie: Werkgever,
        vanaf: EERSTEJAARSEVALUATIE,
        uiterlijk: Dagen(42),
        geldt: PLAN_NODIG,
        vervalt_bij: RE_INTEGRATIE,
        omschrijving: "De werkgever besluit binnen zes weken na de eerstejaarsevaluatie of het tweede spoor start.",
        ..RIJ
    },
    Termijn {
        id: EindeEersteZiektejaar,
        basis: Wet,
        grondslag: Grondslag::new("R-14", "BW art. 7:629 lid 1"),
        wie: Niemand,
        aard: Vanzelf,
        uiterlijk: Dagen(363),
        vervalt_bij: RE_INTEGRATIE,
        omschrijving: "Tot en met deze dag geldt het minimumloon als ondergrens; daarna telt alleen 70 procent.",
        ..RIJ
    },
];

const MELDING_ARBODIENST: Termijn = Termijn {
    id: MeldingArbodienst,
    basis: Praktijk,
    grondslag: Grondslag::new("R-02", "Regeling procesgang art. 2 lid 1"),
    wie: Werkgever,
    uiterlijk: Dagen(7),
    geldt: ARBODIENST_EEN_WEEK,
    omschrijving: "De werkgever meldt de ziekte binnen een week bij de arbodienst.",
    reden: Some(Keuze(KeuzeId::K1)),
    ..RIJ
};

const GRENS_81_WEKEN: Termijn = Termijn {
    id: Grens81Weken,
    basis: Wet,
    grondslag: Grondslag::new("R-11", "WIA art. 64 lid 6"),
    wie: Werkgever,
    uiterlijk: Dagen(565),
    voldaan: Voldaan::Door(MELDING_42E_WEEK),
    geldt: GEEN_VANGNET,
    vervalt_bij: NAAR_UWV,
    kracht: SINDS_JULI_2013,
    hard_alarm: true,
    omschrijving: "Wie later meldt dan deze dag, kan zich niet meer beroepen op een late brief van UWV.",
    extra: &[WEKEN_VOL],
    reden: Some(Keuze(KeuzeId::K7)),
    ..RIJ
};
