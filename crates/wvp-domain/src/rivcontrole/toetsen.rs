//! The checks behind the rows of the table: what must be there, what must be in it, what must be in time.

pub(super) mod aanwezig;
pub(super) mod inhoud;
pub(super) mod ondertekening;
pub(super) mod op_tijd;
pub(super) mod verkort;
