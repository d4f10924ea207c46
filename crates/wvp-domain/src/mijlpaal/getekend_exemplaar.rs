//! Getekend exemplaar: a copy of a document that was signed on paper came in as a file (documents.md 2.2,
//! RIV-15, RIV-23). The file itself stands in parts in the stream of [bijlagen](crate::bijlage).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::gedeeld::{Ondertekening, Partij, eis_naam_en_functie, niet_in_toekomst, niet_voor};
use super::riv::Element;
use crate::rivcontrole::tabel::BYTES_HOOGSTENS;
use crate::{Afwijzing, Compartiment, Datum, Dossier, Event, Feit, Sectie, Secties, StukId};

/// The payload, by category.
pub type GetekendExemplaar = Secties<Exemplaar>;

/// Section A: of which document, what kind of file, who signed it, and where its bytes stand.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Exemplaar {
    /// The document or report this fact came with.
    pub stuk: StukId,
    /// The document of which it is a signed copy.
    pub van: StukId,
    /// The day that stands beside the signature; of several the last.
    pub getekend_op: Datum,
    /// Day it came in.
    pub ontvangen_op: Datum,
    /// Who signed on it, for a document of employer and employee; nobody for what its author alone signs.
    pub ondertekeningen: Vec<Ondertekening>,
    /// The file.
    pub bestand: Bestandsgegevens,
}

impl Sectie for Exemplaar {
    const COMPARTIMENT: Compartiment = Compartiment::A;
}

impl Feit for Exemplaar {
    fn stuk(&self) -> StukId {
        self.stuk
    }

    fn datum(&self) -> Datum {
        self.ontvangen_op
    }

    fn zet_datum(&mut self, datum: Datum) {
        self.ontvangen_op = datum;
    }
}

/// What is known of a file without opening it. Its name is not kept: anything may stand in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Bestandsgegevens {
    /// What kind of file, by its content.
    pub soort: Bestandsoort,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256, as 64 hexadecimal digits in lower case.
    pub sha256: String,
    /// Version of the stream of bijlagen at which its first part stands.
    pub vanaf: u64,
    /// Number of parts.
    pub delen: u16,
}

/// The kinds of file that UWV takes (RIV-23).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Bestandsoort {
    /// PDF.
    Pdf,
    /// A picture.
    Jpg,
    /// A text document.
    Docx,
}

impl Bestandsoort {
    /// The end of a file name, without the dot.
    #[must_use]
    pub fn uitgang(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpg => "jpg",
            Self::Docx => "docx",
        }
    }
}

impl Dossier {
    /// Which element of the re-integratieverslag a document is, with its day; none when it is none.
    #[must_use]
    pub fn element_van(&self, stuk: StukId) -> Option<(Element, Datum)> {
        fn dag<F: Feit>(feiten: &[F], stuk: StukId) -> Option<Datum> {
            feiten.iter().find(|feit| feit.stuk() == stuk).map(Feit::datum)
        }
        Element::ALLE.into_iter().find_map(|element| {
            let dag = match element {
                Element::Probleemanalyse => dag(&self.probleemanalyse, stuk),
                Element::BijstellingProbleemanalyse => dag(&self.bijstelling_probleemanalyse, stuk),
                Element::PlanVanAanpak => dag(&self.plan_van_aanpak, stuk),
                Element::BijstellingPlanVanAanpak => dag(&self.bijstelling_plan_van_aanpak, stuk),
                Element::Eerstejaarsevaluatie => dag(&self.eerstejaarsevaluatie, stuk),
                Element::ActueelOordeel => dag(&self.actueel_oordeel, stuk),
                Element::MedischeInformatie => dag(&self.medische_informatie, stuk),
                Element::Eindevaluatie => dag(&self.eindevaluatie, stuk),
                Element::OordeelWerknemer => dag(&self.oordeel_werknemer, stuk),
            };
            dag.map(|dag| (element, dag))
        })
    }
}

impl Element {
    /// The compartment in which a copy of this element is sealed: that of what it says.
    #[must_use]
    pub fn compartiment(self) -> Compartiment {
        match self {
            Self::Probleemanalyse | Self::BijstellingProbleemanalyse | Self::ActueelOordeel => {
                Compartiment::BBedrijfsarts
            }
            Self::PlanVanAanpak
            | Self::BijstellingPlanVanAanpak
            | Self::Eerstejaarsevaluatie
            | Self::Eindevaluatie => Compartiment::BPoortwachter,
            Self::OordeelWerknemer => Compartiment::BWerknemer,
            Self::MedischeInformatie => Compartiment::C,
        }
    }
}

pub(crate) fn decide(
    dossier: &Dossier,
    opdracht: GetekendExemplaar,
    vandaag: Datum,
) -> Result<Vec<Event>, Afwijzing> {
    let a = &opdracht.a;
    let is_hetzelfde =
        |eerder: &Exemplaar| eerder.van == a.van && eerder.bestand.sha256 == a.bestand.sha256;
    if dossier.getekend_exemplaar.iter().any(is_hetzelfde) {
        return Ok(vec![]);
    }
    dossier.eis_nieuw_stuk(a.stuk)?;
    dossier.eis_lopend()?;
    let (element, dag) = dossier.element_van(a.van).ok_or_else(|| {
        dossier.verkeerde_verwijzing("van", a.van, "onderdeel van het re-integratieverslag")
    })?;
    niet_in_toekomst("ontvangen_op", a.ontvangen_op, vandaag)?;
    niet_in_toekomst("getekend_op", a.getekend_op, a.ontvangen_op)?;
    niet_voor("getekend_op", a.getekend_op, "het stuk", dag)?;
    if a.bestand.bytes > BYTES_HOOGSTENS {
        return Err(Afwijzing::BestandTeGroot { bytes: a.bestand.bytes });
    }
    eis_tekenaars(dossier, element, a)?;
    Ok(vec![Event::GetekendExemplaarOntvangen(opdracht)])
}

pub(crate) fn evolve(dossier: &mut Dossier, a: &Exemplaar) {
    dossier.stukken.insert(a.stuk);
    dossier.getekend_exemplaar.push(a.clone());
}

/// On a copy of a document of both at least one of them signed; on any other nobody but its author does.
fn eis_tekenaars(dossier: &Dossier, element: Element, a: &Exemplaar) -> Result<(), Afwijzing> {
    for regel in &a.ondertekeningen {
        eis_naam_en_functie("ondertekeningen", &regel.wie)?;
        niet_in_toekomst("ondertekeningen", regel.op, a.ontvangen_op)?;
    }
    let van_beide = dossier.van_beide_partijen(a.van).is_some();
    match (van_beide, a.ondertekeningen.is_empty()) {
        (true, true) => Err(Afwijzing::HandtekeningOntbreekt { partij: Partij::Werknemer }),
        (false, false) => Err(Afwijzing::TekentAlleenAuteur { element }),
        (true, false) | (false, true) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use crate::mijlpaal::gedeeld::Partij;
    use crate::mijlpaal::testing::{na, uitkomst};
    use crate::mijlpaal::voorbeeld::{dag, documenten, stuk, ziek};
    use crate::rivcontrole::tabel::BYTES_HOOGSTENS;
    use crate::{Command, Event, decide, replay};

    fn gegeven() -> Vec<Event> {
        let mut plan = documenten::plan_van_aanpak(3, dag("2025-04-21"));
        plan.a.ondertekeningen.truncate(1);
        na([
            ziek(),
            Command::StelProbleemanalyseVast(documenten::probleemanalyse(2, dag("2025-04-07"))),
            Command::StelPlanVanAanpakVast(plan),
        ])
    }

    #[test]
    fn een_getekend_exemplaar_geldt_als_handtekening() {
        let exemplaar = documenten::getekend_exemplaar(5, 3, dag("2025-04-22"));
        let opdracht = Command::NeemGetekendExemplaarIn(exemplaar);
        let mut events = gegeven();
        events.extend(decide(&replay(&events), opdracht, dag("2025-04-23")).unwrap());
        let alle = replay(&events).handtekeningen(stuk(3)).unwrap();
        let partijen: Vec<Partij> = alle.iter().map(|it| it.partij).collect();
        assert_eq!(partijen, [Partij::Werkgever, Partij::Werknemer]);
    }

    #[test]
    fn hetzelfde_bestand_onder_een_ander_nummer_is_er_al() {
        let eerste = documenten::getekend_exemplaar(5, 3, dag("2025-04-22"));
        let mut events = gegeven();
        let opdracht = Command::NeemGetekendExemplaarIn(eerste);
        events.extend(decide(&replay(&events), opdracht, dag("2025-04-23")).unwrap());
        let tweede = documenten::getekend_exemplaar(6, 3, dag("2025-04-22"));
        let opdracht = Command::NeemGetekendExemplaarIn(tweede);
        assert_eq!(decide(&replay(&events), opdracht, dag("2025-04-23")), Ok(vec![]));
    }

    #[test]
    fn een_bestand_dat_uwv_niet_aanneemt_komt_er_niet_in() {
        let mut exemplaar = documenten::getekend_exemplaar(5, 3, dag("2025-04-22"));
        exemplaar.a.bestand.bytes = BYTES_HOOGSTENS + 1;
        let opdracht = Command::NeemGetekendExemplaarIn(exemplaar);
        assert_snapshot!(uitkomst(&gegeven(), "2025-04-23", opdracht), @"afgewezen [RIV-23]: het bestand is `10000001` bytes; hoogstens 10000000 kan. Maak het bestand kleiner, bijvoorbeeld met een lagere resolutie.");
    }

    #[test]
    fn op_een_plan_tekende_minstens_een_van_beide() {
        let mut exemplaar = documenten::getekend_exemplaar(5, 3, dag("2025-04-22"));
        exemplaar.a.ondertekeningen.clear();
        let opdracht = Command::NeemGetekendExemplaarIn(exemplaar);
        assert_snapshot!(uitkomst(&gegeven(), "2025-04-23", opdracht), @"afgewezen [RIV-14]: de handtekening van de werknemer ontbreekt. Laat tekenen, of leg de weigering vast met de motivering.");
    }

    #[test]
    fn een_probleemanalyse_tekent_alleen_wie_haar_opstelde() {
        let exemplaar = documenten::getekend_exemplaar(5, 2, dag("2025-04-22"));
        let opdracht = Command::NeemGetekendExemplaarIn(exemplaar);
        assert_snapshot!(uitkomst(&gegeven(), "2025-04-23", opdracht), @"afgewezen [RIV-15]: een probleemanalyse tekent alleen wie het stuk opstelde. Laat de namen bij dit bestand weg.");
    }

    #[test]
    fn een_handtekening_is_niet_van_na_de_ontvangst() {
        let mut exemplaar = documenten::getekend_exemplaar(5, 3, dag("2025-04-22"));
        exemplaar.a.getekend_op = dag("2025-04-23");
        let opdracht = Command::NeemGetekendExemplaarIn(exemplaar);
        assert_snapshot!(uitkomst(&gegeven(), "2025-04-23", opdracht), @"afgewezen [R-85]: `getekend_op` ligt in de toekomst: `2025-04-23`. Leg dit vast op of na de dag zelf.");
    }
}
