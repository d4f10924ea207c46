// A casemanager draws up the draft of the re-integratieverslag, reads what it misses, and downloads the package.

import { ingelogd, klik, verstuur, vraag, wandel, zeg } from './hulp.mjs';

await wandel(async (browser) => {
  const pagina = await ingelogd(browser, 'casemanager');
  await pagina.goto(`/dossiers/${vraag.dossier}/vastleggen`);
  await klik(pagina, pagina.locator('main a[href$="/vastleggen/riv-concepten"]'));
  await verstuur(pagina);
  const concept = pagina.locator(`[id="${new URL(pagina.url()).hash.slice(1)}"] h3`);
  zeg('feit', { naam: 'concept', waarde: await concept.innerText() });
  await klik(pagina, pagina.locator('nav.tabs a[href$="/verslag"]'));
  const bevindingen = await pagina.locator('main tbody th').allInnerTexts();
  zeg('feit', { naam: 'bevindingen', waarde: bevindingen });
  zeg('feit', { naam: 'telling', waarde: await pagina.locator('.tegel__n').first().innerText() });
  const [pakket] = await Promise.all([
    pagina.waitForEvent('download'),
    pagina.locator('form[action$="/verslag/pakket"] button').click(),
  ]);
  zeg('feit', { naam: 'naam', waarde: pakket.suggestedFilename() });
  await pakket.saveAs(vraag.pakket);
});
