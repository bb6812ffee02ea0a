import { readYaml } from 'podlint';
import { does, lintsText, times, type Family } from '../family.js';
import { list, map, object, pod, podWith } from '../texts.js';

const data = (lines: string): string => object('v1', 'ConfigMap', 'a', `data:\n${lines}`);
const openFlow = (count: number): string => `a: ${times(count, () => '{a: ')}`;
const broken = (count: number): string => times(count, (index) => `a${index}: [b\n`);
const badDocuments = (count: number): string => times(count, (index) => `---\na: b: c\n  d${index}: "x\n`);
const tabs = (count: number): string => times(count, (index) => `a${index}:\n\tb: c\n`);

export const syntaxFamilies: readonly Family[] = [
  lintsText('documents, empty', (count) => times(count, () => '---\n')),
  lintsText('documents, all broken', badDocuments),
  lintsText('documents, broken and whole by turns', (count) =>
    times(count, (index) => (index % 2 === 0 ? `---\na: b: c\n` : pod(`p${index}`))),
  ),
  lintsText('a flow list that is never closed, on many lines', broken),
  lintsText('flow maps that are never closed, on one line', openFlow),
  lintsText('flow lists that are never closed, on one line', (count) => `a: ${'['.repeat(count)}`),
  lintsText('nested keys on one line', (count) => `${times(count * 6, () => 'a: ')}b\n`),
  lintsText('nested flow maps on one line, closed', (count) => `a: ${'{a: '.repeat(count)}1${'}'.repeat(count)}\n`),
  lintsText('nested dashes on one line', (count) => `${'- '.repeat(count)}a\n`),
  lintsText('question marks on one line', (count) => `${'? '.repeat(count)}a\n`),
  lintsText('nested blocks', (count) => times(Math.ceil(count / 8), (index) => `${' '.repeat(index)}a:\n`)),
  lintsText('tabs as indentation', tabs),
  lintsText('quotes that are not closed', (count) => times(count, (index) => `a${index}: "b\n`)),
  lintsText('single quotes in one scalar', (count) => data(`  a: '${"''".repeat(count)}'\n`)),
  lintsText('escapes in one scalar', (count) => data(`  a: "${'\\u0041\\n'.repeat(count)}"\n`)),
  lintsText('escapes that do not exist', (count) => data(`  a: "${'\\q'.repeat(count)}"\n`)),
  lintsText('a long plain scalar over many lines', (count) =>
    data(`  a: b\n${times(count, () => '    words of it\n')}`),
  ),
  lintsText('a long block scalar', (count) => data(`  a: |\n${times(count, () => '    words of it\n')}`)),
  lintsText('a block scalar of empty lines', (count) => data(`  a: |\n${'\n'.repeat(count)}    b\n`)),
  lintsText('blanks at the end of a line', (count) => data(`  a: b${' '.repeat(count * 10)}c\n`)),
  lintsText('comments', (count) => data(`${times(count, (index) => `  # words ${index}\n`)}  a: b\n`)),
  lintsText('duplicate keys, all the same', (count) => data(times(count, () => '  a: b\n'))),
  lintsText('duplicate keys, in pairs', (count) => data(times(count, (index) => `  a${index >> 1}: b\n`))),
  lintsText('duplicate keys, of numbers that JSON cannot hold', (count) => data(times(count, () => '  a: 1e999\n'))),
  lintsText('anchors, each with an alias', (count) =>
    data(times(count, (index) => `  a${index}: &x${index} b\n  c${index}: *x${index}\n`)),
  ),
  lintsText('aliases of one anchor', (count) => data(`  a: &x b\n${times(count, (index) => `  c${index}: *x\n`)}`)),
  lintsText('aliases of one small map', (count) =>
    object('v1', 'Secret', 'a', `x: &x {a: b, c: d}\ny:\n${times(count, () => '  - *x\n')}`),
  ),
  lintsText('aliases that name nothing', (count) => data(times(count, (index) => `  c${index}: *x\n`))),
  lintsText('one anchor set again and again', (count) => data(times(count, (index) => `  a${index}: &x b\n`))),
  lintsText('merge keys, each of one map', (count) =>
    object('v1', 'ConfigMap', 'a', `x: &x {a: b}\ny:\n${times(count, (index) => `  c${index}: {<<: *x, d: e}\n`)}`),
  ),
  lintsText('a chain of merge keys', (count) =>
    object(
      'v1',
      'ConfigMap',
      'a',
      `x:\n  - &x0 {a: b}\n${times(Math.ceil(count / 20), (index) => `  - &x${index + 1} {<<: *x${index}}\n`)}`,
    ),
  ),
  lintsText('a merge key of many maps', (count) =>
    object('v1', 'ConfigMap', 'a', `x: &x {a: b}\ny: {<<: [${times(count, () => '*x, ')}*x]}\n`),
  ),
  lintsText('tags', (count) => data(times(count, (index) => `  a${index}: !!str b\n`))),
  lintsText('directives', (count) => `${times(count, () => '%FOO bar\n')}${pod('a')}`),
  lintsText('byte order marks and carriage returns', (count) => data(times(count, (index) => `  a${index}: b\r`))),
  lintsText('conflict marks', (count) => times(count, () => '<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> x\n')),
  lintsText('{{ without end', (count) => data(times(count, (index) => `  a${index}: {{ .Values.x\n`))),
  lintsText('{{ without end, on one line', (count) => `a: ${'{{ '.repeat(count)}\n`),
  lintsText('{{ with end, in values', (count) => data(times(count, (index) => `  a${index}: "{{ .Values.x }}"\n`))),
  lintsText('${ without end', (count) => data(times(count, (index) => `  a${index}: "\${x"\n`))),
  lintsText('${ without end, on one line', (count) => data(`  a: ${'${x'.repeat(count)}\n`)),
  lintsText('${ with end', (count) => podWith(list('args', 6, count, () => '${ARGUMENT}'))),
  lintsText('<% and [[ without end', (count) => data(times(count, (index) => `  a${index}: <% [[ @@ x\n`))),
  lintsText(
    'JSON, many keys',
    (count) =>
      `{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"},"data":{${times(count, (index) => `"a${index}":"b",`)}"z":"z"}}`,
  ),
  lintsText('JSON, documents behind each other', (count) =>
    times(count, () => '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"}}\n'),
  ),
  lintsText('JSON that stops', (count) => `{"a":${'['.repeat(count)}`),
  lintsText('unknown fields', (count) => podWith(times(count, (index) => `      imagee${index}: x\n`))),
  lintsText('misplaced fields', (count) =>
    object('v1', 'Pod', 'a', `containers: []\nspec:\n${times(count, (index) => `  x${index}: {image: x}\n`)}`),
  ),
  lintsText('keys with long names', (count) => podWith(`      ${'a'.repeat(count)}: x\n`)),
  lintsText('wrong types', (count) => podWith(map('env', 6, count, (index) => `A${index}: b`))),
  lintsText('non-breaking spaces and typographic quotes', (count) =>
    data(times(count, (index) => `  a${index}:\u00a0“b”\n`)),
  ),
  does(
    'readYaml: whole documents',
    (count) => times(count, (index) => pod(`p${index}`)),
    (text) => readYaml(text),
  ),
  does('readYaml: broken documents', badDocuments, (text) => readYaml(text)),
  does('readYaml: a flow list that is never closed', broken, (text) => readYaml(text)),
  does(
    'readYaml: nested keys on one line',
    (count) => `${times(count * 6, () => 'a: ')}b\n`,
    (text) => readYaml(text),
  ),
  does(
    'readYaml: aliases of one anchor',
    (count) => data(`  a: &x b\n${times(count, (index) => `  c${index}: *x\n`)}`),
    (text) => readYaml(text),
  ),
];
