import { withArticle } from './article.js';
import { versions, type KubernetesVersion, type Minor } from '@podlint/model';
import { largest, smallest } from '@podlint/plain';
import { allowedValues } from '@podlint/schema/allowed-values';
import { gateOf } from '../../knowledge/gates.js';
import { isDeprecated } from '../../knowledge/habits.js';
import { isRequired, type OwnedField } from '@podlint/schema';
import { typeWords } from '../../knowledge/type-words.js';
import { FieldPath } from '@podlint/field-path';
import { defaultsOf, defaultsWithout } from '../../place/effective.js';
import { fieldIn, type Place } from '../../place/place.js';
import type { FileView } from '../../service/file-view.js';
import { code, listed } from './markdown.js';

/** The name, the type and the place. */
export function headPart({ path, object }: Place, field: OwnedField): string {
  const name = path.trail.findLast(({ kind }) => kind !== 'index')?.segment ?? '';
  const notes = [
    typeWords(field),
    ...(isRequired(field, path.length === 1) ? ['required'] : []),
    ...(isDeprecated(field) ? ['deprecated'] : []),
  ];
  const { kind } = object.description;
  return `**${escaped(String(name))}** · ${notes.join(' · ')}\n\n${code(path.toString())}${kind === undefined ? '' : ` of ${withArticle(escaped(kind))}`}`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>()#+!|~]/g, '\\$&');
}

export function valuesPart({ owner, name, type, shape }: OwnedField, { minor }: KubernetesVersion): string[] {
  const words = allowedValues(owner, name, minor);
  if (words) return [`Allowed: ${listed(words)}`];
  return type === 'boolean' && shape === undefined ? [`Allowed: ${listed(['true', 'false'])}`] : [];
}

const mostDefaults = 8;

/** What the server fills in: for the field itself if nobody wrote it, or inside of what it holds. */
export function defaultParts(view: FileView, { object, path, document, node }: Place, field: OwnedField): string[] {
  if (document.kind(node) === 'scalar' && !field.type.includes('.')) {
    const defaults = defaultsWithout(view, object, path);
    const found = defaults.get(path.toString());
    return found ? [`Default here: ${shown(found.value)} (${found.why})`] : [];
  }
  const inside = [...defaultsOf(view, object).values()].filter(
    ({ field: at }) => at.length > path.length && at.startsWith(path),
  );
  if (inside.length === 0) return [];
  const lines = inside
    .slice(0, mostDefaults)
    .map(
      ({ field: inner, value, why }) =>
        `- ${code(inner.rebase(path, FieldPath.root).toString())}: ${shown(value)} (${why})`,
    );
  const more = inside.length > mostDefaults ? [`- and ${inside.length - mostDefaults} more`] : [];
  return [['Not written, and filled in by the server:', '', ...lines, ...more].join('\n')];
}

function shown(value: unknown): string {
  return code(typeof value === 'string' ? value || '""' : JSON.stringify(value));
}

export function gatePart({ owner, name }: OwnedField, { minor, name: version }: KubernetesVersion): string[] {
  const found = gateOf(owner, name, minor);
  if (!found) return [];
  const { gate, stage } = found;
  if (stage.stage === 'ga' || stage.stage === 'removed')
    return [`Feature gate ${code(gate)}: generally available in ${version}`];
  return [
    `Feature gate ${code(gate)}: ${stage.stage} in ${version}, ${stage.default ? 'on by default' : 'off by default, and the server drops the field while it is off'}`,
  ];
}

/** The versions that know the field: those that know everything on the way to it. */
export function versionPart({ object, path }: Place): string {
  const way = path.trail.slice(1).map((part) => fieldIn(object, part));
  const since = highest(way.map((field) => field?.since));
  const until = way.map((field) => field?.until).filter((minor) => minor !== undefined);
  if (until.length > 0) return `Kubernetes ${since === undefined ? 'up' : `1.${since}`} to 1.${smallest(until)}`;
  return since === undefined ? `Kubernetes ${versions[0]!.name} or older, and later` : `Since Kubernetes 1.${since}`;
}

function highest(minors: readonly (Minor | undefined)[]): Minor | undefined {
  const known = minors.filter((minor) => minor !== undefined);
  return known.length === 0 ? undefined : largest(known);
}
