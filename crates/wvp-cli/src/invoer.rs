//! Reading JSON from a file or from stdin, and saying which field is wrong.

use std::io::Read as _;
use std::path::Path;

use anyhow::Context as _;
use serde::de::DeserializeOwned;

/// Reads a file; `-` or nothing reads stdin.
pub(crate) fn lees(bestand: Option<&Path>) -> anyhow::Result<String> {
    if let Some(pad) = bestand.filter(|pad| *pad != Path::new("-")) {
        return std::fs::read_to_string(pad)
            .with_context(|| format!("`{}` is niet te lezen", pad.display()));
    }
    let mut tekst = String::new();
    std::io::stdin().read_to_string(&mut tekst).context("stdin is niet te lezen")?;
    Ok(tekst)
}

/// Reads a value from JSON; an error names the field by its path.
pub(crate) fn uit_json<T: DeserializeOwned>(tekst: &str) -> anyhow::Result<T> {
    let mut lezer = serde_json::Deserializer::from_str(tekst);
    let waarde = serde_path_to_error::deserialize(&mut lezer).map_err(|fout| {
        let pad = fout.path().to_string();
        anyhow::anyhow!("de invoer klopt niet bij `{pad}`: {}", in_het_nederlands(fout.inner()))
    })?;
    lezer.end().map_err(|fout| {
        anyhow::anyhow!("na de invoer staat nog iets ({})", in_het_nederlands(&fout))
    })?;
    Ok(waarde)
}

/// What the JSON reader says, in Dutch as far as its words are known.
fn in_het_nederlands(fout: &serde_json::Error) -> String {
    const WOORDEN: &[(&str, &str)] = &[
        ("unknown field", "onbekend veld"),
        ("unknown variant", "onbekend woord"),
        ("missing field", "ontbrekend veld"),
        ("duplicate field", "dubbel veld"),
        ("invalid type", "verkeerd soort waarde"),
        ("invalid value", "verkeerde waarde"),
        (", expected one of", "; bekend zijn"),
        (", expected", "; verwacht"),
        ("trailing characters", "tekst na het einde"),
        ("EOF while parsing a list", "de invoer houdt op midden in een lijst"),
        ("EOF while parsing an object", "de invoer houdt op midden in een object"),
        ("EOF while parsing a string", "de invoer houdt op midden in een tekst"),
        ("EOF while parsing a value", "de invoer houdt op waar een waarde hoort"),
        ("EOF while parsing", "de invoer houdt op midden in"),
        ("expected value", "hier hoort een waarde"),
        ("expected `,` or `]`", "hier hoort `,` of `]`"),
        ("expected `,` or `}`", "hier hoort `,` of `}`"),
        ("expected `:`", "hier hoort `:`"),
        ("key must be a string", "een veldnaam staat tussen aanhalingstekens"),
        ("recursion limit exceeded", "te diep in elkaar"),
        (" at line ", " (regel "),
        (" column ", ", kolom "),
    ];
    let tekst = WOORDEN
        .iter()
        .fold(fout.to_string(), |tekst, (woord, vertaald)| tekst.replace(woord, vertaald));
    if tekst.contains(" (regel ") { format!("{tekst})") } else { tekst }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::uit_json;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Proef {
        #[serde(rename = "rij")]
        _rij: Vec<u8>,
    }

    #[test]
    fn een_fout_noemt_het_veld() {
        let fout = uit_json::<Proef>(r#"{ "rij": [1, "twee"] }"#).unwrap_err();
        assert!(fout.to_string().contains("`rij[1]`"), "{fout}");
    }

    #[test]
    fn een_onbekend_veld_wordt_genoemd() {
        let fout = uit_json::<Proef>(r#"{ "rij": [], "anders": 1 }"#).unwrap_err();
        assert!(fout.to_string().contains("`anders`"), "{fout}");
    }

    #[test]
    fn tekst_na_de_invoer_wordt_geweigerd() {
        assert!(uit_json::<Proef>(r#"{ "rij": [] } {}"#).is_err());
    }
}
