import { createHmac } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** Tells whether a value is what a run kept by that key. */
export interface Seal {
  /** In the names of packs: those with another seal are nobody's to read. */
  readonly name: string;
  of(key: string, value: Buffer): string;
}

/** Finds damage. Whoever can write into the folder can make any value. */
export const checksum: Seal = { name: 'crc', of: (_, value) => crc32(value).toString(36) };

/** Only who has the secret can make a value: for a folder in a tree that others write into. */
export function sealOf(secret: string): Seal {
  const signed = (...parts: readonly (string | Buffer)[]): string => {
    const hmac = createHmac('sha256', secret);
    for (const part of parts) hmac.update(part);
    return hmac.digest('base64url').slice(0, 22);
  };
  return {
    name: createHmac('sha256', secret).update('the name of this key').digest('hex').slice(0, 12),
    of: (key, value) => signed(key, '\0', value),
  };
}
