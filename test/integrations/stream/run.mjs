// A stream of 40,000 documents, through a pipe, in bounded memory. `npm run bench:stream -- 1000000` is the long run.
import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { root } from '../kit.mjs';

const load = (file) => import(pathToFileURL(path.join(root, 'test/dist/scale', file)).href);
const { fleetStream } = await load('manifests.js');
const { measure } = await load('measure.js');

const documents = 40_000;
const limit = 400;

describe(`a stream of ${documents} documents`, () => {
  for (const format of ['text', 'json']) {
    test(`takes less than ${limit} MB as ${format}`, async (context) => {
      const run = await measure(['check', '-', '--format', format], fleetStream(documents));
      context.diagnostic(
        `${Math.round(documents / run.seconds)} documents/s, ${Math.round(run.peakMegabytes)} MB at most, ${Math.round(run.stdoutBytes / 1e6)} MB of report`,
      );
      assert.equal(run.status, 1, run.stderr);
      assert.match(run.stderr, /^podlint: "<stdin>": longer than 4 MB, so judged in parts of 0\.5 MB; [^\n]*\n$/);
      assert.match(run.end, format === 'text' ? / of 40,000 objects judged against Kubernetes/ : /"documents":40000,/);
      assert.ok(run.peakMegabytes < limit, `${run.peakMegabytes} MB`);
    });
  }
});
