//! Leases: one row per work, changed in one statement each.

use async_trait::async_trait;
use tokio_postgres::Row;
use wvp_store::{Hek, Huren, Huur, Moment, Positie, StoreError, Wijziging};

use crate::fout::vreemd;
use crate::rij::getal;
use crate::store::PostgresStore;

const NEEM: &str = "insert into poortwachter.huur as h (werk, wie, hek, tot) values ($1, $2, 1, $4) \
    on conflict (werk) do update set wie = $2, hek = h.hek + 1, tot = $4 \
    where h.wie is null or h.wie = $2 or h.tot <= $3 returning hek";
const WIE: &str = "select wie, tot from poortwachter.huur where werk = $1 and wie is not null";
const VERLENG: &str = "update poortwachter.huur set tot = $4 \
    where werk = $1 and hek = $2 and wie = $3 returning hek";
const GEEF_TERUG: &str = "update poortwachter.huur set wie = null \
    where werk = $1 and hek = $2 and wie = $3";

impl PostgresStore {
    async fn bezet(&self, werk: &str) -> Result<StoreError, StoreError> {
        let rijen = self.voorraad.lees(WIE, &[&werk]).await?;
        let bezet = |rij: &Row| {
            let (wie, tot) = (rij.try_get(0).ok()?, Moment(rij.try_get(1).ok()?));
            Some(StoreError::Verhuurd { werk: werk.to_owned(), wie, tot })
        };
        // Given back between the two questions: busy a moment ago, so the caller asks again later.
        let net_vrij = StoreError::Verhuurd {
            werk: werk.to_owned(),
            wie: "een ander proces".to_owned(),
            tot: Moment(0),
        };
        rijen.first().map_or(Some(net_vrij), bezet).ok_or_else(vreemd)
    }
}

#[async_trait]
impl Huren for PostgresStore {
    async fn neem(
        &self,
        werk: &str,
        wie: &str,
        nu: Moment,
        tot: Moment,
    ) -> Result<Huur, StoreError> {
        let rijen = self.voorraad.doe(NEEM, &[&werk, &wie, &nu.0, &tot.0]).await?;
        let Some(rij) = rijen.first() else {
            return Err(self.bezet(werk).await?);
        };
        let hek = Hek(rij.try_get::<_, i64>(0).map_err(|_| vreemd())?.cast_unsigned());
        Ok(Huur { werk: werk.to_owned(), wie: wie.to_owned(), hek, tot })
    }

    async fn verleng(&self, huur: &Huur, tot: Moment) -> Result<Huur, StoreError> {
        let hek = getal(huur.hek.0);
        let rijen = self.voorraad.doe(VERLENG, &[&huur.werk, &hek, &huur.wie, &tot.0]).await?;
        if rijen.is_empty() {
            return Err(StoreError::HuurKwijt(huur.werk.clone()));
        }
        Ok(Huur { tot, ..huur.clone() })
    }

    async fn geef_terug(&self, huur: Huur) -> Result<(), StoreError> {
        let hek = getal(huur.hek.0);
        self.voorraad.doe(GEEF_TERUG, &[&huur.werk, &hek, &huur.wie]).await.map(|_| ())
    }

    async fn schrijf_onder(
        &self,
        huur: &Huur,
        model: &str,
        verwacht: Option<Positie>,
        nieuw: Positie,
        wijzigingen: Vec<Wijziging>,
    ) -> Result<(), StoreError> {
        self.schrijf_model(Some(huur), model, (verwacht, nieuw), wijzigingen).await
    }
}
