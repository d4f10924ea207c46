//! The administrator: accounts with their functions, and whether the daily work is done.

use std::collections::BTreeMap;

use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;
use wvp_access::Lezer;
use wvp_domain::bevoegdheid::gebruiker::{Functie, Taakgebied};
use wvp_domain::bezorging::Kanaal;
use wvp_domain::{AccountId, Datum};
use wvp_engine::{
    Accountblad, Accountvraag, Bericht, Bezorgstand, Geldend, beheert_accounts, dag_in_amsterdam,
    nieuw_id, taakgebied,
};
use wvp_paginas::berichtteksten::Berichtteksten;
use wvp_paginas::formulier::Verwijzingen;
use wvp_paginas::tabel::{Cel, Tabel, Tabelblad};
use wvp_paginas::{Taal, functie_van_woorden};

use super::beheer_inlog::{beheert, inlogtabel};
use super::bezoek::{Bezoek, Velden};
use super::daad::{Plek, WelkRecht};
use super::verwijzingen::{accounts_zonder, functies_van, organisaties_en_een_nieuwe};
use super::{Blad, Mis};
use crate::staat::Staat;

/// What acts on an account are about.
const ACCOUNT: &str = "/v1/accounts/{account}";
/// Gives somebody a function.
const FUNCTIES: &str = "functies";
/// Where.
const ORGANISATIE: &str = "a.organisatie";

/// Whether the daily work is done, and what did not arrive.
pub(super) async fn gereedheid(State(staat): State<Staat>, bezoek: Bezoek) -> Result<Blad, Mis> {
    let (stand, t) = (staat.engine.gereedheid_voor(&bezoek.wie).await?, bezoek.taal());
    let redenen = stand.redenen.iter().map(|it| vec![Cel::tekst(it.to_string())]).collect();
    let tik = stand.tik.map(|it| {
        let dag = dag_in_amsterdam(it.moment).voluit();
        vec![
            Cel::tekst(dag),
            Cel::tekst(it.dossiers.to_string()),
            Cel::tekst(it.herinneringen.to_string()),
            Cel::tekst(it.laat.to_string()),
            Cel::tekst(it.mislukt.to_string()),
        ]
    });
    let kop = ["wanneer", "menu-dossiers", "tik-herinneringen", "tik-laat", "tik-mislukt"];
    Ok(Blad::van(&Tabelblad {
        titel: t.zeg("menu-gereedheid"),
        uitleg: vec![t.zeg("gereedheid-uitleg")],
        knoppen: vec![],
        tabellen: vec![
            Tabel {
                titel: t.zeg("gereedheid-redenen"),
                kop: vec![t.zeg("wat")],
                rijen: redenen,
                leeg: t.zeg("gereedheid-in-orde"),
            },
            Tabel {
                titel: t.zeg("gereedheid-tik"),
                kop: kop.map(|it| t.zeg(it)).to_vec(),
                rijen: tik.into_iter().collect(),
                leeg: t.zeg("gereedheid-geen-tik"),
            },
        ],
        k: bezoek.kader(),
    }))
}

/// How messages go out, how that goes, and what they say.
pub(super) async fn berichten(State(staat): State<Staat>, bezoek: Bezoek) -> Result<Blad, Mis> {
    let (stand, t) = (staat.engine.gereedheid_voor(&bezoek.wie).await?, bezoek.taal());
    let rij = |(kanaal, it): &(Kanaal, Bezorgstand)| {
        let woord = match kanaal {
            Kanaal::Mail => "kanaal-mail",
            Kanaal::Webhook => "kanaal-webhook",
        };
        let oudste = it.oudste.map_or_else(String::new, |it| dag_in_amsterdam(it).voluit());
        let getallen = [it.wachtend, it.bezorgd, it.opgegeven].map(|it| it.to_string());
        let cellen = [t.zeg(woord)].into_iter().chain(getallen).chain([oudste]);
        cellen.map(Cel::tekst).collect()
    };
    let kop = ["kanaal", "kanaal-wacht", "kanaal-bezorgd", "kanaal-opgegeven", "kanaal-oudste"];
    let kanalen = Tabel {
        titel: t.zeg("kanalen"),
        kop: kop.map(|it| t.zeg(it)).to_vec(),
        rijen: stand.bezorging.iter().map(rij).collect(),
        leeg: t.zeg("kanalen-geen"),
    };
    let vandaag = staat.engine.klok().vandaag();
    let voorbeelden = Bericht::voorbeelden(vandaag);
    Ok(Blad::van(&Berichtteksten {
        k: bezoek.kader(),
        kanalen,
        voorbeelden: voorbeelden.into_iter().map(|it| (it.onderwerp, it.tekst)).collect(),
    }))
}

/// Where a page of accounts begins.
#[derive(Deserialize)]
pub(super) struct Vraag {
    #[serde(default)]
    na: String,
}

pub(super) async fn accounts(
    State(staat): State<Staat>,
    bezoek: Bezoek,
    Query(vraag): Query<Vraag>,
) -> Result<Blad, Mis> {
    let na = Uuid::parse_str(&vraag.na).ok().map(AccountId);
    let vraag = Accountvraag { na, ..Accountvraag::default() };
    let blad = staat.engine.accountlijst(&bezoek.wie, vraag, &bezoek.aanleiding).await?;
    let t = bezoek.taal();
    let nieuw = || {
        let adres = format!("/beheer/accounts/{}/vastleggen/registraties", nieuw_id());
        (adres, t.zeg("account-nieuw"))
    };
    let mut knoppen: Vec<(String, String)> =
        beheert_accounts(bezoek.wie.lezer).then(nieuw).into_iter().collect();
    knoppen
        .extend(blad.verder.map(|it| (format!("/beheer/accounts?na={}", it.0), t.zeg("volgende"))));
    let rij = |it: &Accountblad| {
        let naam =
            it.persoon.as_ref().map_or_else(|| it.account.0.to_string(), |it| it.naam.clone());
        let adres = format!("/beheer/accounts/{}", it.account.0);
        let geblokkeerd = it.geblokkeerd.is_some();
        let stand = if geblokkeerd { t.zeg("account-geblokkeerd") } else { String::new() };
        vec![Cel::link(adres, naam), Cel::tekst(functies_van(t, it)), Cel::tekst(stand)]
    };
    Ok(Blad::van(&Tabelblad {
        titel: t.zeg("menu-accounts"),
        uitleg: vec![t.zeg("accounts-uitleg")],
        knoppen,
        tabellen: vec![Tabel {
            titel: t.zeg("menu-accounts"),
            kop: ["account-naam", "account-functie", "stand"].map(|it| t.zeg(it)).to_vec(),
            rijen: blad.accounts.iter().map(rij).collect(),
            leeg: t.zeg("accounts-geen"),
        }],
        k: bezoek.kader(),
    }))
}

/// An account: its functions, and what can be done with it.
pub(super) async fn account(
    State(staat): State<Staat>,
    Path(id): Path<Uuid>,
    bezoek: Bezoek,
) -> Result<Blad, Mis> {
    let blad = staat.engine.account_van_iemand(&bezoek.wie, AccountId(id), &bezoek.aanleiding);
    let (blad, t) = (blad.await?, bezoek.taal());
    let naam = blad.persoon.as_ref().map_or_else(|| id.to_string(), |it| it.naam.clone());
    let beheert = beheert(&bezoek, blad.account);
    let mut uitleg = vec![format!("{}: {id}", t.zeg("account-nummer"))];
    uitleg.extend(blad.geblokkeerd.map(|_| t.zeg("account-is-geblokkeerd")));
    if !beheert {
        let is_eigen = bezoek.wie.account == blad.account;
        uitleg.push(t.zeg(if is_eigen { "account-eigen" } else { "account-alleen-lezen" }));
    }
    let mut tabellen = vec![functietabel(t, &blad, beheert)];
    if beheert {
        tabellen.extend([inlogtabel(t, blad.account), te_doen(&staat, &bezoek, &blad)]);
    }
    Ok(Blad::van(&Tabelblad { titel: naam, uitleg, knoppen: vec![], tabellen, k: bezoek.kader() }))
}

/// The functions of an account, with how to end one for who keeps the account.
fn functietabel(t: Taal, blad: &Accountblad, beheert: bool) -> Tabel {
    let rij = |it: &Geldend<Functie>| {
        let tot = it.geldig.tot_en_met.map_or_else(String::new, Datum::voluit);
        let einde = || {
            let (account, recht) = (blad.account.0, it.recht.stuk.0);
            let adres =
                format!("/beheer/accounts/{account}/vastleggen/beeindigde-functies?recht={recht}");
            Cel::link(adres, t.zeg("beeindig"))
        };
        let functie = Cel::tekst(functie_van_woorden(t, &it.recht.lezer));
        [functie, Cel::tekst(tot)].into_iter().chain(beheert.then(einde)).collect()
    };
    let kop = ["account-functie", "tot-en-met-kop"].into_iter().chain(beheert.then_some("actie"));
    Tabel {
        titel: t.zeg("account-functies"),
        kop: kop.map(|it| t.zeg(it)).collect(),
        rijen: blad.functies.iter().map(rij).collect(),
        leeg: t.zeg("account-geen-functies"),
    }
}

/// What can be recorded about an account of somebody else.
fn te_doen(staat: &Staat, bezoek: &Bezoek, blad: &Accountblad) -> Tabel {
    let (t, hier) = (bezoek.taal(), format!("/beheer/accounts/{}", blad.account.0));
    // Who is registered is so, and what is blocked can only be opened.
    let nooit = match blad.geblokkeerd {
        Some(_) => ["registraties", "blokkades"],
        None => ["registraties", "opgeheven-blokkades"],
    };
    let formulieren = staat.daden.iter().filter(|it| it.pad == ACCOUNT);
    let formulieren = formulieren
        .filter(|it| !nooit.contains(&it.woord) && it.is_voor(bezoek.wie.lezer))
        .map(|it| vec![Cel::link(format!("{hier}/vastleggen/{}", it.woord), it.titel)]);
    Tabel {
        titel: t.zeg("iets-vastleggen"),
        kop: vec![t.zeg("actie")],
        rijen: formulieren.collect(),
        leeg: String::new(),
    }
}

pub(super) async fn formulier(
    State(staat): State<Staat>,
    Path((id, woord)): Path<(Uuid, String)>,
    bezoek: Bezoek,
    Query(begin): Query<WelkRecht>,
) -> Result<Blad, Mis> {
    let begin = json!({ "recht": begin.nummer() });
    van_account(&staat, &bezoek, (id, &woord), begin).await?.toon(&staat, &bezoek).await
}

pub(super) async fn leg_vast(
    State(staat): State<Staat>,
    Path((id, woord)): Path<(Uuid, String)>,
    bezoek: Bezoek,
    velden: Velden,
) -> Result<Response, Mis> {
    let begin = json!({
        "organisatie": velden.misschien(ORGANISATIE),
        // The kind of work follows from the function.
        "taakgebied": taakgebied_van(velden.tekst("a.lezer")),
    });
    let plek = van_account(&staat, &bezoek, (id, &woord), begin).await?;
    plek.leg_vast(&staat, &bezoek, &velden).await
}

/// The kind of work of a function by the words of the table; of what is none any, for then the function is refused.
fn taakgebied_van(lezer: &str) -> Taakgebied {
    let (partij, functie) = lezer.split_once('/').unwrap_or_default();
    Lezer::zoek(partij, functie).map_or(Taakgebied::Overig, taakgebied)
}

/// What a form can refer to by name beside what every form of a right can: colleagues for who acts, the functions of
/// the account for what ends, where somebody has a function.
async fn verwijzingen(
    staat: &Staat,
    bezoek: &Bezoek,
    (id, woord): (Uuid, &str),
    organisatie: Option<&str>,
) -> Result<Verwijzingen, Mis> {
    Ok(match woord {
        "waarnemingen" => {
            let collegas = accounts_zonder(staat, bezoek, AccountId(id)).await?;
            BTreeMap::from([("AccountId", collegas)])
        }
        "beeindigde-functies" => {
            let (wie, t) = (&bezoek.wie, bezoek.taal());
            let blad = staat.engine.account_van_iemand(wie, AccountId(id), &bezoek.aanleiding);
            let functie = |it: &Geldend<Functie>| {
                (it.recht.stuk.0.to_string(), functie_van_woorden(t, &it.recht.lezer))
            };
            BTreeMap::from([("StukId", blad.await?.functies.iter().map(functie).collect())])
        }
        FUNCTIES => {
            let alle = organisaties_en_een_nieuwe(staat, bezoek, organisatie).await?;
            BTreeMap::from([(ORGANISATIE, alle)])
        }
        _ => BTreeMap::new(),
    })
}

async fn van_account<'a>(
    staat: &Staat,
    bezoek: &Bezoek,
    (id, woord): (Uuid, &'a str),
    mut begin: Value,
) -> Result<Plek<'a>, Mis> {
    let organisatie = begin.get("organisatie").and_then(Value::as_str).map(str::to_owned);
    let verwijzingen = verwijzingen(staat, bezoek, (id, woord), organisatie.as_deref()).await?;
    let vandaag = staat.engine.klok().vandaag();
    if let Some(a) = begin.as_object_mut() {
        a.extend(
            [("per", vandaag), ("op", vandaag)].map(|(naam, it)| (naam.to_owned(), json!(it))),
        );
        a.insert("geldig".to_owned(), json!({ "van": vandaag }));
        let eigen = verwijzingen.get(ORGANISATIE).and_then(|alle| alle.first());
        a.insert("organisatie".to_owned(), json!(organisatie.or(eigen.map(|(id, _)| id.clone()))));
    }
    Ok(Plek {
        pad: ACCOUNT,
        woord,
        id,
        adres: format!("/beheer/accounts/{id}/vastleggen/{woord}"),
        terug: (format!("/beheer/accounts/{id}"), bezoek.taal().zeg("menu-accounts")),
        begin: json!({ "a": begin }),
        vast: if woord == FUNCTIES { vec!["a.taakgebied"] } else { vec![] },
        verwijzingen,
    })
}
