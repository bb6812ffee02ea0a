import type { ObjectFacts } from '../pipeline/examined.js';
import type { RunFile } from '../pipeline/run.js';
import type { PlacedUnit } from './placed-unit.js';
import { SessionFile } from './session-file.js';

/**
 * The collections of which rules over the whole run would see something else than in other files at the same places.
 * Undefined: more than facts may have changed, so that no rule sees what it saw.
 */
export function collectionsThatDiffer(
  files: readonly RunFile[],
  before: readonly RunFile[],
): ReadonlySet<string> | undefined {
  const differing = new Set<string>();
  const isComparable =
    files.length === before.length && files.every((file, index) => compareFiles(file, before[index]!, differing));
  return isComparable ? differing : undefined;
}

/** Adds what differs; returns whether nothing else does. */
function compareFiles(now: RunFile, before: RunFile, differing: Set<string>): boolean {
  if (now === before) return true;
  if (!(now instanceof SessionFile) || !(before instanceof SessionFile)) return false;
  return (
    now.path === before.path &&
    now.ofObjects === before.ofObjects &&
    now.units.length === before.units.length &&
    now.units.every((unit, index) => compareUnits(unit, before.units[index]!, differing))
  );
}

function compareUnits(now: PlacedUnit, before: PlacedUnit, differing: Set<string>): boolean {
  if (now.place.position !== before.place.position) return false;
  if (now.unit === before.unit) return true;
  // What a rule has read itself may be another with every change.
  if (before.unit.isReadByRules) return false;
  const [facts, factsBefore] = [now.unit.examined.facts, before.unit.examined.facts];
  if (JSON.stringify(facts.map(besidesCollected)) !== JSON.stringify(factsBefore.map(besidesCollected))) return false;
  const collected = [facts, factsBefore].map((all) =>
    all.flatMap(({ collected: own, pods = [] }) => [own, ...pods.map((pod) => pod.collected)]),
  );
  addDiffering(collected[0]!, collected[1]!, differing);
  return true;
}

function besidesCollected({ collected: _, pods, ...rest }: ObjectFacts): object {
  return { ...rest, pods: pods?.map(({ collected: __, ...pod }) => pod) };
}

type Collected = ObjectFacts['collected'];

function addDiffering(now: readonly Collected[], before: readonly Collected[], differing: Set<string>): void {
  for (const [index, collected] of now.entries()) {
    const [all, allBefore] = [textsOf(collected), textsOf(before[index]!)];
    for (const name of [...all.keys(), ...allBefore.keys()])
      if (all.get(name) !== allBefore.get(name)) differing.add(name);
  }
}

function textsOf(collected: Collected): ReadonlyMap<string, string> {
  return new Map(Object.entries(collected).map(([name, facts]) => [name, JSON.stringify(facts)]));
}
