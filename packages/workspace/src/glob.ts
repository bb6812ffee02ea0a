import path from 'node:path';
import picomatch from 'picomatch';
import { isOwnName } from './config/names.js';
import { isManifestName } from './manifest-name.js';

/** A glob argument, taken apart: the folder to walk and the files wanted from it. */
export interface Glob {
  readonly folder: string;
  /** By absolute path: files that match, and manifests in folders that match. */
  readonly accept: (absolute: string) => boolean;
  /** By absolute path: false for folders that no match can be in. */
  readonly mayHold: (absolute: string) => boolean;
}

/** Undefined when the argument is no glob. */
export function parseGlob(argument: string, cwd: string): Glob | undefined {
  const { isGlob, base, glob } = picomatch.scan(argument.replaceAll(path.sep, '/'));
  if (!isGlob) return undefined;
  const folder = path.resolve(cwd, base);
  const matches = picomatch(glob, { dot: true });
  const wantsFile = namesExtension(glob) ? (absolute: string): boolean => !isOwnName(absolute) : isManifestName;
  return {
    folder,
    accept: (absolute) => {
      const parts = partsBelow(folder, absolute);
      if (matches(parts.join('/'))) return wantsFile(absolute);
      return (
        isManifestName(absolute) && parts.some((_, depth) => depth > 0 && matches(parts.slice(0, depth).join('/')))
      );
    },
    mayHold: prefixMatcher(glob, folder),
  };
}

/** `*.tpl` asks for just these files; `k8s/**` for manifests. */
function namesExtension(glob: string): boolean {
  return /\.[^*?/.]+$/.test(glob);
}

/**
 * Without `**` and braces a glob's segments say which folders can lead to a match, so that `*.yaml` does not walk the
 * whole tree.
 */
function prefixMatcher(glob: string, folder: string): Glob['mayHold'] {
  if (/\*\*|[{(]/.test(glob)) return () => true;
  const segments = glob.split('/').map((segment) => picomatch(segment, { dot: true }));
  return (absolute) => partsBelow(folder, absolute).every((part, depth) => segments[depth]?.(part) ?? true);
}

function partsBelow(folder: string, absolute: string): string[] {
  const relative = path.relative(folder, absolute);
  return relative === '' ? [] : relative.split(path.sep);
}
