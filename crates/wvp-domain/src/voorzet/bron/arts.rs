//! What the bedrijfsarts judged: carried from the newest judgement, never from category C.

use super::afspraken::nummer;
use super::{Document, Herkomst, Uit, Vondst, Waarde, Zicht};
use crate::Event;
use crate::mijlpaal::gedeeld::{Bekwaamheden, Beperking, Ondertekenaar};
use crate::mijlpaal::probleemanalyse::Belastbaarheid;
use crate::mijlpaal::spreekuur::Consult;
use crate::termijn::Wie;

/// What every judgement of the bedrijfsarts has in common.
#[derive(Clone, Copy)]
struct Oordeel<'a> {
    beperkingen: &'a [Beperking],
    mogelijkheden: &'a str,
}

/// Who the bedrijfsarts of the employer is.
pub(in crate::voorzet) fn auteur(zicht: &Zicht) -> Vondst {
    let auteur = zicht.bedrijf().vul(|bedrijf| {
        let naam = Waarde::tekst(&bedrijf.bedrijfsarts.naam).is_some();
        let functie = bedrijf.bedrijfsarts.functie.clone();
        let naam = naam.then(|| bedrijf.bedrijfsarts.naam.clone())?;
        Some(Waarde::Auteur(Ondertekenaar { naam, functie }))
    });
    auteur.bevestigd_door(Wie::Bedrijfsarts)
}

/// The version that a bijstelling replaces.
pub(in crate::voorzet) fn vervangt_analyse(zicht: &Zicht) -> Vondst {
    nummer(zicht.analyses().last())
}

/// Whether a plan is needed, as the newest version says.
pub(in crate::voorzet) fn plan_nodig(zicht: &Zicht) -> Vondst {
    let Some(versie) = zicht.analyses().last().copied() else { return Vondst::Leeg };
    let nodig = if let Event::ProbleemanalyseVastgesteld(e) = versie.event {
        e.a.plan_nodig
    } else if let Event::ProbleemanalyseBijgesteld(e) = versie.event {
        e.a.plan_nodig
    } else {
        return Vondst::Leeg;
    };
    let vondst = Vondst::uit(Some(Waarde::JaNee(nodig)), vec![versie.herkomst()]);
    vondst.bevestigd_door(Wie::Bedrijfsarts)
}

/// Limitations, by the newest judgement that names any.
pub(in crate::voorzet) fn beperkingen(zicht: &Zicht) -> Vondst {
    zicht.oordeel(|it| Waarde::lijst(it.beperkingen, Waarde::Beperkingen))
}

/// Possibilities, by the newest judgement that names any.
pub(in crate::voorzet) fn mogelijkheden(zicht: &Zicht) -> Vondst {
    zicht.oordeel(|it| Waarde::tekst(it.mogelijkheden))
}

/// The function, by the master record or else by the newest document that holds it.
pub(in crate::voorzet) fn functie(zicht: &Zicht) -> Vondst {
    let uit_stam = |persoon| Vondst::uit(Waarde::tekst(persoon), vec![Herkomst::Stamgegevens]);
    match zicht.vraag.stam.persoon.map(|it| uit_stam(it.functie.as_str())) {
        Some(gevuld @ Vondst::Gevuld { .. }) => gevuld,
        Some(Vondst::Leeg | Vondst::Dicht | Vondst::Tekenen) | None => {
            zicht.bekwaamheden(|it| it.functie.as_str())
        }
    }
}

impl<'a> Zicht<'a> {
    /// A field of the newest consultation; section A, which is open to whoever sees the fact.
    pub(in crate::voorzet) fn consult(&self, kies: impl FnOnce(&Consult) -> Waarde) -> Vondst {
        let spreekuren = self.documenten(&self.dossier.spreekuur);
        let Some(document) = spreekuren.last() else { return Vondst::Leeg };
        let Event::SpreekuurGehouden(e) = document.event else { return Vondst::Leeg };
        Vondst::uit(Some(kies(&e.a)), vec![document.herkomst()])
    }

    /// A field of the newest version of the probleemanalyse.
    pub(in crate::voorzet) fn belastbaarheid(
        &self,
        kies: impl FnOnce(&Belastbaarheid) -> Option<Waarde>,
    ) -> Vondst {
        let nieuwste = self.analyses().last().copied();
        let inhoud = nieuwste.map_or(Uit::Leeg, |versie| self.belastbaarheid_in(versie));
        inhoud.vul(kies).bevestigd_door(Wie::Bedrijfsarts)
    }

    /// A field of function and skills, by the newest document that holds them.
    pub(in crate::voorzet) fn bekwaamheden(&self, kies: fn(&Bekwaamheden) -> &str) -> Vondst {
        let mut documenten = self.documenten(&self.dossier.probleemanalyse);
        documenten.extend(self.documenten(&self.dossier.actueel_oordeel));
        eerste_die_iets_zegt(documenten, |document| {
            self.bekwaamheden_in(document).vul(|it| Waarde::tekst(kies(it)))
        })
    }

    /// The probleemanalyse and its bijstellingen, oldest first.
    fn analyses(&self) -> Vec<Document<'a>> {
        let mut versies = self.documenten(&self.dossier.probleemanalyse);
        versies.extend(self.documenten(&self.dossier.bijstelling_probleemanalyse));
        versies.sort_by_key(|versie| versie.datum);
        versies
    }

    fn oordeel(&self, kies: fn(Oordeel<'a>) -> Option<Waarde>) -> Vondst {
        // A consultation stands first: the document that rests on it is of the same day.
        let mut documenten = self.documenten(&self.dossier.spreekuur);
        documenten.extend(self.analyses());
        documenten.extend(self.documenten(&self.dossier.actueel_oordeel));
        let vondst =
            eerste_die_iets_zegt(documenten, |document| self.oordeel_in(document).vul(kies));
        vondst.bevestigd_door(Wie::Bedrijfsarts)
    }

    fn belastbaarheid_in(&self, versie: Document<'a>) -> Uit<&'a Belastbaarheid> {
        if let Event::ProbleemanalyseVastgesteld(e) = versie.event {
            self.sectie(versie, &e.b)
        } else if let Event::ProbleemanalyseBijgesteld(e) = versie.event {
            self.sectie(versie, &e.b).map(|wijziging| &wijziging.belastbaarheid)
        } else {
            Uit::Leeg
        }
    }

    fn oordeel_in(&self, document: Document<'a>) -> Uit<Oordeel<'a>> {
        if let Event::SpreekuurGehouden(e) = document.event {
            self.sectie(document, &e.b).map(|it| Oordeel {
                beperkingen: &it.beperkingen,
                mogelijkheden: &it.mogelijkheden,
            })
        } else if let Event::ActueelOordeelVastgesteld(e) = document.event {
            self.sectie(document, &e.b).map(|it| Oordeel {
                beperkingen: &it.beperkingen,
                mogelijkheden: &it.mogelijkheden,
            })
        } else {
            self.belastbaarheid_in(document).map(|it| Oordeel {
                beperkingen: &it.beperkingen,
                mogelijkheden: &it.mogelijkheden,
            })
        }
    }

    fn bekwaamheden_in(&self, document: Document<'a>) -> Uit<&'a Bekwaamheden> {
        if let Event::ProbleemanalyseVastgesteld(e) = document.event {
            self.sectie(document, &e.d).map(|it| &it.bekwaamheden)
        } else if let Event::ActueelOordeelVastgesteld(e) = document.event {
            self.sectie(document, &e.d).map(|it| &it.bekwaamheden)
        } else {
            Uit::Leeg
        }
    }
}

/// What the newest of the documents says that is not silent. One that is closed is not silent.
fn eerste_die_iets_zegt<'a>(
    mut documenten: Vec<Document<'a>>,
    lees: impl Fn(Document<'a>) -> Vondst,
) -> Vondst {
    documenten.sort_by_key(|document| document.datum);
    let gelezen = documenten.into_iter().rev().map(lees);
    gelezen.into_iter().find(|it| !matches!(it, Vondst::Leeg)).unwrap_or(Vondst::Leeg)
}
