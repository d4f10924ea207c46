//! JSON Schemas of the events, for people and programs that read them from outside.
//!
//! `cargo xtask schemas` writes them to schemas/events; tests/house.rs compares. The stored bytes are
//! bincode; a schema shows which fields an event has, and in which compartment each is sealed.

mod herinnering_v1;
pub mod token_v1;
pub mod werkgever_v1;
pub mod werknemer_v1;

use std::any::TypeId;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::bevoegdheid::{
    afwijking, beheer, delegatie, gebruiker, inlog, toestemming, toewijzing, waarneming,
};
use crate::{
    Event, Geen, Sectie, Secties, bezorging, bijlage, leeslog, postvak, werkgever, werknemer,
};

/// The schema of one event type in one version.
#[derive(Debug, Clone, PartialEq)]
pub struct EventSchema {
    /// Name of the event, in snake case; master records are preceded by their aggregate.
    pub naam: &'static str,
    /// Version of the stored shape, from 1.
    pub versie: u16,
    /// The schema (draft 2020-12), with `x-categorie` and `x-compartiment` on every section.
    pub schema: Schema,
}

impl EventSchema {
    /// Name of the file under schemas/events.
    #[must_use]
    pub fn bestandsnaam(&self) -> String {
        format!("{}.v{}.json", self.naam, self.versie)
    }
}

/// The schemas of all events of all aggregates, in the order of their enums.
#[must_use]
pub fn schemas() -> Vec<EventSchema> {
    let mut alle = dossier();
    alle.extend([
        v1("dossier_ingezien", leeslog::Event::DossierIngezien),
        v1("dossier_geraadpleegd", leeslog::Event::DossierGeraadpleegd),
        v1("register_geraadpleegd", leeslog::Event::RegisterGeraadpleegd),
        v1("bericht_bezorgd", bezorging::Event::BerichtBezorgd),
        v1("bezorging_uitgesteld", bezorging::Event::BezorgingUitgesteld),
        v1("bezorging_opgegeven", bezorging::Event::BezorgingOpgegeven),
        v1("bericht_vervallen", bezorging::Event::BerichtVervallen),
        v1("bericht_in_postvak", bezorging::Event::BerichtInPostvak),
        v1("bezorging_hervat", bezorging::Event::BezorgingHervat),
        v1("bijlage_deel_poortwachter", bijlage::Event::DeelPoortwachter),
        v1("bijlage_deel_bedrijfsarts", bijlage::Event::DeelBedrijfsarts),
        v1("bijlage_deel_werknemer", bijlage::Event::DeelWerknemer),
        v1("bijlage_deel_medisch", bijlage::Event::DeelMedisch),
        v1("bericht_gelezen", postvak::Event::BerichtGelezen),
        v1("voorkeuren_gekozen", postvak::Event::VoorkeurenGekozen),
        v1("agenda_geopend", postvak::Event::AgendaGeopend),
        v1("agenda_gesloten", postvak::Event::AgendaGesloten),
        v1("werknemer_gegevens_vastgelegd", werknemer_v1::gegevens_vastgelegd),
        versie(2, "werknemer_gegevens_vastgelegd", werknemer::Event::GegevensVastgelegd),
        v1("werknemer_bsn_vastgelegd", werknemer::Event::BsnVastgelegd),
        v1("werkgever_gegevens_vastgelegd", werkgever_v1::gegevens_vastgelegd),
        versie(2, "werkgever_gegevens_vastgelegd", werkgever::Event::GegevensVastgelegd),
        v1("werkgever_protocol_vastgesteld", werkgever::Event::ProtocolVastgesteld),
    ]);
    alle.extend(bevoegdheid());
    alle
}

fn bevoegdheid() -> Vec<EventSchema> {
    vec![
        v1("account_geregistreerd", gebruiker::Event::AccountGeregistreerd),
        v1("functie_toegekend", gebruiker::Event::FunctieToegekend),
        v1("functie_beeindigd", gebruiker::Event::FunctieBeeindigd),
        v1("geheimhouding_getekend", gebruiker::Event::GeheimhoudingGetekend),
        v1("account_geblokkeerd", gebruiker::Event::AccountGeblokkeerd),
        v1("blokkade_opgeheven", gebruiker::Event::BlokkadeOpgeheven),
        v1("recht_bevestigd", gebruiker::Event::RechtBevestigd),
        v1("account_ondergebracht", gebruiker::Event::AccountOndergebracht),
        v1("beheer_toegekend", beheer::Event::BeheerToegekend),
        v1("beheer_beeindigd", beheer::Event::BeheerBeeindigd),
        v1("toegewezen", toewijzing::Event::Toegewezen),
        v1("toewijzing_beeindigd", toewijzing::Event::ToewijzingBeeindigd),
        v1("opdracht_gegeven", toewijzing::Event::OpdrachtGegeven),
        v1("opdracht_beeindigd", toewijzing::Event::OpdrachtBeeindigd),
        v1("polis_vastgelegd", toewijzing::Event::PolisVastgelegd),
        v1("polis_beeindigd", toewijzing::Event::PolisBeeindigd),
        v1("toewijzing_bevestigd", toewijzing::Event::ToewijzingBevestigd),
        v1("toestemming_gegeven", toestemming::Event::ToestemmingGegeven),
        v1("toestemming_ingetrokken", toestemming::Event::ToestemmingIngetrokken),
        v1("taak_gedelegeerd", delegatie::Event::TaakGedelegeerd),
        v1("delegatie_ingetrokken", delegatie::Event::DelegatieIngetrokken),
        v1("afwijking_goedgekeurd", afwijking::Event::AfwijkingGoedgekeurd),
        v1("afwijking_ingetrokken", afwijking::Event::AfwijkingIngetrokken),
        v1("toets_toegewezen", afwijking::Event::ToetsToegewezen),
        v1("toets_beeindigd", afwijking::Event::ToetsBeeindigd),
        v1("verwerking_beperkt", afwijking::Event::VerwerkingBeperkt),
        v1("beperking_opgeheven", afwijking::Event::BeperkingOpgeheven),
        v1("waarneming_geregeld", waarneming::Event::WaarnemingGeregeld),
        v1("waarneming_beeindigd", waarneming::Event::WaarnemingBeeindigd),
        v1("wachtwoord_gezet", inlog::Event::WachtwoordGezet),
        v1("tweede_factor_gezet", inlog::Event::TweedeFactorGezet),
        v1("tweede_factor_verwijderd", inlog::Event::TweedeFactorVerwijderd),
        v1("herstelcodes_gezet", inlog::Event::HerstelcodesGezet),
        v1("herstelcode_gebruikt", inlog::Event::HerstelcodeGebruikt),
        v1("inlog_gekoppeld", inlog::Event::InlogGekoppeld),
        v1("inlog_ontkoppeld", inlog::Event::InlogOntkoppeld),
        v1("uitnodiging_gemaakt", inlog::Event::UitnodigingGemaakt),
        v1("uitnodiging_gebruikt", inlog::Event::UitnodigingGebruikt),
        v1("inlog_hersteld", inlog::Event::InlogHersteld),
        v1("token_uitgegeven", token_v1::uitgegeven),
        versie(2, "token_uitgegeven", inlog::Event::TokenUitgegeven),
        v1("token_ingetrokken", inlog::Event::TokenIngetrokken),
        v1("sessies_beeindigd", inlog::Event::SessiesBeeindigd),
    ]
}

fn dossier() -> Vec<EventSchema> {
    vec![
        v1("ziekmelding_ontvangen", Event::ZiekmeldingOntvangen),
        v1("bij_arbodienst_gemeld", Event::BijArbodienstGemeld),
        v1("inzetbaarheid_gewijzigd", Event::InzetbaarheidGewijzigd),
        v1("arbeidstherapie_gestart", Event::ArbeidstherapieGestart),
        v1("hersteld_gemeld", Event::HersteldGemeld),
        v1("opnieuw_ziek_gemeld", Event::OpnieuwZiekGemeld),
        v1("feit_gecorrigeerd", Event::FeitGecorrigeerd),
        v1("verlof_vastgelegd", Event::VerlofVastgelegd),
        v1("probleemanalyse_vastgesteld", Event::ProbleemanalyseVastgesteld),
        v1("probleemanalyse_bijgesteld", Event::ProbleemanalyseBijgesteld),
        v1("plan_van_aanpak_vastgesteld", Event::PlanVanAanpakVastgesteld),
        v1("plan_van_aanpak_bijgesteld", Event::PlanVanAanpakBijgesteld),
        v1("casemanager_aangewezen", Event::CasemanagerAangewezen),
        v1("voortgangsgesprek_gevoerd", Event::VoortgangsgesprekGevoerd),
        v1("spreekuur_gehouden", Event::SpreekuurGehouden),
        v1("week42_gemeld", Event::Week42Gemeld),
        v1("eerstejaarsevaluatie_vastgesteld", Event::EerstejaarsevaluatieVastgesteld),
        v1("tweede_spoor_besloten", Event::TweedeSpoorBesloten),
        v1("arbeidsdeskundig_onderzoek_gedaan", Event::ArbeidsdeskundigOnderzoekGedaan),
        v1("deskundigenoordeel_ontvangen", Event::DeskundigenoordeelOntvangen),
        v1("interventie_geadviseerd", Event::InterventieGeadviseerd),
        v1("interventie_afgesproken", Event::InterventieAfgesproken),
        v1("interventie_gestart", Event::InterventieGestart),
        v1("interventie_beeindigd", Event::InterventieBeeindigd),
        v1("loonmaatregel_opgelegd", Event::LoonmaatregelOpgelegd),
        v1("loonmaatregel_beeindigd", Event::LoonmaatregelBeeindigd),
        v1("vangnet_gemeld_door_werknemer", Event::VangnetGemeldDoorWerknemer),
        v1("vangnet_gemeld_door_arbodienst", Event::VangnetGemeldDoorArbodienst),
        v1("vangnet_bij_uwv_gemeld", Event::VangnetBijUwvGemeld),
        v1("regres_gemeld", Event::RegresGemeld),
        v1("aow_datum_vastgelegd", Event::AowDatumVastgelegd),
        v1("actueel_oordeel_vastgesteld", Event::ActueelOordeelVastgesteld),
        v1("medische_informatie_overhandigd", Event::MedischeInformatieOverhandigd),
        v1("eindevaluatie_vastgesteld", Event::EindevaluatieVastgesteld),
        v1("oordeel_werknemer_vastgelegd", Event::OordeelWerknemerVastgelegd),
        v1("riv_concept_opgesteld", Event::RivConceptOpgesteld),
        v1("riv_overgedragen", Event::RivOvergedragen),
        v1("wia_aangevraagd", Event::WiaAangevraagd),
        v1("uwv_brief_ontvangen", Event::UwvBriefOntvangen),
        v1("uwv_besluit_ontvangen", Event::UwvBesluitOntvangen),
        v1("dienstverband_beeindigd", Event::DienstverbandBeeindigd),
        v1("dossier_gesloten", Event::DossierGesloten),
        v1("dossier_heropend", Event::DossierHeropend),
        v1("doorgestuurd", Event::Doorgestuurd),
        v1("herinnering_gegeven", herinnering_v1::gegeven),
        versie(2, "herinnering_gegeven", Event::HerinneringGegeven),
        v1("stapherinnering_gegeven", Event::StapherinneringGegeven),
        v1("riv_samengesteld", Event::RivSamengesteld),
        v1("stukken_gevraagd", Event::StukkenGevraagd),
        v1("eigen_stap_gedaan", Event::EigenStapGedaan),
        v1("herinnering_uitgesteld", Event::HerinneringUitgesteld),
        v1("ondertekening_vastgelegd", Event::OndertekeningVastgelegd),
        v1("getekend_exemplaar_ontvangen", Event::GetekendExemplaarOntvangen),
    ]
}

fn v1<E, A, B, C, D>(naam: &'static str, maak: fn(Secties<A, B, C, D>) -> E) -> EventSchema
where
    A: Sectie + JsonSchema + 'static,
    B: Sectie + JsonSchema + 'static,
    C: Sectie + JsonSchema + 'static,
    D: Sectie + JsonSchema + 'static,
{
    versie(1, naam, maak)
}

/// The constructor says which payload belongs to the event; it is never called.
fn versie<E, A, B, C, D>(
    versie: u16,
    naam: &'static str,
    _maak: fn(Secties<A, B, C, D>) -> E,
) -> EventSchema
where
    A: Sectie + JsonSchema + 'static,
    B: Sectie + JsonSchema + 'static,
    C: Sectie + JsonSchema + 'static,
    D: Sectie + JsonSchema + 'static,
{
    let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut schema = json_schema!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": naam,
        "description": "Section a is always there; any other is absent when it is closed or empty.",
    });
    for (veld, waarde) in secties::<A, B, C, D>(&mut generator).as_object().into_iter().flatten() {
        schema.insert(veld.clone(), waarde.clone());
    }
    let gedeeld = generator.take_definitions(true);
    if !gedeeld.is_empty() {
        schema.insert("$defs".to_owned(), gedeeld.into());
    }
    EventSchema { naam, versie, schema }
}

/// The schema of a payload: an object of its sections, with what each is sealed as.
#[must_use]
pub fn secties<A, B, C, D>(generator: &mut SchemaGenerator) -> Schema
where
    A: Sectie + JsonSchema + 'static,
    B: Sectie + JsonSchema + 'static,
    C: Sectie + JsonSchema + 'static,
    D: Sectie + JsonSchema + 'static,
{
    let mut secties = json_schema!({});
    zet::<A>(&mut secties, "a", generator);
    zet::<B>(&mut secties, "b", generator);
    zet::<C>(&mut secties, "c", generator);
    zet::<D>(&mut secties, "d", generator);
    json_schema!({
        "type": "object",
        "properties": secties,
        "required": ["a"],
        "additionalProperties": false,
    })
}

/// Adds the schema of a section, with what it is sealed as; nothing for [`Geen`].
fn zet<S: Sectie + JsonSchema + 'static>(
    secties: &mut Schema,
    letter: &str,
    generator: &mut SchemaGenerator,
) {
    if TypeId::of::<S>() == TypeId::of::<Geen>() {
        return;
    }
    let mut sectie = S::json_schema(generator);
    let compartiment = S::COMPARTIMENT;
    sectie.insert("x-categorie".to_owned(), format!("{:?}", compartiment.categorie()).into());
    sectie.insert("x-compartiment".to_owned(), format!("{compartiment:?}").into());
    secties.insert(letter.to_owned(), sectie.to_value());
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::schemas;

    #[test]
    fn elke_naam_komt_per_versie_een_keer_voor() {
        let alle = schemas();
        let namen: BTreeSet<_> = alle.iter().map(|event| (event.naam, event.versie)).collect();
        assert_eq!(namen.len(), alle.len());
    }

    #[test]
    fn alleen_bsn_en_betaalbericht_staan_onder_een_andere_letter_dan_hun_categorie() {
        let mut anders = vec![];
        for event in schemas() {
            for letter in ["a", "b", "c", "d"] {
                let pad = format!("/properties/{letter}/x-categorie");
                let categorie = event.schema.pointer(&pad);
                if categorie.is_some_and(|categorie| *categorie != letter.to_uppercase()) {
                    anders.push(format!("{} {letter}", event.naam));
                }
            }
        }
        assert_eq!(anders, ["doorgestuurd d", "werknemer_bsn_vastgelegd d"]);
    }

    #[test]
    fn de_diagnose_staat_in_het_medische_compartiment() {
        let alle = schemas();
        let analyse = alle.iter().find(|event| event.naam == "probleemanalyse_vastgesteld");
        let sectie = analyse.unwrap().schema.pointer("/properties/c").unwrap();
        assert_eq!(sectie["x-compartiment"], "C");
        assert_eq!(sectie["properties"]["diagnose"]["type"], "string");
    }
}
