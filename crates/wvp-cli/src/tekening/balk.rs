//! The case as a bar: weeks of illness from left to right, how much is worked, and the milestones.

use std::collections::BTreeMap;

use wvp_domain::{Datum, Dossier};
use wvp_projections::Tijdlijn;

/// Cells of the bar.
const CELLEN: i32 = 91;
/// The bar shows at least the 104 weeks of the wachttijd.
const MINSTENS_DAGEN: i32 = 728;
/// Columns before the bar.
const MARGE: &str = "    ";

/// Milestones with a mark of their own, in the order in which they win a shared cell.
const TEKENS: &[(char, &str)] = &[
    ('W', "WIA-aanvraag"),
    ('R', "Re-integratieverslag aan werknemer"),
    ('c', "Concept re-integratieverslag"),
    ('E', "Eerstejaarsevaluatie"),
    ('4', "Melding aan UWV in week 42"),
    ('A', "Probleemanalyse"),
    ('P', "Plan van aanpak"),
    ('B', "Besluit van UWV"),
    ('O', "Actueel oordeel"),
    ('M', "Medische informatie"),
    ('F', "Eindevaluatie"),
    ('2', "Besluit tweede spoor"),
    ('a', "Bijstelling probleemanalyse"),
    ('p', "Bijstelling plan van aanpak"),
    ('t', "Hernieuwde ziekmelding"),
    ('h', "Herstelmelding"),
    ('x', "Einde dienstverband"),
    ('u', "Brief van UWV"),
];

/// The bar with its scale, marks and legend, up to and including the day `tot`; nothing without a
/// first day of illness.
pub(crate) fn balk(tijdlijn: &Tijdlijn, dossier: &Dossier, tot: Datum) -> Vec<String> {
    let Some(eerste) = tijdlijn.eerste_ziektedag else { return vec![] };
    let feiten = || tijdlijn.regels.iter().filter(|regel| regel.datum <= tot);
    let laatste = feiten().map(|regel| regel.datum).max().unwrap_or(eerste);
    let dagen = eerste.dagen_tot(laatste).saturating_add(1).max(MINSTENS_DAGEN);
    let stap = (dagen + CELLEN - 1) / CELLEN;
    let cel = |dag: Datum| eerste.dagen_tot(dag) / stap;
    let mut tekens: BTreeMap<i32, char> = BTreeMap::new();
    let mut legenda: Vec<String> = Vec::new();
    for (teken, titel) in TEKENS {
        let plaatsen: Vec<i32> =
            feiten().filter(|it| it.titel == *titel).map(|it| cel(it.datum)).collect();
        if !plaatsen.is_empty() {
            legenda.push(format!("{teken} {titel}"));
        }
        for plaats in plaatsen {
            tekens.entry(plaats).or_insert(*teken);
        }
    }
    let stippen: BTreeMap<i32, char> = feiten()
        .filter_map(|regel| match regel.titel {
            "Voortgangsgesprek" => Some((cel(regel.datum), '◦')),
            "Spreekuur" => Some((cel(regel.datum), '•')),
            _ => None,
        })
        .collect();
    legenda.push("• Spreekuur".to_owned());
    legenda.push("◦ Voortgangsgesprek".to_owned());
    let werk = (0..CELLEN).map(|i| vulling(dossier, eerste.plus(i * stap), laatste));
    let rijen = [schaal(stap), werk.collect(), rij(&tekens), rij(&stippen)];
    let uitleg = "█ geen werk  ▓▒░ deels aan het werk  · hersteld  ~ verlof".to_owned();
    rijen
        .into_iter()
        .chain(kolommen(&legenda))
        .chain([uitleg])
        .map(|regel| format!("{MARGE}{}", regel.trim_end()))
        .collect()
}

/// The legend in as many columns as fit.
fn kolommen(legenda: &[String]) -> Vec<String> {
    let breedte = legenda.iter().map(|een| een.chars().count()).max().unwrap_or(1) + 2;
    let naast = (super::BREEDTE - MARGE.len()) / breedte;
    legenda
        .chunks(naast.max(1))
        .map(|rij| rij.iter().map(|een| format!("{een:breedte$}")).collect::<Vec<_>>().concat())
        .collect()
}

/// The numbers of the weeks above the bar, a quarter of a year apart.
fn schaal(stap: i32) -> String {
    let mut tekst = String::new();
    for week in (0..).map(|keer| keer * 13).take_while(|week| week * 7 / stap < CELLEN - 3) {
        let kolom = usize::try_from(week * 7 / stap).unwrap_or_default();
        let vulling = kolom.saturating_sub(tekst.chars().count());
        tekst.push_str(&" ".repeat(vulling));
        tekst = format!("{tekst}╷{}", week + 1);
    }
    tekst
}

fn rij(plaatsen: &BTreeMap<i32, char>) -> String {
    let rij: String = (0..CELLEN).map(|i| plaatsen.get(&i).copied().unwrap_or(' ')).collect();
    rij.trim_end().to_owned()
}

/// How a day looks: ill and not at work, partly at work, recovered, on leave, or not there yet.
fn vulling(dossier: &Dossier, dag: Datum, tot: Datum) -> char {
    if dag > tot {
        return ' ';
    }
    if dossier.verlof.iter().any(|verlof| verlof.van <= dag && dag <= verlof.tot_en_met) {
        return '~';
    }
    let ziek = dossier.perioden().iter().any(|periode| {
        periode.eerste_ziektedag <= dag && periode.hersteld_per.is_none_or(|per| dag < per)
    });
    if !ziek {
        return '·';
    }
    let wijziging = dossier.inzetbaarheid.iter().filter(|wijziging| wijziging.vanaf <= dag);
    let honderdsten = wijziging
        .max_by_key(|wijziging| wijziging.vanaf)
        .map_or(10_000, |wijziging| wijziging.ao_percentage.honderdsten());
    match honderdsten {
        ..=3_333 => '░',
        3_334..=6_666 => '▒',
        6_667..=9_999 => '▓',
        10_000.. => '█',
    }
}
