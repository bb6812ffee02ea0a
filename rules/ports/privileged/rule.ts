import { defineRule, each, type PodView } from '@podlint/engine/rule';

/** Ports below this one are the kernel's to give away, unless the sysctl says otherwise. */
const firstFreePort = 1024;
const sysctl = 'net.ipv4.ip_unprivileged_port_start';

export default defineRule({
  id: 'ports/privileged',
  level: 'off',
  summary: 'A container port below 1024',
  brief: 'port below 1024',
  messages: {
    privileged:
      'Container "{name}" listens on port {port}, which is below {first}. That may need the capability NET_BIND_SERVICE, or root, so the container is harder to lock down. Listen on a higher port, and let the Service translate.',
  },
  container({ name, pod, value, at }, report) {
    for (const {
      value: { containerPort: port = 0 },
      at: field,
    } of each(value.ports, at.ports)) {
      if (port <= 0 || port >= firstFreePort) continue;
      const first = firstFree(pod);
      if (port < first) report({ at: field.containerPort, message: 'privileged', data: { name, port, first } });
    }
  },
});

function firstFree({ spec }: PodView): number {
  const value = spec.securityContext?.sysctls?.find(({ name }) => name === sysctl)?.value;
  return value === undefined ? firstFreePort : Number(value);
}
