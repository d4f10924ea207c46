//! Messages to and from others, through the engine: [`sivi::neem_in`] records what an employer reports,
//! [`sivi::documenten`] and [`uwv_bericht`] put what somebody may read into a message. The messages themselves are
//! typed data of wvp-uitwisseling; who asks for them, server or command line, is the same to this crate.

pub mod sivi;
mod uwv;

pub use uwv::uwv_bericht;
