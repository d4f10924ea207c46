//! Plays a scenario through the whole house, line by line.

use std::collections::BTreeSet;

use wvp_cli::demo::{
    EindOordeel, EindVerhaal, GespreksVerhaal, MeningVerhaal, Rol, Script, VOORBEELD, Zaak,
    gebruiker,
};
use wvp_domain::mijlpaal::eerstejaarsevaluatie::BesluitTweedeSpoor;
use wvp_domain::mijlpaal::herinnering::{Gegeven, Ontvanger};
use wvp_domain::mijlpaal::oordeel_werknemer::Eens;
use wvp_domain::mijlpaal::sluiten::RedenSluiten;
use wvp_domain::mijlpaal::uwv_brief;
use wvp_domain::termijn::{Verloop, Zaak as Berekend, zaken};
use wvp_domain::{Categorie, Datum, Dossier, Event};
use wvp_engine::ExecuteError;
use wvp_projections::{Herinneringen, Tijdlijn, tijdlijn};

use crate::proefhuis::Proefhuis;
use crate::zin::{Daad, Eis, Zin, lees};

/// Plays a scenario.
///
/// # Errors
///
/// The first line that cannot be read or does not hold, with its number.
pub async fn speel(tekst: &str) -> Result<(), String> {
    let mut toneel: Option<Toneel> = None;
    for (nummer, regel) in (1..).zip(tekst.lines()) {
        let fout = |waarom: String| format!("regel {nummer}: {}\n  {waarom}", regel.trim());
        let Some(zin) = lees(regel).map_err(fout)? else { continue };
        match (&mut toneel, zin) {
            (None, Zin::Op { dag, daad: Daad::Ziek, geweigerd: None }) => {
                toneel = Some(Toneel::begin(dag).await.map_err(fout)?);
            }
            (None, _) => return Err(fout("een scenario begint met een ziekmelding".to_owned())),
            (Some(toneel), zin) => toneel.zin(zin).await.map_err(fout)?,
        }
    }
    toneel.map(|_| ()).ok_or_else(|| "dit scenario is leeg".to_owned())
}

/// The house with one case, on a day.
struct Toneel {
    proef: Proefhuis,
    zaak: Zaak,
    script: Script,
    vandaag: Datum,
}

impl Toneel {
    async fn begin(dag: Datum) -> Result<Self, String> {
        let script = Script::begin(VOORBEELD, dag);
        let kopie = Script { stappen: vec![], ..Script::begin(VOORBEELD, dag) };
        let zaak = Zaak::uit(script, vec![]).map_err(|fout| fout.to_string())?;
        let proef = Proefhuis::op(dag);
        let mut toneel = Self { proef, zaak, script: kopie, vandaag: dag };
        let stappen = std::mem::take(&mut toneel.zaak.stappen);
        toneel.schrijf_in().await?;
        for stap in stappen {
            toneel.tot(stap.dag).await?;
            toneel.doe(stap.wie, stap.wat).await.map_err(|fout| fout.to_string())?;
        }
        toneel.tik().await?;
        Ok(toneel)
    }

    async fn zin(&mut self, zin: Zin) -> Result<(), String> {
        match zin {
            Zin::Tot(dag) => self.tot(dag).await,
            Zin::Dan(eis) => self.eis(eis).await,
            Zin::Op { dag, daad, geweigerd } => {
                self.tot(dag).await?;
                self.schrijf(daad);
                for stap in std::mem::take(&mut self.script.stappen) {
                    let uitkomst = self.doe(stap.wie, stap.wat).await;
                    klopt(uitkomst, geweigerd.as_deref())?;
                }
                self.tik().await
            }
        }
    }

    /// Lets days pass, up to and including this one.
    async fn tot(&mut self, dag: Datum) -> Result<(), String> {
        if dag < self.vandaag {
            return Err(format!("{dag} ligt voor {}", self.vandaag));
        }
        while self.vandaag < dag {
            self.vandaag = self.vandaag.volgende();
            self.proef.klok.zet(self.vandaag);
            self.tik().await?;
        }
        Ok(())
    }

    async fn tik(&self) -> Result<(), String> {
        let getikt = self.proef.huis.engine.tick().await.map_err(|fout| fout.to_string())?;
        if getikt.mislukt > 0 {
            return Err(format!("de tik van {} mislukte", self.vandaag));
        }
        let gemeld = self.proef.huis.engine.alert(&self.proef.post).await;
        gemeld.map(|_| ()).map_err(|fout| fout.to_string())
    }

    async fn doe(&self, wie: Rol, wat: wvp_domain::Command) -> Result<(), ExecuteError> {
        let wie = gebruiker(&self.zaak, wie);
        self.proef.huis.engine.execute(&wie, self.zaak.dossier, wat).await.map(|_| ())
    }

    async fn schrijf_in(&self) -> Result<(), String> {
        let engine = &self.proef.huis.engine;
        wvp_cli::demo::schrijf_in(engine, &self.zaak).await.map_err(|fout| format!("{fout:#}"))
    }

    /// Writes what happens with the texts of the straight case.
    fn schrijf(&mut self, daad: Daad) {
        let (script, dag) = (&mut self.script, self.vandaag);
        match daad {
            Daad::Ziek | Daad::OpnieuwZiek => script.opnieuw_ziek(dag),
            Daad::Hersteld => script.hersteld(dag),
            Daad::Probleemanalyse => script.probleemanalyse(dag),
            Daad::Plan => {
                script.plan(dag);
                script.casemanager(dag);
            }
            Daad::Gesprek => {
                let week = script.eerste.dagen_tot(dag) / 7 + 1;
                script.gesprek(&GespreksVerhaal {
                    week,
                    voortgang: "Het gaat.",
                    afspraken: &["Door"],
                });
            }
            Daad::Week42(eerste) => script.week_42(dag, eerste),
            Daad::Eerstejaarsevaluatie => {
                script.eerstejaarsevaluatie(
                    dag,
                    "Werkt deels.",
                    BesluitTweedeSpoor::NietNodig,
                    "Nee.",
                );
            }
            Daad::UwvBrief => script.uwv_brief(dag, uwv_brief::Soort::KennisgevingWia, None),
            Daad::ActueelOordeel => script.actueel_oordeel(dag, &OORDEEL),
            Daad::MedischeInformatie => script.medische_informatie(dag),
            Daad::Eindevaluatie => script.eindevaluatie(dag, &EINDE),
            Daad::OordeelWerknemer => script.oordeel_werknemer(dag, &MENING),
            Daad::OordeelAangeboden => script.oordeel_aangeboden(dag),
            Daad::Verslag => script.riv_over(dag),
            Daad::Wia => script.wia_aanvraag(dag),
            Daad::Verlof(van, tot_en_met) => script.verlof(dag, van, tot_en_met),
            Daad::Correctie(naar) => {
                let ziekmelding = script.stuk("ziekmelding");
                script.corrigeer(dag, ziekmelding, naar, "Later gebleken.");
            }
            Daad::Sluit => script.sluit(dag, RedenSluiten::WachttijdVoorbij),
        }
    }

    async fn eis(&self, eis: Eis) -> Result<(), String> {
        match eis {
            Eis::Uiterlijk(termijn, basis, dag) => {
                gelijk(&self.termijn(&termijn, &basis).await?.uiterlijk, &dag)
            }
            Eis::Vroegst(termijn, basis, dag) => {
                gelijk(&self.termijn(&termijn, &basis).await?.vroegst, &Some(dag))
            }
            Eis::Status(termijn, basis, status) => {
                let stand = self.termijn(&termijn, &basis).await?;
                gelijk(&woord(&stand.status), &status)
            }
            Eis::Geen(termijn) => match self.termijnen(&termijn).await?.first() {
                None => Ok(()),
                Some(stand) => Err(format!("die is er wel, uiterlijk {}", stand.uiterlijk)),
            },
            Eis::TeltVanaf(dag) => {
                gelijk(&self.berekend().await?.verschoven_eerste_ziektedag, &dag)
            }
            Eis::Wachttijd(dag) => gelijk(&self.berekend().await?.laatste_dag_wachttijd, &dag),
            Eis::Ziet(rol, titel) => {
                self.ziet(rol, &titel).await.and_then(|ja| waar(ja, "ziet dat niet"))
            }
            Eis::ZietGeen(rol, titel) => {
                self.ziet(rol, &titel).await.and_then(|ja| waar(!ja, "ziet dat wel"))
            }
            Eis::Medisch(rol, verwacht) => gelijk(&self.leest_medisch(rol).await?, &verwacht),
            Eis::Herinnerd(rol, termijn, dag) => self.herinnerd(rol, &termijn, dag).await,
            Eis::NietHerinnerd(termijn) => {
                let alle = self.herinneringen().await?;
                let wel = alle.iter().find(|it| woord(&it.sleutel.termijn) == termijn);
                wel.map_or(Ok(()), |it| Err(format!("wel, op {}", it.gegeven_op)))
            }
            Eis::Berichten => {
                let berichten = self.proef.post.berichten();
                let eigen: BTreeSet<_> = berichten.iter().map(|bericht| bericht.id).collect();
                gelijk(&berichten.len(), &eigen.len())?;
                let verwacht = self.herinneringen().await?.len() + self.verzoeken().await?;
                gelijk(&eigen.len(), &verwacht)
            }
            Eis::Gesloten(verwacht) => gelijk(&self.dossier().await?.is_gesloten(), &verwacht),
        }
    }

    async fn feiten(&self, rol: Rol) -> Result<wvp_engine::Inzage, String> {
        let wie = gebruiker(&self.zaak, rol);
        let inzage = self.proef.huis.engine.read(&wie, self.zaak.dossier, None).await;
        inzage.map_err(|fout| fout.to_string())
    }

    async fn dossier(&self) -> Result<Dossier, String> {
        self.feiten(Rol::Casemanager).await.map(|inzage| inzage.dossier)
    }

    async fn tijdlijn(&self, rol: Rol) -> Result<Tijdlijn, String> {
        let inzage = self.feiten(rol).await?;
        Ok(tijdlijn(&inzage.gebeurtenissen, inzage.feiten_van, Herinneringen::Weglaten))
    }

    async fn ziet(&self, rol: Rol, titel: &str) -> Result<bool, String> {
        Ok(self.tijdlijn(rol).await?.regels.iter().any(|regel| regel.titel == titel))
    }

    async fn leest_medisch(&self, rol: Rol) -> Result<bool, String> {
        let lijn = self.tijdlijn(rol).await?;
        let delen = lijn.regels.iter().flat_map(|regel| &regel.delen);
        Ok(delen.into_iter().any(|deel| deel.compartiment.categorie() == Categorie::C))
    }

    async fn herinneringen(&self) -> Result<Vec<Gegeven>, String> {
        let inzage = self.feiten(Rol::Casemanager).await?;
        let feiten = inzage.gebeurtenissen.into_iter().map(|feit| feit.event);
        Ok(feiten
            .filter_map(
                |event| if let Event::HerinneringGegeven(e) = event { Some(e.a) } else { None },
            )
            .collect())
    }

    /// How often somebody was asked for pieces of the re-integratieverslag.
    async fn verzoeken(&self) -> Result<usize, String> {
        let inzage = self.feiten(Rol::Casemanager).await?;
        let feiten = inzage.gebeurtenissen.iter();
        Ok(feiten.filter(|feit| matches!(feit.event, Event::StukkenGevraagd(_))).count())
    }

    async fn herinnerd(&self, rol: Rol, termijn: &str, uiterlijk: Datum) -> Result<(), String> {
        let alle = self.herinneringen().await?;
        let wel = alle.iter().any(|it| {
            woord(&it.sleutel.termijn) == termijn
                && it.sleutel.uiterlijk == uiterlijk
                && ontvangt(rol, it.sleutel.aan)
        });
        let bekend: BTreeSet<String> = alle
            .iter()
            .filter(|it| woord(&it.sleutel.termijn) == termijn)
            .map(|it| format!("{} aan {}", it.sleutel.uiterlijk, woord(&it.sleutel.aan)))
            .collect();
        waar(wel, &format!("wel: {bekend:?}"))
    }

    async fn berekend(&self) -> Result<Berekend, String> {
        let verloop = Verloop::uit_dossier(&self.dossier().await?);
        let alle = zaken(&verloop, self.vandaag).map_err(|fout| fout.to_string())?;
        alle.into_iter().next_back().ok_or_else(|| "er is geen zaak".to_owned())
    }

    async fn termijnen(&self, id: &str) -> Result<Vec<wvp_domain::termijn::Termijnstand>, String> {
        let alle = self.berekend().await?.termijnen;
        Ok(alle.into_iter().filter(|stand| woord(&stand.id) == id).collect())
    }

    async fn termijn(
        &self,
        id: &str,
        basis: &str,
    ) -> Result<wvp_domain::termijn::Termijnstand, String> {
        let alle = self.termijnen(id).await?;
        let gezocht = alle.into_iter().find(|stand| woord(&stand.basis) == basis);
        gezocht.ok_or_else(|| "die termijn is er niet".to_owned())
    }
}

/// Whether a step went as the scenario says.
fn klopt(uitkomst: Result<(), ExecuteError>, geweigerd: Option<&str>) -> Result<(), String> {
    match (uitkomst, geweigerd) {
        (Ok(()), None) => Ok(()),
        (Ok(()), Some(regel)) => Err(format!("niet geweigerd door {regel}")),
        (Err(ExecuteError::Afgewezen(nee)), Some(regel)) => gelijk(&nee.grondslag().regel, &regel),
        (Err(fout), _) => Err(fout.to_string()),
    }
}

fn gelijk<T: PartialEq + std::fmt::Debug>(is: &T, verwacht: &T) -> Result<(), String> {
    if is == verwacht { Ok(()) } else { Err(format!("is {is:?}, verwacht {verwacht:?}")) }
}

fn waar(klopt: bool, anders: &str) -> Result<(), String> {
    if klopt { Ok(()) } else { Err(anders.to_owned()) }
}

fn ontvangt(rol: Rol, aan: Ontvanger) -> bool {
    matches!(
        (rol, aan),
        (Rol::Werkgever, Ontvanger::Werkgever)
            | (Rol::Casemanager, Ontvanger::Casemanager)
            | (Rol::Bedrijfsarts, Ontvanger::Bedrijfsarts)
            | (Rol::Werknemer, Ontvanger::Werknemer)
    )
}

/// The word of the contract.
fn woord(waarde: &impl serde::Serialize) -> String {
    let json = serde_json::to_value(waarde).unwrap_or_default();
    json.as_str().unwrap_or_default().to_owned()
}

const OORDEEL: EindOordeel = EindOordeel {
    verloop: "Stabiel.",
    mogelijkheden: "Licht werk.",
    stand: "Werkt deels.",
    prognose: "Onzeker.",
    arbeidsrelatie: "Goed.",
    passende_arbeid: "Passend.",
};

const EINDE: EindVerhaal = EindVerhaal {
    arbeidsrelatie: "Goed.",
    passende_arbeid: "Passend.",
    stand: "Werkt deels.",
    eerste_spoor: "Deels gelukt.",
    tweede_spoor: "Niet nodig.",
    vervolg: "Verder zoals nu.",
};

const MENING: MeningVerhaal = MeningVerhaal {
    per_element: &[("Plan van aanpak", Eens::Ja, "Goed.")],
    eigen: "Gewerkt.",
    werkgever: "Geholpen.",
    wensen: "Geen.",
};
