//! What somebody does, written as the command of that person, with the marks of the employee in it.

use anyhow::Context as _;
use wvp_cli::demo::{
    EindOordeel, EindVerhaal, GespreksVerhaal, MeningVerhaal, Script, SpreekuurVerhaal, Stap,
    VOORBEELD, Zaak,
};
use wvp_domain::mijlpaal::eerstejaarsevaluatie::BesluitTweedeSpoor;
use wvp_domain::mijlpaal::gedeeld::WijzeContact;
use wvp_domain::mijlpaal::oordeel_werknemer::Eens;
use wvp_domain::mijlpaal::sluiten::RedenSluiten;
use wvp_domain::mijlpaal::uwv_brief;
use wvp_domain::{Command, Datum, StukId};

use super::Levensloop;
use super::mensen::{bsn, email, naam};
use crate::merk::Planter;

/// What is done; on one day in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Daad {
    /// Somebody is reported ill.
    Ziekmelding,
    /// The arbodienst is told.
    MeldingArbodienst,
    /// Leave is recorded, from and up to and including these days.
    Verlof(Datum, Datum),
    /// Recovery.
    Hersteld,
    /// Ill again.
    OpnieuwZiek,
    /// A consultation.
    Spreekuur,
    /// The probleemanalyse.
    Probleemanalyse,
    /// The plan van aanpak.
    Plan,
    /// A casemanager is appointed.
    Casemanager,
    /// A progress talk.
    Gesprek,
    /// The report in week 42.
    Week42,
    /// The evaluation of the first year.
    Eerstejaarsevaluatie,
    /// The letter of UWV.
    UwvBrief,
    /// The actueel oordeel.
    ActueelOordeel,
    /// The medical part is handed over.
    MedischeInformatie,
    /// The employee is asked for an opinion.
    OordeelAangeboden,
    /// The final evaluation.
    Eindevaluatie,
    /// The opinion of the employee.
    OordeelWerknemer,
    /// The re-integratieverslag is handed over.
    RivOver,
    /// The application for the WIA.
    WiaAanvraag,
    /// The first day of illness turns out to be another.
    Corrigeer(Datum),
    /// The dossier is closed.
    Sluit,
}

impl Levensloop {
    /// The people and numbers around the dossier.
    ///
    /// # Errors
    ///
    /// When a number does not exist.
    pub fn zaak(&self) -> anyhow::Result<Zaak> {
        let mut zaak = Zaak::uit(self.script(), vec![])?;
        zaak.persoon.naam = naam(self.nummer);
        zaak.persoon.email = Some(email(self.nummer));
        zaak.bsn = bsn(self.nummer)?;
        Ok(zaak)
    }

    /// The number of a document of this dossier.
    #[must_use]
    pub fn stuk(&self, naam: &str) -> StukId {
        self.script().stuk(naam)
    }

    pub(super) fn stap(&self, dag: Datum, daad: Daad) -> anyhow::Result<Stap> {
        let mut script = self.script();
        if daad == Daad::Ziekmelding {
            // The script begins with it, and goes on with what comes at a time of its own here.
            script.stappen.truncate(1);
        } else {
            script.stappen.clear();
            schrijf(&mut script, dag, daad);
        }
        let mut stap = script.stappen.pop().context("een daad zonder stap")?;
        if let Command::MeldZiek(melding) = &mut stap.wat {
            melding.a.naam = naam(self.nummer);
        }
        Planter::in_medisch().opdracht(&mut stap.wat);
        Ok(stap)
    }

    fn script(&self) -> Script {
        let sleutel = format!("herinneringen/{}/{}/{}", self.seed, self.nummer, self.deel);
        Script::begin_onder(VOORBEELD, sleutel, self.begin)
    }
}

fn schrijf(script: &mut Script, dag: Datum, daad: Daad) {
    match daad {
        // The script began with it.
        Daad::Ziekmelding => {}
        Daad::MeldingArbodienst => script.melding_arbodienst(dag),
        Daad::Verlof(van, tot_en_met) => script.verlof(dag, van, tot_en_met),
        Daad::Hersteld => script.hersteld(dag),
        Daad::OpnieuwZiek => script.opnieuw_ziek(dag),
        Daad::Spreekuur => drop(script.spreekuur(&consult(week(script, dag)))),
        Daad::Probleemanalyse => script.probleemanalyse(dag),
        Daad::Plan => script.plan(dag),
        Daad::Casemanager => script.casemanager(dag),
        Daad::Gesprek => drop(script.gesprek(&gesprek(week(script, dag)))),
        Daad::Week42 => script.week_42(dag, script.eerste),
        Daad::Eerstejaarsevaluatie => {
            let besluit = BesluitTweedeSpoor::NietNodig;
            script.eerstejaarsevaluatie(dag, "Het werk lukt half.", besluit, "Niet nodig.");
        }
        Daad::UwvBrief => script.uwv_brief(dag, uwv_brief::Soort::KennisgevingWia, None),
        Daad::ActueelOordeel => script.actueel_oordeel(dag, &OORDEEL),
        Daad::MedischeInformatie => script.medische_informatie(dag),
        Daad::OordeelAangeboden => script.oordeel_aangeboden(dag),
        Daad::Eindevaluatie => script.eindevaluatie(dag, &EINDE),
        Daad::OordeelWerknemer => script.oordeel_werknemer(dag, &MENING),
        Daad::RivOver => script.riv_over(dag),
        Daad::WiaAanvraag => script.wia_aanvraag(dag),
        Daad::Corrigeer(werkelijk) => {
            let melding = script.stuk("ziekmelding");
            script.corrigeer(dag, melding, werkelijk, "Bleek later.");
        }
        Daad::Sluit => script.sluit(dag, RedenSluiten::WachttijdVoorbij),
    }
}

/// The week of illness that a day lies in, from 1.
fn week(script: &Script, dag: Datum) -> i32 {
    script.eerste.dagen_tot(dag) / 7 + 1
}

fn consult(week: i32) -> SpreekuurVerhaal {
    SpreekuurVerhaal {
        week,
        contact: WijzeContact::Spreekuur,
        mogelijkheden: "Licht werk.",
        advies: "Rustig opbouwen.",
        aantekeningen: "Zoals verwacht.",
        werkt_mee: true,
    }
}

fn gesprek(week: i32) -> GespreksVerhaal {
    GespreksVerhaal { week, voortgang: "Het gaat vooruit.", afspraken: &["Verder opbouwen"] }
}

const OORDEEL: EindOordeel = EindOordeel {
    verloop: "Stabiel.",
    mogelijkheden: "Licht werk.",
    stand: "Werkt deels.",
    prognose: "Onzeker.",
    arbeidsrelatie: "Goed.",
    passende_arbeid: "Passend.",
};

const EINDE: EindVerhaal = EindVerhaal {
    arbeidsrelatie: "Goed.",
    passende_arbeid: "Passend.",
    stand: "Werkt deels.",
    eerste_spoor: "Deels gelukt.",
    tweede_spoor: "Niet nodig.",
    vervolg: "Verder zoals nu.",
};

const MENING: MeningVerhaal = MeningVerhaal {
    per_element: &[("Plan van aanpak", Eens::Ja, "Goed.")],
    eigen: "Gewerkt.",
    werkgever: "Geholpen.",
    wensen: "Geen.",
};

#[cfg(test)]
mod tests {
    use serde_json::to_string;
    use wvp_domain::Command;

    use super::super::levenslopen;
    use super::super::mensen::NAAMMERK;
    use crate::merk::MERK;

    #[test]
    fn elke_daad_wordt_een_stap_op_haar_eigen_dag_met_de_merken_van_de_werknemer() {
        let (mut met_naam, mut met_merk) = (0, 0);
        for levensloop in levenslopen(1, 30) {
            for (dag, daad) in &levensloop.daden {
                let stap = levensloop.stap(*dag, *daad).unwrap();
                assert_eq!(stap.dag, *dag, "{daad:?}");
                if let Command::MeldZiek(melding) = &stap.wat {
                    met_naam += usize::from(melding.a.naam.contains(NAAMMERK));
                }
                if let Command::StelProbleemanalyseVast(analyse) = &stap.wat {
                    let medisch = to_string(analyse.c.inhoud().unwrap()).unwrap();
                    met_merk += usize::from(medisch.contains(MERK));
                }
            }
        }
        assert!(met_naam >= 30 && met_merk > 10, "{met_naam} {met_merk}");
    }
}
