//! The second year of the straight case.

use wvp_domain::mijlpaal::oordeel_werknemer::Eens;
use wvp_domain::mijlpaal::sluiten::RedenSluiten;
use wvp_domain::mijlpaal::{uwv_besluit, uwv_brief};

use crate::demo::schrijf::{EindOordeel, EindVerhaal, MeningVerhaal, Script};

/// From the arbeidsdeskundige to the application.
pub(crate) fn tweede_jaar(script: &mut Script) {
    script.arbeidsdeskundig_onderzoek(
        script.dag(57, 4),
        [
            "Kan de werknemer het eigen werk, al dan niet aangepast, of ander werk in het bedrijf doen?",
            "Het eigen werk is te zwaar door tillen en buigen. Aanpassen kan niet zonder de kern \
             van de functie weg te nemen. Een plaats op het bedrijfsbureau is er voor twaalf uur.",
            "Eigen werk niet passend. Werk op het bedrijfsbureau passend voor twaalf uur per week. \
             Advies: tweede spoor gericht op administratie en planning.",
        ],
    );
    script.deskundigenoordeel(
        script.dag(66, 3),
        "UWV vindt het werk op het bedrijfsbureau passend voor twaalf uur per week.",
    );
    let wia = script.dag(93, 7);
    script.uwv_brief(script.dag(88, 2), uwv_brief::Soort::KennisgevingWia, Some(wia));
    script.actueel_oordeel(script.dag(89, 2), &OORDEEL);
    script.medische_informatie(script.dag(89, 3));
    script.eindevaluatie(script.dag(90, 2), &EINDE);
    script.oordeel_aangeboden(script.dag(90, 2));
    script.oordeel_werknemer(script.dag(90, 3), &MENING);
    script.riv_over(script.dag(90, 4));
    script.wia_aanvraag(script.dag(92, 2));
}

/// From the decision of UWV to the closed dossier.
pub(crate) fn einde(script: &mut Script) {
    let eerste_wia_dag = script.eerste.plus(728);
    let soort = uwv_besluit::Soort::WiaToegekend;
    script.uwv_besluit(script.dag(101, 3), soort, None, [Some(eerste_wia_dag), None]);
    script.sluit(script.dag(105, 1), RedenSluiten::WachttijdVoorbij);
    script.heropen(script.dag(105, 2));
    let laatste_werkdag = script.dag(109, 7);
    script.einde_dienstverband(script.dag(105, 3), laatste_werkdag, None);
    script.sluit(laatste_werkdag.volgende(), RedenSluiten::EindeDienstverband);
}

const OORDEEL: EindOordeel = EindOordeel {
    verloop: "Na een goede start in het eerste halfjaar volgde een terugval; sinds de zomer is de \
              belastbaarheid stabiel.",
    mogelijkheden: "Twaalf uur per week, ten hoogste drie uur per dag, werk met afwisseling van \
                    houding en zonder tillen boven vijf kilo.",
    stand: "Werkt twaalf uur per week op het bedrijfsbureau. Het tweede spoor leverde twee \
            proefplaatsingen op, geen baan.",
    prognose: "Geringe verbetering in uren is mogelijk binnen een jaar; tillen blijft beperkt.",
    arbeidsrelatie: "De verhouding tussen werkgever en werknemer is goed en staat herstel niet in \
                     de weg.",
    passende_arbeid: "Het werk op het bedrijfsbureau past bij de mogelijkheden, voor twaalf uur.",
};

const EINDE: EindVerhaal = EindVerhaal {
    arbeidsrelatie: "Goed. Wij spreken elkaar elke zes weken en vaker als dat nodig is.",
    passende_arbeid: "Passend werk is er op het bedrijfsbureau, twaalf uur per week; meer is er niet.",
    stand: "Werkt op het bedrijfsbureau, twaalf van 36 uur, loonwaarde een derde, als vaste plaats.",
    eerste_spoor: "Terug in eigen werk is niet gelukt; een vaste plaats voor twaalf uur wel.",
    tweede_spoor: "Veertig sollicitaties, twee proefplaatsingen bij gemeente en bibliotheek, geen baan.",
    vervolg: "De twaalf uur blijven. Na het besluit van UWV maken wij nieuwe afspraken over het contract.",
};

const MENING: MeningVerhaal = MeningVerhaal {
    per_element: &[
        ("Probleemanalyse", Eens::Ja, "De beperkingen kloppen met wat ik zelf merk."),
        ("Plan van aanpak", Eens::Deels, "De opbouw ging mij in het voorjaar te snel."),
        ("Eerstejaarsevaluatie", Eens::Ja, "Mijn kant van het verhaal staat erin."),
        ("Actueel oordeel", Eens::Ja, "Meer dan twaalf uur lukt nu niet."),
        ("Eindevaluatie", Eens::Ja, "Zo is het gegaan."),
    ],
    eigen: "Ik heb de training afgemaakt, thuis geoefend en veertig brieven geschreven.",
    werkgever: "De werkgever heeft een zit-statafel geregeld en tijd gegeven om op te bouwen.",
    wensen: "Ik wil graag op het bedrijfsbureau blijven en later misschien meer uren.",
};
