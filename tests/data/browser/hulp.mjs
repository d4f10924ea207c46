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

/// Sends the form of the page.
export async function verstuur(pagina) {
  await klik(pagina, pagina.locator('main form button[type=submit]:not([name])').first());
}

/// The code of the second factor, as an app shows it now.
export function code(rol) {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...vraag.mensen[rol].geheim].map((it) => letters.indexOf(it).toString(2).padStart(5, '0')).join('');
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

/// Goes to every page that links lead to from the dossier and the page it is on, once per kind of page, and calls
/// `zie` on each.
export async function overal(pagina, zie) {
  const geweest = new Set();
  const verder = [new URL(pagina.url()), new URL(`/dossiers/${vraag.dossier}`, vraag.adres)];
  while (verder.length) {
    const adres = verder.shift();
    if (geweest.has(vorm(adres))) continue;
    geweest.add(vorm(adres));
    // With a place on it, a page that is open already would not be asked again.
    adres.hash = '';
    const antwoord = await pagina.goto(adres.href);
    if (!antwoord.headers()['content-type']?.startsWith('text/html')) {
      zeg('geen blad', { naam: vorm(adres), status: antwoord.status() });
      continue;
    }
    geweest.add(plek(pagina));
    await zie(antwoord.status());
    verder.push(...await verwijzingen(pagina));
  }
}

/// Where links on a page lead to: pages of this server, in the same language. What is under `/v1` is a file.
async function verwijzingen(pagina) {
  const alle = await pagina.locator('a[href]:not([download])').evaluateAll((lijst) => lijst.map((it) => it.href));
  const hier = alle.map((it) => new URL(it)).filter((it) => it.origin === vraag.adres);
  return hier.filter((it) => !/^\/(taal|middelen|v1)\//.test(it.pathname));
}
