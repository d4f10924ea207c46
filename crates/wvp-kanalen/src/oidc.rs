//! Asking another party who is at the browser: OpenID Connect, by code with PKCE. Who that is here, and what that one
//! may, is for others to say.
//!
//! Nothing is kept of a log-in that runs: all that must come back is made from one secret that only the browser
//! holds ([`Ronde`]), so any node can finish what another began.

mod bekend;
mod instelling;
mod ronde;

use std::fmt;
use std::time::Duration;

use http_body_util::Full;
use hyper::body::Bytes;
use hyper::{Request, Response};
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreClientAuthMethod, CoreIdToken, CoreJwsSigningAlgorithm,
};
use openidconnect::{
    AuthType, AuthenticationContextClass, AuthorizationCode, ClaimsVerificationError, ClientId,
    ClientSecret, CsrfToken, EndpointMaybeSet, EndpointNotSet, EndpointSet, HttpRequest,
    HttpResponse, IssuerUrl, LogoutRequest, Nonce, PkceCodeChallenge, PkceCodeVerifier,
    PostLogoutRedirectUrl, ProviderMetadataWithLogout, RedirectUrl, RequestTokenError, Scope,
    SignatureVerificationError, TokenResponse as _,
};
use thiserror::Error;
use tracing::warn;
use wvp_lijn::is_deze_machine;

use crate::uitgaand::{Klant, VraagFout, vraag};
use bekend::Bekend;

pub use instelling::{OidcInstelFout, OidcInstelling};
pub use ronde::Ronde;

/// The longest that a provider may take to answer.
const TERMIJN: Duration = Duration::from_secs(10);
/// A list of keys or a token is a few thousand bytes.
const BYTES_HOOGSTENS: usize = 1 << 20;

/// What anybody signs with that can be checked with a public key. Never a shared secret, never nothing.
const ONDERTEKEND: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// A client that knows where this provider answers.
type Gesprek = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// A provider of identities.
pub struct Aanbieder {
    instelling: OidcInstelling,
    uitgever: IssuerUrl,
    terugkeer: RedirectUrl,
    na_uitloggen: PostLogoutRedirectUrl,
    vrager: Vrager,
    bekend: Bekend,
}

/// Who a provider says that it is.
pub struct Persoon {
    /// The provider (`iss`).
    pub uitgever: String,
    /// The name that it knows this person by (`sub`).
    pub onderwerp: String,
    /// Whether it proves, by what was agreed with it, that a second factor was shown.
    pub tweede_factor: bool,
}

/// Why nobody came of it. Repeats nothing that the provider said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum OidcFout {
    /// The provider does not answer, or not as one does.
    #[error("de inlogdienst antwoordt niet")]
    Onbereikbaar,
    /// The answer is no, or proves nothing.
    #[error("de inlogdienst geeft geen bewijs")]
    Geweigerd,
}

/// What came back with the browser.
#[derive(Clone, Copy)]
pub struct Terugkeer<'a> {
    /// The code, for one use.
    pub code: &'a str,
    /// What must be of this round.
    pub state: &'a str,
    /// The provider, where it says so (RFC 9207).
    pub uitgever: Option<&'a str>,
}

impl Aanbieder {
    /// Its name in addresses.
    #[must_use]
    pub fn naam(&self) -> &str {
        &self.instelling.naam
    }

    /// Its name for people.
    #[must_use]
    pub fn titel(&self) -> &str {
        &self.instelling.titel
    }

    /// The provider as it signs (`iss`).
    #[must_use]
    pub fn uitgever(&self) -> &str {
        &self.instelling.uitgever
    }

    /// Where to send the browser.
    ///
    /// # Errors
    ///
    /// [`OidcFout::Onbereikbaar`].
    pub async fn begin(&self, ronde: &Ronde<'_>, nu_seconden: i64) -> Result<String, OidcFout> {
        let gesprek = self.gesprek(self.bekend.nu(self, nu_seconden).await?);
        let (state, nonce) = (CsrfToken::new(ronde.state()), Nonce::new(ronde.nonce()));
        let pkce = PkceCodeVerifier::new(ronde.pkce());
        let mut vraag = gesprek
            .authorize_url(CoreAuthenticationFlow::AuthorizationCode, || state, || nonce)
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&pkce));
        for scope in &self.instelling.scopes {
            vraag = vraag.add_scope(Scope::new(scope.clone()));
        }
        for acr in &self.instelling.acr {
            vraag = vraag.add_auth_context_value(AuthenticationContextClass::new(acr.clone()));
        }
        let (adres, ..) = vraag.url();
        Ok(adres.to_string())
    }

    /// Who came back.
    ///
    /// # Errors
    ///
    /// [`OidcFout::Geweigerd`] for what is not of this round or not proven, [`OidcFout::Onbereikbaar`].
    pub async fn wie(
        &self,
        terug: Terugkeer<'_>,
        ronde: &Ronde<'_>,
        nu_seconden: i64,
    ) -> Result<Persoon, OidcFout> {
        let van_ander = terug.uitgever.is_some_and(|it| it != self.uitgever());
        if van_ander || !ronde.is_van(terug.state) {
            return Err(self.nee("niet van deze ronde"));
        }
        let gesprek = self.gesprek(self.bekend.nu(self, nu_seconden).await?);
        let id_token = self.wissel(&gesprek, terug.code, ronde).await?;
        let nonce = Nonce::new(ronde.nonce());
        match self.lees(&gesprek, &id_token, &nonce, nu_seconden) {
            // Signed with a key that nobody knows here: it may have been renewed since we looked.
            Err(fout) if is_onbekende_sleutel(&fout) => {
                let gesprek = self.gesprek(self.bekend.opnieuw(self, nu_seconden).await?);
                self.lees(&gesprek, &id_token, &nonce, nu_seconden)
            }
            gelezen => gelezen,
        }
        .map_err(|fout| self.nee(waarom(&fout)))
    }

    /// Where the browser logs out at the provider, if that offers it and answers.
    pub async fn uitlogadres(&self, nu_seconden: i64) -> Option<String> {
        let bekend = self.bekend.nu(self, nu_seconden).await.ok()?;
        let adres = bekend.additional_metadata().end_session_endpoint.clone()?;
        let vraag = LogoutRequest::from(adres)
            .set_client_id(ClientId::new(self.instelling.client.clone()))
            .set_post_logout_redirect_uri(self.na_uitloggen.clone());
        Some(vraag.http_get_url().to_string())
    }

    fn gesprek(&self, bekend: ProviderMetadataWithLogout) -> Gesprek {
        // By default a client shows its secret in a header; a provider that does not take that says so.
        let wijzen = bekend.token_endpoint_auth_methods_supported();
        let in_kop = wijzen.is_none_or(|it| it.contains(&CoreClientAuthMethod::ClientSecretBasic));
        let geheim = ClientSecret::new(self.instelling.geheim.to_string());
        let client = ClientId::new(self.instelling.client.clone());
        CoreClient::from_provider_metadata(bekend, client, Some(geheim))
            .set_auth_type(if in_kop { AuthType::BasicAuth } else { AuthType::RequestBody })
            .set_redirect_uri(self.terugkeer.clone())
    }

    /// Trades the code for what the provider signed. It takes a code once.
    async fn wissel(
        &self,
        gesprek: &Gesprek,
        code: &str,
        ronde: &Ronde<'_>,
    ) -> Result<CoreIdToken, OidcFout> {
        let verzoek = gesprek.exchange_code(AuthorizationCode::new(code.to_owned()));
        let verzoek = verzoek.map_err(|_| self.stil("geen adres voor codes"))?;
        let verzoek = verzoek.set_pkce_verifier(PkceCodeVerifier::new(ronde.pkce()));
        let antwoord = verzoek.request_async(&self.vrager).await.map_err(|fout| match fout {
            RequestTokenError::ServerResponse(_) => self.nee("de code is niet aangenomen"),
            RequestTokenError::Request(_) => self.stil("geen verbinding"),
            RequestTokenError::Parse(..) | RequestTokenError::Other(_) => {
                self.stil("vreemd antwoord")
            }
        })?;
        antwoord.id_token().cloned().ok_or_else(|| self.nee("geen bewijs bij het antwoord"))
    }

    fn lees(
        &self,
        gesprek: &Gesprek,
        id_token: &CoreIdToken,
        nonce: &Nonce,
        nu_seconden: i64,
    ) -> Result<Persoon, ClaimsVerificationError> {
        let nu = chrono::DateTime::from_timestamp(nu_seconden, 0).unwrap_or_default();
        let keurder =
            gesprek.id_token_verifier().set_allowed_algs(ONDERTEKEND).set_time_fn(move || nu);
        let claims = id_token.claims(&keurder, nonce)?;
        let in_lijst = |lijst: &[String], woord: &str| lijst.iter().any(|it| it == woord);
        let acr = claims.auth_context_ref().is_some_and(|it| in_lijst(&self.instelling.acr, it));
        let amr = claims.auth_method_refs().into_iter().flatten();
        let amr = amr.into_iter().any(|it| in_lijst(&self.instelling.amr, it));
        Ok(Persoon {
            uitgever: claims.issuer().to_string(),
            onderwerp: claims.subject().to_string(),
            tweede_factor: acr || amr,
        })
    }

    /// Says in the log which step it was; never what the provider or the browser sent.
    fn nee(&self, stap: &'static str) -> OidcFout {
        warn!(aanbieder = self.naam(), stap, "inlog van elders zonder bewijs");
        OidcFout::Geweigerd
    }

    fn stil(&self, stap: &'static str) -> OidcFout {
        warn!(aanbieder = self.naam(), stap, "inlogdienst niet bereikbaar");
        OidcFout::Onbereikbaar
    }
}

fn is_onbekende_sleutel(fout: &ClaimsVerificationError) -> bool {
    matches!(
        fout,
        ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey)
    )
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the library adds reasons; all mean no")]
fn waarom(fout: &ClaimsVerificationError) -> &'static str {
    match fout {
        ClaimsVerificationError::Expired(_) => "het bewijs is verlopen",
        ClaimsVerificationError::InvalidAudience(_) => "het bewijs is voor een ander",
        ClaimsVerificationError::InvalidIssuer(_) => "het bewijs is van een ander",
        ClaimsVerificationError::InvalidNonce(_) => "het bewijs is van een andere ronde",
        ClaimsVerificationError::SignatureVerification(_) => "de handtekening klopt niet",
        _ => "het bewijs deugt niet",
    }
}

/// Prints neither secret nor address.
impl fmt::Debug for Aanbieder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Aanbieder").field(&self.instelling.naam).finish()
    }
}

/// Puts the questions of the library to the provider, over our own connections.
struct Vrager(Klant);

impl Vrager {
    async fn stel(&self, verzoek: HttpRequest) -> Result<HttpResponse, VraagFout> {
        let uri = verzoek.uri();
        // What a provider announces of itself is held to the same rule as its own address.
        let veilig = uri.scheme_str() == Some("https") || uri.host().is_some_and(is_deze_machine);
        if !veilig {
            return Err(VraagFout::Verbinding);
        }
        let (delen, lijf) = verzoek.into_parts();
        let verzoek = Request::from_parts(delen, Full::new(Bytes::from(lijf)));
        let antwoord = vraag(&self.0, verzoek, TERMIJN, BYTES_HOOGSTENS).await?;
        let (delen, lijf) = antwoord.into_parts();
        Ok(Response::from_parts(delen, lijf.to_vec()))
    }
}

impl<'c> openidconnect::AsyncHttpClient<'c> for Vrager {
    type Error = VraagFout;
    type Future =
        std::pin::Pin<Box<dyn Future<Output = Result<HttpResponse, VraagFout>> + Send + 'c>>;

    fn call(&'c self, verzoek: HttpRequest) -> Self::Future {
        Box::pin(self.stel(verzoek))
    }
}
