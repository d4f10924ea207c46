//! What writing messages has in common.

use thiserror::Error;

/// A message that could not be written. It says nothing of the content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("het bericht kon niet worden geschreven")]
pub struct SchrijfFout;

/// XML with its declaration before it and one line end after it.
pub(crate) fn verklaard(xml: &str) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{xml}\n")
}
