//! What is reported: illness of 42 weeks, recovery after it, work resumed under a vangnet, or illness under one.

use serde::Serialize;
use wvp_domain::rekenmachine::InvoerFout;

use super::MeldingZiekte;
use crate::codelijst::Code;
use crate::codelijst::uwv::JaNee;
use crate::lezer::Lezer;
use crate::waarde::{Honderdsten, Tekst, UwvDatum, UwvTijdstip};

const SOORTEN: [&str; 4] =
    ["MeldingZiekte", "MeldingWerkhervatting", "MeldingLangdurigAo", "MeldingHersteldLangdurigAo"];

/// What is reported: one thing per message.
#[derive(Clone, PartialEq, Serialize)]
#[expect(clippy::large_enum_variant, reason = "one at a time, and a box would cost every caller")]
pub enum Melding {
    /// The ziekteaangifte: ill under a vangnet.
    MeldingZiekte(MeldingZiekte),
    /// Work resumed, in part or in full, after a ziekteaangifte.
    MeldingWerkhervatting(MeldingWerkhervatting),
    /// The 42e-weeksmelding.
    MeldingLangdurigAo(MeldingLangdurigAo),
    /// Recovery after a 42e-weeksmelding.
    MeldingHersteldLangdurigAo(MeldingHersteldLangdurigAo),
}

impl Melding {
    /// The element it stands in.
    pub fn naam(&self) -> &'static str {
        let [ziekte, werkhervatting, langdurig, hersteld] = SOORTEN;
        match self {
            Self::MeldingZiekte(_) => ziekte,
            Self::MeldingWerkhervatting(_) => werkhervatting,
            Self::MeldingLangdurigAo(_) => langdurig,
            Self::MeldingHersteldLangdurigAo(_) => hersteld,
        }
    }

    pub(super) fn lees(lezer: &mut Lezer<'_>) -> Option<Self> {
        let aantal = SOORTEN.iter().filter(|naam| lezer.heeft(naam)).count();
        if aantal != 1 {
            let regel = format!("precies een van {}", SOORTEN.join(", "));
            lezer.meld("Melding", &aantal.to_string(), regel);
        }
        let [ziekte, werkhervatting, langdurig, hersteld] = SOORTEN;
        let gevonden = [
            lezer.mag_groep(ziekte, MeldingZiekte::lees).map(Self::MeldingZiekte),
            lezer
                .mag_groep(werkhervatting, MeldingWerkhervatting::lees)
                .map(Self::MeldingWerkhervatting),
            lezer.mag_groep(langdurig, MeldingLangdurigAo::lees).map(Self::MeldingLangdurigAo),
            lezer
                .mag_groep(hersteld, MeldingHersteldLangdurigAo::lees)
                .map(Self::MeldingHersteldLangdurigAo),
        ];
        gevonden.into_iter().flatten().next()
    }

    /// The rules between fields.
    pub(super) fn fouten(&self, perioden: &[AoPeriode]) -> Vec<InvoerFout> {
        let mut fouten = perioden_in_volgorde(perioden);
        match self {
            Self::MeldingZiekte(melding) => fouten.extend(melding.fouten()),
            Self::MeldingWerkhervatting(melding) => fouten.extend(melding.fouten()),
            Self::MeldingLangdurigAo(melding) => fouten.extend(melding.fouten(perioden)),
            Self::MeldingHersteldLangdurigAo(melding) => fouten.extend(na_eerste_dag(
                "MeldingHersteldLangdurigAo.DatHersteld",
                melding.dat_hersteld,
                melding.dat_eerste_ao_dag,
            )),
        }
        fouten
    }
}

/// Illness of 42 weeks (R-11, Ziektewet art. 38 lid 1).
#[derive(Clone, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct MeldingLangdurigAo {
    /// Whether an earlier message should be withdrawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ind_verzoek_tot_intrekken: Option<Code<JaNee>>,
    /// The mark of the sender.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub referentie_melding: Option<Tekst<64>>,
    /// First day of illness: what the law asks.
    pub dat_eerste_ao_dag: UwvDatum,
    /// Whether the illness was not interrupted.
    pub ind_onafgebroken_ao: Code<JaNee>,
}

impl MeldingLangdurigAo {
    pub(super) fn lees(lezer: &mut Lezer<'_>) -> Option<Self> {
        let dat_eerste_ao_dag = lezer.eis("DatEersteAoDag");
        let ind_onafgebroken_ao = lezer.eis("IndOnafgebrokenAo");
        let ind_verzoek_tot_intrekken = lezer.mag("IndVerzoekTotIntrekken");
        let referentie_melding = lezer.mag("ReferentieMelding");
        Some(Self {
            ind_verzoek_tot_intrekken,
            referentie_melding,
            dat_eerste_ao_dag: dat_eerste_ao_dag?,
            ind_onafgebroken_ao: ind_onafgebroken_ao?,
        })
    }
}

impl MeldingLangdurigAo {
    fn fouten(&self, perioden: &[AoPeriode]) -> Option<InvoerFout> {
        let onafgebroken = self.ind_onafgebroken_ao.code();
        let regel = match (onafgebroken == "1", perioden.is_empty()) {
            (true, false) => "bij een onafgebroken ziekte horen geen eerdere perioden (AoPeriode)",
            (false, true) => "bij een onderbroken ziekte horen de eerdere perioden (AoPeriode)",
            (true, true) | (false, false) => return None,
        };
        Some(InvoerFout {
            veld: "MeldingLangdurigAo.IndOnafgebrokenAo".to_owned(),
            waarde: onafgebroken.to_owned(),
            regel: regel.to_owned(),
        })
    }
}

/// Recovery after illness of 42 weeks.
#[derive(Clone, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct MeldingHersteldLangdurigAo {
    /// Whether an earlier message should be withdrawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ind_verzoek_tot_intrekken: Option<Code<JaNee>>,
    /// The mark of the sender.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub referentie_melding: Option<Tekst<64>>,
    /// First fit day.
    pub dat_hersteld: UwvDatum,
    /// First day of illness.
    pub dat_eerste_ao_dag: UwvDatum,
}

impl MeldingHersteldLangdurigAo {
    pub(super) fn lees(lezer: &mut Lezer<'_>) -> Option<Self> {
        let dat_hersteld = lezer.eis("DatHersteld");
        let dat_eerste_ao_dag = lezer.eis("DatEersteAoDag");
        let ind_verzoek_tot_intrekken = lezer.mag("IndVerzoekTotIntrekken");
        let referentie_melding = lezer.mag("ReferentieMelding");
        Some(Self {
            ind_verzoek_tot_intrekken,
            referentie_melding,
            dat_hersteld: dat_hersteld?,
            dat_eerste_ao_dag: dat_eerste_ao_dag?,
        })
    }
}

/// Work resumed after a ziekteaangifte.
#[derive(Clone, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct MeldingWerkhervatting {
    /// Whether an earlier message should be withdrawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ind_verzoek_tot_intrekken: Option<Code<JaNee>>,
    /// The mark of the sender.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub referentie_melding: Option<Tekst<64>>,
    /// When the message was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dat_tijd_opstellen_melding: Option<UwvTijdstip>,
    /// When the employer heard of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dat_ontvangst_melding_werkgever: Option<UwvDatum>,
    /// First day of illness.
    pub dat_eerste_ao_dag: UwvDatum,
    /// Work resumed in part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub werkhervatting_gedeeltelijk: Option<WerkhervattingGedeeltelijk>,
    /// Fit again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub volledig_hersteld: Option<VolledigHersteld>,
}

impl MeldingWerkhervatting {
    fn lees(lezer: &mut Lezer<'_>) -> Option<Self> {
        let dat_eerste_ao_dag = lezer.eis("DatEersteAoDag");
        let ind_verzoek_tot_intrekken = lezer.mag("IndVerzoekTotIntrekken");
        let referentie_melding = lezer.mag("ReferentieMelding");
        let dat_tijd_opstellen_melding = lezer.mag("DatTijdOpstellenMelding");
        let dat_ontvangst_melding_werkgever = lezer.mag("DatOntvangstMeldingWerkgever");
        let werkhervatting_gedeeltelijk =
            lezer.mag_groep("WerkhervattingGedeeltelijk", WerkhervattingGedeeltelijk::lees);
        let volledig_hersteld = lezer.mag_groep("VolledigHersteld", VolledigHersteld::lees);
        Some(Self {
            ind_verzoek_tot_intrekken,
            referentie_melding,
            dat_tijd_opstellen_melding,
            dat_ontvangst_melding_werkgever,
            dat_eerste_ao_dag: dat_eerste_ao_dag?,
            werkhervatting_gedeeltelijk,
            volledig_hersteld,
        })
    }

    fn fouten(&self) -> Option<InvoerFout> {
        let eerste = self.dat_eerste_ao_dag;
        match (&self.werkhervatting_gedeeltelijk, &self.volledig_hersteld) {
            (Some(deels), None) => na_eerste_dag(
                "MeldingWerkhervatting.WerkhervattingGedeeltelijk.DatGedeeltelijkeWerkhervatting",
                deels.dat_gedeeltelijke_werkhervatting,
                eerste,
            ),
            (None, Some(hersteld)) => na_eerste_dag(
                "MeldingWerkhervatting.VolledigHersteld.DatHersteld",
                hersteld.dat_hersteld,
                eerste,
            ),
            (None, None) | (Some(_), Some(_)) => Some(InvoerFout {
                veld: "MeldingWerkhervatting".to_owned(),
                waarde: "(groep)".to_owned(),
                regel: "precies een van WerkhervattingGedeeltelijk en VolledigHersteld".to_owned(),
            }),
        }
    }
}

/// Work resumed in part: from when, for which wage.
#[derive(Clone, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct WerkhervattingGedeeltelijk {
    /// First day of work.
    pub dat_gedeeltelijke_werkhervatting: UwvDatum,
    /// Wage per day for what is worked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bedr_sv_loon_per_dag: Option<Honderdsten<9_999_999>>,
}

impl WerkhervattingGedeeltelijk {
    fn lees(lezer: &mut Lezer<'_>) -> Option<Self> {
        let dat_gedeeltelijke_werkhervatting = lezer.eis("DatGedeeltelijkeWerkhervatting");
        let bedr_sv_loon_per_dag = lezer.mag("BedrSvLoonPerDag");
        Some(Self {
            dat_gedeeltelijke_werkhervatting: dat_gedeeltelijke_werkhervatting?,
            bedr_sv_loon_per_dag,
        })
    }
}

/// Fit again.
#[derive(Clone, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct VolledigHersteld {
    /// First fit day.
    pub dat_hersteld: UwvDatum,
}

impl VolledigHersteld {
    fn lees(lezer: &mut Lezer<'_>) -> Option<Self> {
        let dat_hersteld = lezer.eis("DatHersteld");
        Some(Self { dat_hersteld: dat_hersteld? })
    }
}

/// An earlier period of illness that counts along.
#[derive(Clone, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct AoPeriode {
    /// First day of illness.
    pub dat_eerste_ao_dag: UwvDatum,
    /// Last day of illness, inclusive.
    pub dat_laatste_ao_dag: UwvDatum,
}

impl AoPeriode {
    pub(super) fn lees(lezer: &mut Lezer<'_>) -> Option<Self> {
        let dat_eerste_ao_dag = lezer.eis("DatEersteAoDag");
        let dat_laatste_ao_dag = lezer.eis("DatLaatsteAoDag");
        Some(Self {
            dat_eerste_ao_dag: dat_eerste_ao_dag?,
            dat_laatste_ao_dag: dat_laatste_ao_dag?,
        })
    }
}

fn na_eerste_dag(veld: &str, dag: UwvDatum, eerste: UwvDatum) -> Option<InvoerFout> {
    (dag <= eerste).then(|| InvoerFout {
        veld: veld.to_owned(),
        waarde: dag.to_string(),
        regel: format!("ligt na de eerste ziektedag `{eerste}` (R-80)"),
    })
}

fn perioden_in_volgorde(perioden: &[AoPeriode]) -> Vec<InvoerFout> {
    let mut fouten = vec![];
    let mut vorige = None;
    for (plaats, periode) in perioden.iter().enumerate() {
        let (van, tot) = (periode.dat_eerste_ao_dag, periode.dat_laatste_ao_dag);
        let mut meld = |veld: &str, dag: UwvDatum, regel: &str| {
            let veld = format!("AoPeriode[{plaats}].{veld}");
            fouten.push(InvoerFout { veld, waarde: dag.to_string(), regel: regel.to_owned() });
        };
        if tot < van {
            meld("DatLaatsteAoDag", tot, "ligt niet voor de eerste dag van de periode");
        }
        if vorige.is_some_and(|vorige| van <= vorige) {
            meld("DatEersteAoDag", van, "perioden staan op volgorde en overlappen niet");
        }
        vorige = Some(tot);
    }
    fouten
}
