//! Messages as they go out, to nobody: for who keeps the house to read.

use uuid::Uuid;
use wvp_domain::werkgever::Contact;
use wvp_domain::{Datum, DossierId, TermijnId};

use super::{Bericht, Stap, Stapmelding, Toelichting};

impl Bericht {
    /// One of each kind, made as the real ones are, as if given on a day: a step, a step that is late, several steps in
    /// one, and a message that did not arrive.
    #[must_use]
    pub fn voorbeelden(op: Datum) -> Vec<Self> {
        let aan = Contact {
            naam: "R. Voorbeeld".to_owned(),
            functie: String::new(),
            email: "r.voorbeeld@example.org".to_owned(),
        };
        let stap = |nummer: u128, uiterlijk: Datum, toelichting: Vec<Toelichting>| Stapmelding {
            id: Uuid::from_u128(nummer),
            dossier: DossierId(Uuid::from_u128(nummer << 64)),
            stap: Stap::Wettelijk(TermijnId::Probleemanalyse),
            uiterlijk,
            op,
            toelichting,
        };
        let (straks, geweest) = (op.plus(7), op.plus(-2));
        let een = Self::over_stappen(&aan, vec![stap(1, straks, vec![])]);
        let laat = Self::over_stappen(&aan, vec![stap(2, geweest, vec![Toelichting::Waarneming])]);
        let meer = Self::over_stappen(
            &aan,
            vec![stap(2, geweest, vec![]), stap(1, straks, vec![]), stap(3, op, vec![])],
        );
        let dossier = DossierId(Uuid::from_u128(1 << 64));
        let niet = Self::niet_bezorgd(Uuid::from_u128(4), dossier, &aan, op);
        [een, laat, meer, Some(niet)].into_iter().flatten().collect()
    }
}
