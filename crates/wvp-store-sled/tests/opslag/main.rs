//! The embedded store on real folders.

mod beheer;
mod conformiteit;
mod hulp;
mod index;
mod schade;
mod scheur;
mod sleutels;
