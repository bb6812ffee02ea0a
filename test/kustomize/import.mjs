// import.mjs DIR: takes kustomize's recorded answers from DIR into data/, with what the tests compare: files, root, and
// the documents or the class of the error. Every sentence of kustomize's is left out.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gunzipSync } from 'node:zlib';

const file = path.join(process.argv[2], 'kustomize.jsonl.gz');
const lines = gunzipSync(readFileSync(file)).toString().split('\n').filter(Boolean);
const records = lines.map((line) => {
  const { id, files, binary, root, expect } = JSON.parse(line);
  const answer = expect.error === undefined ? { documents: expect.documents } : { class: expect.class };
  return JSON.stringify({ id, files, binary, root, ...answer });
});
const text = records.join('\n');
const packed = brotliCompressSync(Buffer.from(text), {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
  },
});
writeFileSync(path.join(import.meta.dirname, 'data/recorded.jsonl.br'), packed);
console.log(`${records.length} lines, ${packed.length} bytes`);
