import { jointVersions } from '@podlint/engine';
import { MergeError, refuseOthers } from '@podlint/engine/merge';
import type { Log, Notification, ReportingDescriptor, Result, Run } from 'sarif';
import { cutText, sarifLimit } from './limit.js';
import { sarifText } from './log.js';
import { cutNotifications, notificationIds } from './notifications.js';

/** A SARIF file and what messages call it. */
export interface NamedSarif {
  readonly name: string;
  readonly json: unknown;
}

export interface MergedSarif {
  readonly text: string;
  /** How many results there are of each level, those beyond the limit among them. */
  readonly counts: Readonly<Record<'error' | 'warning' | 'note', number>>;
  /** What was not checked. */
  readonly skipped: number;
  /** One line on what GitHub's limit leaves out, if anything. */
  readonly cut: string | undefined;
}

/**
 * Joins SARIF reports of podlint to the one that a single run would have made: one run, sorted, each result once.
 * @throws MergeError for what is no SARIF of podlint, and for reports of different podlints
 */
export function mergeSarif(reports: readonly NamedSarif[]): MergedSarif {
  const runs = reports.flatMap(({ name, json }) => runsOf(name, json));
  const [first] = runs;
  if (!first) throw new MergeError('there is no report to merge');
  refuseOthers(runs.map(({ name, run }) => ({ name, version: run.tool.driver.version ?? '' })));
  const results = inOrder(
    runs.map(({ run }) => run.results ?? []),
    keyOfResult,
  );
  const kept = withinLimit(results);
  const notifications = notificationsOf(runs.map(({ run }) => run));
  return {
    text: sarifText({
      tool: { name: 'podlint', version: first.run.tool.driver.version ?? '' },
      ...withRules(
        kept,
        runs.flatMap(({ run }) => run.tool.driver.rules ?? []),
      ),
      notifications: [...cutNotifications(results.length), ...notifications],
      kubernetesVersions: jointVersions(runs.map(({ run }) => (run.properties?.kubernetesVersions ?? []) as string[])),
    }),
    counts: { error: countOf(results, 'error'), warning: countOf(results, 'warning'), note: countOf(results, 'note') },
    skipped: notifications.filter(({ descriptor }) => descriptor?.id === notificationIds.notChecked).length,
    cut: cutText(results.length),
  };
}

function runsOf(name: string, json: unknown): { name: string; run: Run }[] {
  const { version, runs } = json as Partial<Log>;
  if (version !== '2.1.0' || !Array.isArray(runs)) throw new MergeError(`${name} is no SARIF 2.1.0`);
  return runs.map((run: Run) => {
    const tool = toolOf(run);
    if (tool !== 'podlint' || !Array.isArray(run.results))
      throw new MergeError(
        `${name} is no SARIF report of podlint${typeof tool === 'string' && tool !== 'podlint' ? `, but of ${tool}: upload it by itself` : ''}`,
      );
    return { name, run };
  });
}

/** Of a file that may hold anything. */
function toolOf(
  run: { readonly tool?: { readonly driver?: { readonly name?: unknown } | null } | null } | null,
): unknown {
  return run?.tool?.driver?.name;
}

type Located = Pick<Result, 'locations'>;

/** As the JSON report has it, which files are sorted by. */
function pathOf({ locations }: Located): string {
  const uri = locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '';
  try {
    return decodeURIComponent(uri.replace(/^file:\/\//, ''));
  } catch {
    return uri;
  }
}

type Key = readonly (string | number)[];

function keyOfResult(result: Result): Key {
  const {
    startLine = 0,
    startColumn = 0,
    endLine = 0,
    endColumn = 0,
  } = result.locations?.[0]?.physicalLocation?.region ?? {};
  return [pathOf(result), startLine, startColumn, endLine, endColumn, result.ruleId ?? ''];
}

/**
 * What several runs have, by its key, each once (as often as one of them has it); what has equal keys keeps its order.
 */
function inOrder<T extends object>(lists: readonly (readonly T[])[], keyOf: (one: T) => Key): T[] {
  const distinct = new Map<string, T>();
  for (const list of lists) {
    const counts = new Map<string, number>();
    for (const one of list) {
      const text = JSON.stringify({ ...one, ruleIndex: undefined });
      const count = (counts.get(text) ?? 0) + 1;
      counts.set(text, count);
      distinct.set(`${count} ${text}`, one);
    }
  }
  return [...distinct.values()]
    .map((one) => ({ one, key: keyOf(one) }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ one }) => one);
}

function compareKeys(a: Key, b: Key): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at === -1 ? 0 : a[at]! < b[at]! ? -1 : 1;
}

function withinLimit(results: readonly Result[]): readonly Result[] {
  if (results.length <= sarifLimit) return results;
  const levels = ['error', 'warning', 'note'];
  const kept = new Set(
    [...results]
      .sort((a, b) => levels.indexOf(a.level ?? 'warning') - levels.indexOf(b.level ?? 'warning'))
      .slice(0, sarifLimit),
  );
  return results.filter((result) => kept.has(result));
}

/** The rules of some results, sorted by id, and the results pointing at them. */
function withRules(
  results: readonly Result[],
  known: readonly ReportingDescriptor[],
): { rules: ReportingDescriptor[]; results: Result[] } {
  const byId = new Map<string, ReportingDescriptor>();
  for (const rule of known) byId.set(rule.id, withStringsOf(byId.get(rule.id), rule));
  const ids = [...new Set(results.map(({ ruleId = '' }) => ruleId))].sort();
  return {
    rules: ids.flatMap((id) => byId.get(id) ?? []),
    results: results.map(({ ruleId = '', ...rest }) => ({ ruleId, ...rest, ruleIndex: ids.indexOf(ruleId) })),
  };
}

/** A rule with the texts of its messages that another run has said. */
function withStringsOf(other: ReportingDescriptor | undefined, rule: ReportingDescriptor): ReportingDescriptor {
  if (!other?.messageStrings) return rule;
  const all = Object.entries({ ...other.messageStrings, ...rule.messageStrings });
  return { ...rule, messageStrings: Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/**
 * In the order of a single run: what is set aside, then what was not checked, file by file. What a part left out is
 * said again, since nobody has it any more.
 */
function notificationsOf(runs: readonly Run[]): Notification[] {
  const all = runs.map(({ invocations = [] }) =>
    invocations.flatMap(({ toolExecutionNotifications = [] }) => toolExecutionNotifications),
  );
  const order: readonly (string | undefined)[] = [
    notificationIds.leftOut,
    notificationIds.setAside,
    notificationIds.notChecked,
  ];
  return inOrder(all, (one) => [
    order.indexOf(one.descriptor?.id),
    pathOf(one),
    one.locations?.[0]?.physicalLocation?.region?.startLine ?? 0,
  ]);
}

function countOf(results: readonly Result[], level: Result['level']): number {
  return results.filter((result) => (result.level ?? 'warning') === level).length;
}
