//! Statements that hold for every case, and where each rule of law.md is kept in code.

use super::Zekerheid;
use super::Zekerheid::{Hoog, Laag, Midden};
use crate::Grondslag;

/// A statement without a case.
#[derive(Debug, Clone, Copy)]
pub struct Algemeen {
    /// Rule of law.md and its source.
    pub grondslag: Grondslag,
    /// How well it is sourced.
    pub zekerheid: Zekerheid,
    /// What is said, in Dutch.
    pub tekst: &'static str,
    /// Where the code keeps it; empty when it is only said.
    pub plaats: &'static str,
}

const fn zegt(
    grondslag: Grondslag,
    zekerheid: Zekerheid,
    tekst: &'static str,
    plaats: &'static str,
) -> Algemeen {
    Algemeen { grondslag, zekerheid, tekst, plaats }
}

/// Conventions and rules that are no row of the table.
pub const ALGEMEEN: &[Algemeen] = &[
    zegt(
        Grondslag::new("C-01", "Wet WIA art. 23 lid 2; Ziektewet art. 29 lid 3"),
        Hoog,
        "De eerste ziektedag is de eerste werkdag waarop door ziekte niet is gewerkt, of waarop het werk door ziekte is gestopt.",
        "ziektedag.rs",
    ),
    zegt(
        Grondslag::new("C-02", "Regeling bepaling eerste werkdag art. 2-6"),
        Hoog,
        "Een werkdag is een dag waarop iemand gewoonlijk werkt; feestdagen en verlof tellen mee, een nachtdienst telt op de dag waarop hij begon.",
        "ziektedag.rs",
    ),
    zegt(
        Grondslag::new("C-03", "UWV, stappenplan bij ziekte"),
        Hoog,
        "Week 1 begint op de eerste ziektedag; week k loopt tot en met dag 7k-1.",
        "termijn/zaak.rs, ziekteweek",
    ),
    zegt(
        Grondslag::new("C-04", "algemeen Nederlands termijnenrecht"),
        Midden,
        "Bij 'binnen n weken na' telt de dag zelf niet mee: de laatste dag is dezelfde weekdag.",
        "kolom Uiterlijk van de tabel",
    ),
    zegt(
        Grondslag::new("C-05", "Ziektewet art. 38 lid 1"),
        Hoog,
        "n weken zijn vol aan het eind van dag 7n-1; de eerste dag daarna is dag 7n.",
        "kolom Uiterlijk van de tabel",
    ),
    zegt(
        Grondslag::new("C-06", "Wet WIA art. 25 lid 3 en art. 64 lid 3"),
        Hoog,
        "'Uiterlijk n weken voor het einde van de wachttijd' telt terug vanaf de laatste dag van de wachttijd.",
        "Duur::DagenTerug",
    ),
    zegt(
        Grondslag::new("C-07", "Wet WIA art. 23 lid 1 en art. 47 lid 2"),
        Hoog,
        "104 weken zijn 728 dagen: de laatste dag van de wachttijd is dag 727, de WIA begint op dag 728.",
        "wachttijd.rs, LAATSTE_WACHTTIJDDAG",
    ),
    zegt(
        Grondslag::new(
            "C-08",
            "BW art. 7:629 lid 10; Wet WIA art. 23 lid 3; Ziektewet art. 38 lid 1",
        ),
        Hoog,
        "Alle lange termijnen lopen vanaf de verschoven eerste ziektedag.",
        "wachttijd.rs, verschoven_eerste_ziektedag",
    ),
    zegt(
        Grondslag::new("C-09", "BW art. 7:629 en art. 7:670"),
        Hoog,
        "Termijnen tellen in dagen, nooit in maanden; alleen het opzegverbod telt twee kalenderjaren.",
        "Duur::DagVoorJaren",
    ),
    zegt(
        Grondslag::new("R-01", "contract, cao of reglement; Ziektewet art. 38a lid 1"),
        Hoog,
        "De werknemer meldt zich ziek bij de werkgever volgens contract, cao of reglement; bij recht op ziekengeld uiterlijk op de tweede dag.",
        "",
    ),
    zegt(
        Grondslag::new("R-04", "Wet WIA art. 25 lid 1; Regeling procesgang art. 3"),
        Hoog,
        "De werkgever houdt een re-integratiedossier bij zodra lang verzuim dreigt.",
        "mijlpaal/probleemanalyse.rs",
    ),
    zegt(
        Grondslag::new("R-09", "Regeling procesgang art. 4 lid 4"),
        Hoog,
        "De werkgever vraagt meteen een bijgestelde probleemanalyse als het verloop van de ziekte daarom vraagt.",
        "mijlpaal/bijstelling_probleemanalyse.rs",
    ),
    zegt(
        Grondslag::new("R-11a", "Ziektewet art. 38 lid 8"),
        Hoog,
        "Een vervroegde IVA-aanvraag of een verzoek om verlenging geldt ook als melding in week 42.",
        "termijn/geval.rs, melding_42e_week",
    ),
    zegt(
        Grondslag::new("R-11b", "Ziektewet art. 38 lid 4"),
        Hoog,
        "Bij orgaandonatie, zwangerschap en no-risk is er geen melding in week 42, maar een vangnetmelding.",
        "termijn/voorwaarde.rs, GEEN_VANGNET",
    ),
    zegt(
        Grondslag::new(
            "R-21",
            "BW art. 7:629 lid 10; Wet WIA art. 23 lid 3; Ziektewet art. 29 lid 5",
        ),
        Hoog,
        "Perioden tellen samen als er minder dan vier weken tussen ligt: hoogstens 27 dagen hersteld.",
        "wachttijd.rs, LANGSTE_ONDERBREKING_DAGEN",
    ),
    zegt(
        Grondslag::new("R-22", "BW art. 7:629 lid 10; Wet WIA art. 23 lid 3"),
        Hoog,
        "Alleen ziektedagen tellen; elke onderbreking schuift de termijnen die nog komen.",
        "wachttijd.rs, verschoven_eerste_ziektedag",
    ),
    zegt(
        Grondslag::new("R-23", "BW art. 7:629 lid 10"),
        Hoog,
        "Alleen perioden die op elkaar volgen worden vergeleken; een zaak kan elk aantal perioden hebben.",
        "wachttijd.rs, ketens",
    ),
    zegt(
        Grondslag::new("R-25", "CRvB 10 mei 2006"),
        Hoog,
        "Deels werken, passend werk of werken op proef onderbreekt de ziekte niet; alleen volledig herstel voor het eigen werk doet dat.",
        "mijlpaal/inzetbaarheid.rs",
    ),
    zegt(
        Grondslag::new("R-26", "rechtspraak over hervatten op proef"),
        Midden,
        "Volledig werken als proef, afgesproken zonder hersteldmelding, hoeft de ziekte niet te eindigen; dat is een besluit van de casemanager, en het kan worden teruggedraaid.",
        "mijlpaal/arbeidstherapie.rs",
    ),
    zegt(
        Grondslag::new(
            "R-28",
            "Wet WIA art. 23 lid 3 en 5; Ziektewet art. 38 lid 1; Stb. 2005, 65",
        ),
        Hoog,
        "Verlof met dezelfde oorzaak dat aan beide kanten aansluit, wordt overgeslagen: de klok schuift met de dagen verlof.",
        "wachttijd.rs, is_overgeslagen",
    ),
    zegt(
        Grondslag::new("R-30", "BW art. 7:670 lid 1"),
        Hoog,
        "Het opzegverbod heeft een eigen klok: ziekte door zwangerschap voor het verlof en ziekte tijdens het verlof tellen niet mee.",
        "wachttijd.rs, begin_opzegverbod",
    ),
    zegt(
        Grondslag::new("R-31", "Wet WIA art. 25 lid 9"),
        Hoog,
        "Verlof bij het begin of tijdens een loonsanctie schuift haar op.",
        "termijn/geval.rs, begin_loonsanctie en verlof_in_loonsanctie",
    ),
    zegt(
        Grondslag::new("R-32", "BW art. 7:629 lid 11 onder a; Wet WIA art. 25 lid 10"),
        Hoog,
        "Een te late aanvraag van de WIA verlengt de loondoorbetaling met het aantal dagen dat zij te laat was.",
        "termijn/geval.rs, vertraging_wia",
    ),
    zegt(
        Grondslag::new("R-72", "BW art. 7:629 lid 2, laatste zin"),
        Hoog,
        "Wie al ziek was, krijgt vanaf de AOW-datum nog zes (dertien) weken loon, en samen nooit meer dan 104 weken.",
        "rijen R-70 en R-71",
    ),
    zegt(
        Grondslag::new("R-74", "BW art. 7:629 lid 2 onder a"),
        Hoog,
        "Wie minder dan vier dagen per week in een huishouden werkt, krijgt zes weken loon bij ziekte.",
        "",
    ),
    zegt(
        Grondslag::new("R-80", "BW art. 7:629; rechtspraak"),
        Hoog,
        "Herstel is geschikt zijn voor het volledige eigen werk; de laatste ziektedag is de dag ervoor.",
        "mijlpaal/herstelmelding.rs",
    ),
    zegt(
        Grondslag::new("R-82", "praktijk; zie R-25"),
        Midden,
        "Deels hersteld melden verandert geen termijn; de arbodienst hoort het wel.",
        "mijlpaal/inzetbaarheid.rs",
    ),
    zegt(
        Grondslag::new("R-85", "Ziektewet art. 38 lid 3"),
        Hoog,
        "Een correctie van de eerste ziektedag of van het herstel rekent alles opnieuw uit.",
        "mijlpaal/correctie.rs",
    ),
    zegt(
        Grondslag::new("R-62", "WAZO art. 3:1 en 3:3"),
        Hoog,
        "Zwangerschapsverlof begint zes tot vier weken voor de dag na de uitgerekende datum, bij een meerling tien tot acht weken; bevallingsverlof is tien weken en het niet gebruikte zwangerschapsverlof. Ziektedagen in de flexibele periode tellen als verlof. Verlenging door ziekenhuisopname van het kind noemt BW art. 7:629 lid 10 niet letterlijk: leg die vast met aandacht.",
        "",
    ),
    zegt(
        Grondslag::new(
            "R-60",
            "Regeling procesgang vangnetters (BWBR0022309); Ziektewet art. 19aa",
        ),
        Hoog,
        "Voor een vangnetter zonder werkgever maakt UWV de probleemanalyse (zes weken) en het plan (twee weken later), kijkt elke 26 weken opnieuw, en doet na 52 weken de eerstejaars Ziektewetbeoordeling.",
        "",
    ),
    zegt(
        Grondslag::new("R-66", "Hoge Raad 17 maart 2023 (ECLI:NL:HR:2023:426)"),
        Hoog,
        "Een uitzendovereenkomst eindigt sinds 17 maart 2023 niet vanzelf door een ziekmelding.",
        "",
    ),
    zegt(
        Grondslag::new("R-19", "Rijksbegroting SZW 2026 (aangekondigd voor 1 januari 2028)"),
        Laag,
        "Aangekondigd: het advies van de bedrijfsarts wordt leidend bij de toets van het re-integratieverslag. Geen gevolg voor de termijnen.",
        "",
    ),
    zegt(
        Grondslag::new("R-13", "internetconsultatie 13 oktober tot 24 november 2023"),
        Laag,
        "Voorgesteld, niet ingevoerd: kleine en middelgrote werkgevers sluiten na het eerste jaar het eerste spoor en richten zich in het tweede jaar op het tweede spoor.",
        "",
    ),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::STELLINGEN;
    use super::ALGEMEEN;
    use crate::termijn::rijen;

    /// The rules that law.md numbers, up to and including R-85.
    fn regels() -> BTreeSet<String> {
        let nummers = (1..=38).chain(60..=74).chain(80..=85).map(|n| format!("R-{n:02}"));
        let conventies = (1..=9).map(|n| format!("C-{n:02}"));
        let bij = ["R-11a", "R-11b", "R-35a"].map(str::to_owned);
        nummers.chain(conventies).chain(bij).collect()
    }

    #[test]
    fn elke_regel_is_een_rij_een_stelling_of_heeft_een_plaats_in_de_code() {
        let bekend: BTreeSet<String> = rijen()
            .map(|rij| rij.grondslag.regel)
            .chain(STELLINGEN.iter().map(|it| it.grondslag.regel))
            .chain(ALGEMEEN.iter().map(|it| it.grondslag.regel))
            .map(str::to_owned)
            .collect();
        let gemist: Vec<String> = regels().difference(&bekend).cloned().collect();
        assert_eq!(gemist, Vec::<String>::new());
    }

    #[test]
    fn elke_genoemde_plaats_bestaat() {
        let bronnen = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        for algemeen in ALGEMEEN {
            let bestand = algemeen.plaats.split(',').next().unwrap_or_default();
            if std::path::Path::new(bestand).extension().is_some_and(|einde| einde == "rs") {
                assert!(bronnen.join(bestand).is_file(), "{bestand}");
            }
        }
    }
}
