import { says } from '../messages.js';
import { BuildFailure } from '../errors.js';
import type { Step } from '../origin/place.js';
import { parseYamlText } from '../read/parse.js';
import { getField, setField, fieldOf } from './fields.js';
import { Kind, markAll, scalarNode, YNode } from './node.js';
import { elementsOf, isIndexNumber, isListIndex, itemWith, kindForNext, splitListIndex } from './path.js';
import { demandPattern } from '../pattern.js';
import { writtenText } from './written-text.js';

/** What to make where a path leads nowhere: nothing, or a node of this kind at its end. */
export interface Making {
  readonly kind: Kind;
  readonly step: Step;
}

/** All nodes at a path, in which `*` stands for every item (match.go, PathMatcher). Undefined: none. */
export function matchPath(node: YNode, path: readonly string[], making?: Making): YNode[] | undefined {
  const [part] = path;
  if (part === undefined) return [node];
  if (isIndexNumber(part)) return matchIndex(node, path, making);
  if (isListIndex(part)) return matchItems(node, path, making, 'first');
  if (part === '*') return collect(elementsOf(node), path, making);
  return matchField(node, path, making);
}

function matchField(node: YNode, path: readonly string[], making?: Making): YNode[] | undefined {
  const [name = '', ...rest] = path;
  let field = getField(node, name);
  if (!field) {
    if (!making) return undefined;
    field = new YNode(kindForNext(rest[0], making.kind));
    setField(node, name, field, making.step);
  }
  if (field.kind === Kind.scalar && rest.length > 0) {
    const inner = parseYamlText(field.value);
    return inner && matchPath(inner, rest, making);
  }
  return matchPath(field, rest, making);
}

function matchIndex(node: YNode, path: readonly string[], making?: Making): YNode[] | undefined {
  const [part, ...rest] = path;
  const index = Number(part);
  const items = elementsOf(node);
  if (items.length === index && making) items.push(new YNode(kindForNext(rest[0], making.kind)).mark(making.step));
  const item = items[index];
  if (!item) throw new BuildFailure('replacement', says['no-item']({ index, count: items.length }), node.place);
  return nonEmpty(matchPath(item, rest, making) ?? []);
}

function matchItems(
  node: YNode,
  path: readonly string[],
  making: Making | undefined,
  turn: 'first' | 'made',
): YNode[] | undefined {
  const [part = '', ...rest] = path;
  const [name, source] = splitListIndex(part);
  const items = elementsOf(node);
  const pattern = items.length > 0 ? demandPattern(source) : undefined;
  const found = items.filter((item) => {
    const text = name === '' ? item : fieldOf(item, name);
    return text !== undefined && pattern!.test(writtenText(text).trim());
  });
  const matches = name === '' ? nonEmpty(found) : collect(found, path, making);
  if (matches || !making) return matches;
  if (turn === 'made') throw new BuildFailure('replacement', says['unmakeable-item']({ part }), node.place);
  const made = name === '' ? scalarNode(source) : itemWith(name, source);
  markAll(made, making.step);
  items.push(made);
  return matchItems(node, [part, ...rest], making, 'made');
}

function collect(items: readonly YNode[], path: readonly string[], making?: Making): YNode[] | undefined {
  const rest = path.slice(1);
  return nonEmpty(items.slice().flatMap((item) => matchPath(item, rest, making) ?? []));
}

function nonEmpty(nodes: YNode[]): YNode[] | undefined {
  return nodes.length > 0 ? nodes : undefined;
}
