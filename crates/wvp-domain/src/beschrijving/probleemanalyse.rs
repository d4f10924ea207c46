//! How a probleemanalyse speaks.

use super::gedeeld::{auteur, bekwaamheden, beperkingen, opbouw};
use super::{Beschreven, Veld, datum, ja_nee, lijst, samen, tekst};
use crate::mijlpaal::gedeeld::Urenbeperking;
use crate::mijlpaal::probleemanalyse::{
    Achtergrond, Belastbaarheid, GbmGrond, Medisch, Opgesteld, Werkgerelateerd,
};

impl Beschreven for Opgesteld {
    fn velden(&self) -> Vec<Veld> {
        samen([
            datum("Opgesteld op", self.opgesteld_op),
            auteur(&self.auteur),
            datum("Spreekuur op", self.datum_spreekuur),
            tekst("Contact", self.wijze_contact.naam()),
            ja_nee("Plan van aanpak nodig", self.plan_nodig),
            ja_nee("Afwijking van de termijn gemotiveerd", self.termijn_gemotiveerd),
        ])
    }
}

impl Beschreven for Belastbaarheid {
    fn velden(&self) -> Vec<Veld> {
        samen([
            ja_nee("Langdurig verzuim dreigt", self.dreigend_langdurig_verzuim),
            tekst("Factoren", self.factoren.as_str()),
            beperkingen(&self.beperkingen),
            tekst("Mogelijkheden", self.mogelijkheden.as_str()),
            tekst("Urenbeperking", self.urenbeperking.as_ref().map(urenbeperking).as_deref()),
            tekst("Wordt nog onderzocht", self.lopend_onderzoek.as_deref()),
            tekst("Prognose", self.prognose.as_str()),
            datum("Volgende beoordeling", self.volgende_beoordeling),
            ja_nee("Benutbare mogelijkheden", self.benutbare_mogelijkheden),
            tekst("Waarom geen plan van aanpak", self.geen_plan_motivering.as_deref()),
            tekst("Doel van de re-integratie", self.re_integratiedoel.as_str()),
            lijst("Aanpassingen in het werk", self.werkaanpassingen.clone()),
            opbouw(&self.opbouw),
            ja_nee("Mediation wenselijk", self.mediation_wenselijk),
        ])
    }
}

impl Beschreven for Medisch {
    fn velden(&self) -> Vec<Veld> {
        samen([
            tekst("Klachten", self.klachten.as_str()),
            tekst("Diagnose", self.diagnose.as_str()),
            tekst("Behandeling", self.behandeling.as_str()),
            tekst("Medische onderbouwing", self.onderbouwing.as_str()),
            tekst("Verband met het werk", self.werkgerelateerd.naam()),
            tekst("Grond van geen benutbare mogelijkheden", self.gbm_grond.map(GbmGrond::naam)),
        ])
    }
}

impl Beschreven for Achtergrond {
    fn velden(&self) -> Vec<Veld> {
        bekwaamheden(&self.bekwaamheden)
    }
}

impl Werkgerelateerd {
    /// The Dutch words for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Ja => "Ja",
            Self::Nee => "Nee",
            Self::Deels => "Deels",
            Self::Onbekend => "Onbekend",
        }
    }
}

impl GbmGrond {
    /// The Dutch words for it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Opname => "Opname in een ziekenhuis of instelling",
            Self::Bedlegerig => "Bedlegerig",
            Self::AdlAfhankelijk => "Afhankelijk van hulp in het dagelijks leven",
            Self::PsychischNietZelfredzaam => "Psychisch niet zelfredzaam",
            Self::VerliesBinnenDrieMaanden => "Verlies van mogelijkheden binnen drie maanden",
            Self::Terminaal => "Terminaal",
            Self::Wisselend => "Sterk wisselende mogelijkheden",
        }
    }
}

fn urenbeperking(grens: &Urenbeperking) -> String {
    format!("{} per dag en {} per week", grens.per_dag, grens.per_week)
}
