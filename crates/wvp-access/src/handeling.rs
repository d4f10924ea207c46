//! What is done with it: the 36 actions of the table.

use crate::woord::OnbekendWoord;

/// Action of a decision, column `action` of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Handeling {
    /// Reads.
    Lezen,
    /// Writes.
    Schrijven,
    /// Deletes by hand.
    Verwijderen,
    /// Sends it on, `forward:werkgever`.
    NaarWerkgever,
    /// Sends it on, `forward:werknemer`.
    NaarWerknemer,
    /// Sends it on, `forward:claimbeoordelaar`.
    NaarClaimbeoordelaar,
    /// Sends it on, `forward:re_integratiebedrijf`.
    NaarReIntegratiebedrijf,
    /// Sends it on, `forward:medisch_adviseur`.
    NaarMedischAdviseur,
    /// Sends it on, `forward:zorgverlener`.
    NaarZorgverlener,
    /// Sends it on, `forward:uwv_administratie`.
    NaarUwvAdministratie,
    /// Sends it on, `forward:verzekeringsarts`.
    NaarVerzekeringsarts,
    /// Sends it on, `forward:tussenpersoon`.
    NaarTussenpersoon,
    /// Sends it on, `forward:casemanager_wvp`.
    NaarCasemanagerWvp,
    /// Sends it on, `forward:accountant`.
    NaarAccountant,
    /// Sends it on, `forward:belastingdienst`.
    NaarBelastingdienst,
    /// Sends it on, `forward:verzuimloket`.
    NaarVerzuimloket,
    /// Sends it on, `forward:bedrijfsarts`.
    NaarBedrijfsarts,
    /// Sends it on, `forward:bemiddelaar`.
    NaarBemiddelaar,
    /// Sends it on, `forward:betalingsafdeling`.
    NaarBetalingsafdeling,
    /// Sends it on, `forward:interventie_uitvoerder`.
    NaarInterventieUitvoerder,
    /// Sends it on, `forward:gemachtigde_jurist`.
    NaarGemachtigdeJurist,
    /// Decides without a human.
    BeslisAutomatisch,
    /// Asks for it.
    Opvragen,
    /// Decides whether there is a right to a benefit.
    BeslisRecht,
    /// Investigates on its own account.
    Onderzoeken,
    /// Uses it to judge a claim.
    GebruikenVoorClaims,
    /// Asks a treating doctor for it.
    OpvragenBehandelaar,
    /// Decides on the funding of an intervention.
    BeslisVergoeding,
    /// Translates medical data into limitations.
    VertaalCNaarB,
    /// Takes the own data along.
    Exporteren,
    /// Withdraws.
    Intrekken,
    /// Refuses.
    Weigeren,
    /// Names a casemanager Wvp.
    WijsCasemanagerWvpAan,
    /// Names staff of the medisch adviseur.
    WijsMedischeStafAan,
    /// Names a delegate of the bedrijfsarts.
    WijsVerlengdeArmAan,
    /// Names a casemanager MKB.
    WijsCasemanagerMkbAan,
}

impl Handeling {
    /// Every action, in the order of the table.
    pub const ALLE: [Self; 36] = [
        Self::Lezen,
        Self::Schrijven,
        Self::Verwijderen,
        Self::NaarWerkgever,
        Self::NaarWerknemer,
        Self::NaarClaimbeoordelaar,
        Self::NaarReIntegratiebedrijf,
        Self::NaarMedischAdviseur,
        Self::NaarZorgverlener,
        Self::NaarUwvAdministratie,
        Self::NaarVerzekeringsarts,
        Self::NaarTussenpersoon,
        Self::NaarCasemanagerWvp,
        Self::NaarAccountant,
        Self::NaarBelastingdienst,
        Self::NaarVerzuimloket,
        Self::NaarBedrijfsarts,
        Self::NaarBemiddelaar,
        Self::NaarBetalingsafdeling,
        Self::NaarInterventieUitvoerder,
        Self::NaarGemachtigdeJurist,
        Self::BeslisAutomatisch,
        Self::Opvragen,
        Self::BeslisRecht,
        Self::Onderzoeken,
        Self::GebruikenVoorClaims,
        Self::OpvragenBehandelaar,
        Self::BeslisVergoeding,
        Self::VertaalCNaarB,
        Self::Exporteren,
        Self::Intrekken,
        Self::Weigeren,
        Self::WijsCasemanagerWvpAan,
        Self::WijsMedischeStafAan,
        Self::WijsVerlengdeArmAan,
        Self::WijsCasemanagerMkbAan,
    ];

    /// Looks an action up by the word of the table.
    ///
    /// # Errors
    ///
    /// Names the word that is not known and the words that are.
    pub fn zoek(woord: &str) -> Result<Self, OnbekendWoord> {
        let gevonden = Self::ALLE.into_iter().find(|handeling| handeling.woord() == woord);
        gevonden.ok_or_else(|| OnbekendWoord::nieuw("action", woord, Self::ALLE.map(Self::woord)))
    }

    /// The word of the table.
    #[must_use]
    pub const fn woord(self) -> &'static str {
        match self {
            Self::Lezen => "read",
            Self::Schrijven => "write",
            Self::Verwijderen => "delete",
            Self::NaarWerkgever => "forward:werkgever",
            Self::NaarWerknemer => "forward:werknemer",
            Self::NaarClaimbeoordelaar => "forward:claimbeoordelaar",
            Self::NaarReIntegratiebedrijf => "forward:re_integratiebedrijf",
            Self::NaarMedischAdviseur => "forward:medisch_adviseur",
            Self::NaarZorgverlener => "forward:zorgverlener",
            Self::NaarUwvAdministratie => "forward:uwv_administratie",
            Self::NaarVerzekeringsarts => "forward:verzekeringsarts",
            Self::NaarTussenpersoon => "forward:tussenpersoon",
            Self::NaarCasemanagerWvp => "forward:casemanager_wvp",
            Self::NaarAccountant => "forward:accountant",
            Self::NaarBelastingdienst => "forward:belastingdienst",
            Self::NaarVerzuimloket => "forward:verzuimloket",
            Self::NaarBedrijfsarts => "forward:bedrijfsarts",
            Self::NaarBemiddelaar => "forward:bemiddelaar",
            Self::NaarBetalingsafdeling => "forward:betalingsafdeling",
            Self::NaarInterventieUitvoerder => "forward:interventie_uitvoerder",
            Self::NaarGemachtigdeJurist => "forward:gemachtigde_jurist",
            Self::BeslisAutomatisch => "decide:automated",
            Self::Opvragen => "request",
            Self::BeslisRecht => "decide:entitlement",
            Self::Onderzoeken => "investigate",
            Self::GebruikenVoorClaims => "use:claims",
            Self::OpvragenBehandelaar => "request:behandelaar",
            Self::BeslisVergoeding => "decide:funding",
            Self::VertaalCNaarB => "transform:C>B",
            Self::Exporteren => "export",
            Self::Intrekken => "withdraw",
            Self::Weigeren => "refuse",
            Self::WijsCasemanagerWvpAan => "assign:casemanager_wvp",
            Self::WijsMedischeStafAan => "assign:medische_staf",
            Self::WijsVerlengdeArmAan => "assign:verlengde_arm",
            Self::WijsCasemanagerMkbAan => "assign:casemanager_mkb",
        }
    }

    /// What is done, in plain Dutch.
    #[must_use]
    pub const fn naam(self) -> &'static str {
        match self {
            Self::Lezen => "lezen",
            Self::Schrijven => "schrijven",
            Self::Verwijderen => "verwijderen",
            Self::NaarWerkgever => "naar de werkgever sturen",
            Self::NaarWerknemer => "naar de werknemer sturen",
            Self::NaarClaimbeoordelaar => "naar de claimbeoordelaar sturen",
            Self::NaarReIntegratiebedrijf => "naar een re-integratiebedrijf sturen",
            Self::NaarMedischAdviseur => "naar de medisch adviseur sturen",
            Self::NaarZorgverlener => "naar een zorgverlener sturen",
            Self::NaarUwvAdministratie => "naar de administratie van UWV sturen",
            Self::NaarVerzekeringsarts => "naar de verzekeringsarts van UWV sturen",
            Self::NaarTussenpersoon => "naar een tussenpersoon sturen",
            Self::NaarCasemanagerWvp => "naar de casemanager Wvp sturen",
            Self::NaarAccountant => "naar de accountant sturen",
            Self::NaarBelastingdienst => "naar de Belastingdienst sturen",
            Self::NaarVerzuimloket => "naar het verzuimloket sturen",
            Self::NaarBedrijfsarts => "naar de bedrijfsarts sturen",
            Self::NaarBemiddelaar => "naar de bemiddelaar sturen",
            Self::NaarBetalingsafdeling => "naar de betalingsafdeling sturen",
            Self::NaarInterventieUitvoerder => "naar de uitvoerder van de interventie sturen",
            Self::NaarGemachtigdeJurist => "naar de gemachtigde jurist sturen",
            Self::BeslisAutomatisch => "automatisch beslissen",
            Self::Opvragen => "opvragen",
            Self::BeslisRecht => "beslissen over het recht op een uitkering",
            Self::Onderzoeken => "zelf onderzoek doen",
            Self::GebruikenVoorClaims => "gebruiken voor een claim",
            Self::OpvragenBehandelaar => "bij een behandelaar opvragen",
            Self::BeslisVergoeding => "beslissen over een vergoeding",
            Self::VertaalCNaarB => "vertalen naar beperkingen",
            Self::Exporteren => "meenemen",
            Self::Intrekken => "intrekken",
            Self::Weigeren => "weigeren",
            Self::WijsCasemanagerWvpAan => "een casemanager Wvp aanwijzen",
            Self::WijsMedischeStafAan => "medische staf aanwijzen",
            Self::WijsVerlengdeArmAan => "een verlengde arm aanwijzen",
            Self::WijsCasemanagerMkbAan => "een casemanager MKB aanwijzen",
        }
    }

    /// Whether the object is sent on to somebody; that also needs the right to read it (B.1 line 6).
    #[must_use]
    pub const fn is_doorsturen(self) -> bool {
        matches!(
            self,
            Self::NaarWerkgever
                | Self::NaarWerknemer
                | Self::NaarClaimbeoordelaar
                | Self::NaarReIntegratiebedrijf
                | Self::NaarMedischAdviseur
                | Self::NaarZorgverlener
                | Self::NaarUwvAdministratie
                | Self::NaarVerzekeringsarts
                | Self::NaarTussenpersoon
                | Self::NaarCasemanagerWvp
                | Self::NaarAccountant
                | Self::NaarBelastingdienst
                | Self::NaarVerzuimloket
                | Self::NaarBedrijfsarts
                | Self::NaarBemiddelaar
                | Self::NaarBetalingsafdeling
                | Self::NaarInterventieUitvoerder
                | Self::NaarGemachtigdeJurist
        )
    }

    /// This action's bit in a mask of actions.
    pub(crate) const fn bit(self) -> u64 {
        1 << self as u8
    }
}
