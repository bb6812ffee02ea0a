import type { Decoded, batch } from '@podlint/model';

type Job = Decoded<batch.Job>;
type Labels = Record<string, string | undefined>;

/** The uid that a Job's Pods are known by is different each time. */
const anyUid = '<uid>';

/** Of the labels and the selector that the server makes up for a Job (generateSelector). */
export function hideUid(stored: Job, { metadata: { uid } = {} }: Job): void {
  const { metadata, spec } = stored;
  for (const labels of [metadata?.labels, spec?.template?.metadata?.labels, spec?.selector?.matchLabels])
    hideIn(labels, uid);
}

function hideIn(labels: Labels | undefined, uid: string | undefined): void {
  for (const key in labels) if (uid && labels[key] === uid) labels[key] = anyUid;
}
