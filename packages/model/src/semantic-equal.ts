import { own } from '@podlint/plain';
import { parseQuantity } from './quantity.js';

/**
 * Fields that are pointers in the server's types (k8s.io/api): there an absent field differs
 * from `""`, `0`, `false` or `{}`, while for every other field absent and empty are the same.
 */
const pointerFields: ReadonlySet<string> = new Set(
  (
    'activeDeadlineSeconds adminAccess affinity allowPrivilegeEscalation apiGroup appArmorProfile automountServiceAccountToken awsElasticBlockStore azureDisk azureFile ' +
    'attachRequired backoffLimit backoffLimitPerIndex blockOwnerDeletion borrowingLimitPercent cachingMode capabilities cephfs cinder claimRef clusterTrustBundle completionMode completions configMap ' +
    'configMapKeyRef configMapRef controller controllerExpandSecretRef controllerPublishSecretRef csi dataSource dataSourceRef defaultMode distinguisherMethod dnsConfig downwardAPI emptyDir enableServiceLinks ephemeral exec exempt exitCodes ' +
    'expirationSeconds failedJobsHistoryLimit fc fieldRef fileKeyRef flexVolume flocker fsGroup fsGroupChangePolicy gcePersistentDisk gitRepo glusterfs ' +
    'gmsaCredentialSpec gmsaCredentialSpecName grpc hostPath hostProcess hostUsers hostnameOverride httpGet immutable initiatorName inlineVolumeSpec iscsi labelSelector lendablePercent lifecycle limited local ' +
    'livenessProbe localhostProfile managedBy manualSelector maxExpirationSeconds maxFailedIndexes maxSurge maxUnavailable minDomains mode mountPropagation ' +
    'namespaceSelector nfs nodeTopology nodeAffinity nodeAffinityPolicy nodeExpandSecretRef nodePublishSecretRef nodeStageSecretRef nodeTaintsPolicy onExitCodes optional ordinals os parallelism persistentVolumeClaim persistentVolumeName ' +
    'persistentVolumeClaimRetentionPolicy photonPersistentDisk podAffinity podAntiAffinity podCertificate podFailurePolicy podGroupName podReplacementPolicy ' +
    'portworxVolume postStart preStop preemptionPolicy priority privileged procMount progressDeadlineSeconds projected queuing quobyte rbd readOnlyRootFilesystem ' +
    'readinessProbe recursiveReadOnly replicas requiredDuringSchedulingIgnoredDuringExecution resourceClaimName resourceClaimTemplateName resourceFieldRef ' +
    'revisionHistoryLimit rollingUpdate runAsGroup runAsNonRoot runAsUser runAsUserName runtimeClassName scaleIO schedulingGroup seLinuxChangePolicy seLinuxOptions ' +
    'seccompProfile secret secretKeyRef secretRef securityContext selector serviceAccountToken setHostnameAsFQDN shareProcessNamespace sizeLimit sleep ' +
    'startingDeadlineSeconds startupProbe stopSignal storageClassName storageos succeededCount succeededIndexes successPolicy successfulJobsHistoryLimit ' +
    'supplementalGroupsPolicy suspend tcpSocket terminationGracePeriodSeconds timeZone tolerationSeconds ttlSecondsAfterFinished valueFrom volumeAttributesClassName ' +
    'volumeClaimTemplate volumeMode vsphereVolume windowsOptions'
  ).split(' '),
);

/** Names that are pointers only inside these owners. */
const pointerFieldsByOwner: Readonly<Record<string, readonly string[]>> = {
  azureFile: ['secretNamespace'],
  azureDisk: ['fsType', 'kind', 'readOnly'],
  clusterTrustBundle: ['name', 'signerName'],
  csi: ['fsType', 'readOnly'],
  dataSourceRef: ['namespace'],
  fc: ['lun'],
  conditions: ['ready', 'serving', 'terminating'],
  drivers: ['allocatable'],
  exactly: ['capacity'],
  firstAvailable: ['capacity'],
  endpoints: ['hints', 'hostname', 'nodeName', 'targetRef', 'zone'],
  exempt: ['nominalConcurrencyShares'],
  hostPath: ['type'],
  onExitCodes: ['containerName'],
  subjects: ['group', 'serviceAccount', 'user'],
};

/** Maps, in which a key without a value is still a key. */
const maps: ReadonlySet<string> = new Set([
  'annotations',
  'binaryData',
  'capacity',
  'data',
  'labels',
  'limits',
  'matchLabels',
  'nodeSelector',
  'options',
  'parameters',
  'overhead',
  'requests',
  'stringData',
  'volumeAttributes',
]);

/** Maps whose values are resource amounts: `1000m` and `1` are the same. */
const quantityMaps: ReadonlySet<string> = new Set(['limits', 'requests', 'overhead', 'capacity', 'allocatedResources']);
const quantityFields: ReadonlySet<string> = new Set(['sizeLimit', 'divisor']);

/**
 * Whether two values of the same field mean the same to the server (equality.Semantic.DeepEqual). `field` is the
 * field's name, `owner` that of the object around it.
 */
export function semanticEqual(left: unknown, right: unknown, field = '', owner = ''): boolean {
  if (left === right) return true;
  if (left === undefined || right === undefined) return !isPointer(field, owner) && isZero(left ?? right, field);
  if (Array.isArray(left) && Array.isArray(right))
    return (
      left.length === right.length && left.every((item, i) => semanticEqual(item, right[i], itemField(field), owner))
    );
  if (isObject(left) && isObject(right)) return sameFields(left, right, field);
  return quantityFields.has(field) || quantityMaps.has(owner) ? sameQuantity(left, right) : false;
}

/** The name that the items of a list are compared under: one that is called like a map is none (`requests` of devices). */
export function itemField(list: string): string {
  return maps.has(list) ? '' : list;
}

/** Whether what a field holds has keys that somebody chose, and no fields. */
export function isMapField(field: string): boolean {
  return maps.has(field);
}

function sameFields(left: object, right: object, name: string): boolean {
  const rights = new Map(Object.entries(right));
  for (const [key, value] of Object.entries(left)) {
    if (!semanticEqual(value, rights.get(key), key, name)) return false;
    rights.delete(key);
  }
  for (const [key, value] of rights) if (!semanticEqual(undefined, value, key, name)) return false;
  return true;
}

function isPointer(field: string, owner: string): boolean {
  return pointerFields.has(field) || maps.has(owner) || (own(pointerFieldsByOwner, owner)?.includes(field) ?? false);
}

function isZero(value: unknown, field: string): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (isObject(value))
    return Object.entries(value).every(
      ([key, inner]) => inner === undefined || (!isPointer(key, field) && isZero(inner, key)),
    );
  return value === undefined || value === '' || value === 0 || value === false;
}

function sameQuantity(left: unknown, right: unknown): boolean {
  if (!isAmount(left) || !isAmount(right)) return false;
  const [a, b] = [parseQuantity(left), parseQuantity(right)];
  return a !== undefined && b !== undefined && a.compare(b) === 0;
}

function isAmount(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
