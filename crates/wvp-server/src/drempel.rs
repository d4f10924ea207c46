//! Drempel: how many requests one address may send. Who sends more is told to wait; nobody else waits for that.

use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::probleem::Probleem;
use crate::staat::Staat;
use crate::wacht::Herkomst;

/// How many requests one address may send.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tempo {
    /// Requests a second, in the long run.
    pub per_seconde: NonZeroU32,
    /// Requests at once, by who was quiet before.
    pub ineens: NonZeroU32,
}

/// So many addresses are remembered before those that were quiet are forgotten.
const ADRESSEN: usize = 10_000;

/// Counts requests per address; lets everything pass without a tempo.
#[derive(Debug)]
pub(crate) struct Drempel(Option<DefaultKeyedRateLimiter<IpAddr>>);

impl Drempel {
    pub(crate) fn new(tempo: Option<Tempo>) -> Self {
        let quotum = |tempo: Tempo| Quota::per_second(tempo.per_seconde).allow_burst(tempo.ineens);
        Self(tempo.map(|tempo| RateLimiter::keyed(quotum(tempo))))
    }

    /// Counts a request.
    ///
    /// # Errors
    ///
    /// The whole seconds after which the next one passes; at least one.
    fn neem(&self, adres: IpAddr) -> Result<(), u64> {
        let Some(teller) = &self.0 else { return Ok(()) };
        if teller.len() > ADRESSEN {
            teller.retain_recent();
        }
        teller.check_key(&net(adres)).map_err(|nog_niet| {
            let wacht = nog_niet.wait_time_from(DefaultClock::default().now());
            wacht.as_secs().saturating_add(1)
        })
    }
}

/// What one sender has: an address, or the 64 bits of a network on IPv6, where everybody has many addresses.
fn net(adres: IpAddr) -> IpAddr {
    match adres.to_canonical() {
        IpAddr::V4(adres) => IpAddr::V4(adres),
        IpAddr::V6(adres) => {
            IpAddr::V6(Ipv6Addr::from_bits(adres.to_bits() & (u128::MAX << u64::BITS)))
        }
    }
}

/// Tells who sends too much to wait, before anything is done for them.
pub(crate) async fn over_de_drempel(
    State(staat): State<Staat>,
    herkomst: Herkomst,
    verzoek: Request,
    verder: Next,
) -> Response {
    match herkomst.adres().map_or(Ok(()), |adres| staat.drempel.neem(adres)) {
        Ok(()) => verder.run(verzoek).await,
        Err(seconden) => Probleem::te_vaak(seconden).into_response(),
    }
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;
    use std::num::NonZeroU32;

    use super::{Drempel, Tempo};

    fn drempel() -> Drempel {
        let tempo = Tempo { per_seconde: NonZeroU32::MIN, ineens: NonZeroU32::new(2).unwrap() };
        Drempel::new(Some(tempo))
    }

    fn laat_door(drempel: &Drempel, adres: &str) -> bool {
        drempel.neem(adres.parse::<IpAddr>().unwrap()).is_ok()
    }

    #[test]
    fn wie_te_veel_stuurt_wacht_en_een_ander_niet() {
        let drempel = drempel();
        let [een, twee, drie] = [(); 3].map(|()| laat_door(&drempel, "192.0.2.1"));
        assert!(een && twee && !drie);
        assert!(laat_door(&drempel, "192.0.2.2"));
    }

    #[test]
    fn een_netwerk_van_ipv6_telt_als_een_afzender() {
        let drempel = drempel();
        let adressen = ["2001:db8::1", "2001:db8::2", "2001:db8::3", "2001:db8:0:1::1"];
        assert_eq!(adressen.map(|it| laat_door(&drempel, it)), [true, true, false, true]);
    }

    #[test]
    fn een_adres_van_ipv4_in_ipv6_is_hetzelfde_adres() {
        let drempel = drempel();
        let adressen = ["192.0.2.1", "::ffff:192.0.2.1", "::ffff:192.0.2.1"];
        assert_eq!(adressen.map(|it| laat_door(&drempel, it)), [true, true, false]);
    }

    #[test]
    fn zonder_tempo_gaat_alles_door() {
        let drempel = Drempel::new(None);
        assert!([(); 9].map(|()| laat_door(&drempel, "192.0.2.1")).into_iter().all(|it| it));
    }
}
