import { FieldPath } from '@podlint/field-path';
import { isMapField, itemField, semanticEqual } from '@podlint/model';
import { own } from '@podlint/plain';

/** A field that has another value. */
export interface Difference {
  /** In the new object; of a list item that is gone, in the old one. */
  readonly path: FieldPath;
  readonly container?: string;
  readonly from?: unknown;
  readonly to?: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

/** What the items of a list are known by, the first that all of them have. */
const itemKeys = ['name', 'mountPath', 'containerPort', 'port', 'ip', 'topologyKey', 'devicePath', 'host', 'key'];
const containerLists: ReadonlySet<string> = new Set(['containers', 'initContainers', 'ephemeralContainers']);

/** The narrowest fields in which two objects, or parts of them, mean something else to the server. */
export function differencesOf(old: unknown, now: unknown, path = FieldPath.root, field = ''): Difference[] {
  const found: Difference[] = [];
  new Comparison(found).compare(old, now, { path, field, owner: '' });
  return found;
}

interface At {
  readonly path: FieldPath;
  readonly field: string;
  readonly owner: string;
  readonly container?: string;
}

class Comparison {
  constructor(private readonly found: Difference[]) {}

  compare(old: unknown, now: unknown, at: At): void {
    if (semanticEqual(old, now, at.field, at.owner)) return;
    if (isFields(old) && isFields(now)) this.fields(old, now, at);
    else if (areLists(old, now)) this.lists(old as readonly unknown[], now as readonly unknown[], at);
    else this.note(old, now, at);
  }

  private fields(old: Fields, now: Fields, at: At): void {
    const { path, field } = at;
    for (const key of new Set([...Object.keys(old), ...Object.keys(now)])) {
      const below = isMapField(field) ? path.key(key) : path.child(key);
      this.compare(own(old, key), own(now, key), { ...at, path: below, field: key, owner: field });
    }
  }

  private lists(old: readonly unknown[], now: readonly unknown[], at: At): void {
    const before = this.found.length;
    const key = itemKeys.find((name) => isKeyed(old, name) && isKeyed(now, name));
    if (key === undefined) this.byIndex(old, now, at);
    else this.byKey(old as readonly Fields[], now as readonly Fields[], key, at);
    // The same items in another order: the server compares lists one by one.
    if (this.found.length === before) this.note(old, now, at);
  }

  private byKey(old: readonly Fields[], now: readonly Fields[], key: string, at: At): void {
    const byName = new Map(old.map((item, index) => [own(item, key), { item, index }]));
    for (const [index, item] of now.entries()) {
      const name = own(item, key);
      this.compare(byName.get(name)?.item, item, this.itemOf(at, index, name));
      byName.delete(name);
    }
    for (const [name, { item, index }] of byName) this.compare(item, undefined, this.itemOf(at, index, name));
  }

  private byIndex(old: readonly unknown[], now: readonly unknown[], at: At): void {
    for (let index = 0; index < Math.max(old.length, now.length); index++)
      this.compare(old[index], now[index], this.itemOf(at, index, undefined));
  }

  private itemOf(at: At, index: number, name: unknown): At {
    const { path, field } = at;
    const isContainer = containerLists.has(field) && typeof name === 'string';
    return { ...at, path: path.index(index), field: itemField(field), ...(isContainer && { container: name }) };
  }

  private note(from: unknown, to: unknown, { path, container }: At): void {
    this.found.push({ path, from, to, ...(container !== undefined && { container }) });
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Of words that changed, such as the arguments of a command, the list says more than the words one by one. */
function areLists(old: unknown, now: unknown): boolean {
  return (
    Array.isArray(old) && Array.isArray(now) && [old, now].some((list) => list.some((item) => typeof item === 'object'))
  );
}

function isKeyed(items: readonly unknown[], key: string): boolean {
  const names = items.map((item) => (isFields(item) ? own(item, key) : undefined));
  return (
    names.every((name) => typeof name === 'string' || typeof name === 'number') && new Set(names).size === names.length
  );
}
