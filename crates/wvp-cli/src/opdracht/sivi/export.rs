//! `sivi export`: the papers that an employer may have, as one message Documenten.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context as _, anyhow};
use clap::Args;
use wvp_access::Lezer;
use wvp_domain::mijlpaal::riv::Element;
use wvp_engine::bericht::kenmerk;
use wvp_engine::{Berichtgegevens, Bestand, Systeemklok};
use wvp_papieren::Drukker;
use wvp_projections::overzicht::Rij;
use wvp_uitwisseling::codelijst::Code;
use wvp_uitwisseling::codelijst::sivi::JaNee;
use wvp_uitwisseling::sivi::documenten::{Betreft, Document, DocumentFout, Documenten};
use wvp_uitwisseling::sivi::{Berichtkop, Documentsoort, Werkgever};
use wvp_uitwisseling::waarde::{Waarde, WaardeFout};

use crate::bediener;
use crate::demo::nummer;
use crate::huis::Huis;
use crate::opdracht::Opslag;
use crate::opdracht::leeslog::HIER;
use crate::uitvoer::Fouten;

/// The message.
const BESTAND: &str = "documenten.xml";

#[derive(Debug, Args)]
pub(super) struct Export {
    /// Het nummer van het dossier, of het begin ervan
    #[arg(value_name = "DOSSIER", help_heading = "Invoer")]
    dossier: String,
    /// De map waarin het bericht komt
    #[arg(long, value_name = "MAP", help_heading = "Opties")]
    naar: PathBuf,
    #[command(flatten)]
    opslag: Opslag,
}

impl Export {
    /// Makes the papers as the employer may read them, and writes one file.
    pub(super) async fn draai(self) -> anyhow::Result<()> {
        let klok = Arc::new(Systeemklok);
        let huis = Huis::open(&self.opslag.opslag, &self.opslag.sleutels, klok).await?;
        let rij = huis.zoek(&self.dossier).await?;
        let wie = bediener::als(&huis.engine, Lezer::Werkgever, &rij).await?;
        let bestanden = huis.engine.riv(&wie, rij.dossier, &HIER, &Drukker).await?;
        // Who the message is about the sender says: an employer reads the papers, not the master records.
        let afzender = bediener::als(&huis.engine, Lezer::CasemanagerZwWgaWvp, &rij).await?;
        let gelezen = huis.engine.berichtgegevens(&afzender, rij.dossier, &HIER).await?;
        huis.store.sluit().await?;
        let bericht = bericht(&rij, &gelezen, bestanden)?;
        let map = &self.naar;
        std::fs::create_dir_all(map)
            .with_context(|| format!("map `{}` is niet te maken", map.display()))?;
        let pad = map.join(BESTAND);
        std::fs::write(&pad, bericht.als_xml()?)
            .with_context(|| format!("`{}` is niet te schrijven", pad.display()))?;
        anstream::println!("{}", pad.display());
        Ok(())
    }
}

fn bericht(
    rij: &Rij,
    gelezen: &Berichtgegevens,
    bestanden: Vec<Bestand>,
) -> anyhow::Result<Documenten> {
    let stukken = bestanden.into_iter().filter_map(|bestand| document(rij, gelezen, bestand));
    let stukken = stukken.collect::<Result<Vec<_>, _>>()?;
    let nummers: Vec<&str> = stukken.iter().map(|it| it.nummer.tekst()).collect();
    let referentie = nummer(&["sivi", "documenten", &nummers.join(" ")]);
    let documenten = Documenten::try_new(
        kop(gelezen, &referentie.to_string())?,
        werkgever(rij, gelezen)?,
        stukken,
    );
    documenten.map_err(|fouten| Fouten(fouten.iter().map(DocumentFout::to_string).collect()).into())
}

/// A paper that an employer may have; none for the cover, a form to fill in, and what is not for an employer.
fn document(
    rij: &Rij,
    gelezen: &Berichtgegevens,
    bestand: Bestand,
) -> Option<Result<Document, WaardeFout>> {
    let (element, Some(stuk)) = bestand.herkomst? else { return None };
    let soort = soort(element);
    soort.mag_naar_werkgever().then(|| {
        Ok(Document {
            soort,
            code: Code::try_new("999")?,
            nummer: Waarde::try_new(&stuk.0.to_string())?,
            datum: gelezen.dag,
            status: None,
            kenmerk: Waarde::try_new(&kenmerk(rij.dossier))?,
            reden: None,
            prioriteit: None,
            bestandtype: None,
            bestandsnaam: Some(Waarde::try_new(&bestand.naam)?),
            adressering: None,
            betreft: betreft(rij, gelezen)?,
            bestand: bestand.inhoud,
        })
    })
}

/// The burgerservicenummer stands in the papers that ask for it, and not beside them.
fn betreft(rij: &Rij, gelezen: &Berichtgegevens) -> Result<Betreft, WaardeFout> {
    let eigen = rij.werknemer.0.to_string();
    let persoon = gelezen.wie.persoon.as_ref();
    let nummer = persoon.and_then(|it| it.personeelsnummer.as_deref()).unwrap_or(&eigen);
    Ok(Betreft {
        bsn: None,
        werknemer: Waarde::try_new(&eigen)?,
        dienstverband: Waarde::try_new(nummer)?,
        geval: Some(Waarde::try_new(&rij.dossier.0.to_string())?),
        eerste_dag: rij.eerste_ziektedag,
    })
}

/// The time of day is not told: the same papers on the same day give the same bytes.
fn kop(gelezen: &Berichtgegevens, referentie: &str) -> Result<Berichtkop, WaardeFout> {
    Ok(Berichtkop {
        datum: gelezen.dag,
        tijd: Waarde::try_new("00:00:00")?,
        inzender: Waarde::try_new("Poortwachter")?,
        ontvanger: Waarde::try_new("werkgever")?,
        referentie: Waarde::try_new(referentie)?,
        is_test: Code::<JaNee>::try_new("N")?,
        ontvangstbevestiging: Code::<JaNee>::try_new("N")?,
    })
}

fn werkgever(rij: &Rij, gelezen: &Berichtgegevens) -> anyhow::Result<Werkgever> {
    let bedrijf = gelezen.wie.bedrijf.as_ref();
    let bedrijf = bedrijf.ok_or_else(|| anyhow!("de gegevens van de werkgever ontbreken"))?;
    let eigen = rij.werkgever.0.to_string();
    let kvk = bedrijf.kvk_nummer.as_deref().map(Waarde::try_new).transpose()?;
    Ok(Werkgever {
        naam: Waarde::try_new(&bedrijf.naam)?,
        kvk,
        vestiging: None,
        nummer_bij_arbodienst: Waarde::try_new(&eigen)?,
        aansluitnummer: Waarde::try_new(&eigen)?,
        loonheffingennummer: Some(Waarde::try_new(&bedrijf.loonheffingennummer)?),
    })
}

fn soort(element: Element) -> Documentsoort {
    match element {
        Element::Probleemanalyse => Documentsoort::Probleemanalyse,
        Element::BijstellingProbleemanalyse => Documentsoort::BijstellingProbleemanalyse,
        Element::PlanVanAanpak => Documentsoort::PlanVanAanpak,
        Element::BijstellingPlanVanAanpak => Documentsoort::BijstellingPlanVanAanpak,
        Element::Eerstejaarsevaluatie => Documentsoort::Eerstejaarsevaluatie,
        Element::ActueelOordeel => Documentsoort::ActueelOordeel,
        Element::MedischeInformatie => Documentsoort::MedischeInformatie,
        Element::Eindevaluatie => Documentsoort::Eindevaluatie,
        Element::OordeelWerknemer => Documentsoort::OordeelWerknemer,
    }
}
