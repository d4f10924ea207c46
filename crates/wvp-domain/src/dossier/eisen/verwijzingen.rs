//! Guards on references: a document number must name a document of the right kind that still stands.

use crate::mijlpaal::correctie::Wordt;
use crate::{Afwijzing, Datum, Dossier, Feit, StukId};

impl Dossier {
    /// Asks that the number names one of these facts.
    pub(crate) fn eis_verwijzing<'a, F: Feit>(
        &self,
        veld: &'static str,
        stuk: StukId,
        verwacht: &'static str,
        feiten: &'a [F],
    ) -> Result<&'a F, Afwijzing> {
        let gevonden = feiten.iter().find(|feit| feit.stuk() == stuk);
        gevonden.ok_or_else(|| self.verkeerde_verwijzing(veld, stuk, verwacht))
    }

    /// Asks for a version of the probleemanalyse that was not replaced yet; gives its day.
    pub(crate) fn eis_versie_probleemanalyse(&self, vervangt: StukId) -> Result<Datum, Afwijzing> {
        if self.bijstelling_probleemanalyse.iter().any(|nieuw| nieuw.vervangt == vervangt) {
            return Err(Afwijzing::AlVervangen { stuk: vervangt });
        }
        let eerste = dag_van(&self.probleemanalyse, vervangt);
        let versie = eerste.or_else(|| dag_van(&self.bijstelling_probleemanalyse, vervangt));
        versie.ok_or_else(|| {
            self.verkeerde_verwijzing("vervangt", vervangt, "versie van de probleemanalyse")
        })
    }

    /// Asks for a version of the plan van aanpak that was not replaced yet; gives its day.
    pub(crate) fn eis_versie_plan(&self, vervangt: StukId) -> Result<Datum, Afwijzing> {
        if self.bijstelling_plan_van_aanpak.iter().any(|nieuw| nieuw.vervangt == vervangt) {
            return Err(Afwijzing::AlVervangen { stuk: vervangt });
        }
        let eerste = dag_van(&self.plan_van_aanpak, vervangt);
        let versie = eerste.or_else(|| dag_van(&self.bijstelling_plan_van_aanpak, vervangt));
        versie.ok_or_else(|| {
            self.verkeerde_verwijzing("vervangt", vervangt, "versie van het plan van aanpak")
        })
    }

    /// Asks for a judgement of the bedrijfsarts under this number (NIET-08, Abrona).
    pub(crate) fn eis_oordeel_bedrijfsarts(&self, grond: StukId) -> Result<(), Afwijzing> {
        let oordeel = dag_van(&self.spreekuur, grond)
            .or_else(|| dag_van(&self.probleemanalyse, grond))
            .or_else(|| dag_van(&self.bijstelling_probleemanalyse, grond))
            .or_else(|| dag_van(&self.actueel_oordeel, grond));
        oordeel.map(|_| ()).ok_or(Afwijzing::GeenOordeelBedrijfsarts)
    }

    /// Asks that no other fact refers to this document.
    pub(crate) fn eis_geen_verwijzing_naar(&self, stuk: StukId) -> Result<(), Afwijzing> {
        let oordelen = self.bijstelling_probleemanalyse.iter().map(|a| (a.vervangt, a.stuk));
        let plannen = self.bijstelling_plan_van_aanpak.iter().map(|a| (a.vervangt, a.stuk));
        let gronden = self.inzetbaarheid.iter().map(|a| (a.grond, a.stuk));
        let afspraken = self.interventie_afspraak.iter().map(|a| (a.advies, a.stuk));
        let starts = self.interventie_start.iter().map(|a| (a.afspraak, a.stuk));
        let eindes = self.interventie_einde.iter().map(|a| (a.start, a.stuk));
        let maatregelen = self.loonmaatregel_einde.iter().map(|a| (a.maatregel, a.stuk));
        let mut verwijzingen = oordelen
            .chain(plannen)
            .chain(gronden)
            .chain(afspraken)
            .chain(starts)
            .chain(eindes)
            .chain(maatregelen);
        match verwijzingen.find(|(naar, _)| *naar == stuk) {
            Some((_, door)) => Err(Afwijzing::StukInGebruik { door }),
            None => Ok(()),
        }
    }

    /// Why a reference does not hold: unknown, withdrawn, or of another kind.
    pub(crate) fn verkeerde_verwijzing(
        &self,
        veld: &'static str,
        stuk: StukId,
        verwacht: &'static str,
    ) -> Afwijzing {
        let is_ingetrokken =
            self.correctie.iter().any(|a| a.van == stuk && a.wordt == Wordt::Ingetrokken);
        if is_ingetrokken {
            Afwijzing::StukIngetrokken { veld, stuk }
        } else if self.stukken.contains(&stuk) {
            Afwijzing::StukVanAndereSoort { veld, stuk, verwacht }
        } else {
            Afwijzing::StukOnbekend { veld, stuk }
        }
    }
}

fn dag_van<F: Feit>(feiten: &[F], stuk: StukId) -> Option<Datum> {
    feiten.iter().find(|feit| feit.stuk() == stuk).map(Feit::datum)
}
