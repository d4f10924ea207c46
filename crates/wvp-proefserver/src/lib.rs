//! Real servers for tests: PostgreSQL and mail, in a throw-away folder, on a free loopback port.
//!
//! A watcher outside this process stops the server and removes the folder when the process ends,
//! however it ends: it waits for the end of a pipe that only this process holds. PostgreSQL refuses
//! to run as root, so for root it runs as the user `postgres` or else `nobody`.

mod post;
mod rechten;
mod uitgever;

use std::fs;
use std::io::{self, ErrorKind};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{ChildStdin, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

pub use post::{Postlijn, Postserver, zoek_python};
pub use rechten::Gebruiker;
pub use uitgever::Uitgever;

/// Where Debian and others put the programs of each version.
const MAPPEN: [&str; 3] =
    ["/usr/lib/postgresql", "/usr/local/lib/postgresql", "/opt/homebrew/opt/postgresql"];
/// How often a server is asked whether it took something up: each time takes a program of its own.
const POGINGEN: u32 = 200;
/// Superuser of the throw-away cluster.
const ROL: &str = "poortwachter";
/// Stops the server and removes the folder when the process that holds the pipe is gone.
const WACHTER: &str =
    "cat >/dev/null; \"$1/pg_ctl\" stop -D \"$2/data\" -m immediate -s; rm -rf \"$2\"";

/// A running server.
#[derive(Debug)]
pub struct Proefserver {
    programmas: PathBuf,
    map: PathBuf,
    poort: u16,
    gebruiker: Gebruiker,
    databases: AtomicU32,
    /// The end of this pipe is what the watcher waits for.
    _wachter: ChildStdin,
}

/// The one server of this process, started when it is first asked for.
///
/// # Panics
///
/// When PostgreSQL is not installed or does not start: there is nothing to test with then.
pub fn proefserver() -> &'static Proefserver {
    static SERVER: OnceLock<Proefserver> = OnceLock::new();
    SERVER.get_or_init(|| match Proefserver::start() {
        Ok(server) => server,
        #[expect(clippy::panic, reason = "a test without its server has failed")]
        Err(fout) => panic!("no PostgreSQL server to test with: {fout}"),
    })
}

impl Proefserver {
    /// Makes a cluster and starts it, with every setting that makes it durable left on.
    ///
    /// # Errors
    ///
    /// When PostgreSQL is not installed, or does not start.
    pub fn start() -> io::Result<Self> {
        let programmas = zoek_programmas()?;
        let gebruiker = Gebruiker::voor_server()?;
        let map = tempfile::Builder::new().prefix("proefserver").tempdir()?.keep();
        gebruiker.geef(&map)?;
        let wachter = start_wachter(&programmas, &map, gebruiker)?;
        let poort = vrije_poort()?;
        let server =
            Self { programmas, map, poort, gebruiker, databases: 0.into(), _wachter: wachter };
        server.initdb()?;
        server.start_weer()?;
        Ok(server)
    }

    /// Makes an empty database; the answer is its URL.
    ///
    /// # Errors
    ///
    /// When the server does not make it.
    pub fn maak_database(&self) -> io::Result<String> {
        let naam = format!("proef{}", self.databases.fetch_add(1, Ordering::Relaxed));
        self.psql("postgres", &format!("create database {naam}"))?;
        Ok(format!("postgres://{ROL}@127.0.0.1:{}/{naam}", self.poort))
    }

    /// Makes the server take encrypted lines as well, with this certificate; from now on.
    ///
    /// # Errors
    ///
    /// When the server cannot have its files, or refuses them.
    pub fn met_tls(&self, uitgever: &Uitgever) -> io::Result<()> {
        for (bron, naam) in
            [(uitgever.certificaat(), "server.crt"), (uitgever.sleutel(), "server.key")]
        {
            let doel = self.datamap().join(naam);
            fs::copy(bron, &doel)?;
            fs::set_permissions(&doel, fs::Permissions::from_mode(0o600))?;
            self.gebruiker.geef(&doel)?;
        }
        self.psql("postgres", "alter system set ssl = on")?;
        self.psql("postgres", "select pg_reload_conf()")?;
        // It is told, and does it when it gets there.
        let eerder = (1..POGINGEN).any(|_| self.versleuteld().is_ok());
        if eerder { Ok(()) } else { self.versleuteld().map(|_| ()) }
    }

    /// Asks something over an encrypted line.
    fn versleuteld(&self) -> io::Result<String> {
        let poort = self.poort.to_string();
        let mut psql = self.programma("psql");
        // Certificates of whoever runs the test are nobody's business here.
        for eigen in ["PGSSLROOTCERT", "PGSSLCERT", "PGSSLKEY", "PGSSLCRL"] {
            psql.env(eigen, self.map.join("geen"));
        }
        psql.env("PGSSLMODE", "require").args(["-X", "-h", "127.0.0.1", "-p", &poort, "-U", ROL]);
        draai(psql.args(["-d", "postgres", "-c", "select 1"]))
    }

    /// Runs a statement with psql; the answer is what it prints, columns parted by `|`.
    ///
    /// # Errors
    ///
    /// When psql fails; what it says is in the error.
    pub fn psql(&self, database: &str, sql: &str) -> io::Result<String> {
        let poort = self.poort.to_string();
        let arguments = ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1"];
        let mut psql = self.programma("psql");
        psql.args(arguments).args(["-p", &poort, "-U", ROL, "-d", database, "-c", sql]);
        draai(&mut psql)
    }

    /// The schema of a database as pg_dump writes it.
    ///
    /// # Errors
    ///
    /// When pg_dump fails.
    pub fn schema(&self, database: &str) -> io::Result<String> {
        let poort = self.poort.to_string();
        let mut dump = self.programma("pg_dump");
        dump.args(["-s", "-h", "127.0.0.1", "-p", &poort, "-U", ROL, "-d", database]);
        let tekst = draai(&mut dump)?;
        // Newer versions print a random word around the dump.
        let regels = tekst.lines().filter(|regel| !regel.contains("restrict "));
        Ok(regels.collect::<Vec<_>>().join("\n"))
    }

    /// Stops the server at once, without a checkpoint: as a crash, it recovers at the next start.
    ///
    /// # Errors
    ///
    /// When it does not run.
    pub fn stop_onmiddellijk(&self) -> io::Result<()> {
        let mut pg_ctl = self.programma("pg_ctl");
        pg_ctl.args(["stop", "-s", "-w", "-m", "immediate", "-D"]).arg(self.map.join("data"));
        draai(&mut pg_ctl).map(|_| ())
    }

    /// Starts the server again and waits until it takes connections.
    ///
    /// # Errors
    ///
    /// When it does not start; its own log is in the error.
    pub fn start_weer(&self) -> io::Result<()> {
        let map = self.map.display();
        let instellingen = format!(
            "-p {} -k {map} -c listen_addresses=127.0.0.1 -c max_connections=60 \
             -c shared_buffers=128MB -c log_min_messages=warning",
            self.poort
        );
        let log = self.map.join("log");
        let mut pg_ctl = self.programma("pg_ctl");
        pg_ctl.args(["start", "-s", "-w", "-t", "60", "-D"]).arg(self.map.join("data"));
        pg_ctl.arg("-l").arg(&log).args(["-o", &instellingen]);
        draai(&mut pg_ctl).map(|_| ()).map_err(|fout| {
            let log = fs::read_to_string(&log).unwrap_or_default();
            io::Error::other(format!("{fout}\n{log}"))
        })
    }

    /// The log of the server so far.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn log(&self) -> io::Result<String> {
        fs::read_to_string(self.map.join("log"))
    }

    /// The folder with the data files of the server.
    #[must_use]
    pub fn datamap(&self) -> PathBuf {
        self.map.join("data")
    }

    fn initdb(&self) -> io::Result<()> {
        let mut initdb = self.programma("initdb");
        initdb.args(["--no-sync", "-A", "trust", "-E", "UTF8", "--locale=C", "-U", ROL, "-D"]);
        draai(initdb.arg(self.map.join("data"))).map(|_| ())
    }

    fn programma(&self, naam: &str) -> Command {
        let mut programma = Command::new(self.programmas.join(naam));
        programma.current_dir(&self.map);
        self.gebruiker.draai_als(&mut programma);
        programma
    }
}

/// The folder with the programs of the newest version of PostgreSQL on this machine.
///
/// # Errors
///
/// When there is none.
pub fn zoek_programmas() -> io::Result<PathBuf> {
    let gevonden = MAPPEN.iter().flat_map(|map| versies(Path::new(map))).max();
    let tekst = "PostgreSQL is not installed (on Debian: apt-get install postgresql)";
    let gevonden = gevonden.ok_or_else(|| io::Error::new(ErrorKind::NotFound, tekst))?;
    Ok(gevonden.1)
}

fn versies(map: &Path) -> Vec<(u32, PathBuf)> {
    let ingangen = fs::read_dir(map).into_iter().flatten().flatten();
    let versies = ingangen.filter_map(|ingang| {
        let bin = ingang.path().join("bin");
        let versie = ingang.file_name().to_str()?.parse().ok()?;
        bin.join("initdb").is_file().then_some((versie, bin))
    });
    versies.collect()
}

fn start_wachter(programmas: &Path, map: &Path, gebruiker: Gebruiker) -> io::Result<ChildStdin> {
    let mut wachter = Command::new("sh");
    wachter.args(["-c", WACHTER, "wachter"]).arg(programmas).arg(map).current_dir("/");
    wachter.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    // A group of its own: what ends the test must not end who cleans up after it.
    wachter.process_group(0);
    gebruiker.draai_als(&mut wachter);
    wachter.spawn()?.stdin.take().ok_or_else(|| io::Error::other("no pipe to the watcher"))
}

fn vrije_poort() -> io::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// Runs a program to its end. Its output goes through files: a server that it starts keeps a pipe
/// open for as long as it lives.
fn draai(programma: &mut Command) -> io::Result<String> {
    let (mut uit, fout) = (tempfile::tempfile()?, tempfile::tempfile()?);
    let mut fout_lezen = fout.try_clone()?;
    programma.stdin(Stdio::null()).stdout(uit.try_clone()?).stderr(fout);
    let status = programma.status()?;
    if status.success() {
        return lees(&mut uit);
    }
    let naam = programma.get_program().display().to_string();
    Err(io::Error::other(format!("{naam}: {status}: {}", lees(&mut fout_lezen)?.trim_end())))
}

fn lees(bestand: &mut fs::File) -> io::Result<String> {
    use std::io::{Read as _, Seek as _};
    let mut tekst = String::new();
    bestand.rewind()?;
    bestand.read_to_string(&mut tekst)?;
    Ok(tekst.trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    use super::proefserver;

    #[test]
    fn de_server_antwoordt_en_komt_na_een_onmiddellijke_stop_terug() {
        let server = proefserver();
        let url = server.maak_database().unwrap();
        let database = url.rsplit('/').next().unwrap();
        server.psql(database, "create table t (n int); insert into t values (7)").unwrap();
        server.stop_onmiddellijk().unwrap();
        assert!(server.psql(database, "select 1").is_err());
        server.start_weer().unwrap();
        assert_eq!(server.psql(database, "select n from t").unwrap(), "7");
    }
}
