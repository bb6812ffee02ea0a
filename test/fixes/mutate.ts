import fc from 'fast-check';

/** A change of a text, in numbers, so that a failing case can be made smaller. */
export interface Mutation {
  readonly kind: 'remove' | 'repeat' | 'indent' | 'value' | 'key' | 'borrow' | 'splice' | 'share';
  /** Which line; beyond the last one counts from the first again. */
  readonly line: number;
  readonly choice: number;
}

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('remove', 'repeat', 'indent', 'value', 'key', 'borrow', 'splice', 'share'),
  line: fc.nat(200),
  choice: fc.nat(1000),
});

const values = [
  'true',
  'false',
  'null',
  '0',
  '1',
  '"8080"',
  'yes',
  '400',
  '1e3',
  'Always',
  'always',
  'Never',
  'IfNotPresent',
  'sleep 3600',
  '"sh -c true"',
  '[]',
  '{}',
  '[a]',
  '256m',
  '1Gi',
  'latest',
  'registry.example/App:1',
  'Bidirectional',
  'ClusterFirst',
];

const fields = [
  'privileged: true',
  'runAsUser: 0',
  'runAsNonRoot: true',
  'hostNetwork: true',
  'hostUsers: false',
  'allowPrivilegeEscalation: true',
  'terminationGracePeriodSeconds: 0',
  'restartPolicy: Never',
  'imagePullPolicy: IfNotPresent',
  'resources: { limits: { memory: 1Gi, nvidia.com/gpu: 1 } }',
  'resources: { requests: { cpu: 1, storage: 1Gi } }',
  'livenessProbe: { exec: { command: [sleep, "5"] } }',
  'os: { name: windows }',
  'command: sleep 3600',
  'env: [{ name: A, value: 1 }, { name: A, value: b }]',
  'volumeMounts: [{ name: v, mountPath: /v, mountPropagation: Bidirectional }]',
  'volumes: [{ name: v, hostPath: { path: / } }]',
  'dnsPolicy: ClusterFirst',
  'serviceAccount: robot',
];

/** The text after the changes: by lines, as people edit, so that most of it stays a manifest. */
export function mutated(text: string, others: readonly string[], mutations: readonly Mutation[]): string {
  return mutations.reduce((before, mutation) => mutatedOnce(before, others, mutation), text);
}

function mutatedOnce(text: string, others: readonly string[], { kind, line: any, choice }: Mutation): string {
  const lines = text.split('\n');
  const at = any % lines.length;
  const line = lines[at]!;
  const indent = /^[\s-]*/.exec(line)![0].length;
  const insert = (added: string): string[] => [...lines.slice(0, at), added, ...lines.slice(at)];
  const replace = (changed: string): string[] => [...lines.slice(0, at), changed, ...lines.slice(at + 1)];
  switch (kind) {
    case 'remove':
      return [...lines.slice(0, at), ...lines.slice(at + 1)].join('\n');
    case 'repeat':
      return insert(line).join('\n');
    case 'indent':
      return replace(choice % 2 === 0 ? `  ${line}` : line.replace(/^ {2}/, '')).join('\n');
    case 'value':
      return replace(line.replace(/:( .*)?$/, `: ${values[choice % values.length]!}`)).join('\n');
    case 'key':
      return replace(line.replace(/(\w)(\w):/, choice % 2 === 0 ? '$2$1:' : '$1:')).join('\n');
    case 'borrow':
      return insert(' '.repeat(indent) + fields[choice % fields.length]!).join('\n');
    case 'share':
      return shared(lines, at, fields[choice % fields.length]!).join('\n');
    case 'splice': {
      const other = others[choice % others.length]!.split('\n');
      return insert(' '.repeat(indent) + other[any % other.length]!.trim()).join('\n');
    }
  }
}

/** An item that a merge key of a new one below it brings in, beside a field of its own. */
function shared(lines: readonly string[], at: number, field: string): readonly string[] {
  const start = lines.slice(0, at + 1).findLastIndex((line) => /^ *- \w+:/.test(line));
  const [whole, blanks = '', rest = ''] = /^( *)- (.*)$/.exec(lines[start] ?? '') ?? [];
  if (whole === undefined) return lines;
  const isInside = (line: string): boolean => line === '' || line.startsWith(`${blanks}  `);
  const length = lines.slice(start + 1).findIndex((line) => !isInside(line));
  const end = length === -1 ? lines.length : start + 1 + length;
  return [
    ...[...lines.slice(0, start), `${blanks}- &shared`, `${blanks}  ${rest}`, ...lines.slice(start + 1, end)],
    ...[`${blanks}- <<: *shared`, `${blanks}  ${field}`, ...lines.slice(end)],
  ];
}
