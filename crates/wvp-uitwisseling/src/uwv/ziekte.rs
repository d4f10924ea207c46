//! Ziekteaangifte: illness under a vangnet.

use serde::Serialize;
use wvp_domain::rekenmachine::InvoerFout;

use crate::codelijst::Code;
use crate::codelijst::uwv::{
    Aangifte, InitiatiefnemerOntslag, JaNee, RedenNoRisk, RedenRegres, RedenZiekmelding,
};
use crate::lezer::Lezer;
use crate::waarde::{Cijfers, Honderdsten, Tekst, Uurminuut, UwvDatum, UwvTijdstip, VrijeTekst};

/// Illness under a vangnet, as an employer tells it.
#[derive(Clone, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct MeldingZiekte {
    /// Whether an earlier message should be withdrawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ind_verzoek_tot_intrekken: Option<Code<JaNee>>,
    /// The mark of the sender.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub referentie_melding: Option<Tekst<64>>,
    /// When the message was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dat_tijd_opstellen_melding: Option<UwvTijdstip>,
    /// When the employee reported ill.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dat_ontvangst_melding_werkgever: Option<UwvDatum>,
    /// First day of illness.
    pub dat_eerste_ao_dag: UwvDatum,
    /// What else UWV should know: nothing about the illness.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub toelichting_melding: Option<VrijeTekst<4096>>,
    /// Whether there was work to do on the first day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ind_werkverplichting_eerste_ao_dag: Option<Code<JaNee>>,
    /// Whether UWV pays the employee.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ind_directe_uitkering: Option<Code<JaNee>>,
    /// Last day of work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dat_laatste_gewerkte_dag: Option<UwvDatum>,
    /// First day of work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dat_eerste_werkdag: Option<UwvDatum>,
    /// Worked on the first day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aant_gewerkte_uren_eerste_ao_dag: Option<Uurminuut>,
    /// Due on the first day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aant_roosteruren_eerste_ao_dag: Option<Uurminuut>,
    /// Whether Saturday is a working day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ind_werkdag_op_zaterdag: Option<Code<JaNee>>,
    /// Whether Sunday is a working day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ind_werkdag_op_zondag: Option<Code<JaNee>>,
    /// Whether the tasks of the werkmap were done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ind_voldoen_taken_werkmap: Option<Code<JaNee>>,
    /// Whether the rules of control were kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ind_akk_controlevoorschriften: Option<Code<JaNee>>,
    /// Wage for what was worked on the first day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bedr_sv_loon_ged_werken_eerste_ao_dag: Option<Honderdsten<9_999_999>>,
    /// Wage per day for what is worked while ill.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bedr_sv_loon_per_dag_ged_werken_tijd_ao: Option<Honderdsten<9_999_999>>,
    /// Subsidy under the WSW.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bedr_wsw_subsidie_excl_wgpremies: Option<Honderdsten<9_999_999>>,
    /// Why the message is late: nothing about the illness.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub oms_reden_te_late_aanvraag_uitkering: Option<VrijeTekst<256>>,
    /// Hours per week on average.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gemiddeld_aant_werkuren_per_week: Option<Uurminuut>,
    /// Whether the employment ends during illness.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ind_e_dnstvrbnd_ctr_tijdens_ziekte: Option<Code<JaNee>>,
    /// When recovery is expected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dat_verwacht_herstel: Option<UwvDatum>,
    /// Whether the employer bears the risk itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ind_erd_melding: Option<Code<JaNee>>,
    /// Of whom worked on call or as a stand-in: how it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub oproep_inval_ziek_uit_dienst_mld: Option<OproepInvalZiekUitDienst>,
    /// Which vangnet it is, and why: kept apart from all others.
    #[serde(flatten)]
    pub redenen: Vangnetredenen,
}

impl MeldingZiekte {
    pub(super) fn lees(lezer: &mut Lezer<'_>) -> Option<Self> {
        let dat_eerste_ao_dag = lezer.eis("DatEersteAoDag");
        let ind_verzoek_tot_intrekken = lezer.mag("IndVerzoekTotIntrekken");
        let referentie_melding = lezer.mag("ReferentieMelding");
        let dat_tijd_opstellen_melding = lezer.mag("DatTijdOpstellenMelding");
        let dat_ontvangst_melding_werkgever = lezer.mag("DatOntvangstMeldingWerkgever");
        let toelichting_melding = lezer.mag("ToelichtingMelding");
        let ind_werkverplichting_eerste_ao_dag = lezer.mag("IndWerkverplichtingEersteAoDag");
        let ind_directe_uitkering = lezer.mag("IndDirecteUitkering");
        let dat_laatste_gewerkte_dag = lezer.mag("DatLaatsteGewerkteDag");
        let dat_eerste_werkdag = lezer.mag("DatEersteWerkdag");
        let aant_gewerkte_uren_eerste_ao_dag = lezer.mag("AantGewerkteUrenEersteAoDag");
        let aant_roosteruren_eerste_ao_dag = lezer.mag("AantRoosterurenEersteAoDag");
        let ind_werkdag_op_zaterdag = lezer.mag("IndWerkdagOpZaterdag");
        let ind_werkdag_op_zondag = lezer.mag("IndWerkdagOpZondag");
        let ind_voldoen_taken_werkmap = lezer.mag("IndVoldoenTakenWerkmap");
        let ind_akk_controlevoorschriften = lezer.mag("IndAkkControlevoorschriften");
        let bedr_sv_loon_ged_werken_eerste_ao_dag = lezer.mag("BedrSvLoonGedWerkenEersteAoDag");
        let bedr_sv_loon_per_dag_ged_werken_tijd_ao = lezer.mag("BedrSvLoonPerDagGedWerkenTijdAo");
        let bedr_wsw_subsidie_excl_wgpremies = lezer.mag("BedrWswSubsidieExclWgpremies");
        let oms_reden_te_late_aanvraag_uitkering = lezer.mag("OmsRedenTeLateAanvraagUitkering");
        let gemiddeld_aant_werkuren_per_week = lezer.mag("GemiddeldAantWerkurenPerWeek");
        let ind_e_dnstvrbnd_ctr_tijdens_ziekte = lezer.mag("IndEDnstvrbndCtrTijdensZiekte");
        let dat_verwacht_herstel = lezer.mag("DatVerwachtHerstel");
        let ind_erd_melding = lezer.mag("IndErdMelding");
        let oproep_inval_ziek_uit_dienst_mld = lezer
            .mag_groep("OproepInvalZiekUitDienstMld", |groep| {
                Some(OproepInvalZiekUitDienst::lees(groep))
            });
        let redenen = Vangnetredenen::lees(lezer);
        Some(Self {
            ind_verzoek_tot_intrekken,
            referentie_melding,
            dat_tijd_opstellen_melding,
            dat_ontvangst_melding_werkgever,
            dat_eerste_ao_dag: dat_eerste_ao_dag?,
            toelichting_melding,
            ind_werkverplichting_eerste_ao_dag,
            ind_directe_uitkering,
            dat_laatste_gewerkte_dag,
            dat_eerste_werkdag,
            aant_gewerkte_uren_eerste_ao_dag,
            aant_roosteruren_eerste_ao_dag,
            ind_werkdag_op_zaterdag,
            ind_werkdag_op_zondag,
            ind_voldoen_taken_werkmap,
            ind_akk_controlevoorschriften,
            bedr_sv_loon_ged_werken_eerste_ao_dag,
            bedr_sv_loon_per_dag_ged_werken_tijd_ao,
            bedr_wsw_subsidie_excl_wgpremies,
            oms_reden_te_late_aanvraag_uitkering,
            gemiddeld_aant_werkuren_per_week,
            ind_e_dnstvrbnd_ctr_tijdens_ziekte,
            dat_verwacht_herstel,
            ind_erd_melding,
            oproep_inval_ziek_uit_dienst_mld,
            redenen: redenen?,
        })
    }
}

impl MeldingZiekte {
    pub(super) fn fouten(&self) -> Vec<InvoerFout> {
        let mut fouten = vec![];
        let mut meld = |veld: &str, waarde: String, regel: &str| {
            let veld = format!("MeldingZiekte.{veld}");
            fouten.push(InvoerFout { veld, waarde, regel: regel.to_owned() });
        };
        let eerste = self.dat_eerste_ao_dag;
        if let Some(dag) = self.dat_verwacht_herstel.filter(|dag| *dag <= eerste) {
            meld("DatVerwachtHerstel", dag.to_string(), "ligt na de eerste ziektedag");
        }
        if let Some(dag) = self.dat_laatste_gewerkte_dag.filter(|dag| *dag > eerste) {
            meld("DatLaatsteGewerkteDag", dag.to_string(), "ligt niet na de eerste ziektedag");
        }
        let is_no_risk = self.redenen.cd_reden_aangifte_ao.code() == "04";
        if self.redenen.cd_reden_toepassen_art29b_zw.is_some() && !is_no_risk {
            let regel = "hoort alleen bij een aangifte vanwege no-risk";
            meld("CdRedenToepassenArt29bZw", "(niet herhaald)".to_owned(), regel);
        }
        fouten
    }
}

/// Which vangnet it is and why.
///
/// Only who reports to UWV sees it (compartment of the vangnet, category C).
#[derive(Clone, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Vangnetredenen {
    /// Which vangnet.
    pub cd_reden_aangifte_ao: Code<Aangifte>,
    /// Why it is reported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cd_reden_ziekmelding: Option<Code<RedenZiekmelding>>,
    /// Whether somebody else may be liable.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cd_reden_regres: Option<Code<RedenRegres>>,
    /// On which ground the no-risk rule applies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cd_reden_toepassen_art29b_zw: Option<Code<RedenNoRisk>>,
}

impl Vangnetredenen {
    fn lees(lezer: &mut Lezer<'_>) -> Option<Self> {
        let cd_reden_aangifte_ao = lezer.eis("CdRedenAangifteAo");
        let cd_reden_ziekmelding = lezer.mag("CdRedenZiekmelding");
        let cd_reden_regres = lezer.mag("CdRedenRegres");
        let cd_reden_toepassen_art29b_zw = lezer.mag("CdRedenToepassenArt29bZw");
        Some(Self {
            cd_reden_aangifte_ao: cd_reden_aangifte_ao?,
            cd_reden_ziekmelding,
            cd_reden_regres,
            cd_reden_toepassen_art29b_zw,
        })
    }
}

/// How work on call or as a stand-in ended.
#[derive(Clone, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct OproepInvalZiekUitDienst {
    /// Day of the notice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dat_opzeggen_arbeidsovereenkomst: Option<UwvDatum>,
    /// Who ended it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cd_initiatiefnemer_ontslag: Option<Code<InitiatiefnemerOntslag>>,
    /// Whether it ended at once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ind_ontslag_op_staande_voet: Option<Code<JaNee>>,
    /// How often there was a call.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aant_keren_opgeroepen_voor_arbeid: Option<Cijfers<1, 4>>,
}

impl OproepInvalZiekUitDienst {
    fn lees(lezer: &mut Lezer<'_>) -> Self {
        Self {
            dat_opzeggen_arbeidsovereenkomst: lezer.mag("DatOpzeggenArbeidsovereenkomst"),
            cd_initiatiefnemer_ontslag: lezer.mag("CdInitiatiefnemerOntslag"),
            ind_ontslag_op_staande_voet: lezer.mag("IndOntslagOpStaandeVoet"),
            aant_keren_opgeroepen_voor_arbeid: lezer.mag("AantKerenOpgeroepenVoorArbeid"),
        }
    }
}
