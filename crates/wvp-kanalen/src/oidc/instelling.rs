//! How a provider of identities is set up.

use openidconnect::{IssuerUrl, PostLogoutRedirectUrl, RedirectUrl};
use thiserror::Error;
use wvp_lijn::LijnFout;
use zeroize::Zeroizing;

use super::{Aanbieder, Vrager};
use crate::net::{WebadresFout, webadres};
use crate::uitgaand::klant;

/// How a provider of identities is set up.
#[derive(Clone)]
pub struct OidcInstelling {
    /// Its name in addresses: small letters, digits and dashes.
    pub naam: String,
    /// Its name for people.
    pub titel: String,
    /// The address under which it signs: https, or this machine.
    pub uitgever: String,
    /// Our name at the provider.
    pub client: String,
    /// Our secret at the provider.
    pub geheim: Zeroizing<String>,
    /// What is asked beside `openid`.
    pub scopes: Vec<String>,
    /// Values of `acr` that prove a second factor.
    pub acr: Vec<String>,
    /// Values of `amr` that prove a second factor.
    pub amr: Vec<String>,
    /// Where the browser comes back.
    pub terugkeer: String,
    /// Where the browser goes after logging out.
    pub na_uitloggen: String,
    /// An authority to trust beside those of the machine, as PEM.
    pub extra_wortel: Option<String>,
}

/// Why there is no provider with these settings. Repeats nothing of an address or a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum OidcInstelFout {
    /// The name cannot stand in an address.
    #[error("`naam` bestaat uit kleine letters, cijfers en streepjes")]
    Naam,
    /// Something is empty.
    #[error("`{0}` is leeg")]
    Leeg(&'static str),
    /// The address of the provider cannot be used.
    #[error("`uitgever`: {0}")]
    Uitgever(WebadresFout),
    /// Our own address cannot be used.
    #[error("`openbaar_adres`: {0}")]
    Openbaar(WebadresFout),
    /// The extra authority cannot be read.
    #[error("`wortel`: het certificaat is niet te lezen")]
    Wortel,
    /// TLS cannot be set up at all.
    #[error("een beveiligde verbinding is niet in te stellen")]
    Tls,
}

impl Aanbieder {
    /// Checks the settings; nothing is asked of the provider yet, so that a server starts without it.
    ///
    /// # Errors
    ///
    /// When a name, address or authority cannot be used.
    pub fn try_new(instelling: OidcInstelling) -> Result<Self, OidcInstelFout> {
        let is_teken = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-';
        if instelling.naam.is_empty() || !instelling.naam.bytes().all(is_teken) {
            return Err(OidcInstelFout::Naam);
        }
        let gevuld = [
            ("titel", instelling.titel.as_str()),
            ("client", &instelling.client),
            ("geheim", &instelling.geheim),
        ];
        if let Some((veld, _)) = gevuld.iter().find(|(_, waarde)| waarde.trim().is_empty()) {
            return Err(OidcInstelFout::Leeg(veld));
        }
        webadres(&instelling.uitgever).map_err(OidcInstelFout::Uitgever)?;
        for adres in [&instelling.terugkeer, &instelling.na_uitloggen] {
            webadres(adres).map_err(OidcInstelFout::Openbaar)?;
        }
        let geen = |_| OidcInstelFout::Openbaar(WebadresFout::GeenWebadres);
        let uitgever = IssuerUrl::new(instelling.uitgever.clone());
        let klant = klant(instelling.extra_wortel.as_deref()).map_err(|fout| match fout {
            LijnFout::Wortel => OidcInstelFout::Wortel,
            LijnFout::Tls => OidcInstelFout::Tls,
        })?;
        Ok(Self {
            uitgever: uitgever.map_err(|_| OidcInstelFout::Uitgever(WebadresFout::GeenWebadres))?,
            terugkeer: RedirectUrl::new(instelling.terugkeer.clone()).map_err(geen)?,
            na_uitloggen: PostLogoutRedirectUrl::new(instelling.na_uitloggen.clone())
                .map_err(geen)?,
            vrager: Vrager(klant),
            bekend: super::bekend::Bekend::default(),
            instelling,
        })
    }
}

#[cfg(test)]
mod tests {
    use zeroize::Zeroizing;

    use super::{Aanbieder, OidcInstelFout, OidcInstelling};
    use crate::net::WebadresFout;

    fn goed() -> OidcInstelling {
        OidcInstelling {
            naam: "arbodienst".to_owned(),
            titel: "Arbodienst".to_owned(),
            uitgever: "https://login.arbodienst.example".to_owned(),
            client: "poortwachter".to_owned(),
            geheim: Zeroizing::new("geheim".to_owned()),
            scopes: vec![],
            acr: vec![],
            amr: vec![],
            terugkeer: "https://verzuim.arbodienst.example/terug".to_owned(),
            na_uitloggen: "https://verzuim.arbodienst.example/".to_owned(),
            extra_wortel: None,
        }
    }

    fn fout(anders: impl FnOnce(&mut OidcInstelling)) -> Option<OidcInstelFout> {
        let mut instelling = goed();
        anders(&mut instelling);
        Aanbieder::try_new(instelling).err()
    }

    #[test]
    fn wat_niet_deugt_wordt_genoemd() {
        assert_eq!(fout(|_| {}), None);
        assert_eq!(fout(|it| it.naam = "Arbo dienst".to_owned()), Some(OidcInstelFout::Naam));
        assert_eq!(fout(|it| it.client.clear()), Some(OidcInstelFout::Leeg("client")));
        let open = "http://login.arbodienst.example".to_owned();
        let onveilig = WebadresFout::Onbeveiligd;
        assert_eq!(fout(|it| it.uitgever = open.clone()), Some(OidcInstelFout::Uitgever(onveilig)));
        assert_eq!(fout(|it| it.terugkeer = open), Some(OidcInstelFout::Openbaar(onveilig)));
        assert_eq!(fout(|it| it.uitgever = "http://127.0.0.1:9/op".to_owned()), None);
        assert_eq!(fout(|it| it.extra_wortel = Some("x".to_owned())), Some(OidcInstelFout::Wortel));
    }
}
