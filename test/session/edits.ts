import fc from 'fast-check';

/** What people type, and what trips a reader that keeps what it knows. */
const typed = [
  ...[
    'a',
    '0',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '-',
    ':',
    ': ',
    '#',
    '"',
    "'",
    '{',
    '}',
    '[',
    '|',
    '\t',
    '\r\n',
    '\r',
    '\ufeff',
    '😀',
    '\u2028',
    '&a ',
    '*a',
    '<<: *a',
    '...',
  ],
  ...[
    '---',
    '\n---\n',
    '--- # next\n',
    '---x\n',
    '\n...\n',
    '%YAML 1.2\n',
    '{{ .Values.x }}',
    '${NAME}',
    '<<<<<<< HEAD\n',
    '{"apiVersion": "v1", "kind": "Pod"}\n',
    '      ',
  ],
  ...[
    ' # podlint-disable-line',
    '# podlint-disable-file images/no-digest\n',
    '# podlint-disable-next-line\n',
    '# podlint-disable\n',
    '# podlint-enable\n',
    '# podlint: static-pod\n',
    'podlint.io/disable: images/latest-tag\n',
  ],
  ...[
    'imagePullPolicy: always\n',
    'image: nginx\n',
    'apiVersion: v1\nkind: Pod\n',
    '\n---\napiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: default\n',
  ],
];

/**
 * A change of a text: so much is taken away at a place, given as a part of the text's length, and something put there.
 */
export interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

export const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.nat(3) },
    { weight: 1, arbitrary: fc.nat(300) },
  ),
  inserted: fc.oneof(fc.constant(''), fc.constantFrom(...typed), fc.constantFrom(...typed)),
});

export function offsetOf(text: string, { at }: Edit): number {
  return Math.floor(at * text.length);
}

export function edited(text: string, change: Edit): string {
  const start = offsetOf(text, change);
  return text.slice(0, start) + change.inserted + text.slice(start + change.removed);
}
