import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type core } from '@podlint/model';
import type { Warn } from '@podlint/validation';
import { dataOf } from './data.js';

const says = defineMessages('tls-secret', {
  'no-certificate':
    'No certificate can be read from "tls.crt". Write it as PEM: "-----BEGIN CERTIFICATE-----" and so on.',
  'key-for-certificate':
    '"tls.crt" holds a private key where the certificate belongs. Were "tls.crt" and "tls.key" exchanged?',
  'no-key': 'No private key can be read from "tls.key". Write it as PEM: "-----BEGIN PRIVATE KEY-----" and so on.',
  'certificate-for-key':
    '"tls.key" holds a certificate where the private key belongs. Were "tls.crt" and "tls.key" exchanged?',
});

/**
 * What warningsForSecret says of a pair that Go's tls.X509KeyPair cannot take (pkg/registry/core/secret/strategy.go), as
 * far as the PEM alone shows. Whether the key fits the certificate is not looked at.
 */
export function warnAboutTlsPair(secret: Decoded<core.Secret>, warn: Warn): void {
  if (secret.type !== 'kubernetes.io/tls') return;
  const contents = dataOf(secret);
  const certificate = contents.get('tls.crt');
  const key = contents.get('tls.key');
  if (!certificate || !key) return;
  const certificateBlocks = pemTypes(certificate.value());
  const keyBlocks = pemTypes(key.value());
  const data = FieldPath.root.child('data');
  if (!certificateBlocks.includes('CERTIFICATE')) {
    const message = says[certificateBlocks.some(isPrivateKey) ? 'key-for-certificate' : 'no-certificate']();
    warn(data.key('tls.crt'), message, { at: certificate.at });
  } else if (!keyBlocks.some(isPrivateKey)) {
    const message = says[keyBlocks.includes('CERTIFICATE') ? 'certificate-for-key' : 'no-key']();
    warn(data.key('tls.key'), message, { at: key.at });
  }
}

/** The types of the blocks that Go's pem.Decode finds: a label, headers that may be missing, base64, the same label. */
const block =
  /(?:^|\n)-----BEGIN ([^\n]*?)-----[ \t]*\r?\n(?:[^\n:]+:[^\n]*\n)*\r?\n?[A-Za-z0-9+/=\s]*?-----END \1-----[ \t]*\r?(?=\n|$)/g;

function pemTypes(text: string): string[] {
  return [...text.matchAll(block)].map(([, type = '']) => type);
}

function isPrivateKey(type: string): boolean {
  return type === 'PRIVATE KEY' || type.endsWith(' PRIVATE KEY');
}
