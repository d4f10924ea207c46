//! What is medical, on the pages of everybody.

use crate::wandeling::wandel;

#[tokio::test(flavor = "multi_thread")]
async fn het_medische_deel_staat_op_geen_pagina_van_de_werkgever() {
    let gezien = wandel("medisch.mjs").await;
    let bladen = |rol: &str| {
        let bladen = gezien.soort("blad").filter(move |it| it["rol"] == rol);
        bladen.collect::<Vec<_>>()
    };
    for rol in ["werkgever", "casemanager", "claimbeoordelaar"] {
        assert!(bladen(rol).len() >= 4, "{:?}", bladen(rol));
        let met: Vec<_> = bladen(rol).into_iter().filter(|it| it["medisch"] == true).collect();
        assert!(met.is_empty(), "{met:?}");
    }
    // The other part of the same fact is there: they looked at the right dossier.
    assert!(bladen("werkgever").iter().any(|it| it["gewoon"] == true));
    for rol in ["bedrijfsarts", "werknemer"] {
        assert!(bladen(rol).iter().any(|it| it["medisch"] == true), "{:?}", bladen(rol));
    }
}
