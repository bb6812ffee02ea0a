import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timelineHtml } from '@podlint/reporters';
import fc from 'fast-check';
import { lucky, timelineOf, timelines } from './timeline-kit.js';

/** What a reader meets, in its order. */
function words(html: string): string {
  return html
    .replaceAll(/<title>[^<]*<\/title>/g, '')
    .replaceAll(/<[^>]*>/g, '\n')
    .replaceAll(/\n+/g, '\n');
}

test('the verdict comes first, and that something is not known is none', () => {
  const [name, verdict] = words(timelineHtml([timelineOf(lucky, 40)]))
    .trim()
    .split('\n');
  assert.equal(name, 'Container app');
  assert.match(verdict!, /^kill at 34-40 s; a startup time of 40 s is a matter of luck/);
  const open = timelineHtml([timelineOf(lucky)]);
  assert.match(words(open).trim().split('\n')[1]!, /^kill at 34-44 s if it does not answer by then/);
  assert.doesNotMatch(open, /class="verdict (?:safe|luck|unsafe)"|unknown<\/p>/);
});

test('bars are drawn by parts of the axis, so that they fit any pane', () => {
  fc.assert(
    fc.property(fc.array(timelines, { maxLength: 3 }), (shown) => {
      const html = timelineHtml(shown);
      assert.doesNotMatch(html, /NaN|Infinity|undefined|<script|\bon[a-z]+=|style=|<span[^>]*\/>/);
      assert.doesNotMatch(html, /viewBox/);
      for (const [, x, size] of html.matchAll(/<rect [^>]*x="([\d.]+)%"[^>]* width="([\d.]+)%"/g))
        assert.ok(Number(x) + Number(size) <= 100.5, `${x} + ${size}`);
    }),
    { numRuns: 200 },
  );
});

test('a name is no markup', () => {
  assert.match(timelineHtml([timelineOf({ ...lucky, name: '<b>&' })]), /Container &lt;b&gt;&amp;/);
});
