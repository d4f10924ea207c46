//! Why the law, or the dossier, says no: the rule, its source, and what to do about it.

mod advies;
mod grondslag;

use thiserror::Error;

use crate::invoerwacht::Woordsoort;
use crate::mijlpaal::gedeeld::Partij;
use crate::mijlpaal::riv::Element;
use crate::mijlpaal::uitstel::GeenUitstel;
use crate::rivcontrole::tabel::BYTES_HOOGSTENS;
use crate::{Datum, StukId};

/// A refusal. The text is for the one who asked, in Dutch; [`Afwijzing::grondslag`] says which rule
/// and source, [`Afwijzing::advies`] what to do.
///
/// Deliberately not `#[non_exhaustive]`: a new refusal must break every caller that maps it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Afwijzing {
    /// There is no ziekmelding.
    #[error("er is geen ziekmelding in dit dossier")]
    GeenZiekmelding,
    /// The dossier already has a ziekmelding.
    #[error("er is al een ziekmelding, met `{sinds}` als eerste ziektedag")]
    AlZiekgemeld {
        /// First day of illness.
        sinds: Datum,
    },
    /// The dossier is closed.
    #[error("het dossier is gesloten")]
    DossierGesloten,
    /// The dossier is not closed.
    #[error("het dossier is niet gesloten")]
    NietGesloten,
    /// A day lies ahead.
    #[error("`{veld}` ligt in de toekomst: `{datum}`")]
    InDeToekomst {
        /// Name of the field.
        veld: &'static str,
        /// Its value.
        datum: Datum,
    },
    /// A day lies before the first day of illness.
    #[error("`{veld}` (`{datum}`) ligt voor de eerste ziektedag `{eerste_ziektedag}`")]
    VoorEersteZiektedag {
        /// Name of the field.
        veld: &'static str,
        /// Its value.
        datum: Datum,
        /// First day of illness.
        eerste_ziektedag: Datum,
    },
    /// A period ends before it begins.
    #[error("`{veld}` (`{tot_en_met}`) ligt voor het begin `{van}`")]
    PeriodeOmgekeerd {
        /// Name of the field.
        veld: &'static str,
        /// First day.
        van: Datum,
        /// Last day.
        tot_en_met: Datum,
    },
    /// The employee is not ill on that day.
    #[error("de werknemer is niet ziek op `{datum}` (`{veld}`)")]
    NietZiek {
        /// Name of the field.
        veld: &'static str,
        /// Its value.
        datum: Datum,
    },
    /// The employee is still ill, so cannot fall ill again.
    #[error("de werknemer is nog ziek gemeld sinds `{sinds}`")]
    NogZiek {
        /// First day of the running spell.
        sinds: Datum,
    },
    /// The gap is four weeks or more: a new case.
    #[error("tussen herstel en nieuwe ziekte liggen `{dagen}` dagen: dit is een nieuw ziektegeval")]
    KetenVerbroken {
        /// Days between (at least 28), with the leave that interrupts.
        dagen: i32,
    },
    /// Spells overlap or a recovery lies before its spell.
    #[error("de perioden van ziekte en herstel sluiten niet op elkaar aan rond `{datum}`")]
    PeriodenOnsamenhangend {
        /// Where it goes wrong.
        datum: Datum,
    },
    /// Leave overlaps with other leave.
    #[error("er is al verlof vastgelegd van `{van}` tot en met `{tot_en_met}`")]
    VerlofOverlapt {
        /// First day of the other leave.
        van: Datum,
        /// Last day of the other leave.
        tot_en_met: Datum,
    },
    /// There is no probleemanalyse.
    #[error("er is nog geen probleemanalyse")]
    GeenProbleemanalyse,
    /// There is a probleemanalyse already.
    #[error("er is al een probleemanalyse, van `{op}`")]
    AlProbleemanalyse {
        /// Its day.
        op: Datum,
    },
    /// There is no plan van aanpak.
    #[error("er is nog geen plan van aanpak")]
    GeenPlanVanAanpak,
    /// There is a plan van aanpak already.
    #[error("er is al een plan van aanpak, van `{op}`")]
    AlPlanVanAanpak {
        /// Its day.
        op: Datum,
    },
    /// A party did not sign and did not refuse with a motivation.
    #[error("de handtekening van de {} ontbreekt", partij_tekst(*.partij))]
    HandtekeningOntbreekt {
        /// Which party.
        partij: Partij,
    },
    /// A degree of incapacity without a judgement of the bedrijfsarts.
    #[error("er is geen oordeel van de bedrijfsarts waar dit percentage op rust")]
    GeenOordeelBedrijfsarts,
    /// The document has no content.
    #[error("`{element}` heeft geen inhoud")]
    InhoudOntbreekt {
        /// Which document.
        element: &'static str,
    },
    /// The document was taken in before, with other facts, or was withdrawn.
    #[error("stuk `{}` is al eerder vastgelegd", .stuk.0)]
    StukAlBekend {
        /// Which document.
        stuk: StukId,
    },
    /// The document referred to is not in the dossier.
    #[error("`{veld}` verwijst naar stuk `{}`, dat niet in dit dossier staat", .stuk.0)]
    StukOnbekend {
        /// Name of the field.
        veld: &'static str,
        /// Which document.
        stuk: StukId,
    },
    /// The document referred to was withdrawn.
    #[error("`{veld}` verwijst naar stuk `{}`, dat is ingetrokken", .stuk.0)]
    StukIngetrokken {
        /// Name of the field.
        veld: &'static str,
        /// Which document.
        stuk: StukId,
    },
    /// The document referred to is of another kind.
    #[error("`{veld}` verwijst naar stuk `{}`, maar dat is geen {verwacht}", .stuk.0)]
    StukVanAndereSoort {
        /// Name of the field.
        veld: &'static str,
        /// Which document.
        stuk: StukId,
        /// What it should have been.
        verwacht: &'static str,
    },
    /// The version referred to was replaced already: versions form one line.
    #[error("stuk `{}` is al vervangen door een nieuwere versie", .stuk.0)]
    AlVervangen {
        /// Which version.
        stuk: StukId,
    },
    /// A document is dated before the document it builds on.
    #[error("`{veld}` (`{datum}`) ligt voor {voorganger} van `{voorganger_op}`")]
    VoorVoorganger {
        /// Name of the field.
        veld: &'static str,
        /// Its value.
        datum: Datum,
        /// What it builds on, with its article.
        voorganger: &'static str,
        /// Day of what it builds on.
        voorganger_op: Datum,
    },
    /// The same fact stands in the dossier already, under another document.
    #[error("{wat} staat al in het dossier, per `{op}`")]
    AlVastgelegd {
        /// Which fact, with its article.
        wat: &'static str,
        /// Its day.
        op: Datum,
    },
    /// Two fields of one command contradict each other.
    #[error("`{veld}` past niet bij `{met}`")]
    VeldenTegenstrijdig {
        /// Name of the field.
        veld: &'static str,
        /// Name of the other field.
        met: &'static str,
    },
    /// Name or function of the author or of a signatory is empty.
    #[error("bij `{veld}` ontbreekt de naam of de functie")]
    NaamOfFunctieOntbreekt {
        /// Name of the field.
        veld: &'static str,
    },
    /// The newest judgement of the bedrijfsarts asks for no plan.
    #[error("volgens de bedrijfsarts is sinds `{op}` geen plan van aanpak nodig")]
    PlanNietNodig {
        /// Day of that judgement.
        op: Datum,
    },
    /// A recovery on the first sick day leaves no sick day at all.
    #[error("bij herstel per `{eerste_ziektedag}` is er geen enkele ziektedag")]
    GeenZiektedag {
        /// First day of that spell.
        eerste_ziektedag: Datum,
    },
    /// A measure on wages is still running.
    #[error("er loopt al een loonmaatregel sinds `{vanaf}`")]
    MaatregelLoopt {
        /// First day of the running measure.
        vanaf: Datum,
    },
    /// What should end has ended.
    #[error("dit is al beëindigd per `{op}`")]
    AlBeeindigd {
        /// Day of the end.
        op: Datum,
    },
    /// The employee gave the opinion already.
    #[error("de werknemer heeft op `{op}` al een oordeel gegeven")]
    OordeelAlGegeven {
        /// Day of the opinion.
        op: Datum,
    },
    /// A relapse within four weeks would still belong to this dossier.
    #[error("een terugval tot en met `{tot_en_met}` hoort nog bij dit dossier")]
    KetenLoopt {
        /// Last day of the watch of four weeks.
        tot_en_met: Datum,
    },
    /// The wachttijd is not over.
    #[error("de wachttijd loopt tot en met `{tot_en_met}`")]
    WachttijdLoopt {
        /// Last day of the wachttijd.
        tot_en_met: Datum,
    },
    /// The wachttijd is over, but the wages run on: a late WIA application or a loonsanctie.
    #[error("de loondoorbetaling loopt tot en met `{tot_en_met}`")]
    LoondoorbetalingLoopt {
        /// Last day of loondoorbetaling.
        tot_en_met: Datum,
    },
    /// The employment did not end, or not yet.
    #[error("het dienstverband is nog niet geëindigd")]
    DienstverbandLoopt,
    /// The AOW date is not known or has not come.
    #[error("de AOW is nog niet ingegaan")]
    NogGeenAow,
    /// A correction, a closing or a reopening is not corrected itself.
    #[error("een {wat} kan zelf niet worden gecorrigeerd")]
    NietTeCorrigeren {
        /// Which kind of fact.
        wat: &'static str,
    },
    /// Another fact refers to the fact that should be withdrawn.
    #[error("stuk `{}` verwijst nog naar dit stuk", .door.0)]
    StukInGebruik {
        /// The fact that refers to it.
        door: StukId,
    },
    /// The first ziekmelding carries the dossier and cannot be withdrawn.
    #[error("de ziekmelding waarmee het dossier begint kan niet worden ingetrokken")]
    EersteZiekmeldingBlijft,
    /// The employment ended already.
    #[error("het dienstverband is al geëindigd op `{laatste_werkdag}`")]
    DienstverbandAlBeeindigd {
        /// Last working day.
        laatste_werkdag: Datum,
    },
    /// UWV can impose no loonsanctie after the wachttijd and the delay of the WIA application.
    #[error("een loonsanctie na de laatste dag van de loondoorbetaling (`{laatste_dag}`) kan niet")]
    LoonsanctieTeLaat {
        /// Last day of loondoorbetaling without a loonsanctie.
        laatste_dag: Datum,
    },
    /// A decision on a loonsanctie that does not exist.
    #[error("er is geen loonsanctie opgelegd")]
    GeenLoonsanctie,
    /// A text tells about illness where others than doctor and employee can read it. Never holds what
    /// was found.
    #[error("in `{veld}` staat een woord dat iets zegt over {}", .wat.naam())]
    GezondheidInTekst {
        /// Path of the field.
        veld: String,
        /// What the word is about.
        wat: Woordsoort,
    },
    /// The protocol of the employer has no such step. The name is not repeated: anything may be typed there.
    #[error("`stap` noemt geen stap uit het protocol van de werkgever")]
    StapOnbekend,
    /// A reminder is not put off.
    #[error(transparent)]
    GeenUitstel(#[from] GeenUitstel),
    /// This party signed already.
    #[error("de {} heeft dit stuk op `{op}` al getekend", partij_tekst(*.partij))]
    AlGetekend {
        /// Which party.
        partij: Partij,
        /// Day of the signature.
        op: Datum,
    },
    /// The document is another one than was shown to whoever signs.
    #[error("stuk `{}` is veranderd sinds het werd getoond", .stuk.0)]
    AndersDanGetoond {
        /// Which document.
        stuk: StukId,
    },
    /// The portal of UWV takes no such large file.
    #[error("het bestand is `{bytes}` bytes; hoogstens {BYTES_HOOGSTENS} kan")]
    BestandTeGroot {
        /// Size.
        bytes: u64,
    },
    /// The portal of UWV takes no such file.
    #[error("dit bestand is geen PDF, JPG of DOCX")]
    BestandVanAndereSoort,
    /// Nobody but the author signs this element.
    #[error("een {} tekent alleen wie het stuk opstelde", .element.naam().to_lowercase())]
    TekentAlleenAuteur {
        /// Which element.
        element: Element,
    },
    /// Elements of the re-integratieverslag are missing.
    #[error("het re-integratieverslag is niet compleet: {} ontbreekt", elementen_tekst(.ontbreekt))]
    RivNietCompleet {
        /// What is missing.
        ontbreekt: Vec<Element>,
    },
}

fn partij_tekst(partij: Partij) -> &'static str {
    match partij {
        Partij::Werkgever => "werkgever",
        Partij::Werknemer => "werknemer",
    }
}

fn elementen_tekst(elementen: &[Element]) -> String {
    elementen.iter().map(|element| element.naam()).collect::<Vec<_>>().join(", ")
}
