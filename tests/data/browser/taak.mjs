// Recording that UWV was told in week 42: from the worklist to the facts.

import { klik, logIn, plek, vraag, zeg } from './hulp.mjs';

/// Logs in and goes by the worklist and the dossier to the form of the late step.
export async function naarFormulier(pagina) {
  await logIn(pagina, 'casemanager');
  const stap = await late(pagina);
  zeg('feit', { naam: 'in de werklijst', waarde: await stap.count() > 0 });
  await klik(pagina, stap);
  await klik(pagina, pagina.locator('.titelrij .knoppen a'));
  await klik(pagina, pagina.locator('main a[href$="/meldingen-42e-week"]'));
}

/// Tells where the browser is after recording, and whether the step still waits.
export async function kijkNa(pagina) {
  zeg('feit', { naam: 'waar daarna', waarde: plek(pagina) });
  const feit = pagina.locator(`[id="${new URL(pagina.url()).hash.slice(1)}"] h3`);
  zeg('feit', { naam: 'feit', waarde: await feit.innerText() });
  const stap = await late(pagina);
  zeg('feit', { naam: 'daarna in de werklijst', waarde: await stap.count() > 0 });
}

async function late(pagina) {
  await pagina.goto('/werklijst?periode=te_laat');
  return pagina.locator(`main th a[href="/dossiers/${vraag.dossier}#melding_42e_week"]`);
}
