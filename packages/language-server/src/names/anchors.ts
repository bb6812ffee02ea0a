import { pushAll } from '@podlint/plain';
import type { NodeId, Range, YamlDocument } from '@podlint/syntax';

/** A name that YAML gives a value, with every place where it stands. */
export interface Anchor {
  readonly name: string;
  /** Where it is given, without its sign. */
  readonly definition: Range;
  /** Where it is used, without their signs, in the order of the text. */
  readonly uses: readonly Range[];
}

/** The anchor that is given or used at an offset. */
export function anchorAt(document: YamlDocument, offset: number): Anchor | undefined {
  // Most documents have none, and need not be walked through.
  if (!/[&*]/.test(document.text.slice(document.range.start, document.range.end))) return undefined;
  return anchorsOf(document).find((anchor) =>
    [anchor.definition, ...anchor.uses].some((range) => holds(range, offset)),
  );
}

export function anchorsOf(document: YamlDocument): Anchor[] {
  const given = new Map<NodeId, { name: string; definition: Range; uses: Range[] }>();
  const used: { readonly target: NodeId; readonly range: Range }[] = [];
  for (const node of nodesIn(document)) {
    const target = document.aliasTarget(node);
    if (target !== undefined) {
      const { start, end } = document.rangeOf(node);
      used.push({ target, range: { start: start + 1, end } });
      continue;
    }
    const name = document.anchor(node);
    const definition = name === undefined ? undefined : placeOf(document, node, name);
    if (name !== undefined && definition) given.set(node, { name, definition, uses: [] });
  }
  for (const { target, range } of used) given.get(target)?.uses.push(range);
  return [...given.values()];
}

/** Every node that is written, in the order of the text; aliases without what they stand for. */
function nodesIn(document: YamlDocument): NodeId[] {
  const found: NodeId[] = [];
  const left = document.root === undefined ? [] : [document.root];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    found.push(node);
    if (document.aliasTarget(node) !== undefined || document.kind(node) === 'scalar') continue;
    const merged = document.kind(node) === 'mapping' ? document.mergeValues(node) : [];
    const startOf = (child: NodeId): number => document.rangeOf(child).start;
    pushAll(
      left,
      [...document.children(node), ...merged].sort((a, b) => startOf(b) - startOf(a)),
    );
  }
  return found;
}

/** A tag may stand before it or behind it. */
function placeOf(document: YamlDocument, node: NodeId, name: string): Range | undefined {
  const properties = document.propertiesRange(node);
  if (!properties) return undefined;
  const at = document.text.slice(properties.start, properties.end).indexOf(`&${name}`);
  return at < 0 ? undefined : { start: properties.start + at + 1, end: properties.start + at + 1 + name.length };
}

/** The sign belongs to it: an editor's cursor stands before the first character as well. */
function holds({ start, end }: Range, offset: number): boolean {
  return start - 1 <= offset && offset <= end;
}
