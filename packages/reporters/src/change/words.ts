import { containerIn } from '@podlint/engine';
import type { ChangedObject, ChangePlace, PodsFate, Reader, ReportedDifference } from '@podlint/engine/change';
import { visible } from '../sanitize.js';

/** What happens to Pods, in a few words. */
export const fates: Readonly<Record<PodsFate, string>> = {
  rollout: 'replaces its Pods, a few at a time',
  recreate: 'stops all its Pods, then starts new ones',
  restart: 'its containers restart',
  'next run': 'Pods of the next run have it',
  later: 'running Pods stay, later ones have it',
  'by hand': 'each Pod is replaced when you delete it',
  paused: 'replaces its Pods when it is resumed',
  controller: 'what its controller does with running Pods, files do not tell',
};

/** `Deployment shop/web` */
export function subjectOf({
  kind = '',
  namespace,
  name = '',
}: Pick<ChangedObject, 'kind' | 'namespace' | 'name'>): string {
  return visible(`${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`);
}

/** `base/web.yaml:12` */
export function placeText(place: ChangePlace | undefined): string {
  if (!place) return '';
  return visible(place.file) + (place.line === undefined ? '' : `:${place.line}`);
}

const template = /^spec\.(?:jobTemplate\.spec\.)?template\./;

/** `container web, image` */
function fieldText({ path, container }: Pick<ReportedDifference, 'path' | 'container'>): string {
  if (container === undefined) return visible(path.replace(template, ''));
  const below = containerIn(path)?.below ?? path;
  return visible(`container ${container}${below === '' ? '' : `, ${below}`}`);
}

/** `container web, image: web:1 -> web:2` */
export function differenceText(difference: ReportedDifference): string {
  const { from, to } = difference;
  const field = fieldText(difference);
  if (from === undefined && to === undefined) return `${field} changes`;
  const [before, after] = [valueText(from), valueText(to)];
  if (from === undefined) return `${field}${after === undefined ? '' : `: ${after}`} is new`;
  if (to === undefined) return `${field}${before === undefined ? '' : `: ${before}`} is removed`;
  return before === undefined || after === undefined ? `${field} is another one` : `${field}: ${before} -> ${after}`;
}

const longestValue = 70;

/** Undefined for what has several lines or is long: a part of it says nothing of what changed. */
function valueText(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? null);
  if (text.includes('\n') || text.length > longestValue) return undefined;
  return text === '' ? '""' : visible(text);
}

const readings: Readonly<Record<Reader['as'], string>> = {
  environment: 'reads it into its environment, and has the old values until it restarts',
  files: 'mounts it, and sees the new content within a minute or two',
  'files that do not follow': 'mounts files of it by themselves (subPath), and keeps the old ones until it restarts',
};

export function readerText({ kind, name, as }: Reader): string {
  return visible(`${kind} ${name} ${readings[as]}`);
}

/** `1 object`, `2 objects` */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
