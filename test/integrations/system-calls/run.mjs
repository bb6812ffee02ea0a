// What the loader of robustness/no-network forbids by name, seen from below: no call of the system opens a socket, and none
// runs another program than git.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { git, gitRepository, podlint, run, temporaryFolder, writeFiles } from '../kit.mjs';

/** Some machines have it, and let nobody look at a process. */
const skip =
  spawnSync('strace', ['-o', '/dev/null', 'git', '--version']).status === 0
    ? false
    : 'this machine has no strace, or does not let it work';

const pod =
  'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: "x:latest", imagePulPolicy: Always}]}\n';
const files = {
  'pod.yaml': pod,
  'other.yaml': pod.replace('{name: a}', '{name: b}'),
  'remote/kustomization.yaml': 'resources: [https://example.com/base.yaml, "github.com/example/base?ref=v1"]\n',
  'policy.yaml':
    'apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingAdmissionPolicy\nmetadata: {name: a}\nspec: {validations: [{expression: "true"}]}\n',
  'policy-tests.yaml':
    'policies: [policy.yaml]\ntests:\n  - name: a\n    object: {apiVersion: v1, kind: Namespace, metadata: {name: a}}\n',
  'remote.config.yaml': 'extends: https://example.com/podlint.yaml\n',
};

const calls = [
  ['check', '.'],
  ['check', '.', '--jobs', '2', '--cache=cache', '--format', 'sarif'],
  ['check', '.', '--changed=HEAD'],
  ['check', '.', '--config', 'remote.config.yaml'],
  ['check', '--ndjson'],
  ['check', 'other.yaml', '--fix-unsafe'],
  ['check', '.', '--policy', 'policy.yaml', '--write-baseline'],
  ['explain', 'pod.yaml', '--life'],
  ['explain', 'images/latest-tag'],
  ['graph', '.', '--format', 'svg'],
  ['diff', 'HEAD'],
  ['policy', 'test', 'policy-tests.yaml'],
  ['rules'],
  ['init', '--import', '--yes'],
  ['completion', 'bash'],
];

const framed = (message) => {
  const text = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
};

/** What an editor asks the server. */
function questions(folder) {
  const textDocument = { uri: pathToFileURL(path.join(folder, 'pod.yaml')).href };
  return [
    { id: 1, method: 'initialize', params: { processId: null, rootUri: pathToFileURL(folder).href, capabilities: {} } },
    { method: 'initialized', params: {} },
    {
      method: 'textDocument/didOpen',
      params: { textDocument: { ...textDocument, languageId: 'yaml', version: 1, text: pod } },
    },
    { id: 2, method: 'textDocument/hover', params: { textDocument, position: { line: 3, character: 10 } } },
    { id: 3, method: 'textDocument/completion', params: { textDocument, position: { line: 3, character: 10 } } },
    { id: 4, method: 'shutdown' },
  ];
}

const tracing = (log, args) => ['-f', '-qq', '-e', 'trace=%network,execve', '-o', log, process.execPath, ...args];
const environment = { ...process.env, CI: '', GITHUB_ACTIONS: '' };
const linesOf = (log) => readFileSync(log, 'utf8').split('\n');

/** The calls of a run, of all its threads and programs. */
function traced(folder, log, args, input) {
  run('strace', tracing(log, args), { cwd: folder, input, env: environment });
  return linesOf(log);
}

/** Those of a server that is left when it has answered. */
async function tracedServer(folder, log) {
  const server = spawn('strace', tracing(log, [podlint, 'lsp', '--stdio']), {
    cwd: folder,
    env: environment,
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: 60_000,
  });
  let answers = '';
  server.stdout.setEncoding('utf8').on('data', (text) => {
    answers += text;
    if (answers.includes('"id":4')) server.stdin.end(framed({ method: 'exit' }));
  });
  server.stdin.write(questions(folder).map(framed).join(''));
  await once(server, 'close');
  for (const id of [1, 2, 3, 4]) assert.ok(answers.includes(`"id":${id}`), `question ${id} is answered`);
  return linesOf(log);
}

/** Pairs of pipes between threads and programs lead nowhere else. */
const reaching = /\b(?:socket|connect|bind|listen|accept4?|sendto|sendmsg)\((?!.*AF_UNIX.*SOCK_STREAM.*\[)/;
/** Also those of the folders of PATH in which it was looked for in vain. */
const program = /\bexecve\("([^"]+)"/;

describe('system calls', { skip }, () => {
  const prepared = (context) => {
    const folder = gitRepository(path.join(temporaryFolder(context), 'repository'));
    writeFiles(folder, files);
    git(folder, 'add', '--all');
    git(folder, 'commit', '--quiet', '--message', 'All');
    return { folder, log: path.join(folder, '../calls') };
  };

  /** Of programs, git alone. */
  function leavesNothing(seen) {
    assert.ok(seen.length > 1);
    assert.deepEqual(
      seen.filter((line) => reaching.test(line)),
      [],
    );
    const programs = new Set(seen.flatMap((line) => program.exec(line)?.[1] ?? []));
    programs.delete(process.execPath);
    for (const name of programs) assert.equal(path.basename(name), 'git', name);
  }

  test('a socket and a program are seen', (context) => {
    const { folder, log } = prepared(context);
    const code =
      'require("net").connect(9, "127.0.0.1").on("error", () => 0); require("child_process").spawnSync("true")';
    const seen = traced(folder, log, ['-e', code], '');
    assert.ok(seen.some((line) => reaching.test(line)));
    assert.ok(seen.some((line) => program.exec(line)?.[1]?.endsWith('/true')));
  });

  for (const args of calls)
    test(`podlint ${args.join(' ')}`, (context) => {
      const { folder, log } = prepared(context);
      const input = args.includes('--ndjson') ? `${JSON.stringify({ path: 'a.yaml', text: pod })}\n` : '';
      leavesNothing(traced(folder, log, [podlint, ...args], input));
    });

  test('podlint lsp --stdio', async (context) => {
    const { folder, log } = prepared(context);
    leavesNothing(await tracedServer(folder, log));
  });
});
