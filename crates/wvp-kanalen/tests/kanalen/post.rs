//! Mail, against a real server.

use std::collections::{BTreeMap, BTreeSet};

use mail_parser::{HeaderValue, Message, MessageParser};
use uuid::Uuid;
use wvp_engine::{Bericht, BezorgFout, Notifier as _};
use wvp_kanalen::smtp::{Beveiliging, Inlog, InstelFout, SmtpInstelling};
use wvp_kanalen::{Openheid, Smtp};
use wvp_proefserver::{Postlijn, Postserver, Uitgever};

use crate::hulp::{bericht, herinnering, sjablonen, stapmelding};

const DOMEIN: &str = "post.werkgever.example";

fn instelling(poort: u16, beveiliging: Beveiliging) -> SmtpInstelling {
    SmtpInstelling {
        host: "127.0.0.1".to_owned(),
        poort,
        beveiliging,
        inlog: None,
        afzender: "Dossierpost <niet-beantwoorden@werkgever.example>".to_owned(),
        domein: DOMEIN.to_owned(),
        extra_wortel: None,
        termijn_seconden: 20,
        lijnen_max: 2,
    }
}

fn smtp(instelling: &SmtpInstelling) -> Smtp {
    Smtp::try_new(instelling, sjablonen(Openheid::Kenmerk)).unwrap()
}

fn open_server() -> (Postserver, Smtp) {
    let server = Postserver::start(&Postlijn::Open).unwrap();
    let smtp = smtp(&instelling(server.poort(), Beveiliging::Geen));
    (server, smtp)
}

/// How often each Message-ID came in.
fn nummers(server: &Postserver) -> BTreeMap<String, usize> {
    let mut geteld = BTreeMap::new();
    for bytes in server.ontvangen().unwrap() {
        *geteld.entry(lees(&bytes).message_id().unwrap().to_owned()).or_default() += 1;
    }
    geteld
}

fn lees(bytes: &[u8]) -> Message<'_> {
    MessageParser::default().parse(bytes).unwrap()
}

fn nummer(id: Uuid) -> String {
    format!("{id}@{DOMEIN}")
}

#[tokio::test]
async fn elk_bericht_komt_een_keer_aan_onder_het_nummer_van_zijn_gebeurtenis() {
    let (server, smtp) = open_server();
    let meldingen: Vec<_> =
        (1..=40).map(|it| herinnering(it, &format!("r{}@x.example", it % 7))).collect();
    let verwacht: BTreeMap<String, usize> = meldingen.iter().map(|it| (nummer(it.id), 1)).collect();
    for herinnering in meldingen {
        smtp.bezorg(&herinnering).await.unwrap();
    }
    assert_eq!(nummers(&server), verwacht);
}

#[tokio::test]
async fn een_mail_heeft_tekst_en_html_en_antwoordt_niemand() {
    let (server, smtp) = open_server();
    let post = smtp.sjablonen().verwoord(&herinnering(7, "r@x.example")).unwrap();
    smtp.verstuur(&post).await.unwrap();
    let bytes = server.ontvangen().unwrap().remove(0);
    let mail = lees(&bytes);
    assert_eq!(mail.subject(), Some("Er staat een stap voor u klaar (kenmerk 00000007)"));
    assert_eq!(
        mail.from().unwrap().first().unwrap().address(),
        Some("niet-beantwoorden@werkgever.example")
    );
    let aan = mail.to().unwrap().first().unwrap();
    assert_eq!((aan.address(), aan.name()), (Some("r@x.example"), None));
    assert_eq!(mail.header("Auto-Submitted"), Some(&HeaderValue::Text("auto-generated".into())));
    assert_eq!(mail.date().unwrap().to_rfc3339(), "2024-02-12T08:00:00Z");
    assert_eq!(mail.parts.len(), 3);
    assert_eq!(
        mail.body_text(0).unwrap().replace("\r\n", "\n").trim_end(),
        post.tekst().trim_end()
    );
    assert_eq!(mail.body_html(0).unwrap().replace("\r\n", "\n").trim_end(), post.html().trim_end());
}

#[tokio::test]
async fn een_regeleinde_in_een_naam_of_adres_voegt_geen_kop_toe() {
    let (server, smtp) = open_server();
    for einde in ["\r\n", "\n", "\r"] {
        let meer = format!("{einde}Bcc: kwaad@elders.example{einde}{einde}Ander lijf");
        let mut in_naam = herinnering(1, "r@x.example");
        in_naam.aan_naam = format!("R. Ontvanger{meer}");
        smtp.bezorg(&in_naam).await.unwrap();
        let in_adres = herinnering(2, &format!("r@x.example{meer}"));
        smtp.bezorg(&in_adres).await.unwrap_err();
    }
    let ontvangen = server.ontvangen().unwrap();
    assert_eq!(ontvangen.len(), 3);
    for bytes in ontvangen {
        let mail = lees(&bytes);
        assert!(mail.bcc().is_none());
        assert!(!mail.headers().iter().any(|kop| kop.name().eq_ignore_ascii_case("bcc")));
    }
}

#[tokio::test]
async fn een_afgebroken_bezorging_wordt_herhaald_met_dezelfde_bytes() {
    let (server, smtp) = open_server();
    let bericht = bericht(9, "breuk@x.example");
    let eerste = smtp.bezorg(&bericht).await.unwrap_err();
    assert!(!eerste.is_blijvend(), "{eerste}");
    smtp.bezorg(&bericht).await.unwrap();
    let ontvangen = server.ontvangen().unwrap();
    assert_eq!(ontvangen.len(), 2);
    assert_eq!(ontvangen[0], ontvangen[1]);
    assert_eq!(nummers(&server), BTreeMap::from([(nummer(bericht.id), 2)]));
}

#[tokio::test]
async fn een_bundel_is_een_mail_met_een_eigen_vast_nummer() {
    let (server, smtp) = open_server();
    let stappen = vec![stapmelding(1), stapmelding(2)];
    let bundel = Bericht { stappen, ..bericht(3, "r@x.example") };
    for _ in 0..2 {
        smtp.bezorg(&bundel).await.unwrap();
    }
    assert_eq!(nummers(&server), BTreeMap::from([(nummer(bundel.id), 2)]));
    let eerste = server.ontvangen().unwrap().remove(0);
    let tekst = lees(&eerste).body_text(0).unwrap().into_owned();
    assert!(tekst.contains("Kenmerk 00000001") && tekst.contains("Kenmerk 00000002"), "{tekst}");
}

#[tokio::test]
async fn een_fout_is_tijdelijk_of_blijvend_en_noemt_niemand() {
    let (server, smtp) = open_server();
    let fout = async |aan: &str| smtp.bezorg(&bericht(3, aan)).await.unwrap_err();
    let weg = fout("weg.geheimzinnig@x.example").await;
    assert_eq!(weg, BezorgFout::Blijvend("de mailserver weigert het bericht (550)".to_owned()));
    let vol = fout("vol@x.example").await;
    assert_eq!(vol, BezorgFout::Tijdelijk("de mailserver neemt het nu niet aan (452)".to_owned()));
    assert!(fout("geen adres").await.is_blijvend());
    assert!(!fout("soms@x.example").await.is_blijvend());
    smtp.bezorg(&bericht(3, "soms@x.example")).await.unwrap();
    assert_eq!(server.ontvangen().unwrap().len(), 1);
}

#[tokio::test]
async fn een_server_die_zwijgt_of_er_niet_is_is_tijdelijk() {
    let server = Postserver::start(&Postlijn::Open).unwrap();
    let kort =
        SmtpInstelling { termijn_seconden: 1, ..instelling(server.poort(), Beveiliging::Geen) };
    let traag = smtp(&kort).bezorg(&bericht(4, "traag@x.example")).await.unwrap_err();
    let te_laat = "de mailserver antwoordt niet op tijd".to_owned();
    assert_eq!(traag, BezorgFout::Tijdelijk(te_laat));
    drop(server);
    let weg = smtp(&kort).bezorg(&bericht(4, "r@x.example")).await.unwrap_err();
    assert_eq!(weg, BezorgFout::Tijdelijk("geen verbinding met de mailserver".to_owned()));
}

fn met_tls(uitgever: &Uitgever, server: &Postserver, beveiliging: Beveiliging) -> SmtpInstelling {
    SmtpInstelling {
        extra_wortel: Some(uitgever.wortel().to_owned()),
        inlog: Some(Inlog {
            naam: "dossier".to_owned(),
            wachtwoord: "lang woord".to_owned().into(),
        }),
        ..instelling(server.poort(), beveiliging)
    }
}

#[tokio::test]
async fn starttls_en_tls_werken_met_een_eigen_uitgever_en_inlog() {
    let uitgever = Uitgever::nieuw().unwrap();
    let (certificaat, sleutel) = (uitgever.certificaat(), uitgever.sleutel());
    let lijnen = [
        (Beveiliging::Starttls, Postlijn::Starttls(certificaat.clone(), sleutel.clone())),
        (Beveiliging::Tls, Postlijn::Tls(certificaat, sleutel)),
    ];
    for (beveiliging, lijn) in lijnen {
        let server = Postserver::start_met_inlog(&lijn, "dossier", "lang woord").unwrap();
        let goed = met_tls(&uitgever, &server, beveiliging);
        smtp(&goed).bezorg(&bericht(5, "r@x.example")).await.unwrap();

        let vreemd = SmtpInstelling { extra_wortel: None, ..goed.clone() };
        let fout = smtp(&vreemd).bezorg(&bericht(6, "r@x.example")).await.unwrap_err();
        assert!(!fout.is_blijvend() && fout.to_string().contains("verbinding"), "{fout}");

        let inlog =
            Inlog { naam: "dossier".to_owned(), wachtwoord: "ander woord".to_owned().into() };
        let onbekend = SmtpInstelling { inlog: Some(inlog), ..goed };
        let fout = smtp(&onbekend).bezorg(&bericht(6, "r@x.example")).await.unwrap_err();
        // Our own password, and not this message, has to be mended.
        assert_eq!(fout, BezorgFout::Tijdelijk("de mailserver weigert de inlog (535)".to_owned()));
        assert_eq!(nummers(&server).len(), 1);
    }
}

#[tokio::test]
async fn zonder_starttls_gaat_er_niets_over_de_lijn() {
    let server = Postserver::start(&Postlijn::Open).unwrap();
    let smtp = smtp(&instelling(server.poort(), Beveiliging::Starttls));
    let fout = smtp.bezorg(&bericht(8, "r@x.example")).await.unwrap_err();
    assert!(!fout.is_blijvend(), "{fout}");
    assert_eq!(server.ontvangen().unwrap().len(), 0);
}

#[test]
fn zonder_runtime_is_er_geen_post_en_daarna_kan_zij_overal_weg() {
    let open = instelling(25, Beveiliging::Geen);
    let zonder = Smtp::try_new(&open, sjablonen(Openheid::Stil)).unwrap_err();
    assert_eq!(zonder, InstelFout::Looptijd);
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let post = runtime.block_on(async { smtp(&open) });
    drop(post);
    let post = runtime.block_on(async { smtp(&open) });
    drop(runtime);
    drop(post);
}

#[tokio::test]
async fn onbeveiligde_post_blijft_op_deze_machine() {
    let fout = |instelling: SmtpInstelling| {
        Smtp::try_new(&instelling, sjablonen(Openheid::Stil)).unwrap_err()
    };
    let open =
        |host: &str| SmtpInstelling { host: host.to_owned(), ..instelling(25, Beveiliging::Geen) };
    assert_eq!(fout(open("post.x.example")), InstelFout::Onbeveiligd("post.x.example".to_owned()));
    for host in ["10.0.0.5", "127.0.0.1.x.example", "0.0.0.0", ""] {
        assert!(matches!(fout(open(host)), InstelFout::Onbeveiligd(_)), "{host}");
    }
    for host in ["127.0.0.1", "::1", "localhost"] {
        assert!(Smtp::try_new(&open(host), sjablonen(Openheid::Stil)).is_ok(), "{host}");
    }
    let anders = |domein: &str, afzender: &str| SmtpInstelling {
        domein: domein.to_owned(),
        afzender: afzender.to_owned(),
        ..open("127.0.0.1")
    };
    assert!(matches!(fout(anders("x>y", "a@x.example")), InstelFout::Domein(_)));
    assert_eq!(fout(anders(DOMEIN, "geen adres")), InstelFout::Afzender);
    let wortel = SmtpInstelling {
        extra_wortel: Some("geen pem".to_owned()),
        ..instelling(465, Beveiliging::Tls)
    };
    assert_eq!(fout(wortel), InstelFout::Wortel);
}

#[tokio::test]
async fn de_lijnen_worden_hergebruikt_en_blijven_binnen_het_maximum() {
    let (server, smtp) = open_server();
    let smtp = std::sync::Arc::new(smtp);
    let taken: Vec<_> = (1..=20)
        .map(|it| {
            let smtp = smtp.clone();
            tokio::spawn(async move { smtp.bezorg(&bericht(it, "r@x.example")).await })
        })
        .collect();
    for taak in taken {
        taak.await.unwrap().unwrap();
    }
    let ids: BTreeSet<String> = nummers(&server).into_keys().collect();
    assert_eq!(ids.len(), 20);
    assert!(server.lijnen().unwrap() <= 2, "{}", server.lijnen().unwrap());
}
