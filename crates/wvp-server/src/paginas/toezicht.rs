//! Who watches over privacy: the reading log of a dossier, rights to review, and the table of who may see what.

use std::collections::{BTreeMap, BTreeSet};

use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;
use uuid::Uuid;
use wvp_access::Tabel as Toegangstabel;
use wvp_domain::{AccountId, Datum, DossierId, StukId};
use wvp_engine::{ExecuteError, Houder, Regel, Zoekvraag, nieuw_id};
use wvp_paginas::dossier::Inzageregel;
use wvp_paginas::tabel::{Cel, Tabel, Tabelblad};
use wvp_paginas::toezicht::Toezicht;
use wvp_paginas::{Melding, functie_van_woorden};

use super::bezoek::{Bezoek, Kijker, VanHier};
use super::{Blad, Mis, naar_met};
use crate::probleem::{Probleem, Soort};
use crate::staat::Staat;

/// Whose log.
#[derive(Deserialize)]
pub(super) struct Vraag {
    #[serde(default)]
    dossier: String,
}

/// The reading log of one dossier, by its number.
pub(super) async fn toon(
    State(staat): State<Staat>,
    bezoek: Bezoek,
    Query(vraag): Query<Vraag>,
) -> Result<Blad, Mis> {
    let (k, dossier) = (bezoek.kader(), Uuid::parse_str(vraag.dossier.trim()).ok());
    let mut regels = None;
    if let Some(dossier) = dossier {
        let (wie, alles) = (&bezoek.wie, Zoekvraag::default());
        let gevonden = staat.engine.leeslog(wie, DossierId(dossier), &alles, &bezoek.aanleiding);
        let gevonden = gevonden.await.map_err(Probleem::from)?;
        let mut alle: Vec<_> = gevonden.iter().rev().map(|it| Inzageregel::van(&k, it)).collect();
        let accounts = alle.iter().map(|it| it.account).collect();
        let namen = namen(&staat, &bezoek, accounts).await?;
        for regel in &mut alle {
            regel.naam = namen.get(&regel.account).cloned();
        }
        regels = Some(alle);
    }
    let dossier = dossier.map_or_else(String::new, |it| it.to_string());
    Ok(Blad::van(&Toezicht { k, dossier, regels }))
}

/// The names of those whose account this visitor may look up; all others stay a number.
async fn namen(
    staat: &Staat,
    bezoek: &Bezoek,
    accounts: BTreeSet<Uuid>,
) -> Result<BTreeMap<Uuid, String>, Mis> {
    let mut namen = BTreeMap::new();
    for account in accounts {
        let (wie, aanleiding) = (&bezoek.wie, &bezoek.aanleiding);
        match staat.engine.account_van_iemand(wie, AccountId(account), aanleiding).await {
            Ok(blad) => namen.extend(blad.persoon.map(|it| (account, it.naam))),
            Err(ExecuteError::NietGevonden | ExecuteError::Geweigerd(_)) => {}
            Err(fout) => return Err(fout.into()),
        }
    }
    Ok(namen)
}

/// Rights that end, that nobody uses, or that give more than a function.
pub(super) async fn nakijken(State(staat): State<Staat>, bezoek: Bezoek) -> Result<Blad, Mis> {
    let regels = staat.engine.nakijken(&bezoek.wie).await?;
    let namen = namen(&staat, &bezoek, regels.iter().filter_map(account_van).collect()).await?;
    let t = bezoek.taal();
    // What this hat never does is no button.
    let knop = |mag: bool, recht: StukId, wat: &str, sleutel: &str| {
        if !mag {
            return Cel::tekst("");
        }
        let adres = format!("/toezicht/nakijken/{}/{wat}", recht.0);
        Cel::knop(adres, t.zeg(sleutel))
    };
    let wie = &bezoek.wie;
    let rij = |it: &Regel| {
        let redenen: Vec<&str> = it.redenen.iter().map(|it| it.naam()).collect();
        let tot = it.tot_en_met.map_or_else(String::new, Datum::voluit);
        let als = it.lezer.as_deref().map_or_else(String::new, |it| functie_van_woorden(t, it));
        let houder = match account_van(it) {
            Some(account) => match namen.get(&account) {
                Some(naam) => Cel::link(format!("/beheer/accounts/{account}"), naam.clone()),
                None => Cel::tekst(account.to_string()),
            },
            None => Cel::tekst(t.zeg("organisatie")),
        };
        vec![
            Cel::tekst(if als.is_empty() {
                it.soort.naam().to_owned()
            } else {
                format!("{}: {als}", it.soort.naam())
            }),
            houder,
            Cel::tekst(redenen.join(", ")),
            Cel::tekst(tot),
            knop(it.bevestigt(wie), it.recht, "bevestigen", "nakijken-bevestig"),
            knop(it.trekt_in(wie), it.recht, "intrekken", "trek-in"),
        ]
    };
    let kolommen =
        ["recht", "wie", "nakijken-waarom", "tot-en-met-kop", "nakijken-bevestig", "trek-in"];
    Ok(Blad::van(&Tabelblad {
        titel: t.zeg("menu-nakijken"),
        uitleg: vec![t.zeg("nakijken-uitleg")],
        knoppen: vec![],
        tabellen: vec![Tabel {
            titel: t.zeg("nakijken-rechten"),
            kop: kolommen.map(|it| t.zeg(it)).to_vec(),
            rijen: regels.iter().map(rij).collect(),
            leeg: t.zeg("nakijken-niets"),
        }],
        k: bezoek.kader(),
    }))
}

fn account_van(regel: &Regel) -> Option<Uuid> {
    match regel.houder {
        Houder::Account(account) => Some(account.0),
        Houder::Organisatie(_) => None,
    }
}

/// Confirms or withdraws a right of the list as it is now; of any other this door knows nothing.
pub(super) async fn kijk_na(
    State(staat): State<Staat>,
    Path((recht, wat)): Path<(Uuid, String)>,
    bezoek: Bezoek,
    _: VanHier,
) -> Result<Response, Mis> {
    let onbekend = || Probleem::van(Soort::NietGevonden);
    let regels = staat.engine.nakijken(&bezoek.wie).await?;
    let regel = regels.iter().find(|it| it.recht.0 == recht).ok_or_else(onbekend)?;
    let (wie, stuk) = (&bezoek.wie, StukId(nieuw_id()));
    let melding = match wat.as_str() {
        "bevestigen" => {
            staat.engine.bevestig_recht(wie, regel, stuk).await?;
            Melding::Vastgelegd
        }
        "intrekken" => {
            staat.engine.trek_recht_in(wie, regel, stuk).await?;
            Melding::Beeindigd
        }
        _ => return Err(onbekend().into()),
    };
    Ok(naar_met("/toezicht/nakijken", melding))
}

/// Of which function.
#[derive(Deserialize)]
pub(super) struct Functievraag {
    #[serde(default)]
    functie: String,
}

/// The table of who may see what, of one function at a time, with the source of every row. It is no secret.
pub(super) async fn matrix(kijker: Kijker, Query(vraag): Query<Functievraag>) -> Blad {
    let (t, tabel) = (kijker.taal(), Toegangstabel::ingebed());
    let mut functies: Vec<String> =
        tabel.in_woorden().map(|it| format!("{}/{}", it.party, it.function)).collect();
    functies.dedup();
    functies.sort();
    functies.dedup();
    let gekozen = functies.iter().find(|it| **it == vraag.functie).cloned();
    let kop = |sleutels: &[&str]| sleutels.iter().map(|it| t.zeg(it)).collect::<Vec<_>>();
    let tabel = match gekozen {
        None => Tabel {
            titel: t.zeg("matrix-functies"),
            kop: kop(&["account-functie", "matrix-partij"]),
            rijen: functies.iter().map(|it| functierij(t, it)).collect(),
            leeg: String::new(),
        },
        Some(functie) => Tabel {
            titel: functie_of_alle(t, &functie),
            kop: kop(&["welke-gegevens", "wat", "matrix-wanneer", "matrix-besluit", "matrix-bron"]),
            rijen: tabel
                .in_woorden()
                .filter(|it| format!("{}/{}", it.party, it.function) == functie)
                .map(|it| {
                    let cellen =
                        [it.category, it.action, it.condition, it.decision, &it.rules.join(", ")];
                    cellen.map(Cel::tekst).into()
                })
                .collect(),
            leeg: String::new(),
        },
    };
    Blad::van(&Tabelblad {
        titel: t.zeg("menu-matrix"),
        uitleg: vec![t.zeg("matrix-uitleg")],
        knoppen: vec![],
        tabellen: vec![tabel],
        k: kijker.kader(),
    })
}

fn functierij(t: wvp_paginas::Taal, functie: &str) -> Vec<Cel> {
    let partij = functie.split('/').next().unwrap_or_default();
    let adres = format!("/toegangstabel?functie={functie}");
    let partij = t.misschien(&format!("partij-{partij}"));
    vec![
        Cel::link(adres, functie_of_alle(t, functie)),
        Cel::tekst(partij.unwrap_or_else(|| t.zeg("matrix-elke-partij"))),
    ]
}

/// A function, or every function of a party, which the table writes as a star.
fn functie_of_alle(t: wvp_paginas::Taal, functie: &str) -> String {
    if functie.ends_with("/*") {
        t.zeg("matrix-alle-functies")
    } else {
        functie_van_woorden(t, functie)
    }
}
