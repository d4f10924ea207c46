//! Read: a live fold of one stream with the reader's clearance, noted in the reading log.

use std::collections::BTreeSet;

use wvp_domain::leeslog::Actie;
use wvp_domain::{Compartiment, Datum, Dossier, DossierId, Event, replay};
use wvp_projections::Vastgelegd;
use wvp_store::{Auteur, Moment, Record, StoreError};

use crate::engine::Engine;
use crate::fout::ReadError;
use crate::gebruiker::Gebruiker;
use crate::klok::dag_in_amsterdam;
use crate::laden::Gelezen;
use crate::leeslog::{Aanleiding, Vraag, regels_tegen};
use crate::omstandigheden::{Bekend, Blikveld, Onderwerp};
use crate::toegang::{leesbaar, zegels};
use crate::versiemerk::Versiemerk;
use crate::vooraf::Vooraf;
use crate::zicht::in_zicht;

/// What one reader sees of a dossier.
pub struct Inzage {
    /// Its state as it follows from the facts this reader may see: section A.
    pub dossier: Dossier,
    /// The facts this reader may see, oldest first, with what is closed to the reader left closed.
    pub gebeurtenissen: Vec<Vastgelegd>,
    /// The compartments this reader may open.
    pub compartimenten: Vec<Compartiment>,
    /// The day whose facts these are.
    pub feiten_van: Datum,
    /// Names what was seen: see [`Engine::execute_op`].
    pub merk: Versiemerk,
}

/// A dossier with what is known about whoever asks for it, before anything of it is shown.
pub(crate) struct Gewogen {
    pub(crate) records: Vec<Record>,
    /// Its facts of now: section A.
    pub(crate) van_nu: Vec<Gelezen<Event>>,
    pub(crate) bekend: Bekend,
}

/// A dossier as the house itself opens it to weigh it, and what it is about.
pub(crate) struct Opengelegd {
    pub(crate) onderwerp: Onderwerp,
    records: Vec<Record>,
    van_nu: Vec<Gelezen<Event>>,
    staat: Dossier,
}

/// What is asked to be opened.
pub(crate) struct Opening<'a> {
    pub(crate) dossier: DossierId,
    pub(crate) op: Option<Datum>,
    pub(crate) actie: Actie,
    /// The compartments that are needed at most.
    pub(crate) nodig: &'a (dyn Fn(Compartiment) -> bool + Send + Sync),
}

/// A dossier opened for a reader. Nothing of it may be handed out before it was noted.
pub(crate) struct Blik {
    pub(crate) inzage: Inzage,
    /// What was opened for it: what the reading log says.
    pub(crate) geopend: BTreeSet<Compartiment>,
    /// On whose behalf.
    pub(crate) namens: Option<Auteur>,
    nu: Moment,
}

impl Blik {
    /// What the reading log says of it.
    pub(crate) fn vraag(&self, actie: Actie) -> Vraag {
        let geopend = self.geopend.iter().copied();
        Vraag::toegestaan(actie, geopend, self.inzage.feiten_van, self.nu)
            .namens(self.namens.clone())
    }

    /// What the reading log says when it is not handed out, with the rules behind that.
    pub(crate) fn geweigerd(&self, actie: Actie, regels: &[&'static str]) -> Vraag {
        Vraag::geweigerd(actie, regels, self.inzage.feiten_van, self.nu).namens(self.namens.clone())
    }
}

impl Engine {
    /// Reads a dossier as this person. With `op` the facts of that day (inclusive, Amsterdam)
    /// through the rights of now (abuse case AC-20).
    ///
    /// The read is in the reading log before anything is handed out.
    ///
    /// # Errors
    ///
    /// [`ReadError::NietGevonden`] when it is not there, was erased, or is not for this person.
    pub async fn read(
        &self,
        wie: &Gebruiker,
        dossier: DossierId,
        op: Option<Datum>,
    ) -> Result<Inzage, ReadError> {
        self.read_om(wie, dossier, op, &Aanleiding::default()).await
    }

    /// Reads a dossier as [`Engine::read`] does, and says in the reading log why and from where.
    ///
    /// # Errors
    ///
    /// See [`Engine::read`]. A refusal is in the reading log too.
    pub async fn read_om(
        &self,
        wie: &Gebruiker,
        dossier: DossierId,
        op: Option<Datum>,
        aanleiding: &Aanleiding,
    ) -> Result<Inzage, ReadError> {
        let vraag = Opening { dossier, op, actie: Actie::Lezen, nodig: &|_| true };
        let blik = self.open_voor(wie, &vraag, aanleiding).await?;
        self.noteer(wie, dossier, aanleiding, blik.vraag(Actie::Lezen)).await?;
        Ok(blik.inzage)
    }

    /// Opens a dossier for this person, with fewer compartments than this person may see. A refusal is
    /// noted; what was opened the caller notes, who knows what else was opened with it.
    pub(crate) async fn open_voor(
        &self,
        wie: &Gebruiker,
        opening: &Opening<'_>,
        aanleiding: &Aanleiding,
    ) -> Result<Blik, ReadError> {
        match self.kijk(wie, opening).await? {
            Ok(blik) => Ok(blik),
            Err(nee) => {
                self.noteer(wie, opening.dossier, aanleiding, nee).await?;
                Err(ReadError::NietGevonden)
            }
        }
    }

    /// The same for somebody who did not ask for it: a refusal is given back, and nothing is noted.
    pub(crate) async fn kijk(
        &self,
        wie: &Gebruiker,
        opening: &Opening<'_>,
    ) -> Result<Result<Blik, Vraag>, ReadError> {
        let Opening { dossier, op, actie, nodig } = *opening;
        let nu = self.klok.nu();
        let vandaag = dag_in_amsterdam(nu);
        let feiten_van = op.unwrap_or(vandaag);
        let Gewogen { records: alle, bekend, .. } =
            self.weeg_dossier(wie, dossier, vandaag, &mut Blikveld::default()).await?;
        let namens = bekend.namens(wie.lezer);
        let mut compartimenten = leesbaar(wie, &bekend);
        let alle_leesbaar = compartimenten.clone();
        compartimenten.retain(|compartiment| nodig(*compartiment));
        let records = begin(&alle, op);
        let gelezen = if compartimenten.contains(&Compartiment::A) {
            let open = self.open::<Event>(records, zegels(&compartimenten)).await?;
            in_zicht(open, &compartimenten, wie.lezer)
        } else {
            vec![]
        };
        if gelezen.is_empty() {
            let regels = regels_tegen(wie.lezer, &bekend);
            return Ok(Err(Vraag::geweigerd(actie, &regels, feiten_van, nu).namens(namens)));
        }
        let geopend = geopend(records, &compartimenten);
        let merk = Versiemerk::van(dossier, &gelezen, &alle_leesbaar);
        let inzage = Inzage {
            dossier: replay(gelezen.iter().map(|it| &it.event)),
            gebeurtenissen: gelezen.into_iter().map(vastgelegd).collect(),
            compartimenten,
            feiten_van,
            merk,
        };
        Ok(Ok(Blik { inzage, geopend, namens, nu }))
    }

    /// Weighs by the facts of now what this person may see of a dossier.
    pub(crate) async fn weeg_dossier(
        &self,
        wie: &Gebruiker,
        dossier: DossierId,
        vandaag: Datum,
        veld: &mut Blikveld,
    ) -> Result<Gewogen, StoreError> {
        let mut vooraf = Vooraf::default();
        self.lees_vooraf(&mut vooraf, [dossier.into()]).await?;
        let gelezen = self.leg_open(dossier, &mut vooraf).await?;
        self.weeg(wie, gelezen, vandaag, veld).await
    }

    /// Opens section A of a dossier that was read ahead.
    pub(crate) async fn leg_open(
        &self,
        dossier: DossierId,
        vooraf: &mut Vooraf,
    ) -> Result<Opengelegd, StoreError> {
        let records = vooraf.neem(dossier.into())?;
        let van_nu = self.open_vooraf::<Event>(vooraf, &records).await?;
        let staat = replay(van_nu.iter().map(|it| &it.event));
        let onderwerp = Onderwerp::dossier(dossier, &staat, None);
        Ok(Opengelegd { onderwerp, records, van_nu, staat })
    }

    pub(crate) async fn weeg(
        &self,
        wie: &Gebruiker,
        gelezen: Opengelegd,
        vandaag: Datum,
        veld: &mut Blikveld,
    ) -> Result<Gewogen, StoreError> {
        let Opengelegd { onderwerp, records, van_nu, staat } = gelezen;
        let bekend = self.omstandigheden_in(veld, wie, onderwerp, &staat, vandaag).await?;
        Ok(Gewogen { records, van_nu, bekend })
    }
}

/// The log as it stood at the end of a day: up to the last record of that day or before. Order is that
/// of the log, never of the clock (abuse case AC-29): a clock that ran ahead hides nothing.
pub(crate) fn begin(records: &[Record], op: Option<Datum>) -> &[Record] {
    let Some(op) = op else { return records };
    let toen = |record: &Record| dag_in_amsterdam(record.moment) <= op;
    let aantal = records.iter().rposition(toen).map_or(0, |laatste| laatste.saturating_add(1));
    records.get(..aantal).unwrap_or_default()
}

fn vastgelegd(gelezen: Gelezen<Event>) -> Vastgelegd {
    Vastgelegd {
        event: gelezen.event,
        vastgelegd_op: dag_in_amsterdam(gelezen.moment),
        door: gelezen.kop.map(|kop| kop.door.functie).unwrap_or_default(),
    }
}

/// The compartments of these that are in the records.
fn geopend(records: &[Record], compartimenten: &[Compartiment]) -> BTreeSet<Compartiment> {
    let secties = records.iter().flat_map(|record| &record.secties);
    secties.map(|sectie| sectie.compartiment).filter(|it| compartimenten.contains(it)).collect()
}
