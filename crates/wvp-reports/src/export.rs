//! From data to bytes: typeset, check against PDF/A-2a and PDF/UA-1, write, forget.

use chrono::Datelike;
use serde_json::Value;
use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst::syntax::DiagSpanKind;
use typst::{World, WorldExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use wvp_domain::Datum;

use crate::RapportFout;
use crate::glyphs::make_printable;
use crate::world::DocumentWorld;

/// The template to fill.
#[derive(Clone, Copy)]
pub(crate) enum Sjabloon {
    Stuk,
    Voorblad,
}

/// Empties the typesetter's cache when dropped, also after a failure: it holds personal data.
struct ForgetOnDrop;

impl Sjabloon {
    fn path(self) -> &'static str {
        match self {
            Self::Stuk => "/stuk.typ",
            Self::Voorblad => "/voorblad.typ",
        }
    }
}

impl Drop for ForgetOnDrop {
    fn drop(&mut self) {
        comemo::evict(0);
    }
}

/// Fills a template: the bytes and the number of pages. The same arguments give the same bytes.
pub(crate) fn export(
    sjabloon: Sjabloon,
    datum: Datum,
    mut gegevens: Value,
) -> Result<(Vec<u8>, usize), RapportFout> {
    let replaced = make_printable(&mut gegevens);
    if let Some(fields) = gegevens.as_object_mut() {
        fields.insert("vervangen".to_owned(), Value::Bool(replaced));
    }
    let data = gegevens.to_string();
    let options = options(&data)?;
    let _forget = ForgetOnDrop;
    let world = datetime(datum)
        .and_then(|today| DocumentWorld::try_new(sjabloon.path(), data, today))
        .ok_or_else(|| RapportFout::Zetten { plaats: sjabloon.path().to_owned() })?;
    let document = typst::compile::<PagedDocument>(&world)
        .output
        .map_err(|fouten| RapportFout::Zetten { plaats: place(&world, &fouten) })?;
    let bytes = typst_pdf::pdf(&document, &options)
        .map_err(|fouten| RapportFout::Norm { plaats: place(&world, &fouten) })?;
    Ok((bytes, document.pages().len()))
}

/// The file's identity is a hash of its data, so that it changes with them and only with them.
fn options(data: &str) -> Result<PdfOptions, RapportFout> {
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .map_err(|_| RapportFout::Norm { plaats: "PDF/A-2a + PDF/UA-1".to_owned() })?;
    Ok(PdfOptions {
        ident: Smart::Custom(format!("{:032x}", typst::utils::hash128(data))),
        creator: Smart::Custom(Some("Poortwachter".to_owned())),
        standards,
        ..PdfOptions::default()
    })
}

fn datetime(datum: Datum) -> Option<Datetime> {
    let day = datum.naive();
    Datetime::from_ymd(day.year(), u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?)
}

/// File and line of the first error. Its message is left out: it may quote the document.
fn place(world: &DocumentWorld, errors: &[SourceDiagnostic]) -> String {
    errors.iter().find_map(|error| place_of(world, error)).unwrap_or_else(|| "onbekend".to_owned())
}

fn place_of(world: &DocumentWorld, error: &SourceDiagnostic) -> Option<String> {
    let id = match error.span.get() {
        DiagSpanKind::Detached => return None,
        DiagSpanKind::Number { id, .. } | DiagSpanKind::Range { id, .. } => id,
    };
    let start = world.range(error.span)?.start;
    let line = world.source(id).ok()?.lines().byte_to_line(start)?;
    Some(format!("{}:{}", id.vpath().get_without_slash(), line.saturating_add(1)))
}
