// An employer reports somebody ill who never was, and the casemanager finds the new dossier.

import { ingelogd, klik, plek, verstuur, vraag, vul, wandel, zeg } from './hulp.mjs';

await wandel(async (browser) => {
  const werkgever = await ingelogd(browser, 'werkgever');
  await klik(werkgever, werkgever.locator('main a[href="/ziekmelding"]'));
  await klik(werkgever, werkgever.locator(`main a[href$="=${vraag.gezond.werknemer}"]`));
  await vul(werkgever, { 'a.naam': vraag.gezond.naam });
  await verstuur(werkgever);
  zeg('feit', { naam: 'waar daarna', waarde: plek(werkgever) });
  const adres = new URL(werkgever.url()).pathname;
  zeg('feit', { naam: 'is nieuw', waarde: adres !== `/dossiers/${vraag.dossier}` });
  const casemanager = await ingelogd(browser, 'casemanager');
  await klik(casemanager, casemanager.locator('nav.menu a[href="/dossiers"]'));
  await klik(casemanager, casemanager.locator(`main a[href="${adres}"]`));
  zeg('feit', { naam: 'bij de casemanager', waarde: await casemanager.locator('h1').innerText() });
});
