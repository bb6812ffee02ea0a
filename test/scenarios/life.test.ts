import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { podlint } from './command.js';

const folder = mkdtempSync(path.join(os.tmpdir(), 'podlint-life-'));
after(() => {
  rmSync(folder, { recursive: true });
});
const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web' },
  spec: { containers: [{ name: 'app', image: 'x:1' }] },
};
writeFileSync(path.join(folder, 'pod.yaml'), JSON.stringify(pod));
writeFileSync(path.join(folder, 'night.txt'), 'app: exits 1 after 30s\ndeleted at 60s\n');

function write(name: string, object: object): void {
  writeFileSync(path.join(folder, name), JSON.stringify(object));
}

interface Answer {
  readonly template?: string;
  readonly lives: readonly {
    readonly scenario: string;
    readonly remarks?: readonly string[];
    readonly events: readonly { readonly event?: string }[];
  }[];
}

async function answersTo(...args: readonly string[]): Promise<readonly Answer[]> {
  const { stdout, status, stderr } = await podlint(folder, ['explain', ...args, '--format', 'json']);
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout) as readonly Answer[];
}

async function livesOf(...args: readonly string[]): Promise<Answer['lives']> {
  return (await answersTo(...args)).flatMap(({ lives }) => lives);
}

describe('podlint explain --life', () => {
  test('takes a scenario behind the option, behind = and from a file', async () => {
    const text = 'app: exits 1 after 30s';
    for (const args of [
      ['pod.yaml', '--life', text],
      ['--life', text, 'pod.yaml'],
      [`--life=${text}`, 'pod.yaml'],
    ])
      assert.deepEqual(
        (await livesOf(...args)).map(({ scenario }) => scenario),
        [text],
      );
    const [fromFile] = await livesOf('pod.yaml', '--life', 'night.txt');
    assert.ok(fromFile?.events.some(({ event }) => event === 'gone'));
  });

  test('offers scenarios if none is given', async () => {
    assert.ok((await livesOf('pod.yaml', '--life')).length >= 5);
    assert.ok((await livesOf('--life', 'pod.yaml')).length >= 5);
  });

  test('refuses a scenario that it cannot read', async () => {
    assert.equal((await podlint(folder, ['explain', 'pod.yaml', '--life', 'app: dances'])).status, 2);
  });

  test("tells each pod of kinds that are none of Kubernetes' own", async () => {
    const spec = { restartPolicy: 'Never', containers: [{ name: 'app', image: 'x:1' }] };
    const job = { spec: { template: { spec } } };
    write('rollout.yaml', {
      ...{ apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'web' } },
      spec: { selector: { matchLabels: { a: 'b' } }, template: { metadata: { labels: { a: 'b' } }, spec: pod.spec } },
    });
    write('jobs.yaml', {
      ...{ apiVersion: 'jobset.x-k8s.io/v1alpha2', kind: 'JobSet', metadata: { name: 'train' } },
      spec: { replicatedJobs: ['driver', 'worker'].map((name) => ({ name, template: job })) },
    });
    const templatesOf = async (file: string) =>
      (await answersTo(file, '--life', 'app: exits 1 after 30s')).map(({ template, lives }) => [
        template,
        lives.length,
      ]);
    assert.deepEqual(await templatesOf('rollout.yaml'), [['spec.template', 1]]);
    assert.deepEqual(await templatesOf('jobs.yaml'), [
      ['spec.replicatedJobs[0].template.spec.template', 1],
      ['spec.replicatedJobs[1].template.spec.template', 1],
    ]);
  });

  test('knows a static Pod by its annotation, its comment and its folder: its end is that of its file', async () => {
    const { metadata, ...others } = pod;
    const annotations = { 'kubernetes.io/config.source': 'file' };
    write('mirror.yaml', { ...others, metadata: { ...metadata, annotations } });
    mkdirSync(path.join(folder, 'etc/kubernetes/manifests'), { recursive: true });
    write('etc/kubernetes/manifests/pod.yaml', pod);
    writeFileSync(path.join(folder, 'said.yaml'), `# podlint: static-pod\n${JSON.stringify(pod)}\n`);
    for (const file of ['mirror.yaml', 'etc/kubernetes/manifests/pod.yaml', 'said.yaml']) {
      assert.equal((await podlint(folder, ['explain', file, '--life', 'deleted at 60s'])).status, 2, file);
      assert.ok(
        (await livesOf(file, '--life')).some(({ scenario }) => scenario === 'file removed at 120s'),
        file,
      );
      const [life] = await livesOf(file, '--life', 'file removed at 60s');
      assert.ok(
        life?.events.some(({ event }) => event === 'gone'),
        file,
      );
    }
  });

  test('says so where there is no Pod', async () => {
    write('map.yaml', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'map' } });
    const { status, stdout } = await podlint(folder, ['explain', 'map.yaml', '--life']);
    assert.deepEqual([status, stdout], [2, '']);
  });

  test('tells what a scenario says and changes nothing', async () => {
    const [bare] = await livesOf('pod.yaml', '--life', 'app: never ready');
    assert.equal(bare?.remarks?.length, 1);
    const [others] = await livesOf('pod.yaml', '--life', 'app: runs');
    assert.equal(others?.remarks, undefined);
  });

  test('draws a picture', async () => {
    await podlint(folder, ['explain', 'pod.yaml', '--life', 'deleted at 60s', '--svg', 'life.svg']);
    assert.match(readFileSync(path.join(folder, 'life.svg'), 'utf8'), /^<svg .*<\/svg>\n$/s);
  });
});
