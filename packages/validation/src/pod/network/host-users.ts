import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, Minor, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { containerPath, visitContainers } from '../visit-containers.js';

const says = defineMessages('host-users', {
  'host-namespace':
    'hostUsers: false cannot be combined with {field}. It gives the Pod its own users, which have no rights in the namespaces of the node. Remove one of the two.',
  'own-users': 'gives the Pod its own users',
  'volume-devices':
    'hostUsers: false cannot be combined with volumeDevices. It gives the Pod its own users, which cannot use block devices of the node. Mount the volume as files, or remove hostUsers.',
});

type PodSpec = Decoded<core.PodSpec>;

/** Block devices cannot be mapped to other users; the server says so since this version (validateHostUsers). */
const volumeDevicesCheckedSince: Minor = 34;

/**
 * A pod with a user namespace of its own shares no other namespace with the host (validateHostUsers,
 * pkg/apis/core/validation/validation.go).
 */
export function validateHostUsers(spec: PodSpec, path: FieldPath, context: Context): void {
  if (spec.hostUsers !== false) return;
  if (spec.hostNetwork && !context.options.allowUserNamespacesHostNetworkSupport)
    forbidSharing('hostNetwork', path.child('hostNetwork'), path, context);
  // The server names these two fields with a capital letter.
  if (spec.hostPID) forbidSharing('hostPID', path.child('HostPID'), path, context);
  if (spec.hostIPC) forbidSharing('hostIPC', path.child('HostIPC'), path, context);
  if (context.minor >= volumeDevicesCheckedSince && !context.options.allowUserNamespacesWithVolumeDevices)
    forbidVolumeDevices(spec, path, context);
}

function forbidSharing(
  field: 'hostNetwork' | 'hostPID' | 'hostIPC',
  reported: FieldPath,
  path: FieldPath,
  context: Context,
): void {
  context.report.forbidden(reported, says['host-namespace']({ field }), {
    at: path.child(field),
    related: [{ field: path.child('hostUsers'), message: says['own-users']() }],
  });
}

function forbidVolumeDevices(spec: PodSpec, path: FieldPath, context: Context): void {
  visitContainers(spec, ({ volumeDevices }, list, i) => {
    if (!volumeDevices?.length) return;
    context.report.forbidden(containerPath(path, list, i).child('volumeDevices'), says['volume-devices'](), {
      related: [{ field: path.child('hostUsers'), message: says['own-users']() }],
    });
  });
}
