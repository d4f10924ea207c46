//! Who looked into a dossier, in words.

use wvp_domain::leeslog::{Actie, Uitkomst};
use wvp_domain::{Categorie, Compartiment};
use wvp_engine::Leesregel;

use crate::dossier::Inzageregel;
use crate::kader::{Kader, functie_van_woorden};

pub(crate) fn regel(k: &Kader, regel: &Leesregel) -> Inzageregel {
    let vraag = &regel.vraag;
    Inzageregel {
        tijdstip: k.tijdstip(regel.moment),
        functie: functie_van_woorden(k.taal, &vraag.lezer),
        actie: k.zeg(match vraag.actie {
            Actie::Lezen => "inzage-lezen",
            Actie::Verslag => "inzage-verslag",
            Actie::Vastleggen => "inzage-vastleggen",
            Actie::LeeslogLezen => "inzage-leeslog",
            Actie::RechtenNagaan => "inzage-rechten",
        }),
        gegevens: gegevens(k, &vraag.compartimenten),
        geweigerd: vraag.uitkomst == Uitkomst::Geweigerd,
        account: vraag.account.0,
        naam: None,
    }
}

/// Which kinds of data were opened, each once.
fn gegevens(k: &Kader, nummers: &[u8]) -> String {
    let open = Compartiment::ALLE.into_iter().filter(|it| nummers.contains(&it.nummer()));
    let mut soorten: Vec<Categorie> = open.map(Compartiment::categorie).collect();
    soorten.sort_unstable();
    soorten.dedup();
    let woorden: Vec<String> = soorten.into_iter().map(|it| categorie(k, it)).collect();
    woorden.join(", ")
}

/// A kind of data, as people call it.
pub(crate) fn categorie(k: &Kader, categorie: Categorie) -> String {
    k.zeg(match categorie {
        Categorie::A => "gegevens-a",
        Categorie::B => "gegevens-b",
        Categorie::C => "gegevens-c",
        Categorie::D => "gegevens-d",
        Categorie::Factuur => "gegevens-factuur",
    })
}
