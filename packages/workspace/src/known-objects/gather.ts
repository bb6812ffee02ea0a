import { KnownDefinitions, definitionsIn, objectsOfKinds, type DefinitionMeans } from '@podlint/engine';
import { pushAll } from '@podlint/plain';
import { loadFiles, type LoadedFile } from '../load.js';
import { ObjectsError } from './objects-error.js';
import type { KnownObjects, LoadedResources } from './resources.js';

/** Files and folders with objects by which others are judged. */
export interface NamedObjects {
  /** With CustomResourceDefinitions. */
  readonly crds?: readonly string[] | undefined;
  /** With admission policies, and what they and the server's plugins look at. */
  readonly policies?: readonly string[] | undefined;
  /** It is asked for, whether anything decides on others or not. */
  readonly admission?: 'always' | undefined;
}

/**
 * What judges objects by others: by the definitions, policies and limits in the files of a run, by those that `--crds`
 * and `--policy` name, and by the definitions of well-known operators that are carried along. Where there are none,
 * nothing is loaded. More files may come.
 * @throws ObjectsError for what is named and cannot be read
 */
export async function knownDefinitions(
  files: readonly LoadedFile[],
  { crds = [], policies = [], admission: asked }: NamedObjects,
  cwd: string,
): Promise<KnownDefinitions<LoadedResources>> {
  const others = await objectsNamed(crds, 'crds', cwd, definitionsIn);
  const named = await objectsNamed(policies, 'policy', cwd, (source) => objectsOfKinds(source, undefined));
  const known = new KnownDefinitions(meansFor(admissionObjects(files, named, asked)));
  for (const { source, needs } of files) known.set(source, needs);
  known.give('--crds', others);
  await known.settle();
  return known;
}

/** Definitions that are carried along, and what judges by any. */
export function meansFor(admission?: KnownObjects['admission']): DefinitionMeans<LoadedResources> {
  return {
    needsMaker: admission !== undefined,
    carried: async (groups) => {
      const { carriedDefinitions } = await import('@podlint/crds');
      return carriedDefinitions(groups);
    },
    maker: async () => {
      const { resourcesOf } = await import('./resources.js');
      return (definitions) => resourcesOf({ definitions, ...(admission && { admission }) });
    },
  };
}

/** What admission looks at besides what decides on others, and the params of policies. */
const lookedAt = [
  'LimitRange',
  'MutatingAdmissionPolicy',
  'MutatingAdmissionPolicyBinding',
  'Namespace',
  'PriorityClass',
  'ResourceQuota',
  'RuntimeClass',
  'ServiceAccount',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
];

/** Undefined where nothing decides on others. */
function admissionObjects(
  files: readonly LoadedFile[],
  named: readonly object[],
  asked: NamedObjects['admission'],
): KnownObjects['admission'] {
  const isNeeded = asked === 'always' || named.length > 0 || files.some(({ needs }) => needs?.admission);
  if (!isNeeded) return undefined;
  const inFiles = (kinds: ReadonlySet<string> | undefined): object[] =>
    files.flatMap(({ source }) => objectsOfKinds(source, kinds));
  const first = [...inFiles(new Set(lookedAt)), ...named];
  const params = new Set(first.flatMap(paramKindOf).filter((kind) => !lookedAt.includes(kind)));
  const known = params.size === 0 ? first : [...first, ...inFiles(params)];
  // Only quotas sum up what is in all files.
  const hasQuotas = known.some((object) => 'kind' in object && object.kind === 'ResourceQuota');
  return { known, all: hasQuotas ? inFiles(undefined) : [] };
}

function paramKindOf(object: object): string[] {
  const { spec } = object as { spec?: { paramKind?: { kind?: unknown } | null } | null };
  const kind = spec?.paramKind?.kind;
  return typeof kind === 'string' ? [kind] : [];
}

async function objectsNamed(
  named: readonly string[],
  option: 'crds' | 'policy',
  cwd: string,
  objectsIn: (source: LoadedFile['source']) => object[],
): Promise<object[]> {
  const found: object[] = [];
  for (const name of named) {
    const { files, problems } = await loadFiles([name], { cwd });
    if (problems.length > 0) throw new ObjectsError(problems);
    const objects = files.flatMap(({ source }) => objectsIn(source));
    const what = option === 'crds' ? 'CustomResourceDefinition' : 'object';
    if (objects.length === 0)
      throw new ObjectsError([{ argument: name, message: `--${option} "${name}": no ${what} was found there` }]);
    pushAll(found, objects);
  }
  return found;
}
