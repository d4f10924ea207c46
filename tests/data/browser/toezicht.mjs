// A privacy officer finds who read a dossier, by its number.

import { ingelogd, verstuur, vraag, wandel, zeg } from './hulp.mjs';

/// Everybody who looked: function with name, day, what was done.
async function wieKeek(pagina, naam) {
  await pagina.goto('/toezicht');
  await pagina.fill('#dossier', vraag.dossier);
  await verstuur(pagina);
  const rijen = await pagina.locator('main tbody tr').all();
  const regels = await Promise.all(rijen.map((it) => it.locator('th, td').allInnerTexts()));
  zeg('feit', { naam, waarde: regels });
}

await wandel(async (browser) => {
  const toezicht = await ingelogd(browser, 'toezicht');
  await wieKeek(toezicht, 'eerst');
  const casemanager = await ingelogd(browser, 'casemanager');
  await casemanager.goto(`/dossiers/${vraag.dossier}`);
  await wieKeek(toezicht, 'daarna');
});
