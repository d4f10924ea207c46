//! The table as a whole, and what holds for every rule.

mod geheel;
mod pakket;
mod per_regel;
mod verkort;
mod willekeurig;
