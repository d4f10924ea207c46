//! `leeslog`: who asked what of a dossier, and why.

use std::sync::Arc;

use clap::{Args, ValueEnum};
use wvp_domain::leeslog::{Actie, Geraadpleegd, Kanaal, Netwerk, Uitkomst};
use wvp_domain::{Compartiment, Datum, DossierId};
use wvp_engine::{Aanleiding, Leesregel, Systeemklok, Zoekvraag};

use wvp_projections::tijdlijn::beeld::letter;

use super::Opslag;
use crate::bediener;
use crate::huis::Huis;
use crate::lezer::LezerWoord;
use crate::tekening::{KOP, ZACHT};

/// What every line from this machine says about where it came from.
pub(crate) const HIER: Aanleiding =
    Aanleiding { kanaal: Kanaal::Opdrachtregel, netwerk: Netwerk::DezeMachine };

#[derive(Debug, Args)]
pub(crate) struct Leeslog {
    /// Het nummer van het dossier, of het begin ervan
    #[arg(value_name = "DOSSIER", help_heading = "Invoer")]
    dossier: String,
    /// Wie het logboek leest: werknemer/werknemer of
    /// arbodienst/functionaris_gegevensbescherming
    #[arg(long, value_name = "PARTIJ/FUNCTIE", help_heading = "Opties")]
    lezer: LezerWoord,
    /// Alleen wat deze lezer vroeg
    #[arg(long, value_name = "PARTIJ/FUNCTIE", help_heading = "Opties")]
    wie: Option<LezerWoord>,
    /// Alleen vanaf deze dag
    #[arg(long, value_name = "DATUM", help_heading = "Opties")]
    van: Option<Datum>,
    /// Alleen tot en met deze dag
    #[arg(long, value_name = "DATUM", help_heading = "Opties")]
    tot: Option<Datum>,
    /// Alleen wat zo afliep
    #[arg(long, value_name = "UITKOMST", help_heading = "Opties")]
    uitkomst: Option<UitkomstWoord>,
    /// Geef CSV met de veldnamen van NEN 7513
    #[arg(long, help_heading = "Opties", conflicts_with = "json")]
    csv: bool,
    /// Geef JSON met de veldnamen van NEN 7513
    #[arg(long, help_heading = "Opties")]
    pub(crate) json: bool,
    #[command(flatten)]
    opslag: Opslag,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum UitkomstWoord {
    /// Wat werd getoond
    Toegestaan,
    /// Wat werd geweigerd
    Geweigerd,
}

impl Leeslog {
    /// Reads and prints the log. The reading is noted in the log itself first.
    pub(crate) async fn draai(self) -> anyhow::Result<()> {
        let klok = Arc::new(Systeemklok);
        let huis = Huis::open(&self.opslag.opslag, &self.opslag.sleutels, klok).await?;
        let rij = huis.zoek(&self.dossier).await?;
        let wie = bediener::als(&huis.engine, self.lezer.0, &rij).await?;
        let regels = huis.engine.leeslog(&wie, rij.dossier, &self.zoekvraag(), &HIER).await;
        huis.store.sluit().await?;
        let regels = regels?;
        if self.csv {
            anstream::print!("{}", als_csv(rij.dossier, &regels)?);
        } else if self.json {
            let rijen: Vec<_> = regels.iter().map(|it| als_json(rij.dossier, it)).collect();
            anstream::println!("{}", serde_json::to_string_pretty(&rijen)?);
        } else {
            toon(rij.dossier, &regels);
        }
        Ok(())
    }

    fn zoekvraag(&self) -> Zoekvraag {
        let uitkomst = self.uitkomst.map(|woord| match woord {
            UitkomstWoord::Toegestaan => Uitkomst::Toegestaan,
            UitkomstWoord::Geweigerd => Uitkomst::Geweigerd,
        });
        let lezer = self.wie.map(|woord| woord.0);
        Zoekvraag { van: self.van, tot_en_met: self.tot, lezer, uitkomst }
    }
}

fn toon(dossier: DossierId, regels: &[Leesregel]) {
    anstream::println!("{KOP}Leeslog van dossier {dossier}{KOP:#}");
    for regel in regels {
        let vraag = &regel.vraag;
        anstream::println!(
            "{}  {:<48} {:<14} {:<10} {:<5} {}",
            regel.tijdstip(),
            vraag.lezer,
            actie(vraag.actie),
            uitkomst(vraag.uitkomst),
            categorieen(vraag),
            vraag.doel.naam()
        );
    }
    anstream::println!("{ZACHT}{} regels{ZACHT:#}", regels.len());
}

fn actie(actie: Actie) -> &'static str {
    match actie {
        Actie::Lezen => "lezen",
        Actie::Verslag => "verslag",
        Actie::Vastleggen => "vastleggen",
        Actie::LeeslogLezen => "leeslog",
        Actie::RechtenNagaan => "rechten",
    }
}

fn uitkomst(uitkomst: Uitkomst) -> &'static str {
    match uitkomst {
        Uitkomst::Toegestaan => "toegestaan",
        Uitkomst::Geweigerd => "geweigerd",
    }
}

/// The letters of what was opened, each once.
fn categorieen(vraag: &Geraadpleegd) -> String {
    let nummers = vraag.compartimenten.iter();
    let mut letters: Vec<char> = nummers
        .filter_map(|nummer| Compartiment::met_nummer(*nummer))
        .map(|compartiment| letter(compartiment.categorie()))
        .collect();
    letters.sort_unstable();
    letters.dedup();
    letters.into_iter().collect()
}

/// The field names of NEN 7513, in the order of the columns.
const VELDEN: [&str; 17] = [
    "EventID",
    "EventActionCode",
    "EventDateTime",
    "EventOutcomeIndicator",
    "EventTypeCode",
    "UserID",
    "AlternateUserID",
    "UserIsRequestor",
    "RoleIDCode",
    "PurposeOfUse",
    "NetworkAccessPointTypeCode",
    "NetworkAccessPointID",
    "ParticipantObjectTypeCode",
    "ParticipantObjectID",
    "ParticipantObjectSensitivity",
    "ParticipantObjectPermissionPolicySet",
    "AuditSourceID",
];

/// One line in the order of [`VELDEN`]. The object is the dossier, a system object (2); a network has a
/// kind and no address.
fn waarden(dossier: DossierId, regel: &Leesregel) -> [String; VELDEN.len()] {
    let vraag = &regel.vraag;
    [
        regel.id.0.to_string(),
        if vraag.actie == Actie::Vastleggen { "C" } else { "R" }.to_owned(),
        regel.tijdstip(),
        if vraag.uitkomst == Uitkomst::Toegestaan { "0" } else { "8" }.to_owned(),
        actie(vraag.actie).to_owned(),
        vraag.account.0.to_string(),
        vraag.namens.map(|account| account.0.to_string()).unwrap_or_default(),
        "true".to_owned(),
        vraag.lezer.clone(),
        vraag.doel.naam().to_owned(),
        netwerk(vraag.netwerk).to_owned(),
        kanaal(vraag.kanaal).to_owned(),
        "2".to_owned(),
        dossier.0.to_string(),
        categorieen(vraag),
        vraag.tabel.clone(),
        "poortwachter".to_owned(),
    ]
}

fn kanaal(kanaal: Kanaal) -> &'static str {
    match kanaal {
        Kanaal::Onbekend => "onbekend",
        Kanaal::Opdrachtregel => "opdrachtregel",
        Kanaal::Pagina => "pagina",
        Kanaal::Api => "api",
    }
}

fn netwerk(netwerk: Netwerk) -> &'static str {
    match netwerk {
        Netwerk::Onbekend => "onbekend",
        Netwerk::DezeMachine => "deze_machine",
        Netwerk::Intern => "intern",
        Netwerk::Extern => "extern",
    }
}

fn als_json(dossier: DossierId, regel: &Leesregel) -> serde_json::Value {
    let mut velden: serde_json::Map<String, serde_json::Value> = VELDEN
        .iter()
        .zip(waarden(dossier, regel))
        .map(|(veld, waarde)| ((*veld).to_owned(), waarde.into()))
        .collect();
    velden.insert("regels".to_owned(), regel.vraag.regels.clone().into());
    velden.into()
}

fn als_csv(dossier: DossierId, regels: &[Leesregel]) -> anyhow::Result<String> {
    let mut schrijver = csv::Writer::from_writer(vec![]);
    schrijver.write_record(VELDEN)?;
    for regel in regels {
        schrijver.write_record(waarden(dossier, regel))?;
    }
    Ok(String::from_utf8(schrijver.into_inner()?)?)
}
