//! Searching: by number, name or burgerservicenummer, in what the one who searches may see and nowhere else.

use std::collections::BTreeSet;

use wvp_domain::{Compartiment, DossierId, WerknemerId};
use wvp_store::StoreError;

use super::bladwijzer::Grootte;
use super::noteren::Toon;
use super::regel::Dossierregel;
use super::zicht::{Rondgang, Zicht};
use super::zoekindex::Ingang;
use super::zoekterm::{Soort, Zoekterm, heeft_kenmerk, past, voorvoegsel};
use crate::adresboek::Weg;
use crate::engine::Engine;
use crate::gebruiker::Gebruiker;
use crate::leeslog::Aanleiding;

impl Engine {
    /// The dossiers that fit and that this person may see today, by first due term: so many at most. What is
    /// there and not this person's looks the same as what is not there.
    ///
    /// The search is one line in the reading log: by what kind, and which dossiers were shown.
    ///
    /// # Errors
    ///
    /// When the store fails.
    pub async fn zoek(
        &self,
        wie: &Gebruiker,
        term: &Zoekterm,
        hoogstens: Grootte,
        aanleiding: &Aanleiding,
    ) -> Result<Vec<Dossierregel>, StoreError> {
        let Rondgang { vandaag, mut veld, misschien: mut dossiers } = self.rondgang(wie).await?;
        self.beperk(&mut dossiers, term).await?;
        let mut treffers = vec![];
        for gezien in self.in_zicht_van(wie, &dossiers, vandaag, &mut veld).await? {
            let Some(regel) = Dossierregel::van(&gezien, vandaag) else { continue };
            if self.klopt(term, &gezien, &regel).await? {
                treffers.push((regel, gezien.geopend));
            }
        }
        treffers.sort_by_key(|(regel, _)| regel.plek());
        treffers.truncate(hoogstens.regels());
        let getoond = treffers.iter().map(|(regel, _)| regel.dossier.0).collect();
        let bsn = matches!(term.soort(), Soort::Bsn(_)).then_some(Compartiment::ABsn);
        let geopend = treffers.iter().flat_map(|(_, geopend)| geopend.clone()).chain(bsn);
        self.toon(wie, aanleiding, Toon::open(term.register(), getoond, geopend)).await?;
        Ok(treffers.into_iter().map(|(regel, _)| regel).collect())
    }

    /// Leaves the candidates that the index, or the number, speaks for.
    async fn beperk(
        &self,
        dossiers: &mut BTreeSet<DossierId>,
        term: &Zoekterm,
    ) -> Result<(), StoreError> {
        match term.soort() {
            Soort::Nummer(nummer) => dossiers.retain(|it| it == nummer),
            Soort::Kenmerk(kort) => dossiers.retain(|it| heeft_kenmerk(*it, kort)),
            Soort::Naam(woorden) => {
                self.volg_zoekindex().await?;
                for begin in woorden.iter().filter_map(|woord| voorvoegsel(woord)) {
                    let met = self.gevonden(Ingang::Naam, &begin).await?;
                    dossiers.retain(|it| met.binary_search(&it.0).is_ok());
                }
            }
            Soort::Bsn(bsn) => {
                self.volg_zoekindex().await?;
                let mut van = BTreeSet::new();
                for werknemer in self.gevonden(Ingang::Bsn, bsn).await? {
                    van.extend(self.kandidaten(Weg::WerknemerDossier, werknemer).await?);
                }
                dossiers.retain(|it| van.contains(&it.0));
            }
        }
        Ok(())
    }

    /// Whether the facts say what was searched for, as far as they are open to the one who searches.
    async fn klopt(
        &self,
        term: &Zoekterm,
        gezien: &Zicht,
        regel: &Dossierregel,
    ) -> Result<bool, StoreError> {
        Ok(match term.soort() {
            Soort::Nummer(_) | Soort::Kenmerk(_) => true,
            Soort::Naam(woorden) => past(woorden, &regel.naam),
            Soort::Bsn(bsn) => {
                gezien.leesbaar.contains(&Compartiment::ABsn)
                    && self.heeft_bsn(regel.werknemer, bsn).await?
            }
        })
    }

    async fn heeft_bsn(&self, werknemer: WerknemerId, bsn: &str) -> Result<bool, StoreError> {
        Ok(self.bsn(werknemer).await?.is_some_and(|eigen| eigen == bsn))
    }
}
