//! Whether an element is there (RIV-01 to RIV-07, RIV-12, RIV-13).

use std::collections::BTreeMap;

use super::super::blik::{Blik, Document, Inhoud, Plaats, Punt, Tekort, met_lidwoord};
use super::super::tabel::ACTUEEL_DAGEN;
use super::super::{Ernst, Gebrek, Hersteller};
use crate::dag::elementen;
use crate::mijlpaal::oordeel_werknemer::Keuze;
use crate::mijlpaal::probleemanalyse::Belastbaarheid;
use crate::mijlpaal::riv::Element;
use crate::{Event, Feit, StukId};

/// Whether the element is there, if the case needs it.
pub(in super::super) fn is_er(blik: &Blik, element: Element) -> Vec<Punt> {
    if blik.van(element).next().is_some() {
        return vec![Punt::Goed];
    }
    if !elementen::is_nodig(blik.geval, element) {
        return vec![];
    }
    vec![ontbreekt(blik, element)]
}

fn ontbreekt(blik: &Blik, element: Element) -> Punt {
    let uiterlijk = blik.uiterlijk(element);
    let zin = format!(
        "In het dossier ontbreekt {}. Dit hoort er uiterlijk op {} te zijn.",
        met_lidwoord(element),
        uiterlijk.voluit()
    );
    Punt::Tekort(Tekort::new(Gebrek::Ontbreekt, Plaats::element(element), uiterlijk, zin))
}

/// RIV-03: the plan, or the reason of the bedrijfsarts why none was needed.
pub(in super::super) fn plan(blik: &Blik) -> Vec<Punt> {
    let is_er_al = blik.van(Element::PlanVanAanpak).next().is_some();
    if is_er_al || !blik.geval.verloop.geen_mogelijkheden {
        return is_er(blik, Element::PlanVanAanpak);
    }
    let oordelen = blik.van_elk(&[Element::Probleemanalyse, Element::BijstellingProbleemanalyse]);
    let laatste = oordelen.into_iter().max_by_key(|oordeel| oordeel.datum);
    laatste.map(|oordeel| motivering(blik, &oordeel)).into_iter().collect()
}

fn motivering(blik: &Blik, oordeel: &Document) -> Punt {
    let is_gemotiveerd = |b: &Belastbaarheid| {
        b.geen_plan_motivering.as_ref().is_some_and(|tekst| !tekst.trim().is_empty())
    };
    let goed = if let Event::ProbleemanalyseVastgesteld(e) = oordeel.event {
        gelezen(&blik.inhoud(&e.b), is_gemotiveerd)
    } else if let Event::ProbleemanalyseBijgesteld(e) = oordeel.event {
        gelezen(&blik.inhoud(&e.b), |b| is_gemotiveerd(&b.belastbaarheid))
    } else {
        None
    };
    let Some(goed) = goed else { return Punt::dicht(oordeel) };
    Punt::tenzij(goed, || {
        let zin = format!(
            "Er is geen plan van aanpak, en in {} staat niet waarom. De bedrijfsarts vult dat aan.",
            oordeel.noem()
        );
        Tekort::new(Gebrek::Onvolledig, oordeel.plaats(), blik.hersteldag(), zin)
            .door(Hersteller::Bedrijfsarts)
    })
}

/// What a look at the section tells; none when it is closed.
pub(super) fn gelezen<T>(inhoud: &Inhoud<T>, is_goed: impl FnOnce(&T) -> bool) -> Option<bool> {
    match inhoud {
        Inhoud::Open(inhoud) => Some(is_goed(inhoud)),
        Inhoud::Leeg => Some(false),
        Inhoud::Dicht => None,
    }
}

/// RIV-02 and RIV-04: every version that a bijstelling replaces is there, and is older.
pub(in super::super) fn versies(blik: &Blik, eerste: Element, bijstelling: Element) -> Vec<Punt> {
    let alle = blik.van_elk(&[eerste, bijstelling]);
    let dagen: BTreeMap<_, _> = alle.iter().map(|versie| (versie.stuk, versie.datum)).collect();
    // That the first version is not there is told by another rule.
    let mut eerste_ontbreekt = blik.van(eerste).next().is_none();
    let mut punten = vec![];
    for versie in blik.van(bijstelling) {
        let Some(vorige) = vervangt(&versie) else { continue };
        punten.push(match dagen.get(&vorige) {
            Some(dag) => Punt::tenzij(*dag <= versie.datum, || volgorde(blik, &versie)),
            None if std::mem::take(&mut eerste_ontbreekt) => Punt::Goed,
            None => Punt::Tekort(vorige_ontbreekt(blik, &versie)),
        });
    }
    punten
}

fn vervangt(versie: &Document) -> Option<StukId> {
    if let Event::ProbleemanalyseBijgesteld(e) = versie.event {
        Some(e.a.vervangt)
    } else if let Event::PlanVanAanpakBijgesteld(e) = versie.event {
        Some(e.a.vervangt)
    } else {
        None
    }
}

fn volgorde(blik: &Blik, versie: &Document) -> Tekort {
    let zin = format!(
        "De datums kloppen niet: {} is ouder dan de versie die erdoor vervalt. Corrigeer de datum.",
        versie.noem()
    );
    Tekort::new(Gebrek::Tegenstrijdig, versie.plaats(), blik.hersteldag(), zin)
}

fn vorige_ontbreekt(blik: &Blik, versie: &Document) -> Tekort {
    let zin = format!(
        "Voor {} was er een eerdere versie, en die ontbreekt. Voeg de eerdere versie toe.",
        versie.noem()
    );
    Tekort::new(Gebrek::Ontbreekt, versie.plaats(), blik.hersteldag(), zin)
}

/// RIV-07: the actueel oordeel is there and not too old on the day the report goes out.
pub(in super::super) fn actueel_oordeel(blik: &Blik) -> Vec<Punt> {
    let Some(oordeel) = blik.van(Element::ActueelOordeel).last() else {
        return is_er(blik, Element::ActueelOordeel);
    };
    let overgedragen = blik.dossier.riv_overdracht.iter().map(Feit::datum).max();
    let dag = overgedragen.unwrap_or(blik.geval.peildatum);
    let recent = oordeel.datum.dagen_tot(dag) <= ACTUEEL_DAGEN;
    vec![Punt::tenzij(recent, || {
        let zin = format!(
            "Te oud: {} is van meer dan drie maanden geleden. Vraag de bedrijfsarts om een nieuw oordeel.",
            oordeel.noem()
        );
        Tekort::new(Gebrek::Verouderd, oordeel.plaats(), blik.hersteldag(), zin)
            .met_ernst(Ernst::Waarschuwing)
    })]
}

/// RIV-13 and VRK-04: the employee gave an opinion, or said not to want to.
pub(in super::super) fn oordeel_werknemer(blik: &Blik) -> Vec<Punt> {
    let standen = &blik.dossier.oordeel_werknemer;
    if standen.iter().any(|it| matches!(it.keuze, Keuze::Gegeven | Keuze::Geweigerd)) {
        return vec![Punt::Goed];
    }
    let uiterlijk = blik.uiterlijk(Element::OordeelWerknemer);
    let (stuk, zin) = match standen.last() {
        None => (
            None,
            "De werknemer kreeg nog geen formulier voor het eigen oordeel. Geef het formulier mee; de werknemer vult het in of zegt dat dat niet hoeft.",
        ),
        Some(stand) => (
            Some(stand.stuk),
            "De werknemer heeft het formulier voor het eigen oordeel, maar vulde het nog niet in en zei ook niet dat dat niet hoeft.",
        ),
    };
    let plaats = Plaats { element: Some(Element::OordeelWerknemer), stuk };
    vec![Punt::Tekort(Tekort::new(Gebrek::Ontbreekt, plaats, uiterlijk, zin.to_owned()))]
}
