import { defineMessages, type Message } from '@podlint/messages';
import { copyOf, own, sameJson, setOwn } from '@podlint/plain';
import { isList, isObject, type Json } from '../../crd/values/json.js';

const says = defineMessages('policy-json-patch', {
  'no-path': 'the operation {op} does not apply: the object has nothing at {path}',
  'no-index': '"{key}" is not a place in a list of {count} items ({path})',
  'no-key': 'there is no {path} to remove',
  'no-operation': 'there is no operation "{op}"; JSONPatch has add, remove, replace, move, copy and test',
  'no-object': 'the whole object can only be replaced by another one',
});

export interface PatchStep {
  readonly op: string;
  readonly path: string;
  readonly from: string;
  /** Undefined: the operation has none. */
  readonly value: unknown;
}

export type Patched = { readonly object: unknown } | { readonly fault: Message } | 'test failed';

/** Thrown inside of this file only. */
class PatchFault extends Error {
  constructor(readonly said: Message) {
    super(said.id);
  }
}

class TestFailed extends Error {}

/** Applies a JSON patch as the server does (evanphx/json-patch v4): a negative index counts from behind. */
export function applyJsonPatch(object: Json, steps: readonly PatchStep[]): Patched {
  let root: unknown = copyOf(object);
  try {
    for (const step of steps) root = applied(root, step);
    return { object: root };
  } catch (fault) {
    if (fault instanceof TestFailed) return 'test failed';
    if (fault instanceof PatchFault) return { fault: fault.said };
    throw fault;
  }
}

function applied(root: unknown, step: PatchStep): unknown {
  const { op, path, from, value } = step;
  switch (op) {
    case 'add':
      placeAt(root, path, op).add(copyOf(value));
      return root;
    case 'remove':
      placeAt(root, path, op).remove();
      return root;
    case 'replace':
      return replaced(root, step);
    case 'move': {
      const source = placeAt(root, from, op);
      const moved = source.get();
      source.remove();
      placeAt(root, path, op).add(moved);
      return root;
    }
    case 'copy':
      placeAt(root, path, op).add(copyOf(placeAt(root, from, op).get()));
      return root;
    case 'test':
      if (!passesTest(path === '' ? root : placeAt(root, path, op).get(), value)) throw new TestFailed();
      return root;
    default:
      throw new PatchFault(says['no-operation']({ op }));
  }
}

/** What is not there, or is null, equals only a value that the operation does not have. */
function passesTest(found: unknown, wanted: unknown): boolean {
  return found === undefined || found === null ? wanted === undefined : wanted !== undefined && sameJson(found, wanted);
}

function replaced(root: unknown, { op, path, value }: PatchStep): unknown {
  if (path !== '') {
    placeAt(root, path, op).replace(copyOf(value));
    return root;
  }
  if (isObject(value)) return copyOf(value);
  throw new PatchFault(says['no-object']());
}

/** A place in an object, which need not hold anything. */
interface Place {
  get(): unknown;
  add(value: unknown): void;
  replace(value: unknown): void;
  remove(): void;
}

/** findObject: all that leads to the place has to be there. */
function placeAt(root: unknown, path: string, op: string): Place {
  const [, ...names] = path.split('/');
  const last = names.pop();
  if (last === undefined) throw new PatchFault(says['no-path']({ op, path }));
  let at: unknown = root;
  for (const name of names) at = childOf(at, unescaped(name));
  const key = unescaped(last);
  if (isList(at)) return new ListPlace(at, key, path);
  if (isObject(at)) return new MapPlace(at, key, path);
  throw new PatchFault(says['no-path']({ op, path }));
}

function childOf(value: unknown, name: string): unknown {
  if (!isList(value)) return isObject(value) ? own(value, name) : undefined;
  const index = indexOf(name, value.length);
  return index === undefined ? undefined : value[index];
}

function unescaped(name: string): string {
  return name.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** Undefined: it is no index of a list with so many items. */
function indexOf(key: string, count: number): number | undefined {
  if (!/^[+-]?\d+$/.test(key)) return undefined;
  const index = Number(key) < 0 ? Number(key) + count : Number(key);
  return index >= 0 && index < count ? index : undefined;
}

class MapPlace implements Place {
  constructor(
    private readonly map: Json,
    private readonly key: string,
    private readonly path: string,
  ) {}

  get(): unknown {
    return own(this.map, this.key);
  }

  add(value: unknown): void {
    setOwn(this.map, this.key, value ?? null);
  }

  /** A field that is not there is set. */
  replace(value: unknown): void {
    this.add(value);
  }

  remove(): void {
    if (!Object.hasOwn(this.map, this.key)) throw new PatchFault(says['no-key']({ path: this.path }));
    Reflect.deleteProperty(this.map, this.key);
  }
}

class ListPlace implements Place {
  constructor(
    private readonly list: unknown[],
    private readonly key: string,
    private readonly path: string,
  ) {}

  get(): unknown {
    return this.list[this.index(this.list.length)];
  }

  add(value: unknown): void {
    const { length } = this.list;
    // `-` is the place behind the last item.
    this.list.splice(this.key === '-' ? length : this.index(length + 1), 0, value ?? null);
  }

  replace(value: unknown): void {
    this.list[this.index(this.list.length)] = value ?? null;
  }

  remove(): void {
    this.list.splice(this.index(this.list.length), 1);
  }

  private index(count: number): number {
    const index = indexOf(this.key, count);
    if (index !== undefined) return index;
    throw new PatchFault(says['no-index']({ key: this.key, count: this.list.length, path: this.path }));
  }
}
