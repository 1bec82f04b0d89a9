// A real OpenID Connect provider in this process, on loopback, and a browser that carries cookies from one host to
// the other and back.
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Configuration, Provider } from 'oidc-provider';

export interface Account {
  readonly subject: string;
  readonly email: string | undefined;
  readonly isVerified: boolean;
}

export const client = { id: 'classplan', secret: 'a secret between the two of them' };

export interface RunningProvider {
  readonly issuer: string;
  /** Who will have signed in there when the browser comes. */
  account: Account;
  /** Makes it ready to send people back to a site. */
  serve(site: string): void;
  close(): Promise<void>;
}

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const key = {
  ...privateKey.export({ format: 'jwk' }),
  kty: 'RSA',
  use: 'sig',
  kid: 'one',
  alg: 'RS256',
} as const;

export async function runProvider(account: Account): Promise<RunningProvider> {
  let answer: (request: IncomingMessage, response: ServerResponse) => Promise<void> | void = (_, response) =>
    void response.writeHead(503).end();
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const running: RunningProvider = {
    issuer,
    account,
    serve: (site) => {
      const provider = new Provider(issuer, configuration(site, running));
      const callback = provider.callback();
      answer = async (request, response) => {
        if (!request.url?.startsWith('/interaction/')) return callback(request, response);
        const login = { accountId: running.account.subject };
        await provider.interactionFinished(request, response, { login });
      };
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return running;
}

function configuration(site: string, running: RunningProvider): Configuration {
  return {
    clients: [
      { client_id: client.id, client_secret: client.secret, redirect_uris: [`${site}/sign-in/oidc/return`] },
    ],
    jwks: { keys: [key] },
    cookies: { keys: ['a key for the cookies of a test'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    scopes: ['openid', 'email', 'profile'],
    pkce: { required: () => true },
    ttl: { Session: 60, Interaction: 60, Grant: 60, IdToken: 60, AccessToken: 60 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, accountId) => ({
      accountId,
      claims: () => {
        const { email, isVerified } = running.account;
        return { sub: accountId, ...(email !== undefined && { email, email_verified: isVerified }) };
      },
    }),
    loadExistingGrant: async (context) => {
      const { Grant } = context.oidc.provider;
      const grant = new Grant({ clientId: client.id, accountId: context.oidc.session?.accountId ?? '' });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  };
}

export interface Browser {
  /** Follows every redirect; gives the last answer and all the addresses on the way. */
  go(address: string): Promise<{ answer: Response; way: string[] }>;
  cookiesFor(address: string): string;
}

/** A browser of few talents. `stopAt` leaves a redirect to such an address unfollowed. */
export function openSimpleBrowser(stopAt = /^$/): Browser {
  const jar = new Map<string, Map<string, string>>();
  const cookiesFor = (address: string) =>
    [...(jar.get(new URL(address).host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  const keep = (address: string, answer: Response) => {
    const { host } = new URL(address);
    const kept = jar.get(host) ?? new Map<string, string>();
    jar.set(host, kept);
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const name = pair.slice(0, pair.indexOf('='));
      if (/Expires=Thu, 01 Jan 1970/i.test(line)) kept.delete(name);
      else kept.set(name, pair.slice(name.length + 1));
    }
  };
  return {
    cookiesFor,
    go: async (start) => {
      const way = [start];
      for (;;) {
        const address = way.at(-1) ?? start;
        const headers = { Cookie: cookiesFor(address), Accept: 'text/html' };
        const answer = await fetch(address, { redirect: 'manual', headers });
        keep(address, answer);
        const location = answer.headers.get('location');
        if (location === null) return { answer, way };
        const next = new URL(location, address).href;
        way.push(next);
        if (stopAt.test(next) || way.length > 20) return { answer, way };
      }
    },
  };
}
