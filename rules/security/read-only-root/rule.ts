import { defineRule, set } from '@podlint/engine/rule';
import { isPatch } from '../../kit/patches.js';
import { isWindows } from '../../kit/security-context.js';

export default defineRule({
  id: 'security/read-only-root',
  level: 'off',
  fix: 'unsafe',
  summary: 'A container that can write to its root file system',
  brief: 'root file system is writable',
  messages: {
    unset:
      'Container "{name}" can write to its root file system, as readOnlyRootFilesystem is not set. An intruder can change its programs or bring in others. Set readOnlyRootFilesystem to true, and mount an emptyDir where the program has to write.',
    writable:
      'Container "{name}" can write to its root file system. An intruder can change its programs or bring in others. Set readOnlyRootFilesystem to true, and mount an emptyDir where the program has to write.',
  },
  unset: ['unset'],
  container(container, report) {
    const { pod, name, value, at } = container;
    const isReadOnly = value.securityContext?.readOnlyRootFilesystem;
    if (isReadOnly === true || isWindows(pod) || (isReadOnly === undefined && isPatch(container))) return;
    const field = at.securityContext.readOnlyRootFilesystem;
    report({
      at: field,
      message: isReadOnly === undefined ? 'unset' : 'writable',
      data: { name },
      fixes: [{ title: 'Set readOnlyRootFilesystem to true', safety: 'unsafe', changes: [set(field, true)] }],
    });
  },
});
