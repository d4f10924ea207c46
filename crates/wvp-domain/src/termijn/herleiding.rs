//! How a date came about, as data: the same steps that `uitleg` says in words.

pub mod stappen;

pub use stappen::{
    AndereRij, Ankerdag, Begrenzing, DagMetNaam, ExtraDagen, Gekozen, Herleiding, Lengte, Regel,
    Rol, Stuk, StukSoort, Verschoven, Verval, VrijeDag,
};

use super::stand::Rijstand;
use super::{
    Aard, Basis, Duur, Geval, Grens, Kracht, Peil, Reden, Termijn, TermijnId, Verschuiving,
    Vervalgrond, tabel,
};
use crate::wachttijd::Onderbreking;
use crate::{Datum, kalender};

/// Every step of one filled-in row.
#[must_use]
pub fn herleiding(geval: &Geval, stand: &Rijstand) -> Herleiding {
    let rij = stand.rij;
    Herleiding {
        regel: regel(geval, stand),
        anker: Ankerdag { naam: rij.vanaf.naam, dag: stand.anker },
        verschuiving: rij.vanaf.schuift.then(|| verschuiving(geval)).flatten(),
        duur: lengte(rij.uiterlijk),
        geteld: stand.einde.geteld,
        grens: stand.einde.begrensd.map(|(grens, dag)| begrenzing(grens, dag)),
        extra: extra(stand),
        rol: rol(stand),
        slotgrens: stand.einde.slot.map(|(grens, dag)| begrenzing(grens, dag)),
        vrije_dag: vrije_dag(stand),
        eigen_telling_vanaf: eigen_telling(geval, stand),
        wacht_op_verlof_tot_en_met: verlof_voor_loonsanctie(geval, stand),
        begint_later_dagen: begint_later(geval, stand),
        gaat_niet_in: gaat_niet_in(stand),
        vervallen: (stand.status == super::Status::Vervallen).then(|| verval(geval, stand)),
        in_plaats_van: in_plaats_van(geval, stand),
        vervangen_door: vervangen_door(geval, stand),
        eerdere_versies: eerdere_versies(geval, stand),
        keuze: gekozen(geval, rij),
    }
}

fn regel(geval: &Geval, stand: &Rijstand) -> Regel {
    let rij = stand.rij;
    let [in_kracht_van, tot_en_met] = in_kracht(rij.kracht);
    Regel {
        omschrijving: rij.omschrijving,
        geldt: rij.geldt.naam,
        in_kracht_van: in_kracht_van.unwrap_or_default(),
        in_kracht_tot_en_met: tot_en_met,
        gekozen_op: match rij.kracht.peil {
            Peil::VerschovenEersteZiektedag => "verschoven_eerste_ziektedag",
            Peil::EigenUiterlijk => "uiterlijk",
        },
        peildag: match rij.kracht.peil {
            Peil::VerschovenEersteZiektedag => geval.d_ster,
            Peil::EigenUiterlijk => stand.uiterlijk(),
        },
    }
}

fn in_kracht(kracht: Kracht) -> [Option<String>; 2] {
    let dag = |(jaar, maand, dag): (i32, u32, u32)| format!("{jaar:04}-{maand:02}-{dag:02}");
    [Some(dag(kracht.van)), kracht.tot_en_met.map(dag)]
}

/// Why D* is later than D; nothing when it is not.
fn verschuiving(geval: &Geval) -> Option<Verschoven> {
    let gaten = geval.keten.onderbrekingen.iter().flat_map(|gat| in_stukken(geval, *gat));
    let verlof = geval.keten.verlof.iter().map(|verlof| Stuk {
        soort: StukSoort::Verlof,
        van: verlof.van,
        tot_en_met: verlof.tot_en_met,
        dagen: verlof.dagen(),
    });
    let door: Vec<Stuk> = gaten.chain(verlof).collect();
    let (van, naar) = (geval.keten.eerste_ziektedag, geval.d_ster);
    (!door.is_empty()).then(|| Verschoven { van, naar, dagen: van.dagen_tot(naar), door })
}

/// A gap, cut where leave begins and ends.
fn in_stukken(geval: &Geval, gat: Onderbreking) -> Vec<Stuk> {
    let stuk = |soort, van: Datum, tot: Datum| Stuk {
        soort,
        van,
        tot_en_met: tot.vorige(),
        dagen: van.dagen_tot(tot),
    };
    let (mut stukken, mut dag) = (vec![], gat.van);
    for verlof in &geval.keten.onderbrekend_verlof {
        let (van, tot) = (verlof.van.max(dag), verlof.tot_en_met.volgende().min(gat.tot));
        if van < tot {
            stukken.push(stuk(StukSoort::Hersteld, dag, van));
            stukken.push(stuk(StukSoort::VerlofAlsOnderbreking, van, tot));
            dag = tot;
        }
    }
    stukken.push(stuk(StukSoort::Hersteld, dag, gat.tot));
    stukken.retain(|stuk| stuk.dagen > 0);
    stukken
}

fn verval(geval: &Geval, stand: &Rijstand) -> Verval {
    let door_herstel = stand.vervallen_door == Some(Vervalgrond::Herstel);
    let door_verlof = door_herstel
        && stand.vervallen_vanaf.is_some_and(|dag| {
            geval.keten.onderbrekend_verlof.iter().any(|verlof| verlof.van == dag)
        });
    let wacht_tot = geval.uiterlijk(TermijnId::EindeKeten, Basis::Wet);
    let definitief = door_herstel && wacht_tot.is_some_and(|dag| dag < geval.peildatum);
    let (door, vanaf) = (stand.vervallen_door, stand.vervallen_vanaf);
    Verval { door, vanaf, door_verlof, definitief }
}

/// Days of delay before a loonsanctie that was imposed.
fn begint_later(geval: &Geval, stand: &Rijstand) -> Option<i32> {
    let dagen = geval.vertraging_wia();
    (stand.rij.id == TermijnId::EindeLoonsanctie && dagen > 0).then_some(dagen)
}

fn gaat_niet_in(stand: &Rijstand) -> bool {
    let begin = stand.vroegst.filter(|_| stand.rij.id == TermijnId::EindeLoonsanctie);
    begin.is_some_and(|begin| stand.uiterlijk() < begin)
}

fn lengte(duur: Duur) -> Lengte {
    match duur {
        Duur::Dagen(dagen) => Lengte::Dagen(dagen),
        Duur::DagenTerug(dagen) => Lengte::DagenTerug(dagen),
        Duur::Werkdagen(aantal) => Lengte::Werkdagen(aantal),
        Duur::Maanden(maanden) => Lengte::Maanden(maanden),
        Duur::DagVoorJaren(jaren) => Lengte::JarenMinEenDag(jaren),
    }
}

fn begrenzing(grens: &Grens, dag: Datum) -> Begrenzing {
    match grens {
        Grens::NooitLaterDan(anker, _) => {
            Begrenzing { soort: "nooit_later", anker: anker.naam, dag }
        }
        Grens::NooitEerderDan(anker, _) => {
            Begrenzing { soort: "nooit_eerder", anker: anker.naam, dag }
        }
    }
}

fn extra(stand: &Rijstand) -> Vec<ExtraDagen> {
    stand.einde.extra.iter().map(|(naam, dagen)| ExtraDagen { naam, dagen: *dagen }).collect()
}

fn rol(stand: &Rijstand) -> Option<Rol> {
    let (van, laatste) = (ongeschoven(stand), &stand.einde.laatste);
    if van == laatste.naar || stand.einde.slot.is_some() {
        return None;
    }
    let regel = match stand.rij.verschuiving {
        Verschuiving::Uwv => "UWV rekent met werkdagen",
        Verschuiving::Atw | Verschuiving::AtwMetEersteDag | Verschuiving::Geen => {
            "Algemene termijnenwet"
        }
    };
    let overgeslagen: Vec<DagMetNaam> =
        laatste.wegens.iter().map(|(dag, naam)| DagMetNaam { dag: *dag, naam }).collect();
    let gesprongen = usize::try_from(van.dagen_tot(laatste.naar)).unwrap_or(usize::MAX);
    let twee_werkdagen = gesprongen != overgeslagen.len();
    Some(Rol { regel, van, naar: laatste.naar, overgeslagen, twee_werkdagen })
}

/// The last day before any roll.
fn ongeschoven(stand: &Rijstand) -> Datum {
    let dag = stand.einde.begrensd.map_or(stand.einde.geteld, |(_, dag)| dag);
    stand.einde.extra.iter().fold(dag, |dag, (_, dagen)| dag.plus(*dagen))
}

fn vrije_dag(stand: &Rijstand) -> Option<VrijeDag> {
    // A relapse cannot be answered before it comes.
    let kan_eerder = stand.rij.id != TermijnId::BijstellingProbleemanalyse;
    let waarschuwt = kan_eerder && stand.rij.aard == Aard::Plicht;
    let naam = kalender::vrije_dag(stand.uiterlijk()).filter(|_| waarschuwt)?;
    Some(VrijeDag { naam, werkdag_ervoor: kalender::vorige_werkdag(stand.uiterlijk()) })
}

/// Where the clock of the opzegverbod starts when it differs.
fn eigen_telling(geval: &Geval, stand: &Rijstand) -> Option<Datum> {
    let eigen_klok = stand.rij.id == TermijnId::EindeOpzegverbod && stand.rij.vanaf.schuift;
    Some(stand.anker).filter(|anker| eigen_klok && *anker != geval.d_ster)
}

/// The leave that a loonsanctie waits for.
fn verlof_voor_loonsanctie(geval: &Geval, stand: &Rijstand) -> Option<Datum> {
    let zonder_verlof = geval.einde_loon_zonder_sanctie().volgende();
    let wacht = stand.rij.id == TermijnId::EindeLoonsanctie && stand.anker != zonder_verlof;
    wacht.then(|| stand.anker.vorige())
}

fn in_plaats_van(geval: &Geval, stand: &Rijstand) -> Option<AndereRij> {
    let ander = match stand.rij.basis {
        Basis::Brief => geval.rij(stand.rij.id, Basis::Wet),
        Basis::Wet | Basis::Praktijk | Basis::PraktijkUwv | Basis::Intern => {
            tabel::gewone_rij(geval, stand.rij).filter(|_| !stand.rij.geldt.is_gewoon)
        }
    };
    andere(geval, ander?).filter(|ander| ander.uiterlijk != stand.uiterlijk())
}

fn vervangen_door(geval: &Geval, stand: &Rijstand) -> Option<AndereRij> {
    let brief = geval.rij(stand.rij.id, Basis::Brief).filter(|_| stand.rij.basis != Basis::Brief);
    andere(geval, brief?)
}

fn eerdere_versies(geval: &Geval, stand: &Rijstand) -> Vec<AndereRij> {
    tabel::eerdere_versies(geval, stand.rij).filter_map(|rij| andere(geval, rij)).collect()
}

fn andere(geval: &Geval, rij: &Termijn) -> Option<AndereRij> {
    Some(AndereRij {
        grondslag: [rij.grondslag.regel, rij.grondslag.bron],
        basis: rij.basis,
        geldt: rij.geldt.naam,
        in_kracht: in_kracht(rij.kracht),
        uiterlijk: rij.uiterlijk_in(geval)?,
    })
}

fn gekozen(geval: &Geval, rij: &Termijn) -> Option<Gekozen> {
    let Some(Reden::Keuze(id)) = rij.reden else { return None };
    let antwoord = geval.verloop.keuzes.antwoord(id)?;
    Some(Gekozen { id, antwoord: antwoord.naam, reden: antwoord.reden })
}
