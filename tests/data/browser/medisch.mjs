// A bedrijfsarts records a consultation with notes, and everybody looks at every page there is.

import { bezoeker, logIn, overal, plek, verstuur, vraag, wandel, zeg } from './hulp.mjs';

/// Words that stand nowhere else.
const MEDISCH = 'vlinderbloemig';
const GEWOON = 'waterkerskleurig';

async function houdSpreekuur(pagina) {
  await pagina.goto(`/dossiers/${vraag.dossier}/vastleggen/spreekuren`);
  const vul = (veld, tekst) => pagina.fill(`[name="${veld}"]`, tekst);
  await vul('a.auteur.naam', 'A. Arts');
  await vul('a.auteur.functie', 'bedrijfsarts');
  await vul('a.gehouden_op', await pagina.evaluate(() => new Date().toLocaleDateString('sv', { timeZone: 'Europe/Amsterdam' })));
  await pagina.check('[name="a.werkt_mee"][value=ja]');
  await pagina.check('[name="a.wijze_contact"][value=spreekuur]');
  await vul('b.advies', `Rustig opbouwen, ${GEWOON}.`);
  await vul('b.mogelijkheden', 'Licht werk.');
  await vul('c.aantekeningen', `Alleen voor ons tweeën: ${MEDISCH}.`);
  await verstuur(pagina);
}

async function lees(browser, rol) {
  const pagina = await bezoeker(browser);
  await logIn(pagina, rol);
  await bladen(pagina, rol);
  await pagina.context().close();
}

async function bladen(pagina, rol) {
  await overal(pagina, async (status) => {
    const tekst = await pagina.content();
    const [medisch, gewoon] = [MEDISCH, GEWOON].map((it) => tekst.includes(it));
    zeg('blad', { rol, naam: plek(pagina), status, medisch, gewoon });
  });
}

await wandel(async (browser) => {
  const arts = await bezoeker(browser);
  await logIn(arts, 'bedrijfsarts');
  await houdSpreekuur(arts);
  await bladen(arts, 'bedrijfsarts');
  const anderen = Object.keys(vraag.mensen).filter((rol) => rol !== 'bedrijfsarts');
  await Promise.all(anderen.map((rol) => lees(browser, rol)));
});
