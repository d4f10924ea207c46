//! Everybody who may look: one person per function, and those of the case itself.

use std::collections::BTreeSet;

use wvp_access::{Feit, Lezer, Omstandigheden, Partij};
use wvp_cli::demo::{Rol, Zaak, gebruiker};
use wvp_cli::{beheerder, ingelogd};
use wvp_domain::bevoegdheid::gebruiker::{
    self as account, Functie, Geheimhouding, Geregistreerd, Persoon,
};
use wvp_domain::bevoegdheid::toewijzing::{self, Aan, Toewijzing};
use wvp_domain::bevoegdheid::{Geldigheid, Organisatie};
use wvp_domain::doel::Doel;
use wvp_domain::{AccountId, Datum, OrganisatieId, Secties, StukId, WerkgeverId};
use wvp_engine::{Engine, Gebruiker, Werkterrein, doel_van, taakgebied};

use super::proef::Proef;

/// Somebody who looks, with what is true of that person by how the test made it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Iemand {
    pub(crate) wie: Gebruiker,
    pub(crate) waar: Omstandigheden,
    /// Whether a plan van aanpak that names the own casemanager names this account.
    pub(crate) is_casemanager: bool,
}

impl Iemand {
    /// The person with this function who works for all employers and is named in no plan.
    pub(crate) fn met_functie(lezer: Lezer) -> Self {
        Self { wie: ingelogd(nummer(lezer), lezer), waar: gewoon(lezer), is_casemanager: false }
    }

    /// Who watches over privacy at the house that keeps the employers, and works on no dossier.
    pub(crate) fn met_toezicht(proef: &Proef) -> Self {
        let lezer = Lezer::FunctionarisGegevensbescherming;
        let waar = gewoon(lezer).met(Feit::InScope, false);
        Self { wie: ingelogd(proef.toezicht, lezer), waar, is_casemanager: false }
    }

    /// The same person with one fact told otherwise.
    pub(crate) fn met(self, feit: Feit, waar: bool) -> Self {
        Self { waar: self.waar.met(feit, waar), ..self }
    }

    /// The same person at the organisation that works on a case: whoever works at several says at which.
    pub(crate) fn bij(&self, zaak: &Zaak) -> Gebruiker {
        let Gebruiker { account, lezer, sessie } = self.wie;
        if account != nummer(lezer) {
            return self.wie;
        }
        Gebruiker { account, lezer, sessie: sessie.bij(organisatie(lezer, zaak.werkgever)) }
    }

    pub(crate) fn naam(&self) -> String {
        format!("{} ({})", self.wie.lezer, self.wie.account.0)
    }
}

/// Everybody by function. The employee of a case is one of the case; one function is for nobody.
pub(crate) fn functies() -> impl Iterator<Item = Lezer> {
    let voor_niemand = [Lezer::GevolmachtigdAgentCasemanagerWvp, Lezer::Werknemer];
    Lezer::ALLE.into_iter().filter(move |lezer| !voor_niemand.contains(lezer))
}

pub(crate) fn voor_elke_functie() -> Vec<Iemand> {
    functies().map(Iemand::met_functie).collect()
}

/// The five of the case: the arbodienst among them has an order.
pub(crate) fn van_de_zaak(proef: &Proef, nummer: usize) -> Vec<Iemand> {
    let iemand = |rol| {
        let wie = gebruiker(&proef.zaken[nummer], rol);
        let opdracht = matches!(rol, Rol::Casemanager | Rol::Bedrijfsarts);
        let waar = gewoon(wie.lezer).met(Feit::ReintOrder, opdracht);
        Iemand { wie, waar, is_casemanager: rol == Rol::Casemanager }
    };
    Rol::ALLE.map(iemand).into()
}

/// What is true of anybody here: logged in with two factors, at work for this employer, no exceptions.
fn gewoon(lezer: Lezer) -> Omstandigheden {
    let waar = [
        Feit::Authenticated,
        Feit::Mfa,
        Feit::PurposeDeclared,
        Feit::InScope,
        Feit::AfterSickReport,
        Feit::SecrecyBound,
        Feit::NdaSigned,
        Feit::BsnLegalGround,
    ];
    let onwaar = [
        Feit::SharedAccount,
        Feit::Revoked,
        Feit::SodConflict,
        Feit::Restricted,
        Feit::Erased,
        Feit::OutsideEu,
        Feit::QualityReview,
        Feit::DelegationActive,
        Feit::TaskCovers,
        Feit::DeviationValid,
        Feit::EmployeeConsent,
        Feit::ConsentWritten,
        Feit::EmployeeMandate,
        Feit::NamedInPva,
        Feit::ReintOrder,
        Feit::ReintInContract,
        Feit::WgaErd,
        Feit::AssignedIntervention,
    ];
    let begin = Omstandigheden::onbekend()
        .met(Feit::OwnRecord, lezer == Lezer::Werknemer)
        .met(Feit::PurposeReintegration, doel_van(lezer) == Doel::ReIntegratie);
    let begin = waar.into_iter().fold(begin, |som, feit| som.met(feit, true));
    onwaar.into_iter().fold(begin, |som, feit| som.met(feit, false))
}

pub(crate) fn nummer(lezer: Lezer) -> AccountId {
    AccountId(uuid::Uuid::from_u128(0xA000 + lezer as u128))
}

pub(crate) fn stuk(nummer: u128) -> StukId {
    StukId(uuid::Uuid::from_u128(0xB000_0000 + nummer))
}

pub(crate) fn sinds() -> Datum {
    Datum::ymd(2020, 1, 1).unwrap()
}

/// The document that gave somebody the function at the first employer.
pub(crate) fn stuk_van_functie(lezer: Lezer) -> StukId {
    stuk(100 * lezer as u128 + 10)
}

/// The document that assigned somebody to an employer.
pub(crate) fn stuk_van_toewijzing(lezer: Lezer, plaats: usize) -> StukId {
    stuk(100 * lezer as u128 + 20 + plaats as u128)
}

/// The employers of the caseload, in order.
pub(crate) fn werkgevers(zaken: &[Zaak]) -> Vec<WerkgeverId> {
    zaken.iter().map(|zaak| zaak.werkgever).collect::<BTreeSet<_>>().into_iter().collect()
}

/// Registers a person for every function and assigns them to every employer.
pub(crate) async fn neem_aan(engine: &Engine, werkgevers: &[WerkgeverId]) {
    for lezer in functies() {
        let begin = 100 * lezer as u128;
        registreer(engine, nummer(lezer), begin).await;
        for (plaats, werkgever) in werkgevers.iter().enumerate() {
            if plaats == 0 || lezer.partij() == Partij::Werkgever {
                let organisatie = organisatie(lezer, *werkgever);
                let functie = stuk(begin + 10 + plaats as u128);
                geef_functie(engine, nummer(lezer), lezer, organisatie, functie).await;
            }
            let stuk = stuk_van_toewijzing(lezer, plaats);
            wijs_toe(engine, *werkgever, nummer(lezer), lezer, stuk).await;
        }
    }
}

pub(crate) async fn registreer(engine: &Engine, wie: AccountId, begin: u128) {
    let a = Geregistreerd { stuk: stuk(begin), per: sinds(), werknemer: None };
    let persoon = Persoon { naam: "T. Est".to_owned(), email: String::new() };
    let getekend = Geheimhouding { stuk: stuk(begin + 1), getekend_op: sinds() };
    for opdracht in [
        account::Command::RegistreerAccount(Secties::proces(a).met_d(persoon)),
        account::Command::TekenGeheimhouding(Secties::proces(getekend)),
    ] {
        engine.execute_gebruiker(&beheerder(), wie, opdracht).await.unwrap();
    }
}

pub(crate) async fn geef_functie(
    engine: &Engine,
    wie: AccountId,
    lezer: Lezer,
    organisatie: Organisatie,
    stuk: StukId,
) {
    let functie = Functie {
        stuk,
        lezer: lezer.to_string(),
        taakgebied: taakgebied(lezer),
        organisatie,
        geldig: Geldigheid::vanaf(sinds()),
    };
    let opdracht = account::Command::KenFunctieToe(Secties::proces(functie));
    engine.execute_gebruiker(&beheerder(), wie, opdracht).await.unwrap();
}

pub(crate) async fn wijs_toe(
    engine: &Engine,
    werkgever: WerkgeverId,
    wie: AccountId,
    lezer: Lezer,
    stuk: StukId,
) {
    let toewijzing = Toewijzing {
        stuk,
        aan: Aan::Account(wie),
        lezer: lezer.to_string(),
        geldig: Geldigheid::vanaf(sinds()),
    };
    let opdracht = toewijzing::Command::WijsToe(Secties::proces(toewijzing));
    let terrein = Werkterrein::Werkgever(werkgever);
    engine.execute_toewijzing(&beheerder(), terrein, opdracht).await.unwrap();
}

/// Each party is one organisation; the employer is that of the case.
pub(crate) fn organisatie(lezer: Lezer, werkgever: WerkgeverId) -> Organisatie {
    let partij = lezer.partij();
    if partij == Partij::Werkgever {
        return Organisatie::Werkgever(werkgever);
    }
    Organisatie::Overig(OrganisatieId(uuid::Uuid::from_u128(0xC000 + partij as u128)))
}
