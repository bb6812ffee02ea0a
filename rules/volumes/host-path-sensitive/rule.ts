import { defineRule, each, type ContainerView, type PodView } from '@podlint/engine/rule';
import { isRuntimeSocket } from '../../kit/runtime-sockets.js';
import { effective } from '../../kit/security-context.js';
import { mountsOf } from '../../kit/volume-users.js';
import { joinPaths, sensitivePath } from './paths.js';

type Message = 'socket' | 'readable' | 'writable';

const usualAdvice = 'Mount it with readOnly: true, or only the folder that is needed.';

interface Danger {
  readonly message: Message;
  readonly path: string;
  readonly what?: string;
  readonly advice?: string;
}

/** A path of the node, as some container sees it. */
interface Exposure {
  readonly path: string;
  readonly isWritable: boolean;
  /** To an ordinary user of the node, what matters is not readable. */
  readonly isToRoot: boolean;
}

export default defineRule<Message>({
  id: 'volumes/host-path-sensitive',
  level: 'error',
  summary: 'A path of the node that is as good as the node itself',
  brief: 'mounts a sensitive node path',
  outranks: ['volumes/host-path-writable', 'volumes/host-path', 'security/docker-socket'],
  messages: {
    socket:
      'The volume "{volume}" is {path}, the control socket of the container runtime. A read-only mount does not protect it: anyone in the container can start another one that controls the node. Build images with BuildKit or Buildah, and read metrics from the kubelet.',
    readable:
      'The volume "{volume}" shows {path} of the node, {what}. Anyone in the container can read what it takes to act as the node, or as other Pods. Mount only the file that is needed.',
    writable:
      'The volume "{volume}" lets containers write to {path} of the node. That is {what}: anyone in the container controls the node. {advice}',
  },
  pod(pod, report) {
    if (pod.object.isStaticPod) return;
    for (const volume of each(pod.spec.volumes, pod.at.volumes)) {
      const { name = '', hostPath } = volume.value;
      if (!hostPath?.path) continue;
      const [danger] = exposures(pod, name, hostPath.path).flatMap(dangerOf);
      if (!danger) continue;
      const { message, path, what = '', advice = usualAdvice } = danger;
      report({ at: volume.at.hostPath.path, message, data: { volume: name, path: `"${path}"`, what, advice } });
    }
  },
});

/** At most one. */
function dangerOf({ path, isWritable, isToRoot }: Exposure): Danger[] {
  if (isRuntimeSocket(path)) return [{ message: 'socket', path }];
  const sensitive = sensitivePath(path);
  if (!sensitive || (!isWritable && (sensitive.danger === 'write' || !isToRoot))) return [];
  return [{ ...sensitive, message: sensitive.danger === 'read' ? 'readable' : 'writable', path }];
}

/** A volume that no container mounts can still be mounted by an ephemeral one. */
function exposures(pod: PodView, volume: string, path: string): Exposure[] {
  const mounts = mountsOf(pod, volume);
  if (mounts.length === 0) return [{ path: joinPaths(path, ''), isWritable: false, isToRoot: true }];
  return mounts.map(({ container, mount: { value } }) => ({
    path: joinPaths(path, value.subPath ?? value.subPathExpr ?? ''),
    isWritable: !value.readOnly,
    isToRoot: mayBeRoot(container),
  }));
}

function mayBeRoot(container: ContainerView): boolean {
  const user = effective(container, 'runAsUser');
  return user === undefined ? effective(container, 'runAsNonRoot') !== true : user === 0;
}
