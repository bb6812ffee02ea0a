import { definitionsIn, objectsOfKinds } from '@podlint/engine';
import { loadFiles, type LoadedFile } from '@podlint/workspace';
import { pushAll } from '@podlint/plain';
import type { KnownObjects, LoadedResources } from '../judge/custom-resources.js';
import { UsageError } from './usage-error.js';

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
 * and `--policy` name, and by the definitions of well-known operators that are carried along. Undefined where there are
 * none, and then nothing is loaded.
 */
export async function customResourcesFor(
  files: readonly LoadedFile[],
  { crds = [], policies = [], admission: asked }: NamedObjects,
  cwd: string,
): Promise<LoadedResources | undefined> {
  const others = await objectsNamed(crds, 'crds', cwd, definitionsIn);
  const own = files.flatMap(({ source, needs }) => (needs?.definitions ? definitionsIn(source) : []));
  const definitions = [...own, ...others, ...(await carriedFor(files))];
  const named = await objectsNamed(policies, 'policy', cwd, (source) => objectsOfKinds(source, undefined));
  const admission = admissionObjects(files, named, asked);
  if (definitions.length === 0 && !admission) return undefined;
  const { resourcesOf } = await import('../judge/custom-resources.js');
  return resourcesOf({ definitions, ...(admission && { admission }) });
}

async function carriedFor(files: readonly LoadedFile[]): Promise<object[]> {
  const groups = new Set(files.flatMap(({ needs }) => needs?.foreignGroups ?? []));
  if (groups.size === 0) return [];
  const { carriedDefinitions } = await import('@podlint/crds');
  return carriedDefinitions(groups);
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

/** Throws UsageError for what cannot be read, and for a name that stands for no object that is looked for. */
async function objectsNamed(
  named: readonly string[],
  option: 'crds' | 'policy',
  cwd: string,
  objectsIn: (source: LoadedFile['source']) => object[],
): Promise<object[]> {
  const found: object[] = [];
  for (const name of named) {
    const { files, problems } = await loadFiles([name], { cwd });
    const [first, ...more] = problems.map(({ message }) => message);
    if (first !== undefined) throw new UsageError(first, ...more);
    const objects = files.flatMap(({ source }) => objectsIn(source));
    const what = option === 'crds' ? 'CustomResourceDefinition' : 'object';
    if (objects.length === 0) throw new UsageError(`--${option} "${name}": no ${what} was found there`);
    pushAll(found, objects);
  }
  return found;
}
