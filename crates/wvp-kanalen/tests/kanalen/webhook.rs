//! Webhooks, against a real receiver.

use serde_json::{Value, json};
use uuid::Uuid;
use wvp_domain::{Categorie, DossierId, TermijnId};
use wvp_engine::BezorgFout;
use wvp_engine::bericht::Stap;
use wvp_engine::systeem::{Feitmelding, Feitsoort, Systeem as _};
use wvp_kanalen::webhook::{Afzender, Sleutel, WebhookFout, WebhookInstelling, controleer, schema};
use wvp_kanalen::{WebadresFout, Webhook};
use wvp_proefserver::Uitgever;

use crate::hulp::dag;
use crate::ontvanger::{NOOIT, Ontvanger};

const NU: i64 = 1_700_000_000;

fn sleutel() -> Sleutel {
    Sleutel::try_new(b"een geheim van 24 tekens").unwrap()
}

pub(crate) fn afzender() -> Afzender {
    Afzender::try_new("00000001823288444000", "dossiers", "https://dossiers.werkgever.example/")
        .unwrap()
}

fn webhook(adres: &str) -> Result<Webhook, WebhookFout> {
    met_wortel(adres, None)
}

fn met_wortel(adres: &str, extra_wortel: Option<String>) -> Result<Webhook, WebhookFout> {
    let adres = adres.to_owned();
    let instelling =
        WebhookInstelling { adres, sleutel: sleutel(), termijn_seconden: 1, extra_wortel };
    Webhook::try_new(instelling, afzender())
}

fn gebeurtenis(nummer: u128) -> Feitmelding {
    Feitmelding {
        id: Uuid::from_u128(nummer),
        soort: Feitsoort::HerinneringGegeven,
        dossier: DossierId(Uuid::from_u128(0xABCD << 112)),
        categorie: Categorie::C,
        stap: Some((Stap::Wettelijk(TermijnId::PlanVanAanpak), dag(26))),
        vastgelegd: NU * 1_000_000 + 5,
    }
}

#[tokio::test]
async fn een_gebeurtenis_is_een_cloudevent_met_een_verwijzing_en_zonder_inhoud() {
    let ontvanger = Ontvanger::start(&[]).await;
    webhook(&ontvanger.adres).unwrap().meld(&gebeurtenis(7), NU).await.unwrap();
    let bezorging = ontvanger.bezorgingen().remove(0);
    assert_eq!(bezorging.soort, "application/cloudevents+json; charset=UTF-8");
    let gelezen: Value = serde_json::from_slice(&bezorging.lading).unwrap();
    assert_eq!(
        gelezen,
        json!({
            "specversion": "1.0",
            "id": "00000000-0000-0000-0000-000000000007",
            "source": "urn:nld:oin:00000001823288444000:systeem:dossiers",
            "type": "nl.poortwachter.herinnering-gegeven.v1",
            "subject": "abcd0000-0000-0000-0000-000000000000",
            "time": "2023-11-14T22:13:20.000005Z",
            "datacontenttype": "application/json",
            "dataschema": "https://dossiers.werkgever.example/schemas/webhook/gebeurtenis.v1.json",
            "dataref": "https://dossiers.werkgever.example/dossiers/abcd0000-0000-0000-0000-000000000000\
                        /gebeurtenissen/00000000-0000-0000-0000-000000000007",
            "data": { "categorie": "C", "stap": "Plan van aanpak", "uiterlijk": "2024-02-26" },
        })
    );
}

#[tokio::test]
async fn een_herhaling_heeft_dezelfde_bytes_en_een_handtekening_die_klopt() {
    let ontvanger = Ontvanger::start(&[503, 429, NOOIT]).await;
    let webhook = webhook(&ontvanger.adres).unwrap();
    let momenten = [NU, NU + 30, NU + 150, NU + 630];
    for moment in momenten {
        let uitkomst = webhook.meld(&gebeurtenis(7), moment).await;
        assert_eq!(uitkomst.is_ok(), moment == NU + 630, "{uitkomst:?}");
    }
    let bezorgingen = ontvanger.bezorgingen();
    assert_eq!(bezorgingen.len(), 4);
    for (bezorging, moment) in bezorgingen.iter().zip(momenten) {
        assert_eq!(bezorging.lading, bezorgingen[0].lading);
        let kop = &bezorging.handtekening;
        controleer(&sleutel(), kop, &bezorging.lading, moment, 1).unwrap();
        assert!(controleer(&sleutel(), kop, b"anders", moment, 1).is_err());
    }
}

#[tokio::test]
async fn wat_de_ontvanger_antwoordt_is_tijdelijk_of_blijvend() {
    let antwoorden = [500, 502, 408, 425, 429, 400, 404, 410, 301, 307];
    let ontvanger = Ontvanger::start(&antwoorden).await;
    let webhook = webhook(&ontvanger.adres).unwrap();
    for (nummer, antwoord) in antwoorden.iter().enumerate() {
        let fout = webhook.meld(&gebeurtenis(7), NU).await.unwrap_err();
        assert_eq!(fout.is_blijvend(), nummer >= 5, "{antwoord}");
        assert!(fout.to_string().ends_with(&antwoord.to_string()), "{fout}");
    }
    // A redirect was not followed: the receiver saw every event once.
    assert_eq!(ontvanger.bezorgingen().len(), antwoorden.len());
}

#[tokio::test]
async fn wie_zwijgt_of_er_niet_is_krijgt_het_later() {
    let ontvanger = Ontvanger::start(&[NOOIT]).await;
    let fout = webhook(&ontvanger.adres).unwrap().meld(&gebeurtenis(7), NU).await.unwrap_err();
    assert_eq!(fout, BezorgFout::Tijdelijk("de ontvanger antwoordt niet op tijd".to_owned()));
    let niemand = webhook("http://127.0.0.1:1/").unwrap();
    let fout = niemand.meld(&gebeurtenis(7), NU).await.unwrap_err();
    assert_eq!(fout, BezorgFout::Tijdelijk("geen verbinding met de ontvanger".to_owned()));
}

#[test]
fn een_webhook_gaat_over_https_of_blijft_op_deze_machine() {
    assert!(webhook("https://ontvanger.example/in").is_ok());
    let fout = |adres| webhook(adres).unwrap_err();
    assert_eq!(fout("http://ontvanger.example/in"), WebadresFout::Onbeveiligd.into());
    assert_eq!(fout("https://naam:woord@ontvanger.example/"), WebadresFout::Teveel.into());
    assert_eq!(fout("https://ontvanger.example/?sleutel=1"), WebadresFout::Teveel.into());
    assert!(Afzender::try_new("123456782", "dossiers", "https://x.example").is_err());
    assert!(Afzender::try_new("00000001823288444000", "Dossiers X", "https://x.example").is_err());
}

#[tokio::test]
async fn over_tls_wordt_alleen_een_vertrouwde_ontvanger_iets_verteld() {
    let uitgever = Uitgever::nieuw().unwrap();
    let ontvanger = Ontvanger::start_tls(&uitgever.certificaat(), &uitgever.sleutel()).await;
    let vreemd = webhook(&ontvanger.adres).unwrap().meld(&gebeurtenis(7), NU).await.unwrap_err();
    assert!(!vreemd.is_blijvend(), "{vreemd}");
    assert_eq!(ontvanger.bezorgingen().len(), 0);
    let eigen = met_wortel(&ontvanger.adres, Some(uitgever.wortel().to_owned())).unwrap();
    eigen.meld(&gebeurtenis(7), NU).await.unwrap();
    assert_eq!(ontvanger.bezorgingen().len(), 1);
    let onleesbaar = met_wortel(&ontvanger.adres, Some("geen pem".to_owned())).unwrap_err();
    assert_eq!(onleesbaar, WebhookFout::Wortel);
}

#[test]
fn het_schema_dat_is_uitgegeven_is_dat_van_de_code() {
    let uitgegeven = include_str!("../../../../schemas/webhook/gebeurtenis.v1.json");
    let uitgegeven: Value = serde_json::from_str(uitgegeven).unwrap();
    assert_eq!(uitgegeven, schema().to_value());
}
