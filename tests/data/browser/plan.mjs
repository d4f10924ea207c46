// An employer records the plan van aanpak from the worklist; employer and employee sign it, each for themselves.

import { ingelogd, klik, vandaag, verstuur, vraag, vul, wandel, zeg } from './hulp.mjs';

const INGEVULD = {
  'a.opgesteld_op': vandaag,
  'a.visie_werkgever': 'ja',
  'a.visie_werknemer': 'ja',
  'a.termijn_gemotiveerd': 'nee',
  'b.doel_eind': 'Terug naar het eigen werk.',
  'b.doelen_tussen[0].doel': 'Halve dagen.',
  'b.activiteiten[0].omschrijving': 'Rooster aanpassen.',
  'b.activiteiten[0].doel': 'Halve dagen.',
  'b.activiteiten[0].wie': 'Werkgever',
  'b.activiteiten[0].voortgang': 'Begint maandag.',
  'b.spoor': 'eerste',
  'b.visies.werkgever.mogelijkheden': 'Er is licht werk.',
  'b.visies.werkgever.activiteiten': 'Het rooster is besproken.',
  'b.visies.werkgever.afspraken': 'Akkoord.',
  'b.visies.werknemer.mogelijkheden': 'Ik wil rustig opbouwen.',
  'b.visies.werknemer.activiteiten': 'Het rooster helpt.',
  'b.visies.werknemer.afspraken': 'Akkoord.',
};

async function teken(pagina, stuk) {
  await klik(pagina, pagina.locator('nav.tabs a[href$="/stukken"]'));
  await klik(pagina, pagina.locator(`form[action$="/stukken/${stuk}/tekenen"] button`));
}

/// Who signed, as the facts show it.
async function handtekeningen(pagina) {
  await klik(pagina, pagina.locator('nav.tabs a[href$="/feiten"]'));
  const getekend = pagina.locator('.feit', { has: pagina.locator('h3', { hasText: 'Ondertekening' }) });
  const veld = (kaart, naam) => kaart.locator('.velden > div', { has: pagina.getByText(naam, { exact: true }) }).locator('dd');
  const kaarten = await getekend.all();
  return Promise.all(kaarten.map(async (it) => `${await veld(it, 'Voor').innerText()}: ${await veld(it, 'Keuze').innerText()}`));
}

await wandel(async (browser) => {
  const werkgever = await ingelogd(browser, 'werkgever');
  await klik(werkgever, werkgever.locator('main a[href$="/vastleggen/plannen-van-aanpak"]').first());
  await vul(werkgever, INGEVULD);
  await verstuur(werkgever);
  const stuk = new URL(werkgever.url()).hash.slice('#s-'.length);
  zeg('feit', { naam: 'eerst', waarde: await handtekeningen(werkgever) });
  await teken(werkgever, stuk);
  const werknemer = await ingelogd(browser, 'werknemer');
  await klik(werknemer, werknemer.locator(`main a[href="/dossiers/${vraag.dossier}"]`).first());
  await teken(werknemer, stuk);
  zeg('feit', { naam: 'daarna', waarde: await handtekeningen(werknemer) });
  await klik(werkgever, werkgever.locator('nav.tabs a[href$="/stukken"]'));
  const knoppen = werkgever.locator(`form[action$="/stukken/${stuk}/tekenen"]`);
  zeg('feit', { naam: 'vraagt nog om een handtekening', waarde: await knoppen.count() > 0 });
});
