//! A message to UWV made from a dossier: what the dossier knows, what whoever reports adds, and what is missing.

use serde_json::{Map, Value, json};
use thiserror::Error;
use wvp_domain::mijlpaal::gedeeld::Adres;
use wvp_domain::rekenmachine::InvoerFout;
use wvp_domain::wachttijd::{Keten, ketens};
use wvp_domain::werkgever::Bedrijf;
use wvp_domain::werknemer::{Contractduur, Dienstverband, Geslacht, Persoon};
use wvp_domain::{Datum, Dossier, termijn::Verloop};

use super::{Bericht, valideer};
use crate::invoer::{Invoer, JsonFout};

const ACHTERNAAM: &str = "NatuurlijkPersoon.SignificantDeelVanDeAchternaam";

/// What is reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Soort {
    /// Illness of 42 weeks.
    Melding42eWeek,
    /// Recovery: after a 42e-weeksmelding, or from a vangnet.
    Herstelmelding,
    /// Illness under a vangnet.
    Ziekteaangifte,
}

impl Soort {
    /// Every kind.
    pub const ALLE: [Self; 3] = [Self::Melding42eWeek, Self::Herstelmelding, Self::Ziekteaangifte];

    /// Its word, where one is typed.
    #[must_use]
    pub fn woord(self) -> &'static str {
        match self {
            Self::Melding42eWeek => "melding-42e-week",
            Self::Herstelmelding => "herstelmelding",
            Self::Ziekteaangifte => "ziekteaangifte",
        }
    }
}

/// What a message is made of, as far as whoever reports may read it. Has no `Debug`: it holds names.
pub struct Bron<'a> {
    /// The dossier.
    pub dossier: &'a Dossier,
    /// The employee, if known.
    pub persoon: Option<&'a Persoon>,
    /// The burgerservicenummer, if known.
    pub bsn: Option<&'a str>,
    /// The employer, if known.
    pub bedrijf: Option<&'a Bedrijf>,
    /// The mark of the sender: the same for the same report, and about nobody.
    pub referentie: String,
}

/// What no fact of a dossier holds, by the element names of UWV. Has no `Debug`: it may say why somebody is ill.
#[derive(Clone, Default, PartialEq)]
pub struct Aanvulling(Map<String, Value>);

impl Aanvulling {
    /// Reads the fields of a report.
    ///
    /// # Errors
    ///
    /// [`JsonFout`], which tells the place and nothing of the content.
    pub fn uit_json(json: &str) -> Result<Self, JsonFout> {
        let fout = |fout: serde_json::Error| JsonFout { regel: fout.line(), kolom: fout.column() };
        serde_json::from_str(json).map(Self).map_err(fout)
    }
}

/// A field that is missing or wrong, and where it is filled in.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{fout}; aan te vullen in: {waar}")]
pub struct Gemis {
    /// The field and its rule.
    pub fout: InvoerFout,
    /// Where it is filled in.
    pub waar: &'static str,
}

/// Makes a message.
///
/// # Errors
///
/// Everything that is missing or wrong, all at once. Nothing of it says who somebody is or why ill.
pub fn opmaken(
    soort: Soort,
    bron: &Bron<'_>,
    aanvulling: &Aanvulling,
) -> Result<Bericht, Vec<Gemis>> {
    let (naam, mut melding, perioden) = match soort {
        Soort::Melding42eWeek => week_42(bron),
        Soort::Herstelmelding => herstel(bron, aanvulling),
        Soort::Ziekteaangifte => ziekte(bron),
    };
    let mut fouten = vec![];
    for (veld, waarde) in &aanvulling.0 {
        if melding.contains_key(veld) {
            fouten.push(fout(format!("{naam}.{veld}"), "dit veld komt uit het dossier"));
        } else {
            melding.insert(veld.clone(), waarde.clone());
        }
    }
    if bron.persoon.is_none_or(|persoon| persoon.naamdelen.is_none()) {
        fouten.push(fout(ACHTERNAAM.to_owned(), "dit veld is verplicht"));
    }
    let bericht = json!({
        "CdBerichtType": "VM",
        "NatuurlijkPersoon": persoon(bron),
        "Adres": bron.persoon.map(|it| adres(&it.adres)),
        "Contactgegevens": bron.bedrijf.map(contact),
        naam: melding,
        "AoPeriode": perioden,
        "AdministratieveEenheid": eenheid(bron),
    });
    let gelezen = Invoer::uit_json(&bericht.to_string());
    let gelezen = gelezen.map_err(|_| vec![fout("(bericht)".to_owned(), "geen goede JSON")]);
    match gelezen.and_then(|invoer| valideer(&invoer)) {
        Ok(bericht) if fouten.is_empty() => Ok(bericht),
        Ok(_) => Err(fouten.into_iter().map(Gemis::van).collect()),
        Err(meer) => Err(fouten.into_iter().chain(meer).map(Gemis::van).collect()),
    }
}

type Velden = Map<String, Value>;

fn week_42(bron: &Bron<'_>) -> (&'static str, Velden, Vec<Value>) {
    let keten = keten(bron.dossier);
    let eerder =
        keten.iter().filter_map(|it| it.perioden.split_last()).flat_map(|(_, eerder)| eerder);
    let perioden: Vec<Value> = eerder
        .filter_map(|periode| {
            let laatste = periode.hersteld_per?.vorige();
            let eerste = uwv(periode.eerste_ziektedag);
            Some(json!({ "DatEersteAoDag": eerste, "DatLaatsteAoDag": uwv(laatste) }))
        })
        .collect();
    let onafgebroken = if perioden.is_empty() { "1" } else { "2" };
    let velden = [
        ("ReferentieMelding", Some(bron.referentie.clone())),
        ("DatEersteAoDag", keten.map(|it| uwv(it.verschoven_eerste_ziektedag()))),
        ("IndOnafgebrokenAo", Some(onafgebroken.to_owned())),
    ];
    ("MeldingLangdurigAo", bekend(velden), perioden)
}

/// Recovery after a report of 42 weeks is another message than work resumed from a vangnet.
fn herstel(bron: &Bron<'_>, aanvulling: &Aanvulling) -> (&'static str, Velden, Vec<Value>) {
    let dossier = bron.dossier;
    let hersteld = dossier.perioden().last().and_then(|it| it.hersteld_per).map(uwv);
    let eerste = keten(dossier).map(|it| uwv(it.verschoven_eerste_ziektedag()));
    let referentie = ("ReferentieMelding", Some(bron.referentie.clone()));
    let deels = aanvulling.0.contains_key("WerkhervattingGedeeltelijk");
    if !deels && !dossier.melding_42e_week.is_empty() {
        let velden = [referentie, ("DatHersteld", hersteld), ("DatEersteAoDag", eerste)];
        return ("MeldingHersteldLangdurigAo", bekend(velden), vec![]);
    }
    let begin = dossier.perioden().last().map(|it| uwv(it.eerste_ziektedag));
    let mut velden = bekend([referentie, ("DatEersteAoDag", begin)]);
    if !deels {
        velden.insert("VolledigHersteld".to_owned(), bekend([("DatHersteld", hersteld)]).into());
    }
    ("MeldingWerkhervatting", velden, vec![])
}

fn ziekte(bron: &Bron<'_>) -> (&'static str, Velden, Vec<Value>) {
    let dossier = bron.dossier;
    let begin = dossier.perioden().last().map(|it| it.eerste_ziektedag);
    let eerste = dossier.ziekmelding.iter().map(|it| (it.eerste_ziektedag, it.gemeld_op));
    let later = dossier.hernieuwde_ziekmelding.iter().map(|it| (it.eerste_ziektedag, it.gemeld_op));
    let gemeld = eerste.chain(later).find(|(dag, _)| Some(*dag) == begin).map(|(_, op)| op);
    let einde = (!dossier.einde_dienstverband.is_empty()).then(|| "1".to_owned());
    let velden = [
        ("ReferentieMelding", Some(bron.referentie.clone())),
        ("DatEersteAoDag", begin.map(uwv)),
        ("DatOntvangstMeldingWerkgever", gemeld.map(uwv)),
        ("GemiddeldAantWerkurenPerWeek", bron.persoon.map(uren)),
        ("IndEDnstvrbndCtrTijdensZiekte", einde),
    ];
    ("MeldingZiekte", bekend(velden), vec![])
}

fn keten(dossier: &Dossier) -> Option<Keten> {
    let verloop = Verloop::uit_dossier(dossier);
    ketens(&verloop.perioden, &verloop.verlof).pop()
}

fn persoon(bron: &Bron<'_>) -> Velden {
    let delen = bron.persoon.and_then(|it| it.naamdelen.as_ref());
    bekend([
        ("Burgerservicenr", bron.bsn.map(str::to_owned)),
        ("Geboortedat", bron.persoon.map(|it| uwv(it.geboortedatum))),
        ("Geslacht", bron.persoon.and_then(|it| it.geslacht).map(geslacht)),
        ("Voorletters", delen.map(|it| it.voorletters.clone())),
        ("Voorvoegsel", delen.and_then(|it| it.voorvoegsel.clone())),
        ("SignificantDeelVanDeAchternaam", delen.map(|it| it.achternaam.clone())),
        ("Telefoonnr", bron.persoon.and_then(|it| it.telefoon.as_deref()).map(telefoon)),
    ])
}

/// The source has the values only (0, 1, 2, 9); they are those of ISO/IEC 5218, and so is what they mean here.
fn geslacht(geslacht: Geslacht) -> String {
    let code = match geslacht {
        Geslacht::Man => "1",
        Geslacht::Vrouw => "2",
        Geslacht::Anders => "9",
    };
    code.to_owned()
}

fn adres(adres: &Adres) -> Value {
    let cijfers = adres.huisnummer.bytes().take_while(u8::is_ascii_digit).count();
    let (nummer, toevoeging) = adres.huisnummer.split_at(cijfers);
    let toevoeging = Some(toevoeging.trim()).filter(|it| !it.is_empty());
    // UWV has room for 24 characters of a street.
    let straat: String = adres.straat.chars().take(24).collect();
    let velden = bekend([
        ("Straatnaam", Some(straat.trim().to_owned())),
        ("Huisnr", Some(nummer.to_owned())),
        ("Huisnrtoevoeging", toevoeging.map(str::to_owned)),
        ("Postcd", Some(adres.postcode.replace(' ', ""))),
        ("Woonplaatsnaam", Some(adres.plaats.clone())),
    ]);
    json!({ "CdAdresrol": "W", "StraatadresNederland": velden })
}

fn contact(bedrijf: &Bedrijf) -> Velden {
    bekend([
        ("NaamContactpersoonAfd", Some(bedrijf.contact.naam.clone())),
        ("Telefoon", bedrijf.contact_telefoon.as_deref().map(telefoon)),
        ("EMailAdres", Some(bedrijf.contact.email.clone())),
    ])
}

fn eenheid(bron: &Bron<'_>) -> Velden {
    let mut velden = bekend([
        ("Loonheffingennr", bron.bedrijf.map(|it| it.loonheffingennummer.clone())),
        ("Naam", bron.bedrijf.map(|it| it.naam.clone())),
    ]);
    if let Some(persoon) = bron.persoon {
        velden.insert("Arbeidsverhouding".to_owned(), arbeidsverhouding(persoon).into());
    }
    velden
}

fn arbeidsverhouding(persoon: &Persoon) -> Velden {
    let dienstverband = persoon.dienstverband.as_ref();
    let duur = |it: &Dienstverband| {
        it.duur.map(|duur| match duur {
            Contractduur::Bepaald => "B".to_owned(),
            Contractduur::Onbepaald => "O".to_owned(),
        })
    };
    bekend([
        ("Personeelsnr", persoon.personeelsnummer.clone()),
        ("NaamBeroepOngecodeerd", Some(persoon.functie.clone())),
        ("DatB", dienstverband.map(|it| uwv(it.begin))),
        ("DatE", dienstverband.and_then(|it| it.einde).map(uwv)),
        ("CdContractOnbepaaldeTijd", dienstverband.and_then(duur)),
    ])
}

/// The fields that are known; an empty text is none.
fn bekend<const N: usize>(velden: [(&str, Option<String>); N]) -> Velden {
    let bekend = velden.into_iter().filter_map(|(naam, waarde)| {
        let waarde = waarde.filter(|waarde| !waarde.is_empty())?;
        Some((naam.to_owned(), Value::String(waarde)))
    });
    bekend.collect()
}

/// A day as UWV writes it.
fn uwv(dag: Datum) -> String {
    dag.to_string().replace('-', "")
}

/// The digits of a telephone number, as dialled in the Netherlands.
fn telefoon(nummer: &str) -> String {
    let landelijk = nummer.trim().strip_prefix("+31").map(|rest| format!("0{rest}"));
    let nummer = landelijk.unwrap_or_else(|| nummer.to_owned());
    nummer.chars().filter(char::is_ascii_digit).collect()
}

fn uren(persoon: &Persoon) -> String {
    let minuten = persoon.uren_per_week_minuten;
    format!("{:02}{:02}", minuten / 60, minuten % 60)
}

fn fout(veld: String, regel: &str) -> InvoerFout {
    InvoerFout { veld, waarde: "(niet herhaald)".to_owned(), regel: regel.to_owned() }
}

impl Gemis {
    fn van(fout: InvoerFout) -> Self {
        Self { waar: waar(&fout.veld), fout }
    }
}

/// Where a field is filled in, by its path; the first that fits.
fn waar(veld: &str) -> &'static str {
    const PLAATSEN: [(&str, &str); 8] = [
        ("NatuurlijkPersoon.Burgerservicenr", "het burgerservicenummer van de werknemer"),
        ("NatuurlijkPersoon", "de gegevens van de werknemer"),
        ("Adres", "het adres in de gegevens van de werknemer"),
        ("Contactgegevens", "de contactpersoon in de gegevens van de werkgever"),
        ("AdministratieveEenheid.Arbeidsverhouding", "het dienstverband van de werknemer"),
        ("AdministratieveEenheid", "de gegevens van de werkgever"),
        ("AoPeriode", "de ziekteperioden in het dossier"),
        ("MeldingLangdurigAo", "de ziekmelding in het dossier"),
    ];
    if veld.ends_with("DatHersteld") {
        return "de herstelmelding in het dossier";
    }
    if veld.ends_with("DatEersteAoDag") {
        return "de ziekmelding in het dossier";
    }
    let gevonden = PLAATSEN.into_iter().find(|(begin, _)| veld.starts_with(begin));
    gevonden.map_or("de invoer (--invoer)", |(_, plaats)| plaats)
}
