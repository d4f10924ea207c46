//! The shape of the command line: exit codes, one line on stderr, JSON for machines.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop at the first surprise")]

use std::process::Output;

use insta::assert_snapshot;

fn draai(argumenten: &[&str], invoer: &str) -> Output {
    tests::programma::draai(env!("CARGO_BIN_EXE_proef-poortwachter"), argumenten, invoer).unwrap()
}

/// Exit code, stdout and stderr on paper.
fn op_papier(uit: &Output) -> String {
    let tekst = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let code = uit.status.code().unwrap();
    format!("code {code}\n--- stdout\n{}--- stderr\n{}", tekst(&uit.stdout), tekst(&uit.stderr))
}

#[test]
fn een_onbekend_veld_wordt_genoemd_en_is_een_mislukking() {
    let uit = draai(&["termijnen", "--json"], r#"{ "perioden": [], "periode": 1 }"#);
    assert_snapshot!(op_papier(&uit), @r#"
    code 1
    --- stdout
    --- stderr
    fout: `perioden`: `[]` kan niet: ten minste een ziekteperiode is nodig; `periode`: `(getal)` kan niet: onbekend veld; bekend zijn: peildatum, perioden, gedaan, verlof, aow_datum, laatste_werkdag, herstel_binnen_3_maanden, geen_mogelijkheden, vangnet, flexperiode_van, bekend_sinds, uwv_brief, uwv_brief_uiterlijk, verlenging, loonsanctie, vervroegde_iva_aanvraag, keuzes
    {"fout":"`perioden`: `[]` kan niet: ten minste een ziekteperiode is nodig; `periode`: `(getal)` kan niet: onbekend veld; bekend zijn: peildatum, perioden, gedaan, verlof, aow_datum, laatste_werkdag, herstel_binnen_3_maanden, geen_mogelijkheden, vangnet, flexperiode_van, bekend_sinds, uwv_brief, uwv_brief_uiterlijk, verlenging, loonsanctie, vervroegde_iva_aanvraag, keuzes","fouten":["`perioden`: `[]` kan niet: ten minste een ziekteperiode is nodig","`periode`: `(getal)` kan niet: onbekend veld; bekend zijn: peildatum, perioden, gedaan, verlof, aow_datum, laatste_werkdag, herstel_binnen_3_maanden, geen_mogelijkheden, vangnet, flexperiode_van, bekend_sinds, uwv_brief, uwv_brief_uiterlijk, verlenging, loonsanctie, vervroegde_iva_aanvraag, keuzes"]}
    "#);
}

#[test]
fn alle_fouten_in_de_invoer_komen_in_een_keer() {
    let invoer = r#"{
        "peildatum": "2025-06-01",
        "perioden": [
            { "eerste_ziektedag": "2025-03-03" },
            { "eerste_ziektedag": "2025-05-11", "hersteld_per": "2025-05-11" }
        ]
    }"#;
    assert_snapshot!(op_papier(&draai(&["termijnen", "--json"], invoer)), @r#"
    code 1
    --- stdout
    --- stderr
    fout: `perioden[1].hersteld_per`: `2025-05-11` kan niet: de eerste dag hersteld ligt na de eerste ziektedag (2025-05-11; R-80); `perioden[1].eerste_ziektedag`: `2025-05-11` kan niet: alleen de laatste periode mag zonder hersteld_per zijn
    {"fout":"`perioden[1].hersteld_per`: `2025-05-11` kan niet: de eerste dag hersteld ligt na de eerste ziektedag (2025-05-11; R-80); `perioden[1].eerste_ziektedag`: `2025-05-11` kan niet: alleen de laatste periode mag zonder hersteld_per zijn","fouten":["`perioden[1].hersteld_per`: `2025-05-11` kan niet: de eerste dag hersteld ligt na de eerste ziektedag (2025-05-11; R-80)","`perioden[1].eerste_ziektedag`: `2025-05-11` kan niet: alleen de laatste periode mag zonder hersteld_per zijn"]}
    "#);
}

#[test]
fn een_dag_die_niet_bestaat_wordt_bij_de_invoer_geweigerd() {
    let invoer = r#"{ "perioden": [{ "eerste_ziektedag": "2024-04-31" }] }"#;
    assert_snapshot!(op_papier(&draai(&["termijnen"], invoer)), @r#"
    code 1
    --- stdout
    --- stderr
    fout: `perioden[0].eerste_ziektedag`: `2024-04-31` kan niet: geen bestaande datum, geschreven als JJJJ-MM-DD
    "#);
}

#[test]
fn een_vraag_over_toegang_geeft_een_antwoord_met_regels() {
    let vraag = r#"{ "party": "werkgever", "function": "werkgever", "category": "C",
        "action": "read", "circumstances": ["authenticated", "mfa", "in_scope"] }"#;
    assert_snapshot!(op_papier(&draai(&["toegang", "--json"], vraag)), @r#"
    code 0
    --- stdout
    {
      "decision": "deny",
      "obligations": [
        "OB-10"
      ],
      "rules": [
        "R-001",
        "R-004",
        "R-007",
        "R-035",
        "R-087",
        "R-088",
        "R-231"
      ],
      "uitleg": "Nee, werkgever/werkgever mag dit niet (lezen: medische gegevens): de werkgever krijgt nooit medische gegevens, ook niet met toestemming; er ligt geen geheimhoudingsplicht van de lezer vast en het gaat om gegevens van iemand anders; er is geen doel opgegeven dat bij de rol past."
    }
    --- stderr
    "#);
}

#[test]
fn een_lijst_vragen_geeft_een_lijst_antwoorden() {
    let vraag = r#"{ "party": "werkgever", "function": "werkgever", "category": "C",
        "action": "read" }"#;
    let uit = draai(&["toegang", "--json"], &format!("[{vraag}, {vraag}]"));
    let antwoord: serde_json::Value = serde_json::from_slice(&uit.stdout).unwrap();
    assert_eq!(antwoord.as_array().unwrap().len(), 2);
}

#[test]
fn een_onbekend_woord_over_toegang_is_een_mislukking() {
    let vraag =
        r#"[{ "party": "werkgever", "function": "baas", "category": "C", "action": "read" }]"#;
    assert_snapshot!(op_papier(&draai(&["toegang", "--json"], vraag)), @r#"
    code 1
    --- stdout
    --- stderr
    fout: [0]: onbekend woord `baas` in `function`; toegestaan: werkgever, casemanager_wvp_intern
    {"fout":"[0]: onbekend woord `baas` in `function`; toegestaan: werkgever, casemanager_wvp_intern","fouten":["[0]: onbekend woord `baas` in `function`; toegestaan: werkgever, casemanager_wvp_intern"]}
    "#);
}

#[test]
fn een_verkeerde_optie_is_verkeerd_gebruik() {
    assert_snapshot!(op_papier(&draai(&["termijnen", "--xml"], "")), @r#"
    code 2
    --- stdout
    --- stderr
    fout: `--xml` is geen bekende optie (zie `poortwachter --help`)
    "#);
}

#[test]
fn een_opslag_die_er_niet_is_wordt_genoemd() {
    let uit =
        draai(&["verify", "--opslag", "sled:/nergens/opslag", "--sleutels", "/nergens/s"], "");
    assert_snapshot!(op_papier(&uit), @r#"
    code 1
    --- stdout
    --- stderr
    fout: in `/nergens/opslag` staat geen opslag
    "#);
}

#[test]
fn een_lezer_buiten_de_tabel_is_verkeerd_gebruik() {
    let uit = draai(
        &["tijdlijn", "ab", "--lezer", "buurman", "--opslag", "sled:x", "--sleutels", "y"],
        "",
    );
    assert_eq!(uit.status.code(), Some(2));
}

#[test]
fn de_hulp_is_nederlands() {
    assert_snapshot!(op_papier(&draai(&["--help"], "")), @r#"
    code 0
    --- stdout
    De Wet verbetering poortwachter als dossier: termijnen, tijdlijn, re-integratieverslag

    Gebruik: poortwachter <OPDRACHT>

    Opdrachten:
      demo          Speel een voorraad dossiers na, van de eerste ziektedag tot de WIA
      serve         Start de server: de API, met de tik van elke dag en de bezorging
      config        Kijk de instellingen van de server na
      termijnen     Reken termijnen uit bij ziekteperioden (JSON erin, tabel of JSON eruit)
      wat-als       Reken uit wat een wijziging doet: de termijnen ervoor en erna, met de redenen
      regels        Toon de tabel van termijnen, of vergelijk twee versies ervan
      protocol      Speel het protocol van een werkgever na
      ziektedag     Bepaal de eerste ziektedag uit de dag van uitval en de werkdagen
      tijdlijn      Toon een dossier zoals een bepaalde lezer het ziet
      leeslog       Toon wie een dossier opvroeg, waarvoor, en wat daarvan kwam
      toegang       Vraag wie wat mag, en waarom (JSON erin)
      bevoegdheden  Kijk rechten van mensen na: wat eindigt, ongebruikt is of te ruim; bevestig of trek in
      waarneming    Regel wie er waarneemt voor wie afwezig is
      overdracht    Draag de dossiers van iemand over aan een collega
      account       Geef iemand een manier om in te loggen
      postvak       Toon de berichten van iemand, en kies hoe die ze krijgt
      agenda        Zet stappen in iemands agenda, achter een geheim adres
      bezorging     Toon wat niet is aangekomen, of probeer het opnieuw
      riv           Maak het re-integratieverslag van een dossier als PDF
      teken         Teken stukken, of neem exemplaren in die op papier zijn getekend
      stuk          Maak één stuk van een dossier als PDF, zoals een bepaalde lezer het mag lezen
      uwv           Maak een bericht aan UWV uit een dossier, als voorbeeld om na te lopen en over te typen
      sivi          Wissel meldingen en stukken uit met een werkgever (SIVI)
      voorzet       Toon een stuk zoals het dossier het al invult, en wat er nog te doen is
      tick          Sluit een dag: leg vast wat die dag aan de beurt is en stuur de herinneringen
      rooster       Sluit elke dag en bezorg elk uur, tot u het stopt
      gereed        Toon of het dagelijkse werk is gedaan: de laatste tik, de berichten die wachten
      simulate      Schrijf een nagebootste voorraad dossiers en meet wat dat kost
      verify        Loop alle gebeurtenissen na: volgorde, keten en zegels
      herstel       Zet alles wat heel is in een nieuwe opslag, en noem de rest
      backup        Bewaar alle gebeurtenissen in één bestand, ook terwijl er wordt gewerkt
      restore       Zet een bewaard bestand terug in een nieuwe opslag
      copy          Kopieer een opslag naar een nieuwe opslag
      sleutels      Wissel of vernietig sleutels

    Opties:
      -h, --help     Toon deze hulp
      -V, --version  Toon de versie
    --- stderr
    "#);
}
