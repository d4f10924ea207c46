//! Tests of the exceptions for one dossier.

use uuid::Uuid;

use super::{
    Afwijking, Beperking, Command, Gegevens, Grond, Handeling, RedenBeperking, RedenToets, Toets,
    decide, evolve, replay,
};
use crate::bevoegdheid::{Einde, Geldigheid, Weigering};
use crate::mijlpaal::voorbeeld::{dag, stuk};
use crate::{AccountId, Secties};

const VANDAAG: &str = "2025-06-02";

fn account(nummer: u128) -> AccountId {
    AccountId(Uuid::from_u128(nummer))
}

fn tot(laatste: &str) -> Geldigheid {
    Geldigheid { van: dag(VANDAAG), tot_en_met: Some(dag(laatste)) }
}

fn afwijking() -> Afwijking {
    Afwijking {
        stuk: stuk(1),
        account: account(7),
        goedgekeurd_door: account(8),
        gegevens: Gegevens::ReIntegratie,
        handeling: Handeling::Lezen,
        grond: Grond::Klacht,
        geldig: tot("2025-06-30"),
    }
}

fn toets() -> Toets {
    Toets {
        stuk: stuk(3),
        account: account(7),
        collega: account(9),
        reden: RedenToets::Steekproef,
        geldig: tot("2025-06-30"),
    }
}

fn keur_goed(afwijking: Afwijking) -> Command {
    Command::KeurAfwijkingGoed(Secties::proces(afwijking))
}

fn weigering(opdracht: Command) -> Weigering {
    decide(&replay(&[]), opdracht, dag(VANDAAG)).unwrap_err()
}

#[test]
fn wat_afwijkt_geldt_tot_het_eindigt_en_elke_opdracht_mag_twee_keer() {
    let einde = |nummer, recht| {
        let a = Einde { stuk: stuk(nummer), recht: stuk(recht), per: dag("2025-06-10") };
        Secties::proces(a)
    };
    let reden = RedenBeperking::JuistheidBetwist;
    let beperking = Beperking { stuk: stuk(5), reden, geldig: Geldigheid::vanaf(dag(VANDAAG)) };
    let mut staat = replay(&[]);
    for opdracht in [
        keur_goed(afwijking()),
        Command::TrekAfwijkingIn(einde(2, 1)),
        Command::WijsToetsToe(Secties::proces(toets())),
        Command::BeeindigToets(einde(4, 3)),
        Command::BeperkVerwerking(Secties::proces(beperking)),
        Command::HefBeperkingOp(einde(6, 5)),
    ] {
        let nieuw = decide(&staat, opdracht.clone(), dag(VANDAAG)).unwrap();
        staat = nieuw.iter().fold(staat, evolve);
        assert_eq!(decide(&staat, opdracht, dag(VANDAAG)), Ok(vec![]));
    }
    let geldt = |op: &str| {
        let op = dag(op);
        let afwijkingen = staat.afwijkingen.op(op).count();
        afwijkingen + staat.toetsen.op(op).count() + staat.beperkingen.op(op).count()
    };
    assert_eq!((geldt("2025-06-09"), geldt("2025-06-10")), (3, 0));
}

#[test]
fn de_directeur_keurt_geen_afwijking_voor_zichzelf_goed() {
    let eigen = Afwijking { account: account(8), ..afwijking() };
    assert_eq!(weigering(keur_goed(eigen)), Weigering::EigenBelang);
}

#[test]
fn een_afwijking_tot_2099_wordt_geweigerd() {
    let nee = weigering(keur_goed(Afwijking { geldig: tot("2099-12-31"), ..afwijking() }));
    assert_eq!(nee, Weigering::TeLang { hoogstens_dagen: 366 });
    let zonder = Geldigheid::vanaf(dag(VANDAAG));
    let nee = weigering(keur_goed(Afwijking { geldig: zonder, ..afwijking() }));
    assert_eq!(nee, Weigering::EindeOntbreekt);
}

#[test]
fn niemand_toetst_het_eigen_werk_en_een_toets_is_kort() {
    let eigen = Toets { collega: account(7), ..toets() };
    assert_eq!(weigering(Command::WijsToetsToe(Secties::proces(eigen))), Weigering::EigenBelang);
    let lang = Toets { geldig: tot("2025-12-31"), ..toets() };
    let nee = weigering(Command::WijsToetsToe(Secties::proces(lang)));
    assert_eq!(nee, Weigering::TeLang { hoogstens_dagen: 92 });
}
