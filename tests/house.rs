//! The house rules as tests: what a reviewer would otherwise have to say twice.
//!
//! A rule is a function from text to findings. It is run over the whole tree, and a second test shows
//! that it can fail. A finding names file and line and says what to do.

#[cfg(test)]
mod house {
    mod tree;

    mod finding;
    mod words;

    mod code;
    mod documents;
    mod edges;
    mod evidence;
    mod generated;
    mod licences;
    mod manifests;
    mod purity;
    mod text;
}
