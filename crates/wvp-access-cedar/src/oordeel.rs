//! Putting a question to Cedar.

use cedar_policy::{
    Authorizer, Context, Decision, Entities, PolicySet, Request, RestrictedExpression,
};

use crate::beleid;
use crate::entiteiten::{self, cel, naam};
use crate::rij::{self, CedarFout};

/// The table, ready to be asked.
pub struct Cedar {
    autoriteit: Authorizer,
    beleid: PolicySet,
    entiteiten: Entities,
}

/// One question, in the words of the table. A fact in neither list is unknown.
#[derive(Debug, Clone)]
pub struct CedarVraag<'v> {
    /// `party/function`.
    pub lezer: String,
    /// The object.
    pub object: &'v str,
    /// The action.
    pub handeling: &'v str,
    /// The facts known to be true.
    pub waar: Vec<&'v str>,
    /// The facts known to be false.
    pub onwaar: Vec<&'v str>,
}

impl Cedar {
    /// Turns a table into policies and entities.
    ///
    /// # Errors
    ///
    /// When the table cannot be read or Cedar refuses what it was turned into.
    pub fn try_new(tabel: &str) -> Result<Self, CedarFout> {
        let rijen = rij::lees(tabel)?;
        Ok(Self {
            autoriteit: Authorizer::new(),
            beleid: beleid::alle(&rijen)?,
            entiteiten: entiteiten::alle(&rijen)?,
        })
    }

    /// How many policies there are: one per row.
    #[must_use]
    pub fn aantal(&self) -> usize {
        self.beleid.policies().count()
    }

    /// Decides; what is sent on must be open to reading as well (line 6).
    ///
    /// # Errors
    ///
    /// When Cedar refuses the question or meets an error in a policy.
    pub fn mag(&self, vraag: &CedarVraag<'_>) -> Result<bool, CedarFout> {
        let mag = self.mag_dit(vraag, vraag.handeling)?;
        if mag && vraag.handeling.starts_with("forward:") {
            return self.mag_dit(vraag, "read");
        }
        Ok(mag)
    }

    fn mag_dit(&self, vraag: &CedarVraag<'_>, handeling: &str) -> Result<bool, CedarFout> {
        let feiten = |feiten: &[&str]| {
            let woorden = feiten.iter().map(|feit| (*feit).to_owned());
            RestrictedExpression::new_set(woorden.map(RestrictedExpression::new_string))
        };
        let cel = RestrictedExpression::new_entity_uid(cel(&vraag.lezer, handeling)?);
        let omstandigheden = Context::from_pairs([
            ("waar".to_owned(), feiten(&vraag.waar)),
            ("onwaar".to_owned(), feiten(&vraag.onwaar)),
            ("cel".to_owned(), cel),
        ])
        .map_err(|fout| CedarFout::Cedar(fout.to_string()))?;
        let (lezer, dit) = (naam("Lezer", &vraag.lezer)?, naam("Action", handeling)?);
        let request = Request::new(lezer, dit, naam("Object", vraag.object)?, omstandigheden, None)
            .map_err(|fout| CedarFout::Cedar(fout.to_string()))?;
        let antwoord = self.autoriteit.is_authorized(&request, &self.beleid, &self.entiteiten);
        // INVARIANT: a policy that meets an error would be skipped in silence.
        if let Some(fout) = antwoord.diagnostics().errors().next() {
            return Err(CedarFout::Cedar(fout.to_string()));
        }
        Ok(antwoord.decision() == Decision::Allow)
    }
}
