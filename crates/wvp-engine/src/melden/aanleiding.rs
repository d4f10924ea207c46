//! What a row of the outbox is about: the fact in the log that it points at.

use uuid::Uuid;
use wvp_domain::bezorging::{self, BerichtId, Kanaal};
use wvp_domain::ladder::{Ladder, RedenOvergeslagen, Tredendag, reden_overgeslagen, tredendag};
use wvp_domain::mijlpaal::herinnering::{Gegeven, Ontvanger};
use wvp_domain::mijlpaal::stapherinnering::Stapgegeven;
use wvp_domain::mijlpaal::stukken_gevraagd::{Gevraagd, Verschuldigd};
use wvp_domain::mijlpaal::uitstel::{Waarover, mag_wachten};
use wvp_domain::protocol::Protocol;
use wvp_domain::{Datum, DossierId, Event};
use wvp_store::{StoreError, Stroomsoort};

use super::uitgaand::Uitgaand;
use crate::bericht::{Stap, Stapmelding, Toelichting};
use crate::engine::Engine;
use crate::laden::{Geladen, Gelezen, alleen_a};

/// What a message is about.
pub(super) enum Aanleiding {
    Herinnering(Gegeven),
    Stapherinnering(Stapgegeven),
    /// Somebody is asked for pieces of the re-integratieverslag.
    Verzoek(Gevraagd),
    /// Another message was given up.
    NietBezorgd,
}

impl Aanleiding {
    /// Whom it is for.
    pub(super) fn aan(&self) -> Ontvanger {
        match self {
            Self::Herinnering(gegeven) => gegeven.sleutel.aan,
            Self::Stapherinnering(gegeven) => gegeven.sleutel.aan,
            Self::Verzoek(gevraagd) => gevraagd.sleutel.aan,
            Self::NietBezorgd => Ontvanger::Casemanager,
        }
    }

    /// Whether the receiver may leave it in the mailbox. News that something did not arrive, and what the
    /// law does not let wait, goes out whatever anybody chose.
    pub(super) fn mag_blijven_liggen(&self, protocol: &Protocol) -> bool {
        match self {
            Self::Herinnering(gegeven) => {
                let termijn = gegeven.sleutel.termijn;
                let ladder = Ladder::van(termijn);
                mag_wachten(&Waarover::Termijn(termijn), &ladder, gegeven.sleutel.trede)
            }
            Self::Stapherinnering(gegeven) => {
                let naam = &gegeven.sleutel.stap;
                protocol.stap(naam).is_some_and(|stap| {
                    mag_wachten(
                        &Waarover::Stap(naam.clone()),
                        &stap.ladder(),
                        gegeven.sleutel.trede,
                    )
                })
            }
            // The terms of the pieces have ladders of their own, and those do not wait.
            Self::Verzoek(_) => true,
            Self::NietBezorgd => false,
        }
    }

    /// The steps it is about, as a message shows them; none for news about another message.
    pub(super) fn stappen(&self, id: Uuid, dossier: DossierId) -> Vec<Stapmelding> {
        let een = |stap, uiterlijk, op, toelichting| Stapmelding {
            id,
            dossier,
            stap,
            uiterlijk,
            op,
            toelichting,
        };
        match self {
            Self::Herinnering(it) => {
                let (stap, uiterlijk) = (Stap::Wettelijk(it.sleutel.termijn), it.sleutel.uiterlijk);
                let trede = (it.sleutel.trede, it.laat);
                let toelichting = toelichting(uiterlijk, trede, &it.overgeslagen);
                vec![een(stap, uiterlijk, it.gegeven_op, toelichting)]
            }
            Self::Stapherinnering(it) => {
                let uiterlijk = it.sleutel.uiterlijk;
                let trede = (it.sleutel.trede, it.laat);
                let toelichting = toelichting(uiterlijk, trede, &it.overgeslagen);
                vec![een(Stap::Eigen, uiterlijk, it.gegeven_op, toelichting)]
            }
            Self::Verzoek(it) => {
                let stuk = |stuk: &Verschuldigd| {
                    let (stap, gevraagd) = (Stap::Stuk(stuk.element), vec![Toelichting::Gevraagd]);
                    een(stap, stuk.uiterlijk, it.gevraagd_op, gevraagd)
                };
                it.elementen.iter().map(stuk).collect()
            }
            Self::NietBezorgd => vec![],
        }
    }
}

impl Engine {
    /// The message behind a row, and what it is about. None when it was erased, when it tells that the
    /// news of a failure could not be delivered (that is where it ends), or that another system could not
    /// be reached: that is for who runs the house.
    pub(super) async fn aanleiding(
        &self,
        rij: &Uitgaand,
        kanaal: Kanaal,
        geladen: &Geladen,
    ) -> Result<Option<(Uuid, Aanleiding)>, StoreError> {
        if rij.stroom.soort == Stroomsoort::Dossier {
            let gelezen = geladen.gelezen.iter().find(|it| it.versie == rij.versie);
            return Ok(gelezen.and_then(bericht));
        }
        let records = self.records(rij.stroom).await?;
        let bezorging = self.open::<bezorging::Event>(&records, alleen_a()).await?;
        let Some(gelezen) = bezorging.iter().find(|it| it.versie == rij.versie) else {
            return Ok(None);
        };
        let (van, van_kanaal) = gelezen.event.bericht();
        let eerste = geladen.gelezen.iter().find(|it| it.id.0 == van.0);
        match &gelezen.event {
            bezorging::Event::BezorgingHervat(_) if van_kanaal == kanaal => {
                Ok(eerste.and_then(bericht).or_else(|| nieuws(&bezorging, van)))
            }
            bezorging::Event::BezorgingOpgegeven(_)
                if van_kanaal == Kanaal::Mail && kanaal == Kanaal::Mail =>
            {
                Ok(eerste.is_some().then_some((gelezen.id.0, Aanleiding::NietBezorgd)))
            }
            bezorging::Event::BezorgingHervat(_)
            | bezorging::Event::BezorgingOpgegeven(_)
            | bezorging::Event::BerichtBezorgd(_)
            | bezorging::Event::BezorgingUitgesteld(_)
            | bezorging::Event::BerichtVervallen(_)
            | bezorging::Event::BerichtInPostvak(_) => Ok(None),
        }
    }
}

/// What is to be said of a rung: that it moved off a free day, that it is late, and what it replaces.
fn toelichting(
    uiterlijk: Datum,
    (trede, is_laat): (i16, bool),
    vervangen: &[i16],
) -> Vec<Toelichting> {
    let Tredendag { dag, geteld, .. } = tredendag(uiterlijk, trede);
    let wegens = |reden| {
        let zelfde = |it: &&i16| reden_overgeslagen(uiterlijk, trede, **it) == reden;
        Some(vervangen.iter().filter(zelfde).count()).filter(|aantal| *aantal > 0)
    };
    [
        (dag != geteld).then_some(Toelichting::Verschoven { van: geteld, naar: dag }),
        is_laat.then_some(Toelichting::Vertraagd { had_op: dag }),
        wegens(RedenOvergeslagen::Samengevoegd).map(|aantal| Toelichting::Samengevoegd { aantal }),
        wegens(RedenOvergeslagen::Ingehaald).map(|aantal| Toelichting::Overgeslagen { aantal }),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// News about another message, by the fact that it was given up.
fn nieuws(
    bezorging: &[Gelezen<bezorging::Event>],
    bericht: BerichtId,
) -> Option<(Uuid, Aanleiding)> {
    bezorging.iter().any(|it| it.id.0 == bericht.0).then_some((bericht.0, Aanleiding::NietBezorgd))
}

/// What a fact of the dossier is a message about.
fn bericht(gelezen: &Gelezen<Event>) -> Option<(Uuid, Aanleiding)> {
    if let Event::HerinneringGegeven(e) = &gelezen.event {
        return Some((gelezen.id.0, Aanleiding::Herinnering(e.a.clone())));
    }
    if let Event::StapherinneringGegeven(e) = &gelezen.event {
        return Some((gelezen.id.0, Aanleiding::Stapherinnering(e.a.clone())));
    }
    let Event::StukkenGevraagd(e) = &gelezen.event else { return None };
    Some((gelezen.id.0, Aanleiding::Verzoek(e.a.clone())))
}
