// A detached CMS signature over bytes, in the form that PAdES asks for (ETSI EN 319 142-1, baseline B-B): the signed attributes
// name the signer's certificate, and no time, which stands in the PDF.
import { createHash, webcrypto } from 'node:crypto';
import { ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import {
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import type { SigningKey } from './signing-key.ts';

const data = '1.2.840.113549.1.7.1';
const signedData = '1.2.840.113549.1.7.2';
const contentType = '1.2.840.113549.1.9.3';
const messageDigest = '1.2.840.113549.1.9.4';
const signingCertificateV2 = '1.2.840.113549.1.9.16.2.47';

/** DER. */
export async function cmsSignature(content: Uint8Array, key: SigningKey): Promise<Uint8Array> {
  const certificates = key.certificates.map((each) => Certificate.fromBER(each));
  const [own] = certificates;
  const [der] = key.certificates;
  if (!own || !der) throw new Error('A signing key comes with its certificate');
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: data }),
    certificates,
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
        signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes: attributes(content, der) }),
      }),
    ],
  });
  await signed.sign(await importKey(key), 0, 'SHA-256');
  const info = new ContentInfo({ contentType: signedData, content: signed.toSchema(true) });
  return new Uint8Array(info.toSchema().toBER());
}

/** In the order of their encoding, as a DER set is written. */
function attributes(content: Uint8Array, certificate: Uint8Array): Attribute[] {
  const named = new Sequence({ value: [new OctetString({ valueHex: digest(certificate) })] });
  const identified = new Sequence({ value: [new Sequence({ value: [named] })] });
  return [
    new Attribute({ type: contentType, values: [new ObjectIdentifier({ value: data })] }),
    new Attribute({ type: messageDigest, values: [new OctetString({ valueHex: digest(content) })] }),
    new Attribute({ type: signingCertificateV2, values: [identified] }),
  ];
}

function digest(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(createHash('sha256').update(bytes).digest()).buffer;
}

function importKey({ privateKey, algorithm }: SigningKey) {
  const named =
    algorithm === 'RSA'
      ? { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
      : { name: 'ECDSA', namedCurve: algorithm };
  return webcrypto.subtle.importKey('pkcs8', new Uint8Array(privateKey), named, false, ['sign']);
}
