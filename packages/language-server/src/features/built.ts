import { yamlLines } from '@podlint/reporters';
import type { FileView } from '../service/file-view.js';
import { rootOf } from './lens/build-lens.js';

/** What a kustomization makes, as YAML. */
export interface Built {
  /** The kustomizations that take the file in, by their folders. */
  readonly roots: readonly string[];
  readonly text: string;
}

/**
 * Of a kustomization, and of a patch, all that is built; of another file what one of the kustomizations that take it in
 * makes of its objects. Null where nothing is built.
 *
 * @param name which of them; default: the first
 */
export function builtOf(view: FileView, name?: string): Built | null {
  const own = rootOf(view);
  const root = own ?? view.roots.find((known) => name === undefined || known.name === name);
  if (!root) return null;
  const written = root.objects.filter(({ file }) => file === view.path);
  // A patch makes no object of its own: what it does is seen in all that is built.
  const objects = own || written.length === 0 ? root.objects : written;
  return {
    roots: own ? [own.name] : view.roots.map((known) => known.name),
    text: objects.map(({ value }) => yamlLines(value, () => undefined).join('\n')).join('\n---\n') + '\n',
  };
}
