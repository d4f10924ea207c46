//! What a script saw: lines of JSON, each of a kind.

use serde_json::Value;

/// What was seen in a walk that came to its end.
#[derive(Debug)]
pub(crate) struct Gezien {
    regels: Vec<Value>,
}

impl Gezien {
    /// Reads the lines. In no walk a page breaks a rule of the browser, runs into a fault of its own or asks
    /// anything of another site.
    pub(crate) fn van(uitvoer: &str) -> Self {
        let regels = uitvoer.lines().map(|it| serde_json::from_str(it).unwrap()).collect();
        let zelf = Self { regels };
        assert_eq!(zelf.soort("klaar").count(), 1, "the walk ended early: {uitvoer}");
        assert_eq!(zelf.soort("mis").collect::<Vec<_>>(), Vec::<&Value>::new());
        zelf
    }

    /// Every line of a kind.
    pub(crate) fn soort<'a>(&'a self, soort: &'a str) -> impl Iterator<Item = &'a Value> {
        self.regels.iter().filter(move |it| it["soort"] == soort)
    }

    /// What a script says that it saw under a name.
    pub(crate) fn feit(&self, naam: &str) -> &Value {
        let feit = self.soort("feit").find(|it| it["naam"] == naam);
        &feit.unwrap_or_else(|| panic!("`{naam}` was not seen: {:?}", self.regels))["waarde"]
    }
}
