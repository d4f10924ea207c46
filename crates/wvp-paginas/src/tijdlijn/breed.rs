//! The wide picture: two rows of 52 weeks, with months under them because people think in days.

use std::fmt::Write as _;

use chrono::{Datelike as _, Months};
use wvp_domain::Datum;

use super::plaats::{Label, breedte, labels};
use super::{ALLE_DAGEN, Beeld, JAAR, Staat, Stap, merk};

const BREED: f64 = 1136.0;
const RAND: f64 = 14.0;
/// Height of a lane of names.
const BAAN: f64 = 44.0;

pub(super) fn teken(beeld: &Beeld) -> String {
    let (mut svg, mut y) = (String::new(), 0.0);
    for van in [0, JAAR] {
        y = Rij { beeld, van }.teken(&mut svg, y);
    }
    format!(
        "<svg class=\"tl tl--breed\" viewBox=\"0 0 {BREED} {y:.0}\" role=\"img\" aria-labelledby=\"tlb-t tlb-o\">\
         <title id=\"tlb-t\">{}</title><desc id=\"tlb-o\">{}</desc>{svg}</svg>",
        beeld.taal.zeg("tijdlijn-titel"),
        beeld.zin
    )
}

/// A row: 52 weeks from a day on.
struct Rij<'a> {
    beeld: &'a Beeld,
    van: i32,
}

impl Rij<'_> {
    fn x(&self, dag: i32) -> f64 {
        RAND + f64::from(dag - self.van) / 7.0 * (BREED - 2.0 * RAND) / 52.0
    }

    fn is_hier(&self, dag: i32) -> bool {
        (self.van..self.van + JAAR).contains(&dag)
    }

    /// Draws the row from `boven` down, and says where the next one begins.
    fn teken(&self, svg: &mut String, boven: f64) -> f64 {
        let hier: Vec<&Stap> =
            self.beeld.stappen.iter().filter(|it| self.is_hier(it.dag)).collect();
        let met_naam = hier.iter().filter(|it| it.met_naam);
        let plekken: Vec<(f64, &Stap)> = met_naam.map(|it| (self.x(it.dag), *it)).collect();
        let namen = labels(&plekken, BREED - 2.0);
        let banen = namen.iter().map(|it| it.baan + 1).max().unwrap_or(1);
        // At most seven lanes: exact as a float.
        let hoogte = f64::from(u32::try_from(banen).unwrap_or(0)) * BAAN;
        let as_ = boven + 30.0 + hoogte + 16.0;
        self.kop(svg, boven);
        self.balk(svg, as_);
        self.weken(svg, as_);
        self.maanden(svg, as_);
        for naam in &namen {
            label(svg, naam, as_);
        }
        for stap in &hier {
            let straal = if stap.met_naam { 9.0 } else { 6.0 };
            *svg += &merk(stap.staat, self.x(stap.dag), as_, straal);
        }
        self.vandaag(svg, as_);
        as_ + if self.is_hier(self.beeld.nu()) { 104.0 } else { 76.0 }
    }

    fn kop(&self, svg: &mut String, boven: f64) {
        let (jaar, week) = (self.van / JAAR + 1, self.van / 7 + 1);
        let (van, tot) = (self.beeld.dag(self.van), self.beeld.dag(self.van + JAAR - 1));
        let _ = write!(
            svg,
            "<text class=\"jaar\" x=\"{RAND}\" y=\"{:.0}\">{} {jaar}</text><text class=\"jaar-sub\" x=\"{:.0}\" \
             y=\"{:.0}\">week {week}–{} · {} – {}</text>",
            boven + 18.0,
            self.beeld.taal.zeg("tijdlijn-jaar"),
            RAND + 62.0,
            boven + 18.0,
            week + 51,
            van.midden(),
            tot.midden()
        );
    }

    /// The axis, what has passed of it, and windows in which a step must be done.
    fn balk(&self, svg: &mut String, as_: f64) {
        let mut vak = |klasse: &str, van: f64, tot: f64| {
            let _ = write!(
                svg,
                "<rect class=\"{klasse}\" x=\"{van:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"12\" rx=\"6\"/>",
                as_ - 6.0,
                (tot - van).max(0.0)
            );
        };
        vak("as", RAND, BREED - RAND);
        let nu = self.beeld.nu().min(self.van + JAAR);
        if nu > self.van {
            vak("as-nu", RAND, self.x(nu));
        }
        for stap in &self.beeld.stappen {
            if let Some(begin) = stap.venster.filter(|it| self.is_hier(*it)) {
                vak("venster", self.x(begin), self.x((stap.dag + 1).min(self.van + JAAR)));
            }
        }
    }

    fn weken(&self, svg: &mut String, as_: f64) {
        for week in 0..=52 {
            let (x, is_vierde) = (self.x(self.van + week * 7), week % 4 == 0);
            let (groot, lang) = if is_vierde { (" tik--groot", 7) } else { ("", 4) };
            let _ =
                write!(svg, "<path class=\"tik{groot}\" d=\"M{x:.1} {:.1}v{lang}\"/>", as_ + 10.0);
            if is_vierde && week > 0 {
                let plek = if week == 52 { "end" } else { "middle" };
                let wk = if week == 4 || week == 52 { "wk " } else { "" };
                let _ = write!(
                    svg,
                    "<text class=\"wk\" x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"{plek}\">{wk}{}</text>",
                    as_ + 30.0,
                    self.van / 7 + week
                );
            }
        }
    }

    fn maanden(&self, svg: &mut String, as_: f64) {
        let eind = self.beeld.eerste.plus(self.van + JAAR);
        let mut maand = eerste_van_de_maand(self.beeld.eerste.plus(self.van));
        while let Some(begin) = maand.filter(|it| *it < eind) {
            let van = self.beeld.eerste.dagen_tot(begin);
            let x = self.x(van.max(self.van));
            if van >= self.van {
                let _ =
                    write!(svg, "<path class=\"mnd-lijn\" d=\"M{x:.1} {:.1}v20\"/>", as_ + 37.0);
            }
            maand = volgende_maand(begin);
            let tot = maand.map_or(eind, |it| it.min(eind));
            if self.x(self.beeld.eerste.dagen_tot(tot)) - x > 34.0 {
                let naam = self.beeld.dag(van).maand_kort();
                let met_jaar = begin.naive().month() == 1 || van <= self.van;
                let jaar = if met_jaar { format!(" {}", begin.jaar()) } else { String::new() };
                let _ = write!(
                    svg,
                    "<text class=\"mnd\" x=\"{:.1}\" y=\"{:.1}\">{naam}{jaar}</text>",
                    x + 5.0,
                    as_ + 52.0
                );
            }
        }
    }

    fn vandaag(&self, svg: &mut String, as_: f64) {
        let nu = self.beeld.nu();
        if !self.is_hier(nu) || !(0..ALLE_DAGEN).contains(&nu) {
            return;
        }
        let (x, woorden) = (self.x(nu), self.beeld.vandaag_in_woorden());
        let vak = breedte(&woorden, 14.0) + 22.0;
        let links = (x - vak / 2.0).clamp(RAND, BREED - RAND - vak);
        let _ = write!(
            svg,
            "<path class=\"nu-lijn\" d=\"M{x:.1} {:.1}V{:.1}\"/><rect class=\"nu-vak\" x=\"{links:.1}\" y=\"{:.1}\" \
             width=\"{vak:.1}\" height=\"24\" rx=\"12\"/><text class=\"nu-t\" x=\"{:.1}\" y=\"{:.1}\" \
             text-anchor=\"middle\">{woorden}</text>",
            as_ - 14.0,
            as_ + 66.0,
            as_ + 66.0,
            links + vak / 2.0,
            as_ + 82.6
        );
    }
}

fn label(svg: &mut String, label: &Label<'_>, as_: f64) {
    let baan = f64::from(u32::try_from(label.baan).unwrap_or(0));
    let boven = as_ - 16.0 - baan * BAAN - 36.0;
    let klasse = label.stap.staat.klasse();
    let (x, plek) = if label.links { (label.x - 7.0, "end") } else { (label.x + 7.0, "start") };
    let _ = write!(
        svg,
        "<path class=\"leider leider--{klasse}\" d=\"M{:.1} {:.1}V{:.1}\"/><text class=\"naam\" x=\"{x:.1}\" \
         y=\"{:.1}\" text-anchor=\"{plek}\">{}</text><text class=\"det det--{klasse}\" x=\"{x:.1}\" y=\"{:.1}\" \
         text-anchor=\"{plek}\">{}</text>",
        label.x,
        boven + 2.0,
        as_ - 9.0,
        boven + 13.0,
        label.stap.naam,
        boven + 29.5,
        label.stap.detail
    );
}

fn eerste_van_de_maand(dag: Datum) -> Option<Datum> {
    dag.naive().with_day(1).and_then(|it| Datum::try_new(it).ok())
}

fn volgende_maand(eerste: Datum) -> Option<Datum> {
    eerste.naive().checked_add_months(Months::new(1)).and_then(|it| Datum::try_new(it).ok())
}

/// A mark of the legend.
pub(crate) fn legenda(staat: Staat) -> String {
    merk(staat, 12.0, 12.0, 9.0)
}
