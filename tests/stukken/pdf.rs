//! What every paper keeps to, read back from its bytes.

use std::fs;
use std::path::Path;

use lopdf::{Dictionary, Document, Object};
use tests::merk::MERK;

/// The text of a paper, with white space and line ends as one space.
pub(crate) fn tekst(bytes: &[u8]) -> String {
    let document = Document::load_mem(bytes).unwrap();
    let paginas: Vec<u32> = document.get_pages().into_keys().collect();
    let tekst = document.extract_text(&paginas).unwrap();
    tekst.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Asks that a file, its name and all that is packed in it hold no mark.
pub(crate) fn eis_zonder_merk(pad: &Path) {
    let bytes = fs::read(pad).unwrap();
    let naam = pad.file_name().unwrap().to_str().unwrap();
    assert!(!naam.contains(MERK) && !bevat(&bytes, MERK), "{naam}");
    if pad.extension().is_some_and(|it| it == "pdf") {
        let mut document = Document::load_mem(&bytes).unwrap();
        document.decompress();
        let mut uitgepakt = vec![];
        document.save_to(&mut uitgepakt).unwrap();
        assert!(!bevat(&uitgepakt, MERK) && !tekst(&bytes).contains(MERK), "{naam}");
    }
}

pub(crate) fn bevat(bytes: &[u8], gezocht: &str) -> bool {
    bytes.windows(gezocht.len()).any(|deel| deel == gezocht.as_bytes())
}

/// Asks for PDF/A-2a and PDF/UA-1, fonts in the file, and metadata that name nobody.
pub(crate) fn eis_normen(bytes: &[u8], naam_van_werknemer: &str) {
    let document = Document::load_mem(bytes).unwrap();
    let xmp = xmp(&document);
    for norm in ["part>2</pdfaid:part>", "conformance>A</pdfaid", "<pdfuaid:part>1"] {
        assert!(xmp.contains(norm), "{norm}");
    }
    let achternaam = naam_van_werknemer.split(' ').next_back().unwrap();
    for woord in ["dc:creator", "pdf:Keywords>", achternaam, MERK] {
        assert!(!xmp.contains(woord), "{woord}");
    }
    let info = document.trailer.get(b"Info").and_then(Object::as_reference).unwrap();
    let info = document.get_dictionary(info).unwrap();
    assert!(!info.has(b"Author") && !info.has(b"Keywords") && !info.has(b"Subject"));
    let lettertypen: Vec<&Dictionary> = document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(|dict| dict.has_type(b"FontDescriptor"))
        .collect();
    assert!(!lettertypen.is_empty() && lettertypen.iter().all(|it| it.has(b"FontFile2")));
}

fn xmp(document: &Document) -> String {
    let verwijzing = document.catalog().unwrap().get(b"Metadata").unwrap().as_reference().unwrap();
    let stream = document.get_object(verwijzing).unwrap().as_stream().unwrap();
    String::from_utf8(stream.get_plain_content().unwrap()).unwrap()
}
