//! The outputs: what somebody gets to see of a case, as one text each.

use std::pin::Pin;

use wvp_cli::lang;
use wvp_engine::{Aanleiding, Klok as _, herinneringen};
use wvp_papieren::Drukker;
use wvp_projections::tijdlijn::beeld::Tijdlijnbeeld;
use wvp_projections::{Tijdlijn, tijdlijn};

use super::mensen::Iemand;
use super::proef::Proef;

/// A text that is still being made.
type Tekst<'a> = Pin<Box<dyn Future<Output = String> + 'a>>;

/// An output: everything that somebody gets to see in it; nothing when the case is not found.
pub(crate) type Uitvoer = for<'a> fn(&'a Proef, usize, &'a Iemand) -> Tekst<'a>;

async fn lijn(proef: &Proef, nummer: usize, iemand: &Iemand) -> Result<Tijdlijn, String> {
    let dossier = proef.zaken[nummer].dossier;
    let wie = iemand.bij(&proef.zaken[nummer]);
    let inzage = proef.engine().read(&wie, dossier, None).await;
    let inzage = inzage.map_err(|fout| format!("{fout} {fout:?}"))?;
    let herinneringen = herinneringen(iemand.wie.lezer);
    Ok(tijdlijn(&inzage.gebeurtenissen, inzage.feiten_van, herinneringen))
}

pub(crate) fn als_tekst<'a>(proef: &'a Proef, nummer: usize, iemand: &'a Iemand) -> Tekst<'a> {
    Box::pin(async move {
        match lijn(proef, nummer, iemand).await {
            // A mark is broken off between words at most.
            Ok(lijn) => lang(&lijn).join("\n"),
            Err(fout) => fout,
        }
    })
}

pub(crate) fn als_json<'a>(proef: &'a Proef, nummer: usize, iemand: &'a Iemand) -> Tekst<'a> {
    Box::pin(async move {
        let dossier = proef.zaken[nummer].dossier;
        let vandaag = proef.huis.klok.vandaag();
        match lijn(proef, nummer, iemand).await {
            Ok(lijn) => {
                let beeld = Tijdlijnbeeld::van(dossier, iemand.naam(), vandaag, &lijn);
                serde_json::to_string(&beeld).unwrap()
            }
            Err(fout) => fout,
        }
    })
}

pub(crate) fn als_papier<'a>(proef: &'a Proef, nummer: usize, iemand: &'a Iemand) -> Tekst<'a> {
    Box::pin(async move {
        let dossier = proef.zaken[nummer].dossier;
        let wie = iemand.bij(&proef.zaken[nummer]);
        let bestanden =
            match proef.engine().riv(&wie, dossier, &Aanleiding::default(), &Drukker).await {
                Ok(bestanden) => bestanden,
                Err(fout) => return format!("{fout} {fout:?}"),
            };
        bestanden.iter().map(|bestand| in_letters(&bestand.inhoud)).collect()
    })
}

/// The text layer of a PDF, without the breaks that its lines bring.
pub(crate) fn in_letters(pdf: &[u8]) -> String {
    let mut document = lopdf::Document::load_mem(pdf).unwrap();
    document.decompress();
    let paginas: Vec<u32> = document.get_pages().into_keys().collect();
    document.extract_text(&paginas).unwrap().replace(['\n', '\u{ad}'], "")
}
