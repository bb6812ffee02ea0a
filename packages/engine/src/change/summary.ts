import type { ChangedObject, ChangeSummary, PodsFate } from './report.js';

const replacing: ReadonlySet<PodsFate> = new Set(['rollout', 'recreate', 'restart']);

export function summaryOf(
  objects: readonly ChangedObject[],
  others: Pick<ChangeSummary, 'brokenBuilds' | 'notCompared'>,
): ChangeSummary {
  const count = (is: (object: ChangedObject) => boolean): number => objects.filter(is).length;
  return {
    new: count(({ status }) => status === 'new'),
    gone: count(({ status }) => status === 'gone'),
    changed: count(({ status }) => status === 'changed'),
    same: count(({ status }) => status === 'same'),
    refused: count(({ answer }) => answer === 'refused'),
    notChecked: count(({ answer }) => answer === 'not checked'),
    rollouts: count(({ pods }) => pods !== undefined && replacing.has(pods.fate)),
    scaled: count(({ scale }) => scale !== undefined),
    deletesData: count(({ deletes }) => deletes !== undefined),
    gains: count(({ gains }) => gains !== undefined),
    losses: count(({ losses }) => losses !== undefined),
    ...others,
  };
}
