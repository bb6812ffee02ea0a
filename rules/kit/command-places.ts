import { itemAt, remove, set, type Change, type ContainerView, type Field, type ListField } from '@podlint/engine/rule';
import { wordsOfContainer } from '@podlint/kubelet';

/** A command of a container: what it runs, or what an exec handler of it runs. */
export interface CommandPlace {
  readonly what: 'command' | 'postStart hook' | 'preStop hook' | 'livenessProbe' | 'readinessProbe' | 'startupProbe';
  readonly words: readonly string[];
  /** The list of the words. */
  readonly field: Field;
  /** How many of the words are in that list; the others are in args. */
  readonly own: number;
  /** One of the words. */
  readonly at: (word: number) => Field;
}

/**
 * Every command of a container that the manifest gives. Fields are made when they are asked for: most commands have
 * nothing to be said of.
 */
export function commandPlaces({ value, at }: ContainerView): CommandPlace[] {
  const { command, livenessProbe, readinessProbe, startupProbe, lifecycle } = value;
  const own = command?.length ?? 0;
  return [
    ...place(
      'command',
      wordsOfContainer(value),
      () => (own > 0 ? at.command : at.args),
      (word) => (word < own ? itemAt(at.command, word) : itemAt(at.args, word - own)),
      own > 0 ? own : value.args?.length,
    ),
    ...place('postStart hook', lifecycle?.postStart?.exec?.command, () => at.lifecycle.postStart.exec.command),
    ...place('preStop hook', lifecycle?.preStop?.exec?.command, () => at.lifecycle.preStop.exec.command),
    ...place('startupProbe', startupProbe?.exec?.command, () => at.startupProbe.exec.command),
    ...place('livenessProbe', livenessProbe?.exec?.command, () => at.livenessProbe.exec.command),
    ...place('readinessProbe', readinessProbe?.exec?.command, () => at.readinessProbe.exec.command),
  ];
}

function place(
  what: CommandPlace['what'],
  words: readonly string[] | undefined,
  field: () => ListField<string>,
  wordAt = (word: number): Field => itemAt(field(), word),
  own = words?.length ?? 0,
): CommandPlace[] {
  if (!words || words.length === 0) return [];
  return [
    {
      what,
      words,
      own,
      get field() {
        return field();
      },
      at: wordAt,
    },
  ];
}

/** The changes that make a command of these words, all in one list. */
export function rewritten(
  { field, own, words }: CommandPlace,
  { at }: ContainerView,
  made: readonly string[],
): Change[] {
  return own < words.length ? [set(field, made), remove(at.args)] : [set(field, made)];
}
