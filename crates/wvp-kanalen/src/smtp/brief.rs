//! A message as mail: every byte follows from the message, so a repeat is the same mail.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use lettre::Message;
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use wvp_domain::Datum;
use wvp_engine::BezorgFout;

use super::instelling::Gekeurd;
use crate::post::Post;

/// Says that no person wrote this, so that nobody's absence message answers it (RFC 3834).
#[derive(Debug, Clone, Copy)]
struct Vanzelf;

const VANZELF: &str = "auto-generated";

impl Header for Vanzelf {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_tekst: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), VANZELF.to_owned())
    }
}

pub(super) fn brief(post: &Post, gekeurd: &Gekeurd) -> Result<Message, BezorgFout> {
    let delen = MultiPart::alternative()
        .boundary(format!("deel-{}", post.id.simple()))
        .singlepart(deel(ContentType::TEXT_PLAIN, &post.tekst))
        .singlepart(deel(ContentType::TEXT_HTML, &post.html));
    Message::builder()
        .from(gekeurd.afzender.clone())
        .to(Mailbox::new(None, post.aan.adres().clone()))
        .message_id(Some(format!("<{}@{}>", post.id, gekeurd.domein)))
        .date(ochtend(post.op))
        .subject(post.onderwerp.as_str())
        .header(Vanzelf)
        .multipart(delen)
        .map_err(|_| BezorgFout::Blijvend("het bericht is niet als mail te schrijven".to_owned()))
}

fn deel(soort: ContentType, tekst: &str) -> SinglePart {
    SinglePart::builder().header(soort).body(tekst.to_owned())
}

/// Eight in the morning (UTC) of the day of the message.
fn ochtend(dag: Datum) -> SystemTime {
    const DAG_SECONDEN: u64 = 86_400;
    const OCHTEND_SECONDEN: u64 = 8 * 3_600;
    /// 1970-01-01, counted from 0001-01-01.
    const EPOCH_DAGTELLING: i32 = 719_163;
    let dagen = u64::try_from(dag.dagtelling() - EPOCH_DAGTELLING).unwrap_or_default();
    UNIX_EPOCH + Duration::from_secs(dagen.saturating_mul(DAG_SECONDEN) + OCHTEND_SECONDEN)
}
