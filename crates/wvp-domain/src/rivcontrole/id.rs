//! Names of the rules of completeness: words that outsiders rely on (documents.md 2.2).

use serde::Serialize;

/// Names a rule. One rule may have several rows: one per version of the criteria.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema,
)]
pub enum RegelId {
    /// The probleemanalyse is there.
    #[serde(rename = "RIV-01")]
    Riv01,
    /// Every bijstelling of the probleemanalyse is there, in order.
    #[serde(rename = "RIV-02")]
    Riv02,
    /// The plan van aanpak is there, or why none was needed.
    #[serde(rename = "RIV-03")]
    Riv03,
    /// Every bijstelling of the plan van aanpak is there, in order.
    #[serde(rename = "RIV-04")]
    Riv04,
    /// The eerstejaarsevaluatie is there.
    #[serde(rename = "RIV-05")]
    Riv05,
    /// The eindevaluatie is there.
    #[serde(rename = "RIV-06")]
    Riv06,
    /// The actueel oordeel is there and recent.
    #[serde(rename = "RIV-07")]
    Riv07,
    /// The actueel oordeel judges working relation and suitable work.
    #[serde(rename = "RIV-08")]
    Riv08,
    /// The eindevaluatie judges working relation and suitable work.
    #[serde(rename = "RIV-09")]
    Riv09,
    /// The eindevaluatie tells the nature of the business.
    #[serde(rename = "RIV-10")]
    Riv10,
    /// Function, skills, first sick day and administrative data are told.
    #[serde(rename = "RIV-11")]
    Riv11,
    /// The employee got the medische informatie.
    #[serde(rename = "RIV-12")]
    Riv12,
    /// The employee gave an opinion or refused to.
    #[serde(rename = "RIV-13")]
    Riv13,
    /// Every element has a day, a name and a function.
    #[serde(rename = "RIV-14")]
    Riv14,
    /// Every document has the burgerservicenummer and is signed.
    #[serde(rename = "RIV-15")]
    Riv15,
    /// The views of employer and employee are in plan and evaluation.
    #[serde(rename = "RIV-16")]
    Riv16,
    /// All documents are about one person and one first sick day.
    #[serde(rename = "RIV-17")]
    Riv17,
    /// A competent bedrijfsarts judged.
    #[serde(rename = "RIV-18")]
    Riv18,
    /// No medical data outside the medische informatie.
    #[serde(rename = "RIV-19")]
    Riv19,
    /// The employee got a copy in time.
    #[serde(rename = "RIV-20")]
    Riv20,
    /// A casemanager is named.
    #[serde(rename = "RIV-21")]
    Riv21,
    /// Terms were met, or it is told why not.
    #[serde(rename = "RIV-22")]
    Riv22,
    /// The portal takes the files.
    #[serde(rename = "RIV-23")]
    Riv23,
    /// Every file names its kind and its day of signing.
    #[serde(rename = "RIV-24")]
    Riv24,
    /// A supplement goes along after a loonsanctie.
    #[serde(rename = "RIV-25")]
    Riv25,
    /// The short report is allowed.
    #[serde(rename = "VRK-01")]
    Vrk01,
    /// The stand van zaken is complete.
    #[serde(rename = "VRK-02")]
    Vrk02,
    /// The employee got the medische informatie.
    #[serde(rename = "VRK-03")]
    Vrk03,
    /// The employee gave an opinion or refused to.
    #[serde(rename = "VRK-04")]
    Vrk04,
    /// Everything is dated and signed.
    #[serde(rename = "VRK-05")]
    Vrk05,
    /// It was made on the last working day at the latest.
    #[serde(rename = "VRK-06")]
    Vrk06,
    /// UWV was told on the last working day.
    #[serde(rename = "VRK-07")]
    Vrk07,
}

impl RegelId {
    /// Every rule, in the order of documents.md.
    pub const ALLE: [Self; 32] = [
        Self::Riv01,
        Self::Riv02,
        Self::Riv03,
        Self::Riv04,
        Self::Riv05,
        Self::Riv06,
        Self::Riv07,
        Self::Riv08,
        Self::Riv09,
        Self::Riv10,
        Self::Riv11,
        Self::Riv12,
        Self::Riv13,
        Self::Riv14,
        Self::Riv15,
        Self::Riv16,
        Self::Riv17,
        Self::Riv18,
        Self::Riv19,
        Self::Riv20,
        Self::Riv21,
        Self::Riv22,
        Self::Riv23,
        Self::Riv24,
        Self::Riv25,
        Self::Vrk01,
        Self::Vrk02,
        Self::Vrk03,
        Self::Vrk04,
        Self::Vrk05,
        Self::Vrk06,
        Self::Vrk07,
    ];

    /// The name as documents.md and JSON write it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Riv01 => "RIV-01",
            Self::Riv02 => "RIV-02",
            Self::Riv03 => "RIV-03",
            Self::Riv04 => "RIV-04",
            Self::Riv05 => "RIV-05",
            Self::Riv06 => "RIV-06",
            Self::Riv07 => "RIV-07",
            Self::Riv08 => "RIV-08",
            Self::Riv09 => "RIV-09",
            Self::Riv10 => "RIV-10",
            Self::Riv11 => "RIV-11",
            Self::Riv12 => "RIV-12",
            Self::Riv13 => "RIV-13",
            Self::Riv14 => "RIV-14",
            Self::Riv15 => "RIV-15",
            Self::Riv16 => "RIV-16",
            Self::Riv17 => "RIV-17",
            Self::Riv18 => "RIV-18",
            Self::Riv19 => "RIV-19",
            Self::Riv20 => "RIV-20",
            Self::Riv21 => "RIV-21",
            Self::Riv22 => "RIV-22",
            Self::Riv23 => "RIV-23",
            Self::Riv24 => "RIV-24",
            Self::Riv25 => "RIV-25",
            Self::Vrk01 => "VRK-01",
            Self::Vrk02 => "VRK-02",
            Self::Vrk03 => "VRK-03",
            Self::Vrk04 => "VRK-04",
            Self::Vrk05 => "VRK-05",
            Self::Vrk06 => "VRK-06",
            Self::Vrk07 => "VRK-07",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RegelId;

    #[test]
    fn de_naam_van_een_regel_is_de_naam_in_json() {
        for id in RegelId::ALLE {
            assert_eq!(serde_json::to_value(id).unwrap(), id.naam());
        }
    }
}
