import {
  itemAt,
  remove,
  set,
  type Change,
  type ContainerView,
  type FixProposal,
  type PodView,
} from '@podlint/engine/rule';
import type { CommandPlace } from '../../kit/command-places.js';
import { withoutEdits } from './cut.js';
import type { HostsEdit } from './edits.js';
import type { HostEntry } from './entries.js';

/** A command in which /etc/hosts is edited. */
export interface EditedPlace {
  readonly container: ContainerView;
  readonly place: CommandPlace;
  /** The script with the edits, and which of the words it is. */
  readonly script?: { readonly text: string; readonly word: number } | undefined;
  readonly edits: readonly HostsEdit[];
}

/**
 * What takes the edits out of a command; undefined if not all that they do can be told, or nothing of the command would
 * be left.
 */
export function removalOf({ container, place, script, edits }: EditedPlace): Change | undefined {
  const rest = script && edits.every(({ entries }) => entries) ? withoutEdits(script.text) : undefined;
  if (rest === undefined || !script) return undefined;
  if (rest !== '') return set(place.at(script.word), rest);
  if (place.what !== 'postStart hook') return undefined;
  const { lifecycle } = container.at;
  return remove(container.value.lifecycle?.preStop ? lifecycle.postStart : lifecycle);
}

/** One fix for the pod, whose places share its hostAliases. */
export function moveToHostAliases(pod: PodView, places: readonly EditedPlace[]): FixProposal {
  const entries = merged(places.flatMap(({ edits }) => edits.flatMap((edit) => edit.entries ?? [])));
  const present = pod.spec.hostAliases ?? [];
  const missing = entries.filter(
    ({ ip, hostnames }) =>
      !present.some((alias) => alias.ip === ip && hostnames.every((name) => alias.hostnames?.includes(name))),
  );
  const additions =
    present.length === 0
      ? [set(pod.at.hostAliases, missing)]
      : missing.map((entry, index) => set(itemAt(pod.at.hostAliases, present.length + index), entry));
  return {
    title: 'Move the entries from the commands to hostAliases',
    safety: 'unsafe',
    changes: [...additions, ...places.flatMap((place) => removalOf(place) ?? [])],
  };
}

/** One entry for each address, in the order of their first lines. */
function merged(entries: readonly HostEntry[]): HostEntry[] {
  const byAddress = new Map<string, Set<string>>();
  for (const { ip, hostnames } of entries) byAddress.set(ip, new Set([...(byAddress.get(ip) ?? []), ...hostnames]));
  return [...byAddress].map(([ip, hostnames]) => ({ ip, hostnames: [...hostnames] }));
}
