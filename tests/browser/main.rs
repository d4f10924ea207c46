//! The pages in a real browser: a server on a real store with a case that runs today, and one script of
//! `tests/data/browser` per walk, which tells what it saw. What should be so is judged here.

mod gezien;
mod medisch;
mod schermen;
mod taken;
mod wandeling;
