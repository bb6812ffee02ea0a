import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { byteLength, isPadded } from '../../formats.js';
import { related } from '../../related.js';
import { validateChoice } from '../choices.js';

const says = defineMessages('apparmor-profile', {
  'no-type': 'The AppArmor profile has no type. Set type, for example to "RuntimeDefault".',
  'needless-name':
    'The name of a profile on the node only counts when the type is "Localhost". Change the type, or remove localhostProfile.',
  'no-name':
    'An AppArmor profile of type "Localhost" is one that is loaded on the node. Set localhostProfile to its name.',
  'padded-name': 'The name "{name}" has white space around it, which no profile has. Remove it.',
  'name-too-long': 'The name is longer than {limit} bytes, and no profile has such a name. Correct it.',
});

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
  validateChoice(type, profileTypes, path, 'type', says['no-type'], context.report);
  if (type === 'Localhost') validateLocalhostProfile(localhostProfile ?? '', path.child('localhostProfile'), context);
  else if (localhostProfile !== undefined && (type === 'RuntimeDefault' || type === 'Unconfined')) {
    context.report.invalid(path.child('localhostProfile'), says['needless-name'](), {
      related: [{ field: path.child('type'), message: related.type({ type }) }],
    });
  }
}

function validateLocalhostProfile(profile: string, path: FieldPath, context: Context): void {
  const { report } = context;
  if (profile === '') {
    report.required(path, says['no-name']());
  } else if (isPadded(profile)) {
    report.invalid(path, says['padded-name']({ name: profile }));
  }
  if (byteLength(profile) > maxProfileLength) report.tooLong(path, says['name-too-long']({ limit: maxProfileLength }));
}
