import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits, parseText, readYaml, syntaxCodes, type SyntaxProblem } from '@podlint/syntax';

function firstProblem(text: string): SyntaxProblem {
  const problem = parseText(text).documents.flatMap(({ problems }) => problems)[0];
  assert.ok(problem, `nothing is wrong with ${JSON.stringify(text)}`);
  return problem;
}

interface Mistake {
  readonly text: string;
  readonly code: string;
  /** The key of the hint; without it, the problem has none. */
  readonly hint?: string;
  /** What the finding underlines. */
  readonly marks: string;
  /** The text after the fix; without it, no fix is offered. */
  readonly fixed?: string;
}

const mistakes: Record<string, Mistake> = {
  'a tab before a key': {
    text: 'a:\n\tb: c\n',
    code: 'schema/list-indent',
    hint: 'tab-indent',
    marks: '\t',
    fixed: 'a:\n  b: c\n',
  },
  'tabs of two levels': {
    text: 'a:\n\tb:\n\t\tc: d\n',
    code: 'schema/list-indent',
    hint: 'tab-indent',
    marks: '\t',
    fixed: 'a:\n  b:\n    c: d\n',
  },
  'a tab before an item': {
    text: 'a:\n  - b\n\t- c\n',
    code: 'schema/list-indent',
    hint: 'tab-indent',
    marks: '\t',
    fixed: 'a:\n  - b\n  - c\n',
  },
  'a tab behind spaces': {
    text: 'a:\n  b:\n  \tc: d\n',
    code: 'schema/list-indent',
    hint: 'tab-indent',
    marks: '\t',
    fixed: 'a:\n  b:\n    c: d\n',
  },
  'tabs with spaces behind them': {
    text: 'a:\n\tb:\n\t  c:\n\t  - d: e\n\t\tf: g\n',
    code: 'schema/list-indent',
    hint: 'tab-indent',
    marks: '\t',
    fixed: 'a:\n    b:\n      c:\n      - d: e\n        f: g\n',
  },
  'a tab that would leave a key empty': {
    text: 'a:\n  b:\n\tc: d\n  e: f\n',
    code: 'schema/list-indent',
    hint: 'tab-indent',
    marks: '\t',
    fixed: 'a:\n  b:\n    c: d\n  e: f\n',
  },
  'a tab in an item, or outside of it': {
    text: 'a:\n  b:\n  - c: d\n\te: f\n',
    code: 'schema/list-indent',
    hint: 'tab-indent',
    marks: '\t',
  },
  'a tab behind a dash': {
    text: '-\tname: x\n',
    code: 'schema/list-indent',
    hint: 'tab-behind-dash',
    marks: '\t',
    fixed: '- name: x\n',
  },
  'no space behind a colon': {
    text: 'a:\n  name:web\n  labels:\n    app: x\n',
    code: 'syntax/missing-space',
    hint: 'joined-colon',
    marks: ':w',
    fixed: 'a:\n  name: web\n  labels:\n    app: x\n',
  },
  'no space behind the last colon': {
    text: 'b: c\nname:web\n',
    code: 'syntax/missing-space',
    hint: 'joined-colon',
    marks: ':w',
    fixed: 'b: c\nname: web\n',
  },
  'no space behind two colons': {
    text: 'name:web\nimage:x\nb: c\n',
    code: 'syntax/missing-space',
    hint: 'joined-colon',
    marks: ':x',
    fixed: 'name: web\nimage: x\nb: c\n',
  },
  'no space behind a dash': {
    text: 'a:\n  - b\n  -c\n',
    code: 'syntax/missing-space',
    hint: 'joined-dash',
    marks: '-c',
    fixed: 'a:\n  - b\n  - c\n',
  },
  'an item out of its list': {
    text: 'c:\n  - name: a\n    image: b\n- name: c\n  image: d\n',
    code: 'schema/list-indent',
    hint: 'stray-item',
    marks: '- name: c',
    fixed: 'c:\n  - name: a\n    image: b\n  - name: c\n    image: d\n',
  },
  'the dash of a list too far left': {
    text: 's:\n  c:\n- name: a\n    image: b\n    ports:\n    - p: 1\n',
    code: 'schema/list-indent',
    hint: 'stray-item',
    marks: '- name: a',
    fixed: 's:\n  c:\n  - name: a\n    image: b\n    ports:\n    - p: 1\n',
  },
  'the dashes of a list too far left': {
    text: 's:\n  c:\n- name: a\n    image: b\n\n- name: c\n    image: d\n  v: []\n',
    code: 'schema/list-indent',
    hint: 'stray-item',
    marks: '- name: a',
    fixed: 's:\n  c:\n  - name: a\n    image: b\n\n  - name: c\n    image: d\n  v: []\n',
  },
  'an item less deep than its list': {
    text: 'c:\n    - name: a\n  - name: b\n',
    code: 'schema/list-indent',
    hint: 'stray-item',
    marks: '- name: b',
    fixed: 'c:\n    - name: a\n    - name: b\n',
  },
  'an item deeper than its list': {
    text: 'c:\n  - name: a\n    image: b\n    - name: c\n',
    code: 'schema/list-indent',
    hint: 'stray-item',
    marks: '- name: c',
    fixed: 'c:\n  - name: a\n    image: b\n  - name: c\n',
  },
  'a key at the column of the dash': {
    text: '- name: a\nimage: b\n',
    code: 'schema/list-indent',
    hint: 'missing-dash',
    marks: 'image: b',
    fixed: '- name: a\n  image: b\n',
  },
  'a key at the column of the dash, which may belong above or below': {
    text: 'c:\n  - name: a\n  image: b\n',
    code: 'schema/list-indent',
    hint: 'missing-dash',
    marks: 'image: b',
  },
  'a key not quite as deep as the one behind the dash': {
    text: 'c:\n  - name: a\n   image: b\n',
    code: 'schema/list-indent',
    hint: 'below-a-value',
    marks: 'image: b',
    fixed: 'c:\n  - name: a\n    image: b\n',
  },
  'a key deeper than the one behind the dash': {
    text: 'c:\n  - name: a\n      image: b\n',
    code: 'schema/list-indent',
    hint: 'below-a-value',
    marks: 'image: b',
    fixed: 'c:\n  - name: a\n    image: b\n',
  },
  'a list on the line of its key': {
    text: 'c: - a\n   - b\n',
    code: 'schema/list-indent',
    hint: 'inline-list',
    marks: 'c: - a',
    fixed: 'c:\n   - a\n   - b\n',
  },
  'a key deeper than its neighbour': {
    text: 'a:\n  b: c\n    d: e\n',
    code: 'syntax/bad-indent',
    hint: 'below-a-value',
    marks: 'd: e',
    fixed: 'a:\n  b: c\n  d: e\n',
  },
  'a key between two levels': {
    text: 'a:\n    b: c\n  d: e\n',
    code: 'syntax/bad-indent',
    hint: 'stray-line',
    marks: 'd: e',
  },
  'a line less deep than its text block': {
    text: 'a: |\n    x\n  y\nb: c\n',
    code: 'syntax/bad-indent',
    hint: 'stray-line',
    marks: 'y',
    fixed: 'a: |\n    x\n    y\nb: c\n',
  },
  'a second colon': {
    text: 'a: b: c\n',
    code: 'syntax/invalid',
    hint: 'second-colon',
    marks: 'b: c',
    fixed: "a: 'b: c'\n",
  },
  'text without a colon': { text: 'a: b\nhello\nc: d\n', code: 'syntax/invalid', hint: 'loose-text', marks: 'hello' },
  'a quote that stays open': {
    text: 'a: "b\nc: d\n',
    code: 'syntax/unclosed-quote',
    hint: 'open-quote',
    marks: '"b',
    fixed: 'a: "b"\nc: d\n',
  },
  'a quote that the next one closes': {
    text: "a: 'b\nc: 'd'\n",
    code: 'syntax/unclosed-quote',
    hint: 'open-quote',
    marks: "'b",
    fixed: "a: 'b'\nc: 'd'\n",
  },
  'a quote and a bracket that stay open': {
    text: 'a: ["b", "c\n',
    code: 'syntax/unclosed-quote',
    hint: 'open-quote',
    marks: '"c',
    fixed: 'a: ["b", "c"]\n',
  },
  'an apostrophe in single quotes': {
    text: "a: 'it's'\n",
    code: 'syntax/unclosed-quote',
    hint: 'single-quote-inside',
    marks: "s'",
    fixed: "a: 'it''s'\n",
  },
  'text behind a quote': { text: 'a: "b" c\n', code: 'syntax/unclosed-quote', hint: 'double-quote-inside', marks: 'c' },
  'a bracket that stays open': {
    text: 'a: [b, c\nd: e\n',
    code: 'syntax/unclosed-bracket',
    hint: 'open-bracket',
    marks: '[',
    fixed: 'a: [b, c]\nd: e\n',
  },
  'a brace that stays open': {
    text: 'a: {b: c\nd: e\n',
    code: 'syntax/unclosed-bracket',
    hint: 'open-bracket',
    marks: '{',
    fixed: 'a: {b: c}\nd: e\n',
  },
  'JSON without a comma': {
    text: '{"a": 1\n"b": 2}\n',
    code: 'syntax/unclosed-bracket',
    hint: 'open-bracket',
    marks: '{',
    fixed: '{"a": 1,\n"b": 2}\n',
  },
  'JSON without a comma on one line': {
    text: '{"a": [1] "b": 2}\n',
    code: 'syntax/unclosed-bracket',
    hint: 'missing-comma',
    marks: '{',
  },
  'JSON with a bracket that stays open': {
    text: '{"a": 1,\n"b": [1, 2\n"c": 3}\n',
    code: 'syntax/unclosed-bracket',
    hint: 'open-bracket',
    marks: '[',
    fixed: '{"a": 1,\n"b": [1, 2],\n"c": 3}\n',
  },
  'a merge conflict': {
    text: 'a:\n  b: c\n<<<<<<< HEAD\n  d: e\n=======\n  d: f\n>>>>>>> x\n',
    code: 'syntax/merge-conflict',
    hint: 'merge-conflict',
    marks: '<<<<<<< HEAD',
  },
  'a template line': {
    text: 'a:\n{{- if .x }}\n  b: c\n{{- end }}\n',
    code: 'syntax/template',
    hint: 'template',
    marks: '{{- if .x }}',
  },
  'a template value': { text: 'a: {{ .x }}\n', code: 'syntax/template', hint: 'template', marks: '{{ .x }}' },
  'a template value with more behind it': {
    text: 'a: {{ .x }}-b\n',
    code: 'syntax/template',
    hint: 'template',
    marks: '{{ .x }}-b',
  },
  'a value that starts with @': {
    text: 'a: @b # c\n',
    code: 'syntax/character',
    hint: 'special-sign',
    marks: '@b # c',
    fixed: "a: '@b' # c\n",
  },
  'a wildcard': {
    text: 'host: *.example.com\n',
    code: 'syntax/anchor',
    hint: 'special-sign',
    marks: '*.example.com',
    fixed: "host: '*.example.com'\n",
  },
  'an alias without its anchor': {
    text: 'a: *b\n',
    code: 'syntax/anchor',
    hint: 'special-sign',
    marks: '*b',
    fixed: "a: '*b'\n",
  },
  'an alias inside of itself': { text: 'a: &x [*x]\n', code: 'syntax/anchor', marks: '*x' },
  'an escape of other languages': { text: 'a: "\\d+"\n', code: 'syntax/escape', marks: '\\d' },
  'a control character': { text: 'a: b\u0001\n', code: 'syntax/character', marks: '\u0001' },
  'text behind a separator': { text: 'a: 1\n--- b\nc: 2\n', code: 'syntax/separator', marks: 'b' },
  'a version directive': { text: '%YAML 1.2\n---\na: 1\n', code: 'syntax/directive', marks: '%YAML 1.2\n' },
  'a number without a form in JSON': { text: 'a: .inf\n', code: 'syntax/number', marks: '.inf' },
  'a null key': { text: 'null: a\n', code: 'syntax/key', marks: 'a' },
  'a list for a key': { text: '? [a]\n: b\n', code: 'syntax/key', marks: 'b' },
  'a tag that does not fit': { text: 'a: !!int x\n', code: 'syntax/tag', marks: '!!int x' },
  'nesting without end': { text: '['.repeat(10_001), code: 'syntax/too-deep', marks: '[' },
};

for (const [name, { text, code, hint, marks, fixed }] of Object.entries(mistakes)) {
  for (const lineBreak of ['\n', '\r\n']) {
    test(`${name}${lineBreak === '\n' ? '' : ', with CRLF'}`, () => {
      const written = text.replaceAll('\n', lineBreak);
      const problem = firstProblem(written);
      assert.equal(problem.code, code);
      assert.equal(problem.hint?.id, hint && `hint/${hint}`);
      assert.ok(Object.hasOwn(syntaxCodes, problem.code));
      assert.equal(written.slice(problem.range.start, problem.range.end), marks.replaceAll('\n', lineBreak));
      assert.equal(problem.fix && applyEdits(written, problem.fix.edits), fixed?.replaceAll('\n', lineBreak));
      assert.ok(readYaml(written).some(({ error }) => error !== undefined));
    });
  }
}

test('a hint names a line of the file, not of the document', () => {
  const { hint, range } = firstProblem('a: 1\n---\nb: 2\n---\nc:\n\td: e\n');
  assert.equal(range.start, 21);
  assert.equal(hint?.data['line'], 6);
});

test('a broken document keeps what can be read, before and behind the mistake', () => {
  const [document] = parseText(
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  labels: a: b\nspec:\n  containers:\n  - name: c\n',
  ).documents;
  assert.ok(document);
  assert.equal(document.problems.length, 1);
  assert.equal(document.value(document.at(['kind'])!), 'Pod');
  assert.equal(document.value(document.at(['metadata', 'name'])!), 'web');
  assert.equal(document.value(document.at(['spec', 'containers', 0, 'name'])!), 'c');
});

test('a mistake in one document leaves the others alone', () => {
  const { documents } = parseText('a: b: c\n---\nd: 1\n');
  assert.deepEqual(
    documents.map(({ problems }) => problems.length),
    [1, 0],
  );
  assert.deepEqual(documents[1]?.toJSON(), { d: 1 });
});
