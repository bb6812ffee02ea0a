import { defineRule, each } from '@podlint/engine/rule';
import { mountsOf } from '../../kit/volume-users.js';

/** A read-only mount keeps nobody from writing to what these are. */
const specialFiles: ReadonlySet<string | undefined> = new Set(['Socket', 'CharDevice', 'BlockDevice']);

/** Programs of the node and of containers take turns by it, so it has to be writable: `/run/xtables.lock`. */
const lockFile = /\.lock$/;

export default defineRule({
  id: 'volumes/host-path-writable',
  level: 'warn',
  summary: 'A folder or file of the node that a container can write to',
  brief: 'may write to the node',
  outranks: ['volumes/host-path'],
  messages: {
    writable:
      'Container "{name}" can write to "{path}" of its node. What it writes stays when the Pod goes, may fill the disk, and reaches every other program that reads it. Mount it with readOnly: true, or use a claim or an emptyDir, unless it is there to change the node.',
    mounted: 'mounted here',
  },
  pod(pod, report) {
    // What a kubelet reads from a file has hardly another place to keep things.
    if (pod.object.isStaticPod) return;
    for (const volume of each(pod.spec.volumes, pod.at.volumes)) {
      const { name = '', hostPath } = volume.value;
      if (!hostPath || specialFiles.has(hostPath.type) || lockFile.test(hostPath.path ?? '')) continue;
      const writer = mountsOf(pod, name).find(({ mount }) => !mount.value.readOnly);
      if (!writer) continue;
      const data = { name: writer.container.name, path: hostPath.path ?? '' };
      report({
        at: volume.at.hostPath.path,
        message: 'writable',
        data,
        related: [{ at: writer.mount.at.name, message: 'mounted' }],
      });
    }
  },
});
