import { says } from '../messages.js';
import { BuildFailure } from '../errors.js';
import { demandKind, setScalar } from '../node/fields.js';
import { Kind, scalarNode, Tag, type YNode } from '../node/node.js';
import { lookupOrCreate } from '../node/path.js';
import type { Step } from '../origin/place.js';
import type { Selector } from '../read/entries.js';
import type { Transform } from './context.js';
import { textSetter } from './field-filter.js';
import { moveToNamespace } from './namespace.js';

export interface ValueAddTarget {
  readonly selector: Selector | undefined;
  readonly fieldPath: string;
  readonly filePathPosition: number;
}

/** Writes one text into fields, or into paths within them (ValueAddTransformer.go). */
export function valueAddTransform(value: string, targets: readonly ValueAddTarget[], step: Step): Transform {
  return (map) => {
    for (const { selector, fieldPath, filePathPosition } of targets)
      for (const resource of selector ? map.select(selector) : [...map.list])
        if (fieldPath === 'metadata/namespace')
          moveToNamespace(resource, namespaceRules, textSetter(value, Tag.string, step, undefined));
        else addValue(resource.node, fieldPath, filePathPosition, value, step);
  };
}

const namespaceRules = { fieldSpecs: [], subjects: 'defaultOnly' } as const;

function addValue(object: YNode, fieldPath: string, position: number, value: string, step: Step): void {
  const fields = fieldPath.split('/').reduce<string[]>((parts, part) => {
    const last = parts.at(-1);
    return last?.endsWith('\\') ? [...parts.slice(0, -1), `${last.slice(0, -1)}/${part}`] : [...parts, part];
  }, []);
  const node = lookupOrCreate(object, fields, Kind.scalar);
  if (!node) return;
  demandKind(node, Kind.scalar);
  const text = position > 0 ? insertPathPart(node.value, position - 1, value) : value;
  setScalar(node, scalarNode(text), step);
}

/** Inserts a part into a path at a position from 0; a leading slash stays (filesys/util.go, InsertPathPart). */
function insertPathPart(path: string, position: number, part: string): string {
  const isAbsolute = path.startsWith('/');
  const parts = path.split('/').filter(Boolean);
  parts.splice(Math.min(position, parts.length), 0, part);
  return (isAbsolute ? '/' : '') + parts.join('/');
}

export function demandTargets(targets: readonly ValueAddTarget[]): void {
  if (targets.length === 0) throw new BuildFailure('plugin', says['value-add-target']());
  for (const { fieldPath, filePathPosition } of targets) {
    if (fieldPath === '') throw new BuildFailure('plugin', says['value-add-field']());
    if (filePathPosition < 0) throw new BuildFailure('plugin', says['value-add-position']());
  }
}
