//! One chain of spells with its facts, seen on one day: what rows look at.

mod onthouden;

use onthouden::{Onthouden, onthoud};

use super::verloop::{Loonsanctie, UwvBrief, Verlenging};
use super::voorwaarde::{verlenging_kan, zonder_brief};
use super::{
    Basis, KeuzeId, Optie, Riv, Tabelstand, Termijn, TermijnId, Verloop, dagsleutel, tabel,
};
use crate::wachttijd::{Keten, LAATSTE_WACHTTIJDDAG, Verlofperiode};
use crate::{Datum, Grondslag};

/// One chain, its facts, and the day on which it is looked at.
pub struct Geval<'a> {
    /// All facts.
    pub verloop: &'a Verloop,
    /// The chain.
    pub keten: &'a Keten,
    /// D* (C-08).
    pub d_ster: Datum,
    /// The day of the question.
    pub peildatum: Datum,
    /// Which rows of the table are known.
    pub tabel: Tabelstand,
    /// What was computed before: rows ask each other for the same days over and over.
    onthouden: Onthouden,
}

/// Up to which day of the case (counted from D*, exclusive) which report goes along at the end of the
/// employment (R-66, law.md section 4; WIA knows the first line, UWV's policy the second).
pub const RIV_UIT_DIENST: [(i32, Riv, Grondslag); 2] = [
    (42, Riv::Geen, Grondslag::new("R-66", "Ziektewet art. 38 lid 2")),
    (70, Riv::Verkort, Grondslag::new("R-66", "UWV, re-integratieverslag bij ziek uit dienst")),
];

/// Days from the AOW date (day 0) to the last day of wages, by D* (R-70, R-71), newest first.
const AOW_LOON_DAGEN: [((i32, u32, u32), i32); 2] = [((2023, 7, 1), 41), ((2016, 1, 1), 90)];

/// Days from the first to the last day of a full loonsanctie: 52 weeks, both inclusive.
pub const LOONSANCTIE_DAGEN: i32 = 363;

impl<'a> Geval<'a> {
    /// Looks at a chain on a day, by the whole table.
    #[must_use]
    pub fn new(verloop: &'a Verloop, keten: &'a Keten, peildatum: Datum) -> Self {
        Self::bij_tabel(verloop, keten, peildatum, Tabelstand::NU)
    }

    /// Looks at a chain on a day, by the table as it stood.
    #[must_use]
    pub fn bij_tabel(
        verloop: &'a Verloop,
        keten: &'a Keten,
        peildatum: Datum,
        tabel: Tabelstand,
    ) -> Self {
        let d_ster = keten.verschoven_eerste_ziektedag();
        Self { verloop, keten, d_ster, peildatum, tabel, onthouden: Onthouden::leeg() }
    }

    /// Whether this answer is set (law.md section 10).
    #[must_use]
    pub fn kiest(&self, id: KeuzeId, optie: Optie) -> bool {
        self.verloop.keuzes.is(id, optie)
    }

    /// First day on which the step was taken in this chain.
    #[must_use]
    pub fn gedaan(&self, id: TermijnId) -> Option<Datum> {
        self.dagen(id).next()
    }

    /// Last day on which the step was taken in this chain.
    #[must_use]
    pub fn laatst_gedaan(&self, id: TermijnId) -> Option<Datum> {
        self.dagen(id).last()
    }

    /// First day, on or after `vanaf`, on which the step was taken in this chain.
    #[must_use]
    pub fn gedaan_vanaf(&self, id: TermijnId, vanaf: Datum) -> Option<Datum> {
        self.dagen(id).find(|dag| *dag >= vanaf)
    }

    /// How often the step was taken in this chain.
    #[must_use]
    pub fn keren(&self, id: TermijnId) -> usize {
        self.dagen(id).count()
    }

    /// The row that applies and is in force, if there is one.
    #[must_use]
    pub fn rij(&self, id: TermijnId, basis: Basis) -> Option<&'static Termijn> {
        let plaats = tabel::plaats(id, basis)?;
        onthoud(self.onthouden.rijen.get(plaats), || {
            tabel::nieuwste(self, tabel::GROEPEN.get(plaats)?)
        })
    }

    /// The last day by the row of this id and basis that applies and is in force.
    #[must_use]
    pub fn uiterlijk(&self, id: TermijnId, basis: Basis) -> Option<Datum> {
        let plaats = tabel::plaats(id, basis)?;
        onthoud(self.onthouden.dagen.get(plaats), || self.rij(id, basis)?.uiterlijk_in(self))
    }

    /// The last day of the wachttijd, with voluntary extension (C-07, R-36).
    #[must_use]
    pub fn einde_wachttijd(&self) -> Datum {
        self.uiterlijk(TermijnId::EindeWachttijd, Basis::Wet)
            .unwrap_or(self.d_ster.plus(LAATSTE_WACHTTIJDDAG))
    }

    /// The judgement from which the plan runs, in this chain.
    #[must_use]
    pub fn oordeel(&self) -> Option<Datum> {
        self.verloop.oordeel.filter(|dag| self.keten.bevat(*dag))
    }

    /// The report in week 42, or what counts as it (R-11a).
    #[must_use]
    pub fn melding_42e_week(&self) -> Option<Datum> {
        let verlenging = self.gedaan(TermijnId::VerlengingAanvraag);
        let melding = self.gedaan(TermijnId::Melding42eWeek);
        [melding, self.iva_aanvraag(), verlenging].into_iter().flatten().min()
    }

    /// The early IVA application, in this chain.
    #[must_use]
    pub fn iva_aanvraag(&self) -> Option<Datum> {
        self.verloop.vervroegde_iva_aanvraag.filter(|dag| self.keten.bevat(*dag))
    }

    /// The last day that UWV printed in its letter, in this chain (K-6).
    #[must_use]
    pub fn brief_uiterlijk(&self) -> Option<Datum> {
        let gaat_voor = self.kiest(KeuzeId::K6, Optie::DatumInBrief);
        self.verloop.uwv_brief_uiterlijk.filter(|dag| gaat_voor && self.keten.bevat(*dag))
    }

    /// The voluntary extension that ends in this chain.
    #[must_use]
    pub fn verlenging(&self) -> Option<Verlenging> {
        let kan = verlenging_kan(self);
        self.verloop.verlenging.filter(|verlenging| kan && self.keten.bevat(verlenging.tot))
    }

    /// The day UWV's letter came in, if it is known, in this chain.
    #[must_use]
    pub fn brief_ontvangen(&self) -> Option<Datum> {
        match self.verloop.uwv_brief {
            UwvBrief::Ontvangen(dag) => Some(dag).filter(|dag| self.keten.bevat(*dag)),
            UwvBrief::OpTijd | UwvBrief::NogNiet | UwvBrief::Nooit => None,
        }
    }

    /// Whether UWV's letter was late and that helps the employee.
    #[must_use]
    pub fn brief_te_laat_met_soepelheid(&self) -> bool {
        let uiterlijk = self.uiterlijk(TermijnId::UwvKennisgevingWia, Basis::Wet);
        let te_laat = self.brief_ontvangen().zip(uiterlijk).is_some_and(|(dag, tot)| dag > tot);
        te_laat && !self.is_soepelheid_verloren()
    }

    /// Whether the leniency of art. 64(6) WIA is lost by a late report in week 42.
    #[must_use]
    pub fn is_soepelheid_verloren(&self) -> bool {
        let grens = self.uiterlijk(TermijnId::Grens81Weken, Basis::Wet);
        self.melding_42e_week().zip(grens).is_some_and(|(dag, grens)| dag > grens)
    }

    /// Whether any application counts as timely: UWV's letter is not there.
    #[must_use]
    pub fn is_elke_aanvraag_tijdig(&self) -> bool {
        let geen_datum = self.brief_uiterlijk().is_none();
        geen_datum && zonder_brief(self.verloop.uwv_brief) && !self.is_soepelheid_verloren()
    }

    /// Days by which the WIA application was late; 0 when it was not or is not known.
    #[must_use]
    pub fn vertraging_wia(&self) -> i32 {
        if self.is_elke_aanvraag_tijdig() {
            return 0;
        }
        let uiterlijk =
            self.brief_uiterlijk().or_else(|| self.uiterlijk(TermijnId::WiaAanvraag, Basis::Wet));
        let aanvraag = self.gedaan(TermijnId::WiaAanvraag);
        uiterlijk.zip(aanvraag).map_or(0, |(uiterlijk, op)| uiterlijk.dagen_tot(op).max(0))
    }

    /// Last day of loondoorbetaling in service without a loonsanctie: the wachttijd and the delay of
    /// the WIA application.
    #[must_use]
    pub fn einde_loon_zonder_sanctie(&self) -> Datum {
        self.einde_wachttijd().plus(self.vertraging_wia())
    }

    /// The loonsanctie of this chain, if UWV imposed one in time: none is possible after the
    /// wachttijd. Without any day it belongs to the last chain.
    #[must_use]
    pub fn loonsanctie(&self) -> Option<Loonsanctie> {
        let van_deze_keten = |sanctie: &Loonsanctie| {
            let dag = sanctie.opgelegd.or(sanctie.bekorting_gevraagd).or(sanctie.besluit);
            dag.map_or(self.keten.tot.is_none(), |dag| self.keten.bevat(dag))
        };
        let einde = self.einde_loon_zonder_sanctie();
        let op_tijd = |sanctie: &Loonsanctie| sanctie.opgelegd.is_none_or(|dag| dag <= einde);
        self.verloop.loonsanctie.filter(van_deze_keten).filter(op_tijd)
    }

    /// Days by which UWV's decision on the loonsanctie was late.
    #[must_use]
    pub fn sanctiebesluit_te_laat(&self) -> i32 {
        let uiterlijk = self.uiterlijk(TermijnId::UwvBesluitLoonsanctie, Basis::Wet);
        let opgelegd = self.loonsanctie().and_then(|sanctie| sanctie.opgelegd);
        uiterlijk.zip(opgelegd).map_or(0, |(uiterlijk, op)| uiterlijk.dagen_tot(op).max(0))
    }

    /// First day of a loonsanctie: after the wachttijd and any delay, or after leave.
    #[must_use]
    pub fn begin_loonsanctie(&self) -> Datum {
        let begin = self.einde_loon_zonder_sanctie().volgende();
        let verlof = self.keten.verlof.iter().chain(&self.keten.verlof_na_wachttijd);
        let lopend = verlof.filter(|verlof| verlof.van <= begin && begin <= verlof.tot_en_met);
        lopend.map(|verlof| verlof.tot_en_met.volgende()).max().unwrap_or(begin)
    }

    /// Days of leave within a loonsanctie with this last day, which it is interrupted for.
    /// Every interruption moves the last day, so that it may reach the next leave.
    #[must_use]
    pub fn verlof_in_loonsanctie(&self, einde: Datum) -> i32 {
        let begin = self.begin_loonsanctie();
        self.keten.verlof_na_wachttijd.iter().fold(0, |dagen, verlof| {
            let binnen = begin <= verlof.van && verlof.van <= einde.plus(dagen);
            if binnen { dagen.saturating_add(verlof.dagen()) } else { dagen }
        })
    }

    /// Days by which wages run on after the ordinary wachttijd: delay, extension, sanction.
    #[must_use]
    pub fn loon_loopt_door(&self) -> i32 {
        let gewoon = self.d_ster.plus(LAATSTE_WACHTTIJDDAG);
        gewoon.dagen_tot(self.einde_loondoorbetaling_in_dienst()).max(0)
    }

    /// Last day of loondoorbetaling.
    #[must_use]
    pub fn einde_loondoorbetaling(&self) -> Datum {
        self.uiterlijk(TermijnId::EindeLoondoorbetaling, Basis::Wet)
            .unwrap_or(self.einde_wachttijd())
    }

    /// Whether AOW begins on or before the last day of the wachttijd.
    #[must_use]
    pub fn is_aow_in_wachttijd(&self) -> bool {
        self.verloop.aow_datum.is_some_and(|aow| aow <= self.einde_wachttijd())
    }

    /// Whether the loonsanctie comes to anything: repaired before its first day it does not.
    #[must_use]
    pub fn gaat_loonsanctie_in(&self) -> bool {
        let einde = self.uiterlijk(TermijnId::EindeLoonsanctie, Basis::Wet);
        let begin = self.begin_loonsanctie();
        self.loonsanctie().is_some() && einde.is_some_and(|einde| einde >= begin)
    }

    /// The last day of wages when AOW begins after the wachttijd, during a loonsanctie: the six
    /// (thirteen) weeks run from then. What the law means with its cap of 104 weeks then is
    /// not clear; the sanction itself still ends no later than its own last day.
    #[must_use]
    pub fn einde_loon_na_late_aow(&self) -> Option<Datum> {
        let aow = self.verloop.aow_datum.filter(|aow| *aow > self.einde_wachttijd())?;
        let (_, dagen) = AOW_LOON_DAGEN.iter().find(|(van, _)| dagsleutel(self.d_ster) >= *van)?;
        Some(aow.plus(*dagen).max(self.begin_loonsanctie().vorige()))
    }

    /// The last day of leave with the same cause that begins on the first fit day.
    #[must_use]
    pub fn einde_aansluitend_verlof(&self) -> Option<Datum> {
        let hersteld = self.keten.hersteld_per()?;
        let aansluitend = |verlof: &&Verlofperiode| verlof.zelfde_oorzaak && verlof.van == hersteld;
        self.verloop.verlof.iter().find(aansluitend).map(|verlof| verlof.tot_en_met)
    }

    /// Whether UWV's letter is not there, or came after its last day.
    #[must_use]
    pub fn is_brief_niet_op_tijd(&self) -> bool {
        let uiterlijk = self.uiterlijk(TermijnId::UwvKennisgevingWia, Basis::Wet);
        let te_laat = self.brief_ontvangen().zip(uiterlijk).is_some_and(|(dag, tot)| dag > tot);
        te_laat || zonder_brief(self.verloop.uwv_brief)
    }

    /// Last day of the full 52 weeks of a loonsanctie, without shortening.
    #[must_use]
    pub fn einde_volle_loonsanctie(&self) -> Datum {
        let vol = self.begin_loonsanctie().plus(LOONSANCTIE_DAGEN);
        let einde = vol.plus(self.sanctiebesluit_te_laat().saturating_neg());
        einde.plus(self.verlof_in_loonsanctie(einde))
    }

    /// Whether the weeks after AOW begin a day after it (K-12): not when the illness began later.
    #[must_use]
    pub fn aow_datum_telt_niet_mee(&self) -> bool {
        let ziek_voor_aow = self.verloop.aow_datum.is_some_and(|aow| aow > self.d_ster);
        ziek_voor_aow && self.kiest(KeuzeId::K12, Optie::DagNaAowDatum)
    }

    /// Last day of the employment, if it ends during this chain while ill.
    #[must_use]
    pub fn laatste_werkdag(&self) -> Option<Datum> {
        self.verloop
            .laatste_werkdag
            .filter(|dag| self.keten.bevat(*dag) && self.keten.is_ziek_of_met_verlof_op(*dag))
    }

    /// Which report goes along at the end of the employment; full when it does not end.
    #[must_use]
    pub fn riv_bij_uit_dienst(&self) -> Riv {
        let Some(laatste_werkdag) = self.laatste_werkdag() else { return Riv::Volledig };
        let dagen = self.d_ster.dagen_tot(laatste_werkdag);
        let regel = RIV_UIT_DIENST.iter().find(|(tot, _, _)| dagen < *tot);
        match regel {
            Some((_, riv, _)) => *riv,
            None if self.verloop.herstel_binnen_3_maanden => Riv::Verkort,
            None => Riv::Volledig,
        }
    }

    /// Whether the early IVA application lies in its window.
    #[must_use]
    pub fn is_iva_toelaatbaar(&self) -> bool {
        let rij = self.rij(TermijnId::IvaAanvraagvenster, Basis::Wet);
        rij.zip(self.iva_aanvraag()).is_some_and(|(rij, op)| {
            rij.vroegst_in(self).is_none_or(|vroegst| op >= vroegst)
                && rij.uiterlijk_in(self).is_some_and(|uiterlijk| op <= uiterlijk)
        })
    }

    /// First day of illness after the last leave that illness followed; of a case without any leave its
    /// first day, of a case before the leave none.
    #[must_use]
    pub fn ziek_na_verlof(&self) -> Option<Datum> {
        if self.verloop.verlof.is_empty() {
            return Some(self.keten.eerste_ziektedag);
        }
        let ziek_na = |verlof: &Verlofperiode| {
            let na = verlof.tot_en_met.volgende();
            let mut perioden = self.keten.perioden.iter();
            let lopend = perioden
                .find(|periode| periode.hersteld_per.is_none_or(|hersteld| hersteld > na))?;
            Some(lopend.eerste_ziektedag.max(na))
        };
        self.verloop.verlof.iter().filter_map(ziek_na).max()
    }

    /// Last day of loondoorbetaling by delay or sanction, leaving AOW and the end of the employment
    /// aside.
    #[must_use]
    pub fn einde_loondoorbetaling_in_dienst(&self) -> Datum {
        let gewoon = self.einde_loon_zonder_sanctie();
        let sanctie = self
            .loonsanctie()
            .and_then(|_| self.uiterlijk(TermijnId::EindeLoonsanctie, Basis::Wet));
        sanctie.map_or(gewoon, |einde| einde.max(gewoon))
    }

    fn dagen(&self, id: TermijnId) -> impl Iterator<Item = Datum> {
        let alle = self.verloop.gedaan.get(&id).map(Vec::as_slice).unwrap_or_default();
        alle.iter().copied().filter(|dag| self.keten.bevat(*dag))
    }
}
