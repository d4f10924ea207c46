//! The matrix for people: schemas/bevoegdheden.txt.

mod situaties;

use std::fmt::Write;

use crate::{
    handeling::Handeling,
    lezer::Lezer,
    object::Object,
    tabel::{Rij, Strekking, Tabel},
    voorwaarde::Term,
    vraag::Vraag,
};

const HOOFD: [Object; 4] = [Object::A, Object::B, Object::C, Object::D];
const DADEN: [Handeling; 3] = [Handeling::Lezen, Handeling::Schrijven, Handeling::Verwijderen];

const IEDEREEN: &str = "*/*";

const INLEIDING: &str = "\
Deze lijst is afgedrukt uit crates/wvp-access/matrix.csv met `cargo xtask schemas`. Pas haar niet
met de hand aan. Een verbod gaat voor; wat niet genoemd is mag niet; wat niet vaststaat telt tegen
de lezer. Doorsturen mag alleen wie het ook mag lezen. A: procesgegevens, B: re-integratiegegevens,
C: medische gegevens, D: algemene gegevens. De feiten staan in domain/access.md B.3.
";

/// A table as text: general denies, per reader A to D, then special objects, sending on and other
/// actions; and every cell in the named situations. Of the embedded table it is committed as
/// schemas/bevoegdheden.txt.
#[must_use]
pub fn bevoegdheden(tabel: &Tabel) -> String {
    let mut tekst = format!("Bevoegdheden\n\n{INLEIDING}\nRijen: {}\n", tabel.rijen.len());
    let _ = writeln!(tekst, "Vingerafdruk van alle besluiten: {}", tabel.digest());
    kop(&mut tekst, "1 Verboden voor iedereen");
    rijen(&mut tekst, tabel, is_algemeen);
    kop(&mut tekst, "2 Lezen, schrijven en verwijderen per lezer");
    for lezer in Lezer::ALLE {
        lezer_blok(&mut tekst, tabel, lezer);
    }
    kop(&mut tekst, "3 Bijzondere gegevens");
    tekst.push_str("Een eigen recht komt in plaats van dat van A, B of C; een verbod blijft.\n\n");
    rijen(&mut tekst, tabel, |rij| {
        !is_algemeen(rij) && !is_doorsturen(rij) && !is_hoofd(&rij.bron.category)
    });
    kop(&mut tekst, "4 Doorsturen");
    rijen(&mut tekst, tabel, |rij| !is_algemeen(rij) && is_doorsturen(rij));
    kop(&mut tekst, "5 Andere handelingen");
    rijen(&mut tekst, tabel, |rij| {
        let daad = DADEN.iter().any(|daad| daad.bit() & rij.handelingen != 0);
        !is_algemeen(rij) && !is_doorsturen(rij) && is_hoofd(&rij.bron.category) && !daad
    });
    kop(&mut tekst, "6 Elke cel in benoemde omstandigheden");
    situaties::druk(&mut tekst, tabel);
    tekst
}

fn kop(tekst: &mut String, titel: &str) {
    let _ = writeln!(tekst, "\n\n{titel}\n{}\n", "-".repeat(titel.len()));
}

fn is_algemeen(rij: &Rij) -> bool {
    rij.bron.party == "*"
}

fn is_doorsturen(rij: &Rij) -> bool {
    rij.bron.action.starts_with("forward:")
}

fn is_hoofd(categorie: &str) -> bool {
    HOOFD.iter().any(|object| object.woord() == categorie)
}

fn lezer_blok(tekst: &mut String, tabel: &Tabel, lezer: Lezer) {
    let _ = writeln!(tekst, "{lezer}");
    for object in HOOFD {
        let mut groepen: Vec<(Vec<&str>, String)> = Vec::new();
        for handeling in DADEN {
            let regel = cel(tabel, Vraag { lezer, object, handeling });
            match groepen.iter_mut().find(|(_, ander)| *ander == regel) {
                Some((daden, _)) => daden.push(handeling.naam()),
                None => groepen.push((vec![handeling.naam()], regel)),
            }
        }
        for (daden, regel) in groepen {
            let daden = daden.join("+");
            let _ = writeln!(tekst, "  {}  {daden:<28}  {regel}", object.woord());
        }
    }
    tekst.push('\n');
}

/// The condition of one cell without the denies for everybody, and the rules behind it.
fn cel(tabel: &Tabel, vraag: Vraag) -> String {
    let gegeven: Vec<(&Rij, Term)> = met_rij(tabel, tabel.gegeven(vraag)).collect();
    let verboden: Vec<(&Rij, Term)> =
        met_rij(tabel, tabel.verboden(vraag)).filter(|(rij, _)| !is_algemeen(rij)).collect();
    let altijd_dicht = verboden.iter().any(|(_, term)| *term == Term::ALTIJD);
    if gegeven.is_empty() || altijd_dicht {
        return format!("nee  [{}]", bronnen(&verboden));
    }
    let mut delen: Vec<String> = eens(gegeven.iter().map(|(rij, _)| rij.bron.condition.clone()));
    let overig = verboden.iter().filter(|(_, verbod)| {
        // A deny that no allow can meet says nothing new.
        gegeven.iter().any(|(_, term)| !term.sluit_uit(*verbod))
    });
    delen.extend(eens(overig.map(|(rij, _)| format!("niet ({})", rij.bron.condition))));
    let voorwaarde = match delen.join(", ") {
        altijd if altijd == "always" => "ja".to_owned(),
        voorwaarde => format!("als {voorwaarde}"),
    };
    format!("{voorwaarde}  [{}]", bronnen(&gegeven))
}

fn met_rij<'t>(
    tabel: &'t Tabel,
    clausules: impl Iterator<Item = &'t crate::tabel::Clausule>,
) -> impl Iterator<Item = (&'t Rij, Term)> {
    clausules.filter_map(|clausule| Some((tabel.rijen.get(clausule.rij)?, clausule.term)))
}

fn bronnen(gronden: &[(&Rij, Term)]) -> String {
    eens(gronden.iter().flat_map(|(rij, _)| rij.regels.iter().map(ToString::to_string))).join(" ")
}

fn eens(delen: impl Iterator<Item = String>) -> Vec<String> {
    let mut lijst: Vec<String> = Vec::new();
    for deel in delen {
        if !lijst.contains(&deel) {
            lijst.push(deel);
        }
    }
    lijst
}

/// Rows as they stand; rows that say the same about several readers are one line.
fn rijen(tekst: &mut String, tabel: &Tabel, kies: impl Fn(&Rij) -> bool) {
    let mut groepen: Vec<(String, Vec<String>)> = Vec::new();
    for rij in tabel.rijen.iter().filter(|rij| kies(rij)) {
        let bron = &rij.bron;
        let oordeel = match bron.decision {
            Strekking::Allow => "mag",
            Strekking::Deny => "verboden",
        };
        let als = if bron.condition == "always" { "altijd" } else { &bron.condition };
        let regel = format!(
            "{} {}: {oordeel} als {als}  [{}]",
            bron.category,
            bron.action,
            bron.source.replace(';', " ")
        )
        .replace("als altijd", "altijd");
        let wie = format!("{}/{}", bron.party, bron.function);
        match groepen.iter_mut().find(|(ander, _)| *ander == regel) {
            Some((_, lezers)) => lezers.push(wie),
            None => groepen.push((regel, vec![wie])),
        }
    }
    for (regel, lezers) in groepen {
        let _ = match lezers.as_slice() {
            [wie] if wie == IEDEREEN => writeln!(tekst, "{regel}"),
            _ => writeln!(tekst, "{regel}\n    {}", lezers.join(", ")),
        };
    }
}
