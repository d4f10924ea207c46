// Looks at every page that each role has, and at what log-in, faults and empty lists look like: in light and dark, wide
// and narrow, with axe-core.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import {
  bezoeker, codeVan, geefWachtwoord, ingelogd, klik, overal, pakkettekst, plek, verstuur, vraag, vul, wandel, zeg,
} from './hulp.mjs';

const AXE = pakkettekst('axe-core/axe.min.js');
const REGELS = {
  type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
};
const CONTRAST = { type: 'rule', values: ['color-contrast'] };
const STANDEN = [[1280, 'light'], [1280, 'dark'], [320, 'light'], [320, 'dark']];
/// Enough for a page that another role showed in all of them, and for forms: all are made of the same parts, which
/// the form with faults shows in every state. Of a page that nobody showed before, a picture is made in these.
const UITERSTEN = [[1280, 'light'], [320, 'dark']];
/// Where those begin, beside their first page, who work on no dossier.
const OOK = { toezicht: `/toezicht?dossier=${vraag.dossier}`, beheerder: '/beheer/berichten', planner: '/planning' };
mkdirSync(vraag.schermen, { recursive: true });

/// Pages that some role showed.
const getoond = new Set();

/// Judges the page that is open, as it stands, in these states of it.
async function bekijk(pagina, rol, naam, standen = STANDEN) {
  const isNieuw = !getoond.has(naam);
  getoond.add(naam);
  await pagina.evaluate(AXE);
  let vorige = 0;
  for (const [breed, kleur] of standen) {
    await pagina.setViewportSize({ width: breed, height: 900 });
    await pagina.emulateMedia({ colorScheme: kleur });
    // In other colours, nothing but the contrast is other than it was.
    const gekeurd = await pagina.evaluate(keur, breed === vorige ? CONTRAST : REGELS);
    vorige = breed;
    zeg('scherm', { rol, naam, breed, kleur, ...gekeurd });
    if (!isNieuw || !UITERSTEN.some(([b, k]) => b === breed && k === kleur)) continue;
    const bestand = `${rol}${naam}-${breed}-${kleur}`.replace(/[^\w-]+/g, '_');
    await pagina.screenshot({ path: join(vraag.schermen, `${bestand}.png`), fullPage: true });
  }
}

/// Runs inside the page: how far it sticks out, whether the menu is there, and what axe finds.
async function keur(regels) {
  await document.fonts.ready;
  const over = document.documentElement.scrollWidth - innerWidth;
  const { violations } = await axe.run(document, { runOnly: regels, resultTypes: ['violations'] });
  const gevonden = violations.map((it) => `${it.id}: ${it.nodes.slice(0, 3).map((een) => een.target.join(' ')).join(', ')}`);
  return { over, gevonden, menu: document.querySelector('nav.menu') !== null };
}

/// The steps of logging in, also when something is wrong.
async function voorDeDeur(browser) {
  const pagina = await bezoeker(browser);
  const zie = (naam) => bekijk(pagina, 'niemand', naam);
  await pagina.goto('/inloggen');
  await zie('/inloggen');
  await pagina.fill('#email', 'niemand@voorbeeld.example');
  await pagina.fill('#wachtwoord', 'dit is het niet');
  await verstuur(pagina);
  await zie('/inloggen-fout');
  await geefWachtwoord(pagina, 'claimbeoordelaar');
  await zie('/tweede-factor');
  await pagina.fill('#code', '000000');
  await verstuur(pagina);
  await zie('/tweede-factor-fout');
  await reken(pagina, zie);
  await pagina.context().close();
}

/// The calculator, also with an answer.
async function reken(pagina, zie) {
  await pagina.goto('/rekenen');
  await verstuur(pagina);
  await zie('/rekenen-fout');
  await vul(pagina, { 'a.perioden[0].eerste_ziektedag': '2026-01-05' });
  await verstuur(pagina);
  await zie('/rekenen-uitkomst');
}

/// Somebody who is new: invited, with a password, a second step and no dossier yet.
async function nieuweling(browser, uitnodiging) {
  const pagina = await bezoeker(browser);
  const zie = (naam) => bekijk(pagina, 'nieuweling', naam);
  const wachtwoord = 'een zin die niemand anders kent';
  await pagina.goto('/uitnodiging');
  await zie('/uitnodiging');
  await vul(pagina, { uitnodiging: 'uit_onbekend', wachtwoord });
  await verstuur(pagina);
  await zie('/uitnodiging-fout');
  await vul(pagina, { uitnodiging, wachtwoord });
  await verstuur(pagina);
  await zie('/inloggen?gedaan');
  await vul(pagina, { email: vraag.nieuweling, wachtwoord });
  await verstuur(pagina);
  await zie('/instellen');
  const geheim = (await pagina.locator('code.geheim').innerText()).replaceAll(' ', '');
  await vul(pagina, { code: '000000' });
  await verstuur(pagina);
  await zie('/instellen-fout');
  await vul(pagina, { code: codeVan(geheim) });
  await verstuur(pagina);
  await zie('/herstelcodes');
  await klik(pagina, pagina.locator('main a.nl-button--primary'));
  await zie('/mijn-dossier-leeg');
  await pagina.context().close();
}

/// What an administrator shows once, and what comes of it.
async function nodigUit(browser, pagina) {
  await pagina.goto(`/beheer/accounts/${vraag.nieuweling}`);
  await klik(pagina, pagina.locator('main form[action$="/uitnodiging"] button'));
  await bekijk(pagina, 'beheerder', '/uitnodiging-getoond');
  await nieuweling(browser, await pagina.locator('main .nl-paragraph').last().innerText());
}

/// What is on no page that a link leads to.
async function toestanden(pagina, rol) {
  const zie = (naam) => bekijk(pagina, rol, naam);
  await pagina.goto('/dossiers/00000000-0000-4000-8000-000000000000');
  await zie('/404');
  await pagina.goto('/functie');
  await zie('/functie');
  if (rol === 'toezicht') {
    // By now others looked.
    await pagina.goto(OOK.toezicht);
    await zie('/toezicht-wie-keek');
  }
  if (rol in OOK) return;
  await pagina.goto(`/dossiers/${vraag.dossier}/feiten?gedaan=vastgelegd`);
  await zie('/vastgelegd');
  if (rol === 'werknemer') return;
  await pagina.goto('/werklijst?stap=wia_aanvraag&wie=teamleider');
  await zie('/werklijst-leeg');
  await pagina.goto('/dossiers');
  const zoek = pagina.locator('form[action="/zoeken"]').first();
  await zoek.locator('input[name=term]').fill('Zzzzzz');
  await klik(pagina, zoek.locator('button'));
  await zie('/zoeken-leeg');
}

/// A form that was sent with nothing in it.
async function metFouten(pagina, rol) {
  await pagina.goto(`/dossiers/${vraag.dossier}/vastleggen`);
  const formulier = pagina.locator('main a[href*="/vastleggen/"]').first();
  if (!await formulier.count()) return;
  await klik(pagina, formulier);
  const velden = pagina.locator('main form :is(input:not([type=hidden], [type=radio], [type=checkbox]), textarea):visible');
  for (const veld of await velden.all()) await veld.fill('');
  await verstuur(pagina);
  await bekijk(pagina, rol, '/formulier-met-fouten');
}

async function alles(browser, rol) {
  const pagina = await ingelogd(browser, rol);
  const zie = async () => {
    const naam = plek(pagina);
    const [isFormulier, isNieuw] = [naam.includes('/vastleggen/'), !getoond.has(naam)];
    // A form is made of the same schema for every role.
    if (isFormulier && !isNieuw) return;
    await bekijk(pagina, rol, naam, isNieuw && !isFormulier ? STANDEN : UITERSTEN);
  };
  await overal(pagina, zie, { ook: [OOK[rol] ?? `/dossiers/${vraag.dossier}`], bestanden: true });
  await toestanden(pagina, rol);
  if (!(rol in OOK)) await metFouten(pagina, rol);
  if (rol === 'beheerder') await nodigUit(browser, pagina);
  await pagina.context().close();
}

await wandel(async (browser) => {
  const rollen = Object.keys(vraag.mensen);
  await Promise.all([voorDeDeur(browser), ...rollen.map((rol) => alles(browser, rol))]);
});
