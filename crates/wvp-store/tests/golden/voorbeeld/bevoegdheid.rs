//! Example events about rights, and about logging in.

use std::collections::BTreeMap;

use wvp_domain::bevoegdheid::{
    afwijking, beheer, delegatie, gebruiker, inlog, toestemming, toewijzing, waarneming,
};

use super::{neem_op, ronden};

pub(super) fn inlog(vormen: &mut BTreeMap<String, String>) {
    neem_op(vormen, ronden(inlog::Event::WachtwoordGezet));
    neem_op(vormen, ronden(inlog::Event::TweedeFactorGezet));
    neem_op(vormen, ronden(inlog::Event::TweedeFactorVerwijderd));
    neem_op(vormen, ronden(inlog::Event::HerstelcodesGezet));
    neem_op(vormen, ronden(inlog::Event::HerstelcodeGebruikt));
    neem_op(vormen, ronden(inlog::Event::InlogGekoppeld));
    neem_op(vormen, ronden(inlog::Event::InlogOntkoppeld));
    neem_op(vormen, ronden(inlog::Event::UitnodigingGemaakt));
    neem_op(vormen, ronden(inlog::Event::UitnodigingGebruikt));
    neem_op(vormen, ronden(inlog::Event::InlogHersteld));
    neem_op(vormen, ronden(inlog::Event::TokenUitgegeven));
    neem_op(vormen, ronden(inlog::Event::TokenIngetrokken));
    neem_op(vormen, ronden(inlog::Event::SessiesBeeindigd));
}

pub(super) fn rechten(vormen: &mut BTreeMap<String, String>) {
    neem_op(vormen, ronden(waarneming::Event::WaarnemingGeregeld));
    neem_op(vormen, ronden(waarneming::Event::WaarnemingBeeindigd));
    neem_op(vormen, ronden(gebruiker::Event::AccountGeregistreerd));
    neem_op(vormen, ronden(gebruiker::Event::FunctieToegekend));
    neem_op(vormen, ronden(gebruiker::Event::FunctieBeeindigd));
    neem_op(vormen, ronden(gebruiker::Event::GeheimhoudingGetekend));
    neem_op(vormen, ronden(gebruiker::Event::AccountGeblokkeerd));
    neem_op(vormen, ronden(gebruiker::Event::BlokkadeOpgeheven));
    neem_op(vormen, ronden(gebruiker::Event::RechtBevestigd));
    neem_op(vormen, ronden(gebruiker::Event::AccountOndergebracht));
    neem_op(vormen, ronden(beheer::Event::BeheerToegekend));
    neem_op(vormen, ronden(beheer::Event::BeheerBeeindigd));
    neem_op(vormen, ronden(toewijzing::Event::Toegewezen));
    neem_op(vormen, ronden(toewijzing::Event::ToewijzingBeeindigd));
    neem_op(vormen, ronden(toewijzing::Event::OpdrachtGegeven));
    neem_op(vormen, ronden(toewijzing::Event::OpdrachtBeeindigd));
    neem_op(vormen, ronden(toewijzing::Event::PolisVastgelegd));
    neem_op(vormen, ronden(toewijzing::Event::PolisBeeindigd));
    neem_op(vormen, ronden(toewijzing::Event::ToewijzingBevestigd));
    neem_op(vormen, ronden(toestemming::Event::ToestemmingGegeven));
    neem_op(vormen, ronden(toestemming::Event::ToestemmingIngetrokken));
    neem_op(vormen, ronden(delegatie::Event::TaakGedelegeerd));
    neem_op(vormen, ronden(delegatie::Event::DelegatieIngetrokken));
    neem_op(vormen, ronden(afwijking::Event::AfwijkingGoedgekeurd));
    neem_op(vormen, ronden(afwijking::Event::AfwijkingIngetrokken));
    neem_op(vormen, ronden(afwijking::Event::ToetsToegewezen));
    neem_op(vormen, ronden(afwijking::Event::ToetsBeeindigd));
    neem_op(vormen, ronden(afwijking::Event::VerwerkingBeperkt));
    neem_op(vormen, ronden(afwijking::Event::BeperkingOpgeheven));
}
