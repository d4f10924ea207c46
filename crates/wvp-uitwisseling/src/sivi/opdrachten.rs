//! What a report of absence asks of a dossier: commands, decided on the fields and never on a code whose meaning
//! is not known.
//!
//! Every command has a number of its own that follows from the report, so the same report again asks nothing new.
//! What only somebody else may record is named and left: which share of work is lost only the bedrijfsarts says
//! (Abrona, AP 2016), that a vangnet applies only the employee or the arbodienst.

use wvp_domain::mijlpaal::correctie::{Gecorrigeerd, Reden, Wordt};
use wvp_domain::mijlpaal::gedeeld::Percentage;
use wvp_domain::mijlpaal::hernieuwde_ziekmelding::Terugval;
use wvp_domain::mijlpaal::herstelmelding::Herstel;
use wvp_domain::mijlpaal::inzetbaarheid::Wijziging;
use wvp_domain::mijlpaal::ziekmelding::{Bereikbaarheid, Melding as Ziek};
use wvp_domain::rekenmachine::InvoerFout;
use wvp_domain::{
    Command, Datum, Dossier, Event, Feit, Kenmerk, Secties, StukId, WerkgeverId, WerknemerId,
};

use super::inschrijving::{naam, verblijfadres};
use super::per_melding::Melding;
use super::{Verzuim, Volgnummer};

/// Why no command follows from a field: the rule by which it is left.
const ALLEEN_ARTS: &str = "een percentage rust op een oordeel van de bedrijfsarts (AP 2016)";
const ALLEEN_WERKNEMER: &str =
    "dat er een vangnet is, leggen alleen de werknemer en de arbodienst vast (R-201)";
const ANDERS: &str = "onder dit volgnummer staat al iets anders; stuur het onder een nieuw nummer";

/// Under which ids a report is recorded.
pub struct Nummers<'a> {
    /// The employee.
    pub werknemer: WerknemerId,
    /// The employer.
    pub werkgever: WerkgeverId,
    /// The number of one fact of one report of this case.
    pub stuk: &'a dyn Fn(Volgnummer, Soort) -> StukId,
}

/// Which fact of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Soort {
    /// That illness began.
    Begin,
    /// That it began on another day.
    AndereDag,
    /// Which share of work is lost.
    Percentage,
    /// That it ended.
    Einde,
}

impl Soort {
    /// Every fact that a report may hold.
    pub const ALLE: [Self; 4] = [Self::Begin, Self::AndereDag, Self::Percentage, Self::Einde];
}

/// What a report asks.
pub struct Gevraagd {
    /// What is not recorded yet, in order.
    pub opdrachten: Vec<Command>,
    /// Whether something of it is recorded already, or a later report of the same case.
    pub al_bekend: bool,
    /// What is left to somebody else, with its field and the rule.
    pub gelaten: Vec<InvoerFout>,
}

/// What a report asks of the dossier that it belongs to; `events` are the facts of that dossier.
///
/// # Errors
///
/// Why nothing of the report can be taken in: the field, and the rule. The value is not repeated.
pub fn gevraagd(
    melding: &Melding,
    nummers: &Nummers<'_>,
    dossier: &Dossier,
    events: &[Event],
) -> Result<Gevraagd, InvoerFout> {
    let wens = Wens { melding, verzuim: &melding.verzuim, nummers, dossier, events };
    let bekend: Vec<&Event> = Soort::ALLE.into_iter().filter_map(|it| wens.bekend(it)).collect();
    if bekend.iter().any(|event| !zegt_hetzelfde(event, wens.verzuim)) {
        return Err(fout("VrzmgvlVnrMld", ANDERS));
    }
    let is_achterhaald = wens.is_achterhaald();
    let al_bekend = is_achterhaald || !bekend.is_empty();
    let mut gevraagd = Gevraagd { opdrachten: vec![], al_bekend, gelaten: vec![] };
    if is_achterhaald {
        return Ok(gevraagd);
    }
    let begin = wens.begin();
    let is_nieuw = begin.is_some();
    gevraagd.opdrachten.extend(begin);
    if !is_nieuw {
        gevraagd.opdrachten.extend(wens.andere_dag()?);
    }
    gevraagd.opdrachten.extend(wens.einde(is_nieuw)?);
    match wens.percentage(is_nieuw) {
        Ok(opdracht) => gevraagd.opdrachten.extend(opdracht),
        Err(fout) if gevraagd.opdrachten.is_empty() && !al_bekend => return Err(fout),
        Err(fout) => gevraagd.gelaten.push(fout),
    }
    if wens.verzuim.vangnet.code() == "J" {
        gevraagd.gelaten.push(fout("VngntJN", ALLEEN_WERKNEMER));
    }
    Ok(gevraagd)
}

struct Wens<'a> {
    melding: &'a Melding,
    verzuim: &'a Verzuim,
    nummers: &'a Nummers<'a>,
    dossier: &'a Dossier,
    events: &'a [Event],
}

impl Wens<'_> {
    fn stuk(&self, soort: Soort) -> StukId {
        (self.nummers.stuk)(self.verzuim.volgnummer, soort)
    }

    fn bekend(&self, soort: Soort) -> Option<&Event> {
        let gezocht = Kenmerk::Stuk(self.stuk(soort));
        self.events.iter().find(|event| event.kenmerk() == gezocht)
    }

    fn is_geeindigd(&self) -> bool {
        self.verzuim.is_geeindigd.code() == "J"
    }

    /// Whether a later report of the case was taken in already. What this one says was true before that.
    fn is_achterhaald(&self) -> bool {
        let later = self.verzuim.volgnummer.0.saturating_add(1)..=Volgnummer::LAATSTE;
        !self.dossier.stukken.is_empty()
            && later.map(Volgnummer).any(|nummer| {
                let mut stukken =
                    Soort::ALLE.map(|soort| (self.nummers.stuk)(nummer, soort)).into_iter();
                stukken.any(|stuk| self.dossier.stukken.contains(&stuk))
            })
    }

    /// The first report of illness, or illness again after recovery.
    fn begin(&self) -> Option<Command> {
        if self.bekend(Soort::Begin).is_some() {
            return None;
        }
        let (verzuim, stuk) = (self.verzuim, self.stuk(Soort::Begin));
        let gemeld = |dag: Datum| verzuim.gemeld_bij_werkgever.unwrap_or(dag).max(dag);
        let Some(laatste) = self.dossier.perioden().pop() else {
            let a = Ziek {
                stuk,
                werknemer: self.nummers.werknemer,
                werkgever: self.nummers.werkgever,
                naam: naam(&self.melding.werknemer),
                eerste_ziektedag: verzuim.eerste_dag,
                gemeld_op: gemeld(verzuim.eerste_dag),
                werkhervatting_verwacht: verzuim.herstel_verwacht,
            };
            let verblijfadres = verblijfadres(&self.melding.werknemer);
            let d = Bereikbaarheid { telefoon: None, verblijfadres };
            return Some(Command::MeldZiek(Secties::proces(a).met_d(d)));
        };
        let hersteld_per = laatste.hersteld_per?;
        let eerste_ziektedag =
            if verzuim.eerste_dag >= hersteld_per { verzuim.eerste_dag } else { verzuim.per };
        if self.is_geeindigd() && verzuim.eerste_dag < hersteld_per {
            return None;
        }
        let gemeld_op = gemeld(eerste_ziektedag);
        let a = Terugval { stuk, eerste_ziektedag, gemeld_op, telt_niet_voor_opzegverbod: false };
        Some(Command::MeldOpnieuwZiek(Secties::proces(a)))
    }

    /// Illness began on another day than was reported before.
    fn andere_dag(&self) -> Result<Option<Command>, InvoerFout> {
        let dag = self.verzuim.eerste_dag;
        let Some(oud) = self.verzuim.eerste_dag_oud.filter(|oud| *oud != dag) else {
            return Ok(None);
        };
        if self.bekend(Soort::AndereDag).is_some() {
            return Ok(None);
        }
        let eerste = self.dossier.ziekmelding.iter().map(|it| (it.datum(), it.stuk()));
        let later = self.dossier.hernieuwde_ziekmelding.iter().map(|it| (it.datum(), it.stuk()));
        let gevonden = eerste.chain(later).find(|(datum, _)| *datum == oud);
        let Some((_, van)) = gevonden else {
            let regel = "op deze dag begint in het dossier geen ziekte";
            return Err(fout("DatEerstVrzmdgOud", regel));
        };
        let stuk = self.stuk(Soort::AndereDag);
        let (wordt, op) = (Wordt::Datum(dag), self.melding.kop.datum.max(dag));
        let a = Gecorrigeerd { stuk, van, wordt, op, reden: Reden::LaterGebleken };
        Ok(Some(Command::CorrigeerFeit(Secties::proces(a))))
    }

    /// Fit again; `is_nieuw` says that the illness itself is in this report.
    fn einde(&self, is_nieuw: bool) -> Result<Option<Command>, InvoerFout> {
        if !self.is_geeindigd() || self.bekend(Soort::Einde).is_some() {
            return Ok(None);
        }
        let Some(dag) = self.verzuim.hersteld else {
            let regel = "bij een einde hoort de eerste dag waarop de werknemer weer kan werken; een \
                         ander einde legt u vast in het dossier";
            return Err(fout("DatHrstld", regel));
        };
        let laatste = self.dossier.perioden().pop().and_then(|it| it.hersteld_per);
        if !is_nieuw && laatste == Some(dag) {
            return Ok(None);
        }
        let stuk = self.stuk(Soort::Einde);
        let gemeld_op =
            self.verzuim.hersteld_bij_werkgever.unwrap_or(dag).max(self.verzuim.eerste_dag);
        let a = Herstel { stuk, eerste_dag_geschikt: dag, gemeld_op };
        Ok(Some(Command::MeldHersteld(Secties::proces(a))))
    }

    /// Another share of work than the dossier knows, on the newest judgement of the bedrijfsarts.
    fn percentage(&self, is_nieuw: bool) -> Result<Option<Command>, InvoerFout> {
        let gemeld = self.verzuim.percentage.honderdsten();
        let bekend = if is_nieuw { GEHEEL } else { self.percentage_nu() };
        if self.is_geeindigd() || gemeld == bekend || self.bekend(Soort::Percentage).is_some() {
            return Ok(None);
        }
        let grond = if is_nieuw { None } else { self.oordeel() };
        let gemeld = u16::try_from(gemeld).ok().and_then(|it| Percentage::try_new(it).ok());
        let (Some(grond), Some(ao_percentage)) = (grond, gemeld) else {
            return Err(fout("PrcVrzm", ALLEEN_ARTS));
        };
        let (stuk, vanaf) = (self.stuk(Soort::Percentage), self.verzuim.per);
        let a = Wijziging { stuk, vanaf, ao_percentage, uren_per_week: None, grond };
        Ok(Some(Command::WijzigInzetbaarheid(Secties::proces(a))))
    }

    fn percentage_nu(&self) -> u32 {
        let begin = self.dossier.perioden().pop().map(|it| it.eerste_ziektedag);
        let laatste = self.dossier.inzetbaarheid.last();
        let geldt = laatste.filter(|it| begin.is_some_and(|begin| it.vanaf >= begin));
        geldt.map_or(GEHEEL, |it| it.ao_percentage.honderdsten().into())
    }

    /// The newest judgement of the bedrijfsarts from before this share of work.
    fn oordeel(&self) -> Option<StukId> {
        let dossier = self.dossier;
        let spreekuren = dossier.spreekuur.iter().map(|it| (it.datum(), it.stuk()));
        let analyses = dossier.probleemanalyse.iter().map(|it| (it.datum(), it.stuk()));
        let bijgesteld =
            dossier.bijstelling_probleemanalyse.iter().map(|it| (it.datum(), it.stuk()));
        let alle = spreekuren.chain(analyses).chain(bijgesteld);
        let ervoor = alle.filter(|(datum, _)| *datum <= self.verzuim.per);
        ervoor.max_by_key(|(datum, _)| *datum).map(|(_, stuk)| stuk)
    }
}

/// All work, in hundredths of a per cent.
const GEHEEL: u32 = 10_000;

/// Whether a fact that came with this report says what the report says now.
fn zegt_hetzelfde(event: &Event, verzuim: &Verzuim) -> bool {
    if let Event::ZiekmeldingOntvangen(e) = event {
        e.a.eerste_ziektedag == verzuim.eerste_dag
    } else if let Event::OpnieuwZiekGemeld(e) = event {
        [verzuim.eerste_dag, verzuim.per].contains(&e.a.eerste_ziektedag)
    } else if let Event::HersteldGemeld(e) = event {
        Some(e.a.eerste_dag_geschikt) == verzuim.hersteld
    } else if let Event::InzetbaarheidGewijzigd(e) = event {
        e.a.vanaf == verzuim.per
            && u32::from(e.a.ao_percentage.honderdsten()) == verzuim.percentage.honderdsten()
    } else if let Event::FeitGecorrigeerd(e) = event {
        e.a.wordt == Wordt::Datum(verzuim.eerste_dag)
    } else {
        false
    }
}

fn fout(veld: &str, regel: &str) -> InvoerFout {
    let waarde = "(niet herhaald)".to_owned();
    InvoerFout { veld: veld.to_owned(), waarde, regel: regel.to_owned() }
}
