//! The one place where tests touch the domain: given these facts, when this command comes, what then?

use crate::{Command, Datum, Event, Sectie, Secties, decide, evolve, replay};

/// What the command leads to, as text: the facts with their section A, or the refusal.
///
/// Checks on the way, for every case, that repeating the command adds nothing, and that the history
/// with sections B, C and D closed gives the same state.
#[track_caller]
pub(crate) fn uitkomst(gegeven: &[Event], vandaag: &str, opdracht: Command) -> String {
    let vandaag: Datum = vandaag.parse().unwrap();
    let dossier = replay(gegeven);
    match decide(&dossier, opdracht.clone(), vandaag) {
        Ok(nieuw) => {
            let geschiedenis: Vec<Event> = gegeven.iter().chain(&nieuw).cloned().collect();
            let erna = nieuw.iter().fold(dossier, evolve);
            assert_eq!(decide(&erna, opdracht, vandaag), Ok(vec![]), "not repeatable");
            let dicht: Vec<Event> = geschiedenis.iter().map(gesloten).collect();
            assert!(replay(&dicht) == erna, "sections B to D reach the state");
            weergave(&nieuw)
        }
        Err(afwijzing) => {
            let regel = afwijzing.grondslag().regel;
            format!("afgewezen [{regel}]: {afwijzing}. {}", afwijzing.advies())
        }
    }
}

/// The facts that these commands make, one after the other; each must be accepted.
#[track_caller]
pub(crate) fn na(opdrachten: impl IntoIterator<Item = Command>) -> Vec<Event> {
    let vandaag: Datum = "2028-12-31".parse().unwrap();
    opdrachten.into_iter().fold(vec![], |mut gegeven, opdracht| {
        let nieuw = decide(&replay(&gegeven), opdracht, vandaag);
        gegeven.extend(nieuw.unwrap_or_else(|afwijzing| panic!("afgewezen: {afwijzing}")));
        gegeven
    })
}

/// The same fact for a reader without keys.
pub(crate) fn gesloten(event: &Event) -> Event {
    ontleed(event).1
}

fn weergave(events: &[Event]) -> String {
    let regel = |event: &Event| {
        let debug = format!("{event:?}");
        let naam = debug.split('(').next().unwrap_or_default();
        let a = ontleed(event).0;
        format!("{naam} {}", a.replace("00000000-0000-0000-0000-0000000000", "#"))
    };
    events.iter().map(regel).collect::<Vec<_>>().join("\n")
}

fn deel<A: Sectie, B, C, D>(
    secties: &Secties<A, B, C, D>,
    maak: fn(Secties<A, B, C, D>) -> Event,
) -> (String, Event) {
    let a = serde_json::to_string(&secties.a).unwrap();
    (a, maak(Secties::proces(secties.a.clone())))
}

/// Section A as JSON, and the fact with nothing but section A.
fn ontleed(event: &Event) -> (String, Event) {
    match event {
        Event::ZiekmeldingOntvangen(e) => deel(e, Event::ZiekmeldingOntvangen),
        Event::BijArbodienstGemeld(e) => deel(e, Event::BijArbodienstGemeld),
        Event::InzetbaarheidGewijzigd(e) => deel(e, Event::InzetbaarheidGewijzigd),
        Event::ArbeidstherapieGestart(e) => deel(e, Event::ArbeidstherapieGestart),
        Event::HersteldGemeld(e) => deel(e, Event::HersteldGemeld),
        Event::OpnieuwZiekGemeld(e) => deel(e, Event::OpnieuwZiekGemeld),
        Event::FeitGecorrigeerd(e) => deel(e, Event::FeitGecorrigeerd),
        Event::VerlofVastgelegd(e) => deel(e, Event::VerlofVastgelegd),
        Event::ProbleemanalyseVastgesteld(e) => deel(e, Event::ProbleemanalyseVastgesteld),
        Event::ProbleemanalyseBijgesteld(e) => deel(e, Event::ProbleemanalyseBijgesteld),
        Event::PlanVanAanpakVastgesteld(e) => deel(e, Event::PlanVanAanpakVastgesteld),
        Event::PlanVanAanpakBijgesteld(e) => deel(e, Event::PlanVanAanpakBijgesteld),
        Event::CasemanagerAangewezen(e) => deel(e, Event::CasemanagerAangewezen),
        Event::VoortgangsgesprekGevoerd(e) => deel(e, Event::VoortgangsgesprekGevoerd),
        Event::SpreekuurGehouden(e) => deel(e, Event::SpreekuurGehouden),
        Event::Week42Gemeld(e) => deel(e, Event::Week42Gemeld),
        Event::EerstejaarsevaluatieVastgesteld(e) => {
            deel(e, Event::EerstejaarsevaluatieVastgesteld)
        }
        Event::TweedeSpoorBesloten(e) => deel(e, Event::TweedeSpoorBesloten),
        Event::ArbeidsdeskundigOnderzoekGedaan(e) => {
            deel(e, Event::ArbeidsdeskundigOnderzoekGedaan)
        }
        Event::DeskundigenoordeelOntvangen(e) => deel(e, Event::DeskundigenoordeelOntvangen),
        Event::InterventieGeadviseerd(e) => deel(e, Event::InterventieGeadviseerd),
        Event::InterventieAfgesproken(e) => deel(e, Event::InterventieAfgesproken),
        Event::InterventieGestart(e) => deel(e, Event::InterventieGestart),
        Event::InterventieBeeindigd(e) => deel(e, Event::InterventieBeeindigd),
        Event::LoonmaatregelOpgelegd(e) => deel(e, Event::LoonmaatregelOpgelegd),
        Event::LoonmaatregelBeeindigd(e) => deel(e, Event::LoonmaatregelBeeindigd),
        Event::VangnetGemeldDoorWerknemer(e) => deel(e, Event::VangnetGemeldDoorWerknemer),
        Event::VangnetGemeldDoorArbodienst(e) => deel(e, Event::VangnetGemeldDoorArbodienst),
        Event::VangnetBijUwvGemeld(e) => deel(e, Event::VangnetBijUwvGemeld),
        Event::RegresGemeld(e) => deel(e, Event::RegresGemeld),
        Event::AowDatumVastgelegd(e) => deel(e, Event::AowDatumVastgelegd),
        Event::ActueelOordeelVastgesteld(e) => deel(e, Event::ActueelOordeelVastgesteld),
        Event::MedischeInformatieOverhandigd(e) => deel(e, Event::MedischeInformatieOverhandigd),
        Event::EindevaluatieVastgesteld(e) => deel(e, Event::EindevaluatieVastgesteld),
        Event::OordeelWerknemerVastgelegd(e) => deel(e, Event::OordeelWerknemerVastgelegd),
        Event::RivConceptOpgesteld(e) => deel(e, Event::RivConceptOpgesteld),
        Event::RivOvergedragen(e) => deel(e, Event::RivOvergedragen),
        Event::WiaAangevraagd(e) => deel(e, Event::WiaAangevraagd),
        Event::UwvBriefOntvangen(e) => deel(e, Event::UwvBriefOntvangen),
        Event::UwvBesluitOntvangen(e) => deel(e, Event::UwvBesluitOntvangen),
        Event::DienstverbandBeeindigd(e) => deel(e, Event::DienstverbandBeeindigd),
        Event::DossierGesloten(e) => deel(e, Event::DossierGesloten),
        Event::DossierHeropend(e) => deel(e, Event::DossierHeropend),
        Event::Doorgestuurd(e) => deel(e, Event::Doorgestuurd),
        Event::HerinneringGegeven(e) => deel(e, Event::HerinneringGegeven),
        Event::StapherinneringGegeven(e) => deel(e, Event::StapherinneringGegeven),
        Event::RivSamengesteld(e) => deel(e, Event::RivSamengesteld),
        Event::EigenStapGedaan(e) => deel(e, Event::EigenStapGedaan),
        Event::HerinneringUitgesteld(e) => deel(e, Event::HerinneringUitgesteld),
        Event::OndertekeningVastgelegd(e) => deel(e, Event::OndertekeningVastgelegd),
        Event::GetekendExemplaarOntvangen(e) => deel(e, Event::GetekendExemplaarOntvangen),
        Event::StukkenGevraagd(e) => deel(e, Event::StukkenGevraagd),
    }
}
