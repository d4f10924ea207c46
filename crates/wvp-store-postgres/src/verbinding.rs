//! One connection, set up the way every part of this crate relies on.

use std::collections::HashMap;
use std::future::poll_fn;
use std::time::Duration;

use tokio::sync::watch;
use tokio_postgres::tls::MakeTlsConnect;
use tokio_postgres::types::ToSql;
use tokio_postgres::{AsyncMessage, Client, Config, Error, NoTls, Row, Socket, Statement};

use crate::instellingen::Instellingen;
use crate::lijn::Lijn;

/// A parameter of a statement.
pub(crate) type Waarde<'a> = &'a (dyn ToSql + Sync);

/// A connection with the statements that were prepared on it.
pub(crate) struct Verbinding {
    client: Client,
    bereid: HashMap<&'static str, Statement>,
}

impl Verbinding {
    /// Connects. What the server tells beside answers goes to `bericht`.
    pub(crate) async fn open(
        instellingen: &Instellingen,
        bericht: impl FnMut(&str) + Send + 'static,
    ) -> Result<Self, Error> {
        let mut server = instellingen.server.clone();
        let eigen = server.get_options().unwrap_or_default();
        server.options(format!("{eigen} {}", sessie(instellingen)));
        let client = match &instellingen.lijn {
            Lijn::Open => verbind(&server, NoTls, bericht).await?,
            Lijn::Tls(tls) => verbind(&server, tls.clone(), bericht).await?,
        };
        // Acknowledged means durable: a server that is set looser is overruled, one that is set
        // stricter is left alone.
        let duurzaam = "select set_config('synchronous_commit', 'on', false) \
                        where current_setting('synchronous_commit') in ('off', 'local')";
        client.batch_execute(duurzaam).await?;
        Ok(Self { client, bereid: HashMap::new() })
    }

    /// Whether nothing can be asked of it any more.
    pub(crate) fn is_dicht(&self) -> bool {
        self.client.is_closed()
    }

    /// The connection itself, for what is not one prepared statement.
    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    /// The same, for a transaction.
    pub(crate) fn client_mut(&mut self) -> &mut Client {
        &mut self.client
    }

    /// A prepared statement; prepared once for each connection.
    pub(crate) async fn bereid(&mut self, sql: &'static str) -> Result<Statement, Error> {
        if let Some(bekend) = self.bereid.get(sql) {
            return Ok(bekend.clone());
        }
        let nieuw = self.client.prepare(sql).await?;
        self.bereid.insert(sql, nieuw.clone());
        Ok(nieuw)
    }

    /// The rows of one statement.
    pub(crate) async fn rijen(
        &mut self,
        sql: &'static str,
        waarden: &[Waarde<'_>],
    ) -> Result<Vec<Row>, Error> {
        let bereid = self.bereid(sql).await?;
        self.client.query(&bereid, waarden).await
    }
}

/// Connects, and reads the line for as long as it holds.
async fn verbind<T>(
    server: &Config,
    tls: T,
    mut bericht: impl FnMut(&str) + Send + 'static,
) -> Result<Client, Error>
where
    T: MakeTlsConnect<Socket>,
    T::Stream: Send + 'static,
{
    let (client, mut lijn) = server.connect(tls).await?;
    tokio::spawn(async move {
        while let Some(Ok(wat)) = poll_fn(|taak| lijn.poll_message(taak)).await {
            if let AsyncMessage::Notification(melding) = wat {
                bericht(melding.payload());
            }
        }
    });
    Ok(client)
}

/// Settings of every session. Scans are switched off because plans outlive the statistics that they
/// were made with: each of our statements has an index, and the log only grows. One plan per statement
/// is then as good as any, so none is made anew or compiled.
fn sessie(instellingen: &Instellingen) -> String {
    format!(
        "-c statement_timeout={} -c idle_in_transaction_session_timeout={} \
         -c enable_seqscan=off -c plan_cache_mode=force_generic_plan -c jit=off -c default_transaction_isolation=read\\ committed -c timezone=UTC \
         -c client_min_messages=error",
        instellingen.opdracht_hoogstens.as_millis(),
        instellingen.stilte_hoogstens.as_millis(),
    )
}

/// Pauses between attempts: short at first, then longer, and over as soon as the store closes.
pub(crate) struct Pauzes {
    volgende: Duration,
    over: Duration,
    open: watch::Receiver<bool>,
}

impl Pauzes {
    const LANGSTE: Duration = Duration::from_millis(500);

    /// Pauses of `over` together at most; `open` says whether the store is still open.
    pub(crate) fn new(over: Duration, open: watch::Receiver<bool>) -> Self {
        Self { volgende: Duration::from_millis(20), over, open }
    }

    /// Waits; whether another attempt is worth it.
    pub(crate) async fn pauze(&mut self) -> bool {
        let pauze = self.volgende.min(self.over);
        if pauze.is_zero() || !*self.open.borrow() {
            return false;
        }
        self.over = self.over.saturating_sub(pauze);
        self.volgende = self.volgende.saturating_mul(2).min(Self::LANGSTE);
        tokio::time::timeout(pauze, self.open.wait_for(|open| !open)).await.is_err()
    }
}
