//! The input of the calculator.

use std::collections::BTreeMap;

use schemars::JsonSchema;

use crate::mijlpaal::vangnet::VangnetSoort;
use crate::termijn::{KeuzeId, Keuzes, Verloop, verloop};
use crate::wachttijd::Verlofperiode;
use crate::{Datum, TermijnId, Ziekteperiode};

/// What the calculator is asked. Only `perioden` is required.
#[derive(Debug, Clone, Default, PartialEq, Eq, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Invoer {
    /// The day of the question; today when absent.
    pub peildatum: Option<Datum>,
    /// Spells of illness, in any order.
    pub perioden: Vec<Periode>,
    /// When steps were taken.
    #[schemars(with = "Option<Gedaan>")]
    pub gedaan: Gedaan,
    /// Leave.
    #[schemars(with = "Option<Vec<Verlof>>")]
    pub verlof: Vec<Verlof>,
    /// First day of AOW (R-70..R-73).
    pub aow_datum: Option<Datum>,
    /// Last day of the employment.
    pub laatste_werkdag: Option<Datum>,
    /// The bedrijfsarts expects full recovery within three months.
    #[schemars(with = "Option<bool>")]
    pub herstel_binnen_3_maanden: bool,
    /// No possibilities to work, so no plan van aanpak.
    #[schemars(with = "Option<bool>")]
    pub geen_mogelijkheden: bool,
    /// Which vangnet applies (R-60..R-63).
    pub vangnet: Option<VangnetSoort>,
    /// First day of the flexible period of leave.
    pub flexperiode_van: Option<Datum>,
    /// Day on which the employer could know of the vangnet.
    pub bekend_sinds: Option<Datum>,
    /// UWV's letter on the WIA; in time when absent.
    pub uwv_brief: Option<UwvBrief>,
    /// The last day that UWV printed in it (overrides R-18).
    pub uwv_brief_uiterlijk: Option<Datum>,
    /// Voluntary extension.
    pub verlenging: Option<Verlenging>,
    /// Loonsanctie; an empty object is one imposed in time for 52 weeks.
    pub loonsanctie: Option<Loonsanctie>,
    /// Day of an early IVA application.
    pub vervroegde_iva_aanvraag: Option<Datum>,
    /// Answers that differ from ours where sources disagree, by question (`"K-1": "vier_werkdagen"`).
    #[schemars(with = "Option<BTreeMap<KeuzeId, String>>")]
    pub keuzes: Keuzes,
}

/// A spell of illness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Periode {
    /// First day of illness.
    pub eerste_ziektedag: Datum,
    /// First fit day; absent while ill.
    pub hersteld_per: Option<Datum>,
    /// Caused by pregnancy: it does not count for the opzegverbod.
    #[schemars(with = "Option<bool>")]
    pub door_zwangerschap: bool,
    /// Its place in the list as it came in, from 0.
    #[schemars(skip)]
    pub plaats: usize,
}

/// A stretch of leave, both days inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Verlof {
    /// First day.
    pub van: Datum,
    /// Last day.
    pub tot_en_met: Datum,
    /// The illness beside it has the same cause.
    #[schemars(with = "Option<bool>")]
    pub zelfde_oorzaak: bool,
    /// Its place in the list as it came in, from 0.
    #[schemars(skip)]
    pub plaats: usize,
}

/// When steps were taken: any term id, or `uwv_brief_ontvangen`. Absent is unknown, not undone.
#[derive(Debug, Clone, Default, PartialEq, Eq, JsonSchema)]
pub struct Gedaan {
    /// The day UWV's letter came in.
    pub uwv_brief_ontvangen: Option<Datum>,
    /// By term.
    #[serde(flatten)]
    pub termijnen: BTreeMap<TermijnId, Datum>,
}

/// What became of UWV's letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum UwvBrief {
    /// In time.
    OpTijd,
    /// Not there yet.
    NogNiet,
    /// It never came.
    Nooit,
    /// It came in on `gedaan.uwv_brief_ontvangen`.
    Ontvangen,
}

/// Voluntary extension.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Verlenging {
    /// New last day of the wachttijd.
    pub tot: Datum,
    /// Day on which shortening was asked for.
    pub verkorting_gevraagd: Option<Datum>,
}

/// Loonsanctie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Loonsanctie {
    /// Day of the decision; in time when absent.
    pub opgelegd: Option<Datum>,
    /// Day on which UWV got the request to shorten it.
    pub bekorting_gevraagd: Option<Datum>,
    /// Day on which UWV decided on that request.
    pub besluit: Option<Datum>,
}

impl Invoer {
    /// The day UWV's letter came in, under either of its names.
    #[must_use]
    pub fn brief_ontvangen(&self) -> Option<Datum> {
        let termijn = self.gedaan.termijnen.get(&TermijnId::UwvKennisgevingWia).copied();
        self.gedaan.uwv_brief_ontvangen.or(termijn)
    }

    /// The early IVA application, under either of its names.
    #[must_use]
    pub fn iva_aanvraag(&self) -> Option<Datum> {
        let termijn = self.gedaan.termijnen.get(&TermijnId::IvaAanvraagvenster).copied();
        self.vervroegde_iva_aanvraag.or(termijn)
    }

    /// The first day of illness of all.
    #[must_use]
    pub fn eerste_ziektedag(&self) -> Option<Datum> {
        self.perioden.iter().map(|periode| periode.eerste_ziektedag).min()
    }

    /// The facts to compute with.
    #[must_use]
    pub fn verloop(&self) -> Verloop {
        let gedaan = &self.gedaan.termijnen;
        let verlof = self.verlof.iter().map(|verlof| Verlofperiode {
            van: verlof.van,
            tot_en_met: verlof.tot_en_met,
            zelfde_oorzaak: verlof.zelfde_oorzaak,
        });
        Verloop {
            perioden: self.perioden_op_volgorde(),
            verlof: verlof.collect(),
            gedaan: gedaan.iter().map(|(id, dag)| (*id, vec![*dag])).collect(),
            oordeel: gedaan.get(&TermijnId::Probleemanalyse).copied(),
            geen_mogelijkheden: self.geen_mogelijkheden,
            uwv_brief: self.brief(),
            uwv_brief_uiterlijk: self.uwv_brief_uiterlijk,
            aow_datum: self.aow_datum,
            laatste_werkdag: self.laatste_werkdag,
            herstel_binnen_3_maanden: self.herstel_binnen_3_maanden,
            vangnet: self.vangnet,
            flexperiode_van: self.flexperiode_van,
            bekend_sinds: self.bekend_sinds,
            verlenging: self.verlenging.map(|verlenging| verloop::Verlenging {
                tot: verlenging.tot,
                verkorting_gevraagd: verlenging.verkorting_gevraagd,
            }),
            loonsanctie: self.loonsanctie.map(|sanctie| verloop::Loonsanctie {
                opgelegd: sanctie.opgelegd,
                bekorting_gevraagd: sanctie.bekorting_gevraagd,
                besluit: sanctie.besluit,
            }),
            vervroegde_iva_aanvraag: self.iva_aanvraag(),
            keuzes: self.keuzes.clone(),
        }
    }

    fn perioden_op_volgorde(&self) -> Vec<Ziekteperiode> {
        let mut perioden: Vec<Ziekteperiode> = self
            .perioden
            .iter()
            .map(|periode| Ziekteperiode {
                eerste_ziektedag: periode.eerste_ziektedag,
                hersteld_per: periode.hersteld_per,
                telt_niet_voor_opzegverbod: periode.door_zwangerschap,
            })
            .collect();
        perioden.sort_unstable_by_key(|periode| periode.eerste_ziektedag);
        perioden
    }

    fn brief(&self) -> verloop::UwvBrief {
        match (self.uwv_brief, self.brief_ontvangen()) {
            (Some(UwvBrief::NogNiet), _) => verloop::UwvBrief::NogNiet,
            (Some(UwvBrief::Nooit), _) => verloop::UwvBrief::Nooit,
            (Some(UwvBrief::OpTijd | UwvBrief::Ontvangen) | None, Some(dag)) => {
                verloop::UwvBrief::Ontvangen(dag)
            }
            (Some(UwvBrief::OpTijd | UwvBrief::Ontvangen) | None, None) => {
                verloop::UwvBrief::OpTijd
            }
        }
    }
}
