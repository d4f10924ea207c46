//! Writes the generated files under schemas/. Tests compare them with what the code prints.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Writes the schemas of the events and of webhooks, the tables of terms and of rules, the document of the API, and
/// the matrix of access rights.
fn main() -> Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schemas");
    for event in wvp_domain::schema::schemas() {
        let text = serde_json::to_string_pretty(&event.schema)?;
        put(&folder.join("events").join(event.bestandsnaam()), &format!("{text}\n"))?;
    }
    let webhook = serde_json::to_string_pretty(&wvp_kanalen::webhook::schema())?;
    put(&folder.join("webhook/gebeurtenis.v1.json"), &format!("{webhook}\n"))?;
    put(&folder.join("termijnen.md"), &wvp_domain::termijn::druk::termijnen_md())?;
    put(&folder.join("riv_regels.md"), &wvp_domain::rivcontrole::druk::tabel_tekst())?;
    let tabel = wvp_access::Tabel::ingebed();
    put(&folder.join("openapi.json"), &(wvp_server::document() + "\n"))?;
    put(&folder.join("bevoegdheden.txt"), &wvp_access::bevoegdheden(tabel))
}

fn put(path: &Path, text: &str) -> Result<()> {
    let folder = path.parent().unwrap_or(Path::new(""));
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, text))
        .with_context(|| format!("`{}` cannot be written", path.display()))
}
