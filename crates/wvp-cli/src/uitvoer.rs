//! How the program ends and what it says then.

use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use clap::error::{ContextKind, ErrorKind};
use serde_json::json;
use wvp_domain::rekenmachine::InvoerFout;

use crate::huis::zonder_geheim;

/// Colour of an error.
const FOUT: Style = AnsiColor::Red.on_default().bold();

/// How a command ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Einde {
    /// Done.
    Gedaan,
    /// Refused or failed.
    Mislukt,
    /// Wrong usage.
    VerkeerdGebruik,
}

impl Einde {
    /// The exit code of the contract.
    pub(crate) fn code(self) -> ExitCode {
        match self {
            Self::Gedaan => ExitCode::SUCCESS,
            Self::Mislukt => ExitCode::from(1),
            Self::VerkeerdGebruik => ExitCode::from(2),
        }
    }

    /// Says why a command failed: one line on stderr, and the same as JSON when that was asked for.
    pub(crate) fn van(uitkomst: anyhow::Result<()>, json: bool) -> Self {
        let Err(fout) = uitkomst else { return Self::Gedaan };
        let tekst = format!("{fout:#}").replace('\n', " ");
        anstream::eprintln!("{FOUT}fout:{FOUT:#} {tekst}");
        if json {
            let fouten = fout.downcast_ref::<Fouten>().map(|fouten| fouten.0.clone());
            anstream::eprintln!(
                "{}",
                json!({ "fout": tekst, "fouten": fouten.unwrap_or_else(|| vec![tekst.clone()]) })
            );
        }
        Self::Mislukt
    }

    /// Shows help or version, or says in Dutch what is wrong with the arguments.
    #[expect(clippy::wildcard_enum_match_arm, reason = "clap adds kinds of errors")]
    pub(crate) fn verkeerd_gebruik(fout: &clap::Error) -> Self {
        match fout.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                anstream::print!("{}", fout.render().ansi());
                return Self::Gedaan;
            }
            ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
                anstream::eprint!("{}", fout.render().ansi());
            }
            _ => {
                let woord = [ContextKind::InvalidArg, ContextKind::InvalidSubcommand]
                    .into_iter()
                    .find_map(|soort| fout.get(soort))
                    .map(ToString::to_string)
                    .unwrap_or_default();
                let waarde = fout.get(ContextKind::InvalidValue);
                let waarde = waarde.map(|waarde| zonder_geheim(&waarde.to_string()));
                let tekst = verkeerd(fout.kind(), &woord, &waarde.unwrap_or_default());
                anstream::eprintln!("{FOUT}fout:{FOUT:#} {tekst} (zie `poortwachter --help`)");
            }
        }
        Self::VerkeerdGebruik
    }
}

/// Several errors in one input, each a line of its own in JSON.
#[derive(Debug, thiserror::Error)]
#[error("{}", .0.join("; "))]
pub(crate) struct Fouten(pub(crate) Vec<String>);

impl Fouten {
    /// The faults of an input, each with its field, value and rule.
    #[expect(clippy::needless_pass_by_value, reason = "it maps the error that a call hands over")]
    pub(crate) fn van_invoer(fouten: Vec<InvoerFout>) -> Self {
        Self(fouten.iter().map(ToString::to_string).collect())
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "clap adds kinds of errors")]
fn verkeerd(soort: ErrorKind, woord: &str, waarde: &str) -> String {
    match soort {
        ErrorKind::UnknownArgument => format!("`{woord}` is geen bekende optie"),
        ErrorKind::InvalidSubcommand => format!("`{woord}` is geen bekende opdracht"),
        ErrorKind::MissingRequiredArgument if woord.contains('|') => {
            format!("geef ten minste een van {woord}")
        }
        ErrorKind::MissingRequiredArgument => format!("`{woord}` ontbreekt"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if waarde.is_empty() => {
            format!("`{woord}` heeft een waarde nodig")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("`{waarde}` past niet bij `{woord}`")
        }
        ErrorKind::ArgumentConflict => format!("`{woord}` kan hier niet bij"),
        _ => format!("de opdracht klopt niet: `{woord}`"),
    }
}
