//! Who is expected at a consultation: of every dossier in sight the last one, the next one, and the first step that
//! waits for the bedrijfsarts. That a consultation was held and when the next one is, is process data: a consultation
//! that a reader may not know of does not show here.

use std::collections::BTreeSet;

use wvp_domain::leeslog::Register;
use wvp_domain::mijlpaal::herinnering::Ontvanger;
use wvp_domain::{Datum, DossierId};
use wvp_projections::overzicht::Stand;
use wvp_store::StoreError;

use super::noteren::Toon;
use super::regel::{Dossierregel, Termijnregel};
use crate::engine::Engine;
use crate::gebruiker::Gebruiker;
use crate::leeslog::Aanleiding;
use crate::omstandigheden::Blikveld;

/// A dossier as a list of consultations shows it. Has no `Debug`: it holds a name.
pub struct Spreekuurregel {
    /// Which dossier.
    pub dossier: DossierId,
    /// Name of the employee, as reported in this dossier.
    pub naam: String,
    /// First day of illness.
    pub eerste_ziektedag: Datum,
    /// The day of the last consultation; none when there was none.
    pub laatste_op: Option<Datum>,
    /// The day that was set for the next one then.
    pub volgende_op: Option<Datum>,
    /// The first open step of the bedrijfsarts.
    pub termijn: Option<Termijnregel>,
}

impl Engine {
    /// The running dossiers that this person may see, by what comes first: the next consultation, or the first step
    /// of the bedrijfsarts. The list is one line in the reading log.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub async fn spreekuurlijst(
        &self,
        wie: &Gebruiker,
        aanleiding: &Aanleiding,
    ) -> Result<Vec<Spreekuurregel>, StoreError> {
        let vandaag = self.klok.vandaag();
        let mut veld = Blikveld::voor_veel();
        let dossiers = self.dossiers_misschien(wie, &mut veld).await?;
        let (mut regels, mut geopend) = (vec![], BTreeSet::new());
        for gezien in self.in_zicht_van(wie, &dossiers, vandaag, &mut veld).await? {
            let Some(regel) = Dossierregel::van(&gezien, vandaag) else { continue };
            if regel.stand != Stand::Ziek {
                continue;
            }
            let laatste = gezien.staat.spreekuur.iter().max_by_key(|it| it.gehouden_op);
            geopend.extend(gezien.geopend);
            regels.push(Spreekuurregel {
                dossier: regel.dossier,
                naam: regel.naam,
                eerste_ziektedag: regel.eerste_ziektedag,
                laatste_op: laatste.map(|it| it.gehouden_op),
                volgende_op: laatste.and_then(|it| it.volgende_op),
                termijn: (regel.termijnen.into_iter())
                    .find(|it| it.wie.contains(&Ontvanger::Bedrijfsarts)),
            });
        }
        regels.sort_by_key(|it| {
            let dagen =
                it.volgende_op.into_iter().chain(it.termijn.as_ref().map(|it| it.uiterlijk));
            (dagen.min().is_none(), it.volgende_op, it.dossier)
        });
        let getoond = regels.iter().map(|it| it.dossier.0).collect();
        self.toon(wie, aanleiding, Toon::open(Register::Lijst, getoond, geopend)).await?;
        Ok(regels)
    }
}
