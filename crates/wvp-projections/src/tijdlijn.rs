//! The timeline of a dossier as one reader sees it: the facts that reader may see, in words.
//!
//! The engine leaves out the facts a reader may not know of and closes sections. What is left must
//! not give the rest away: no sequence numbers, and nothing that points at a fact that is not there.

pub mod beeld;
mod herinneringen;
mod verwijzingen;

use wvp_domain::beschrijving::{Beschrijving, Deel, beschrijf};
use wvp_domain::mijlpaal::correctie::{Gecorrigeerd, Wordt};
use wvp_domain::termijn::{Termijnstand, agenda};
use wvp_domain::{Datum, Event, Kenmerk, StukId, replay};

use crate::termijnen::verschoven;
use verwijzingen::Vindplaatsen;

/// A fact with when and by whom it was recorded. Has no `Debug`: it may hold open sections.
#[derive(Clone, PartialEq, Eq)]
pub struct Vastgelegd {
    /// The fact, with what is closed to the reader left closed.
    pub event: Event,
    /// Day on which it was recorded (Amsterdam).
    pub vastgelegd_op: Datum,
    /// Function of the one who recorded it, for example "bedrijfsarts".
    pub door: String,
}

/// Whether reminders are shown: they help who runs the case and are noise to all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Herinneringen {
    /// One short line per day.
    Tonen,
    /// Not shown.
    Weglaten,
}

/// A timeline. Has no `Debug`: it holds what sections hold.
#[derive(Clone, PartialEq, Eq)]
pub struct Tijdlijn {
    /// First day of illness; none without a ziekmelding.
    pub eerste_ziektedag: Option<Datum>,
    /// The same, shifted by gaps and leave (D*, C-08).
    pub verschoven_eerste_ziektedag: Option<Datum>,
    /// The facts, by day; on one day in the order in which they were recorded.
    pub regels: Vec<Regel>,
    /// The terms as they follow from the facts this reader may see; empty for a case older than the
    /// rules we know.
    pub termijnen: Vec<Termijnstand>,
}

/// One line.
#[derive(Clone, PartialEq, Eq)]
pub struct Regel {
    /// The day the fact is about, as it was recorded.
    pub datum: Datum,
    /// Week of illness of that day, from 1; none before the first day of illness.
    pub week: Option<i32>,
    /// Name of the milestone.
    pub titel: &'static str,
    /// The document of the fact; none for reminders.
    pub stuk: Option<StukId>,
    /// Function of the one who recorded it.
    pub door: String,
    /// Day on which it was recorded.
    pub vastgelegd_op: Datum,
    /// The sections that are open to the reader.
    pub delen: Vec<Deel>,
    /// What later corrections made of it, oldest first.
    pub opmerkingen: Vec<Opmerking>,
}

/// What a later correction made of a fact. The line itself stays as it was recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opmerking {
    /// The fact never was.
    Ingetrokken {
        /// Day of the correction.
        op: Datum,
    },
    /// The fact is about another day.
    Verplaatst {
        /// The other day.
        naar: Datum,
        /// Day of the correction.
        op: Datum,
    },
}

impl Opmerking {
    /// The note in words.
    #[must_use]
    pub fn tekst(self) -> String {
        match self {
            Self::Ingetrokken { op } => format!("Ingetrokken op {}", op.voluit()),
            Self::Verplaatst { naar, op } => {
                format!("Gecorrigeerd op {}: de datum is {}", op.voluit(), naar.voluit())
            }
        }
    }
}

/// Folds the facts a reader may see (oldest first) into a timeline.
///
/// Terms are as on `vandaag`. For "the facts of that day" the caller leaves out what was recorded
/// after it.
#[must_use]
pub fn tijdlijn(feiten: &[Vastgelegd], vandaag: Datum, herinneringen: Herinneringen) -> Tijdlijn {
    let vindplaatsen = Vindplaatsen::van(feiten);
    let zichtbaar: Vec<&Vastgelegd> =
        feiten.iter().filter(|feit| vindplaatsen.kent_oorzaak(&feit.event)).collect();
    let dossier = replay(zichtbaar.iter().map(|feit| &feit.event));
    let eerste_ziektedag = dossier.eerste_ziektedag();
    let mut regels: Vec<Regel> = zichtbaar
        .iter()
        .filter(|feit| !herinneringen::is_herinnering(&feit.event))
        .map(|feit| regel(feit, &zichtbaar, &vindplaatsen))
        .collect();
    match herinneringen {
        Herinneringen::Tonen => regels.extend(herinneringen::per_dag(&zichtbaar)),
        Herinneringen::Weglaten => {}
    }
    for regel in &mut regels {
        regel.week = eerste_ziektedag.and_then(|eerste| ziekteweek(eerste, regel.datum));
    }
    regels.sort_by_key(|regel| regel.datum);
    Tijdlijn {
        eerste_ziektedag,
        verschoven_eerste_ziektedag: verschoven(&dossier),
        regels,
        termijnen: agenda(&dossier, vandaag).unwrap_or_default(),
    }
}

fn regel(feit: &Vastgelegd, alle: &[&Vastgelegd], vindplaatsen: &Vindplaatsen) -> Regel {
    let Beschrijving { titel, datum, kenmerk, delen } = beschrijf(&feit.event);
    let stuk = match kenmerk {
        Kenmerk::Stuk(stuk) => Some(stuk),
        Kenmerk::Herinnering(_) | Kenmerk::Stapherinnering(_) | Kenmerk::Verzoek(_) => None,
    };
    Regel {
        datum,
        week: None,
        titel,
        stuk,
        door: feit.door.clone(),
        vastgelegd_op: feit.vastgelegd_op,
        delen: delen.into_iter().map(|deel| vindplaatsen.in_woorden(deel)).collect(),
        opmerkingen: correcties(alle)
            .filter(|correctie| Some(correctie.van) == stuk)
            .map(opmerking)
            .collect(),
    }
}

fn correcties<'a>(alle: &'a [&'a Vastgelegd]) -> impl Iterator<Item = &'a Gecorrigeerd> {
    alle.iter().filter_map(|feit| verwijzingen::als_correctie(&feit.event))
}

fn opmerking(correctie: &Gecorrigeerd) -> Opmerking {
    match correctie.wordt {
        Wordt::Ingetrokken => Opmerking::Ingetrokken { op: correctie.op },
        Wordt::Datum(naar) => Opmerking::Verplaatst { naar, op: correctie.op },
    }
}

/// Week of illness of a day, from 1; none before the first day of illness.
fn ziekteweek(eerste_ziektedag: Datum, dag: Datum) -> Option<i32> {
    let dagen = eerste_ziektedag.dagen_tot(dag);
    (dagen >= 0).then(|| dagen / 7 + 1)
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use wvp_domain::TermijnId;
    use wvp_domain::beschrijving::Waarde;
    use wvp_domain::mijlpaal::correctie::Wordt;
    use wvp_domain::mijlpaal::herinnering::Ontvanger;

    use super::{Herinneringen, Regel, Tijdlijn, Vastgelegd};
    use crate::voorbeeld::{
        aan_arbodienst, correctie, datum, half_aan_het_werk, herinnering, hersteld, op, spreekuur,
        stuk, weer_ziek, ziek,
    };

    #[test]
    fn feiten_staan_op_dag_met_ziekteweek_en_open_delen() {
        let feiten = [
            op("2025-03-03", "werkgever", ziek()),
            op("2025-03-21", "bedrijfsarts", spreekuur()),
            op("2025-03-22", "werkgever", aan_arbodienst()),
            op("2025-03-24", "casemanager", half_aan_het_werk()),
        ];
        insta::assert_snapshot!(voluit(&zien(&feiten)), @"
        2025-03-03 week 1 Ziekmelding (werkgever, 2025-03-03)
          Naam: Sanne de Wit
          Eerste ziektedag: 2025-03-03
          Gemeld op: 2025-03-03
        2025-03-04 week 1 Melding aan arbodienst (werkgever, 2025-03-22)
          Gemeld op: 2025-03-04
        2025-03-20 week 3 Spreekuur (bedrijfsarts, 2025-03-21)
          Gehouden op: 2025-03-20
          Opgesteld door: A. Vos, bedrijfsarts
          Contact: Telefonisch
          Werknemer werkt mee: ja
          Mogelijkheden: Zittend werk
        2025-03-24 week 4 Wijziging inzetbaarheid (casemanager, 2025-03-24)
          Vanaf: 2025-03-24
          Arbeidsongeschikt: 50%
          Op grond van: Spreekuur van 20 maart 2025
        ");
    }

    #[test]
    fn een_verwijzing_naar_een_feit_buiten_zicht_blijft_weg() {
        let feiten = [
            op("2025-03-03", "werkgever", ziek()),
            op("2025-03-24", "casemanager", half_aan_het_werk()),
        ];
        assert!(!voluit(&zien(&feiten)).contains("Op grond van"));
    }

    #[test]
    fn een_gecorrigeerd_feit_houdt_zijn_regel_met_een_opmerking() {
        let feiten = [
            op("2025-03-03", "werkgever", ziek()),
            op("2025-03-04", "werkgever", aan_arbodienst()),
            op("2025-03-21", "bedrijfsarts", spreekuur()),
            op(
                "2025-03-28",
                "werkgever",
                correctie(20, stuk(2), Wordt::Datum(datum("2025-03-05"))),
            ),
            op("2025-03-28", "bedrijfsarts", correctie(21, stuk(3), Wordt::Ingetrokken)),
        ];
        insta::assert_snapshot!(kort(&zien(&feiten)), @"
        2025-03-03 week 1 Ziekmelding (werkgever, 2025-03-03)
        2025-03-04 week 1 Melding aan arbodienst (werkgever, 2025-03-04) Gecorrigeerd op 28 maart 2025: de datum is 5 maart 2025
        2025-03-20 week 3 Spreekuur (bedrijfsarts, 2025-03-21) Ingetrokken op 28 maart 2025
        2025-03-28 week 4 Correctie (werkgever, 2025-03-28)
        2025-03-28 week 4 Correctie (bedrijfsarts, 2025-03-28)
        ");
    }

    #[test]
    fn een_correctie_van_een_feit_buiten_zicht_blijft_weg() {
        let feiten = [
            op("2025-03-03", "werkgever", ziek()),
            op("2025-03-28", "arbodienst", correctie(20, stuk(9), Wordt::Ingetrokken)),
        ];
        assert_eq!(zien(&feiten).regels.len(), 1);
    }

    #[test]
    fn herinneringen_van_een_dag_zijn_een_regel() {
        let feiten = [
            op("2025-03-03", "werkgever", ziek()),
            op(
                "2025-04-06",
                "systeem",
                herinner(TermijnId::Probleemanalyse, Ontvanger::Bedrijfsarts),
            ),
            op(
                "2025-04-06",
                "systeem",
                herinner(TermijnId::Probleemanalyse, Ontvanger::Casemanager),
            ),
            op("2025-04-06", "systeem", herinner(TermijnId::PlanVanAanpak, Ontvanger::Werkgever)),
        ];
        let tijdlijn = super::tijdlijn(&feiten, datum("2025-04-06"), Herinneringen::Tonen);
        insta::assert_snapshot!(voluit(&tijdlijn), @"
        2025-03-03 week 1 Ziekmelding (werkgever, 2025-03-03)
          Naam: Sanne de Wit
          Eerste ziektedag: 2025-03-03
          Gemeld op: 2025-03-03
        2025-04-06 week 5 Herinnering (systeem, 2025-04-06)
          Termijnen: Probleemanalyse, uiterlijk 13 april 2025, aan bedrijfsarts, casemanager | Plan van aanpak, uiterlijk 13 april 2025, aan werkgever
        ");
    }

    #[test]
    fn wie_de_zaak_niet_voert_ziet_geen_herinneringen() {
        let feiten = [
            op("2025-03-03", "werkgever", ziek()),
            op("2025-04-06", "systeem", herinner(TermijnId::Probleemanalyse, Ontvanger::Werknemer)),
        ];
        assert_eq!(zien(&feiten).regels.len(), 1);
    }

    #[test]
    fn een_onderbreking_verschuift_de_eerste_ziektedag() {
        let feiten = [
            op("2025-03-03", "werkgever", ziek()),
            op("2025-04-14", "werkgever", hersteld()),
            op("2025-05-11", "werkgever", weer_ziek()),
        ];
        let tijdlijn = zien(&feiten);
        assert_eq!(tijdlijn.eerste_ziektedag, Some(datum("2025-03-03")));
        assert_eq!(tijdlijn.verschoven_eerste_ziektedag, Some(datum("2025-03-30")));
    }

    #[test]
    fn termijnen_volgen_uit_wat_de_lezer_ziet() {
        let alles = [
            op("2025-03-03", "werkgever", ziek()),
            op("2025-03-04", "werkgever", aan_arbodienst()),
        ];
        let gemeld = |feiten: &[Vastgelegd]| {
            let termijnen = zien(feiten).termijnen;
            let melding = termijnen.iter().find(|it| it.id == TermijnId::MeldingArbodienst);
            melding.unwrap().voldaan_op
        };
        assert_eq!(gemeld(&alles), Some(datum("2025-03-04")));
        assert_eq!(gemeld(&alles[..1]), None);
    }

    fn herinner(termijn: TermijnId, aan: Ontvanger) -> wvp_domain::Event {
        herinnering("2025-04-06", termijn, aan)
    }

    fn zien(feiten: &[Vastgelegd]) -> Tijdlijn {
        super::tijdlijn(feiten, datum("2025-04-20"), Herinneringen::Weglaten)
    }

    fn kort(tijdlijn: &Tijdlijn) -> String {
        tijdlijn.regels.iter().map(regel).collect()
    }

    fn voluit(tijdlijn: &Tijdlijn) -> String {
        let mut tekst = String::new();
        for van in &tijdlijn.regels {
            tekst += &regel(van);
            for veld in van.delen.iter().flat_map(|deel| &deel.velden) {
                writeln!(tekst, "  {}: {}", veld.naam, waarde(&veld.waarde)).unwrap();
            }
        }
        tekst
    }

    fn regel(regel: &Regel) -> String {
        let week = regel.week.map(|week| format!("week {week}")).unwrap_or_default();
        let opmerkingen: Vec<String> =
            regel.opmerkingen.iter().map(|opmerking| opmerking.tekst()).collect();
        let tekst = format!(
            "{} {week} {} ({}, {}) {}",
            regel.datum,
            regel.titel,
            regel.door,
            regel.vastgelegd_op,
            opmerkingen.join("; ")
        );
        tekst.trim_end().to_owned() + "\n"
    }

    fn waarde(waarde: &Waarde) -> String {
        match waarde {
            Waarde::Tekst(tekst) => tekst.clone(),
            Waarde::Datum(datum) => datum.to_string(),
            Waarde::JaNee(keuze) => if *keuze { "ja" } else { "nee" }.to_owned(),
            Waarde::Lijst(punten) => punten.join(" | "),
            Waarde::Tabel { kop, rijen } => format!("{kop:?} {rijen:?}"),
            Waarde::Verwijzing(_) | Waarde::Identiteit(_) => "nummer".to_owned(),
        }
    }
}
