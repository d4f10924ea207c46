//! In sight: what somebody may see of many dossiers, each weighed by its facts of now.

use std::collections::BTreeSet;

use tracing::error;
use wvp_domain::{Compartiment, Datum, Dossier, DossierId, Event, replay};
use wvp_store::{StoreError, StroomId};

use crate::engine::Engine;
use crate::fout::is_van_een_stroom;
use crate::gebruiker::Gebruiker;
use crate::laden::Gelezen;
use crate::lezen::Gewogen;
use crate::omstandigheden::Blikveld;
use crate::toegang::leesbaar;
use crate::versiemerk::Versiemerk;
use crate::vooraf::Vooraf;
use crate::zicht::in_zicht;

/// How many dossiers are read at once: enough to go to the store seldom, and little enough to hold.
const GROEP: usize = 100;

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
        let mut veld = Blikveld::voor_veel();
        let misschien = self.dossiers_misschien(wie, &mut veld).await?;
        Ok(Rondgang { vandaag: self.klok.vandaag(), veld, misschien })
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
        let dossiers: Vec<DossierId> = dossiers.iter().copied().collect();
        let mut gezien = vec![];
        for groep in dossiers.chunks(GROEP) {
            gezien.extend(self.groep_in_zicht(wie, groep, vandaag, veld).await?);
            veld.laat_los();
        }
        Ok(gezien)
    }

    /// The same of so many at once: their streams are read together, and then the facts that bear on them.
    async fn groep_in_zicht(
        &self,
        wie: &Gebruiker,
        groep: &[DossierId],
        vandaag: Datum,
        veld: &mut Blikveld,
    ) -> Result<Vec<Zicht>, StoreError> {
        let mut vooraf = Vooraf::default();
        self.lees_vooraf(&mut vooraf, groep.iter().copied().map(StroomId::from)).await?;
        let mut opengelegd = vec![];
        for dossier in groep.iter().copied() {
            let open = self.leg_open(dossier, &mut vooraf).await;
            opengelegd.extend(of_weggelaten(dossier, open)?.map(|open| (dossier, open)));
        }
        let onderwerpen: Vec<_> = opengelegd.iter().map(|(_, open)| open.onderwerp).collect();
        self.zie_vooraf(wie, onderwerpen, veld).await?;
        let mut gezien = vec![];
        for (dossier, open) in opengelegd {
            let gewogen = self.weeg(wie, open, vandaag, veld).await;
            let gewogen = of_weggelaten(dossier, gewogen)?;
            gezien.extend(gewogen.and_then(|gewogen| zicht(wie, dossier, gewogen)));
        }
        Ok(gezien)
    }
}

/// Leaves out a dossier of which a stream cannot be opened; what fails for all of them is an error.
fn of_weggelaten<T>(
    dossier: DossierId,
    uitkomst: Result<T, StoreError>,
) -> Result<Option<T>, StoreError> {
    match uitkomst {
        Ok(gevonden) => Ok(Some(gevonden)),
        Err(fout) if is_van_een_stroom(&fout) => {
            error!(%dossier, %fout, "dossier niet in de lijst");
            Ok(None)
        }
        Err(fout) => Err(fout),
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
