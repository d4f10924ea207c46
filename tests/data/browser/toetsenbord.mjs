// Logs in and opens a dossier by keys only, and looks at every stop on the way whether the focus is to be seen.

import { bezoeker, code, plek, vraag, wandel, zeg } from './hulp.mjs';

/// More stops than any page has before what is looked for.
const STOPS_MAX = 80;
const onzichtbaar = [];

/// Goes on by the tab key until something has the focus.
async function tot(pagina, kiezer) {
  for (let stop = 0; stop < STOPS_MAX; stop += 1) {
    await pagina.keyboard.press('Tab');
    const mis = await pagina.evaluate(watNietTeZienIs);
    if (mis) onzichtbaar.push(`${plek(pagina)}: ${mis}`);
    if (await pagina.evaluate((it) => document.activeElement.matches(it), kiezer)) return;
  }
  throw new Error(`no tab stop ${kiezer} on ${plek(pagina)}`);
}

/// Runs inside the page: what has the focus without being seen, or without showing it.
function watNietTeZienIs() {
  const hier = document.activeElement;
  if (hier === document.body) return null;
  const naam = hier.outerHTML.slice(0, 80);
  const vak = hier.getBoundingClientRect();
  const stijl = getComputedStyle(hier);
  const inBeeld = vak.width > 0 && vak.height > 0 && vak.bottom > 0 && vak.right > 0
    && vak.top < innerHeight && vak.left < innerWidth;
  if (!inBeeld) return `${naam} is not in sight`;
  const boven = document.elementFromPoint(
    Math.min(Math.max(vak.left + vak.width / 2, 0), innerWidth - 1),
    Math.min(Math.max(vak.top + Math.min(vak.height, 20) / 2, 0), innerHeight - 1),
  );
  if (!boven || !(hier.contains(boven) || boven.contains(hier))) return `${naam} is covered`;
  const omlijnd = stijl.outlineStyle !== 'none' && parseFloat(stijl.outlineWidth) > 0;
  return omlijnd || stijl.boxShadow !== 'none' ? null : `${naam} does not show its focus`;
}

async function enter(pagina) {
  await Promise.all([pagina.waitForEvent('load'), pagina.keyboard.press('Enter')]);
}

await wandel(async (browser) => {
  const pagina = await bezoeker(browser);
  const { account, wachtwoord } = vraag.mensen.casemanager;
  await pagina.goto('/inloggen');
  await tot(pagina, ':focus');
  zeg('feit', { naam: 'eerste', waarde: await pagina.evaluate(() => document.activeElement.getAttribute('href')) });
  await pagina.keyboard.press('Enter');
  await tot(pagina, '#email');
  await pagina.keyboard.type(account);
  await tot(pagina, '#wachtwoord');
  await pagina.keyboard.type(wachtwoord);
  await enter(pagina);
  await tot(pagina, '#code');
  await pagina.keyboard.type(code('casemanager'));
  await enter(pagina);
  await tot(pagina, `main a[href="/dossiers/${vraag.dossier}"]`);
  await enter(pagina);
  zeg('feit', { naam: 'waar', waarde: plek(pagina) });
  zeg('feit', { naam: 'onzichtbaar', waarde: onzichtbaar });
});
