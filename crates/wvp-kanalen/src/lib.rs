//! What carries messages out of the house: mail, webhooks, calendar feeds; and what asks others who somebody is.
//!
//! Begin at [`Stapmelding`](wvp_engine::bericht::Stapmelding): what a message may be made of. It holds ids,
//! days and steps and no text that anybody typed, so neither a name nor anything about health can get into
//! what is made of it: [`Sjablonen`] puts one or a [`Bundel`] of them into words, [`Smtp`] carries them,
//! [`Webhook`] tells other systems, and [`agenda`] writes the feed of a person. [`oidc`] asks a provider of
//! identities who is at the browser. Nothing here reads the clock, the environment or the log; what has to be remembered (what was sent, which attempt this is) the
//! caller remembers.

mod adres;
pub mod agenda;
mod bundel;
pub mod geheim;
mod hex;
mod melding;
mod net;
pub mod oidc;
mod post;
pub mod sjabloon;
pub mod smtp;
pub mod sporen;
mod uitgaand;
pub mod webhook;
mod zwijgen;

pub use adres::{Adres, AdresFout};
pub use bundel::Bundel;
pub use melding::{Openheid, titel};
pub use net::WebadresFout;
pub use post::Post;
pub use sjabloon::{Huisstijl, Sjablonen};
pub use smtp::Smtp;
pub use webhook::Webhook;
