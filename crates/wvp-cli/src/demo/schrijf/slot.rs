//! UWV and the end: week 42, the letters, the re-integratieverslag, the decisions, closing.

use wvp_domain::mijlpaal::einde_dienstverband::Einde;
use wvp_domain::mijlpaal::eindevaluatie::{self, Bedrijf, Evaluatie};
use wvp_domain::mijlpaal::oordeel_werknemer::{Eens, Keuze, Oordeel, OordeelOverElement, Stand};
use wvp_domain::mijlpaal::sluiten::{Gesloten, Heropend, RedenHeropenen, RedenSluiten};
use wvp_domain::mijlpaal::uwv_besluit::{self, Besluit};
use wvp_domain::mijlpaal::uwv_brief::{self, Brief};
use wvp_domain::mijlpaal::wia_aanvraag::Aanvraag;
use wvp_domain::mijlpaal::{melding_42e_week, riv};
use wvp_domain::{Command, Datum, Secties};

use super::Script;
use crate::demo::Rol;

/// What the final evaluation says.
pub struct EindVerhaal {
    /// On how employer and employee get along.
    pub arbeidsrelatie: &'static str,
    /// On suitable work.
    pub passende_arbeid: &'static str,
    /// Where it stands.
    pub stand: &'static str,
    /// Result in the own company.
    pub eerste_spoor: &'static str,
    /// Result elsewhere.
    pub tweede_spoor: &'static str,
    /// What comes next.
    pub vervolg: &'static str,
}

/// What the employee thinks: per element agreed or not and why; then efforts and wishes.
pub struct MeningVerhaal {
    /// Per element: agreed or not, and why.
    pub per_element: &'static [(&'static str, Eens, &'static str)],
    /// Own efforts.
    pub eigen: &'static str,
    /// Efforts of the employer.
    pub werkgever: &'static str,
    /// Wishes.
    pub wensen: &'static str,
}

impl Script {
    /// The report of week 42, with the (shifted) first day as reported.
    pub fn week_42(&mut self, dag: Datum, eerste_ziektedag: Datum) {
        let stuk = self.stuk("week 42");
        let a = melding_42e_week::Melding { stuk, gemeld_op: dag, eerste_ziektedag };
        self.doe(dag, Rol::Werkgever, Command::MeldWeek42(Secties::proces(a)));
    }

    /// A letter of UWV, with the last day printed in it.
    pub fn uwv_brief(&mut self, dag: Datum, soort: uwv_brief::Soort, uiterlijk: Option<Datum>) {
        let stuk = self.stuk_van("uwv brief", dag);
        let a = Brief { stuk, soort, ontvangen_op: dag, uiterlijk };
        self.doe(dag, Rol::Casemanager, Command::LegUwvBriefVast(Secties::proces(a)));
    }

    /// The final evaluation.
    pub fn eindevaluatie(&mut self, dag: Datum, verhaal: &EindVerhaal) {
        let a = eindevaluatie::Opgesteld {
            stuk: self.stuk("eindevaluatie"),
            opgesteld_op: dag,
            ondertekeningen: self.getekend(dag),
            over_arbeidsrelatie: true,
            over_passende_arbeid: true,
        };
        let b = Evaluatie {
            oordeel_arbeidsrelatie: verhaal.arbeidsrelatie.to_owned(),
            oordeel_passende_arbeid: verhaal.passende_arbeid.to_owned(),
            stand_van_zaken: verhaal.stand.to_owned(),
            resultaat_eerste_spoor: verhaal.eerste_spoor.to_owned(),
            resultaat_tweede_spoor: verhaal.tweede_spoor.to_owned(),
            vervolg: verhaal.vervolg.to_owned(),
            visies: self.visies(),
            weigering_motivering: None,
        };
        let d = Bedrijf { aard_bedrijf: self.verhaal.mens.werkgever.aard.to_owned() };
        let wat = Command::StelEindevaluatieVast(Secties::proces(a).met_b(b).met_d(d));
        self.doe(dag, Rol::Casemanager, wat);
    }

    /// The opinion of the employee.
    pub fn oordeel_werknemer(&mut self, dag: Datum, mening: &MeningVerhaal) {
        let a = Stand { stuk: self.stuk("oordeel werknemer"), keuze: Keuze::Gegeven, op: dag };
        let per_element =
            mening.per_element.iter().map(|(element, eens, toelichting)| OordeelOverElement {
                element: (*element).to_owned(),
                eens: *eens,
                toelichting: (*toelichting).to_owned(),
            });
        let b = Oordeel {
            per_element: per_element.collect(),
            eigen_inspanningen: mening.eigen.to_owned(),
            inspanningen_werkgever: mening.werkgever.to_owned(),
            wensen: mening.wensen.to_owned(),
        };
        let wat = Command::LegOordeelWerknemerVast(Secties::proces(a).met_b(b));
        self.doe(dag, Rol::Werknemer, wat);
    }

    /// The employee is offered to give an opinion.
    pub fn oordeel_aangeboden(&mut self, dag: Datum) {
        let stuk = self.stuk("oordeel aangeboden");
        let a = Stand { stuk, keuze: Keuze::Aangeboden, op: dag };
        let wat = Command::LegOordeelWerknemerVast(Secties::proces(a));
        self.doe(dag, Rol::Casemanager, wat);
    }

    /// The re-integratieverslag goes to the employee.
    pub fn riv_over(&mut self, dag: Datum) {
        let a = riv::Overgedragen { stuk: self.stuk("riv"), overgedragen_op: dag };
        self.doe(dag, Rol::Werkgever, Command::DraagRivOver(Secties::proces(a)));
    }

    /// The employee applies for the WIA.
    pub fn wia_aanvraag(&mut self, dag: Datum) {
        let stuk = self.stuk("wia aanvraag");
        let a = Aanvraag { stuk, aangevraagd_op: dag, verkorte_wachttijd: false };
        self.doe(dag, Rol::Werknemer, Command::LegWiaAanvraagVast(Secties::proces(a)));
    }

    /// A decision of UWV; `gevraagd_op` for one that was asked for, `geldt` its first and last day.
    pub fn uwv_besluit(
        &mut self,
        dag: Datum,
        soort: uwv_besluit::Soort,
        gevraagd_op: Option<Datum>,
        geldt: [Option<Datum>; 2],
    ) {
        let [van, tot_en_met] = geldt;
        let stuk = self.stuk_van("uwv besluit", dag);
        let a = Besluit { stuk, soort, besloten_op: dag, gevraagd_op, van, tot_en_met };
        self.doe(dag, Rol::Casemanager, Command::LegUwvBesluitVast(Secties::proces(a)));
    }

    /// The employment ends; recorded on `dag`.
    pub fn einde_dienstverband(
        &mut self,
        dag: Datum,
        laatste_werkdag: Datum,
        bij_uwv_gemeld_op: Option<Datum>,
    ) {
        let a = Einde {
            stuk: self.stuk("einde dienstverband"),
            laatste_werkdag,
            herstel_binnen_drie_maanden: false,
            bij_uwv_gemeld_op,
        };
        self.doe(dag, Rol::Werkgever, Command::BeeindigDienstverband(Secties::proces(a)));
    }

    /// The dossier closes.
    pub fn sluit(&mut self, dag: Datum, reden: RedenSluiten) {
        let a = Gesloten { stuk: self.stuk_van("sluiten", dag), per: dag, reden };
        self.doe(dag, Rol::Casemanager, Command::SluitDossier(Secties::proces(a)));
    }

    /// The dossier was closed too early and opens again.
    pub fn heropen(&mut self, dag: Datum) {
        let reden = RedenHeropenen::TenOnrechteGesloten;
        let a = Heropend { stuk: self.stuk_van("heropenen", dag), per: dag, reden };
        self.doe(dag, Rol::Casemanager, Command::HeropenDossier(Secties::proces(a)));
    }
}
