//! The keys of many records, looked up in one go: a keyring may be at a distance, and all records of a stream
//! share their keys.

use std::collections::{BTreeSet, HashMap};

use super::Toegang;
use crate::fout::StoreError;
use crate::keyring::{Leessleutel, Sleutelbos, Sleutelvraag};
use crate::record::{Record, VerzegeldeSectie};
use crate::stroom::StroomId;

/// Keys for the length of one request, and no longer: what is destroyed meanwhile is still open to who holds
/// them.
#[derive(Debug, Default)]
pub struct Leessleutels(HashMap<Sleutelvraag, Leessleutel>);

impl Leessleutels {
    /// The keys of what this reader may see of these records.
    ///
    /// # Errors
    ///
    /// [`StoreError::Keyring`] when the keyring gives no answers.
    pub async fn voor<'r>(
        sleutelbos: &dyn Sleutelbos,
        records: impl IntoIterator<Item = &'r Record>,
        toegang: Toegang,
    ) -> Result<Self, StoreError> {
        let mut vragen = BTreeSet::new();
        for record in records {
            let secties = record.secties.iter().filter(|it| toegang.mag(it.compartiment));
            vragen.extend(secties.map(|it| vraag(record.stroom, it)));
        }
        if vragen.is_empty() {
            return Ok(Self::default());
        }
        let vragen: Vec<Sleutelvraag> = vragen.into_iter().collect();
        Ok(Self(sleutelbos.voor_lezen_veel(&vragen).await?))
    }

    /// Takes in more keys.
    pub fn neem_op(&mut self, meer: Self) {
        self.0.extend(meer.0);
    }

    pub(super) fn van(&self, stroom: StroomId, sectie: &VerzegeldeSectie) -> Option<&Leessleutel> {
        self.0.get(&vraag(stroom, sectie))
    }
}

fn vraag(stroom: StroomId, sectie: &VerzegeldeSectie) -> Sleutelvraag {
    let VerzegeldeSectie { compartiment, sleutel, .. } = *sectie;
    Sleutelvraag { stroom, compartiment, sleutel }
}
