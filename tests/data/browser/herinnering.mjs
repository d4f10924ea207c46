// Somebody follows the address in a mail, logs in, and finds the dossier by the reference in that mail.

import { bezoeker, geefCode, geefWachtwoord, klik, plek, vraag, wandel, zeg } from './hulp.mjs';

await wandel(async (browser) => {
  const pagina = await bezoeker(browser);
  // What stands before the server has the name and the certificate of the mail; the place on it is ours.
  const { pathname, search } = new URL(vraag.mail.adres);
  await pagina.goto(`${pathname}${search}`);
  zeg('feit', { naam: 'eerst', waarde: plek(pagina) });
  await geefWachtwoord(pagina, vraag.mail.rol);
  await geefCode(pagina, vraag.mail.rol);
  const zoek = pagina.locator('form[action="/zoeken"]').first();
  await zoek.locator('input[name=term]').fill(vraag.mail.kenmerk);
  await klik(pagina, zoek.locator('button'));
  zeg('feit', { naam: 'gevonden', waarde: await pagina.locator('main tbody th a').allInnerTexts() });
  await klik(pagina, pagina.locator('main tbody th a').first());
  zeg('feit', { naam: 'waar', waarde: plek(pagina) });
  zeg('feit', { naam: 'kop', waarde: await pagina.locator('h1').innerText() });
});
