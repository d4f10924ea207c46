//! One module per milestone, in the order of the case.

pub mod actueel_oordeel;
pub mod aow;
pub mod arbeidsdeskundig_onderzoek;
pub mod arbeidstherapie;
pub mod bijstelling_plan_van_aanpak;
pub mod bijstelling_probleemanalyse;
pub mod casemanager;
pub mod correctie;
pub mod deskundigenoordeel;
pub mod doorsturen;
pub mod eerstejaarsevaluatie;
pub mod eigen_stap;
pub mod einde_dienstverband;
pub mod eindevaluatie;
pub mod gedeeld;
pub mod getekend_exemplaar;
pub mod herinnering;
pub mod hernieuwde_ziekmelding;
pub mod herstelmelding;
pub mod interventie;
pub mod inzetbaarheid;
pub mod loonmaatregel;
pub mod medische_informatie;
pub mod melding_42e_week;
pub mod melding_arbodienst;
pub mod ondertekening;
pub mod oordeel_werknemer;
pub mod plan_van_aanpak;
pub mod probleemanalyse;
pub mod regres;
pub mod riv;
pub mod riv_pakket;
pub mod sluiten;
pub mod spreekuur;
pub mod stapherinnering;
pub mod stukken_gevraagd;
pub mod tweede_spoor;
pub mod uitstel;
pub mod uwv_besluit;
pub mod uwv_brief;
pub mod vangnet;
pub mod verlof;
pub mod voortgangsgesprek;
pub mod wia_aanvraag;
pub mod ziekmelding;

#[cfg(test)]
mod eigenschappen;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
pub(crate) mod voorbeeld;
