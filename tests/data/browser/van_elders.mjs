// A link on a page of somebody else leads to a dossier, for who is logged in.

import { ingelogd, klik, plek, vraag, wandel, zeg } from './hulp.mjs';

await wandel(async (browser) => {
  const pagina = await ingelogd(browser, 'casemanager');
  await pagina.goto(`data:text/html,<a href="${vraag.adres}/dossiers/${vraag.dossier}">dossier</a>`);
  await klik(pagina, pagina.locator('a'));
  // The first page that comes sends the browser on.
  await pagina.waitForSelector('nav.tabs');
  zeg('feit', { naam: 'waar', waarde: plek(pagina) });
  zeg('feit', { naam: 'kop', waarde: await pagina.locator('h1').innerText() });
  zeg('feit', { naam: 'naam', waarde: vraag.naam });
});
