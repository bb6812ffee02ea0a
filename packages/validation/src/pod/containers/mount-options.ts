import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { isPrivileged, type SecurityContext } from './security-context.js';

const says = defineMessages('mount-option', {
  unprivileged:
    'With "Bidirectional" the container\'s mounts show up on the node, so the container must be privileged. Use "HostToContainer", or set securityContext.privileged.',
  writable: 'recursiveReadOnly "{mode}" extends readOnly to what is mounted below, so readOnly must be true. Set it.',
  'not-read-only': 'the mount is not read-only',
  propagated: 'recursiveReadOnly "{mode}" does not work with mounts that propagate. Set mountPropagation to "None".',
  propagates: 'propagates "{propagation}"',
});

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
    context.report.forbidden(path.child('mountPropagation'), says.unprivileged(), { at });
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
    context.report.forbidden(field, says.writable({ mode }), {
      at,
      related: [{ field: mountAt.child('readOnly'), message: says['not-read-only']() }],
    });
  }
  if (mountPropagation !== 'None') {
    context.report.forbidden(field, says.propagated({ mode }), {
      at,
      related: [
        { field: mountAt.child('mountPropagation'), message: says.propagates({ propagation: mountPropagation }) },
      ],
    });
  }
}
