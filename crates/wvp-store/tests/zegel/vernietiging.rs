//! Destroyed keys: certificates travel and win.

use std::fs;
use std::path::Path;

use wvp_domain::{Compartiment, Event};
use wvp_store::keyring::{
    Bewijs, KekBestand, Leessleutel, SleutelKopie, SleutelbosBestand, Vernietiging,
};
use wvp_store::{SleutelFout, Sleutelbos, Toegang, ontzegel};

use crate::hulp::{STROOM, bewijs, map, open, verzegeld};

fn ondertekend(keks: &Path, wat: &Bewijs) -> Bewijs {
    let keks = KekBestand::open_of_maak(keks).unwrap();
    keks.ondertekenaar().unwrap().onderteken(*wat.wat()).unwrap()
}

#[tokio::test]
async fn een_bewijs_blijft_en_is_te_herleiden_tot_het_sleutelbestand() {
    let (opslag, keks) = (map(), map());
    let keks = keks.path().join("keks");
    let eigen = ondertekend(&keks, &bewijs(Compartiment::D));
    open(opslag.path(), &keks).vernietig(&[eigen]).await.unwrap();
    let bewijzen = open(opslag.path(), &keks).bewijzen().await.unwrap();
    assert_eq!(bewijzen, [eigen]);
    let keks = KekBestand::open(&keks).unwrap();
    assert!(keks.vertrouwt(&eigen));
    assert!(!keks.vertrouwt(&bewijs(Compartiment::D)));
}

#[tokio::test]
async fn een_bewijs_met_een_valse_handtekening_vernietigt_niets() {
    let (opslag, keks) = (map(), map());
    let bos = open(opslag.path(), &keks.path().join("keks"));
    let id = bos.voor_schrijven(STROOM, Compartiment::D).await.unwrap().id();
    let mut bytes = bewijs(Compartiment::D).bytes();
    bytes[Bewijs::BYTES - 1] ^= 1;
    let vals = Bewijs::uit_bytes(&bytes.try_into().unwrap()).unwrap();
    let fout = bos.vernietig(&[vals]).await.unwrap_err();
    assert!(matches!(fout, SleutelFout::OngeldigBewijs { .. }), "{fout}");
    let sleutel = bos.voor_lezen(STROOM, Compartiment::D, id).await.unwrap();
    assert!(matches!(sleutel, Leessleutel::Open(_)));
}

#[tokio::test]
async fn een_vernietiging_die_halverwege_stopte_wordt_bij_het_openen_afgemaakt() {
    let (opslag, keks) = (map(), map());
    let keks = keks.path().join("keks");
    let bos = open(opslag.path(), &keks);
    verzegeld(&bos).await.unwrap();
    let pad = opslag.path().join("sleutels/sleutels.log");
    let ervoor = fs::read(&pad).unwrap();
    bos.vernietig(&[bewijs(Compartiment::D)]).await.unwrap();
    drop(bos);
    // The certificate was on disk; the wrapped key was not off it yet.
    fs::write(&pad, &ervoor).unwrap();
    let bos = open(opslag.path(), &keks);
    let fout = bos.voor_schrijven(STROOM, Compartiment::D).await;
    assert!(matches!(fout, Err(SleutelFout::Vernietigd { .. })), "{fout:?}");
    let erna = fs::read(&pad).unwrap();
    let (frames, _) = ervoor.as_chunks::<91>();
    let over = frames.iter().filter(|frame| erna.windows(91).any(|deel| deel == *frame));
    assert_eq!((frames.len(), over.count()), (2, 1));
}

#[tokio::test]
async fn een_kopie_van_voor_de_vernietiging_brengt_niets_terug() {
    let (opslag, keks, elders, kopieen) = (map(), map(), map(), map());
    let keks = keks.path().join("keks");
    let bos = open(opslag.path(), &keks);
    let record = verzegeld(&bos).await.unwrap();
    let oud = kopieen.path().join("oud");
    SleutelKopie::van(opslag.path()).unwrap().schrijf(&oud).unwrap();
    bos.vernietig(&[bewijs(Compartiment::D)]).await.unwrap();
    let bewijzen = bos.bewijzen().await.unwrap();
    SleutelKopie::lees(&oud).unwrap().zet_terug(elders.path(), &bewijzen).unwrap();
    let terug = open(elders.path(), &keks);
    let open = ontzegel::<Event>(&terug, &record, Toegang::alles()).await.unwrap();
    let Some(Event::ZiekmeldingOntvangen(melding)) = open.event else { panic!("{open:?}") };
    assert!(melding.d.is_dicht());
    let fout = terug.voor_schrijven(STROOM, Compartiment::D).await;
    assert!(matches!(fout, Err(SleutelFout::Vernietigd { .. })), "{fout:?}");
}

#[tokio::test]
async fn een_kopie_waar_iets_aan_ontbreekt_of_is_veranderd_wordt_geweigerd() {
    let (opslag, keks, kopieen) = (map(), map(), map());
    let bos = open(opslag.path(), &keks.path().join("keks"));
    verzegeld(&bos).await.unwrap();
    let pad = kopieen.path().join("kopie");
    SleutelKopie::van(opslag.path()).unwrap().schrijf(&pad).unwrap();
    let heel = fs::read(&pad).unwrap();
    for lengte in 0..heel.len() {
        fs::write(&pad, &heel[..lengte]).unwrap();
        assert!(SleutelKopie::lees(&pad).is_err(), "lengte {lengte}");
        let mut anders = heel.clone();
        anders[lengte] ^= 1;
        fs::write(&pad, anders).unwrap();
        assert!(SleutelKopie::lees(&pad).is_err(), "byte {lengte}");
    }
}

#[test]
fn zonder_sleutel_om_te_ondertekenen_is_er_geen_bewijs() {
    let keks = map();
    let pad = keks.path().join("keks");
    KekBestand::open_of_maak(&pad).unwrap();
    let tekst = fs::read_to_string(&pad).unwrap();
    let zonder: String = tekst.lines().filter(|it| !it.starts_with("onderteken")).collect();
    assert!(zonder.len() < tekst.len());
    let regels = tekst.lines().filter(|it| !it.starts_with("onderteken"));
    fs::write(&pad, regels.collect::<Vec<_>>().join("\n")).unwrap();
    let fout = KekBestand::open(&pad).unwrap().ondertekenaar().unwrap_err();
    assert!(matches!(fout, SleutelFout::GeenOndertekening(_)), "{fout}");
}

#[tokio::test]
async fn een_tweede_bewijs_voor_dezelfde_sleutel_verandert_niets() {
    let (opslag, keks) = (map(), map());
    let bos: SleutelbosBestand = open(opslag.path(), &keks.path().join("keks"));
    let eerste = bewijs(Compartiment::D);
    let tweede = bewijs(Compartiment::D);
    bos.vernietig(&[eerste]).await.unwrap();
    bos.vernietig(&[tweede, tweede]).await.unwrap();
    let wat: Vec<Vernietiging> = bos.bewijzen().await.unwrap().iter().map(|it| *it.wat()).collect();
    assert_eq!(wat, [*eerste.wat()]);
}
