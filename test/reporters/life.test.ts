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

  test('has a row for the phase, each container, its probes and the traffic, over one axis', () => {
    const first = lines.findIndex((line) => /^phase {3}/.test(line));
    assert.match(lines[first + 1] ?? '', /^app .*[▒█x]/);
    assert.match(lines[first + 2] ?? '', /^ {2}probes +-+\++-/);
    assert.match(lines[first + 3] ?? '', /^a-very-long-\.\.\. /);
    assert.match(lines[first + 4] ?? '', /^traffic .*█/);
    assert.match(lines[first + 5] ?? '', /^ +└─/);
  });

  test('says what is drawn, and nothing else', () => {
    const legend = lines
      .filter((line) => /^ +[·▒█~x-] /.test(line))
      .join(' ')
      .replaceAll(/ +/g, ' ');
    assert.match(legend, /· waits ▒ runs █ ready - probe fails \+ probes succeed ~ chance x exit/);
    assert.doesNotMatch(legend, /startup probe|no image|SIGKILL/);
  });

  test('can do without Unicode', () => {
    assert.match(lifeText(life, { charset: 'ascii' }), /^[\x20-\x7e\n]*$/);
  });
});

describe('probes and conditions', () => {
  const probe = { exec: { command: ['probe'] } };
  const gated = {
    readinessGates: [{ conditionType: 'example.com/lb' }],
    initContainers: [{ name: 'init', image: 'x/i:1' }],
    containers: [
      {
        name: 'app',
        image: 'x/app:1',
        startupProbe: { ...probe, periodSeconds: 5, failureThreshold: 12 },
        livenessProbe: { ...probe, periodSeconds: 5 },
      },
    ],
  };
  const tellGated = (text: string): ToldLife => {
    const { life: gatedLife } = tellLife({ heading: 'Pod x', kind: 'Pod', spec: gated, startupTimes: {} }, text, text);
    assert.ok(gatedLife);
    return gatedLife;
  };
  const row = (text: string, name: string): string =>
    lifeText(tellGated(text))
      .split('\n')
      .find((line) => line.startsWith(name)) ?? '';

  test('the startup probe comes first, and a failed liveness probe ends the run', () => {
    assert.match(row('app: ready after 12s, ready until 60s; until 100s', '  probes'), /^ {2}probes +\?+\++-?F\?+/);
  });

  test('the words name the probe that had the container killed', () => {
    const words = lifeText(tellGated('app: ready after 12s, ready until 60s; until 100s')).replaceAll(/\s+/g, ' ');
    assert.match(words, /app its livenessProbe has failed: it gets SIGTERM/);
    const never = lifeText(tellGated('app: never ready; until 100s')).replaceAll(/\s+/g, ' ');
    assert.match(never, /app its startupProbe has failed: it gets SIGTERM/);
    const deleted = lifeText(tellGated('deleted at 60s')).replaceAll(/\s+/g, ' ');
    assert.match(deleted, /app gets SIGTERM/);
  });

  test('a readiness gate that opens later is closed before, and ContainersReady says what is missing', () => {
    const text = 'gate example.com/lb True at 40s; until 80s';
    assert.match(lifeText(tellGated(text)), /^ +40\.0 s {2}Pod +Ready: traffic comes$/m);
    assert.match(row(text, 'ContainersReady'), /█/);
    assert.match(row(text, 'Initialized'), /█/);
    assert.match(lifeText(tellGated('gate example.com/lb False at 40s')), /^ +10\.5 s {2}Pod +Ready: traffic comes$/m);
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
