import { defineMessages, type Message } from '@podlint/messages';
import type { ContainerScenario, Scenario } from '../life/scenario.js';
import type { PodSpec } from '../restart-policy.js';
import { type Draft, containerClauses, podClauses } from './clauses.js';
import { type StartupTimes, wellBehaved } from './well-behaved.js';

const says = defineMessages('life-scenario', {
  clause:
    '"{clause}" is not a part of a scenario; write for example "app: exits 1 after 30s", "app: ready after 20s", "app: never ready", "app: ignores SIGTERM" or "deleted at 300s".',
  comma:
    '"{clause}" is not said of the same container: write a semicolon before it; commas join what is said of one container.',
  deletions: 'The Pod can be deleted only once; "{clause}" is the second time.',
  horizon: '"{clause}" is further than podlint tells a life: write at most 24h, and more than 0.',
  container: 'The Pod has no container "{name}"; it has {names}.',
});

export type ReadScenario =
  | { readonly scenario: Scenario; readonly problem?: undefined }
  | { readonly scenario?: undefined; readonly problem: Message };

/** How long a life is told if the scenario does not say, and how much of it after the deletion; seconds. */
export interface Horizons {
  readonly usual: number;
  readonly afterDeletion: number;
}

const ofPods: Horizons = { usual: 900, afterDeletion: 120 };
/** A Job goes on after one of its Pods was deleted. */
export const horizonsOfJobs: Horizons = { usual: 3600, afterDeletion: 3600 };

/**
 * Reads `app: exits 1 after 30s, ignores SIGTERM; db: ready after 20s; deleted at 300s`: parts end at a semicolon or a
 * line's end. Containers of which nothing is said behave well.
 */
export function readScenario(
  text: string,
  spec: PodSpec,
  startupTimes: StartupTimes = {},
  horizons: Horizons = ofPods,
): ReadScenario {
  const draft = begin(spec, startupTimes);
  for (const part of partsOf(text)) {
    const problem = addPart(draft, part);
    if (problem) return { problem };
  }
  return { scenario: finish(draft, horizons) };
}

function partsOf(text: string): string[] {
  return text
    .split(/[;\n]/)
    .map((part) => withoutRemark(part).trim().replace(/\s+/g, ' '))
    .filter((part) => part !== '');
}

function withoutRemark(text: string): string {
  const mark = text.indexOf('#');
  return mark < 0 ? text : text.slice(0, mark);
}

function begin(spec: PodSpec, startupTimes: StartupTimes): Draft {
  const containers = [...(spec.initContainers ?? []), ...(spec.containers ?? [])];
  return {
    containers: new Map(
      containers.map((container) => [container.name ?? '', wellBehaved(container, spec, startupTimes)]),
    ),
    gates: (spec.readinessGates ?? []).map(({ conditionType: type = '' }) => ({ at: 0, type, status: 'True' })),
  };
}

function addPart(draft: Draft, part: string): Message | undefined {
  const [, name, behaviours] = /^([^\s:]+) ?: ?(.+)$/.exec(part) ?? [];
  if (name === undefined || behaviours === undefined) return addPodClause(draft, part);
  const known = draft.containers.get(name);
  if (!known) return says.container({ name, names: [...draft.containers.keys()].join(', ') });
  return addBehaviours(draft, name, known, behaviours.split(/ ?, ?/));
}

function addBehaviours(
  draft: Draft,
  name: string,
  known: ContainerScenario,
  clauses: readonly string[],
): Message | undefined {
  let scenario = known;
  for (const clause of clauses) {
    const found = containerClauses.find(({ pattern }) => pattern.test(clause));
    if (!found) return isOfAnother(draft, clause) ? says.comma({ clause }) : says.clause({ clause });
    scenario = found.apply(scenario, found.pattern.exec(clause)?.groups ?? {});
  }
  draft.containers.set(name, scenario);
  return undefined;
}

function addPodClause(draft: Draft, clause: string): Message | undefined {
  const found = podClauses.find(({ pattern }) => pattern.test(clause));
  if (!found) return says.clause({ clause });
  const deletedBefore = draft.deleteAt !== undefined;
  found.apply(draft, found.pattern.exec(clause)?.groups ?? {});
  if (deletedBefore && found.deletes) return says.deletions({ clause });
  return isTooFar(draft) ? says.horizon({ clause }) : undefined;
}

/** A day; seconds. */
const furthest = 86_400;

function isTooFar({ deleteAt = 0, deleteGrace = 0, horizon = 1 }: Draft): boolean {
  return horizon <= 0 || Math.max(horizon, deleteAt + deleteGrace) > furthest;
}

/** `db: runs`, or `deleted at 5s`, behind a comma. */
function isOfAnother({ containers }: Draft, clause: string): boolean {
  const [, name = ''] = /^([^\s:]+) ?:/.exec(clause) ?? [];
  return containers.has(name) || podClauses.some(({ pattern }) => pattern.test(clause));
}

function finish(
  { containers, deleteAt, deleteGrace, evicts, isStatic, horizon, gates }: Draft,
  horizons: Horizons,
): Scenario {
  const usual = deleteAt === undefined ? horizons.usual : deleteAt + (deleteGrace ?? 0) + horizons.afterDeletion;
  return {
    containers: Object.fromEntries(containers),
    ...(deleteAt !== undefined && { deleteAt }),
    ...(deleteGrace !== undefined && { deleteGrace }),
    ...(evicts && { evicts }),
    ...(isStatic && { isStatic }),
    gates,
    horizon: horizon ?? usual,
  };
}
