//! One line of a scenario: what happens, or what must be true then.

use wvp_cli::demo::Rol;
use wvp_domain::Datum;

/// What a line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Zin {
    /// `op DATUM WIE WAT`: somebody records something; refused by a rule when `geweigerd` names one.
    Op {
        /// The day it is recorded.
        dag: Datum,
        /// What happens.
        daad: Daad,
        /// The rule that refuses it (`geweigerd R-21`).
        geweigerd: Option<String>,
    },
    /// `tot DATUM`: days pass, up to and including this one.
    Tot(Datum),
    /// `dan ...`: what must be true.
    Dan(Eis),
}

/// What happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Daad {
    /// `meldt de werkgever ziek`
    Ziek,
    /// `meldt de werkgever hersteld`: the day is the first fit day.
    Hersteld,
    /// `meldt de werkgever opnieuw ziek`
    OpnieuwZiek,
    /// `stelt de bedrijfsarts de probleemanalyse vast`
    Probleemanalyse,
    /// `stelt de werkgever het plan van aanpak vast`
    Plan,
    /// `voert de casemanager een voortgangsgesprek`
    Gesprek,
    /// `meldt de werkgever week 42, met eerste ziektedag DATUM`
    Week42(Datum),
    /// `stelt de werkgever de eerstejaarsevaluatie vast`
    Eerstejaarsevaluatie,
    /// `komt de brief van uwv`
    UwvBrief,
    /// `geeft de bedrijfsarts het actueel oordeel`
    ActueelOordeel,
    /// `geeft de bedrijfsarts de medische informatie aan de werknemer`
    MedischeInformatie,
    /// `stelt de werkgever de eindevaluatie vast`
    Eindevaluatie,
    /// `geeft de werknemer een oordeel`
    OordeelWerknemer,
    /// `biedt de casemanager het oordeelformulier aan`
    OordeelAangeboden,
    /// `krijgt de werknemer het verslag`
    Verslag,
    /// `vraagt de werknemer de wia aan`
    Wia,
    /// `legt de bedrijfsarts verlof vast van DATUM tot en met DATUM`
    Verlof(Datum, Datum),
    /// `corrigeert de casemanager de eerste ziektedag naar DATUM`
    Correctie(Datum),
    /// `sluit de casemanager het dossier`
    Sluit,
}

/// What must be true on the day the clock stands at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Eis {
    /// `is TERMIJN (BASIS) uiterlijk DATUM`
    Uiterlijk(String, String, Datum),
    /// `is TERMIJN (BASIS) vroegst DATUM`
    Vroegst(String, String, Datum),
    /// `staat TERMIJN (BASIS) op STATUS`
    Status(String, String, String),
    /// `is er geen TERMIJN`
    Geen(String),
    /// `telt alles vanaf DATUM`: D*.
    TeltVanaf(Datum),
    /// `is de wachttijd voorbij na DATUM`
    Wachttijd(Datum),
    /// `ziet WIE TITEL`
    Ziet(Rol, String),
    /// `ziet WIE geen TITEL`
    ZietGeen(Rol, String),
    /// `leest WIE het medische deel (niet)`
    Medisch(Rol, bool),
    /// `is WIE herinnerd aan TERMIJN, uiterlijk DATUM`
    Herinnerd(Rol, String, Datum),
    /// `is niemand herinnerd aan TERMIJN`
    NietHerinnerd(String),
    /// `zijn er evenveel berichten als herinneringen en verzoeken`
    Berichten,
    /// `is het dossier gesloten` / `open`
    Gesloten(bool),
}

/// Reads a line; none for an empty line or a comment.
///
/// # Errors
///
/// The part that could not be read.
pub fn lees(regel: &str) -> Result<Option<Zin>, String> {
    let regel = regel.split('#').next().unwrap_or_default().trim();
    if regel.is_empty() {
        return Ok(None);
    }
    if let Some(dag) = regel.strip_prefix("tot ") {
        return Ok(Some(Zin::Tot(datum(dag)?)));
    }
    if let Some(eis) = regel.strip_prefix("dan ") {
        return lees_eis(eis).map(|eis| Some(Zin::Dan(eis)));
    }
    let rest = regel.strip_prefix("op ").ok_or_else(|| regel.to_owned())?;
    let (dag, rest) = rest.split_once(' ').ok_or_else(|| rest.to_owned())?;
    let (daad, geweigerd) = match rest.split_once(": geweigerd ") {
        Some((daad, regel)) => (daad, Some(regel.to_owned())),
        None => (rest, None),
    };
    Ok(Some(Zin::Op { dag: datum(dag)?, daad: lees_daad(daad)?, geweigerd }))
}

fn lees_daad(tekst: &str) -> Result<Daad, String> {
    if let Some(dag) = tekst.strip_prefix("meldt de werkgever week 42, met eerste ziektedag ") {
        return datum(dag).map(Daad::Week42);
    }
    if let Some(dag) = tekst.strip_prefix("corrigeert de casemanager de eerste ziektedag naar ") {
        return datum(dag).map(Daad::Correctie);
    }
    if let Some(dagen) = tekst.strip_prefix("legt de bedrijfsarts verlof vast van ") {
        let (van, tot) = dagen.split_once(" tot en met ").ok_or_else(|| dagen.to_owned())?;
        return Ok(Daad::Verlof(datum(van)?, datum(tot)?));
    }
    Ok(match tekst {
        "meldt de werkgever ziek" => Daad::Ziek,
        "meldt de werkgever hersteld" => Daad::Hersteld,
        "meldt de werkgever opnieuw ziek" => Daad::OpnieuwZiek,
        "stelt de bedrijfsarts de probleemanalyse vast" => Daad::Probleemanalyse,
        "stelt de werkgever het plan van aanpak vast" => Daad::Plan,
        "voert de casemanager een voortgangsgesprek" => Daad::Gesprek,
        "stelt de werkgever de eerstejaarsevaluatie vast" => Daad::Eerstejaarsevaluatie,
        "komt de brief van uwv" => Daad::UwvBrief,
        "geeft de bedrijfsarts het actueel oordeel" => Daad::ActueelOordeel,
        "geeft de bedrijfsarts de medische informatie aan de werknemer" => Daad::MedischeInformatie,
        "stelt de werkgever de eindevaluatie vast" => Daad::Eindevaluatie,
        "geeft de werknemer een oordeel" => Daad::OordeelWerknemer,
        "biedt de casemanager het oordeelformulier aan" => Daad::OordeelAangeboden,
        "krijgt de werknemer het verslag" => Daad::Verslag,
        "vraagt de werknemer de wia aan" => Daad::Wia,
        "sluit de casemanager het dossier" => Daad::Sluit,
        anders => return Err(anders.to_owned()),
    })
}

fn lees_eis(tekst: &str) -> Result<Eis, String> {
    match tekst {
        "zijn er evenveel berichten als herinneringen en verzoeken" => return Ok(Eis::Berichten),
        "is het dossier gesloten" => return Ok(Eis::Gesloten(true)),
        "is het dossier open" => return Ok(Eis::Gesloten(false)),
        _ => {}
    }
    if let Some(termijn) = tekst.strip_prefix("is er geen ") {
        return Ok(Eis::Geen(termijn.to_owned()));
    }
    if let Some(dag) = tekst.strip_prefix("telt alles vanaf ") {
        return datum(dag).map(Eis::TeltVanaf);
    }
    if let Some(dag) = tekst.strip_prefix("is de wachttijd voorbij na ") {
        return datum(dag).map(Eis::Wachttijd);
    }
    if let Some(termijn) = tekst.strip_prefix("is niemand herinnerd aan ") {
        return Ok(Eis::NietHerinnerd(termijn.to_owned()));
    }
    if let Some(rest) = tekst.strip_prefix("ziet de ") {
        return lees_zien(rest);
    }
    if let Some(rest) = tekst.strip_prefix("leest de ") {
        let (wie, rest) = rest.split_once(' ').ok_or_else(|| rest.to_owned())?;
        return Ok(Eis::Medisch(rol(wie)?, rest == "het medische deel"));
    }
    if let Some(rest) = tekst.strip_prefix("staat ") {
        let (termijn, basis, status) = termijn(rest, " op ")?;
        return Ok(Eis::Status(termijn, basis, status));
    }
    let rest = tekst.strip_prefix("is ").ok_or_else(|| tekst.to_owned())?;
    if let Some(rest) = rest.strip_prefix("de ") {
        let (wie, rest) = rest.split_once(" herinnerd aan ").ok_or_else(|| rest.to_owned())?;
        let (termijn, dag) = rest.split_once(", uiterlijk ").ok_or_else(|| rest.to_owned())?;
        return Ok(Eis::Herinnerd(rol(wie)?, termijn.to_owned(), datum(dag)?));
    }
    if let Ok((naam, basis, dag)) = termijn(rest, " uiterlijk ") {
        return Ok(Eis::Uiterlijk(naam, basis, datum(&dag)?));
    }
    let (naam, basis, dag) = termijn(rest, " vroegst ")?;
    Ok(Eis::Vroegst(naam, basis, datum(&dag)?))
}

fn lees_zien(rest: &str) -> Result<Eis, String> {
    let (wie, titel) = rest.split_once(' ').ok_or_else(|| rest.to_owned())?;
    let rol = rol(wie)?;
    Ok(match titel.strip_prefix("geen ") {
        Some(titel) => Eis::ZietGeen(rol, titel.to_owned()),
        None => Eis::Ziet(rol, titel.to_owned()),
    })
}

/// `TERMIJN (BASIS)<tussen>REST`
fn termijn(tekst: &str, tussen: &str) -> Result<(String, String, String), String> {
    let fout = || tekst.to_owned();
    let (links, rest) = tekst.split_once(tussen).ok_or_else(fout)?;
    let (naam, basis) = links.split_once(" (").ok_or_else(fout)?;
    let basis = basis.strip_suffix(')').ok_or_else(fout)?;
    Ok((naam.to_owned(), basis.to_owned(), rest.to_owned()))
}

fn rol(woord: &str) -> Result<Rol, String> {
    Rol::ALLE.into_iter().find(|rol| rol.naam() == woord).ok_or_else(|| woord.to_owned())
}

fn datum(tekst: &str) -> Result<Datum, String> {
    tekst.trim().parse::<Datum>().map_err(|fout| fout.to_string())
}

#[cfg(test)]
mod tests {
    use super::{Daad, Eis, Zin, lees};

    #[test]
    fn een_regel_die_niets_betekent_wordt_geweigerd() {
        assert!(lees("op 2024-01-01 gebeurt er iets").is_err());
        assert!(lees("dan is alles goed").is_err());
    }

    #[test]
    fn een_daad_kan_worden_geweigerd() {
        let zin = lees("op 2025-05-12 meldt de werkgever opnieuw ziek: geweigerd R-21").unwrap();
        let Some(Zin::Op { daad: Daad::OpnieuwZiek, geweigerd, .. }) = zin else {
            panic!("{zin:?}")
        };
        assert_eq!(geweigerd.as_deref(), Some("R-21"));
    }

    #[test]
    fn een_eis_noemt_termijn_basis_en_dag() {
        let zin = lees("dan is melding_42e_week (praktijk_uwv) uiterlijk 2024-10-21").unwrap();
        let dag = "2024-10-21".parse().unwrap();
        let naam = "melding_42e_week".to_owned();
        assert_eq!(zin, Some(Zin::Dan(Eis::Uiterlijk(naam, "praktijk_uwv".to_owned(), dag))));
    }
}
