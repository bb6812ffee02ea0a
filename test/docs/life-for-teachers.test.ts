/** docs/life-for-teachers.md: each row of its tables is a scenario for the object above it, and what podlint answers. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { podlint } from '../scenarios/command.js';

const page = readFileSync(path.resolve(import.meta.dirname, '../../../docs/life-for-teachers.md'), 'utf8');
const folder = mkdtempSync(path.join(os.tmpdir(), 'podlint-teachers-'));
after(() => {
  rmSync(folder, { recursive: true });
});

interface Row {
  readonly policy: string;
  readonly scenario: string;
  readonly answer: string;
}

interface Lesson {
  readonly manifest: string;
  readonly rows: readonly Row[];
}

function rowOf(line: string): Row[] {
  const cells = line.split('|').map((cell) => cell.trim());
  const place = cells.findIndex((cell) => cell.startsWith('`'));
  const scenario = cells[place]?.replaceAll('`', '');
  return scenario === undefined ? [] : [{ policy: cells[place - 1] ?? '', scenario, answer: cells[place + 1] ?? '' }];
}

const lessons = page
  .split('```yaml\n')
  .slice(1)
  .map((part): Lesson => {
    const [manifest = '', rest = ''] = part.split('```\n');
    return {
      manifest,
      rows: rest
        .split('\n')
        .filter((line) => line.startsWith('|'))
        .flatMap(rowOf),
    };
  });

test('each object of the page has scenarios', () => {
  assert.ok(lessons.length >= 8);
  for (const { rows } of lessons) assert.ok(rows.length > 0);
});

interface Answer {
  readonly lives: readonly { readonly answer: string }[];
}

for (const { manifest, rows } of lessons)
  for (const { policy, scenario, answer } of rows)
    test(`${policy} ${scenario}: ${answer}`, async () => {
      writeFileSync(path.join(folder, 'pod.yaml'), manifest.replace('POLICY', policy));
      const { stdout } = await podlint(folder, ['explain', 'pod.yaml', '--life', scenario, '--format', 'json']);
      const [told] = JSON.parse(stdout) as readonly Answer[];
      assert.deepEqual(
        told?.lives.map((life) => life.answer),
        [answer],
      );
    });
