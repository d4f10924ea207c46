//! Reads XML of others into plain fields: small, flat, and without anything that XML can do beyond that.
//!
//! A document type, an entity of its own, another encoding and an instruction are refused, so nothing is
//! expanded and nothing is fetched. Size, depth and number of elements are bounded. A fault tells the place and
//! nothing of the content.

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;
use thiserror::Error;
use wvp_domain::rekenmachine::Ruw;

use crate::lezer::is_naam;

/// Largest message that is read, in bytes.
pub const GROOTSTE_BERICHT: usize = 5 * 1024 * 1024;
const DIEPSTE_ELEMENT: usize = 16;
const MEESTE_ELEMENTEN: usize = 200_000;

/// Why a message is not read at all.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum XmlFout {
    /// Too many bytes.
    #[error("het bericht is groter dan {GROOTSTE_BERICHT} bytes")]
    TeGroot,
    /// Too many elements, or one inside the other too often.
    #[error("het bericht heeft te veel of te diep geneste elementen")]
    TeVeelElementen,
    /// Not UTF-8, or said to be something else.
    #[error("het bericht is geen UTF-8")]
    GeenUtf8,
    /// A document type: with one come entities.
    #[error("het bericht heeft een DOCTYPE; dat wordt niet gelezen")]
    Doctype,
    /// An entity other than the five of XML itself, or a character that may not be.
    #[error("`{pad}`: een verwijzing (&…;) die niet wordt gelezen")]
    Entiteit {
        /// Where.
        pad: String,
    },
    /// A processing instruction.
    #[error("het bericht heeft een verwerkingsinstructie (<?…?>); die wordt niet gelezen")]
    Instructie,
    /// An attribute that no standard named.
    #[error("`{pad}`: een attribuut dat niet bekend is")]
    Attribuut {
        /// Where.
        pad: String,
    },
    /// Text beside elements.
    #[error("`{pad}`: tekst naast elementen")]
    Gemengd {
        /// Where.
        pad: String,
    },
    /// Another message.
    #[error("dit is een ander bericht: het buitenste element hoort `{hoort}` te zijn")]
    AnderBericht {
        /// What the outer element should be.
        hoort: &'static str,
    },
    /// Another release, or another standard.
    #[error("dit is een andere uitgave: de naamruimte hoort `{hoort}` te zijn")]
    AndereUitgave {
        /// What the namespace should be.
        hoort: &'static str,
    },
    /// No XML.
    #[error("het bericht is geen goede XML, bij byte {plaats}")]
    Kapot {
        /// Where, in bytes from the start.
        plaats: u64,
    },
}

/// What a message should be.
pub(crate) struct Vorm {
    /// The outer element.
    pub(crate) wortel: &'static str,
    /// Its namespace, when it names one.
    pub(crate) naamruimte: &'static str,
    /// An attribute that the outer element may have.
    pub(crate) attribuut: &'static str,
}

/// Reads the fields inside the outer element.
///
/// # Errors
///
/// [`XmlFout`].
pub(crate) fn lees(bytes: &[u8], vorm: &Vorm) -> Result<Ruw, XmlFout> {
    if bytes.len() > GROOTSTE_BERICHT {
        return Err(XmlFout::TeGroot);
    }
    let tekst = std::str::from_utf8(bytes).map_err(|_| XmlFout::GeenUtf8)?;
    let mut lezer = Reader::from_str(tekst.trim_start_matches('\u{feff}'));
    lezer.config_mut().expand_empty_elements = true;
    let mut boom = Boom { vorm, open: vec![], aantal: 0, klaar: None };
    loop {
        let gebeurtenis = lezer.read_event();
        let kapot = XmlFout::Kapot { plaats: lezer.error_position() };
        let gebeurtenis = gebeurtenis.map_err(|_| kapot.clone())?;
        if matches!(gebeurtenis, Event::Eof) {
            return boom.klaar.ok_or(kapot);
        }
        boom.neem(&gebeurtenis, &kapot)?;
    }
}

struct Element {
    naam: String,
    tekst: String,
    velden: Vec<(String, Ruw)>,
}

struct Boom<'v> {
    vorm: &'v Vorm,
    open: Vec<Element>,
    aantal: usize,
    klaar: Option<Ruw>,
}

impl Boom<'_> {
    fn neem(&mut self, gebeurtenis: &Event<'_>, kapot: &XmlFout) -> Result<(), XmlFout> {
        match gebeurtenis {
            Event::Start(begin) | Event::Empty(begin) => self.begin(begin, kapot),
            Event::End(_) => self.eind(kapot),
            Event::Text(tekst) => self.tekst(&tekst.xml10_content(), kapot),
            Event::CData(tekst) => self.tekst(&tekst.xml10_content(), kapot),
            Event::GeneralRef(verwijzing) => self.verwijzing(verwijzing, kapot),
            Event::Decl(verklaring) => match verklaring.encoding() {
                Some(Ok(naam)) if naam.eq_ignore_ascii_case("utf-8") => Ok(()),
                Some(_) => Err(XmlFout::GeenUtf8),
                None => Ok(()),
            },
            Event::DocType(_) => Err(XmlFout::Doctype),
            Event::PI(_) => Err(XmlFout::Instructie),
            Event::Comment(_) | Event::Eof => Ok(()),
        }
    }

    fn begin(&mut self, begin: &BytesStart<'_>, kapot: &XmlFout) -> Result<(), XmlFout> {
        self.aantal += 1;
        if self.aantal > MEESTE_ELEMENTEN || self.open.len() >= DIEPSTE_ELEMENT {
            return Err(XmlFout::TeVeelElementen);
        }
        if self.klaar.is_some() {
            return Err(kapot.clone());
        }
        let naam = begin.local_name().as_ref().to_owned();
        if self.open.is_empty() && naam != self.vorm.wortel {
            return Err(XmlFout::AnderBericht { hoort: self.vorm.wortel });
        }
        self.open.push(Element { naam, tekst: String::new(), velden: vec![] });
        self.attributen(begin, kapot)
    }

    fn attributen(&self, begin: &BytesStart<'_>, kapot: &XmlFout) -> Result<(), XmlFout> {
        let voorvoegsel = begin.name().prefix().map(|it| it.as_ref().to_owned());
        let eigen = voorvoegsel.map_or("xmlns".to_owned(), |it| format!("xmlns:{it}"));
        for attribuut in begin.attributes() {
            let attribuut = attribuut.map_err(|_| kapot.clone())?;
            let naam = attribuut.key.as_ref();
            if naam == eigen && attribuut.value != self.vorm.naamruimte {
                return Err(XmlFout::AndereUitgave { hoort: self.vorm.naamruimte });
            }
            let van_de_wortel = self.open.len() == 1 && naam == self.vorm.attribuut;
            let van_xml = naam == "xmlns" || naam.starts_with("xmlns:") || naam.starts_with("xsi:");
            if !van_de_wortel && !van_xml {
                return Err(XmlFout::Attribuut { pad: self.pad() });
            }
        }
        Ok(())
    }

    fn eind(&mut self, kapot: &XmlFout) -> Result<(), XmlFout> {
        let pad = self.pad();
        let Some(element) = self.open.pop() else { return Err(kapot.clone()) };
        let tekst = element.tekst.trim();
        let ruw = match (element.velden.is_empty(), tekst.is_empty()) {
            (true, _) => Ruw::Tekst(tekst.to_owned()),
            (false, true) => Ruw::Object(element.velden),
            (false, false) => return Err(XmlFout::Gemengd { pad }),
        };
        match self.open.last_mut() {
            Some(ouder) => ouder.velden.push((element.naam, ruw)),
            None => self.klaar = Some(ruw),
        }
        Ok(())
    }

    fn tekst(&mut self, tekst: &str, kapot: &XmlFout) -> Result<(), XmlFout> {
        match self.open.last_mut() {
            Some(element) => element.tekst.push_str(tekst),
            None if tekst.trim().is_empty() => {}
            None => return Err(kapot.clone()),
        }
        Ok(())
    }

    /// The five entities of XML itself, and characters by their number.
    fn verwijzing(&mut self, verwijzing: &BytesRef<'_>, kapot: &XmlFout) -> Result<(), XmlFout> {
        let naam: &str = verwijzing;
        let teken = match naam {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "apos" => Some('\''),
            "quot" => Some('"'),
            _ => verwijzing.resolve_char_ref().ok().flatten(),
        };
        let teken = teken.ok_or_else(|| XmlFout::Entiteit { pad: self.pad() })?;
        self.tekst(teken.encode_utf8(&mut [0; 4]), kapot)
    }

    fn pad(&self) -> String {
        let namen = self.open.iter().map(|element| element.naam.as_str());
        let namen = namen.map(|naam| if is_naam(naam) { naam } else { "(onbekende naam)" });
        namen.collect::<Vec<_>>().join(".")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use wvp_domain::rekenmachine::Ruw;

    use super::{GROOTSTE_BERICHT, Vorm, XmlFout, lees};

    const VORM: Vorm = Vorm { wortel: "A", naamruimte: "urn:a", attribuut: "let-op" };

    fn geweigerd(xml: &str) -> XmlFout {
        lees(xml.as_bytes(), &VORM).unwrap_err()
    }

    #[test]
    fn elementen_worden_velden_in_hun_volgorde() {
        let xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!-- x --><p:A xmlns:p=\"urn:a\" let-op=\"ja\">\
                   <p:B> 1 &amp; &#50; </p:B><C><D/></C><B><![CDATA[<3>]]></B></p:A>";
        let tekst = |it: &str| Ruw::Tekst(it.to_owned());
        let c = Ruw::Object(vec![("D".to_owned(), tekst(""))]);
        let verwacht = [("B", tekst("1 & 2")), ("C", c), ("B", tekst("<3>"))];
        let verwacht = verwacht.map(|(naam, ruw)| (naam.to_owned(), ruw)).to_vec();
        assert_eq!(lees(xml.as_bytes(), &VORM), Ok(Ruw::Object(verwacht)));
    }

    #[test]
    fn een_doctype_en_elke_eigen_entiteit_worden_geweigerd() {
        let bom = "<!DOCTYPE A [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><A><B>&b;</B></A>";
        assert_eq!(geweigerd(bom), XmlFout::Doctype);
        let van_buiten = "<!DOCTYPE A SYSTEM \"file:///etc/passwd\"><A/>";
        assert_eq!(geweigerd(van_buiten), XmlFout::Doctype);
        let fout = geweigerd("<A><B>&eigen;</B></A>");
        assert_eq!(fout, XmlFout::Entiteit { pad: "A.B".to_owned() });
        assert_eq!(geweigerd("<A><B>&#0;</B></A>"), fout);
    }

    #[test]
    fn wat_te_groot_te_diep_of_te_veel_is_wordt_geweigerd() {
        let groot = format!("<A>{}</A>", " ".repeat(GROOTSTE_BERICHT));
        assert_eq!(geweigerd(&groot), XmlFout::TeGroot);
        let diep = format!("<A>{}{}</A>", "<B>".repeat(20), "</B>".repeat(20));
        assert_eq!(geweigerd(&diep), XmlFout::TeVeelElementen);
        let veel = format!("<A>{}</A>", "<B/>".repeat(200_001));
        assert_eq!(geweigerd(&veel), XmlFout::TeVeelElementen);
    }

    #[test]
    fn ander_schrift_een_instructie_en_een_vreemd_attribuut_worden_geweigerd() {
        assert_eq!(lees(b"<A>\xff</A>", &VORM), Err(XmlFout::GeenUtf8));
        let latijn = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><A/>";
        assert_eq!(geweigerd(latijn), XmlFout::GeenUtf8);
        assert_eq!(geweigerd("<A><?php x ?></A>"), XmlFout::Instructie);
        let fout = XmlFout::Attribuut { pad: "A.B".to_owned() };
        assert_eq!(geweigerd("<A><B let-op=\"x\"/></A>"), fout);
        assert_eq!(geweigerd("<A><B>1</B>tekst</A>"), XmlFout::Gemengd { pad: "A".to_owned() });
        assert_eq!(geweigerd("<B/>"), XmlFout::AnderBericht { hoort: "A" });
        assert_eq!(geweigerd("<A xmlns=\"urn:b\"/>"), XmlFout::AndereUitgave { hoort: "urn:a" });
    }

    #[test]
    fn halve_xml_wordt_geweigerd() {
        for xml in ["", "<A>", "<A><B></A>", "<A/><A/>", "tekst<A/>", "<A/>tekst", "</A>", "<A b/>"]
        {
            assert!(matches!(geweigerd(xml), XmlFout::Kapot { .. }), "{xml}");
        }
    }

    #[test]
    fn geen_fout_herhaalt_een_nummer_dat_op_de_plaats_van_een_naam_staat() {
        let fout = geweigerd("<A><b111222333 x=\"1\"/></A>");
        assert_eq!(fout.to_string(), "`A.(onbekende naam)`: een attribuut dat niet bekend is");
    }

    proptest! {
        #[test]
        fn geen_invoer_laat_het_lezen_vallen(
            xml in "(<A>|</A>|<B|/>|>|&|;|#|\"|=|<!\\[CDATA\\[|\\]\\]>|<!--|-->|<\\?|\\?>|x| |\\PC){0,40}",
        ) {
            let uitkomst = lees(xml.as_bytes(), &VORM);
            let is_object = |ruw: &Ruw| matches!(ruw, Ruw::Object(_) | Ruw::Tekst(_));
            prop_assert!(uitkomst.is_err() || uitkomst.as_ref().is_ok_and(is_object));
        }
    }
}
