import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lifeSentence, lifeSvg, lifeText, tellLife, type ToldLife } from '@podlint/reporters/life';
import { SaxesParser } from 'saxes';

const spec = {
  containers: [
    { name: 'app', image: 'x/app:1', readinessProbe: { exec: { command: ['probe'] } } },
    { name: 'a-very-long-name-of-a-container', image: 'x/b:1' },
  ],
};

function told(text: string): ToldLife {
  const { life } = tellLife({ heading: 'Pod <web> & "others"', kind: 'Pod', spec, startupTimes: {} }, text, text);
  assert.ok(life);
  return life;
}

const life = told('app: exits 1 after 30s, ready after 10s; deleted at 300s');

describe('the life in text', () => {
  const lines = lifeText(life).split('\n');

  test('fits into 80 columns', () => {
    assert.deepEqual(
      lines.filter((line) => line.length > 80),
      [],
    );
  });

  test('has a row for the phase, each container and the traffic, over one axis', () => {
    const first = lines.findIndex((line) => /^phase {3}/.test(line));
    assert.match(lines[first + 1] ?? '', /^app .*[▒█x]/);
    assert.match(lines[first + 2] ?? '', /^a-very-\.\.\. /);
    assert.match(lines[first + 3] ?? '', /^traffic .*█/);
    assert.match(lines[first + 4] ?? '', /^ +└─/);
  });

  test('can do without Unicode', () => {
    assert.match(lifeText(life, { charset: 'ascii' }), /^[\x20-\x7e\n]*$/);
  });
});

test('the picture is XML with a title and a description', () => {
  const names: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => names.push(name));
  parser.write(lifeSvg([life, told('')])).close();
  assert.deepEqual(names.slice(0, 3), ['svg', 'title', 'desc']);
  assert.equal(names.filter((name) => name === 'g').length, 2);
});

describe('what chance decides', () => {
  const crashing = told('app: exits 1 after 30s');

  test('is a range in the events, and a single moment where the kubelet only looks once a second', () => {
    const text = lifeText(crashing);
    // After the fourth exit 40 s have to pass, and the kubelet may look half as long later.
    assert.match(text, /19\d\.\d-21\d\.\d s {2}app +starts again \(restart 4\)/);
    assert.match(text, /^ +3\d\.\d s {2}app +starts again \(restart 1\)$/m);
  });

  test('is drawn in the lane, and below the bar in the picture', () => {
    assert.match(lifeText(crashing), /^app .*~/m);
    assert.match(lifeSvg([crashing]), /<title>starts between [\d.]+ s and [\d.]+ s<\/title>/);
  });

  test('is in the number of restarts, and the words say for which kubelet they hold', () => {
    assert.match(lifeSentence(crashing), /restarted 6 times/);
    // The sixth comes shortly before the end of these minutes, or after it.
    assert.match(lifeSentence(told('app: exits 1 after 40s')), /restarted 5 to 6 times in the first 10 minutes/);
    assert.match(lifeText(crashing).replaceAll(/\s+/g, ' '), /the kubelet of Kubernetes 1\.36 with its defaults/);
  });
});
