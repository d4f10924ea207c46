//! Wekker: the next day on which a dossier needs a look, so that a tick looks at what is due and at
//! nothing else.

use super::{Dagwerk, dagwerk};
use crate::protocol::Protocol;
use crate::{Datum, Dossier};

/// How many days are looked ahead. What lies further away is looked for again from there.
const HORIZON_DAGEN: i32 = 1_200;

/// The first day, from `vanaf` (inclusive), on which [`super::sluit_volgens`] makes something true as
/// the facts are now. None when the dossier is closed or has no report of illness. When nothing happens
/// in the next three years it is the day after those: then it is asked again.
#[must_use]
pub fn eerstvolgende(dossier: &Dossier, protocol: &Protocol, vanaf: Datum) -> Option<Datum> {
    let werk: Dagwerk = dagwerk(dossier, protocol)?;
    let dagen = (0..HORIZON_DAGEN).map(|dagen| vanaf.plus(dagen));
    let gevonden = { dagen }.find(|dag| !werk.op(*dag).is_empty());
    Some(gevonden.unwrap_or_else(|| vanaf.plus(HORIZON_DAGEN)))
}

#[cfg(test)]
mod tests {
    use super::eerstvolgende;
    use crate::dag::sluit;
    use crate::mijlpaal::testing::na;
    use crate::mijlpaal::voorbeeld::{dag, ziek};
    use crate::protocol::Protocol;
    use crate::{evolve, replay};

    #[test]
    fn op_geen_dag_ervoor_gebeurt_er_iets_en_op_de_dag_zelf_wel() {
        let mut dossier = replay(&na([ziek()]));
        let mut vandaag = dag("2025-03-03");
        for _ in 0..40 {
            let wek = eerstvolgende(&dossier, &Protocol::leeg(), vandaag).unwrap();
            while vandaag < wek {
                assert!(sluit(&dossier, vandaag).is_empty(), "{vandaag}");
                vandaag = vandaag.volgende();
            }
            let feiten = sluit(&dossier, vandaag);
            assert!(!feiten.is_empty(), "{vandaag}");
            dossier = feiten.iter().fold(dossier, evolve);
        }
    }

    #[test]
    fn een_dossier_zonder_melding_wordt_niet_gewekt() {
        let leeg = crate::Dossier::default();
        assert_eq!(eerstvolgende(&leeg, &Protocol::leeg(), dag("2025-03-03")), None);
    }
}
