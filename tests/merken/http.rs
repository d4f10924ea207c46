//! Everybody walks by every address that can be read over HTTP, and sees there what the table allows.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};
use std::sync::{Arc, Mutex};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use tests::bediend::Bediend;
use tests::inlog::Inlog;
use tests::klant::{Antwoord, Klant};
use tests::logboek::Logboek;
use tests::merk::{MERK, Merk};
use tests::vermomming::eis_schoon;
use tokio::task::JoinSet;
use wvp_access::Lezer;
use wvp_cli::demo::{Rol, gebruiker, lezer};
use wvp_domain::bevoegdheid::Organisatie;
use wvp_domain::mijlpaal::gedeeld::{Handtekening, Ondertekenaar, Ondertekening, Partij};
use wvp_domain::mijlpaal::riv::Element;
use wvp_domain::mijlpaal::sluiten::{Heropend, RedenHeropenen};
use wvp_domain::{Command, Compartiment, Feit as _, Secties};
use wvp_engine::{Inkomend, Klok as _};
use wvp_kanalen::Openheid;
use wvp_kanalen::agenda::AgendaInstelling;
use zip::ZipArchive;

use super::adressen::{Deur, Invulling, deuren};
use super::mensen::{Iemand, organisatie, stuk, van_de_zaak, voor_elke_functie};
use super::proef::Proef;
use super::uitvoer::in_letters;
use super::{Gezien, eis_precies};

/// Where nobody is answered with 200 here, and why nothing can leak there.
const ZONDER_ANTWOORD: [(&str, &str); 29] = [
    ("/", "wijst de weg naar de eerste pagina"),
    ("/account/inlog/herstelcodes", "wordt verstuurd"),
    ("/account/inlog/koppelingen", "wordt verstuurd"),
    ("/account/inlog/koppelingen/{koppeling}", "wordt verstuurd"),
    ("/account/inlog/overal-uit", "wordt verstuurd"),
    ("/account/inlog/sessies/{sessie}", "wordt verstuurd"),
    ("/account/inlog/toestel", "wordt verstuurd"),
    ("/account/inlog/wachtwoord", "wordt verstuurd"),
    ("/account/tokens/{token}/intrekken", "wordt verstuurd"),
    ("/beheer/accounts/{account}/herstel", "is voor wie een account van een ander beheert"),
    ("/beheer/accounts/{account}/uitloggen", "wordt verstuurd"),
    ("/beheer/accounts/{account}/uitnodiging", "wordt verstuurd"),
    ("/berichten/agenda", "wordt verstuurd"),
    ("/berichten/agenda/intrekken", "wordt verstuurd"),
    ("/berichten/{bericht}/gelezen", "wordt verstuurd"),
    ("/dossiers/{dossier}/stukken/{stuk}/tekenen", "wordt verstuurd"),
    ("/dossiers/{dossier}/stukken/{stuk}/weigeren", "wacht hier op niemands handtekening"),
    ("/dossiers/{dossier}/verslag/pakket", "wordt verstuurd"),
    ("/inloggen/elders/{aanbieder}", "wordt verstuurd"),
    ("/inloggen/instellen", "wordt verstuurd"),
    ("/inloggen/tweede-factor", "wordt verstuurd"),
    ("/inloggen/verder", "is voor wie van een andere partij terugkomt"),
    ("/taal/{taal}", "wijst de weg terug"),
    ("/toezicht/nakijken/{recht}/{wat}", "wordt verstuurd"),
    ("/uitloggen", "wordt verstuurd"),
    ("/v1/sessies/_elders/{aanbieder}", "stuurt naar een andere partij, die er hier niet is"),
    ("/v1/sessies/_elders/{aanbieder}/terugkeer", "komt van een andere partij terug"),
    ("/ziekmelding/{werknemer}/{dossier}", "wordt verstuurd"),
    ("/zoeken", "wordt verstuurd"),
];

/// Forms that begin with what a dossier says, and of each other kind one that begins empty.
const FORMULIEREN: [&str; 14] = [
    "probleemanalyses",
    "plannen-van-aanpak",
    "voortgangsgesprekken",
    "eerstejaarsevaluaties",
    "actuele-oordelen",
    "eindevaluaties",
    "oordelen-werknemer",
    "spreekuren",
    "toestemmingen",
    "functies",
    "waarnemingen",
    "werkgevertoewijzingen",
    "gegevens-werkgever",
    "gegevens-werknemer",
];

/// How many walk at the same time.
const TEGELIJK: usize = 4;

/// The server on the marked case, with a copy of its plan that was signed on paper.
struct Loket {
    proef: Proef,
    bediend: Bediend,
    invulling: Invulling,
}

/// Somebody who logged in.
struct Bezoeker {
    iemand: Iemand,
    klant: Klant,
}

/// What somebody came by: how often each endpoint answered, and what was seen of the dossier itself.
struct Verslag {
    gelukt: BTreeMap<String, usize>,
    dossier: Gezien,
}

impl Loket {
    async fn open() -> (Self, Vec<Bezoeker>) {
        let mut proef = Proef::gespeeld().await;
        let exemplaar = neem_exemplaar_in(&mut proef).await;
        let agenda = AgendaInstelling::try_new(Openheid::Stil, "proef.example").unwrap();
        let engine = proef.engine().clone();
        let bediend = Bediend::start(engine, |it| it.agenda = Some(agenda)).unwrap();
        let mut bezoekers = vec![];
        let toezicht = Iemand::met_toezicht(&proef);
        let anderen = voor_elke_functie().into_iter().chain([toezicht]);
        for iemand in van_de_zaak(&proef, 0).into_iter().chain(anderen) {
            let (account, lezer) = (iemand.wie.account, iemand.wie.lezer);
            let inlog = Inlog::voor(proef.engine(), account, lezer).await.unwrap();
            let klant = inlog.binnen(bediend.klant(), &*proef.huis.klok).await.unwrap();
            bezoekers.push(Bezoeker { iemand, klant });
        }
        let invulling = invulling(&proef, exemplaar);
        let mut loket = Self { proef, bediend, invulling };
        loket.invulling.papieren = loket.papieren(&mut bezoekers[..Rol::ALLE.len()]).await;
        (loket, bezoekers)
    }

    fn dossier(&self) -> String {
        format!("/v1/dossiers/{}", self.proef.zaken[0].dossier.0)
    }

    /// Every paper that somebody of the case may know of, with its kind.
    async fn papieren(&self, van_de_zaak: &mut [Bezoeker]) -> Vec<(String, String)> {
        let mut papieren = BTreeSet::new();
        for Bezoeker { klant, .. } in van_de_zaak {
            let lijst = klant.get(&format!("{}/stukken", self.dossier())).await.unwrap().json();
            for stuk in lijst["stukken"].as_array().unwrap() {
                let tekst = |veld: &str| stuk[veld].as_str().map(str::to_owned);
                papieren.extend(tekst("afschrift").zip(tekst("stuk")));
            }
        }
        assert!(papieren.len() > 8, "{papieren:?}");
        papieren.into_iter().collect()
    }

    /// The addresses for a reader, who has a calendar behind an address of its own.
    async fn adressen(
        &self,
        Bezoeker { iemand, klant }: &mut Bezoeker,
    ) -> Vec<(Deur, Vec<String>)> {
        let agenda = klant.post("/v1/agenda/adressen", &json!({})).await.unwrap().json();
        let geheim = agenda["adres"].as_str().unwrap().rsplit('/').next().unwrap().to_owned();
        let mut invulling = self.invulling.clone();
        invulling.waarden.push(("geheim", vec![geheim]));
        let van_de_zaak = [Rol::Casemanager, Rol::Werknemer];
        let van_de_zaak = van_de_zaak.map(|rol| self.proef.zaken[0].account(rol));
        let accounts = van_de_zaak.into_iter().chain([iemand.wie.account]);
        invulling.waarden.push(("account", accounts.map(|it| it.0.to_string()).collect()));
        let vul = |deur: Deur| {
            let adressen = deur.adressen(&invulling);
            assert!(
                adressen.is_ok(),
                "{}: zeg in `invulling` wat hier hoort: {adressen:?}",
                deur.pad
            );
            (deur, adressen.unwrap())
        };
        deuren().into_iter().map(vul).collect()
    }

    /// Lets somebody look everywhere.
    async fn loop_langs(&self, mut bezoeker: Bezoeker) -> Verslag {
        let wie = bezoeker.iemand.naam();
        let mag = self.proef.mag_zien(0, &bezoeker.iemand).await;
        let mut gelukt = BTreeMap::<String, usize>::new();
        for (deur, adressen) in self.adressen(&mut bezoeker).await {
            for adres in adressen {
                let antwoord = bezoeker.klant.get(&adres).await.unwrap();
                assert!(antwoord.status < 500, "{wie}: {adres}");
                let wel = self.proef.merken_in(0, &tekst(&antwoord));
                let te_veel: Vec<_> = wel.difference(&mag).collect();
                assert!(te_veel.is_empty(), "{wie} op {adres}: {te_veel:?}");
                *gelukt.entry(deur.pad.clone()).or_default() += usize::from(antwoord.status == 200);
            }
        }
        let dossier = bezoeker.klant.get(&self.dossier()).await.unwrap();
        let wel = self.proef.merken_in(0, &tekst(&dossier));
        Verslag { gelukt, dossier: Gezien { wie, wel, mag } }
    }
}

/// Everybody, some at a time.
async fn allen_langs(loket: &Arc<Loket>, bezoekers: Vec<Bezoeker>) -> Vec<Verslag> {
    let (mut taken, rij) = (JoinSet::new(), Arc::new(Mutex::new(bezoekers)));
    for _ in 0..TEGELIJK {
        let (loket, rij) = (Arc::clone(loket), Arc::clone(&rij));
        taken.spawn(async move {
            let mut verslagen = vec![];
            while let Some(bezoeker) = { rij.lock().unwrap().pop() } {
                verslagen.push(loket.loop_langs(bezoeker).await);
            }
            verslagen
        });
    }
    taken.join_all().await.into_iter().flatten().collect()
}

/// A plan that came in signed when its case was opened again, with a mark in the file itself.
async fn neem_exemplaar_in(proef: &mut Proef) -> String {
    let zaak = &proef.zaken[0];
    let wie = gebruiker(zaak, Rol::Werknemer);
    let inzage = proef.engine().read(&wie, zaak.dossier, None).await.unwrap();
    let plan = inzage.dossier.plan_van_aanpak[0].stuk();
    let vandaag = proef.huis.klok.vandaag();
    let reden = RedenHeropenen::TenOnrechteGesloten;
    let open = Secties::proces(Heropend { stuk: stuk(7), per: vandaag, reden });
    let casemanager = gebruiker(zaak, Rol::Casemanager);
    let open = Command::HeropenDossier(open);
    proef.engine().execute(&casemanager, zaak.dossier, open).await.unwrap();
    let tekst = format!("{MERK}-{:04}-", proef.merken[0].len());
    let naam = Ondertekenaar { naam: "Z. Jansen".to_owned(), functie: "monteur".to_owned() };
    let (partij, keuze) = (Partij::Werknemer, Handtekening::Getekend);
    let inkomend = Inkomend {
        van: plan,
        getekend_op: vandaag,
        ondertekeningen: vec![Ondertekening { partij, wie: naam, keuze, op: vandaag }],
        bytes: format!("%PDF-1.7\n{tekst}").into_bytes(),
    };
    proef.engine().neem_exemplaar_in(&wie, zaak.dossier, inkomend).await.unwrap();
    let inzage = proef.engine().read(&wie, zaak.dossier, None).await.unwrap();
    let exemplaar = inzage.dossier.getekend_exemplaar[0].stuk.0.to_string();
    let compartiment = Element::PlanVanAanpak.compartiment();
    proef.merken[0].push(Merk { tekst, in_a: Compartiment::A, compartiment, tussen: None });
    exemplaar
}

/// What stands in addresses for everybody.
fn invulling(proef: &Proef, exemplaar: String) -> Invulling {
    let zaak = &proef.zaken[0];
    let vandaag = proef.huis.klok.vandaag();
    let beheer = Lezer::FunctioneelBeheerder;
    let een = |tekst: &str| vec![tekst.to_owned()];
    let waarden = vec![
        ("dossier", vec![zaak.dossier.0.to_string()]),
        ("werkgever", vec![zaak.werkgever.0.to_string()]),
        ("werknemer", vec![zaak.werknemer.0.to_string()]),
        ("organisatie", vec![nummer_van(organisatie(beheer, zaak.werkgever))]),
        ("exemplaar", vec![exemplaar]),
        ("aanbieder", een("elders")),
        ("code", een("x")),
        ("state", een("x")),
        ("iss", een("x")),
        ("op", vec![vandaag.to_string(), vandaag.plus(-400).to_string()]),
        ("functie", vec![lezer(Rol::Casemanager).to_string()]),
        ("dagen", een("90")),
        ("na", een("00000000-0000-0000-0000-000000000000")),
        ("hoogstens", een("200")),
        ("ongelezen", een("true")),
        ("ontvangenOp", vec![vandaag.to_string()]),
        ("uiterlijkInBrief", vec![vandaag.plus(7).to_string()]),
        ("volledigVerklaardOp", vec![vandaag.to_string()]),
        // What pages are asked.
        ("groep", een("1")),
        ("elders", een("nee")),
        ("koppelen", een("nee")),
        ("woord", FORMULIEREN.map(str::to_owned).to_vec()),
        ("bericht", een("00000000-0000-0000-0000-000000000000")),
        ("recht", een("00000000-0000-0000-0000-000000000000")),
        ("token", een("00000000-0000-0000-0000-000000000000")),
        ("sessie", een("00000000-0000-0000-0000-000000000000")),
        ("koppeling", een("00000000-0000-0000-0000-000000000000")),
        ("wat", een("bevestigen")),
        ("stap", een("plan_van_aanpak")),
        ("wie", een("ander")),
        ("periode", een("alles")),
        ("bladzijde", een("2")),
        ("verder", een("/werklijst")),
        ("taal", een("en")),
    ];
    Invulling { waarden, papieren: vec![] }
}

fn nummer_van(organisatie: Organisatie) -> String {
    match organisatie {
        Organisatie::Werkgever(id) => id.0.to_string(),
        Organisatie::Overig(id) => id.0.to_string(),
    }
}

/// Everything that an answer says: its headers, and the texts of what it holds.
fn tekst(antwoord: &Antwoord) -> String {
    format!("{:?}\n", antwoord.koppen) + &inhoud(&antwoord.lijf)
}

fn inhoud(bytes: &[u8]) -> String {
    if bytes.starts_with(b"PK") {
        let mut archief = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let bestanden = (0..archief.len()).map(|plek| {
            let mut bestand = archief.by_index(plek).unwrap();
            let (naam, mut uitgepakt) = (bestand.name().unwrap().into_owned(), vec![]);
            bestand.read_to_end(&mut uitgepakt).unwrap();
            naam + &inhoud(&uitgepakt)
        });
        return bestanden.collect();
    }
    if bytes.starts_with(b"<?xml") {
        let tekst = als_het_is(bytes);
        let delen = tekst.split("<Datastring>").skip(1).filter_map(|it| it.split('<').next());
        let delen: String = delen.map(|it| inhoud(&STANDARD.decode(it).unwrap())).collect();
        return tekst + &delen;
    }
    // What somebody handed in is no PDF of ours, and is looked at as it is.
    if bytes.starts_with(b"%PDF") && !bytes.starts_with(b"%PDF-1.7\nMERK") {
        return als_het_is(bytes) + &in_letters(bytes);
    }
    als_het_is(bytes)
}

fn als_het_is(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn over_http_ziet_ieder_wat_de_tabel_toestaat_en_zeggen_log_en_metingen_niets() {
    let logboek = Logboek::begin().unwrap();
    let (loket, bezoekers) = Loket::open().await;
    let loket = Arc::new(loket);
    let (mut gelukt, mut gezien) = (BTreeMap::<String, usize>::new(), vec![]);
    for verslag in allen_langs(&loket, bezoekers).await {
        verslag
            .gelukt
            .into_iter()
            .for_each(|(pad, aantal)| *gelukt.entry(pad).or_default() += aantal);
        gezien.push(verslag.dossier);
    }
    let getoond = eis_precies("het dossier over HTTP", &gezien);
    assert!(getoond.len() > 100, "{} merken", getoond.len());
    let zonder: Vec<&str> =
        gelukt.iter().filter(|(_, aantal)| **aantal == 0).map(|(pad, _)| pad.as_str()).collect();
    assert_eq!(zonder, ZONDER_ANTWOORD.map(|(pad, _)| pad), "niemand krijgt hier antwoord");
    let metingen = loket.bediend.klant().get("/metrics").await.unwrap();
    assert!(als_het_is(&metingen.lijf).contains("{dossier}"));
    eis_schoon("de metingen", &metingen.lijf);
    Arc::into_inner(loket).unwrap().bediend.stop().await.unwrap();
    let regels = logboek.regels();
    assert!(als_het_is(&regels).contains("/v1/dossiers/{dossier}"), "er is gelogd");
    eis_schoon("een logregel", &regels);
}

#[test]
fn een_adres_waar_niemand_van_zegt_wat_erin_hoort_valt_op() {
    let invulling = Invulling { waarden: vec![], papieren: vec![] };
    for waar in ["path", "query"] {
        let parameter: Value = json!({ "name": "nieuw", "in": waar, "schema": {} });
        let deur = Deur::van("/v1/{nieuw}", &json!({ "parameters": [parameter] }));
        assert_eq!(deur.adressen(&invulling), Err("nieuw".to_owned()));
    }
}
