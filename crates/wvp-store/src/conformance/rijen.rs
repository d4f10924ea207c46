//! Proofs about read models: rows and checkpoint together, ranges, removal.

use super::{Uitslag, eis, eis_gelijk};
use crate::fout::StoreError;
use crate::leesmodel::{Bereik, Leesmodellen, Rij, Wijziging};
use crate::stroom::Positie;

fn zet(sleutel: &str, waarde: &str) -> Wijziging {
    Wijziging::Zet(sleutel.into(), waarde.into())
}

fn rij(sleutel: &str, waarde: &str) -> Rij {
    (sleutel.into(), waarde.into())
}

pub(super) async fn rijen_en_controlepunt_gaan_samen(store: &dyn Leesmodellen) -> Uitslag {
    eis_gelijk(&store.controlepunt("m").await?, &None, "controlepunt van een nieuw model")?;
    store.schrijf("m", None, Positie(3), vec![zet("a", "1"), zet("b", "2")]).await?;
    let wijzigingen = vec![zet("a", "9"), Wijziging::Wis(b"b".to_vec()), zet("", "leeg")];
    store.schrijf("m", Some(Positie(3)), Positie(5), wijzigingen).await?;
    eis_gelijk(&store.controlepunt("m").await?, &Some(Positie(5)), "controlepunt")?;
    eis_gelijk(&store.haal("m", b"a").await?, &Some(b"9".to_vec()), "gewijzigde rij")?;
    eis_gelijk(&store.haal("m", b"b").await?, &None, "gewiste rij")?;
    let alles = store.reeks("m", Bereik::Alles, 9).await?;
    eis_gelijk(&alles, &vec![rij("", "leeg"), rij("a", "9")], "alle rijen")
}

pub(super) async fn een_ander_controlepunt_schrijft_niets(store: &dyn Leesmodellen) -> Uitslag {
    store.schrijf("m", None, Positie(3), vec![zet("a", "1")]).await?;
    for verwacht in [None, Some(Positie(2)), Some(Positie(4))] {
        let uitkomst = store.schrijf("m", verwacht, Positie(9), vec![zet("a", "2")]).await;
        let geweigerd =
            matches!(uitkomst, Err(StoreError::Checkpoint { werkelijk: Some(Positie(3)), .. }));
        eis(geweigerd, &format!("{verwacht:?} is niet waar het model staat: {uitkomst:?}"))?;
    }
    eis_gelijk(&store.haal("m", b"a").await?, &Some(b"1".to_vec()), "rij na een weigering")
}

pub(super) async fn bereik_in_volgorde(store: &dyn Leesmodellen) -> Uitslag {
    let sleutels = ["c", "ab", "a", "b", "aa"];
    let wijzigingen = sleutels.into_iter().map(|sleutel| zet(sleutel, "x")).collect();
    store.schrijf("m", None, Positie(1), wijzigingen).await?;
    let reeksen = [
        (Bereik::Alles, 9, vec!["a", "aa", "ab", "b", "c"]),
        (Bereik::Alles, 2, vec!["a", "aa"]),
        (Bereik::Voorvoegsel(b"a".to_vec()), 9, vec!["a", "aa", "ab"]),
        (Bereik::VanTot(b"aa".to_vec(), b"c".to_vec()), 9, vec!["aa", "ab", "b"]),
        (Bereik::VanTot(b"c".to_vec(), b"a".to_vec()), 9, vec![]),
    ];
    for (bereik, hoogstens, beloofd) in reeksen {
        let beloofd: Vec<Rij> = beloofd.into_iter().map(|sleutel| rij(sleutel, "x")).collect();
        eis_gelijk(&store.reeks("m", bereik, hoogstens).await?, &beloofd, "bereik")?;
    }
    Ok(())
}

pub(super) async fn wissen_raakt_een_model(store: &dyn Leesmodellen) -> Uitslag {
    for model in ["m", "n"] {
        store.schrijf(model, None, Positie(3), vec![zet("a", "1")]).await?;
    }
    store.wis_model("m").await?;
    eis_gelijk(&store.controlepunt("m").await?, &None, "controlepunt van een gewist model")?;
    eis_gelijk(&store.haal("m", b"a").await?, &None, "rij van een gewist model")?;
    eis_gelijk(&store.haal("n", b"a").await?, &Some(b"1".to_vec()), "rij van een ander model")?;
    store.schrijf("m", None, Positie(1), vec![]).await?;
    Ok(())
}
