//! A real mail server for tests: aiosmtpd on a free loopback port, with what it took in as files.

use std::fs;
use std::io::{self, BufRead as _, BufReader, ErrorKind};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

/// What the server is made of; its first lines say how a receiver makes it fail.
const PROGRAMMA: &str = include_str!("postserver.py");
/// Where the Debian package is seen, and otherwise the first Python of the path.
const PYTHONS: [&str; 2] = ["/usr/bin/python3", "python3"];

/// How the line to the server is protected.
#[derive(Debug, Clone)]
pub enum Postlijn {
    /// Not at all.
    Open,
    /// TLS after STARTTLS, which the server insists on; certificate and key are PEM files.
    Starttls(PathBuf, PathBuf),
    /// TLS from the first byte; certificate and key are PEM files.
    Tls(PathBuf, PathBuf),
}

/// A running mail server; it stops, and its folder goes, when this is dropped or the process ends.
#[derive(Debug)]
pub struct Postserver {
    poort: u16,
    map: TempDir,
    proces: Child,
}

impl Postserver {
    /// Starts a server that anybody may hand mail.
    ///
    /// # Errors
    ///
    /// When aiosmtpd is not installed, or does not start.
    pub fn start(lijn: &Postlijn) -> io::Result<Self> {
        Self::start_met_inlog(lijn, "", "")
    }

    /// Starts a server that takes mail from this user only.
    ///
    /// # Errors
    ///
    /// When aiosmtpd is not installed, or does not start.
    pub fn start_met_inlog(lijn: &Postlijn, naam: &str, woord: &str) -> io::Result<Self> {
        let map = tempfile::Builder::new().prefix("postserver").tempdir()?;
        let mut python = Command::new(zoek_python()?);
        python.args(["-c", PROGRAMMA, &instellingen(lijn, map.path(), naam, woord)]);
        // The server ends when this pipe does: it never outlives the test.
        python.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut proces = python.spawn()?;
        let uit = proces.stdout.take().ok_or_else(|| io::Error::other("no output"))?;
        let mut regel = String::new();
        BufReader::new(uit).read_line(&mut regel)?;
        let poort = regel.trim().parse().map_err(|_| io::Error::other("it does not start"))?;
        Ok(Self { poort, map, proces })
    }

    /// The port on 127.0.0.1.
    #[must_use]
    pub fn poort(&self) -> u16 {
        self.poort
    }

    /// Every message that was taken in, in order, as bytes.
    ///
    /// # Errors
    ///
    /// When the folder cannot be read.
    pub fn ontvangen(&self) -> io::Result<Vec<Vec<u8>>> {
        let mut paden = vec![];
        for ingang in fs::read_dir(self.map.path())? {
            paden.push(ingang?.path());
        }
        paden.retain(|pad| pad.extension().is_some_and(|soort| soort == "eml"));
        paden.sort();
        paden.into_iter().map(fs::read).collect()
    }

    /// How many lines were opened so far.
    ///
    /// # Errors
    ///
    /// When none was.
    pub fn lijnen(&self) -> io::Result<usize> {
        let tekst = fs::read_to_string(self.map.path().join("lines"))?;
        tekst.parse().map_err(|_| io::Error::other("the count cannot be read"))
    }
}

impl Drop for Postserver {
    fn drop(&mut self) {
        drop(self.proces.kill());
        drop(self.proces.wait());
    }
}

/// A Python that knows aiosmtpd.
///
/// # Errors
///
/// When there is none.
pub fn zoek_python() -> io::Result<&'static str> {
    let kent = |python: &&str| {
        let mut vraag = Command::new(python);
        vraag.args(["-c", "import aiosmtpd"]).stdout(Stdio::null()).stderr(Stdio::null());
        vraag.status().is_ok_and(|status| status.success())
    };
    let tekst = "aiosmtpd is not installed (on Debian: apt-get install python3-aiosmtpd)";
    PYTHONS.into_iter().find(kent).ok_or_else(|| io::Error::new(ErrorKind::NotFound, tekst))
}

/// The settings as JSON. Paths and names of tests hold nothing that JSON would escape.
fn instellingen(lijn: &Postlijn, map: &Path, naam: &str, woord: &str) -> String {
    let leeg = PathBuf::new();
    let (soort, certificaat, sleutel) = match lijn {
        Postlijn::Open => ("plain", &leeg, &leeg),
        Postlijn::Starttls(certificaat, sleutel) => ("starttls", certificaat, sleutel),
        Postlijn::Tls(certificaat, sleutel) => ("tls", certificaat, sleutel),
    };
    let paren = [
        ("security", soort.to_owned()),
        ("certificate", certificaat.display().to_string()),
        ("key", sleutel.display().to_string()),
        ("folder", map.display().to_string()),
        ("user", naam.to_owned()),
        ("password", woord.to_owned()),
    ];
    let paren = paren.map(|(naam, waarde)| format!("\"{naam}\":\"{waarde}\""));
    format!("{{{}}}", paren.join(","))
}
