// A bedrijfsarts records the probleemanalyse from the worklist, and the employer reads it.

import { ingelogd, klik, vandaag, verstuur, vraag, vul, wandel, zeg } from './hulp.mjs';

/// Words that stand nowhere else.
const VOOR_BEIDEN = 'waterkerskleurig';
const MEDISCH = 'vlinderbloemig';

const INGEVULD = {
  'a.opgesteld_op': vandaag,
  'a.wijze_contact': 'spreekuur',
  'a.plan_nodig': 'ja',
  'a.termijn_gemotiveerd': 'nee',
  'b.dreigend_langdurig_verzuim': 'ja',
  'b.factoren': 'Lange reistijd.',
  'b.beperkingen[0].rubriek': 'werktijden',
  'b.beperkingen[0].tekst': 'Geen avonden.',
  'b.mogelijkheden': `Licht werk, ${VOOR_BEIDEN}.`,
  'b.prognose': 'Herstel in enkele maanden.',
  'b.benutbare_mogelijkheden': 'ja',
  'b.re_integratiedoel': 'Terug naar het eigen werk.',
  'b.werkaanpassingen': 'Kortere dagen',
  'b.mediation_wenselijk': 'nee',
  'c.klachten': `Een ${MEDISCH} beeld.`,
  'c.diagnose': 'Nog niet zeker.',
  'c.behandeling': 'Afwachten.',
  'c.onderbouwing': 'Volgt uit het beeld.',
  'c.werkgerelateerd': 'nee',
  'd.bekwaamheden.functie': 'Chauffeur',
  'd.bekwaamheden.opleiding': 'Vmbo',
  'd.bekwaamheden.werkervaring': 'Tien jaar op de weg.',
  'd.bekwaamheden.overige': 'Rijbewijs.',
};

async function lees(pagina, rol) {
  await pagina.goto(`/dossiers/${vraag.dossier}/feiten`);
  const tekst = await pagina.content();
  const [voorBeiden, medisch] = [VOOR_BEIDEN, MEDISCH].map((it) => tekst.includes(it));
  zeg('gelezen', { rol, voor_beiden: voorBeiden, medisch });
}

await wandel(async (browser) => {
  const arts = await ingelogd(browser, 'bedrijfsarts');
  await arts.goto('/werklijst');
  await klik(arts, arts.locator('main a[href$="/vastleggen/probleemanalyses"]').first());
  await vul(arts, INGEVULD);
  await verstuur(arts);
  zeg('feit', { naam: 'feit', waarde: await arts.locator(`[id="${new URL(arts.url()).hash.slice(1)}"] h3`).innerText() });
  await lees(arts, 'bedrijfsarts');
  await lees(await ingelogd(browser, 'werkgever'), 'werkgever');
});
