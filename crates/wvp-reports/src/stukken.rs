//! The papers of a dossier, made from the facts of the domain: the elements of the re-integratieverslag,
//! and what else goes to employee or UWV.
//!
//! Every function but one takes sections A, B and D only: section C cannot be passed. What is closed to
//! the one who asks is simply not in the paper. [`medische_informatie()`] takes C and gives something
//! closed, which is no file of the verslag.

mod actueel_oordeel;
mod brief;
mod evaluatie;
mod gedrukt;
mod herstelmelding;
mod inhoud;
mod kop;
mod medische_informatie;
mod melding_42e_week;
mod ontvangstbewijs;
mod oordeel;
mod plan_van_aanpak;
mod probleemanalyse;
mod tekening;
mod verandering;
mod verband;
mod verkort_riv;
mod verslag;
mod voorblad;
mod voortgangsverslag;

use wvp_domain::voorzet::verschil::{Verschil, verschil};
use wvp_domain::{Datum, Event};

pub use actueel_oordeel::actueel_oordeel;
pub use brief::{Brief, brief};
pub use evaluatie::{eerstejaarsevaluatie, eindevaluatie};
pub use gedrukt::Gedrukt;
pub use herstelmelding::{Herstelmelding, herstelmelding};
pub use kop::Kop;
pub use medische_informatie::{MedischeInformatie, medische_informatie};
pub use melding_42e_week::{Melding42eWeek, Periode, melding_42e_week};
pub use ontvangstbewijs::ontvangstbewijs;
pub use oordeel::{formulier_oordeel_werknemer, oordeel_werknemer};
pub use plan_van_aanpak::{bijstelling_plan_van_aanpak, plan_van_aanpak};
pub use probleemanalyse::{bijstelling_probleemanalyse, probleemanalyse};
pub use verkort_riv::{VerkortRiv, verkort_riv};
pub use verslag::{Papier, papieren_van};
pub use voorblad::{Bijlagen, voorblad_van};
pub use voortgangsverslag::{Voortgangsverslag, voortgangsverslag};

use crate::{Element, RapportFout, Stuk};

/// The paper of a fact; none when the fact is no element of the re-integratieverslag, or one that is
/// never on paper here: the medical part goes from bedrijfsarts to employee. An opinion of the employee
/// without open content is none either: then there is the form. `feiten` are the facts beside it: a
/// bijstelling says what it changed in the version before it.
///
/// # Errors
///
/// [`RapportFout`] when a table of the fact is not well-formed.
pub fn stuk_van(
    kop: &Kop<'_>,
    event: &Event,
    feiten: &[Event],
) -> Result<Option<Stuk>, RapportFout> {
    let verschil = verschil(event, feiten).unwrap_or(Verschil::NietTeVergelijken);
    let stuk = match event {
        Event::ProbleemanalyseVastgesteld(e) => {
            probleemanalyse(kop, &e.a, e.b.inhoud(), e.d.inhoud())?
        }
        Event::ProbleemanalyseBijgesteld(e) => {
            bijstelling_probleemanalyse(kop, &e.a, e.b.inhoud(), &verschil)?
        }
        Event::PlanVanAanpakVastgesteld(e) => plan_van_aanpak(kop, &e.a, e.b.inhoud())?,
        Event::PlanVanAanpakBijgesteld(e) => {
            bijstelling_plan_van_aanpak(kop, &e.a, e.b.inhoud(), &verschil)?
        }
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
        | Event::HerinneringUitgesteld(_)
        | Event::OndertekeningVastgelegd(_)
        | Event::GetekendExemplaarOntvangen(_)
        | Event::StukkenGevraagd(_) => return Ok(None),
    };
    Ok(Some(stuk))
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
mod tests;
