import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { samples } from '../kit/manifests.js';
import { podlint } from './command.js';
import { root } from './run.js';

const bundle = path.join(root, 'packages/cli/bundle');
const crossing = [
  'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: default}\nautomountServiceAccountToken: false\n',
  'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}\n',
  'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  selector: {matchLabels: {app: web}}\n  template:\n    metadata: {labels: {app: web}}\n    spec:\n      hostAliases: [{ip: 10.0.0.1, hostnames: [web]}]\n      containers: [{name: web, image: "web:1", ports: [{containerPort: 8080}]}]\n',
  'apiVersion: settings.k8s.io/v1alpha1\nkind: PodPreset\nmetadata: {name: p}\nspec: {selector: {matchLabels: {app: web}}, env: [{name: A, value: b}]}\n',
  '# podlint-disable-file images/latest-tag -- not now\napiVersion: v1\nkind: Pod\nmetadata: {name: a, labels: {app: web}}\nspec: {containers: [{name: a, image: a}]}\n',
  'patches: [{path: 0.yaml}, {path: 3.yaml}]\n',
  'name: {{ .Values.x }}\n',
  '',
];

function inFolder<T>(use: (folder: string) => T): T {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'podlint-cache-')));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const result = use(folder);
  if (result instanceof Promise) return result.finally(remove) as T;
  remove();
  return result;
}

describe('a cache', () => {
  const anyText = fc.constantFrom(...samples, ...crossing);
  const anyName = fc.constantFrom(
    '0.yaml',
    '1.yaml',
    '2.yaml',
    '3.yaml',
    'kustomization.yaml',
    'sub/etc/kubernetes/manifests/4.yaml',
  );
  const config = fc.constantFrom(
    'rules: {}\n',
    'rules: {images/latest-tag: error, pods/bare: off}\n',
    'kubernetesVersion: [1.30, 1.36]\n',
    'complete: true\n',
    'overrides: [{files: 1.yaml, rules: {images/no-digest: error}}]\n',
    'ignore: [2.yaml]\n',
  );
  const change = fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constant('write' as const), name: anyName, text: anyText }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('append' as const),
        name: anyName,
        text: fc.constantFrom('# a comment\n', '---\n', '  x: y\n', '# podlint-disable-line\n'),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), name: anyName }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('rename' as const), name: anyName, to: anyName }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('configure' as const), text: config }) },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('damage' as const),
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        how: fc.constantFrom('cut', 'flip', 'remove'),
      }),
    },
  );
  type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

  function apply(folder: string, one: Change): void {
    const file = (name: string): string => path.join(folder, name);
    const exists = (name: string): boolean => statSync(file(name), { throwIfNoEntry: false }) !== undefined;
    if (one.do === 'write') writeFileSync(file(one.name), one.text);
    else if (one.do === 'append') writeFileSync(file(one.name), one.text, { flag: 'a' });
    else if (one.do === 'remove') rmSync(file(one.name), { force: true });
    else if (one.do === 'rename') {
      if (exists(one.name)) renameSync(file(one.name), file(one.to));
    } else if (one.do === 'configure') writeFileSync(file('podlint.config.yaml'), one.text);
    else for (const pack of packs(folder)) damage(pack, one.at, one.how);
  }

  const packs = (folder: string): string[] =>
    readdirSync(path.join(folder, 'kept'))
      .filter((name) => name.endsWith('.pack'))
      .map((name) => path.join(folder, 'kept', name));

  function damage(pack: string, at: number, how: string): void {
    const { size } = statSync(pack);
    if (how === 'remove') {
      rmSync(pack);
      return;
    }
    if (how === 'cut') {
      truncateSync(pack, Math.floor(size * at));
      return;
    }
    const bytes = readFileSync(pack);
    const place = Math.floor((size - 1) * at);
    bytes[place] = bytes[place]! ^ 0x55;
    writeFileSync(pack, bytes);
  }

  test('changes nothing of what a run says, whatever is edited, configured or damaged between runs', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyText, { minLength: 4, maxLength: 4 }),
        fc.array(change, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('recommended', 'strict', 'none'),
        async (texts, changes, preset) =>
          inFolder(async (folder) => {
            mkdirSync(path.join(folder, 'sub/etc/kubernetes/manifests'), { recursive: true });
            texts.forEach((text, index) => writeFileSync(path.join(folder, `${index}.yaml`), text));
            const args = ['--preset', preset, '--no-color', '.'];
            await podlint(folder, ['--cache=kept', ...args]);
            for (const one of changes) {
              apply(folder, one);
              for (const format of ['json', 'text']) {
                const plain = await podlint(folder, ['--format', format, ...args]);
                // The second time nothing is judged.
                for (let time = 0; time < 2; time++)
                  assert.deepEqual(await podlint(folder, ['--cache=kept', '--format', format, ...args]), plain);
              }
            }
          }),
      ),
      { numRuns: 40 },
    );
  });

  test('does not stand in the way of fixes', () =>
    inFolder(async (folder) => {
      const [one, other] = ['cached', 'plain'].map((name) => path.join(folder, name));
      for (const place of [one!, other!]) {
        mkdirSync(place);
        [...samples, ...crossing].forEach((text, index) => writeFileSync(path.join(place, `${index}.yaml`), text));
      }
      await podlint(one!, ['--cache=../kept', '.']);
      assert.deepEqual(await podlint(one!, ['--cache=../kept', '--fix', '.']), await podlint(other!, ['--fix', '.']));
      for (const name of readdirSync(other!))
        assert.equal(readFileSync(path.join(one!, name), 'utf8'), readFileSync(path.join(other!, name), 'utf8'));
      assert.deepEqual(await podlint(one!, ['--cache=../kept', '.']), await podlint(other!, ['.']));
    }));

  test('is one of another tool, when a rule is another', () =>
    inFolder((folder) => {
      const pod = path.join(folder, 'pod.yaml');
      writeFileSync(pod, 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: a}]}\n');
      const copy = path.join(folder, 'tool');
      spawnSync('cp', ['-r', bundle, copy]);
      const run = (): string =>
        spawnSync(process.execPath, [path.join(copy, 'podlint.js'), '--cache=kept', 'pod.yaml'], {
          cwd: folder,
          encoding: 'utf8',
        }).stdout;
      assert.match(run(), /images\/latest-tag/);
      const chunks = readdirSync(path.join(copy, 'command'))
        .map((name) => path.join(copy, 'command', name))
        .filter((name) => readFileSync(name, 'utf8').includes('id:"images/latest-tag"'));
      assert.ok(chunks.length > 0);
      for (const chunk of chunks)
        writeFileSync(chunk, readFileSync(chunk, 'utf8').replace('id:"images/latest-tag"', 'id:"images/changed-tag"'));
      assert.match(run(), /images\/changed-tag/);
    }));

  test('that somebody else made in the tree is not believed, nor is what was changed in it', () =>
    inFolder((folder) => {
      const bad = 'apiVersion: v1\nkind: Pod\nmetadata: {name: A}\nspec: {containers: [{name: a, image: a}]}\n';
      writeFileSync(path.join(folder, 'pod.yaml'), bad);
      const run = (key: string, ...args: string[]): { stdout: string; stderr: string } => {
        const env = { ...process.env, XDG_CACHE_HOME: path.join(folder, `home-${key}`), PODLINT_CACHE_KEY: key };
        const command = path.join(bundle, 'podlint.js');
        return spawnSync(process.execPath, [command, ...args, 'pod.yaml'], { cwd: folder, env, encoding: 'utf8' });
      };
      const kept = path.join(folder, 'kept');
      const packs = (): string[] => readdirSync(kept).filter((name) => name.endsWith('.pack'));
      const plain = run('').stdout;
      assert.match(plain, /FAILED/);
      // As a stranger would who has podlint and its source: with an answer that says less.
      run('stranger', '--cache=kept');
      const [pack = ''] = packs();
      const forged = readFileSync(path.join(kept, pack)).toString('latin1').replaceAll('"error"', '"xxxxx"');
      writeFileSync(path.join(kept, pack), Buffer.from(forged, 'latin1'));
      for (const key of ['', 'ours']) {
        const { stdout, stderr } = run(key, '--cache=kept');
        assert.equal(stdout, plain);
        assert.match(stderr, /kept with another key/);
        rmSync(path.join(kept, packs().find((name) => name !== pack) ?? ''));
      }
      // Under the name that ours would have, too.
      run('ours', '--cache=kept');
      const [ours = ''] = packs().filter((name) => name !== pack);
      renameSync(path.join(kept, pack), path.join(kept, ours));
      const { stdout, stderr } = run('ours', '--cache=kept');
      assert.deepEqual([stdout, stderr], [plain, '']);
      assert.equal(run('ours', '--cache=kept').stdout, plain);
    }));

  describe('from one run to the next', () => {
    let folder = '';
    let opened: string[] = [];

    before(async () => {
      folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'podlint-cache-')));
      for (let index = 0; index < 300; index++)
        writeFileSync(
          path.join(folder, `${index}.yaml`),
          [...samples, ...crossing][index % (samples.length + crossing.length)]!.replace(
            /name: web/,
            `name: web-${index}`,
          ),
        );
      // Tells which files the command opens.
      writeFileSync(
        path.join(folder, 'watch.mjs'),
        "import fs from 'node:fs';\nimport { syncBuiltinESMExports } from 'node:module';\nconst { openSync } = fs;\nfs.openSync = (file, ...more) => { if (String(file).endsWith('.yaml')) fs.appendFileSync('opened.txt', `${file}\\n`); return openSync(file, ...more); };\nsyncBuiltinESMExports();\n",
      );
      // What was written just now may be written again without a sign.
      await new Promise((resolve) => setTimeout(resolve, 2100));
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    async function run(...args: string[]): Promise<{ stdout: string; status: number | null }> {
      rmSync(path.join(folder, 'opened.txt'), { force: true });
      const child = spawn(
        process.execPath,
        ['--import', './watch.mjs', path.join(bundle, 'podlint.js'), '--no-color', ...args, '.'],
        { cwd: folder, env: { ...process.env, XDG_CACHE_HOME: path.join(folder, 'home') } },
      );
      let stdout = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
      const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
      const list = path.join(folder, 'opened.txt');
      opened = statSync(list, { throwIfNoEntry: false }) ? readFileSync(list, 'utf8').trim().split('\n') : [];
      return { stdout, status };
    }

    test('no manifest is read that was not changed, and all bytes are the same', async () => {
      const plain = await run();
      assert.equal(opened.length, 300);
      assert.deepEqual(await run('--cache'), plain);
      assert.equal(opened.length, 300);
      assert.deepEqual(await run('--cache'), plain);
      assert.deepEqual(opened, []);
      writeFileSync(path.join(folder, '7.yaml'), crossing[2]!);
      assert.deepEqual(await run('--cache'), await run());
      await run('--cache', '--quiet');
      assert.deepEqual(opened, [path.join(folder, '7.yaml')]);
    });

    test('runs at the same time do not disturb each other', async () => {
      const plain = await run('--format', 'json');
      const all = await Promise.all(Array.from({ length: 4 }, () => run('--format', 'json', '--cache=together')));
      for (const one of all) assert.deepEqual(one, plain);
      assert.deepEqual(await run('--format', 'json', '--cache=together'), plain);
      assert.deepEqual(
        readdirSync(path.join(folder, 'together')).filter((name) => name.endsWith('.tmp')),
        [],
      );
    });

    test('many small runs leave few files', async () => {
      for (let index = 0; index < 12; index++) {
        writeFileSync(path.join(folder, 'own.yaml'), `# ${index}\n${samples[0]}`);
        await podlint(folder, ['--cache=small', 'own.yaml']);
      }
      assert.ok(readdirSync(path.join(folder, 'small')).filter((name) => name.endsWith('.pack')).length <= 9);
    });
  });
});
