// The settings of signing in, read from the environment: what signs the cookies, and the employer's own provider.
import { isLoopback, type ProviderSettings } from './oidc.ts';
import { SettingError } from './setting-error.ts';

/** The message never repeats the secret. */
export function readSessionSecret({
  NODE_ENV,
  SESSION_SECRET,
}: Readonly<Record<string, string | undefined>>): string | null {
  if (!SESSION_SECRET && NODE_ENV === 'production') {
    throw new SettingError(
      'SESSION_SECRET must be set where NODE_ENV is production: at least 32 characters that nobody can guess, such as `openssl rand -base64 32` makes.',
    );
  }
  if (!SESSION_SECRET) return null;
  if (SESSION_SECRET.length >= 32) return SESSION_SECRET;
  throw new SettingError(
    `SESSION_SECRET must have at least 32 characters, and has ${SESSION_SECRET.length}.`,
  );
}

export function readProvider(
  environment: Readonly<Record<string, string | undefined>>,
): ProviderSettings | null {
  const names = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'];
  const missing = names.find((name) => !environment[name]);
  if (names.every((name) => !environment[name])) return null;
  if (missing) {
    throw new SettingError(`${missing} must be set too: the three OIDC settings go together.`);
  }
  const [issuer = '', clientId = '', clientSecret = ''] = names.map((name) => environment[name]);
  const url = URL.canParse(issuer) ? new URL(issuer) : null;
  if (url?.protocol === 'https:' || (url && isLoopback(url))) return { issuer, clientId, clientSecret };
  throw new SettingError(
    `OIDC_ISSUER must be an https address, or an http one of this machine, and is "${issuer}".`,
  );
}
