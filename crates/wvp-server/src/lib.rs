//! HTTP: the API and the pages. An empty wall, so that nothing else grows in its place.
//!
//! It will hold the REST API of the contract, the web pages and the log-in: parse a request, call
//! wvp-engine, answer. It is the only crate that may know JSON bodies, HTML, cookies and status codes.
//! Allowed edges: wvp-domain, wvp-access, wvp-projections, wvp-reports and wvp-engine, never a store.
