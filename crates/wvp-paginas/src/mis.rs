//! What a page says when something went wrong: what, which rule, what was kept, and where to go.

use askama::Template;

use crate::kader::Kader;

/// A page in place of the one that was asked for.
#[derive(Template)]
#[template(path = "mis/misser.html")]
pub struct Misser {
    /// Around it.
    pub k: Kader,
    /// What kind of thing went wrong, by its fixed word.
    pub soort: String,
    /// What is wrong here, in Dutch.
    pub detail: Option<String>,
    /// Fields that are wrong, with what should hold.
    pub fouten: Vec<(String, String)>,
    /// The rules behind a refusal, with their source.
    pub grondslag: Vec<String>,
    /// What to do about it.
    pub advies: Option<String>,
}

impl Misser {
    fn kop(&self) -> String {
        let eigen = self.k.taal.misschien(&format!("mis-{}", self.soort));
        eigen.unwrap_or_else(|| self.k.zeg("mis-anders"))
    }

    fn uitleg(&self) -> Option<String> {
        self.k.taal.misschien(&format!("mis-{}-uitleg", self.soort))
    }
}

/// Leads on without a form: from a link on another site, so that the browser brings its cookies along, and to another
/// party, where no form of ours may lead.
#[derive(Template)]
#[template(path = "mis/stuiter.html")]
pub struct Stuiter {
    /// Around it.
    pub k: Kader,
    /// Where to.
    pub verder: String,
    /// Why, by its key.
    pub uitleg: &'static str,
}
