//! What became of the reports of one message.

use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;
use wvp_domain::rekenmachine::InvoerFout;
use wvp_engine::{Aanleiding, Engine, ExecuteError, Gebruiker};
use wvp_uitwisseling::sivi::per_melding::Gelezen;

use super::inname::{Genomen, Inname, Nee};

/// What became of one report.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Regel {
    /// Where it stands in the message.
    pub plaats: String,
    /// What became of it.
    pub uitslag: Uitslag,
    /// The dossier that it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dossier: Option<Uuid>,
    /// What is, or would be, recorded.
    pub vastgelegd: Vec<&'static str>,
    /// Its code of processing: what it means is not concluded from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verwerking: Option<String>,
    /// Why not, or what was left to somebody else: field and rule.
    pub redenen: Vec<Reden>,
}

/// What can become of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub enum Uitslag {
    /// Recorded.
    #[serde(rename = "opgenomen")]
    Opgenomen,
    /// Would be recorded: this was a rehearsal.
    #[serde(rename = "zou worden opgenomen")]
    ZouWordenOpgenomen,
    /// There was nothing new in it.
    #[serde(rename = "al bekend")]
    AlBekend,
    /// Nothing of it was recorded.
    #[serde(rename = "geweigerd")]
    Geweigerd,
}

impl Uitslag {
    /// In words.
    #[must_use]
    pub fn woord(self) -> &'static str {
        match self {
            Self::Opgenomen => "opgenomen",
            Self::ZouWordenOpgenomen => "zou worden opgenomen",
            Self::AlBekend => "al bekend",
            Self::Geweigerd => "geweigerd",
        }
    }
}

/// A field with the rule that it does not keep to; what stood in it is not repeated.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reden {
    /// The field, with its place in the message.
    pub veld: String,
    /// What should hold.
    pub regel: String,
}

/// Takes in what can be taken in, as somebody; in a rehearsal nothing is recorded and no rights are judged. The same
/// message again records nothing new.
///
/// # Errors
///
/// When the store fails: the reports before that are in, and the same message again takes in the rest.
pub async fn neem_in(
    engine: &Engine,
    (wie, aanleiding): (&Gebruiker, &Aanleiding),
    gelezen: &[Gelezen],
    proef: bool,
) -> Result<Vec<Regel>, ExecuteError> {
    let mut inname = Inname::begin(engine, wie, aanleiding, proef).await?;
    // Of one case the earlier report goes first, in whatever order they came.
    let mut op_volgorde: Vec<(usize, &Gelezen)> = gelezen.iter().enumerate().collect();
    op_volgorde.sort_by_key(|(_, it)| it.melding.as_ref().map_or(0, |it| it.verzuim.volgnummer.0));
    let mut regels = vec![];
    for (nummer, gelezen) in op_volgorde {
        regels.push((nummer, regel(&mut inname, gelezen, proef).await?));
    }
    regels.sort_by_key(|(nummer, _)| *nummer);
    Ok(regels.into_iter().map(|(_, regel)| regel).collect())
}

async fn regel(
    inname: &mut Inname<'_>,
    gelezen: &Gelezen,
    proef: bool,
) -> Result<Regel, ExecuteError> {
    let plaats = gelezen.plaats.clone();
    let (melding, verwerking) = match &gelezen.melding {
        Ok(melding) => (melding, Some(melding.verzuim.verwerking.label())),
        Err(fouten) => {
            let redenen = fouten.iter().map(|fout| Reden::van(&plaats, fout)).collect();
            return Ok(Regel { redenen, ..Regel::geweigerd(plaats) });
        }
    };
    Ok(match inname.neem(melding).await? {
        Ok(Genomen { dossier, vastgelegd, gelaten }) => {
            let redenen = gelaten.iter().map(|fout| Reden::van(&plaats, fout)).collect();
            let uitslag = match (vastgelegd.is_empty(), proef) {
                (true, _) => Uitslag::AlBekend,
                (false, true) => Uitslag::ZouWordenOpgenomen,
                (false, false) => Uitslag::Opgenomen,
            };
            Regel { plaats, uitslag, dossier: Some(dossier.0), vastgelegd, verwerking, redenen }
        }
        Err(Nee { veld, regel }) => {
            let redenen = vec![Reden { veld: format!("{plaats}.{veld}"), regel }];
            Regel { verwerking, redenen, ..Regel::geweigerd(plaats) }
        }
    })
}

impl Regel {
    fn geweigerd(plaats: String) -> Self {
        let (uitslag, dossier, verwerking) = (Uitslag::Geweigerd, None, None);
        Self { plaats, uitslag, dossier, vastgelegd: vec![], verwerking, redenen: vec![] }
    }
}

impl Reden {
    /// A fault that was read knows its whole path; one of a report its field only.
    fn van(plaats: &str, fout: &InvoerFout) -> Self {
        let is_pad = fout.veld.contains('.') || fout.veld.contains('[');
        let veld = if is_pad { fout.veld.clone() } else { format!("{plaats}.{}", fout.veld) };
        Self { veld, regel: fout.regel.clone() }
    }
}
