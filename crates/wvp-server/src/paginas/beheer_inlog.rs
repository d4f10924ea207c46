//! The administrator: how the owner of an account logs in. An invitation, a reset, and logging somebody out.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use uuid::Uuid;
use wvp_domain::AccountId;
use wvp_engine::{Geheim, beheert_accounts};
use wvp_paginas::tabel::{Cel, Tabel, Tabelblad};
use wvp_paginas::{Melding, Taal};

use super::bezoek::{Bezoek, VanHier};
use super::{Blad, Mis, naar_met};
use crate::probleem::{Probleem, Soort};
use crate::staat::Staat;

/// Whether this visitor keeps an account: who may keep accounts, but nobody the own one. What is offered, not what is
/// allowed: the engine judges that again.
pub(super) fn beheert(bezoek: &Bezoek, account: AccountId) -> bool {
    beheert_accounts(bezoek.wie.lezer) && bezoek.wie.account != account
}

/// What can be done with the log-in of somebody else.
pub(super) fn inlogtabel(t: Taal, account: AccountId) -> Tabel {
    let adres = |daad: &str| format!("/beheer/accounts/{}/{daad}", account.0);
    let knop = |daad, woord: &str| {
        let gevolg = Cel::tekst(t.zeg(&format!("{woord}-gevolg")));
        vec![Cel::knop(adres(daad), t.zeg(woord)), gevolg]
    };
    let herstel = Cel::link(adres("herstel"), t.zeg("account-herstel"));
    Tabel {
        titel: t.zeg("inloggen"),
        kop: ["actie", "gevolg"].map(|it| t.zeg(it)).to_vec(),
        rijen: vec![
            knop("uitnodiging", "account-nodig-uit"),
            vec![herstel, Cel::tekst(t.zeg("account-herstel-gevolg"))],
            knop("uitloggen", "account-log-uit"),
        ],
        leeg: String::new(),
    }
}

/// Invites the owner of an account.
pub(super) async fn nodig_uit(
    State(staat): State<Staat>,
    Path(id): Path<Uuid>,
    bezoek: Bezoek,
    _: VanHier,
) -> Result<Response, Mis> {
    let geheim = staat.engine.nodig_uit(&bezoek.wie, AccountId(id)).await?;
    Ok(uitgenodigd(&bezoek, id, &geheim))
}

/// Asks whether somebody's log-in is really to be taken away.
pub(super) async fn vraag_herstel(
    State(staat): State<Staat>,
    Path(id): Path<Uuid>,
    bezoek: Bezoek,
) -> Result<Blad, Mis> {
    let blad = staat.engine.account_van_iemand(&bezoek.wie, AccountId(id), &bezoek.aanleiding);
    let (blad, t) = (blad.await?, bezoek.taal());
    if !beheert(&bezoek, blad.account) {
        return Err(Probleem::van(Soort::MagNiet).into());
    }
    let (hier, naam) = (format!("/beheer/accounts/{id}"), blad.persoon.map(|it| it.naam));
    let knop = Cel::knop(format!("{hier}/herstel"), t.zeg("account-herstel"));
    Ok(Blad::van(&Tabelblad {
        titel: t.zeg("account-herstel"),
        uitleg: vec![t.zeg("account-herstel-wie"), t.zeg("account-herstel-gevolg")],
        knoppen: vec![(hier, t.zeg("terug"))],
        tabellen: vec![Tabel {
            titel: naam.unwrap_or_else(|| id.to_string()),
            kop: vec![t.zeg("actie")],
            rijen: vec![vec![knop]],
            leeg: String::new(),
        }],
        k: bezoek.kader(),
    }))
}

/// Takes every way to log in away, and invites the owner again.
pub(super) async fn herstel(
    State(staat): State<Staat>,
    Path(id): Path<Uuid>,
    bezoek: Bezoek,
    _: VanHier,
) -> Result<Response, Mis> {
    let geheim = staat.engine.herstel_inlog(&bezoek.wie, AccountId(id)).await?;
    Ok(uitgenodigd(&bezoek, id, &geheim))
}

/// Ends every session of an account.
pub(super) async fn log_uit(
    State(staat): State<Staat>,
    Path(id): Path<Uuid>,
    bezoek: Bezoek,
    _: VanHier,
) -> Result<Response, Mis> {
    staat.engine.beeindig_sessies(&bezoek.wie, AccountId(id)).await?;
    Ok(naar_met(&format!("/beheer/accounts/{id}"), Melding::Beeindigd))
}

/// The invitation is on this page and nowhere else.
fn uitgenodigd(bezoek: &Bezoek, id: Uuid, geheim: &Geheim) -> Response {
    let t = bezoek.taal();
    let blad = Tabelblad {
        titel: t.zeg("uitnodiging-code"),
        uitleg: vec![t.zeg("uitnodiging-getoond"), geheim.toon().to_owned()],
        knoppen: vec![(format!("/beheer/accounts/{id}"), t.zeg("terug"))],
        tabellen: vec![],
        k: bezoek.kader(),
    };
    Blad::van(&blad).into_response()
}
