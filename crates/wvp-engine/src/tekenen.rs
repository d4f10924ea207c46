//! Signing in the application. Who signs, for whom, when and from which session follows from the log-in; what
//! is signed is what was shown, by a sum over what the log holds of the document.

use sha2::{Digest as _, Sha256};
use wvp_access::Lezer;
use wvp_domain::mijlpaal::gedeeld::{Handtekening, Ondertekenaar, Ondertekening, Partij};
use wvp_domain::mijlpaal::ondertekening::{Getekend, Weigering};
use wvp_domain::mijlpaal::riv::Element;
use wvp_domain::{Afwijzing, Command, Datum, Dossier, DossierId, Event, Kenmerk, Secties, StukId};
use wvp_store::{Record, StoreError, Versie};

use crate::engine::Engine;
use crate::fout::{ExecuteError, Geweigerd, ReadError};
use crate::gebruiker::Gebruiker;
use crate::laden::alleen_a;
use crate::leeslog::Aanleiding;
use crate::pakket::cijfers;
use crate::toeval::nieuw_id;

/// An element of the re-integratieverslag as it stands now, and who signed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeTekenen {
    /// Which document.
    pub stuk: StukId,
    /// Which element it is.
    pub element: Element,
    /// Its day.
    pub datum: Datum,
    /// What somebody who signs it now confirms: SHA-256 in hexadecimal digits.
    pub inhoud: String,
    /// The last word of each party that signed or refused; none when nobody but its author signs it.
    pub handtekeningen: Option<Vec<(Partij, Handtekening, Datum)>>,
    /// Copies of it that were signed on paper, by their own numbers.
    pub exemplaren: Vec<StukId>,
}

/// The choice of somebody about a document.
pub struct Tekent {
    /// Which document.
    pub van: StukId,
    /// [`TeTekenen::inhoud`] as it was shown.
    pub inhoud: String,
    /// Why not, for a refusal.
    pub weigering: Option<String>,
}

impl Engine {
    /// The elements of the re-integratieverslag in a dossier, each with what signing it confirms.
    ///
    /// # Errors
    ///
    /// [`ReadError`]. The reading is in the reading log first.
    pub async fn te_tekenen(
        &self,
        wie: &Gebruiker,
        dossier: DossierId,
        aanleiding: &Aanleiding,
    ) -> Result<Vec<TeTekenen>, ReadError> {
        let inzage = self.read_om(wie, dossier, None, aanleiding).await?;
        let records = self.records(dossier.into()).await?;
        let feiten = self.op_nummer(&records).await?;
        let een = |event: &Event| {
            let Kenmerk::Stuk(stuk) = event.kenmerk() else { return None };
            let (element, datum) = inzage.dossier.element_van(stuk)?;
            let handtekeningen = inzage.dossier.handtekeningen(stuk);
            let stand = |it: Ondertekening| (it.partij, it.keuze, it.op);
            let handtekeningen = handtekeningen.map(|it| it.into_iter().map(stand).collect());
            let eigen = inzage.dossier.getekend_exemplaar.iter().filter(|it| it.van == stuk);
            let exemplaren = eigen.map(|it| it.stuk).collect();
            let inhoud = som(&feiten, stuk);
            Some(TeTekenen { stuk, element, datum, inhoud, handtekeningen, exemplaren })
        };
        Ok(inzage.gebeurtenissen.iter().filter_map(|it| een(&it.event)).collect())
    }

    /// Signs a document as this person, or refuses to.
    ///
    /// # Errors
    ///
    /// See [`ExecuteError`]: also when the document is another one than was shown.
    pub async fn onderteken(
        &self,
        wie: &Gebruiker,
        dossier: DossierId,
        tekent: Tekent,
    ) -> Result<Versie, ExecuteError> {
        let Tekent { van, inhoud, weigering } = tekent;
        let feit = Getekend {
            stuk: StukId(nieuw_id()),
            van,
            partij: partij(wie.lezer).unwrap_or(Partij::Werkgever),
            wie: Ondertekenaar { naam: String::new(), functie: String::new() },
            keuze: if weigering.is_some() {
                Handtekening::GeweigerdMetMotivering
            } else {
                Handtekening::Getekend
            },
            op: self.klok.vandaag(),
            inhoud,
            sessie: wie.sessie.nummer(),
        };
        let feit = Secties::proces(feit);
        let feit = match weigering {
            Some(motivering) => feit.met_b(Weigering { motivering }),
            None => feit,
        };
        self.execute(wie, dossier, Command::LegOndertekeningVast(feit)).await
    }

    /// A signature as it may go through: by who is logged in, today, from this session, under what stands in
    /// the log now. Any other command as it is.
    pub(crate) async fn als_tekenaar(
        &self,
        wie: &Gebruiker,
        (dossier, staat): (DossierId, &Dossier),
        command: Command,
        vandaag: Datum,
    ) -> Result<Command, ExecuteError> {
        let Command::LegOndertekeningVast(mut tekening) = command else { return Ok(command) };
        let a = &mut tekening.a;
        if partij(wie.lezer) != Some(a.partij) {
            return Err(niet_zelf().into());
        }
        a.wie = self.tekenaar(wie, staat).await?;
        a.op = vandaag;
        a.sessie = wie.sessie.nummer();
        let records = self.records(dossier.into()).await?;
        if a.inhoud != som(&self.op_nummer(&records).await?, a.van) {
            return Err(Afwijzing::AndersDanGetoond { stuk: a.van }.into());
        }
        Ok(Command::LegOndertekeningVast(tekening))
    }

    /// Name and function of who is logged in: of the account, or of the employee.
    async fn tekenaar(
        &self,
        wie: &Gebruiker,
        staat: &Dossier,
    ) -> Result<Ondertekenaar, StoreError> {
        let functie = wie.lezer.functie().to_owned();
        if let Some(persoon) = self.eigenaar_van(wie.account).await? {
            return Ok(Ondertekenaar { naam: persoon.naam, functie });
        }
        let melding = staat.ziekmelding.first().filter(|_| wie.lezer == Lezer::Werknemer);
        let naam = melding.map(|it| it.naam.clone()).unwrap_or_default();
        Ok(Ondertekenaar { naam, functie })
    }

    /// Every record with the document it is about: itself, or what it corrects.
    async fn op_nummer<'r>(
        &self,
        records: &'r [Record],
    ) -> Result<Vec<(StukId, &'r Record)>, StoreError> {
        let gelezen = self.open::<Event>(records, alleen_a()).await?;
        let waarover = |event: &Event| {
            if let Event::FeitGecorrigeerd(e) = event {
                return Some(e.a.van);
            }
            let Kenmerk::Stuk(stuk) = event.kenmerk() else { return None };
            Some(stuk)
        };
        let paar = |it: &crate::laden::Gelezen<Event>| {
            let record = records.iter().find(|record| record.versie == it.versie)?;
            Some((waarover(&it.event)?, record))
        };
        Ok(gelezen.iter().filter_map(paar).collect())
    }
}

/// The sum over everything the log holds of a document: the document itself and its corrections. A record
/// commits to every section of it, so that no text can change under a signature.
fn som(feiten: &[(StukId, &Record)], stuk: StukId) -> String {
    let eigen = feiten.iter().filter(|(van, _)| *van == stuk);
    let som = eigen.fold(Sha256::new(), |som, (_, record)| som.chain_update(record.hash.0));
    cijfers(&som.finalize())
}

/// For whom somebody signs: for nobody but the own side.
fn partij(lezer: Lezer) -> Option<Partij> {
    if lezer == Lezer::Werkgever {
        return Some(Partij::Werkgever);
    }
    (lezer == Lezer::Werknemer).then_some(Partij::Werknemer)
}

fn niet_zelf() -> Geweigerd {
    Geweigerd {
        regels: vec!["R-089", "R-097"],
        uitleg: "Een stuk tekenen de werkgever en de werknemer zelf, ieder voor zich.".to_owned(),
    }
}
