//! The words for a paper that no event holds: typed JSON.

mod velden;

use wvp_domain::papier::{
    Briefsoort, Briefwoorden, Controle, Gesprekspartner, GrondVerkort, Herstelwoorden, Medewerking,
    Verkortwoorden,
};
use wvp_domain::rekenmachine::Ruw;

use velden::Velden;

use crate::uitvoer::Fouten;

/// Which letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Brievensoort {
    Oproep,
    Herinnering,
    Waarschuwing,
    Loonopschorting,
    Loonstop,
}

const GESPREKSPARTNERS: &[(&str, Gesprekspartner)] = &[
    ("werkgever", Gesprekspartner::Werkgever),
    ("bedrijfsarts", Gesprekspartner::Bedrijfsarts),
    ("arbeidsdeskundige", Gesprekspartner::Arbeidsdeskundige),
];

const MEDEWERKING: &[(&str, Medewerking)] = &[
    ("passende_arbeid", Medewerking::PassendeArbeid),
    ("maatregelen", Medewerking::Maatregelen),
    ("plan_van_aanpak", Medewerking::PlanVanAanpak),
    ("wia_aanvraag", Medewerking::WiaAanvraag),
];

const CONTROLE: &[(&str, Controle)] = &[
    ("spreekuur", Controle::Spreekuur),
    ("bereikbaar", Controle::Bereikbaar),
    ("inlichtingen", Controle::Inlichtingen),
];

const GRONDEN: &[(&str, GrondVerkort)] = &[
    ("zes_tot_tien_weken", GrondVerkort::ZesTotTienWeken),
    ("geen_lang_verzuim_verwacht", GrondVerkort::GeenLangVerzuimVerwacht),
];

/// Reads the words of a letter.
///
/// # Errors
///
/// Every fault.
pub(crate) fn brief(soort: Brievensoort, ruw: Ruw) -> Result<Briefwoorden, Fouten> {
    let mut velden = Velden::van(ruw);
    let v = &mut velden;
    let datum = v.datum("datum");
    let brief = match soort {
        Brievensoort::Oproep => oproep(v),
        Brievensoort::Herinnering => herinnering(v),
        Brievensoort::Waarschuwing => waarschuwing(v),
        Brievensoort::Loonopschorting => opschorting(v),
        Brievensoort::Loonstop => stop(v),
    };
    velden.klaar(brief.map(|brief| Briefwoorden { datum, brief }))
}

/// Reads the words of a verkort verslag.
///
/// # Errors
///
/// Every fault.
pub(crate) fn verkort(ruw: Ruw) -> Result<Verkortwoorden, Fouten> {
    let mut velden = Velden::van(ruw);
    let v = &mut velden;
    let opgesteld_op = v.datum("opgesteld_op");
    let grond = v.verplicht("grond", |v, naam| v.woord(naam, GRONDEN));
    let stand_van_zaken = v.verplicht("stand_van_zaken", Velden::tekst);
    let wil_terug = v.ja_nee("wil_terug");
    let samen = grond.zip(stand_van_zaken);
    velden.klaar(samen.map(|(grond, stand_van_zaken)| Verkortwoorden {
        opgesteld_op,
        grond,
        stand_van_zaken,
        wil_terug,
    }))
}

/// Reads UWV's reference for a herstelmelding.
///
/// # Errors
///
/// Every fault.
pub(crate) fn referentie(ruw: Ruw) -> Result<Herstelwoorden, Fouten> {
    let mut velden = Velden::van(ruw);
    let referentie = velden.verplicht("referentie", Velden::tekst);
    velden.klaar(referentie.map(|it| Herstelwoorden { referentie: Some(it) }))
}

fn oproep(v: &mut Velden) -> Option<Briefsoort> {
    let met = v.verplicht("met", |v, naam| v.woord(naam, GESPREKSPARTNERS));
    let op = v.verplicht("op", Velden::datum);
    let tijd = v.verplicht("tijd", Velden::tekst);
    let plaats = v.verplicht("plaats", Velden::tekst);
    Some(Briefsoort::Oproep { met: met?, op: op?, tijd: tijd?, plaats: plaats? })
}

fn herinnering(v: &mut Velden) -> Option<Briefsoort> {
    let plicht = v.verplicht("plicht", |v, naam| v.woord(naam, MEDEWERKING));
    let uiterlijk = v.verplicht("uiterlijk", Velden::datum);
    Some(Briefsoort::Herinnering { plicht: plicht?, uiterlijk: uiterlijk? })
}

fn waarschuwing(v: &mut Velden) -> Option<Briefsoort> {
    let plicht = v.verplicht("plicht", |v, naam| v.woord(naam, CONTROLE));
    let uiterlijk = v.verplicht("uiterlijk", Velden::datum);
    Some(Briefsoort::Waarschuwing { plicht: plicht?, uiterlijk: uiterlijk? })
}

fn opschorting(v: &mut Velden) -> Option<Briefsoort> {
    let plicht = v.verplicht("plicht", |v, naam| v.woord(naam, CONTROLE));
    let vanaf = v.verplicht("vanaf", Velden::datum);
    Some(Briefsoort::Loonopschorting { plicht: plicht?, vanaf: vanaf? })
}

fn stop(v: &mut Velden) -> Option<Briefsoort> {
    let plicht = v.verplicht("plicht", |v, naam| v.woord(naam, MEDEWERKING));
    let vanaf = v.verplicht("vanaf", Velden::datum);
    Some(Briefsoort::Loonstop { plicht: plicht?, vanaf: vanaf? })
}

#[cfg(test)]
mod tests {
    use wvp_domain::rekenmachine::Ruw;

    use super::{Brievensoort, brief};

    fn ruw(json: &str) -> Ruw {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn elke_fout_in_de_woorden_wordt_in_een_keer_genoemd() {
        let json = r#"{ "met": "buurman", "op": "morgen", "tijd": 10, "zomaar": "geheim" }"#;
        let fouten = brief(Brievensoort::Oproep, ruw(json)).err().unwrap().0;
        let verwacht = [
            "`met`: bekend zijn: werkgever, bedrijfsarts, arbeidsdeskundige",
            "`op`: hier hoort een dag (JJJJ-MM-DD)",
            "`tijd`: hier hoort een tekst",
            "`plaats`: dit veld ontbreekt",
            "`zomaar`: onbekend veld; bekend zijn: datum, met, op, tijd, plaats",
        ];
        assert_eq!(fouten, verwacht);
    }

    #[test]
    fn een_veld_dat_twee_keer_voorkomt_is_een_fout() {
        let json =
            r#"{ "plicht": "spreekuur", "plicht": "bereikbaar", "uiterlijk": "2025-01-01" }"#;
        let fouten = brief(Brievensoort::Waarschuwing, ruw(json)).err().unwrap().0;
        assert_eq!(fouten, ["`plicht`: dit veld staat er twee keer"]);
    }
}
