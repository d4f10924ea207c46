//! Smallest filled documents: what bedrijfsarts, employer and employee draw up.

use super::{NAAM, auteur, handtekeningen, stuk, tekst};
use crate::mijlpaal::gedeeld::{Bekwaamheden, Handtekening, Partij, Visies, WijzeContact};
use crate::mijlpaal::getekend_exemplaar::{
    Bestandsgegevens, Bestandsoort, Exemplaar, GetekendExemplaar,
};
use crate::mijlpaal::ondertekening::{Getekend, Ondertekening, Weigering};
use crate::mijlpaal::{
    actueel_oordeel, arbeidsdeskundig_onderzoek, bijstelling_plan_van_aanpak,
    bijstelling_probleemanalyse, deskundigenoordeel, eerstejaarsevaluatie, eindevaluatie,
    medische_informatie, oordeel_werknemer, plan_van_aanpak, probleemanalyse, riv, spreekuur,
    tweede_spoor, voortgangsgesprek,
};
use crate::{Datum, Secties};

fn belastbaarheid() -> probleemanalyse::Belastbaarheid {
    probleemanalyse::Belastbaarheid {
        dreigend_langdurig_verzuim: true,
        factoren: tekst(),
        beperkingen: vec![],
        mogelijkheden: tekst(),
        urenbeperking: None,
        lopend_onderzoek: None,
        prognose: tekst(),
        volgende_beoordeling: None,
        benutbare_mogelijkheden: true,
        geen_plan_motivering: None,
        re_integratiedoel: tekst(),
        werkaanpassingen: vec![],
        opbouw: vec![],
        mediation_wenselijk: false,
    }
}

fn bekwaamheden() -> Bekwaamheden {
    Bekwaamheden { functie: tekst(), opleiding: tekst(), werkervaring: tekst(), overige: tekst() }
}

pub(crate) fn probleemanalyse(nummer: u128, op: Datum) -> probleemanalyse::Probleemanalyse {
    Secties::proces(probleemanalyse::Opgesteld {
        stuk: stuk(nummer),
        opgesteld_op: op,
        auteur: auteur(),
        datum_spreekuur: None,
        wijze_contact: WijzeContact::Spreekuur,
        plan_nodig: true,
        termijn_gemotiveerd: false,
    })
    .met_b(belastbaarheid())
    .met_c(probleemanalyse::Medisch {
        klachten: tekst(),
        diagnose: tekst(),
        behandeling: tekst(),
        onderbouwing: tekst(),
        werkgerelateerd: probleemanalyse::Werkgerelateerd::Onbekend,
        gbm_grond: None,
    })
    .met_d(probleemanalyse::Achtergrond { bekwaamheden: bekwaamheden() })
}

pub(crate) fn bijstelling_probleemanalyse(
    nummer: u128,
    op: Datum,
    vervangt: u128,
) -> bijstelling_probleemanalyse::BijstellingProbleemanalyse {
    Secties::proces(bijstelling_probleemanalyse::Bijgesteld {
        stuk: stuk(nummer),
        opgesteld_op: op,
        auteur: auteur(),
        vervangt: stuk(vervangt),
        plan_nodig: true,
    })
    .met_b(bijstelling_probleemanalyse::Wijziging {
        reden: bijstelling_probleemanalyse::RedenBijstelling::Stagnatie,
        belastbaarheid: belastbaarheid(),
    })
    .met_c(bijstelling_probleemanalyse::Medisch { onderbouwing: tekst() })
}

fn afspraken() -> plan_van_aanpak::Afspraken {
    plan_van_aanpak::Afspraken {
        doel_eind: tekst(),
        doelen_tussen: vec![],
        activiteiten: vec![],
        spoor: plan_van_aanpak::Spoor::Eerste,
        visies: Visies { werkgever: None, werknemer: None },
        afwijking_advies: None,
        weigering_motivering: None,
        termijn_motivering: None,
    }
}

pub(crate) fn plan_van_aanpak(nummer: u128, op: Datum) -> plan_van_aanpak::PlanVanAanpak {
    Secties::proces(plan_van_aanpak::Opgesteld {
        stuk: stuk(nummer),
        opgesteld_op: op,
        ondertekeningen: handtekeningen(op),
        evaluatiemomenten: vec![op.plus(42)],
        casemanager: None,
        visie_werkgever: true,
        visie_werknemer: true,
        termijn_gemotiveerd: false,
    })
    .met_b(afspraken())
}

pub(crate) fn bijstelling_plan(
    nummer: u128,
    op: Datum,
    vervangt: u128,
) -> bijstelling_plan_van_aanpak::BijstellingPlanVanAanpak {
    Secties::proces(bijstelling_plan_van_aanpak::Bijgesteld {
        stuk: stuk(nummer),
        opgesteld_op: op,
        ondertekeningen: handtekeningen(op),
        vervangt: stuk(vervangt),
        evaluatiemomenten: vec![],
        casemanager: None,
        visie_werkgever: true,
        visie_werknemer: true,
    })
    .met_b(bijstelling_plan_van_aanpak::Wijziging {
        aanleiding: bijstelling_plan_van_aanpak::Aanleiding::Evaluatie,
        afspraken: afspraken(),
    })
}

pub(crate) fn voortgangsgesprek(nummer: u128, op: Datum) -> voortgangsgesprek::Voortgangsgesprek {
    Secties::proces(voortgangsgesprek::Gesprek {
        stuk: stuk(nummer),
        gehouden_op: op,
        volgende_op: Some(op.plus(42)),
        activiteiten_tijdig: Some(true),
    })
    .met_b(voortgangsgesprek::Verslag {
        aanwezigen: vec![NAAM.to_owned()],
        voortgang: tekst(),
        afspraken: vec![],
    })
}

pub(crate) fn spreekuur(nummer: u128, op: Datum) -> spreekuur::Spreekuur {
    Secties::proces(spreekuur::Consult {
        stuk: stuk(nummer),
        gehouden_op: op,
        auteur: auteur(),
        wijze_contact: WijzeContact::Spreekuur,
        volgende_op: None,
        werkt_mee: true,
        verzuim_verwacht_tot: None,
    })
    .met_b(spreekuur::Terugkoppeling {
        beperkingen: vec![],
        mogelijkheden: tekst(),
        advies: tekst(),
    })
    .met_c(spreekuur::Aantekeningen { aantekeningen: tekst() })
}

pub(crate) fn eerstejaarsevaluatie(
    nummer: u128,
    op: Datum,
) -> eerstejaarsevaluatie::Eerstejaarsevaluatie {
    Secties::proces(eerstejaarsevaluatie::Opgesteld {
        stuk: stuk(nummer),
        opgesteld_op: op,
        ondertekeningen: handtekeningen(op),
        visie_werkgever: true,
        visie_werknemer: true,
    })
    .met_b(eerstejaarsevaluatie::Terugblik {
        periode_van: op.plus(-363),
        periode_tot_en_met: op,
        activiteiten: vec![],
        huidige_situatie: tekst(),
        stagnatie: vec![],
        tweede_spoor: eerstejaarsevaluatie::BesluitTweedeSpoor::NietNodig,
        tweede_spoor_motivering: tekst(),
        nieuwe_afspraken: vec![],
        visies: Visies { werkgever: None, werknemer: None },
        weigering_motivering: None,
    })
}

pub(crate) fn tweede_spoor(nummer: u128, op: Datum) -> tweede_spoor::TweedeSpoor {
    Secties::proces(tweede_spoor::Besluit {
        stuk: stuk(nummer),
        besloten_op: op,
        keuze: tweede_spoor::Keuze::Starten,
        start_op: Some(op),
    })
    .met_b(tweede_spoor::Motivering { motivering: tekst() })
}

pub(crate) fn arbeidsdeskundig_onderzoek(
    nummer: u128,
    op: Datum,
) -> arbeidsdeskundig_onderzoek::ArbeidsdeskundigOnderzoek {
    Secties::proces(arbeidsdeskundig_onderzoek::Onderzoek {
        stuk: stuk(nummer),
        gerapporteerd_op: op,
        auteur: auteur(),
    })
    .met_b(arbeidsdeskundig_onderzoek::Rapport {
        vraagstelling: tekst(),
        bevindingen: tekst(),
        conclusie: tekst(),
    })
}

pub(crate) fn deskundigenoordeel(
    nummer: u128,
    op: Datum,
) -> deskundigenoordeel::Deskundigenoordeel {
    Secties::proces(deskundigenoordeel::Oordeel {
        stuk: stuk(nummer),
        soort: deskundigenoordeel::Vraag::EigenWerk,
        aangevraagd_op: None,
        oordeel_op: op,
    })
    .met_b(deskundigenoordeel::Uitkomst { uitkomst: tekst() })
}

pub(crate) fn actueel_oordeel(nummer: u128, op: Datum) -> actueel_oordeel::ActueelOordeel {
    Secties::proces(actueel_oordeel::Opgesteld {
        stuk: stuk(nummer),
        opgesteld_op: op,
        auteur: auteur(),
        over_arbeidsrelatie: true,
        over_passende_arbeid: true,
    })
    .met_b(actueel_oordeel::Oordeel {
        verloop: tekst(),
        beperkingen: vec![],
        mogelijkheden: tekst(),
        stand_re_integratie: tekst(),
        prognose: tekst(),
        oordeel_arbeidsrelatie: tekst(),
        oordeel_passende_arbeid: tekst(),
    })
    .met_d(actueel_oordeel::Achtergrond { bekwaamheden: bekwaamheden() })
}

pub(crate) fn medische_informatie(
    nummer: u128,
    op: Datum,
) -> medische_informatie::MedischeInformatie {
    Secties::proces(medische_informatie::Overhandigd {
        stuk: stuk(nummer),
        overhandigd_op: op,
        auteur: auteur(),
    })
    .met_c(medische_informatie::Medisch {
        klachten: tekst(),
        diagnoses: vec![tekst()],
        bevindingen: tekst(),
        behandelingen: vec![],
        medicatie: tekst(),
        beloop: tekst(),
        prognose: tekst(),
        onderbouwing_beperkingen: tekst(),
        urenbeperking_grond: None,
        gbm_grond: None,
        informatie_behandelend_sector: vec![],
        afwijking_richtlijn_motivering: None,
        spreekuren: vec![],
    })
}

pub(crate) fn eindevaluatie(nummer: u128, op: Datum) -> eindevaluatie::Eindevaluatie {
    Secties::proces(eindevaluatie::Opgesteld {
        stuk: stuk(nummer),
        opgesteld_op: op,
        ondertekeningen: handtekeningen(op),
        over_arbeidsrelatie: true,
        over_passende_arbeid: true,
    })
    .met_b(eindevaluatie::Evaluatie {
        oordeel_arbeidsrelatie: tekst(),
        oordeel_passende_arbeid: tekst(),
        stand_van_zaken: tekst(),
        resultaat_eerste_spoor: tekst(),
        resultaat_tweede_spoor: tekst(),
        vervolg: tekst(),
        visies: Visies { werkgever: None, werknemer: None },
        weigering_motivering: None,
    })
    .met_d(eindevaluatie::Bedrijf { aard_bedrijf: tekst() })
}

/// What happened with the form, without an opinion.
pub(crate) fn stand_oordeel(
    nummer: u128,
    op: Datum,
    keuze: oordeel_werknemer::Keuze,
) -> oordeel_werknemer::OordeelWerknemer {
    Secties::proces(oordeel_werknemer::Stand { stuk: stuk(nummer), keuze, op })
}

pub(crate) fn oordeel_werknemer(nummer: u128, op: Datum) -> oordeel_werknemer::OordeelWerknemer {
    stand_oordeel(nummer, op, oordeel_werknemer::Keuze::Gegeven).met_b(oordeel_werknemer::Oordeel {
        per_element: vec![],
        eigen_inspanningen: tekst(),
        inspanningen_werkgever: tekst(),
        wensen: tekst(),
    })
}

pub(crate) fn riv_concept(nummer: u128, op: Datum) -> riv::RivConcept {
    Secties::proces(riv::Concept { stuk: stuk(nummer), opgesteld_op: op, elementen: vec![] })
}

pub(crate) fn riv_overdracht(nummer: u128, op: Datum) -> riv::RivOverdracht {
    Secties::proces(riv::Overgedragen { stuk: stuk(nummer), overgedragen_op: op })
}

/// The signature of a party on a document.
pub(crate) fn ondertekening(
    nummer: u128,
    (van, partij): (u128, Partij),
    op: Datum,
) -> Ondertekening {
    Secties::proces(Getekend {
        stuk: stuk(nummer),
        van: stuk(van),
        partij,
        wie: auteur(),
        keuze: Handtekening::Getekend,
        op,
        inhoud: format!("{:064x}", 7),
        sessie: stuk(99).0,
    })
}

/// The refusal of a party to sign a document.
pub(crate) fn weigering(nummer: u128, van: (u128, Partij), op: Datum) -> Ondertekening {
    let mut weigering = ondertekening(nummer, van, op);
    weigering.a.keuze = Handtekening::GeweigerdMetMotivering;
    weigering.met_b(Weigering { motivering: tekst() })
}

/// A copy of a document, signed on paper by both.
pub(crate) fn getekend_exemplaar(nummer: u128, van: u128, op: Datum) -> GetekendExemplaar {
    Secties::proces(Exemplaar {
        stuk: stuk(nummer),
        van: stuk(van),
        getekend_op: op,
        ontvangen_op: op,
        ondertekeningen: handtekeningen(op),
        bestand: Bestandsgegevens {
            soort: Bestandsoort::Pdf,
            bytes: 100_000,
            sha256: format!("{:064x}", 9),
            vanaf: 1,
            delen: 1,
        },
    })
}
