import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/**
 * A whole run of the command in one file: sections under headings such as `====stdout====`.
 *
 * | section | holds |
 * |---|---|
 * | `file PATH` | a file to make before the run |
 * | `setup` | a shell script to run before it, for what text cannot say |
 * | `stdin` | standard input |
 * | `command` | one line for the shell; `podlint` is the built command, `unprivileged CMD` runs without root's rights |
 * | `status` | the exit code |
 * | `stdout`, `stderr` | the exact output; `{dir}` stands for the folder of the run |
 * | `stdout has`, `stdout lacks`, `stderr has` | lines that have to be somewhere in it, or must not |
 * | `change` | the same of what `podlint diff` says of a change |
 * | `report` | JSON that the JSON report on stdout has to contain, after it was checked against its schema |
 * | `after PATH` | what a file has to hold after the run |
 */
export interface Scenario {
  readonly files: ReadonlyMap<string, string>;
  readonly setup: string;
  readonly stdin: string;
  readonly command: string;
  readonly status: number;
  readonly exact: ReadonlyMap<string, string>;
  readonly has: ReadonlyMap<string, readonly string[]>;
  readonly lacks: ReadonlyMap<string, readonly string[]>;
  readonly report: unknown;
  readonly change: unknown;
  readonly after: ReadonlyMap<string, string>;
}

const known = /^(file .+|setup|stdin|command|status|std(out|err)( has| lacks)?|report|change|after .+)$/;

export function readScenario(file: string): Scenario {
  const sections = sectionsOf(readFileSync(file, 'utf8'));
  for (const heading of sections.keys()) assert.match(heading, known, `${file}: unknown section`);
  const command = sections.get('command')?.trim();
  assert.ok(command, `${file}: no command`);
  return {
    files: named(sections, 'file '),
    setup: sections.get('setup') ?? '',
    stdin: sections.get('stdin') ?? '',
    command,
    status: Number(sections.get('status')),
    exact: new Map([...sections].filter(([heading]) => heading === 'stdout' || heading === 'stderr')),
    has: lines(sections, ' has'),
    lacks: lines(sections, ' lacks'),
    report: JSON.parse(sections.get('report') ?? 'null'),
    change: JSON.parse(sections.get('change') ?? 'null'),
    after: named(sections, 'after '),
  };
}

function sectionsOf(text: string): Map<string, string> {
  const [, ...parts] = text.split(/^====(.+)====\n/m);
  return new Map(parts.flatMap((part, index) => (index % 2 === 0 ? [[part, parts[index + 1] ?? ''] as const] : [])));
}

function named(sections: ReadonlyMap<string, string>, prefix: string): Map<string, string> {
  return new Map(
    [...sections].flatMap(([heading, body]) =>
      heading.startsWith(prefix) ? [[heading.slice(prefix.length), body] as const] : [],
    ),
  );
}

function lines(sections: ReadonlyMap<string, string>, suffix: string): Map<string, string[]> {
  return new Map(
    [...sections].flatMap(([heading, body]) =>
      heading.endsWith(suffix)
        ? [[heading.slice(0, -suffix.length), body.split('\n').filter((line) => line !== '')] as const]
        : [],
    ),
  );
}
