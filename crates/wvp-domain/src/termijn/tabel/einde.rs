//! Where periods end: wachttijd, loondoorbetaling, opzegverbod, the watch after recovery.

use super::super::Aard::{Mogelijkheid, Vanzelf};
use super::super::Basis::{Praktijk, Wet};
use super::super::Duur::{DagVoorJaren, Dagen};
use super::super::Grens::{NooitEerderDan, NooitLaterDan};
use super::super::Reden::{Gebruik, Keuze};
use super::super::TermijnId::{
    EindeKeten, EindeLoondoorbetaling, EindeOpzegverbod, EindeWachttijd, VerlengingAanvraag,
};
use super::super::Wie::WerkgeverEnWerknemer;
use super::super::anker::{
    AOW_OF_ZIEKTE, BEGIN_OPZEGVERBOD, D_STER, EINDE_AANSLUITEND_VERLOF, EINDE_LOON_IN_DIENST,
    EINDE_LOON_ZONDER_SANCTIE, EINDE_LOONSANCTIE, EINDE_WACHTTIJD, HERSTEL, LAATSTE_WERKDAG,
    VERKORTING_GEVRAAGD, VERLENGD_TOT,
};
use super::super::voorwaarde::{
    AOW, GEEN_AOW, GEEN_VERLENGING, GEWOON_LOON, HERSTELD, LOON_BIJ_SANCTIE, LOON_UIT_DIENST,
    VERLENGD, VERLENGING_KAN, VERLENGING_VERKORT,
};
use super::super::{Extra, KeuzeId, Kracht, Termijn, Vervalgrond};
use super::{NAAR_RIV, NAAR_WIA, RIJ, VERTRAGING, op_d_ster};
use crate::Grondslag;
use crate::wachttijd::{LAATSTE_WACHTTIJDDAG, LANGSTE_ONDERBREKING_DAGEN};

/// AOW before 2016: nothing special (law.md section 9).
const AOW_TOT_2016: Kracht = op_d_ster((2005, 12, 29), Some((2015, 12, 31)));
/// AOW: thirteen weeks.
const AOW_DERTIEN_WEKEN: Kracht = op_d_ster((2016, 1, 1), Some((2023, 6, 30)));
/// AOW: six weeks.
const AOW_ZES_WEKEN: Kracht = op_d_ster((2023, 7, 1), None);

/// K-12: a day later when the day of AOW itself is set not to count; an illness after it has its own
/// first day.
const DAG_NA_AOW: Extra = Extra {
    naam: "de instelling dat de AOW-datum niet meetelt (K-12)",
    dagen: |geval, _| i32::from(geval.aow_datum_telt_niet_mee()),
};
const LANGER_LOON: Extra =
    Extra { naam: "de langere loondoorbetaling", dagen: |geval, _| geval.loon_loopt_door() };

pub(super) const RIJEN: &[Termijn] = &[
    EINDE_WACHTTIJD_GEWOON,
    Termijn {
        grondslag: Grondslag::new("R-36", "WIA art. 24"),
        vanaf: VERLENGD_TOT,
        uiterlijk: Dagen(0),
        grenzen: &[NooitEerderDan(D_STER, LAATSTE_WACHTTIJDDAG)],
        geldt: VERLENGD,
        omschrijving: "Werkgever en werknemer hebben de wachttijd samen verlengd.",
        ..EINDE_WACHTTIJD_GEWOON
    },
    Termijn {
        grondslag: Grondslag::new("R-36", "WIA art. 24"),
        vanaf: VERKORTING_GEVRAAGD,
        uiterlijk: Dagen(91),
        grenzen: &[
            NooitLaterDan(VERLENGD_TOT, 0),
            NooitLaterDan(LAATSTE_WERKDAG, 0),
            NooitEerderDan(D_STER, LAATSTE_WACHTTIJDDAG),
        ],
        geldt: VERLENGING_VERKORT,
        omschrijving: "De verlenging van de wachttijd eindigt eerder, dertien weken na het verzoek.",
        ..EINDE_WACHTTIJD_GEWOON
    },
    LOON,
    Termijn {
        grondslag: Grondslag::new("R-34", "BW art. 7:629 lid 11 onder b; WIA art. 25 lid 9"),
        vanaf: EINDE_LOONSANCTIE,
        grenzen: &[NooitEerderDan(EINDE_LOON_ZONDER_SANCTIE, 0)],
        extra: &[],
        geldt: LOON_BIJ_SANCTIE,
        omschrijving: "Door de loonsanctie betaalt de werkgever het loon langer door.",
        ..LOON
    },
    Termijn {
        grondslag: Grondslag::new("R-66", "BW art. 7:629 lid 1"),
        vanaf: LAATSTE_WERKDAG,
        grenzen: &[NooitLaterDan(EINDE_LOON_IN_DIENST, 0)],
        extra: &[],
        geldt: LOON_UIT_DIENST,
        omschrijving: "De werkgever betaalt het loon door tot het einde van het dienstverband.",
        ..LOON
    },
    Termijn {
        slotgrenzen: &[NooitLaterDan(LAATSTE_WERKDAG, 0)],
        geldt: AOW,
        kracht: AOW_TOT_2016,
        ..LOON
    },
    Termijn {
        grondslag: Grondslag::new("R-71", "BW art. 7:629 lid 2 onder b (overgangsrecht)"),
        uiterlijk: Dagen(90),
        kracht: AOW_DERTIEN_WEKEN,
        omschrijving: "Vanaf de AOW-datum betaalt de werkgever het loon nog dertien weken door.",
        ..LOON_BIJ_AOW
    },
    LOON_BIJ_AOW,
    OPZEGVERBOD,
    Termijn { geldt: AOW, kracht: AOW_TOT_2016, ..OPZEGVERBOD },
    Termijn {
        grondslag: Grondslag::new("R-71", "BW art. 7:670 lid 1 onder a (overgangsrecht)"),
        uiterlijk: Dagen(90),
        kracht: AOW_DERTIEN_WEKEN,
        omschrijving: "Vanaf de AOW-datum geldt het opzegverbod nog dertien weken.",
        ..OPZEGVERBOD_BIJ_AOW
    },
    OPZEGVERBOD_BIJ_AOW,
    Termijn {
        id: EindeKeten,
        basis: Wet,
        grondslag: Grondslag::new("R-84", "BW art. 7:629 lid 10; WIA art. 23 lid 3"),
        aard: Vanzelf,
        vanaf: HERSTEL,
        uiterlijk: Dagen(LANGSTE_ONDERBREKING_DAGEN),
        grenzen: &[NooitEerderDan(EINDE_AANSLUITEND_VERLOF, 1)],
        geldt: HERSTELD,
        vervalt_bij: &[],
        omschrijving: "Wie voor of op deze dag opnieuw ziek wordt, gaat verder in dezelfde zaak.",
        ..RIJ
    },
    Termijn {
        id: VerlengingAanvraag,
        basis: Praktijk,
        grondslag: Grondslag::new("R-36", "WIA art. 24"),
        wie: WerkgeverEnWerknemer,
        aard: Mogelijkheid,
        uiterlijk: Dagen(650),
        geldt: VERLENGING_KAN,
        vervalt_bij: NAAR_RIV,
        omschrijving: "Werkgever en werknemer kunnen samen vragen om de wachttijd te verlengen.",
        reden: Some(Gebruik(
            "Onze bronnen noemen geen uiterste dag; wij houden de dag van de gewone WIA-aanvraag aan.",
        )),
        ..RIJ
    },
];

const EINDE_WACHTTIJD_GEWOON: Termijn = Termijn {
    id: EindeWachttijd,
    basis: Wet,
    grondslag: Grondslag::new("R-20", "WIA art. 23 lid 1"),
    aard: Vanzelf,
    uiterlijk: Dagen(LAATSTE_WACHTTIJDDAG),
    geldt: GEEN_VERLENGING,
    vervalt_bij: NAAR_WIA,
    omschrijving: "De wachttijd duurt 104 weken; de eerste ziektedag telt mee.",
    ..RIJ
};

const LOON: Termijn = Termijn {
    id: EindeLoondoorbetaling,
    basis: Wet,
    grondslag: Grondslag::new("R-20", "BW art. 7:629 lid 1 en 11"),
    aard: Vanzelf,
    vanaf: EINDE_WACHTTIJD,
    uiterlijk: Dagen(0),
    extra: &[VERTRAGING],
    geldt: GEWOON_LOON,
    vervalt_bij: &[Vervalgrond::Herstel],
    omschrijving: "De werkgever betaalt het loon door tot het einde van de wachttijd, en langer bij een te late WIA-aanvraag.",
    ..RIJ
};

const LOON_BIJ_AOW: Termijn = Termijn {
    grondslag: Grondslag::new("R-70", "BW art. 7:629 lid 2 onder b"),
    vanaf: AOW_OF_ZIEKTE,
    uiterlijk: Dagen(41),
    grenzen: &[NooitLaterDan(D_STER, LAATSTE_WACHTTIJDDAG), NooitLaterDan(LAATSTE_WERKDAG, 0)],
    extra: &[DAG_NA_AOW],
    geldt: AOW,
    kracht: AOW_ZES_WEKEN,
    omschrijving: "Vanaf de AOW-datum betaalt de werkgever het loon nog zes weken door, en nooit langer dan 104 weken.",
    reden: Some(Keuze(KeuzeId::K12)),
    ..LOON
};

const OPZEGVERBOD: Termijn = Termijn {
    id: EindeOpzegverbod,
    basis: Wet,
    grondslag: Grondslag::new("R-20", "BW art. 7:670 lid 1 onder a en lid 11"),
    aard: Vanzelf,
    vanaf: BEGIN_OPZEGVERBOD,
    uiterlijk: DagVoorJaren(2),
    extra: &[LANGER_LOON],
    geldt: GEEN_AOW,
    vervalt_bij: &[Vervalgrond::Herstel, Vervalgrond::UitDienst],
    omschrijving: "De werkgever mag tijdens ziekte twee jaar niet opzeggen, en langer als het loon langer doorloopt.",
    reden: Some(Gebruik(
        "De laatste dag is de dag voor de tweede verjaardag van de eerste ziektedag.",
    )),
    ..RIJ
};

const OPZEGVERBOD_BIJ_AOW: Termijn = Termijn {
    grondslag: Grondslag::new("R-70", "BW art. 7:670 lid 1 onder a"),
    vanaf: AOW_OF_ZIEKTE,
    uiterlijk: Dagen(41),
    grenzen: &[NooitLaterDan(D_STER, LAATSTE_WACHTTIJDDAG)],
    extra: &[DAG_NA_AOW],
    geldt: AOW,
    kracht: AOW_ZES_WEKEN,
    omschrijving: "Vanaf de AOW-datum geldt het opzegverbod nog zes weken.",
    reden: Some(Keuze(KeuzeId::K12)),
    ..OPZEGVERBOD
};
