// What every walk shares: a browser that is watched, logging in, and lines of JSON that the test judges.
//
// Standard input holds the settings as JSON: address, people with their secrets, folders, and the dossier.

import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

export const vraag = JSON.parse(readFileSync(0, 'utf8'));
const vanPakketten = createRequire(join(vraag.pakketten, 'package.json'));
const { chromium } = vanPakketten('playwright-core');

const VLAGGEN = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];
/// How long anything may take before it counts as missing: other tests run beside this one.
const GEDULD_MS = 60_000;

/// Today as the server has it.
export const vandaag = new Date().toLocaleDateString('sv', { timeZone: 'Europe/Amsterdam' });

/// The text of a package, to run inside a page.
export function pakkettekst(bestand) {
  return readFileSync(vanPakketten.resolve(bestand), 'utf8');
}

/// Prints what was seen.
export function zeg(soort, wat) {
  console.log(JSON.stringify({ soort, ...wat }));
}

/// Runs a walk in a browser of its own. Who gets to the end says so.
export async function wandel(doe) {
  const browser = await chromium.launch({ executablePath: vraag.chromium, args: VLAGGEN });
  try {
    await doe(browser);
    zeg('klaar', {});
  } finally {
    await browser.close();
  }
}

/// A browser that was not here before, with one page. What it should never do is printed.
export async function bezoeker(browser, anders = {}) {
  const context = await browser.newContext({
    baseURL: vraag.adres, locale: 'nl-NL', reducedMotion: 'reduce', viewport: { width: 1280, height: 900 }, ...anders,
  });
  context.setDefaultTimeout(GEDULD_MS);
  context.on('request', (verzoek) => {
    const adres = new URL(verzoek.url());
    if (adres.protocol !== 'data:' && adres.origin !== vraag.adres) zeg('mis', { wat: 'elders', tekst: adres.origin });
  });
  const pagina = await context.newPage();
  pagina.on('pageerror', (fout) => zeg('mis', { wat: 'script', tekst: fout.message, waar: plek(pagina) }));
  pagina.on('console', (regel) => {
    if (['error', 'warning'].includes(regel.type()) && !isEigenStatus(regel, pagina)) {
      zeg('mis', { wat: 'console', tekst: regel.text(), waar: plek(pagina) });
    }
  });
  return pagina;
}

/// A browser complains of every page that answers with a fault; those are shown on purpose.
function isEigenStatus(regel, pagina) {
  const van = regel.location().url;
  return regel.text().startsWith('Failed to load resource: the server responded with a status of')
    && (van === pagina.url() || !/\.(css|js|svg|woff2?)$/.test(new URL(van).pathname));
}

/// Where a page is, without numbers of dossiers.
export function plek(pagina) {
  const adres = new URL(pagina.url());
  return vorm(adres);
}

/// An address without what differs between two pages of one kind.
export function vorm(adres) {
  const pad = adres.pathname.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '-');
  const namen = [...new Set(adres.searchParams.keys())].sort();
  return namen.length ? `${pad}?${namen.join('&')}` : pad;
}

/// Somebody who just logged in, in a browser that was not here before.
export async function ingelogd(browser, rol) {
  const pagina = await bezoeker(browser);
  await logIn(pagina, rol);
  return pagina;
}

/// Logs in with both factors, and puts on the first hat when there is a choice.
export async function logIn(pagina, rol) {
  await pagina.goto('/inloggen');
  await geefWachtwoord(pagina, rol);
  await geefCode(pagina, rol);
}

export async function geefWachtwoord(pagina, rol) {
  const { account, wachtwoord } = vraag.mensen[rol];
  await pagina.fill('#email', account);
  await pagina.fill('#wachtwoord', wachtwoord);
  await verstuur(pagina);
}

export async function geefCode(pagina, rol) {
  await pagina.fill('#code', code(rol));
  await verstuur(pagina);
  const hoed = pagina.locator('button.hoed').first();
  if (await hoed.count()) await klik(pagina, hoed);
}

/// Fills in fields of a form by their names: what is typed, or the word that is chosen.
export async function vul(pagina, velden) {
  for (const [naam, waarde] of Object.entries(velden)) {
    const veld = pagina.locator(`main [name="${naam}"]`);
    const soort = await veld.first().evaluate((it) => it.type);
    if (['radio', 'checkbox'].includes(soort)) await pagina.check(`main [name="${naam}"][value="${waarde}"]`);
    else if (soort === 'select-one') await veld.selectOption(waarde);
    else await veld.fill(waarde);
  }
}

/// Sends the form of the page.
export async function verstuur(pagina) {
  await klik(pagina, pagina.locator('main form button[type=submit]:not([name])').first());
}

/// The code of somebody's second factor.
export function code(rol) {
  return codeVan(vraag.mensen[rol].geheim);
}

/// The code that an app with this secret shows now.
export function codeVan(geheim) {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...geheim].map((it) => letters.indexOf(it).toString(2).padStart(5, '0')).join('');
  const sleutel = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const stap = Buffer.alloc(8);
  stap.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const som = createHmac('sha1', sleutel).update(stap).digest();
  return String((som.readUInt32BE(som[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/// Presses something that leads to another page, and waits for that.
export async function klik(pagina, wat) {
  await Promise.all([pagina.waitForEvent('load'), wat.click()]);
}

/// Goes to every page that links lead to from the page it is on and from `ook`, once per kind of page, and calls `zie`
/// on each. A link that leads nowhere is a fault. Of files, which are under `/v1`, one of each kind is asked for by who
/// wants that.
export async function overal(pagina, zie, { ook = [`/dossiers/${vraag.dossier}`], bestanden = false } = {}) {
  const geweest = new Set();
  const begin = [pagina.url(), ...ook.map((it) => new URL(it, vraag.adres).href)];
  const verder = begin.map((it) => ({ adres: new URL(it), van: 'begin' }));
  while (verder.length) {
    const { adres, van } = verder.shift();
    const soort = isBlad(adres) ? vorm(adres) : vorm(new URL('.', adres));
    if (geweest.has(soort) || !(bestanden || isBlad(adres))) continue;
    geweest.add(soort);
    // With a place on it, a page that is open already would not be asked again.
    adres.hash = '';
    const status = await vraagOp(pagina, adres);
    if (status !== 200) zeg('mis', { wat: 'dode link', van, naar: vorm(adres), status });
    if (!isBlad(adres) || status !== 200) continue;
    geweest.add(plek(pagina));
    await zie();
    const hier = plek(pagina);
    verder.push(...(await verwijzingen(pagina)).map((it) => ({ adres: it, van: hier })));
  }
}

/// Whether an address is of a page.
function isBlad(adres) {
  return !adres.pathname.startsWith('/v1/');
}

/// The status that an address answers. A file comes in beside the page, and only when all is well.
async function vraagOp(pagina, adres) {
  try {
    return (await pagina.goto(adres.href)).status();
  } catch (fout) {
    if (fout.message.includes('Download is starting')) return 200;
    throw fout;
  }
}

/// Where links on a page lead to on this server, in the same language.
async function verwijzingen(pagina) {
  const alle = await pagina.locator('a[href]:not([download])').evaluateAll((lijst) => lijst.map((it) => it.href));
  const hier = alle.map((it) => new URL(it)).filter((it) => it.origin === vraag.adres);
  return hier.filter((it) => !/^\/(taal|middelen)\//.test(it.pathname));
}
