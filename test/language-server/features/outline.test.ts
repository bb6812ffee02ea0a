import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentSymbols, foldingRanges, selectionRange } from '@podlint/language-server/features';
import type { DocumentSymbol, SelectionRange } from 'vscode-languageserver';
import { open, podHead } from './kit.js';

const text = `# one
# two
${podHead}  containers:
    - name: web
      image: nginx
      command: ["sh", "-c"]
      args:
        - |
          # no comment
          # at all
      ports:
        - name: http
          containerPort: 80
      livenessProbe:
        httpGet: {port: http}
  volumes:
    - name: data
      emptyDir: {}
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  a.yaml: x
`;

function names(symbols: readonly DocumentSymbol[]): unknown[] {
  return symbols.map(({ name, children }) => (children ? [name, names(children)] : name));
}

test('symbols: objects, their fields, and items by their names', () => {
  const container = [
    'web',
    [
      'name',
      'image',
      ['command', ['sh', '-c']],
      ['args', ['# no comment']],
      ['ports', [['http', ['name', 'containerPort']]]],
      ['livenessProbe', [['httpGet', ['port']]]],
    ],
  ];
  assert.deepEqual(names(documentSymbols(open(text).file)), [
    [
      'Pod web',
      [
        'apiVersion',
        'kind',
        ['metadata', ['name']],
        [
          'spec',
          [
            ['containers', [container]],
            ['volumes', [['data', ['name', 'emptyDir']]]],
          ],
        ],
      ],
    ],
    ['ConfigMap settings', ['apiVersion', 'kind', ['metadata', ['name']], ['data', ['a.yaml']]]],
  ]);
});

test('of a long file: what has a name in it', () => {
  const long = `${text}---\n${'# nothing\n'.repeat(5000)}`;
  assert.deepEqual(names(documentSymbols(open(long).file)), [
    ['Pod web', [['web', ['http', 'livenessProbe']], 'data']],
    ['ConfigMap settings', ['a.yaml']],
  ]);
});

/** The names of what an editor keeps at the top while a line is the first one below: what it stands in. */
function around(symbols: readonly DocumentSymbol[], line: number): string[] {
  const found = symbols.find(({ range }) => range.start.line <= line && line <= range.end.line);
  return found ? [found.name, ...around(found.children ?? [], line)] : [];
}

test('every line of an object has the way to it', () => {
  const { file } = open(text);
  const line = text.slice(0, text.indexOf('containerPort')).split('\n').length - 1;
  assert.deepEqual(around(documentSymbols(file), line), [
    'Pod web',
    'spec',
    'containers',
    'web',
    'ports',
    'http',
    'containerPort',
  ]);
});

test('a symbol goes to the name, which is within it', () => {
  const { file } = open(text);
  const [pod] = documentSymbols(file);
  assert.equal(file.text.getText(pod!.selectionRange), 'web');
  const container = pod!.children![3]!.children![0]!.children![0]!;
  assert.equal(file.text.getText(container.selectionRange), 'web');
  assert.equal(container.detail, 'nginx');
});

test('folding: documents, fields and items, texts, runs of comments', () => {
  const found = foldingRanges(open(text).file).map(
    ({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind ? ` ${kind}` : ''}`,
  );
  assert.deepEqual(found, [
    '0-1 comment',
    '2-22',
    '4-5',
    '6-22',
    '7-19',
    '8-19',
    '11-14',
    '12-14',
    '15-17',
    '16-17',
    '18-19',
    '20-22',
    '21-22',
    '24-29',
    '26-27',
    '28-29',
  ]);
});

function grown(range: SelectionRange | undefined, content: (range: SelectionRange['range']) => string): string[] {
  return range ? [content(range.range), ...grown(range.parent, content)] : [];
}

test('a selection grows from a value to its field, the item, the list, and the document', () => {
  const { file, offset } = open(text.replace('"-c"', '"-^c"'));
  const steps = grown(selectionRange(file, offset), (range) => file.text.getText(range));
  assert.deepEqual(steps.slice(0, 4), ['-c', '"-c"', '["sh", "-c"]', 'command: ["sh", "-c"]']);
  assert.ok(steps[4]!.startsWith('name: web\n'));
  assert.ok(steps[5]!.startsWith('- name: web\n'));
  assert.equal(steps.at(-1), file.text.getText());
});
