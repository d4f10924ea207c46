//! What happened: one line per fact. Names are the storage format and never change meaning.

use crate::StukId;
use crate::mijlpaal::gedeeld::{Ondertekenaar, Ondertekening};
use crate::mijlpaal::{
    actueel_oordeel, aow, arbeidsdeskundig_onderzoek, arbeidstherapie, bijstelling_plan_van_aanpak,
    bijstelling_probleemanalyse, casemanager, correctie, deskundigenoordeel, doorsturen,
    eerstejaarsevaluatie, eigen_stap, einde_dienstverband, eindevaluatie, getekend_exemplaar,
    herinnering, hernieuwde_ziekmelding, herstelmelding, interventie, inzetbaarheid, loonmaatregel,
    medische_informatie, melding_42e_week, melding_arbodienst, ondertekening, oordeel_werknemer,
    plan_van_aanpak, probleemanalyse, regres, riv, riv_pakket, sluiten, spreekuur, stapherinnering,
    stukken_gevraagd, tweede_spoor, uitstel, uwv_besluit, uwv_brief, vangnet, verlof,
    voortgangsgesprek, wia_aanvraag, ziekmelding,
};

/// A fact in a dossier, past tense.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The employee was reported ill.
    ZiekmeldingOntvangen(ziekmelding::Ziekmelding),
    /// The arbodienst was told.
    BijArbodienstGemeld(melding_arbodienst::MeldingArbodienst),
    /// The degree of incapacity changed.
    InzetbaarheidGewijzigd(inzetbaarheid::Inzetbaarheid),
    /// Arbeidstherapie was agreed.
    ArbeidstherapieGestart(arbeidstherapie::Arbeidstherapie),
    /// The employee recovered in full.
    HersteldGemeld(herstelmelding::Herstelmelding),
    /// The employee fell ill again within four weeks.
    OpnieuwZiekGemeld(hernieuwde_ziekmelding::HernieuwdeZiekmelding),
    /// A fact was corrected; history stays.
    FeitGecorrigeerd(correctie::Correctie),
    /// Leave was recorded.
    VerlofVastgelegd(verlof::Verlof),
    /// The bedrijfsarts gave the probleemanalyse.
    ProbleemanalyseVastgesteld(probleemanalyse::Probleemanalyse),
    /// The bedrijfsarts adjusted the probleemanalyse.
    ProbleemanalyseBijgesteld(bijstelling_probleemanalyse::BijstellingProbleemanalyse),
    /// Employer and employee agreed on a plan.
    PlanVanAanpakVastgesteld(plan_van_aanpak::PlanVanAanpak),
    /// Employer and employee adjusted the plan.
    PlanVanAanpakBijgesteld(bijstelling_plan_van_aanpak::BijstellingPlanVanAanpak),
    /// A casemanager was appointed.
    CasemanagerAangewezen(casemanager::AanwijzingCasemanager),
    /// Employer and employee talked about progress.
    VoortgangsgesprekGevoerd(voortgangsgesprek::Voortgangsgesprek),
    /// The bedrijfsarts saw the employee.
    SpreekuurGehouden(spreekuur::Spreekuur),
    /// The illness was reported to UWV in week 42.
    Week42Gemeld(melding_42e_week::Melding42eWeek),
    /// Employer and employee evaluated the first year.
    EerstejaarsevaluatieVastgesteld(eerstejaarsevaluatie::Eerstejaarsevaluatie),
    /// It was decided whether the second track starts.
    TweedeSpoorBesloten(tweede_spoor::TweedeSpoor),
    /// An arbeidsdeskundige reported.
    ArbeidsdeskundigOnderzoekGedaan(arbeidsdeskundig_onderzoek::ArbeidsdeskundigOnderzoek),
    /// UWV gave a deskundigenoordeel.
    DeskundigenoordeelOntvangen(deskundigenoordeel::Deskundigenoordeel),
    /// The bedrijfsarts advised an intervention.
    InterventieGeadviseerd(interventie::Advies),
    /// Employer and employee agreed on an intervention.
    InterventieAfgesproken(interventie::Afspraak),
    /// The intervention started.
    InterventieGestart(interventie::Start),
    /// The intervention ended.
    InterventieBeeindigd(interventie::Einde),
    /// The employer suspended or stopped wages.
    LoonmaatregelOpgelegd(loonmaatregel::Loonmaatregel),
    /// The measure on wages ended.
    LoonmaatregelBeeindigd(loonmaatregel::EindeLoonmaatregel),
    /// The employee told whether a vangnet applies.
    VangnetGemeldDoorWerknemer(vangnet::VangnetDoorWerknemer),
    /// The arbodienst established whether a vangnet applies.
    VangnetGemeldDoorArbodienst(vangnet::VangnetDoorArbodienst),
    /// The vangnet case was reported to UWV.
    VangnetBijUwvGemeld(vangnet::VangnetBijUwv),
    /// The employee told whether a third party is liable.
    RegresGemeld(regres::Regres),
    /// The AOW date was recorded.
    AowDatumVastgelegd(aow::AowDatum),
    /// The bedrijfsarts gave the actueel oordeel.
    ActueelOordeelVastgesteld(actueel_oordeel::ActueelOordeel),
    /// The bedrijfsarts handed the medical part to the employee.
    MedischeInformatieOverhandigd(medische_informatie::MedischeInformatie),
    /// Employer and employee evaluated the whole.
    EindevaluatieVastgesteld(eindevaluatie::Eindevaluatie),
    /// The employee gave an opinion, or did not want to.
    OordeelWerknemerVastgelegd(oordeel_werknemer::OordeelWerknemer),
    /// The draft of the re-integratieverslag was drawn up.
    RivConceptOpgesteld(riv::RivConcept),
    /// The employee got the re-integratieverslag.
    RivOvergedragen(riv::RivOverdracht),
    /// The employee applied for the WIA.
    WiaAangevraagd(wia_aanvraag::WiaAanvraag),
    /// A letter of UWV came in.
    UwvBriefOntvangen(uwv_brief::UwvBrief),
    /// UWV decided.
    UwvBesluitOntvangen(uwv_besluit::UwvBesluit),
    /// The employment ends or ended.
    DienstverbandBeeindigd(einde_dienstverband::EindeDienstverband),
    /// The dossier was closed.
    DossierGesloten(sluiten::Sluiting),
    /// The dossier was opened again.
    DossierHeropend(sluiten::Heropening),
    /// Data went on to another party.
    Doorgestuurd(doorsturen::Doorzending),
    /// A rung of the ladder of reminders of a term was reached.
    HerinneringGegeven(herinnering::Herinnering),
    /// A rung of the ladder of reminders of an own step was reached.
    StapherinneringGegeven(stapherinnering::Stapherinnering),
    /// A version of the re-integratieverslag was put together.
    RivSamengesteld(riv_pakket::Samenstelling),
    /// A step of the employer's own protocol was done.
    EigenStapGedaan(eigen_stap::EigenStap),
    /// A reminder was put off.
    HerinneringUitgesteld(uitstel::Uitstel),
    /// A party signed a document in the application, or refused to.
    OndertekeningVastgelegd(ondertekening::Ondertekening),
    /// A copy that was signed on paper came in.
    GetekendExemplaarOntvangen(getekend_exemplaar::GetekendExemplaar),
    /// Who owes a piece of the re-integratieverslag was asked for it.
    StukkenGevraagd(stukken_gevraagd::Verzoek),
}

/// What makes a fact the same fact when it is offered again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kenmerk {
    /// The document or report it came with.
    Stuk(StukId),
    /// The rung and its recipient.
    Herinnering(herinnering::Sleutel),
    /// The rung of an own step and its recipient.
    Stapherinnering(stapherinnering::Stapsleutel),
    /// The draft that showed what is missing, and who was asked.
    Verzoek(stukken_gevraagd::Verzoeksleutel),
}

/// What can be signed of a document.
type TeTekenen<'a> = (StukId, &'a mut Vec<Ondertekening>, Option<&'a mut Option<String>>);

impl Event {
    /// Who signed the document, or refused to; nobody for what is signed by its author alone or not at all.
    #[must_use]
    pub fn ondertekeningen(&self) -> &[Ondertekening] {
        if let Self::PlanVanAanpakVastgesteld(e) = self {
            return &e.a.ondertekeningen;
        }
        if let Self::PlanVanAanpakBijgesteld(e) = self {
            return &e.a.ondertekeningen;
        }
        if let Self::EerstejaarsevaluatieVastgesteld(e) = self {
            return &e.a.ondertekeningen;
        }
        if let Self::EindevaluatieVastgesteld(e) = self {
            return &e.a.ondertekeningen;
        }
        let Self::GetekendExemplaarOntvangen(e) = self else { return &[] };
        &e.a.ondertekeningen
    }

    /// The number, the signatures and the reason of a refusal (if open) of a document that employer and employee
    /// sign; none for any other fact.
    pub(crate) fn te_tekenen(&mut self) -> Option<TeTekenen<'_>> {
        if let Self::PlanVanAanpakVastgesteld(e) = self {
            let reden = e.b.inhoud_mut().map(|b| &mut b.weigering_motivering);
            return Some((e.a.stuk, &mut e.a.ondertekeningen, reden));
        }
        if let Self::PlanVanAanpakBijgesteld(e) = self {
            let reden = e.b.inhoud_mut().map(|b| &mut b.afspraken.weigering_motivering);
            return Some((e.a.stuk, &mut e.a.ondertekeningen, reden));
        }
        if let Self::EerstejaarsevaluatieVastgesteld(e) = self {
            let reden = e.b.inhoud_mut().map(|b| &mut b.weigering_motivering);
            return Some((e.a.stuk, &mut e.a.ondertekeningen, reden));
        }
        let Self::EindevaluatieVastgesteld(e) = self else { return None };
        let reden = e.b.inhoud_mut().map(|b| &mut b.weigering_motivering);
        Some((e.a.stuk, &mut e.a.ondertekeningen, reden))
    }

    /// Who drew the document up alone; nobody for what several sign, and for the opinion of the employee.
    #[must_use]
    pub fn auteur(&self) -> Option<&Ondertekenaar> {
        if let Self::ProbleemanalyseVastgesteld(e) = self {
            return Some(&e.a.auteur);
        }
        if let Self::ProbleemanalyseBijgesteld(e) = self {
            return Some(&e.a.auteur);
        }
        if let Self::ActueelOordeelVastgesteld(e) = self {
            return Some(&e.a.auteur);
        }
        let Self::MedischeInformatieOverhandigd(e) = self else { return None };
        Some(&e.a.auteur)
    }

    /// What makes this fact the same fact when it is offered again.
    #[must_use]
    pub fn kenmerk(&self) -> Kenmerk {
        match self {
            Self::ZiekmeldingOntvangen(e) => Kenmerk::Stuk(e.a.stuk),
            Self::BijArbodienstGemeld(e) => Kenmerk::Stuk(e.a.stuk),
            Self::InzetbaarheidGewijzigd(e) => Kenmerk::Stuk(e.a.stuk),
            Self::ArbeidstherapieGestart(e) => Kenmerk::Stuk(e.a.stuk),
            Self::HersteldGemeld(e) => Kenmerk::Stuk(e.a.stuk),
            Self::OpnieuwZiekGemeld(e) => Kenmerk::Stuk(e.a.stuk),
            Self::FeitGecorrigeerd(e) => Kenmerk::Stuk(e.a.stuk),
            Self::VerlofVastgelegd(e) => Kenmerk::Stuk(e.a.stuk),
            Self::ProbleemanalyseVastgesteld(e) => Kenmerk::Stuk(e.a.stuk),
            Self::ProbleemanalyseBijgesteld(e) => Kenmerk::Stuk(e.a.stuk),
            Self::PlanVanAanpakVastgesteld(e) => Kenmerk::Stuk(e.a.stuk),
            Self::PlanVanAanpakBijgesteld(e) => Kenmerk::Stuk(e.a.stuk),
            Self::CasemanagerAangewezen(e) => Kenmerk::Stuk(e.a.stuk),
            Self::VoortgangsgesprekGevoerd(e) => Kenmerk::Stuk(e.a.stuk),
            Self::SpreekuurGehouden(e) => Kenmerk::Stuk(e.a.stuk),
            Self::Week42Gemeld(e) => Kenmerk::Stuk(e.a.stuk),
            Self::EerstejaarsevaluatieVastgesteld(e) => Kenmerk::Stuk(e.a.stuk),
            Self::TweedeSpoorBesloten(e) => Kenmerk::Stuk(e.a.stuk),
            Self::ArbeidsdeskundigOnderzoekGedaan(e) => Kenmerk::Stuk(e.a.stuk),
            Self::DeskundigenoordeelOntvangen(e) => Kenmerk::Stuk(e.a.stuk),
            Self::InterventieGeadviseerd(e) => Kenmerk::Stuk(e.a.stuk),
            Self::InterventieAfgesproken(e) => Kenmerk::Stuk(e.a.stuk),
            Self::InterventieGestart(e) => Kenmerk::Stuk(e.a.stuk),
            Self::InterventieBeeindigd(e) => Kenmerk::Stuk(e.a.stuk),
            Self::LoonmaatregelOpgelegd(e) => Kenmerk::Stuk(e.a.stuk),
            Self::LoonmaatregelBeeindigd(e) => Kenmerk::Stuk(e.a.stuk),
            Self::VangnetGemeldDoorWerknemer(e) => Kenmerk::Stuk(e.a.stuk),
            Self::VangnetGemeldDoorArbodienst(e) => Kenmerk::Stuk(e.a.stuk),
            Self::VangnetBijUwvGemeld(e) => Kenmerk::Stuk(e.a.stuk),
            Self::RegresGemeld(e) => Kenmerk::Stuk(e.a.stuk),
            Self::AowDatumVastgelegd(e) => Kenmerk::Stuk(e.a.stuk),
            Self::ActueelOordeelVastgesteld(e) => Kenmerk::Stuk(e.a.stuk),
            Self::MedischeInformatieOverhandigd(e) => Kenmerk::Stuk(e.a.stuk),
            Self::EindevaluatieVastgesteld(e) => Kenmerk::Stuk(e.a.stuk),
            Self::OordeelWerknemerVastgelegd(e) => Kenmerk::Stuk(e.a.stuk),
            Self::RivConceptOpgesteld(e) => Kenmerk::Stuk(e.a.stuk),
            Self::RivOvergedragen(e) => Kenmerk::Stuk(e.a.stuk),
            Self::WiaAangevraagd(e) => Kenmerk::Stuk(e.a.stuk),
            Self::UwvBriefOntvangen(e) => Kenmerk::Stuk(e.a.stuk),
            Self::UwvBesluitOntvangen(e) => Kenmerk::Stuk(e.a.stuk),
            Self::DienstverbandBeeindigd(e) => Kenmerk::Stuk(e.a.stuk),
            Self::DossierGesloten(e) => Kenmerk::Stuk(e.a.stuk),
            Self::DossierHeropend(e) => Kenmerk::Stuk(e.a.stuk),
            Self::Doorgestuurd(e) => Kenmerk::Stuk(e.a.stuk),
            Self::HerinneringGegeven(e) => Kenmerk::Herinnering(e.a.sleutel),
            Self::StapherinneringGegeven(e) => Kenmerk::Stapherinnering(e.a.sleutel.clone()),
            Self::RivSamengesteld(e) => Kenmerk::Stuk(e.a.stuk),
            Self::EigenStapGedaan(e) => Kenmerk::Stuk(e.a.stuk),
            Self::HerinneringUitgesteld(e) => Kenmerk::Stuk(e.a.stuk),
            Self::OndertekeningVastgelegd(e) => Kenmerk::Stuk(e.a.stuk),
            Self::GetekendExemplaarOntvangen(e) => Kenmerk::Stuk(e.a.stuk),
            Self::StukkenGevraagd(e) => Kenmerk::Verzoek(e.a.sleutel),
        }
    }
}
