import type { FieldSpec } from '../config/field-spec.js';
import { setScalar } from '../node/fields.js';
import { Kind, scalarNode, Tag, type YNode } from '../node/node.js';
import type { Step } from '../origin/place.js';
import { Internal } from '../resource/annotations.js';
import { isSelected, type Gvk } from '../resource/gvk.js';
import { gvkOf } from '../config/field-spec.js';
import type { Transform } from './context.js';
import { filterField } from './field-filter.js';

/** Kinds whose names stay as they are (PrefixTransformer.go, prefixFieldSpecsToSkip). */
const skipped: readonly Partial<Gvk>[] = [
  { kind: 'CustomResourceDefinition' },
  { group: 'apiregistration.k8s.io', kind: 'APIService' },
  { kind: 'Namespace' },
];

const scalarCreation = { kind: Kind.scalar, tag: Tag.string };

export function prefixTransform(prefix: string, specs: readonly FieldSpec[], step: Step): Transform {
  return nameTransform(prefix, Internal.prefixes, specs, (name) => prefix + name, step);
}

export function suffixTransform(suffix: string, specs: readonly FieldSpec[], step: Step): Transform {
  return nameTransform(suffix, Internal.suffixes, specs, (name) => name + suffix, step);
}

function nameTransform(
  affix: string,
  annotation: string,
  specs: readonly FieldSpec[],
  rename: (name: string) => string,
  step: Step,
): Transform {
  const setName = (node: YNode): void => setScalar(node, scalarNode(rename(node.value)), step);
  return (map) => {
    for (const resource of [...map.list]) {
      const { gvk } = resource.originalId;
      if (skipped.some((kind) => isSelected(gvk, kind))) continue;
      for (const spec of specs) {
        if (!isSelected(gvk, gvkOf(spec))) continue;
        if (spec.path === 'metadata/name') {
          resource.appendCsv(annotation, affix);
          if (affix !== '') resource.storePreviousId();
        }
        filterField(resource.node, spec, setName, scalarCreation);
      }
    }
  };
}
