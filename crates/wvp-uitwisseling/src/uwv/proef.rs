//! Messages for tests, as they come in: fictitious people.

use serde_json::{Value, json};

fn basis(naam: &str, melding: Value) -> Value {
    let mut bericht = json!({
        "CdBerichtType": "VM",
        "NatuurlijkPersoon": {
            "Burgerservicenr": "111222333",
            "Geboortedat": "19800505",
            "Voorletters": "V",
            "SignificantDeelVanDeAchternaam": "Voorbeeld & <Zoon>",
        },
        "AdministratieveEenheid": { "Loonheffingennr": "123456782L01", "Naam": "Voorbeeld BV" },
    });
    bericht[naam] = melding;
    bericht
}

pub(super) fn week_42() -> Value {
    let melding = json!({ "DatEersteAoDag": "20250303", "IndOnafgebrokenAo": "1" });
    basis("MeldingLangdurigAo", melding)
}

pub(super) fn onderbroken() -> Value {
    let melding = json!({ "ReferentieMelding": "zaak 7", "DatEersteAoDag": "20250407", "IndOnafgebrokenAo": "2" });
    let mut bericht = basis("MeldingLangdurigAo", melding);
    bericht["AoPeriode"] = json!([
        { "DatEersteAoDag": "20250303", "DatLaatsteAoDag": "20250316" },
        { "DatEersteAoDag": "20250324", "DatLaatsteAoDag": "20250330" },
    ]);
    bericht["Contactgegevens"] = json!({
        "NaamContactpersoonAfd": "Afdeling verzuim", "Telefoon": "0201234567",
        "NrLokaleVestiging": "000012345678", "EMailAdres": "verzuim@voorbeeld.example",
    });
    bericht["Adres"] = json!([{ "CdAdresrol": "V", "DatB": "20250303", "StraatadresNederland": {
        "Straatnaam": "Dorpsstraat", "Huisnr": "1", "Huisnrtoevoeging": "a", "Postcd": "1234AB",
        "Woonplaatsnaam": "Voorbeelddam",
    } }]);
    bericht["Ketenpartij"] = json!([{
        "Naam": "Poortwachter", "CdRolKetenpartij": "02", "CdSrtIndiener": "WG", "VolgNr": "1",
        "Contactgegevens": { "NaamContactpersoonAfd": "Beheer" },
    }]);
    bericht
}

pub(super) fn hersteld() -> Value {
    let melding = json!({ "DatHersteld": "20260105", "DatEersteAoDag": "20250303" });
    basis("MeldingHersteldLangdurigAo", melding)
}

pub(super) fn hervat(hoe: &Value) -> Value {
    let mut melding = json!({ "DatEersteAoDag": "20250303" });
    melding.as_object_mut().unwrap().extend(hoe.as_object().unwrap().clone());
    basis("MeldingWerkhervatting", melding)
}

pub(super) fn ziekte() -> Value {
    let melding = json!({
        "DatTijdOpstellenMelding": "20250304093000",
        "DatEersteAoDag": "20250303",
        "ToelichtingMelding": "het rooster staat in de bijlage",
        "CdRedenAangifteAo": "04",
        "CdRedenToepassenArt29bZw": "11",
        "DatLaatsteGewerkteDag": "20250228",
        "AantGewerkteUrenEersteAoDag": "0200",
        "BedrSvLoonPerDagGedWerkenTijdAo": "12.5",
        "GemiddeldAantWerkurenPerWeek": "3600",
        "IndEDnstvrbndCtrTijdensZiekte": "2",
        "OproepInvalZiekUitDienstMld": { "CdInitiatiefnemerOntslag": "1" },
    });
    let mut bericht = basis("MeldingZiekte", melding);
    bericht["NatuurlijkPersoon"]["Bankrekening"] =
        json!({ "Bic": "ABNANL2A", "Iban": "NL91ABNA0417164300", "NaamBank": "Voorbeeldbank" });
    bericht["AdministratieveEenheid"]["SectorRisicogroep"] =
        json!([{ "CdRisicopremiegroep": "01", "CdSectorOsv": "044" }]);
    bericht["AdministratieveEenheid"]["Arbeidsverhouding"] = json!({
        "CdAardArbv": "01", "DatB": "20200101", "PercLoondoorbetalingTijdensAo": "70",
        "CdContractOnbepaaldeTijd": "O", "CdCao": "0633",
    });
    bericht
}

pub(super) fn alle() -> Vec<Value> {
    let volledig = hervat(&json!({ "VolledigHersteld": { "DatHersteld": "20250401" } }));
    let deels = hervat(&json!({ "WerkhervattingGedeeltelijk": {
        "DatGedeeltelijkeWerkhervatting": "20250401", "BedrSvLoonPerDag": "60.00" } }));
    vec![week_42(), onderbroken(), hersteld(), volledig, deels, ziekte()]
}
