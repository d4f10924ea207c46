//! Invented facts of an invented case.

use wvp_domain::mijlpaal::bijstelling_plan_van_aanpak;
use wvp_domain::mijlpaal::bijstelling_probleemanalyse::{Bijgesteld, BijstellingProbleemanalyse};
use wvp_domain::mijlpaal::gedeeld::{
    Adres, Bekwaamheden, Beperking, Handtekening, Ondertekenaar, Ondertekening, Partij, Rubriek,
    Visies, WijzeContact,
};
use wvp_domain::mijlpaal::oordeel_werknemer::{Keuze, Oordeel, OordeelWerknemer, Stand};
use wvp_domain::mijlpaal::plan_van_aanpak::{self, Afspraken, Spoor, Tussendoel};
use wvp_domain::mijlpaal::probleemanalyse::{
    Achtergrond, Belastbaarheid, Medisch, Opgesteld, Probleemanalyse, Werkgerelateerd,
};
use wvp_domain::mijlpaal::riv::{self, ElementStand};
use wvp_domain::werkgever::{Bedrijf, Contact, Omvang};
use wvp_domain::werknemer::{Contractduur, Dienstverband, Persoon};
use wvp_domain::{AccountId, Datum, Secties, StukId};

use crate::stukken::Kop;

pub(super) fn kop() -> Kop<'static> {
    Kop {
        dossiernummer: "7F3K-21".to_owned(),
        werknemer: "S. de Wit",
        persoon: None,
        bsn: None,
        bedrijf: None,
        eerste_ziektedag: Some(datum("2025-03-03")),
        concept: false,
    }
}

pub(super) fn persoon() -> Persoon {
    Persoon {
        naam: "S. de Wit".to_owned(),
        geboortedatum: datum("1980-02-29"),
        adres: adres(),
        telefoon: None,
        email: None,
        functie: "Orderbegeleider".to_owned(),
        uren_per_week_minuten: 2_160,
        naamdelen: None,
        geslacht: None,
        personeelsnummer: Some("1234".to_owned()),
        dienstverband: Some(Dienstverband {
            duur: Some(Contractduur::Bepaald),
            begin: datum("2020-04-01"),
            einde: Some(datum("2027-03-31")),
        }),
    }
}

pub(super) fn bedrijf() -> Bedrijf {
    let contact = |naam: &str, functie: &str| Contact {
        naam: naam.to_owned(),
        functie: functie.to_owned(),
        email: "post@delinde.example".to_owned(),
    };
    Bedrijf {
        naam: "Drukkerij De Linde B.V.".to_owned(),
        adres: adres(),
        loonheffingennummer: "001234567L01".to_owned(),
        aard: "Drukkerij".to_owned(),
        contact: contact("H. van Dijk", "Directeur"),
        arbodienst: contact("Arbo Noord", ""),
        bedrijfsarts: contact("A. Vos", "Bedrijfsarts"),
        bedrijfsarts_big: "19012345601".to_owned(),
        kvk_nummer: Some("12345678".to_owned()),
        sbi_code: Some("1813".to_owned()),
        omvang: Some(Omvang::TienTotVijftig),
        contact_telefoon: Some("0570 000 000".to_owned()),
        arbodienst_adres: None,
        arbodienst_telefoon: None,
    }
}

fn adres() -> Adres {
    let [straat, huisnummer, postcode, plaats] =
        ["Dorpsstraat", "1", "1234ZZ", "Dorp"].map(str::to_owned);
    Adres { straat, huisnummer, postcode, plaats }
}

pub(super) fn oordeel() -> OordeelWerknemer {
    Secties::proces(Stand { stuk: stuk_nr(6), keuze: Keuze::Gegeven, op: datum("2026-11-18") })
        .met_b(Oordeel {
            per_element: vec![],
            eigen_inspanningen: "Geoefend".to_owned(),
            inspanningen_werkgever: String::new(),
            wensen: String::new(),
        })
}

pub(super) fn bijstelling(nr: u128, op: &str) -> BijstellingProbleemanalyse {
    Secties::proces(Bijgesteld {
        stuk: stuk_nr(nr),
        opgesteld_op: datum(op),
        auteur: wie("A. Vos", "Bedrijfsarts"),
        vervangt: StukId(uuid::Uuid::nil()),
        plan_nodig: false,
    })
}

pub(super) fn stuk_nr(nr: u128) -> StukId {
    StukId(uuid::Uuid::from_u128(nr))
}

pub(super) fn stand(element: riv::Element, nr: u128, op: &str) -> ElementStand {
    ElementStand {
        element,
        stuk: Some(stuk_nr(nr)),
        datum: op.parse().ok(),
        uiterlijk: None,
        toestand: riv::Toestand::Aanwezig,
    }
}

pub(super) fn analyse() -> Probleemanalyse {
    Secties::proces(Opgesteld {
        stuk: StukId(uuid::Uuid::nil()),
        opgesteld_op: datum("2025-04-09"),
        auteur: wie("A. Vos", "Bedrijfsarts"),
        datum_spreekuur: None,
        wijze_contact: WijzeContact::Spreekuur,
        plan_nodig: true,
        termijn_gemotiveerd: false,
    })
    .met_b(Belastbaarheid {
        dreigend_langdurig_verzuim: true,
        factoren: String::new(),
        beperkingen: vec![Beperking {
            rubriek: Rubriek::DynamischeHandelingen,
            tekst: "Niet tillen".to_owned(),
        }],
        mogelijkheden: "Zittend werk".to_owned(),
        urenbeperking: None,
        lopend_onderzoek: None,
        prognose: "Volledig herstel".to_owned(),
        volgende_beoordeling: None,
        benutbare_mogelijkheden: true,
        geen_plan_motivering: None,
        re_integratiedoel: "Eigen werk".to_owned(),
        werkaanpassingen: vec!["Tilhulp".to_owned()],
        opbouw: vec![],
        mediation_wenselijk: false,
    })
    .met_d(Achtergrond {
        bekwaamheden: Bekwaamheden {
            functie: "Orderbegeleider".to_owned(),
            opleiding: "Mbo".to_owned(),
            werkervaring: String::new(),
            overige: String::new(),
        },
    })
}

pub(super) fn medisch() -> Medisch {
    Medisch {
        klachten: "GEHEIM".to_owned(),
        diagnose: "GEHEIM".to_owned(),
        behandeling: "GEHEIM".to_owned(),
        onderbouwing: "GEHEIM".to_owned(),
        werkgerelateerd: Werkgerelateerd::Onbekend,
        gbm_grond: None,
    }
}

pub(super) fn plan() -> plan_van_aanpak::Opgesteld {
    let ondertekening = |partij, naam, keuze| Ondertekening {
        partij,
        wie: wie(naam, "Directeur"),
        keuze,
        op: datum("2025-04-22"),
    };
    plan_van_aanpak::Opgesteld {
        stuk: StukId(uuid::Uuid::nil()),
        opgesteld_op: datum("2025-04-22"),
        ondertekeningen: vec![
            ondertekening(Partij::Werkgever, "H. van Dijk", Handtekening::Getekend),
            ondertekening(Partij::Werknemer, "S. de Wit", Handtekening::GeweigerdMetMotivering),
        ],
        evaluatiemomenten: vec![datum("2025-06-03")],
        casemanager: None,
        visie_werkgever: false,
        visie_werknemer: false,
        termijn_gemotiveerd: false,
    }
}

pub(super) fn bijgesteld_plan(casemanager: AccountId) -> bijstelling_plan_van_aanpak::Bijgesteld {
    bijstelling_plan_van_aanpak::Bijgesteld {
        stuk: stuk_nr(5),
        opgesteld_op: datum("2025-07-01"),
        ondertekeningen: vec![],
        vervangt: stuk_nr(4),
        evaluatiemomenten: vec![],
        casemanager: Some(casemanager),
        visie_werkgever: false,
        visie_werknemer: false,
    }
}

pub(super) fn afspraken() -> Afspraken {
    Afspraken {
        doel_eind: "Eigen werk".to_owned(),
        doelen_tussen: vec![Tussendoel {
            doel: "16 uur per week".to_owned(),
            uiterlijk: Some(datum("2025-06-01")),
        }],
        activiteiten: vec![],
        spoor: Spoor::Eerste,
        visies: Visies { werkgever: None, werknemer: None },
        afwijking_advies: None,
        weigering_motivering: Some("Te veel uren in mei".to_owned()),
        termijn_motivering: None,
    }
}

pub(super) fn elementen() -> Vec<ElementStand> {
    let stand = |element, uiterlijk: &str, op: &str, toestand| ElementStand {
        element,
        stuk: None,
        datum: op.parse().ok(),
        uiterlijk: uiterlijk.parse().ok(),
        toestand,
    };
    vec![
        stand(riv::Element::Probleemanalyse, "2025-04-13", "2025-04-15", riv::Toestand::TeLaat),
        stand(riv::Element::PlanVanAanpak, "2025-04-29", "2025-04-22", riv::Toestand::Aanwezig),
        stand(riv::Element::Eindevaluatie, "2026-11-28", "", riv::Toestand::NogNiet),
        stand(riv::Element::MedischeInformatie, "", "2026-11-18", riv::Toestand::Aanwezig),
        stand(riv::Element::OordeelWerknemer, "", "", riv::Toestand::NietNodig),
    ]
}

fn wie(naam: &str, functie: &str) -> Ondertekenaar {
    Ondertekenaar { naam: naam.to_owned(), functie: functie.to_owned() }
}

pub(super) fn datum(tekst: &str) -> Datum {
    tekst.parse().unwrap()
}
