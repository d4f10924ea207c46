//! The subcommands: one file each.

mod account;
mod agenda;
mod als_wie;
mod backup;
mod bevoegdheden;
mod bezorging;
mod copy;
mod demo;
mod gereed;
mod herstel;
mod leeslog;
mod overdracht;
mod postvak;
mod protocol;
mod regels;
mod restore;
mod riv;
mod rooster;
mod serve;
mod simulate;
mod sivi;
mod sleutels;
mod stuk;
mod teken;
mod termijnen;
mod tick;
mod tijdlijn;
mod toegang;
mod toen;
mod uwv;
mod verify;
mod voorzet;
mod waarneming;
mod wat_als;
mod ziektedag;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::logboek::Logboek;
use crate::uitvoer::Einde;

/// De Wet verbetering poortwachter als dossier: termijnen, tijdlijn, re-integratieverslag.
#[derive(Debug, Parser)]
#[command(
    name = "poortwachter",
    bin_name = "poortwachter",
    subcommand_value_name = "OPDRACHT",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    subcommand_help_heading = "Opdrachten",
    help_template = SJABLOON,
    arg_required_else_help = true
)]
pub(crate) struct Poortwachter {
    #[command(subcommand)]
    opdracht: Opdracht,
    /// Toon deze hulp
    #[arg(short = 'h', long, global = true, action = clap::ArgAction::Help, help_heading = "Opties")]
    help: Option<bool>,
    /// Toon de versie
    #[arg(short = 'V', long, action = clap::ArgAction::Version, help_heading = "Opties")]
    version: Option<bool>,
}

const SJABLOON: &str = "{about-with-newline}\nGebruik: {usage}\n\n{all-args}";
const SJABLOON_MET_UITLEG: &str =
    "{about-with-newline}\nGebruik: {usage}\n\n{all-args}{after-help}";

#[derive(Debug, Subcommand)]
enum Opdracht {
    /// Speel een voorraad dossiers na, van de eerste ziektedag tot de WIA
    #[command(help_template = SJABLOON)]
    Demo(demo::Demo),
    /// Start de server: de API, met de tik van elke dag en de bezorging
    #[command(help_template = SJABLOON)]
    Serve(serve::Serve),
    /// Kijk de instellingen van de server na
    #[command(help_template = SJABLOON)]
    Config(serve::Config),
    /// Reken termijnen uit bij ziekteperioden (JSON erin, tabel of JSON eruit)
    #[command(help_template = SJABLOON)]
    Termijnen(termijnen::Termijnen),
    /// Reken uit wat een wijziging doet: de termijnen ervoor en erna, met de redenen
    #[command(name = "wat-als", help_template = SJABLOON)]
    WatAls(Box<wat_als::WatAls>),
    /// Toon de tabel van termijnen, of vergelijk twee versies ervan
    #[command(help_template = SJABLOON)]
    Regels(regels::Regels),
    /// Speel het protocol van een werkgever na
    #[command(help_template = SJABLOON)]
    Protocol(protocol::Protocol),
    /// Bepaal de eerste ziektedag uit de dag van uitval en de werkdagen
    #[command(help_template = SJABLOON)]
    Ziektedag(ziektedag::Ziektedag),
    /// Toon een dossier zoals een bepaalde lezer het ziet
    #[command(help_template = SJABLOON)]
    Tijdlijn(tijdlijn::Tijdlijn),
    /// Toon wie een dossier opvroeg, waarvoor, en wat daarvan kwam
    #[command(help_template = SJABLOON)]
    Leeslog(leeslog::Leeslog),
    /// Vraag wie wat mag, en waarom (JSON erin)
    #[command(help_template = SJABLOON)]
    Toegang(toegang::Toegang),
    /// Kijk rechten van mensen na: wat eindigt, ongebruikt is of te ruim; bevestig of trek in
    #[command(help_template = SJABLOON)]
    Bevoegdheden(bevoegdheden::Bevoegdheden),
    /// Regel wie er waarneemt voor wie afwezig is
    #[command(help_template = SJABLOON)]
    Waarneming(waarneming::Waarneming),
    /// Draag de dossiers van iemand over aan een collega
    #[command(help_template = SJABLOON)]
    Overdracht(overdracht::Overdracht),
    /// Geef iemand een manier om in te loggen
    #[command(help_template = SJABLOON)]
    Account(account::Account),
    /// Toon de berichten van iemand, en kies hoe die ze krijgt
    #[command(help_template = SJABLOON)]
    Postvak(postvak::Postvak),
    /// Zet stappen in iemands agenda, achter een geheim adres
    #[command(help_template = SJABLOON)]
    Agenda(agenda::Agenda),
    /// Toon wat niet is aangekomen, of probeer het opnieuw
    #[command(help_template = SJABLOON)]
    Bezorging(bezorging::Bezorging),
    /// Maak het re-integratieverslag van een dossier als PDF
    #[command(help_template = SJABLOON)]
    Riv(riv::Riv),
    /// Teken stukken, of neem exemplaren in die op papier zijn getekend
    #[command(help_template = SJABLOON)]
    Teken(teken::Teken),
    /// Maak één stuk van een dossier als PDF, zoals een bepaalde lezer het mag lezen
    #[command(help_template = SJABLOON_MET_UITLEG)]
    Stuk(stuk::EenStuk),
    /// Maak een bericht aan UWV uit een dossier, als voorbeeld om na te lopen en over te typen
    #[command(help_template = SJABLOON)]
    Uwv(uwv::Uwv),
    /// Wissel meldingen en stukken uit met een werkgever (SIVI)
    #[command(help_template = SJABLOON)]
    Sivi(sivi::Sivi),
    /// Toon een stuk zoals het dossier het al invult, en wat er nog te doen is
    #[command(help_template = SJABLOON)]
    Voorzet(voorzet::Voorzet),
    /// Sluit een dag: leg vast wat die dag aan de beurt is en stuur de herinneringen
    #[command(help_template = SJABLOON)]
    Tick(tick::Tick),
    /// Sluit elke dag en bezorg elk uur, tot u het stopt
    #[command(help_template = SJABLOON_MET_UITLEG)]
    Rooster(rooster::Rooster),
    /// Toon of het dagelijkse werk is gedaan: de laatste tik, de berichten die wachten
    #[command(help_template = SJABLOON)]
    Gereed(gereed::Gereed),
    /// Schrijf een nagebootste voorraad dossiers en meet wat dat kost
    #[command(help_template = SJABLOON)]
    Simulate(simulate::Simulate),
    /// Loop alle gebeurtenissen na: volgorde, keten en zegels
    #[command(help_template = SJABLOON)]
    Verify(verify::Verify),
    /// Zet alles wat heel is in een nieuwe opslag, en noem de rest
    #[command(help_template = SJABLOON)]
    Herstel(herstel::Herstel),
    /// Bewaar alle gebeurtenissen in één bestand, ook terwijl er wordt gewerkt
    #[command(help_template = SJABLOON)]
    Backup(backup::Backup),
    /// Zet een bewaard bestand terug in een nieuwe opslag
    #[command(help_template = SJABLOON)]
    Restore(restore::Restore),
    /// Kopieer een opslag naar een nieuwe opslag
    #[command(help_template = SJABLOON)]
    Copy(copy::Copy),
    /// Wissel of vernietig sleutels
    #[command(help_template = SJABLOON)]
    Sleutels(sleutels::Sleutels),
}

/// Where the store and its keys are.
#[derive(Debug, Args)]
pub(crate) struct Opslag {
    /// Waar de opslag staat: `sled:PAD` of `postgres://GEBRUIKER@SERVER/DATABASE`
    #[arg(long, value_name = "URL", help_heading = "Opties")]
    opslag: crate::huis::OpslagUrl,
    /// Het bestand met de hoofdsleutels
    #[arg(long, value_name = "BESTAND", help_heading = "Opties")]
    sleutels: PathBuf,
}

/// Where the store is, for what works without keys.
#[derive(Debug, Args)]
pub(crate) struct OpslagZonderSleutels {
    /// Waar de opslag staat: `sled:PAD` of `postgres://GEBRUIKER@SERVER/DATABASE`
    #[arg(long, value_name = "URL", help_heading = "Opties")]
    opslag: crate::huis::OpslagUrl,
    /// Het bestand met de hoofdsleutels; hiermee worden ook de bewijzen en zegels nagelopen
    #[arg(long, value_name = "BESTAND", help_heading = "Opties")]
    sleutels: Option<PathBuf>,
}

impl Poortwachter {
    /// Runs the command.
    pub(crate) fn draai(self) -> Einde {
        // The server begins its log when it knows how it is set up.
        let json = self.opdracht.json();
        if !matches!(self.opdracht, Opdracht::Serve(_))
            && let Err(fout) = Logboek::uit_omgeving().map(Logboek::begin)
        {
            return Einde::van(Err(fout), json);
        }
        let uitkomst = match self.opdracht {
            Opdracht::Demo(opdracht) => wacht(opdracht.draai()),
            Opdracht::Serve(opdracht) => wacht(opdracht.draai()),
            Opdracht::Config(opdracht) => opdracht.draai(),
            Opdracht::Termijnen(opdracht) => opdracht.draai(),
            Opdracht::WatAls(opdracht) => wacht(opdracht.draai()),
            Opdracht::Regels(opdracht) => wacht(opdracht.draai()),
            Opdracht::Protocol(opdracht) => wacht(opdracht.draai()),
            Opdracht::Ziektedag(opdracht) => opdracht.draai(),
            Opdracht::Tijdlijn(opdracht) => wacht(opdracht.draai()),
            Opdracht::Leeslog(opdracht) => wacht(opdracht.draai()),
            Opdracht::Toegang(opdracht) => opdracht.draai(),
            Opdracht::Bevoegdheden(opdracht) => wacht(opdracht.draai()),
            Opdracht::Waarneming(opdracht) => wacht(opdracht.draai()),
            Opdracht::Overdracht(opdracht) => wacht(opdracht.draai()),
            Opdracht::Account(opdracht) => wacht(opdracht.draai()),
            Opdracht::Postvak(opdracht) => wacht(opdracht.draai()),
            Opdracht::Agenda(opdracht) => wacht(opdracht.draai()),
            Opdracht::Bezorging(opdracht) => wacht(opdracht.draai()),
            Opdracht::Riv(opdracht) => wacht(opdracht.draai()),
            Opdracht::Teken(opdracht) => wacht(opdracht.draai()),
            Opdracht::Stuk(opdracht) => wacht(opdracht.draai()),
            Opdracht::Uwv(opdracht) => wacht(opdracht.draai()),
            Opdracht::Sivi(opdracht) => wacht(opdracht.draai()),
            Opdracht::Voorzet(opdracht) => wacht(opdracht.draai()),
            Opdracht::Tick(opdracht) => wacht(opdracht.draai()),
            Opdracht::Rooster(opdracht) => wacht(opdracht.draai()),
            Opdracht::Gereed(opdracht) => wacht(opdracht.draai()),
            Opdracht::Simulate(opdracht) => wacht(opdracht.draai()),
            Opdracht::Verify(opdracht) => wacht(opdracht.draai()),
            Opdracht::Herstel(opdracht) => wacht(opdracht.draai()),
            Opdracht::Backup(opdracht) => wacht(opdracht.draai()),
            Opdracht::Restore(opdracht) => wacht(opdracht.draai()),
            Opdracht::Copy(opdracht) => wacht(opdracht.draai()),
            Opdracht::Sleutels(opdracht) => wacht(opdracht.draai()),
        };
        Einde::van(uitkomst, json)
    }
}

impl Opdracht {
    /// Whether faults go out as JSON too.
    fn json(&self) -> bool {
        match self {
            Self::Termijnen(opdracht) => opdracht.json,
            Self::WatAls(opdracht) => opdracht.json,
            Self::Tijdlijn(opdracht) => opdracht.json,
            Self::Leeslog(opdracht) => opdracht.json,
            Self::Voorzet(opdracht) => opdracht.json,
            Self::Tick(opdracht) => opdracht.json,
            Self::Gereed(opdracht) => opdracht.json,
            Self::Verify(opdracht) => opdracht.json,
            Self::Herstel(opdracht) => opdracht.json,
            Self::Backup(opdracht) => opdracht.json,
            Self::Restore(opdracht) => opdracht.json,
            Self::Copy(opdracht) => opdracht.json,
            Self::Sleutels(opdracht) => opdracht.json,
            Self::Regels(opdracht) => opdracht.json(),
            Self::Riv(opdracht) => opdracht.json(),
            Self::Teken(opdracht) => opdracht.json(),
            Self::Uwv(opdracht) => opdracht.json(),
            Self::Sivi(opdracht) => opdracht.json(),
            Self::Protocol(opdracht) => opdracht.json(),
            Self::Toegang(opdracht) => opdracht.json(),
            Self::Bevoegdheden(opdracht) => opdracht.json(),
            Self::Postvak(opdracht) => opdracht.json(),
            Self::Bezorging(opdracht) => opdracht.json(),
            Self::Demo(_)
            | Self::Serve(_)
            | Self::Config(_)
            | Self::Ziektedag(_)
            | Self::Waarneming(_)
            | Self::Overdracht(_)
            | Self::Account(_)
            | Self::Agenda(_)
            | Self::Rooster(_)
            | Self::Stuk(_)
            | Self::Simulate(_) => false,
        }
    }
}

/// Runs what has to wait for the store.
fn wacht(taak: impl Future<Output = anyhow::Result<()>>) -> anyhow::Result<()> {
    let draad = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    draad.block_on(taak)
}
