// The employer's own certificate with its private key, which sign official PDFs where they are set. A key that cannot sign
// stops the start: a document that should be signed is never printed without.
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { SettingError } from '../setting-error.ts';

/** As bytes, so that a worker can be handed it. */
export interface SigningKey {
  /** DER: the signer's own first, then those that vouch for it. */
  readonly certificates: readonly Uint8Array[];
  /** PKCS #8, DER. */
  readonly privateKey: Uint8Array;
  readonly algorithm: 'RSA' | 'P-256' | 'P-384';
}

const certificatePattern = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
const keyPattern = /-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]+-----END [A-Z ]*PRIVATE KEY-----/;

/** Null where no file is set: nothing is signed. */
export function openSigningKey(
  file: string | null,
  passphrase: string | null,
  now: Date = new Date(),
): SigningKey | null {
  if (file === null) return null;
  const text = readText(file);
  const certificates = readCertificates(text);
  const key = readKey(text, passphrase);
  const own = certificates.find((each) => key !== null && each.checkPrivateKey(key));
  if (!key || !own) {
    const wanted = 'must name a PEM file that holds a certificate and its private key';
    throw complaint(`${wanted}, which SIGNING_PASSPHRASE opens.`);
  }
  if (new Date(own.validTo) < now)
    throw complaint(`holds a certificate that ended on ${own.validTo}. Set one that holds, or none.`);
  const others = certificates.filter((each) => each !== own);
  return {
    certificates: [own, ...others].map(({ raw }) => new Uint8Array(raw)),
    privateKey: new Uint8Array(key.export({ format: 'der', type: 'pkcs8' })),
    algorithm: algorithmOf(key),
  };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw complaint(`must name a file that can be read, and is "${file}".`);
  }
}

/** None where one of them cannot be read. */
function readCertificates(text: string): X509Certificate[] {
  try {
    return (text.match(certificatePattern) ?? []).map((pem) => new X509Certificate(pem));
  } catch {
    return [];
  }
}

function readKey(text: string, passphrase: string | null): KeyObject | null {
  const key = keyPattern.exec(text)?.[0];
  if (!key) return null;
  try {
    return createPrivateKey({ key, ...(passphrase !== null && { passphrase }) });
  } catch {
    return null;
  }
}

function algorithmOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): SigningKey['algorithm'] {
  if (asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048) return 'RSA';
  if (asymmetricKeyDetails?.namedCurve === 'prime256v1') return 'P-256';
  if (asymmetricKeyDetails?.namedCurve === 'secp384r1') return 'P-384';
  throw complaint('must hold an RSA key of 2048 bits or more, or a key on the curve P-256 or P-384.');
}

function complaint(what: string): SettingError {
  return new SettingError(`SIGNING_CERTIFICATE ${what}`);
}
