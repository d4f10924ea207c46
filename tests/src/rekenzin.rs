//! Cases of law for the calculator, in plain Dutch: what is given, and what must follow.
//!
//! A file holds one group of rules. `geval` opens a case and says what it shows, `gegeven` adds a fact,
//! `dan` asks for an outcome. Everything after `#` is for the reader.

#![expect(
    clippy::indexing_slicing,
    clippy::unnecessary_wraps,
    reason = "a JSON value gives null for a key that is not there; every arm of a reader answers alike"
)]

use serde_json::{Map, Value, json};
use wvp_domain::Datum;
use wvp_domain::rekenmachine::{InvoerFout, Ruw, bereken_ruw};

/// Plays every case of a file.
///
/// # Errors
///
/// Every line that cannot be read or does not hold, with its number.
pub fn speel(tekst: &str) -> Result<usize, Vec<String>> {
    let mut fouten = vec![];
    let mut geval = Geval::default();
    let mut gevallen = 0;
    for (nummer, regel) in (1..).zip(tekst.lines()) {
        let zin = regel.split(" #").next().unwrap_or_default().trim();
        if zin.is_empty() || zin.starts_with('#') {
            continue;
        }
        let uitkomst = if let Some(titel) = zin.strip_prefix("geval ") {
            geval = Geval { titel: titel.to_owned(), ..Geval::default() };
            gevallen += 1;
            Ok(())
        } else if let Some(feit) = zin.strip_prefix("gegeven ") {
            geval.gegeven(feit)
        } else if let Some(eis) = zin.strip_prefix("dan ") {
            geval.eis(eis)
        } else {
            Err("een regel begint met geval, gegeven of dan".to_owned())
        };
        if let Err(waarom) = uitkomst {
            fouten.push(format!("regel {nummer} ({}): {zin}\n  {waarom}", geval.titel));
        }
    }
    if fouten.is_empty() { Ok(gevallen) } else { Err(fouten) }
}

/// The facts so far.
#[derive(Default)]
struct Geval {
    titel: String,
    invoer: Map<String, Value>,
}

type Uitkomst = Result<(), String>;

impl Geval {
    fn gegeven(&mut self, feit: &str) -> Uitkomst {
        let woorden: Vec<&str> = feit.split_whitespace().collect();
        match woorden.as_slice() {
            ["vandaag", "is", dag] => self.zet("peildatum", datum(dag)?),
            ["ziek", "vanaf", dag] => {
                self.voeg("perioden", json!({ "eerste_ziektedag": datum(dag)? }))
            }
            ["ziek", "vanaf", dag, "door", "zwangerschap"] => self.voeg(
                "perioden",
                json!({ "eerste_ziektedag": datum(dag)?, "door_zwangerschap": true }),
            ),
            ["ziek", "vanaf", dag, "hersteld", "per", hersteld, rest @ ..] => self.voeg(
                "perioden",
                json!({
                    "eerste_ziektedag": datum(dag)?, "hersteld_per": datum(hersteld)?,
                    "door_zwangerschap": rest == ["door", "zwangerschap"],
                }),
            ),
            ["verlof", "van", van, "tot", "en", "met", tot, "met", oorzaak @ ..] => self.voeg(
                "verlof",
                json!({
                    "van": datum(van)?, "tot_en_met": datum(tot)?,
                    "zelfde_oorzaak": oorzaak == ["dezelfde", "oorzaak"],
                }),
            ),
            ["gedaan", stap, "op", dag] => self.zet_in("gedaan", stap, datum(dag)?),
            ["aow", "op", dag] => self.zet("aow_datum", datum(dag)?),
            ["laatste", "werkdag", dag] => self.zet("laatste_werkdag", datum(dag)?),
            ["herstel", "binnen", "drie", "maanden", "verwacht"] => {
                self.zet("herstel_binnen_3_maanden", json!(true))
            }
            ["geen", "mogelijkheden"] => self.zet("geen_mogelijkheden", json!(true)),
            ["vangnet", soort] => self.zet("vangnet", json!(soort)),
            ["flexibele", "verlofperiode", "vanaf", dag] => {
                self.zet("flexperiode_van", datum(dag)?)
            }
            ["werkgever", "wist", "het", "pas", "op", dag] => self.zet("bekend_sinds", datum(dag)?),
            ["de", "brief", "van", "uwv", "komt", "nooit"] => self.zet("uwv_brief", json!("nooit")),
            ["de", "brief", "van", "uwv", "is", "er", "nog", "niet"] => {
                self.zet("uwv_brief", json!("nog_niet"))
            }
            ["de", "brief", "van", "uwv", "kwam", "op", dag] => {
                self.zet_in("gedaan", "uwv_brief_ontvangen", datum(dag)?)
            }
            ["de", "brief", "van", "uwv", "noemt", dag] => {
                self.zet("uwv_brief_uiterlijk", datum(dag)?)
            }
            ["verlenging", "tot", dag] => self.zet_in("verlenging", "tot", datum(dag)?),
            ["verkorting", "van", "de", "verlenging", "gevraagd", "op", dag] => {
                self.zet_in("verlenging", "verkorting_gevraagd", datum(dag)?)
            }
            ["een", "loonsanctie"] => self.zet("loonsanctie", json!({})),
            ["loonsanctie", "opgelegd", "op", dag] => {
                self.zet_in("loonsanctie", "opgelegd", datum(dag)?)
            }
            ["bekorting", "gevraagd", "op", dag] => {
                self.zet_in("loonsanctie", "bekorting_gevraagd", datum(dag)?)
            }
            ["bekorting", "besloten", "op", dag] => {
                self.zet_in("loonsanctie", "besluit", datum(dag)?)
            }
            ["iva", "aangevraagd", "op", dag] => self.zet("vervroegde_iva_aanvraag", datum(dag)?),
            ["keuze", keuze, "is", antwoord] => self.zet_in("keuzes", keuze, json!(antwoord)),
            _ => Err("dit feit ken ik niet".to_owned()),
        }
    }

    fn zet(&mut self, veld: &str, waarde: Value) -> Uitkomst {
        self.invoer.insert(veld.to_owned(), waarde);
        Ok(())
    }

    fn zet_in(&mut self, veld: &str, binnen: &str, waarde: Value) -> Uitkomst {
        let object = self.invoer.entry(veld).or_insert_with(|| json!({}));
        object.as_object_mut().ok_or("geen object")?.insert(binnen.to_owned(), waarde);
        Ok(())
    }

    fn voeg(&mut self, veld: &str, waarde: Value) -> Uitkomst {
        let lijst = self.invoer.entry(veld).or_insert_with(|| json!([]));
        lijst.as_array_mut().ok_or("geen lijst")?.push(waarde);
        Ok(())
    }

    /// The answer of the calculator; without a day of the question it is asked in 2040.
    fn antwoord(&self) -> Result<Vec<Value>, Vec<InvoerFout>> {
        let later = Datum::EERSTE.plus(51_000);
        let ruw: Ruw =
            serde_json::from_value(Value::Object(self.invoer.clone())).map_err(|_| Vec::new())?;
        let uitvoer = bereken_ruw(ruw, later)?;
        let json = serde_json::to_value(uitvoer).map_err(|_| Vec::new())?;
        Ok(json["zaken"].as_array().cloned().unwrap_or_default())
    }

    /// The last case.
    fn zaak(&self) -> Result<Value, String> {
        let zaken = self.antwoord().map_err(|fouten| {
            fouten.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
        })?;
        zaken.into_iter().next_back().ok_or_else(|| "er is geen zaak".to_owned())
    }

    fn rij(&self, id: &str, basis: &str) -> Result<Value, String> {
        let zaak = self.zaak()?;
        let mut rijen = zaak["termijnen"].as_array().cloned().unwrap_or_default().into_iter();
        let basis = basis.trim_start_matches('(').trim_end_matches(')');
        let gezocht = rijen.find(|rij| rij["id"] == id && rij["basis"] == basis);
        gezocht.ok_or_else(|| "die termijn is er niet".to_owned())
    }

    fn eis(&self, eis: &str) -> Uitkomst {
        if let Some((rest, tekst)) = eis.split_once(": ") {
            return self.eis_tekst(rest, tekst);
        }
        let woorden: Vec<&str> = eis.split_whitespace().collect();
        match woorden.as_slice() {
            ["is", id, basis, veld @ ("uiterlijk" | "vroegst"), dag] => {
                gelijk(&self.rij(id, basis)?[*veld], &datum(dag)?)
            }
            ["staat", id, basis, "op", status] => {
                gelijk(&self.rij(id, basis)?["status"], &json!(status))
            }
            ["is", "er", "geen", id] => {
                let zaak = self.zaak()?;
                let rijen = zaak["termijnen"].as_array().cloned().unwrap_or_default();
                let wel = rijen.iter().find(|rij| rij["id"] == *id);
                wel.map_or(Ok(()), |rij| Err(format!("wel, uiterlijk {}", rij["uiterlijk"])))
            }
            ["telt", "alles", "vanaf", dag] => {
                gelijk(&self.zaak()?["verschoven_eerste_ziektedag"], &datum(dag)?)
            }
            ["is", "het", "week", week] => {
                let week: i64 = week.parse().map_err(|_| "geen getal")?;
                gelijk(&self.zaak()?["ziekteweek"], &json!(week))
            }
            ["is", "de", "wachttijd", "voorbij", "na", dag] => {
                gelijk(&self.zaak()?["laatste_dag_wachttijd"], &datum(dag)?)
            }
            ["loopt", "het", "loon", "door", "tot", "en", "met", dag] => {
                gelijk(&self.zaak()?["laatste_dag_loondoorbetaling"], &datum(dag)?)
            }
            ["begint", "de", "wia", "op", dag] => {
                gelijk(&self.zaak()?["eerste_wia_dag"], &datum(dag)?)
            }
            ["begint", "er", "geen", "wia"] => {
                gelijk(&self.zaak()?["eerste_wia_dag"], &Value::Null)
            }
            ["is", "het", "verslag", soort] => gelijk(&self.zaak()?["riv"], &json!(soort)),
            ["zijn", "er", aantal, "zaken"] => {
                let aantal: usize = aantal.parse().map_err(|_| "geen getal")?;
                let zaken = self.antwoord().map_err(|fouten| format!("{fouten:?}"))?;
                gelijk(&zaken.len(), &aantal)
            }
            ["is", "de", "boete", euro] => {
                let euro: i64 = euro.parse().map_err(|_| "geen getal")?;
                gelijk(&self.rij("melding_42e_week", "wet")?["boete_indicatie"], &json!(euro))
            }
            ["is", "er", "geen", "boete", "te", "verwachten"] => {
                gelijk(&self.rij("melding_42e_week", "wet")?["boete_indicatie"], &Value::Null)
            }
            _ => Err("deze eis ken ik niet".to_owned()),
        }
    }

    /// `zegt TERMIJN (BASIS): TEKST`, `staat vast R-..: TEKST`, `wordt geweigerd VELD: TEKST`.
    fn eis_tekst(&self, rest: &str, tekst: &str) -> Uitkomst {
        let woorden: Vec<&str> = rest.split_whitespace().collect();
        match woorden.as_slice() {
            ["zegt", id, basis] => bevat(self.rij(id, basis)?["uitleg"].as_str(), tekst),
            ["staat", "vast", regel] => {
                let zaak = self.zaak()?;
                let stellingen = zaak["stellingen"].as_array().cloned().unwrap_or_default();
                let van_regel = stellingen.iter().filter(|it| it["grondslag"][0] == *regel);
                let gezegd: Vec<&str> = van_regel.filter_map(|it| it["tekst"].as_str()).collect();
                bevat(Some(&gezegd.join(" ")), tekst)
            }
            ["wordt", "geweigerd", veld] => match self.antwoord() {
                Ok(_) => Err("niet geweigerd".to_owned()),
                Err(fouten) => {
                    let van_veld: Vec<String> = fouten
                        .iter()
                        .filter(|fout| fout.veld == *veld)
                        .map(ToString::to_string)
                        .collect();
                    bevat(Some(&van_veld.join(" ")), tekst)
                }
            },
            _ => Err("deze eis ken ik niet".to_owned()),
        }
    }
}

fn datum(tekst: &str) -> Result<Value, String> {
    let dag: Datum = tekst.parse().map_err(|fout: wvp_domain::DatumFout| fout.to_string())?;
    Ok(json!(dag))
}

fn gelijk<T: PartialEq + std::fmt::Debug>(is: &T, verwacht: &T) -> Uitkomst {
    if is == verwacht { Ok(()) } else { Err(format!("is {is:?}, verwacht {verwacht:?}")) }
}

fn bevat(is: Option<&str>, tekst: &str) -> Uitkomst {
    let is = is.unwrap_or_default();
    if !is.is_empty() && is.contains(tekst) { Ok(()) } else { Err(format!("er staat: {is}")) }
}

#[cfg(test)]
mod tests {
    use super::speel;

    #[test]
    fn een_eis_die_niet_klopt_wordt_genoemd_met_haar_regel() {
        let fouten = speel(
            "geval proef\ngegeven ziek vanaf 2025-03-03\n\
             dan is probleemanalyse (wet) uiterlijk 2025-04-15\n",
        )
        .unwrap_err();
        assert!(fouten[0].starts_with("regel 3 (proef)"), "{fouten:?}");
    }

    #[test]
    fn een_regel_die_niets_betekent_wordt_genoemd() {
        for zin in ["gegeven een taart", "dan is alles goed", "en verder niets"] {
            assert!(speel(&format!("geval proef\n{zin}\n")).is_err(), "{zin}");
        }
    }

    #[test]
    fn wat_niet_wordt_geweigerd_en_niet_wordt_gezegd_is_een_fout() {
        let kop = "geval proef\ngegeven ziek vanaf 2025-03-03\n";
        for eis in ["dan wordt geweigerd verlof: x", "dan zegt probleemanalyse (wet): taart"] {
            assert!(speel(&format!("{kop}{eis}\n")).is_err(), "{eis}");
        }
    }
}
