//! The configuration of the server: a TOML file, and for each key without a table of its own an environment variable
//! that goes before it (`POORTWACHTER_ADRES` for `adres`). A key that nobody knows is named.

use std::net::{IpAddr, SocketAddr};
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, anyhow};
use serde::Deserialize;
use uuid::Uuid;
use wvp_kanalen::agenda::AgendaInstelling;
use wvp_server::Tempo;
use wvp_server::instellingen::{Instellingen, Tls};

use crate::bezorging::Bezorging;
use crate::configuratie::uit_omgeving;
use crate::huis::OpslagUrl;
use crate::lezer::LezerWoord;
use crate::logboek::{Logboek, Vorm};
use crate::oidc::{Oidcdeel, aanbieders};
use crate::post::{Hoeveel, MailUrl, Post};
use crate::telemetrie::Telemetriedeel;
use crate::webhook::Melding;

/// How the server is set up.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Configuratie {
    /// Where the store is: `sled:PATH` or `postgres://…`.
    opslag: String,
    /// The file with the key-encryption keys.
    pub(crate) sleutels: PathBuf,
    /// Where it listens.
    #[serde(default = "adres")]
    adres: SocketAddr,
    /// Where liveness, readiness and figures are served; with the rest when absent.
    beheeradres: Option<SocketAddr>,
    /// Addresses of proxies whose `X-Forwarded-For` counts.
    #[serde(default)]
    proxies: Vec<IpAddr>,
    /// Certificate and key; absent behind a proxy that speaks TLS.
    tls: Option<Tlsdeel>,
    /// Limits.
    #[serde(default)]
    grenzen: Grenzen,
    /// Where messages go.
    #[serde(default)]
    bezorging: Bezorgdeel,
    /// Calendars of people; absent hands out none.
    agenda: Option<Agendadeel>,
    /// Where browsers reach the server, from outside.
    openbaar_adres: Option<String>,
    /// Other parties that say who logs in.
    #[serde(default)]
    oidc: Vec<Oidcdeel>,
    /// Where traces of requests go.
    #[serde(default)]
    pub(crate) telemetrie: Telemetriedeel,
    /// Who hears that a tick was missed.
    pub(crate) beheerder: Option<String>,
    /// Which log lines are wanted.
    log: Option<String>,
    /// How they look.
    #[serde(default)]
    logvorm: Vorm,
}

/// Certificate and key, as PEM.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Tlsdeel {
    certificaat: PathBuf,
    sleutel: PathBuf,
}

/// How calendars are handed out.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Agendadeel {
    /// Behind the @ of every entry.
    domein: String,
    /// How much a title says.
    #[serde(default)]
    titel: Hoeveel,
}

/// Where messages go: the same words as the options of `rooster`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Bezorgdeel {
    berichten: Option<PathBuf>,
    mail: Option<String>,
    afzender: Option<String>,
    inlogadres: Option<String>,
    onderwerp: Hoeveel,
    sjablonen: Option<PathBuf>,
    webhook: Option<String>,
    webhook_lezer: Option<String>,
    webhook_werkgever: Option<Uuid>,
    oin: Option<String>,
    installatie: Option<String>,
}

impl Bezorgdeel {
    fn als_opties(&self) -> anyhow::Result<Bezorging> {
        let mail = self.mail.as_deref().map(str::parse::<MailUrl>).transpose();
        let lezer = self.webhook_lezer.as_deref().map(str::parse::<LezerWoord>).transpose();
        let post = Post {
            mail: mail.context("configuratie, `bezorging.mail`")?,
            afzender: self.afzender.clone(),
            inlogadres: self.inlogadres.clone(),
            onderwerp: self.onderwerp,
            sjablonen: self.sjablonen.clone(),
        };
        let melding = Melding {
            webhook: self.webhook.clone(),
            webhook_lezer: lezer.context("configuratie, `bezorging.webhook_lezer`")?,
            webhook_werkgever: self.webhook_werkgever,
            oin: self.oin.clone(),
            installatie: self.installatie.clone(),
        };
        Ok(Bezorging { berichten: self.berichten.clone(), post, melding })
    }
}

/// Limits of a request.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Grenzen {
    /// Most bytes of a body.
    lijf_bytes: usize,
    /// Longest time, in seconds.
    duur_seconden: u64,
    /// Most requests at the same time.
    tegelijk: usize,
    /// Most requests a second of one address; zero for any number.
    per_seconde: u32,
    /// Most requests at once of one address that was quiet before.
    ineens: u32,
}

/// An office behind one address works in it; a program that asks everything does not.
const PER_SECONDE: u32 = 50;
const INEENS: u32 = 300;

impl Grenzen {
    fn tempo(&self) -> Option<Tempo> {
        let per_seconde = NonZeroU32::new(self.per_seconde)?;
        let ineens = NonZeroU32::new(self.ineens).unwrap_or(per_seconde);
        Some(Tempo { per_seconde, ineens })
    }
}

impl Default for Grenzen {
    fn default() -> Self {
        let gewoon = Instellingen::op(adres());
        Self {
            lijf_bytes: gewoon.lijf_hoogstens,
            duur_seconden: gewoon.duur_hoogstens.as_secs(),
            tegelijk: gewoon.tegelijk,
            per_seconde: PER_SECONDE,
            ineens: INEENS,
        }
    }
}

/// Only this machine reaches it, until somebody decides otherwise.
fn adres() -> SocketAddr {
    SocketAddr::from(([127, 0, 0, 1], 8080))
}

/// The keys that may come from the environment.
const SLEUTELS: [&str; 8] =
    ["opslag", "sleutels", "adres", "beheeradres", "beheerder", "openbaar_adres", "log", "logvorm"];

impl Configuratie {
    /// Reads the file, if one is named, and what the environment says.
    ///
    /// # Errors
    ///
    /// When the file cannot be read, or a key is unknown, absent or wrong; it is named.
    pub(crate) fn lees(bestand: Option<&Path>) -> anyhow::Result<Self> {
        let mut tabel = match bestand {
            Some(pad) => lees_tabel(pad)?,
            None => toml::Table::new(),
        };
        for sleutel in SLEUTELS {
            if let Some(waarde) = uit_omgeving(sleutel) {
                tabel.insert(sleutel.to_owned(), toml::Value::String(waarde));
            }
        }
        serde_path_to_error::deserialize(toml::Value::Table(tabel)).map_err(|fout| {
            let plek = fout.path().to_string();
            anyhow!("configuratie, `{plek}`: {}", fout.inner())
        })
    }

    /// Where the store is.
    ///
    /// # Errors
    ///
    /// When it is of no kind that this program knows.
    pub(crate) fn opslag(&self) -> anyhow::Result<OpslagUrl> {
        self.opslag.parse().context("configuratie, `opslag`")
    }

    /// How the log is kept.
    ///
    /// # Errors
    ///
    /// When what is wanted is not to be understood.
    pub(crate) fn logboek(&self) -> anyhow::Result<Logboek> {
        Logboek::try_new(self.log.as_deref(), self.logvorm)
    }

    /// Where messages go.
    ///
    /// # Errors
    ///
    /// When a server or function is not to be understood.
    pub(crate) fn bezorging(&self) -> anyhow::Result<Bezorging> {
        self.bezorging.als_opties()
    }

    /// How calendars are handed out.
    ///
    /// # Errors
    ///
    /// When the domain is no host name.
    fn agenda(&self) -> anyhow::Result<Option<AgendaInstelling>> {
        let een = |it: &Agendadeel| AgendaInstelling::try_new(it.titel.openheid(), &it.domein);
        self.agenda.as_ref().map(een).transpose().context("configuratie, `agenda.domein`")
    }

    /// The settings of the server.
    ///
    /// # Errors
    ///
    /// When a party that says who logs in, or the domain of calendars, is not to be used as it is set up.
    pub(crate) fn instellingen(&self) -> anyhow::Result<Instellingen> {
        let tls = self
            .tls
            .as_ref()
            .map(|it| Tls { certificaat: it.certificaat.clone(), sleutel: it.sleutel.clone() });
        let is_hier = self.adres.ip().is_loopback() || !self.proxies.is_empty();
        anyhow::ensure!(
            tls.is_some() || is_hier,
            "configuratie: op `{}` gaat alles onversleuteld over de lijn; zet `[tls]`, noem in `proxies` de proxy \
             die TLS doet, of luister op 127.0.0.1",
            self.adres
        );
        Ok(Instellingen {
            adres: self.adres,
            beheeradres: self.beheeradres,
            tls,
            proxies: self.proxies.clone(),
            lijf_hoogstens: self.grenzen.lijf_bytes,
            agenda: self.agenda()?,
            duur_hoogstens: Duration::from_secs(self.grenzen.duur_seconden),
            tegelijk: self.grenzen.tegelijk,
            tempo: self.grenzen.tempo(),
            aanbieders: aanbieders(&self.oidc, self.openbaar_adres.as_deref())?,
        })
    }
}

fn lees_tabel(pad: &Path) -> anyhow::Result<toml::Table> {
    let tekst = std::fs::read_to_string(pad).with_context(|| format!("`{}`", pad.display()))?;
    // Where, and never what: a password may stand in it.
    tekst.parse().map_err(|fout: toml::de::Error| {
        let regel = fout
            .span()
            .map_or(0, |plek| tekst.get(..plek.start).unwrap_or_default().lines().count());
        anyhow!("`{}` is geen TOML, bij regel {regel}", pad.display())
    })
}

#[cfg(test)]
mod tests {
    use super::Configuratie;

    fn lees(tekst: &str) -> Result<Configuratie, String> {
        let map = tempfile::tempdir().unwrap();
        let pad = map.path().join("config.toml");
        std::fs::write(&pad, tekst).unwrap();
        Configuratie::lees(Some(&pad)).map_err(|fout| format!("{fout:#}"))
    }

    #[test]
    fn een_onbekende_sleutel_wordt_genoemd() {
        let fout =
            lees("opslag = \"sled:x\"\nsleutels = \"y\"\n[grenzen]\ntegelik = 3\n").unwrap_err();
        assert!(fout.contains("grenzen") && fout.contains("tegelik"), "{fout}");
    }

    #[test]
    fn wat_geen_toml_is_wordt_niet_herhaald() {
        let fout = lees("opslag = postgres://jan:geheim@server/log").unwrap_err();
        assert!(!fout.contains("geheim"), "{fout}");
    }

    #[test]
    fn zonder_tls_luistert_de_server_alleen_hier_of_achter_een_proxy() {
        let met = |adres: &str, rest: &str| {
            let tekst = format!("opslag = \"sled:x\"\nsleutels = \"y\"\nadres = {adres:?}\n{rest}");
            lees(&tekst)?.instellingen().map_err(|fout| format!("{fout:#}"))
        };
        let open = met("0.0.0.0:8080", "").unwrap_err();
        assert!(open.contains("0.0.0.0:8080") && open.contains("proxies"), "{open}");
        let tls = "[tls]\ncertificaat = \"c\"\nsleutel = \"s\"\n";
        for (adres, rest) in [
            ("127.0.0.1:8080", ""),
            ("[::1]:8080", ""),
            ("0.0.0.0:8080", "proxies = [\"10.0.0.1\"]"),
            ("0.0.0.0:8080", tls),
        ] {
            assert!(met(adres, rest).is_ok(), "{adres} {rest}");
        }
    }

    #[test]
    fn van_een_andere_partij_wordt_genoemd_wat_ontbreekt_en_geen_geheim() {
        let map = tempfile::tempdir().unwrap();
        let geheim = map.path().join("geheim");
        std::fs::write(&geheim, "hush\n").unwrap();
        let met = |openbaar: &str, uitgever: &str, rest: &str| {
            let deel = "[[oidc]]\nnaam = \"a\"\nclient = \"c\"\n";
            let tekst = format!(
                "opslag = \"sled:x\"\nsleutels = \"y\"\n{openbaar}\n{deel}uitgever = \"{uitgever}\"\n{rest}"
            );
            lees(&tekst)?.instellingen().map_err(|fout| format!("{fout:#}"))
        };
        let (hier, daar) = ("openbaar_adres = \"https://a.example\"", "https://op.example");
        let bestand = format!("geheim_bestand = {geheim:?}");
        assert_eq!(met(hier, daar, &bestand).unwrap().aanbieders.len(), 1);
        let fout = |openbaar, uitgever, rest| met(openbaar, uitgever, rest).unwrap_err();
        assert!(fout("", daar, &bestand).contains("`openbaar_adres` ontbreekt"));
        assert!(fout(hier, daar, "").contains("POORTWACHTER_OIDC_GEHEIM_A"));
        let onveilig = fout(hier, "http://op.example", &bestand);
        assert!(onveilig.contains("oidc[0]") && onveilig.contains("https://"), "{onveilig}");
        assert!(fout(hier, daar, "kleur = 1").contains("kleur"));
        assert!(!onveilig.contains("hush"));
    }

    #[test]
    fn het_voorbeeld_is_bruikbaar() {
        let voorbeeld = include_str!("../../../deploy/config.example.toml");
        let configuratie = lees(voorbeeld).unwrap();
        assert!(configuratie.opslag().is_ok());
        assert_eq!(configuratie.instellingen().unwrap().tegelijk, 256);
    }
}
