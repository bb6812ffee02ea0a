/**
 * How far the library's other answers agree with the recorded ones: updates, stored objects, presets, static Pods,
 * timelines, YAML, images.
 */
import { parseImageReference } from '@podlint/model';
import { createLinter, readYaml, simulateProbes, type Explanation } from 'podlint';
import { casesOf, createCases, readCases, type Answer, type CaseSet } from './cases.js';

export interface Outcome {
  readonly total: number;
  /** Ids of the cases that differ. */
  readonly misses: readonly string[];
}

type Json = Record<string, unknown>;

const linter = createLinter({ kubernetesVersions: ['1.36'], preset: 'none' });
const explained = (text: string): Explanation => linter.explain([{ path: 'a.yaml', text }])[0]!;

function outcome<Case>(cases: readonly Case[], idOf: (line: Case) => string, agrees: (line: Case) => boolean): Outcome {
  return { total: cases.length, misses: cases.filter((line) => !agrees(line)).map(idOf) };
}

function manifestsById(set: CaseSet = 'pods'): ReadonlyMap<string, string> {
  return new Map(createCases('1.36', set).map(({ id, manifest }) => [id, manifest]));
}

/** Without nulls, and with keys in one order. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== null);
  return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, field]) => [key, canonical(field)]));
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));
}

function setOf(values: readonly unknown[]): string {
  return [...new Set(values.map((value) => JSON.stringify(canonical(value))))].sort().join('\n');
}

interface UpdateCase {
  readonly id: string;
  readonly old: string;
  readonly new: string;
  readonly expect: Answer;
}

export function updateOutcome(set: CaseSet = 'pods'): Outcome {
  return outcome(
    casesOf<UpdateCase>(set, 'update'),
    ({ id }) => id,
    (line) => {
      const { verdict, diagnostics } = linter.update(line.old, line.new);
      const errors = diagnostics
        .flatMap((found) => [found, ...(found.follows ?? [])])
        .flatMap(({ api }) => (api ? [[api.type, api.field]] : []));
      return verdict === line.expect.verdict && setOf(errors) === setOf(line.expect.errors ?? []);
    },
  );
}

/** What the server makes up anew for each object says nothing about the manifest. */
function comparable({ status: _status, metadata = {}, ...rest }: Json & { metadata?: Json }): Json {
  const { uid: _uid, creationTimestamp: _created, namespace: _namespace, generation: _generation, ...kept } = metadata;
  return { ...rest, metadata: kept };
}

export function storedOutcome(set: CaseSet = 'pods'): Outcome {
  const manifests = manifestsById(set);
  return outcome(
    casesOf<{ id: string; qos: string | null; effective: Json }>(set, 'effective'),
    ({ id }) => id,
    (line) => {
      const { effective, qos } = explained(manifests.get(line.id)!);
      return same(comparable(effective as Json), comparable(line.effective)) && (line.qos === null || line.qos === qos);
    },
  );
}

interface PresetAnswer {
  readonly matched: readonly string[] | null;
  readonly applied: boolean;
  readonly conflicts: readonly object[] | null;
  readonly effective: Json | null;
}

export function presetOutcome(): Outcome {
  return outcome(
    readCases<{ id: string; manifest: string; expect: PresetAnswer }>('podpreset'),
    ({ id }) => id,
    ({ manifest, expect }) => {
      const { matched, applied, conflicts } = explained(manifest).podPresets!;
      return (
        setOf(matched) === setOf(expect.matched ?? []) &&
        applied === expect.applied &&
        setOf(conflicts) === setOf(expect.conflicts ?? [])
      );
    },
  );
}

export function staticPodOutcome(): Outcome {
  const manifests = manifestsById();
  // The recorded answer adds, for a volume, through which field it refers.
  const kindOf = (refers: string): string => refers.replace(/ \(via.*/, '');
  return outcome(
    readCases<{ id: string; refers: string }>('static'),
    ({ id }) => id,
    ({ id, refers }) => (explained(manifests.get(id)!).staticPod!.refers[0] ?? '') === kindOf(refers),
  );
}

type Timeline = ReturnType<typeof simulateProbes>;
type TimelineCase = Parameters<typeof simulateProbes>[0] &
  Parameters<typeof simulateProbes>[1] & { readonly id: string; readonly expect: Partial<Timeline> };

export function timelineOutcome(): Outcome {
  return outcome(
    readCases<TimelineCase>('timeline'),
    ({ id }) => id,
    (line) => isSameTimeline(simulated(line), line.expect),
  );
}

/**
 * The cases that differ, but for those whose recorded answer is what the kubelet does when things of one instant come
 * in another order.
 */
export function unexplainedTimelines(): readonly string[] {
  const differing = readCases<TimelineCase>('timeline').filter((line) => !isSameTimeline(simulated(line), line.expect));
  return differing
    .filter((line) => !inOtherOrder(line).some((timeline) => isSameTimeline(timeline, line.expect)))
    .map(({ id }) => id);
}

function simulated(line: TimelineCase): Timeline {
  return simulateProbes(line, line);
}

function isSameTimeline(a: Timeline, b: Partial<Timeline>): boolean {
  return (
    isNear(a.startedAt, b.startedAt) &&
    isNear(a.readyAt, b.readyAt) &&
    isNear(a.killedAt, b.killedAt) &&
    (a.killedBy ?? '') === (b.killedBy ?? '')
  );
}

function isNear(a: number | null, b: number | null = null): boolean {
  return a === null || b === null ? a === b : Math.abs(a - b) <= 0.1;
}

/**
 * Timelines with the other order of what happens in one instant. The recordings were made with Go's fake time, which
 * shuffles the timers of one instant (timerWhen.less and timer.maybeAdd, runtime/time.go of Go 1.26), and worker.run
 * selects between a tick and a trigger, which Go does at random where both are there (pkg/kubelet/prober/worker.go).
 */
function inOtherOrder(line: TimelineCase): Timeline[] {
  const { lead = 0, livenessProbe, readinessProbe, startupProbe } = line;
  const isTickOf = (probe: { readonly periodSeconds?: number } | undefined, at: number): boolean =>
    probe !== undefined && (Math.round((at + lead) * 10) / 10) % (probe.periodSeconds ?? 10) === 0;
  const timeline = simulated(line);
  const { startedAt, readyAt } = timeline;
  const others: Timeline[] = [];
  // A tick that comes before the container which starts with it finds none: as if the tick were a millisecond earlier.
  if ([livenessProbe, readinessProbe, startupProbe].some((probe) => isTickOf(probe, 0)))
    others.push(simulated({ ...line, lead: lead + 0.001 }));
  // A readiness tick behind the success of the startup probe is a probe of its own, next to the one that the success
  // triggers: the threshold is reached one period earlier.
  const { successThreshold = 1, periodSeconds = 10 } = readinessProbe ?? {};
  if (
    startedAt !== null &&
    readyAt !== null &&
    startupProbe &&
    successThreshold > 1 &&
    isTickOf(readinessProbe, startedAt)
  )
    others.push({ ...timeline, readyAt: readyAt - periodSeconds });
  return others;
}

export function imageOutcome(): Outcome {
  return outcome(
    readCases<{ image: string; valid: boolean; repository?: string; tag?: string; digest?: string }>('images'),
    ({ image }) => image,
    ({ image, valid, repository, tag, digest }) => {
      const got = parseImageReference(image);
      return (
        got.valid === valid &&
        (!got.valid || (got.repository === repository && got.tag === tag && got.digest === (digest ?? '')))
      );
    },
  );
}

/**
 * Documents nested so deep that comparing them would overflow the stack, and one answer is an error, the other a value.
 */
export function yamlOutcome(): Outcome {
  return outcome(
    readCases<{ id: string; yaml: string; docs: readonly { json?: unknown; error?: unknown }[] }>('yaml'),
    ({ id }) => id,
    ({ yaml, docs }) => {
      const read = readYaml(yaml);
      return (
        read.length === docs.length &&
        read.every((result, index) =>
          'error' in result
            ? docs[index]!.error !== undefined
            : docs[index]!.error === undefined && sameUnlessDeep(result.json, docs[index]!.json),
        )
      );
    },
  );
}

function sameUnlessDeep(a: unknown, b: unknown): boolean {
  try {
    return same(a, b);
  } catch (error) {
    if (error instanceof RangeError) return true;
    throw error;
  }
}
