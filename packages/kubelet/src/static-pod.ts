import { FieldPath, isEnabled, type Decoded, type Minor, type core } from '@podlint/model';
import { pushAll } from '@podlint/plain';

type Pod = Decoded<core.Pod>;
type PodSpec = Decoded<core.PodSpec>;
type Container = Decoded<core.Container>;
type Volume = Decoded<core.Volume>;
type Projection = Decoded<core.VolumeProjection>;

const { root } = FieldPath;
const volumes = root.child('volumes');

/** Something in a Pod's spec that is there only if the API is. */
export interface ApiReference {
  /** The resource in the plural, as the kubelet names it: `secrets`. */
  readonly resource: string;
  /** From the spec down to what refers. */
  readonly path: FieldPath;
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
    ...(serviceAccount ? [{ resource: 'serviceaccounts', path: root.child(serviceAccount) }] : []),
    ...namedIn(spec, 'secrets'),
    ...namedIn(spec, 'configmaps'),
    ...(spec.resourceClaims ?? []).map((_, i) => ({
      resource: 'resourceclaims',
      path: root.child('resourceClaims').index(i),
    })),
    ...(spec.volumes ?? []).flatMap((volume, i) => kindsOfVolume(volume, volumes.index(i))),
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
    ...new Map(
      references.map((reference) => [`${reference.resource} ${reference.path.toString()}`, reference]),
    ).values(),
  ];
}

type Named = 'secrets' | 'configmaps';

/** VisitPodSecretNames and VisitPodConfigmapNames */
function namedIn(spec: PodSpec, resource: Named): ApiReference[] {
  const paths: FieldPath[] = [];
  if (resource === 'secrets')
    spec.imagePullSecrets?.forEach(({ name }, i) => name && paths.push(root.child('imagePullSecrets').index(i)));
  for (const list of ['initContainers', 'containers', 'ephemeralContainers'] as const) {
    spec[list]?.forEach((container, i) =>
      pushAll(paths, namedInContainer(container, resource, root.child(list).index(i))),
    );
  }
  spec.volumes?.forEach((volume, i) =>
    pushAll(
      paths,
      resource === 'secrets' ? secretsOfVolume(volume, volumes.index(i)) : configMapsOfVolume(volume, volumes.index(i)),
    ),
  );
  return paths.map((path) => ({ resource, path }));
}

const envFields = { secrets: ['secretRef', 'secretKeyRef'], configmaps: ['configMapRef', 'configMapKeyRef'] } as const;

function namedInContainer({ env = [], envFrom = [] }: Container, resource: Named, path: FieldPath): FieldPath[] {
  const [whole, key] = envFields[resource];
  return [
    ...envFrom.flatMap((source, i) => (source[whole]?.name ? [path.child('envFrom').index(i).child(whole)] : [])),
    ...env.flatMap(({ valueFrom }, i) =>
      valueFrom?.[key]?.name ? [path.child('env').index(i).child('valueFrom', key)] : [],
    ),
  ];
}

/** The drivers whose volumes may come with the name of a Secret. */
const withSecretRef = ['cephfs', 'cinder', 'flexVolume', 'rbd', 'scaleIO', 'iscsi', 'storageos'] as const;

function secretsOfVolume(volume: Volume, path: FieldPath): FieldPath[] {
  const { azureFile, csi, secret } = volume;
  return [
    ...withSecretRef.flatMap((driver) => (volume[driver]?.secretRef?.name ? [path.child(driver)] : [])),
    ...(azureFile?.secretName ? [path.child('azureFile')] : []),
    ...(csi?.nodePublishSecretRef?.name ? [path.child('csi')] : []),
    ...(secret?.secretName ? [path.child('secret')] : []),
    ...projectedNames(volume, 'secret', path),
  ];
}

function configMapsOfVolume(volume: Volume, path: FieldPath): FieldPath[] {
  return [...(volume.configMap?.name ? [path.child('configMap')] : []), ...projectedNames(volume, 'configMap', path)];
}

function projectedNames({ projected }: Volume, field: 'secret' | 'configMap', path: FieldPath): FieldPath[] {
  return (projected?.sources ?? []).flatMap((source, i) =>
    source[field]?.name ? [sourceAt(path, i).child(field)] : [],
  );
}

function sourceAt(volume: FieldPath, i: number): FieldPath {
  return volume.child('projected', 'sources').index(i);
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
function kindsOfVolume(volume: Volume, path: FieldPath): ApiReference[] {
  if (!volume.projected) return kindsIn(volume, kindsByVolume, path);
  return (volume.projected.sources ?? []).flatMap((source, i) => kindsIn(source, kindsByProjection, sourceAt(path, i)));
}

function kindsIn<Source extends object>(source: Source, kinds: Kinds<Source>, path: FieldPath): ApiReference[] {
  return (Object.keys(kinds) as (keyof Source & string)[]).flatMap((field) =>
    source[field] ? { resource: kinds[field] ?? '', path: path.child(field) } : [],
  );
}
