// A bedrijfsarts records a consultation with notes, and everybody looks at every page there is.

import { ingelogd, overal, plek, vandaag, verstuur, vraag, vul, wandel, zeg } from './hulp.mjs';

/// Words that stand nowhere else.
const MEDISCH = 'vlinderbloemig';
const GEWOON = 'waterkerskleurig';

async function houdSpreekuur(pagina) {
  await pagina.goto(`/dossiers/${vraag.dossier}/vastleggen/spreekuren`);
  await vul(pagina, {
    'a.auteur.naam': 'A. Arts',
    'a.auteur.functie': 'bedrijfsarts',
    'a.gehouden_op': vandaag,
    'a.werkt_mee': 'ja',
    'a.wijze_contact': 'spreekuur',
    'b.advies': `Rustig opbouwen, ${GEWOON}.`,
    'b.mogelijkheden': 'Licht werk.',
    'c.aantekeningen': `Alleen voor ons tweeën: ${MEDISCH}.`,
  });
  await verstuur(pagina);
}

async function lees(browser, rol) {
  const pagina = await ingelogd(browser, rol);
  await bladen(pagina, rol);
  await pagina.context().close();
}

async function bladen(pagina, rol) {
  await overal(pagina, async () => {
    const tekst = await pagina.content();
    const [medisch, gewoon] = [MEDISCH, GEWOON].map((it) => tekst.includes(it));
    zeg('blad', { rol, naam: plek(pagina), medisch, gewoon });
  });
}

await wandel(async (browser) => {
  const arts = await ingelogd(browser, 'bedrijfsarts');
  await houdSpreekuur(arts);
  await bladen(arts, 'bedrijfsarts');
  const anderen = Object.keys(vraag.mensen).filter((rol) => rol !== 'bedrijfsarts');
  await Promise.all(anderen.map((rol) => lees(browser, rol)));
});
