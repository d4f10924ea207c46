//! Every check can fail: whatever is falsified in a game without faults is found.

use tests::merk::MERK;
use tests::voorraad::mensen::{bsn, email, naam};
use tests::voorraad::{levenslopen, periode};
use uuid::Uuid;
use wvp_domain::dag::sluit;
use wvp_domain::{Datum, Dossier, Event, TermijnId, decide, evolve};

use crate::brieven::{Kring, per_id};
use crate::logboek::Vastgelegd;
use crate::wet::{afwijkingen, misplaatst};

/// A dossier as the law makes it, day by day, without a store: of somebody who is late with everything, recovers,
/// and sees the dossier closed.
fn zuiver() -> Vec<Vastgelegd> {
    let (_, laatste) = periode();
    let alle = levenslopen(crate::SEED, 40).into_iter().map(|levensloop| {
        let (mut dossier, mut feiten) = (Dossier::default(), vec![]);
        let mut dag = levensloop.begin;
        while dag <= laatste {
            let mut vandaag = vec![];
            for stap in levensloop.stappen_op(dag).unwrap() {
                for event in decide(&dossier, stap.wat, dag).unwrap_or_default() {
                    dossier = evolve(dossier, &event);
                    vandaag.push(event);
                }
            }
            for event in sluit(&dossier, dag) {
                dossier = evolve(dossier, &event);
                vandaag.push(event);
            }
            feiten.extend(vandaag.into_iter().map(|event| Vastgelegd {
                id: Uuid::nil(),
                op: dag,
                event,
            }));
            dag = dag.volgende();
        }
        feiten
    });
    let heeft =
        |feiten: &[Vastgelegd], past: fn(&Event) -> bool| feiten.iter().any(|it| past(&it.event));
    alle.into_iter()
        .find(|feiten| {
            heeft(feiten, |it| matches!(it, Event::DossierGesloten(_)))
                && heeft(feiten, |it| matches!(it, Event::ProbleemanalyseVastgesteld(_)))
                && waar_herinnerd(feiten, TermijnId::Probleemanalyse).is_some()
        })
        .unwrap()
}

fn waar_herinnerd(feiten: &[Vastgelegd], termijn: TermijnId) -> Option<usize> {
    feiten.iter().position(
        |it| matches!(&it.event, Event::HerinneringGegeven(e) if e.a.sleutel.termijn == termijn),
    )
}

fn op_de_dag(feit: &Vastgelegd, op: Datum) -> Vastgelegd {
    let mut feit = Vastgelegd { op, ..feit.clone() };
    if let Event::HerinneringGegeven(e) = &mut feit.event {
        e.a.gegeven_op = op;
    }
    feit
}

#[test]
fn wat_klopt_valt_niet_op() {
    let feiten = zuiver();
    assert_eq!(afwijkingen(&feiten, periode().1), [""; 0]);
    assert_eq!(misplaatst(&feiten), [""; 0]);
}

#[test]
fn een_herinnering_die_ontbreekt_dubbel_of_op_een_andere_dag_is_valt_op() {
    let feiten = zuiver();
    let waar = waar_herinnerd(&feiten, TermijnId::Probleemanalyse).unwrap();
    let afwijkend = |feiten: &[Vastgelegd]| afwijkingen(feiten, periode().1).join("; ");
    let mut zonder = feiten.clone();
    zonder.remove(waar);
    assert!(afwijkend(&zonder).contains("ontbreekt"), "{}", afwijkend(&zonder));
    let mut dubbel = feiten.clone();
    dubbel.insert(waar, feiten[waar].clone());
    assert!(afwijkend(&dubbel).contains("niet even vaak"), "{}", afwijkend(&dubbel));
    assert!(misplaatst(&dubbel).concat().contains("voor de tweede keer"));
    let mut later = feiten.clone();
    later[waar] = op_de_dag(&feiten[waar], feiten[waar].op.volgende());
    let gezegd = afwijkend(&later);
    assert!(gezegd.contains("onverwacht") && gezegd.contains("ontbreekt"), "{gezegd}");
}

#[test]
fn een_herinnering_na_gedaan_na_herstel_of_na_sluiting_valt_op() {
    let feiten = zuiver();
    let herinnering = &feiten[waar_herinnerd(&feiten, TermijnId::Probleemanalyse).unwrap()];
    let na = |past: fn(&Event) -> bool| {
        let waar = feiten.iter().rposition(|it| past(&it.event)).unwrap();
        let mut vervalst = feiten.clone();
        vervalst.retain(|it| it.event != herinnering.event);
        let waar = waar.min(vervalst.len() - 1);
        vervalst.insert(waar + 1, op_de_dag(herinnering, feiten[waar].op));
        misplaatst(&vervalst).join("; ")
    };
    let gedaan = na(|it| matches!(it, Event::ProbleemanalyseVastgesteld(_)));
    assert!(gedaan.contains("na gedaan"), "{gedaan}");
    let hersteld = na(|it| matches!(it, Event::HersteldGemeld(_)));
    assert!(hersteld.contains("na herstel"), "{hersteld}");
    let gesloten = na(|it| matches!(it, Event::DossierGesloten(_)));
    assert!(gesloten.contains("na sluiting"), "{gesloten}");
}

/// A mail to the first employee.
fn brief(onderwerp: &str, tekst: &str) -> Vec<u8> {
    let (id, aan) = (Uuid::from_u128(1), email(0));
    let kop =
        format!("From: Post <post@arbodebrug.example>\r\nTo: {aan}\r\nSubject: {onderwerp}\r\n");
    let soort = "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8";
    format!("{kop}Message-ID: <{id}@arbodebrug.example>\r\n{soort}{tekst}\r\n").into_bytes()
}

fn gewoon(tekst: &str) -> Vec<u8> {
    brief("Er staat een stap voor u klaar", &format!("\r\n\r\n{tekst}"))
}

#[test]
fn een_naam_nummer_merk_of_woord_over_ziekte_in_een_mail_valt_op() {
    let kring = Kring::new(3);
    let eigen = format!("Beste {},", naam(0));
    assert_eq!(kring.verraad(&gewoon(&eigen)), [""; 0]);
    for verraad in [
        format!("{} Over {}.", eigen, naam(1)),
        "Overleg met Hoekstra.".to_owned(),
        format!("Nummer {}.", bsn(2).unwrap().cijfers()),
        format!("Notitie {MERK}-0001-"),
        "U heeft griep.".to_owned(),
    ] {
        assert!(!kring.verraad(&gewoon(&verraad)).is_empty(), "{verraad}");
    }
    assert!(!kring.verraad(&brief(&naam(0), "\r\n\r\nDag")).is_empty(), "eigen naam als onderwerp");
}

#[test]
fn ook_wat_gecodeerd_is_valt_op() {
    let kring = Kring::new(3);
    // "Beste J. Naamteken-0001," and "U heeft griep." in base64; the name with a soft line end within it.
    for gecodeerd in [
        "\r\nContent-Transfer-Encoding: base64\r\n\r\nQmVzdGUgSi4gTmFhbXRla2VuLTAwMDEs",
        "\r\nContent-Transfer-Encoding: base64\r\n\r\nVSBoZWVmdCBncmllcC4=",
        "\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nJ. Naam=\r\nteken-0001",
    ] {
        assert!(!kring.verraad(&brief("Dag", gecodeerd)).is_empty(), "{gecodeerd}");
    }
    let onderwerp = "=?utf-8?B?Si4gTmFhbXRla2VuLTAwMDE=?=";
    assert!(!kring.verraad(&brief(onderwerp, "\r\n\r\nDag")).is_empty());
}

#[test]
fn een_herhaling_die_anders_is_valt_op() {
    let (eerste, zelfde, anders) = (gewoon("Dag"), gewoon("Dag"), gewoon("Dag!"));
    let (keren, fout) = per_id(&[eerste.clone(), zelfde]);
    assert_eq!((keren.into_values().collect(), fout.len()), (vec![2], 0));
    assert_eq!(per_id(&[eerste, anders]).1.len(), 1);
}
