//! Spells and work: ill, recovered, ill again, partly at work; measures on wages; corrections.

use wvp_domain::mijlpaal::correctie::{Gecorrigeerd, Reden, Toelichting, Wordt};
use wvp_domain::mijlpaal::gedeeld::Percentage;
use wvp_domain::mijlpaal::loonmaatregel::{self, Opgelegd};
use wvp_domain::mijlpaal::ziekmelding::Bereikbaarheid;
use wvp_domain::mijlpaal::{
    aow, arbeidstherapie, hernieuwde_ziekmelding, herstelmelding, inzetbaarheid,
    melding_arbodienst, regres, vangnet, ziekmelding,
};
use wvp_domain::{Command, Datum, Secties, StukId};

use super::Script;
use crate::demo::Rol;
use crate::demo::mensen::adres;

impl Script {
    /// The report of illness: `eerste` is the first day of illness as reported.
    pub fn ziekmelding(&mut self, dag: Datum, eerste: Datum) {
        let mens = self.verhaal.mens;
        let a = ziekmelding::Melding {
            stuk: self.stuk("ziekmelding"),
            werknemer: self.werknemer(),
            werkgever: mens.werkgever.id(),
            naam: mens.naam.to_owned(),
            eerste_ziektedag: eerste,
            gemeld_op: dag,
            werkhervatting_verwacht: Some(dag.plus(14)),
        };
        let d = Bereikbaarheid {
            telefoon: Some(mens.telefoon.to_owned()),
            verblijfadres: self.verhaal.verblijf.map(adres),
        };
        self.doe(dag, Rol::Casemanager, Command::MeldZiek(Secties::proces(a).met_d(d)));
    }

    /// The report to the arbodienst.
    pub fn melding_arbodienst(&mut self, dag: Datum) {
        let stuk = self.stuk_van("melding arbodienst", dag);
        let a = melding_arbodienst::Melding { stuk, gemeld_op: dag };
        self.doe(dag, Rol::Werkgever, Command::MeldBijArbodienst(Secties::proces(a)));
    }

    /// How much of the contract hours is worked from that day, on whose judgement.
    pub fn werkt(&mut self, dag: Datum, procent: u16, grond: StukId) {
        let afwezig = 100_u16.saturating_sub(procent).saturating_mul(100);
        let Ok(ao_percentage) = Percentage::try_new(afwezig) else { return };
        let a = inzetbaarheid::Wijziging {
            stuk: self.stuk_van("inzetbaarheid", dag),
            vanaf: dag,
            ao_percentage,
            uren_per_week: Some(self.verhaal.mens.deel_van_uren(procent)),
            grond,
        };
        let werkzaamheden = self.verhaal.plan.taken.to_owned();
        let b = inzetbaarheid::Werkzaamheden { werkzaamheden, eigen_werk: procent > 50 };
        let wat = Command::WijzigInzetbaarheid(Secties::proces(a).met_b(b));
        self.doe(dag, Rol::Casemanager, wat);
    }

    /// Arbeidstherapie of six weeks.
    pub fn arbeidstherapie(&mut self, dag: Datum, werkzaamheden: &str, doel: &str) {
        let a = arbeidstherapie::Afspraak {
            stuk: self.stuk("arbeidstherapie"),
            van: dag,
            tot_en_met: Some(dag.plus(41)),
            uren_per_week: self.verhaal.mens.deel_van_uren(25),
        };
        let b = arbeidstherapie::Werkzaamheden {
            werkzaamheden: werkzaamheden.to_owned(),
            doel: doel.to_owned(),
        };
        let wat = Command::StartArbeidstherapie(Secties::proces(a).met_b(b));
        self.doe(dag, Rol::Casemanager, wat);
    }

    /// Full recovery: `dag` is the first fit day.
    pub fn hersteld(&mut self, dag: Datum) {
        let stuk = self.stuk_van("herstel", dag);
        let a = herstelmelding::Herstel { stuk, eerste_dag_geschikt: dag, gemeld_op: dag };
        self.doe(dag, Rol::Werkgever, Command::MeldHersteld(Secties::proces(a)));
    }

    /// Ill again: `dag` is the first day of the new spell.
    pub fn opnieuw_ziek(&mut self, dag: Datum) {
        let a = hernieuwde_ziekmelding::Terugval {
            stuk: self.stuk_van("opnieuw ziek", dag),
            eerste_ziektedag: dag,
            gemeld_op: dag,
            telt_niet_voor_opzegverbod: false,
        };
        self.doe(dag, Rol::Werkgever, Command::MeldOpnieuwZiek(Secties::proces(a)));
    }

    /// A fact turns out to be about another day.
    pub fn corrigeer(&mut self, dag: Datum, van: StukId, datum: Datum, toelichting: &str) {
        let a = Gecorrigeerd {
            stuk: self.stuk_van("correctie", dag),
            van,
            wordt: Wordt::Datum(datum),
            op: dag,
            reden: Reden::LaterGebleken,
        };
        let b = Toelichting { toelichting: toelichting.to_owned() };
        let wat = Command::CorrigeerFeit(Secties::proces(a).met_b(b));
        self.doe(dag, Rol::Casemanager, wat);
    }

    /// Wages are suspended until the duty is met, seven days later.
    pub fn loonopschorting(&mut self, dag: Datum, reden: &str) {
        let maatregel = self.stuk("loonopschorting");
        let a = Opgelegd {
            stuk: maatregel,
            soort: loonmaatregel::Soort::Opschorting,
            vanaf: dag,
            aangekondigd_op: dag,
        };
        let b = loonmaatregel::Reden { reden: reden.to_owned() };
        let wat = Command::LegLoonmaatregelOp(Secties::proces(a).met_b(b));
        self.doe(dag, Rol::Werkgever, wat);
        let per = dag.plus(7);
        let stuk = self.stuk("einde loonopschorting");
        let wat = Command::BeeindigLoonmaatregel(Secties::proces(loonmaatregel::Beeindigd {
            stuk,
            maatregel,
            per,
        }));
        self.doe(per, Rol::Werkgever, wat);
    }

    /// The employee tells that a vangnet applies; which one is for the bedrijfsarts.
    pub fn vangnet_werknemer(&mut self, dag: Datum) {
        let stuk = self.stuk("vangnet werknemer");
        let a = vangnet::GemeldDoorWerknemer { stuk, van_toepassing: true, gemeld_op: dag };
        self.doe(dag, Rol::Werknemer, Command::MeldVangnetAlsWerknemer(Secties::proces(a)));
    }

    /// The employee tells whether a third party is liable.
    pub fn regres(&mut self, dag: Datum, van_toepassing: bool) {
        let a = regres::Gemeld { stuk: self.stuk("regres"), van_toepassing, gemeld_op: dag };
        self.doe(dag, Rol::Werknemer, Command::MeldRegres(Secties::proces(a)));
    }

    /// The AOW date becomes known.
    pub fn aow(&mut self, dag: Datum, aow_datum: Datum) {
        let a = aow::Aow { stuk: self.stuk("aow"), aow_datum };
        self.doe(dag, Rol::Casemanager, Command::LegAowDatumVast(Secties::proces(a)));
    }
}
