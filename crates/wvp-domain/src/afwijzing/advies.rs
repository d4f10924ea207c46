//! What to do about every refusal, in Dutch for the one who asked.

use super::Afwijzing;

impl Afwijzing {
    /// What to do about it, in Dutch.
    #[must_use]
    #[expect(clippy::too_many_lines, reason = "a table: one arm per refusal")]
    pub fn advies(&self) -> &'static str {
        match self {
            Self::GeenZiekmelding => "Leg eerst de ziekmelding vast.",
            Self::AlZiekgemeld { .. } => {
                "Klopt de eerste ziektedag niet? Leg dan een correctie vast met de reden."
            }
            Self::DossierGesloten => "Heropen het dossier als dit feit er nog bij hoort.",
            Self::NietGesloten => "Dit dossier is open; ga gewoon verder.",
            Self::InDeToekomst { .. } => "Leg dit vast op of na de dag zelf.",
            Self::VoorEersteZiektedag { .. } | Self::PeriodeOmgekeerd { .. } => {
                "Controleer de datum. Klopt de eerste ziektedag niet? Leg dan een correctie vast."
            }
            Self::NietZiek { .. } => "Leg eerst een (hernieuwde) ziekmelding vast.",
            Self::NogZiek { .. } => {
                "Is de werknemer hersteld? Leg dat eerst vast. Kan de werknemer meer of minder werken? Leg dan een wijziging van de inzetbaarheid vast."
            }
            Self::KetenVerbroken { .. } => "Open een nieuw dossier voor deze ziekmelding.",
            Self::PeriodenOnsamenhangend { .. } => {
                "Corrigeer de ziekmelding en de herstelmelding zo dat zij op elkaar aansluiten."
            }
            Self::VerlofOverlapt { .. } => "Corrigeer het verlof dat er al staat.",
            Self::GeenProbleemanalyse => "Vraag de bedrijfsarts om de probleemanalyse.",
            Self::AlProbleemanalyse { .. } => "Leg een bijstelling van de probleemanalyse vast.",
            Self::GeenPlanVanAanpak => "Leg eerst het plan van aanpak vast.",
            Self::AlPlanVanAanpak { .. } => "Leg een bijstelling van het plan van aanpak vast.",
            Self::HandtekeningOntbreekt { .. } => {
                "Laat tekenen, of leg de weigering vast met de motivering."
            }
            Self::GeenOordeelBedrijfsarts => {
                "Noem het spreekuur of het stuk van de bedrijfsarts waar het percentage in staat."
            }
            Self::InhoudOntbreekt { .. } => "Vul het stuk in voordat u het vastlegt.",
            Self::StukAlBekend { .. } => {
                "Geef een nieuw stuk een nieuw nummer; wilt u iets veranderen, leg dan een correctie vast."
            }
            Self::StukOnbekend { .. } | Self::StukVanAndereSoort { .. } => {
                "Controleer naar welk stuk u verwijst."
            }
            Self::StukIngetrokken { .. } => "Verwijs naar het stuk dat ervoor in de plaats kwam.",
            Self::AlVervangen { .. } => "Verwijs naar de nieuwste versie.",
            Self::VoorVoorganger { .. } => {
                "Controleer beide datums. Klopt de eerdere datum niet? Leg dan een correctie vast."
            }
            Self::AlVastgelegd { .. } => {
                "Klopt het niet? Corrigeer wat er staat, of trek het in en leg het opnieuw vast."
            }
            Self::VeldenTegenstrijdig { .. } => "Kies een van beide en laat het andere weg.",
            Self::NaamOfFunctieOntbreekt { .. } => "Vul de naam en de functie in.",
            Self::PlanNietNodig { .. } => {
                "Ziet u wel mogelijkheden? Vraag de bedrijfsarts om een bijstelling."
            }
            Self::GeenZiektedag { .. } => {
                "Controleer de datum. Was er geen ziekte? Sluit het dossier dan als ten onrechte geopend, of trek de hernieuwde ziekmelding in."
            }
            Self::MaatregelLoopt { .. } => "Beëindig eerst de maatregel die loopt.",
            Self::AlBeeindigd { .. } => "Klopt die datum niet? Leg dan een correctie vast.",
            Self::OordeelAlGegeven { .. } => {
                "Trok de werknemer het oordeel terug? Trek het dan eerst in met een correctie."
            }
            Self::KetenLoopt { .. }
            | Self::WachttijdLoopt { .. }
            | Self::LoondoorbetalingLoopt { .. } => {
                "Sluit het dossier na die dag, of kies de juiste reden."
            }
            Self::DienstverbandLoopt => {
                "Leg het einde van het dienstverband vast en sluit het dossier na de laatste werkdag."
            }
            Self::NogGeenAow => "Leg de AOW-datum vast en sluit het dossier op of na die dag.",
            Self::NietTeCorrigeren { .. } => {
                "Corrigeer het feit zelf opnieuw, of heropen of sluit het dossier."
            }
            Self::StukInGebruik { .. } => "Trek eerst het stuk in dat ernaar verwijst.",
            Self::EersteZiekmeldingBlijft => {
                "Corrigeer de eerste ziektedag, of sluit het dossier als ten onrechte geopend."
            }
            Self::DienstverbandAlBeeindigd { .. } => {
                "Klopt die datum niet? Leg dan een correctie vast. Wie later ziek wordt, meldt zich zelf bij UWV."
            }
            Self::LoonsanctieTeLaat { .. } => {
                "Was de WIA-aanvraag te laat? Leg die dan eerst vast. Ga anders bij UWV na of de datum van het besluit klopt."
            }
            Self::GeenLoonsanctie => "Leg eerst het besluit over de loonsanctie vast.",
            Self::GezondheidInTekst { .. } => {
                "Laat het weg en schrijf op wat de werknemer wel en niet kan. Is het nodig? Laat de bedrijfsarts dit in het medische deel vastleggen."
            }
            Self::StapOnbekend => "Kies een stap uit het protocol dat voor dit dossier geldt.",
            Self::GeenUitstel(_) => {
                "Kies een werkdag voor de volgende herinnering, of doe de stap nu."
            }
            Self::AlGetekend { .. } => {
                "U hoeft niets te doen. Klopt het stuk niet? Stel het dan bij."
            }
            Self::AndersDanGetoond { .. } => "Lees het stuk opnieuw en teken daarna.",
            Self::BestandTeGroot { .. } => {
                "Maak het bestand kleiner, bijvoorbeeld met een lagere resolutie."
            }
            Self::BestandVanAndereSoort => "Sla het op als PDF, of maak er een foto van.",
            Self::TekentAlleenAuteur { .. } => "Laat de namen bij dit bestand weg.",
            Self::RivNietCompleet { .. } => {
                "Vul de ontbrekende stukken aan, of leg vast waarom zij niet nodig zijn."
            }
        }
    }
}
