import { testSources } from './volumes-kit.js';

const x = (length: number): string => 'x'.repeat(length);

// On the node itself.
testSources([
  [{}],
  [{ emptyDir: {} }],
  [{ emptyDir: { sizeLimit: '0' } }],
  [{ emptyDir: { sizeLimit: '-1Mi' } }, 'Forbidden emptyDir.sizeLimit'],
  [{ hostPath: { path: '/var/log', type: 'Directory' } }],
  [{ hostPath: { path: 'a..b' } }],
  [{ hostPath: { type: 'Nothing' } }, 'Required hostPath.path'],
  [{ hostPath: { path: '/var/../etc', type: 'Nothing' } }, 'Invalid hostPath.path', 'NotSupported hostPath.type'],
  [{ gitRepo: { repository: 'https://example.com/r.git', directory: 'a/b' } }],
  [{ gitRepo: { directory: '/a' } }, 'Required gitRepo.repository', 'Invalid gitRepo.directory'],
  [{ gitRepo: { repository: 'r', directory: 'a/../..' } }, 'Invalid gitRepo.directory'],
  [{ gitRepo: { repository: 'r', directory: '..a' } }],
  [{ image: { reference: 'nginx', pullPolicy: 'Never' } }],
  [{ image: { pullPolicy: 'Sometimes' } }, 'Required image.reference', 'NotSupported image.pullPolicy'],
]);

// Over the network.
testSources([
  [{ nfs: { server: 's', path: '/' } }],
  [{ nfs: { server: 's', path: 'a' } }, 'Invalid nfs.path'],
  [{ nfs: {} }, 'Required nfs.server', 'Required nfs.path', 'Invalid nfs.path'],
  [{ fc: { wwids: ['a'] } }],
  [{ fc: { targetWWNs: ['a'], lun: 0 } }],
  [{ fc: {} }, 'Required fc.targetWWNs'],
  [{ fc: { targetWWNs: ['a'] } }, 'Required fc.lun'],
  [{ fc: { targetWWNs: ['a'], lun: 256 } }, 'Invalid fc.lun'],
  [{ fc: { targetWWNs: ['a'], wwids: ['b'], lun: -1 } }, 'Invalid fc.targetWWNs', 'Invalid fc.lun'],
  [{ fc: { wwids: ['a'], lun: 256 } }],
  [{ glusterfs: {} }, 'Required glusterfs.endpoints', 'Required glusterfs.path'],
  [{ rbd: { monitors: [] } }, 'Required rbd.monitors', 'Required rbd.image'],
  [{ cephfs: {} }, 'Required cephfs.monitors'],
  [{ cinder: { secretRef: {} } }, 'Required cinder.volumeID', 'Required cinder.secretRef.name'],
  [{ quobyte: { registry: 'a:1,[::1]:2', volume: 'v', tenant: x(64) } }],
  [{ quobyte: { tenant: x(65) } }, 'Required quobyte.registry', 'Required quobyte.volume'],
  [{ quobyte: { registry: 'nowhere', volume: 'v', tenant: x(65) } }, 'Required quobyte.tenant'],
  [{ quobyte: { registry: 'a:1,b', volume: 'v' } }, 'Invalid quobyte.registry'],
  [{ quobyte: { registry: '::1:2', volume: 'v' } }, 'Invalid quobyte.registry'],
  [{ flocker: { datasetName: 'a' } }],
  [{ flocker: {} }, 'Required flocker'],
  [{ flocker: { datasetName: 'a/b', datasetUUID: 'u' } }, 'Invalid flocker', 'Invalid flocker.datasetName'],
]);

// iSCSI names have three forms.
testSources([
  [{ iscsi: { targetPortal: 't', iqn: 'iqn.2001-04.com.example:storage' } }],
  [{ iscsi: { targetPortal: 't', iqn: 'eui.0123456789abcdef', lun: 255 } }],
  [{ iscsi: { targetPortal: 't', iqn: `naa.${x(32)}`, initiatorName: 'iqn.2001-04.com.example:me' } }],
  [{ iscsi: {} }, 'Required iscsi.targetPortal', 'Required iscsi.iqn'],
  [{ iscsi: { targetPortal: 't', iqn: 'target', lun: -1 } }, 'Invalid iscsi.iqn', 'Invalid iscsi.lun'],
  [{ iscsi: { targetPortal: 't', iqn: 'iqn.2001-04.com.example' } }, 'Invalid iscsi.iqn'],
  [
    { iscsi: { targetPortal: 't', iqn: 'eui.0123', initiatorName: '' } },
    'Invalid iscsi.iqn',
    'Invalid iscsi.initiatorname',
  ],
  [{ iscsi: { targetPortal: 't', iqn: 'eui.0123456789abcdef', chapAuthSession: true } }, 'Required iscsi.secretRef'],
  [
    { iscsi: { targetPortal: x(63), iqn: 'eui.0123456789abcdef', initiatorName: 'eui.0123456789abcdef' } },
    'Invalid name',
  ],
  [{ iscsi: { targetPortal: x(62), iqn: 'eui.0123456789abcdef', initiatorName: 'eui.0123456789abcdef' } }],
]);

// Disks and shares of clouds and storage systems.
testSources([
  [{ gcePersistentDisk: { pdName: 'd', partition: 255 } }],
  [{ gcePersistentDisk: { partition: 256 } }, 'Required persistentDisk.pdName', 'Invalid persistentDisk.partition'],
  [
    { awsElasticBlockStore: { partition: -1 } },
    'Required awsElasticBlockStore.volumeID',
    'Invalid awsElasticBlockStore.partition',
  ],
  [{ azureFile: {} }, 'Required azureFile.secretName', 'Required azureFile.shareName'],
  [{ azureDisk: { diskName: 'd', diskURI: 'https://a/b.vhd' } }],
  [{ azureDisk: { diskName: 'd', diskURI: '/subscriptions/s', kind: 'Managed' } }],
  [{ azureDisk: { diskName: 'd', diskURI: '/subscriptions/s' } }, 'NotSupported azureDisk.diskURI'],
  [
    { azureDisk: { cachingMode: 'None', kind: 'Managed' } },
    'Required azureDisk.diskName',
    'Required azureDisk.diskURI',
    'NotSupported azureDisk.diskURI',
  ],
  [
    { azureDisk: { diskName: 'd', diskURI: 'https://a', cachingMode: 'All', kind: 'Mine' } },
    'NotSupported azureDisk.cachingMode',
    'NotSupported azureDisk.kind',
  ],
  [{ vsphereVolume: {} }, 'Required vsphereVolume.volumePath'],
  [{ photonPersistentDisk: {} }, 'Required photonPersistentDisk.pdID'],
  [{ portworxVolume: {} }, 'Required portworxVolume.volumeID'],
  [{ scaleIO: {} }, 'Required scaleIO.gateway', 'Required scaleIO.system', 'Required scaleIO.volumeName'],
  [{ storageos: { secretRef: {} } }, 'Required storageos.volumeName', 'Required storageos.secretRef.name'],
  [
    { storageos: { volumeName: 'A', volumeNamespace: 'a.b' } },
    'Invalid storageos.volumeName',
    'Invalid storageos.volumeNamespace',
  ],
]);

// Drivers.
testSources([
  [{ csi: { driver: 'CSI.example.com', nodePublishSecretRef: { name: 's' } } }],
  [{ csi: {} }, 'Required csi.driver'],
  [
    { csi: { driver: x(64), nodePublishSecretRef: {} } },
    'TooLong csi.driver',
    'Required csi.nodePublishSecretRef.name',
  ],
  [{ csi: { driver: 'a_b', nodePublishSecretRef: { name: 'S' } } }, 'Invalid csi.driver', 'Invalid csi.name'],
  [{ flexVolume: { driver: 'd', options: { 'example.com/a': '1', 'kubernetes.io.example': '2' } } }],
  [
    { flexVolume: { options: { 'A.K8s.io/x': '1' } } },
    'Required flexVolume.driver',
    'Invalid flexVolume.options[A.K8s.io/x]',
  ],
]);
testSources([[{ csi: {} }, 'Required csi.driver', 'Invalid csi.driver']], 34);
