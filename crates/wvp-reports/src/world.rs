//! All that the typesetter can see: our templates, our fonts, one JSON file, one date.
//!
//! There is no package, no file system, no network and no clock behind it.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use crate::fonts;

/// Path of the data, as the templates read it.
const DATA_PATH: &str = "/data.json";

const TEMPLATES: [(&str, &str); 4] = [
    ("/huisstijl.typ", include_str!("../typ/huisstijl.typ")),
    ("/blokken.typ", include_str!("../typ/blokken.typ")),
    ("/stuk.typ", include_str!("../typ/stuk.typ")),
    ("/voorblad.typ", include_str!("../typ/voorblad.typ")),
];

static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(|| {
    let source = |(path, text): (&str, &str)| Some(Source::new(file_id(path)?, text.to_owned()));
    TEMPLATES.into_iter().filter_map(source).collect()
});

/// The standard library, with row headers in tables for screen readers (`pdf.header-cell`).
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    let features = [Feature::A11yExtras].into_iter().collect();
    LazyHash::new(Library::builder().with_features(features).build())
});

/// The closed world of one document.
pub(crate) struct DocumentWorld {
    main: FileId,
    data: Bytes,
    today: Datetime,
}

impl DocumentWorld {
    /// Puts `data` (JSON) before the template at `main`; `None` when there is no such template.
    pub(crate) fn try_new(main: &str, data: String, today: Datetime) -> Option<Self> {
        Some(Self { main: file_id(main)?, data: Bytes::from_string(data), today })
    }
}

impl World for DocumentWorld {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        fonts::book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        SOURCES.iter().find(|source| source.id() == id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if Some(id) == file_id(DATA_PATH) {
            Ok(self.data.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts::font(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        Some(self.today)
    }
}

fn file_id(path: &str) -> Option<FileId> {
    VirtualPath::new(path).ok().map(|path| RootedPath::new(VirtualRoot::Project, path).intern())
}

#[cfg(test)]
mod tests {
    use typst::World;
    use typst::diag::FileError;
    use typst::foundations::Datetime;

    use super::{DATA_PATH, DocumentWorld, file_id};

    #[test]
    fn only_templates_and_data_can_be_read() {
        let today = Datetime::from_ymd(2025, 3, 3).unwrap();
        let world = DocumentWorld::try_new("/stuk.typ", "{}".to_owned(), today).unwrap();
        let elsewhere = file_id("/etc/passwd").unwrap();
        assert!(matches!(world.file(elsewhere), Err(FileError::AccessDenied)));
        assert!(matches!(world.source(elsewhere), Err(FileError::AccessDenied)));
        assert!(world.file(file_id(DATA_PATH).unwrap()).is_ok());
        assert!(world.source(world.main()).is_ok());
    }
}
