// import.mjs DIR: copies the server's recorded answers from DIR into data/, keeping what the tests compare
// and leaving out every sentence of the server's.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

const source = process.argv[2];
const target = path.join(import.meta.dirname, 'data');
const lines = (file) =>
  gunzipSync(readFileSync(path.join(source, file)))
    .toString()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

function write(name, text) {
  const packed = gzipSync(text, { level: 9 });
  writeFileSync(path.join(target, name), packed);
  console.log(`${name}: ${packed.length} bytes`);
}
const writeLines = (name, records) =>
  write(`${name}.jsonl.gz`, records.map((record) => JSON.stringify(record)).join('\n'));

/** A format's complaints are values of the language and sentences of the server's: only where they are is kept. */
function withoutSentences(value) {
  if (typeof value === 'string') return { sentence: true };
  if (Array.isArray(value)) return value.map(withoutSentences);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, below]) => [key, withoutSentences(below)]));
}

function outcome({ expr, result, compile, program, budget }) {
  if (result !== undefined) return { result: expr.includes('validate(') ? withoutSentences(result) : result };
  if (compile) return { compile: compile.map(({ line, column }) => [line, column]) };
  if (program) return { program: true };
  return budget ? { budget: true } : { error: true };
}

writeLines(
  'cel',
  lines('cel.jsonl.gz').map(({ id, expr, vars, type, cost, ...rest }) => ({
    id,
    expr,
    vars,
    type,
    cost,
    ...outcome({ expr, ...rest }),
  })),
);
write('cel-variables.json.gz', JSON.stringify(JSON.parse(readFileSync(path.join(source, 'cel-vars.json'), 'utf8'))));

const withoutWords = ({ verdict, unknown, errors, effective }) => ({
  verdict,
  unknown,
  errors: errors?.map(({ type, field }) => [type, field]),
  effective,
});
writeLines(
  'definitions',
  lines('crd-defs.jsonl.gz').map(({ expect, ...line }) => ({ ...line, expect: withoutWords(expect) })),
);
writeLines(
  'custom-objects',
  lines('crd.jsonl.gz').map(({ expect, ...line }) => ({ ...line, expect: withoutWords(expect) })),
);

const names = (violations) => violations.map(({ check }) => check);
writeLines(
  'pod-security',
  lines('pss.jsonl.gz').map(({ id, manifest, answers }) => ({
    id,
    manifest,
    answers: answers.map(({ from, baseline, restricted }) => [from, names(baseline), names(restricted)]),
  })),
);
writeLines(
  'labels',
  lines('pss-labels.jsonl.gz').map(({ errors, ...line }) => ({
    ...line,
    errors: errors?.map(({ type, field }) => [type, field]),
  })),
);
writeLines(
  'admission',
  lines('pss-admission.jsonl.gz').map(({ expect: { configError, allowed, warnings = [] }, ...line }) => ({
    ...line,
    expect: configError ? { refused: true } : { allowed, warnings: warnings.length },
  })),
);

const refusals = (list) =>
  list?.map(({ name, errors }) => ({ name, errors: errors?.map(({ type, field }) => [type, field]) }));
writeLines(
  'policies',
  lines('vap.jsonl.gz').map(({ expect, policyErrors, bindingErrors, typeWarnings, ...line }) => ({
    ...line,
    policyErrors: refusals(policyErrors),
    bindingErrors: refusals(bindingErrors),
    typeWarnings: typeWarnings?.map(({ policy, fieldRef }) => [policy, fieldRef]),
    expect: expect.map(({ allowed, decisions }) => ({
      allowed,
      decisions: decisions.map(({ denied, failures = [], warnings = [], audit, ...decision }) => ({
        ...decision,
        denied: denied !== undefined,
        failures: failures.length,
        warnings: warnings.length,
        audit: Object.keys(audit ?? {}),
      })),
    })),
  })),
);
writeLines(
  'chain',
  lines('admission.jsonl.gz').map(({ expect, ...line }) => ({
    ...line,
    objectErrors: undefined,
    expect: expect.map(({ refused, ...step }) => ({
      ...step,
      warnings: undefined,
      refused: refused && {
        plugin: refused.plugin,
        code: refused.code,
        fields: refused.causes?.map(({ type, field }) => [type, field]),
      },
    })),
  })),
);
