//! The moving parts: execute, read, follow, tick, alert.
//!
//! The way of a command: [`Engine::execute`] asks whether this person may, folds section A of the
//! stream, lets `wvp_domain::decide` judge, seals and appends. Afterwards, from the same log, each
//! with its own checkpoint: [`Engine::follow`] keeps the read models, [`Engine::alert`] sends what
//! reminders say. Every day and at every start [`Engine::tick`] lets each open dossier make true
//! what falls due.

mod aan_werkgever;
mod adresboek;
mod auteurschap;
mod beheer;
mod beheergebied;
pub mod bericht;
mod berichtgegevens;
mod betrokken;
mod bijlagen;
mod bron;
mod concepten;
mod doorsturen;
mod engine;
mod fout;
mod functie;
mod gebruiker;
mod gereedheid;
mod herkenning;
mod inloggen;
mod kalender;
pub mod klok;
mod laden;
mod leeslog;
mod lezen;
mod melden;
mod nakijken;
mod nummer;
mod omstandigheden;
mod ontvangst;
pub mod opmaker;
mod opvragen;
mod overdracht;
mod pakket;
mod papier;
mod postvak;
mod regels;
mod register;
mod riv;
mod rooster;
mod sessie;
mod stamopdracht;
mod stand;
pub mod systeem;
mod tekenen;
mod terugval;
mod tikken;
mod toegang;
mod toen;
mod toeval;
mod uitvoeren;
mod versiemerk;
mod volgen;
mod vooraf;
mod voorzet;
mod waken;
mod wekker;
mod zicht;

pub use auteurschap::kan_auteur_zijn;
pub use beheer::{Werkterrein, beheert_accounts, doet_aan_delegatie, doet_aan_toewijzing};
pub use bericht::{Bericht, BezorgFout, Notifier, kenmerk};
pub use berichtgegevens::{Berichtgegevens, Betrokkenen};
pub use bijlagen::{Inkomend, Uitgaand};
pub use concepten::Concept;
pub use engine::{Engine, Onderdelen};
pub use fout::{ExecuteError, Geweigerd, PapierError, ReadError, RivError, VoorzetError};
pub use functie::{is_toe_te_kennen, taakgebied};
pub use gebruiker::Gebruiker;
pub use gereedheid::{Gereedheid, NietGereed};
pub use inloggen::{
    Factor, Geheim, Gekoppeld, Hoed, Hoedkeuze, Ingelogd, Ingesteld, InlogFout, Inlogstap,
    Instellen, Poging, Sessieduur, Sessieregel, Toegelaten, Tokenaanvraag, Tokenregel,
    WachtwoordFout, vereist_tweede_factor,
};
pub use kalender::Agendaregel;
pub use klok::{Handklok, Klok, Systeemklok, dag_in_amsterdam, in_amsterdam};
pub use leeslog::{Aanleiding, Leesregel, Zoekvraag};
pub use lezen::Inzage;
pub use melden::{Gemeld, Onbestelbaar};
pub use nakijken::{Houder, RedenNakijken, Regel, SoortRecht};
pub use nummer::nummer;
pub use opmaker::{
    Bestand, Drukkerij, Gedrukt, Gesloten, GeslotenFout, GetekendBestand, Keuring, OpmaakFout,
    Opmaker, RivInvoer, Wachtwoordtekst,
};
pub use opvragen::{
    Aanzet, Accountblad, Accountbladzijde, Accountvraag, Afwijkingenblad, Agendapunt, Bladwijzer,
    Bladzijde, Collega, Dossierregel, Dossiervraag, GeenBladwijzer, GeenZoekterm, Geldend, Grootte,
    Lijstregel, Organisatieblad, Periode, Protocolblad, Spreekuurregel, Standsoort, Telling,
    Termijnregel, Termijnstatus, Toewijzingenblad, VerkeerdeGrootte, Wacht, Werkblad,
    Werkgeverblad, Werklijstvraag, Werknemerblad, Werkregel, Zoekterm,
};
pub use overdracht::{Overdracht, Voorraad};
pub use pakket::{Afwijking, Bron, Hoofd, Manifest, Ondertekenaar, Pakket, Pakketbestand};
pub use papier::{
    GeslotenDeel, Inhoudslijst, MedischeInvoer, Papiersoort, Stukvraag, Werknemersbestand,
    Werknemersmap, gekozen,
};
pub use postvak::{Postbericht, Postinhoud, Postkeuzes};
pub use regels::Vergeleken;
pub use rooster::{Dienst, Rooster, RoosterFout};
pub use sessie::{Sessie, doel_van};
pub use stand::{Bezorgstand, Tikstand};
pub use systeem::{Afnemer, Systeem};
pub use tekenen::{TeTekenen, Tekent};
pub use tikken::Getikt;
pub use toen::Toen;
pub use toeval::nieuw_id;
pub use versiemerk::{GeenVersiemerk, Versiemerk};
pub use zicht::herinneringen;
