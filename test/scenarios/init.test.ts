/** `podlint init` in folders of every kind. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { root } from './run.js';

const podlint = path.join(root, 'packages/cli/bundle/podlint.js');
const made: string[] = [];
after(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const workflow = '.github/workflows/podlint.yml';

describe('podlint init', () => {
  test('without a terminal and without --yes it writes nothing, and says what to do', () => {
    const folder = folderWith({ '.git/HEAD': '' });
    const { status, stdout, stderr } = init(folder);
    assert.deepEqual({ status, stdout }, { status: 2, stdout: '' });
    assert.equal(
      stderr,
      'podlint: podlint init asks before it writes, and there is no terminal to ask on: podlint init --yes writes without asking\n',
    );
    assert.deepEqual(readdirSync(folder), ['.git']);
  });

  test('writes a config file, a hook and a workflow, and shows them', () => {
    const folder = folderWith({ '.git/HEAD': '' });
    const { status, stdout, stderr } = init(folder, '--yes');
    assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
    for (const name of ['podlint.config.yaml', '.pre-commit-config.yaml', workflow]) {
      assert.ok(stdout.includes(`+++ b/${name}\n`) && stdout.includes(`${name} is written\n`), name);
      for (const line of readFileSync(path.join(folder, name), 'utf8').trimEnd().split('\n'))
        assert.ok(stdout.includes(`+${line}\n`), line);
    }
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
    assert.match(
      readFileSync(path.join(folder, '.pre-commit-config.yaml'), 'utf8'),
      new RegExp(`rev: v${version}$`, 'm'),
    );
    assert.match(
      readFileSync(path.join(folder, workflow), 'utf8'),
      new RegExp(`uses: podlint/podlint@v${version}$`, 'm'),
    );
    // podlint takes its own config.
    writeFileSync(path.join(folder, 'pod.yaml'), 'a: 1\n');
    assert.equal(spawnSync(process.execPath, [podlint, '--allow-empty', 'pod.yaml'], { cwd: folder }).status, 0);
  });

  test('a second run changes nothing', () => {
    const folder = folderWith({ '.git/HEAD': '' });
    init(folder, '--yes');
    const before = contents(folder);
    const { status, stdout } = init(folder, '--yes');
    assert.equal(status, 0);
    assert.match(
      stdout,
      /^podlint\.config\.yaml is there already\n\.pre-commit-config\.yaml has a hook of podlint already\n\.github\/workflows\/podlint\.yml is there already\n/,
    );
    assert.deepEqual(contents(folder), before);
  });

  test('takes over what other linters were told, when asked to', () => {
    const files = {
      '.kube-linter.yaml':
        'checks:\n  addAllBuiltIn: true\n  exclude: [latest-tag, unset-cpu-requirements, no-such-check]\n  ignorePaths: ["~/vendor/**"]\n',
      'polaris.yaml':
        'checks: {runAsRootAllowed: danger, tagNotSpecified: ignore, "a\\nb": warning}\nexemptions:\n  - {namespace: kube-system, controllerNames: [proxy], rules: [hostNetworkSet, hostPIDSet, hostIPCSet]}\n  - {containerNames: [a]}\n',
      '.checkov.yaml': 'skip-check: [CKV_K8S_16, CKV_AWS_1]\nskip-path: [vendor/.*]\n',
      'pod.yaml':
        'apiVersion: v1\nkind: Pod\nmetadata: {name: proxy-a, namespace: kube-system}\nspec: {hostNetwork: true, containers: [{name: a, image: "r.example/a"}]}\n',
    };
    const plain = folderWith(files);
    assert.match(
      init(plain, '--yes').stdout,
      /podlint init --import --force +# take over \.kube-linter\.yaml and polaris\.yaml and \.checkov\.yaml/,
    );
    const folder = folderWith(files);
    assert.equal(init(folder, '--yes', '--import').status, 0);
    const text = readFileSync(path.join(folder, 'podlint.config.yaml'), 'utf8');
    assert.deepEqual(
      text
        .split('\n')
        .filter((line) => /^[a-z#]/.test(line))
        .slice(1, 8),
      [
        'extends: podlint:recommended',
        '# Taken over from .kube-linter.yaml. podlint has nothing for: no-such-check.',
        '# Taken over from polaris.yaml. podlint has nothing for: a b, exemptions by containerNames.',
        '# Taken over from .checkov.yaml. podlint has nothing for: skip-path vendor/.*.',
        'ignoreAnnotations: [kube-linter, polaris, checkov]',
        'rules:',
        'overrides:',
      ],
    );
    for (const line of [
      '  images/latest-tag: off',
      '  security/run-as-non-root: error',
      '  security/privileged: off',
      '  probes/no-liveness: warn',
      '      security/host-namespaces: off',
      '  - "vendor/**"',
    ])
      assert.ok(text.includes(`${line}\n`), `${line} is not in\n${text}`);
    // A rule that stands for two checks is off only where both are.
    assert.ok(text.includes('  resources/no-requests: warn\n'), text);
    // podlint takes it, and it does what it says.
    const { status, stdout } = spawnSync(process.execPath, [podlint, 'pod.yaml', '--format', 'compact'], {
      cwd: folder,
      encoding: 'utf8',
    });
    assert.equal(status, 1, stdout);
    assert.match(stdout, /error: .*\[security\/run-as-non-root\]/);
    assert.doesNotMatch(stdout, /host-namespaces|latest-tag/);
  });

  test('outside of a repository there is only a config file to write', () => {
    const folder = folderWith({});
    assert.equal(init(folder, '--yes').status, 0);
    assert.deepEqual(readdirSync(folder), ['podlint.config.yaml']);
  });

  test('adds to a pre-commit configuration, whose comments and style stay', () => {
    const before =
      '# our hooks\nrepos:\n- repo: https://example.com/basics  # basics\n  rev: v5.0.0\n  hooks:\n  - id: check-yaml\n    args: [--multi] # many\n\n# the end\n';
    const folder = folderWith({ '.git/HEAD': '', '.pre-commit-config.yaml': before });
    init(folder, '--yes');
    const after = readFileSync(path.join(folder, '.pre-commit-config.yaml'), 'utf8');
    assert.equal(
      after.replace(
        /- repo: https:\/\/github\.com\/podlint\/podlint\n {2}rev: v\d+\.\d+\.\d+\n {2}hooks:\n {2}- id: podlint\n/,
        '',
      ),
      before,
    );
    assert.notEqual(after, before);
  });

  for (const [what, text] of Object.entries({
    'without repos': 'fail_fast: true\n',
    'that is empty': '',
    'that only comments': '# nothing yet',
    'in flow style': 'repos: [{repo: local, hooks: []}]\n',
  })) {
    test(`adds to a pre-commit configuration ${what}`, () => {
      const folder = folderWith({ '.git/HEAD': '', '.pre-commit-config.yaml': text });
      assert.equal(init(folder, '--yes').status, 0);
      const after = readFileSync(path.join(folder, '.pre-commit-config.yaml'), 'utf8');
      assert.ok(after.startsWith(text.trimEnd().replace(/\]$/, '')), after);
      assert.match(after, /github\.com\/podlint\/podlint/);
      assert.match(init(folder, '--yes').stdout, /has a hook of podlint already/);
    });
  }

  for (const [what, text] of Object.entries({
    'cannot be read': 'repos: [\n',
    'has repos that are no list': 'repos: {}\n',
  })) {
    test(`says what to add by hand to a pre-commit configuration that ${what}`, () => {
      const folder = folderWith({ '.git/HEAD': '', '.pre-commit-config.yaml': text });
      const { status, stdout } = init(folder, '--yes');
      assert.equal(status, 2);
      assert.match(
        stdout,
        /\.pre-commit-config\.yaml is not changed, since it has no list of "repos" to add to\. Add there:\nrepos:\n {2}- repo: https/,
      );
      assert.equal(readFileSync(path.join(folder, '.pre-commit-config.yaml'), 'utf8'), text);
    });
  }

  test('never writes over what is there, unless it is told to', () => {
    const mine = { 'podlint.config.yaml': 'rules: {pods/bare: off}\n', [workflow]: 'name: mine\n' };
    const folder = folderWith({ '.git/HEAD': '', ...mine });
    assert.match(init(folder, '--yes').stdout, /^podlint\.config\.yaml is there already; --force writes it anew$/m);
    for (const [name, text] of Object.entries(mine)) assert.equal(readFileSync(path.join(folder, name), 'utf8'), text);
    assert.equal(init(folder, '--yes', '--force').status, 0);
    for (const [name, text] of Object.entries(mine))
      assert.notEqual(readFileSync(path.join(folder, name), 'utf8'), text);
  });

  test('a config file of another name is one too', () => {
    const folder = folderWith({ 'podlint.config.json': '{}' });
    assert.match(init(folder, '--yes').stdout, /^podlint\.config\.json is there already$/m);
    assert.deepEqual(readdirSync(folder), ['podlint.config.json']);
  });

  test('takes up the versions of Kubernetes that the repository names', () => {
    const sources: Readonly<Record<string, readonly [text: string, version: string]>> = {
      'charts/web/Chart.yaml': ['name: web\nkubeVersion: ">=1.30.0-0"\n', '1.30'],
      '.tool-versions': ['nodejs 22.1.0\nkubectl 1.33.2\n', '1.33'],
      'mise.toml': ['[tools]\nkubectl = "1.34"\n', '1.34'],
      'infra/main.tf': ['resource "x" "y" {\n  kubernetes_version = "1.32.1"\n}\n', '1.32'],
      'hack/kind.yaml': ['nodes:\n  - image: kindest/node:v1.35.0\n', '1.35'],
      'eksctl.yaml': [
        'apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata:\n  name: a\n  version: "1.31"\n',
        '1.31',
      ],
    };
    for (const [file, [text, version]] of Object.entries(sources)) {
      const folder = folderWith({ [file]: text });
      init(folder, '--yes');
      assert.match(
        readFileSync(path.join(folder, 'podlint.config.yaml'), 'utf8'),
        new RegExp(`^# Named in this repository: ${version} \\(${file}\\)\\.\nkubernetesVersion: ${version}$`, 'm'),
      );
    }
    const folder = folderWith({
      ...Object.fromEntries(Object.entries(sources).map(([file, [text]]) => [file, text])),
      'old/Chart.yaml': 'kubeVersion: ">=1.12"\n',
    });
    init(folder, '--yes');
    assert.match(
      readFileSync(path.join(folder, 'podlint.config.yaml'), 'utf8'),
      /^kubernetesVersion: \[1\.30, 1\.31, 1\.32, 1\.33, 1\.34, 1\.35\]$/m,
    );
  });

  test('says how charts, kustomizations and GitLab come in', () => {
    const folder = folderWith({
      '.git/HEAD': '',
      '.gitlab-ci.yml': 'stages: [test]\n',
      'web/Chart.yaml': 'name: web\n',
      'base/kustomization.yaml': 'resources: []\n',
      'overlays/prod/kustomization.yaml': 'resources: []\n',
    });
    const { stdout } = init(folder, '--yes');
    assert.match(stdout, /^ {2}helm template web \| podlint - /m);
    assert.match(stdout, /^ {2}kustomize build overlays\/prod \| podlint - /m);
    assert.match(stdout, /^For GitLab, put into \.gitlab-ci\.yml:\ninclude:\n/m);
    assert.equal(existsSync(path.join(folder, '.github')), false);
  });

  test('below the top of a repository it says where to go', () => {
    const folder = folderWith({ '.git/HEAD': '', 'deploy/a.yaml': '' });
    const { status, stderr } = init(path.join(folder, 'deploy'), '--yes');
    assert.equal(status, 2);
    assert.equal(
      stderr,
      `podlint: this is not the top of the repository, where hooks and workflows are looked for: run podlint init in "${folder}"\n`,
    );
  });
});

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'podlint-init-')));
  made.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

function init(cwd: string, ...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [podlint, 'init', ...args], { cwd, encoding: 'utf8', input: '' });
}

function contents(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [entry.name, readFileSync(path.join(entry.parentPath, entry.name), 'utf8')]),
  );
}
