/**
 * How far podlint and the API server agree. A case agrees when the verdict is equal and, unless it is `undecodable`,
 * the sets of unknown fields, of duplicate keys, of (type, field) pairs and of dropped fields are equal.
 */
import type { ReportedDiagnostic, ReportedFollowed } from '@podlint/engine';
import { createLinter, type Linter, type Report } from 'podlint';
import { createCases, type Answer, type CaseSet, type CreateCase } from './cases.js';

export class Tally {
  total = 0;
  agreeing = 0;

  count(agrees: boolean): void {
    this.total++;
    if (agrees) this.agreeing++;
  }

  get percent(): number {
    return this.total === 0 ? 100 : (100 * this.agreeing) / this.total;
  }
}

export interface Agreement {
  readonly all: Tally;
  readonly verdicts: Tally;
  /** Only the cases that do not decode or have unknown or duplicate fields. */
  readonly decoding: Tally;
  readonly byKind: Map<string, Tally>;
  readonly byErrorType: Map<string, Tally>;
  /** Case ids with what differs. */
  readonly misses: { readonly id: string; readonly why: string }[];
}

type Facts = Record<'verdict' | 'unknown' | 'duplicate' | 'errors' | 'dropped', readonly string[]>;

function sorted(values: Iterable<string>): string[] {
  return [...new Set(values)].sort();
}

function factsOfAnswer(answer: Answer): Facts {
  return {
    verdict: [answer.verdict],
    unknown: sorted(answer.unknown ?? []),
    duplicate: sorted(answer.duplicate ?? []),
    errors: sorted((answer.errors ?? []).map(([type, field]) => `${type} ${field}`)),
    dropped: sorted(answer.dropped ?? []),
  };
}

function factsOfReport(report: Report, version: string): Facts {
  const file = report.files[0]!;
  const found = file.diagnostics.flatMap(withFollowing);
  const paths = (...codes: string[]): string[] =>
    sorted(found.filter(({ code }) => codes.includes(code)).map(({ path }) => path));
  return {
    verdict: [file.documents[0]?.verdicts?.[version] ?? 'none'],
    unknown: paths('schema/unknown-field', 'schema/misplaced-field'),
    duplicate: paths('schema/duplicate-key'),
    errors: sorted(found.flatMap(({ api }) => (api ? [`${api.type} ${api.field}`] : []))),
    dropped: paths('deprecations/dropped-field'),
  };
}

/** What differs, or undefined when the case agrees. */
function difference(want: Facts, got: Facts): string | undefined {
  if (want.verdict[0] !== got.verdict[0]) return `verdict ${got.verdict[0]}, server ${want.verdict[0]}`;
  if (want.verdict[0] === 'undecodable') return undefined;
  for (const part of ['unknown', 'duplicate', 'errors', 'dropped'] as const) {
    const lacking = want[part].filter((fact) => !got[part].includes(fact));
    const extra = got[part].filter((fact) => !want[part].includes(fact));
    if (lacking.length + extra.length > 0)
      return `${part}: ${[...lacking.map((fact) => `lacks ${fact}`), ...extra.map((fact) => `extra ${fact}`)].join('; ')}`;
  }
  return undefined;
}

function tallyIn(tallies: Map<string, Tally>, key: string): Tally {
  const tally = tallies.get(key) ?? new Tally();
  tallies.set(key, tally);
  return tally;
}

function errorTypes(facts: Facts): string[] {
  return sorted(facts.errors.map((error) => error.split(' ')[0]!));
}

function compare(linter: Linter, version: string, line: CreateCase, agreement: Agreement): void {
  const want = factsOfAnswer(line.expect);
  const got = factsOfReport(linter.lint([{ path: `${line.id}.yaml`, text: line.manifest }]), version);
  const why = difference(want, got);
  agreement.all.count(why === undefined);
  agreement.verdicts.count(want.verdict[0] === got.verdict[0]);
  if (line.expect.verdict === 'undecodable' || line.expect.unknown || line.expect.duplicate)
    agreement.decoding.count(why === undefined);
  tallyIn(agreement.byKind, line.kind).count(why === undefined);
  for (const type of errorTypes(want)) tallyIn(agreement.byErrorType, type).count(why === undefined);
  if (why !== undefined) agreement.misses.push({ id: line.id, why });
}

/** Creation of every recorded manifest, judged for one version. */
export function createAgreement(version: string, set: CaseSet = 'pods'): Agreement {
  const agreement: Agreement = {
    all: new Tally(),
    verdicts: new Tally(),
    decoding: new Tally(),
    byKind: new Map(),
    byErrorType: new Map(),
    misses: [],
  };
  const linter = createLinter({ kubernetesVersions: [version], preset: 'none' });
  for (const line of createCases(version, set)) compare(linter, version, line, agreement);
  return agreement;
}

/** What follows from a mistake the server names too. */
function withFollowing(found: ReportedDiagnostic): readonly ReportedFollowed[] {
  return [found, ...(found.follows ?? [])];
}
