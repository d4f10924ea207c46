//! Searching the reading log: the employee in the own log, the privacy officer in every one.

use wvp_access::{Feit, Handeling, Lezer, Object, mag};
use wvp_domain::leeslog::{Actie, Event, Gelezen, Geraadpleegd, Kanaal, Netwerk, Uitkomst};
use wvp_domain::{Datum, DossierId, replay};
use wvp_store::{GebeurtenisId, Moment, StroomId, Stroomsoort};

use super::{Aanleiding, Vraag};
use crate::engine::Engine;
use crate::fout::ReadError;
use crate::gebruiker::Gebruiker;
use crate::klok::{dag_in_amsterdam, tijdstip};
use crate::laden::alleen_a;
use crate::omstandigheden::{Bekend, Onderwerp};
use crate::sessie::doel_van;

/// Which lines of a log are asked for; everything when nothing is set.
#[derive(Debug, Clone, Copy, Default)]
pub struct Zoekvraag {
    /// First day, inclusive, in Amsterdam.
    pub van: Option<Datum>,
    /// Last day, inclusive, in Amsterdam.
    pub tot_en_met: Option<Datum>,
    /// Only what this reader asked.
    pub lezer: Option<Lezer>,
    /// Only what came out like this.
    pub uitkomst: Option<Uitkomst>,
}

/// One line of the log.
#[derive(Clone, PartialEq, Eq)]
pub struct Leesregel {
    /// Names the line.
    pub id: GebeurtenisId,
    /// When it was asked.
    pub moment: Moment,
    /// Who asked what; holds no content of the dossier.
    pub vraag: Geraadpleegd,
}

impl Leesregel {
    /// When it was asked, in RFC 3339 (UTC).
    #[must_use]
    pub fn tijdstip(&self) -> String {
        tijdstip(self.moment)
    }
}

impl Engine {
    /// Reads the log of a dossier, oldest line first. The reading is a line of the log itself, after
    /// those that are handed out.
    ///
    /// # Errors
    ///
    /// [`ReadError::NietGevonden`] when there is no such dossier, or this person may not see its log.
    pub async fn leeslog(
        &self,
        wie: &Gebruiker,
        dossier: DossierId,
        zoek: &Zoekvraag,
        aanleiding: &Aanleiding,
    ) -> Result<Vec<Leesregel>, ReadError> {
        let nu = self.klok.nu();
        let vandaag = dag_in_amsterdam(nu);
        let records = self.records(dossier.into()).await?;
        let feiten = self.open::<wvp_domain::Event>(&records, alleen_a()).await?;
        let staat = replay(feiten.iter().map(|it| &it.event));
        let onderwerp = Onderwerp::dossier(dossier, &staat, None);
        let bekend = self.omstandigheden(wie, onderwerp, &staat, vandaag).await?;
        if records.is_empty() || !mag_leeslog(wie.lezer, &bekend) {
            let nee = Vraag::geweigerd(Actie::LeeslogLezen, &[], vandaag, nu);
            self.noteer(wie, dossier, aanleiding, nee).await?;
            return Err(ReadError::NietGevonden);
        }
        let stroom = StroomId { soort: Stroomsoort::Leeslog, id: dossier.0 };
        let gelezen = self.open::<Event>(&self.records(stroom).await?, alleen_a()).await?;
        let ja = Vraag::toegestaan(Actie::LeeslogLezen, [], vandaag, nu);
        self.noteer(wie, dossier, aanleiding, ja).await?;
        let regels = gelezen.into_iter().filter_map(|it| {
            let (id, moment) = (it.id, it.moment);
            geraadpleegd(it.event).map(|vraag| Leesregel { id, moment, vraag })
        });
        Ok(regels.filter(|regel| past(zoek, regel)).collect())
    }
}

/// The employee reads the own log by the table. What the privacy officer may see no document says
/// (GAP-01); supervision asks for the log and for nothing behind it, so no right to read a section
/// follows from this. It supervises what its own organisation keeps.
pub(crate) fn mag_leeslog(lezer: Lezer, bekend: &Bekend) -> bool {
    let omstandigheden = bekend.basis();
    if mag(lezer, Object::Leeslog, Handeling::Lezen, &omstandigheden) {
        return true;
    }
    let is_waar = |feit| omstandigheden.is(feit) == Some(true);
    let is_onwaar = |feit| omstandigheden.is(feit) == Some(false);
    lezer == Lezer::FunctionarisGegevensbescherming
        && bekend.in_beheer
        && [Feit::Authenticated, Feit::Mfa, Feit::SecrecyBound, Feit::PurposeDeclared]
            .into_iter()
            .all(is_waar)
        && [Feit::SharedAccount, Feit::Revoked, Feit::SodConflict].into_iter().all(is_onwaar)
}

fn past(zoek: &Zoekvraag, regel: &Leesregel) -> bool {
    let dag = dag_in_amsterdam(regel.moment);
    zoek.van.is_none_or(|van| van <= dag)
        && zoek.tot_en_met.is_none_or(|tot_en_met| dag <= tot_en_met)
        && zoek.lezer.is_none_or(|lezer| regel.vraag.lezer == lezer.to_string())
        && zoek.uitkomst.is_none_or(|uitkomst| regel.vraag.uitkomst == uitkomst)
}

fn geraadpleegd(event: Event) -> Option<Geraadpleegd> {
    match event {
        Event::DossierGeraadpleegd(e) => Some(e.a),
        Event::DossierIngezien(e) => Some(van_toen(e.a)),
        // Stands in a log per account: see `getoond`.
        Event::RegisterGeraadpleegd(_) => None,
    }
}

/// A line from before purpose, channel and outcome were kept: only what was granted stood in it.
fn van_toen(oud: Gelezen) -> Geraadpleegd {
    let zoek = |(partij, functie): (&str, &str)| Lezer::zoek(partij, functie).ok();
    let lezer = oud.lezer.split_once('/').and_then(zoek);
    Geraadpleegd {
        account: oud.account,
        doel: lezer.map_or(wvp_domain::doel::Doel::Beheer, doel_van),
        lezer: oud.lezer,
        namens: None,
        actie: Actie::Lezen,
        compartimenten: oud.compartimenten,
        feiten_van: oud.feiten_van,
        kanaal: Kanaal::Onbekend,
        netwerk: Netwerk::Onbekend,
        uitkomst: Uitkomst::Toegestaan,
        regels: vec![],
        tabel: oud.tabel,
    }
}
