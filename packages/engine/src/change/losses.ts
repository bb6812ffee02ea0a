import { defineMessages } from '@podlint/messages';
import { FieldPath } from '@podlint/field-path';
import { at, containersOf, isFields, numberAt, type Held, type HeldContainer } from './held.js';
import type { Note } from './note.js';

const says = defineMessages('change-losses', {
  limit: 'no longer has a limit for {resource}',
  request: 'no longer has a request for {resource}',
  probe: 'no longer has a {probe}',
  replicas: 'has {to} instead of {from} replicas',
  minimum: 'may be scaled down to {to} instead of {from} replicas',
});

const specPath = FieldPath.root.child('spec');

/** Limits, requests, probes and replicas that were there and are there no more. */
export function lossesOf(old: Held, now: Held): Note[] {
  const before = new Map(containersOf(old).map((container) => [keyOf(container), container]));
  const ofContainers = containersOf(now).flatMap((container) => {
    const other = before.get(keyOf(container));
    return other ? lossesOfContainer(other, container) : [];
  });
  return [...ofContainers, ...fewerReplicas(old, now)];
}

function keyOf({ list, name }: HeldContainer): string {
  return `${list} ${name}`;
}

const probes = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const;

function lossesOfContainer(old: HeldContainer, { name: container, value, path }: HeldContainer): Note[] {
  const resources = path.child('resources');
  return [
    ...missingKeys(at(old.value, 'resources', 'limits'), at(value, 'resources', 'limits')).map((resource) => ({
      message: says.limit({ resource }),
      ...{ container, path: resources.child('limits') },
    })),
    ...missingKeys(at(old.value, 'resources', 'requests'), at(value, 'resources', 'requests')).map((resource) => ({
      message: says.request({ resource }),
      ...{ container, path: resources.child('requests') },
    })),
    ...probes
      .filter((probe) => isFields(at(old.value, probe)) && !isFields(at(value, probe)))
      .map((probe) => ({ message: says.probe({ probe }), container, path: path.child(probe) })),
  ];
}

function missingKeys(old: unknown, now: unknown): string[] {
  if (!isFields(old)) return [];
  return Object.keys(old).filter((key) => at(now, key) === undefined);
}

function fewerReplicas(old: Held, now: Held): Note[] {
  return [
    ...fewer(old, now, 'replicas').map(({ from, to, path }) => ({ message: says.replicas({ from, to }), path })),
    ...fewer(old, now, 'minReplicas').map(({ from, to, path }) => ({ message: says.minimum({ from, to }), path })),
  ];
}

function fewer(old: Held, now: Held, field: string): { from: number; to: number; path: FieldPath }[] {
  const [from, to] = [numberAt(old.value, 'spec', field), numberAt(now.value, 'spec', field)];
  return from !== undefined && to !== undefined && to < from ? [{ from, to, path: specPath.child(field) }] : [];
}
