import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type core, decodeBase64 } from '@podlint/model';
import { type Warn, utf8 } from '@podlint/validation';

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
  const certificate = contentOf(secret, 'tls.crt');
  const key = contentOf(secret, 'tls.key');
  if (!certificate || !key) return;
  const certificateBlocks = pemTypes(certificate.value);
  const keyBlocks = pemTypes(key.value);
  const data = FieldPath.root.child('data');
  if (!certificateBlocks.includes('CERTIFICATE')) {
    const message = says[certificateBlocks.some(isPrivateKey) ? 'key-for-certificate' : 'no-certificate']();
    warn(data.key('tls.crt'), message, { at: certificate.at });
  } else if (!keyBlocks.some(isPrivateKey)) {
    const message = says[keyBlocks.includes('CERTIFICATE') ? 'certificate-for-key' : 'no-key']();
    warn(data.key('tls.key'), message, { at: key.at });
  }
}

/** What a key holds, and where it is written when that is not data. */
interface Content {
  readonly value: string;
  readonly at?: FieldPath;
}

function contentOf({ data, stringData }: Decoded<core.Secret>, name: string): Content | undefined {
  const plain = stringData?.[name];
  if (plain !== undefined) return { value: utf8(plain), at: FieldPath.root.child('stringData').key(name) };
  const encoded = data?.[name];
  return encoded === undefined ? undefined : { value: decodeBase64(encoded) };
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
