import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from './client.js';

const uri = 'file:///w/pods.yaml';
const pod = (name: string, more = ''): string => `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
spec:
  containers:
    - name: app
      image: registry.example.com/app:1
${more}`;
const probed = (name: string): string =>
  pod(
    name,
    `      livenessProbe:
        httpGet:
          port: 8080
        periodSeconds: 5
`,
  );

interface Status {
  readonly text: string;
  readonly tooltip: string;
  readonly verdict: string;
}

/** What the server answers to one of the requests of podlint's own about one text. */
async function ask<Answer>(
  request: string,
  text: string,
  position?: { line: number; character: number },
  scenario?: string,
): Promise<Answer | null> {
  const client = await Client.start();
  try {
    await client.open(uri, text);
    return await client.connection.sendRequest<Answer | null>(request, {
      textDocument: { uri },
      position,
      scenario,
    });
  } finally {
    await client.stop();
  }
}

test('the status of a file is the verdict of all its objects', async () => {
  const accepted = await ask<Status>('podlint/status', pod('a'));
  assert.deepEqual([accepted?.text, accepted?.verdict], ['Kubernetes 1.36: accepted', 'accepted']);
  const rejected = await ask<Status>(
    'podlint/status',
    [pod('a'), pod('B'), 'apiVersion: example.com/v1\nkind: Widget\nmetadata:\n  name: s\n'].join('---\n'),
  );
  assert.deepEqual(
    [rejected?.text, rejected?.verdict],
    ['Kubernetes 1.36: 1 of 2 rejected, 1 not checked', 'rejected'],
  );
  assert.match(rejected!.tooltip, /\| Pod a \| accepted \|\n\| Pod B \| rejected \|\n\| Widget s \| not checked/);
});

test('a document that cannot be read is rejected, and an object of another kind is not checked', async () => {
  const broken = await ask<Status>('podlint/status', `${pod('a')}---\n${pod('b').replace('name: b', 'name: "b')}`);
  assert.deepEqual([broken?.text, broken?.verdict], ['Kubernetes 1.36: 1 of 2 rejected', 'rejected']);
  const service = await ask<Status>(
    'podlint/status',
    'apiVersion: example.com/v1\nkind: Widget\nmetadata:\n  name: s\n',
  );
  assert.deepEqual([service?.text, service?.verdict], ['Kubernetes 1.36: not checked', 'unchecked']);
});

test('names are no markup in a tooltip', async () => {
  const status = await ask<Status>('podlint/status', pod('"[x](command:y)|<b>"'));
  assert.match(status!.tooltip, /\| Pod \\\[x\\\]\\\(command:y\\\)\\\|\\<b\\> \| rejected \|/);
});

test('a file without Kubernetes objects has no status and no timeline', async () => {
  assert.equal(await ask('podlint/status', 'services:\n  web: {}\n'), null);
  assert.equal(await ask('podlint/timeline', 'services:\n  web: {}\n'), null);
});

interface Picture {
  readonly heading: string;
  readonly svg: string;
  readonly text: string;
}

test('a timeline is that of the object at the position', async () => {
  const text = [probed('first'), probed('second'), pod('third')].join('---\n');
  const line = (what: string): { line: number; character: number } => ({
    line: text.slice(0, text.indexOf(what)).split('\n').length,
    character: 4,
  });
  const second = await ask<Picture>('podlint/timeline', text, line('second'));
  assert.equal(second?.heading, 'Pod second');
  assert.match(second.svg, /^<svg[\s\S]*Pod second[\s\S]*<\/svg>\s*$/);
  assert.match(second.text, /^app\nstarts: [\s\S]*\nliveness: [\s\S]*\nverdict: /);
  const all = await ask<Picture>('podlint/timeline', text, line('third'));
  assert.equal(all?.heading, 'pods.yaml');
  assert.match(all.text, /Pod first, app[\s\S]*Pod second, app/);
});

test('an item of a List has a timeline of its own', async () => {
  const indented = (text: string): string => text.trimEnd().replace(/^/gm, '    ').replace(/^ {4}/, '  - ');
  const list = `apiVersion: v1\nkind: List\nitems:\n${indented(probed('one'))}\n${indented(probed('two'))}\n`;
  const line = list.slice(0, list.indexOf('two')).split('\n').length;
  assert.equal((await ask<Picture>('podlint/timeline', list, { line, character: 0 }))?.heading, 'Pod two');
});

test('no probes, no timeline', async () => {
  assert.equal(await ask('podlint/timeline', pod('a')), null);
});

interface Life extends Picture {
  readonly scenarios: readonly { readonly title: string; readonly text: string }[];
}

test('the life of a Pod is a picture of the scenario that is asked for, with those that one may ask', async () => {
  const well = await ask<Life>('podlint/life', pod('web'));
  assert.equal(well?.heading, 'Pod web: all goes well');
  assert.match(well.svg, /^<svg [\s\S]*<desc [\s\S]*Stays Running[\s\S]*<\/svg>\s*$/);
  assert.ok(well.scenarios.length >= 5);
  for (const { title, text } of well.scenarios) {
    const told = await ask<Life>('podlint/life', pod('web'), undefined, text);
    assert.equal(told?.heading, `Pod web: ${title}`);
  }
  const own = await ask<Life>('podlint/life', pod('web'), undefined, 'app: exits 1 after 30s; deleted at 60s');
  assert.match(own?.text ?? '', /^ +30\.0 s {2}app +exits with code 1$/m);
});

test('a life is that of the object at the position', async () => {
  const text = [pod('first'), pod('second')].join('---\n');
  const line = text.slice(0, text.indexOf('second')).split('\n').length;
  const second = await ask<Life>('podlint/life', text, { line, character: 0 });
  assert.equal(second?.heading, 'Pod second: all goes well');
});

test('a scenario that cannot be read is told, and without a Pod there is no life', async () => {
  const wrong = await ask<{ readonly problem: string }>('podlint/life', pod('web'), undefined, 'app: dances');
  assert.match(wrong?.problem ?? '', /dances/);
  assert.equal(await ask('podlint/life', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n'), null);
});

test('who refers to whom is a picture, and words, of the workspace around a file', async () => {
  const client = await Client.start();
  try {
    const ask = (document: string) =>
      client.connection.sendRequest<Picture | null>('podlint/references', { textDocument: { uri: document } });
    await client.open(uri, pod('web', '      envFrom: [{configMapRef: {name: settings}}, {secretRef: {name: db}}]\n'));
    await client.open('file:///w/alone.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: alone}\n');
    await client.open('file:///w/map.yaml', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\n');
    const ofPod = await ask(uri);
    assert.equal(ofPod?.heading, 'pods.yaml');
    assert.match(ofPod.svg, /^<svg .*role="img"[^]*<desc [^>]*>3 objects|^<svg .*role="img"[^]*<desc [^>]*>2 objects/);
    assert.match(ofPod.text, /names\s+ConfigMap settings/);
    assert.match(ofPod.text, /! names\s+Secret db/);
    assert.match((await ask('file:///w/map.yaml'))?.text ?? '', /Pod web[^]*ConfigMap settings/);
    assert.equal(await ask('file:///w/alone.yaml'), null);
  } finally {
    await client.stop();
  }
});
