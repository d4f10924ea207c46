//! The table read a second time, on words, as plainly as it can be written; without core denies.

use std::{collections::BTreeMap, rc::Rc};

use wvp_access::{Feit, Handeling, Lezer, Object, Omstandigheden};

/// Circumstances in which much is open, one fact away from it, and nothing known.
pub(crate) fn proeven() -> Vec<Omstandigheden> {
    let dicht = [
        Feit::SharedAccount,
        Feit::Revoked,
        Feit::SodConflict,
        Feit::Restricted,
        Feit::Erased,
        Feit::ErasureBlocked,
        Feit::OutsideEu,
    ];
    let alles = Feit::ALLE.map(|feit| (feit, !dicht.contains(&feit)));
    let open =
        alles.iter().fold(Omstandigheden::onbekend(), |omst, (feit, waar)| omst.met(*feit, *waar));
    let een_anders = alles.map(|(feit, waar)| open.met(feit, !waar));
    // Of somebody else's dossier the same, since one's own lifts some denies.
    let van_een_ander = een_anders.map(|omst| omst.met(Feit::OwnRecord, false));
    [open, Omstandigheden::onbekend(), Omstandigheden::precies(&[])]
        .into_iter()
        .chain(een_anders)
        .chain(van_een_ander)
        .collect()
}

/// One row: its words, and the value of its condition in each trial.
type Rij = ([&'static str; 7], Rc<[Option<bool>]>);

/// The six lines of domain/access.md B.1 once more, on words, as plainly as they can be written.
pub(crate) struct TweedeLezing {
    pub(crate) proeven: Rc<[Omstandigheden]>,
    rijen: Vec<Rij>,
}

impl TweedeLezing {
    pub(crate) fn van_tekst(tabel: &'static str) -> Self {
        let proeven: Rc<[Omstandigheden]> = proeven().into();
        let mut waarden: BTreeMap<&str, Rc<[Option<bool>]>> = BTreeMap::new();
        let mut rij = |rij: &'static str| {
            let kolommen: [&str; 7] = rij.split(',').collect::<Vec<_>>().try_into().unwrap();
            let per_proef = || proeven.iter().map(|omst| waarde(kolommen[4], omst)).collect();
            (kolommen, waarden.entry(kolommen[4]).or_insert_with(per_proef).clone())
        };
        let rijen = tabel.lines().skip(1).map(&mut rij).collect();
        Self { proeven: proeven.clone(), rijen }
    }

    fn kies(&self, past: impl Fn(&[&'static str; 7]) -> bool) -> Self {
        let rijen = self.rijen.iter().filter(|(kolommen, _)| past(kolommen)).cloned().collect();
        Self { proeven: self.proeven.clone(), rijen }
    }

    pub(crate) fn van(&self, lezer: Lezer) -> Self {
        let past = |woord: &str, kolom: &str| kolom == "*" || kolom == woord;
        self.kies(|[partij, functie, ..]| {
            past(lezer.partij().woord(), partij) && past(lezer.functie(), functie)
        })
    }

    /// Line 2 and line 5; sending on comes with reading (line 6).
    pub(crate) fn cel(&self, object: Object, handeling: Handeling) -> Cel {
        let een = |handeling: &str| {
            let (object, ouder) = (object.woord(), object.woord().split('.').next().unwrap());
            let raakt = self.kies(|[_, _, o, h, ..]| {
                let doorsturen = *h == "forward:*" && handeling.starts_with("forward:");
                ["*", object, ouder].contains(o) && (["*", handeling].contains(h) || doorsturen)
            });
            let is_eigen = |(rij, _): &Rij| rij[2] == object && rij[5] == "allow";
            let eigen = object != ouder && raakt.rijen.iter().any(is_eigen);
            raakt.kies(|rij| !(eigen && rij[2] == ouder && rij[5] == "allow"))
        };
        let lezen = handeling.woord().starts_with("forward:").then(|| een("read"));
        Cel([Some(een(handeling.woord())), lezen].into_iter().flatten().collect())
    }
}

/// The rows that bear on a cell, and those on reading it if it is sent on.
pub(crate) struct Cel(Vec<TweedeLezing>);

impl Cel {
    pub(crate) fn is_nooit(&self) -> bool {
        self.0.iter().any(|deel| !deel.rijen.iter().any(|(rij, _)| rij[5] == "allow"))
    }

    /// Lines 1, 3 and 4.
    pub(crate) fn mag(&self, proef: usize) -> bool {
        self.0.iter().all(|TweedeLezing { rijen, .. }| {
            let verboden = |(rij, waarde): &Rij| rij[5] == "deny" && waarde[proef] != Some(false);
            let gegeven = |(rij, waarde): &Rij| rij[5] == "allow" && waarde[proef] == Some(true);
            !rijen.iter().any(verboden) && rijen.iter().any(gegeven)
        })
    }
}

/// A condition in three values, read from the left at the lowest operator outside parentheses.
fn waarde(tekst: &str, omst: &Omstandigheden) -> Option<bool> {
    let tekst = tekst.trim();
    if let Some((links, rechts)) = splits(tekst, '|') {
        return match (waarde(links, omst), waarde(rechts, omst)) {
            (Some(true), _) | (_, Some(true)) => Some(true),
            (Some(false), Some(false)) => Some(false),
            _ => None,
        };
    }
    if let Some((links, rechts)) = splits(tekst, '&') {
        return match (waarde(links, omst), waarde(rechts, omst)) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        };
    }
    if let Some(rest) = tekst.strip_prefix('!') {
        return waarde(rest, omst).map(|waar| !waar);
    }
    match tekst.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(binnen) => waarde(binnen, omst),
        None if tekst == "always" => Some(true),
        None => omst.is(Feit::zoek(tekst).unwrap()),
    }
}

fn splits(tekst: &str, operator: char) -> Option<(&str, &str)> {
    let mut diepte = 0;
    for (plaats, teken) in tekst.char_indices() {
        match teken {
            '(' => diepte += 1,
            ')' => diepte -= 1,
            teken if teken == operator && diepte == 0 => {
                return Some((&tekst[..plaats], &tekst[plaats + 1..]));
            }
            _ => {}
        }
    }
    None
}
