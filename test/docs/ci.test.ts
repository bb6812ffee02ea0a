/** What docs and the templates tell people to copy: it has to be readable, of this version, and to run. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { readYaml, type JsonValue } from 'podlint';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const { version } = JSON.parse(read('package.json')) as { version: string };
const page = read('docs/ci.md');
const yamlBlocks = [...page.matchAll(/^```yaml\n([^]*?)^```$/gm)].map(([, text]) => jsonOf(text!));

test('names this version wherever it names one', () => {
  const pages = readdirSync(path.join(root, 'docs')).filter((file) => file.endsWith('.md'));
  const places =
    /(?:podlint@v?|podlint-|rev: v|podlint\/raw\/v|PODLINT_VERSION: |"name": "podlint", "version": ")(\d+\.\d+\.\d+)/g;
  const named = ['README.md', 'ci/gitlab/podlint.yml', ...pages.map((file) => `docs/${file}`)].flatMap((file) =>
    [...read(file).matchAll(places)].map(([, found]) => `${file}: ${found}`),
  );
  assert.ok(named.length >= 13, `only ${named.length} were found`);
  assert.deepEqual(
    named.filter((entry) => !entry.endsWith(`: ${version}`)),
    [],
  );
});

test('workflows give the action inputs that it has', () => {
  const action = jsonOf(read('action.yml')) as { inputs: object; outputs: object };
  const steps = yamlBlocks.flatMap((block) => stepsOf(block)).filter(({ uses }) => uses?.startsWith('podlint/'));
  assert.equal(steps.length, 2);
  for (const step of steps) for (const input of Object.keys(step.with ?? {})) assert.ok(input in action.inputs, input);
  for (const name of [...Object.keys(action.inputs), ...Object.keys(action.outputs)])
    assert.ok(page.includes(`\`${name}\``), `docs/ci.md does not tell of ${name}`);
});

test('the GitLab job runs, and leaves a code quality report', () => {
  const { variables, podlint } = jsonOf(read('ci/gitlab/podlint.yml')) as {
    variables: Record<string, string | number | boolean>;
    podlint: { script: string[]; artifacts: { when: string; reports: { codequality: string } } };
  };
  const folder = mkdtempSync(path.join(tmpdir(), 'podlint-gitlab-'));
  try {
    const wrong = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containrs: []}\n';
    for (const name of ['a.yaml', 'b.yaml', 'left-out.yaml']) writeFileSync(path.join(folder, name), wrong);
    // npx would ask a registry for the package of that version; here it is the built command.
    writeFileSync(
      path.join(folder, 'npx'),
      `#!/bin/sh\n[ "$1 $2" = "--yes podlint@${version}" ] || exit 9\nshift 2\nexec '${process.execPath}' '${path.join(root, 'packages/cli/bundle/podlint.cjs')}' "$@"\n`,
      { mode: 0o755 },
    );
    const strings = Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, String(value)]));
    const run = (over: Record<string, string>): ReturnType<typeof spawnSync> =>
      spawnSync('sh', ['-ec', podlint.script.join('\n')], {
        cwd: folder,
        encoding: 'utf8',
        env: { PATH: `${folder}:${process.env.PATH}`, GITLAB_CI: 'true', ...strings, ...over },
      });
    const { status, stdout } = run({ PODLINT_PATHS: 'a.yaml b*.yaml', PODLINT_ARGS: '--preset none' });
    assert.equal(status, 1, String(stdout));
    assert.match(String(stdout), /^ {2}--> b\.yaml:4:8 {2}Pod a, spec\.containrs$/m);
    const issues = JSON.parse(readFileSync(path.join(folder, podlint.artifacts.reports.codequality), 'utf8')) as {
      location: { path: string };
      fingerprint: string;
    }[];
    assert.deepEqual([...new Set(issues.map(({ location }) => location.path))], ['a.yaml', 'b.yaml']);
    assert.equal(podlint.artifacts.when, 'always');
    assert.equal(run({ PODLINT_ARGS: '--level nothing' }).status, 2);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the container file copies what is there, and ends without rights', () => {
  const instructions = read('Dockerfile')
    .replaceAll(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => /^[A-Z]+ /.test(line));
  const named = (name: string): string[] =>
    instructions.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
  assert.equal(named('FROM').length, 2);
  assert.match(named('USER').at(-1) ?? '', /^[1-9]\d*:[1-9]\d*$/, 'by number, which runAsNonRoot can check');
  const [, copied, place] = /^--from=build \/src\/(\S+) (\S+)$/.exec(named('COPY').at(-1) ?? '') ?? [];
  assert.ok(existsSync(path.join(root, copied ?? '', 'podlint.cjs')));
  assert.ok(named('RUN').at(-1)?.includes(`exec node ${place}/podlint.cjs`));
  const scripts = (JSON.parse(read('package.json')) as { scripts: object }).scripts;
  for (const [, script] of named('RUN')[0]!.matchAll(/npm run --silent (\S+)/g)) assert.ok(script! in scripts);
});

interface Step {
  readonly uses?: string;
  readonly with?: object;
}

function stepsOf(block: JsonValue): Step[] {
  const { jobs = {} } = block as { jobs?: Record<string, { steps: Step[] }> };
  return Object.values(jobs).flatMap(({ steps }) => steps);
}

function jsonOf(text: string): JsonValue {
  const [document] = readYaml(text);
  assert.ok(document?.json !== undefined, text);
  return document.json;
}
