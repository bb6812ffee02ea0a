import { addTo } from '@podlint/plain';
import { keyInAnyNamespace, keyOf } from './identity.js';
import type { SideObject } from './side-object.js';

/** An object before and after a change; one of them is there. */
export type Pair =
  | { readonly old: SideObject; readonly now: SideObject }
  | { readonly old: SideObject; readonly now?: undefined }
  | { readonly old?: undefined; readonly now: SideObject };

type Match = (a: SideObject, b: SideObject) => boolean;

/** So many objects of one name are tried one by one; of more, the first are taken. */
const mostTried = 50;

/**
 * Finds for each object what became of it. Objects of the same name in the same build or file belong together first;
 * then those whose file, or whose build, was moved.
 */
export function pairsOf(old: readonly SideObject[], now: readonly SideObject[]): Pair[] {
  const pairing = new Pairing(old);
  pairing.pair(now, keyInPlace, () => true);
  pairing.pair(now, exactKey, inPlaceOfSameName);
  pairing.pair(now, exactKey, isMoved);
  pairing.pair(now, looseKey, leavesNamespaceOpen);
  return pairing.pairs(now);
}

class Pairing {
  private readonly partners = new Map<SideObject, SideObject>();
  private readonly free: Set<SideObject>;

  constructor(private readonly old: readonly SideObject[]) {
    this.free = new Set(old);
  }

  pair(now: readonly SideObject[], key: (object: SideObject) => string, match: Match): void {
    const waiting = new Map<string, SideObject[]>();
    for (const object of this.free) {
      const name = key(object);
      addTo(waiting, name, object);
    }
    for (const object of now) {
      const others = this.partners.has(object) ? undefined : waiting.get(key(object));
      const at = others?.slice(0, mostTried).findIndex((other) => match(other, object)) ?? -1;
      const [partner] = at === -1 ? [] : (others?.splice(at, 1) ?? []);
      if (!partner) continue;
      this.partners.set(object, partner);
      this.free.delete(partner);
    }
  }

  /** In the order of the new side, then what is gone. */
  pairs(now: readonly SideObject[]): Pair[] {
    const kept = now.map((object): Pair => {
      const old = this.partners.get(object);
      return old ? { old, now: object } : { now: object };
    });
    const gone = this.old.filter((object) => this.free.has(object)).map((object): Pair => ({ old: object }));
    return [...kept, ...gone];
  }
}

function placeOf({ file: { root, path } }: SideObject): string {
  return root ? `build ${root.name}` : `file ${path}`;
}

/** With the place in it, so that an object that many builds make costs no more than others. */
function keyInPlace(object: SideObject): string {
  return `${placeOf(object)}\n${exactKey(object)}`;
}

function exactKey({ identity }: SideObject): string {
  return keyOf(identity);
}

function looseKey({ identity }: SideObject): string {
  return keyInAnyNamespace(identity);
}

function inSamePlace(old: SideObject, now: SideObject): boolean {
  return placeOf(old) === placeOf(now);
}

function inPlaceOfSameName(old: SideObject, now: SideObject): boolean {
  const name = ({ file: { root, path } }: SideObject): string => (root?.name ?? path).replace(/^.*\//, '');
  return !old.file.root === !now.file.root && name(old) === name(now);
}

/** A file may be anywhere; a build is another one, unless one of the two takes the other in. */
function isMoved({ file: { root: old } }: SideObject, { file: { root: now } }: SideObject): boolean {
  return !old || !now || old.takes.has(now.kustomization) || now.takes.has(old.kustomization);
}

function leavesNamespaceOpen(old: SideObject, now: SideObject): boolean {
  const isOpen = ({ identity: { namespace } }: SideObject): boolean => namespace === undefined;
  return (isOpen(old) || isOpen(now)) && (inSamePlace(old, now) || inPlaceOfSameName(old, now));
}
