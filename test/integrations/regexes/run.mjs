// No regular expression of ours backtracks: recheck proves it of each that stands in what is published, or names a text on
// which it does. What recheck does not know (looking back, and some ahead) is attacked in test/regex.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { must, provide, root } from '../kit.mjs';

const version = '4.5.0';
const { folder, skip } = provide({
  name: 'recheck',
  version,
  programs: ['npm'],
  install: (into) => {
    writeFileSync(path.join(into, 'package.json'), '{ "private": true }');
    must('npm', ['install', '--no-audit', '--no-fund', '--silent', '--save-exact', `recheck@${version}`], {
      cwd: into,
    });
  },
});

/** By the square of a text that is short for another reason. */
const bounded = new Map([
  ['packages/engine/src/builds/stray-patches.ts', 'the path of a file'],
  ['packages/engine/src/documents/formats/table.ts', 'the path of a file'],
  ['packages/kubelet/src/env-expansion.ts', 'a name of at most 128 characters'],
  ['packages/kustomize/src/reference/expand.ts', 'a text that ends where the last bracket closes'],
  ['packages/language-server/src/features/completion/snippet.ts', 'a snippet that the server made itself'],
  ['packages/workspace/src/git/compared.ts', 'an argument of the command'],
]);

/** What recheck says of each, in the order of the expressions; every processor has a share of them. */
async function checked(expressions) {
  const threads = Math.min(availableParallelism(), expressions.length);
  const shares = Array.from({ length: threads }, (_, thread) =>
    expressions.filter((_, index) => index % threads === thread),
  );
  const answers = await Promise.all(
    shares.map(async (share) => {
      const [answer] = await once(
        new Worker(new URL('check.mjs', import.meta.url), { workerData: { folder, expressions: share } }),
        'message',
      );
      return answer;
    }),
  );
  return expressions.map((_, index) => answers[index % threads][Math.floor(index / threads)]);
}

describe('recheck', { skip }, () => {
  test('proves each regular expression linear, or finds none of its texts', async (context) => {
    const { ownLiterals } = await import(pathToFileURL(path.join(root, 'test/dist/regex/attack.js')).href);
    const [known] = await checked([{ source: '^(?:a|a)*$', flags: '' }]);
    assert.equal(known.status, 'vulnerable');
    const literals = [...new Map(ownLiterals().map((literal) => [`/${literal.source}/${literal.flags}`, literal]))];
    const answers = await checked(literals.map(([, { source, flags }]) => ({ source, flags })));
    const found = { safe: 0, unknown: 0, bounded: 0 };
    const slow = [];
    for (const [index, [written, { place }]] of literals.entries()) {
      const { status, degree, summary } = answers[index];
      const isBounded = bounded.has(place.replace(/:\d+$/, '')) && degree === 2;
      if (status === 'vulnerable' && !isBounded) slow.push(`${place} ${written} ${summary}`);
      else found[status === 'vulnerable' ? 'bounded' : status]++;
    }
    context.diagnostic(JSON.stringify(found));
    assert.deepEqual(slow, []);
    assert.ok(found.safe > 10 * found.unknown, JSON.stringify(found));
  });
});
