//! Reminders as messages: an .eml file each, in a folder.

use std::fs;
use std::path::{Path, PathBuf};

use async_trait::async_trait;
use lettre::Message;
use lettre::message::header::ContentType;
use lettre::message::{Mailbox, MessageBuilder};
use wvp_engine::{Bericht, BezorgFout, Notifier};

/// Writes every message to a file named after its id, so that a repeat replaces it.
#[derive(Debug, Clone)]
pub struct Postmap {
    map: PathBuf,
}

/// Whom the messages come from.
const AFZENDER: &str = "Poortwachter <niet-beantwoorden@poortwachter.example>";
const DOMEIN: &str = "poortwachter.example";

impl Postmap {
    /// Makes the folder if it is not there.
    ///
    /// # Errors
    ///
    /// When the folder cannot be made.
    pub fn try_new(map: &Path) -> std::io::Result<Self> {
        fs::create_dir_all(map)?;
        Ok(Self { map: map.to_owned() })
    }
}

#[async_trait]
impl Notifier for Postmap {
    async fn bezorg(&self, bericht: &Bericht) -> Result<(), BezorgFout> {
        let post = opmaak(bericht)?;
        let pad = self.map.join(format!("{}.eml", bericht.id));
        // A message is there whole or not at all: a reader never finds half of one.
        let tijdelijk = pad.with_extension("deel");
        fs::write(&tijdelijk, post.formatted())
            .and_then(|()| fs::rename(&tijdelijk, &pad))
            .map_err(|fout| BezorgFout::Tijdelijk(fout.kind().to_string()))
    }
}

fn opmaak(bericht: &Bericht) -> Result<Message, BezorgFout> {
    let adres = |tekst: &str| {
        tekst
            .parse::<Mailbox>()
            .map_err(|_| BezorgFout::Blijvend("het adres klopt niet".to_owned()))
    };
    let begin: MessageBuilder = Message::builder()
        .from(adres(AFZENDER)?)
        .to(adres(&bericht.aan_email)?)
        .message_id(Some(format!("<{}@{DOMEIN}>", bericht.id)))
        .date(op_de_dag(bericht))
        .subject(bericht.onderwerp.as_str())
        .header(ContentType::TEXT_PLAIN);
    begin.body(bericht.tekst.clone()).map_err(|fout| BezorgFout::Blijvend(fout.to_string()))
}

/// Eight in the morning (UTC) of the day of the reminder: a repeat gives the same bytes.
fn op_de_dag(bericht: &Bericht) -> std::time::SystemTime {
    const DAG_SECONDEN: u64 = 86_400;
    const OCHTEND_SECONDEN: u64 = 8 * 3_600;
    /// 1970-01-01, counted from 0001-01-01.
    const EPOCH_DAGTELLING: i32 = 719_163;
    let dagen = u64::try_from(bericht.op.dagtelling() - EPOCH_DAGTELLING).unwrap_or_default();
    let seconden = dagen.saturating_mul(DAG_SECONDEN).saturating_add(OCHTEND_SECONDEN);
    std::time::UNIX_EPOCH + std::time::Duration::from_secs(seconden)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;
    use wvp_domain::Datum;
    use wvp_engine::Bericht;

    use super::opmaak;

    #[test]
    fn hetzelfde_bericht_geeft_twee_keer_dezelfde_bytes() {
        let bericht = Bericht {
            id: Uuid::from_u128(7),
            aan_naam: "R. Voorbeeld".to_owned(),
            aan_email: "r@voorbeeld.example".to_owned(),
            onderwerp: "Er staat een stap voor u klaar".to_owned(),
            tekst: "Uiterlijk 12 februari 2024.".to_owned(),
            op: Datum::ymd(2024, 2, 5).unwrap(),
            stappen: vec![],
        };
        let bytes = opmaak(&bericht).unwrap().formatted();
        assert_eq!(bytes, opmaak(&bericht).unwrap().formatted());
        let tekst = String::from_utf8(bytes).unwrap();
        assert!(tekst.contains("Date: Mon, 05 Feb 2024 08:00:00"), "{tekst}");
        assert!(tekst.contains("Message-ID: <00000000-0000-0000-0000-000000000007@"), "{tekst}");
    }
}
