import { BuildFailure } from '../errors.js';
import { joinPath } from '../files/file-tree.js';
import { setOrigin } from '../resource/origin-annotations.js';
import { Resource } from '../resource/resource.js';
import { Accumulator } from './accumulator.js';
import type { Layer } from './layer.js';

/** Reads a file into objects. Returns undefined where it went well. */
export function addFile(
  { build, loader, originPath }: Layer,
  path: string,
  into: Accumulator,
  keys: Set<string>,
): BuildFailure | undefined {
  try {
    const file = loader.load(path);
    const nodes = build.read.resources(file);
    const resources = nodes.map((node) => new Resource(node, build.openApi));
    const gathered = new Accumulator();
    gathered.map.append(resources);
    if (originPath !== undefined)
      for (const resource of resources) setOrigin(resource, { path: joinPath(originPath, path) });
    into.map.append(resources, keys);
    return undefined;
  } catch (error) {
    if (error instanceof BuildFailure) return error;
    throw error;
  }
}
