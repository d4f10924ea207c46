//! What was filled in, as the value that the schema asks for. What does not fit stays as it was typed: the judge of
//! the schema says what is wrong with it.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::keuzewoord::{BEKEND, van_keuzewoord};
use super::vorm::{Gedaante, Merk, Soort, soort};

/// The value of these fields by a schema; nothing where nothing was filled in.
#[must_use]
pub fn lees(schema: &Value, velden: &[(String, String)]) -> Value {
    let lezer = Lezer { wortel: schema, velden };
    lezer.waarde(schema, "").unwrap_or_else(|| Value::Object(Map::new()))
}

struct Lezer<'a> {
    wortel: &'a Value,
    velden: &'a [(String, String)],
}

impl<'a> Lezer<'a> {
    /// What was filled in at a place.
    fn tekst(&self, plek: &str) -> Option<&'a str> {
        let gevonden = self.velden.iter().find(|(naam, _)| naam == plek);
        gevonden.map(|(_, waarde)| waarde.trim()).filter(|it| !it.is_empty())
    }

    fn waarde(&self, schema: &Value, plek: &str) -> Option<Value> {
        match soort(self.wortel, schema) {
            Soort::Tekst | Soort::Dag | Soort::Keuze(_) | Soort::Nummer(_) => {
                self.tekst(plek).map(|it| Value::String(regels(it)))
            }
            Soort::Geheel => self.tekst(plek).map(geheel),
            Soort::JaNee => self.tekst(plek).map(|it| match it {
                "ja" => Value::Bool(true),
                "nee" => Value::Bool(false),
                anders => Value::String(anders.to_owned()),
            }),
            Soort::Object(velden) => self.object(&velden, plek).map(Value::Object),
            Soort::Lijst(items) => self.lijst(items, plek),
            Soort::Vormen(vormen) => self.vorm(&vormen, plek),
            Soort::Onbekend => None,
        }
    }

    /// The fields that hold something. A list that must be there is there, also when nothing is in it.
    fn object(&self, velden: &[(&str, &Value, bool)], plek: &str) -> Option<Map<String, Value>> {
        let mut object = Map::new();
        let mut iets = false;
        for (naam, veld, verplicht) in velden {
            let waarde = self.waarde(veld, &onder(plek, naam));
            iets |= waarde.is_some();
            let leeg = || is_lijst(self.wortel, veld).then(|| Value::Array(vec![]));
            if let Some(waarde) = waarde.or_else(|| leeg().filter(|_| *verplicht)) {
                object.insert((*naam).to_owned(), waarde);
            }
        }
        // Section A is always there: without it nothing is recorded.
        (iets || plek == "a").then_some(object)
    }

    fn lijst(&self, items: &Value, plek: &str) -> Option<Value> {
        let van_woorden = match soort(self.wortel, items) {
            // A line each.
            Soort::Tekst => {
                let tekst = self.tekst(plek)?;
                let regels = tekst.lines().map(str::trim).filter(|it| !it.is_empty());
                Some(regels.map(|it| Value::String(it.to_owned())).collect())
            }
            Soort::Keuze(_) => {
                let gekozen = self.velden.iter().filter(|(naam, _)| naam == plek);
                Some(gekozen.map(|(_, it)| Value::String(it.clone())).collect::<Vec<_>>())
            }
            Soort::Dag
            | Soort::Geheel
            | Soort::JaNee
            | Soort::Nummer(_)
            | Soort::Object(_)
            | Soort::Lijst(_)
            | Soort::Vormen(_)
            | Soort::Onbekend => None,
        };
        let delen = van_woorden.unwrap_or_else(|| {
            let nummers = self.nummers(plek).into_iter();
            nummers.filter_map(|it| self.waarde(items, &format!("{plek}[{it}]"))).collect()
        });
        (!delen.is_empty()).then_some(Value::Array(delen))
    }

    /// Which numbers of a list came in, in order.
    fn nummers(&self, plek: &str) -> BTreeSet<usize> {
        let rest = |naam: &'a str| naam.strip_prefix(plek)?.strip_prefix('[')?.split_once(']');
        let namen = self.velden.iter().filter_map(|(naam, _)| rest(naam));
        namen.filter_map(|(nummer, _)| nummer.parse().ok()).collect()
    }

    fn vorm(&self, vormen: &[Gedaante<'_>], plek: &str) -> Option<Value> {
        let Some(woord) = self.tekst(&keuzeveld(plek)) else {
            return self.tekst(plek).map(van_keuzewoord);
        };
        if woord == BEKEND {
            return self.tekst(&onder(plek, BEKEND)).map(van_keuzewoord);
        }
        let Some(gekozen) = vormen.iter().find(|it| it.woord == woord) else {
            return Some(Value::String(woord.to_owned()));
        };
        Some(match &gekozen.merk {
            Merk::Woord => Value::String(woord.to_owned()),
            Merk::Sleutel(binnen) => {
                let waarde = self.waarde(binnen, &onder(plek, woord)).unwrap_or(Value::Null);
                Value::Object(Map::from_iter([(woord.to_owned(), waarde)]))
            }
            Merk::Veld(naam, velden) => {
                let mut object = self.object(velden, plek).unwrap_or_default();
                object.insert((*naam).to_owned(), Value::String(woord.to_owned()));
                Value::Object(object)
            }
        })
    }
}

fn is_lijst(wortel: &Value, schema: &Value) -> bool {
    matches!(soort(wortel, schema), Soort::Lijst(_))
}

/// The name of the field that chooses a shape.
pub(super) fn keuzeveld(plek: &str) -> String {
    format!("{plek}:keuze")
}

/// The place of a field below another.
pub(super) fn onder(plek: &str, naam: &str) -> String {
    if plek.is_empty() { naam.to_owned() } else { format!("{plek}.{naam}") }
}

/// Browsers send the end of a line as two characters.
fn regels(tekst: &str) -> String {
    tekst.replace("\r\n", "\n")
}

fn geheel(tekst: &str) -> Value {
    tekst.parse::<i64>().map_or_else(|_| Value::String(tekst.to_owned()), Value::from)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::lees;

    fn schema() -> Value {
        json!({
            "type": "object",
            "required": ["a"],
            "properties": {
                "a": {
                    "type": "object",
                    "required": ["op", "wie"],
                    "properties": {
                        "op": { "$ref": "#/$defs/Datum" },
                        "uren": { "type": ["integer", "null"] },
                        "wil": { "type": "boolean" },
                        "wie": { "type": "array", "items": { "$ref": "#/$defs/Regel" } },
                        "keuze": { "oneOf": [
                            { "const": "nee" },
                            { "type": "object", "properties": { "datum": { "$ref": "#/$defs/Datum" } } }
                        ] }
                    }
                },
                "b": {
                    "type": "object",
                    "properties": {
                        "punten": { "type": "array", "items": { "type": "string" } },
                        "soorten": { "type": "array", "items": { "enum": ["een", "twee"] } }
                    }
                }
            },
            "$defs": {
                "Datum": { "type": "string", "format": "date" },
                "Regel": { "type": "object", "properties": { "wat": { "type": "string" } } }
            }
        })
    }

    fn gelezen(velden: &[(&str, &str)]) -> Value {
        let velden: Vec<(String, String)> = velden
            .iter()
            .map(|(naam, waarde)| ((*naam).to_owned(), (*waarde).to_owned()))
            .collect();
        lees(&schema(), &velden)
    }

    #[test]
    fn velden_worden_waarden_van_hun_soort() {
        let velden =
            [("a.op", "2026-11-23"), ("a.uren", "12"), ("a.wil", "nee"), ("a.wie[0].wat", "x")];
        let verwacht = json!({ "a": { "op": "2026-11-23", "uren": 12, "wil": false, "wie": [{ "wat": "x" }] } });
        assert_eq!(gelezen(&velden), verwacht);
    }

    #[test]
    fn wat_niet_is_ingevuld_is_er_niet_en_een_verplichte_lijst_is_leeg() {
        assert_eq!(gelezen(&[("a.op", " "), ("b.punten", "")]), json!({ "a": { "wie": [] } }));
    }

    #[test]
    fn lege_regels_van_een_lijst_tellen_niet() {
        let velden = [("a.wie[0].wat", ""), ("a.wie[2].wat", "laatste")];
        assert_eq!(gelezen(&velden), json!({ "a": { "wie": [{ "wat": "laatste" }] } }));
    }

    #[test]
    fn een_lijst_van_woorden_is_een_regel_of_een_vinkje_per_woord() {
        let velden =
            [("b.punten", "een\r\n\r\n twee "), ("b.soorten", "een"), ("b.soorten", "twee")];
        let b = json!({ "punten": ["een", "twee"], "soorten": ["een", "twee"] });
        assert_eq!(gelezen(&velden).get("b"), Some(&b));
    }

    #[test]
    fn een_keuze_tussen_vormen_neemt_alleen_de_velden_van_de_gekozen_vorm() {
        let datum = [("a.keuze:keuze", "datum"), ("a.keuze.datum", "2026-01-02")];
        assert_eq!(gelezen(&datum).pointer("/a/keuze"), Some(&json!({ "datum": "2026-01-02" })));
        let nee = [("a.keuze:keuze", "nee"), ("a.keuze.datum", "2026-01-02")];
        assert_eq!(gelezen(&nee).pointer("/a/keuze"), Some(&json!("nee")));
    }

    #[test]
    fn een_van_wat_bekend_is_is_een_woord_dat_de_vorm_noemt() {
        let in_een_lijst = gelezen(&[("a.keuze", "datum:2026-01-02")]);
        let ernaast = [("a.keuze:keuze", "bekend"), ("a.keuze.bekend", "datum:2026-01-02")];
        for gelezen in [in_een_lijst, gelezen(&ernaast)] {
            assert_eq!(gelezen.pointer("/a/keuze"), Some(&json!({ "datum": "2026-01-02" })));
        }
        assert_eq!(gelezen(&[("a.keuze", "nee")]).pointer("/a/keuze"), Some(&json!("nee")));
    }

    #[test]
    fn wat_geen_getal_is_blijft_staan_voor_wie_het_keurt() {
        assert_eq!(gelezen(&[("a.uren", "veel")]).pointer("/a/uren"), Some(&json!("veel")));
    }
}
