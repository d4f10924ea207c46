//! What goes wrong, as `application/problem+json` (RFC 9457): what, which rule, what to do, every field that is
//! wrong. Names no person and repeats no text that was typed.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::Serialize;
use wvp_domain::Afwijzing;
use wvp_engine::{
    ExecuteError, Geweigerd, OpmaakFout, PapierError, ReadError, RivError, VoorzetError,
};

/// The content type of a problem.
pub(crate) const INHOUDSOORT: &str = "application/problem+json";

/// A problem, as it goes out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct Probleem {
    /// What kind of problem, as a relative address that does not change.
    #[serde(rename = "type")]
    pub soort: String,
    /// The same in a few words.
    pub title: String,
    /// The status code.
    pub status: u16,
    /// What is wrong here, in Dutch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// Every field that is wrong.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fouten: Vec<Veldfout>,
    /// The rules behind a refusal, with their source.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub grondslag: Vec<String>,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub advies: Option<String>,
    /// Seconds after which it may work, for the header that says so.
    #[serde(skip)]
    pub wacht: Option<u64>,
}

/// One field that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct Veldfout {
    /// The field, with its place (`a.gehouden_op`, `perioden[1].hersteld_per`).
    pub veld: String,
    /// What should hold.
    pub regel: String,
    /// What was filled in, when that is no free text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waarde: Option<String>,
}

/// The kinds of problems; the words do not change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Soort {
    Invoer,
    NietIngelogd,
    MagNiet,
    NietGevonden,
    Methode,
    Afgewezen,
    Ingehaald,
    TeGroot,
    Inhoudsoort,
    TeVaak,
    Druk,
    Inlogdienst,
    Storing,
}

impl Soort {
    pub(crate) fn status(self) -> StatusCode {
        match self {
            Self::Invoer => StatusCode::BAD_REQUEST,
            Self::NietIngelogd => StatusCode::UNAUTHORIZED,
            Self::MagNiet => StatusCode::FORBIDDEN,
            Self::NietGevonden => StatusCode::NOT_FOUND,
            Self::Methode => StatusCode::METHOD_NOT_ALLOWED,
            Self::Afgewezen => StatusCode::CONFLICT,
            Self::Ingehaald => StatusCode::PRECONDITION_FAILED,
            Self::TeGroot => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Inhoudsoort => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TeVaak => StatusCode::TOO_MANY_REQUESTS,
            Self::Inlogdienst => StatusCode::BAD_GATEWAY,
            Self::Druk => StatusCode::SERVICE_UNAVAILABLE,
            Self::Storing => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn woord(self) -> &'static str {
        match self {
            Self::Invoer => "invoer",
            Self::NietIngelogd => "niet-ingelogd",
            Self::MagNiet => "mag-niet",
            Self::NietGevonden => "niet-gevonden",
            Self::Methode => "methode",
            Self::Afgewezen => "afgewezen",
            Self::Ingehaald => "ingehaald",
            Self::TeGroot => "te-groot",
            Self::Inhoudsoort => "inhoudsoort",
            Self::TeVaak => "te-vaak",
            Self::Inlogdienst => "inlogdienst",
            Self::Druk => "druk",
            Self::Storing => "storing",
        }
    }

    pub(crate) fn titel(self) -> &'static str {
        match self {
            Self::Invoer => "De invoer klopt niet",
            Self::NietIngelogd => "U bent niet ingelogd",
            Self::MagNiet => "Dit mag u niet",
            Self::NietGevonden => "Niet gevonden",
            Self::Methode => "Deze methode kan hier niet",
            Self::Afgewezen => "Dit kan niet in dit dossier",
            Self::Ingehaald => "Iemand anders was u voor",
            Self::TeGroot => "Het verzoek is te groot",
            Self::Inhoudsoort => "Deze soort inhoud kan hier niet",
            Self::TeVaak => "Te veel verzoeken",
            Self::Inlogdienst => "De inlogdienst antwoordt niet",
            Self::Druk => "Het is te druk",
            Self::Storing => "Er ging iets mis",
        }
    }
}

impl Probleem {
    pub(crate) fn van(soort: Soort) -> Self {
        Self {
            soort: format!("/problemen/{}", soort.woord()),
            title: soort.titel().to_owned(),
            status: soort.status().as_u16(),
            detail: None,
            fouten: vec![],
            grondslag: vec![],
            advies: None,
            wacht: None,
        }
    }

    /// Whether it is of this kind.
    pub(crate) fn is(&self, soort: Soort) -> bool {
        self.woord() == soort.woord()
    }

    /// The fixed word of its kind.
    pub(crate) fn woord(&self) -> &str {
        self.soort.rsplit('/').next().unwrap_or_default()
    }

    pub(crate) fn met_detail(self, detail: impl Into<String>) -> Self {
        Self { detail: Some(detail.into()), ..self }
    }

    /// Somebody asks, or tries, too often.
    pub(crate) fn te_vaak(seconden: u64) -> Self {
        let detail = format!("Te vaak geprobeerd. Over {seconden} seconden kan het weer.");
        Self { wacht: Some(seconden), ..Self::van(Soort::TeVaak) }.met_detail(detail)
    }

    pub(crate) fn invoer(fouten: Vec<Veldfout>) -> Self {
        let detail = match fouten.len() {
            1 => "Eén veld klopt niet.".to_owned(),
            aantal => format!("{aantal} velden kloppen niet."),
        };
        Self { fouten, ..Self::van(Soort::Invoer) }.met_detail(detail)
    }

    /// A failure that is ours. What it was is for the log, not for who asked.
    pub(crate) fn storing(fout: &dyn std::error::Error) -> Self {
        tracing::error!(%fout, "verzoek mislukt");
        Self::van(Soort::Storing).met_detail("Er is niets gewijzigd. Probeer het later opnieuw.")
    }
}

impl IntoResponse for Probleem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        // Words and numbers only: there is nothing in it that JSON cannot say.
        let lijf = serde_json::to_vec(&self).unwrap_or_default();
        let soort = [(header::CONTENT_TYPE, HeaderValue::from_static(INHOUDSOORT))];
        let mut antwoord = (status, soort, lijf).into_response();
        if let Some(seconden) = self.wacht {
            antwoord.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconden));
        }
        antwoord
    }
}

impl From<ReadError> for Probleem {
    fn from(fout: ReadError) -> Self {
        match fout {
            ReadError::NietGevonden => Self::van(Soort::NietGevonden),
            ReadError::Store(fout) => Self::storing(&fout),
        }
    }
}

impl From<Geweigerd> for Probleem {
    fn from(nee: Geweigerd) -> Self {
        let grondslag = nee.regels.iter().map(|regel| (*regel).to_owned()).collect();
        Self { grondslag, ..Self::van(Soort::MagNiet) }.met_detail(nee.uitleg)
    }
}

impl From<Afwijzing> for Probleem {
    fn from(nee: Afwijzing) -> Self {
        let grondslag = nee.grondslag();
        Self {
            grondslag: vec![grondslag.regel.to_owned(), grondslag.bron.to_owned()],
            advies: Some(nee.advies().to_owned()),
            ..Self::van(Soort::Afgewezen)
        }
        .met_detail(nee.to_string())
    }
}

impl From<PapierError> for Probleem {
    fn from(fout: PapierError) -> Self {
        match fout {
            PapierError::Lezen(fout) => fout.into(),
            PapierError::Geweigerd(nee) => nee.into(),
            PapierError::Afgewezen(nee) => nee.into(),
            PapierError::Ontbreekt(_) => {
                Self::van(Soort::NietGevonden).met_detail(fout.to_string())
            }
            PapierError::Opmaak(fout) => fout.into(),
        }
    }
}

impl From<VoorzetError> for Probleem {
    fn from(fout: VoorzetError) -> Self {
        match fout {
            VoorzetError::Lezen(fout) => fout.into(),
            VoorzetError::Geweigerd(nee) => nee.into(),
        }
    }
}

impl From<RivError> for Probleem {
    fn from(fout: RivError) -> Self {
        match fout {
            RivError::Lezen(fout) => fout.into(),
            RivError::Opmaak(fout) => fout.into(),
        }
    }
}

impl From<OpmaakFout> for Probleem {
    fn from(fout: OpmaakFout) -> Self {
        match &fout {
            OpmaakFout::Ontbreekt(wat) => Self::van(Soort::NietGevonden).met_detail(wat),
            OpmaakFout::PastNiet(waarom) => Self::van(Soort::Afgewezen).met_detail(waarom),
            OpmaakFout::Mislukt(_) => Self::storing(&fout),
        }
    }
}

impl From<ExecuteError> for Probleem {
    fn from(fout: ExecuteError) -> Self {
        if fout.is_drukte() {
            let detail = "Anderen schreven tegelijk hetzelfde bij. Er is niets gewijzigd; probeer het opnieuw.";
            return Self::van(Soort::Druk).met_detail(detail);
        }
        match fout {
            ExecuteError::Afgewezen(nee) => nee.into(),
            ExecuteError::WerknemerAfgewezen(nee) => afgewezen(&nee),
            ExecuteError::WerkgeverAfgewezen(nee) => afgewezen(&nee),
            ExecuteError::BevoegdheidGeweigerd(nee) => afgewezen(&nee),
            ExecuteError::PostvakGeweigerd(nee) => afgewezen(&nee),
            ExecuteError::InlogGeweigerd(nee) => afgewezen(&nee),
            ExecuteError::Ingehaald => {
                let detail = "Het dossier is gewijzigd sinds u het las. Lees het opnieuw.";
                Self::van(Soort::Ingehaald).met_detail(detail)
            }
            ExecuteError::Geweigerd(nee) => nee.into(),
            ExecuteError::NietGevonden => Self::van(Soort::NietGevonden),
            ExecuteError::Store(fout) => Self::storing(&fout),
        }
    }
}

fn afgewezen(nee: &dyn std::error::Error) -> Probleem {
    Probleem::van(Soort::Afgewezen).met_detail(nee.to_string())
}
