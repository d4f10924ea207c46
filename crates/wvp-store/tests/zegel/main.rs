//! Seals and keyrings: closed, destroyed, unknown and broken are four different things.

#[cfg(test)]
mod bos;
#[cfg(test)]
mod hulp;
#[cfg(test)]
mod vernietiging;
#[cfg(test)]
mod wissel;
mod zegel;
