//! What employer and employee agreed: carried from the newest plan, with the progress of the newest talk.

use super::{Document, Herkomst, Uit, Vondst, Waarde, Zicht};
use crate::mijlpaal::gedeeld::Visie;
use crate::mijlpaal::plan_van_aanpak::{Activiteit, Afspraken};
use crate::mijlpaal::voortgangsgesprek::Verslag;
use crate::termijn::Wie;
use crate::{Datum, Event};

/// The version that a bijstelling replaces.
pub(in crate::voorzet) fn vervangt_plan(zicht: &Zicht) -> Vondst {
    nummer(zicht.versies().last())
}

/// The activities of the newest version, as far as they got.
pub(in crate::voorzet) fn activiteiten(zicht: &Zicht) -> Vondst {
    let (versie, plan) = match (zicht.versies().last(), zicht.afspraken()) {
        (Some(versie), Uit::Open(plan, herkomst)) => (*versie, (plan, herkomst)),
        (_, Uit::Dicht) => return Vondst::Dicht,
        (_, Uit::Leeg) | (None, Uit::Open(..)) => return Vondst::Leeg,
    };
    zicht.met_voortgang(versie.datum, plan.0.activiteiten.clone(), vec![plan.1])
}

/// The activities of all versions, each in the words of the last one that names it.
pub(in crate::voorzet) fn alle_activiteiten(zicht: &Zicht) -> Vondst {
    let versies = zicht.versies();
    let (mut alle, mut herkomsten): (Vec<Activiteit>, _) = (vec![], vec![]);
    for versie in &versies {
        match zicht.afspraken_in(*versie) {
            Uit::Open(plan, herkomst) => {
                let genoemd = |oud: &Activiteit| plan.activiteiten.iter().any(|it| is(it, oud));
                alle.retain(|oud| !genoemd(oud));
                alle.extend(plan.activiteiten.iter().cloned());
                herkomsten.push(herkomst);
            }
            Uit::Leeg => {}
            Uit::Dicht => return Vondst::Dicht,
        }
    }
    let Some(laatste) = versies.last() else { return Vondst::Leeg };
    zicht.met_voortgang(laatste.datum, alle, herkomsten)
}

/// The view of the employer, from the newest version.
pub(in crate::voorzet) fn visie_werkgever(zicht: &Zicht) -> Vondst {
    let visie = zicht.afspraken().vul(|plan| gevuld(plan.visies.werkgever.as_ref()));
    visie.bevestigd_door(Wie::Werkgever)
}

/// The view of the employee, from the newest version.
pub(in crate::voorzet) fn visie_werknemer(zicht: &Zicht) -> Vondst {
    let visie = zicht.afspraken().vul(|plan| gevuld(plan.visies.werknemer.as_ref()));
    visie.bevestigd_door(Wie::Werknemer)
}

/// That the view of the employer is in the document: when it is carried over.
pub(in crate::voorzet) fn heeft_visie_werkgever(zicht: &Zicht) -> Vondst {
    zicht.afspraken().vul(|plan| ja_als(gevuld(plan.visies.werkgever.as_ref())))
}

/// That the view of the employee is in the document: when it is carried over.
pub(in crate::voorzet) fn heeft_visie_werknemer(zicht: &Zicht) -> Vondst {
    zicht.afspraken().vul(|plan| ja_als(gevuld(plan.visies.werknemer.as_ref())))
}

impl<'a> Zicht<'a> {
    /// The newest version of the plan.
    pub(in crate::voorzet) fn afspraken(&self) -> Uit<&'a Afspraken> {
        self.versies().last().map_or(Uit::Leeg, |versie| self.afspraken_in(*versie))
    }

    /// The plan and its bijstellingen, oldest first.
    fn versies(&self) -> Vec<Document<'a>> {
        let mut versies = self.documenten(&self.dossier.plan_van_aanpak);
        versies.extend(self.documenten(&self.dossier.bijstelling_plan_van_aanpak));
        versies.sort_by_key(|versie| versie.datum);
        versies
    }

    fn afspraken_in(&self, versie: Document<'a>) -> Uit<&'a Afspraken> {
        if let Event::PlanVanAanpakVastgesteld(e) = versie.event {
            self.sectie(versie, &e.b)
        } else if let Event::PlanVanAanpakBijgesteld(e) = versie.event {
            self.sectie(versie, &e.b).map(|wijziging| &wijziging.afspraken)
        } else {
            Uit::Leeg
        }
    }

    /// What a talk after the plan says about what was still running takes the place of what the plan
    /// said. Employer and employee see to it that each activity keeps what is about that activity.
    fn met_voortgang(
        &self,
        plan_van: Datum,
        mut activiteiten: Vec<Activiteit>,
        mut herkomsten: Vec<Herkomst>,
    ) -> Vondst {
        if let Some((op, verslag, herkomst)) = self.gesprek_na(plan_van) {
            for activiteit in activiteiten.iter_mut().filter(|it| loopt(it, op)) {
                activiteit.voortgang.clone_from(&verslag.voortgang);
            }
            herkomsten.push(herkomst);
        }
        let waarde = Waarde::lijst(&activiteiten, Waarde::Activiteiten);
        Vondst::uit(waarde, herkomsten).bevestigd_door(Wie::WerkgeverEnWerknemer)
    }

    /// The newest talk after a day that says something about progress and is open.
    fn gesprek_na(&self, dag: Datum) -> Option<(Datum, &'a Verslag, Herkomst)> {
        let gesprek = *self.documenten(&self.dossier.voortgangsgesprek).last()?;
        let Event::VoortgangsgesprekGevoerd(e) = gesprek.event else { return None };
        let Uit::Open(verslag, herkomst) = self.sectie(gesprek, &e.b) else { return None };
        let zegt_iets = gesprek.datum > dag && !verslag.voortgang.trim().is_empty();
        zegt_iets.then_some((gesprek.datum, verslag, herkomst))
    }
}

/// The number of a document, when there is one.
pub(super) fn nummer(document: Option<&Document>) -> Vondst {
    let waarde = document.map(|it| Waarde::Stuk(it.stuk));
    Vondst::uit(waarde, document.map(Document::herkomst).into_iter().collect())
}

/// Whether it is the same activity: the words may differ in nothing but how it goes.
fn is(een: &Activiteit, ander: &Activiteit) -> bool {
    een.omschrijving == ander.omschrijving
}

/// Whether it had begun and was not done yet.
fn loopt(activiteit: &Activiteit, op: Datum) -> bool {
    activiteit.start.is_none_or(|start| start <= op)
        && activiteit.gereed.is_none_or(|gereed| gereed >= op)
}

/// A view in which something is said.
fn gevuld(visie: Option<&Visie>) -> Option<Waarde> {
    let visie = visie?;
    let delen = [&visie.mogelijkheden, &visie.activiteiten, &visie.afspraken];
    if delen.iter().all(|deel| deel.trim().is_empty()) {
        return None;
    }
    Some(Waarde::Visie(visie.clone()))
}

fn ja_als(visie: Option<Waarde>) -> Option<Waarde> {
    visie.map(|_| Waarde::JaNee(true))
}
