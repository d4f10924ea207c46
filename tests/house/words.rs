//! Rust text as a row of words with their lines; comments are gone, literals are one word.

use std::str::FromStr;

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

use super::tree::SourceFile;

/// A word of the language: identifier, literal, punctuation or bracket.
pub(crate) struct Word {
    /// As written; `::` is one word.
    pub(crate) text: String,
    /// Line in its file, from 1.
    pub(crate) line: usize,
}

/// The words of a whole file.
pub(crate) fn of(file: &SourceFile) -> Vec<Word> {
    in_text(file, &file.text)
}

/// The words of a file up to its tests.
pub(crate) fn before_tests(file: &SourceFile) -> Vec<Word> {
    in_text(file, file.before_tests())
}

/// The lines on which these words follow each other. A pattern is written with blanks between words.
pub(crate) fn lines_with(words: &[Word], pattern: &str) -> Vec<usize> {
    let pattern: Vec<&str> = pattern.split(' ').collect();
    words
        .windows(pattern.len())
        .filter(|window| window.iter().map(|word| word.text.as_str()).eq(pattern.iter().copied()))
        .filter_map(|window| window.first())
        .map(|word| word.line)
        .collect()
}

fn in_text(file: &SourceFile, text: &str) -> Vec<Word> {
    let stream = TokenStream::from_str(text)
        .unwrap_or_else(|fault| panic!("{}:1: is not Rust ({fault}): repair it", file.path));
    let mut words = vec![];
    flatten(stream, &mut words);
    words
}

fn flatten(stream: TokenStream, words: &mut Vec<Word>) {
    let mut after_colon = false;
    for tree in stream {
        let line = tree.span().start().line;
        match tree {
            TokenTree::Group(group) => {
                let (open, close) = brackets(group.delimiter());
                let last = group.span_close().start().line;
                words.push(Word { text: open.to_owned(), line });
                flatten(group.stream(), words);
                words.push(Word { text: close.to_owned(), line: last });
                after_colon = false;
            }
            TokenTree::Punct(punct) if punct.as_char() == ':' && after_colon => {
                if let Some(colon) = words.last_mut() {
                    colon.text.push(':');
                }
                after_colon = false;
            }
            TokenTree::Punct(punct) => {
                after_colon = punct.as_char() == ':' && punct.spacing() == Spacing::Joint;
                words.push(Word { text: punct.as_char().to_string(), line });
            }
            TokenTree::Ident(ident) => {
                words.push(Word { text: ident.to_string(), line });
                after_colon = false;
            }
            TokenTree::Literal(literal) => {
                words.push(Word { text: literal.to_string(), line });
                after_colon = false;
            }
        }
    }
}

fn brackets(delimiter: Delimiter) -> (&'static str, &'static str) {
    match delimiter {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::None => ("", ""),
    }
}
