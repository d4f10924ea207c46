//! In sight: what somebody may see of many dossiers, each weighed by its facts of now.

use std::collections::BTreeSet;

use tracing::error;
use wvp_domain::{Compartiment, Datum, Dossier, DossierId, Event, replay};
use wvp_store::StoreError;

use crate::engine::Engine;
use crate::fout::is_van_een_stroom;
use crate::gebruiker::Gebruiker;
use crate::laden::Gelezen;
use crate::lezen::Gewogen;
use crate::omstandigheden::Blikveld;
use crate::toegang::leesbaar;
use crate::versiemerk::Versiemerk;
use crate::zicht::in_zicht;

/// Process data of a dossier, as one reader may see them. Categories B, C and D stay closed, and so does the
/// burgerservicenummer.
pub(super) struct Zicht {
    pub(super) dossier: DossierId,
    /// The state as it follows from the facts in sight.
    pub(super) staat: Dossier,
    pub(super) merk: Versiemerk,
    /// What the reader may open of it.
    pub(super) leesbaar: Vec<Compartiment>,
    /// What was opened.
    pub(super) geopend: BTreeSet<Compartiment>,
}

/// One request about many subjects, on one day: what is about the person is loaded once.
pub(super) struct Rondgang {
    pub(super) vandaag: Datum,
    pub(super) veld: Blikveld,
    /// The dossiers that may be this person's.
    pub(super) misschien: BTreeSet<DossierId>,
}

impl Engine {
    pub(super) async fn rondgang(&self, wie: &Gebruiker) -> Result<Rondgang, StoreError> {
        let misschien = self.dossiers_misschien(wie).await?;
        Ok(Rondgang { vandaag: self.klok.vandaag(), veld: Blikveld::voor_veel(), misschien })
    }

    /// Those of these dossiers that this person may see, by number. One that cannot be opened is left
    /// out and said in the log of the machine; the others go on.
    pub(super) async fn in_zicht_van(
        &self,
        wie: &Gebruiker,
        dossiers: &BTreeSet<DossierId>,
        vandaag: Datum,
        veld: &mut Blikveld,
    ) -> Result<Vec<Zicht>, StoreError> {
        let mut gezien = vec![];
        for dossier in dossiers.iter().copied() {
            match self.weeg_dossier(wie, dossier, vandaag, veld).await {
                Ok(gewogen) => gezien.extend(zicht(wie, dossier, gewogen)),
                Err(fout) if is_van_een_stroom(&fout) => {
                    error!(%dossier, %fout, "dossier niet in de lijst");
                }
                Err(fout) => return Err(fout),
            }
        }
        Ok(gezien)
    }
}

fn zicht(wie: &Gebruiker, dossier: DossierId, gewogen: Gewogen) -> Option<Zicht> {
    let Gewogen { van_nu, bekend, .. } = gewogen;
    let leesbaar = leesbaar(wie, &bekend);
    if !leesbaar.contains(&Compartiment::A) {
        return None;
    }
    let gelezen: Vec<Gelezen<Event>> = in_zicht(van_nu, &leesbaar, wie.lezer);
    if gelezen.is_empty() {
        return None;
    }
    let merk = Versiemerk::van(dossier, &gelezen, &leesbaar);
    let geopend = gelezen.iter().filter_map(|it| it.in_a).collect();
    let staat = replay(gelezen.iter().map(|it| &it.event));
    Some(Zicht { dossier, staat, merk, leesbaar, geopend })
}
