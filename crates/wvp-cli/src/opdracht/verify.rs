//! `verify`: walks every stream; order, hash chain and seals.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::Args;
use wvp_domain::Compartiment;
use wvp_engine::{Klok as _, Systeemklok};
use wvp_store::anker::{Afwijking, Anker};
use wvp_store::keyring::{Bewijs, KekBestand, SleutelbosBestand};
use wvp_store::{Sleutelbos as _, StroomId, Versie};
use wvp_store_sled::{Bevinding, Verlies, Verslag, verifieer, verifieer_tegen};

use super::Opslag;
use crate::huis::{OpslagUrl, eis_opslag};
use crate::tekening::KOP;

#[derive(Debug, Args)]
pub(crate) struct Verify {
    /// Geef de uitkomst als JSON
    #[arg(long, help_heading = "Opties")]
    pub(crate) json: bool,
    /// Schrijf een anker: de stand van alle stromen, om buiten het systeem te bewaren
    #[arg(long, value_name = "BESTAND", help_heading = "Opties")]
    pub(super) maak_anker: Option<PathBuf>,
    /// Houd de opslag tegen een anker van eerder
    #[arg(long, value_name = "BESTAND", help_heading = "Opties")]
    pub(super) anker: Option<PathBuf>,
    #[command(flatten)]
    pub(super) opslag: Opslag,
}

/// All that was found.
struct Bevonden {
    verslag: Verslag,
    /// Streams that are not as the anchor says.
    afwijkingen: Vec<(StroomId, Versie, Afwijking)>,
    /// Number of destroyed keys with a certificate.
    bewijzen: usize,
    /// Destroyed keys whose certificate is missing or was signed by somebody else.
    zonder_bewijs: Vec<(StroomId, Compartiment)>,
}

impl Verify {
    /// Prints counts, and every damage with segment, stream and version.
    pub(crate) async fn draai(self) -> anyhow::Result<()> {
        let map = match &self.opslag.opslag {
            OpslagUrl::Sled(map) => map,
            OpslagUrl::Postgres(server) => {
                return super::verify_postgres::draai(server, &self).await;
            }
        };
        eis_opslag(map)?;
        let keks = KekBestand::open(&self.opslag.sleutels)?;
        let sleutelbos = SleutelbosBestand::open(map, keks.clone())?;
        let (verslag, afwijkingen) = match &self.anker {
            Some(pad) => verifieer_tegen(map, &sleutelbos, &lees_anker(pad)?).await?,
            None => (verifieer(map, &sleutelbos).await?, vec![]),
        };
        let bewijzen = sleutelbos.bewijzen().await?;
        let zonder_bewijs = zonder_bewijs(&sleutelbos, &keks, &bewijzen);
        let bevonden = Bevonden { verslag, afwijkingen, bewijzen: bewijzen.len(), zonder_bewijs };
        if self.json {
            anstream::println!("{}", als_json(&bevonden));
        } else {
            toon(&bevonden);
        }
        bevonden.eis_heel()?;
        let Some(pad) = &self.maak_anker else { return Ok(()) };
        let Verslag { kop, hoofden, .. } = bevonden.verslag;
        schrijf_anker(pad, &Anker { moment: Systeemklok.nu(), positie: kop, hoofden })
    }
}

impl Bevonden {
    fn is_heel(&self) -> bool {
        self.verslag.is_heel() && self.afwijkingen.is_empty() && self.zonder_bewijs.is_empty()
    }

    fn eis_heel(&self) -> anyhow::Result<()> {
        if self.is_heel() {
            return Ok(());
        }
        let schade = self.verslag.bevindingen.iter().map(|(schade, _)| schade.to_string());
        let weg = self.verslag.verlies.iter().chain(&self.verslag.eerder_verlies);
        let plekken = schade.chain(weg.map(verloren)).chain(self.afwijkingen.iter().map(afwijking));
        let plekken = plekken.chain(self.zonder_bewijs.iter().map(onbewezen));
        bail!("de opslag is beschadigd: {}", plekken.collect::<Vec<_>>().join("; "))
    }
}

/// Destroyed keys without a certificate that this key file signed.
fn zonder_bewijs(
    bos: &SleutelbosBestand,
    keks: &KekBestand,
    bewijzen: &[Bewijs],
) -> Vec<(StroomId, Compartiment)> {
    let goede = bewijzen.iter().filter(|bewijs| keks.vertrouwt(bewijs));
    let goede: HashSet<_> = goede.map(|it| (it.wat().stroom, it.wat().compartiment)).collect();
    bos.vernietigd().into_iter().filter(|plek| !goede.contains(plek)).collect()
}

pub(super) fn lees_anker(pad: &Path) -> anyhow::Result<Anker> {
    let tekst = fs::read_to_string(pad).with_context(|| format!("`{}`", pad.display()))?;
    Anker::lees(&tekst).with_context(|| format!("`{}`", pad.display()))
}

/// Writes a new file; an anchor is never written over.
pub(super) fn schrijf_anker(pad: &Path, anker: &Anker) -> anyhow::Result<()> {
    let schrijf = |mut bestand: File| {
        bestand.write_all(anker.tekst().as_bytes())?;
        bestand.sync_all()
    };
    let geschreven = File::create_new(pad).and_then(schrijf);
    geschreven.with_context(|| format!("anker `{}` is niet te schrijven", pad.display()))
}

fn als_json(bevonden: &Bevonden) -> serde_json::Value {
    let Bevonden { verslag, afwijkingen, bewijzen, zonder_bewijs } = bevonden;
    let schade = verslag.bevindingen.iter().map(|(schade, bevinding)| {
        serde_json::json!({
            "segment": schade.segment,
            "offset": schade.offset,
            "stroom": schade.stroom.map(|stroom| stroom.to_string()),
            "versie": schade.versie.map(|versie| versie.0),
            "wat": in_woorden(bevinding),
        })
    });
    let weg = verslag.verlies.iter().chain(&verslag.eerder_verlies);
    serde_json::json!({
        "heel": bevonden.is_heel(),
        "stromen": verslag.stromen,
        "gebeurtenissen": verslag.records,
        "secties_open": verslag.secties_open,
        "secties_dicht": verslag.secties_dicht,
        "laatste_positie": verslag.kop.0,
        "schade": schade.collect::<Vec<_>>(),
        "weg": weg.map(verloren).collect::<Vec<_>>(),
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
    if let Some(staart) = verslag.staart {
        anstream::println!(
            "  afgebroken staart: segment {:020}, vanaf {}, {} bytes; nooit bevestigd",
            staart.segment,
            staart.offset,
            staart.bytes
        );
    }
    for verlies in verslag.verlies.iter().chain(&verslag.eerder_verlies) {
        anstream::println!("  {}", verloren(verlies));
    }
    for (schade, bevinding) in &verslag.bevindingen {
        anstream::println!("  {}: {schade}", in_woorden(bevinding));
    }
    for regel in bevonden.afwijkingen.iter().map(afwijking) {
        anstream::println!("  {regel}");
    }
    for regel in bevonden.zonder_bewijs.iter().map(onbewezen) {
        anstream::println!("  {regel}");
    }
}

fn verloren(verlies: &Verlies) -> String {
    format!("weg: posities {} tot en met {}", verlies.na.volgende(), verlies.tot_en_met)
}

pub(super) fn afwijking((stroom, versie, wat): &(StroomId, Versie, Afwijking)) -> String {
    match wat {
        Afwijking::Ontbreekt => format!("{stroom} ontbreekt; het anker kent versie {versie}"),
        Afwijking::Afgekapt { tot_en_met } => {
            format!("{stroom} houdt op bij versie {tot_en_met}; het anker kent versie {versie}")
        }
        Afwijking::Herschreven => format!("{stroom} is herschreven bij of voor versie {versie}"),
    }
}

pub(super) fn onbewezen((stroom, compartiment): &(StroomId, Compartiment)) -> String {
    format!(
        "de sleutel van compartiment {} van {stroom} is weg zonder bewijs van dit sleutelbestand",
        compartiment.nummer()
    )
}

fn in_woorden(bevinding: &Bevinding) -> String {
    match bevinding {
        Bevinding::Onleesbaar => "onleesbaar".to_owned(),
        Bevinding::Merk => "merk van de groep onleesbaar, de gebeurtenis zelf is er".to_owned(),
        Bevinding::Volgorde => "versie sluit niet aan".to_owned(),
        Bevinding::Ketting => "keten verbroken".to_owned(),
        Bevinding::Zegel(letter) => format!("zegel {letter:?} verbroken"),
        Bevinding::Sleutel(reden) => format!("sleutel past niet ({reden})"),
    }
}
