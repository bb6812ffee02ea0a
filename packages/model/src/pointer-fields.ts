import { own } from '@podlint/plain';

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

/** `owner`: the name of the field that holds the object around it. */
export function isPointerField(field: string, owner: string): boolean {
  return pointerFields.has(field) || (own(pointerFieldsByOwner, owner)?.includes(field) ?? false);
}
