import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { BuildFiles } from 'podlint/kustomize';

/** A tree, and what kustomize/api 0.21.2 makes of it: YAML texts in order, or the class of its error (import.mjs). */
export interface RecordedTree {
  readonly id: string;
  readonly files: BuildFiles;
  readonly root: string;
  readonly documents?: readonly string[];
  readonly class?: string;
}

interface Line extends RecordedTree {
  /** Bytes of files that are no texts, in base64. */
  readonly binary?: Readonly<Record<string, string>>;
}

const data = path.resolve(import.meta.dirname, '../../kustomize/data/recorded.jsonl.br');

export function recordedTrees(): RecordedTree[] {
  const text = brotliDecompressSync(readFileSync(data)).toString();
  return text.split('\n').map((line) => {
    const { binary = {}, files, ...rest } = JSON.parse(line) as Line;
    const bytes = Object.entries(binary).map(([name, base64]) => [name, Buffer.from(base64, 'base64')] as const);
    return { ...rest, files: { ...files, ...Object.fromEntries(bytes) } };
  });
}
