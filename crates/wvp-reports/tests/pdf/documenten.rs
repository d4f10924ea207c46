//! Every document that is not an element, made from the facts.

use wvp_domain::papier::{Briefsoort, Controle, Gesprekspartner, GrondVerkort, Medewerking};
use wvp_reports::stukken::{
    Brief, Herstelmelding, MedischeInformatie, Melding42eWeek, Periode, VerkortRiv,
    Voortgangsverslag, brief, herstelmelding, medische_informatie, melding_42e_week,
    ontvangstbewijs, verkort_riv, voortgangsverslag,
};
use wvp_reports::{Ondertekening, Pdf, Tekening};

use crate::feiten::{self, NAAM, bedrijf, dag, kop, persoon};

/// All of them but the medical part.
pub(crate) fn open() -> Vec<Pdf> {
    let brieven = brieven().map(|soort| een_brief(&soort)).into_iter();
    let stukken = [verslag(80), week_42(), herstel(), verkort(), bewijs()];
    stukken.into_iter().chain(brieven).collect()
}

pub(crate) fn verslag(aantal: usize) -> Pdf {
    let (persoon, bedrijf) = (persoon(), bedrijf());
    let (a, b) = feiten::gesprek();
    let tekenen = |functie: &str, naam: &str, tekening| Ondertekening {
        naam: naam.to_owned(),
        functie: functie.to_owned(),
        tekening,
    };
    let geweigerd = Tekening::Geweigerd {
        op: dag("2025-06-04"),
        reden: feiten::lang("Ik ben het niet eens met de uren in juni."),
    };
    voortgangsverslag(&Voortgangsverslag {
        kop: &kop(&persoon, &bedrijf),
        a: &a,
        b: Some(&b),
        activiteiten: &feiten::activiteiten(aantal),
        ondertekening: &[
            tekenen("Werkgever", "H. van Dijk", Tekening::Getekend(dag("2025-06-03"))),
            tekenen("Werknemer", NAAM, geweigerd),
            tekenen("Casemanager", "M. Bakker", Tekening::Open),
        ],
    })
    .unwrap()
}

pub(crate) fn week_42() -> Pdf {
    let (persoon, bedrijf) = (persoon(), bedrijf());
    let periode = |van, tot: Option<&str>| Periode { van: dag(van), tot_en_met: tot.map(dag) };
    melding_42e_week(&Melding42eWeek {
        kop: &kop(&persoon, &bedrijf),
        a: &feiten::melding_42e_week(),
        perioden: &[periode("2025-03-03", Some("2025-05-11")), periode("2025-06-02", None)],
    })
    .unwrap()
}

pub(crate) fn herstel() -> Pdf {
    let (persoon, bedrijf) = (persoon(), bedrijf());
    herstelmelding(&Herstelmelding {
        kop: &kop(&persoon, &bedrijf),
        a: &feiten::herstel(),
        referentie: Some("LAO-2025-0042"),
        gedeeltelijk_per: Some(dag("2025-09-01")),
    })
    .unwrap()
}

pub(crate) fn verkort() -> Pdf {
    let (persoon, bedrijf) = (persoon(), bedrijf());
    verkort_riv(&VerkortRiv {
        kop: &kop(&persoon, &bedrijf),
        opgesteld_op: dag("2025-04-29"),
        einde: &feiten::einde(),
        grond: GrondVerkort::ZesTotTienWeken,
        d: Some(&feiten::achtergrond()),
        stand_van_zaken: &feiten::lang("Er is passend werk voor twaalf uur per week."),
        activiteiten: &feiten::activiteiten(3),
        wil_terug: Some(true),
        medische_informatie_op: Some(dag("2025-04-28")),
        oordeel: Some(&feiten::aangeboden()),
        ondertekening: &[],
    })
    .unwrap()
}

pub(crate) fn bewijs() -> Pdf {
    let (persoon, bedrijf) = (persoon(), bedrijf());
    let (a, _) = feiten::medisch();
    ontvangstbewijs(&kop(&persoon, &bedrijf), dag("2026-11-19"), &[a]).unwrap()
}

pub(crate) fn medisch() -> Pdf {
    let (persoon, bedrijf) = (persoon(), bedrijf());
    let (a, c) = feiten::medisch();
    let kop = kop(&persoon, &bedrijf);
    let stuk = MedischeInformatie { kop: &kop, a: &a, c: &c, bij_analyse: None };
    medische_informatie(&stuk).unwrap().voor_werknemer()
}

pub(crate) fn brieven() -> [Briefsoort; 5] {
    let (op, tijd) = (dag("2025-05-08"), "10.30 uur".to_owned());
    let plaats = "Arbo Noord, Burgemeester Van Lijndenkade 12, IJsselmuiden".to_owned();
    let met = Gesprekspartner::Bedrijfsarts;
    let uiterlijk = dag("2025-05-15");
    [
        Briefsoort::Oproep { met, op, tijd, plaats },
        Briefsoort::Herinnering { plicht: Medewerking::PlanVanAanpak, uiterlijk },
        Briefsoort::Waarschuwing { plicht: Controle::Spreekuur, uiterlijk },
        Briefsoort::Loonopschorting { plicht: Controle::Inlichtingen, vanaf: uiterlijk },
        Briefsoort::Loonstop { plicht: Medewerking::PassendeArbeid, vanaf: uiterlijk },
    ]
}

pub(crate) fn een_brief(soort: &Briefsoort) -> Pdf {
    let (persoon, bedrijf) = (persoon(), bedrijf());
    let (kop, datum) = (kop(&persoon, &bedrijf), dag("2025-05-01"));
    brief(&Brief { kop: &kop, datum, soort }).unwrap()
}
