import { means, meansLabels } from '@podlint/kustomize/file';
import type { JsonValue, NodeId, Range } from '@podlint/syntax';
import { textsOf } from '../../names/objects.js';
import type { FileView } from '../../service/file-view.js';
import type { Around } from './around.js';
import { textIn, type FieldPlace } from './place.js';
import { generatorsIn, objectsTakenIn, takenIn, type TakenIn } from './taken-in.js';

/** An object that a target or selector can mean, by what its file calls it. */
export interface Candidate {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly view: FileView;
  /** Of its name, or of the whole. */
  readonly range: Range;
  /** All of it; undefined for what a generator makes, and for items of a List. */
  readonly json: () => JsonValue | undefined;
}

export function candidatesFor(view: FileView, around: Around): Candidate[] {
  return candidatesOf(takenIn(view, around));
}

function candidatesOf(taken: TakenIn): Candidate[] {
  const objects = objectsTakenIn(taken).map(({ document, root, file, kind, name = '', object }): Candidate => {
    const metadata = document.child(root, 'metadata');
    const nameNode = metadata === undefined ? undefined : document.child(metadata, 'name');
    const mapOf = (field: string): Readonly<Record<string, string>> => {
      const node = metadata === undefined ? undefined : document.child(metadata, field);
      return node === undefined || document.kind(node) !== 'mapping' ? {} : textsOf(document, node);
    };
    const [version = '', group = ''] = (object.description.apiVersion ?? '').split('/').reverse();
    const { start } = document.rangeOf(root);
    return {
      ...{ group, version, kind, name, namespace: object.namespace ?? '' },
      ...{ labels: mapOf('labels'), annotations: mapOf('annotations') },
      ...{ view: file, range: nameNode === undefined ? { start, end: start } : document.rangeOf(nameNode) },
      json: () => (document.root === root ? document.toJSON() : undefined),
    };
  });
  const made = taken.kustomizations
    .flatMap(generatorsIn)
    .map(({ kind, name, namespace, view, document, node }): Candidate => ({
      ...{ group: '', version: 'v1', kind, name, namespace, labels: {}, annotations: {} },
      ...{ view, range: document.rangeOf(node) },
      json: () => undefined,
    }));
  return [...objects, ...made];
}

/** The types that name objects, each with fields that `Candidate` has. */
const selectorTypes: ReadonlySet<string> = new Set(['Selector', 'SourceSelector', 'Target']);

export type SelectorPart = 'group' | 'version' | 'kind' | 'name' | 'namespace';
const parts: readonly SelectorPart[] = ['group', 'version', 'kind', 'name', 'namespace'];

/** Which part of a target a field is. */
export function selectorPart(field: string): SelectorPart | undefined {
  const [type = '', name] = field.split('.');
  return selectorTypes.has(type) ? parts.find((part) => part === name) : undefined;
}

/** The mapping of the target that a place is in: the innermost. */
export function targetAround(place: FieldPlace): NodeId | undefined {
  const { document, node, field, shape } = place;
  if (shape.type === 'struct' && selectorTypes.has(shape.name)) return node;
  return selectorTypes.has(field.slice(0, field.indexOf('.'))) && document.kind(node) === 'scalar'
    ? document.parent(node)
    : undefined;
}

/** The objects that a target means; `except`: as if that part was not there. */
export function selected(
  candidates: readonly Candidate[],
  partOf: (part: SelectorPart | 'labelSelector' | 'annotationSelector') => string,
  except?: SelectorPart,
): Candidate[] {
  const [labels, annotations] = [partOf('labelSelector'), partOf('annotationSelector')];
  const wanted = parts.flatMap((part) => {
    const text = part === except ? '' : partOf(part);
    return text === '' ? [] : [{ part, text }];
  });
  return candidates.filter(
    (candidate) =>
      wanted.every(
        // A namespace that is not written may be set on the way.
        ({ part, text }) => (part === 'namespace' && candidate.namespace === '') || means(text, candidate[part]),
      ) &&
      meansLabels(labels, candidate.labels) &&
      meansLabels(annotations, candidate.annotations),
  );
}

export function selectedBy({ document }: FieldPlace, target: NodeId, candidates: readonly Candidate[]): Candidate[] {
  return selected(candidates, (part) => textIn(document, target, part));
}
