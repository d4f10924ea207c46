// Somebody links another party and logs in there, through its own pages. Those ask what they want of others, so that
// this browser is not watched as the others are.

import { klik, logIn, plek, vraag, wandel, zeg } from './hulp.mjs';

const GEDULD_MS = 60_000;

/// Goes through the pages of the other party, until those send it back.
async function daar(pagina) {
  await pagina.waitForURL((adres) => adres.origin === vraag.elders);
  while (new URL(pagina.url()).origin === vraag.elders) {
    if (await pagina.locator('[name=login]').count()) {
      await pagina.fill('[name=login]', 'jan+mfa');
      await pagina.fill('[name=password]', 'x');
    }
    await klik(pagina, pagina.locator('button[type=submit]').first());
  }
}

await wandel(async (browser) => {
  const context = await browser.newContext({ baseURL: vraag.adres, locale: 'nl-NL' });
  context.setDefaultTimeout(GEDULD_MS);
  const pagina = await context.newPage();
  await logIn(pagina, 'werkgever');
  await pagina.goto('/account/inlog');
  await pagina.locator('form[action="/account/inlog/koppelingen"] button').click();
  await daar(pagina);
  const los = pagina.locator('form[action^="/account/inlog/koppelingen/"] button');
  zeg('feit', { naam: 'gekoppeld', waarde: await los.innerText() });
  await klik(pagina, pagina.locator('footer form button'));
  zeg('feit', { naam: 'uit', waarde: plek(pagina) });
  await pagina.locator('form[action="/inloggen/elders/proef"] button').click();
  // Whoever is still logged in there comes back at once.
  await pagina.locator('button.hoed').first().waitFor();
  await klik(pagina, pagina.locator('button.hoed').first());
  await pagina.goto(`/dossiers/${vraag.dossier}`);
  zeg('feit', { naam: 'kop', waarde: await pagina.locator('h1').innerText() });
});
