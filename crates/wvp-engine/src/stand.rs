//! Stand: how the last tick and the last delivery went, and which missed ticks the operator knows of. Days,
//! moments and numbers: nothing about anybody.

use tracing::error;
use uuid::Uuid;
use wvp_domain::Datum;
use wvp_domain::bezorging::Kanaal;
use wvp_store::{Bereik, Huur, Moment, Positie, StoreError, Wijziging};

use crate::engine::Engine;
use crate::klok::dag_in_amsterdam;
use crate::laden::BLADZIJDE;

/// The rows of this file.
const STAND: &str = "stand";
/// The key of the last tick.
const TIK: u8 = b't';
/// Keys of delivery, per way, begin with this byte.
const BEZORGING: u8 = b'b';
/// Keys of missed ticks, per day, begin with this byte.
const GEMIST: u8 = b'g';

/// How the last tick went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tikstand {
    /// When it began.
    pub moment: Moment,
    /// Dossiers that were due.
    pub dossiers: u64,
    /// Dossiers that could not be looked at.
    pub mislukt: u64,
    /// Reminders that were recorded.
    pub herinneringen: u64,
    /// How many of those came late.
    pub laat: u64,
}

/// How delivery goes, one way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bezorgstand {
    /// When messages were last sent.
    pub moment: Moment,
    /// Messages that wait.
    pub wachtend: u64,
    /// When the oldest of those was recorded.
    pub oudste: Option<Moment>,
    /// Messages delivered so far.
    pub bezorgd: u64,
    /// Messages given up so far.
    pub opgegeven: u64,
    /// Messages that lapsed so far.
    pub vervallen: u64,
}

/// A missed tick that the operator is told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Gemist {
    /// The morning without a tick.
    pub(crate) ochtend: Moment,
    /// The id of the message, the same however often it is offered.
    pub(crate) bericht: Uuid,
    /// The last tick before it.
    pub(crate) laatste: Moment,
    /// Whether the message is delivered, or never will be.
    pub(crate) is_afgedaan: bool,
}

impl Tikstand {
    /// The day that was closed.
    #[must_use]
    pub fn dag(&self) -> Datum {
        dag_in_amsterdam(self.moment)
    }
}

impl Engine {
    /// How the last tick went; none when there never was one.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub async fn laatste_tik(&self) -> Result<Option<Tikstand>, StoreError> {
        let velden = self.haal_stand(&[TIK]).await?;
        Ok(velden.map(|[moment, dossiers, mislukt, herinneringen, laat]| Tikstand {
            moment: Moment(moment),
            dossiers: dossiers.cast_unsigned(),
            mislukt: mislukt.cast_unsigned(),
            herinneringen: herinneringen.cast_unsigned(),
            laat: laat.cast_unsigned(),
        }))
    }

    pub(crate) async fn zet_tik(&self, tik: Tikstand) -> Result<(), StoreError> {
        let Tikstand { moment, dossiers, mislukt, herinneringen, laat } = tik;
        let [dossiers, mislukt, herinneringen, laat] =
            [dossiers, mislukt, herinneringen, laat].map(u64::cast_signed);
        let velden = [moment.0, dossiers, mislukt, herinneringen, laat];
        self.zet_stand(vec![TIK], bytes(&velden)).await
    }

    /// How delivery goes one way; none when nothing was ever sent that way.
    pub(crate) async fn bezorgstand(
        &self,
        kanaal: Kanaal,
    ) -> Result<Option<Bezorgstand>, StoreError> {
        let velden = self.haal_stand(&[BEZORGING, kanaal.nummer()]).await?;
        Ok(velden.map(|[moment, wachtend, oudste, bezorgd, opgegeven, vervallen]| Bezorgstand {
            moment: Moment(moment),
            wachtend: wachtend.cast_unsigned(),
            oudste: (oudste != GEEN).then_some(Moment(oudste)),
            bezorgd: bezorgd.cast_unsigned(),
            opgegeven: opgegeven.cast_unsigned(),
            vervallen: vervallen.cast_unsigned(),
        }))
    }

    pub(crate) async fn zet_bezorgstand(
        &self,
        kanaal: Kanaal,
        stand: Bezorgstand,
    ) -> Result<(), StoreError> {
        let Bezorgstand { moment, wachtend, oudste, bezorgd, opgegeven, vervallen } = stand;
        let oudste = oudste.map_or(GEEN, |oudste| oudste.0);
        let [wachtend, bezorgd, opgegeven, vervallen] =
            [wachtend, bezorgd, opgegeven, vervallen].map(u64::cast_signed);
        let velden = [moment.0, wachtend, oudste, bezorgd, opgegeven, vervallen];
        self.zet_stand(vec![BEZORGING, kanaal.nummer()], bytes(&velden)).await
    }

    /// The missed ticks that were noted, oldest first.
    pub(crate) async fn gemiste_tikken(&self) -> Result<Vec<Gemist>, StoreError> {
        let bereik = Bereik::Voorvoegsel(vec![GEMIST]);
        let rijen = self.modellen.reeks(STAND, bereik, BLADZIJDE).await?;
        Ok(rijen.iter().filter_map(|(_, waarde)| lees(waarde).map(gemist)).collect())
    }

    /// Notes a missed tick, as long as the lease is the newest.
    pub(crate) async fn zet_gemist(&self, huur: &Huur, gemist: Gemist) -> Result<(), StoreError> {
        let Gemist { ochtend, bericht, laatste, is_afgedaan } = gemist;
        let (hoog, laag) = bericht.as_u64_pair();
        let (hoog, laag) = (hoog.cast_signed(), laag.cast_signed());
        let velden = [ochtend.0, hoog, laag, laatste.0, i64::from(is_afgedaan)];
        let sleutel = [[GEMIST].as_slice(), &ochtend.0.to_be_bytes()].concat();
        let wijziging = Wijziging::Zet(sleutel, bytes(&velden));
        loop {
            let (nu, wijzigingen) = (self.controlepunt().await?, vec![wijziging.clone()]);
            let nieuw = nu.unwrap_or(Positie::BEGIN);
            match self.modellen.schrijf_onder(huur, STAND, nu, nieuw, wijzigingen).await {
                Err(StoreError::Checkpoint { .. }) => {}
                uitkomst => return uitkomst,
            }
        }
    }

    async fn haal_stand<const N: usize>(
        &self,
        sleutel: &[u8],
    ) -> Result<Option<[i64; N]>, StoreError> {
        Ok(self.modellen.haal(STAND, sleutel).await?.and_then(|waarde| lees(&waarde)))
    }

    async fn zet_stand(&self, sleutel: Vec<u8>, waarde: Vec<u8>) -> Result<(), StoreError> {
        let wijziging = Wijziging::Zet(sleutel, waarde);
        loop {
            let (nu, wijzigingen) = (self.controlepunt().await?, vec![wijziging.clone()]);
            let nieuw = nu.unwrap_or(Positie::BEGIN);
            match self.modellen.schrijf(STAND, nu, nieuw, wijzigingen).await {
                Err(StoreError::Checkpoint { .. }) => {}
                uitkomst => return uitkomst,
            }
        }
    }

    /// These rows follow from no log, so their checkpoint stays where it is.
    async fn controlepunt(&self) -> Result<Option<Positie>, StoreError> {
        self.modellen.controlepunt(STAND).await
    }
}

/// Written in place of a moment that is not there.
const GEEN: i64 = i64::MIN;

fn gemist([ochtend, hoog, laag, laatste, is_afgedaan]: [i64; 5]) -> Gemist {
    let bericht = Uuid::from_u64_pair(hoog.cast_unsigned(), laag.cast_unsigned());
    let (ochtend, laatste) = (Moment(ochtend), Moment(laatste));
    Gemist { ochtend, bericht, laatste, is_afgedaan: is_afgedaan != 0 }
}

fn bytes(velden: &[i64]) -> Vec<u8> {
    velden.iter().flat_map(|veld| veld.to_be_bytes()).collect()
}

/// A row that cannot be read counts as not there: the next tick or delivery writes it anew.
fn lees<const N: usize>(waarde: &[u8]) -> Option<[i64; N]> {
    let (velden, rest) = waarde.as_chunks::<8>();
    let velden: Option<[[u8; 8]; N]> = velden.try_into().ok().filter(|_| rest.is_empty());
    if velden.is_none() {
        error!("onleesbare rij in de stand");
    }
    Some(velden?.map(i64::from_be_bytes))
}
