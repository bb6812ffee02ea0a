import type { Collection, ContainerView, PodView, ResourceView } from '@podlint/engine/rule';
import { isShell } from '@podlint/kubelet';
import type { Decoded, core } from '@podlint/model';
import { mountsOf } from '../../kit/volume-users.js';

/** A program whose path lies below a mount, in a volume that does not hold it as far as its Pod tells. */
export interface HiddenProgram {
  readonly list: 'containers' | 'initContainers';
  readonly container: number;
  readonly name: string;
  readonly program: string;
  /** The index of the word among command and args, and how many of them are command's. */
  readonly word: number;
  readonly own: number;
  readonly mount: number;
  readonly mountPath: string;
  readonly volume: string;
  /** Its path in the volume. */
  readonly file: string;
  /** What decides by its keys whether the file is there; without it, it is not. */
  readonly source?: { readonly kind: 'ConfigMap' | 'Secret'; readonly name: string };
}

export interface MountedFacts {
  /** Of a ConfigMap or Secret. */
  readonly keys?: readonly string[];
  readonly programs?: readonly HiddenProgram[];
}

export const mountedPrograms: Collection<MountedFacts> = {
  name: 'mounted-programs',
  of(resource) {
    const { kindName, judged } = resource;
    if (resource.apiVersion === 'v1' && (kindName === 'ConfigMap' || kindName === 'Secret'))
      return { keys: keysOf(resource) };
    return judged?.pod && hiddenIn(judged.pod);
  },
  ofPod: hiddenIn,
};

function hiddenIn(pod: PodView): MountedFacts | undefined {
  const programs = programsBelowMounts(pod);
  return programs.length > 0 ? { programs } : undefined;
}

function keysOf({ value }: ResourceView): string[] {
  return [value.data, value.binaryData, value.stringData].flatMap((map) =>
    Object.keys((map as object | undefined) ?? {}),
  );
}

function programsBelowMounts(pod: PodView): HiddenProgram[] {
  const { initContainers = [] } = pod.spec;
  return pod.containers.flatMap((container, index) => {
    if (container.role === 'ephemeral') return [];
    const isInit = container.role !== 'regular';
    const place = isInit ? index : index - initContainers.length;
    const found = hiddenProgram(container);
    return found ? [{ list: isInit ? 'initContainers' : 'containers', container: place, ...found }] : [];
  });
}

function hiddenProgram(container: ContainerView): Omit<HiddenProgram, 'list' | 'container'> | undefined {
  const { value, name, pod } = container;
  const own = value.command?.length ?? 0;
  const started = startedFile([...(value.command ?? []), ...(value.args ?? [])], own);
  const program = started && absolute(started.path, value.workingDir);
  const mount = program === undefined ? undefined : mountAbove(program, value.volumeMounts ?? []);
  if (!started || !mount || program === undefined) return undefined;
  const source = lackingSource(pod, mount.volume, program.slice(mount.folder.length + 1));
  return source && { name, program, word: started.word, own, ...mount.facts, ...source };
}

/** The path of the program, or of the script that a shell is given. */
function startedFile(words: readonly string[], own: number): { word: number; path: string } | undefined {
  if (own === 0) return undefined;
  const word = isShell(words[0] ?? '') ? 1 : 0;
  const path = words[word] ?? '';
  return path.includes('/') && !/[$\s]/.test(path) && !path.includes('..') ? { word, path } : undefined;
}

function absolute(path: string, workingDir: string | undefined): string | undefined {
  if (path.startsWith('/')) return path;
  return workingDir?.startsWith('/')
    ? `${workingDir.replace(/(?<!\/)\/+$/, '')}/${path.replace(/^\.\//, '')}`
    : undefined;
}

interface MountAbove {
  readonly folder: string;
  readonly volume: string;
  readonly facts: Pick<HiddenProgram, 'mount' | 'mountPath' | 'volume'>;
}

/** The innermost mount that the path lies below; undefined if it is a part of a volume. */
function mountAbove(path: string, mounts: readonly Decoded<core.VolumeMount>[]): MountAbove | undefined {
  const above = mounts
    .map((mount, index) => ({ mount, index, folder: (mount.mountPath ?? '').replace(/(?<!\/)\/+$/, '') }))
    .filter(({ folder }) => path === folder || path.startsWith(`${folder}/`))
    .sort((one, other) => other.folder.length - one.folder.length)[0];
  if (!above || above.folder === path || above.mount.subPath || above.mount.subPathExpr) return undefined;
  const { mount, index, folder } = above;
  const volume = mount.name ?? '';
  return { folder, volume, facts: { mount: index, mountPath: mount.mountPath ?? '', volume } };
}

/** Undefined if the volume holds the file, or may do so. */
function lackingSource(pod: PodView, name: string, file: string): Pick<HiddenProgram, 'file' | 'source'> | undefined {
  const volume = pod.spec.volumes?.find((one) => one.name === name);
  if (!volume) return undefined;
  const { configMap, secret, emptyDir } = volume;
  // Another container may fill it.
  if (emptyDir) return mountsOf(pod, name).length === 1 ? { file } : undefined;
  const items = configMap?.items ?? secret?.items;
  if (items?.length) return items.some(({ path }) => path === file) ? undefined : { file };
  // Keys have no "/" in them.
  if ((configMap ?? secret) && file.includes('/')) return { file };
  if (configMap?.name) return { file, source: { kind: 'ConfigMap', name: configMap.name } };
  return secret?.secretName ? { file, source: { kind: 'Secret', name: secret.secretName } } : undefined;
}
