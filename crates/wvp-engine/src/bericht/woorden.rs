//! Messages in words, for channels without templates of their own.

use super::{Stapmelding, Toelichting};

pub(super) const ONDERWERP_STAP: &str = "Er staat een stap voor u klaar";
pub(super) const ONDERWERP_NIET_BEZORGD: &str = "Een bericht is niet aangekomen";

const SLOT: &str =
    "Log in om te zien wat er nodig is. Uit veiligheid staat dat niet in dit bericht.";

pub(super) fn over_stappen(naam: &str, stappen: &[Stapmelding]) -> String {
    match stappen {
        [stap] => over_een_stap(naam, stap),
        stappen => over_meer_stappen(naam, stappen),
    }
}

fn over_een_stap(naam: &str, stap: &Stapmelding) -> String {
    let regels = zinnen(stap).join("\n");
    let kenmerk = stap.kenmerk();
    format!(
        "Beste {naam},\n\nEr staat een stap voor u klaar (kenmerk {kenmerk}).\n{regels}\n\n{SLOT}\n"
    )
}

fn over_meer_stappen(naam: &str, stappen: &[Stapmelding]) -> String {
    let regel =
        |stap: &Stapmelding| format!("- Kenmerk {}: {}", stap.kenmerk(), zinnen(stap).join(" "));
    let regels: Vec<String> = stappen.iter().map(regel).collect();
    format!(
        "Beste {naam},\n\nEr staan {} stappen voor u klaar.\n\n{}\n\n{SLOT}\n",
        stappen.len(),
        regels.join("\n")
    )
}

pub(super) fn niet_bezorgd(naam: &str, kenmerk: &str) -> String {
    format!(
        "Beste {naam},\n\nEen bericht over een stap in een dossier (kenmerk {kenmerk}) is niet \
         aangekomen.\n\nLog in om te zien voor wie het was. Neem zelf contact op, en pas het adres \
         aan.\n"
    )
}

fn zinnen(stap: &Stapmelding) -> Vec<String> {
    std::iter::once(kern(stap)).chain(stap.toelichting.iter().map(|it| it.zin())).collect()
}

impl Toelichting {
    /// The sentence, in Dutch.
    #[must_use]
    pub fn zin(self) -> String {
        match self {
            Self::Vertraagd { had_op } => {
                format!("Dit bericht had op {} moeten komen. Dat lukte toen niet.", had_op.voluit())
            }
            Self::Verschoven { van, naar } => format!(
                "Dit bericht hoort bij {}. Dat is geen werkdag, daarom komt het op {}.",
                van.voluit(),
                naar.voluit()
            ),
            Self::Samengevoegd { aantal: 1 } => {
                "Eén ander bericht viel op dezelfde dag en is hierin opgegaan.".to_owned()
            }
            Self::Samengevoegd { aantal } => {
                format!("{aantal} andere berichten vielen op dezelfde dag en zijn hierin opgegaan.")
            }
            Self::Overgeslagen { aantal: 1 } => {
                "Eén eerder bericht is overgeslagen, omdat dit bericht al aan de beurt was."
                    .to_owned()
            }
            Self::Overgeslagen { aantal } => format!(
                "{aantal} eerdere berichten zijn overgeslagen, omdat dit bericht al aan de beurt was."
            ),
            Self::Waarneming => "U krijgt dit omdat u voor iemand waarneemt.".to_owned(),
            Self::Gevraagd => "Dit stuk is gevraagd voor het verslag.".to_owned(),
        }
    }
}

fn kern(stap: &Stapmelding) -> String {
    let uiterlijk = stap.uiterlijk.voluit();
    if stap.is_te_laat() {
        format!("Deze stap had uiterlijk op {uiterlijk} klaar moeten zijn.")
    } else {
        format!("Deze stap moet uiterlijk op {uiterlijk} klaar zijn.")
    }
}
