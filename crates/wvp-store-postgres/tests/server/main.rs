//! The promises on a real PostgreSQL server, with a database of its own for every test.

#[cfg(test)]
mod beheer;
#[cfg(test)]
mod conformiteit;
#[cfg(test)]
mod hulp;
#[cfg(test)]
mod ineens;
#[cfg(test)]
mod lijn;
#[cfg(test)]
mod schade;
#[cfg(test)]
mod sleutels;
#[cfg(test)]
mod val;
#[cfg(test)]
mod volgorde;
