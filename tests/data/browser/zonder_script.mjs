// The same task in a browser that runs no scripts.

import { bezoeker, verstuur, wandel } from './hulp.mjs';
import { kijkNa, naarFormulier } from './taak.mjs';

await wandel(async (browser) => {
  const pagina = await bezoeker(browser, { javaScriptEnabled: false });
  await naarFormulier(pagina);
  await verstuur(pagina);
  await kijkNa(pagina);
});
