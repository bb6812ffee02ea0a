import { defineRule } from '@podlint/engine/rule';
import { serviceAccountOf } from '../../kit/service-account.js';

export default defineRule({
  id: 'security/default-service-account',
  level: 'off',
  summary: "A Pod that runs under its namespace's default service account",
  brief: 'default service account',
  messages: {
    default:
      'The Pod runs under the service account "default". Every other Pod of the namespace that names none shares it, and all its rights. Give it a service account of its own, or no token (automountServiceAccountToken: false).',
  },
  pod(pod, report) {
    if (serviceAccountOf(pod) !== 'default' || pod.spec.automountServiceAccountToken === false) return;
    report({ at: pod.at.serviceAccountName, message: 'default' });
  },
});
