//! What opens, for whom, and what does not.

use async_trait::async_trait;
use wvp_domain::{Compartiment, Event};
use wvp_store::keyring::{Bewijs, Leessleutel, Sleutel, SleutelId, SleutelbosGeheugen};
use wvp_store::{
    Letter, SleutelFout, Sleutelbos, StoreError, StroomId, Stroomsoort, Toegang, Versie, ontzegel,
};

use crate::hulp::{STROOM, bewijs, kop, verzegeld, ziekmelding};

#[tokio::test]
async fn wie_alles_mag_krijgt_alles_terug() {
    let bos = SleutelbosGeheugen::new();
    let record = verzegeld(&bos).await.unwrap();
    let open = ontzegel::<Event>(&bos, &record, Toegang::alles()).await.unwrap();
    assert_eq!((open.event, open.kop.inhoud()), (Some(ziekmelding()), Some(&kop())));
}

#[tokio::test]
async fn wat_een_lezer_niet_mag_blijft_dicht_al_is_de_sleutel_er() {
    let bos = SleutelbosGeheugen::new();
    let record = verzegeld(&bos).await.unwrap();
    let toegang = Toegang::tot([Compartiment::A]);
    let open = ontzegel::<Event>(&bos, &record, toegang).await.unwrap();
    let Some(Event::ZiekmeldingOntvangen(melding)) = open.event else {
        panic!("{open:?}");
    };
    assert!(melding.d.is_dicht());
}

#[tokio::test]
async fn zonder_toegang_tot_a_is_er_geen_event() {
    let bos = SleutelbosGeheugen::new();
    let record = verzegeld(&bos).await.unwrap();
    let toegang = Toegang::tot([Compartiment::D]);
    let open = ontzegel::<Event>(&bos, &record, toegang).await.unwrap();
    assert!(open.event.is_none() && open.kop.is_dicht());
}

#[tokio::test]
async fn een_node_zonder_hoofdsleutel_leest_dicht_en_kan_niet_verzegelen() {
    let bos = SleutelbosGeheugen::met([Compartiment::A]);
    let fout = verzegeld(&bos).await.unwrap_err();
    assert!(matches!(fout, StoreError::NoKey { compartiment: Compartiment::D, .. }), "{fout}");
    let record = verzegeld(&SleutelbosGeheugen::new()).await.unwrap();
    let niets = SleutelbosGeheugen::met([]);
    let open = ontzegel::<Event>(&niets, &record, Toegang::alles()).await.unwrap();
    assert!(open.event.is_none());
}

#[tokio::test]
async fn een_vernietigde_sleutel_leest_dicht_en_komt_niet_terug() {
    let bos = SleutelbosGeheugen::new();
    let record = verzegeld(&bos).await.unwrap();
    bos.vernietig(&[bewijs(Compartiment::D)]).await.unwrap();
    let open = ontzegel::<Event>(&bos, &record, Toegang::alles()).await.unwrap();
    let Some(Event::ZiekmeldingOntvangen(melding)) = open.event else {
        panic!("{open:?}");
    };
    assert!(melding.d.is_dicht());
    let fout = verzegeld(&bos).await.unwrap_err();
    let vernietigd = matches!(fout, StoreError::Keyring(SleutelFout::Vernietigd { .. }));
    assert!(vernietigd, "{fout}");
}

#[tokio::test]
async fn een_onbekende_sleutel_is_een_fout_en_niet_dicht() {
    let record = verzegeld(&SleutelbosGeheugen::new()).await.unwrap();
    let ander = SleutelbosGeheugen::new();
    let fout = ontzegel::<Event>(&ander, &record, Toegang::alles()).await.unwrap_err();
    assert!(matches!(fout, StoreError::Keyring(SleutelFout::Onbekend { .. })), "{fout}");
}

#[tokio::test]
async fn een_zegel_gaat_nergens_anders_open() {
    let bos = SleutelbosGeheugen::new();
    let record = verzegeld(&bos).await.unwrap();
    let d = record.secties.iter().position(|sectie| sectie.letter == Letter::D).unwrap();
    let elders = [
        {
            let mut it = record.clone();
            it.versie = Versie(2);
            it
        },
        {
            let mut it = record.clone();
            it.id.0 = uuid::Uuid::from_u128(77);
            it
        },
        {
            let mut it = record.clone();
            it.type_naam = "HersteldGemeld".into();
            it
        },
        {
            let mut it = record.clone();
            it.schema = 2;
            it
        },
        {
            let mut it = record.clone();
            it.secties[d].letter = Letter::B;
            it
        },
        {
            let mut it = record.clone();
            it.secties[d].cijfertekst[0] ^= 1;
            it
        },
        {
            let mut it = record.clone();
            it.secties[d].nonce[0] ^= 1;
            it
        },
    ];
    for (nummer, record) in elders.into_iter().enumerate() {
        let fout = ontzegel::<Event>(&bos, &record, Toegang::alles()).await.unwrap_err();
        assert!(matches!(fout, StoreError::Seal { .. }), "{nummer}: {fout}");
    }
    let mut andere_stroom = record;
    andere_stroom.stroom = StroomId { soort: Stroomsoort::Leeslog, ..STROOM };
    let fout = ontzegel::<Event>(&bos, &andere_stroom, Toegang::alles()).await.unwrap_err();
    assert!(matches!(fout, StoreError::Keyring(SleutelFout::Onbekend { .. })), "{fout}");
}

/// Hands out one key for every stream and compartment: then only the binding keeps them apart.
#[derive(Debug)]
struct EenSleutel(Sleutel);

#[async_trait]
impl Sleutelbos for EenSleutel {
    async fn voor_schrijven(&self, _: StroomId, _: Compartiment) -> Result<Sleutel, SleutelFout> {
        Ok(self.0.clone())
    }

    async fn voor_lezen(
        &self,
        _: StroomId,
        _: Compartiment,
        _: SleutelId,
    ) -> Result<Leessleutel, SleutelFout> {
        Ok(Leessleutel::Open(self.0.clone()))
    }

    async fn vernietig(&self, _: &[Bewijs]) -> Result<(), SleutelFout> {
        Ok(())
    }

    async fn bewijzen(&self) -> Result<Vec<Bewijs>, SleutelFout> {
        Ok(vec![])
    }
}

#[tokio::test]
async fn ook_onder_dezelfde_sleutel_past_een_zegel_op_een_stroom_en_een_compartiment() {
    let bos = EenSleutel(Sleutel::willekeurig().unwrap());
    let record = verzegeld(&bos).await.unwrap();
    assert!(ontzegel::<Event>(&bos, &record, Toegang::alles()).await.is_ok());
    let mut andere_stroom = record.clone();
    andere_stroom.stroom = StroomId { soort: Stroomsoort::Leeslog, ..STROOM };
    let mut ander_compartiment = record.clone();
    ander_compartiment.secties[0].compartiment = Compartiment::ABsn;
    let mut andere_sleutel = record;
    andere_sleutel.secties[0].sleutel = SleutelId(1);
    for record in [andere_stroom, ander_compartiment, andere_sleutel] {
        let fout = ontzegel::<Event>(&bos, &record, Toegang::alles()).await.unwrap_err();
        assert!(matches!(fout, StoreError::Seal { .. }), "{fout}");
    }
}

#[tokio::test]
async fn debug_van_sleutel_en_kop_drukt_niets_af() {
    let bos = SleutelbosGeheugen::new();
    let sleutel = bos.voor_schrijven(STROOM, Compartiment::C).await.unwrap();
    assert_eq!(format!("{sleutel:?}"), format!("Sleutel({:016x})", sleutel.id().0));
    assert_eq!(format!("{:?}", kop()), "Kop(…)");
}
