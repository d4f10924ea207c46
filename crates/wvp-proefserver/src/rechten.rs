//! As whom the server runs: the user of this process, unless that is root.

use std::fs;
use std::io;
use std::os::unix::fs::{MetadataExt as _, chown};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::Command;

/// The user that a server runs as; none when it is the user of this process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gebruiker(Option<(u32, u32)>);

impl Gebruiker {
    /// The user of this process, or for root the first of `postgres` and `nobody` that exists.
    ///
    /// # Errors
    ///
    /// When this is root and neither exists.
    pub fn voor_server() -> io::Result<Self> {
        if fs::metadata("/proc/self")?.uid() != 0 {
            return Ok(Self(None));
        }
        let lijst = fs::read_to_string("/etc/passwd")?;
        let gevonden = ["postgres", "nobody"].iter().find_map(|naam| nummers(&lijst, naam));
        let geen = || io::Error::other("PostgreSQL does not run as root, and there is nobody else");
        gevonden.map(|nummers| Self(Some(nummers))).ok_or_else(geen)
    }

    /// Makes a program run as this user.
    pub fn draai_als(self, programma: &mut Command) {
        if let Some((gebruiker, groep)) = self.0 {
            programma.uid(gebruiker).gid(groep);
        }
    }

    /// Gives this user a folder.
    ///
    /// # Errors
    ///
    /// When the system refuses.
    pub fn geef(self, map: &Path) -> io::Result<()> {
        match self.0 {
            Some((gebruiker, groep)) => chown(map, Some(gebruiker), Some(groep)),
            None => Ok(()),
        }
    }
}

/// User and group number of a name in the list of users.
fn nummers(lijst: &str, naam: &str) -> Option<(u32, u32)> {
    let regel = lijst.lines().find(|regel| regel.split(':').next() == Some(naam))?;
    let mut velden = regel.split(':').skip(2);
    Some((velden.next()?.parse().ok()?, velden.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::nummers;

    #[test]
    fn een_gebruiker_wordt_op_zijn_hele_naam_gevonden() {
        let lijst =
            "root:x:0:0:root:/root:/bin/sh\nnobody2:x:7:7::/:/x\nnobody:x:65534:65533::/:/x\n";
        assert_eq!(nummers(lijst, "nobody"), Some((65534, 65533)));
        assert_eq!(nummers(lijst, "postgres"), None);
    }
}
