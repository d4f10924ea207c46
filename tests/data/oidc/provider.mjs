// Another party that says who logs in, on this machine. Whoever types a name is that person; a name that ends in
// "+mfa" showed a second factor, one that ends in "+phr" reached a level of assurance.
//
// Arguments: the folder with node_modules, and the settings as JSON. It stops when its input ends.

import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, text] = process.argv.slice(2);
const { port, secret, back, after } = JSON.parse(text);
const resolved = createRequire(join(folder, 'package.json')).resolve('oidc-provider');
const { default: Provider } = await import(pathToFileURL(resolved));

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const key = { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' };

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{
    client_id: 'poortwachter',
    client_secret: secret,
    redirect_uris: [back],
    post_logout_redirect_uris: [after],
  }],
  jwks: { keys: [key] },
  cookies: { keys: [randomUUID()] },
  claims: { openid: ['sub', 'acr', 'amr'] },
  conformIdTokenClaims: false,
  acrValues: ['phr'],
  pkce: { required: () => true },
});

// The pages of the package ask for a name only: what else was shown follows from it.
const finish = provider.interactionFinished.bind(provider);
provider.interactionFinished = (request, response, result, ...rest) => {
  const name = result.login?.accountId ?? '';
  if (name.endsWith('+mfa')) result.login.amr = ['pwd', 'mfa'];
  if (name.endsWith('+phr')) result.login.acr = 'phr';
  return finish(request, response, result, ...rest);
};

let keys = 0;
const handle = provider.callback();
const server = createServer((request, response) => {
  if (request.url === '/_keys') return response.end(String(keys));
  if (request.url === '/jwks') keys += 1;
  return handle(request, response);
});
server.listen(port, '127.0.0.1', () => console.log('ready'));
process.stdin.on('end', () => process.exit(0)).resume();
