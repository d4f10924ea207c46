//! What someone wants to be true: one line per act.

use crate::Compartiment;
use crate::mijlpaal::{
    actueel_oordeel, aow, arbeidsdeskundig_onderzoek, arbeidstherapie, bijstelling_plan_van_aanpak,
    bijstelling_probleemanalyse, casemanager, correctie, deskundigenoordeel, eerstejaarsevaluatie,
    einde_dienstverband, eindevaluatie, hernieuwde_ziekmelding, herstelmelding, interventie,
    inzetbaarheid, loonmaatregel, medische_informatie, melding_42e_week, melding_arbodienst,
    oordeel_werknemer, plan_van_aanpak, probleemanalyse, regres, riv, sluiten, spreekuur,
    tweede_spoor, uwv_besluit, uwv_brief, vangnet, verlof, voortgangsgesprek, wia_aanvraag,
    ziekmelding,
};

/// A command, imperative. Carries the same sections as the fact it asks for; the core reads section A
/// and passes the others on unopened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Opens the dossier.
    MeldZiek(ziekmelding::Ziekmelding),
    /// Reports the illness to the arbodienst.
    MeldBijArbodienst(melding_arbodienst::MeldingArbodienst),
    /// Changes how much the employee can work.
    WijzigInzetbaarheid(inzetbaarheid::Inzetbaarheid),
    /// Starts arbeidstherapie.
    StartArbeidstherapie(arbeidstherapie::Arbeidstherapie),
    /// Reports full recovery.
    MeldHersteld(herstelmelding::Herstelmelding),
    /// Reports the employee ill again.
    MeldOpnieuwZiek(hernieuwde_ziekmelding::HernieuwdeZiekmelding),
    /// Corrects a fact, with the reason.
    CorrigeerFeit(correctie::Correctie),
    /// Records leave.
    LegVerlofVast(verlof::Verlof),
    /// Records the probleemanalyse.
    StelProbleemanalyseVast(probleemanalyse::Probleemanalyse),
    /// Records a bijstelling of the probleemanalyse.
    StelProbleemanalyseBij(bijstelling_probleemanalyse::BijstellingProbleemanalyse),
    /// Records the plan van aanpak.
    StelPlanVanAanpakVast(plan_van_aanpak::PlanVanAanpak),
    /// Records a bijstelling of the plan van aanpak.
    StelPlanVanAanpakBij(bijstelling_plan_van_aanpak::BijstellingPlanVanAanpak),
    /// Appoints the casemanager.
    WijsCasemanagerAan(casemanager::AanwijzingCasemanager),
    /// Records a progress talk.
    LegVoortgangsgesprekVast(voortgangsgesprek::Voortgangsgesprek),
    /// Records a consultation.
    LegSpreekuurVast(spreekuur::Spreekuur),
    /// Reports the long illness to UWV.
    MeldWeek42(melding_42e_week::Melding42eWeek),
    /// Records the eerstejaarsevaluatie.
    StelEerstejaarsevaluatieVast(eerstejaarsevaluatie::Eerstejaarsevaluatie),
    /// Decides on the second track.
    BesluitTweedeSpoor(tweede_spoor::TweedeSpoor),
    /// Records an arbeidsdeskundig onderzoek.
    LegArbeidsdeskundigOnderzoekVast(arbeidsdeskundig_onderzoek::ArbeidsdeskundigOnderzoek),
    /// Records a deskundigenoordeel.
    LegDeskundigenoordeelVast(deskundigenoordeel::Deskundigenoordeel),
    /// Advises an intervention.
    AdviseerInterventie(interventie::Advies),
    /// Agrees on an intervention.
    SpreekInterventieAf(interventie::Afspraak),
    /// Starts an intervention.
    StartInterventie(interventie::Start),
    /// Ends an intervention.
    BeeindigInterventie(interventie::Einde),
    /// Suspends or stops wages.
    LegLoonmaatregelOp(loonmaatregel::Loonmaatregel),
    /// Ends the measure.
    BeeindigLoonmaatregel(loonmaatregel::EindeLoonmaatregel),
    /// Tells that a vangnet applies, by the employee.
    MeldVangnetAlsWerknemer(vangnet::VangnetDoorWerknemer),
    /// Tells that a vangnet applies, by the arbodienst.
    MeldVangnetAlsArbodienst(vangnet::VangnetDoorArbodienst),
    /// Reports the vangnet case to UWV.
    MeldVangnetBijUwv(vangnet::VangnetBijUwv),
    /// Tells whether a third party is liable.
    MeldRegres(regres::Regres),
    /// Records the AOW date.
    LegAowDatumVast(aow::AowDatum),
    /// Records the actueel oordeel.
    StelActueelOordeelVast(actueel_oordeel::ActueelOordeel),
    /// Hands the medical part to the employee.
    OverhandigMedischeInformatie(medische_informatie::MedischeInformatie),
    /// Records the eindevaluatie.
    StelEindevaluatieVast(eindevaluatie::Eindevaluatie),
    /// Records the opinion of the employee, or that it was offered or refused.
    LegOordeelWerknemerVast(oordeel_werknemer::OordeelWerknemer),
    /// Draws up the draft of the re-integratieverslag.
    StelRivConceptOp(riv::RivConcept),
    /// Hands the re-integratieverslag to the employee.
    DraagRivOver(riv::RivOverdracht),
    /// Records the application for the WIA.
    LegWiaAanvraagVast(wia_aanvraag::WiaAanvraag),
    /// Records a letter of UWV.
    LegUwvBriefVast(uwv_brief::UwvBrief),
    /// Records a decision of UWV.
    LegUwvBesluitVast(uwv_besluit::UwvBesluit),
    /// Records the end of the employment.
    BeeindigDienstverband(einde_dienstverband::EindeDienstverband),
    /// Closes the dossier.
    SluitDossier(sluiten::Sluiting),
    /// Opens a closed dossier again.
    HeropenDossier(sluiten::Heropening),
    /// The scheduler's only command: what falls due on this day.
    SluitDag,
}

impl Command {
    /// The compartments that this command wants to write in: those of its open sections.
    #[must_use]
    pub fn compartimenten(&self) -> Vec<Compartiment> {
        match self {
            Self::MeldZiek(c) => c.compartimenten(),
            Self::MeldBijArbodienst(c) => c.compartimenten(),
            Self::WijzigInzetbaarheid(c) => c.compartimenten(),
            Self::StartArbeidstherapie(c) => c.compartimenten(),
            Self::MeldHersteld(c) => c.compartimenten(),
            Self::MeldOpnieuwZiek(c) => c.compartimenten(),
            Self::CorrigeerFeit(c) => c.compartimenten(),
            Self::LegVerlofVast(c) => c.compartimenten(),
            Self::StelProbleemanalyseVast(c) => c.compartimenten(),
            Self::StelProbleemanalyseBij(c) => c.compartimenten(),
            Self::StelPlanVanAanpakVast(c) => c.compartimenten(),
            Self::StelPlanVanAanpakBij(c) => c.compartimenten(),
            Self::WijsCasemanagerAan(c) => c.compartimenten(),
            Self::LegVoortgangsgesprekVast(c) => c.compartimenten(),
            Self::LegSpreekuurVast(c) => c.compartimenten(),
            Self::MeldWeek42(c) => c.compartimenten(),
            Self::StelEerstejaarsevaluatieVast(c) => c.compartimenten(),
            Self::BesluitTweedeSpoor(c) => c.compartimenten(),
            Self::LegArbeidsdeskundigOnderzoekVast(c) => c.compartimenten(),
            Self::LegDeskundigenoordeelVast(c) => c.compartimenten(),
            Self::AdviseerInterventie(c) => c.compartimenten(),
            Self::SpreekInterventieAf(c) => c.compartimenten(),
            Self::StartInterventie(c) => c.compartimenten(),
            Self::BeeindigInterventie(c) => c.compartimenten(),
            Self::LegLoonmaatregelOp(c) => c.compartimenten(),
            Self::BeeindigLoonmaatregel(c) => c.compartimenten(),
            Self::MeldVangnetAlsWerknemer(c) => c.compartimenten(),
            Self::MeldVangnetAlsArbodienst(c) => c.compartimenten(),
            Self::MeldVangnetBijUwv(c) => c.compartimenten(),
            Self::MeldRegres(c) => c.compartimenten(),
            Self::LegAowDatumVast(c) => c.compartimenten(),
            Self::StelActueelOordeelVast(c) => c.compartimenten(),
            Self::OverhandigMedischeInformatie(c) => c.compartimenten(),
            Self::StelEindevaluatieVast(c) => c.compartimenten(),
            Self::LegOordeelWerknemerVast(c) => c.compartimenten(),
            Self::StelRivConceptOp(c) => c.compartimenten(),
            Self::DraagRivOver(c) => c.compartimenten(),
            Self::LegWiaAanvraagVast(c) => c.compartimenten(),
            Self::LegUwvBriefVast(c) => c.compartimenten(),
            Self::LegUwvBesluitVast(c) => c.compartimenten(),
            Self::BeeindigDienstverband(c) => c.compartimenten(),
            Self::SluitDossier(c) => c.compartimenten(),
            Self::HeropenDossier(c) => c.compartimenten(),
            Self::SluitDag => vec![],
        }
    }
}
