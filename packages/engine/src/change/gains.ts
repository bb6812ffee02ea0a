import { FieldPath } from '@podlint/field-path';
import { defineMessages } from '@podlint/messages';
import type { Minor } from '@podlint/model';
import { controlOf, highestLevel, parseLevel, Place, violationsAt, type Subject } from '@podlint/policy/standards';
import { at, containersOf, isFields, textAt, type Held } from './held.js';
import type { Note } from './note.js';
import { permissionsGained } from './rbac.js';

const says = defineMessages('change-gains', {
  'level-dropped': 'fits only the Pod Security level {level} now, and fitted {before}',
  control: 'loosens {control} of Pod Security ({level})',
  'new-privileged': 'new Pods that fit only the Pod Security level privileged, because of {control}',
  enforced: 'the namespace enforces the Pod Security level {level} now, and enforced {before}',
  exposed: 'is now reachable from outside the cluster: type {type}',
  account: 'runs as the ServiceAccount {to} now, and ran as {from}',
  token: 'has a token for the API server in its containers now',
});

const everyList = ['initContainers', 'containers', 'ephemeralContainers'];
const levels = ['privileged', 'baseline', 'restricted'];

/** What an object may do now and could not do before, and what it lets others do. */
export function gainsOf(old: Held | undefined, now: Held, minor: Minor): Note[] {
  return [
    ...podSecurityGained(old, now, minor),
    ...permissionsGained(old, now),
    ...(old ? identityGained(old, now) : []),
    ...exposureGained(old, now),
    ...(old ? enforcementLost(old, now) : []),
  ];
}

interface Violation {
  readonly control: string;
  readonly path: FieldPath;
  readonly level: 'baseline' | 'restricted';
  readonly container?: string | undefined;
}

function podSecurityGained(old: Held | undefined, now: Held, minor: Minor): Note[] {
  const subject = subjectOf(now);
  if (!subject) return [];
  const before = old && subjectOf(old);
  if (!old || !before) return old ? [] : newPrivileged(subject, minor);
  const [was, is] = [highestLevel(before, minor).level, highestLevel(subject, minor).level];
  const had = new Set(violationsOf(before, minor).map(keyOf));
  const known = new Set(containersOf(old, everyList).map(({ name }) => name));
  // What a new container lacks of the strictest level is no news in a Pod that never fitted it.
  const isNews = ({ level, container }: Violation): boolean =>
    level === 'baseline' || was === 'restricted' || container === undefined || known.has(container);
  const gained = firstOfEach(
    violationsOf(subject, minor).filter((violation) => !had.has(keyOf(violation)) && isNews(violation)),
  );
  const dropped: Note[] =
    levels.indexOf(is) < levels.indexOf(was) ? [{ message: says['level-dropped']({ level: is, before: was }) }] : [];
  return [
    ...dropped,
    ...gained.map(({ control, level, path, container }) => ({
      message: says.control({ control, level }),
      path,
      container,
    })),
  ];
}

function newPrivileged(subject: Subject, minor: Minor): Note[] {
  const [first] = violationsOf(subject, minor).filter(({ level }) => level === 'baseline');
  if (!first) return [];
  const { control, path, container } = first;
  return [{ message: says['new-privileged']({ control }), path, container }];
}

function subjectOf({ template }: Held): Subject | undefined {
  if (!template) return undefined;
  const place = new Place(template.value, template.path);
  return { metadata: place.at('metadata'), spec: place.at('spec') };
}

function violationsOf(subject: Subject, minor: Minor): Violation[] {
  return (['baseline', 'restricted'] as const).flatMap((level) =>
    violationsAt(subject, { level, version: 'latest' }, minor).map(({ check, path }) => ({
      ...{ control: controlOf(check), path, level },
      container: containerAt(subject, path),
    })),
  );
}

/** Containers may change their places. */
function keyOf({ control, path, container, level }: Violation): string {
  return JSON.stringify([control, level, container, ...path.segments.filter((segment) => typeof segment === 'string')]);
}

/** What a stricter level says of the same field is no news. */
function firstOfEach(violations: readonly Violation[]): Violation[] {
  const byField = new Map<string, Violation>();
  for (const violation of violations) {
    const key = `${violation.control} ${violation.path.toString()}`;
    if (!byField.has(key)) byField.set(key, violation);
  }
  return [...byField.values()];
}

function containerAt({ spec }: Subject, path: FieldPath): string | undefined {
  const [list, index] = path.segments.slice(spec.path.length);
  const container = typeof list === 'string' && typeof index === 'number' ? spec.at(list).items[index] : undefined;
  return container?.at('name').text || undefined;
}

function identityGained(old: Held, now: Held): Note[] {
  if (!old.template || !now.template) return [];
  const [before, after] = [at(old.template.value, 'spec'), at(now.template.value, 'spec')];
  const path = now.template.path.child('spec');
  const [from, to] = [before, after].map((spec) => textAt(spec, 'serviceAccountName') || 'default');
  const isNewAccount = from !== to && from !== undefined && to !== undefined && to !== 'default';
  const token = 'automountServiceAccountToken';
  return [
    ...(isNewAccount ? [{ message: says.account({ from, to }), path: path.child('serviceAccountName') }] : []),
    ...(at(before, token) === false && at(after, token) !== false
      ? [{ message: says.token(), path: path.child(token) }]
      : []),
  ];
}

const outside: ReadonlySet<string | undefined> = new Set(['LoadBalancer', 'NodePort']);

function exposureGained(old: Held | undefined, { group, kind, value }: Held): Note[] {
  if (group !== '' || kind !== 'Service') return [];
  const type = textAt(value, 'spec', 'type');
  if (type === undefined || !outside.has(type) || outside.has(textAt(old?.value, 'spec', 'type'))) return [];
  return [{ message: says.exposed({ type }), path: FieldPath.root.child('spec', 'type') }];
}

const enforceLabel = 'pod-security.kubernetes.io/enforce';

function enforcementLost(old: Held, now: Held): Note[] {
  if (now.group !== '' || now.kind !== 'Namespace') return [];
  const [before, level] = [old, now].map(({ value }) => {
    const labels = at(value, 'metadata', 'labels');
    return parseLevel(isFields(labels) ? (textAt(labels, enforceLabel) ?? '') : '') ?? 'privileged';
  });
  if (before === undefined || level === undefined || levels.indexOf(level) >= levels.indexOf(before)) return [];
  const path = FieldPath.root.child('metadata', 'labels').key(enforceLabel);
  return [{ message: says.enforced({ level, before }), path }];
}
