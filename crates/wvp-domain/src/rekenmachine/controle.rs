//! What may be wrong with the input of the calculator: all of it at once, each with its rule.

use super::InvoerFout;
use super::invoer::{Invoer, Periode, UwvBrief, Verlof};
use super::lezer::Fouten;
use crate::{Datum, TermijnId};

/// Every fault, in the order of the fields.
pub(super) fn fouten(invoer: &Invoer, peildatum: Datum) -> Vec<InvoerFout> {
    let mut fouten = Fouten::default();
    perioden(&invoer.perioden, &mut fouten);
    gedaan(invoer, peildatum, &mut fouten);
    verlof(&invoer.verlof, &mut fouten);
    uit_dienst(invoer, &mut fouten);
    brief(invoer, &mut fouten);
    dubbel(invoer, &mut fouten);
    sanctie(invoer, peildatum, &mut fouten);
    verlenging(invoer, &mut fouten);
    fouten.0
}

impl Fouten {
    /// Asks that an optional day is not before another optional day.
    fn eis_niet_voor(
        &mut self,
        veld: &str,
        dag: Option<Datum>,
        eerder: Option<Datum>,
        regel: &str,
    ) {
        if let Some((dag, eerder)) = dag.zip(eerder)
            && dag < eerder
        {
            self.meld(veld, &dag, format!("{regel} ({eerder})"));
        }
    }

    /// Asks for a day on or before the day of the question.
    fn eis_gebeurd(&mut self, veld: &str, dag: Option<Datum>, peildatum: Datum) {
        if let Some(dag) = dag.filter(|dag| *dag > peildatum) {
            self.meld(veld, &dag, format!("ligt niet na de peildatum ({peildatum})"));
        }
    }
}

/// Spells that end after they begin and do not overlap; only the last may be open.
pub(super) fn perioden(perioden: &[Periode], fouten: &mut Fouten) {
    for periode in perioden {
        if let Some(hersteld_per) = periode.hersteld_per
            && hersteld_per <= periode.eerste_ziektedag
        {
            let regel = format!(
                "de eerste dag hersteld ligt na de eerste ziektedag ({}; R-80)",
                periode.eerste_ziektedag
            );
            fouten.meld(format!("perioden[{}].hersteld_per", periode.plaats), &hersteld_per, regel);
        }
    }
    let mut op_volgorde: Vec<&Periode> = perioden.iter().collect();
    op_volgorde.sort_by_key(|periode| periode.eerste_ziektedag);
    for (vorige, volgende) in op_volgorde.iter().zip(op_volgorde.iter().skip(1)) {
        let veld = format!("perioden[{}].eerste_ziektedag", volgende.plaats);
        let begin = volgende.eerste_ziektedag;
        match vorige.hersteld_per {
            None => {
                let regel = "alleen de laatste periode mag zonder hersteld_per zijn";
                fouten.meld(veld, &begin, regel);
            }
            Some(hersteld) if hersteld > begin => {
                let regel =
                    format!("perioden overlappen niet: de vorige loopt tot {hersteld} (R-21)");
                fouten.meld(veld, &begin, regel);
            }
            Some(_) => {}
        }
    }
}

fn gedaan(invoer: &Invoer, peildatum: Datum, fouten: &mut Fouten) {
    let brief =
        invoer.gedaan.uwv_brief_ontvangen.map(|dag| ("uwv_brief_ontvangen".to_owned(), dag));
    let iva = invoer.vervroegde_iva_aanvraag.map(|dag| ("vervroegde_iva_aanvraag".to_owned(), dag));
    let termijnen = invoer.gedaan.termijnen.iter().map(|(id, dag)| (id.sleutel().to_owned(), *dag));
    let genoemd = brief.into_iter().chain(termijnen);
    let velden = genoemd.map(|(naam, dag)| (format!("gedaan.{naam}"), dag)).chain(iva);
    for (veld, dag) in velden {
        if dag > peildatum {
            fouten.meld(veld, &dag, format!("ligt niet na de peildatum ({peildatum})"));
        } else if let Some(eerste) = invoer.eerste_ziektedag().filter(|eerste| dag < *eerste) {
            fouten.meld(veld, &dag, format!("ligt niet voor de eerste ziektedag ({eerste})"));
        }
    }
}

/// Leave that ends after it begins and does not overlap.
pub(super) fn verlof(alle: &[Verlof], fouten: &mut Fouten) {
    for (nummer, verlof) in alle.iter().enumerate() {
        let plaats = verlof.plaats;
        if verlof.tot_en_met < verlof.van {
            let regel = format!("het verlof eindigt niet voor het begin ({})", verlof.van);
            fouten.meld(format!("verlof[{plaats}].tot_en_met"), &verlof.tot_en_met, regel);
        }
        let mut eerdere = alle.iter().take(nummer).rev();
        let botst =
            |ander: &&Verlof| ander.van <= verlof.tot_en_met && verlof.van <= ander.tot_en_met;
        if let Some(ander) = eerdere.find(botst) {
            let regel = format!("verlof overlapt niet met verlof vanaf {}", ander.van);
            fouten.meld(format!("verlof[{plaats}].van"), &verlof.van, regel);
        }
    }
}

/// One fact that may stand under two names stands under one, or says the same under both.
fn dubbel(invoer: &Invoer, fouten: &mut Fouten) {
    let termijnen = &invoer.gedaan.termijnen;
    for (veld, eerste, id) in [
        (
            "gedaan.iva_aanvraagvenster",
            invoer.vervroegde_iva_aanvraag,
            TermijnId::IvaAanvraagvenster,
        ),
        (
            "gedaan.uwv_kennisgeving_wia",
            invoer.gedaan.uwv_brief_ontvangen,
            TermijnId::UwvKennisgevingWia,
        ),
    ] {
        if let Some((eerste, ander)) = eerste.zip(termijnen.get(&id).copied())
            && eerste != ander
        {
            fouten.meld(veld, &ander, format!("staat elders met een andere dag ({eerste})"));
        }
    }
}

fn uit_dienst(invoer: &Invoer, fouten: &mut Fouten) {
    let eerste = invoer.eerste_ziektedag();
    let regel = "ligt niet voor de eerste ziektedag";
    fouten.eis_niet_voor("laatste_werkdag", invoer.laatste_werkdag, eerste, regel);
    fouten.eis_niet_voor("bekend_sinds", invoer.bekend_sinds, eerste, regel);
}

fn brief(invoer: &Invoer, fouten: &mut Fouten) {
    fouten.eis_niet_voor(
        "uwv_brief_uiterlijk",
        invoer.uwv_brief_uiterlijk,
        invoer.eerste_ziektedag(),
        "ligt niet voor de eerste ziektedag",
    );
    let veld = "gedaan.uwv_brief_ontvangen";
    match (invoer.uwv_brief, invoer.brief_ontvangen()) {
        (Some(UwvBrief::Ontvangen), None) => {
            fouten.meld(veld, &"", "nodig bij uwv_brief `ontvangen`");
        }
        (Some(UwvBrief::NogNiet | UwvBrief::Nooit), Some(dag)) => {
            fouten.meld(veld, &dag, "past niet bij een brief die er niet is (uwv_brief)");
        }
        (Some(UwvBrief::OpTijd | UwvBrief::Ontvangen) | None, Some(_))
        | (Some(UwvBrief::OpTijd | UwvBrief::NogNiet | UwvBrief::Nooit) | None, None) => {}
    }
}

fn sanctie(invoer: &Invoer, peildatum: Datum, fouten: &mut Fouten) {
    let Some(sanctie) = invoer.loonsanctie else { return };
    fouten.eis_gebeurd("loonsanctie.opgelegd", sanctie.opgelegd, peildatum);
    fouten.eis_gebeurd("loonsanctie.bekorting_gevraagd", sanctie.bekorting_gevraagd, peildatum);
    fouten.eis_gebeurd("loonsanctie.besluit", sanctie.besluit, peildatum);
    fouten.eis_niet_voor(
        "loonsanctie.opgelegd",
        sanctie.opgelegd,
        invoer.eerste_ziektedag(),
        "ligt niet voor de eerste ziektedag",
    );
    if let (Some(besluit), None) = (sanctie.besluit, sanctie.bekorting_gevraagd) {
        let regel = "een besluit over bekorting volgt op bekorting_gevraagd (R-35)";
        fouten.meld("loonsanctie.besluit", &besluit, regel);
    }
    fouten.eis_niet_voor(
        "loonsanctie.besluit",
        sanctie.besluit,
        sanctie.bekorting_gevraagd,
        "ligt niet voor bekorting_gevraagd",
    );
    fouten.eis_niet_voor(
        "loonsanctie.bekorting_gevraagd",
        sanctie.bekorting_gevraagd,
        sanctie.opgelegd,
        "ligt niet voor het opleggen",
    );
}

fn verlenging(invoer: &Invoer, fouten: &mut Fouten) {
    use crate::mijlpaal::vangnet::VangnetSoort::{NoRisk, Orgaandonatie, Zwangerschap};
    if let (Some(verlenging), Some(Zwangerschap | Orgaandonatie | NoRisk)) =
        (invoer.verlenging, invoer.vangnet)
    {
        let regel = "verlengen kan niet bij zwangerschap, orgaandonatie of no-risk (R-36)";
        fouten.meld("verlenging.tot", &verlenging.tot, regel);
    }
    if let Some((dag, tot)) =
        invoer.verlenging.and_then(|it| it.verkorting_gevraagd.map(|dag| (dag, it.tot)))
        && dag > tot
    {
        let regel = format!("ligt niet na het einde van de verlenging ({tot})");
        fouten.meld("verlenging.verkorting_gevraagd", &dag, regel);
    }
    let tot = invoer.verlenging.map(|verlenging| verlenging.tot);
    let regel = "ligt niet voor de eerste ziektedag";
    fouten.eis_niet_voor("verlenging.tot", tot, invoer.eerste_ziektedag(), regel);
}
