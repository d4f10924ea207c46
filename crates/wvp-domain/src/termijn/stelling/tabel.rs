//! Statements about one case.

use super::super::verloop::Loonsanctie;
use super::super::{Basis, Duur, KeuzeId, Optie, Status, TermijnId, stand};
use super::{Geval, Stelling, Zekerheid, sinds};
use crate::mijlpaal::vangnet::VangnetSoort;
use crate::{Datum, Grondslag};

/// Weeks in days that UWV takes to decide on an application for the WIA (8 weeks).
const BESLUIT_WIA_DAGEN: i32 = 56;
/// Days before the end of a loonsanctie on which UWV takes the application up again (6 weeks).
const HERVAT_VOOR_EINDE_DAGEN: i32 = 42;
/// Days after the end of the insurance within which an illness still counts (4 weeks).
const NAWERKING_DAGEN: i32 = 28;
/// Days from D* to the last day of a report for compensation (4th day after 13 weeks).
const COMPENSATIE_DAGEN: i32 = 94;
/// Calendar years that a re-integratiedossier is kept.
const BEWAREN_JAREN: i32 = 2;

/// The statements, in the order in which a case runs.
pub const STELLINGEN: &[Stelling] = &[
    Stelling {
        grondslag: Grondslag::new("R-06", "Regeling procesgang art. 4 lid 2; Stcrt. 2023, 13931"),
        zekerheid: Zekerheid::Hoog,
        geldt: |geval| plan_nodig(geval) && sinds(geval, 2023, 7, 1),
        dag: None,
        tekst: "In het plan van aanpak en in de eerstejaarsevaluatie staat ook de visie van werkgever en werknemer op de re-integratie. Het plan wijst een casemanager aan.",
    },
    Stelling {
        grondslag: Grondslag::new("R-06", "Stcrt. 2023, 13931 (overgangsrecht tot 1 juli 2025)"),
        zekerheid: Zekerheid::Hoog,
        geldt: |geval| plan_nodig(geval) && !sinds(geval, 2023, 7, 1),
        dag: None,
        tekst: "De visie van werkgever en werknemer hoeft alleen in een plan of evaluatie die na 1 juli 2023 is gemaakt of bijgesteld.",
    },
    Stelling {
        grondslag: Grondslag::new("R-07", "Regeling procesgang art. 4 lid 1"),
        zekerheid: Zekerheid::Hoog,
        geldt: |geval| geval.verloop.geen_mogelijkheden,
        dag: None,
        tekst: "Er zijn geen mogelijkheden tot werken: een plan van aanpak is niet nodig, en de bedrijfsarts herhaalt het oordeel.",
    },
    Stelling {
        grondslag: Grondslag::new("R-27", "BW art. 7:629 lid 9 en 10"),
        zekerheid: Zekerheid::Hoog,
        geldt: |geval| geval.keten.terugval().is_some(),
        dag: None,
        tekst: "Wachtdagen gelden één keer per zaak: na een terugval binnen vier weken komen er geen nieuwe.",
    },
    Stelling {
        grondslag: Grondslag::new("R-29", "Wet WIA art. 23 lid 3 en 5; BW art. 7:629 lid 10"),
        zekerheid: Zekerheid::Midden,
        geldt: |geval| geval.verloop.verlof.iter().any(|verlof| !verlof.zelfde_oorzaak),
        dag: None,
        tekst: "Verlof dat niet aansluit of een andere oorzaak heeft, telt als onderbreking (K-2).",
    },
    Stelling {
        grondslag: Grondslag::new("R-11", "Ziektewet art. 38 lid 3; treden volgens mepros.nl"),
        zekerheid: Zekerheid::Laag,
        geldt: |geval| melding_te_laat(geval) && geval.kiest(KeuzeId::K10, Optie::TredenTonen),
        dag: None,
        tekst: "De boete voor een te late melding in week 42 is hoogstens 455 euro. De treden (70, 230 en 455 euro) komen van één oude pagina: gebruik ze als indicatie (K-10).",
    },
    Stelling {
        grondslag: Grondslag::new("R-11a", "Ziektewet art. 38 lid 8"),
        zekerheid: Zekerheid::Hoog,
        geldt: |geval| geldt_als_melding(geval).is_some(),
        dag: Some(geldt_als_melding),
        tekst: "De vervroegde IVA-aanvraag of het verzoek om verlenging van {dag} geldt ook als melding in week 42.",
    },
    Stelling {
        grondslag: Grondslag::new("R-19", "Wet WIA art. 25 lid 10"),
        zekerheid: Zekerheid::Hoog,
        geldt: |geval| besluit_na_wachttijd(geval).is_some(),
        dag: Some(besluit_na_wachttijd),
        tekst: "Het besluit van UWV van {dag} kwam na het einde van de wachttijd: die loonsanctie telt niet.",
    },
    Stelling {
        grondslag: Grondslag::new("R-37", "Wet WIA art. 23 lid 6"),
        zekerheid: Zekerheid::Hoog,
        geldt: |geval| geval.iva_aanvraag().is_some() && !geval.is_iva_toelaatbaar(),
        dag: None,
        tekst: "De vervroegde IVA-aanvraag valt buiten week 3 tot en met week 68: de gewone wachttijd blijft.",
    },
    Stelling {
        grondslag: Grondslag::new("R-33", "Ziektewet art. 38 lid 3; BW art. 7:629 lid 11"),
        zekerheid: Zekerheid::Hoog,
        geldt: melding_te_laat,
        dag: None,
        tekst: "Een te late melding in week 42 verlengt de loondoorbetaling niet; er staat alleen een boete op.",
    },
    Stelling {
        grondslag: Grondslag::new("R-18", "UWV, aanvraag WIA door werknemer"),
        zekerheid: Zekerheid::Hoog,
        geldt: |geval| geval.gedaan(TermijnId::WiaAanvraag).is_some(),
        dag: Some(|geval| Some(geval.gedaan(TermijnId::WiaAanvraag)?.plus(BESLUIT_WIA_DAGEN))),
        tekst: "UWV besluit binnen acht weken op de aanvraag van de WIA: uiterlijk {dag}.",
    },
    Stelling {
        grondslag: Grondslag::new("R-35a", "Wet WIA art. 64 lid 7 en 8"),
        zekerheid: Zekerheid::Hoog,
        geldt: |geval| {
            let zonder_aow = geval.einde_loon_na_late_aow().is_none();
            let loopt = |sanctie: Loonsanctie| sanctie.besluit.is_none();
            zonder_aow && geval.loonsanctie().is_some_and(loopt)
        },
        dag: Some(|geval| Some(geval.einde_volle_loonsanctie().plus(-HERVAT_VOOR_EINDE_DAGEN))),
        tekst: "De aanvraag van de WIA rust tijdens de loonsanctie. UWV pakt haar weer op na herstel van de fouten, op verzoek bij het einde van het dienstverband, en anders uiterlijk {dag}.",
    },
    Stelling {
        grondslag: Grondslag::new("R-35", "Wet WIA art. 25 lid 15"),
        zekerheid: Zekerheid::Hoog,
        geldt: |geval| geval.loonsanctie().is_some_and(|sanctie| sanctie.besluit.is_some()),
        dag: Some(|geval| Some(geval.loonsanctie()?.besluit?.plus(HERVAT_VOOR_EINDE_DAGEN))),
        tekst: "De aanvraag van de WIA rustte tijdens de loonsanctie. Na het besluit dat de fouten zijn hersteld, besluit UWV er binnen zes weken over: uiterlijk {dag}.",
    },
    Stelling {
        grondslag: Grondslag::new("R-36", "Wet WIA art. 24 en art. 25 lid 4"),
        zekerheid: Zekerheid::Hoog,
        geldt: |geval| geval.verlenging().is_some(),
        dag: None,
        tekst: "Werkgever en werknemer hebben de wachttijd samen verlengd: het re-integratieverslag en de aanvraag van de WIA schuiven mee. Verkorten werkt vanaf dertien weken na het verzoek.",
    },
    Stelling {
        grondslag: Grondslag::new("R-37", "Wet WIA art. 23 lid 6"),
        zekerheid: Zekerheid::Hoog,
        geldt: |geval| geval.is_iva_toelaatbaar(),
        dag: None,
        tekst: "De vervroegde IVA-aanvraag kan één keer, met een verklaring van de bedrijfsarts; een re-integratieverslag is dan niet nodig. De werkgever betaalt het loon door en verrekent de uitkering.",
    },
    Stelling {
        grondslag: Grondslag::new("R-38", "Wet WIA art. 23"),
        zekerheid: Zekerheid::Hoog,
        geldt: |geval| {
            let einde = geval.einde_wachttijd();
            geval.keten.hersteld_per().is_some_and(|hersteld| hersteld <= einde)
        },
        dag: None,
        tekst: "Door volledig herstel is de wachttijd niet vol gemaakt. Een latere aanvraag van de WIA kan, maar de werknemer draagt dan het bewijs.",
    },
    Stelling {
        grondslag: Grondslag::new("R-81", "Ziektewet; business.gov.nl"),
        zekerheid: Zekerheid::Laag,
        geldt: |geval| geval.keten.hersteld_per().is_some() && !zw_recht(geval),
        dag: None,
        tekst: "Voor het melden van herstel aan UWV kennen wij zonder recht op ziekengeld geen wettelijke termijn; meld het ook na de melding in week 42.",
    },
    Stelling {
        grondslag: Grondslag::new("R-83", "Ziektewet art. 38a lid 4 en 5"),
        zekerheid: Zekerheid::Hoog,
        geldt: zw_recht,
        dag: Some(|geval| Some(geval.keten.hersteld_per()?.volgende())),
        tekst: "Bij recht op ziekengeld meldt de werknemer het herstel uiterlijk {dag}; de werkgever meldt het bij UWV uiterlijk op de tweede dag na die melding.",
    },
    Stelling {
        grondslag: Grondslag::new("R-69", "Ziektewet art. 38a lid 8 en 9"),
        zekerheid: Zekerheid::Laag,
        geldt: |geval| zw_recht(geval) && sinds(geval, 2012, 1, 1),
        dag: None,
        tekst: "Wie een vangnet te laat meldt, kan een boete krijgen van hoogstens 455 euro; ziekengeld gaat hoogstens een jaar terug.",
    },
    Stelling {
        grondslag: Grondslag::new("R-69", "Ziektewet art. 38a lid 8 (tot 2012)"),
        zekerheid: Zekerheid::Midden,
        geldt: |geval| zw_recht(geval) && !sinds(geval, 2012, 1, 1),
        dag: None,
        tekst: "Voor 2012 is er geen ziekengeld tot de dag van de melding.",
    },
    Stelling {
        grondslag: Grondslag::new("R-63", "Ziektewet art. 29a lid 4"),
        zekerheid: Zekerheid::Midden,
        geldt: |geval| geval.verloop.vangnet == Some(VangnetSoort::NaBevalling),
        dag: None,
        tekst: "Ziekengeld na de bevalling duurt hoogstens 104 weken achter elkaar.",
    },
    Stelling {
        grondslag: Grondslag::new("R-65", "Ziektewet art. 38b lid 3"),
        zekerheid: Zekerheid::Midden,
        geldt: |geval| !sinds(geval, 2020, 11, 8),
        dag: Some(|geval| Some(geval.d_ster.plus(COMPENSATIE_DAGEN))),
        tekst: "Compensatie voor een oudere werknemer die lang werkloos was (geboren voor 8 juli 1954): melden bij UWV uiterlijk {dag}, de vierde dag na dertien weken. De regeling is uitgewerkt.",
    },
    Stelling {
        grondslag: Grondslag::new("R-66", "Ziektewet art. 38 lid 2 en art. 39a"),
        zekerheid: Zekerheid::Hoog,
        geldt: |geval| geval.laatste_werkdag().is_some(),
        dag: None,
        tekst: "Na het einde van het dienstverband begeleidt UWV. Bij een onvolledig verslag kan UWV het ziekengeld verhalen: hoogstens 52 weken, en één week als alleen stukken ontbreken. Vraagt UWV stukken op, lever ze binnen twee weken.",
    },
    Stelling {
        grondslag: Grondslag::new("R-67", "Ziektewet art. 46 en art. 38ab"),
        zekerheid: Zekerheid::Midden,
        geldt: |geval| geval.verloop.laatste_werkdag.is_some(),
        dag: Some(|geval| Some(geval.verloop.laatste_werkdag?.plus(NAWERKING_DAGEN))),
        tekst: "Nawerking: wie na het einde van het dienstverband opnieuw ziek wordt, uiterlijk {dag}, meldt zich zelf bij UWV op de tweede ziektedag, en meldt herstel op de dag na de eerste dag hersteld.",
    },
    Stelling {
        grondslag: Grondslag::new("R-68", "Ziektewet art. 29 lid 2 onder d en art. 38ab"),
        zekerheid: Zekerheid::Hoog,
        geldt: |geval| geval.verloop.laatste_werkdag.is_some(),
        dag: None,
        tekst: "Wie een WW-uitkering heeft en ziek wordt, meldt zich op de tweede ziektedag bij UWV; ziekengeld komt vanaf week 14.",
    },
    Stelling {
        grondslag: Grondslag::new("R-73", "BW art. 7:658a; Wet WIA art. 43 onder g"),
        zekerheid: Zekerheid::Hoog,
        geldt: |geval| {
            let aow = geval.is_aow_in_wachttijd() || loonsanctie_na_aow(geval);
            aow && sinds(geval, 2016, 1, 1)
        },
        dag: None,
        tekst: "Vanaf de AOW-datum zoekt de werkgever alleen passend werk in het eigen bedrijf: geen plan van aanpak, geen tweede spoor, geen WIA. Begeleiding door de arbodienst blijft.",
    },
    Stelling {
        grondslag: Grondslag::new("R-73", "Wet WIA art. 43 onder g (tot 2016)"),
        zekerheid: Zekerheid::Hoog,
        geldt: |geval| geval.is_aow_in_wachttijd() && !sinds(geval, 2016, 1, 1),
        dag: None,
        tekst: "Vanaf de AOW-datum is er geen recht op WIA.",
    },
    Stelling {
        grondslag: Grondslag::new("R-91", "privacyverklaring arbodienst, hoofdstuk 9"),
        zekerheid: Zekerheid::Midden,
        geldt: |geval| geval.kiest(KeuzeId::K3, Optie::NaDienstverband),
        dag: Some(|geval| geval.verloop.laatste_werkdag.map(bewaren_tot)),
        tekst: "Het re-integratiedossier wordt twee jaar na het einde van het dienstverband bewaard: tot en met {dag} (K-3).",
    },
    Stelling {
        grondslag: Grondslag::new("R-91", "Autoriteit Persoonsgegevens, De zieke werknemer (2016)"),
        zekerheid: Zekerheid::Midden,
        geldt: |geval| geval.kiest(KeuzeId::K3, Optie::NaReintegratie),
        dag: Some(|geval| {
            let herstel = geval.keten.hersteld_per();
            herstel.into_iter().chain(geval.laatste_werkdag()).min().map(bewaren_tot)
        }),
        tekst: "Het re-integratiedossier wordt twee jaar na het einde van de re-integratie bewaard: tot en met {dag} (K-3).",
    },
];

/// Whether a plan is needed: not without possibilities, and not when AOW comes before it.
fn plan_nodig(geval: &Geval) -> bool {
    let plan = geval.uiterlijk(TermijnId::PlanVanAanpak, Basis::Wet);
    let aow_ervoor = geval.verloop.aow_datum.zip(plan).is_some_and(|(aow, plan)| aow <= plan);
    !geval.verloop.geen_mogelijkheden && !aow_ervoor
}

/// Whether the employee may have a right to ziekengeld (R-60..R-63).
fn zw_recht(geval: &Geval) -> bool {
    geval.verloop.vangnet.is_some()
}

fn melding_te_laat(geval: &Geval) -> bool {
    let rij = geval.rij(TermijnId::Melding42eWeek, Basis::Wet);
    let stand = rij.and_then(|rij| stand::stand(geval, rij));
    stand.is_some_and(|stand| stand.status == Status::TeLaat)
}

/// The day of a request that counts as the report of week 42 as well (R-11a).
fn geldt_als_melding(geval: &Geval) -> Option<Datum> {
    let zelf = geval.gedaan(TermijnId::Melding42eWeek);
    geval.melding_42e_week().filter(|dag| Some(*dag) != zelf)
}

/// A decision on a loonsanctie that came after the wachttijd: it counts for nothing.
fn besluit_na_wachttijd(geval: &Geval) -> Option<Datum> {
    let opgelegd = geval.verloop.loonsanctie?.opgelegd.filter(|dag| geval.keten.bevat(*dag))?;
    geval.loonsanctie().is_none().then_some(opgelegd)
}

/// Whether AOW begins while a loonsanctie runs.
fn loonsanctie_na_aow(geval: &Geval) -> bool {
    geval.loonsanctie().is_some() && geval.einde_loon_na_late_aow().is_some()
}

/// Up to and including the day, two calendar years after this one.
fn bewaren_tot(einde: Datum) -> Datum {
    Duur::DagVoorJaren(BEWAREN_JAREN).vanaf(einde.volgende())
}
