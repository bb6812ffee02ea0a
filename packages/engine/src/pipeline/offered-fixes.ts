import type { KubernetesVersion } from '@podlint/model';
import { documentAfter } from '../documents/document-after.js';
import type { Fix } from '../findings/diagnostic.js';
import type { Finding } from '../findings/finding.js';
import type { FieldNodes } from '../rule/field-nodes.js';
import { fixesOf } from '../rule/fixes.js';
import type { FixProposal } from '../rule/rule.js';
import { inspectDocument } from '../verdict/inspect.js';
import type { FoundObject, VersionJudgement } from '../verdict/inspected.js';

/** An object that something is found in. */
export interface FixedPlace {
  /** Of its file. */
  readonly path: string;
  readonly inspected: FoundObject;
  /** What the server says of it in each version that was asked for, with all that follows from something else. */
  readonly judgements: readonly VersionJudgement[];
  /** How many findings of the object that have fixes come before it. */
  readonly rank: number;
}

/** Characters that are judged anew for the fixes of one object: each proof goes through its whole document. */
const mostProved = 1_000_000;

/**
 * What proposals come to, without the unsafe fixes that would bring an error of the server's. What is safe in one version
 * may be an error in another one that was asked for.
 */
export function offeredFixes(proposals: readonly FixProposal[], nodes: FieldNodes, place: FixedPlace): Fix[] {
  return proposals.flatMap((proposal) =>
    fixesOf(nodes, proposal).filter(
      (fix) => isTakenAnyway(proposal, place) || (isProvable(place) && addsNoError(fix, place)),
    ),
  );
}

/** Who proposes a fix knows the place that it changes, and not who shares what is written there. */
function isTakenAnyway({ isTaken, safety }: FixProposal, place: FixedPlace): boolean {
  const { hasAliases } = place.inspected.document;
  return !hasAliases && (isTaken ?? (safety === 'safe' && place.judgements.length === 1));
}

function isProvable({ inspected, rank }: FixedPlace): boolean {
  const { start, end } = inspected.document.range;
  return rank * (end - start) <= mostProved;
}

/** Whether the server, in each version that was asked for, minds nothing after a fix that it did not mind before. */
function addsNoError({ edits }: Fix, { path, inspected, judgements }: FixedPlace): boolean {
  if (judgements.every(({ verdict }) => verdict === undefined)) return true;
  const document = documentAfter(inspected.document, edits);
  const versions = judgements.map(({ version }) => version);
  const after = judgementsOf({ ...inspected, document }, path, versions);
  return judgements.every((before) => {
    const now = after.find(({ version }) => version === before.version);
    return now !== undefined && !hasNewError(before, now);
  });
}

/** What the server says of an object, all that follows from something else among it; nothing of one that is not there. */
export function judgementsOf(
  { document, index, object }: FoundObject,
  path: string,
  versions: readonly KubernetesVersion[],
): readonly VersionJudgement[] {
  const all = inspectDocument({ document, index, path, versions });
  return all.find((one) => one.object?.item === object?.item)?.judgements ?? [];
}

function hasNewError(before: VersionJudgement, after: VersionJudgement): boolean {
  const known = errorsOf(before);
  // An error that an item less has moved is known all the same, but not a second one of the kind.
  return [...countedErrors(after)].some(([key, count]) => count > (known.get(key) ?? 0));
}

/** Of what is judged once and mended in many ways. */
const knownErrors = new WeakMap<VersionJudgement, ReadonlyMap<string, number>>();

function errorsOf(judgement: VersionJudgement): ReadonlyMap<string, number> {
  const errors = knownErrors.get(judgement) ?? countedErrors(judgement);
  knownErrors.set(judgement, errors);
  return errors;
}

/** How often each error of the server's is there. */
function countedErrors({ findings }: VersionJudgement): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const found of findings) {
    if (!isServerError(found)) continue;
    const key = keyOf(found);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function isServerError({ stage, severity }: Finding): boolean {
  return severity === 'error' && stage !== 'lint';
}

/** Without indexes, which change with the list, and the same for a Pod and for the template that it becomes. */
function keyOf({ code, path, api }: Finding): string {
  const names = path.segments.map((segment) => (typeof segment === 'number' ? '' : segment));
  const [first, second] = names;
  const toTemplate = first === 'template' ? 1 : first === 'spec' && second === 'template' ? 2 : 0;
  return JSON.stringify([code, api?.type, ...names.slice(toTemplate)]);
}
