//! What someone wants to be true: one line per act.

use crate::Compartiment;
use crate::categorie::Lading;
use crate::mijlpaal::{
    actueel_oordeel, aow, arbeidsdeskundig_onderzoek, arbeidstherapie, bijstelling_plan_van_aanpak,
    bijstelling_probleemanalyse, casemanager, correctie, deskundigenoordeel, doorsturen,
    eerstejaarsevaluatie, eigen_stap, einde_dienstverband, eindevaluatie, getekend_exemplaar,
    hernieuwde_ziekmelding, herstelmelding, interventie, inzetbaarheid, loonmaatregel,
    medische_informatie, melding_42e_week, melding_arbodienst, ondertekening, oordeel_werknemer,
    plan_van_aanpak, probleemanalyse, regres, riv, riv_pakket, sluiten, spreekuur, tweede_spoor,
    uitstel, uwv_besluit, uwv_brief, vangnet, verlof, voortgangsgesprek, wia_aanvraag, ziekmelding,
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
    /// Sends data on to another party.
    StuurDoor(doorsturen::Doorzending),
    /// Records that a version of the re-integratieverslag was put together.
    LegRivVast(riv_pakket::Samenstelling),
    /// Records that a step of the employer's own protocol was done.
    MeldEigenStapGedaan(eigen_stap::EigenStap),
    /// Puts a reminder off.
    StelHerinneringUit(uitstel::Uitstel),
    /// Signs a document of employer and employee, or refuses to.
    LegOndertekeningVast(ondertekening::Ondertekening),
    /// Takes in a copy of a document that was signed on paper.
    NeemGetekendExemplaarIn(getekend_exemplaar::GetekendExemplaar),
    /// The scheduler's only command: what falls due on this day.
    SluitDag,
}

impl Command {
    /// The compartments that this command wants to write in: those of its open sections.
    #[must_use]
    pub fn compartimenten(&self) -> Vec<Compartiment> {
        self.lading().map_or_else(Vec::new, Lading::compartimenten)
    }

    /// Its payload; none for what carries nothing.
    pub(crate) fn lading(&self) -> Option<&dyn Lading> {
        match self {
            Self::MeldZiek(c) => Some(c),
            Self::MeldBijArbodienst(c) => Some(c),
            Self::WijzigInzetbaarheid(c) => Some(c),
            Self::StartArbeidstherapie(c) => Some(c),
            Self::MeldHersteld(c) => Some(c),
            Self::MeldOpnieuwZiek(c) => Some(c),
            Self::CorrigeerFeit(c) => Some(c),
            Self::LegVerlofVast(c) => Some(c),
            Self::StelProbleemanalyseVast(c) => Some(c),
            Self::StelProbleemanalyseBij(c) => Some(c),
            Self::StelPlanVanAanpakVast(c) => Some(c),
            Self::StelPlanVanAanpakBij(c) => Some(c),
            Self::WijsCasemanagerAan(c) => Some(c),
            Self::LegVoortgangsgesprekVast(c) => Some(c),
            Self::LegSpreekuurVast(c) => Some(c),
            Self::MeldWeek42(c) => Some(c),
            Self::StelEerstejaarsevaluatieVast(c) => Some(c),
            Self::BesluitTweedeSpoor(c) => Some(c),
            Self::LegArbeidsdeskundigOnderzoekVast(c) => Some(c),
            Self::LegDeskundigenoordeelVast(c) => Some(c),
            Self::AdviseerInterventie(c) => Some(c),
            Self::SpreekInterventieAf(c) => Some(c),
            Self::StartInterventie(c) => Some(c),
            Self::BeeindigInterventie(c) => Some(c),
            Self::LegLoonmaatregelOp(c) => Some(c),
            Self::BeeindigLoonmaatregel(c) => Some(c),
            Self::MeldVangnetAlsWerknemer(c) => Some(c),
            Self::MeldVangnetAlsArbodienst(c) => Some(c),
            Self::MeldVangnetBijUwv(c) => Some(c),
            Self::MeldRegres(c) => Some(c),
            Self::LegAowDatumVast(c) => Some(c),
            Self::StelActueelOordeelVast(c) => Some(c),
            Self::OverhandigMedischeInformatie(c) => Some(c),
            Self::StelEindevaluatieVast(c) => Some(c),
            Self::LegOordeelWerknemerVast(c) => Some(c),
            Self::StelRivConceptOp(c) => Some(c),
            Self::DraagRivOver(c) => Some(c),
            Self::LegWiaAanvraagVast(c) => Some(c),
            Self::LegUwvBriefVast(c) => Some(c),
            Self::LegUwvBesluitVast(c) => Some(c),
            Self::BeeindigDienstverband(c) => Some(c),
            Self::SluitDossier(c) => Some(c),
            Self::HeropenDossier(c) => Some(c),
            Self::StuurDoor(c) => Some(c),
            Self::LegRivVast(c) => Some(c),
            Self::MeldEigenStapGedaan(c) => Some(c),
            Self::StelHerinneringUit(c) => Some(c),
            Self::LegOndertekeningVast(c) => Some(c),
            Self::NeemGetekendExemplaarIn(c) => Some(c),
            Self::SluitDag => None,
        }
    }
}
