/** The entry of the GitHub Action, started as a runner starts it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { readYaml, type JsonValue } from 'podlint';
import { root } from './run.js';

const definition = jsonOf(path.join(root, 'action.yml')) as {
  inputs: Record<string, { default?: string }>;
  outputs: Record<string, unknown>;
  runs: { using: string; main: string };
};
const made: string[] = [];
after(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const good =
  'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers: [{name: app, image: "registry.example/app:5"}]\n';
const wrong = good.replace('containers', 'containrs');

describe('the action', () => {
  test('passes, and says what it has checked', () => {
    const { status, outputs, summary } = run({ 'pod.yaml': good }, {});
    assert.equal(status, 0);
    assert.deepEqual(
      { ...outputs, 'report-file': existsSync(outputs['report-file'] ?? '') },
      {
        'exit-code': '0',
        errors: '0',
        warnings: outputs.warnings,
        infos: outputs.infos,
        checked: '1',
        skipped: '0',
        'report-file': true,
      },
    );
    assert.match(summary, /^## podlint/);
  });

  test('annotates mistakes with their place in the repository, and fails', () => {
    const { status, stdout, outputs, summary } = run({ 'deploy/my pod.yaml': wrong }, { paths: 'deploy' });
    assert.equal(status, 1);
    assert.match(
      stdout,
      /^::error file=deploy\/my pod\.yaml,line=5,endLine=5,col=3,endColumn=12,title=schema\/unknown-field::/m,
    );
    assert.equal(outputs.errors, String(stdout.match(/^::error /gm)?.length));
    assert.match(summary, /my pod\.yaml:5:3/);
  });

  test('takes its inputs to the command', () => {
    const files = {
      'a b/pod.yaml': good,
      'other/pod.yaml': wrong,
      'strict.yaml': 'rules: {images/pull-policy-default: error}\n',
    };
    assert.equal(run(files, { paths: 'a b\n  \n' }).outputs.checked, '1');
    assert.equal(run(files, { paths: 'a b\nother/*.yaml' }).outputs.checked, '2');
    assert.equal(
      run(files, { paths: 'a b', preset: 'none', args: '--rule\nimages/pull-policy-default=error' }).outputs.errors,
      '1',
    );
    assert.equal(run(files, { paths: 'a b', config: 'strict.yaml', preset: 'none' }).status, 0);
    assert.equal(run(files, { paths: 'a b', config: 'strict.yaml' }).status, 1);
    assert.equal(run(files, { paths: 'a b', 'fail-on': 'info' }).status, 1);
    const report = JSON.parse(run(files, { paths: 'a b', 'kubernetes-version': '1.33, 1.36' }).report) as {
      kubernetesVersions: string[];
    };
    assert.deepEqual(report.kubernetesVersions, ['1.33', '1.36']);
  });

  test('starts from a working directory, and annotates from the top of the repository', () => {
    const { stdout, outputs, folder } = run(
      { 'infra/k8s/pod.yaml': wrong, '.git/HEAD': '' },
      { 'working-directory': 'infra', paths: 'k8s', 'sarif-file': 'out.sarif' },
    );
    assert.match(stdout, /^::error file=infra\/k8s\/pod\.yaml,/m);
    assert.equal(outputs['sarif-file'], path.join(folder, 'infra/out.sarif'));
    const { runs } = JSON.parse(readFileSync(outputs['sarif-file'] ?? '', 'utf8')) as {
      runs: { results: unknown[] }[];
    };
    assert.ok(runs[0]!.results.length > 0);
  });

  test('what is wrong with the inputs is an annotation too', () => {
    for (const [inputs, message] of [
      [{ 'kubernetes-version': 'newest' }, '"newest" is no version of Kubernetes'],
      [{ paths: 'nowhere' }, 'no such file or folder: "nowhere"'],
      [{ config: 'nowhere.yaml' }, 'no such config file: "nowhere.yaml"'],
      [{ args: '--no-such-option' }, 'unknown option "--no-such-option"'],
    ] as const) {
      const { status, stdout, outputs } = run({ 'pod.yaml': good }, inputs);
      assert.equal(status, 2);
      assert.ok(stdout.includes(`::error title=podlint::${message}`), stdout);
      assert.equal(outputs['exit-code'], '2');
    }
  });

  test('what stands in a manifest or its name sets no output and gives no command', () => {
    const { stdout, outputs } = run(
      { 'a%0A::set-output name=x::y.yaml': wrong, 'b.yaml': good.replace('name: a', 'name: "::error::owned"') },
      {},
    );
    assert.deepEqual(
      stdout.split('\n').filter((line) => /^::/.test(line) && !/^::(error|warning|notice) file=/.test(line)),
      [],
    );
    assert.deepEqual(
      Object.keys(outputs).sort(),
      Object.keys(definition.outputs)
        .filter((name) => name !== 'sarif-file' && name !== 'diff-file')
        .sort(),
    );
  });

  test(
    'checks what a pull request changes',
    { skip: spawnSync('git', ['--version']).error ? 'this machine has no git' : false },
    () => {
      const setUp = (folder: string): void => {
        const git = (...args: readonly string[]): void =>
          assert.equal(
            spawnSync('git', ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@users.noreply.example', ...args], {
              cwd: folder,
            }).status,
            0,
          );
        git('init', '--quiet', '--initial-branch=main');
        git('add', '--all');
        git('commit', '--quiet', '--message', 'first');
        git('update-ref', 'refs/remotes/origin/main', 'HEAD');
        git('switch', '--quiet', '--detach');
        writeFileSync(path.join(folder, 'new.yaml'), good);
        git('add', '--all');
        git('commit', '--quiet', '--message', 'second');
      };
      const files = { 'old.yaml': wrong };
      assert.equal(
        run(files, { changed: 'true' }, { setUp, environment: { GITHUB_BASE_REF: 'main' } }).outputs.checked,
        '1',
      );
      assert.equal(
        run(files, { changed: 'true' }, { setUp }).outputs.checked,
        '2',
        'a push has no base: everything is checked',
      );
      assert.equal(run(files, { changed: 'HEAD~1' }, { setUp }).outputs.checked, '1');
      assert.equal(
        run(files, { changed: 'false' }, { setUp, environment: { GITHUB_BASE_REF: 'main' } }).outputs.checked,
        '2',
      );
    },
  );

  test(
    'adds what a pull request does to the summary, and fails for what the server would refuse',
    { skip: spawnSync('git', ['--version']).error ? 'this machine has no git' : false },
    () => {
      const service = (type: string): string =>
        `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\nimmutable: true\ndata: {a: ${type}}\n`;
      const setUp = (folder: string): void => {
        const commands = [
          'git init --quiet --initial-branch=main && git add --all',
          'git -c user.name=a -c user.email=a@users.noreply.example commit --quiet --message first',
          'git update-ref refs/remotes/origin/main HEAD',
        ];
        assert.equal(spawnSync('sh', ['-ec', commands.join('\n')], { cwd: folder }).status, 0);
        writeFileSync(path.join(folder, 'a.yaml'), service('b'));
      };
      const environment = { GITHUB_BASE_REF: 'main' };
      const { status, summary, stdout, outputs } = run(
        { 'a.yaml': service('a') },
        { diff: 'true' },
        { setUp, environment },
      );
      assert.equal(status, 1);
      assert.match(summary, /^## podlint: what this change does$/m);
      assert.match(stdout, /^REFUSED/m);
      assert.ok(readFileSync(outputs['diff-file'] ?? '', 'utf8').startsWith('<!-- podlint diff -->'));
      assert.equal(run({ 'a.yaml': service('a') }, { diff: 'true' }, { setUp }).status, 0, 'a push has no base');
    },
  );

  test('started by anything but a runner it says what it is', () => {
    const { status, stderr } = spawnSync(process.execPath, [path.join(root, definition.runs.main)], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
    });
    assert.equal(status, 2);
    assert.match(stderr, /^podlint: GITHUB_WORKSPACE is not set: this is the entry of a GitHub Action/);
  });

  test('action.yml has the inputs that the entry reads, and no others', () => {
    const source = readFileSync(path.join(root, 'packages/cli/src/action/inputs.ts'), 'utf8');
    const read = [...source.matchAll(/(?:text|words|lines)\(environment, '([a-z-]+)'\)/g)].map(([, name]) => name!);
    assert.deepEqual(
      Object.keys(definition.inputs).sort(),
      [...new Set([...read, 'preset', 'config', 'fail-on'])].sort(),
    );
    assert.equal(definition.runs.using, 'node24');
  });
});

interface Step {
  readonly folder: string;
  readonly status: number | null;
  readonly stdout: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly report: string;
}

/**
 * A step of a workflow in a workspace with files. Inputs that are not given have the defaults of action.yml, as a
 * runner sets them.
 */
function run(
  files: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>>,
  { setUp, environment = {} }: { setUp?: (folder: string) => void; environment?: Record<string, string> } = {},
): Step {
  const top = realpathSync(mkdtempSync(path.join(tmpdir(), 'podlint-action-')));
  made.push(top);
  const [folder, temporary, home] = ['workspace', 'temp', 'home'].map((name) => path.join(top, name)) as [
    string,
    string,
    string,
  ];
  for (const name of [folder, temporary, home]) mkdirSync(name);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  setUp?.(folder);
  const runnerFiles = { GITHUB_OUTPUT: path.join(home, 'output'), GITHUB_STEP_SUMMARY: path.join(home, 'summary') };
  for (const file of Object.values(runnerFiles)) writeFileSync(file, '');
  const given = Object.entries(definition.inputs).map(([name, { default: otherwise = '' }]): [string, string] => [
    `INPUT_${name.toUpperCase()}`,
    inputs[name] ?? otherwise,
  ]);
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, definition.runs.main)], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      HOME: home,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: folder,
      RUNNER_TEMP: temporary,
      ...runnerFiles,
      ...Object.fromEntries(given),
      ...environment,
    },
  });
  assert.doesNotMatch(stderr, /\n {4}at /);
  const outputs = Object.fromEntries(
    [...readFileSync(runnerFiles.GITHUB_OUTPUT, 'utf8').matchAll(/^([a-z-]+)<<(\S+)\n([^]*?)\n\2$/gm)].map(
      ([, name, , value]) => [name!, value!],
    ),
  );
  const reportFile = outputs['report-file'] ?? '';
  return {
    folder,
    status,
    stdout,
    outputs,
    summary: readFileSync(runnerFiles.GITHUB_STEP_SUMMARY, 'utf8'),
    report: existsSync(reportFile) ? readFileSync(reportFile, 'utf8') : '',
  };
}

function jsonOf(file: string): JsonValue {
  const [document] = readYaml(readFileSync(file, 'utf8'));
  assert.ok(document?.json !== undefined);
  return document.json;
}
