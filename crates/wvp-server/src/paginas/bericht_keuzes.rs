//! How somebody wants to be told, and the own calendar behind a secret address.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use wvp_domain::bezorging::Kanaal;
use wvp_domain::postvak::{Bundeling, Command, StilleUren, Voorkeuren};
use wvp_domain::{Secties, StukId};
use wvp_engine::nieuw_id;
use wvp_paginas::Melding;
use wvp_paginas::berichtkeuzes::{Agendablad, Berichtkeuzes, Keuzes, Tijdfout};

use super::bezoek::{Bezoek, VanHier, Velden};
use super::{Blad, Mis, naar_met};
use crate::api::{open_agenda, sluit_agenda};
use crate::staat::Staat;

const HIER: &str = "/berichten/instellen";

pub(super) async fn toon(State(staat): State<Staat>, bezoek: Bezoek) -> Result<Blad, Mis> {
    let nu = staat.engine.postkeuzes(&bezoek.wie).await?.voorkeuren;
    let uren = nu.as_ref().and_then(|it| it.stille_uren);
    let keuzes = Keuzes {
        mail: nu.as_ref().is_none_or(|it| !it.afgemeld.contains(&Kanaal::Mail)),
        per_dag: nu.is_some_and(|it| it.bundeling == Bundeling::PerDag),
        van: uren.map_or_else(String::new, |it| tijd(it.van)),
        tot: uren.map_or_else(String::new, |it| tijd(it.tot)),
    };
    Ok(Blad::van(&blad(&staat, &bezoek, keuzes, None).await?))
}

async fn blad(
    staat: &Staat,
    bezoek: &Bezoek,
    keuzes: Keuzes,
    fout: Option<Tijdfout>,
) -> Result<Berichtkeuzes, Mis> {
    let agenda = match staat.instellingen.agenda {
        None => None,
        Some(_) => Some(staat.engine.postkeuzes(&bezoek.wie).await?.heeft_agenda),
    };
    Ok(Berichtkeuzes { k: bezoek.kader(), keuzes, fout, agenda })
}

pub(super) async fn kies(
    State(staat): State<Staat>,
    bezoek: Bezoek,
    velden: Velden,
) -> Result<Response, Mis> {
    let keuzes = Keuzes {
        mail: velden.tekst("mail") == "ja",
        per_dag: velden.tekst("bundeling") == "per_dag",
        van: velden.tekst("van").to_owned(),
        tot: velden.tekst("tot").to_owned(),
    };
    let stille_uren = match stille_uren(&keuzes.van, &keuzes.tot) {
        Ok(uren) => uren,
        Err(fout) => {
            let blad = blad(&staat, &bezoek, keuzes, Some(fout)).await?;
            return Ok(Blad::met(StatusCode::BAD_REQUEST, &blad).into_response());
        }
    };
    let eerder = staat.engine.postkeuzes(&bezoek.wie).await?.voorkeuren;
    let mut afgemeld = eerder.map(|it| it.afgemeld).unwrap_or_default();
    if keuzes.mail {
        afgemeld.remove(&Kanaal::Mail);
    } else {
        afgemeld.insert(Kanaal::Mail);
    }
    let bundeling = if keuzes.per_dag { Bundeling::PerDag } else { Bundeling::Los };
    // Every choice is a document of its own: going back to an earlier one is a new choice.
    let keuze = Voorkeuren { stuk: StukId(nieuw_id()), afgemeld, bundeling, stille_uren };
    let opdracht = Command::KiesVoorkeuren(Secties::proces(keuze));
    staat.engine.execute_postvak(&bezoek.wie, opdracht).await?;
    Ok(naar_met(HIER, Melding::Vastgelegd))
}

/// The secret is on this page and nowhere else.
pub(super) async fn open(
    State(staat): State<Staat>,
    bezoek: Bezoek,
    _: VanHier,
    koppen: HeaderMap,
) -> Result<Blad, Mis> {
    let pad = open_agenda(&staat, &bezoek.wie).await?;
    // A browser says from where it sends a form: that is the address of this server as people know it.
    let van = koppen.get(header::ORIGIN).and_then(|it| it.to_str().ok());
    let hier = van.filter(|it| it.starts_with("http")).unwrap_or_default();
    Ok(Blad::van(&Agendablad { k: bezoek.kader(), adres: format!("{hier}{pad}") }))
}

pub(super) async fn sluit(
    State(staat): State<Staat>,
    bezoek: Bezoek,
    _: VanHier,
) -> Result<Response, Mis> {
    sluit_agenda(&staat, &bezoek.wie).await?;
    Ok(naar_met(HIER, Melding::Beeindigd))
}

/// Hours in which nothing is sent; none when both are empty.
fn stille_uren(van: &str, tot: &str) -> Result<Option<StilleUren>, Tijdfout> {
    if van.is_empty() && tot.is_empty() {
        return Ok(None);
    }
    let van = minuut(van).ok_or(Tijdfout::Van)?;
    let tot = minuut(tot).ok_or(Tijdfout::Tot)?;
    if van == tot {
        return Err(Tijdfout::Gelijk);
    }
    Ok(Some(StilleUren { van, tot }))
}

/// A minute of the day from `07:30`.
fn minuut(tijd: &str) -> Option<u16> {
    let (uur, minuut) = tijd.split_once(':')?;
    let (uur, minuut): (u16, u16) = (uur.parse().ok()?, minuut.parse().ok()?);
    (uur < 24 && minuut < 60).then_some(uur * 60 + minuut)
}

fn tijd(minuut: u16) -> String {
    format!("{:02}:{:02}", minuut / 60, minuut % 60)
}

#[cfg(test)]
mod tests {
    use wvp_domain::postvak::StilleUren;
    use wvp_paginas::berichtkeuzes::Tijdfout;

    use super::{minuut, stille_uren, tijd};

    #[test]
    fn elke_minuut_van_de_dag_is_te_lezen_zoals_zij_wordt_getoond() {
        for van_de_dag in 0..24 * 60 {
            assert_eq!(minuut(&tijd(van_de_dag)), Some(van_de_dag));
        }
    }

    #[test]
    fn stille_uren_zijn_twee_tijden_of_geen() {
        assert_eq!(stille_uren("", ""), Ok(None));
        assert_eq!(stille_uren("22:00", "07:30"), Ok(Some(StilleUren { van: 1320, tot: 450 })));
        assert_eq!(stille_uren("24:00", "07:30"), Err(Tijdfout::Van));
        assert_eq!(stille_uren("22:00", ""), Err(Tijdfout::Tot));
        assert_eq!(stille_uren("22:00", "22:00"), Err(Tijdfout::Gelijk));
    }
}
