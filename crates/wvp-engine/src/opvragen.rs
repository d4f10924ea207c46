//! Opvragen: what somebody may look through without opening a dossier: lists, an agenda, search, master data and
//! rights.
//!
//! Every answer is made of facts that were weighed in the same request, by the path that [`Engine::read`] goes.
//! Read models only say where to look: a row, a count or a cursor never holds what the one who asks may not see.
//! What is shown is a line in a reading log before it is handed out (`noteren.rs`).
//!
//! [`Engine::read`]: crate::Engine::read

mod accounts;
mod agenda;
mod bladwijzer;
mod collegas;
mod dossiers;
mod kandidaten;
mod noteren;
mod organisaties;
mod rechten;
mod regel;
mod spreekuren;
mod stam;
mod werklijst;
mod zicht;
mod zoeken;
mod zoekindex;
mod zoekterm;

pub use accounts::{Accountblad, Accountbladzijde, Accountvraag};
pub use agenda::Agendapunt;
pub use bladwijzer::{Bladwijzer, Bladzijde, GeenBladwijzer, Grootte, VerkeerdeGrootte};
pub use collegas::Collega;
pub use dossiers::{Dossiervraag, Standsoort, Wacht};
pub use noteren::Lijstregel;
pub use organisaties::Organisatieblad;
pub(crate) use rechten::nog_geldig;
pub use rechten::{Afwijkingenblad, Geldend, Protocolblad, Toewijzingenblad};
pub use regel::{Dossierregel, Termijnregel, Termijnstatus};
pub use spreekuren::Spreekuurregel;
pub use stam::{Werkgeverblad, Werknemerblad};
pub use werklijst::{Aanzet, Periode, Telling, Werkblad, Werklijstvraag, Werkregel};
pub(crate) use zoekindex::ZOEKINDEX;
pub use zoekterm::{GeenZoekterm, Zoekterm};
