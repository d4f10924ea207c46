//! Mail from the command line: which server, as whom, in which words.

use std::path::PathBuf;
use std::str::FromStr;

use anyhow::Context as _;
use clap::{Args, ValueEnum};
use serde::Deserialize;
use thiserror::Error;
use wvp_kanalen::smtp::{Beveiliging, Inlog, SmtpInstelling};
use wvp_kanalen::{Huisstijl, Openheid, Sjablonen, Smtp};

use crate::configuratie::smtp_wachtwoord;

#[derive(Debug, Args)]
pub(crate) struct Post {
    /// De mailserver: smtp://HOST (STARTTLS), smtps://HOST (TLS) of smtp+open://HOST (zonder, alleen op
    /// deze machine); met NAAM@ ervoor en :POORT erachter waar dat nodig is
    #[arg(long, value_name = "URL", help_heading = "Post", requires_all = ["afzender", "inlogadres"])]
    pub(crate) mail: Option<MailUrl>,
    /// Van wie de post komt, met het adres tussen punthaken
    #[arg(long, value_name = "AFZENDER", help_heading = "Post", requires = "mail")]
    pub(crate) afzender: Option<String>,
    /// De pagina waar ontvangers inloggen (https); staat onder elk bericht
    #[arg(long, value_name = "URL", help_heading = "Post", requires = "mail")]
    pub(crate) inlogadres: Option<String>,
    /// Hoeveel het onderwerp zegt: stil, kenmerk of stap; standaard stil
    #[arg(
        long,
        value_name = "HOEVEEL",
        default_value = "stil",
        hide_possible_values = true,
        hide_default_value = true,
        help_heading = "Post"
    )]
    pub(crate) onderwerp: Hoeveel,
    /// De map met eigen sjablonen; standaard de sjablonen van het programma
    #[arg(long, value_name = "MAP", help_heading = "Post", requires = "mail")]
    pub(crate) sjablonen: Option<PathBuf>,
}

/// How much an outsider may read in a subject or a calendar.
#[derive(Debug, Clone, Copy, Default, ValueEnum, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Hoeveel {
    /// Alleen dat er iets te doen is
    #[default]
    Stil,
    /// Ook het kenmerk van het dossier
    Kenmerk,
    /// Ook de naam van de stap
    Stap,
}

impl Hoeveel {
    pub(crate) fn openheid(self) -> Openheid {
        match self {
            Self::Stil => Openheid::Stil,
            Self::Kenmerk => Openheid::Kenmerk,
            Self::Stap => Openheid::KenmerkEnStap,
        }
    }
}

/// Longest time for one message.
const TERMIJN_SECONDEN: u64 = 30;
/// Most lines to the server at once.
const LIJNEN: u32 = 4;

impl Post {
    /// The mail server, if one was named.
    ///
    /// # Errors
    ///
    /// When a setting or a template cannot be used.
    pub(crate) fn smtp(&self) -> anyhow::Result<Option<Smtp>> {
        let Some(url) = &self.mail else { return Ok(None) };
        let afzender = self.afzender.clone().context("`--afzender` ontbreekt")?;
        let inlogadres = self.inlogadres.as_deref().context("`--inlogadres` ontbreekt")?;
        let huisstijl = Huisstijl::try_new(self.onderwerp.openheid(), inlogadres)?;
        let sjablonen = match &self.sjablonen {
            Some(map) => Sjablonen::uit_map(map, huisstijl)?,
            None => Sjablonen::ingebed(huisstijl)?,
        };
        let domein = afzender.rsplit('@').next().unwrap_or_default();
        let domein = domein.trim_end_matches('>').to_owned();
        let inlog = url.naam.clone().map(|naam| Inlog { naam, wachtwoord: smtp_wachtwoord() });
        let instelling = SmtpInstelling {
            host: url.host.clone(),
            poort: url.poort,
            beveiliging: url.beveiliging,
            inlog,
            afzender,
            domein,
            extra_wortel: None,
            termijn_seconden: TERMIJN_SECONDEN,
            lijnen_max: LIJNEN,
        };
        Ok(Some(Smtp::try_new(&instelling, sjablonen)?))
    }
}

/// A mail server in one line. It holds no password: that comes from the environment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MailUrl {
    beveiliging: Beveiliging,
    naam: Option<String>,
    host: String,
    poort: u16,
}

/// Why a text names no mail server. What was typed is not repeated: a password may stand in it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub(crate) enum MailUrlFout {
    /// No known way to protect the line.
    #[error("dit is geen mailserver (verwacht: smtp://HOST, smtps://HOST of smtp+open://HOST)")]
    Soort,
    /// A password in the address.
    #[error("zet het wachtwoord niet in het adres maar in POORTWACHTER_SMTP_WACHTWOORD")]
    Wachtwoord,
    /// No host, or no port number.
    #[error("de naam van de mailserver of het nummer van de poort klopt niet")]
    Plek,
}

impl FromStr for MailUrl {
    type Err = MailUrlFout;

    fn from_str(tekst: &str) -> Result<Self, MailUrlFout> {
        let (soort, rest) = tekst.split_once("://").ok_or(MailUrlFout::Soort)?;
        let (beveiliging, gewoon) = match soort {
            "smtp" => (Beveiliging::Starttls, 587),
            "smtps" => (Beveiliging::Tls, 465),
            "smtp+open" => (Beveiliging::Geen, 25),
            _ => return Err(MailUrlFout::Soort),
        };
        let (naam, plek) = match rest.rsplit_once('@') {
            Some((naam, _)) if naam.contains(':') => return Err(MailUrlFout::Wachtwoord),
            Some((naam, plek)) => (Some(naam.to_owned()), plek),
            None => (None, rest),
        };
        let (host, poort) = match plek.rsplit_once(':') {
            Some((host, poort)) => (host, poort.parse().map_err(|_| MailUrlFout::Plek)?),
            None => (plek, gewoon),
        };
        if host.is_empty() || host.contains('/') {
            return Err(MailUrlFout::Plek);
        }
        Ok(Self { beveiliging, naam, host: host.to_owned(), poort })
    }
}

#[cfg(test)]
mod tests {
    use wvp_kanalen::smtp::Beveiliging;

    use super::{MailUrl, MailUrlFout};

    fn url(tekst: &str) -> Result<(Beveiliging, Option<String>, String, u16), MailUrlFout> {
        tekst.parse::<MailUrl>().map(|it| (it.beveiliging, it.naam, it.host, it.poort))
    }

    #[test]
    fn elke_soort_lijn_heeft_haar_eigen_poort() {
        let host = "post.example".to_owned();
        let tls = Ok((Beveiliging::Tls, None, host.clone(), 465));
        assert_eq!(url("smtps://post.example"), tls);
        let starttls = Ok((Beveiliging::Starttls, Some("arbo".to_owned()), host, 2525));
        assert_eq!(url("smtp://arbo@post.example:2525"), starttls);
    }

    #[test]
    fn een_wachtwoord_in_het_adres_wordt_geweigerd_zonder_het_te_herhalen() {
        let fout = url("smtp://arbo:geheim@post.example").unwrap_err();
        assert_eq!(fout, MailUrlFout::Wachtwoord);
        assert!(!fout.to_string().contains("geheim"));
    }

    #[test]
    fn wat_geen_mailserver_is_wordt_geweigerd() {
        assert_eq!(url("http://post.example"), Err(MailUrlFout::Soort));
        assert_eq!(url("smtp://post.example:poort"), Err(MailUrlFout::Plek));
        assert_eq!(url("smtp://"), Err(MailUrlFout::Plek));
    }
}
