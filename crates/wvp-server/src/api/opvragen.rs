//! Accounts and rights as they stand: who is who, who works where, what was agreed to, delegated or excepted.

use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;
use wvp_domain::bevoegdheid::afwijking::{Afwijking, Beperking, Toets};
use wvp_domain::bevoegdheid::beheer::Beheer;
use wvp_domain::bevoegdheid::delegatie::Delegatie;
use wvp_domain::bevoegdheid::gebruiker::{Functie, Persoon, RedenBlokkade};
use wvp_domain::bevoegdheid::toestemming::Toestemming;
use wvp_domain::bevoegdheid::toewijzing::{Opdracht, Polis, Toewijzing};
use wvp_domain::bevoegdheid::waarneming::Waarneming;
use wvp_domain::bevoegdheid::{Geldigheid, Organisatie};
use wvp_domain::{AccountId, DossierId, OrganisatieId, WerkgeverId, WerknemerId};
use wvp_engine::{
    Accountblad, Accountvraag, Afwijkingenblad, Geldend, Toewijzingenblad, Werkterrein,
};

use super::gedeeld::{Bladvraag, DOSSIER, Gedeeld, fout, grootte, hoogstens, na};
use crate::eindpunt::Eindpunt;
use crate::probleem::Probleem;
use crate::staat::Staat;
use crate::uit::Uit;
use crate::wacht::Ingelogd;

const GROEP: &str = "Accounts en rechten";
const ACCOUNT: Gedeeld = Gedeeld::nummer("account", "Het nummer van het account");
const WERKGEVER: Gedeeld = Gedeeld::nummer("werkgever", "Het nummer van de werkgever");
const ORGANISATIE: Gedeeld = Gedeeld::nummer("organisatie", "Het nummer van de organisatie");
const WERKNEMER: Gedeeld = Gedeeld::nummer("werknemer", "Het nummer van de werknemer");

pub(super) fn eindpunten() -> Vec<Eindpunt> {
    let alle = [
        Eindpunt::get("/v1/accounts", geef_accounts)
            .heet("lijstAccounts", "De accounts, voor wie ze beheert of nakijkt")
            .met(na())
            .met(hoogstens())
            .geeft::<Accountlijst>(200, "Een bladzijde, op nummer"),
        Eindpunt::get("/v1/accounts/{account}", geef_account)
            .heet("leesAccount", "Een account: het eigen, of een dat u beheert of nakijkt")
            .met(ACCOUNT.parameter())
            .geeft::<Accountbeeld>(200, "Het account, met functies en toewijzingen"),
        Eindpunt::get("/v1/accounts/{account}/delegaties", geef_delegaties)
            .heet("lijstDelegaties", "De taken die aan een account zijn gedelegeerd")
            .met(ACCOUNT.parameter())
            .geeft::<Lijst<Rechtbeeld<Delegatie>>>(200, "Wat nu of later geldt"),
        Eindpunt::get("/v1/accounts/{account}/waarnemingen", geef_waarnemingen)
            .heet("lijstWaarnemingen", "Wie er voor een account waarneemt of waarnam")
            .met(ACCOUNT.parameter())
            .geeft::<Lijst<Waarneming>>(200, "De waarnemingen, de oudste eerst"),
        Eindpunt::get("/v1/dossiers/{dossier}/toewijzingen", geef_op_dossier)
            .heet("lijstToewijzingenDossier", "Wie er aan een dossier werkt")
            .met(DOSSIER.parameter())
            .geeft::<Bezetting>(200, "Wat nu of later geldt"),
        Eindpunt::get("/v1/werkgevers/{werkgever}/werkgevertoewijzingen", geef_bij_werkgever)
            .heet("lijstToewijzingenWerkgever", "Wie er voor een werkgever werkt")
            .met(WERKGEVER.parameter())
            .geeft::<Bezetting>(200, "Wat nu of later geldt"),
        Eindpunt::get("/v1/werkgevers/{werkgever}/werkgeverbeheer", geef_werkgeverbeheer)
            .heet("lijstWerkgeverbeheer", "Wie een werkgever beheert, voor wie dat bepaalt")
            .met(WERKGEVER.parameter())
            .geeft::<Lijst<Rechtbeeld<Beheer>>>(200, "Wat nu of later geldt"),
        Eindpunt::get("/v1/organisaties/{organisatie}/organisatiebeheer", geef_organisatiebeheer)
            .heet("lijstOrganisatiebeheer", "Wie een organisatie beheert, voor wie dat bepaalt")
            .met(ORGANISATIE.parameter())
            .geeft::<Lijst<Rechtbeeld<Beheer>>>(200, "Wat nu of later geldt"),
        Eindpunt::get("/v1/dossiers/{dossier}/afwijkingen", geef_afwijkingen)
            .heet("lijstAfwijkingen", "Wat er in een dossier afwijkt van de regel")
            .met(DOSSIER.parameter())
            .geeft::<Uitzonderingen>(200, "Wat nu of later geldt"),
        Eindpunt::get("/v1/werknemers/{werknemer}/toestemmingen", geef_toestemmingen)
            .heet("lijstToestemmingen", "Waar een werknemer mee instemde")
            .met(WERKNEMER.parameter())
            .geeft::<Lijst<Rechtbeeld<Toestemming>>>(
                200,
                "Wat nu of later geldt, voor zover voor u",
            ),
    ];
    alle.into_iter().map(|eindpunt| eindpunt.onder(GROEP)).collect()
}

/// Rows.
#[derive(Serialize, JsonSchema)]
struct Lijst<T> {
    regels: Vec<T>,
}

/// A right.
#[derive(Serialize, JsonSchema)]
struct Rechtbeeld<R> {
    /// As it was given.
    recht: R,
    /// When it holds, its end counted in.
    geldig: Geldigheid,
}

impl<R> From<Geldend<R>> for Rechtbeeld<R> {
    fn from(it: Geldend<R>) -> Self {
        Self { recht: it.recht, geldig: it.geldig }
    }
}

fn rechten<R>(alle: Vec<Geldend<R>>) -> Vec<Rechtbeeld<R>> {
    alle.into_iter().map(Into::into).collect()
}

/// An account.
#[derive(Serialize, JsonSchema)]
struct Accountbeeld {
    account: AccountId,
    /// Whose; none when that was erased.
    persoon: Option<Persoon>,
    /// Functions that hold today or later.
    functies: Vec<Rechtbeeld<Functie>>,
    /// What bars it.
    geblokkeerd: Option<RedenBlokkade>,
    /// Whether a declaration of secrecy was signed.
    geheimhouding: bool,
    /// Where it is assigned in person, today or later.
    toewijzingen: Vec<Plaatsbeeld>,
}

/// An assignment, with where.
#[derive(Serialize, JsonSchema)]
struct Plaatsbeeld {
    /// The dossier; none for all dossiers of an employer.
    dossier: Option<DossierId>,
    /// The employer; none for one dossier.
    werkgever: Option<WerkgeverId>,
    toewijzing: Rechtbeeld<Toewijzing>,
}

impl From<(Werkterrein, Geldend<Toewijzing>)> for Plaatsbeeld {
    fn from((terrein, toewijzing): (Werkterrein, Geldend<Toewijzing>)) -> Self {
        let (dossier, werkgever) = match terrein {
            Werkterrein::Dossier(id) => (Some(id), None),
            Werkterrein::Werkgever(id) => (None, Some(id)),
        };
        Self { dossier, werkgever, toewijzing: toewijzing.into() }
    }
}

impl From<Accountblad> for Accountbeeld {
    fn from(it: Accountblad) -> Self {
        Self {
            account: it.account,
            persoon: it.persoon,
            functies: rechten(it.functies),
            geblokkeerd: it.geblokkeerd,
            geheimhouding: it.geheimhouding,
            toewijzingen: it.toewijzingen.into_iter().map(Into::into).collect(),
        }
    }
}

/// A page of accounts.
#[derive(Serialize, JsonSchema)]
struct Accountlijst {
    accounts: Vec<Accountbeeld>,
    /// What to ask with `na` for the next page; none when this was the last.
    verder: Option<AccountId>,
}

async fn geef_accounts(
    State(staat): State<Staat>,
    ingelogd: Ingelogd,
    vraag: Result<Query<Bladvraag>, QueryRejection>,
) -> Result<Uit<Accountlijst>, Probleem> {
    let Query(Bladvraag { na, hoogstens }) =
        vraag.map_err(|_| fout("", "een onbekende of onleesbare parameter"))?;
    let vraag = Accountvraag { na: na.map(AccountId), grootte: grootte(hoogstens)? };
    let Ingelogd { wie, aanleiding } = &ingelogd;
    let blad = staat.engine.accountlijst(wie, vraag, aanleiding).await?;
    let accounts = blad.accounts.into_iter().map(Into::into).collect();
    Ok(Uit(Accountlijst { accounts, verder: blad.verder }))
}

async fn geef_account(
    State(staat): State<Staat>,
    Path(id): Path<Uuid>,
    Ingelogd { wie, aanleiding }: Ingelogd,
) -> Result<Uit<Accountbeeld>, Probleem> {
    let blad = staat.engine.account_van_iemand(&wie, AccountId(id), &aanleiding).await?;
    Ok(Uit(blad.into()))
}

async fn geef_delegaties(
    State(staat): State<Staat>,
    Path(id): Path<Uuid>,
    Ingelogd { wie, aanleiding }: Ingelogd,
) -> Result<Uit<Lijst<Rechtbeeld<Delegatie>>>, Probleem> {
    let alle = staat.engine.delegaties(&wie, AccountId(id), &aanleiding).await?;
    Ok(Uit(Lijst { regels: rechten(alle) }))
}

async fn geef_waarnemingen(
    State(staat): State<Staat>,
    Path(id): Path<Uuid>,
    Ingelogd { wie, .. }: Ingelogd,
) -> Result<Uit<Lijst<Waarneming>>, Probleem> {
    let regels = staat.engine.waarnemingen(&wie, AccountId(id)).await?;
    Ok(Uit(Lijst { regels }))
}

/// Who works somewhere.
#[derive(Serialize, JsonSchema)]
struct Bezetting {
    /// People and organisations.
    toewijzingen: Vec<Rechtbeeld<Toewijzing>>,
    /// Orders to organisations.
    opdrachten: Vec<Rechtbeeld<Opdracht>>,
    /// Policies of insurers.
    polissen: Vec<Rechtbeeld<Polis>>,
}

impl From<Toewijzingenblad> for Bezetting {
    fn from(it: Toewijzingenblad) -> Self {
        Self {
            toewijzingen: rechten(it.toewijzingen),
            opdrachten: rechten(it.opdrachten),
            polissen: rechten(it.polissen),
        }
    }
}

async fn geef_op_dossier(
    State(staat): State<Staat>,
    Path(id): Path<Uuid>,
    ingelogd: Ingelogd,
) -> Result<Uit<Bezetting>, Probleem> {
    geef_toewijzingen(&staat, &ingelogd, Werkterrein::Dossier(DossierId(id))).await
}

async fn geef_bij_werkgever(
    State(staat): State<Staat>,
    Path(id): Path<Uuid>,
    ingelogd: Ingelogd,
) -> Result<Uit<Bezetting>, Probleem> {
    geef_toewijzingen(&staat, &ingelogd, Werkterrein::Werkgever(WerkgeverId(id))).await
}

async fn geef_toewijzingen(
    staat: &Staat,
    Ingelogd { wie, aanleiding }: &Ingelogd,
    terrein: Werkterrein,
) -> Result<Uit<Bezetting>, Probleem> {
    Ok(Uit(staat.engine.toewijzingen(wie, terrein, aanleiding).await?.into()))
}

/// What differs from the rule for a dossier.
#[derive(Serialize, JsonSchema)]
struct Uitzonderingen {
    /// Wider rights.
    afwijkingen: Vec<Rechtbeeld<Afwijking>>,
    /// Reviews of quality.
    toetsen: Vec<Rechtbeeld<Toets>>,
    /// Restrictions of processing.
    beperkingen: Vec<Rechtbeeld<Beperking>>,
}

impl From<Afwijkingenblad> for Uitzonderingen {
    fn from(it: Afwijkingenblad) -> Self {
        Self {
            afwijkingen: rechten(it.afwijkingen),
            toetsen: rechten(it.toetsen),
            beperkingen: rechten(it.beperkingen),
        }
    }
}

async fn geef_werkgeverbeheer(
    State(staat): State<Staat>,
    Path(werkgever): Path<Uuid>,
    ingelogd: Ingelogd,
) -> Result<Uit<Lijst<Rechtbeeld<Beheer>>>, Probleem> {
    beheerders(&staat, &ingelogd, Organisatie::Werkgever(WerkgeverId(werkgever))).await
}

async fn geef_organisatiebeheer(
    State(staat): State<Staat>,
    Path(organisatie): Path<Uuid>,
    ingelogd: Ingelogd,
) -> Result<Uit<Lijst<Rechtbeeld<Beheer>>>, Probleem> {
    beheerders(&staat, &ingelogd, Organisatie::Overig(OrganisatieId(organisatie))).await
}

async fn beheerders(
    staat: &Staat,
    ingelogd: &Ingelogd,
    welke: Organisatie,
) -> Result<Uit<Lijst<Rechtbeeld<Beheer>>>, Probleem> {
    let regels = staat.engine.beheerders(&ingelogd.wie, welke).await?;
    Ok(Uit(Lijst { regels: rechten(regels) }))
}

async fn geef_afwijkingen(
    State(staat): State<Staat>,
    Path(id): Path<Uuid>,
    Ingelogd { wie, aanleiding }: Ingelogd,
) -> Result<Uit<Uitzonderingen>, Probleem> {
    Ok(Uit(staat.engine.afwijkingen(&wie, DossierId(id), &aanleiding).await?.into()))
}

async fn geef_toestemmingen(
    State(staat): State<Staat>,
    Path(id): Path<Uuid>,
    Ingelogd { wie, aanleiding }: Ingelogd,
) -> Result<Uit<Lijst<Rechtbeeld<Toestemming>>>, Probleem> {
    let alle = staat.engine.toestemmingen(&wie, WerknemerId(id), &aanleiding).await?;
    Ok(Uit(Lijst { regels: rechten(alle) }))
}
