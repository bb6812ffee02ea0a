import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { isPrivileged, type SecurityContext } from './security-context.js';

const propagations = ['None', 'HostToContainer', 'Bidirectional'] as const;
const recursiveModes = ['Disabled', 'IfPossible', 'Enabled'] as const;

/** validateMountPropagation. `path` is the path of the list of mounts, which the server reports on. */
export function validateMountPropagation(
  propagation: string,
  securityContext: SecurityContext | undefined,
  path: FieldPath,
  mountAt: FieldPath,
  context: Context,
): void {
  const at = mountAt.child('mountPropagation');
  if (!(propagations as readonly string[]).includes(propagation)) {
    context.report.notSupported(path.child('mountPropagation'), propagation, propagations, { at });
  } else if (propagation === 'Bidirectional' && !isPrivileged(securityContext)) {
    context.report.forbidden(
      path.child('mountPropagation'),
      'With "Bidirectional" the container\'s mounts show up on the node, so the container must be privileged. Use "HostToContainer", or set securityContext.privileged.',
      { at },
    );
  }
}

/**
 * validateMountRecursiveReadOnly: a tree can only be read-only as a whole if the mount is, and if nothing propagates
 * into it.
 */
export function validateRecursiveReadOnly(
  mount: Decoded<core.VolumeMount>,
  path: FieldPath,
  mountAt: FieldPath,
  context: Context,
): void {
  const { recursiveReadOnly: mode = '', readOnly, mountPropagation = 'None' } = mount;
  const field = path.child('recursiveReadOnly');
  const at = mountAt.child('recursiveReadOnly');
  if (!(recursiveModes as readonly string[]).includes(mode))
    context.report.notSupported(field, mode, recursiveModes, { at });
  if (mode !== 'Enabled' && mode !== 'IfPossible') return;
  if (!readOnly) {
    context.report.forbidden(
      field,
      `recursiveReadOnly "${mode}" extends readOnly to what is mounted below, so readOnly must be true. Set it.`,
      { at, related: [{ field: mountAt.child('readOnly'), message: 'the mount is not read-only' }] },
    );
  }
  if (mountPropagation !== 'None') {
    context.report.forbidden(
      field,
      `recursiveReadOnly "${mode}" does not work with mounts that propagate. Set mountPropagation to "None".`,
      { at, related: [{ field: mountAt.child('mountPropagation'), message: `propagates "${mountPropagation}"` }] },
    );
  }
}
