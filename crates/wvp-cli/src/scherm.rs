//! Reminders on the terminal: one line each, for who runs without a mail server.

use async_trait::async_trait;
use wvp_engine::{Bericht, BezorgFout, Notifier};

/// Prints every message as one line: day, receiver, subject and the line that names the last day.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Scherm;

#[async_trait]
impl Notifier for Scherm {
    async fn bezorg(&self, bericht: &Bericht) -> Result<(), BezorgFout> {
        anstream::println!("{}", regel(bericht));
        Ok(())
    }
}

/// What a message says on one line; nothing more than the mail would.
fn regel(bericht: &Bericht) -> String {
    let zinnen = bericht.tekst.lines().map(str::trim).filter(|zin| zin.contains("stap"));
    let kern = zinnen.collect::<Vec<_>>().join(" ");
    format!("{}  aan {}: {kern}", bericht.op, bericht.aan_naam)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;
    use wvp_domain::Datum;
    use wvp_engine::Bericht;

    use super::regel;

    #[test]
    fn een_bericht_staat_op_een_regel() {
        let bericht = Bericht {
            id: Uuid::from_u128(7),
            aan_naam: "R. Voorbeeld".to_owned(),
            aan_email: "r@voorbeeld.example".to_owned(),
            onderwerp: "Er staat een stap voor u klaar".to_owned(),
            tekst: "Beste R. Voorbeeld,\n\nEr staat een stap voor u klaar (kenmerk AB).\n\
                    Deze stap moet uiterlijk op 12 februari 2024 klaar zijn.\n\nLog in.\n"
                .to_owned(),
            op: Datum::ymd(2024, 2, 5).unwrap(),
            stappen: vec![],
        };
        assert_eq!(
            regel(&bericht),
            "2024-02-05  aan R. Voorbeeld: Er staat een stap voor u klaar (kenmerk AB). \
             Deze stap moet uiterlijk op 12 februari 2024 klaar zijn."
        );
    }
}
