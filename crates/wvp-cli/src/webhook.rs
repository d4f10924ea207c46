//! A webhook from the command line: whom to tell, as whom, and signed with what.

use anyhow::Context as _;
use clap::Args;
use uuid::Uuid;
use wvp_domain::WerkgeverId;
use wvp_engine::Afnemer;
use wvp_kanalen::Webhook;
use wvp_kanalen::webhook::{Afzender, Sleutel, WebhookInstelling};

use crate::configuratie::webhook_sleutel;
use crate::lezer::LezerWoord;

#[derive(Debug, Args)]
pub(crate) struct Melding {
    /// Het systeem dat hoort wat er gebeurt (https); ondertekend met POORTWACHTER_WEBHOOK_SLEUTEL
    #[arg(long, value_name = "URL", help_heading = "Webhook", requires_all = ["webhook_lezer", "oin", "installatie"])]
    pub(crate) webhook: Option<String>,
    /// Als wie dat systeem leest (PARTIJ/FUNCTIE): het hoort alleen waarvan die mag weten
    #[arg(long, value_name = "FUNCTIE", help_heading = "Webhook", requires = "webhook")]
    pub(crate) webhook_lezer: Option<LezerWoord>,
    /// Alleen dossiers van deze werkgever; standaard alle
    #[arg(long, value_name = "WERKGEVER", help_heading = "Webhook", requires = "webhook")]
    pub(crate) webhook_werkgever: Option<Uuid>,
    /// Het OIN van de organisatie die dit draait (20 cijfers)
    #[arg(long, value_name = "OIN", help_heading = "Webhook", requires = "webhook")]
    pub(crate) oin: Option<String>,
    /// Het adres van deze installatie (https), waaronder verwijzingen te vinden zijn
    #[arg(long, value_name = "URL", help_heading = "Webhook", requires = "webhook")]
    pub(crate) installatie: Option<String>,
}

/// The name of this system in the source of events.
const SYSTEEM: &str = "poortwachter";
/// Longest time for one delivery.
const TERMIJN_SECONDEN: u64 = 30;

impl Melding {
    /// The system to tell and as whom it reads, if one was named.
    ///
    /// # Errors
    ///
    /// When a setting cannot be used.
    pub(crate) fn webhook(&self) -> anyhow::Result<Option<(Webhook, Afnemer)>> {
        let Some(adres) = self.webhook.clone() else { return Ok(None) };
        let lezer = self.webhook_lezer.context("`--webhook-lezer` ontbreekt")?.0;
        let oin = self.oin.as_deref().context("`--oin` ontbreekt")?;
        let installatie = self.installatie.as_deref().context("`--installatie` ontbreekt")?;
        let afzender = Afzender::try_new(oin, SYSTEEM, installatie)?;
        let sleutel = Sleutel::try_new(webhook_sleutel().as_bytes())
            .context("POORTWACHTER_WEBHOOK_SLEUTEL")?;
        let termijn_seconden = TERMIJN_SECONDEN;
        let instelling = WebhookInstelling { adres, sleutel, termijn_seconden, extra_wortel: None };
        let werkgever = self.webhook_werkgever.map(WerkgeverId);
        Ok(Some((Webhook::try_new(instelling, afzender)?, Afnemer { lezer, werkgever })))
    }
}
