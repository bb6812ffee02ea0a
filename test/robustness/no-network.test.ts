// Nothing leaves the machine, and nothing is run but git: every command, and the server, under a loader that forbids the rest.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { root } from '../scenarios/run.js';

const guard = path.join(root, 'test/robustness/forbid-network.cjs');
const bundle = path.join(root, 'packages/cli/bundle');
const command = path.join(bundle, 'podlint.js');

const pod = `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: "x:latest", imagePulPolicy: Always}]}\n`;
const files: Readonly<Record<string, string>> = {
  'pod.yaml': pod,
  'other.yaml': pod.replace('{name: a}', '{name: b}'),
  'crd.yaml':
    'apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: {name: a}\nspec: {selector: {}, endpoints: []}\n',
  'kustomization.yaml':
    'resources:\n  - pod.yaml\n  - https://example.com/base.yaml\n  - github.com/example/base?ref=v1\n',
  'chart/Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1.0.0\n',
  'chart/templates/pod.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: "{{ .Values.a }}"}\n',
  'policy-tests.yaml':
    'policies: [policy.yaml]\ntests:\n  - name: a\n    object: {apiVersion: v1, kind: Namespace, metadata: {name: a}}\n',
  'policy.yaml':
    'apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingAdmissionPolicy\nmetadata: {name: a}\nspec: {validations: [{expression: "true"}]}\n',
  'remote.config.yaml': 'extends: https://example.com/podlint.yaml\n',
  'lines.ndjson': `${JSON.stringify({ path: 'a.yaml', text: pod })}\n`,
};

/** What is asked of each command; those that judge are asked in the ways that load more. */
const calls: Readonly<Record<string, readonly (readonly string[])[]>> = {
  check: [
    ['.'],
    ['pod.yaml', 'nowhere.yaml'],
    ['-', '--filename', 'stdin.yaml'],
    ['.', '--jobs', '2'],
    ['.', '--cache'],
    ['.', '--changed'],
    ['.', '--config', 'remote.config.yaml'],
    ['.', '--fix-dry-run'],
    ['other.yaml', '--fix-unsafe'],
    ['.', '--write-baseline'],
    ['.', '--baseline'],
    ['--ndjson'],
    ['.', '--policy', 'policy.yaml', '--crds', 'crd.yaml'],
    ['.', '--pod-security', 'restricted'],
    ...['text', 'compact', 'json', 'sarif', 'github', 'gitlab', 'junit'].map((format) => ['.', '--format', format]),
  ],
  explain: [['pod.yaml'], ['images/latest-tag'], ['--admission', 'pod.yaml'], ['--life', 'pod.yaml']],
  merge: [['report.json']],
  diff: [['pod.yaml', 'other.yaml'], []],
  graph: [['pod.yaml']],
  policy: [['test', 'policy-tests.yaml']],
  rules: [[], ['images/latest-tag']],
  init: [['--dry-run'], []],
  lsp: [['--help']],
  completion: [['bash'], ['zsh'], ['fish']],
};

describe('no command reaches for the network or runs a program', () => {
  let folder = '';
  let log = '';
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'podlint-no-network-'));
    log = path.join(folder, '..', `${path.basename(folder)}.log`);
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    spawnSync('git', ['init', '--quiet'], { cwd: folder });
    const { stdout } = spawnSync(process.execPath, [command, 'pod.yaml', '--format', 'json'], { cwd: folder });
    writeFileSync(path.join(folder, 'report.json'), stdout);
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
    rmSync(log, { force: true });
  });

  const environment = (): NodeJS.ProcessEnv => ({
    ...process.env,
    PODLINT_FORBIDDEN_LOG: log,
    CI: '',
    GITHUB_ACTIONS: '',
  });

  /** What was reached for since the last time. */
  function reached(): string {
    const text = existsSync(log) ? readFileSync(log, 'utf8') : '';
    rmSync(log, { force: true });
    return text;
  }

  function guarded(...args: readonly string[]): ReturnType<typeof spawnSync> {
    return spawnSync(process.execPath, ['--require', guard, ...args], {
      cwd: folder,
      env: environment(),
      input: args.includes('--ndjson') ? files['lines.ndjson'] : pod,
      encoding: 'utf8',
    });
  }

  test('the loader forbids what it says', () => {
    const attempts: Readonly<Record<string, string>> = {
      'net.Socket.connect': 'new (require("net").Socket)().connect(1)',
      'net.connect': 'require("net").connect(1)',
      'net.Server.listen': 'require("http").createServer().listen(0)',
      'tls.connect': 'require("tls").connect(1)',
      'http.get': 'import("node:http").then(({ get }) => get("http://127.0.0.1:1"))',
      'https.request': 'import("node:https").then(({ request }) => request("https://127.0.0.1:1"))',
      'http2.connect': 'require("http2").connect("http://127.0.0.1:1")',
      'dgram.createSocket': 'require("dgram").createSocket("udp4")',
      'dns.lookup': 'require("dns").lookup("localhost", () => {})',
      'dns.promises.resolve': 'require("dns/promises").resolve("localhost")',
      fetch: 'fetch("http://127.0.0.1:1")',
      'child_process.spawnSync sh':
        'import("node:child_process").then(({ spawnSync }) => spawnSync("sh", ["-c", "true"]))',
      'child_process.execFile curl': 'require("child_process").execFile("curl", [])',
      'child_process.exec': 'require("child_process").exec("true")',
      'child_process.fork': 'require("child_process").fork("a.js")',
    };
    for (const [name, code] of Object.entries(attempts)) {
      const { status } = guarded('-e', `try { ${code} } catch {}`);
      assert.equal(reached(), `${name}\n`, `${name}, status ${status}`);
    }
    guarded(
      '-e',
      'new (require("worker_threads").Worker)("fetch(\'http://127.0.0.1:1\').catch(() => {})", { eval: true })',
    );
    assert.equal(reached(), 'fetch\n', 'in another thread');
    guarded('-e', 'require("child_process").spawnSync("git", ["--version"])');
    assert.equal(reached(), '');
  });

  test('every command is asked', async () => {
    const table = pathToFileURL(path.join(root, 'packages/cli/dist/commands/table.js')).href;
    const { commands } = (await import(table)) as { commands: Readonly<Record<string, unknown>> };
    assert.deepEqual(Object.keys(calls).sort(), Object.keys(commands).sort());
  });

  for (const [name, ways] of Object.entries(calls))
    test(name, () => {
      for (const args of ways) {
        const { status, stderr } = guarded(command, name, ...args);
        assert.equal(reached(), '', `podlint ${name} ${args.join(' ')}`);
        assert.ok([0, 1, 2].includes(status ?? 3), `podlint ${name} ${args.join(' ')}: ${status} ${String(stderr)}`);
      }
    });

  test('the GitHub Action', () => {
    guarded(path.join(bundle, 'action.js'));
    assert.equal(reached(), '');
  });

  test('the library', () => {
    for (const entry of ['index', 'node', 'kubelet', 'kustomize', 'policy'])
      guarded(
        '--input-type=module',
        '-e',
        `await import(${JSON.stringify(pathToFileURL(path.join(bundle, `${entry}.js`)).href)})`,
      );
    assert.equal(reached(), '');
  });

  test('the language server', async () => {
    const server = spawn(process.execPath, ['--require', guard, command, 'lsp', '--stdio'], {
      cwd: folder,
      env: environment(),
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    let answer = '';
    server.stdout.setEncoding('utf8').on('data', (text: string) => (answer += text));
    const send = (message: object): void => {
      const text = JSON.stringify({ jsonrpc: '2.0', ...message });
      server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
    };
    const uri = pathToFileURL(path.join(folder, 'pod.yaml')).href;
    const place = { textDocument: { uri }, position: { line: 3, character: 10 } };
    send({
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: pathToFileURL(folder).href, capabilities: {} },
    });
    send({ method: 'initialized', params: {} });
    send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'yaml', version: 1, text: pod } },
    });
    const asked = ['hover', 'completion', 'definition', 'documentSymbol', 'codeLens', 'foldingRange', 'documentLink'];
    asked.forEach((name, index) => {
      send({ id: index + 2, method: `textDocument/${name}`, params: place });
    });
    send({ id: 99, method: 'shutdown' });
    send({ method: 'exit' });
    await once(server, 'close');
    assert.ok(answer.includes('"id":99'), 'it has answered');
    assert.equal(reached(), '');
  });
});
