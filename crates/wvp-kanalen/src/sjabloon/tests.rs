//! Proofs of the check: every rule is broken once, and the file that breaks it is named with its line.

use std::fs;
use std::path::Path;

use uuid::Uuid;
use wvp_domain::{Datum, DossierId, TermijnId};
use wvp_engine::Bericht;
use wvp_engine::bericht::{Stap, Stapmelding, Toelichting};

use super::{Bestand, Huisstijl, Overtreding, Sjablonen, SjabloonFouten};
use crate::Openheid;

fn huisstijl(openheid: Openheid) -> Huisstijl {
    Huisstijl::try_new(openheid, "https://inloggen.werkgever.example/").unwrap()
}

fn melding(nummer: u128) -> Stapmelding {
    Stapmelding {
        id: Uuid::from_u128(nummer),
        dossier: DossierId(Uuid::from_u128(0xABCD << 112)),
        stap: Stap::Wettelijk(TermijnId::PlanVanAanpak),
        uiterlijk: Datum::ymd(2024, 2, 26).unwrap(),
        op: Datum::ymd(2024, 2, 12).unwrap(),
        toelichting: vec![Toelichting::Waarneming],
    }
}

/// A message of so many steps.
fn bericht(aantal: u128) -> Bericht {
    Bericht {
        id: Uuid::from_u128(99),
        aan_naam: "R. Voorbeeld".to_owned(),
        aan_email: "r@werkgever.example".to_owned(),
        onderwerp: "Dit onderwerp telt niet".to_owned(),
        tekst: "Deze tekst telt niet".to_owned(),
        op: Datum::ymd(2024, 2, 12).unwrap(),
        stappen: (1..=aantal).map(melding).collect(),
    }
}

fn schrijf_standaard(map: &Path) {
    for bestand in Bestand::ALLE {
        fs::write(map.join(bestand.naam()), bestand.standaard()).unwrap();
    }
}

/// Reads a folder in which one file says this.
fn met(bestand: &str, tekst: &str) -> Result<Sjablonen, SjabloonFouten> {
    let map = tempfile::tempdir().unwrap();
    schrijf_standaard(map.path());
    fs::write(map.path().join(bestand), tekst).unwrap();
    Sjablonen::uit_map(map.path(), huisstijl(Openheid::Kenmerk))
}

/// The line and the rule of the one thing that is wrong.
fn fout(bestand: &str, tekst: &str) -> (usize, Overtreding) {
    let SjabloonFouten(fouten) = met(bestand, tekst).unwrap_err();
    assert_eq!(fouten.len(), 1, "{fouten:?}");
    assert_eq!(fouten[0].bestand, bestand);
    (fouten[0].regel, fouten[0].wat.clone())
}

#[test]
fn een_onbekende_variabele_wordt_met_bestand_en_regel_genoemd() {
    let SjabloonFouten(fouten) = met("enkel.txt", "Dag\n\n{{ naam }}\n").unwrap_err();
    let tekst = fouten[0].to_string();
    assert!(
        tekst.starts_with("`enkel.txt`, regel 3: variabele `naam` bestaat hier niet"),
        "{tekst}"
    );
    // Also where an example would not come.
    let (regel, wat) =
        fout("enkel.html", "<p>\n{% if te_laat and not te_laat %}\n{{ bsn }}{% endif %}");
    assert!(regel == 3 && matches!(wat, Overtreding::Variabele { .. }), "{wat}");
    let (regel, wat) = fout("bundel.txt", "{% for r in regels %}\n{{ r.naam }}{% endfor %}");
    assert!(regel == 2 && matches!(wat, Overtreding::Veld { .. }), "{wat}");
}

#[test]
fn een_onderwerp_toont_alleen_kenmerk_en_stap() {
    let (regel, wat) = fout("enkel.onderwerp.txt", "Stap {{ stap }}{{ uiterlijk }}");
    assert_eq!((regel, wat), (1, Overtreding::Onderwerp("uiterlijk".to_owned())));
    let (_, wat) = fout("bundel.onderwerp.txt", "{{ kenmerk }}");
    assert_eq!(wat, Overtreding::Onderwerp("kenmerk".to_owned()));
    // What the silent setting leaves out may not be taken for granted.
    let (_, wat) = fout("enkel.onderwerp.txt", "Kenmerk {{ kenmerk }}");
    assert!(matches!(wat, Overtreding::Voorbeeld { openheid: "stil", .. }), "{wat}");
    let (_, wat) = fout("enkel.onderwerp.txt", "Stap\nklaar");
    assert!(matches!(wat, Overtreding::Lengte(_)), "{wat}");
    assert_eq!(fout("enkel.onderwerp.txt", "Zaak 123456782").1, Overtreding::Nummer);
}

#[test]
fn gezondheid_staat_in_geen_enkel_sjabloon() {
    assert_eq!(fout("enkel.txt", "Dag\nBeterschap met uw griep"), (2, Overtreding::Gezondheid));
    assert_eq!(fout("bundel.onderwerp.txt", "Verzuim"), (1, Overtreding::Gezondheid));
    assert_eq!(fout("enkel.txt", "{{ 'zi' ~ 'ek' }}"), (1, Overtreding::Gezondheid));
}

#[test]
fn html_haalt_niets_op_en_ontsnapt_altijd() {
    for stuk in
        ["<img alt=x>", "<p style=\"background: url( x )\">", "<style>p{}</style>", "<SCRIPT>"]
    {
        let (regel, wat) = fout("enkel.html", &format!("<p>\n{stuk}"));
        assert!(regel == 2 && matches!(wat, Overtreding::Ophalen(_)), "{stuk}: {wat}");
    }
    assert_eq!(fout("enkel.html", "<a href=\"https://x.example\">").1, Overtreding::Verwijzing);
    assert!(matches!(fout("enkel.html", "{{ stap|safe }}").1, Overtreding::Filter { .. }));
    let uit = "{% autoescape false %}x{% endautoescape %}";
    let SjabloonFouten(fouten) = met("enkel.html", uit).unwrap_err();
    assert!(fouten.iter().any(|it| matches!(it.wat, Overtreding::Opdracht(_))), "{fouten:?}");
}

#[test]
fn wat_geen_sjabloon_is_wordt_gezegd() {
    let (regel, wat) = fout("enkel.txt", "Dag\n{% if te_laat %}\n");
    assert!(matches!(wat, Overtreding::Syntaxis(_)), "{regel}: {wat}");
    assert_eq!(fout("enkel.txt", "{{ toelichting['naam'] }}").1, Overtreding::Haken);
    assert_eq!(fout("bundel.htm", "x"), (0, Overtreding::Onbekend));
}

#[test]
fn alles_wat_mis_is_wordt_in_een_keer_genoemd() {
    let map = tempfile::tempdir().unwrap();
    schrijf_standaard(map.path());
    fs::remove_file(map.path().join("bundel.txt")).unwrap();
    fs::write(map.path().join("enkel.txt"), "{{ naam }}").unwrap();
    let SjabloonFouten(fouten) =
        Sjablonen::uit_map(map.path(), huisstijl(Openheid::Stil)).unwrap_err();
    let gevonden: Vec<&str> = fouten.iter().map(|it| it.bestand.as_str()).collect();
    assert_eq!(gevonden, ["bundel.txt", "enkel.txt"]);
    assert_eq!(fouten[0].wat, Overtreding::Ontbreekt);
}

#[test]
fn een_beheerder_kan_een_sjabloon_wijzigen() {
    let sjablonen = met("bundel.onderwerp.txt", "Overzicht van vandaag\n").unwrap();
    let post = sjablonen.verwoord(&bericht(2)).unwrap();
    assert_eq!(post.onderwerp(), "Overzicht van vandaag");
}

#[test]
fn de_openheid_bepaalt_wat_het_onderwerp_zegt() {
    let onderwerp = |openheid| {
        let sjablonen = Sjablonen::ingebed(huisstijl(openheid)).unwrap();
        sjablonen.verwoord(&bericht(1)).unwrap().onderwerp().to_owned()
    };
    assert_eq!(onderwerp(Openheid::Stil), "Er staat een stap voor u klaar");
    assert_eq!(onderwerp(Openheid::Kenmerk), "Er staat een stap voor u klaar (kenmerk ABCD0000)");
    assert_eq!(
        onderwerp(Openheid::KenmerkEnStap),
        "Er staat een stap voor u klaar: Plan van aanpak (kenmerk ABCD0000)"
    );
}

#[test]
fn tekst_en_html_zeggen_hetzelfde() {
    let sjablonen = Sjablonen::ingebed(huisstijl(Openheid::Kenmerk)).unwrap();
    let post = sjablonen.verwoord(&bericht(1)).unwrap();
    assert_eq!(
        post.tekst(),
        "Goedendag,\n\nEr staat een stap voor u klaar (kenmerk ABCD0000).\nDeze stap moet uiterlijk op \
         26 februari 2024 klaar zijn.\n\nU krijgt dit omdat u voor iemand waarneemt.\n\n\
         Log in om te zien wat er nodig is:\nhttps://inloggen.werkgever.example/\n\n\
         Uit veiligheid staat dat niet in dit bericht. U kunt dit bericht niet beantwoorden."
    );
    for zin in ["26 februari 2024", "kenmerk ABCD0000", "voor iemand waarneemt"] {
        assert!(post.html().contains(zin), "{zin}");
    }
    // HTML may write a slash as a number; a browser reads it back.
    let html = post.html().replace("&#x2f;", "/");
    assert!(html.contains("href=\"https://inloggen.werkgever.example/\""), "{html}");
    assert!(!post.html().contains("Plan van aanpak") && !post.tekst().contains("Plan van aanpak"));
}

#[test]
fn een_bundel_heeft_een_regel_per_stap() {
    let sjablonen = Sjablonen::ingebed(huisstijl(Openheid::KenmerkEnStap)).unwrap();
    let post = sjablonen.verwoord(&bericht(2)).unwrap();
    let regels: Vec<&str> = post.tekst().lines().filter(|it| it.starts_with("- ")).collect();
    assert_eq!(
        regels,
        ["- Kenmerk ABCD0000, Plan van aanpak: moet klaar zijn op 26 februari 2024. \
          U krijgt dit omdat u voor iemand waarneemt."; 2]
    );
    assert_eq!(post.html().matches("<li").count(), 2);
    assert_eq!(post.onderwerp(), "Er staan stappen voor u klaar");
}

#[test]
fn een_bericht_van_elders_houdt_zijn_tekst_en_verliest_zijn_onderwerp() {
    let sjablonen = Sjablonen::ingebed(huisstijl(Openheid::Kenmerk)).unwrap();
    let bericht = Bericht {
        id: Uuid::from_u128(7),
        aan_naam: "R. Voorbeeld".to_owned(),
        aan_email: "r@werkgever.example".to_owned(),
        onderwerp: "Jan heeft griep".to_owned(),
        tekst: "Beste <R>,\n\nEen.\nTwee.\n".to_owned(),
        op: Datum::ymd(2024, 2, 5).unwrap(),
        stappen: vec![],
    };
    let post = sjablonen.verwoord(&bericht).unwrap();
    assert_eq!(post.onderwerp(), "Er staat een stap voor u klaar");
    assert_eq!(post.tekst(), bericht.tekst);
    assert!(
        post.html().contains("Beste &lt;R&gt;,</p>") && post.html().contains("Een.<br>Twee.</p>")
    );
    let zonder = Bericht { aan_email: "griep".to_owned(), ..bericht };
    let fout = sjablonen.verwoord(&zonder).unwrap_err();
    assert!(fout.is_blijvend() && !fout.to_string().contains("griep"));
}

#[test]
fn een_inlogadres_zonder_https_wordt_geweigerd() {
    assert!(Huisstijl::try_new(Openheid::Stil, "http://werkgever.example/").is_err());
}
