// import.mjs DIR: copies the server's recorded answers from DIR into data/, keeping what the tests compare
// (id, kind, manifest, verdict, paths, types) and leaving out every sentence of the server's.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, brotliCompressSync, constants } from 'node:zlib';

const source = process.argv[2];
const target = path.join(import.meta.dirname, 'data');
const texts = (file) =>
  gunzipSync(readFileSync(path.join(source, file)))
    .toString()
    .split('\n')
    .filter(Boolean);
const lines = (file) => texts(file).map((line) => JSON.parse(line));

function answer({ verdict, unknown, duplicate, errors, dropped, warnings }) {
  const kept = { verdict };
  if (verdict === 'undecodable') return kept;
  if (unknown) kept.unknown = unknown;
  if (duplicate) kept.duplicate = duplicate;
  if (errors) kept.errors = errors.map(({ type, field }) => [type, field]);
  if (dropped) kept.dropped = dropped;
  if (warnings) kept.warnings = warnings.length;
  return kept;
}

/**
 * Thousands of nested lists are more than JSON.stringify's stack holds; such a line names no error and is kept as it
 * is.
 */
function yamlLine(line) {
  const { id, yaml, docs } = JSON.parse(line);
  if (docs.every(({ error, strict }) => error === undefined && !strict)) return line;
  return JSON.stringify({
    id,
    yaml,
    docs: docs.map(({ json, error, strict }) =>
      error === undefined ? { json, ...(strict ? { strict: true } : {}) } : { error: true },
    ),
  });
}

function write(name, records) {
  const text = records.map((record) => (typeof record === 'string' ? record : JSON.stringify(record))).join('\n');
  const packed = brotliCompressSync(Buffer.from(text), {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    },
  });
  writeFileSync(path.join(target, `${name}.jsonl.br`), packed);
  console.log(`${name}: ${records.length} lines, ${packed.length} bytes`);
}

write(
  'create',
  lines('create.jsonl.gz').map(({ id, kind, manifest, expect }) => ({ id, kind, manifest, expect: answer(expect) })),
);
write(
  'versions',
  lines('versions.jsonl.gz').map(({ id, version, expect }) => ({ id, version, expect: answer(expect) })),
);
write(
  'update',
  lines('update.jsonl.gz').map(({ id, kind, old, new: updated, expect }) => ({
    id,
    kind,
    old,
    new: updated,
    expect: answer(expect),
  })),
);
write('effective', lines('effective.jsonl.gz'));
write('yaml', texts('yaml.jsonl.gz').map(yamlLine));
for (const name of ['images', 'podpreset', 'static', 'timeline']) write(name, texts(`${name}.jsonl.gz`));
for (const name of ['phase', 'actions', 'jobs', 'life']) write(`life-${name}`, texts(`life/${name}.jsonl.gz`));

/** Of the kinds without pods, every fifth case. */
const everyFifth = (records) => records.filter((_, index) => index % 5 === 0);
const created = everyFifth(lines('kinds.jsonl.gz'));
const ids = new Set(created.map(({ id }) => id));
write(
  'kinds',
  created.map(({ id, kind, manifest, expect }) => ({ id, kind, manifest, expect: answer(expect) })),
);
write(
  'kinds-versions',
  lines('kinds-versions.jsonl.gz')
    .filter(({ id }) => ids.has(id))
    .map(({ id, version, expect }) => ({ id, version, expect: answer(expect) })),
);
write(
  'kinds-update',
  everyFifth(lines('kinds-update.jsonl.gz')).map(({ id, kind, old, new: updated, expect }) => ({
    id,
    kind,
    old,
    new: updated,
    expect: answer(expect),
  })),
);
write(
  'kinds-effective',
  lines('kinds-effective.jsonl.gz')
    .filter(({ id }) => ids.has(id))
    .map(({ id, effective }) => ({ id, qos: null, effective })),
);
