//! The rule and the source behind every refusal.

use super::Afwijzing;
use crate::Grondslag;

impl Afwijzing {
    /// The rule and its source.
    #[must_use]
    #[expect(clippy::too_many_lines, reason = "a table: one arm per refusal")]
    pub fn grondslag(&self) -> Grondslag {
        match self {
            Self::GeenZiekmelding | Self::AlZiekgemeld { .. } | Self::NietZiek { .. } => {
                Grondslag::new("C-01", "Wet WIA art. 23 lid 2; BW 7:629 lid 1")
            }
            Self::DossierGesloten | Self::NietGesloten => {
                Grondslag::new("INTERN", "een gesloten dossier verandert niet; heropenen kan")
            }
            Self::InDeToekomst { .. }
            | Self::VoorEersteZiektedag { .. }
            | Self::PeriodeOmgekeerd { .. }
            | Self::VoorVoorganger { .. }
            | Self::PeriodenOnsamenhangend { .. } => {
                Grondslag::new("R-85", "een verkeerde datum is zelf een grond voor een boete")
            }
            Self::NogZiek { .. } => {
                Grondslag::new("R-25", "CRvB 10 mei 2006: alleen volledig herstel onderbreekt")
            }
            Self::KetenVerbroken { .. } => {
                Grondslag::new("R-21", "BW 7:629 lid 10; Wet WIA art. 23 lid 3")
            }
            Self::VerlofOverlapt { .. } => {
                Grondslag::new("R-28", "Wet WIA art. 23 lid 3; WAZO 3:1")
            }
            Self::GeenProbleemanalyse | Self::AlProbleemanalyse { .. } => {
                Grondslag::new("R-03", "Regeling procesgang art. 2 lid 2 en 7")
            }
            Self::GeenPlanVanAanpak | Self::AlPlanVanAanpak { .. } => Grondslag::new(
                "R-05",
                "Regeling procesgang art. 4 lid 1 en 5; Wet WIA art. 25 lid 2",
            ),
            Self::GeenZiektedag { .. } => {
                Grondslag::new("R-80", "de laatste ziektedag is de dag voor het herstel")
            }
            Self::HandtekeningOntbreekt { .. } | Self::NaamOfFunctieOntbreekt { .. } => {
                Grondslag::new(
                    "RIV-14",
                    "Beleidsregels vorm- en herkenbaarheidsvereisten art. 2 lid 3",
                )
            }
            Self::GeenOordeelBedrijfsarts => {
                Grondslag::new("NIET-08", "Autoriteit Persoonsgegevens, Abrona (2016)")
            }
            Self::InhoudOntbreekt { .. } => {
                Grondslag::new("R-04", "Regeling procesgang art. 6 lid 1")
            }
            Self::StukAlBekend { .. }
            | Self::StukOnbekend { .. }
            | Self::StukIngetrokken { .. }
            | Self::StukVanAndereSoort { .. }
            | Self::AlVervangen { .. }
            | Self::AlVastgelegd { .. }
            | Self::AlBeeindigd { .. }
            | Self::StukInGebruik { .. } => {
                Grondslag::new("INTERN", "elk stuk heeft een eigen nummer en staat er één keer in")
            }
            Self::VeldenTegenstrijdig { .. } => {
                Grondslag::new("INTERN", "een stuk spreekt zichzelf niet tegen")
            }
            Self::NietTeCorrigeren { .. } | Self::EersteZiekmeldingBlijft => {
                Grondslag::new("INTERN", "de geschiedenis van een dossier blijft staan")
            }
            Self::PlanNietNodig { .. } => Grondslag::new(
                "R-07",
                "Regeling procesgang art. 4 lid 1; Beleidsregels vorm- en herkenbaarheidsvereisten art. 2 lid 6",
            ),
            Self::MaatregelLoopt { .. } => {
                Grondslag::new("INTERN", "BW 7:629 lid 3, 6 en 7: één maatregel tegelijk")
            }
            Self::OordeelAlGegeven { .. } => {
                Grondslag::new("RIV-13", "Regeling procesgang art. 6 lid 1 onder l")
            }
            Self::KetenLoopt { .. } => {
                Grondslag::new("R-84", "BW 7:629 lid 10; Wet WIA art. 23 lid 3")
            }
            Self::WachttijdLoopt { .. } => {
                Grondslag::new("R-20", "Wet WIA art. 23; BW 7:629 lid 1")
            }
            Self::LoondoorbetalingLoopt { .. } => {
                Grondslag::new("R-20", "BW 7:629 lid 11; Wet WIA art. 25 lid 9")
            }
            Self::NogGeenAow => Grondslag::new("R-70", "BW 7:629 lid 2 onder b"),
            Self::DienstverbandAlBeeindigd { .. } | Self::DienstverbandLoopt => {
                Grondslag::new("R-66", "ZW art. 38 lid 2")
            }
            Self::LoonsanctieTeLaat { .. } => {
                Grondslag::new("R-19", "Wet WIA art. 25 lid 10 en 11")
            }
            Self::GeenLoonsanctie => Grondslag::new("R-34", "Wet WIA art. 25 lid 9"),
            Self::GezondheidInTekst { wat, .. } => Grondslag::new(
                wat.regel(),
                "UAVG art. 30 lid 1 onder b; Autoriteit Persoonsgegevens, De zieke werknemer; R-087",
            ),
            Self::StapOnbekend => {
                Grondslag::new("INTERN", "eigen stappen staan in het protocol van de werkgever")
            }
            Self::GeenUitstel(_) => {
                Grondslag::new("INTERN", "uitstel verandert geen laatste dag van de wet")
            }
            Self::AlGetekend { .. }
            | Self::AndersDanGetoond { .. }
            | Self::TekentAlleenAuteur { .. } => {
                Grondslag::new("RIV-15", "UWV: elk stuk is ondertekend")
            }
            Self::BestandTeGroot { .. } | Self::BestandVanAndereSoort => Grondslag::new(
                "RIV-23",
                "werkgeversportaal van UWV: PDF, JPG of DOCX, hoogstens 10 MB per document",
            ),
            Self::RivNietCompleet { .. } => {
                Grondslag::new("R-17", "Wet WIA art. 25 lid 3; Regeling procesgang art. 6 lid 1")
            }
        }
    }
}
