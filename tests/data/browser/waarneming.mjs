// An administrator arranges who acts for a casemanager who is away; the substitute takes over.

import { ingelogd, klik, plek, vandaag, verstuur, vraag, vul, wandel, zeg } from './hulp.mjs';

async function regel(browser) {
  const beheerder = await ingelogd(browser, 'beheerder');
  const afwezig = `/beheer/accounts/${vraag.mensen.casemanager.account}`;
  await klik(beheerder, beheerder.locator('nav.menu a[href="/beheer/accounts"]'));
  await klik(beheerder, beheerder.locator(`main a[href="${afwezig}"]`));
  await klik(beheerder, beheerder.locator('main a[href$="/vastleggen/waarnemingen"]'));
  await vul(beheerder, {
    'a.door': vraag.mensen.waarnemer.account,
    'a.geldig.van': vandaag,
    'a.geldig.tot_en_met': vandaag,
    'a.dossiers:keuze': 'alle',
    'a.categorieen': 'A',
  });
  await verstuur(beheerder);
  zeg('feit', { naam: 'geregeld', waarde: plek(beheerder) });
}

/// Puts on the first hat there is for somebody else.
async function wissel(pagina) {
  await klik(pagina, pagina.locator('a.ik'));
  await klik(pagina, pagina.locator('main a[href="/functie"]'));
  const hoed = pagina.locator(`button.hoed[value$=" ${vraag.mensen.casemanager.account}"]`);
  zeg('feit', { naam: 'hoed', waarde: await hoed.locator('.sub').innerText() });
  await klik(pagina, hoed);
}

await wandel(async (browser) => {
  await regel(browser);
  const pagina = await ingelogd(browser, 'waarnemer');
  zeg('feit', { naam: 'voor zichzelf', waarde: (await pagina.goto(`/dossiers/${vraag.dossier}`)).status() });
  await pagina.goto('/');
  await wissel(pagina);
  await klik(pagina, pagina.locator('nav.menu a[href="/dossiers"]'));
  await klik(pagina, pagina.locator(`main a[href="/dossiers/${vraag.dossier}"]`));
  zeg('feit', { naam: 'kop', waarde: await pagina.locator('h1').innerText() });
  zeg('feit', { naam: 'als wie', waarde: await pagina.locator('.ik__tekst').innerText() });
});
