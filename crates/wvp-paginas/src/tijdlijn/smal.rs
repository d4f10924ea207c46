//! The narrow picture: from top to bottom, names pushed apart until none touches another.

use std::fmt::Write as _;

use super::plaats::breedte;
use super::{ALLE_DAGEN, Beeld, JAAR, Stap, merk};

const BREED: f64 = 350.0;
/// Where the axis stands.
const AS: f64 = 62.0;
const BOVEN: f64 = 14.0;
/// Height of a week.
const WEEK: f64 = 11.0;
/// Between two names at least.
const AFSTAND: f64 = 41.0;

pub(super) fn teken(beeld: &Beeld) -> String {
    let hoog = y(ALLE_DAGEN) + 26.0;
    let mut svg = String::new();
    balk(&mut svg, beeld);
    weken(&mut svg, beeld);
    namen(&mut svg, beeld, hoog);
    for stap in &beeld.stappen {
        svg += &merk(stap.staat, AS, y(stap.dag), if stap.met_naam { 9.0 } else { 5.5 });
    }
    format!(
        "<svg class=\"tl tl--smal\" viewBox=\"0 0 {BREED} {hoog:.0}\" role=\"img\" aria-labelledby=\"tls-t tls-o\">\
         <title id=\"tls-t\">{}</title><desc id=\"tls-o\">{}</desc>{svg}</svg>",
        beeld.taal.zeg("tijdlijn-titel"),
        beeld.zin
    )
}

fn y(dag: i32) -> f64 {
    BOVEN + f64::from(dag) / 7.0 * WEEK
}

fn balk(svg: &mut String, beeld: &Beeld) {
    let mut vak = |klasse: &str, van: f64, tot: f64| {
        let _ = write!(
            svg,
            "<rect class=\"{klasse}\" x=\"{}\" y=\"{van:.1}\" width=\"12\" height=\"{:.1}\" rx=\"6\"/>",
            AS - 6.0,
            (tot - van).max(0.0)
        );
    };
    vak("as", BOVEN, y(ALLE_DAGEN));
    vak("as-nu", BOVEN, y(beeld.nu().clamp(0, ALLE_DAGEN)));
    for stap in &beeld.stappen {
        if let Some(begin) = stap.venster {
            vak("venster", y(begin), y(stap.dag + 1));
        }
    }
}

fn weken(svg: &mut String, beeld: &Beeld) {
    for week in (4..=104).step_by(4) {
        let y = y(week * 7);
        let wk = if week % 52 == 0 || week == 4 { "wk " } else { "" };
        let _ = write!(
            svg,
            "<path class=\"tik tik--groot\" d=\"M{} {y:.1}h6\"/><text class=\"wk\" x=\"{}\" y=\"{:.1}\" \
             text-anchor=\"end\">{wk}{week}</text>",
            AS - 14.0,
            AS - 18.0,
            y + 4.5
        );
    }
    let (grens, jaar) = (y(JAAR), beeld.taal.zeg("tijdlijn-jaar").to_lowercase());
    let _ = write!(
        svg,
        "<path class=\"jaargrens\" d=\"M0 {:.1}H{}\"/><text class=\"jaar-sub\" x=\"0\" y=\"{:.1}\">{jaar} 2</text>\
         <text class=\"jaar-sub\" x=\"0\" y=\"{:.1}\">{jaar} 1</text>",
        grens + 9.0,
        AS - 10.0,
        grens + 26.0,
        BOVEN + 10.0
    );
}

fn namen(svg: &mut String, beeld: &Beeld, hoog: f64) {
    let mut punten: Vec<(f64, Option<&Stap>)> =
        beeld.stappen.iter().filter(|it| it.met_naam).map(|it| (y(it.dag), Some(it))).collect();
    let nu = beeld.nu();
    if (0..ALLE_DAGEN).contains(&nu) {
        // Today takes part as a name.
        let plek = punten.partition_point(|(waar, _)| *waar <= y(nu));
        punten.insert(plek, (y(nu), None));
    }
    let plekken =
        uit_elkaar(&punten.iter().map(|(waar, _)| *waar).collect::<Vec<_>>(), hoog - 30.0);
    for ((waar, stap), plek) in punten.iter().zip(plekken) {
        match stap {
            Some(stap) => naam(svg, stap, *waar, plek),
            None => vandaag(svg, beeld, *waar, plek),
        }
    }
}

fn naam(svg: &mut String, stap: &Stap, waar: f64, plek: f64) {
    let (klasse, x) = (stap.staat.klasse(), AS + 34.0);
    let _ = write!(
        svg,
        "<path class=\"leider leider--{klasse}\" d=\"M{} {waar:.1}H{} L{} {plek:.1}H{}\"/><text class=\"naam\" \
         x=\"{x}\" y=\"{:.1}\">{}</text><text class=\"det det--{klasse}\" x=\"{x}\" y=\"{:.1}\">{}</text>",
        AS + 9.0,
        AS + 14.0,
        AS + 24.0,
        AS + 30.0,
        plek + 1.0,
        stap.naam,
        plek + 17.5,
        stap.detail
    );
}

fn vandaag(svg: &mut String, beeld: &Beeld, waar: f64, plek: f64) {
    let woorden = beeld.vandaag_in_woorden();
    let _ = write!(
        svg,
        "<path class=\"nu-lijn\" d=\"M{} {waar:.1}H{} L{} {plek:.1}H{}\"/><rect class=\"nu-vak\" x=\"{}\" y=\"{:.1}\" \
         width=\"{:.1}\" height=\"24\" rx=\"12\"/><text class=\"nu-t\" x=\"{}\" y=\"{:.1}\">{woorden}</text>",
        AS - 10.0,
        AS + 14.0,
        AS + 24.0,
        AS + 30.0,
        AS + 28.0,
        plek - 12.0,
        breedte(&woorden, 14.0) + 22.0,
        AS + 39.0,
        plek + 4.8
    );
}

/// Places at least a distance apart and as near as can be to where they belong (neighbours that collide move as one),
/// the last one no lower than `onder`.
fn uit_elkaar(waar: &[f64], onder: f64) -> Vec<f64> {
    // Each block: the mean place of its members, as if they had no height, and how many they are.
    let mut blokken: Vec<(f64, f64)> = vec![];
    let mut voor = 0.0;
    for y in waar {
        blokken.push((y - voor, 1.0));
        voor += AFSTAND;
        while let [.., (boven, n), (laag, m)] = blokken.as_slice()
            && boven > laag
        {
            let samen = ((boven * n + laag * m) / (n + m), n + m);
            blokken.truncate(blokken.len() - 2);
            blokken.push(samen);
        }
    }
    let mut plekken: Vec<f64> = vec![];
    let mut voor = 0.0;
    for (plek, mut aantal) in blokken {
        while aantal > 0.5 {
            plekken.push(plek + voor);
            voor += AFSTAND;
            aantal -= 1.0;
        }
    }
    let mut grens = onder;
    for plek in plekken.iter_mut().rev() {
        *plek = plek.min(grens);
        grens = *plek - AFSTAND;
    }
    plekken
}

#[cfg(test)]
mod tests {
    use super::{AFSTAND, uit_elkaar};

    #[test]
    fn namen_staan_uit_elkaar_en_zo_dicht_mogelijk_bij_hun_plek() {
        let plekken = uit_elkaar(&[10.0, 12.0, 300.0], 1_000.0);
        assert_eq!(plekken, [11.0 - AFSTAND / 2.0, 11.0 + AFSTAND / 2.0, 300.0]);
    }

    #[test]
    fn de_laatste_naam_valt_niet_van_het_blad() {
        let plekken = uit_elkaar(&[980.0, 990.0], 1_000.0);
        assert!(plekken.last().is_some_and(|it| *it <= 1_000.0));
        let afstand = plekken.windows(2).map(|it| it[1] - it[0]).fold(f64::MAX, f64::min);
        assert!(afstand >= AFSTAND - 0.01, "{afstand}");
    }
}
