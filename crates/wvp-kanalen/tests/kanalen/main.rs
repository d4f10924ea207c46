//! Every channel against a real other side: a mail server, a receiver of webhooks, a reader of calendars.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

mod agenda;
mod hulp;
mod ontvanger;
mod post;
mod webhook;
mod zwijgen;
