//! Every address that can be read over HTTP, with real numbers in it.

use std::collections::BTreeSet;

use serde_json::{Value, json};

/// A GET endpoint of the document.
pub(crate) struct Deur {
    pub(crate) pad: String,
    parameters: Vec<Value>,
}

/// What stands in the place of a parameter: of each every value is asked for.
#[derive(Clone)]
pub(crate) struct Invulling {
    /// By the name of the parameter.
    pub(crate) waarden: Vec<(&'static str, Vec<String>)>,
    /// Kind and number of each paper.
    pub(crate) papieren: Vec<(String, String)>,
}

/// All of them.
pub(crate) fn deuren() -> Vec<Deur> {
    let document: Value = serde_json::from_str(&wvp_server::document()).unwrap();
    let paden = document["paths"].as_object().unwrap().iter();
    let eindpunten = paden.filter_map(|(pad, item)| item.get("get").map(|wat| Deur::van(pad, wat)));
    let bladen = wvp_server::bladen().into_iter().map(|(pad, vragen)| Deur::blad(pad, vragen));
    eindpunten.chain(bladen).collect()
}

impl Deur {
    pub(crate) fn van(pad: &str, handeling: &Value) -> Self {
        let parameters = handeling["parameters"].as_array().cloned().unwrap_or_default();
        Self { pad: pad.to_owned(), parameters }
    }

    /// A page: what stands between braces, and what may stand in its query.
    fn blad(pad: &str, vragen: &[&str]) -> Self {
        let in_pad = pad.split('{').skip(1).filter_map(|it| it.split('}').next());
        let in_pad = in_pad.map(|naam| json!({ "name": naam, "in": "path" }));
        let in_vraag = vragen.iter().map(|naam| json!({ "name": naam, "in": "query" }));
        Self { pad: pad.to_owned(), parameters: in_pad.chain(in_vraag).collect() }
    }

    /// Its addresses: without a query, with each part of it alone, and with all of it.
    ///
    /// # Errors
    ///
    /// The name of a parameter that nobody said how to fill in.
    pub(crate) fn adressen(&self, invulling: &Invulling) -> Result<Vec<String>, String> {
        let vul = |it| invulling.waarden_van(it).ok_or_else(|| naam(it).to_owned());
        let mut adressen = vec![self.pad.clone()];
        for parameter in self.in_("path") {
            let (naam, woorden) = (format!("{{{}}}", naam(parameter)), vul(parameter)?);
            let gevuld =
                adressen.iter().flat_map(|it| woorden.iter().map(|w| it.replace(&naam, w)));
            adressen = gevuld.collect();
        }
        let mut vragen = vec![];
        for parameter in self.in_("query") {
            let paren = vul(parameter)?.into_iter().map(|it| format!("{}={it}", naam(parameter)));
            vragen.push(paren.collect::<Vec<_>>());
        }
        let los = vragen.iter().flatten().cloned();
        let samen =
            vragen.iter().filter_map(|it| it.first().cloned()).collect::<Vec<_>>().join("&");
        let alle: Vec<String> = [String::new()].into_iter().chain(los).chain([samen]).collect();
        let met = |adres: &String, vraag: &String| {
            let past = invulling.past(adres, vraag);
            past.then(|| format!("{adres}?{vraag}").trim_end_matches('?').to_owned())
        };
        let met = adressen.iter().flat_map(|adres| alle.iter().filter_map(|it| met(adres, it)));
        Ok(met.collect::<BTreeSet<_>>().into_iter().collect())
    }

    fn in_(&self, waar: &'static str) -> impl Iterator<Item = &Value> {
        self.parameters.iter().filter(move |it| it["in"] == waar)
    }
}

fn naam(parameter: &Value) -> &str {
    parameter["name"].as_str().unwrap()
}

impl Invulling {
    /// Words of a choice are all filled in; anything else only as it was said.
    fn waarden_van(&self, parameter: &Value) -> Option<Vec<String>> {
        let tekst = |it: &Value| it.as_str().map(str::to_owned);
        if let Some(woorden) = parameter.pointer("/schema/enum").and_then(Value::as_array) {
            return woorden.iter().map(tekst).collect();
        }
        if naam(parameter) == "stuk" {
            return Some(self.papieren.iter().map(|(_, stuk)| stuk.clone()).collect());
        }
        let bekend = self.waarden.iter().find(|(naam_, _)| *naam_ == naam(parameter));
        bekend.map(|(_, waarden)| waarden.clone())
    }

    /// Whether a question is one to ask there: a paper is of one kind, and is asked for as that.
    fn past(&self, adres: &str, vraag: &str) -> bool {
        let is_soort = |(soort, _): &&(String, String)| adres.ends_with(&format!("/{soort}"));
        match vraag.strip_prefix("stuk=") {
            Some(stuk) => self.papieren.iter().filter(is_soort).any(|(_, van)| van == stuk),
            None => true,
        }
    }
}
