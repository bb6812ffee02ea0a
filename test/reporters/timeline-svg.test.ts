import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timelineSvg } from '@podlint/reporters';
import fc from 'fast-check';
import { lucky, timelineOf, timelines } from './timeline-kit.js';

const tag = /<(?<closing>\/?)(?<name>[a-z]+)(?<attributes>(?: [a-zA-Z0-9:-]+="[^"<>]*")*)(?<alone>\/?)>/y;
const textOrEntity = /(?:[^<>&]|&(?:amp|lt|gt|quot);)+/y;
const notXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** The names of the elements of a document, which has to be well-formed. */
function elementsOf(svg: string): string[] {
  const names: string[] = [];
  const open: string[] = [];
  assert.doesNotMatch(svg, notXml);
  for (let at = 0; at < svg.length;) {
    textOrEntity.lastIndex = tag.lastIndex = at;
    const groups = tag.exec(svg)?.groups;
    if (groups) {
      if (groups.closing) assert.equal(open.pop(), groups.name);
      else names.push(groups.name!);
      if (!groups.closing && !groups.alone) open.push(groups.name!);
      at = tag.lastIndex;
    } else {
      assert.ok(textOrEntity.test(svg), `not well-formed at ${at}: ${svg.slice(at, at + 60)}`);
      at = textOrEntity.lastIndex;
    }
  }
  assert.deepEqual(open, []);
  return names;
}

test('the picture says what it shows to those who cannot see it', () => {
  const svg = timelineSvg([timelineOf(lucky, 40)], { heading: 'Pod web' });
  assert.match(
    svg,
    /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]*role="img" aria-labelledby="podlint-title podlint-description">/,
  );
  assert.match(svg, /<title id="podlint-title">When probes kill: Pod web<\/title>/);
  assert.match(
    svg,
    /<desc id="podlint-description">Container app: kill at 34-40 s; a startup time of 40 s is a matter of luck/,
  );
});

test('the startup time is marked with its source', () => {
  assert.match(timelineSvg([timelineOf(lucky, 40)]), /answers after 40 s \(# podlint: startup-time=40s\)/);
});

test('each container has its part', () => {
  const svg = timelineSvg([timelineOf({ ...lucky, name: 'one' }, 40), timelineOf({ ...lucky, name: 'two' })]);
  assert.match(svg, />Container one<.*>a matter of luck<.*>Container two<(?!.*class="badge")/s);
});

test('the picture needs nothing else and runs nothing', () => {
  const svg = timelineSvg([timelineOf(lucky, 40)]);
  assert.deepEqual([...new Set(elementsOf(svg))].sort(), [
    'circle',
    'desc',
    'g',
    'line',
    'rect',
    'style',
    'svg',
    'text',
    'title',
  ]);
  assert.doesNotMatch(svg.replace('http://www.w3.org/2000/svg', ''), /https?:|href|url\(|@import|\bon[a-z]+=/);
  assert.match(svg, /prefers-color-scheme:dark/);
});

test('whatever the container, the picture is well-formed and always the same', () => {
  fc.assert(
    fc.property(
      fc.array(timelines, { maxLength: 3 }),
      fc.option(fc.string({ unit: 'binary' }), { nil: undefined }),
      (shown, heading) => {
        const svg = timelineSvg(shown, { heading });
        elementsOf(svg);
        assert.doesNotMatch(svg.replace(/<(text|title|desc)[^>]*>[^<]*/g, ''), /NaN|Infinity|undefined|e\+/);
        assert.equal(timelineSvg(structuredClone(shown), { heading }), svg);
      },
    ),
    { numRuns: 200 },
  );
});
