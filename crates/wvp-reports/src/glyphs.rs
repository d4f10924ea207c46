//! Makes texts printable: a PDF/A file may not hold a character without a glyph.

use serde_json::Value;

use crate::fonts::covers;

/// Stands for a character that the fonts do not have. The template explains it.
const REPLACEMENT: char = '□';

/// Longest run without a place to break a line, in characters; longer runs get one.
const RUN_MAX: usize = 30;

/// Cleans every text within `value`; says whether a character had to be replaced.
pub(crate) fn make_printable(value: &mut Value) -> bool {
    match value {
        Value::String(text) => {
            let (printable, replaced) = printable(text);
            *text = printable;
            replaced
        }
        Value::Array(items) => {
            items.iter_mut().fold(false, |replaced, item| make_printable(item) | replaced)
        }
        Value::Object(fields) => {
            fields.values_mut().fold(false, |replaced, field| make_printable(field) | replaced)
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

fn printable(text: &str) -> (String, bool) {
    let mut result = String::with_capacity(text.len());
    let mut run_length = 0_usize;
    let mut any_replaced = false;
    for character in text.replace("\r\n", "\n").chars() {
        let Some(shown) = shown(character) else { continue };
        any_replaced |= shown != character && shown == REPLACEMENT;
        run_length = if shown.is_whitespace() { 0 } else { run_length.saturating_add(1) };
        if run_length > RUN_MAX {
            // A zero-width space: the line may break here.
            result.push('\u{200B}');
            run_length = 1;
        }
        result.push(shown);
    }
    (result, any_replaced)
}

/// What is printed for a character; `None` when it is invisible and may go.
fn shown(character: char) -> Option<char> {
    match character {
        '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' => Some(' '),
        _ if is_invisible(character) => None,
        _ if covers(character) && !is_private_use(character) => Some(character),
        _ => Some(REPLACEMENT),
    }
}

/// Controls, joiners, soft hyphens, byte order mark, variation selectors, and the direction marks
/// and overrides that can make a text read differently than it is.
fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{AD}'
                | '\u{61C}'
                | '\u{200B}'..='\u{200F}'
                | '\u{202A}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}'
                | '\u{FE00}'..='\u{FE0F}'
                | '\u{FEFF}'
        )
}

/// A glyph of the font's own, without a meaning that can be read back.
fn is_private_use(character: char) -> bool {
    matches!(character, '\u{E000}'..='\u{F8FF}')
}

#[cfg(test)]
mod tests {
    use super::{REPLACEMENT, printable};
    use crate::fonts::covers;

    #[test]
    fn names_from_the_netherlands_stay_as_they_are() {
        let names = "Zoë Yılmaz-Łukaszewska, Đorđe Nguyễn, Αθηνά, Чайковский, Ĳsbrand ñ ß";
        assert_eq!(printable(names), (names.to_owned(), false));
    }

    #[test]
    fn a_character_without_a_glyph_becomes_a_visible_mark() {
        assert_eq!(printable("goed 👍 王"), ("goed □ □".to_owned(), true));
        assert!(covers(REPLACEMENT));
    }

    #[test]
    fn control_characters_and_direction_overrides_vanish() {
        assert_eq!(printable("a\u{0}b\u{202E}c\td\r\ne"), ("abc d\ne".to_owned(), false));
    }

    #[test]
    fn a_very_long_word_gets_places_to_break() {
        let (word, _) = printable(&"w".repeat(100));
        assert_eq!(word.matches('\u{200B}').count(), 3);
    }
}
