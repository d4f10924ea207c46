//! Whom a message is about, who sends it and whom UWV may call: data of category D.

use serde::Serialize;

use crate::codelijst::Code;
use crate::codelijst::uwv::{Adresrol, Geslacht, JaNee, RolKetenpartij, SoortIndiener};
use crate::lezer::Lezer;
use crate::nummer::{AansluitingsnrBv, Bic, Burgerservicenr, IbanNummer, Loonheffingennummer};
use crate::waarde::{Cijfers, Email, Geboortedatum, Postcode, Tekst, UwvDatum};

/// A party between employer and UWV.
#[derive(Clone, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Ketenpartij {
    /// Fiscal number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fiscaal_nr: Option<Burgerservicenr>,
    /// Loonheffingennummer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub loonheffingennr: Option<Loonheffingennummer>,
    /// Name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub naam: Option<Tekst<256>>,
    /// Number of the bedrijfsvereniging.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aansluitingsnr_bv: Option<AansluitingsnrBv>,
    /// The part it plays.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cd_rol_ketenpartij: Option<Code<RolKetenpartij>>,
    /// Sort of sender.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cd_srt_indiener: Option<Code<SoortIndiener>>,
    /// Name of the software.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub naam_software_pakket: Option<Tekst<256>>,
    /// Version of the software.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub versie_software_pakket: Option<Tekst<256>>,
    /// The mark of the sender.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub berichtkenmerk_indiener: Option<Tekst<50>>,
    /// Number in a row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub volg_nr: Option<Cijfers<1, 9>>,
    /// Whom to call there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contactgegevens: Option<Ketencontact>,
}

impl Ketenpartij {
    pub(super) fn lees(lezer: &mut Lezer<'_>) -> Self {
        Self {
            fiscaal_nr: lezer.mag("FiscaalNr"),
            loonheffingennr: lezer.mag("Loonheffingennr"),
            naam: lezer.mag("Naam"),
            aansluitingsnr_bv: lezer.mag("AansluitingsnrBv"),
            cd_rol_ketenpartij: lezer.mag("CdRolKetenpartij"),
            cd_srt_indiener: lezer.mag("CdSrtIndiener"),
            naam_software_pakket: lezer.mag("NaamSoftwarePakket"),
            versie_software_pakket: lezer.mag("VersieSoftwarePakket"),
            berichtkenmerk_indiener: lezer.mag("BerichtkenmerkIndiener"),
            volg_nr: lezer.mag("VolgNr"),
            contactgegevens: lezer
                .mag_groep("Contactgegevens", |groep| Some(Ketencontact::lees(groep))),
        }
    }
}

/// Whom to call at a party in between.
#[derive(Clone, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Ketencontact {
    /// Name of a person or department.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub naam_contactpersoon_afd: Option<Tekst<256>>,
    /// Telephone number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub telefoonnr_contactpersoon_afd: Option<Cijfers<1, 11>>,
}

impl Ketencontact {
    fn lees(lezer: &mut Lezer<'_>) -> Self {
        Self {
            naam_contactpersoon_afd: lezer.mag("NaamContactpersoonAfd"),
            telefoonnr_contactpersoon_afd: lezer.mag("TelefoonnrContactpersoonAfd"),
        }
    }
}

/// Whom the message is about.
#[derive(Clone, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct NatuurlijkPersoon {
    /// Burgerservicenummer.
    pub burgerservicenr: Burgerservicenr,
    /// Day of birth.
    pub geboortedat: Geboortedatum,
    /// Whether the person died.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ind_overlijden: Option<Code<JaNee>>,
    /// Sex.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub geslacht: Option<Code<Geslacht>>,
    /// First name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub eerste_voornaam: Option<Tekst<28>>,
    /// Initials.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub voorletters: Option<Tekst<6>>,
    /// What stands before the surname.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub voorvoegsel: Option<Tekst<10>>,
    /// Surname.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub significant_deel_van_de_achternaam: Option<Tekst<200>>,
    /// Telephone number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub telefoonnr: Option<Cijfers<1, 11>>,
    /// Bank account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bankrekening: Option<Bankrekening>,
}

impl NatuurlijkPersoon {
    pub(super) fn lees(lezer: &mut Lezer<'_>) -> Option<Self> {
        let burgerservicenr = lezer.eis("Burgerservicenr");
        let geboortedat = lezer.eis("Geboortedat");
        let ind_overlijden = lezer.mag("IndOverlijden");
        let geslacht = lezer.mag("Geslacht");
        let eerste_voornaam = lezer.mag("EersteVoornaam");
        let voorletters = lezer.mag("Voorletters");
        let voorvoegsel = lezer.mag("Voorvoegsel");
        let achternaam = lezer.mag("SignificantDeelVanDeAchternaam");
        let telefoonnr = lezer.mag("Telefoonnr");
        let bankrekening = lezer.mag_groep("Bankrekening", Bankrekening::lees);
        Some(Self {
            burgerservicenr: burgerservicenr?,
            geboortedat: geboortedat?,
            ind_overlijden,
            geslacht,
            eerste_voornaam,
            voorletters,
            voorvoegsel,
            significant_deel_van_de_achternaam: achternaam,
            telefoonnr,
            bankrekening,
        })
    }
}

/// A bank account: by its IBAN or by another number, never by both.
#[derive(Clone, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Bankrekening {
    #[serde(skip_serializing_if = "Option::is_none")]
    bankrekeningnr: Option<Tekst<34>>,
    /// Code of the bank.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bic: Option<Bic>,
    #[serde(skip_serializing_if = "Option::is_none")]
    iban: Option<IbanNummer>,
    /// Name of the bank.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub naam_bank: Option<Tekst<70>>,
}

impl Bankrekening {
    /// An account by its IBAN.
    pub fn met_iban(iban: IbanNummer) -> Self {
        Self { bankrekeningnr: None, bic: None, iban: Some(iban), naam_bank: None }
    }

    /// An account by a number that is no IBAN.
    pub fn met_nummer(nummer: Tekst<34>) -> Self {
        Self { bankrekeningnr: Some(nummer), bic: None, iban: None, naam_bank: None }
    }

    pub(super) fn lees(lezer: &mut Lezer<'_>) -> Option<Self> {
        if lezer.heeft("Iban") == lezer.heeft("Bankrekeningnr") {
            lezer.meld("Iban", "(niet herhaald)", "precies een van Iban en Bankrekeningnr");
        }
        let iban = lezer.mag("Iban").map(Self::met_iban);
        let nummer = lezer.mag("Bankrekeningnr").map(Self::met_nummer);
        let (bic, naam_bank) = (lezer.mag("Bic"), lezer.mag("NaamBank"));
        let rekening = iban.or(nummer)?;
        Some(Self { bic, naam_bank, ..rekening })
    }
}

/// An address of the person.
#[derive(Clone, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Adres {
    /// What it is for.
    pub cd_adresrol: Code<Adresrol>,
    /// First day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dat_b: Option<UwvDatum>,
    /// Last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dat_e: Option<UwvDatum>,
    /// Where it is.
    pub straatadres_nederland: StraatadresNederland,
}

impl Adres {
    pub(super) fn lees(lezer: &mut Lezer<'_>) -> Option<Self> {
        let cd_adresrol = lezer.eis("CdAdresrol");
        let (dat_b, dat_e) = (lezer.mag("DatB"), lezer.mag("DatE"));
        let straat = lezer.eis_groep("StraatadresNederland", StraatadresNederland::lees);
        Some(Self { cd_adresrol: cd_adresrol?, dat_b, dat_e, straatadres_nederland: straat? })
    }
}

/// A street and a number in the Netherlands.
#[derive(Clone, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct StraatadresNederland {
    /// Street.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub straatnaam: Option<Tekst<24>>,
    /// House number.
    pub huisnr: Cijfers<1, 5>,
    /// What comes after the number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub huisnrtoevoeging: Option<Tekst<4>>,
    /// Postcode.
    pub postcd: Postcode,
    /// Town.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub woonplaatsnaam: Option<Tekst<80>>,
}

impl StraatadresNederland {
    fn lees(lezer: &mut Lezer<'_>) -> Option<Self> {
        let straatnaam = lezer.mag("Straatnaam");
        let huisnr = lezer.eis("Huisnr");
        let huisnrtoevoeging = lezer.mag("Huisnrtoevoeging");
        let postcd = lezer.eis("Postcd");
        let woonplaatsnaam = lezer.mag("Woonplaatsnaam");
        Some(Self {
            straatnaam,
            huisnr: huisnr?,
            huisnrtoevoeging,
            postcd: postcd?,
            woonplaatsnaam,
        })
    }
}

/// Whom UWV may call about the message.
#[derive(Clone, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct Contactgegevens {
    /// Name of a person or department.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub naam_contactpersoon_afd: Option<Tekst<256>>,
    /// Sex of the person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub geslacht: Option<Code<Geslacht>>,
    /// Telephone number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub telefoon: Option<Cijfers<1, 11>>,
    /// Number of the branch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nr_lokale_vestiging: Option<Cijfers<12, 12>>,
    /// Address for e-mail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub e_mail_adres: Option<Email>,
}

impl Contactgegevens {
    pub(super) fn lees(lezer: &mut Lezer<'_>) -> Self {
        Self {
            naam_contactpersoon_afd: lezer.mag("NaamContactpersoonAfd"),
            geslacht: lezer.mag("Geslacht"),
            telefoon: lezer.mag("Telefoon"),
            nr_lokale_vestiging: lezer.mag("NrLokaleVestiging"),
            e_mail_adres: lezer.mag("EMailAdres"),
        }
    }
}
