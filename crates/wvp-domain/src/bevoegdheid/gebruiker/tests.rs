//! Tests of accounts and functions.

use uuid::Uuid;

use super::{
    Bevestiging, Blokkade, Command, Event, Functie, Geheimhouding, Geregistreerd, Opheffing,
    Persoon, RedenBlokkade, Registratie, Taakgebied, decide, evolve, replay,
};
use crate::bevoegdheid::{Einde, Geldigheid, Organisatie, Weigering};
use crate::mijlpaal::voorbeeld::{NAAM, TEKST, dag, stuk, tekst};
use crate::{OrganisatieId, Secties};

const VANDAAG: &str = "2025-06-02";

fn registratie(nummer: u128) -> Registratie {
    let a = Geregistreerd { stuk: stuk(nummer), per: dag("2025-01-06"), werknemer: None };
    Secties::proces(a).met_d(Persoon { naam: NAAM.to_owned(), email: tekst() })
}

fn functie(nummer: u128, taakgebied: Taakgebied, van: &str, tot: Option<&str>) -> Command {
    Command::KenFunctieToe(Secties::proces(Functie {
        stuk: stuk(nummer),
        lezer: "verzekeraar/claimbeoordelaar".to_owned(),
        taakgebied,
        organisatie: Organisatie::Overig(OrganisatieId(Uuid::from_u128(nummer))),
        geldig: Geldigheid { van: dag(van), tot_en_met: tot.map(dag) },
    }))
}

fn einde(nummer: u128, recht: u128, per: &str) -> Command {
    let a = Einde { stuk: stuk(nummer), recht: stuk(recht), per: dag(per) };
    Command::BeeindigFunctie(Secties::proces(a))
}

/// The facts after these commands, each accepted, and each empty the second time.
fn na(opdrachten: Vec<Command>) -> Vec<Event> {
    let mut feiten = vec![];
    for opdracht in opdrachten {
        let nieuw = decide(&replay(&feiten), opdracht.clone(), dag(VANDAAG)).unwrap();
        feiten.extend(nieuw);
        assert_eq!(decide(&replay(&feiten), opdracht, dag(VANDAAG)), Ok(vec![]));
    }
    feiten
}

fn weigering(eerst: Vec<Command>, dan: Command) -> Weigering {
    decide(&replay(&na(eerst)), dan, dag(VANDAAG)).unwrap_err()
}

fn geregistreerd() -> Command {
    Command::RegistreerAccount(registratie(1))
}

#[test]
fn elke_opdracht_mag_twee_keer() {
    let feiten = na(vec![
        geregistreerd(),
        functie(2, Taakgebied::Claims, "2025-01-06", None),
        einde(3, 2, VANDAAG),
        Command::TekenGeheimhouding(Secties::proces(Geheimhouding {
            stuk: stuk(4),
            getekend_op: dag("2025-01-06"),
        })),
        Command::BlokkeerAccount(Secties::proces(Blokkade {
            stuk: stuk(5),
            reden: RedenBlokkade::Beveiliging,
        })),
        Command::HefBlokkadeOp(Secties::proces(Opheffing { stuk: stuk(6) })),
        Command::BevestigRecht(Secties::proces(Bevestiging {
            stuk: stuk(7),
            recht: stuk(2),
            op: dag(VANDAAG),
        })),
    ]);
    assert_eq!(feiten.len(), 7);
}

#[test]
fn een_account_heeft_een_naam_en_bestaat_een_keer() {
    let leeg = Command::RegistreerAccount(Secties::proces(registratie(1).a));
    assert_eq!(weigering(vec![], leeg), Weigering::InhoudOntbreekt);
    let nog_eens = Command::RegistreerAccount(registratie(2));
    assert_eq!(weigering(vec![geregistreerd()], nog_eens), Weigering::AlGeregistreerd);
}

#[test]
fn zonder_account_geen_functie() {
    let opdracht = functie(2, Taakgebied::Claims, "2025-01-06", None);
    assert_eq!(weigering(vec![], opdracht), Weigering::NietGeregistreerd);
}

#[test]
fn een_stuk_dient_maar_een_keer() {
    let eerst = vec![geregistreerd(), functie(2, Taakgebied::Claims, "2025-01-06", None)];
    let ander = functie(2, Taakgebied::Claims, "2025-01-07", None);
    assert_eq!(weigering(eerst, ander), Weigering::StukAlBekend { stuk: stuk(2) });
}

#[test]
fn een_persoon_beoordeelt_nooit_claims_en_begeleidt_re_integratie() {
    for (een, twee) in [
        (Taakgebied::Claims, Taakgebied::ReIntegratie),
        (Taakgebied::Claims, Taakgebied::MedischAdvies),
        (Taakgebied::Claims, Taakgebied::MedischeStaf),
        (Taakgebied::Claims, Taakgebied::Verzuimbegeleiding),
        (Taakgebied::MedischeStaf, Taakgebied::ReIntegratie),
    ] {
        for (eerst, dan) in [(een, twee), (twee, een)] {
            let eerste = vec![geregistreerd(), functie(2, eerst, "2025-01-06", None)];
            let nee = Weigering::Functiescheiding { andere: eerst };
            assert_eq!(weigering(eerste, functie(3, dan, "2025-06-02", None)), nee);
        }
    }
}

#[test]
fn na_het_einde_van_de_ene_functie_mag_de_andere() {
    na(vec![
        geregistreerd(),
        functie(2, Taakgebied::Claims, "2025-01-06", Some("2025-06-30")),
        functie(3, Taakgebied::ReIntegratie, "2025-07-01", None),
    ]);
    na(vec![
        geregistreerd(),
        functie(2, Taakgebied::Claims, "2025-01-06", None),
        einde(4, 2, VANDAAG),
        functie(3, Taakgebied::ReIntegratie, VANDAAG, None),
    ]);
}

#[test]
fn twee_functies_die_niet_botsen_gaan_samen() {
    na(vec![
        geregistreerd(),
        functie(2, Taakgebied::Verzuimbegeleiding, "2025-01-06", None),
        functie(3, Taakgebied::Overig, "2025-01-06", None),
    ]);
}

#[test]
fn een_geblokkeerd_account_is_dat_tot_het_weer_opengaat() {
    let blokkade = Blokkade { stuk: stuk(5), reden: RedenBlokkade::Gedeeld };
    let blokkeer = Command::BlokkeerAccount(Secties::proces(blokkade));
    let mut opdrachten = vec![geregistreerd(), blokkeer];
    assert_eq!(replay(&na(opdrachten.clone())).geblokkeerd, Some(RedenBlokkade::Gedeeld));
    opdrachten.push(Command::HefBlokkadeOp(Secties::proces(Opheffing { stuk: stuk(6) })));
    assert_eq!(replay(&na(opdrachten)).geblokkeerd, None);
}

#[test]
fn wat_nog_moet_gebeuren_is_niet_getekend() {
    let opdracht = Command::TekenGeheimhouding(Secties::proces(Geheimhouding {
        stuk: stuk(4),
        getekend_op: dag("2025-06-03"),
    }));
    let nee = Weigering::InDeToekomst { dag: dag("2025-06-03") };
    assert_eq!(weigering(vec![geregistreerd()], opdracht), nee);
}

#[test]
fn elke_weigering_noemt_een_regel_en_een_weg_verder() {
    let weigering = Weigering::Functiescheiding { andere: Taakgebied::MedischeStaf };
    assert_eq!(weigering.grondslag().regel, "R-144");
    assert!(weigering.advies().ends_with('.'));
}

#[test]
fn debug_drukt_geen_namen_af_en_de_staat_kent_alleen_sectie_a() {
    let feit = Event::AccountGeregistreerd(registratie(1));
    let tekst = format!("{feit:?}");
    assert!(!tekst.contains(NAAM) && !tekst.contains(TEKST), "{tekst}");
    let dicht = Event::AccountGeregistreerd(Secties::proces(registratie(1).a));
    assert!(evolve(replay(&[]), &feit) == replay(&[dicht]));
}
