//! Gereedheid: whether the house does its daily work, in figures that are cheap to ask for.

mod metingen;

use std::fmt;

use chrono::TimeDelta;
use wvp_domain::Datum;
use wvp_domain::bezorging::Kanaal;
use wvp_store::{Moment, StoreError};

use crate::engine::Engine;
use crate::fout::ExecuteError;
use crate::gebruiker::Gebruiker;
use crate::klok::dag_in_amsterdam;
use crate::rooster::beurt::OCHTEND;
use crate::stand::{Bezorgstand, Tikstand};

/// How long after the morning a tick counts as missed.
const MARGE: TimeDelta = TimeDelta::hours(1);
/// How long a message may wait. A mailbox that is full for a day is no fault of the house; after some four
/// days a message is given up.
const WACHTEN_MAX: TimeDelta = TimeDelta::days(2);

/// How the daily work goes, and whether that is well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gereedheid {
    /// When this was asked.
    pub nu: Moment,
    /// The last tick.
    pub tik: Option<Tikstand>,
    /// Delivery, for each way that was ever used.
    pub bezorging: Vec<(Kanaal, Bezorgstand)>,
    /// Why it is not well; empty when it is.
    pub redenen: Vec<NietGereed>,
}

/// A reason why the house is not ready.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NietGereed {
    /// There never was a tick.
    NooitGetikt,
    /// The tick of this day is not done, and so perhaps those of days before it.
    TikGemist(Datum),
    /// The last tick could not look at so many dossiers.
    DossiersMislukt(u64),
    /// A message waits since this moment.
    BerichtWacht(Moment),
}

impl Engine {
    /// Whether the daily work is done.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub async fn gereedheid(&self) -> Result<Gereedheid, StoreError> {
        let nu = self.klok.nu();
        let tik = self.laatste_tik().await?;
        let mut bezorging = vec![];
        for kanaal in Kanaal::ALLE {
            let stand = self.bezorgstand(kanaal).await?;
            bezorging.extend(stand.map(|stand| (kanaal, stand)));
        }
        let over_de_tik = tik.map_or(vec![NietGereed::NooitGetikt], |tik| over_de_tik(&tik, nu));
        let wachtend = bezorging.iter().filter_map(|(_, stand)| wacht_te_lang(stand, nu));
        let redenen = over_de_tik.into_iter().chain(wachtend).collect();
        Ok(Gereedheid { nu, tik, bezorging, redenen })
    }
}

impl Engine {
    /// The same, for who runs the house.
    ///
    /// # Errors
    ///
    /// See [`ExecuteError`]: it is for the functioneel beheerder.
    pub async fn gereedheid_voor(&self, wie: &Gebruiker) -> Result<Gereedheid, ExecuteError> {
        self.eis_beheerder(wie).await?;
        Ok(self.gereedheid().await?)
    }
}

impl Gereedheid {
    /// Whether all is well.
    #[must_use]
    pub fn is_gereed(&self) -> bool {
        self.redenen.is_empty()
    }

    /// The figures as OpenMetrics text.
    ///
    /// # Errors
    ///
    /// When the text cannot be written.
    pub fn als_metingen(&self) -> Result<String, fmt::Error> {
        metingen::schrijf(self)
    }
}

/// The last morning that passed, with a margin, since this tick; none when it was no earlier day. A tick of a
/// day that has not come yet says nothing about today.
pub(crate) fn gemiste_ochtend(tik: &Tikstand, nu: Moment) -> Option<Moment> {
    let ochtend = OCHTEND.laatste(geleden(nu, MARGE))?;
    let is_gedaan = (dag_in_amsterdam(ochtend)..=dag_in_amsterdam(nu)).contains(&tik.dag());
    (!is_gedaan).then_some(ochtend)
}

fn over_de_tik(tik: &Tikstand, nu: Moment) -> Vec<NietGereed> {
    let gemist = gemiste_ochtend(tik, nu).map(dag_in_amsterdam).map(NietGereed::TikGemist);
    let mislukt = (tik.mislukt > 0).then_some(NietGereed::DossiersMislukt(tik.mislukt));
    gemist.into_iter().chain(mislukt).collect()
}

fn wacht_te_lang(stand: &Bezorgstand, nu: Moment) -> Option<NietGereed> {
    let oudste = stand.oudste.filter(|oudste| *oudste < geleden(nu, WACHTEN_MAX))?;
    Some(NietGereed::BerichtWacht(oudste))
}

fn geleden(nu: Moment, duur: TimeDelta) -> Moment {
    Moment(nu.0.saturating_sub(duur.num_microseconds().unwrap_or_default()))
}

impl fmt::Display for NietGereed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NooitGetikt => f.write_str("er is nog nooit getikt"),
            Self::TikGemist(dag) => write!(f, "de tik van {} is gemist", dag.voluit()),
            Self::DossiersMislukt(aantal) => {
                write!(f, "bij de laatste tik mislukt: {aantal} dossiers")
            }
            Self::BerichtWacht(sinds) => {
                let dag = dag_in_amsterdam(*sinds);
                write!(f, "een bericht wacht al sinds {}", dag.voluit())
            }
        }
    }
}
