//! What the mail server took in: each mail by its Message-ID, and everything that it tells to whoever reads along.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use mail_parser::{Message, MessageParser, PartType};
use tests::merk::MERK;
use tests::voorraad::mensen::{NAAMMERK, bsn, email, naam};
use uuid::Uuid;
use wvp_cli::demo::{Onderneming, VOORBEELD};
use wvp_domain::Compartiment;
use wvp_domain::invoerwacht::vindplaats;

/// The mails by the id in their Message-ID, each with how often it came. A repeat must be the same mail, byte by
/// byte; what is not is in the second answer.
pub(crate) fn per_id(ontvangen: &[Vec<u8>]) -> (BTreeMap<Uuid, usize>, Vec<String>) {
    let (mut eerste, mut keren, mut fout) = (BTreeMap::new(), BTreeMap::new(), vec![]);
    for bytes in ontvangen {
        let Some(id) = nummer(bytes) else {
            fout.push("een mail zonder nummer".to_owned());
            continue;
        };
        if eerste.entry(id).or_insert(bytes) != &bytes {
            fout.push(format!("twee verschillende mails met nummer {id}"));
        }
        *keren.entry(id).or_default() += 1;
    }
    (keren, fout)
}

fn nummer(bytes: &[u8]) -> Option<Uuid> {
    let brief = MessageParser::default().parse(bytes)?;
    let (id, _) = brief.message_id()?.split_once('@')?;
    id.parse().ok()
}

/// Everybody who may not be named in mail to others, and every number.
pub(crate) struct Kring {
    /// Names in small letters by the address of who has them.
    namen: BTreeMap<String, String>,
    /// What names are known by: the mark of the employees, and the surnames of who work for them.
    herkenbaar: Vec<String>,
    nummers: BTreeSet<String>,
}

/// The post of all doctors goes to one address.
const ARTSEN: &str = "bedrijfsartsen@arbodebrug.example";

impl Kring {
    pub(crate) fn new(werknemers: u32) -> Self {
        let Onderneming { leiding, casemanager, bedrijfsarts, .. } = VOORBEELD.mens.werkgever;
        let staf = [
            (leiding[0], leiding[2]),
            (casemanager[0], casemanager[2]),
            (bedrijfsarts[0], ARTSEN),
            // Signs the documents of every case.
            (VOORBEELD.mens.naam, VOORBEELD.mens.email),
        ];
        let achternaam = |naam: &str| naam.split_once(". ").unwrap().1.to_lowercase();
        let herkenbaar = staf.iter().map(|(naam, _)| achternaam(naam));
        let herkenbaar = herkenbaar.chain([NAAMMERK.to_lowercase()]).collect();
        let staf = staf.map(|(naam, email)| (email.to_owned(), naam.to_lowercase()));
        let mensen = (0..werknemers).map(|nummer| (email(nummer), naam(nummer).to_lowercase()));
        let nummers = (0..werknemers).map(|nummer| bsn(nummer).unwrap().cijfers().to_owned());
        let nummers = nummers.chain([VOORBEELD.mens.bsn.to_owned()]).collect();
        Self { namen: mensen.chain(staf).collect(), herkenbaar, nummers }
    }

    /// What a mail tells that it may not. Its subject names nobody at all; the rest names nobody but its own
    /// receiver. No number, no mark of a medical text and no word about illness stands in what was sent, nor in
    /// what a receiver makes of it: headers and parts are decoded. Words about illness are looked for in
    /// what is decoded only, because encoded text is full of words that nobody wrote.
    pub(crate) fn verraad(&self, bytes: &[u8]) -> Vec<String> {
        let Some(brief) = MessageParser::default().parse(bytes) else {
            return vec!["een mail die niet te lezen is".to_owned()];
        };
        let mut fout = self.in_tekst(brief.subject().unwrap_or_default(), "");
        let aan = brief.to().and_then(|aan| aan.first()).and_then(|aan| aan.address());
        let aan = aan.unwrap_or_default();
        for tekst in teksten(&brief) {
            let Some(tekst) = tekst else {
                fout.push("een deel dat geen tekst is".to_owned());
                continue;
            };
            fout.extend(self.in_tekst(&tekst, aan));
            fout.extend(vindplaats(Compartiment::A, &tekst).map(|wat| wat.naam().to_owned()));
        }
        fout.extend(self.in_tekst(&String::from_utf8_lossy(bytes), aan));
        fout
    }

    fn in_tekst(&self, tekst: &str, aan: &str) -> Vec<String> {
        let mut fout = vec![];
        let klein = tekst.to_lowercase();
        if klein.contains(&MERK.to_lowercase()) {
            fout.push("een medische tekst".to_owned());
        }
        if { klein.split(|teken: char| !teken.is_ascii_digit()) }
            .any(|it| self.nummers.contains(it))
        {
            fout.push("een nummer".to_owned());
        }
        let zonder_eigen =
            self.namen.get(aan).map_or(klein.clone(), |eigen| klein.replace(eigen, ""));
        if self.herkenbaar.iter().any(|naam| zonder_eigen.contains(naam)) {
            fout.push("een naam".to_owned());
        }
        fout
    }
}

/// Every text of a mail as its receiver sees it: subject, people, text and HTML; none for what is something else.
fn teksten<'a>(brief: &'a Message<'a>) -> Vec<Option<Cow<'a, str>>> {
    let onderwerp = brief.subject().map(Cow::from);
    let adressen = [brief.from(), brief.to()].into_iter().flatten();
    let mensen = adressen.flat_map(|rij| rij.iter()).filter_map(|wie| wie.name()).map(Cow::from);
    let delen = brief.parts.iter().filter_map(|deel| match &deel.body {
        PartType::Text(tekst) | PartType::Html(tekst) => Some(Some(tekst.clone())),
        PartType::Multipart(_) => None,
        PartType::Binary(_) | PartType::InlineBinary(_) | PartType::Message(_) => Some(None),
    });
    onderwerp.into_iter().chain(mensen).map(Some).chain(delen).collect()
}
