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

/// The bar with its scale, marks and legend; nothing without a first day of illness.
pub(crate) fn balk(tijdlijn: &Tijdlijn, dossier: &Dossier, tot: Datum) -> Vec<String> {
    let Some(eerste) = tijdlijn.eerste_ziektedag else { return vec![] };
    let laatste = tijdlijn.regels.last().map_or(tot, |regel| regel.datum);
    let dagen = eerste.dagen_tot(laatste).saturating_add(1).max(MINSTENS_DAGEN);
    let stap = (dagen + CELLEN - 1) / CELLEN;
    let cel = |dag: Datum| eerste.dagen_tot(dag) / stap;
    let mut regels = vec![
        format!("{MARGE}{}", schaal(stap)),
        format!("{MARGE}{}", (0..CELLEN).map(|i| vulling(dossier, eerste.plus(i * stap), tot)).collect::<String>()),
    ];
    let mut plaatsen: BTreeMap<i32, char> = BTreeMap::new();
    let mut legenda: Vec<String> = Vec::new();
    for (teken, titel) in TEKENS {
        for regel in tijdlijn.regels.iter().filter(|regel| regel.titel == *titel) {
            plaatsen.entry(cel(regel.datum)).or_insert(*teken);
            let uitleg = format!("{teken} {}", titel.to_lowercase().replace("uwv", "UWV"));
            if !legenda.contains(&uitleg) {
                legenda.push(uitleg);
            }
        }
    }
    regels.push(format!("{MARGE}{}", rij(&plaatsen)));
    let stippen = tijdlijn.regels.iter().filter_map(|regel| match regel.titel {
        "Spreekuur" => Some((cel(regel.datum), '•')),
        "Voortgangsgesprek" => Some((cel(regel.datum), '◦')),
        _ => None,
    });
    let stippen: BTreeMap<i32, char> = stippen.collect();
    if !stippen.is_empty() {
        regels.push(format!("{MARGE}{}", rij(&stippen)));
        legenda.push("• spreekuur  ◦ voortgangsgesprek".to_owned());
    }
    let uitleg = "█ geen werk  ▓▒░ deels aan het werk  · hersteld  ~ verlof";
    let legenda = super::gebroken(&legenda.join("  ").replace(' ', "\u{a0}").replace("\u{a0}\u{a0}", "  "), 92);
    regels.extend(legenda.into_iter().map(|regel| format!("{MARGE}{}", regel.replace('\u{a0}', " "))));
    regels.push(format!("{MARGE}{uitleg}"));
    regels
}

/// The numbers of the weeks above the bar, a quarter of a year apart.
fn schaal(stap: i32) -> String {
    let mut tekst = String::new();
    for week in (0..).map(|keer| keer * 13).take_while(|week| week * 7 / stap < CELLEN) {
        let kolom = usize::try_from(week * 7 / stap).unwrap_or_default();
        let vulling = kolom.saturating_sub(tekst.chars().count());
        tekst.push_str(&" ".repeat(vulling));
        tekst.push_str(&format!("╷{}", week + 1));
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
