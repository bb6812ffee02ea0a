import { defineRule } from '@podlint/engine/rule';
import type { Minor } from '@podlint/model';
import { isPodPreset } from '../../kit/pod-presets.js';

export default defineRule({
  id: 'podpreset/removed-api',
  level: 'error',
  summary: 'A PodPreset, which no server has known since 1.20',
  brief: 'PodPreset was removed in 1.20',
  messages: {
    removed:
      'PodPreset was removed in 1.20, and the server refuses the object. No Pod gets what it holds. Write that into the pod templates (a kustomize component does it for many at once), or {instead}.',
  },
  resource(resource, report) {
    if (isPodPreset(resource))
      report({ at: resource.at.apiVersion, message: 'removed', data: { instead: insteadIn(resource.minor) } });
  },
});

/** When MutatingAdmissionPolicy became what (its lifecycle in k8s.io/api, admissionregistration). */
function insteadIn(minor: Minor): string {
  if (minor >= 36) return 'let a MutatingAdmissionPolicy (admissionregistration.k8s.io/v1) add it to Pods';
  if (minor >= 32)
    return `let a mutating webhook add it to Pods; MutatingAdmissionPolicy can do it too, where ${minor >= 34 ? 'its beta' : 'its alpha'} is turned on`;
  return 'let a mutating webhook add it to Pods';
}
