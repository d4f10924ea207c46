//! The JSON of `poortwachter toegang` (design/contract.md): one question, one answer.

use serde::{Deserialize, Serialize};

use crate::{
    feit::Feit, handeling::Handeling, lezer::Lezer, object::Object, omstandigheden::Omstandigheden,
    tabel::Tabel, verplichting::Verplichting, woord::OnbekendWoord,
};

/// A question, in the words of the table.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ToegangInvoer {
    /// Party of the reader.
    pub party: String,
    /// Function of the reader within that party.
    pub function: String,
    /// The object.
    pub category: String,
    /// The action.
    pub action: String,
    /// The facts that are true; all others are known to be false.
    #[serde(default)]
    pub circumstances: Vec<String>,
}

/// The answer to a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ToegangUitvoer {
    /// Yes or no.
    pub decision: Uitkomst,
    /// Rule ids behind it, sorted.
    pub rules: Vec<&'static str>,
    /// Codes of the obligations that come with it (domain/access.md A.9).
    pub obligations: Vec<&'static str>,
    /// The reason in plain Dutch.
    pub uitleg: String,
}

/// Yes or no, in the words of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Uitkomst {
    /// The reader may.
    Allow,
    /// The reader may not.
    Deny,
}

/// Answers one question with the embedded table.
///
/// # Errors
///
/// Names the field and the word that the table does not know.
pub fn antwoord(invoer: &ToegangInvoer) -> Result<ToegangUitvoer, OnbekendWoord> {
    let feiten: Vec<Feit> =
        invoer.circumstances.iter().map(|woord| Feit::zoek(woord)).collect::<Result<_, _>>()?;
    let besluit = Tabel::ingebed().besluit(
        Lezer::zoek(&invoer.party, &invoer.function)?,
        Object::zoek(&invoer.category)?,
        Handeling::zoek(&invoer.action)?,
        &Omstandigheden::precies(&feiten),
    );
    Ok(ToegangUitvoer {
        decision: if besluit.toegestaan { Uitkomst::Allow } else { Uitkomst::Deny },
        rules: besluit.regels,
        obligations: besluit.verplichtingen.into_iter().map(Verplichting::code).collect(),
        uitleg: besluit.uitleg,
    })
}
