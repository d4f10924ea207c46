//! Citations: the rule of domain/law.md or domain/access.md and the article behind it.

/// Where a term or refusal comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grondslag {
    /// Rule id (R-.., C-.., RIV-..); `INTERN` for what is ours.
    pub regel: &'static str,
    /// Law and article, or the source named.
    pub bron: &'static str,
}

impl Grondslag {
    /// Cites a rule and its source.
    #[must_use]
    pub const fn new(regel: &'static str, bron: &'static str) -> Self {
        Self { regel, bron }
    }
}
