// Who is not logged in and opens a dossier gets there after logging in.

import { bezoeker, geefCode, geefWachtwoord, plek, vraag, wandel, zeg } from './hulp.mjs';

await wandel(async (browser) => {
  const pagina = await bezoeker(browser);
  await pagina.goto(`/dossiers/${vraag.dossier}/feiten`);
  zeg('feit', { naam: 'eerst', waarde: plek(pagina) });
  await geefWachtwoord(pagina, 'casemanager');
  await geefCode(pagina, 'casemanager');
  zeg('feit', { naam: 'daarna', waarde: plek(pagina) });
});
