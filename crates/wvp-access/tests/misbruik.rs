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
            &[
                "een_ander_dossier_en_geen_dossier_zien_er_hetzelfde_uit",
                "ac_01_de_werkgever_van_een_ander_leest_en_schrijft_niets",
            ],
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
            "geen_bericht_draagt_een_merk",
        ]),
    ),
    (
        4,
        Deels(
            &[
                "een_kapotte_regel_wordt_genoemd_zonder_hem_te_herhalen",
                "het_merk_staat_in_geen_logregel",
                "geen_foutmelding_draagt_een_merk",
                "een_weigering_herhaalt_nooit_het_woord",
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
                "elke_lezer_ziet_op_de_tijdlijn_precies_wat_de_tabel_toestaat",
                "een_node_zonder_hoofdsleutel_leest_dicht_en_kan_niet_verzegelen",
            ],
            8,
            "een eigen proces per groep lezers bestaat nog niet",
        ),
    ),
    (
        15,
        Deels(
            &[
                "de_werkgever_schrijft_geen_diagnose_in_een_verslag",
                "ziekten_medicijnen_en_behandelingen_worden_herkend",
            ],
            7,
            "bestandsnamen en bijlagen van buiten bestaan nog niet",
        ),
    ),
    (
        16,
        Bewezen(&[
            "i04_claims_en_betalingen_krijgen_nooit_de_bronfactuur",
            "ac16_claims_ziet_van_een_interventie_nooit_de_soort",
            "een_betaalbericht_is_een_naam_en_een_bedrag_en_alleen_voor_claims_en_betaling",
            "de_factuur_van_een_uitvoerder_bereikt_claims_en_betaling_nooit",
        ]),
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
                "claims_hoort_na_bericht_aan_de_werknemer_dat_er_een_vangnet_is_en_nooit_welk",
            ],
            7,
            "brieven van UWV zijn nog geen bijlage",
        ),
    ),
    (
        19,
        Deels(
            &[
                "ac_19_een_ingetrokken_delegatie_opent_meteen_niets_meer",
                "ac_19_een_recht_dat_tussen_oordeel_en_vastleggen_eindigt_telt_niet_meer",
                "een_delegatie_opent_en_haar_einde_sluit",
                "i12_een_ingetrokken_recht_geeft_niets",
            ],
            8,
            "sessies en open verbindingen bestaan pas met de server",
        ),
    ),
    (
        20,
        Bewezen(&[
            "ac_20_een_eerdere_dag_lezen_geeft_de_feiten_van_toen_door_de_rechten_van_nu",
            "ac_20_een_recht_dat_eindigde_staat_toen_nog_open_en_nu_niet",
            "ac_20_ingetrokken_toestemming_sluit_wat_zij_opende_en_niet_met_terugwerkende_kracht",
            "toestemming_opent_en_intrekken_sluit",
            "wie_de_klok_terugzet_ziet_alleen_de_feiten_van_toen",
        ]),
    ),
    (
        21,
        Deels(
            &[
                "ac_32_de_casemanager_die_niet_in_het_plan_staat_leest_geen_re_integratiegegevens",
                "wie_zijn_functie_verliest_ziet_nergens_meer_iets",
            ],
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
    (
        23,
        Bewezen(&[
            "een_backup_van_voor_het_vergeten_brengt_niets_terug_als_de_bewijzen_erbij_zijn",
        ]),
    ),
    (
        24,
        Bewezen(&[
            "een_sleutel_die_weg_is_zonder_bewijs_wordt_genoemd",
            "een_backup_van_voor_het_vergeten_brengt_niets_terug_als_de_bewijzen_erbij_zijn",
        ]),
    ),
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
        Bewezen(&[
            "een_afgeknipte_staart_die_bevestigd_was_heet_verlies",
            "een_verdwenen_segment_is_schade_en_geen_kortere_log",
            "een_anker_noemt_een_stroom_die_later_is_afgekapt",
            "een_anker_van_de_server_noemt_een_stroom_die_later_is_afgekapt",
        ]),
    ),
    (
        29,
        Bewezen(&[
            "i16_geen_c_naar_de_medisch_adviseur_zonder_vooraf_informeren_of_machtiging",
            "eerst_inlichten_en_dan_sturen",
        ]),
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
    (
        32,
        Bewezen(&[
            "i09_zonder_naam_in_het_plan_van_aanpak_krijgt_een_casemanager_geen_b",
            "ac_32_de_casemanager_die_niet_in_het_plan_staat_leest_geen_re_integratiegegevens",
        ]),
    ),
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
            "een_afzender_doet_zich_niet_voor_als_een_ander",
        ]),
    ),
    (
        37,
        Deels(
            &[
                "i19_de_werknemer_ziet_alles_wat_de_werkgever_ziet",
                "de_werknemer_ziet_elke_doorzending_en_een_ander_alleen_de_eigen",
            ],
            7,
            "een afschrift van een document aan werkgever en werknemer bestaat nog niet",
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
    (43, Bewezen(&["ac_43_een_afwijking_is_van_de_directie_voor_een_ander_en_voor_korte_tijd"])),
    (
        44,
        Bewezen(&[
            "i14_rollen_die_niet_samengaan_geven_niets",
            "ac_44_een_persoon_beoordeelt_nooit_claims_en_begeleidt_re_integratie",
            "ac_44_wie_het_taakgebied_verdraait_wordt_geweigerd",
        ]),
    ),
    (
        45,
        Bewezen(&[
            "ac45_een_toetser_leest_niet_meer_dan_zijn_functie_en_schrijft_niet",
            "ac_45_een_toets_opent_een_dossier_voor_een_vakgenoot_met_dat_doel_voor_korte_tijd",
            "ac_45_wie_een_ander_vak_heeft_toetst_niet",
        ]),
    ),
    (
        46,
        Deels(
            &[
                "ac46_een_beheerder_heeft_zonder_afwijking_en_delegatie_geen_c",
                "ac_46_niemand_beheert_het_eigen_account_en_alleen_de_beheerder_beheert",
            ],
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
            "ac_47_en_48_elke_pet_heeft_haar_eigen_rechten_en_een_pet_die_niemand_gaf_heeft_er_geen",
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
