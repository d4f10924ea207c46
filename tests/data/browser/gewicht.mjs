// What every page weighs at a first visit, with all that it loads.

import { bezoeker, logIn, overal, plek, wandel, zeg } from './hulp.mjs';

await wandel(async (browser) => {
  const pagina = await bezoeker(browser);
  const lijn = await pagina.context().newCDPSession(pagina);
  await lijn.send('Network.enable');
  await lijn.send('Network.setCacheDisabled', { cacheDisabled: true });
  await logIn(pagina, 'casemanager');
  let verzoeken = [];
  pagina.on('requestfinished', (verzoek) => verzoeken.push(verzoek.sizes()));
  await overal(pagina, async () => {
    await pagina.evaluate(() => document.fonts.ready);
    const maten = await Promise.all(verzoeken);
    verzoeken = [];
    const bytes = maten.reduce((som, it) => som + it.responseBodySize + it.responseHeadersSize, 0);
    zeg('gewicht', { naam: plek(pagina), bytes, aantal: maten.length });
  });
});
