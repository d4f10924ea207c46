//! Terms of the second year, up to UWV's decision (R-15..R-19). Two regimes: law.md section 1a.

use super::super::Aard::{Aangenomen, AltijdTijdig, Mogelijkheid, Vanzelf, Verwachting};
use super::super::Basis::{Brief, Intern, PraktijkUwv, Wet};
use super::super::Duur::{Dagen, DagenTerug, Maanden};
use super::super::Grens::{NooitEerderDan, NooitLaterDan};
use super::super::Reden::Keuze;
use super::super::TermijnId::{
    ActueelOordeel, Eindevaluatie, RivAanWerknemer, RivConcept, UwvBesluitLoonsanctie,
    UwvKennisgevingWia, WiaAanvraag,
};
use super::super::Wie::{
    Bedrijfsarts, Casemanager, Uwv, Werkgever, WerkgeverEnWerknemer, Werknemer,
};
use super::super::anker::{
    BESLUIT_LOONSANCTIE, BRIEF_ONTVANGEN, BRIEF_UITERLIJK, EINDE_WACHTTIJD, LAATSTE_WERKDAG, RIV,
};
use super::super::voorwaarde::{
    BRIEF_OP_TIJD, BRIEF_TE_LAAT, DATUM_IN_BRIEF, IN_DIENST, RIV_UIT_DIENST, RIV_VOLLEDIG,
    SANCTIE_ZONDER_DATUM, SOEPELHEID_VERLOREN, ZONDER_BRIEF, ZONDER_SANCTIE_ZONDER_DATUM,
};
use super::super::{KeuzeId, Termijn, Verschuiving, Voldaan};
use super::{
    NAAR_RIV, NAAR_WIA, RIJ, SINDS_JULI_2013, TOT_JULI_2013, VERTRAGING, WEKEN_VOL, op_uiterlijk,
};
use crate::Grondslag;

pub(super) const RIJEN: &[Termijn] = &[
    Termijn {
        id: RivConcept,
        basis: Intern,
        grondslag: Grondslag::new("INTERN", "eigen stap in week 84; de wet noemt deze week niet"),
        wie: Casemanager,
        aard: Verwachting,
        vroegst_dagen: Some(581),
        uiterlijk: Dagen(587),
        geldt: RIV_VOLLEDIG,
        vervalt_bij: NAAR_RIV,
        omschrijving: "In week 84 maken wij het concept van het re-integratieverslag, met wat er nog ontbreekt.",
        ..RIJ
    },
    Termijn {
        id: UwvKennisgevingWia,
        basis: PraktijkUwv,
        grondslag: Grondslag::new("R-15", "UWV, aanvraag WIA door werknemer: week 88"),
        wie: Uwv,
        aard: Aangenomen,
        vroegst_dagen: Some(609),
        uiterlijk: Dagen(615),
        voldaan: Voldaan::Door(BRIEF_ONTVANGEN),
        vervalt_bij: NAAR_WIA,
        kracht: SINDS_JULI_2013,
        omschrijving: "UWV stuurt de werknemer in week 88 een brief over de WIA.",
        ..RIJ
    },
    Termijn {
        grondslag: Grondslag::new("R-15", "WIA art. 64 lid 2 (tot 2012: 20 maanden)"),
        uiterlijk: Maanden(20),
        extra: &[],
        kracht: op_uiterlijk((2005, 12, 29), Some((2011, 12, 31))),
        reden: None,
        ..KENNISGEVING
    },
    Termijn {
        grondslag: Grondslag::new("R-15", "WIA art. 64 lid 2 (2012 tot juli 2013: 87 weken)"),
        uiterlijk: Dagen(608),
        extra: &[],
        kracht: op_uiterlijk((2012, 1, 1), Some((2013, 6, 30))),
        reden: None,
        ..KENNISGEVING
    },
    KENNISGEVING,
    Termijn {
        id: ActueelOordeel,
        basis: PraktijkUwv,
        grondslag: Grondslag::new(
            "R-16",
            "Regeling procesgang art. 6 lid 1 onder i-k; UWV: week 91",
        ),
        wie: Bedrijfsarts,
        vanaf: RIV,
        uiterlijk: Dagen(0),
        geldt: RIV_VOLLEDIG,
        vervalt_bij: NAAR_RIV,
        omschrijving: "De bedrijfsarts geeft het actueel oordeel uiterlijk op de dag van het re-integratieverslag.",
        ..RIJ
    },
    Termijn {
        id: Eindevaluatie,
        basis: PraktijkUwv,
        grondslag: Grondslag::new("R-16", "Regeling procesgang art. 6 lid 1 onder h; UWV: week 91"),
        wie: WerkgeverEnWerknemer,
        vanaf: RIV,
        vroegst_dagen: Some(-6),
        uiterlijk: Dagen(0),
        geldt: RIV_VOLLEDIG,
        vervalt_bij: NAAR_RIV,
        omschrijving: "Werkgever en werknemer maken de eindevaluatie in de week van het re-integratieverslag.",
        ..RIJ
    },
    Termijn {
        grondslag: Grondslag::new("R-17", "WIA art. 25 lid 3 (tot juli 2013: vijftien weken)"),
        uiterlijk: DagenTerug(105),
        kracht: TOT_JULI_2013,
        omschrijving: "De werknemer krijgt het re-integratieverslag vijftien weken voor het einde van de wachttijd.",
        ..RE_INTEGRATIEVERSLAG
    },
    RE_INTEGRATIEVERSLAG,
    Termijn {
        grenzen: &[NooitLaterDan(EINDE_WACHTTIJD, -105)],
        kracht: TOT_JULI_2013,
        ..RIV_BIJ_UIT_DIENST
    },
    RIV_BIJ_UIT_DIENST,
    Termijn {
        grondslag: Grondslag::new("R-18", "WIA art. 64 lid 3 (tot juli 2013: dertien weken)"),
        uiterlijk: DagenTerug(91),
        kracht: TOT_JULI_2013,
        omschrijving: "De werknemer vraagt de WIA aan, uiterlijk dertien weken voor het einde van de wachttijd.",
        ..WIA_AANVRAAG
    },
    WIA_AANVRAAG,
    Termijn {
        geldt: SOEPELHEID_VERLOREN,
        omschrijving: "De werknemer vraagt de WIA aan, uiterlijk elf weken voor het einde van de wachttijd. De brief van UWV was te laat of is er niet, maar dat helpt niet: de melding in week 42 kwam na de grens van 81 weken (WIA art. 64 lid 6).",
        ..WIA_AANVRAAG
    },
    Termijn {
        grondslag: Grondslag::new("R-18", "WIA art. 64 lid 3 (tot juli 2013: dertien weken)"),
        uiterlijk: DagenTerug(91),
        geldt: SOEPELHEID_VERLOREN,
        kracht: TOT_JULI_2013,
        omschrijving: "De werknemer vraagt de WIA aan, uiterlijk dertien weken voor het einde van de wachttijd. De brief van UWV was te laat of is er niet, maar dat helpt niet: de melding in week 42 kwam na de grens van 79 weken (WIA art. 64 lid 6).",
        ..WIA_AANVRAAG
    },
    Termijn {
        grondslag: Grondslag::new("R-18", "WIA art. 64 lid 3 (tot juli 2013: dertien weken)"),
        aard: AltijdTijdig,
        uiterlijk: DagenTerug(91),
        geldt: ZONDER_BRIEF,
        kracht: TOT_JULI_2013,
        omschrijving: "De werknemer vraagt de WIA aan, uiterlijk dertien weken voor het einde van de wachttijd. Zolang de brief van UWV er niet is, telt elke aanvraag als op tijd (WIA art. 64 lid 6).",
        ..WIA_AANVRAAG
    },
    Termijn {
        aard: AltijdTijdig,
        geldt: ZONDER_BRIEF,
        omschrijving: "De werknemer vraagt de WIA aan, uiterlijk elf weken voor het einde van de wachttijd. Zolang de brief van UWV er niet is, telt elke aanvraag als op tijd (WIA art. 64 lid 6).",
        ..WIA_AANVRAAG
    },
    Termijn {
        slotgrenzen: &[NooitEerderDan(EINDE_WACHTTIJD, -91)],
        kracht: TOT_JULI_2013,
        ..WIA_NA_LATE_BRIEF
    },
    WIA_NA_LATE_BRIEF,
    Termijn {
        basis: Brief,
        grondslag: Grondslag::new("R-18", "brief van UWV (K-6)"),
        vanaf: BRIEF_UITERLIJK,
        uiterlijk: Dagen(0),
        geldt: DATUM_IN_BRIEF,
        kracht: TOT_NU,
        omschrijving: "UWV noemt deze dag in de brief; zij gaat voor de berekende dag.",
        reden: None,
        ..WIA_AANVRAAG
    },
    UWV_BESLUIT,
    Termijn { aard: Vanzelf, geldt: SANCTIE_ZONDER_DATUM, ..UWV_BESLUIT },
];

/// Ever since the WIA, selected by the last day itself.
const TOT_NU: super::super::Kracht = op_uiterlijk((2005, 12, 29), None);

const KENNISGEVING: Termijn = Termijn {
    id: UwvKennisgevingWia,
    basis: Wet,
    grondslag: Grondslag::new("R-15", "WIA art. 64 lid 2"),
    wie: Uwv,
    aard: Aangenomen,
    uiterlijk: Dagen(622),
    voldaan: Voldaan::Door(BRIEF_ONTVANGEN),
    vervalt_bij: NAAR_WIA,
    kracht: SINDS_JULI_2013,
    omschrijving: "UWV stuurt de werknemer op deze dag uiterlijk de brief over de WIA.",
    extra: &[WEKEN_VOL],
    reden: Some(Keuze(KeuzeId::K7)),
    ..RIJ
};

const RE_INTEGRATIEVERSLAG: Termijn = Termijn {
    id: RivAanWerknemer,
    basis: Wet,
    grondslag: Grondslag::new("R-17", "WIA art. 25 lid 3"),
    wie: Werkgever,
    vanaf: EINDE_WACHTTIJD,
    uiterlijk: DagenTerug(91),
    geldt: IN_DIENST,
    vervalt_bij: NAAR_RIV,
    kracht: SINDS_JULI_2013,
    omschrijving: "De werknemer krijgt het re-integratieverslag dertien weken voor het einde van de wachttijd.",
    reden: Some(Keuze(KeuzeId::K6)),
    ..RIJ
};

const RIV_BIJ_UIT_DIENST: Termijn = Termijn {
    grondslag: Grondslag::new("R-66", "Ziektewet art. 38 lid 2"),
    vanaf: LAATSTE_WERKDAG,
    uiterlijk: Dagen(0),
    grenzen: &[NooitLaterDan(EINDE_WACHTTIJD, -91)],
    geldt: RIV_UIT_DIENST,
    vervalt_bij: NAAR_WIA,
    omschrijving: "Bij ziek uit dienst krijgt de werknemer het re-integratieverslag op de laatste werkdag.",
    reden: None,
    ..RE_INTEGRATIEVERSLAG
};

const WIA_NA_LATE_BRIEF: Termijn = Termijn {
    grondslag: Grondslag::new("R-15", "WIA art. 64 lid 6"),
    vanaf: BRIEF_ONTVANGEN,
    uiterlijk: Dagen(28),
    slotgrenzen: &[NooitEerderDan(EINDE_WACHTTIJD, -77)],
    verschuiving: Verschuiving::Atw,
    geldt: BRIEF_TE_LAAT,
    omschrijving: "De brief van UWV kwam te laat; de werknemer vraagt de WIA aan binnen vier weken na ontvangst.",
    ..WIA_AANVRAAG
};

const WIA_AANVRAAG: Termijn = Termijn {
    id: WiaAanvraag,
    basis: Wet,
    grondslag: Grondslag::new("R-18", "WIA art. 64 lid 3"),
    wie: Werknemer,
    vanaf: EINDE_WACHTTIJD,
    uiterlijk: DagenTerug(77),
    geldt: BRIEF_OP_TIJD,
    vervalt_bij: NAAR_WIA,
    kracht: SINDS_JULI_2013,
    omschrijving: "De werknemer vraagt de WIA aan, uiterlijk elf weken voor het einde van de wachttijd.",
    reden: Some(Keuze(KeuzeId::K6)),
    ..RIJ
};

const UWV_BESLUIT: Termijn = Termijn {
    id: UwvBesluitLoonsanctie,
    basis: Wet,
    grondslag: Grondslag::new("R-19", "WIA art. 25 lid 10 en 11"),
    wie: Uwv,
    aard: Mogelijkheid,
    vanaf: EINDE_WACHTTIJD,
    uiterlijk: DagenTerug(42),
    extra: &[VERTRAGING],
    voldaan: Voldaan::Door(BESLUIT_LOONSANCTIE),
    vervalt_bij: NAAR_RIV,
    omschrijving: "UWV besluit uiterlijk zes weken voor het einde van de wachttijd over een loonsanctie; daarna telt het te late deel af, en na de wachttijd kan het niet meer.",
    geldt: ZONDER_SANCTIE_ZONDER_DATUM,
    ..RIJ
};
