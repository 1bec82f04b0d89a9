// Sign-in through the employer's own identity provider, by OpenID Connect: authorization code with PKCE, state and
// nonce. It says who somebody is; what they may do is said by the people of the plan.
import * as client from 'openid-client';
import { refusal } from './errors.ts';

export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What must be remembered between the way to the provider and the way back. */
export interface PendingSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
  readonly isEmailVerified: boolean;
}

export interface IdentityProvider {
  /** The provider's address to send the browser to; it comes back to `returnTo`. */
  begin(returnTo: string): Promise<{ address: string; pending: PendingSignIn }>;
  /** Who came back at `address`; throws a refusal where the answer does not hold. */
  finish(address: URL, pending: PendingSignIn): Promise<Identity>;
}

/** The provider is asked for its settings when it is first needed, and again after a failure. */
export function makeIdentityProvider(settings: ProviderSettings): IdentityProvider {
  let found: Promise<client.Configuration> | null = null;
  const configuration = () =>
    (found ??= discover(settings).catch((cause: unknown) => {
      found = null;
      throw refusal('sign-in-unavailable', { cause });
    }));
  return {
    begin: async (returnTo) => begin(await configuration(), returnTo),
    finish: async (address, pending) => finish(await configuration(), address, pending),
  };
}

function discover({ issuer, clientId, clientSecret }: ProviderSettings): Promise<client.Configuration> {
  const address = new URL(issuer);
  const options = isLoopback(address) ? { execute: [client.allowInsecureRequests] } : {};
  return client.discovery(address, clientId, clientSecret, undefined, { ...options, timeout: 10 });
}

/** Plain http is for providers on this machine, in development and in tests. */
export function isLoopback({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

async function begin(configuration: client.Configuration, returnTo: string) {
  const pending = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
  };
  const address = client.buildAuthorizationUrl(configuration, {
    redirect_uri: returnTo,
    scope: 'openid email profile',
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: 'S256',
  });
  return { address: address.href, pending };
}

async function finish(
  configuration: client.Configuration,
  address: URL,
  pending: PendingSignIn,
): Promise<Identity> {
  try {
    const tokens = await client.authorizationCodeGrant(configuration, address, {
      expectedState: pending.state,
      expectedNonce: pending.nonce,
      pkceCodeVerifier: pending.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error('The provider sent no ID token');
    const asserted = claims.email === undefined ? await userInfo(configuration, tokens, claims.sub) : claims;
    return {
      issuer: claims.iss,
      subject: claims.sub,
      email: typeof asserted.email === 'string' ? asserted.email : null,
      isEmailVerified: asserted.email_verified === true,
    };
  } catch (cause) {
    throw refusal('sign-in-not-completed', { cause });
  }
}

async function userInfo(
  configuration: client.Configuration,
  tokens: client.TokenEndpointResponse,
  subject: string,
): Promise<{ email?: unknown; email_verified?: unknown }> {
  if (!configuration.serverMetadata().userinfo_endpoint) return {};
  return client.fetchUserInfo(configuration, tokens.access_token, subject);
}
