//! The words for a paper that no event holds: typed JSON.

use wvp_domain::Datum;
use wvp_domain::rekenmachine::Ruw;
use wvp_reports::stukken::{Briefsoort, Controle, Gesprekspartner, GrondVerkort, Medewerking};

use super::velden::Velden;
use crate::uitvoer::Fouten;

/// What a letter says beside names and addresses.
pub(crate) struct Briefwoorden {
    /// The day of the letter; none is today.
    pub(super) datum: Option<Datum>,
    pub(super) inhoud: Briefinhoud,
}

/// A letter that keeps its texts.
pub(super) enum Briefinhoud {
    Oproep { met: Gesprekspartner, op: Datum, tijd: String, plaats: String },
    Plicht(Briefsoort<'static>),
}

impl Briefinhoud {
    pub(super) fn soort(&self) -> Briefsoort<'_> {
        match self {
            Self::Oproep { met, op, tijd, plaats } => {
                Briefsoort::Oproep { met: *met, op: *op, tijd, plaats }
            }
            Self::Plicht(soort) => *soort,
        }
    }
}

/// Which letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Brievensoort {
    Oproep,
    Herinnering,
    Waarschuwing,
    Loonopschorting,
    Loonstop,
}

/// What a verkort verslag says beside the facts.
pub(crate) struct Verkortwoorden {
    /// The day it is drawn up; none is today.
    pub(super) opgesteld_op: Option<Datum>,
    pub(super) grond: GrondVerkort,
    pub(super) stand_van_zaken: String,
    pub(super) wil_terug: Option<bool>,
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
    let inhoud = match soort {
        Brievensoort::Oproep => oproep(v),
        Brievensoort::Herinnering => herinnering(v).map(Briefinhoud::Plicht),
        Brievensoort::Waarschuwing => waarschuwing(v).map(Briefinhoud::Plicht),
        Brievensoort::Loonopschorting => opschorting(v).map(Briefinhoud::Plicht),
        Brievensoort::Loonstop => stop(v).map(Briefinhoud::Plicht),
    };
    velden.klaar(inhoud.map(|inhoud| Briefwoorden { datum, inhoud }))
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
pub(crate) fn referentie(ruw: Ruw) -> Result<String, Fouten> {
    let mut velden = Velden::van(ruw);
    let referentie = velden.verplicht("referentie", Velden::tekst);
    velden.klaar(referentie)
}

fn oproep(v: &mut Velden) -> Option<Briefinhoud> {
    let met = v.verplicht("met", |v, naam| v.woord(naam, GESPREKSPARTNERS));
    let op = v.verplicht("op", Velden::datum);
    let tijd = v.verplicht("tijd", Velden::tekst);
    let plaats = v.verplicht("plaats", Velden::tekst);
    Some(Briefinhoud::Oproep { met: met?, op: op?, tijd: tijd?, plaats: plaats? })
}

fn herinnering(v: &mut Velden) -> Option<Briefsoort<'static>> {
    let plicht = v.verplicht("plicht", |v, naam| v.woord(naam, MEDEWERKING));
    let uiterlijk = v.verplicht("uiterlijk", Velden::datum);
    Some(Briefsoort::Herinnering { plicht: plicht?, uiterlijk: uiterlijk? })
}

fn waarschuwing(v: &mut Velden) -> Option<Briefsoort<'static>> {
    let plicht = v.verplicht("plicht", |v, naam| v.woord(naam, CONTROLE));
    let uiterlijk = v.verplicht("uiterlijk", Velden::datum);
    Some(Briefsoort::Waarschuwing { plicht: plicht?, uiterlijk: uiterlijk? })
}

fn opschorting(v: &mut Velden) -> Option<Briefsoort<'static>> {
    let plicht = v.verplicht("plicht", |v, naam| v.woord(naam, CONTROLE));
    let vanaf = v.verplicht("vanaf", Velden::datum);
    Some(Briefsoort::Opschorting { plicht: plicht?, vanaf: vanaf? })
}

fn stop(v: &mut Velden) -> Option<Briefsoort<'static>> {
    let plicht = v.verplicht("plicht", |v, naam| v.woord(naam, MEDEWERKING));
    let vanaf = v.verplicht("vanaf", Velden::datum);
    Some(Briefsoort::Stop { plicht: plicht?, vanaf: vanaf? })
}

#[cfg(test)]
mod tests {
    use wvp_domain::rekenmachine::Ruw;

    use super::{Brievensoort, brief, verkort};

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
    fn een_woord_over_ziekte_wordt_geweigerd_en_niet_herhaald() {
        let json = r#"{ "grond": "zes_tot_tien_weken", "stand_van_zaken": "Heeft griep." }"#;
        let fouten = verkort(ruw(json)).err().unwrap().0;
        assert_eq!(fouten.len(), 1);
        assert!(fouten[0].contains("stand_van_zaken") && !fouten[0].contains("griep"));
    }

    #[test]
    fn een_veld_dat_twee_keer_voorkomt_is_een_fout() {
        let json =
            r#"{ "plicht": "spreekuur", "plicht": "bereikbaar", "uiterlijk": "2025-01-01" }"#;
        let fouten = brief(Brievensoort::Waarschuwing, ruw(json)).err().unwrap().0;
        assert_eq!(fouten, ["`plicht`: dit veld staat er twee keer"]);
    }
}
