import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lifeOutcome, readScenario, simulateLife } from '@podlint/kubelet/life';
import { lifeSvg, lifeText, type ToldLife } from '@podlint/reporters/life';
import { SaxesParser } from 'saxes';

const spec = {
  containers: [
    { name: 'app', image: 'x/app:1', readinessProbe: { exec: { command: ['probe'] } } },
    { name: 'a-very-long-name-of-a-container', image: 'x/b:1' },
  ],
};

function told(text: string): ToldLife {
  const { scenario } = readScenario(text, spec);
  assert.ok(scenario);
  const events = simulateLife(spec, scenario);
  return {
    heading: 'Pod <web> & "others"',
    title: text,
    text,
    restartPolicies: { app: 'Always', 'a-very-long-name-of-a-container': 'Always' },
    containers: spec.containers.map(({ name }) => name),
    events,
    outcome: lifeOutcome(events, scenario),
  };
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
