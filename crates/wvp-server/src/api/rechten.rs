//! Accounts and rights: functions, assignments, consent, delegation, exceptions, acting for each other.

use async_trait::async_trait;
use uuid::Uuid;
use wvp_domain::bevoegdheid::{
    afwijking, delegatie, gebruiker, toestemming, toewijzing, waarneming,
};
use wvp_domain::{AccountId, DossierId, WerkgeverId, WerknemerId};
use wvp_engine::{Engine, ExecuteError, Gebruiker, Versiemerk, Werkterrein};

use super::gedeeld::{DOSSIER, Gedeeld};
use super::opdrachten::{Onderwerp, rij};
use crate::eindpunt::Eindpunt;

const GROEP: &str = "Accounts en rechten";
const ACCOUNT: Gedeeld = Gedeeld::nummer("account", "Het nummer van het account");

/// Something that rights are recorded of, and the method of the engine that does it.
macro_rules! onderwerp {
    ($naam:ident, $command:ty, $pad:literal, $nummer:expr, |$engine:ident, $wie:ident, $id:ident, $opdracht:ident| $doe:expr) => {
        struct $naam;

        #[async_trait]
        impl Onderwerp for $naam {
            type Command = $command;
            const PAD: &'static str = $pad;
            const NUMMER: Gedeeld = $nummer;
            const GROEP: &'static str = GROEP;

            async fn voer_uit(
                $engine: &Engine,
                $wie: &Gebruiker,
                $id: Uuid,
                $opdracht: $command,
                _: Option<Versiemerk>,
            ) -> Result<(), ExecuteError> {
                $doe.await.map(|_| ())
            }
        }
    };
}

onderwerp!(
    Account,
    gebruiker::Command,
    "/v1/accounts/{account}",
    ACCOUNT,
    |engine, wie, id, wat| engine.execute_gebruiker(wie, AccountId(id), wat)
);
onderwerp!(Taken, delegatie::Command, "/v1/accounts/{account}", ACCOUNT, |engine, wie, id, wat| {
    engine.execute_delegatie(wie, AccountId(id), wat)
});
onderwerp!(
    Afwezig,
    waarneming::Command,
    "/v1/accounts/{account}",
    ACCOUNT,
    |engine, wie, id, wat| engine.execute_waarneming(wie, AccountId(id), wat)
);
onderwerp!(
    OpDossier,
    toewijzing::Command,
    "/v1/dossiers/{dossier}",
    DOSSIER,
    |engine, wie, id, wat| engine.execute_toewijzing(wie, Werkterrein::Dossier(DossierId(id)), wat)
);
onderwerp!(
    BijWerkgever,
    toewijzing::Command,
    "/v1/werkgevers/{werkgever}",
    Gedeeld::nummer("werkgever", "Het nummer van de werkgever"),
    |engine, wie, id, wat| engine.execute_toewijzing(
        wie,
        Werkterrein::Werkgever(WerkgeverId(id)),
        wat
    )
);
onderwerp!(
    Instemming,
    toestemming::Command,
    "/v1/werknemers/{werknemer}",
    Gedeeld::nummer("werknemer", "Het nummer van de werknemer"),
    |engine, wie, id, wat| engine.execute_toestemming(wie, WerknemerId(id), wat)
);
onderwerp!(
    Uitzondering,
    afwijking::Command,
    "/v1/dossiers/{dossier}",
    DOSSIER,
    |engine, wie, id, wat| engine.execute_afwijking(wie, DossierId(id), wat)
);

pub(super) fn eindpunten() -> Vec<Eindpunt> {
    [accounts(), werk(), overig()].concat()
}

fn accounts() -> Vec<Eindpunt> {
    use gebruiker::Command as G;
    vec![
        rij::<Account, _, _, _, _>(
            "registraties",
            "Maak een account voor één mens",
            G::RegistreerAccount,
        ),
        rij::<Account, _, _, _, _>("functies", "Ken een functie toe", G::KenFunctieToe),
        rij::<Account, _, _, _, _>(
            "beeindigde-functies",
            "Beëindig een functie",
            G::BeeindigFunctie,
        ),
        rij::<Account, _, _, _, _>(
            "geheimhouding",
            "Leg een getekende geheimhouding vast",
            G::TekenGeheimhouding,
        ),
        rij::<Account, _, _, _, _>("blokkades", "Blokkeer een account, meteen", G::BlokkeerAccount),
        rij::<Account, _, _, _, _>("opgeheven-blokkades", "Hef een blokkade op", G::HefBlokkadeOp),
        rij::<Taken, _, _, _, _>(
            "delegaties",
            "Delegeer een taak",
            delegatie::Command::DelegeerTaak,
        ),
        rij::<Taken, _, _, _, _>(
            "ingetrokken-delegaties",
            "Trek een delegatie in",
            delegatie::Command::TrekDelegatieIn,
        ),
        rij::<Afwezig, _, _, _, _>(
            "waarnemingen",
            "Regel wie waarneemt",
            waarneming::Command::RegelWaarneming,
        ),
        rij::<Afwezig, _, _, _, _>(
            "beeindigde-waarnemingen",
            "Beëindig een waarneming",
            waarneming::Command::BeeindigWaarneming,
        ),
    ]
}

fn werk() -> Vec<Eindpunt> {
    use toewijzing::Command as T;
    vec![
        rij::<OpDossier, _, _, _, _>("toewijzingen", "Wijs iemand toe aan een dossier", T::WijsToe),
        rij::<OpDossier, _, _, _, _>(
            "beeindigde-toewijzingen",
            "Beëindig een toewijzing aan een dossier",
            T::BeeindigToewijzing,
        ),
        rij::<BijWerkgever, _, _, _, _>(
            "werkgevertoewijzingen",
            "Wijs iemand toe aan een werkgever",
            T::WijsToe,
        ),
        rij::<BijWerkgever, _, _, _, _>(
            "beeindigde-werkgevertoewijzingen",
            "Beëindig een toewijzing aan een werkgever",
            T::BeeindigToewijzing,
        ),
        rij::<BijWerkgever, _, _, _, _>(
            "opdrachten",
            "Leg een opdracht van een werkgever vast",
            T::GeefOpdracht,
        ),
        rij::<BijWerkgever, _, _, _, _>(
            "beeindigde-opdrachten",
            "Beëindig een opdracht",
            T::BeeindigOpdracht,
        ),
        rij::<BijWerkgever, _, _, _, _>("polissen", "Leg een polis vast", T::LegPolisVast),
        rij::<BijWerkgever, _, _, _, _>(
            "beeindigde-polissen",
            "Beëindig een polis",
            T::BeeindigPolis,
        ),
    ]
}

fn overig() -> Vec<Eindpunt> {
    use afwijking::Command as A;
    vec![
        rij::<Instemming, _, _, _, _>(
            "toestemmingen",
            "Geef toestemming",
            toestemming::Command::GeefToestemming,
        ),
        rij::<Instemming, _, _, _, _>(
            "ingetrokken-toestemmingen",
            "Trek een toestemming in",
            toestemming::Command::TrekToestemmingIn,
        ),
        rij::<Uitzondering, _, _, _, _>(
            "afwijkingen",
            "Keur een afwijking goed",
            A::KeurAfwijkingGoed,
        ),
        rij::<Uitzondering, _, _, _, _>(
            "ingetrokken-afwijkingen",
            "Trek een afwijking in",
            A::TrekAfwijkingIn,
        ),
        rij::<Uitzondering, _, _, _, _>("toetsen", "Wijs een kwaliteitstoets toe", A::WijsToetsToe),
        rij::<Uitzondering, _, _, _, _>(
            "beeindigde-toetsen",
            "Beëindig een kwaliteitstoets",
            A::BeeindigToets,
        ),
        rij::<Uitzondering, _, _, _, _>("beperkingen", "Beperk de verwerking", A::BeperkVerwerking),
        rij::<Uitzondering, _, _, _, _>(
            "opgeheven-beperkingen",
            "Hef een beperking op",
            A::HefBeperkingOp,
        ),
    ]
}
