import { defineRule, fieldBelow, type PodView } from '@podlint/engine/rule';
import { apiReferences, staticPodRefusedSince } from '@podlint/kubelet';
import { own } from '@podlint/plain';

export default defineRule({
  id: 'static/refers-to-api',
  level: 'error',
  summary: 'A static Pod that refers to an object of the API',
  brief: 'static Pod needs the API',
  messages: {
    refused:
      'The kubelet refuses this static Pod, because it refers to {what}. Static Pods start without the API server, and {since} the kubelet takes none that needs it. {instead}',
    broken:
      'A static Pod is started without the API server, so that {what} is out of its reach: {happens}. From 1.34 on the kubelet refuses the Pod. {instead}',
  },
  object(object, report) {
    if (!object.pod || !object.isStaticPod) return;
    for (const { resource, path } of apiReferences({ spec: asInFile(object.pod) })) {
      const { what, happens, instead } = own(textsOf, resource) ?? other;
      const since = staticPodRefusedSince(resource, object.minor);
      const at = fieldBelow(object.pod.at, path.segments);
      report(
        since
          ? { at, message: 'refused', data: { what, since: `since ${since}`, instead } }
          : { at, message: 'broken', data: { what, happens, instead } },
      );
    }
  },
});

/** In the file itself nobody has filled in the service account. */
function asInFile({ object, spec, at }: PodView): PodView['spec'] {
  const { serviceAccountName, serviceAccount, ...rest } = spec;
  return {
    ...rest,
    ...(object.isWritten(at.serviceAccountName) && { serviceAccountName }),
    ...(object.isWritten(at.serviceAccount) && { serviceAccount }),
  };
}

interface Texts {
  readonly what: string;
  /** What becomes of it in a kubelet that takes the Pod. */
  readonly happens: string;
  readonly instead: string;
}

const waits =
  'the node may not read it, so that the container waits for it for ever, and no mirror Pod in the API shows that';
const files = 'Put what is in it into a file of the node and mount that as hostPath, or let a DaemonSet run the Pod.';
const noIdentity =
  'Give the Pod a kubeconfig file of the node, as the control plane has it, or let a DaemonSet run it.';
const storage = 'Use a hostPath volume, or let a StatefulSet run the Pod.';
const other: Texts = { what: 'an object of the API', happens: 'it may work or not, as it happens', instead: files };

const textsOf: Readonly<Record<string, Texts>> = {
  serviceaccounts: {
    what: 'a service account',
    happens: 'the containers get no token, and the API server refuses the mirror Pod that would show it',
    instead: noIdentity,
  },
  secrets: { what: 'a Secret', happens: waits, instead: files },
  configmaps: { what: 'a ConfigMap', happens: waits, instead: files },
  resourceclaims: { what: 'a ResourceClaim', happens: waits, instead: 'Let a DaemonSet run the Pod.' },
  persistentvolumeclaims: {
    what: 'a PersistentVolumeClaim',
    happens:
      'the volume is never mounted, so that the containers wait for ever, and no mirror Pod in the API shows that',
    instead: storage,
  },
  csidrivers: {
    what: 'a CSI driver',
    happens: 'the volume is mounted only if the driver and the API server are there before the Pod',
    instead: storage,
  },
  endpoints: { what: 'Endpoints', happens: 'the volume is never mounted', instead: storage },
  clustertrustbundles: { what: 'a ClusterTrustBundle', happens: waits, instead: files },
  podcertificates: {
    what: 'a Pod certificate',
    happens: waits,
    instead: 'Issue the certificate into a file of the node, or let a DaemonSet run the Pod.',
  },
};
