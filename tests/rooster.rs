//! `poortwachter rooster` and `gereed`: the timetable as a process that is stopped by a signal, its alert at
//! a real mail server, and what a monitor sees of it.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, ChildStderr, Command, Output, Stdio};
use std::sync::Arc;

use mail_parser::MessageParser;
use tests::gespeeld::ziek_gemeld;
use wvp_cli::huis::{Huis, OpslagUrl};
use wvp_domain::Datum;
use wvp_engine::{Dienst, Handklok};
use wvp_kanalen::smtp::{Beveiliging, SmtpInstelling};
use wvp_kanalen::{Huisstijl, Openheid, Sjablonen, Smtp};
use wvp_proefserver::{Postlijn, Postserver, proefserver};
use wvp_store::Positie;

const BEHEERDER: &str = "beheer@arbodebrug.example";

fn in_map(map: &Path) -> String {
    format!("sled:{}", map.join("opslag").display())
}

fn poortwachter(opslag: &str, map: &Path, argumenten: &[&str]) -> Command {
    let mut programma = Command::new(env!("CARGO_BIN_EXE_proef-poortwachter"));
    programma.args(argumenten).arg(format!("--opslag={opslag}"));
    programma.arg(format!("--sleutels={}", map.join("sleutels").display()));
    programma
}

fn gereed(opslag: &str, map: &Path, argumenten: &[&str]) -> Output {
    poortwachter(opslag, map, &[&["gereed"], argumenten].concat()).output().unwrap()
}

fn stdout(uit: &Output) -> String {
    String::from_utf8(uit.stdout.clone()).unwrap()
}

/// A timetable that runs.
struct Draaiend(Child, BufReader<ChildStderr>);

impl Draaiend {
    /// Comes back once the first tick and delivery are done.
    fn start(opslag: &str, map: &Path, argumenten: &[&str]) -> Self {
        let mut rooster = poortwachter(opslag, map, &[&["rooster"], argumenten].concat());
        let mut kind = rooster.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let mut lezer = BufReader::new(kind.stderr.take().unwrap());
        let mut gelezen = String::new();
        while !gelezen.contains("het rooster draait") {
            assert!(lezer.read_line(&mut gelezen).unwrap() > 0, "{gelezen}");
        }
        Self(kind, lezer)
    }

    /// Gives the exit code, and what it said at the end.
    fn stop(mut self, signaal: &str) -> (Option<i32>, String) {
        let nummer = self.0.id().to_string();
        assert!(Command::new("kill").args([signaal, &nummer]).status().unwrap().success());
        let code = self.0.wait().unwrap().code();
        let slot = self.1.lines().map(Result::unwrap).collect::<Vec<_>>().join("\n");
        (code, slot)
    }
}

#[tokio::test]
async fn het_rooster_haalt_in_stopt_netjes_op_elk_signaal_en_laat_een_gereed_huis_achter() {
    let map = tempfile::tempdir().unwrap();
    let (map, opslag) = (map.path(), in_map(map.path()));
    ziek_gemeld(&opslag.parse().unwrap(), map).await.unwrap();
    let nooit = gereed(&opslag, map, &[]);
    assert_eq!(nooit.status.code(), Some(1));
    let fout = String::from_utf8_lossy(&nooit.stderr);
    assert!(fout.contains("niet gereed: er is nog nooit getikt"), "{fout}");
    let post = map.join("post");
    for signaal in ["-TERM", "-INT"] {
        let rooster = Draaiend::start(&opslag, map, &["--berichten", post.to_str().unwrap()]);
        let bezet = gereed(&opslag, map, &[]);
        assert_eq!(bezet.status.code(), Some(1), "het rooster houdt de opslag");
        let (code, slot) = rooster.stop(signaal);
        assert_eq!(code, Some(0), "{signaal}: {slot}");
        assert!(slot.contains("het rooster is gestopt"), "{slot}");
    }
    assert!(std::fs::read_dir(&post).unwrap().count() > 0);
    let nu = gereed(&opslag, map, &["--json"]);
    assert_eq!(nu.status.code(), Some(0), "{}", String::from_utf8_lossy(&nu.stderr));
    let nu: serde_json::Value = serde_json::from_str(&stdout(&nu)).unwrap();
    assert_eq!(nu.get("gereed"), Some(&serde_json::Value::Bool(true)), "{nu}");
}

#[test]
fn een_adres_van_de_beheerder_dat_niet_klopt_wordt_meteen_geweigerd() {
    let map = tempfile::tempdir().unwrap();
    let argumenten = ["rooster", "--beheerder", "beheer@@arbodebrug"];
    let uit = poortwachter(&in_map(map.path()), map.path(), &argumenten).output().unwrap();
    assert_eq!(uit.status.code(), Some(2));
}

#[tokio::test]
async fn een_oude_tik_is_niet_gereed_in_tekst_en_in_metingen() {
    let map = tempfile::tempdir().unwrap();
    let (map, opslag) = (map.path(), in_map(map.path()));
    let dag = ziek_gemeld(&opslag.parse().unwrap(), map).await.unwrap().plus(40).to_string();
    let tick = poortwachter(&opslag, map, &["tick", "--dag", &dag]).output().unwrap();
    assert!(tick.status.success());
    let tekst = gereed(&opslag, map, &[]);
    assert_eq!(tekst.status.code(), Some(1));
    let verwacht = format!("laatste tik: {dag} 09:00; 1 dossiers aan de beurt, 0 mislukt");
    assert!(stdout(&tekst).starts_with(&verwacht), "{}", stdout(&tekst));
    let metingen = gereed(&opslag, map, &["--metingen"]);
    assert_eq!(metingen.status.code(), Some(1));
    for regel in ["poortwachter_ready 0", "poortwachter_tick_missed 1", "# EOF"] {
        assert!(stdout(&metingen).lines().any(|it| it == regel), "{}", stdout(&metingen));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn twee_roosters_op_een_server_sturen_elke_herinnering_een_keer() {
    let map = tempfile::tempdir().unwrap();
    let (map, opslag) = (map.path(), proefserver().maak_database().unwrap());
    let url: OpslagUrl = opslag.parse().unwrap();
    ziek_gemeld(&url, map).await.unwrap();
    let post = Postserver::start(&Postlijn::Open).unwrap();
    let mail = format!("smtp+open://127.0.0.1:{}", post.poort());
    let afzender = ["--afzender", "Arbodienst <post@arbodebrug.example>"];
    let naar = ["--mail", &mail, "--inlogadres", "https://inloggen.example/"];
    let argumenten = [afzender.as_slice(), &naar].concat();
    std::thread::scope(|samen| {
        let een = || Draaiend::start(&opslag, map, &argumenten).stop("-TERM");
        for rooster in [samen.spawn(een), samen.spawn(een)] {
            assert_eq!(rooster.join().unwrap().0, Some(0));
        }
    });
    let ids: Vec<_> = nummers(&post);
    let klok = Arc::new(Handklok::op(Datum::EERSTE));
    let huis = Huis::open(&url, &map.join("sleutels"), klok).await.unwrap();
    let records = huis.store.read_all(Positie::BEGIN, usize::MAX).await.unwrap();
    let gegeven = records.iter().filter(|it| it.type_naam == "HerinneringGegeven").count();
    let bezorgd = records.iter().filter(|it| it.type_naam == "BerichtBezorgd").count();
    assert!(gegeven > 0 && bezorgd > 0, "{gegeven} gegeven, {bezorgd} bezorgd");
    assert_eq!(ids.len(), bezorgd);
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), bezorgd, "een bericht kwam twee keer");
}

fn nummers(post: &Postserver) -> Vec<String> {
    let brieven = post.ontvangen().unwrap();
    let nummer = |bytes: &Vec<u8>| {
        let brief = MessageParser::default().parse(bytes).unwrap();
        brief.message_id().unwrap().to_owned()
    };
    brieven.iter().map(nummer).collect()
}

/// Begins the timetable on a day, as after a restart, with mail to this server.
async fn begin_op(dag: Datum, map: &Path, post: &Postserver) {
    let huisstijl = Huisstijl::try_new(Openheid::Stil, "https://inloggen.example/").unwrap();
    let instelling = SmtpInstelling {
        host: "127.0.0.1".to_owned(),
        poort: post.poort(),
        beveiliging: Beveiliging::Geen,
        inlog: None,
        afzender: "Arbodienst <post@arbodebrug.example>".to_owned(),
        domein: "arbodebrug.example".to_owned(),
        extra_wortel: None,
        termijn_seconden: 30,
        lijnen_max: 1,
    };
    let smtp = Smtp::try_new(&instelling, Sjablonen::ingebed(huisstijl).unwrap()).unwrap();
    let opslag = OpslagUrl::Sled(map.join("opslag"));
    let klok = Arc::new(Handklok::op(dag));
    let huis = Huis::open(&opslag, &map.join("sleutels"), klok).await.unwrap();
    let dienst = Dienst::new(huis.engine.clone(), Arc::new(smtp));
    dienst.met_beheerder(BEHEERDER.to_owned()).begin().await;
    huis.store.sluit().await.unwrap();
}

/// The texts of the mails to the operator.
fn aan_de_beheerder(post: &Postserver) -> Vec<String> {
    let brieven = post.ontvangen().unwrap();
    let brieven = brieven.iter().map(|bytes| MessageParser::default().parse(bytes).unwrap());
    let van_hem = brieven.filter(|brief| {
        let aan = brief.to().and_then(|aan| aan.first()).and_then(|aan| aan.address());
        aan == Some(BEHEERDER)
    });
    van_hem
        .map(|brief| format!("{}\n{}", brief.subject().unwrap(), brief.body_text(0).unwrap()))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn de_beheerder_krijgt_een_mail_per_gemiste_dag_ook_na_een_herstart() {
    let map = tempfile::tempdir().unwrap();
    let map = map.path();
    let ziek = ziek_gemeld(&OpslagUrl::Sled(map.join("opslag")), map).await.unwrap();
    let post = Postserver::start(&Postlijn::Open).unwrap();
    begin_op(ziek, map, &post).await;
    assert_eq!(aan_de_beheerder(&post), Vec::<String>::new());
    begin_op(ziek.plus(3), map, &post).await;
    begin_op(ziek.plus(3), map, &post).await;
    assert_eq!(aan_de_beheerder(&post).len(), 1);
    begin_op(ziek.plus(4), map, &post).await;
    let berichten = aan_de_beheerder(&post);
    assert_eq!(berichten.len(), 2);
    let gemist = format!("op {} niet gezet", ziek.plus(3).voluit());
    assert!(berichten.iter().any(|it| it.replace('\n', " ").contains(&gemist)), "{berichten:?}");
    for bericht in berichten {
        let klein = bericht.to_lowercase();
        for woord in ["ziek", "verzuim", "poortwachter", "dossier", "kenmerk"] {
            assert!(!klein.contains(woord), "{woord}: {klein}");
        }
    }
}
