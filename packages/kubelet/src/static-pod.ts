import { isEnabled, type Decoded, type Minor, type core } from '@podlint/model';

type Pod = Decoded<core.Pod>;
type PodSpec = Decoded<core.PodSpec>;
type Container = Decoded<core.Container>;
type Volume = Decoded<core.Volume>;
type Projection = Decoded<core.VolumeProjection>;

type Path = readonly (string | number)[];

/** Something in a Pod's spec that is there only if the API is. */
export interface ApiReference {
  /** The resource in the plural, as the kubelet names it: `secrets`. */
  readonly resource: string;
  /** Names and indexes from the spec down to what refers. */
  readonly path: Path;
}

/**
 * The kinds of API object that a Pod refers to, in the order in which the kubelet looks for them. A static Pod must
 * refer to none: it is started without the API, and since 1.34 the kubelet refuses it for the first one
 * (HasAPIObjectReference, pkg/api/pod/util.go, used in pkg/kubelet/config).
 * The Pod is a sound one as the kubelet reads it from its file, where nobody fills in the name of a service account.
 */
export function referredObjects(pod: Pod): string[] {
  return [...new Set(apiReferences(pod).map(({ resource }) => resource))];
}

/** The same with the place of each reference; a place that needs objects of two kinds comes twice. */
export function apiReferences({ spec = {} }: Pod): ApiReference[] {
  const serviceAccount = (['serviceAccountName', 'serviceAccount'] as const).find((field) => spec[field]);
  const found: ApiReference[] = [
    ...(serviceAccount ? [{ resource: 'serviceaccounts', path: [serviceAccount] }] : []),
    ...namedIn(spec, 'secrets'),
    ...namedIn(spec, 'configmaps'),
    ...(spec.resourceClaims ?? []).map((_, i) => ({ resource: 'resourceclaims', path: ['resourceClaims', i] })),
    ...(spec.volumes ?? []).flatMap((volume, i) => kindsOfVolume(volume, ['volumes', i])),
  ];
  return found.length < 2 ? found : withoutTwins(found);
}

/**
 * The version from which on the kubelet refuses a static Pod that refers to such an object; undefined where the kubelet
 * of `minor` starts the Pod.
 * Two kinds were refused before all of them were (tryDecodeSinglePod, pkg/kubelet/config/common.go of each version).
 */
export function staticPodRefusedSince(resource: string, minor: Minor): string | undefined {
  if (resource === 'clustertrustbundles') return '1.29';
  if (resource === 'resourceclaims' && minor >= 32) return '1.32';
  return isEnabled('PreventStaticPodAPIReferences', minor) ? '1.34' : undefined;
}

function withoutTwins(references: readonly ApiReference[]): ApiReference[] {
  return [
    ...new Map(references.map((reference) => [`${reference.resource} ${reference.path.join()}`, reference])).values(),
  ];
}

type Named = 'secrets' | 'configmaps';

/** VisitPodSecretNames and VisitPodConfigmapNames */
function namedIn(spec: PodSpec, resource: Named): ApiReference[] {
  const paths: Path[] = [];
  if (resource === 'secrets')
    spec.imagePullSecrets?.forEach(({ name }, i) => name && paths.push(['imagePullSecrets', i]));
  for (const list of ['initContainers', 'containers', 'ephemeralContainers'] as const) {
    spec[list]?.forEach((container, i) => paths.push(...namedInContainer(container, resource, [list, i])));
  }
  spec.volumes?.forEach((volume, i) =>
    paths.push(
      ...(resource === 'secrets'
        ? secretsOfVolume(volume, ['volumes', i])
        : configMapsOfVolume(volume, ['volumes', i])),
    ),
  );
  return paths.map((path) => ({ resource, path }));
}

const envFields = { secrets: ['secretRef', 'secretKeyRef'], configmaps: ['configMapRef', 'configMapKeyRef'] } as const;

function namedInContainer({ env = [], envFrom = [] }: Container, resource: Named, path: Path): Path[] {
  const [whole, key] = envFields[resource];
  return [
    ...envFrom.flatMap((source, i) => (source[whole]?.name ? [[...path, 'envFrom', i, whole]] : [])),
    ...env.flatMap(({ valueFrom }, i) => (valueFrom?.[key]?.name ? [[...path, 'env', i, 'valueFrom', key]] : [])),
  ];
}

/** The drivers whose volumes may come with the name of a Secret. */
const withSecretRef = ['cephfs', 'cinder', 'flexVolume', 'rbd', 'scaleIO', 'iscsi', 'storageos'] as const;

function secretsOfVolume(volume: Volume, path: Path): Path[] {
  const { azureFile, csi, secret } = volume;
  return [
    ...withSecretRef.flatMap((driver) => (volume[driver]?.secretRef?.name ? [[...path, driver]] : [])),
    ...(azureFile?.secretName ? [[...path, 'azureFile']] : []),
    ...(csi?.nodePublishSecretRef?.name ? [[...path, 'csi']] : []),
    ...(secret?.secretName ? [[...path, 'secret']] : []),
    ...projectedNames(volume, 'secret', path),
  ];
}

function configMapsOfVolume(volume: Volume, path: Path): Path[] {
  return [...(volume.configMap?.name ? [[...path, 'configMap']] : []), ...projectedNames(volume, 'configMap', path)];
}

function projectedNames({ projected }: Volume, field: 'secret' | 'configMap', path: Path): Path[] {
  return (projected?.sources ?? []).flatMap((source, i) =>
    source[field]?.name ? [[...path, 'projected', 'sources', i, field]] : [],
  );
}

type Kinds<Source> = { readonly [Field in keyof Source]?: string };

const kindsByVolume: Kinds<Volume> = {
  configMap: 'configmaps',
  secret: 'secrets',
  csi: 'csidrivers',
  glusterfs: 'endpoints',
  persistentVolumeClaim: 'persistentvolumeclaims',
  ephemeral: 'persistentvolumeclaims',
  azureFile: 'secrets',
};

const kindsByProjection: Kinds<Projection> = {
  configMap: 'configmaps',
  secret: 'secrets',
  serviceAccountToken: 'serviceaccounts',
  clusterTrustBundle: 'clustertrustbundles',
  podCertificate: 'podcertificates',
};

/** A volume has one source, a projected one several. */
function kindsOfVolume(volume: Volume, path: Path): ApiReference[] {
  if (!volume.projected) return kindsIn(volume, kindsByVolume, path);
  return (volume.projected.sources ?? []).flatMap((source, i) =>
    kindsIn(source, kindsByProjection, [...path, 'projected', 'sources', i]),
  );
}

function kindsIn<Source extends object>(source: Source, kinds: Kinds<Source>, path: Path): ApiReference[] {
  return (Object.keys(kinds) as (keyof Source & string)[]).flatMap((field) =>
    source[field] ? { resource: kinds[field] ?? '', path: [...path, field] } : [],
  );
}
