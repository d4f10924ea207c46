//! Taking in reports: each decided as a whole before anything of it is recorded.

use std::collections::BTreeMap;

use uuid::Uuid;
use wvp_domain::beschrijving::titel;
use wvp_domain::rekenmachine::InvoerFout;
use wvp_domain::werknemer::{self, Bsn, Persoon};
use wvp_domain::{
    Afwijzing, Command, Datum, Dossier, DossierId, Event, Secties, StukId, WerkgeverId,
    WerknemerId, decide, evolve,
};
use wvp_engine::{Aanleiding, Engine, ExecuteError, Gebruiker, ReadError, nummer};
use wvp_projections::overzicht::{Rij, Stand};
use wvp_uitwisseling::nummer::Burgerservicenr;
use wvp_uitwisseling::sivi::Volgnummer;
use wvp_uitwisseling::sivi::inschrijving::persoon;
use wvp_uitwisseling::sivi::opdrachten::{Gevraagd, Nummers, Soort, gevraagd};
use wvp_uitwisseling::sivi::per_melding::Melding;

/// Takes in the reports of one message.
pub(super) struct Inname<'a> {
    engine: &'a Engine,
    wie: &'a Gebruiker,
    aanleiding: &'a Aanleiding,
    proef: bool,
    vandaag: Datum,
    rijen: Vec<Rij>,
    zaken: BTreeMap<DossierId, Zaak>,
    laatste: BTreeMap<WerknemerId, DossierId>,
}

/// A dossier as it stands while the message is taken in.
#[derive(Default)]
struct Zaak {
    dossier: Dossier,
    events: Vec<Event>,
    persoon: Option<Persoon>,
    bsn: Option<String>,
    /// It is there, and not for whoever takes the report in: that is never said.
    is_verborgen: bool,
}

/// What was taken in, and what was left to somebody else.
pub(super) struct Genomen {
    pub(super) dossier: DossierId,
    pub(super) vastgelegd: Vec<&'static str>,
    pub(super) gelaten: Vec<InvoerFout>,
}

/// Why nothing of a report was taken in: the field and the rule, without a value.
pub(super) struct Nee {
    pub(super) veld: String,
    pub(super) regel: String,
}

/// Ids of a report.
struct Wie {
    werkgever: WerkgeverId,
    werknemer: WerknemerId,
    geval: String,
}

impl<'a> Inname<'a> {
    pub(super) async fn begin(
        engine: &'a Engine,
        wie: &'a Gebruiker,
        aanleiding: &'a Aanleiding,
        proef: bool,
    ) -> Result<Self, ExecuteError> {
        engine.follow().await?;
        let (rijen, vandaag) = (engine.overzicht().await?, engine.klok().vandaag());
        let (zaken, laatste) = (BTreeMap::new(), BTreeMap::new());
        Ok(Self { engine, wie, aanleiding, proef, vandaag, rijen, zaken, laatste })
    }

    /// Takes in one report. What fails of the house itself ends the whole import.
    pub(super) async fn neem(
        &mut self,
        melding: &Melding,
    ) -> Result<Result<Genomen, Nee>, ExecuteError> {
        let wie = match Wie::van(melding) {
            Ok(wie) => wie,
            Err(nee) => return Ok(Err(nee)),
        };
        let id = self.dossier_van(&wie);
        match self.neem_in(melding, &wie, id).await? {
            // Too long after recovery: another case, with a dossier of its own.
            Err(Weigering::NieuwGeval) => {
                let uitkomst = self.neem_in(melding, &wie, wie.dossier()).await?;
                Ok(uitkomst.map_err(Weigering::nee))
            }
            uitkomst => Ok(uitkomst.map_err(Weigering::nee)),
        }
    }

    async fn neem_in(
        &mut self,
        melding: &Melding,
        wie: &Wie,
        id: DossierId,
    ) -> Result<Result<Genomen, Weigering>, ExecuteError> {
        self.laad(id).await?;
        let Some(zaak) = self.zaken.get(&id) else { return Ok(Err(Weigering::NieuwGeval)) };
        let plan = match plan(melding, wie, zaak, self.vandaag) {
            Ok(plan) => plan,
            Err(weigering) => return Ok(Err(weigering)),
        };
        if !self.proef {
            match self.leg_vast(wie, id, &plan).await {
                Ok(()) => {}
                Err(fout @ ExecuteError::Store(_)) => return Err(fout),
                Err(fout) => return Ok(Err(Weigering::Uitvoering(fout))),
            }
        }
        self.laatste.insert(wie.werknemer, id);
        let zaak = self.zaken.entry(id).or_default();
        let vastgelegd = plan.namen();
        for event in plan.events {
            zaak.dossier = evolve(std::mem::take(&mut zaak.dossier), &event);
            zaak.events.push(event);
        }
        zaak.persoon = Some(plan.persoon);
        zaak.bsn = plan.bsn.map(|bsn| bsn.cijfers().to_owned()).or(zaak.bsn.take());
        let dossier = if zaak.is_verborgen { wie.dossier() } else { id };
        Ok(Ok(Genomen { dossier, vastgelegd, gelaten: plan.gelaten }))
    }

    /// The employee first, then the facts; the burgerservicenummer only after the report of illness.
    async fn leg_vast(&self, wie: &Wie, id: DossierId, plan: &Plan) -> Result<(), ExecuteError> {
        let stuk = |wat| StukId(nummer(&["sivi", "werknemer", &plan.stuk.0.to_string(), wat]));
        if plan.persoon_is_nieuw {
            let a = werknemer::Inschrijving {
                stuk: stuk("gegevens"),
                werkgever: wie.werkgever,
                per: plan.per,
            };
            let gegevens = Secties::proces(a).met_d(plan.persoon.clone());
            let command = werknemer::Command::LegGegevensVast(gegevens);
            self.engine.execute_werknemer(self.wie, wie.werknemer, command).await?;
        }
        for command in &plan.opdrachten {
            self.engine.execute(self.wie, id, command.clone()).await?;
        }
        if let Some(bsn) = &plan.bsn {
            let a = werknemer::Bsnmelding { stuk: stuk("bsn"), per: plan.per };
            let command = werknemer::Command::LegBsnVast(Secties::proces(a).met_d(bsn.clone()));
            self.engine.execute_werknemer(self.wie, wie.werknemer, command).await?;
        }
        Ok(())
    }

    /// The dossier of the case, or the one of the employee that is not closed.
    fn dossier_van(&self, wie: &Wie) -> DossierId {
        let eigen = wie.dossier();
        let is_eigen = self.zaken.get(&eigen).is_some_and(|zaak| !zaak.events.is_empty());
        if is_eigen || self.rijen.iter().any(|rij| rij.dossier == eigen) {
            return eigen;
        }
        if let Some(id) = self.laatste.get(&wie.werknemer) {
            return *id;
        }
        let van_werknemer = self.rijen.iter().filter(|rij| {
            let is_gesloten = matches!(rij.stand, Stand::Gesloten(_));
            rij.werknemer == wie.werknemer && rij.werkgever == wie.werkgever && !is_gesloten
        });
        van_werknemer.max_by_key(|rij| rij.eerste_ziektedag).map_or(eigen, |rij| rij.dossier)
    }

    /// A dossier that is not for whoever asks is taken for an empty one: then the engine refuses what it would refuse
    /// of a dossier that is not there, and says the same.
    async fn laad(&mut self, id: DossierId) -> Result<(), ExecuteError> {
        if self.zaken.contains_key(&id) {
            return Ok(());
        }
        let mut zaak = Zaak::default();
        if self.rijen.iter().any(|rij| rij.dossier == id) {
            zaak = match self.engine.berichtgegevens(self.wie, id, self.aanleiding).await {
                Ok(gelezen) => Zaak {
                    dossier: gelezen.dossier,
                    events: gelezen.gebeurtenissen,
                    persoon: gelezen.wie.persoon,
                    bsn: gelezen.wie.bsn,
                    is_verborgen: false,
                },
                Err(ReadError::NietGevonden) => Zaak { is_verborgen: true, ..Zaak::default() },
                Err(ReadError::Store(fout)) => return Err(fout.into()),
            };
        }
        self.zaken.insert(id, zaak);
        Ok(())
    }
}

/// What a report comes down to: judged by the law, not yet recorded.
struct Plan {
    /// The number that the facts about the employee follow from.
    stuk: StukId,
    per: Datum,
    persoon: Persoon,
    persoon_is_nieuw: bool,
    bsn: Option<Bsn>,
    opdrachten: Vec<Command>,
    events: Vec<Event>,
    gelaten: Vec<InvoerFout>,
}

impl Plan {
    /// What is recorded, in words.
    fn namen(&self) -> Vec<&'static str> {
        let persoon = self.persoon_is_nieuw.then_some("gegevens van de werknemer");
        let bsn = self.bsn.as_ref().map(|_| "burgerservicenummer");
        persoon.into_iter().chain(self.events.iter().map(titel)).chain(bsn).collect()
    }
}

fn plan(melding: &Melding, wie: &Wie, zaak: &Zaak, vandaag: Datum) -> Result<Plan, Weigering> {
    let stuk = |nummer, soort| wie.stuk(nummer, soort);
    let (werknemer, werkgever) = (wie.werknemer, wie.werkgever);
    let nummers = Nummers { werknemer, werkgever, stuk: &stuk };
    let Gevraagd { opdrachten, al_bekend, gelaten } =
        gevraagd(melding, &nummers, &zaak.dossier, &zaak.events)?;
    let mut dossier = zaak.dossier.clone();
    let mut events = vec![];
    for command in &opdrachten {
        for event in decide(&dossier, command.clone(), vandaag)? {
            dossier = evolve(dossier, &event);
            events.push(event);
        }
    }
    let nieuw = persoon(melding)?;
    // What was taken in before does not put back what was changed since; what is not there yet, an import that
    // was cut off left out.
    let is_herhaling = al_bekend && events.is_empty();
    let bsn = melding.werknemer.bsn.as_ref().map(Burgerservicenr::cijfers);
    let bsn = bsn.filter(|bsn| match zaak.bsn.as_deref() {
        Some(eerder) => !is_herhaling && eerder != *bsn,
        None => true,
    });
    let persoon_is_nieuw = match &zaak.persoon {
        Some(eerder) => !is_herhaling && *eerder != nieuw,
        None => true,
    };
    Ok(Plan {
        stuk: wie.stuk(melding.verzuim.volgnummer, Soort::Begin),
        per: melding.dienstverband.begin,
        persoon_is_nieuw,
        persoon: nieuw,
        bsn: bsn
            .map(Bsn::try_new)
            .transpose()
            .map_err(|fout| Weigering::Uitvoering(ExecuteError::WerknemerAfgewezen(fout)))?,
        opdrachten,
        events,
        gelaten,
    })
}

impl Wie {
    fn van(melding: &Melding) -> Result<Self, Nee> {
        let Ok(werkgever) = melding.werkgever.nummer_bij_arbodienst.tekst().parse::<Uuid>() else {
            let regel = "hier hoort het nummer waaronder dit huis de werkgever kent".to_owned();
            return Err(Nee { veld: "IdWrkgvrArbdnst".to_owned(), regel });
        };
        let eigen = melding.werknemer.nummer.tekst();
        let afgeleid = || nummer(&["sivi", "werknemer", &werkgever.to_string(), eigen]);
        let werknemer = eigen.parse().unwrap_or_else(|_| afgeleid());
        Ok(Self {
            werkgever: WerkgeverId(werkgever),
            werknemer: WerknemerId(werknemer),
            geval: melding.verzuim.geval.tekst().to_owned(),
        })
    }

    fn dossier(&self) -> DossierId {
        DossierId(nummer(&["sivi", "dossier", &self.werkgever.0.to_string(), &self.geval]))
    }

    fn stuk(&self, volgnummer: Volgnummer, soort: Soort) -> StukId {
        let werkgever = self.werkgever.0.to_string();
        let soort = match soort {
            Soort::Begin => "begin",
            Soort::AndereDag => "andere dag",
            Soort::Percentage => "percentage",
            Soort::Einde => "einde",
        };
        let delen = ["sivi", "stuk", &werkgever, &self.geval, &volgnummer.0.to_string(), soort];
        StukId(nummer(&delen))
    }
}

/// Why a report was not taken in.
enum Weigering {
    /// It belongs to a case of its own.
    NieuwGeval,
    /// A field, by its rule.
    Veld(InvoerFout),
    /// The law.
    Wet(Afwijzing),
    /// Whoever takes it in may not, or the employee's record says no.
    Uitvoering(ExecuteError),
}

impl From<InvoerFout> for Weigering {
    fn from(fout: InvoerFout) -> Self {
        Self::Veld(fout)
    }
}

impl From<Afwijzing> for Weigering {
    fn from(afwijzing: Afwijzing) -> Self {
        if matches!(afwijzing, Afwijzing::KetenVerbroken { .. }) {
            return Self::NieuwGeval;
        }
        Self::Wet(afwijzing)
    }
}

impl Weigering {
    /// The rule and what to do; days and numbers stay out.
    fn nee(self) -> Nee {
        let (veld, regel) = match self {
            Self::NieuwGeval => ("VrzmgvlId", "dit is een nieuw ziektegeval".to_owned()),
            Self::Veld(fout) => return Nee { veld: fout.veld, regel: fout.regel },
            Self::Wet(afwijzing) | Self::Uitvoering(ExecuteError::Afgewezen(afwijzing)) => {
                let grondslag = afwijzing.grondslag();
                (
                    "Vrzm",
                    format!("{} ({}, {})", afwijzing.advies(), grondslag.regel, grondslag.bron),
                )
            }
            Self::Uitvoering(ExecuteError::Geweigerd(nee)) => {
                ("Vrzm", format!("{} ({})", nee.uitleg, nee.regels.join(", ")))
            }
            Self::Uitvoering(fout) => ("Vrzm", fout.to_string()),
        };
        Nee { veld: veld.to_owned(), regel }
    }
}
