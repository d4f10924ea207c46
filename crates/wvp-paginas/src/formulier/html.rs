//! Fields as HTML. Every text is escaped by the template it stands in.

use askama::Template;

use super::bouw::{Veld, Wat, id, keuze_id};
use super::lees::keuzeveld;
use crate::kader::Kader;

/// A field with what stands inside it.
#[derive(Template)]
#[template(path = "formulier/veld.html")]
struct Blad<'a> {
    k: &'a Kader,
    veld: &'a Veld,
    id: String,
}

/// A field as HTML.
pub(super) fn veld(k: &Kader, veld: &Veld) -> String {
    let blad = Blad { k, veld, id: id(&veld.plek) };
    // Templates only write into a text: that cannot fail.
    blad.render().unwrap_or_default()
}

/// Fields that unfold.
#[derive(Template)]
#[template(path = "formulier/meer.html")]
struct Meer<'a> {
    k: &'a Kader,
    velden: &'a [Veld],
}

/// Fields that unfold, as HTML; nothing for none.
pub(super) fn meer(k: &Kader, velden: &[Veld]) -> String {
    if velden.is_empty() {
        return String::new();
    }
    Meer { k, velden }.render().unwrap_or_default()
}

impl Meer<'_> {
    fn is_open(&self) -> bool {
        self.velden.iter().any(Veld::vraagt_aandacht)
    }

    fn binnen(&self) -> String {
        self.velden.iter().map(|it| veld(self.k, it)).collect()
    }
}

impl Blad<'_> {
    fn binnen(&self, velden: &[Veld]) -> String {
        velden.iter().map(|it| veld(self.k, it)).collect()
    }

    fn keuzeveld(&self) -> String {
        keuzeveld(&self.veld.plek)
    }

    fn keuze_id(&self) -> String {
        keuze_id(&self.veld.plek)
    }

    /// What describes the field for who does not see it.
    fn beschreven(&self) -> String {
        let hint = self.veld.hint.as_ref().map(|_| format!("{}-h", self.id));
        let fout = (!self.veld.fouten.is_empty()).then(|| format!("{}-f", self.id));
        hint.into_iter().chain(fout).collect::<Vec<_>>().join(" ")
    }

    fn is_fout(&self) -> bool {
        !self.veld.fouten.is_empty()
    }

    /// Few choices are seen at once; many are a list.
    fn is_kort(keuzes: &[(String, String, bool)]) -> bool {
        keuzes.len() <= 4
    }
}
