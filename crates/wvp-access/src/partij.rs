//! Whom a reader belongs to.

/// Party of a reader, column `party` of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Partij {
    /// The arbodienst (23 functions of Bijlage 2 and two it does not name).
    Arbodienst,
    /// A bedrijfsarts outside an arbodienst (R-140: one party with it).
    BedrijfsartsZelfstandig,
    /// The employer.
    Werkgever,
    /// A casemanager hired by the employer.
    CasemanagerExtern,
    /// The employee, the data subject.
    Werknemer,
    /// The insurer.
    Verzekeraar,
    /// An agent authorised by the insurer.
    GevolmachtigdAgent,
    /// A re-integratiebedrijf.
    ReIntegratiebedrijf,
    /// An insurance adviser or go-between.
    Tussenpersoon,
    /// A counter that passes absence reports on.
    Verzuimloket,
    /// A provider of interventions.
    InterventieUitvoerder,
    /// UWV.
    Uwv,
    /// A care provider outside the arbodienst.
    Zorgverlener,
    /// Everybody else who asks: accountant, tax office, IT supplier.
    Overig,
}

impl Partij {
    /// The word of the table.
    #[must_use]
    pub const fn woord(self) -> &'static str {
        match self {
            Self::Arbodienst => "arbodienst",
            Self::BedrijfsartsZelfstandig => "bedrijfsarts_zelfstandig",
            Self::Werkgever => "werkgever",
            Self::CasemanagerExtern => "casemanager_extern",
            Self::Werknemer => "werknemer",
            Self::Verzekeraar => "verzekeraar",
            Self::GevolmachtigdAgent => "gevolmachtigd_agent",
            Self::ReIntegratiebedrijf => "re_integratiebedrijf",
            Self::Tussenpersoon => "tussenpersoon",
            Self::Verzuimloket => "verzuimloket",
            Self::InterventieUitvoerder => "interventie_uitvoerder",
            Self::Uwv => "uwv",
            Self::Zorgverlener => "zorgverlener",
            Self::Overig => "overig",
        }
    }
}
