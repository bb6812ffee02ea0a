import { type ContainerTimeline, type ProbeKind } from '@podlint/kubelet';
import { own } from '@podlint/plain';
import { defaultPullPolicy, parseImageReference, parseQuantity } from '@podlint/model';
import { timelinesOf } from '@podlint/engine';
import { verdictOf } from '@podlint/reporters';
import { isImage } from '../../knowledge/images.js';
import type { OwnedField } from '@podlint/schema';
import type { Place } from '../../place/place.js';
import type { FileView } from '../../service/file-view.js';
import { code } from './markdown.js';

/** What a value comes to. */
export function valueParts(view: FileView, place: Place, field: OwnedField): string[] {
  const { document, node } = place;
  const text = document.scalarText(node);
  if (field.type === 'core.v1.Probe' || field.owner === 'core.v1.Probe') return probePart(view, place);
  if (text === undefined || text === '') return [];
  if (field.type === 'quantity' && field.shape === undefined) return quantityPart(text, String(place.path.segment));
  return isImage(field) ? imagePart(text) : [];
}

function imagePart(text: string): string[] {
  const image = parseImageReference(text);
  if (!image.valid) return [`${code(text)} is not an image reference: no kubelet could pull it`];
  const { repository, tag, digest } = image;
  const slash = repository.indexOf('/');
  const policy = defaultPullPolicy(text);
  const why =
    policy === 'Always' ? 'the tag is latest or missing' : 'the image names a tag other than latest, or a digest';
  const rows = [
    ['Registry', slash < 0 ? '' : repository.slice(0, slash)],
    ['Repository', repository.slice(slash + 1)],
    ['Tag', tag],
    ['Digest', digest],
  ].filter(([, value]) => value !== '');
  return [
    rows.map(([name, value]) => `- ${name}: ${code(value)}`).join('\n'),
    `The default imagePullPolicy is ${code(policy)}: ${why}`,
  ];
}

const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'];

/** Sizes in the nearest unit of 1024, other amounts as the number that they are. */
function quantityPart(text: string, resource: string): string[] {
  const quantity = parseQuantity(text);
  if (!quantity)
    return [
      `${code(text)} is not a quantity: write a number with a suffix such as ${code('m')}, ${code('Mi')} or ${code('G')}`,
    ];
  const amount = Number(quantity.milliValue()) / 1000;
  if (!/memory|storage|hugepages|sizeLimit/i.test(resource))
    return [`${code(text)} is ${number(amount)}${resource === 'cpu' ? (amount === 1 ? ' core' : ' cores') : ''}`];
  let unit = 0;
  let size = amount;
  for (; size >= 1024 && unit < units.length - 1; unit++) size /= 1024;
  return [`${code(text)} is ${number(amount)} bytes${unit > 0 ? `, which is ${number(size)} ${units[unit]}` : ''}`];
}

function number(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: value < 1 ? 9 : 2 });
}

/** What the probes of the container come to. */
function probePart(view: FileView, { object, path }: Place): string[] {
  const probe = path.segments.findLast((key): key is ProbeKind => typeof key === 'string' && key.endsWith('Probe'));
  const timeline = timelineAt(view, object, path);
  if (!timeline || !probe) return [];
  const settings = timeline.probes.find(({ kind }) => kind === probe);
  const { budget } = timeline.failingAtOnce;
  const rhythm = settings
    ? [
        `Asks every ${settings.period} s from ${settings.initialDelay} s on, with ${settings.timeout} s for an answer; ${settings.failureThreshold} ${settings.failureThreshold === 1 ? 'failure is enough' : 'failures in a row count'}`,
      ]
    : [];
  const decides = budget?.by === probe || probe !== 'readinessProbe';
  return [...rhythm, ...(decides ? [`Container ${code(timeline.name)}: ${verdictOf(timeline)}`] : [])];
}

/** The timeline of the container that a path leads into. */
function timelineAt(view: FileView, object: Place['object'], path: Place['path']): ContainerTimeline | undefined {
  const at = path.segments.findIndex((key) => key === 'containers' || key === 'initContainers');
  const value = path.segments
    .slice(0, at + 2)
    .reduce<unknown>(
      (inner, key) => own(inner as Record<string | number, unknown> | undefined, key),
      object.decoded?.value,
    );
  const name = (value as { name?: string } | undefined)?.name;
  if (at < 0 || !object.decoded) return undefined;
  return timelinesOf(object, object.decoded, {
    path: view.path,
    version: view.version,
    startupTime: view.settings.startupTime,
  })?.find((timeline) => timeline.name === name);
}
