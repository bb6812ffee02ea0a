import type { Fields } from './held.js';
import { at, isFields, itemsAt, textAt } from './held.js';
import { describeObject } from '@podlint/schema';
import { podTemplateIn } from '../documents/pod-template.js';
import type { Reader } from './report.js';
import type { SideObject } from './side-object.js';

/** The workloads of a side that read ConfigMaps and Secrets, asked for only where one changes in place. */
export class Readers {
  private readonly byName = new Map<string, Reader[]>();

  constructor(objects: readonly SideObject[]) {
    for (const object of objects) this.add(object);
  }

  of(object: SideObject): readonly Reader[] {
    const { kind } = object.identity;
    return kind === 'ConfigMap' || kind === 'Secret' ? (this.byName.get(keyOf(object, kind, object.name)) ?? []) : [];
  }

  private add(object: SideObject): void {
    const way = podTemplateIn({ description: describeObject(object.value) });
    const spec = way && at(object.value, ...way, 'spec');
    if (!isFields(spec)) return;
    const { kind, name } = object.identity;
    for (const { of, called, as } of usesIn(spec)) {
      const key = keyOf(object, of, called);
      const readers = this.byName.get(key) ?? [];
      if (!readers.some((other) => other.kind === kind && other.name === name && other.as === as))
        this.byName.set(key, [...readers, { kind, name, as }]);
    }
  }
}

/** Names are of one namespace, in one build. */
function keyOf(
  { file: { root }, identity: { namespace } }: SideObject,
  kind: string,
  name: string | undefined,
): string {
  return [root?.name ?? '', namespace ?? '', kind, name ?? ''].join('\n');
}

interface Use {
  readonly of: 'ConfigMap' | 'Secret';
  readonly called: string;
  readonly as: Reader['as'];
}

function usesIn(spec: Fields): Use[] {
  const containers = ['initContainers', 'containers'].flatMap((list) => itemsAt(spec, list));
  // A file that is mounted by itself stays as it was (kubernetes.io/docs, "Mounted ConfigMaps are updated automatically").
  const alone = new Set(
    containers.flatMap((container) =>
      itemsAt(container, 'volumeMounts').flatMap((mount) =>
        textAt(mount, 'subPath') || textAt(mount, 'subPathExpr') ? [textAt(mount, 'name')] : [],
      ),
    ),
  );
  const volumes = itemsAt(spec, 'volumes').flatMap((volume) => {
    const as = alone.has(textAt(volume, 'name')) ? 'files that do not follow' : 'files';
    return [volume, ...itemsAt(volume, 'projected', 'sources')].flatMap((source) => sourcesOf(source, as));
  });
  return [...containers.flatMap(environmentOf), ...volumes];
}

function sourcesOf(source: Fields, as: Reader['as']): Use[] {
  return [
    ...use('ConfigMap', textAt(source, 'configMap', 'name'), as),
    ...use('Secret', textAt(source, 'secret', 'secretName') ?? textAt(source, 'secret', 'name'), as),
  ];
}

function environmentOf(container: Fields): Use[] {
  return [
    ...itemsAt(container, 'envFrom').flatMap((from) => [
      ...use('ConfigMap', textAt(from, 'configMapRef', 'name'), 'environment'),
      ...use('Secret', textAt(from, 'secretRef', 'name'), 'environment'),
    ]),
    ...itemsAt(container, 'env').flatMap((variable) => [
      ...use('ConfigMap', textAt(variable, 'valueFrom', 'configMapKeyRef', 'name'), 'environment'),
      ...use('Secret', textAt(variable, 'valueFrom', 'secretKeyRef', 'name'), 'environment'),
    ]),
  ];
}

function use(of: Use['of'], called: string | undefined, as: Reader['as']): Use[] {
  return called === undefined ? [] : [{ of, called, as }];
}
