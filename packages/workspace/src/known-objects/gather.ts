import {
  AdmissionObjects,
  KnownDefinitions,
  definitionsIn,
  objectsOfKinds,
  type DefinitionMeans,
} from '@podlint/engine';
import { pushAll } from '@podlint/plain';
import { loadFiles, type LoadedFile } from '../load.js';
import { ObjectsError } from './objects-error.js';
import type { LoadedResources } from './resources.js';

/** Files and folders with objects by which others are judged. */
export interface NamedObjects {
  /** With CustomResourceDefinitions. */
  readonly crds?: readonly string[] | undefined;
  /** With admission policies, and what they and the server's plugins look at. */
  readonly policies?: readonly string[] | undefined;
  /** Plugins of the server that run besides those of every cluster. */
  readonly enableAdmissionPlugins?: readonly string[] | undefined;
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
  { crds = [], policies = [], enableAdmissionPlugins = [], admission: asked }: NamedObjects,
  cwd: string,
): Promise<KnownDefinitions<LoadedResources>> {
  const others = await objectsNamed(crds, 'crds', cwd, definitionsIn);
  const named = await objectsNamed(policies, 'policy', cwd, (source) => objectsOfKinds(source, undefined));
  const known = new KnownDefinitions(means);
  const admission = new AdmissionObjects(asked);
  for (const { source, needs } of files) {
    known.set(source, needs);
    admission.set(source, needs);
  }
  admission.give(named);
  admission.enable(enableAdmissionPlugins);
  known.give('--crds', others);
  known.setAdmission(admission.gather());
  await known.settle();
  return known;
}

/** Definitions that are carried along, and what judges by any. */
export const means: DefinitionMeans<LoadedResources> = {
  carried: async (groups) => {
    const { carriedDefinitions } = await import('@podlint/crds');
    return carriedDefinitions(groups);
  },
  maker: async () => {
    const { resourcesOf } = await import('./resources.js');
    return (definitions, admission) => resourcesOf({ definitions, ...(admission && { admission }) });
  },
};

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
