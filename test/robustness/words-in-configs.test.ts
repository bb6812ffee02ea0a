// A config, an option or an argument that names what every JavaScript object has is refused as any unknown name is.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { podlint } from '../scenarios/command.js';

const words = [
  ['constructor', 'qonstruqtor'],
  ['valueOf', 'valueQf'],
  ['__proto__', '__prqtq__'],
] as const;
const configs = [
  'extends: WORD',
  'extends: podlint:WORD',
  'rules: {WORD: off}',
  'rules: {"WORD/*": off}',
  'rules: {pods/bare: WORD}',
  'rules: {commands/long-line: [warn, {WORD: 1}]}',
  'WORD: {rules: {pods/bare: off}}',
  'failOn: WORD',
  'kubernetesVersion: WORD',
  'overrides: [{files: "*", rules: {WORD: off}}]',
  'overrides: [{files: "*", WORD: 1, rules: {}}]',
  'overrides: [{labels: {WORD: WORD}, rules: {pods/bare: off}}]',
  'startupTime: {WORD: 3s}',
  'startupTime: {"*": WORD}',
];
const commands = [
  'check --preset WORD a.yaml',
  'check --rule WORD=off a.yaml',
  'check --WORD a.yaml',
  'check --format WORD a.yaml',
  'check --kubernetes-version WORD a.yaml',
  'explain WORD',
  'rules WORD',
  'rules pods/WORD',
  'completion WORD',
  'WORD',
];

describe('a name that every object has is refused as another one is', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'podlint-words-'));
    writeFileSync(
      path.join(folder, 'a.yaml'),
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: "x:1"}]}\n',
    );
  });
  after(() => rmSync(folder, { recursive: true }));

  /** What the command says, with the word as it was meant. */
  async function said(command: string, word: string): Promise<unknown> {
    const { status, stdout, stderr } = await podlint(folder, command.replaceAll('WORD', word).split(' '));
    assert.notEqual(status, 3, stderr);
    return { status, stdout: stdout.replaceAll(word, 'WORD'), stderr: stderr.replaceAll(word, 'WORD') };
  }

  for (const [special, plain] of words) {
    test(`${special} in a config`, async () => {
      for (const config of configs) {
        const answers = [];
        for (const word of [special, plain]) {
          writeFileSync(path.join(folder, 'config.yaml'), config.replaceAll('WORD', word));
          answers.push(await said('check --config config.yaml a.yaml', word));
        }
        assert.deepEqual(answers[0], answers[1], config);
      }
    });

    test(`${special} in a command line`, async () => {
      for (const command of commands)
        assert.deepEqual(await said(command, special), await said(command, plain), command);
    });
  }
});
