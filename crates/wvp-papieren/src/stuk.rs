//! One paper by its kind, from what the engine hands over.

use wvp_domain::mijlpaal::inzetbaarheid::Wijziging;
use wvp_domain::mijlpaal::plan_van_aanpak::Activiteit;
use wvp_domain::mijlpaal::probleemanalyse::Achtergrond;
use wvp_domain::papier::{Briefwoorden, Papier, Verkortwoorden};
use wvp_domain::termijn::{Geval, Riv, Verloop};
use wvp_domain::{Datum, Dossier, Event, Feit, StukId, Ziekteperiode};
use wvp_engine::{Bestand, Keuring, OpmaakFout, Opmaker, RivInvoer, gekozen};
use wvp_reports::stukken::{
    Brief, Herstelmelding, Kop, Melding42eWeek, Periode, VerkortRiv, Voortgangsverslag, brief,
    herstelmelding, melding_42e_week, verkort_riv, voortgangsverslag,
};
use wvp_reports::{Pdf, RapportFout};

use crate::element::element;
use crate::verslag::{kop, los};

/// Makes one paper: of the document with this number, or of the newest.
pub struct Stukdrukker {
    /// Which paper, with its words.
    pub papier: Papier,
    /// The document; none is the newest.
    pub stuk: Option<StukId>,
}

/// The words may name somebody.
impl std::fmt::Debug for Stukdrukker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Stukdrukker(…)")
    }
}

impl Opmaker for Stukdrukker {
    fn maak(&self, invoer: &RivInvoer, _: Keuring<'_>) -> Result<Vec<Bestand>, OpmaakFout> {
        // The verslag as a whole may be a draft; what stands in one fact is not.
        let kop = Kop { concept: false, ..kop(invoer) };
        let gemaakt = match &self.papier {
            Papier::Element(soort) => element(&kop, invoer, *soort, self.stuk),
            Papier::Voortgangsverslag => self.voortgangsverslag(&kop, invoer).map(los),
            Papier::Melding42eWeek => self.melding_42e_week(&kop, invoer).map(los),
            Papier::Herstelmelding(woorden) => {
                self.herstelmelding(&kop, invoer, woorden.referentie.as_deref()).map(los)
            }
            Papier::VerkortRiv(woorden) => self.verkort(&kop, invoer, woorden).map(los),
            Papier::Brief(woorden) => een_brief(&kop, invoer, woorden).map(los),
        };
        Ok(vec![gemaakt?])
    }
}

/// Not able to do any work, in hundredths of a per cent.
const VOLLEDIG: u16 = 10_000;

/// Why there is no such paper. Holds no content.
#[derive(Debug, thiserror::Error)]
pub(crate) enum StukFout {
    /// The dossier has no such fact that this reader may know of.
    #[error("dit dossier heeft geen {0}")]
    Geen(&'static str),
    /// There are such facts, and none has this number.
    #[error("dit dossier heeft wel een {0}, maar niet met nummer {1}")]
    AnderNummer(&'static str, uuid::Uuid),
    /// The law asks for more than the short verslag.
    #[error("bij dit einde van het dienstverband hoort een volledig re-integratieverslag")]
    Volledig,
    /// The law asks for no verslag at all.
    #[error("bij dit einde van het dienstverband hoort geen re-integratieverslag")]
    GeenVerslag,
    /// It could not be typeset.
    #[error(transparent)]
    Opmaak(#[from] RapportFout),
}

impl From<StukFout> for OpmaakFout {
    fn from(fout: StukFout) -> Self {
        let zin = fout.to_string();
        match fout {
            StukFout::Geen(_) | StukFout::AnderNummer(..) => Self::Ontbreekt(zin),
            StukFout::Volledig | StukFout::GeenVerslag => Self::PastNiet(zin),
            StukFout::Opmaak(_) => Self::Mislukt(zin),
        }
    }
}

/// The fact to make a paper of, or what is missing.
pub(crate) fn zoek<'a, F: Feit>(
    feiten: &'a [F],
    stuk: Option<StukId>,
    wat: &'static str,
) -> Result<&'a F, StukFout> {
    let ontbreekt = || match stuk {
        Some(stuk) if !feiten.is_empty() => StukFout::AnderNummer(wat, stuk.0),
        Some(_) | None => StukFout::Geen(wat),
    };
    gekozen(feiten, stuk).ok_or_else(ontbreekt)
}

impl Stukdrukker {
    fn voortgangsverslag(&self, kop: &Kop<'_>, invoer: &RivInvoer) -> Result<Pdf, StukFout> {
        let feiten = &invoer.dossier.voortgangsgesprek;
        let a = zoek(feiten, self.stuk, "verslag van een voortgangsgesprek")?;
        let b = invoer.gebeurtenissen.iter().find_map(|event| {
            let Event::VoortgangsgesprekGevoerd(e) = event else { return None };
            e.b.inhoud().filter(|_| e.a.stuk == a.stuk)
        });
        let activiteiten = activiteiten(invoer, a.gehouden_op);
        let stuk = Voortgangsverslag { kop, a, b, activiteiten, ondertekening: &[] };
        Ok(voortgangsverslag(&stuk)?)
    }

    fn melding_42e_week(&self, kop: &Kop<'_>, invoer: &RivInvoer) -> Result<Pdf, StukFout> {
        let feiten = &invoer.dossier.melding_42e_week;
        let a = zoek(feiten, self.stuk, "42e-weeksmelding")?;
        let telt = |it: &Ziekteperiode| {
            a.eerste_ziektedag <= it.eerste_ziektedag && it.eerste_ziektedag <= a.gemeld_op
        };
        let perioden = invoer.dossier.perioden().into_iter().filter(telt);
        let perioden: Vec<Periode> = perioden.map(|it| tot_aan(it, a.gemeld_op)).collect();
        Ok(melding_42e_week(&Melding42eWeek { kop, a, perioden: &perioden })?)
    }

    fn herstelmelding(
        &self,
        kop: &Kop<'_>,
        invoer: &RivInvoer,
        referentie: Option<&str>,
    ) -> Result<Pdf, StukFout> {
        let a = zoek(&invoer.dossier.herstelmelding, self.stuk, "herstelmelding")?;
        let gedeeltelijk_per = gedeeltelijk_per(&invoer.dossier, a.eerste_dag_geschikt);
        Ok(herstelmelding(&Herstelmelding { kop, a, referentie, gedeeltelijk_per })?)
    }

    fn verkort(
        &self,
        kop: &Kop<'_>,
        invoer: &RivInvoer,
        woorden: &Verkortwoorden,
    ) -> Result<Pdf, StukFout> {
        let dossier = &invoer.dossier;
        let einde = zoek(&dossier.einde_dienstverband, self.stuk, "einde van het dienstverband")?;
        eis_verkort(invoer)?;
        let opgesteld_op = woorden.opgesteld_op.unwrap_or(invoer.dag);
        let medisch = gekozen(&dossier.medische_informatie, None);
        Ok(verkort_riv(&VerkortRiv {
            kop,
            opgesteld_op,
            einde,
            grond: woorden.grond,
            d: achtergrond(invoer),
            stand_van_zaken: &woorden.stand_van_zaken,
            activiteiten: activiteiten(invoer, opgesteld_op),
            wil_terug: woorden.wil_terug,
            medische_informatie_op: medisch.map(|it| it.overhandigd_op),
            oordeel: gekozen(&dossier.oordeel_werknemer, None),
            ondertekening: &[],
        })?)
    }
}

fn een_brief(kop: &Kop<'_>, invoer: &RivInvoer, woorden: &Briefwoorden) -> Result<Pdf, StukFout> {
    let datum = woorden.datum.unwrap_or(invoer.dag);
    Ok(brief(&Brief { kop, datum, soort: &woorden.brief })?)
}

/// Asks that the short verslag will do for the end of this employment.
fn eis_verkort(invoer: &RivInvoer) -> Result<(), StukFout> {
    let verloop = Verloop::uit_dossier(&invoer.dossier);
    let ketens = verloop.ketens();
    let laatste = ketens.last().map(|keten| Geval::new(&verloop, keten, invoer.dag));
    match laatste.map(|geval| geval.riv_bij_uit_dienst()) {
        Some(Riv::Verkort) => Ok(()),
        Some(Riv::Geen) => Err(StukFout::GeenVerslag),
        Some(Riv::Volledig) | None => Err(StukFout::Volledig),
    }
}

/// The spell as it stood when it was reported.
fn tot_aan(periode: Ziekteperiode, gemeld_op: Datum) -> Periode {
    let hersteld_per = periode.hersteld_per.filter(|dag| *dag <= gemeld_op);
    Periode { van: periode.eerste_ziektedag, tot_en_met: hersteld_per.map(Datum::vorige) }
}

/// The first day in the spell before a recovery on which part of the work was done.
fn gedeeltelijk_per(dossier: &Dossier, hersteld_per: Datum) -> Option<Datum> {
    let perioden = dossier.perioden();
    let periode = perioden.iter().rfind(|it| it.eerste_ziektedag < hersteld_per)?;
    let in_periode = |it: &&Wijziging| {
        periode.eerste_ziektedag <= it.vanaf
            && it.vanaf < hersteld_per
            && it.ao_percentage.honderdsten() < VOLLEDIG
    };
    dossier.inzetbaarheid.iter().filter(in_periode).map(|it| it.vanaf).min()
}

/// The activities of the plan that held on a day, if this reader may see them.
fn activiteiten(invoer: &RivInvoer, dag: Datum) -> &[Activiteit] {
    let dossier = &invoer.dossier;
    let eerste = dossier.plan_van_aanpak.iter().map(|it| (it.opgesteld_op, it.stuk));
    let later = dossier.bijstelling_plan_van_aanpak.iter().map(|it| (it.opgesteld_op, it.stuk));
    let geldend = eerste.chain(later).filter(|(op, _)| *op <= dag).max_by_key(|(op, _)| *op);
    let Some((_, stuk)) = geldend else { return &[] };
    invoer.gebeurtenissen.iter().find_map(|event| van_plan(event, stuk)).unwrap_or_default()
}

fn van_plan(event: &Event, stuk: StukId) -> Option<&[Activiteit]> {
    if let Event::PlanVanAanpakVastgesteld(e) = event {
        e.b.inhoud().filter(|_| e.a.stuk == stuk).map(|b| b.activiteiten.as_slice())
    } else if let Event::PlanVanAanpakBijgesteld(e) = event {
        e.b.inhoud().filter(|_| e.a.stuk == stuk).map(|b| b.afspraken.activiteiten.as_slice())
    } else {
        None
    }
}

/// Function, education and experience by the newest probleemanalyse, if they are open.
fn achtergrond(invoer: &RivInvoer) -> Option<&Achtergrond> {
    let nieuwste = gekozen(&invoer.dossier.probleemanalyse, None)?;
    invoer.gebeurtenissen.iter().find_map(|event| {
        let Event::ProbleemanalyseVastgesteld(e) = event else { return None };
        e.d.inhoud().filter(|_| e.a.stuk == nieuwste.stuk)
    })
}
