//! The papers of the re-integratieverslag, made from the facts of the domain.
//!
//! Every function takes sections A, B and D only: section C cannot be passed. What is closed to the
//! one who asks is simply not in the paper.

mod inhoud;
mod kop;
mod oordeel;
mod verslag;
mod voorblad;

use wvp_domain::mijlpaal::{
    actueel_oordeel, bijstelling_plan_van_aanpak, bijstelling_probleemanalyse,
    eerstejaarsevaluatie, eindevaluatie, plan_van_aanpak, probleemanalyse,
};
use wvp_domain::{Datum, Event};

pub use kop::Kop;
pub use oordeel::{formulier_oordeel_werknemer, oordeel_werknemer};
pub use verslag::{Papier, papieren_van};
pub use voorblad::{Bijlagen, voorblad_van};

use crate::{Element, RapportFout, Stuk};
use inhoud::{getekend, opgesteld, sectie};

/// The paper of a fact; none when the fact is no element of the re-integratieverslag, or one that is
/// never on paper here: the medical part goes from bedrijfsarts to employee. An opinion of the employee
/// without open content is none either: then there is the form.
///
/// # Errors
///
/// [`RapportFout`] when a table of the fact is not well-formed.
pub fn stuk_van(kop: &Kop<'_>, event: &Event) -> Result<Option<Stuk>, RapportFout> {
    let stuk = match event {
        Event::ProbleemanalyseVastgesteld(e) => {
            probleemanalyse(kop, &e.a, e.b.inhoud(), e.d.inhoud())?
        }
        Event::ProbleemanalyseBijgesteld(e) => {
            bijstelling_probleemanalyse(kop, &e.a, e.b.inhoud())?
        }
        Event::PlanVanAanpakVastgesteld(e) => plan_van_aanpak(kop, &e.a, e.b.inhoud())?,
        Event::PlanVanAanpakBijgesteld(e) => bijstelling_plan_van_aanpak(kop, &e.a, e.b.inhoud())?,
        Event::EerstejaarsevaluatieVastgesteld(e) => eerstejaarsevaluatie(kop, &e.a, e.b.inhoud())?,
        Event::ActueelOordeelVastgesteld(e) => {
            actueel_oordeel(kop, &e.a, e.b.inhoud(), e.d.inhoud())?
        }
        Event::EindevaluatieVastgesteld(e) => eindevaluatie(kop, &e.a, e.b.inhoud(), e.d.inhoud())?,
        Event::OordeelWerknemerVastgelegd(e) => match e.b.inhoud() {
            Some(b) => oordeel_werknemer(kop, &e.a, b)?,
            None => return Ok(None),
        },
        Event::ZiekmeldingOntvangen(_)
        | Event::BijArbodienstGemeld(_)
        | Event::InzetbaarheidGewijzigd(_)
        | Event::ArbeidstherapieGestart(_)
        | Event::HersteldGemeld(_)
        | Event::OpnieuwZiekGemeld(_)
        | Event::FeitGecorrigeerd(_)
        | Event::VerlofVastgelegd(_)
        | Event::CasemanagerAangewezen(_)
        | Event::VoortgangsgesprekGevoerd(_)
        | Event::SpreekuurGehouden(_)
        | Event::Week42Gemeld(_)
        | Event::TweedeSpoorBesloten(_)
        | Event::ArbeidsdeskundigOnderzoekGedaan(_)
        | Event::DeskundigenoordeelOntvangen(_)
        | Event::InterventieGeadviseerd(_)
        | Event::InterventieAfgesproken(_)
        | Event::InterventieGestart(_)
        | Event::InterventieBeeindigd(_)
        | Event::LoonmaatregelOpgelegd(_)
        | Event::LoonmaatregelBeeindigd(_)
        | Event::VangnetGemeldDoorWerknemer(_)
        | Event::VangnetGemeldDoorArbodienst(_)
        | Event::VangnetBijUwvGemeld(_)
        | Event::RegresGemeld(_)
        | Event::AowDatumVastgelegd(_)
        | Event::MedischeInformatieOverhandigd(_)
        | Event::RivConceptOpgesteld(_)
        | Event::RivOvergedragen(_)
        | Event::WiaAangevraagd(_)
        | Event::UwvBriefOntvangen(_)
        | Event::UwvBesluitOntvangen(_)
        | Event::DienstverbandBeeindigd(_)
        | Event::DossierGesloten(_)
        | Event::DossierHeropend(_)
        | Event::Doorgestuurd(_)
        | Event::HerinneringGegeven(_)
        | Event::StapherinneringGegeven(_)
        | Event::RivSamengesteld(_)
        | Event::EigenStapGedaan(_)
        | Event::HerinneringUitgesteld(_) => return Ok(None),
    };
    Ok(Some(stuk))
}

/// The probleemanalyse (documents.md 1.1).
///
/// # Errors
///
/// [`RapportFout`] when a table is not well-formed.
pub fn probleemanalyse(
    kop: &Kop<'_>,
    a: &probleemanalyse::Opgesteld,
    b: Option<&probleemanalyse::Belastbaarheid>,
    d: Option<&probleemanalyse::Achtergrond>,
) -> Result<Stuk, RapportFout> {
    let delen = [
        sectie("Over dit stuk", Some(a))?,
        sectie("Functie en bekwaamheden", d)?,
        sectie("Analyse en advies", b)?,
    ];
    Ok(Stuk {
        delen: delen.concat(),
        ondertekening: opgesteld(&a.auteur, a.opgesteld_op),
        ..leeg(kop, Element::Probleemanalyse, a.opgesteld_op)
    })
}

/// A bijstelling of the probleemanalyse (documents.md 1.2).
///
/// # Errors
///
/// [`RapportFout`] when a table is not well-formed.
pub fn bijstelling_probleemanalyse(
    kop: &Kop<'_>,
    a: &bijstelling_probleemanalyse::Bijgesteld,
    b: Option<&bijstelling_probleemanalyse::Wijziging>,
) -> Result<Stuk, RapportFout> {
    let delen = [sectie("Over dit stuk", Some(a))?, sectie("Analyse en advies", b)?];
    Ok(Stuk {
        delen: delen.concat(),
        ondertekening: opgesteld(&a.auteur, a.opgesteld_op),
        ..leeg(kop, Element::BijstellingProbleemanalyse, a.opgesteld_op)
    })
}

/// The plan van aanpak (documents.md 1.3).
///
/// # Errors
///
/// [`RapportFout`] when a table is not well-formed.
pub fn plan_van_aanpak(
    kop: &Kop<'_>,
    a: &plan_van_aanpak::Opgesteld,
    b: Option<&plan_van_aanpak::Afspraken>,
) -> Result<Stuk, RapportFout> {
    let delen = [sectie("Over dit stuk", Some(a))?, sectie("Doel en afspraken", b)?];
    let motivering = b.and_then(|b| b.weigering_motivering.as_deref());
    Ok(Stuk {
        delen: delen.concat(),
        ondertekening: getekend(&a.ondertekeningen, motivering),
        ..leeg(kop, Element::PlanVanAanpak, a.opgesteld_op)
    })
}

/// A bijstelling of the plan van aanpak (documents.md 1.4).
///
/// # Errors
///
/// [`RapportFout`] when a table is not well-formed.
pub fn bijstelling_plan_van_aanpak(
    kop: &Kop<'_>,
    a: &bijstelling_plan_van_aanpak::Bijgesteld,
    b: Option<&bijstelling_plan_van_aanpak::Wijziging>,
) -> Result<Stuk, RapportFout> {
    let delen = [sectie("Over dit stuk", Some(a))?, sectie("Doel en afspraken", b)?];
    let motivering = b.and_then(|b| b.afspraken.weigering_motivering.as_deref());
    Ok(Stuk {
        delen: delen.concat(),
        ondertekening: getekend(&a.ondertekeningen, motivering),
        ..leeg(kop, Element::BijstellingPlanVanAanpak, a.opgesteld_op)
    })
}

/// The eerstejaarsevaluatie (documents.md 1.5).
///
/// # Errors
///
/// [`RapportFout`] when a table is not well-formed.
pub fn eerstejaarsevaluatie(
    kop: &Kop<'_>,
    a: &eerstejaarsevaluatie::Opgesteld,
    b: Option<&eerstejaarsevaluatie::Terugblik>,
) -> Result<Stuk, RapportFout> {
    let delen = [sectie("Over dit stuk", Some(a))?, sectie("Terugblik en afspraken", b)?];
    let motivering = b.and_then(|b| b.weigering_motivering.as_deref());
    Ok(Stuk {
        delen: delen.concat(),
        ondertekening: getekend(&a.ondertekeningen, motivering),
        ..leeg(kop, Element::Eerstejaarsevaluatie, a.opgesteld_op)
    })
}

/// The actueel oordeel (documents.md 1.8).
///
/// # Errors
///
/// [`RapportFout`] when a table is not well-formed.
pub fn actueel_oordeel(
    kop: &Kop<'_>,
    a: &actueel_oordeel::Opgesteld,
    b: Option<&actueel_oordeel::Oordeel>,
    d: Option<&actueel_oordeel::Achtergrond>,
) -> Result<Stuk, RapportFout> {
    let delen = [
        sectie("Over dit stuk", Some(a))?,
        sectie("Functie en bekwaamheden", d)?,
        sectie("Oordeel", b)?,
    ];
    Ok(Stuk {
        delen: delen.concat(),
        ondertekening: opgesteld(&a.auteur, a.opgesteld_op),
        ..leeg(kop, Element::ActueelOordeel, a.opgesteld_op)
    })
}

/// The eindevaluatie (documents.md 1.7).
///
/// # Errors
///
/// [`RapportFout`] when a table is not well-formed.
pub fn eindevaluatie(
    kop: &Kop<'_>,
    a: &eindevaluatie::Opgesteld,
    b: Option<&eindevaluatie::Evaluatie>,
    d: Option<&eindevaluatie::Bedrijf>,
) -> Result<Stuk, RapportFout> {
    let delen =
        [sectie("Over dit stuk", Some(a))?, sectie("Het bedrijf", d)?, sectie("Evaluatie", b)?];
    let motivering = b.and_then(|b| b.weigering_motivering.as_deref());
    Ok(Stuk {
        delen: delen.concat(),
        ondertekening: getekend(&a.ondertekeningen, motivering),
        ..leeg(kop, Element::Eindevaluatie, a.opgesteld_op)
    })
}

/// A paper with its head and nothing under it.
fn leeg(kop: &Kop<'_>, soort: Element, datum: Datum) -> Stuk {
    Stuk {
        soort,
        organisatie: kop.organisatie(),
        dossiernummer: kop.dossiernummer.clone(),
        datum,
        concept: kop.concept,
        kop: kop.regels(),
        delen: vec![],
        ondertekening: vec![],
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use wvp_domain::mijlpaal::bijstelling_probleemanalyse::{
        Bijgesteld, BijstellingProbleemanalyse,
    };
    use wvp_domain::mijlpaal::gedeeld::{
        Adres, Bekwaamheden, Beperking, Handtekening, Ondertekenaar, Ondertekening, Partij,
        Rubriek, Visies, WijzeContact,
    };
    use wvp_domain::mijlpaal::oordeel_werknemer::{Keuze, Oordeel, OordeelWerknemer, Stand};
    use wvp_domain::mijlpaal::plan_van_aanpak::{Afspraken, Spoor, Tussendoel};
    use wvp_domain::mijlpaal::probleemanalyse::{
        Achtergrond, Belastbaarheid, Medisch, Opgesteld, Probleemanalyse, Werkgerelateerd,
    };
    use wvp_domain::mijlpaal::riv::{self, ElementStand};
    use wvp_domain::werkgever::{Bedrijf, Contact};
    use wvp_domain::werknemer::Persoon;
    use wvp_domain::{Datum, Event, Secties, StukId};

    use super::inhoud::sectie;
    use super::{
        Bijlagen, Kop, formulier_oordeel_werknemer, papieren_van, plan_van_aanpak, stuk_van,
        voorblad_van,
    };
    use crate::inhoud::{delen_json, gegevens_json, ondertekening_json};
    use crate::{Stuk, stuk, voorblad};

    #[test]
    fn een_probleemanalyse_op_papier_heeft_a_b_en_d() {
        let papier = stuk_van(&kop(), &Event::ProbleemanalyseVastgesteld(analyse())).unwrap();
        insta::assert_snapshot!(tekst(&papier.unwrap()), @r#"
        Probleemanalyse 2025-04-09
        [["Werknemer","S. de Wit"],["Eerste ziektedag","3 maart 2025"]]
        "Over dit stuk" [{"gegevens":[["Opgesteld op","9 april 2025"],["Opgesteld door","A. Vos, Bedrijfsarts"],["Contact","Op het spreekuur"],["Plan van aanpak nodig","Ja"],["Afwijking van de termijn gemotiveerd","Nee"]],"soort":"gegevens"}]
        "Functie en bekwaamheden" [{"gegevens":[["Functie","Orderbegeleider"],["Opleiding","Mbo"]],"soort":"gegevens"}]
        "Analyse en advies" [{"gegevens":[["Langdurig verzuim dreigt","Ja"],["Mogelijkheden","Zittend werk"],["Prognose","Volledig herstel"],["Benutbare mogelijkheden","Ja"],["Doel van de re-integratie","Eigen werk"],["Mediation wenselijk","Nee"]],"soort":"gegevens"}]
        "Beperkingen" [{"kop":["Rubriek","Beperking"],"rijen":[["Dynamische handelingen","Niet tillen"]],"soort":"tabel"}]
        "Aanpassingen in het werk" [{"punten":["Tilhulp"],"soort":"lijst"}]
        [{"functie":"Bedrijfsarts","naam":"A. Vos","soort":"opgesteld","tekst":"9 april 2025"}]
        "#);
    }

    #[test]
    fn medische_gegevens_komen_niet_op_papier_ook_als_ze_open_zijn() {
        let feit = Event::ProbleemanalyseVastgesteld(analyse().met_c(medisch()));
        let papier = tekst(&stuk_van(&kop(), &feit).unwrap().unwrap());
        assert!(papier.contains("Zittend werk"));
        assert!(!papier.contains("GEHEIM"));
    }

    #[test]
    fn een_medische_sectie_wordt_geen_deel_van_een_stuk() {
        assert!(sectie("Medisch", Some(&medisch())).unwrap().is_empty());
    }

    #[test]
    fn boven_een_stuk_staat_wie_werknemer_en_werkgever_zijn() {
        let (persoon, bedrijf) = (persoon(), bedrijf());
        let kop = Kop {
            persoon: Some(&persoon),
            bsn: Some("999990019"),
            bedrijf: Some(&bedrijf),
            ..kop()
        };
        let papier = stuk_van(&kop, &Event::ProbleemanalyseVastgesteld(analyse())).unwrap();
        let papier = papier.unwrap();
        assert_eq!(papier.organisatie, "Drukkerij De Linde B.V.");
        let regels: Vec<String> =
            papier.kop.iter().map(|it| format!("{}: {}", it.naam, it.waarde)).collect();
        insta::assert_snapshot!(regels.join("\n"), @"
        Werknemer: S. de Wit
        Burgerservicenummer: 999990019
        Geboortedatum: 29 februari 1980
        Functie: Orderbegeleider
        Eerste ziektedag: 3 maart 2025
        Werkgever: Drukkerij De Linde B.V.
        Loonheffingennummer: 001234567L01
        Contactpersoon: H. van Dijk, Directeur
        Arbodienst: Arbo Noord
        Bedrijfsarts: A. Vos, BIG 19012345601
        ");
    }

    #[test]
    fn elke_bijstelling_is_een_eigen_bestand_met_een_nummer() {
        let bij = riv::Element::BijstellingProbleemanalyse;
        let elementen = [stand(bij, 2, "2025-07-01"), stand(bij, 3, "2025-10-01")];
        let feiten = [(3, "2025-10-01"), (2, "2025-07-01")]
            .map(|(nr, op)| Event::ProbleemanalyseBijgesteld(bijstelling(nr, op)));
        let papieren = papieren_van(&kop(), datum("2026-11-22"), &elementen, &feiten).unwrap();
        let namen: Vec<String> = papieren
            .iter()
            .map(|papier| format!("{} {}", papier.bestandsnaam, papier.stuk.datum))
            .collect();
        insta::assert_snapshot!(namen.join("\n"), @"
        01b_bijstelling_pa_01.pdf 2025-07-01
        01b_bijstelling_pa_02.pdf 2025-10-01
        ");
    }

    #[test]
    fn een_oordeel_dat_open_is_staat_op_papier() {
        let feiten = [Event::OordeelWerknemerVastgelegd(oordeel())];
        insta::assert_snapshot!(oordeel_op_papier(&feiten), @r#"
        Oordeel werknemer 2026-11-18
        [["Werknemer","S. de Wit"],["Eerste ziektedag","3 maart 2025"]]
        "Over dit stuk" [{"gegevens":[["Oordeel","Gegeven"],["Op","18 november 2026"]],"soort":"gegevens"}]
        "Oordeel" [{"gegevens":[["Eigen inspanningen","Geoefend"]],"soort":"gegevens"}]
        [{"functie":"Werknemer","naam":"S. de Wit","soort":"opgesteld","tekst":"18 november 2026"}]
        "#);
    }

    #[test]
    fn een_oordeel_dat_dicht_is_wordt_een_leeg_formulier() {
        let feiten = [Event::OordeelWerknemerVastgelegd(Secties::proces(oordeel().a))];
        let papier = oordeel_op_papier(&feiten);
        assert!(papier.contains("Wat hebt u nog nodig?"));
        assert!(!papier.contains("Geoefend"));
    }

    #[test]
    fn een_dichte_sectie_staat_niet_op_papier() {
        let feit = Event::ProbleemanalyseVastgesteld(Secties::proces(analyse().a));
        let papier = stuk_van(&kop(), &feit).unwrap().unwrap();
        let titels: Vec<_> = papier.delen.iter().map(|deel| deel.titel.as_str()).collect();
        assert_eq!(titels, ["Over dit stuk"]);
    }

    #[test]
    fn wie_niet_tekent_staat_er_met_de_motivering() {
        let papier = plan_van_aanpak(&kop(), &plan(), Some(&afspraken())).unwrap();
        insta::assert_snapshot!(tekst(&papier), @r#"
        Plan van aanpak 2025-04-22
        [["Werknemer","S. de Wit"],["Eerste ziektedag","3 maart 2025"]]
        "Over dit stuk" [{"gegevens":[["Opgesteld op","22 april 2025"],["Afwijking van de termijn gemotiveerd","Nee"],["Visie van de werkgever opgenomen","Nee"],["Visie van de werknemer opgenomen","Nee"]],"soort":"gegevens"}]
        "Evaluatie op" [{"punten":["3 juni 2025"],"soort":"lijst"}]
        "Doel en afspraken" [{"gegevens":[["Einddoel","Eigen werk"],["Spoor","Eerste spoor: bij de eigen werkgever"],["Waarom niet getekend","Te veel uren in mei"]],"soort":"gegevens"}]
        "Tussendoelen" [{"kop":["Doel","Uiterlijk"],"rijen":[["16 uur per week","1 juni 2025"]],"soort":"tabel"}]
        [{"functie":"Werkgever, Directeur","naam":"H. van Dijk","soort":"getekend","tekst":"22 april 2025"},{"functie":"Werknemer, Directeur","naam":"S. de Wit","soort":"geweigerd","tekst":"Te veel uren in mei"}]
        "#);
    }

    #[test]
    fn het_formulier_vraagt_naar_wat_er_is() {
        let papier = formulier_oordeel_werknemer(&kop(), datum("2026-11-20"), &elementen());
        insta::assert_snapshot!(tekst(&papier), @r#"
        Oordeel werknemer 2026-11-20
        [["Werknemer","S. de Wit"],["Eerste ziektedag","3 maart 2025"]]
        "Uw oordeel per onderdeel" [{"opties":["Eens","Deels eens","Oneens"],"soort":"keuze","vraag":"Bent u het eens met: Probleemanalyse van 15 april 2025?"},{"regels":2,"soort":"invulveld","vraag":"Toelichting (als u wilt)"},{"opties":["Eens","Deels eens","Oneens"],"soort":"keuze","vraag":"Bent u het eens met: Plan van aanpak van 22 april 2025?"},{"regels":2,"soort":"invulveld","vraag":"Toelichting (als u wilt)"}]
        "Uw eigen inspanningen" [{"regels":4,"soort":"invulveld","vraag":"Wat hebt u zelf gedaan om weer te werken?"}]
        "De inspanningen van uw werkgever" [{"regels":4,"soort":"invulveld","vraag":"Wat heeft uw werkgever gedaan?"}]
        "Uw wensen" [{"regels":4,"soort":"invulveld","vraag":"Wat hebt u nog nodig?"}]
        [{"functie":"Werknemer","naam":"S. de Wit","soort":"open","tekst":""}]
        "#);
    }

    #[test]
    fn het_voorblad_noemt_elk_onderdeel_met_zijn_toestand() {
        let blad = voorblad_van(&kop(), datum("2026-11-22"), &elementen(), Bijlagen::default());
        let regels: Vec<String> = blad
            .regels
            .iter()
            .map(|regel| {
                let dagen = [regel.uiterlijk, regel.vastgelegd];
                format!(
                    "{} | {} | {dagen:?} | {:?}",
                    regel.onderdeel.naam(),
                    regel.wie.naam(),
                    regel.toestand
                )
            })
            .collect();
        insta::assert_snapshot!(regels.join("\n"), @"
        Probleemanalyse | Bedrijfsarts | [Some(2025-04-13), Some(2025-04-15)] | TeLaat
        Plan van aanpak | Werkgever en werknemer | [Some(2025-04-29), Some(2025-04-22)] | Aanwezig
        Eindevaluatie | Werkgever en werknemer | [Some(2026-11-28), None] | Ontbreekt
        Medische informatie | Bedrijfsarts | [None, Some(2026-11-18)] | Aanwezig
        Oordeel werknemer | Werknemer | [None, None] | NietNodig
        ");
    }

    #[test]
    fn stukken_en_voorblad_worden_pdf() {
        let feit = Event::ProbleemanalyseVastgesteld(analyse());
        let blad = voorblad_van(&kop(), datum("2026-11-22"), &elementen(), Bijlagen::default());
        assert!(stuk(&stuk_van(&kop(), &feit).unwrap().unwrap()).unwrap().starts_with(b"%PDF"));
        assert!(voorblad(&blad).unwrap().starts_with(b"%PDF"));
    }

    fn oordeel_op_papier(feiten: &[Event]) -> String {
        let elementen = [stand(riv::Element::OordeelWerknemer, 6, "2026-11-18")];
        let papieren = papieren_van(&kop(), datum("2026-11-22"), &elementen, feiten).unwrap();
        papieren.iter().map(|papier| tekst(&papier.stuk)).collect()
    }

    fn tekst(stuk: &Stuk) -> String {
        let mut tekst = format!("{} {}\n", stuk.soort.naam(), stuk.datum);
        writeln!(tekst, "{}", gegevens_json(&stuk.kop)).unwrap();
        for deel in delen_json(&stuk.delen).as_array().unwrap() {
            writeln!(tekst, "{} {}", deel["titel"], deel["inhoud"]).unwrap();
        }
        tekst + &ondertekening_json(&stuk.ondertekening).to_string()
    }

    fn kop() -> Kop<'static> {
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

    fn persoon() -> Persoon {
        Persoon {
            naam: "S. de Wit".to_owned(),
            geboortedatum: datum("1980-02-29"),
            adres: adres(),
            telefoon: None,
            email: None,
            functie: "Orderbegeleider".to_owned(),
            uren_per_week_minuten: 2_160,
        }
    }

    fn bedrijf() -> Bedrijf {
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
        }
    }

    fn adres() -> Adres {
        let [straat, huisnummer, postcode, plaats] =
            ["Dorpsstraat", "1", "1234ZZ", "Dorp"].map(str::to_owned);
        Adres { straat, huisnummer, postcode, plaats }
    }

    fn oordeel() -> OordeelWerknemer {
        Secties::proces(Stand { stuk: stuk_nr(6), keuze: Keuze::Gegeven, op: datum("2026-11-18") })
            .met_b(Oordeel {
                per_element: vec![],
                eigen_inspanningen: "Geoefend".to_owned(),
                inspanningen_werkgever: String::new(),
                wensen: String::new(),
            })
    }

    fn bijstelling(nr: u128, op: &str) -> BijstellingProbleemanalyse {
        Secties::proces(Bijgesteld {
            stuk: stuk_nr(nr),
            opgesteld_op: datum(op),
            auteur: wie("A. Vos", "Bedrijfsarts"),
            vervangt: StukId(uuid::Uuid::nil()),
            plan_nodig: false,
        })
    }

    fn stuk_nr(nr: u128) -> StukId {
        StukId(uuid::Uuid::from_u128(nr))
    }

    fn stand(element: riv::Element, nr: u128, op: &str) -> ElementStand {
        ElementStand {
            element,
            stuk: Some(stuk_nr(nr)),
            datum: op.parse().ok(),
            uiterlijk: None,
            toestand: riv::Toestand::Aanwezig,
        }
    }

    fn analyse() -> Probleemanalyse {
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

    fn medisch() -> Medisch {
        Medisch {
            klachten: "GEHEIM".to_owned(),
            diagnose: "GEHEIM".to_owned(),
            behandeling: "GEHEIM".to_owned(),
            onderbouwing: "GEHEIM".to_owned(),
            werkgerelateerd: Werkgerelateerd::Onbekend,
            gbm_grond: None,
        }
    }

    fn plan() -> plan_van_aanpak::Opgesteld {
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

    fn afspraken() -> Afspraken {
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

    fn elementen() -> Vec<ElementStand> {
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

    fn datum(tekst: &str) -> Datum {
        tekst.parse().unwrap()
    }
}
