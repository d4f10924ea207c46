//! The embedded store on real folders.

#[cfg(test)]
mod beheer;
#[cfg(test)]
mod bewaren;
#[cfg(test)]
mod conformiteit;
#[cfg(test)]
mod hulp;
#[cfg(test)]
mod index;
#[cfg(test)]
mod model;
#[cfg(test)]
mod schade;
#[cfg(test)]
mod scheur;
#[cfg(test)]
mod sleutels;
