import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { SaxesParser } from 'saxes';
import type { Report } from 'podlint';
import { reporters, type Format } from '@podlint/reporters';
import { isSarif } from '../reporters/sarif-schema.js';

const root = path.resolve(import.meta.dirname, '../../..');
const readJson = (file: string): object => JSON.parse(readFileSync(file, 'utf8')) as object;
const isReport = new Ajv2020({ strict: false, validateFormats: false }).compile(
  readJson(path.join(root, 'schemas/report.schema.json')),
);

/** The report is what its schema says, and reads back as what it was. */
export function proveReport(report: Report): void {
  const read = JSON.parse(JSON.stringify(report)) as Report;
  assert.ok(isReport(read), `no report: ${JSON.stringify(isReport.errors)}`);
}

/** A reader of each format that is not podlint's; what it cannot read, it throws at. */
const readers: Readonly<Record<Format, (text: string, report: Report) => void>> = {
  json(text, report) {
    assert.ok(isReport(JSON.parse(text)), `no report: ${JSON.stringify(isReport.errors)}`);
    assert.deepEqual((JSON.parse(text) as Report).summary, JSON.parse(JSON.stringify(report.summary)));
  },
  sarif(text) {
    assert.deepEqual(isSarif(JSON.parse(text)), []);
  },
  gitlab(text) {
    const issues = JSON.parse(text) as { fingerprint: string; location: { lines: { begin: number } } }[];
    const prints = new Set(issues.map(({ fingerprint }) => fingerprint));
    assert.equal(prints.size, issues.length, 'two issues have one fingerprint');
    assert.ok(issues.every(({ location }) => location.lines.begin >= 1));
  },
  junit(text) {
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(text).close();
  },
  compact(text, { summary: { errors, warnings, infos } }) {
    const lines = text.split('\n').slice(0, -1);
    assert.equal(lines.length, errors + warnings + infos);
    for (const line of lines)
      assert.match(line, /^a\.yaml:\d+:\d+: (?:error|warning|note): .+ \[[a-z-]+\/[a-z0-9-]+\]/);
  },
  github: isHarmless,
  text: isHarmless,
};

/** Nothing that a terminal, or a runner's log, takes for an order. */
function isHarmless(text: string): void {
  // eslint-disable-next-line no-control-regex -- these are what must not be there
  assert.doesNotMatch(text, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
}

const written = await Promise.all(
  (Object.keys(reporters) as Format[]).map(async (name) => ({ name, reporter: await reporters[name]() })),
);

/** One of the formats. */
export function proveFormat(report: Report, text: string, pick: number): void {
  const { name, reporter } = written[pick % written.length]!;
  const output = reporter(report, { sourceOf: () => text, colors: 'never', detail: 'normal', context: pick % 3 });
  try {
    readers[name](output, report);
  } catch (error) {
    throw new Error(`format ${name}: ${(error as Error).message}`, { cause: error });
  }
}
