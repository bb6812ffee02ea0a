import type { NodeId, YamlDocument } from '@podlint/syntax';
import type { PlacedObject } from '../../names/objects.js';
import type { FileView } from '../../service/file-view.js';
import type { Around } from './around.js';
import { allObjectsIn } from './objects.js';
import { documentOf, placesIn, textIn } from './place.js';
import { folderOf, ledTo, namedPaths } from './paths.js';

/** What a kustomization takes in, by itself and through others, as far as the files are known. */
export interface TakenIn {
  /** Itself first. */
  readonly kustomizations: readonly FileView[];
  /** Files of objects. */
  readonly files: readonly FileView[];
  readonly patches: readonly FileView[];
}

export function takenIn(view: FileView, around: Around): TakenIn {
  const [kustomizations, files, patches] = [new Set<FileView>(), new Set<FileView>(), new Set<FileView>()];
  const waiting = [view];
  for (const next of waiting) {
    if (kustomizations.has(next)) continue;
    kustomizations.add(next);
    for (const { use, path } of namedPaths(next)) {
      const led =
        use === 'data' || use === 'lines' || use === 'options' ? undefined : ledTo(folderOf(next.path), path, around);
      if (!led?.view) continue;
      if (led.what === 'folder') waiting.push(led.view);
      else (use === 'patch' ? patches : files).add(led.view);
    }
  }
  return { kustomizations: [...kustomizations], files: [...files], patches: [...patches] };
}

export function objectsTakenIn({ files }: TakenIn): PlacedObject[] {
  return files.flatMap(allObjectsIn);
}

/** An entry that makes a ConfigMap or a Secret. */
export interface Generator {
  readonly view: FileView;
  readonly document: YamlDocument;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  /** Of the name. */
  readonly node: NodeId;
  /** `existing`: it adds to one that was taken in. */
  readonly makes: 'new' | 'existing';
}

const generatorKinds: ReadonlyMap<string | number | undefined, string> = new Map([
  ['configMapGenerator', 'ConfigMap'],
  ['secretGenerator', 'Secret'],
]);

/** Of views, which never change. */
const known = new WeakMap<FileView, readonly Generator[]>();

export function generatorsIn(view: FileView): readonly Generator[] {
  let found = known.get(view);
  if (!found) known.set(view, (found = readGenerators(view)));
  return found;
}

function readGenerators(view: FileView): Generator[] {
  const document = documentOf(view);
  return placesIn(view).flatMap(({ field, keys, node }): Generator[] => {
    const kind = generatorKinds.get(keys[0]);
    const name = document?.scalarText(node);
    if (!document || field !== 'GeneratorArgs.name' || kind === undefined || !name) return [];
    const entry = document.parent(node);
    const behavior = textIn(document, entry, 'behavior');
    const namespace = textIn(document, entry, 'namespace') || textIn(document, document.root, 'namespace');
    return [
      { view, document, kind, name, namespace, node, makes: /^(?:merge|replace)$/.test(behavior) ? 'existing' : 'new' },
    ];
  });
}
