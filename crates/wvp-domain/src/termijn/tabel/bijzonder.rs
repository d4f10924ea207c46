//! Vangnet, ziek uit dienst, loonsanctie and early IVA (R-34, R-35, R-37, R-60..R-66).

use super::super::Aard::{Mogelijkheid, Vanzelf, Verwachting};
use super::super::Basis::Wet;
use super::super::Duur::Dagen;
use super::super::Grens::{NooitEerderDan, NooitLaterDan};
use super::super::Reden::{Gebruik, Keuze};
use super::super::TermijnId::{
    BekortingBesluit, EindeLoonsanctie, EindeVerkorteWachttijd, IvaAanvraagvenster,
    MeldingZiekUitDienst, Vangnetmelding,
};
use super::super::Wie::{Niemand, Uwv, Werkgever, Werknemer};
use super::super::anker::{
    Anker, BEGIN_LOONSANCTIE, BEKEND_SINDS, BEKORTING_BESLOTEN, BEKORTING_BESLUIT,
    BEKORTING_GEVRAAGD, D_STER, EERSTE_ZIEKTEDAG, EINDE_LOON_NA_AOW, IVA_AANVRAAG, LAATSTE_WERKDAG,
    ZIEK_IN_FLEXPERIODE, ZIEK_NA_VERLOF,
};
use super::super::geval::LOONSANCTIE_DAGEN;
use super::super::voorwaarde::{
    BEKORTING, FICTIEF, FLEX, FLEX_LATER, GEEN_SANCTIE, IVA, NA_BEVALLING, NA_BEVALLING_LATER,
    SANCTIE, UIT_DIENST, ZES_WEKEN, ZES_WEKEN_LATER, ZWANGERSCHAP_VIERDE_DAG,
    ZWANGERSCHAP_VIERDE_DAG_LATER,
};
use super::super::{Duur, Extra, Geval, KeuzeId, Optie, Termijn, Verschuiving, Vervalgrond};
use super::{NAAR_RIV, NAAR_WIA, RIJ};
use crate::{Datum, Grondslag};

const LAAT_BESLUIT: Extra = Extra {
    naam: "het te late besluit van UWV",
    dagen: |geval, _| geval.sanctiebesluit_te_laat().saturating_neg(),
};
const VERLOF: Extra = Extra {
    naam: "verlof tijdens de loonsanctie",
    dagen: |geval, einde| geval.verlof_in_loonsanctie(einde),
};
/// K-8: from the fourth calendar day to the fourth working day, when that is set.
const VIER_WERKDAGEN: Extra = Extra {
    naam: "de instelling van vier werkdagen (K-8)",
    dagen: |geval, vierde_dag| {
        if !geval.kiest(KeuzeId::K8, Optie::VierdeWerkdag) {
            return 0;
        }
        let eerste = vierde_dag.plus(-3);
        vierde_dag.dagen_tot(Duur::Werkdagen(4).vanaf(eerste))
    },
};

pub(super) const RIJEN: &[Termijn] = &[
    VIERDE_DAG,
    FLEX_RIJ,
    NA_BEVALLING_RIJ,
    ZES_WEKEN_RIJ,
    Termijn { slotgrenzen: &[NooitEerderDan(GEWOON_FLEX, 0)], geldt: FLEX_LATER, ..LATER_BEKEND },
    Termijn {
        slotgrenzen: &[NooitEerderDan(GEWOON_NA_BEVALLING, 0)],
        geldt: NA_BEVALLING_LATER,
        ..LATER_BEKEND
    },
    Termijn {
        slotgrenzen: &[NooitLaterDan(LAATSTE_WERKDAG, 0), NooitEerderDan(GEWOON_ZES_WEKEN, 0)],
        geldt: ZES_WEKEN_LATER,
        ..LATER_BEKEND
    },
    Termijn {
        grondslag: Grondslag::new("R-62", "Ziektewet art. 38a lid 3 (oudere lezing)"),
        geldt: ZWANGERSCHAP_VIERDE_DAG,
        reden: Some(Keuze(KeuzeId::K9)),
        ..VIERDE_DAG
    },
    Termijn {
        slotgrenzen: &[NooitEerderDan(GEWOON_VIERDE_DAG, 0)],
        geldt: ZWANGERSCHAP_VIERDE_DAG_LATER,
        reden: Some(Keuze(KeuzeId::K9)),
        ..LATER_BEKEND
    },
    Termijn {
        id: MeldingZiekUitDienst,
        basis: Wet,
        grondslag: Grondslag::new("R-66", "Ziektewet art. 38 lid 2"),
        wie: Werkgever,
        vanaf: LAATSTE_WERKDAG,
        uiterlijk: Dagen(0),
        geldt: UIT_DIENST,
        vervalt_bij: &[],
        omschrijving: "Wie ziek uit dienst gaat, meldt de werkgever op de laatste werkdag bij UWV.",
        ..RIJ
    },
    Termijn {
        id: BekortingBesluit,
        basis: Wet,
        grondslag: Grondslag::new("R-35", "WIA art. 25 lid 12 en 13"),
        wie: Uwv,
        aard: Verwachting,
        vanaf: BEKORTING_GEVRAAGD,
        uiterlijk: Dagen(21),
        verschuiving: Verschuiving::Atw,
        voldaan: super::Voldaan::Door(BEKORTING_BESLOTEN),
        geldt: BEKORTING,
        vervalt_bij: &[Vervalgrond::Herstel],
        omschrijving: "UWV besluit binnen drie weken of de werkgever de fouten heeft hersteld.",
        reden: Some(Gebruik(
            "De drie weken schuiven volgens de Algemene termijnenwet, de zes weken erna niet.",
        )),
        ..RIJ
    },
    Termijn {
        wie: Uwv,
        aard: Mogelijkheid,
        geldt: GEEN_SANCTIE,
        vervalt_bij: NAAR_RIV,
        omschrijving: "Legt UWV een loonsanctie op, dan duurt zij ten hoogste 52 weken. Dat kan alleen voor het einde van de wachttijd.",
        ..LOONSANCTIE
    },
    LOONSANCTIE,
    Termijn {
        id: IvaAanvraagvenster,
        basis: Wet,
        grondslag: Grondslag::new("R-37", "WIA art. 23 lid 6"),
        wie: Werknemer,
        aard: Mogelijkheid,
        vroegst_dagen: Some(20),
        uiterlijk: Dagen(475),
        voldaan: super::Voldaan::Door(IVA_AANVRAAG),
        vervalt_bij: NAAR_WIA,
        omschrijving: "Wie volledig en duurzaam arbeidsongeschikt is, kan van week 3 tot en met week 68 vervroegd een IVA-uitkering vragen.",
        ..RIJ
    },
    Termijn {
        id: EindeVerkorteWachttijd,
        basis: Wet,
        grondslag: Grondslag::new("R-37", "WIA art. 23 lid 6 en art. 66"),
        wie: Niemand,
        aard: Vanzelf,
        vanaf: IVA_AANVRAAG,
        uiterlijk: Dagen(70),
        grenzen: &[NooitEerderDan(D_STER, 90)],
        geldt: IVA,
        vervalt_bij: &[Vervalgrond::Herstel],
        omschrijving: "De verkorte wachttijd duurt tot tien weken na de aanvraag, en ten minste dertien weken.",
        ..RIJ
    },
];

const VIERDE_DAG: Termijn = Termijn {
    id: Vangnetmelding,
    basis: Wet,
    grondslag: Grondslag::new("R-60", "Ziektewet art. 38a lid 1"),
    wie: Werkgever,
    vanaf: EERSTE_ZIEKTEDAG,
    uiterlijk: Dagen(3),
    verschuiving: Verschuiving::AtwMetEersteDag,
    geldt: FICTIEF,
    vervalt_bij: &[],
    omschrijving: "De werkgever meldt de ziekte uiterlijk op de vierde dag bij UWV.",
    extra: &[VIER_WERKDAGEN],
    reden: Some(Keuze(KeuzeId::K8)),
    ..RIJ
};

const FLEX_RIJ: Termijn = Termijn {
    grondslag: Grondslag::new("R-61", "Ziektewet art. 38a lid 2 onder b"),
    vanaf: ZIEK_IN_FLEXPERIODE,
    geldt: FLEX,
    omschrijving: "Bij ziekte in de flexibele verlofperiode telt de vierde dag vanaf het moment waarop het verlof kon ingaan.",
    ..VIERDE_DAG
};

const NA_BEVALLING_RIJ: Termijn = Termijn {
    grondslag: Grondslag::new("R-63", "Ziektewet art. 38a lid 2 onder a"),
    vanaf: ZIEK_NA_VERLOF,
    geldt: NA_BEVALLING,
    omschrijving: "Bij ziekte na de bevalling telt de vierde dag vanaf de eerste ziektedag na het verlof.",
    ..VIERDE_DAG
};

const ZES_WEKEN_RIJ: Termijn = Termijn {
    grondslag: Grondslag::new("R-62", "Ziektewet art. 38a lid 3 en 6"),
    uiterlijk: Dagen(42),
    verschuiving: Verschuiving::Atw,
    slotgrenzen: &[NooitLaterDan(LAATSTE_WERKDAG, 0)],
    geldt: ZES_WEKEN,
    omschrijving: "De werkgever meldt de ziekte bij UWV op de eerste dag na zes weken, gerekend vanaf de eerste ziektedag.",
    extra: &[],
    reden: Some(Keuze(KeuzeId::K9)),
    ..VIERDE_DAG
};

/// The last day if it had been known at once, rolled: who hears later is never due earlier.
const GEWOON_VIERDE_DAG: Anker = gewoon("de vierde dag", |geval| VIERDE_DAG.uiterlijk_in(geval));
const GEWOON_FLEX: Anker = gewoon("de gewone vierde dag", |geval| FLEX_RIJ.uiterlijk_in(geval));
const GEWOON_NA_BEVALLING: Anker =
    gewoon("de vierde dag na het verlof", |geval| NA_BEVALLING_RIJ.uiterlijk_in(geval));
const GEWOON_ZES_WEKEN: Anker =
    gewoon("de eerste dag na zes weken", |geval| ZES_WEKEN_RIJ.uiterlijk_in(geval));

const fn gewoon(naam: &'static str, dag: fn(&Geval) -> Option<Datum>) -> Anker {
    Anker { naam, dag, schuift: false }
}

const LATER_BEKEND: Termijn = Termijn {
    grondslag: Grondslag::new("R-64", "Ziektewet art. 38b lid 2"),
    vanaf: BEKEND_SINDS,
    uiterlijk: Dagen(4),
    verschuiving: Verschuiving::Atw,
    omschrijving: "De werkgever wist het eerst niet; hij meldt uiterlijk op de vierde dag nadat hij het kon weten.",
    extra: &[],
    reden: None,
    ..VIERDE_DAG
};

const LOONSANCTIE: Termijn = Termijn {
    id: EindeLoonsanctie,
    basis: Wet,
    grondslag: Grondslag::new("R-34", "WIA art. 25 lid 9, 14 en 15"),
    wie: Niemand,
    aard: Vanzelf,
    vanaf: BEGIN_LOONSANCTIE,
    vroegst_dagen: Some(0),
    uiterlijk: Dagen(LOONSANCTIE_DAGEN),
    grenzen: &[NooitLaterDan(BEKORTING_BESLUIT, 42)],
    extra: &[LAAT_BESLUIT, VERLOF],
    slotgrenzen: &[NooitLaterDan(EINDE_LOON_NA_AOW, 0)],
    geldt: SANCTIE,
    vervalt_bij: &[Vervalgrond::Herstel],
    omschrijving: "De loonsanctie duurt ten hoogste 52 weken, en eindigt eerder zes weken na het besluit dat de fouten zijn hersteld.",
    ..RIJ
};
