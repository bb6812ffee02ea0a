import { type Message, defineMessages } from '@podlint/messages';
import { type Decoded, type FieldPath, type core, isEnabled, stageOf } from '@podlint/model';
import { warnAboutClaimAmounts } from './amounts.js';
import { warnAboutOverlappingPaths } from './volume-paths.js';
import type { PodScope } from './warning.js';

type Volume = Decoded<core.Volume>;

/**
 * Volume plugins that are on their way out: since which version they do nothing any more.
 * `reported` is the server's name for the field where that differs (warningsForPodSpecAndMeta,
 * pkg/api/pod/warnings.go).
 */
const retiredSources = [
  { source: 'photonPersistentDisk', gone: '1.16' },
  { source: 'scaleIO', gone: '1.22' },
  { source: 'flocker', gone: '1.25' },
  { source: 'storageos', gone: '1.25', reported: 'storageOS' },
  { source: 'quobyte', gone: '1.25' },
  { source: 'glusterfs', gone: '1.26' },
  { source: 'cephfs', gone: '1.31' },
  { source: 'rbd', gone: '1.31' },
] as const satisfies readonly { source: keyof Volume; gone: string; reported?: string }[];

const advice = 'Clone the repository in an init container, into an emptyDir.';
const says = defineMessages('deprecated-volume', {
  retired: 'Kubernetes has not been able to mount {source} volumes since {since}. Use a CSI driver for this storage.',
  'git-repo-off': `gitRepo volumes are deprecated, and nodes of this version do not mount them by default. ${advice}`,
  'git-repo': `gitRepo volumes are deprecated since 1.11, as they run git on the node. ${advice}`,
});

export function warnAboutVolumes(scope: PodScope): void {
  const { spec, specPath } = scope;
  spec.volumes?.forEach((volume, i) => {
    const path = specPath.child('volumes').index(i);
    warnAboutRetiredSources(volume, path, scope);
    if (volume.gitRepo) scope.warn(path.child('gitRepo'), gitRepoMessage(scope));
    const claim = volume.ephemeral?.volumeClaimTemplate?.spec;
    if (claim) warnAboutClaimAmounts(claim, path.child('ephemeral', 'volumeClaimTemplate', 'spec'), scope.warn);
    warnAboutOverlappingPaths(volume, path, scope);
  });
}

function warnAboutRetiredSources(volume: Volume, path: FieldPath, { warn }: PodScope): void {
  for (const entry of retiredSources) {
    if (!volume[entry.source]) continue;
    const message = says.retired({ source: entry.source, since: entry.gone });
    if ('reported' in entry) warn(path.child(entry.reported), message, { at: path.child(entry.source) });
    else warn(path.child(entry.source), message);
  }
}

/** The driver can be switched off since 1.33, and is until 1.35. */
function gitRepoMessage({ minor }: PodScope): Message {
  const isOff = stageOf('GitRepoVolumeDriver', minor) !== undefined && !isEnabled('GitRepoVolumeDriver', minor);
  return isOff ? says['git-repo-off']() : says['git-repo']();
}
