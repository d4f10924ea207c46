//! How a date came about, in plain Dutch: anchor, length, shift, bound, roll, choice.

use super::herleiding::{Begrenzing, Herleiding, Lengte, Stuk, StukSoort, Verschoven, Verval};
use super::stand::Rijstand;
use super::{Duur, Reden, Vervalgrond};

/// Says one filled-in row in words.
#[must_use]
pub fn uitleg(stand: &Rijstand, herleiding: &Herleiding) -> String {
    let zinnen = [
        Some(stand.rij.omschrijving.to_owned()),
        Some(telling(herleiding)),
        herleiding.verschuiving.as_ref().map(verschuiving),
        herleiding.eigen_telling_vanaf.map(|begin| {
            let begin = begin.voluit();
            format!("Ziekte door zwangerschap telt hier niet mee: de telling begint op {begin}.")
        }),
        herleiding
            .wacht_op_verlof_tot_en_met
            .map(|dag| format!("De loonsanctie wacht op het verlof tot en met {}.", dag.voluit())),
        herleiding.begint_later_dagen.map(|aantal| {
            let later = dagen(aantal);
            format!("De loonsanctie begint {later} later door de vertraging van de WIA-aanvraag.")
        }),
        begrenzing(herleiding),
        toevoeging(herleiding).map(|zin| met_einddag(&zin, stand, herleiding)),
        rol(herleiding),
        herleiding.slotgrens.as_ref().map(grens_zin),
        herleiding.gaat_niet_in.then(|| {
            "De fouten waren hersteld voordat de loonsanctie begon: zij gaat niet in.".to_owned()
        }),
        vrije_dag(stand, herleiding),
        herleiding.in_plaats_van.as_ref().map(|ander| {
            let (dag, regel) = (ander.uiterlijk.voluit(), ander.grondslag.join(": "));
            format!("Deze dag komt in de plaats van {dag} ({regel}).")
        }),
        herleiding.vervangen_door.as_ref().map(|ander| {
            format!("UWV noemt in de brief {}; die dag gaat voor.", ander.uiterlijk.voluit())
        }),
        herleiding.eerdere_versies.last().map(|versie| {
            let [_, tot_en_met] = &versie.in_kracht;
            let (dag, tot) = (versie.uiterlijk.voluit(), tot_en_met.clone().unwrap_or_default());
            format!("Naar de regel tot en met {tot} was dit {dag}; de nieuwste regel wint.")
        }),
        herleiding.vervallen.as_ref().map(verval),
        reden(stand, herleiding),
    ];
    zinnen.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Words for a length: "42 dagen na", "91 dagen voor".
#[must_use]
pub fn duur(duur: Duur) -> String {
    match duur {
        Duur::Dagen(0) => "op".to_owned(),
        Duur::Dagen(1) => "1 dag na".to_owned(),
        Duur::Dagen(dagen) => format!("{dagen} dagen na"),
        Duur::DagenTerug(dagen) => format!("{dagen} dagen voor"),
        Duur::Werkdagen(aantal) => format!("{aantal} werkdagen na"),
        Duur::Maanden(maanden) => format!("{maanden} maanden na"),
        Duur::DagVoorJaren(jaren) => format!("de dag voor {jaren} jaar na"),
    }
}

/// Why the first day of illness counts later.
#[must_use]
pub fn verschuiving(verschoven: &Verschoven) -> String {
    let delen: Vec<String> = verschoven.door.iter().map(stuk).collect();
    let (van, naar) = (verschoven.van.voluit(), verschoven.naar.voluit());
    let (aantal, delen) = (dagen(verschoven.dagen), delen.join("; "));
    format!("De eerste ziektedag {van} schuift {aantal} naar {naar}: {delen}.")
}

/// "1 dag" or "27 dagen".
#[must_use]
pub fn dagen(aantal: i32) -> String {
    if aantal == 1 { "1 dag".to_owned() } else { format!("{aantal} dagen") }
}

fn stuk(stuk: &Stuk) -> String {
    let soort = match stuk.soort {
        StukSoort::Hersteld => "hersteld",
        StukSoort::Verlof => "verlof",
        StukSoort::VerlofAlsOnderbreking => "verlof dat als onderbreking telt,",
    };
    let (van, tot_en_met) = (stuk.van.voluit(), stuk.tot_en_met.voluit());
    format!("{} {soort} van {van} tot en met {tot_en_met}", dagen(stuk.dagen))
}

fn telling(herleiding: &Herleiding) -> String {
    let (naam, geteld) = (herleiding.anker.naam, herleiding.geteld.voluit());
    if herleiding.geteld == herleiding.anker.dag {
        return format!("Dit is {naam}: {geteld}.");
    }
    let anker = herleiding.anker.dag.voluit();
    let anker = match &herleiding.verschuiving {
        Some(verschoven) if verschoven.dagen != 0 => format!("verschoven: {anker}"),
        Some(_) | None => anker,
    };
    format!("Gerekend {} {naam} ({anker}): {geteld}.", duur(terug(herleiding.duur)))
}

fn terug(lengte: Lengte) -> Duur {
    match lengte {
        Lengte::Dagen(dagen) => Duur::Dagen(dagen),
        Lengte::DagenTerug(dagen) => Duur::DagenTerug(dagen),
        Lengte::Werkdagen(aantal) => Duur::Werkdagen(aantal),
        Lengte::Maanden(maanden) => Duur::Maanden(maanden),
        Lengte::JarenMinEenDag(jaren) => Duur::DagVoorJaren(jaren),
    }
}

/// The bound that changed the day, if one did.
#[must_use]
pub fn begrenzing(herleiding: &Herleiding) -> Option<String> {
    herleiding.grens.as_ref().map(grens_zin)
}

fn grens_zin(grens: &Begrenzing) -> String {
    let woord = if grens.soort == "nooit_later" { "later" } else { "eerder" };
    format!("Nooit {woord} dan {}, gerekend vanaf {}.", grens.dag.voluit(), grens.anker)
}

/// Days that are added end on a day that is said too, unless a roll says it.
fn met_einddag(zin: &str, stand: &Rijstand, herleiding: &Herleiding) -> String {
    if herleiding.rol.is_some() || herleiding.slotgrens.is_some() {
        return zin.to_owned();
    }
    format!("{}: {}.", zin.trim_end_matches('.'), stand.uiterlijk().voluit())
}

/// The days that facts add, if any do.
#[must_use]
pub fn toevoeging(herleiding: &Herleiding) -> Option<String> {
    let delen: Vec<String> = herleiding
        .extra
        .iter()
        .map(|extra| {
            let richting = if extra.dagen < 0 { "eerder" } else { "later" };
            format!("{} {richting} door {}", dagen(extra.dagen.saturating_abs()), extra.naam)
        })
        .collect();
    (!delen.is_empty()).then(|| format!("Dat wordt {}.", delen.join(" en ")))
}

/// The days jumped over with their names, if the term rolls.
#[must_use]
pub fn rol(herleiding: &Herleiding) -> Option<String> {
    let rol = herleiding.rol.as_ref()?;
    let naar = rol.naar.voluit();
    let Some(eerste) = rol.overgeslagen.first() else {
        return Some(format!("Met twee werkdagen in de termijn wordt dat {naar} ({}).", rol.regel));
    };
    let namen: Vec<&str> = rol.overgeslagen.iter().map(|dag| dag.naam).collect();
    let (van, namen) = (eerste.dag.voluit(), namen.join(", "));
    let zin = format!("{van} is geen werkdag ({namen}): de dag wordt {naar} ({}).", rol.regel);
    if rol.twee_werkdagen {
        Some(format!("{zin} In de termijn liggen ten minste twee werkdagen."))
    } else {
        Some(zin)
    }
}

fn vrije_dag(stand: &Rijstand, herleiding: &Herleiding) -> Option<String> {
    let vrij = herleiding.vrije_dag.as_ref()?;
    let (dag, naam, ervoor) = (stand.uiterlijk().voluit(), vrij.naam, vrij.werkdag_ervoor.voluit());
    Some(format!(
        "{dag} is geen werkdag ({naam}) en de termijn schuift niet: de werkdag ervoor is {ervoor}."
    ))
}

/// Why the duty is gone.
#[must_use]
pub fn verval(verval: &Verval) -> String {
    match verval.door {
        Some(Vervalgrond::Herstel) => {
            let door = if verval.door_verlof { "verlof" } else { "herstel" };
            if verval.definitief {
                format!("Vervallen door {door}: de zaak is gesloten.")
            } else {
                format!("Opgeschort door {door}; herleeft bij uitval binnen vier weken.")
            }
        }
        Some(
            grond @ (Vervalgrond::Aow
            | Vervalgrond::AowSinds2016
            | Vervalgrond::UitDienst
            | Vervalgrond::Iva
            | Vervalgrond::EindeLoondoorbetaling),
        ) => {
            let sinds = verval.vanaf.map(|dag| format!(" (vanaf {})", dag.voluit()));
            format!("Vervallen door: {}{}.", grond.naam(), sinds.unwrap_or_default())
        }
        None => "De uiterste dag is voorbij.".to_owned(),
    }
}

fn reden(stand: &Rijstand, herleiding: &Herleiding) -> Option<String> {
    match stand.rij.reden? {
        Reden::Keuze(_) => herleiding.keuze.as_ref().map(|keuze| keuze.reden.to_owned()),
        Reden::Gebruik(zin) => Some(zin.to_owned()),
    }
}
