import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { byteLength, isPadded } from '../../formats.js';
import { validateChoice } from '../choices.js';

const profileTypes = ['RuntimeDefault', 'Localhost', 'Unconfined'] as const;
/** In bytes: PATH_MAX less one. */
const maxProfileLength = 4095;

/**
 * The appArmorProfile of a pod's or a container's security context (ValidateAppArmorProfileField). `path`: of the
 * profile.
 */
export function validateAppArmorProfile(
  profile: Decoded<core.AppArmorProfile>,
  path: FieldPath,
  context: Context,
): void {
  const { type, localhostProfile } = profile;
  validateChoice(
    type,
    profileTypes,
    path,
    'type',
    'The AppArmor profile has no type, so nobody knows which one it is. Set "RuntimeDefault".',
    context.report,
  );
  if (type === 'Localhost') validateLocalhostProfile(localhostProfile ?? '', path.child('localhostProfile'), context);
  else if (localhostProfile !== undefined && (type === 'RuntimeDefault' || type === 'Unconfined')) {
    context.report.invalid(
      path.child('localhostProfile'),
      'The name of a profile on the node only counts when the type is "Localhost". Change the type, or remove localhostProfile.',
      {
        related: [{ field: path.child('type'), message: `the type is "${type}"` }],
      },
    );
  }
}

function validateLocalhostProfile(profile: string, path: FieldPath, context: Context): void {
  const { report } = context;
  if (profile === '') {
    report.required(
      path,
      'An AppArmor profile of type "Localhost" is one that is loaded on the node. Set localhostProfile to its name.',
    );
  } else if (isPadded(profile)) {
    report.invalid(path, `The name "${profile}" has white space around it, which no profile has. Remove it.`);
  }
  if (byteLength(profile) > maxProfileLength)
    report.tooLong(
      path,
      `The name is longer than ${maxProfileLength} bytes, and no profile has such a name. Correct it.`,
    );
}
