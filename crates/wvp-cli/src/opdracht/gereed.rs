//! `gereed`: whether the daily work is done, for a person, a program or a monitor.

use std::sync::Arc;

use anyhow::bail;
use clap::Args;
use serde_json::{Value, json};
use wvp_domain::bezorging::Kanaal;
use wvp_engine::klok::in_amsterdam;
use wvp_engine::{Bezorgstand, Gereedheid, Systeemklok, Tikstand};
use wvp_store::Moment;

use super::Opslag;
use crate::huis::Huis;

#[derive(Debug, Args)]
pub(crate) struct Gereed {
    /// Geef de uitkomst als JSON
    #[arg(long, help_heading = "Opties", conflicts_with = "metingen")]
    pub(crate) json: bool,
    /// Geef de uitkomst als OpenMetrics, voor een bewakingssysteem
    #[arg(long, help_heading = "Opties")]
    metingen: bool,
    #[command(flatten)]
    opslag: Opslag,
}

impl Gereed {
    /// Prints how the last tick and delivery went; fails when that is not well.
    pub(crate) async fn draai(self) -> anyhow::Result<()> {
        let klok = Arc::new(Systeemklok);
        let huis = Huis::open(&self.opslag.opslag, &self.opslag.sleutels, klok).await?;
        let gereedheid = huis.engine.gereedheid().await?;
        huis.store.sluit().await?;
        if self.json {
            anstream::println!("{}", als_json(&gereedheid));
        } else if self.metingen {
            anstream::print!("{}", gereedheid.als_metingen()?);
        } else {
            anstream::println!("{}", regels(&gereedheid).join("\n"));
        }
        if gereedheid.is_gereed() {
            return Ok(());
        }
        bail!("niet gereed: {}", redenen(&gereedheid).join("; "))
    }
}

fn redenen(gereedheid: &Gereedheid) -> Vec<String> {
    gereedheid.redenen.iter().map(ToString::to_string).collect()
}

fn regels(gereedheid: &Gereedheid) -> Vec<String> {
    let over_de_tik = match &gereedheid.tik {
        None => "laatste tik: nooit".to_owned(),
        Some(tik) => {
            let Tikstand { moment, dossiers, mislukt, herinneringen, laat } = *tik;
            format!(
                "laatste tik: {}; {dossiers} dossiers aan de beurt, {mislukt} mislukt; \
                 {herinneringen} herinneringen, waarvan {laat} te laat",
                op_de_klok(moment)
            )
        }
    };
    let over_bezorging = gereedheid.bezorging.iter().map(|(kanaal, stand)| {
        let Bezorgstand { moment, wachtend, oudste, bezorgd, opgegeven, vervallen } = *stand;
        let oudste = oudste.map(|oudste| format!(" (de oudste sinds {})", op_de_klok(oudste)));
        format!(
            "{}: laatst verstuurd {}; {wachtend} wachtend{}; tot nu toe {bezorgd} bezorgd, \
             {opgegeven} opgegeven, {vervallen} vervallen",
            naam(*kanaal),
            op_de_klok(moment),
            oudste.unwrap_or_default()
        )
    });
    let slot = gereedheid.is_gereed().then(|| "gereed".to_owned());
    [over_de_tik].into_iter().chain(over_bezorging).chain(slot).collect()
}

fn als_json(gereedheid: &Gereedheid) -> Value {
    let tik = gereedheid.tik.map(|tik| {
        json!({
            "dag": tik.dag().to_string(), "moment": rfc3339(tik.moment), "dossiers": tik.dossiers,
            "mislukt": tik.mislukt, "herinneringen": tik.herinneringen, "laat": tik.laat,
        })
    });
    let bezorging = gereedheid.bezorging.iter().map(|(kanaal, stand)| {
        json!({
            "kanaal": naam(*kanaal), "moment": rfc3339(stand.moment), "wachtend": stand.wachtend,
            "oudste": stand.oudste.map(rfc3339), "bezorgd": stand.bezorgd,
            "opgegeven": stand.opgegeven, "vervallen": stand.vervallen,
        })
    });
    json!({
        "gereed": gereedheid.is_gereed(), "redenen": redenen(gereedheid), "tik": tik,
        "bezorging": bezorging.collect::<Vec<_>>(),
    })
}

fn naam(kanaal: Kanaal) -> &'static str {
    match kanaal {
        Kanaal::Mail => "mail",
        Kanaal::Webhook => "webhook",
    }
}

fn op_de_klok(moment: Moment) -> String {
    in_amsterdam(moment).format("%Y-%m-%d %H:%M").to_string()
}

fn rfc3339(moment: Moment) -> String {
    in_amsterdam(moment).to_rfc3339_opts(chrono::SecondsFormat::Secs, false)
}
