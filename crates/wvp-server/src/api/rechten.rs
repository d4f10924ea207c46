//! Accounts and rights: functions, assignments, consent, delegation, exceptions, acting for each other.

use wvp_domain::bevoegdheid::{
    Organisatie, afwijking, beheer, delegatie, gebruiker, toestemming, toewijzing, waarneming,
};
use wvp_domain::{AccountId, DossierId, OrganisatieId, WerkgeverId, WerknemerId};
use wvp_engine::{Werkterrein, beheert_accounts, doet_aan_delegatie, doet_aan_toewijzing};

use super::gedeeld::{DOSSIER, Gedeeld};
use super::opdrachten::{Onderwerp, aan_iedereen, rij};
use crate::eindpunt::Eindpunt;

const GROEP: &str = "Accounts en rechten";
const ACCOUNT: Gedeeld = Gedeeld::nummer("account", "Het nummer van het account");

const WERKGEVER: Gedeeld = Gedeeld::nummer("werkgever", "Het nummer van de werkgever");
const WERKNEMER: Gedeeld = Gedeeld::nummer("werknemer", "Het nummer van de werknemer");

const VAN_ACCOUNT: Onderwerp<gebruiker::Command> = Onderwerp {
    pad: "/v1/accounts/{account}",
    nummer: ACCOUNT,
    groep: GROEP,
    doe: |engine, wie, id, wat, _| {
        Box::pin(async move { engine.execute_gebruiker(wie, AccountId(id), wat).await.map(|_| ()) })
    },
    biedt_aan: |lezer, _| beheert_accounts(lezer),
};

const TAKEN: Onderwerp<delegatie::Command> = Onderwerp {
    pad: "/v1/accounts/{account}",
    nummer: ACCOUNT,
    groep: GROEP,
    doe: |engine, wie, id, wat, _| {
        Box::pin(async move { engine.execute_delegatie(wie, AccountId(id), wat).await.map(|_| ()) })
    },
    biedt_aan: doet_aan_delegatie,
};

const AFWEZIG: Onderwerp<waarneming::Command> = Onderwerp {
    pad: "/v1/accounts/{account}",
    nummer: ACCOUNT,
    groep: GROEP,
    doe: |engine, wie, id, wat, _| {
        Box::pin(
            async move { engine.execute_waarneming(wie, AccountId(id), wat).await.map(|_| ()) },
        )
    },
    biedt_aan: aan_iedereen,
};

const OP_DOSSIER: Onderwerp<toewijzing::Command> = Onderwerp {
    pad: "/v1/dossiers/{dossier}",
    nummer: DOSSIER,
    groep: GROEP,
    doe: |engine, wie, id, wat, _| {
        Box::pin(async move {
            engine
                .execute_toewijzing(wie, Werkterrein::Dossier(DossierId(id)), wat)
                .await
                .map(|_| ())
        })
    },
    biedt_aan: |lezer, wat| doet_aan_toewijzing(lezer, wat, false),
};

const BIJ_WERKGEVER: Onderwerp<toewijzing::Command> = Onderwerp {
    pad: "/v1/werkgevers/{werkgever}",
    nummer: WERKGEVER,
    groep: GROEP,
    doe: |engine, wie, id, wat, _| {
        Box::pin(async move {
            engine
                .execute_toewijzing(wie, Werkterrein::Werkgever(WerkgeverId(id)), wat)
                .await
                .map(|_| ())
        })
    },
    biedt_aan: |lezer, wat| doet_aan_toewijzing(lezer, wat, true),
};

const BEHEER_WERKGEVER: Onderwerp<beheer::Command> = Onderwerp {
    pad: "/v1/werkgevers/{werkgever}",
    nummer: WERKGEVER,
    groep: GROEP,
    doe: |engine, wie, id, wat, _| {
        Box::pin(async move {
            let welke = Organisatie::Werkgever(WerkgeverId(id));
            engine.execute_beheer(wie, welke, wat).await.map(|_| ())
        })
    },
    biedt_aan: aan_iedereen,
};

const BEHEER_ORGANISATIE: Onderwerp<beheer::Command> = Onderwerp {
    pad: "/v1/organisaties/{organisatie}",
    nummer: Gedeeld::nummer("organisatie", "Het nummer van de organisatie"),
    groep: GROEP,
    doe: |engine, wie, id, wat, _| {
        Box::pin(async move {
            let welke = Organisatie::Overig(OrganisatieId(id));
            engine.execute_beheer(wie, welke, wat).await.map(|_| ())
        })
    },
    biedt_aan: aan_iedereen,
};

const INSTEMMING: Onderwerp<toestemming::Command> = Onderwerp {
    pad: "/v1/werknemers/{werknemer}",
    nummer: WERKNEMER,
    groep: GROEP,
    doe: |engine, wie, id, wat, _| {
        Box::pin(
            async move { engine.execute_toestemming(wie, WerknemerId(id), wat).await.map(|_| ()) },
        )
    },
    biedt_aan: aan_iedereen,
};

const UITZONDERING: Onderwerp<afwijking::Command> = Onderwerp {
    pad: "/v1/dossiers/{dossier}",
    nummer: DOSSIER,
    groep: GROEP,
    doe: |engine, wie, id, wat, _| {
        Box::pin(async move { engine.execute_afwijking(wie, DossierId(id), wat).await.map(|_| ()) })
    },
    biedt_aan: aan_iedereen,
};

pub(super) fn eindpunten() -> Vec<Eindpunt> {
    [accounts(), werk(), beheer(), overig()].concat()
}

fn accounts() -> Vec<Eindpunt> {
    use gebruiker::Command as G;
    vec![
        rij(&VAN_ACCOUNT, "registraties", "Maak een account voor één mens", G::RegistreerAccount),
        rij(&VAN_ACCOUNT, "functies", "Ken een functie toe", G::KenFunctieToe),
        rij(&VAN_ACCOUNT, "beeindigde-functies", "Beëindig een functie", G::BeeindigFunctie),
        rij(
            &VAN_ACCOUNT,
            "geheimhouding",
            "Leg een getekende geheimhouding vast",
            G::TekenGeheimhouding,
        ),
        rij(&VAN_ACCOUNT, "blokkades", "Blokkeer een account, meteen", G::BlokkeerAccount),
        rij(&VAN_ACCOUNT, "opgeheven-blokkades", "Hef een blokkade op", G::HefBlokkadeOp),
        rij(
            &VAN_ACCOUNT,
            "onderbrengingen",
            "Breng een account onder bij een andere organisatie",
            G::BrengOnder,
        ),
        rij(&TAKEN, "delegaties", "Delegeer een taak", delegatie::Command::DelegeerTaak),
        rij(
            &TAKEN,
            "ingetrokken-delegaties",
            "Trek een delegatie in",
            delegatie::Command::TrekDelegatieIn,
        ),
        rij(&AFWEZIG, "waarnemingen", "Regel wie waarneemt", waarneming::Command::RegelWaarneming),
        rij(
            &AFWEZIG,
            "beeindigde-waarnemingen",
            "Beëindig een waarneming",
            waarneming::Command::BeeindigWaarneming,
        ),
    ]
}

fn werk() -> Vec<Eindpunt> {
    use toewijzing::Command as T;
    vec![
        rij(&OP_DOSSIER, "toewijzingen", "Wijs iemand toe aan een dossier", T::WijsToe),
        rij(
            &OP_DOSSIER,
            "beeindigde-toewijzingen",
            "Beëindig een toewijzing aan een dossier",
            T::BeeindigToewijzing,
        ),
        rij(
            &BIJ_WERKGEVER,
            "werkgevertoewijzingen",
            "Wijs iemand toe aan een werkgever",
            T::WijsToe,
        ),
        rij(
            &BIJ_WERKGEVER,
            "beeindigde-werkgevertoewijzingen",
            "Beëindig een toewijzing aan een werkgever",
            T::BeeindigToewijzing,
        ),
        rij(
            &BIJ_WERKGEVER,
            "opdrachten",
            "Leg een opdracht van een werkgever vast",
            T::GeefOpdracht,
        ),
        rij(&BIJ_WERKGEVER, "beeindigde-opdrachten", "Beëindig een opdracht", T::BeeindigOpdracht),
        rij(&BIJ_WERKGEVER, "polissen", "Leg een polis vast", T::LegPolisVast),
        rij(&BIJ_WERKGEVER, "beeindigde-polissen", "Beëindig een polis", T::BeeindigPolis),
    ]
}

/// Which organisation keeps another: whose beheerder and planner arrange things there.
fn beheer() -> Vec<Eindpunt> {
    use beheer::Command as B;
    vec![
        rij(
            &BEHEER_WERKGEVER,
            "werkgeverbeheer",
            "Laat een organisatie een werkgever beheren",
            B::KenBeheerToe,
        ),
        rij(
            &BEHEER_WERKGEVER,
            "beeindigd-werkgeverbeheer",
            "Beëindig het beheer van een werkgever",
            B::BeeindigBeheer,
        ),
        rij(
            &BEHEER_ORGANISATIE,
            "organisatiebeheer",
            "Laat een organisatie een andere beheren",
            B::KenBeheerToe,
        ),
        rij(
            &BEHEER_ORGANISATIE,
            "beeindigd-organisatiebeheer",
            "Beëindig het beheer van een organisatie",
            B::BeeindigBeheer,
        ),
    ]
}

fn overig() -> Vec<Eindpunt> {
    use afwijking::Command as A;
    vec![
        rij(
            &INSTEMMING,
            "toestemmingen",
            "Geef toestemming",
            toestemming::Command::GeefToestemming,
        ),
        rij(
            &INSTEMMING,
            "ingetrokken-toestemmingen",
            "Trek een toestemming in",
            toestemming::Command::TrekToestemmingIn,
        ),
        rij(&UITZONDERING, "afwijkingen", "Keur een afwijking goed", A::KeurAfwijkingGoed),
        rij(&UITZONDERING, "ingetrokken-afwijkingen", "Trek een afwijking in", A::TrekAfwijkingIn),
        rij(&UITZONDERING, "toetsen", "Wijs een kwaliteitstoets toe", A::WijsToetsToe),
        rij(&UITZONDERING, "beeindigde-toetsen", "Beëindig een kwaliteitstoets", A::BeeindigToets),
        rij(&UITZONDERING, "beperkingen", "Beperk de verwerking", A::BeperkVerwerking),
        rij(&UITZONDERING, "opgeheven-beperkingen", "Hef een beperking op", A::HefBeperkingOp),
    ]
}
