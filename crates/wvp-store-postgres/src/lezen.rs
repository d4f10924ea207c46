//! Reading: streams, everything, the list of streams. What is read is held against its hash, and
//! against the records beside it.

use std::collections::BTreeMap;

use tokio_postgres::Row;
use wvp_store::{
    Hash, Positie, Record, Schade, StoreError, Stromen, StroomId, Stroomsoort, Versie,
    heel_of_schade,
};

use crate::fout::vreemd;
use crate::rij::{Gelezen, getal, lees, schade};
use crate::store::Gedeeld;
use crate::voorraad::Voorraad;

pub(crate) const KOP: &str = "select kop from poortwachter.teller";
const VOORUIT: &str = "select positie, stroom, versie, id, type_naam, vorm, moment, vorige, hash, \
    secties from poortwachter.record where stroom = $1 and versie >= $2 order by versie limit $3";
/// The limit in the inner query keeps it one, so that the plan is a look-up in the index for each stream,
/// however small the table was when it was made.
const TEGELIJK: &str = "select r.* from (select distinct unnest($1::bytea[])) v(stroom) \
    cross join lateral (select positie, stroom, versie, id, type_naam, vorm, moment, vorige, hash, \
    secties from poortwachter.record where stroom = v.stroom order by versie limit $2) r";
const ACHTERUIT: &str = "select positie, stroom, versie, id, type_naam, vorm, moment, vorige, hash, \
    secties from poortwachter.record where stroom = $1 and versie <= $2 order by versie desc limit $3";
pub(crate) const ALLES: &str = "select positie, stroom, versie, id, type_naam, vorm, moment, vorige, \
    hash, secties from poortwachter.record where positie > $1 order by positie limit $2";
/// Jumps from stream to stream along the index; never reads the records between.
const STROMEN: &str = "with recursive s(stroom) as ( \
    (select stroom from poortwachter.record where stroom > $1 and stroom < $2 \
     order by stroom limit 1) \
    union all select (select r.stroom from poortwachter.record r \
     where r.stroom > s.stroom and r.stroom < $2 order by r.stroom limit 1) \
    from s where s.stroom is not null) \
    select s.stroom, (select r.versie from poortwachter.record r where r.stroom = s.stroom \
     order by r.versie desc limit 1) \
    from s where s.stroom is not null limit $3";

/// Reads for one call.
#[derive(Clone, Copy)]
pub(crate) struct Lezer<'s> {
    pub(crate) voorraad: &'s Voorraad,
    pub(crate) gedeeld: &'s Gedeeld,
}

impl Lezer<'_> {
    pub(crate) async fn kop(self) -> Result<Positie, StoreError> {
        kop_uit(&self.voorraad.lees(KOP, &[]).await?).ok_or_else(vreemd)
    }

    pub(crate) async fn vooruit(
        self,
        stroom: StroomId,
        vanaf: Versie,
        hoogstens: usize,
    ) -> Result<Vec<Record>, StoreError> {
        let rijen = self.stroomrijen(VOORUIT, stroom, vanaf, hoogstens).await?;
        self.aaneen(stroom, vanaf, &rijen)
    }

    /// Several streams from their beginning.
    pub(crate) async fn tegelijk(
        self,
        stromen: &[StroomId],
        hoogstens: usize,
    ) -> Result<Stromen, StoreError> {
        let bytes: Vec<Vec<u8>> = stromen.iter().map(|it| it.bytes().to_vec()).collect();
        let rijen = self.voorraad.lees(TEGELIJK, &[&bytes, &grens(hoogstens)]).await?;
        let mut per_stroom: BTreeMap<StroomId, Vec<Row>> =
            stromen.iter().map(|stroom| (*stroom, vec![])).collect();
        for rij in rijen {
            let stroom = rij.try_get(1).ok().and_then(StroomId::uit_bytes).ok_or_else(vreemd)?;
            per_stroom.entry(stroom).or_default().push(rij);
        }
        let mut gelezen = Stromen::new();
        for (stroom, mut rijen) in per_stroom {
            // Rows of a join come in any order.
            rijen.sort_by_key(|rij| rij.try_get::<_, i64>(2).unwrap_or_default());
            gelezen.insert(stroom, heel_of_schade(self.aaneen(stroom, Versie(1), &rijen))?);
        }
        Ok(gelezen)
    }

    /// The records of rows that have to follow one another, from this version on.
    fn aaneen(
        self,
        stroom: StroomId,
        vanaf: Versie,
        rijen: &[Row],
    ) -> Result<Vec<Record>, StoreError> {
        let mut records: Vec<Record> = vec![];
        for rij in rijen {
            let verwacht = records.last().map_or(vanaf.max(Versie(1)), |it| it.versie.volgende());
            let record = self.heel(stroom, verwacht, rij)?;
            let vorige = records.last().map_or(Hash::BEGIN, |eerder| eerder.hash);
            let bekend = verwacht == Versie(1) || !records.is_empty();
            if bekend && record.vorige != vorige {
                return Err(self.beschadigd(&record));
            }
            records.push(record);
        }
        Ok(records)
    }

    pub(crate) async fn achteruit(
        self,
        stroom: StroomId,
        vanaf: Versie,
        hoogstens: usize,
    ) -> Result<Vec<Record>, StoreError> {
        let rijen = self.stroomrijen(ACHTERUIT, stroom, vanaf, hoogstens).await?;
        let mut records: Vec<Record> = vec![];
        for rij in &rijen {
            let eigen = Versie(rij.try_get::<_, i64>(2).map_err(|_| vreemd())?.cast_unsigned());
            let verwacht = records.last().map_or(eigen, |it| Versie(it.versie.0.saturating_sub(1)));
            let record = self.heel(stroom, verwacht, rij)?;
            if let Some(later) = records.last().filter(|later| later.vorige != record.hash) {
                return Err(self.beschadigd(later));
            }
            records.push(record);
        }
        Ok(records)
    }

    pub(crate) async fn alles(
        self,
        na: Positie,
        hoogstens: usize,
    ) -> Result<Vec<Record>, StoreError> {
        let (mut na, grens) = (getal(na.0), grens(hoogstens));
        let mut records = vec![];
        while records.is_empty() && hoogstens > 0 {
            let rijen = self.voorraad.lees(ALLES, &[&na, &grens]).await?;
            let Some(laatste) = rijen.last() else { break };
            na = laatste.try_get(0).map_err(|_| vreemd())?;
            for rij in &rijen {
                records.extend(self.leesbaar(rij)?);
            }
        }
        Ok(records)
    }

    pub(crate) async fn stromen(
        self,
        soort: Stroomsoort,
        na: Option<StroomId>,
        hoogstens: usize,
    ) -> Result<Vec<(StroomId, Versie)>, StoreError> {
        let begin = vec![soort.nummer()];
        let begin = na.map_or(begin.clone(), |na| begin.max(na.bytes().to_vec()));
        let einde = vec![soort.nummer().saturating_add(1)];
        let rijen = self.voorraad.lees(STROMEN, &[&begin, &einde, &grens(hoogstens)]).await?;
        let stromen = rijen.iter().map(|rij| {
            let stroom = StroomId::uit_bytes(rij.try_get(0).ok()?)?;
            Some((stroom, Versie(rij.try_get::<_, i64>(1).ok()?.cast_unsigned())))
        });
        stromen.collect::<Option<_>>().ok_or_else(vreemd)
    }

    async fn stroomrijen(
        self,
        sql: &'static str,
        stroom: StroomId,
        vanaf: Versie,
        hoogstens: usize,
    ) -> Result<Vec<Row>, StoreError> {
        let bytes = stroom.bytes();
        let waarden: [crate::verbinding::Waarde<'_>; 3] =
            [&bytes.as_slice(), &getal(vanaf.0), &grens(hoogstens)];
        self.voorraad.lees(sql, &waarden).await
    }

    /// The record of a row that has to be this version, or the damage.
    fn heel(self, stroom: StroomId, versie: Versie, rij: &Row) -> Result<Record, StoreError> {
        self.gedeeld.schade.eis_heel(stroom, versie)?;
        let gevonden = match lees(rij).ok_or_else(vreemd)? {
            Gelezen::Heel(record) if record.versie == versie => return Ok(*record),
            Gelezen::Heel(record) => schade(record.positie, Some(stroom), Some(versie)),
            Gelezen::Beschadigd(schade) => Schade { stroom: Some(stroom), ..schade },
        };
        self.gedeeld.meld_schade(gevonden);
        Err(StoreError::Damaged(gevonden))
    }

    fn beschadigd(self, record: &Record) -> StoreError {
        let schade = schade(record.positie, Some(record.stroom), Some(record.versie));
        self.gedeeld.meld_schade(schade);
        StoreError::Damaged(schade)
    }

    /// The record of a row, unless its stream is damaged there or before.
    fn leesbaar(self, rij: &Row) -> Result<Option<Record>, StoreError> {
        match lees(rij).ok_or_else(vreemd)? {
            Gelezen::Heel(record) => {
                let heel = self.gedeeld.schade.eis_heel(record.stroom, record.versie).is_ok();
                Ok(heel.then_some(*record))
            }
            Gelezen::Beschadigd(schade) => {
                self.gedeeld.meld_schade(schade);
                Ok(None)
            }
        }
    }
}

/// The end of the log, from the row of [`KOP`].
pub(crate) fn kop_uit(rijen: &[Row]) -> Option<Positie> {
    let kop: i64 = rijen.first()?.try_get(0).ok()?;
    Some(Positie(kop.cast_unsigned()))
}

fn grens(hoogstens: usize) -> i64 {
    i64::try_from(hoogstens).unwrap_or(i64::MAX)
}
