import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../../context.js';
import { related } from '../../related.js';
import { validateChoice } from '../choices.js';
import { descendingPathProblem } from '../volumes/paths.js';

const says = defineMessages('seccomp-profile', {
  'no-type': 'The seccomp profile has no type. Set type, for example to "RuntimeDefault".',
  'needless-path':
    'A file with a seccomp profile is only read when the type is "Localhost". Change the type, or remove localhostProfile.',
  'no-path':
    'A seccomp profile of type "Localhost" is a file on the node. Set localhostProfile to its path below the kubelet\'s seccomp directory.',
  'climbing-path':
    '"{path}" does not lead downwards from the kubelet\'s seccomp directory. Write a relative path without "..".',
});

const profileTypes = ['RuntimeDefault', 'Localhost', 'Unconfined'] as const;

/**
 * The seccompProfile of a pod's or a container's security context (validateSeccompProfileField). `path`: of the
 * profile.
 */
export function validateSeccompProfile(profile: Decoded<core.SeccompProfile>, path: FieldPath, context: Context): void {
  const { type, localhostProfile } = profile;
  validateChoice(type, profileTypes, path, 'type', says['no-type'], context.report);
  if (type === 'Localhost') validateLocalhostProfile(localhostProfile, path.child('localhostProfile'), context);
  else if (localhostProfile !== undefined) {
    context.report.invalid(path.child('localhostProfile'), says['needless-path'](), {
      related: [{ field: path.child('type'), message: related.type({ type: type ?? '' }) }],
    });
  }
}

function validateLocalhostProfile(profile: string | undefined, path: FieldPath, context: Context): void {
  if (profile === undefined) {
    context.report.required(path, says['no-path']());
  } else if (descendingPathProblem(profile) !== undefined) {
    context.report.invalid(path, says['climbing-path']({ path: profile }));
  }
}
