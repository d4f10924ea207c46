// An employee lets the employer read an advice, and takes that back.

import { ingelogd, klik, vandaag, verstuur, vraag, vul, wandel, zeg } from './hulp.mjs';

/// A word that stands nowhere else.
const ADVIES = 'waterkerskleurig';

async function adviseer(browser) {
  const arts = await ingelogd(browser, 'bedrijfsarts');
  await arts.goto(`/dossiers/${vraag.dossier}/vastleggen/interventieadviezen`);
  await vul(arts, {
    'a.geadviseerd_op': vandaag,
    'b.soort': `Een ${ADVIES} traject.`,
    'b.doel': 'Eerder terug.',
    'c.onderbouwing': 'Volgt uit het beeld.',
  });
  await verstuur(arts);
}

async function leest(werkgever, naam) {
  await werkgever.goto(`/dossiers/${vraag.dossier}/feiten`);
  zeg('feit', { naam, waarde: (await werkgever.content()).includes(ADVIES) });
}

async function naarToestemming(werknemer) {
  await werknemer.goto('/mijn-dossier');
  await klik(werknemer, werknemer.locator('main a[href$="/toestemming"]').first());
}

await wandel(async (browser) => {
  await adviseer(browser);
  const werkgever = await ingelogd(browser, 'werkgever');
  await leest(werkgever, 'zonder');
  const werknemer = await ingelogd(browser, 'werknemer');
  await naarToestemming(werknemer);
  await klik(werknemer, werknemer.locator('main a[href$="/vastleggen/toestemmingen"]'));
  await vul(werknemer, {
    'a.vorm': 'Uitdrukkelijk',
    'a.onderwerp': 'Interventieadvies',
    'a.doel': 'ReIntegratie',
    'a.aan:keuze': 'Organisatie',
    'a.aan.Organisatie:keuze': 'Werkgever',
    'a.aan.Organisatie.Werkgever': vraag.werkgever,
    'a.geldig.van': vandaag,
  });
  await verstuur(werknemer);
  await leest(werkgever, 'met');
  await naarToestemming(werknemer);
  zeg('feit', { naam: 'geldt', waarde: await werknemer.locator('main tbody tr').count() });
  await klik(werknemer, werknemer.locator('main tbody a[href*="/vastleggen/ingetrokken-toestemmingen"]'));
  await verstuur(werknemer);
  zeg('feit', { naam: 'geldt daarna', waarde: await werknemer.locator('main tbody tr').count() });
  await leest(werkgever, 'ingetrokken');
});
