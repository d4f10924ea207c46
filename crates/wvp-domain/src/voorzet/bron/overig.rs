//! What follows from the master records, the table of terms, the dossier as a whole and the request itself.

use super::{Herkomst, Uit, Vondst, Waarde, Zicht};
use crate::dag::elementen;
use crate::mijlpaal::eerstejaarsevaluatie::BesluitTweedeSpoor;
use crate::mijlpaal::oordeel_werknemer::{Keuze, Oordeel};
use crate::mijlpaal::tweede_spoor;
use crate::termijn::{Basis, Duur, Wie};
use crate::werkgever::Bedrijf;
use crate::{Compartiment, Datum, Event, TermijnId};

/// No fact says it: people do.
pub(in crate::voorzet) fn zelf(_: &Zicht) -> Vondst {
    Vondst::Leeg
}

/// A signature is given anew.
pub(in crate::voorzet) fn tekenen(_: &Zicht) -> Vondst {
    Vondst::Tekenen
}

/// The number of the document.
pub(in crate::voorzet) fn stuk(zicht: &Zicht) -> Vondst {
    Vondst::uit(Some(Waarde::Stuk(zicht.vraag.stuk)), vec![Herkomst::Systeem])
}

/// The day of the draft.
pub(in crate::voorzet) fn vandaag(zicht: &Zicht) -> Vondst {
    Vondst::uit(Some(Waarde::Dag(zicht.vraag.op)), vec![Herkomst::Systeem])
}

/// First day of illness, moved by the interruptions (C-08).
pub(in crate::voorzet) fn verschoven_eerste_ziektedag(zicht: &Zicht) -> Vondst {
    let dag = zicht.geval.map(|geval| Waarde::Dag(geval.d_ster));
    Vondst::uit(dag, vec![Herkomst::Dossier])
}

/// Last day of the first year, or the day of the draft when that is earlier.
pub(in crate::voorzet) fn einde_eerste_jaar(zicht: &Zicht) -> Vondst {
    let einde = zicht.uiterlijk(TermijnId::EindeEersteZiektejaar, Basis::Wet);
    let dag = einde.map(|einde| Waarde::Dag(einde.min(zicht.vraag.op)));
    Vondst::uit(dag, vec![Herkomst::Termijnen])
}

/// The next talk, by the usual distance.
pub(in crate::voorzet) fn volgend_gesprek(zicht: &Zicht) -> Vondst {
    let dag = zicht.gespreksafstand().map(|dagen| Waarde::Dag(zicht.vraag.op.plus(dagen)));
    Vondst::uit(dag, vec![Herkomst::Termijnen])
}

/// Moments of evaluation at the usual distance, up to and including the evaluation that the case comes
/// to next: that of the first year, or else the last one.
pub(in crate::voorzet) fn evaluatiemomenten(zicht: &Zicht) -> Vondst {
    let Some(dagen) = zicht.gespreksafstand() else { return Vondst::Leeg };
    let op = zicht.vraag.op;
    let grens = [TermijnId::Eerstejaarsevaluatie, TermijnId::Eindevaluatie]
        .into_iter()
        .filter_map(|id| {
            [Basis::Wet, Basis::Praktijk].into_iter().find_map(|it| zicht.uiterlijk(id, it))
        })
        .find(|grens| *grens > op);
    let elke = std::iter::successors(Some(op.plus(dagen)), |dag| Some(dag.plus(dagen)));
    let ervoor = elke.take_while(|dag| grens.is_some_and(|grens| *dag < grens));
    let momenten: Vec<Datum> = ervoor.chain(grens).collect();
    let waarde = Waarde::lijst(&momenten, Waarde::Dagen);
    let vondst = Vondst::uit(waarde, vec![Herkomst::Termijnen]);
    vondst.bevestigd_door(Wie::WerkgeverEnWerknemer)
}

/// The casemanager who was appointed last.
pub(in crate::voorzet) fn casemanager(zicht: &Zicht) -> Vondst {
    let aanwijzingen = zicht.documenten(&zicht.dossier.casemanager);
    let Some(document) = aanwijzingen.last() else { return Vondst::Leeg };
    let Event::CasemanagerAangewezen(e) = document.event else { return Vondst::Leeg };
    Vondst::uit(Some(Waarde::Account(e.a.account)), vec![document.herkomst()])
}

/// What the employer does.
pub(in crate::voorzet) fn aard_bedrijf(zicht: &Zicht) -> Vondst {
    zicht.bedrijf().vul(|bedrijf| Waarde::tekst(&bedrijf.aard))
}

/// The elements of the re-integratieverslag as they are now.
pub(in crate::voorzet) fn elementen(zicht: &Zicht) -> Vondst {
    let standen = elementen::op_dag(zicht.dossier, zicht.vraag.op);
    Vondst::uit(Waarde::lijst(&standen, Waarde::Elementen), vec![Herkomst::Dossier])
}

/// That the second track started, when it was decided so before.
pub(in crate::voorzet) fn besluit_tweede_spoor(zicht: &Zicht) -> Vondst {
    let besluiten = zicht.documenten(&zicht.dossier.tweede_spoor);
    let Some(document) = besluiten.last() else { return Vondst::Leeg };
    let Event::TweedeSpoorBesloten(e) = document.event else { return Vondst::Leeg };
    let gestart = match e.a.keuze {
        tweede_spoor::Keuze::Starten => Some(Waarde::TweedeSpoor(BesluitTweedeSpoor::AlGestart)),
        tweede_spoor::Keuze::NietNodig => None,
    };
    Vondst::uit(gestart, vec![document.herkomst()])
}

/// Why the second track starts or not, as it was decided before.
pub(in crate::voorzet) fn motivering_tweede_spoor(zicht: &Zicht) -> Vondst {
    let besluiten = zicht.documenten(&zicht.dossier.tweede_spoor);
    let Some(document) = besluiten.last() else { return Vondst::Leeg };
    let Event::TweedeSpoorBesloten(e) = document.event else { return Vondst::Leeg };
    let motivering = zicht.sectie(*document, &e.b).vul(|it| Waarde::tekst(&it.motivering));
    motivering.bevestigd_door(Wie::WerkgeverEnWerknemer)
}

impl<'a> Zicht<'a> {
    /// The day of the draft, for what must lie ahead of it.
    pub(in crate::voorzet) fn op(&self) -> Datum {
        self.vraag.op
    }

    /// A field of the opinion that the employee gave before.
    pub(in crate::voorzet) fn eigen_oordeel(
        &self,
        kies: impl FnOnce(&Oordeel) -> Option<Waarde>,
    ) -> Vondst {
        let gegeven = self.dossier.oordeel_werknemer.iter().filter(|it| it.keuze == Keuze::Gegeven);
        let gegeven: Vec<_> = gegeven.cloned().collect();
        let oordelen = self.documenten(&gegeven);
        let Some(document) = oordelen.last() else { return Vondst::Leeg };
        let Event::OordeelWerknemerVastgelegd(e) = document.event else { return Vondst::Leeg };
        self.sectie(*document, &e.b).vul(kies).bevestigd_door(Wie::Werknemer)
    }

    pub(super) fn bedrijf(&self) -> Uit<&'a Bedrijf> {
        match self.vraag.stam.bedrijf {
            Some(bedrijf) => Uit::Open(bedrijf, Herkomst::Stamgegevens),
            None if self.vraag.feiten.inzage.contains(&Compartiment::D) => Uit::Leeg,
            None => Uit::Dicht,
        }
    }

    fn uiterlijk(&self, id: TermijnId, basis: Basis) -> Option<Datum> {
        self.geval.and_then(|geval| geval.uiterlijk(id, basis))
    }

    /// Days between two talks, by the table of terms.
    fn gespreksafstand(&self) -> Option<i32> {
        let rij = self.geval?.rij(TermijnId::Voortgangsgesprek, Basis::Praktijk)?;
        match rij.uiterlijk {
            Duur::Dagen(dagen) => Some(dagen),
            Duur::DagenTerug(_) | Duur::Werkdagen(_) | Duur::Maanden(_) | Duur::DagVoorJaren(_) => {
                None
            }
        }
    }
}
