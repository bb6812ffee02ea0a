import type { JsonValue } from '@podlint/syntax';
import fc from 'fast-check';

/** Text of scalars in every style, as people write them in manifests. */
const scalarText = fc.constantFrom(
  'web',
  '"web"',
  "'it''s'",
  '80',
  '0644',
  'true',
  'yes',
  'null',
  '~',
  '1.5',
  '100m',
  'nginx:1.27',
  '"a: b"',
  '/etc/x',
  '{}',
  '[]',
  '"\\n"',
  'é 😀',
);
const keyText = fc.constantFrom(
  'name',
  'image',
  'env',
  'ports',
  'spec',
  'labels',
  'args',
  '"quoted"',
  'app.kubernetes.io/name',
);
const comment = fc.constantFrom('', '', '', ' # why');
const ownLine = fc.constantFrom<string[]>([], [], [], ['# above'], ['# two', '# lines'], ['']);

type Lines = readonly string[];

const indented = (lines: Lines, by: number): Lines => lines.map((line) => (line === '' ? line : ' '.repeat(by) + line));

const block: fc.Arbitrary<Lines> = fc.constantFrom<Lines>(
  ['|', '  a', '', '   b'],
  ['>-', '  folded', '  text'],
  ['|+ # header', '  kept', ''],
  ['"two', '   lines"'],
);
const flow = fc.constantFrom<Lines>(
  ['{a: 1, b: [x, y]}'],
  ['[a, "b", {c: d}]'],
  ['[', '  a, # first', '  b', ']'],
  ['{a: {b: {c: d}}}'],
  ['[]'],
  ['{}'],
  [''],
);

function entry(value: fc.Arbitrary<Lines>): fc.Arbitrary<{ key: string; lines: Lines; above: Lines }> {
  return fc.tuple(keyText, value, ownLine).map(([key, lines, above]) => ({ key, lines, above }));
}

const { node } = fc.letrec<{ node: Lines; mapping: Lines; list: Lines }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.tuple(scalarText, comment).map(([text, end]) => [text + end]),
    block,
    flow,
    tie('mapping'),
    tie('list'),
  ),
  mapping: fc
    .uniqueArray(entry(tie('node')), { minLength: 1, maxLength: 4, selector: ({ key }) => key })
    .map((entries) =>
      entries.flatMap(({ key, lines, above }) => [
        ...above,
        ...(isCollection(lines) ? [`${key}:`, ...indented(lines, 2)] : joined(`${key}: `, lines, 2)),
      ]),
    ),
  list: fc
    .array(fc.tuple(tie('node'), ownLine), { minLength: 1, maxLength: 3 })
    .map((items) => items.flatMap(([lines, above]) => [...above, ...joined('- ', lines, 2)])),
}));

/** A block mapping or list: what has to start on a line of its own below its key. */
function isCollection(lines: Lines): boolean {
  const first = lines.find((line) => line !== '' && !line.startsWith('#')) ?? '';
  return /^(?:- |-$|(?:"quoted"|[\w./]+):(?: |$))/.test(first);
}

function joined(head: string, lines: Lines, by: number): string[] {
  const [first = '', ...rest] = lines;
  if (rest.length > 0 && (first === '' || first.startsWith('#'))) return [head.trimEnd(), ...indented(lines, by)];
  return [first === '' ? head.trimEnd() : head + first, ...indented(rest, by)];
}

/** Texts of one document that the server reads, with comments, every style of value, and any of the line ends. */
export const manifestText: fc.Arbitrary<string> = fc
  .tuple(node, fc.constantFrom('\n', '\n', '\r\n'), fc.constantFrom('', '\ufeff', '---\n'), fc.boolean())
  .map(([lines, lineBreak, head, endsLine]) =>
    (head + lines.join('\n') + (endsLine ? '\n' : '')).replaceAll('\n', lineBreak),
  )
  .filter((text) => text !== '');

/** JSON as fields hold it. */
export const fieldValue: fc.Arbitrary<JsonValue> = fc
  .jsonValue({ maxDepth: 3, noUnicodeString: false })
  .map((value) => JSON.parse(JSON.stringify(value)) as JsonValue);
