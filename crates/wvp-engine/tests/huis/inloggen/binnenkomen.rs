//! Coming in with a password.

use uuid::Uuid;
use wvp_domain::Secties;
use wvp_domain::bevoegdheid::gebruiker::{Blokkade, Command, RedenBlokkade};
use wvp_engine::{Gekoppeld, InlogFout, Inlogstap, Poging};
use wvp_store::{Bereik, Leesmodellen as _};

use super::{
    ARTS_EMAIL, CLAIMS, CLAIMS_EMAIL, HIER, WACHTWOORD, claims_binnen, huis, ingelogd, later,
    probeer, sessie, zonder_wachtwoorden,
};
use crate::hulp::{Huis, stuk};
use crate::mensen;

async fn blokkeer(huis: &Huis) {
    let blokkade = Blokkade { stuk: stuk(990), reden: RedenBlokkade::UitDienst };
    let opdracht = Command::BlokkeerAccount(Secties::proces(blokkade));
    mensen::beheer(huis, CLAIMS, opdracht).await.unwrap();
}

#[tokio::test]
async fn een_adres_wordt_gevonden_hoe_het_ook_is_geschreven() {
    let huis = huis().await;
    for email in [CLAIMS_EMAIL, " Claims@Zekerheid.EXAMPLE "] {
        ingelogd(probeer(&huis, email, WACHTWOORD).await);
    }
    let nummer = CLAIMS.0.to_string();
    ingelogd(probeer(&huis, &nummer, WACHTWOORD).await);
}

#[tokio::test]
async fn onbekend_fout_geblokkeerd_en_zonder_wachtwoord_krijgen_hetzelfde_antwoord() {
    let open = huis().await;
    let leeg = zonder_wachtwoorden().await;
    let dicht = huis().await;
    blokkeer(&dicht).await;
    let lang = "x".repeat(500_000);
    for (huis, email, wachtwoord) in [
        (&open, "niemand@brug.example", WACHTWOORD),
        (&open, "", WACHTWOORD),
        (&open, CLAIMS_EMAIL, "een fietsbel op zoldeR"),
        (&open, CLAIMS_EMAIL, ""),
        (&open, CLAIMS_EMAIL, lang.as_str()),
        (&leeg, CLAIMS_EMAIL, ""),
        (&dicht, CLAIMS_EMAIL, WACHTWOORD),
    ] {
        let stap = probeer(huis, email, wachtwoord).await;
        assert!(matches!(stap, Inlogstap::Geweigerd), "{email}: {stap:?}");
    }
}

#[tokio::test]
async fn wie_een_functie_heeft_met_tweede_factor_moet_die_eerst_instellen() {
    let huis = huis().await;
    let stap = probeer(&huis, ARTS_EMAIL, WACHTWOORD).await;
    let Inlogstap::MoetTweedeFactorInstellen(geheim) = stap else { panic!("{stap:?}") };
    assert!(sessie(&huis, geheim.toon()).await.is_none(), "nog geen sessie");
}

#[tokio::test]
async fn een_sessie_geldt_op_elke_knoop() {
    let huis = huis().await;
    let binnen = claims_binnen(&huis).await;
    let ander = huis.tweede_engine();
    let gezien = ander.sessie(binnen.sessie.toon()).await.unwrap().unwrap();
    assert_eq!((gezien.account, gezien.tweede_factor), (CLAIMS, false));
    assert!(gezien.gebruiker.is_none());
}

#[tokio::test]
async fn een_verzonnen_geheim_is_geen_sessie() {
    let huis = huis().await;
    for geheim in ["", "pw_", &"0".repeat(64), &Uuid::nil().to_string()] {
        assert!(sessie(&huis, geheim).await.is_none(), "{geheim}");
    }
}

#[tokio::test]
async fn wie_is_gekoppeld_komt_van_elders_binnen_tot_het_wordt_ontkoppeld() {
    let huis = huis().await;
    let binnen = claims_binnen(&huis).await;
    let elders = Gekoppeld {
        uitgever: "https://inlog.example",
        onderwerp: "persoon-7",
        tweede_factor: false,
    };
    let koppeling = huis.engine.koppel(binnen.sessie.toon(), elders).await.unwrap();
    let gezien = ingelogd(huis.engine.log_in_gekoppeld(elders).await.unwrap());
    assert_eq!(sessie(&huis, gezien.sessie.toon()).await.unwrap().account, CLAIMS);
    let met_factor = Gekoppeld { tweede_factor: true, ..elders };
    let gezien = ingelogd(huis.engine.log_in_gekoppeld(met_factor).await.unwrap());
    assert!(sessie(&huis, gezien.sessie.toon()).await.unwrap().tweede_factor);
    let ander = Gekoppeld { onderwerp: "persoon-8", ..elders };
    assert!(matches!(huis.engine.log_in_gekoppeld(ander).await.unwrap(), Inlogstap::Geweigerd));
    huis.engine.ontkoppel(binnen.sessie.toon(), koppeling).await.unwrap();
    assert!(matches!(huis.engine.log_in_gekoppeld(elders).await.unwrap(), Inlogstap::Geweigerd));
}

#[tokio::test]
async fn koppelen_kan_alleen_kort_na_het_inloggen() {
    let huis = huis().await;
    let binnen = claims_binnen(&huis).await;
    let elders = Gekoppeld {
        uitgever: "https://inlog.example",
        onderwerp: "persoon-7",
        tweede_factor: false,
    };
    later(&huis, 15 * 60);
    huis.engine.eis_pas_ingelogd(binnen.sessie.toon()).await.unwrap();
    later(&huis, 1);
    let begin = huis.engine.eis_pas_ingelogd(binnen.sessie.toon()).await;
    assert!(matches!(begin, Err(InlogFout::TeLangGeleden)), "{begin:?}");
    let einde = huis.engine.koppel(binnen.sessie.toon(), elders).await;
    assert!(matches!(einde, Err(InlogFout::TeLangGeleden)), "{einde:?}");
    assert!(sessie(&huis, binnen.sessie.toon()).await.is_some());
}

#[tokio::test]
async fn na_een_herbouw_van_de_leesmodellen_wordt_een_adres_weer_gevonden() {
    let huis = huis().await;
    huis.engine.herbouw().await.unwrap();
    ingelogd(probeer(&huis, CLAIMS_EMAIL, WACHTWOORD).await);
}

#[tokio::test]
async fn geen_rij_kent_een_adres_of_een_geheim() {
    let huis = huis().await;
    let binnen = claims_binnen(&huis).await;
    let mut rijen = vec![];
    for model in ["inlogadres", "sessie"] {
        rijen.extend(huis.store.reeks(model, Bereik::Alles, 99).await.unwrap());
    }
    assert!(rijen.len() >= 4, "twee adressen, een sessie en haar laatste gebruik");
    for geheim in [CLAIMS_EMAIL, binnen.sessie.toon(), WACHTWOORD] {
        let staat_in = |bytes: &[u8]| bytes.windows(geheim.len()).any(|it| it == geheim.as_bytes());
        assert!(!rijen.iter().any(|(sleutel, waarde)| staat_in(sleutel) || staat_in(waarde)));
    }
}

#[tokio::test]
async fn van_een_gewist_account_logt_niemand_meer_in() {
    let huis = huis().await;
    let binnen = claims_binnen(&huis).await;
    huis.vernietig(CLAIMS).await;
    assert!(sessie(&huis, binnen.sessie.toon()).await.is_none());
    let stap = probeer(&huis, CLAIMS_EMAIL, WACHTWOORD).await;
    assert!(matches!(stap, Inlogstap::Geweigerd), "{stap:?}");
}

#[tokio::test]
async fn debug_van_wat_een_klant_krijgt_drukt_geen_geheim_af() {
    let huis = huis().await;
    let poging = Poging { email: ARTS_EMAIL, wachtwoord: WACHTWOORD, van: HIER, toestel: None };
    let stap = huis.engine.log_in(poging).await.unwrap();
    assert_eq!(format!("{stap:?}"), "MoetTweedeFactorInstellen(Geheim)");
    let binnen = claims_binnen(&huis).await;
    let gedrukt = format!("{binnen:?}");
    assert_eq!(gedrukt, "Ingelogd { sessie: Geheim, toestel: Geheim }");
}
