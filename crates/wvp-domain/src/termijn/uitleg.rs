//! How a date came about, in plain Dutch: anchor, length, shift, bound, roll, choice.

use super::stand::{Rijstand, Status};
use super::{Aard, Duur, Geval, Grens, TermijnId, Verschuiving, Vervalgrond};
use crate::kalender;
use crate::wachttijd::Verlofperiode;

/// Explains one filled-in row.
#[must_use]
pub fn uitleg(geval: &Geval, stand: &Rijstand) -> String {
    let zinnen = [
        Some(stand.rij.omschrijving.to_owned()),
        Some(telling(geval, stand)),
        stand.rij.vanaf.schuift.then(|| verschuiving(geval)).flatten(),
        zwangerschap(geval, stand),
        verlof_voor_loonsanctie(geval, stand),
        begrenzing(stand),
        toevoeging(stand),
        werkdagen(stand),
        verval(stand),
        stand.rij.keuze.map(str::to_owned),
    ];
    zinnen.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Words for a length: "42 dagen na", "91 dagen voor".
#[must_use]
pub fn duur(duur: Duur) -> String {
    match duur {
        Duur::Dagen(0) => "op".to_owned(),
        Duur::Dagen(1) => "1 dag na".to_owned(),
        Duur::Dagen(dagen) => format!("{dagen} dagen na"),
        Duur::DagenTerug(dagen) => format!("{dagen} dagen voor"),
        Duur::Maanden(maanden) => format!("{maanden} maanden na"),
        Duur::DagVoorJaren(jaren) => format!("de dag voor {jaren} jaar na"),
    }
}

fn telling(geval: &Geval, stand: &Rijstand) -> String {
    let (naam, anker) = (stand.rij.vanaf.naam, stand.anker.voluit());
    let (geteld, duur) = (stand.einde.geteld.voluit(), duur(stand.rij.uiterlijk));
    let verschoven = stand.rij.vanaf.schuift && geval.d_ster != geval.keten.eerste_ziektedag;
    let anker = if verschoven { format!("verschoven: {anker}") } else { anker };
    if stand.einde.geteld == stand.anker {
        format!("Dit is {naam}: {geteld}.")
    } else {
        format!("Gerekend {duur} {naam} ({anker}): {geteld}.")
    }
}

/// Why D* is later than D; nothing when it is not.
fn verschuiving(geval: &Geval) -> Option<String> {
    let gaten = geval.keten.onderbrekingen.iter().filter(|gat| gat.dagen() > 0).map(|gat| {
        let tot_en_met = gat.tot.vorige().voluit();
        format!("{} hersteld van {} tot en met {tot_en_met}", dagen(gat.dagen()), gat.van.voluit())
    });
    let verlof = geval.keten.verlof.iter().map(|verlof| {
        let (van, tot_en_met) = (verlof.van.voluit(), verlof.tot_en_met.voluit());
        format!("{} verlof van {van} tot en met {tot_en_met}", dagen(Verlofperiode::dagen(verlof)))
    });
    let delen: Vec<String> = gaten.chain(verlof).collect();
    let totaal = geval.keten.eerste_ziektedag.dagen_tot(geval.d_ster);
    (!delen.is_empty()).then(|| {
        let (eerste, nieuw) = (geval.keten.eerste_ziektedag.voluit(), geval.d_ster.voluit());
        let delen = delen.join("; ");
        format!("De eerste ziektedag {eerste} schuift {} naar {nieuw}: {delen}.", dagen(totaal))
    })
}

/// Where the clock of the opzegverbod starts when it differs.
fn zwangerschap(geval: &Geval, stand: &Rijstand) -> Option<String> {
    let eigen_klok = stand.rij.id == TermijnId::EindeOpzegverbod && stand.rij.vanaf.schuift;
    (eigen_klok && stand.anker != geval.d_ster).then(|| {
        let begin = stand.anker.voluit();
        format!("Ziekte door zwangerschap telt hier niet mee: de telling begint op {begin}.")
    })
}

/// The leave that a loonsanctie waits for.
fn verlof_voor_loonsanctie(geval: &Geval, stand: &Rijstand) -> Option<String> {
    let zonder_verlof = geval.einde_loon_zonder_sanctie().volgende();
    let wacht = stand.rij.id == TermijnId::EindeLoonsanctie && stand.anker != zonder_verlof;
    wacht.then(|| {
        let tot_en_met = stand.anker.vorige().voluit();
        format!("De loonsanctie wacht op het verlof tot en met {tot_en_met}.")
    })
}

fn begrenzing(stand: &Rijstand) -> Option<String> {
    let (grens, dag) = stand.einde.begrensd?;
    let (anker, woord) = match grens {
        Grens::NooitLaterDan(anker, _) => (anker, "later"),
        Grens::NooitEerderDan(anker, _) => (anker, "eerder"),
    };
    Some(format!("Nooit {woord} dan {}, gerekend vanaf {}.", dag.voluit(), anker.naam))
}

fn toevoeging(stand: &Rijstand) -> Option<String> {
    let delen: Vec<String> = stand
        .einde
        .extra
        .iter()
        .map(|(naam, aantal)| {
            let richting = if *aantal < 0 { "eerder" } else { "later" };
            format!("{} {richting} door {naam}", dagen(aantal.saturating_abs()))
        })
        .collect();
    (!delen.is_empty()).then(|| format!("Dat wordt {}.", delen.join(" en ")))
}

/// The days jumped over with their names; or a warning that the term does not move.
fn werkdagen(stand: &Rijstand) -> Option<String> {
    let laatste = &stand.einde.laatste;
    if let Some((eerste, _)) = laatste.wegens.first() {
        let namen: Vec<&str> = laatste.wegens.iter().map(|(_, naam)| *naam).collect();
        let namen = namen.join(", ");
        let regel = match stand.rij.verschuiving {
            Verschuiving::Uwv => "UWV rekent met werkdagen",
            Verschuiving::Atw | Verschuiving::AtwMetEersteDag | Verschuiving::Geen => {
                "Algemene termijnenwet"
            }
        };
        let (van, naar) = (eerste.voluit(), laatste.naar.voluit());
        let zin = format!("{van} is geen werkdag ({namen}): de dag wordt {naar} ({regel}).");
        let overgeslagen = usize::try_from(ongeschoven(stand).dagen_tot(laatste.naar)).ok();
        return if overgeslagen == Some(laatste.wegens.len()) {
            Some(zin)
        } else {
            Some(format!("{zin} In de termijn liggen ten minste twee werkdagen."))
        };
    }
    if laatste.naar != ongeschoven(stand) {
        let naar = laatste.naar.voluit();
        return Some(format!(
            "Met twee werkdagen in de termijn wordt dat {naar} (Algemene termijnenwet)."
        ));
    }
    // A relapse cannot be answered before it comes.
    let kan_eerder = stand.rij.id != TermijnId::BijstellingProbleemanalyse;
    let waarschuwt = kan_eerder && stand.rij.aard == Aard::Plicht;
    let naam = kalender::vrije_dag(laatste.naar).filter(|_| waarschuwt)?;
    let vorige = kalender::vorige_werkdag(laatste.naar).voluit();
    let dag = laatste.naar.voluit();
    Some(format!(
        "{dag} is geen werkdag ({naam}) en de termijn schuift niet: de werkdag ervoor is {vorige}."
    ))
}

fn ongeschoven(stand: &Rijstand) -> crate::Datum {
    let dag = stand.einde.begrensd.map_or(stand.einde.geteld, |(_, dag)| dag);
    stand.einde.extra.iter().fold(dag, |dag, (_, dagen)| dag.plus(*dagen))
}

fn verval(stand: &Rijstand) -> Option<String> {
    if stand.status != Status::Vervallen {
        return None;
    }
    let zin = match stand.vervallen_door {
        Some(Vervalgrond::Herstel) => {
            "Opgeschort door herstel; herleeft bij uitval binnen vier weken.".to_owned()
        }
        Some(
            grond @ (Vervalgrond::Aow
            | Vervalgrond::UitDienst
            | Vervalgrond::Iva
            | Vervalgrond::EindeLoondoorbetaling),
        ) => format!("Vervallen door: {}.", grond.naam()),
        None => "De uiterste dag is voorbij.".to_owned(),
    };
    Some(zin)
}

fn dagen(aantal: i32) -> String {
    if aantal == 1 { "1 dag".to_owned() } else { format!("{aantal} dagen") }
}
