//! `verify` on PostgreSQL: the same walk; places are positions in the log.

use anyhow::bail;
use wvp_domain::Compartiment;
use wvp_engine::{Klok as _, Systeemklok};
use wvp_store::anker::{Afwijking, Anker};
use wvp_store::keyring::KekBestand;
use wvp_store::{EventStore as _, Schade, Sleutelbos as _, StroomId, Versie};
use wvp_store_postgres::{
    Bevinding, Instellingen, PostgresStore, SleutelbosPostgres, Verslag, verifieer, verifieer_tegen,
};

use super::verify::{Verify, afwijking, lees_anker, onbewezen, schrijf_anker};
use crate::tekening::KOP;

/// All that was found.
struct Bevonden {
    verslag: Verslag,
    /// Streams that are not as the anchor says.
    afwijkingen: Vec<(StroomId, Versie, Afwijking)>,
    /// Number of destroyed keys with a certificate.
    bewijzen: usize,
    /// Destroyed keys whose certificate was signed by somebody else.
    zonder_bewijs: Vec<(StroomId, Compartiment)>,
}

/// Prints counts, and every damage with position, stream and version.
pub(super) async fn draai(instellingen: &Instellingen, vraag: &Verify) -> anyhow::Result<()> {
    let keks = KekBestand::open(&vraag.opslag.sleutels)?;
    let store = PostgresStore::open(instellingen.clone()).await?;
    let bevonden = bekijk(&store, keks, vraag).await;
    store.sluit().await?;
    let bevonden = bevonden?;
    if vraag.json {
        anstream::println!("{}", als_json(&bevonden));
    } else {
        toon(&bevonden);
    }
    bevonden.eis_heel()?;
    let Some(pad) = &vraag.maak_anker else { return Ok(()) };
    let Verslag { kop, hoofden, .. } = bevonden.verslag;
    schrijf_anker(pad, &Anker { moment: Systeemklok.nu(), positie: kop, hoofden })
}

async fn bekijk(
    store: &PostgresStore,
    keks: KekBestand,
    vraag: &Verify,
) -> anyhow::Result<Bevonden> {
    let bos = SleutelbosPostgres::new(store, keks.clone());
    let (verslag, afwijkingen) = match &vraag.anker {
        Some(pad) => verifieer_tegen(store, &bos, &lees_anker(pad)?).await?,
        None => (verifieer(store, &bos).await?, vec![]),
    };
    let bewijzen = bos.bewijzen().await?;
    let vreemd = bewijzen.iter().filter(|bewijs| !keks.vertrouwt(bewijs));
    let zonder_bewijs = vreemd.map(|it| (it.wat().stroom, it.wat().compartiment)).collect();
    Ok(Bevonden { verslag, afwijkingen, bewijzen: bewijzen.len(), zonder_bewijs })
}

impl Bevonden {
    fn is_heel(&self) -> bool {
        self.verslag.is_heel() && self.afwijkingen.is_empty() && self.zonder_bewijs.is_empty()
    }

    fn eis_heel(&self) -> anyhow::Result<()> {
        if self.is_heel() {
            return Ok(());
        }
        let schade = self.verslag.bevindingen.iter().map(|(schade, _)| plek(schade));
        let plekken = schade.chain(self.afwijkingen.iter().map(afwijking));
        let plekken = plekken.chain(self.zonder_bewijs.iter().map(onbewezen));
        bail!("de opslag is beschadigd: {}", plekken.collect::<Vec<_>>().join("; "))
    }
}

fn als_json(bevonden: &Bevonden) -> serde_json::Value {
    let Bevonden { verslag, afwijkingen, bewijzen, zonder_bewijs } = bevonden;
    let schade = verslag.bevindingen.iter().map(|(schade, bevinding)| {
        serde_json::json!({
            "positie": schade.offset,
            "stroom": schade.stroom.map(|stroom| stroom.to_string()),
            "versie": schade.versie.map(|versie| versie.0),
            "wat": in_woorden(bevinding),
        })
    });
    serde_json::json!({
        "heel": bevonden.is_heel(),
        "stromen": verslag.stromen,
        "gebeurtenissen": verslag.records,
        "secties_open": verslag.secties_open,
        "secties_dicht": verslag.secties_dicht,
        "laatste_positie": verslag.kop.0,
        "schade": schade.collect::<Vec<_>>(),
        "afwijkingen_van_anker": afwijkingen.iter().map(afwijking).collect::<Vec<_>>(),
        "bewijzen_van_vernietiging": bewijzen,
        "zonder_bewijs": zonder_bewijs.iter().map(onbewezen).collect::<Vec<_>>(),
    })
}

fn toon(bevonden: &Bevonden) {
    let verslag = &bevonden.verslag;
    let heel = if bevonden.is_heel() { "heel" } else { "beschadigd" };
    anstream::println!("{KOP}{heel}{KOP:#}");
    for (naam, aantal) in [
        ("stromen", verslag.stromen),
        ("gebeurtenissen", verslag.records),
        ("secties open", verslag.secties_open),
        ("secties dicht", verslag.secties_dicht),
        ("laatste positie", verslag.kop.0),
        ("vernietigd", bevonden.bewijzen as u64),
    ] {
        anstream::println!("  {naam:16} {aantal:>10}");
    }
    for (schade, bevinding) in &verslag.bevindingen {
        anstream::println!("  {}: {}", in_woorden(bevinding), plek(schade));
    }
    let regels = bevonden.afwijkingen.iter().map(afwijking);
    for regel in regels.chain(bevonden.zonder_bewijs.iter().map(onbewezen)) {
        anstream::println!("  {regel}");
    }
}

fn plek(schade: &Schade) -> String {
    let stroom = schade.stroom.map(|stroom| format!(", {stroom}")).unwrap_or_default();
    let versie = schade.versie.map(|versie| format!(" versie {versie}")).unwrap_or_default();
    format!("positie {}{stroom}{versie}", schade.offset)
}

fn in_woorden(bevinding: &Bevinding) -> String {
    match bevinding {
        Bevinding::Onleesbaar => "er staat iets anders dan er is vastgelegd".to_owned(),
        Bevinding::Weg => "gebeurtenis is weg".to_owned(),
        Bevinding::Volgorde => "versie sluit niet aan".to_owned(),
        Bevinding::Ketting => "keten verbroken".to_owned(),
        Bevinding::Zegel(letter) => format!("zegel {letter:?} verbroken"),
        Bevinding::Sleutel(reden) => format!("sleutel past niet ({reden})"),
    }
}
