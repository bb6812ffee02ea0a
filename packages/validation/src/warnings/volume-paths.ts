import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, Minor, core } from '@podlint/model';
import { FileTree, type VolumeFile } from './file-tree.js';
import type { PodScope } from './warning.js';

const says = defineMessages('volume-file', {
  'no-source': 'The source says nothing about where files come from, so it adds none. Remove it, or name a source.',
  overlap: '"{path}" and "{other}" cannot both be in the volume, and one of them will be missing. Rename one.',
  other: '"{path}"',
});

type Volume = Decoded<core.Volume>;
type Projection = Decoded<core.VolumeProjection>;

/** warningsForOverlappingVirtualPaths, pkg/api/pod/warnings.go. */
const checkedSince: Minor = 32;
const certificatesCheckedSince: Minor = 34;

/** Two files of one volume at the same path, or one where another needs a directory: only one of them can be there. */
export function warnAboutOverlappingPaths(volume: Volume, path: FieldPath, scope: PodScope): void {
  if (scope.minor < checkedSince) return;
  const { configMap, secret, downwardAPI, projected } = volume;
  if (configMap?.items) warnAboutOverlaps(filesOf(configMap.items, path.child('configMap', 'items')), scope);
  if (secret?.items) warnAboutOverlaps(filesOf(secret.items, path.child('secret', 'items')), scope);
  if (downwardAPI?.items) warnAboutOverlaps(filesOf(downwardAPI.items, path.child('downwardAPI', 'items')), scope);
  if (projected)
    warnAboutOverlaps(projectedFiles(projected.sources ?? [], path.child('projected', 'sources'), scope), scope);
}

function filesOf(items: readonly { readonly path?: string }[], path: FieldPath): VolumeFile[] {
  return items.map((item, i) => ({ path: trimSlashes(item.path), place: path.index(i).child('path') }));
}

function trimSlashes(path = ''): string {
  let end = path.length;
  while (end > 0 && path.charAt(end - 1) === '/') end--;
  return path.slice(0, end);
}

function projectedFiles(sources: readonly Projection[], path: FieldPath, scope: PodScope): VolumeFile[] {
  return sources.flatMap((source, i) => {
    if (Object.keys(source).length === 0) {
      scope.warn(path.index(i), says['no-source']());
      return [];
    }
    return filesOfProjection(source, path.index(i), scope.minor);
  });
}

function filesOfProjection(source: Projection, path: FieldPath, minor: Minor): VolumeFile[] {
  const { configMap, secret, downwardAPI, serviceAccountToken, clusterTrustBundle, podCertificate } = source;
  if (configMap?.items) return filesOf(configMap.items, path.child('configMap', 'items'));
  if (secret?.items) return filesOf(secret.items, path.child('secret', 'items'));
  if (downwardAPI?.items) return filesOf(downwardAPI.items, path.child('downwardAPI', 'items'));
  if (serviceAccountToken) return namedFiles(serviceAccountToken, ['path'], path.child('serviceAccountToken'));
  if (clusterTrustBundle) return namedFiles(clusterTrustBundle, ['path'], path.child('clusterTrustBundle'));
  if (podCertificate && minor >= certificatesCheckedSince)
    return namedFiles(
      podCertificate,
      ['certificateChainPath', 'keyPath', 'credentialBundlePath'],
      path.child('podCertificate'),
    );
  return [];
}

function namedFiles<Field extends string>(
  source: { readonly [F in Field]?: string },
  fields: readonly Field[],
  path: FieldPath,
): VolumeFile[] {
  return fields.map((field) => ({ path: trimSlashes(source[field]), place: path.child(field) }));
}

function warnAboutOverlaps(files: readonly VolumeFile[], { warn }: PodScope): void {
  const above = new FileTree();
  for (const file of files) {
    for (const other of above.overlapping(file.path))
      warn(file.place, says.overlap({ path: file.path, other: other.path }), {
        related: [{ field: other.place, message: says.other({ path: other.path }) }],
      });
    above.add(file);
  }
}
