//! A power cut: of what was not synced, a random part is gone, in bytes as well as in names.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use crate::lading::{Bevestigd, dood_een_schrijver, schoon, toets};
use crate::toeval::Toeval;

const BLAD: usize = 4096;

/// Rounds on one store before a new one is begun.
const OP_EEN: usize = 10;

pub(crate) async fn storing(rondes: usize) {
    let werk = tempfile::tempdir().unwrap();
    let bibliotheek = compileer(werk.path());
    let mut toeval = Toeval::new();
    let (mut bevestigd, mut totaal) = (Bevestigd::default(), 0);
    let mut levend = werk.path().join("0");
    for ronde in 0..rondes {
        if ronde % OP_EEN == 0 {
            schoon(&levend);
            totaal += bevestigd.aantal();
            bevestigd = Bevestigd::default();
        }
        let schaduw = werk.path().join("schaduw");
        schoon(&schaduw);
        zaai(&levend, &schaduw);
        dood_een_schrijver(&levend, &mut toeval, &mut bevestigd, |opdracht| {
            opdracht.env("LD_PRELOAD", &bibliotheek).env("PROEF_SCHADUW", &schaduw);
        });
        let erna = werk.path().join((ronde + 1).to_string());
        herrijs(&mut toeval, &schaduw, &kenmerk(&levend), Some(&levend), &erna);
        toets(&erna, &bevestigd).await;
        fs::remove_dir_all(&levend).unwrap();
        levend = erna;
    }
    println!("{rondes} rondes, {} bevestigde gebeurtenissen", totaal + bevestigd.aantal());
}

fn compileer(map: &Path) -> PathBuf {
    let bron = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/proces/stroom.c");
    let doel = map.join("stroom.so");
    let vlaggen = ["-shared", "-fPIC", "-O2", "-Wall", "-Werror", "-o"];
    let mut cc = Command::new("cc");
    let klaar = cc.args(vlaggen).arg(&doel).arg(bron).arg("-lpthread").status().unwrap();
    assert!(klaar.success());
    doel
}

/// The name of a file or folder in the shadow: inode and moment of birth.
fn kenmerk(pad: &Path) -> String {
    let metadata = fs::symlink_metadata(pad).unwrap();
    let geboren = metadata.created().unwrap().duration_since(SystemTime::UNIX_EPOCH).unwrap();
    format!("{}-{}-{}", metadata.ino(), geboren.as_secs(), geboren.subsec_nanos())
}

/// What is there when the child starts is on disk.
fn zaai(map: &Path, schaduw: &Path) {
    let mut lijst = String::new();
    for ingang in fs::read_dir(map).unwrap() {
        let pad = ingang.unwrap().path();
        let (eigen, naam) = (kenmerk(&pad), pad.file_name().unwrap().to_str().unwrap());
        let soort = if pad.is_dir() { 'd' } else { 'f' };
        let _nooit_fout = writeln!(lijst, "{eigen} {soort} {naam}");
        if pad.is_dir() {
            zaai(&pad, schaduw);
        } else {
            fs::copy(&pad, schaduw.join(eigen)).unwrap();
        }
    }
    fs::write(schaduw.join(kenmerk(map)), lijst).unwrap();
}

/// One name in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Ingang {
    kenmerk: String,
    is_map: bool,
}

/// Makes the folder as it is found after the power came back.
fn herrijs(
    toeval: &mut Toeval,
    schaduw: &Path,
    kenmerk_van_map: &str,
    levend: Option<&Path>,
    naar: &Path,
) {
    fs::create_dir_all(naar).unwrap();
    let duurzaam = lijst(&schaduw.join(kenmerk_van_map));
    let nu = levend.map(inhoud).unwrap_or_default();
    let namen: BTreeSet<&String> = duurzaam.keys().chain(nu.keys()).collect();
    for naam in namen {
        // Every name is either as it was synced or as it was last.
        let kant = if toeval.munt() { &duurzaam } else { &nu };
        let Some(ingang) = kant.get(naam) else { continue };
        let hier = levend.map(|map| map.join(naam)).filter(|_| nu.get(naam) == Some(ingang));
        if ingang.is_map {
            herrijs(toeval, schaduw, &ingang.kenmerk, hier.as_deref(), &naar.join(naam));
        } else {
            let vast = fs::read(schaduw.join(&ingang.kenmerk)).unwrap_or_default();
            let bytes = hier.map_or_else(|| vast.clone(), |pad| meng(toeval, &vast, &pad));
            fs::write(naar.join(naam), bytes).unwrap();
            let eigenaar = fs::Permissions::from_mode(0o600);
            fs::set_permissions(naar.join(naam), eigenaar).unwrap();
        }
    }
}

/// The bytes of a file: as they were synced, as they were last, or some pages of either.
fn meng(toeval: &mut Toeval, vast: &[u8], levend: &Path) -> Vec<u8> {
    let nu = fs::read(levend).unwrap();
    match toeval.onder(3) {
        0 => vast.to_vec(),
        1 => nu,
        _ => {
            let lengte = if toeval.munt() { vast.len() } else { nu.len() };
            let bladen = (0..lengte).step_by(BLAD).flat_map(|begin| {
                let einde = (begin + BLAD).min(lengte);
                let bron = if toeval.munt() { vast } else { &nu };
                let mut blad = bron.get(begin..einde.min(bron.len())).unwrap_or_default().to_vec();
                // A page that never came to the disk reads as zeros.
                blad.resize(einde - begin, 0);
                blad
            });
            bladen.collect()
        }
    }
}

fn lijst(pad: &Path) -> BTreeMap<String, Ingang> {
    let tekst = fs::read_to_string(pad).unwrap_or_default();
    let regels = tekst.lines().map(|regel| {
        let delen: Vec<&str> = regel.splitn(3, ' ').collect();
        let ingang = Ingang { kenmerk: delen[0].to_owned(), is_map: delen[1] == "d" };
        (delen[2].to_owned(), ingang)
    });
    regels.collect()
}

fn inhoud(map: &Path) -> BTreeMap<String, Ingang> {
    let paden = fs::read_dir(map).unwrap().map(|ingang| ingang.unwrap().path());
    let namen = paden.map(|pad| {
        let ingang = Ingang { kenmerk: kenmerk(&pad), is_map: pad.is_dir() };
        (pad.file_name().unwrap().to_str().unwrap().to_owned(), ingang)
    });
    namen.collect()
}
