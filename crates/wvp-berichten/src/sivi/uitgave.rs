//! The papers that an employer may have, as one message Documenten.

use thiserror::Error;
use wvp_domain::mijlpaal::riv::Element;
use wvp_domain::{Datum, DossierId, WerkgeverId, WerknemerId};
use wvp_engine::bericht::kenmerk;
use wvp_engine::{
    Aanleiding, Berichtgegevens, Bestand, Engine, Gebruiker, Opmaker, ReadError, RivError, nummer,
};
use wvp_uitwisseling::codelijst::Code;
use wvp_uitwisseling::codelijst::sivi::JaNee;
use wvp_uitwisseling::sivi::documenten::{Betreft, Document, DocumentFout, Documenten};
use wvp_uitwisseling::sivi::{Berichtkop, Documentsoort, Werkgever};
use wvp_uitwisseling::waarde::{Waarde, WaardeFout};

/// Why there is no message.
#[derive(Debug, Error)]
pub enum UitgaveFout {
    /// The dossier could not be read, or its papers not made.
    #[error(transparent)]
    Papieren(#[from] RivError),
    /// Who the employer is, is not recorded or not for whoever asks.
    #[error(
        "de gegevens van de werkgever ontbreken, of zijn niet voor u; vraag het de casemanager"
    )]
    GeenWerkgever,
    /// A value that no message can hold.
    #[error(transparent)]
    Waarde(#[from] WaardeFout),
    /// Everything that no message can hold.
    #[error("dit bericht kan niet worden gemaakt")]
    Documenten(Vec<DocumentFout>),
}

impl From<ReadError> for UitgaveFout {
    fn from(fout: ReadError) -> Self {
        Self::Papieren(fout.into())
    }
}

/// Which case.
struct Zaak {
    dossier: DossierId,
    werknemer: WerknemerId,
    werkgever: WerkgeverId,
    eerste_ziektedag: Datum,
}

/// The message that somebody may send to the employer of a dossier: with whom it is about by the sender, who may read
/// master records, and papers as the employer reads them.
///
/// # Errors
///
/// [`UitgaveFout`]. The readings are in the reading log first.
pub async fn documenten(
    engine: &Engine,
    (wie, aanleiding): (&Gebruiker, &Aanleiding),
    dossier: DossierId,
    opmaker: &dyn Opmaker,
) -> Result<Documenten, UitgaveFout> {
    let gelezen = engine.berichtgegevens(wie, dossier, aanleiding).await?;
    let zaak = Zaak::van(&gelezen).ok_or(ReadError::NietGevonden)?;
    let werkgever = werkgever(&zaak, &gelezen)?;
    let bestanden = engine.riv_voor_werkgever(wie, dossier, aanleiding, opmaker).await?;
    let stukken = bestanden.into_iter().filter_map(|bestand| document(&zaak, &gelezen, bestand));
    let stukken = stukken.collect::<Result<Vec<_>, _>>()?;
    let nummers: Vec<&str> = stukken.iter().map(|it| it.nummer.tekst()).collect();
    let referentie = nummer(&["sivi", "documenten", &nummers.join(" ")]);
    let kop = kop(&gelezen, &referentie.to_string())?;
    Documenten::try_new(kop, werkgever, stukken).map_err(UitgaveFout::Documenten)
}

impl Zaak {
    fn van(gelezen: &Berichtgegevens) -> Option<Self> {
        let melding = gelezen.dossier.ziekmelding.first()?;
        Some(Self {
            dossier: gelezen.dossier_id,
            werknemer: melding.werknemer,
            werkgever: melding.werkgever,
            eerste_ziektedag: gelezen.dossier.eerste_ziektedag()?,
        })
    }
}

/// A paper that an employer may have; none for the cover, a form to fill in, and what is not for an employer.
fn document(
    zaak: &Zaak,
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
            kenmerk: Waarde::try_new(&kenmerk(zaak.dossier))?,
            reden: None,
            prioriteit: None,
            bestandtype: None,
            bestandsnaam: Some(Waarde::try_new(&bestand.naam)?),
            adressering: None,
            betreft: betreft(zaak, gelezen)?,
            bestand: bestand.inhoud,
        })
    })
}

/// The burgerservicenummer stands in the papers that ask for it, and not beside them.
fn betreft(zaak: &Zaak, gelezen: &Berichtgegevens) -> Result<Betreft, WaardeFout> {
    let eigen = zaak.werknemer.0.to_string();
    let persoon = gelezen.wie.persoon.as_ref();
    let nummer = persoon.and_then(|it| it.personeelsnummer.as_deref()).unwrap_or(&eigen);
    Ok(Betreft {
        bsn: None,
        werknemer: Waarde::try_new(&eigen)?,
        dienstverband: Waarde::try_new(nummer)?,
        geval: Some(Waarde::try_new(&zaak.dossier.0.to_string())?),
        eerste_dag: zaak.eerste_ziektedag,
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

fn werkgever(zaak: &Zaak, gelezen: &Berichtgegevens) -> Result<Werkgever, UitgaveFout> {
    let bedrijf = gelezen.wie.bedrijf.as_ref().ok_or(UitgaveFout::GeenWerkgever)?;
    let eigen = zaak.werkgever.0.to_string();
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
