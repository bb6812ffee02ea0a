import { defineRule } from '@podlint/engine/rule';
import { reportAnnotations } from './annotations.js';
import { reportIngressClass, reportStorageClasses } from './classes.js';
import type { Message } from './messages.js';
import { reportNodeLabels } from './node-labels.js';
import { reportServiceAccount } from './service-account.js';
import { reportTolerations } from './tolerations.js';
import { reportTcpHooks } from './tcp-hooks.js';
import { reportVolumes } from './volumes.js';

export default defineRule<Message>({
  id: 'deprecations/field',
  level: 'warn',
  fix: 'safe',
  tags: ['deprecated'],
  summary: 'A field, annotation or label that is on its way out, or has no effect any more',
  brief: 'deprecated field, annotation or label',
  messages: {
    serviceAccount: 'serviceAccount is the deprecated name of serviceAccountName. Use serviceAccountName.',
    seccomp:
      'The annotation "{name}" has no effect since 1.27: the profile "{value}" is not applied. Set seccompProfile in the security context.',
    appArmor:
      'The annotation "{name}" is deprecated since 1.30. Set appArmorProfile in the security context of the container.',
    annotation: 'The annotation "{name}" has no effect any more. Use {instead}.',
    inTree:
      '{source} volumes are deprecated. Kubernetes hands them to the CSI driver "{driver}", and they fail where that is not installed. Use a PersistentVolumeClaim with a storage class of the driver.',
    flexVolume:
      'flexVolume is deprecated since 1.23. Its drivers are programs that must be installed on every node. Use a CSI driver for this storage.',
    label: 'The label "{label}" of nodes is deprecated, and new nodes may come without it. Use "{instead}".',
    master:
      'kubeadm no longer sets the label "{label}" on nodes since 1.24. Nothing matches it there. Use "{instead}".',
    toleration:
      'kubeadm no longer sets the taint "{label}" since 1.25. Now "{instead}" keeps Pods off the control plane, and this Pod does not tolerate it. Use the new name, or tolerate both.',
    ingressClass:
      'The annotation "{name}" is deprecated since 1.18. Some controllers no longer read it and silently ignore the Ingress. Use spec.ingressClassName.',
    storageClass: 'The annotation "{name}" is the old form of spec.storageClassName, and overrides it. Use the field.',
    tcpHook:
      'A {hook} hook with tcpSocket cannot run. The field is kept only for old objects. {consequence} Use httpGet or exec.',
  },
  pod(pod, report) {
    reportServiceAccount(pod, report);
    if (pod.metadata.annotations) reportAnnotations(pod, pod.metadata.annotations, report);
    if (pod.spec.volumes) reportVolumes(pod, report);
    reportNodeLabels(pod, report);
    reportTolerations(pod, report);
  },
  container(container, report) {
    if (container.value.lifecycle) reportTcpHooks(container, report);
  },
  resource(resource, report) {
    reportIngressClass(resource, report);
    reportStorageClasses(resource, report);
  },
});
