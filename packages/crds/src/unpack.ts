import { brotliDecompressSync } from 'node:zlib';

/** Brotli, in base64, of a list of definitions as JSON. */
export function unpacked(definitions: string): object[] {
  return JSON.parse(brotliDecompressSync(Buffer.from(definitions, 'base64')).toString()) as object[];
}
