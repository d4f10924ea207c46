//! Marks: shape and colour differ, so that colour never carries the meaning alone.

use super::Staat;

/// A mark around a point, of so large a radius.
pub(crate) fn merk(staat: Staat, x: f64, y: f64, r: f64) -> String {
    match staat {
        Staat::OpTijd => format!(
            "<g class=\"m m--optijd\"><circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{r}\"/>{}</g>",
            vink(x, y, r)
        ),
        Staat::Later => {
            let s = r * 0.92;
            format!(
                "<g class=\"m m--later\"><rect x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" \
                 rx=\"2.5\"/>{}</g>",
                x - s,
                y - s,
                2.0 * s,
                2.0 * s,
                vink(x, y, r)
            )
        }
        Staat::TeLaat => driehoek(x, y, r * 1.22),
        Staat::Open => {
            format!(
                "<circle class=\"m m--open\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{:.1}\"/>",
                r - 0.5
            )
        }
        Staat::Verwacht => {
            let s = r * 1.12;
            format!(
                "<path class=\"m m--verwacht\" d=\"M{x:.1} {:.1} L{:.1} {y:.1} L{x:.1} {:.1} L{:.1} {y:.1} Z\"/>",
                y - s,
                x + s,
                y + s,
                x - s
            )
        }
    }
}

fn vink(x: f64, y: f64, r: f64) -> String {
    format!(
        "<path d=\"m{:.1} {:.1} {:.1} {:.1} {:.1} {:.1}\"/>",
        x - r * 0.45,
        y + r * 0.05,
        r * 0.33,
        r * 0.35,
        r * 0.6,
        -r * 0.72
    )
}

fn driehoek(x: f64, y: f64, s: f64) -> String {
    format!(
        "<g class=\"m m--telaat\"><path class=\"vlak\" d=\"M{x:.1} {:.1} L{:.1} {:.1} H{:.1} Z\"/><path \
         class=\"teken\" d=\"M{x:.1} {:.1}v{:.1}M{x:.1} {:.1}v.1\"/></g>",
        y - s,
        x + s,
        y + s * 0.86,
        x - s,
        y - s * 0.3,
        s * 0.52,
        y + s * 0.56
    )
}
