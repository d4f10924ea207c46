//! One stylesheet of everything, and the fonts beside it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest as _, Sha256};

use crate::Outcome;
use crate::pakketten::Package;

/// The package whose tokens are the ground layer.
const TOKENS: &str = "@nl-design-system-unstable/voorbeeld-design-tokens";
/// The package of the typeface.
const FONT: &str = "@fontsource-variable/source-sans-3";
/// Which of its files, and under which name they are served.
const FONTS: [&str; 2] =
    ["source-sans-3-latin-wght-normal.woff2", "source-sans-3-latin-ext-wght-normal.woff2"];

/// A file that a page asks for.
pub(crate) struct Asset {
    pub(crate) name: &'static str,
    pub(crate) kind: &'static str,
    pub(crate) bytes: Vec<u8>,
    /// Whether the bytes are compressed (gzip).
    pub(crate) compressed: bool,
}

/// Every file that pages ask for.
pub(crate) fn make(ours: &Path, packages: &[Package]) -> Outcome<Vec<Asset>> {
    let own =
        fs::read_to_string(ours.join("thema.css"))? + &fs::read_to_string(ours.join("app.css"))?;
    let mut css = notice(packages);
    let mut components = String::new();
    for package in packages.iter().filter(|it| it.name != TOKENS && it.name != FONT) {
        components += &component(package)?;
    }
    css += &tokens(packages, &components, &own)?;
    css += &components;
    css += &without_comments(&own);
    let script = fs::read(ours.join("paginas.js"))?;
    let mut assets = vec![
        asset("stijl.css", "text/css; charset=utf-8", &gzip(css.as_bytes())?, true),
        asset("paginas.js", "text/javascript; charset=utf-8", &gzip(&script)?, true),
        asset(
            "licenties.txt",
            "text/plain; charset=utf-8",
            &gzip(licences(packages)?.as_bytes())?,
            true,
        ),
        asset("teken.svg", "image/svg+xml", &gzip(&fs::read(ours.join("teken.svg"))?)?, true),
    ];
    let font = packages.iter().find(|it| it.name == FONT).ok_or("no typeface")?;
    for name in FONTS {
        let bytes = fs::read(font.folder.join("files").join(name))?;
        assets.push(asset(name, "font/woff2", &bytes, false));
    }
    Ok(assets)
}

/// The assets as a list in Rust, under one hash of them all.
pub(crate) fn as_code(assets: &[Asset]) -> String {
    let mut hash = Sha256::new();
    for asset in assets {
        hash.update(asset.name);
        hash.update(&asset.bytes);
    }
    let hash = hash.finalize();
    let mut version = String::new();
    for byte in hash.iter().take(8) {
        let _ = write!(version, "{byte:02x}");
    }
    let mut code = format!("const VERSIE: &str = \"{version}\";\nstatic ALLE: &[Middel] = &[\n");
    for Asset { name, kind, compressed, .. } in assets {
        let _ = writeln!(
            code,
            "    Middel {{ naam: {name:?}, soort: {kind:?}, gecomprimeerd: {compressed}, bytes: \
             include_bytes!(concat!(env!(\"OUT_DIR\"), \"/middelen/{name}\")) }},"
        );
    }
    code + "];\n"
}

fn asset(name: &'static str, kind: &'static str, bytes: &[u8], compressed: bool) -> Asset {
    Asset { name, kind, bytes: bytes.to_vec(), compressed }
}

fn gzip(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut encoder = GzEncoder::new(vec![], Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

fn notice(packages: &[Package]) -> String {
    let mut text = String::from("/*! Components of others; only comments were left out.\n");
    for Package { name, version, licence, .. } in packages {
        let _ = writeln!(text, " * {name} {version} ({licence})");
    }
    text + " */\n"
}

/// What every package says of its licence, whole.
fn licences(packages: &[Package]) -> Outcome<String> {
    let mut text = String::new();
    for Package { name, version, licence, folder } in packages {
        let _ = writeln!(text, "{name} {version} ({licence})\n");
        for file in ["LICENSE", "LICENSE.md"] {
            let path = folder.join(file);
            if path.exists() {
                text += &fs::read_to_string(path)?;
                text += "\n\n";
            }
        }
    }
    Ok(text)
}

/// The stylesheet of a component.
fn component(package: &Package) -> Outcome<String> {
    let short = package.name.rsplit('/').next().unwrap_or_default();
    let short = short.trim_end_matches("-css");
    let places = ["dist/index.css".to_owned(), format!("dist/{short}.css")];
    let file = places.iter().map(|it| package.folder.join(it)).find(|it| it.exists());
    let file =
        file.ok_or_else(|| format!("`{}` holds no stylesheet where it should", package.name))?;
    Ok(without_comments(&fs::read_to_string(file)?))
}

/// The tokens that the style asks for, directly or through another, and that we do not set ourselves.
fn tokens(packages: &[Package], components: &str, own: &str) -> Outcome<String> {
    let package = packages.iter().find(|it| it.name == TOKENS).ok_or("no tokens")?;
    let theme = fs::read_to_string(package.folder.join("dist/theme.css"))?;
    let known = definitions(&theme);
    let ours: BTreeSet<&str> = definitions(own).into_keys().collect();
    let mut todo: Vec<&str> = references(components).into_iter().chain(references(own)).collect();
    let mut kept: BTreeMap<&str, &str> = BTreeMap::new();
    while let Some(name) = todo.pop() {
        let Some(value) = known.get(name).filter(|_| !ours.contains(name)) else { continue };
        if kept.insert(name, value).is_none() {
            todo.extend(references(value));
        }
    }
    let lines: Vec<String> = kept.iter().map(|(name, value)| format!("{name}:{value}")).collect();
    Ok(format!(".wvp-theme{{{}}}\n", lines.join(";")))
}

/// Every `--name: value;` that starts a line.
fn definitions(css: &str) -> BTreeMap<&str, &str> {
    let lines = css.lines().map(str::trim).filter(|it| it.starts_with("--"));
    let pairs = lines.filter_map(|line| line.trim_end_matches(';').split_once(':'));
    pairs.map(|(name, value)| (name.trim(), value.trim())).collect()
}

/// Every name inside `var(…)`.
fn references(css: &str) -> Vec<&str> {
    let rest = css.split("var(").skip(1).map(str::trim_start);
    let names = rest.filter(|it| it.starts_with("--"));
    names.filter_map(|it| it.split([')', ',', ' ', '\n']).next()).collect()
}

fn without_comments(css: &str) -> String {
    let mut text = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        text += before;
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    text += rest;
    let lines = text.lines().map(str::trim).filter(|it| !it.is_empty());
    lines.collect::<Vec<_>>().join("\n") + "\n"
}
