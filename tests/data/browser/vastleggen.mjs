// A casemanager records a late step, and leaves a field empty the first time.

import { bezoeker, verstuur, wandel, zeg } from './hulp.mjs';
import { kijkNa, naarFormulier } from './taak.mjs';

const INGEVULD = '2021-02-03';

await wandel(async (browser) => {
  const pagina = await bezoeker(browser);
  await naarFormulier(pagina);
  const [gemeld, eerste] = ['gemeld_op', 'eerste_ziektedag'].map((it) => pagina.locator(`[name="a.${it}"]`));
  const goed = [await gemeld.inputValue(), await eerste.inputValue()];
  await gemeld.fill('');
  await eerste.fill(INGEVULD);
  await verstuur(pagina);
  zeg('feit', { naam: 'heeft de focus', waarde: await pagina.evaluate(() => document.activeElement.className) });
  await pagina.locator('.fouten a').first().click();
  zeg('feit', { naam: 'wijst naar', waarde: await pagina.evaluate(() => document.activeElement.name) });
  zeg('feit', { naam: 'ingevuld', waarde: INGEVULD });
  zeg('feit', { naam: 'staat er nog', waarde: await eerste.inputValue() });
  await gemeld.fill(goed[0]);
  await eerste.fill(goed[1]);
  await verstuur(pagina);
  await kijkNa(pagina);
});
