//! What the bedrijfsarts records.

use wvp_domain::doel::Doel;
use wvp_domain::mijlpaal::bijstelling_probleemanalyse::{
    self, Bijgesteld, RedenBijstelling, Wijziging,
};
use wvp_domain::mijlpaal::doorsturen::{
    Betrokkene, Bevestiging, Doorgestuurd, Gegeven, Rechtsgrond,
};
use wvp_domain::mijlpaal::gedeeld::{Beperking, Opbouwstap, Urenbeperking, WijzeContact};
use wvp_domain::mijlpaal::probleemanalyse::{self, Achtergrond, Belastbaarheid, Opgesteld};
use wvp_domain::mijlpaal::spreekuur::{Aantekeningen, Consult, Terugkoppeling};
use wvp_domain::mijlpaal::vangnet::{
    BijUwvGemeld, GemeldDoorArbodienst, VangnetSoort, WelkVolgensArbodienst,
};
use wvp_domain::mijlpaal::verlof::{Periode, SoortVerlof, Verlofsoort};
use wvp_domain::mijlpaal::{actueel_oordeel, interventie, medische_informatie};
use wvp_domain::{Command, Datum, Secties, StukId};

use super::{Script, lijst};
use crate::demo::Rol;
use crate::demo::verhaal::{MedischVerhaal, SpreekuurVerhaal};

/// What a bijstelling of the probleemanalyse says anew.
pub struct NieuweAnalyse {
    /// Why.
    pub reden: RedenBijstelling,
    /// Possibilities.
    pub mogelijkheden: &'static str,
    /// What to expect.
    pub prognose: &'static str,
    /// Medical ground: section C.
    pub medisch: &'static str,
}

/// What the actueel oordeel says.
pub struct EindOordeel {
    /// Course.
    pub verloop: &'static str,
    /// Possibilities.
    pub mogelijkheden: &'static str,
    /// Where it stands.
    pub stand: &'static str,
    /// What to expect.
    pub prognose: &'static str,
    /// On how employer and employee get along.
    pub arbeidsrelatie: &'static str,
    /// On suitable work.
    pub passende_arbeid: &'static str,
}

impl Script {
    /// A consultation; the number of its report is the ground of what rests on it.
    pub fn spreekuur(&mut self, consult: &SpreekuurVerhaal) -> StukId {
        let dag = self.dag(consult.week, 3);
        let a = Consult {
            stuk: self.stuk_van("spreekuur", dag),
            gehouden_op: dag,
            auteur: self.bedrijfsarts(),
            wijze_contact: consult.contact,
            volgende_op: Some(dag.plus(42)),
            werkt_mee: consult.werkt_mee,
            verzuim_verwacht_tot: Some(dag.plus(84)),
        };
        let b = Terugkoppeling {
            beperkingen: self.beperkingen(),
            mogelijkheden: consult.mogelijkheden.to_owned(),
            advies: consult.advies.to_owned(),
        };
        let c = Aantekeningen { aantekeningen: consult.aantekeningen.to_owned() };
        let stuk = a.stuk;
        let wat = Command::LegSpreekuurVast(Secties::proces(a).met_b(b).met_c(c));
        self.doe(dag, Rol::Bedrijfsarts, wat);
        stuk
    }

    /// The probleemanalyse, on the day it is drawn up.
    pub fn probleemanalyse(&mut self, dag: Datum) {
        let a = Opgesteld {
            stuk: self.stuk("probleemanalyse"),
            opgesteld_op: dag,
            auteur: self.bedrijfsarts(),
            datum_spreekuur: Some(dag),
            wijze_contact: WijzeContact::Spreekuur,
            plan_nodig: self.verhaal.belastbaarheid.geen_plan.is_none(),
            termijn_gemotiveerd: false,
        };
        let medisch = &self.verhaal.medisch;
        let c = probleemanalyse::Medisch {
            klachten: medisch.klachten.to_owned(),
            diagnose: medisch.diagnose.to_owned(),
            behandeling: medisch.behandeling.to_owned(),
            onderbouwing: medisch.onderbouwing.to_owned(),
            werkgerelateerd: medisch.werkgerelateerd,
            gbm_grond: medisch.gbm_grond,
        };
        let d = Achtergrond { bekwaamheden: self.verhaal.mens.bekwaamheden() };
        let secties = Secties::proces(a).met_b(self.belastbaarheid(dag)).met_c(c).met_d(d);
        self.doe(dag, Rol::Bedrijfsarts, Command::StelProbleemanalyseVast(secties));
    }

    /// A bijstelling of the probleemanalyse; `vervangt` names the version before it.
    pub fn bijstelling_analyse(
        &mut self,
        dag: Datum,
        vervangt: StukId,
        nieuw: &NieuweAnalyse,
    ) -> StukId {
        let a = Bijgesteld {
            stuk: self.stuk_van("bijstelling analyse", dag),
            opgesteld_op: dag,
            auteur: self.bedrijfsarts(),
            vervangt,
            plan_nodig: self.verhaal.belastbaarheid.geen_plan.is_none(),
        };
        let belastbaarheid = Belastbaarheid {
            mogelijkheden: nieuw.mogelijkheden.to_owned(),
            prognose: nieuw.prognose.to_owned(),
            ..self.belastbaarheid(dag)
        };
        let stuk = a.stuk;
        let secties = Secties::proces(a)
            .met_b(Wijziging { reden: nieuw.reden, belastbaarheid })
            .met_c(bijstelling_probleemanalyse::Medisch { onderbouwing: nieuw.medisch.to_owned() });
        self.doe(dag, Rol::Bedrijfsarts, Command::StelProbleemanalyseBij(secties));
        stuk
    }

    /// The actueel oordeel.
    pub fn actueel_oordeel(&mut self, dag: Datum, oordeel: &EindOordeel) {
        let a = actueel_oordeel::Opgesteld {
            stuk: self.stuk("actueel oordeel"),
            opgesteld_op: dag,
            auteur: self.bedrijfsarts(),
            over_arbeidsrelatie: true,
            over_passende_arbeid: true,
        };
        let b = actueel_oordeel::Oordeel {
            verloop: oordeel.verloop.to_owned(),
            beperkingen: self.beperkingen(),
            mogelijkheden: oordeel.mogelijkheden.to_owned(),
            stand_re_integratie: oordeel.stand.to_owned(),
            prognose: oordeel.prognose.to_owned(),
            oordeel_arbeidsrelatie: oordeel.arbeidsrelatie.to_owned(),
            oordeel_passende_arbeid: oordeel.passende_arbeid.to_owned(),
        };
        let d = actueel_oordeel::Achtergrond { bekwaamheden: self.verhaal.mens.bekwaamheden() };
        let secties = Secties::proces(a).met_b(b).met_d(d);
        self.doe(dag, Rol::Bedrijfsarts, Command::StelActueelOordeelVast(secties));
    }

    /// The medical part, handed to the employee.
    pub fn medische_informatie(&mut self, dag: Datum) {
        let a = medische_informatie::Overhandigd {
            stuk: self.stuk("medische informatie"),
            overhandigd_op: dag,
            auteur: self.bedrijfsarts(),
        };
        let c = medisch_deel(&self.verhaal.medisch, self.spreekuren_tot(dag));
        let wat = Command::OverhandigMedischeInformatie(Secties::proces(a).met_c(c));
        self.doe(dag, Rol::Bedrijfsarts, wat);
    }

    /// Advice on an intervention, with its aim and its medical ground.
    pub fn adviseer_interventie(&mut self, dag: Datum, advies: [&str; 3]) {
        let [soort, doel, onderbouwing] = advies.map(str::to_owned);
        let stuk = self.stuk("interventie advies");
        let secties = Secties::proces(interventie::Geadviseerd { stuk, geadviseerd_op: dag })
            .met_b(interventie::Inhoud { soort, doel })
            .met_c(interventie::Onderbouwing { onderbouwing });
        self.doe(dag, Rol::Bedrijfsarts, Command::AdviseerInterventie(secties));
    }

    /// Leave with the same cause, both days inclusive; the kind is for the bedrijfsarts.
    pub fn verlof(&mut self, dag: Datum, van: Datum, tot_en_met: Datum) {
        let a = Periode { stuk: self.stuk("verlof"), van, tot_en_met, telt_door: true };
        let c = SoortVerlof { soort: Verlofsoort::ZwangerschapEnBevalling };
        let wat = Command::LegVerlofVast(Secties::proces(a).met_c(c));
        self.doe(dag, Rol::Bedrijfsarts, wat);
    }

    /// The arbodienst establishes that a vangnet applies, and which one.
    pub fn vangnet_arbodienst(&mut self, dag: Datum, soort: VangnetSoort) {
        let stuk = self.stuk("vangnet arbodienst");
        let a = GemeldDoorArbodienst { stuk, van_toepassing: true, gemeld_op: dag };
        let secties = Secties::proces(a).met_c(WelkVolgensArbodienst { soort });
        self.doe(dag, Rol::Bedrijfsarts, Command::MeldVangnetAlsArbodienst(secties));
    }

    /// The vangnet case is reported to UWV.
    pub fn vangnet_bij_uwv(&mut self, dag: Datum) {
        let a = BijUwvGemeld { stuk: self.stuk("vangnet bij uwv"), gemeld_op: dag };
        self.doe(dag, Rol::Bedrijfsarts, Command::MeldVangnetBijUwv(Secties::proces(a)));
    }

    /// The bedrijfsarts tells the insurer how the process goes, and nothing else.
    pub fn stuur_door(&mut self, dag: Datum) {
        let wie = |partij: &str, functie: &str, organisatie: &str| Betrokkene {
            partij: partij.to_owned(),
            functie: functie.to_owned(),
            organisatie: organisatie.to_owned(),
        };
        let a = Doorgestuurd {
            stuk: self.stuk_van("doorzending", dag),
            op: dag,
            van: wie("arbodienst", "bedrijfsarts_stafarts", "Arbodienst De Brug"),
            aan: wie("verzekeraar", "claimbeoordelaar", "Verzekeraar Het Anker"),
            account: None,
            wat: vec![Gegeven::Proces],
            doel: Doel::Claimbeoordeling,
            grond: Rechtsgrond::Verzekering,
            geinformeerd_op: Some(dag),
            bevestigd: vec![Bevestiging::OpVerzoek],
            verplichtingen: vec![],
        };
        self.doe(dag, Rol::Bedrijfsarts, Command::StuurDoor(Secties::proces(a)));
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "consultations are one kind of many")]
    fn spreekuren_tot(&self, dag: Datum) -> Vec<Datum> {
        let dagen = self.stappen.iter().filter_map(|stap| match &stap.wat {
            Command::LegSpreekuurVast(consult) => Some(consult.a.gehouden_op),
            _ => None,
        });
        dagen.filter(|op| *op <= dag).collect()
    }

    fn beperkingen(&self) -> Vec<Beperking> {
        let paren = self.verhaal.belastbaarheid.beperkingen.iter();
        paren.map(|(rubriek, tekst)| beperking(*rubriek, tekst)).collect()
    }

    fn belastbaarheid(&self, dag: Datum) -> Belastbaarheid {
        let verhaal = &self.verhaal.belastbaarheid;
        let [begin, later] = verhaal.opbouw_procent;
        let per_week = self.verhaal.mens.deel_van_uren(begin);
        let per_dag = self.verhaal.mens.deel_van_uren(begin / 4);
        Belastbaarheid {
            dreigend_langdurig_verzuim: true,
            factoren: verhaal.factoren.to_owned(),
            beperkingen: self.beperkingen(),
            mogelijkheden: verhaal.mogelijkheden.to_owned(),
            urenbeperking: Some(Urenbeperking { per_dag, per_week }),
            lopend_onderzoek: verhaal.onderzoek.map(str::to_owned),
            prognose: verhaal.prognose.to_owned(),
            volgende_beoordeling: Some(dag.plus(42)),
            benutbare_mogelijkheden: verhaal.geen_plan.is_none(),
            geen_plan_motivering: verhaal.geen_plan.map(str::to_owned),
            re_integratiedoel: verhaal.doel.to_owned(),
            werkaanpassingen: lijst(verhaal.aanpassingen),
            opbouw: [(14, begin), (84, later)]
                .into_iter()
                .map(|(dagen, procent)| Opbouwstap {
                    vanaf: dag.plus(dagen),
                    per_week: self.verhaal.mens.deel_van_uren(procent),
                    taken: self.verhaal.plan.taken.to_owned(),
                })
                .collect(),
            mediation_wenselijk: verhaal.mediation,
        }
    }
}

fn beperking(rubriek: wvp_domain::mijlpaal::gedeeld::Rubriek, tekst: &str) -> Beperking {
    Beperking { rubriek, tekst: tekst.to_owned() }
}

fn medisch_deel(verhaal: &MedischVerhaal, spreekuren: Vec<Datum>) -> medische_informatie::Medisch {
    medische_informatie::Medisch {
        klachten: verhaal.klachten.to_owned(),
        diagnoses: vec![verhaal.diagnose.to_owned()],
        bevindingen: verhaal.bevindingen.to_owned(),
        behandelingen: vec![verhaal.behandeling.to_owned()],
        medicatie: verhaal.medicatie.to_owned(),
        beloop: verhaal.beloop.to_owned(),
        prognose: verhaal.prognose.to_owned(),
        onderbouwing_beperkingen: verhaal.onderbouwing.to_owned(),
        urenbeperking_grond: Some(verhaal.onderbouwing.to_owned()),
        gbm_grond: verhaal.gbm_grond,
        informatie_behandelend_sector: vec![format!("Huisarts: {}", verhaal.beloop)],
        afwijking_richtlijn_motivering: Some(format!("Verloop wijkt af: {}", verhaal.beloop)),
        spreekuren,
    }
}
