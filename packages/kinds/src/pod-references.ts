import { inEachContainer } from '@podlint/validation';
import { claimReferences } from './claim-references.js';
import { objectNamed, type FieldReferences } from './reference.js';

const handlers = ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle.postStart', 'lifecycle.preStop'];
/** Where the downward API speaks of a container of the same Pod. */
const downwardItems = ['volumes[].downwardAPI.items[]', 'volumes[].projected.sources[].downwardAPI.items[]'];
/** The drivers whose volumes may come with the name of a Secret. */
export const withSecretRef = ['cephfs', 'cinder', 'flexVolume', 'iscsi', 'rbd', 'scaleIO', 'storageos'];

/** The names in a pod's spec, from there down. */
export function podReferences(): readonly FieldReferences[] {
  return [...namesOfPodParts(), ...namesOfSettings(), ...namesOfObjects()];
}

function namesOfPodParts(): readonly FieldReferences[] {
  return [
    {
      refersTo: { to: 'volume' },
      fields: inEachContainer('volumeMounts[].name', 'volumeDevices[].name', 'env[].valueFrom.fileKeyRef.volumeName'),
    },
    {
      refersTo: { to: 'port' },
      fields: inEachContainer(
        ...handlers.flatMap((handler) => [`${handler}.httpGet.port`, `${handler}.tcpSocket.port`]),
      ),
    },
    {
      refersTo: { to: 'container' },
      fields: [
        'ephemeralContainers[].targetContainerName',
        ...inEachContainer('env[].valueFrom.resourceFieldRef.containerName'),
        ...downwardItems.map((item) => `${item}.resourceFieldRef.containerName`),
      ],
    },
    { refersTo: { to: 'resource claim' }, fields: inEachContainer('resources.claims[].name') },
  ];
}

/** ConfigMaps, Secrets and their keys. */
function namesOfSettings(): readonly FieldReferences[] {
  return [
    {
      refersTo: objectNamed('ConfigMap'),
      fields: [
        ...inEachContainer('envFrom[].configMapRef.name', 'env[].valueFrom.configMapKeyRef.name'),
        'volumes[].configMap.name',
        'volumes[].projected.sources[].configMap.name',
      ],
    },
    {
      refersTo: objectNamed('Secret'),
      fields: [
        'imagePullSecrets[].name',
        ...inEachContainer('envFrom[].secretRef.name', 'env[].valueFrom.secretKeyRef.name'),
        'volumes[].secret.secretName',
        'volumes[].projected.sources[].secret.name',
        'volumes[].azureFile.secretName',
        'volumes[].csi.nodePublishSecretRef.name',
        ...withSecretRef.map((driver) => `volumes[].${driver}.secretRef.name`),
      ],
    },
    {
      refersTo: { to: 'key', kind: 'ConfigMap', namedBy: 'name' },
      fields: [
        ...inEachContainer('env[].valueFrom.configMapKeyRef.key'),
        'volumes[].configMap.items[].key',
        'volumes[].projected.sources[].configMap.items[].key',
      ],
    },
    {
      refersTo: { to: 'key', kind: 'Secret', namedBy: 'name' },
      fields: [
        ...inEachContainer('env[].valueFrom.secretKeyRef.key'),
        'volumes[].projected.sources[].secret.items[].key',
      ],
    },
    { refersTo: { to: 'key', kind: 'Secret', namedBy: 'secretName' }, fields: ['volumes[].secret.items[].key'] },
  ];
}

function namesOfObjects(): readonly FieldReferences[] {
  return [
    { refersTo: objectNamed('ServiceAccount'), fields: ['serviceAccountName', 'serviceAccount'] },
    { refersTo: objectNamed('PriorityClass'), fields: ['priorityClassName'] },
    { refersTo: objectNamed('RuntimeClass'), fields: ['runtimeClassName'] },
    { refersTo: objectNamed('ResourceClaim'), fields: ['resourceClaims[].resourceClaimName'] },
    { refersTo: objectNamed('ResourceClaimTemplate'), fields: ['resourceClaims[].resourceClaimTemplateName'] },
    { refersTo: objectNamed('PersistentVolumeClaim'), fields: ['volumes[].persistentVolumeClaim.claimName'] },
    ...claimReferences('volumes[].ephemeral.volumeClaimTemplate.spec'),
  ];
}
