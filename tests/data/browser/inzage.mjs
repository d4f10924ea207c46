// An employee sees who looked: before and after a casemanager opened the dossier.

import { ingelogd, vraag, wandel, zeg } from './hulp.mjs';

async function wieKeek(pagina, naam) {
  await pagina.goto(`/dossiers/${vraag.dossier}/inzage`);
  const functies = await pagina.locator('table.inzage tbody th').allInnerTexts();
  zeg('feit', { naam, waarde: functies.map((it) => it.trim()) });
}

await wandel(async (browser) => {
  const werknemer = await ingelogd(browser, 'werknemer');
  await wieKeek(werknemer, 'eerst');
  const casemanager = await ingelogd(browser, 'casemanager');
  await casemanager.goto(`/dossiers/${vraag.dossier}`);
  await wieKeek(werknemer, 'daarna');
});
