// What the tests of signatures share: a certificate of an invented city with its key, made anew, in the PEM file that
// SIGNING_CERTIFICATE names; and pdfsig of Poppler, where the machine has it.
import { spawnSync } from 'node:child_process';
import { generateKeyPairSync, type KeyObject, webcrypto } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { Integer, Utf8String } from 'asn1js';
import { AttributeTypeAndValue, Certificate } from 'pkijs';

const day = 86_400_000;

export interface Signer {
  readonly key: KeyObject;
  readonly certificate: string;
}

/** Self-signed. `days` is how long it still holds: below zero it has ended. */
export async function makeSigner(name: string, kind: 'rsa' | 'ec' = 'rsa', days = 30): Promise<Signer> {
  const { privateKey: key, publicKey } =
    kind === 'rsa'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm =
    kind === 'rsa' ? { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } : { name: 'ECDSA', namedCurve: 'P-256' };
  const certificate = new Certificate({ version: 2, serialNumber: new Integer({ value: 1 }) });
  for (const names of [certificate.issuer, certificate.subject])
    names.typesAndValues.push(
      new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value: name }) }),
    );
  certificate.notBefore.value = new Date(Date.now() - 60 * day);
  certificate.notAfter.value = new Date(Date.now() + days * day);
  const { subtle } = webcrypto;
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  const pkcs8 = key.export({ format: 'der', type: 'pkcs8' });
  const shown = await subtle.importKey('spki', new Uint8Array(spki), algorithm, true, ['verify']);
  await certificate.subjectPublicKeyInfo.importKey(shown);
  await certificate.sign(
    await subtle.importKey('pkcs8', new Uint8Array(pkcs8), algorithm, false, ['sign']),
    'SHA-256',
  );
  return { key, certificate: pem(new Uint8Array(certificate.toSchema(true).toBER())) };
}

function pem(der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

/** As openssl pkcs12 writes it: the certificate and the key in one file, the key encrypted where there is a passphrase. */
export function writeSigner(file: string, { key, certificate }: Signer, passphrase: string | null): string {
  const cipher = passphrase === null ? {} : { cipher: 'aes-256-cbc', passphrase };
  writeFileSync(file, certificate + key.export({ format: 'pem', type: 'pkcs8', ...cipher }).toString());
  return file;
}

export const hasPdfsig = spawnSync('pdfsig', ['-v']).error === undefined;

/** What pdfsig says of a file; it is not asked who vouches for the certificate. */
export function pdfsig(file: string): string {
  return spawnSync('pdfsig', ['-nocert', file], { encoding: 'utf8' }).stdout;
}
