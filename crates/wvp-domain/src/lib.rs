//! THE LAW. Pure and synchronous: no clock, no I/O, no async, no randomness.
//!
//! Read [`decide`] and [`evolve`] as the table of contents; every arm leads to one milestone module
//! that holds its payload, its rules and its tests.

pub mod afwijzing;
pub mod beschrijving;
pub mod bevoegdheid;
pub mod bezorging;
pub mod bijlage;
pub mod categorie;
pub mod command;
pub mod dag;
pub mod datum;
pub mod doel;
pub mod dossier;
pub mod event;
pub mod feit;
pub mod grondslag;
pub mod id;
pub mod invoerwacht;
pub mod kalender;
pub mod ladder;
pub mod leeslog;
pub mod mijlpaal;
pub mod nummer;
pub mod papier;
pub mod postvak;
pub mod protocol;
pub mod rekenmachine;
pub mod rivcontrole;
pub mod schema;
pub mod termijn;
pub mod voorzet;
pub mod wachttijd;
pub mod werkgever;
pub mod werknemer;
pub mod ziektedag;

pub use afwijzing::Afwijzing;
pub use categorie::{Afgeschermd, Categorie, Compartiment, Geen, Sectie, Secties};
pub use command::Command;
pub use datum::{Datum, DatumFout};
pub use dossier::{Dossier, Ziekteperiode};
pub use event::{Event, Kenmerk};
pub use feit::Feit;
pub use grondslag::Grondslag;
pub use id::{AccountId, DossierId, OrganisatieId, StukId, WerkgeverId, WerknemerId};
pub use termijn::TermijnId;

use protocol::Protocol;

use mijlpaal::{
    actueel_oordeel, aow, arbeidsdeskundig_onderzoek, arbeidstherapie, bijstelling_plan_van_aanpak,
    bijstelling_probleemanalyse, casemanager, correctie, deskundigenoordeel, doorsturen,
    eerstejaarsevaluatie, eigen_stap, einde_dienstverband, eindevaluatie, getekend_exemplaar,
    herinnering, hernieuwde_ziekmelding, herstelmelding, interventie, inzetbaarheid, loonmaatregel,
    medische_informatie, melding_42e_week, melding_arbodienst, ondertekening, oordeel_werknemer,
    plan_van_aanpak, probleemanalyse, regres, riv, riv_pakket, sluiten, spreekuur, stapherinnering,
    tweede_spoor, uitstel, uwv_besluit, uwv_brief, vangnet, verlof, voortgangsgesprek,
    wia_aanvraag, ziekmelding,
};

/// Decides what a command makes true, given what is already true, for an employer without a protocol.
///
/// An empty list means: already so. That makes every command safe to repeat.
///
/// # Errors
///
/// [`Afwijzing`] when the law, or the state of the dossier, forbids it.
pub fn decide(
    dossier: &Dossier,
    command: Command,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    decide_volgens(dossier, &Protocol::leeg(), command, vandaag)
}

/// Decides for an employer with a protocol of its own: what it adds can be done and be put off.
///
/// # Errors
///
/// [`Afwijzing`] when the law, the protocol or the state of the dossier forbids it.
pub fn decide_volgens(
    dossier: &Dossier,
    protocol: &Protocol,
    command: Command,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let invoer = invoerwacht::toets(&command);
    let nieuw = beslis(dossier, protocol, command, vandaag)?;
    // What stands there already is not refused: a command may be sent twice.
    if !nieuw.is_empty() {
        invoer?;
    }
    Ok(nieuw)
}

fn beslis(
    dossier: &Dossier,
    protocol: &Protocol,
    command: Command,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    match command {
        Command::MeldZiek(c) => ziekmelding::decide(dossier, c, vandaag),
        Command::MeldBijArbodienst(c) => melding_arbodienst::decide(dossier, c, vandaag),
        Command::WijzigInzetbaarheid(c) => inzetbaarheid::decide(dossier, c),
        Command::StartArbeidstherapie(c) => arbeidstherapie::decide(dossier, c),
        Command::MeldHersteld(c) => herstelmelding::decide(dossier, c, vandaag),
        Command::MeldOpnieuwZiek(c) => hernieuwde_ziekmelding::decide(dossier, c, vandaag),
        Command::CorrigeerFeit(c) => correctie::decide(dossier, c, vandaag),
        Command::LegVerlofVast(c) => verlof::decide(dossier, c),
        Command::StelProbleemanalyseVast(c) => probleemanalyse::decide(dossier, c, vandaag),
        Command::StelProbleemanalyseBij(c) => {
            bijstelling_probleemanalyse::decide(dossier, c, vandaag)
        }
        Command::StelPlanVanAanpakVast(c) => plan_van_aanpak::decide(dossier, c, vandaag),
        Command::StelPlanVanAanpakBij(c) => {
            bijstelling_plan_van_aanpak::decide(dossier, c, vandaag)
        }
        Command::WijsCasemanagerAan(c) => casemanager::decide(dossier, c, vandaag),
        Command::LegVoortgangsgesprekVast(c) => voortgangsgesprek::decide(dossier, c, vandaag),
        Command::LegSpreekuurVast(c) => spreekuur::decide(dossier, c, vandaag),
        Command::MeldWeek42(c) => melding_42e_week::decide(dossier, c, vandaag),
        Command::StelEerstejaarsevaluatieVast(c) => {
            eerstejaarsevaluatie::decide(dossier, c, vandaag)
        }
        Command::BesluitTweedeSpoor(c) => tweede_spoor::decide(dossier, c, vandaag),
        Command::LegArbeidsdeskundigOnderzoekVast(c) => {
            arbeidsdeskundig_onderzoek::decide(dossier, c, vandaag)
        }
        Command::LegDeskundigenoordeelVast(c) => deskundigenoordeel::decide(dossier, c, vandaag),
        Command::AdviseerInterventie(c) => interventie::decide_advies(dossier, c, vandaag),
        Command::SpreekInterventieAf(c) => interventie::decide_afspraak(dossier, c, vandaag),
        Command::StartInterventie(c) => interventie::decide_start(dossier, c, vandaag),
        Command::BeeindigInterventie(c) => interventie::decide_einde(dossier, c, vandaag),
        Command::LegLoonmaatregelOp(c) => loonmaatregel::decide_opleggen(dossier, c, vandaag),
        Command::BeeindigLoonmaatregel(c) => loonmaatregel::decide_beeindigen(dossier, c),
        Command::MeldVangnetAlsWerknemer(c) => vangnet::decide_werknemer(dossier, c, vandaag),
        Command::MeldVangnetAlsArbodienst(c) => vangnet::decide_arbodienst(dossier, c, vandaag),
        Command::MeldVangnetBijUwv(c) => vangnet::decide_bij_uwv(dossier, c, vandaag),
        Command::MeldRegres(c) => regres::decide(dossier, c, vandaag),
        Command::LegAowDatumVast(c) => aow::decide(dossier, c),
        Command::StelActueelOordeelVast(c) => actueel_oordeel::decide(dossier, c, vandaag),
        Command::OverhandigMedischeInformatie(c) => {
            medische_informatie::decide(dossier, c, vandaag)
        }
        Command::StelEindevaluatieVast(c) => eindevaluatie::decide(dossier, c, vandaag),
        Command::LegOordeelWerknemerVast(c) => oordeel_werknemer::decide(dossier, c, vandaag),
        Command::StelRivConceptOp(c) => riv::decide_concept(dossier, c, vandaag),
        Command::DraagRivOver(c) => riv::decide_overdracht(dossier, c, vandaag),
        Command::LegWiaAanvraagVast(c) => wia_aanvraag::decide(dossier, c, vandaag),
        Command::LegUwvBriefVast(c) => uwv_brief::decide(dossier, c, vandaag),
        Command::LegUwvBesluitVast(c) => uwv_besluit::decide(dossier, c, vandaag),
        Command::BeeindigDienstverband(c) => einde_dienstverband::decide(dossier, c, vandaag),
        Command::SluitDossier(c) => sluiten::decide_sluiten(dossier, c, vandaag),
        Command::HeropenDossier(c) => sluiten::decide_heropenen(dossier, c, vandaag),
        Command::StuurDoor(c) => doorsturen::decide(dossier, c, vandaag),
        Command::LegRivVast(c) => riv_pakket::decide(dossier, c, vandaag),
        Command::MeldEigenStapGedaan(c) => eigen_stap::decide(dossier, protocol, c, vandaag),
        Command::StelHerinneringUit(c) => uitstel::decide(dossier, protocol, c, vandaag),
        Command::LegOndertekeningVast(c) => ondertekening::decide(dossier, c, vandaag),
        Command::NeemGetekendExemplaarIn(c) => getekend_exemplaar::decide(dossier, c, vandaag),
        Command::SluitDag => Ok(dag::sluit_volgens(dossier, protocol, vandaag)),
    }
}

/// Folds one fact into the dossier. Never fails and never looks at the clock.
#[must_use]
pub fn evolve(mut dossier: Dossier, event: &Event) -> Dossier {
    match event {
        Event::ZiekmeldingOntvangen(e) => ziekmelding::evolve(&mut dossier, &e.a),
        Event::BijArbodienstGemeld(e) => melding_arbodienst::evolve(&mut dossier, &e.a),
        Event::InzetbaarheidGewijzigd(e) => inzetbaarheid::evolve(&mut dossier, &e.a),
        Event::ArbeidstherapieGestart(e) => arbeidstherapie::evolve(&mut dossier, &e.a),
        Event::HersteldGemeld(e) => herstelmelding::evolve(&mut dossier, &e.a),
        Event::OpnieuwZiekGemeld(e) => hernieuwde_ziekmelding::evolve(&mut dossier, &e.a),
        Event::FeitGecorrigeerd(e) => correctie::evolve(&mut dossier, &e.a),
        Event::VerlofVastgelegd(e) => verlof::evolve(&mut dossier, &e.a),
        Event::ProbleemanalyseVastgesteld(e) => probleemanalyse::evolve(&mut dossier, &e.a),
        Event::ProbleemanalyseBijgesteld(e) => {
            bijstelling_probleemanalyse::evolve(&mut dossier, &e.a);
        }
        Event::PlanVanAanpakVastgesteld(e) => plan_van_aanpak::evolve(&mut dossier, &e.a),
        Event::PlanVanAanpakBijgesteld(e) => {
            bijstelling_plan_van_aanpak::evolve(&mut dossier, &e.a);
        }
        Event::CasemanagerAangewezen(e) => casemanager::evolve(&mut dossier, &e.a),
        Event::VoortgangsgesprekGevoerd(e) => voortgangsgesprek::evolve(&mut dossier, &e.a),
        Event::SpreekuurGehouden(e) => spreekuur::evolve(&mut dossier, &e.a),
        Event::Week42Gemeld(e) => melding_42e_week::evolve(&mut dossier, &e.a),
        Event::EerstejaarsevaluatieVastgesteld(e) => {
            eerstejaarsevaluatie::evolve(&mut dossier, &e.a);
        }
        Event::TweedeSpoorBesloten(e) => tweede_spoor::evolve(&mut dossier, &e.a),
        Event::ArbeidsdeskundigOnderzoekGedaan(e) => {
            arbeidsdeskundig_onderzoek::evolve(&mut dossier, &e.a);
        }
        Event::DeskundigenoordeelOntvangen(e) => deskundigenoordeel::evolve(&mut dossier, &e.a),
        Event::InterventieGeadviseerd(e) => interventie::evolve_advies(&mut dossier, &e.a),
        Event::InterventieAfgesproken(e) => interventie::evolve_afspraak(&mut dossier, &e.a),
        Event::InterventieGestart(e) => interventie::evolve_start(&mut dossier, &e.a),
        Event::InterventieBeeindigd(e) => interventie::evolve_einde(&mut dossier, &e.a),
        Event::LoonmaatregelOpgelegd(e) => loonmaatregel::evolve_opleggen(&mut dossier, &e.a),
        Event::LoonmaatregelBeeindigd(e) => loonmaatregel::evolve_beeindigen(&mut dossier, &e.a),
        Event::VangnetGemeldDoorWerknemer(e) => vangnet::evolve_werknemer(&mut dossier, &e.a),
        Event::VangnetGemeldDoorArbodienst(e) => vangnet::evolve_arbodienst(&mut dossier, &e.a),
        Event::VangnetBijUwvGemeld(e) => vangnet::evolve_bij_uwv(&mut dossier, &e.a),
        Event::RegresGemeld(e) => regres::evolve(&mut dossier, &e.a),
        Event::AowDatumVastgelegd(e) => aow::evolve(&mut dossier, &e.a),
        Event::ActueelOordeelVastgesteld(e) => actueel_oordeel::evolve(&mut dossier, &e.a),
        Event::MedischeInformatieOverhandigd(e) => medische_informatie::evolve(&mut dossier, &e.a),
        Event::EindevaluatieVastgesteld(e) => eindevaluatie::evolve(&mut dossier, &e.a),
        Event::OordeelWerknemerVastgelegd(e) => oordeel_werknemer::evolve(&mut dossier, &e.a),
        Event::RivConceptOpgesteld(e) => riv::evolve_concept(&mut dossier, &e.a),
        Event::RivOvergedragen(e) => riv::evolve_overdracht(&mut dossier, &e.a),
        Event::WiaAangevraagd(e) => wia_aanvraag::evolve(&mut dossier, &e.a),
        Event::UwvBriefOntvangen(e) => uwv_brief::evolve(&mut dossier, &e.a),
        Event::UwvBesluitOntvangen(e) => uwv_besluit::evolve(&mut dossier, &e.a),
        Event::DienstverbandBeeindigd(e) => einde_dienstverband::evolve(&mut dossier, &e.a),
        Event::DossierGesloten(e) => sluiten::evolve_sluiten(&mut dossier, &e.a),
        Event::DossierHeropend(e) => sluiten::evolve_heropenen(&mut dossier, &e.a),
        Event::Doorgestuurd(e) => doorsturen::evolve(&mut dossier, &e.a),
        Event::HerinneringGegeven(e) => herinnering::evolve(&mut dossier, &e.a),
        Event::StapherinneringGegeven(e) => stapherinnering::evolve(&mut dossier, &e.a),
        Event::RivSamengesteld(e) => riv_pakket::evolve(&mut dossier, &e.a),
        Event::EigenStapGedaan(e) => eigen_stap::evolve(&mut dossier, &e.a),
        Event::HerinneringUitgesteld(e) => uitstel::evolve(&mut dossier, &e.a),
        Event::OndertekeningVastgelegd(e) => ondertekening::evolve(&mut dossier, &e.a),
        Event::GetekendExemplaarOntvangen(e) => getekend_exemplaar::evolve(&mut dossier, &e.a),
        // What is owed follows from the elements, whether it was asked for or not.
        Event::StukkenGevraagd(_) => {}
    }
    dossier
}

/// Rebuilds a dossier from its history.
pub fn replay<'a>(events: impl IntoIterator<Item = &'a Event>) -> Dossier {
    events.into_iter().fold(Dossier::default(), evolve)
}
