//! The abuse cases of domain/access.md D.2: which test proves each, or what it waits for.
//! What the table alone can prove stands in misbruik_tabel.rs.
#![expect(clippy::unwrap_used, reason = "helpers of tests may fail loudly")]

use std::{collections::BTreeSet, fs, path::Path};

/// How far an abuse case is.
enum Stand {
    /// These tests prove it, as far as there is something built to abuse.
    Bewezen(&'static [&'static str]),
    /// These tests prove the part that is built; the rest waits for an issue, with the reason.
    Deels(&'static [&'static str], u8, &'static str),
    /// There is nothing to abuse yet: the issue that builds it, with the reason.
    Wacht(u8, &'static str),
}

use Stand::{Bewezen, Deels, Wacht};

/// Every case, in the order of the list. The number is that of the case.
const GEVALLEN: [(u8, Stand); 48] = [
    (
        1,
        Deels(
            &["een_ander_dossier_en_geen_dossier_zien_er_hetzelfde_uit"],
            8,
            "headers, limieten en alarm horen bij de server",
        ),
    ),
    (
        2,
        Deels(
            &[
                "een_onbekend_dossier_en_een_verboden_opdracht_klinken_voor_een_buitenstaander_gelijk",
                "een_gewist_dossier_ziet_eruit_als_geen_dossier",
            ],
            8,
            "statuscodes en headers bestaan pas met de server",
        ),
    ),
    (
        3,
        Bewezen(&[
            "een_bericht_zegt_niets_over_ziekte_of_de_soort_stap",
            "het_merk_staat_in_geen_enkel_bestand",
        ]),
    ),
    (
        4,
        Deels(
            &[
                "een_kapotte_regel_wordt_genoemd_zonder_hem_te_herhalen",
                "het_merk_staat_in_geen_logregel",
            ],
            8,
            "foutantwoorden over het net bestaan pas met de server",
        ),
    ),
    (
        5,
        Deels(
            &["het_merk_staat_in_geen_logregel"],
            8,
            "paden, headers en meetlabels bestaan pas met de server",
        ),
    ),
    (6, Wacht(8, "tijd is pas te meten aan antwoorden van de server")),
    (7, Wacht(8, "bijlagen en bestanden om op te halen bestaan nog niet")),
    (8, Wacht(9, "er is nog niets om in te zoeken, te sorteren of te filteren")),
    (
        9,
        Deels(
            &[
                "een_correctie_van_een_verborgen_feit_is_zelf_verborgen",
                "de_staat_die_een_lezer_krijgt_volgt_uit_wat_die_lezer_ziet",
            ],
            9,
            "bladeren met nummers bestaat pas met de pagina's",
        ),
    ),
    (
        10,
        Bewezen(&[
            "de_metadata_noemen_geen_persoon_en_geen_trefwoorden",
            "het_merk_staat_in_geen_pdf",
            "de_map_van_de_papieren_zegt_niets_over_de_zaak",
        ]),
    ),
    (11, Wacht(6, "er is nog geen agenda om op te abonneren")),
    (
        12,
        Deels(
            &["een_onbekend_veld_wordt_geweigerd", "de_herkomst_komt_nooit_uit_het_verzoek"],
            8,
            "verzoeken over het net bestaan pas met de server",
        ),
    ),
    (
        13,
        Bewezen(&[
            "een_onbekende_naam_of_een_later_schema_wordt_geweigerd",
            "elk_event_houdt_zijn_opgeslagen_vorm",
        ]),
    ),
    (
        14,
        Deels(
            &[
                "het_merk_komt_uit_bij_bedrijfsarts_en_werknemer_en_bij_niemand_anders",
                "een_node_zonder_hoofdsleutel_leest_dicht_en_kan_niet_verzegelen",
            ],
            8,
            "een eigen proces per groep lezers bestaat nog niet",
        ),
    ),
    (15, Wacht(5, "de wacht op vrije tekst is een ander deel van deze issue")),
    (
        16,
        Deels(
            &[
                "i04_claims_en_betalingen_krijgen_nooit_de_bronfactuur",
                "ac16_claims_ziet_van_een_interventie_nooit_de_soort",
            ],
            9,
            "betaalberichten worden nog niet gemaakt",
        ),
    ),
    (
        17,
        Deels(
            &["ac17_zonder_een_groep_van_genoeg_mensen_geen_cijfers"],
            9,
            "cijfers over een groep worden nog niet gemaakt",
        ),
    ),
    (
        18,
        Deels(
            &[
                "i08_welk_vangnet_geldt_bereikt_nooit_werkgever_of_verzekeraar",
                "de_werkgever_ziet_niet_dat_de_arbodienst_een_vangnet_vaststelde",
            ],
            7,
            "brieven van UWV zijn nog geen bijlage",
        ),
    ),
    (
        19,
        Deels(
            &[
                "ac19_na_het_einde_van_de_delegatie_opent_de_delegatie_niets_meer",
                "i12_een_ingetrokken_recht_geeft_niets",
            ],
            8,
            "sessies en open verbindingen bestaan pas met de server",
        ),
    ),
    (
        20,
        Deels(
            &[
                "wie_de_klok_terugzet_ziet_alleen_de_feiten_van_toen",
                "ac20_een_ingetrokken_toestemming_opent_niets_meer",
            ],
            5,
            "toestemming als feit met begin en einde is een ander deel van deze issue",
        ),
    ),
    (
        21,
        Deels(
            &["i09_zonder_naam_in_het_plan_van_aanpak_krijgt_een_casemanager_geen_b"],
            8,
            "een uitdraai die later wordt opgehaald bestaat nog niet",
        ),
    ),
    (
        22,
        Deels(
            &["i13_gewiste_gegevens_geven_niets", "een_gewist_dossier_ziet_eruit_als_geen_dossier"],
            8,
            "bewaarde uitdraaien en links bestaan nog niet",
        ),
    ),
    (23, Wacht(4, "een reservekopie terugzetten bestaat nog niet")),
    (24, Wacht(4, "een reservekopie van de sleutels terugzetten bestaat nog niet")),
    (
        25,
        Bewezen(&[
            "niets_van_een_sectie_staat_leesbaar_in_het_journaal",
            "na_netjes_sluiten_is_er_niets_in_te_lezen",
            "een_vernietigde_sleutel_is_van_de_schijf_en_blijft_weg",
        ]),
    ),
    (26, Wacht(8, "er is geen index op het burgerservicenummer")),
    (
        27,
        Bewezen(&[
            "een_zegel_gaat_nergens_anders_open",
            "een_rij_op_een_andere_plek_is_beschadigd",
        ]),
    ),
    (
        28,
        Deels(
            &[
                "een_afgeknipte_staart_die_bevestigd_was_heet_verlies",
                "een_verdwenen_segment_is_schade_en_geen_kortere_log",
            ],
            4,
            "een getuige buiten de opslag bestaat nog niet",
        ),
    ),
    (
        29,
        Deels(
            &["i16_geen_c_naar_de_medisch_adviseur_zonder_vooraf_informeren_of_machtiging"],
            5,
            "doorsturen als opdracht is een ander deel van deze issue",
        ),
    ),
    (
        30,
        Deels(
            &[
                "i07_niemand_verwijdert_c_met_de_hand",
                "i21_zolang_de_bewaartermijn_loopt_verwijdert_niemand",
            ],
            4,
            "vernietigen door twee mensen na een wachttijd bestaat nog niet",
        ),
    ),
    (31, Bewezen(&["ac31_een_bemiddelaar_leest_alleen_wat_hij_zelf_instuurde"])),
    (32, Bewezen(&["i09_zonder_naam_in_het_plan_van_aanpak_krijgt_een_casemanager_geen_b"])),
    (
        33,
        Deels(
            &["i21_zolang_de_bewaartermijn_loopt_verwijdert_niemand"],
            4,
            "vernietigen op het einde van de termijn bestaat nog niet",
        ),
    ),
    (
        34,
        Deels(
            &["ac34_claims_vraagt_en_leest_niets_buiten_a", "i02_claims_krijgt_nooit_b_of_c"],
            9,
            "formulieren bestaan nog niet",
        ),
    ),
    (
        35,
        Bewezen(&[
            "i20_de_werkgever_leest_nooit_b_dat_alleen_de_werknemer_vertelde",
            "werkgever_en_casemanager_lezen_niet_wat_in_het_oordeel_van_de_werknemer_staat",
        ]),
    ),
    (
        36,
        Bewezen(&[
            "de_werkgever_kan_zich_niet_voordoen_als_de_bedrijfsarts",
            "een_backofficemedewerker_is_nooit_de_bron_van_een_oordeel_van_de_bedrijfsarts",
        ]),
    ),
    (
        37,
        Deels(
            &["i19_de_werknemer_ziet_alles_wat_de_werkgever_ziet"],
            5,
            "doorsturen als opdracht is een ander deel van deze issue",
        ),
    ),
    (
        38,
        Deels(
            &["ac38_de_uitvoerder_stuurt_c_alleen_naar_de_bedrijfsarts"],
            7,
            "stukken van buiten inlezen bestaat nog niet",
        ),
    ),
    (39, Wacht(8, "antwoorden om te bewaren of te herhalen bestaan pas met de server")),
    (
        40,
        Deels(
            &["debug_van_sleutel_en_kop_drukt_niets_af"],
            8,
            "een medisch proces dat apart draait bestaat nog niet",
        ),
    ),
    (41, Wacht(8, "verzoeken van de werknemer komen binnen bij de server")),
    (42, Wacht(8, "bestanden insturen bestaat nog niet")),
    (
        43,
        Wacht(
            5,
            "een afwijking als feit met goedkeurder en einddatum is een ander deel van deze issue",
        ),
    ),
    (
        44,
        Deels(
            &["i14_rollen_die_niet_samengaan_geven_niets"],
            5,
            "accounts met functies zijn een ander deel van deze issue",
        ),
    ),
    (
        45,
        Deels(
            &["ac45_een_toetser_leest_niet_meer_dan_zijn_functie_en_schrijft_niet"],
            5,
            "een toetsing met reden en einde is een ander deel van deze issue",
        ),
    ),
    (
        46,
        Deels(
            &["ac46_een_beheerder_heeft_zonder_afwijking_en_delegatie_geen_c"],
            8,
            "ticket, tweede stap en alarm horen bij de server",
        ),
    ),
    (
        47,
        Bewezen(&[
            "ac47_een_leverancier_mag_nooit_iets",
            "ac46_een_beheerder_heeft_zonder_afwijking_en_delegatie_geen_c",
        ]),
    ),
    (
        48,
        Bewezen(&[
            "een_arts_leest_het_eigen_dossier_niet_met_de_rechten_van_de_betrokkene",
            "ac48_rechten_van_twee_petten_tellen_niet_op",
        ]),
    ),
];

#[test]
fn elk_geval_staat_een_keer_in_de_lijst_met_tests_die_bestaan() {
    let bekend = tests_van_het_huis();
    let nummers: Vec<u8> = GEVALLEN.iter().map(|(nummer, _)| *nummer).collect();
    assert_eq!(nummers, (1..=48).collect::<Vec<u8>>());
    let (mut bewezen, mut deels, mut wacht) = (0, 0, 0);
    for (nummer, stand) in &GEVALLEN {
        let tests = match stand {
            Bewezen(tests) => {
                bewezen += 1;
                *tests
            }
            Deels(tests, issue, waarom) => {
                deels += 1;
                println!("AC-{nummer:02} wacht deels op issue {issue}: {waarom}");
                *tests
            }
            Wacht(issue, waarom) => {
                wacht += 1;
                println!("AC-{nummer:02} wacht op issue {issue}: {waarom}");
                &[]
            }
        };
        for test in tests {
            assert!(bekend.contains(*test), "AC-{nummer:02}: er is geen test `{test}`");
        }
    }
    println!("{bewezen} gevallen bewezen, {deels} deels, {wacht} wachten");
}

/// The name of every function that a test attribute stands above, in the whole workspace.
fn tests_van_het_huis() -> BTreeSet<String> {
    let wortel = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut namen = BTreeSet::new();
    for map in ["crates", "tests"] {
        verzamel(&wortel.join(map), &mut namen);
    }
    namen
}

fn verzamel(map: &Path, namen: &mut BTreeSet<String>) {
    for pad in fs::read_dir(map).unwrap().map(|regel| regel.unwrap().path()) {
        if pad.is_dir() {
            verzamel(&pad, namen);
        } else if pad.extension().is_some_and(|soort| soort == "rs") {
            let tekst = fs::read_to_string(&pad).unwrap();
            let na_kenmerk = tekst.split("test]\n").skip(1);
            let naam = |deel: &str| {
                let (_, rest) = deel.split_once("fn ")?;
                Some(rest.split('(').next()?.to_owned())
            };
            namen.extend(na_kenmerk.filter_map(naam));
        }
    }
}
