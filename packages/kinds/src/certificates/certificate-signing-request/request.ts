import { type Message, defineMessages } from '@podlint/messages';
import { decodeBase64 } from '@podlint/model';
import { type DerReader, derReader } from './der.js';

const says = defineMessages('certificate-request', {
  'no-block': 'it holds no block that begins with "-----BEGIN CERTIFICATE REQUEST-----"',
  'other-block': 'its first block is a "{type}"',
  'not-der': 'what the block holds is no certificate request',
});

const wantedType = 'CERTIFICATE REQUEST';

/**
 * Why the server cannot read a request (ParseCSR, pkg/apis/certificates/helpers.go). Whether it was signed with its own
 * key, which the server looks at too, is not checked.
 */
export function requestProblem(base64: string): Message | undefined {
  const block = firstPemBlock(decodeBase64(base64));
  if (!block) return says['no-block']();
  if (block.type !== wantedType) return says['other-block']({ type: block.type });
  return isCertificationRequest(block.bytes) ? undefined : says['not-der']();
}

interface PemBlock {
  readonly type: string;
  /** Each byte as one character. */
  readonly bytes: string;
}

const begin = '-----BEGIN ';
const end = '-----END ';
const dashes = '-----';

/** The first block whose lines are in order (encoding/pem, Decode). */
function firstPemBlock(text: string): PemBlock | undefined {
  let type: string | undefined;
  let body: string[] = [];
  for (const line of text.split('\n').map((raw) => raw.trimEnd())) {
    if (line.startsWith(begin) && line.endsWith(dashes)) {
      type = line.slice(begin.length, -dashes.length);
      body = [];
    } else if (type !== undefined && line === `${end}${type}${dashes}`) {
      const bytes = bytesOf(body);
      if (bytes !== undefined) return { type, bytes };
      type = undefined;
    } else body.push(line);
  }
  return undefined;
}

/** Lines with a colon are headers, as long as they come first. */
function bytesOf(lines: readonly string[]): string | undefined {
  const start = lines.findIndex((line) => !line.includes(':'));
  const base64 = (start < 0 ? [] : lines.slice(start)).join('').replace(/[ \t]/g, '');
  return base64.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(base64) ? decodeBase64(base64) : undefined;
}

const tags = { integer: 0x02, bitString: 0x03, objectIdentifier: 0x06, sequence: 0x30, attributes: 0xa0 };

/** RFC 2986: CertificationRequest and nothing behind it. */
function isCertificationRequest(bytes: string): boolean {
  const outer = derReader(bytes);
  const request = outer.enter(tags.sequence);
  const info = request?.enter(tags.sequence);
  return (
    outer.isAtEnd() &&
    info !== undefined &&
    isRequestInfo(info) &&
    isAlgorithm(request?.enter(tags.sequence)) &&
    request?.enter(tags.bitString) !== undefined &&
    request.isAtEnd()
  );
}

/** Version, subject, public key, attributes. */
function isRequestInfo(info: DerReader): boolean {
  const isComplete = info.enter(tags.integer) !== undefined && info.enter(tags.sequence) !== undefined;
  const key = info.enter(tags.sequence);
  return (
    isComplete &&
    isAlgorithm(key?.enter(tags.sequence)) &&
    key?.enter(tags.bitString) !== undefined &&
    (info.isAtEnd() || info.enter(tags.attributes) !== undefined) &&
    info.isAtEnd()
  );
}

function isAlgorithm(algorithm: DerReader | undefined): boolean {
  return algorithm?.enter(tags.objectIdentifier) !== undefined;
}
