//! Strangers: people who log in as they should and for whom the case of the demo is not.

use serde_json::json;
use tests::inlog::Inlog;
use tests::klant::Klant;
use uuid::Uuid;
use wvp_access::Lezer;
use wvp_cli::demo::Rol;
use wvp_domain::bevoegdheid::gebruiker::{self, Functie, Geheimhouding, Geregistreerd, Persoon};
use wvp_domain::bevoegdheid::toewijzing::{self, Aan, Toewijzing};
use wvp_domain::bevoegdheid::{Einde, Geldigheid, Organisatie};
use wvp_domain::mijlpaal::ziekmelding::Melding;
use wvp_domain::{
    AccountId, Command, Datum, DossierId, OrganisatieId, Secties, StukId, WerkgeverId, WerknemerId,
};
use wvp_engine::{
    Engine, Gebruiker, Klok as _, Sessie, Systeemklok, Werkterrein, doel_van, nieuw_id, taakgebied,
};

use crate::proef::Proef;

/// Somebody who knows the numbers and has no business with them.
pub(crate) struct Vreemde {
    pub(crate) naam: &'static str,
    pub(crate) klant: Klant,
}

/// Everybody who has no business with the case.
pub(crate) struct Wereld {
    pub(crate) vreemden: Vec<Vreemde>,
    /// The arbodienst of the case.
    pub(crate) arbodienst: Uuid,
    /// What the second house has of its own, twice the same.
    pub(crate) tweeling: [Terrein; 2],
}

/// What somebody of the second house works on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Terrein {
    pub(crate) account: Uuid,
    pub(crate) werkgever: Uuid,
    pub(crate) werknemer: Uuid,
    pub(crate) dossier: Uuid,
    /// Of nobody yet.
    pub(crate) organisatie: Uuid,
}

/// People of a second house in the same installation.
const VAN_EEN_ANDER_HUIS: [(&str, Lezer); 8] = [
    ("planner elders", Lezer::Planner),
    ("directeur elders", Lezer::Directeur),
    ("medisch manager elders", Lezer::MedischManager),
    ("privacy officer elders", Lezer::FunctionarisGegevensbescherming),
    ("casemanager elders", Lezer::CasemanagerZwWgaWvp),
    ("bedrijfsarts elders", Lezer::BedrijfsartsStafarts),
    ("contractbeheer elders", Lezer::AdmMedewerkerContract),
    ("claimbeoordelaar elders", Lezer::VerzekeraarClaimbeoordelaar),
];

/// Colleagues of who works on the case, who do not.
const NIET_TOEGEWEZEN: [(&str, Lezer); 3] = [
    ("collega-casemanager", Lezer::CasemanagerZwWgaWvp),
    ("collega-bedrijfsarts", Lezer::BedrijfsartsStafarts),
    ("arbeidsdeskundige", Lezer::ArbodienstArbeidsdeskundige),
];

/// Who keeps accounts, and arranges what a test needs.
struct Regelaar<'a> {
    engine: &'a Engine,
    wie: Gebruiker,
}

pub(crate) async fn vreemden(proef: &Proef) -> Wereld {
    let engine = &proef.engine;
    let arbodienst = arbodienst(proef).await;
    let huis = Regelaar::van(
        engine,
        engine.met_functie(Lezer::FunctioneelBeheerder).await.unwrap().unwrap(),
    );
    let (elders, mut vreemden) = tweede_huis(proef).await;
    let tweede = Organisatie::Overig(OrganisatieId(TWEEDE));
    for (naam, lezer) in VAN_EEN_ANDER_HUIS {
        vreemden.push(elders.neem_aan(proef, naam, lezer, tweede).await);
    }
    let (casemanager, _) = elders.registreer(Lezer::CasemanagerZwWgaWvp, tweede).await;
    let inlog = Inlog::voor(engine, casemanager, Lezer::CasemanagerZwWgaWvp).await.unwrap();
    let klant = proef.binnen(&inlog).await;
    vreemden.push(Vreemde { naam: "casemanager elders met een dossier", klant });
    let tweeling = [elders.terrein(casemanager).await, elders.terrein(casemanager).await];
    for (naam, lezer) in NIET_TOEGEWEZEN {
        vreemden.push(huis.neem_aan(proef, naam, lezer, arbodienst).await);
    }
    let ander = Organisatie::Werkgever(WerkgeverId(nieuw_id()));
    vreemden.push(huis.neem_aan(proef, "andere werkgever", Lezer::Werkgever, ander).await);
    vreemden.push(huis.werknemer(proef).await);
    vreemden.push(huis.uit_functie(proef, arbodienst).await);
    vreemden.push(zonder_tweede_factor(proef).await);
    vreemden.push(Vreemde { naam: "niet ingelogd", klant: proef.klant() });
    Wereld { vreemden, arbodienst: nummer(arbodienst), tweeling }
}

const TWEEDE: Uuid = Uuid::from_u128(0x2eed_e000);

fn nummer(organisatie: Organisatie) -> Uuid {
    match organisatie {
        Organisatie::Werkgever(id) => id.0,
        Organisatie::Overig(id) => id.0,
    }
}

async fn arbodienst(proef: &Proef) -> Organisatie {
    let functies = proef.engine.functies(proef.zaak.account(Rol::Casemanager)).await.unwrap();
    functies.first().and_then(|it| it.organisatie).unwrap()
}

/// A second house, with the beheerder that it was founded with.
async fn tweede_huis(proef: &Proef) -> (Regelaar<'_>, Vec<Vreemde>) {
    let (account, lezer) = (AccountId(nieuw_id()), Lezer::FunctioneelBeheerder);
    let plek = Organisatie::Overig(OrganisatieId(TWEEDE));
    let opdrachten = [registratie(None), functie(lezer, plek).1];
    proef.engine.richt_in(account, opdrachten).await.unwrap();
    let inlog = Inlog::voor(&proef.engine, account, lezer).await.unwrap();
    let klant = proef.binnen(&inlog).await;
    let beheerder = Vreemde { naam: "beheerder elders", klant };
    (Regelaar::van(&proef.engine, account), vec![beheerder])
}

/// Somebody who gave the password and not the second factor.
async fn zonder_tweede_factor(proef: &Proef) -> Vreemde {
    let inlog = proef.inlog(Rol::Casemanager);
    let mut klant = proef.klant();
    let lijf = json!({ "email": inlog.account.0.to_string(), "wachtwoord": inlog.wachtwoord });
    let stap = klant.post("/v1/sessies", &lijf).await.unwrap().json();
    let vervolg = stap["vervolg"].as_str().unwrap().to_owned();
    klant.koppen.push(("cookie".to_owned(), format!("__Host-sessie={vervolg}")));
    Vreemde { naam: "zonder tweede factor", klant }
}

impl<'a> Regelaar<'a> {
    fn van(engine: &'a Engine, account: AccountId) -> Self {
        let lezer = Lezer::FunctioneelBeheerder;
        let sessie = Sessie::ingelogd(doel_van(lezer)).met_tweede_factor();
        Self { engine, wie: Gebruiker { account, lezer, sessie } }
    }

    async fn doe(&self, account: AccountId, opdracht: gebruiker::Command) {
        self.engine.execute_gebruiker(&self.wie, account, opdracht).await.unwrap();
    }

    /// Somebody with one function, who logged in with both factors and put the hat on.
    async fn neem_aan(
        &self,
        proef: &Proef,
        naam: &'static str,
        lezer: Lezer,
        plek: Organisatie,
    ) -> Vreemde {
        let (account, _) = self.registreer(lezer, plek).await;
        let inlog = Inlog::voor(self.engine, account, lezer).await.unwrap();
        Vreemde { naam, klant: proef.binnen(&inlog).await }
    }

    async fn registreer(&self, lezer: Lezer, plek: Organisatie) -> (AccountId, StukId) {
        let account = AccountId(nieuw_id());
        let (stuk, functie) = functie(lezer, plek);
        let getekend = Geheimhouding { stuk: StukId(nieuw_id()), getekend_op: vandaag() };
        self.doe(account, registratie(None)).await;
        self.doe(account, functie).await;
        self.doe(account, gebruiker::Command::TekenGeheimhouding(Secties::proces(getekend))).await;
        (account, stuk)
    }

    /// An account, an employer and a dossier of this house, on which somebody works.
    async fn terrein(&self, casemanager: AccountId) -> Terrein {
        let lezer = Lezer::CasemanagerZwWgaWvp;
        let tweede = Organisatie::Overig(OrganisatieId(TWEEDE));
        let (account, _) = self.registreer(lezer, tweede).await;
        let (werkgever, werknemer) = (WerkgeverId(nieuw_id()), WerknemerId(nieuw_id()));
        let terrein = Werkterrein::Werkgever(werkgever);
        let wat = toewijzing::Command::WijsToe(Secties::proces(toewijzing_aan(casemanager, lezer)));
        self.engine.execute_toewijzing(&self.wie, terrein, wat).await.unwrap();
        let dossier = DossierId(nieuw_id());
        let melding = Melding {
            stuk: StukId(nieuw_id()),
            werknemer,
            werkgever,
            naam: "V. Reemd".to_owned(),
            eerste_ziektedag: vandaag().plus(-30),
            gemeld_op: vandaag().plus(-30),
            werkhervatting_verwacht: None,
        };
        let sessie = Sessie::ingelogd(doel_van(lezer)).met_tweede_factor();
        let wie = Gebruiker { account: casemanager, lezer, sessie };
        let melding = Command::MeldZiek(Secties::proces(melding));
        self.engine.execute(&wie, dossier, melding).await.unwrap();
        Terrein {
            account: account.0,
            werkgever: werkgever.0,
            werknemer: werknemer.0,
            dossier: dossier.0,
            organisatie: nieuw_id(),
        }
    }

    async fn werknemer(&self, proef: &Proef) -> Vreemde {
        let account = AccountId(nieuw_id());
        self.doe(account, registratie(Some(WerknemerId(nieuw_id())))).await;
        let inlog = Inlog::voor(self.engine, account, Lezer::Werknemer).await.unwrap();
        Vreemde { naam: "andere werknemer", klant: proef.binnen(&inlog).await }
    }

    /// Somebody who worked on the case, and whose function ended while logged in.
    async fn uit_functie(&self, proef: &Proef, plek: Organisatie) -> Vreemde {
        let lezer = Lezer::CasemanagerZwWgaWvp;
        let (account, stuk) = self.registreer(lezer, plek).await;
        let terrein = Werkterrein::Werkgever(proef.zaak.werkgever);
        let wat = toewijzing::Command::WijsToe(Secties::proces(toewijzing_aan(account, lezer)));
        self.engine.execute_toewijzing(&self.wie, terrein, wat).await.unwrap();
        let inlog = Inlog::voor(self.engine, account, lezer).await.unwrap();
        let mut klant = proef.binnen(&inlog).await;
        let eigen = format!("/v1/dossiers/{}", proef.zaak.dossier.0);
        assert_eq!(klant.get(&eigen).await.unwrap().status, 200, "voor het einde");
        let einde = Einde { stuk: StukId(nieuw_id()), recht: stuk, per: vandaag() };
        self.doe(account, gebruiker::Command::BeeindigFunctie(Secties::proces(einde))).await;
        Vreemde { naam: "uit functie", klant }
    }
}

fn toewijzing_aan(account: AccountId, lezer: Lezer) -> Toewijzing {
    Toewijzing {
        stuk: StukId(nieuw_id()),
        aan: Aan::Account(account),
        lezer: lezer.to_string(),
        geldig: Geldigheid::vanaf(vandaag().plus(-60)),
    }
}

fn vandaag() -> Datum {
    Systeemklok.vandaag()
}

fn registratie(werknemer: Option<WerknemerId>) -> gebruiker::Command {
    let a = Geregistreerd { stuk: StukId(nieuw_id()), per: vandaag(), werknemer };
    let persoon = Persoon { naam: "V. Reemd".to_owned(), email: String::new() };
    gebruiker::Command::RegistreerAccount(Secties::proces(a).met_d(persoon))
}

fn functie(lezer: Lezer, organisatie: Organisatie) -> (StukId, gebruiker::Command) {
    let stuk = StukId(nieuw_id());
    let functie = Functie {
        stuk,
        lezer: lezer.to_string(),
        taakgebied: taakgebied(lezer),
        organisatie,
        geldig: Geldigheid::vanaf(vandaag()),
    };
    (stuk, gebruiker::Command::KenFunctieToe(Secties::proces(functie)))
}
