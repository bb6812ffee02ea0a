import type { Decoded, core } from '@podlint/model';
import type { PodSpec } from './plugin.js';

const volumePrefix = 'kube-api-access-';
/** Where programs look for the token. */
const mountPath = '/var/run/secrets/kubernetes.io/serviceaccount';

/** Mounts the account's token into each container that mounts nothing else there (mountServiceAccountToken). */
export function mountToken(spec: PodSpec): void {
  const existing = spec.volumes?.find(({ name }) => name?.startsWith(volumePrefix));
  const name = existing?.name ?? `${volumePrefix}xxxxx`;
  const without = [...(spec.initContainers ?? []), ...(spec.containers ?? [])].filter(
    ({ volumeMounts = [] }) => !volumeMounts.some((mount) => mount.mountPath === mountPath),
  );
  for (const container of without)
    container.volumeMounts = [...(container.volumeMounts ?? []), { name, readOnly: true, mountPath }];
  if (!existing && without.length > 0) spec.volumes = [...(spec.volumes ?? []), { name, projected: tokenSource() }];
}

/** TokenVolumeSource; a token lives an hour and seven seconds, which tells those that nobody chose a time for. */
function tokenSource(): Decoded<core.ProjectedVolumeSource> {
  return {
    defaultMode: 0o644,
    sources: [
      { serviceAccountToken: { path: 'token', expirationSeconds: 3607 } },
      { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
      {
        downwardAPI: {
          items: [{ path: 'namespace', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' } }],
        },
      },
    ],
  };
}
