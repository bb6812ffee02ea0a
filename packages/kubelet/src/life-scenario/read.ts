import { defineMessages, type Message } from '@podlint/messages';
import { pushAll } from '@podlint/plain';
import type { ContainerScenario, Scenario } from '../life/scenario.js';
import type { PodSpec } from '../restart-policy.js';
import { type Draft, containerClauses, podClauses } from './clauses.js';
import { problemOfContainer, problemOfJoined, problemOfPod } from './meant.js';
import { type StartupTimes, wellBehaved } from './well-behaved.js';
import { gateWithoutEffect, withoutEffect } from './without-effect.js';

const says = defineMessages('life-scenario', {
  deletions: 'The Pod can be deleted only once; "{clause}" is the second time.',
  horizon: '"{clause}" is outside of what podlint tells of a life: more than nothing, and 24h at most.',
  container: 'The Pod has no container "{name}"; it has {names}.',
});

export type ReadScenario =
  /** `remarks`: what was said and changes nothing. */
  | { readonly scenario: Scenario; readonly remarks: readonly Message[]; readonly problem?: undefined }
  | { readonly scenario?: undefined; readonly remarks?: undefined; readonly problem: Message };

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
    const problem = addPart(draft, part, spec);
    if (problem) return { problem };
  }
  const gates = [...openGates(spec, draft.gates), ...draft.gates];
  return { scenario: finish({ ...draft, gates }, horizons), remarks: draft.remarks };
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
    remarks: [],
    gates: [],
  };
}

function addPart(draft: Draft, part: string, spec: PodSpec): Message | undefined {
  const [, name, behaviours] = /^([^\s:]+) ?: ?(.+)$/.exec(part) ?? [];
  if (name === undefined || behaviours === undefined) return addPodClause(draft, part, spec);
  const known = draft.containers.get(name);
  if (!known) return says.container({ name, names: [...draft.containers.keys()].join(', ') });
  const clauses = behaviours.split(/ ?, ?/);
  const container = [...(spec.initContainers ?? []), ...(spec.containers ?? [])].find((one) => one.name === name) ?? {};
  pushAll(
    draft.remarks,
    clauses.flatMap((clause) => withoutEffect(clause, container, spec) ?? []),
  );
  return addBehaviours(draft, name, known, clauses);
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
    if (!found) return isOfAnother(clause) ? problemOfJoined(clause) : problemOfContainer(clause, name);
    scenario = found.apply(scenario, found.pattern.exec(clause)?.groups ?? {});
  }
  draft.containers.set(name, scenario);
  return undefined;
}

function addPodClause(draft: Draft, clause: string, spec: PodSpec): Message | undefined {
  const found = podClauses.find(({ pattern }) => pattern.test(clause));
  if (!found) return problemOfPod(clause, [...draft.containers.keys()]);
  const remark = gateWithoutEffect(clause, spec);
  if (remark) draft.remarks.push(remark);
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
function isOfAnother(clause: string): boolean {
  const [, name = ''] = /^([^\s:]+) ?:/.exec(clause) ?? [];
  return name !== '' || podClauses.some(({ pattern }) => pattern.test(clause));
}

/** A gate is open from the start, unless the first that is said of it is that it opens. */
function openGates({ readinessGates = [] }: PodSpec, said: Draft['gates']): Draft['gates'] {
  return readinessGates.flatMap(({ conditionType: type = '' }) => {
    const [first] = said.filter((gate) => gate.type === type).sort((a, b) => a.at - b.at);
    return first?.status === 'True' ? [] : [{ at: 0, type, status: 'True' }];
  });
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
