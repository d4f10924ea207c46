//! The list of consultations: who comes when, and who was not seen yet.

use axum::extract::State;
use wvp_domain::Datum;
use wvp_engine::Spreekuurregel;
use wvp_paginas::Kader;
use wvp_paginas::stap::ziekteweek;
use wvp_paginas::tabel::{Cel, Tabel, Tabelblad};

use super::bezoek::Bezoek;
use super::{Blad, Mis, vastleggen};
use crate::probleem::Probleem;
use crate::staat::Staat;

/// The form of a consultation.
const WOORD: &str = "spreekuren";

pub(super) async fn toon(State(staat): State<Staat>, bezoek: Bezoek) -> Result<Blad, Mis> {
    let alle = staat.engine.spreekuurlijst(&bezoek.wie, &bezoek.aanleiding).await;
    let alle = alle.map_err(|fout| Probleem::storing(&fout))?;
    let (t, k) = (bezoek.taal(), bezoek.kader());
    let houdt = vastleggen::formulieren(&staat, &bezoek).iter().any(|it| it.woord == WOORD);
    let tabel = |titel: &str, leeg: &str, past: &dyn Fn(&Spreekuurregel) -> bool| Tabel {
        titel: t.zeg(titel),
        kop: ["werknemer", "spreekuur-volgende", "spreekuur-laatste", "spreekuur-termijn", "actie"]
            .map(|it| t.zeg(it))
            .to_vec(),
        rijen: alle.iter().filter(|it| past(it)).map(|it| rij(&k, it, houdt)).collect(),
        leeg: t.zeg(leeg),
    };
    let vandaag = k.vandaag;
    let gepland = |it: &Spreekuurregel| it.volgende_op.is_some_and(|dag| dag >= vandaag);
    let geweest = |it: &Spreekuurregel| it.volgende_op.is_some_and(|dag| dag < vandaag);
    let niet = |it: &Spreekuurregel| it.volgende_op.is_none();
    let tabellen = vec![
        tabel("spreekuur-gepland", "spreekuur-niets-gepland", &gepland),
        tabel("spreekuur-zonder-verslag", "spreekuur-alles-vastgelegd", &geweest),
        tabel("spreekuur-niet-gepland", "spreekuur-iedereen-gepland", &niet),
    ];
    Ok(Blad::van(&Tabelblad {
        titel: t.zeg("menu-spreekuur"),
        uitleg: vec![t.zeg("spreekuur-uitleg")],
        knoppen: vec![],
        tabellen,
        k,
    }))
}

fn rij(k: &Kader, regel: &Spreekuurregel, houdt: bool) -> Vec<Cel> {
    let t = k.taal;
    let adres = format!("/dossiers/{}", regel.dossier.0);
    let week = ziekteweek(regel.eerste_ziektedag, k.vandaag);
    let dag = |dag: Option<Datum>| dag.map_or_else(String::new, Datum::voluit);
    let termijn = regel.termijn.as_ref().map_or_else(String::new, |it| {
        format!("{} ({})", it.termijn.naam(), it.uiterlijk.voluit())
    });
    let doen = if houdt {
        Cel::link(format!("{adres}/vastleggen/{WOORD}"), t.zeg("spreekuur-leg-vast"))
    } else {
        Cel::tekst("")
    };
    vec![
        Cel::link(adres, format!("{} ({} {week})", regel.naam, t.zeg("week"))),
        Cel::tekst(dag(regel.volgende_op)),
        Cel::tekst(dag(regel.laatste_op)),
        Cel::tekst(termijn),
        doen,
    ]
}
