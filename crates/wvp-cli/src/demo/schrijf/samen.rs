//! What employer and employee agree on: plan, talks, evaluations, second track, intervention.

use wvp_domain::mijlpaal::bijstelling_plan_van_aanpak::{Aanleiding, Bijgesteld, Wijziging};
use wvp_domain::mijlpaal::casemanager::{Aanwijzing, Contact};
use wvp_domain::mijlpaal::eerstejaarsevaluatie::{
    self, BesluitTweedeSpoor, Stagnatiesignaal, Terugblik,
};
use wvp_domain::mijlpaal::gedeeld::{Visie, Visies};
use wvp_domain::mijlpaal::plan_van_aanpak::{Activiteit, Afspraken, Opgesteld, Spoor, Tussendoel};
use wvp_domain::mijlpaal::tweede_spoor::{Besluit, Keuze, Motivering};
use wvp_domain::mijlpaal::voortgangsgesprek::{Gesprek, Verslag};
use wvp_domain::mijlpaal::{arbeidsdeskundig_onderzoek, deskundigenoordeel, interventie};
use wvp_domain::{AccountId, Command, Datum, Secties, StukId};

use super::{Script, lijst};
use crate::demo::Rol;
use crate::demo::mensen::{ARBODIENST, Onderneming, ondertekenaar};
use crate::demo::verhaal::GespreksVerhaal;

impl Script {
    /// The casemanager, named by both.
    pub fn casemanager(&mut self, dag: Datum) {
        let [naam, functie, email] = self.verhaal.mens.werkgever.casemanager;
        let a = Aanwijzing {
            stuk: self.stuk("casemanager"),
            per: dag,
            account: self.account_casemanager(),
            naam: naam.to_owned(),
            organisatie: ARBODIENST.to_owned(),
        };
        let d = Contact {
            functie: functie.to_owned(),
            telefoon: Some("085 555 01 40".to_owned()),
            email: Some(email.to_owned()),
        };
        let wat = Command::WijsCasemanagerAan(Secties::proces(a).met_d(d));
        self.doe(dag, Rol::Casemanager, wat);
    }

    /// The plan van aanpak, on the day both sign.
    pub fn plan(&mut self, dag: Datum) {
        let a = Opgesteld {
            stuk: self.stuk("plan van aanpak"),
            opgesteld_op: dag,
            ondertekeningen: self.getekend(dag),
            evaluatiemomenten: (1..=3).map(|keer| dag.plus(42 * keer)).collect(),
            casemanager: Some(self.account_casemanager()),
            visie_werkgever: true,
            visie_werknemer: true,
            termijn_gemotiveerd: false,
        };
        let b = self.afspraken(dag, Spoor::Eerste);
        let wat = Command::StelPlanVanAanpakVast(Secties::proces(a).met_b(b));
        self.doe(dag, Rol::Werkgever, wat);
    }

    /// A bijstelling of the plan; `vervangt` names the version before it.
    pub fn bijstelling_plan(
        &mut self,
        dag: Datum,
        vervangt: StukId,
        aanleiding: Aanleiding,
    ) -> StukId {
        let a = Bijgesteld {
            stuk: self.stuk_van("bijstelling plan", dag),
            opgesteld_op: dag,
            ondertekeningen: self.getekend(dag),
            vervangt,
            evaluatiemomenten: vec![dag.plus(42), dag.plus(84)],
            casemanager: Some(self.account_casemanager()),
            visie_werkgever: true,
            visie_werknemer: true,
        };
        let spoor = match aanleiding {
            Aanleiding::TweedeSpoor | Aanleiding::Loonsanctie => Spoor::EersteEnTweede,
            Aanleiding::Evaluatie
            | Aanleiding::AdviesBedrijfsarts
            | Aanleiding::GewijzigdeProbleemanalyse => Spoor::Eerste,
        };
        let stuk = a.stuk;
        let b = Wijziging { aanleiding, afspraken: self.afspraken(dag, spoor) };
        let wat = Command::StelPlanVanAanpakBij(Secties::proces(a).met_b(b));
        self.doe(dag, Rol::Werkgever, wat);
        stuk
    }

    /// A progress talk.
    pub fn gesprek(&mut self, gesprek: &GespreksVerhaal) -> StukId {
        let dag = self.dag(gesprek.week, 2);
        let [leiding, _, _] = self.verhaal.mens.werkgever.leiding;
        let [casemanager, _, _] = self.verhaal.mens.werkgever.casemanager;
        let stuk = self.stuk_van("voortgangsgesprek", dag);
        let a = Gesprek {
            stuk,
            gehouden_op: dag,
            volgende_op: Some(dag.plus(42)),
            activiteiten_tijdig: Some(true),
        };
        let b = Verslag {
            aanwezigen: lijst(&[self.verhaal.mens.naam, leiding, casemanager]),
            voortgang: gesprek.voortgang.to_owned(),
            afspraken: lijst(gesprek.afspraken),
        };
        let wat = Command::LegVoortgangsgesprekVast(Secties::proces(a).met_b(b));
        self.doe(dag, Rol::Casemanager, wat);
        stuk
    }

    /// The look back at the end of year one.
    pub fn eerstejaarsevaluatie(
        &mut self,
        dag: Datum,
        situatie: &str,
        besluit: BesluitTweedeSpoor,
        tweede_spoor: &str,
    ) {
        let a = eerstejaarsevaluatie::Opgesteld {
            stuk: self.stuk("eerstejaarsevaluatie"),
            opgesteld_op: dag,
            ondertekeningen: self.getekend(dag),
            visie_werkgever: true,
            visie_werknemer: true,
        };
        let b = Terugblik {
            periode_van: self.eerste,
            periode_tot_en_met: dag,
            tweede_spoor: besluit,
            activiteiten: self.activiteiten(self.eerste, "Uitgevoerd; zie de verslagen."),
            huidige_situatie: situatie.to_owned(),
            stagnatie: vec![Stagnatiesignaal::AchterOpDoel, Stagnatiesignaal::NietStabiel],
            tweede_spoor_motivering: tweede_spoor.to_owned(),
            nieuwe_afspraken: lijst(&[
                "Opbouw in eigen werk gaat door zolang de bedrijfsarts dat verantwoord vindt.",
                "Arbeidsdeskundige onderzoekt passend werk binnen en buiten het bedrijf.",
            ]),
            visies: self.visies(),
            weigering_motivering: None,
        };
        let wat = Command::StelEerstejaarsevaluatieVast(Secties::proces(a).met_b(b));
        self.doe(dag, Rol::Werkgever, wat);
    }

    /// The second track starts four weeks later.
    pub fn tweede_spoor(&mut self, dag: Datum, motivering: &str) {
        let a = Besluit {
            stuk: self.stuk("tweede spoor"),
            besloten_op: dag,
            keuze: Keuze::Starten,
            start_op: Some(dag.plus(28)),
        };
        let b = Motivering { motivering: motivering.to_owned() };
        let wat = Command::BesluitTweedeSpoor(Secties::proces(a).met_b(b));
        self.doe(dag, Rol::Werkgever, wat);
    }

    /// The report of the arbeidsdeskundige, accepted by the bedrijfsarts.
    pub fn arbeidsdeskundig_onderzoek(&mut self, dag: Datum, rapport: [&str; 3]) {
        let [vraagstelling, bevindingen, conclusie] = rapport.map(str::to_owned);
        let a = arbeidsdeskundig_onderzoek::Onderzoek {
            stuk: self.stuk("arbeidsdeskundig onderzoek"),
            gerapporteerd_op: dag,
            auteur: ondertekenaar("H. Brouwer", "Register-arbeidsdeskundige"),
        };
        let b = arbeidsdeskundig_onderzoek::Rapport { vraagstelling, bevindingen, conclusie };
        let wat = Command::LegArbeidsdeskundigOnderzoekVast(Secties::proces(a).met_b(b));
        self.doe(dag, Rol::Bedrijfsarts, wat);
    }

    /// UWV judges whether there is suitable work.
    pub fn deskundigenoordeel(&mut self, dag: Datum, uitkomst: &str) {
        let a = deskundigenoordeel::Oordeel {
            stuk: self.stuk("deskundigenoordeel"),
            soort: deskundigenoordeel::Vraag::PassendWerk,
            aangevraagd_op: Some(dag.plus(-21)),
            oordeel_op: dag,
        };
        let b = deskundigenoordeel::Uitkomst { uitkomst: uitkomst.to_owned() };
        let wat = Command::LegDeskundigenoordeelVast(Secties::proces(a).met_b(b));
        self.doe(dag, Rol::Casemanager, wat);
    }

    /// The advised intervention: agreed, started, ended.
    pub fn interventie(&mut self, dagen: [Datum; 3], resultaat: &str, rapport: &str) {
        let [afgesproken_op, gestart_op, beeindigd_op] = dagen;
        let advies = self.stuk("interventie advies");
        let afspraak = self.stuk("interventie afspraak");
        let start = self.stuk("interventie start");
        let stuk = self.stuk("interventie einde");
        let vergoeding = Some(interventie::Vergoeding::Deel);
        let a = interventie::Afgesproken { stuk: afspraak, advies, afgesproken_op, vergoeding };
        let wat = Command::SpreekInterventieAf(Secties::proces(a));
        self.doe(afgesproken_op, Rol::Casemanager, wat);
        let a = interventie::Gestart { stuk: start, afspraak, gestart_op };
        self.doe(gestart_op, Rol::Casemanager, Command::StartInterventie(Secties::proces(a)));
        let a = interventie::Beeindigd { stuk, start, beeindigd_op };
        let b = interventie::Resultaat { resultaat: resultaat.to_owned() };
        let c = interventie::MedischRapport { bevindingen: rapport.to_owned() };
        let wat = Command::BeeindigInterventie(Secties::proces(a).met_b(b).met_c(c));
        self.doe(beeindigd_op, Rol::Bedrijfsarts, wat);
    }

    /// The views of both.
    pub(super) fn visies(&self) -> Visies {
        let plan = &self.verhaal.plan;
        Visies {
            werkgever: Some(visie(plan.visie_werkgever)),
            werknemer: Some(visie(plan.visie_werknemer)),
        }
    }

    fn account_casemanager(&self) -> AccountId {
        Onderneming::account(self.verhaal.mens.werkgever.casemanager)
    }

    fn afspraken(&self, dag: Datum, spoor: Spoor) -> Afspraken {
        let plan = &self.verhaal.plan;
        Afspraken {
            doel_eind: self.verhaal.belastbaarheid.doel.to_owned(),
            doelen_tussen: vec![Tussendoel {
                doel: plan.tussendoel.to_owned(),
                uiterlijk: Some(dag.plus(84)),
            }],
            activiteiten: self.activiteiten(dag, "Loopt volgens afspraak."),
            spoor,
            visies: self.visies(),
            afwijking_advies: None,
            weigering_motivering: None,
            termijn_motivering: None,
        }
    }

    fn activiteiten(&self, dag: Datum, voortgang: &str) -> Vec<Activiteit> {
        let paren = self.verhaal.plan.activiteiten.iter();
        paren
            .map(|(omschrijving, wie)| Activiteit {
                omschrijving: (*omschrijving).to_owned(),
                wie: (*wie).to_owned(),
                doel: self.verhaal.plan.tussendoel.to_owned(),
                start: Some(dag.plus(7)),
                gereed: Some(dag.plus(84)),
                voortgang: voortgang.to_owned(),
            })
            .collect()
    }
}

fn visie(teksten: [&str; 3]) -> Visie {
    let [mogelijkheden, activiteiten, afspraken] = teksten.map(str::to_owned);
    Visie { mogelijkheden, activiteiten, afspraken }
}
