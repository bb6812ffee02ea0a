import { defineMessages } from '@podlint/messages';
import { warnAboutAddresses } from './addresses.js';
import { warnAboutFractionsOfBytes } from './amounts.js';
import { warnAboutAnnotations } from './annotations.js';
import { warnAboutHiddenVariables } from './env.js';
import { warnAboutNodeLabels } from './node-labels.js';
import { warnAboutPorts } from './ports.js';
import { warnAboutPullSecrets } from './pull-secrets.js';
import { warnAboutAbsentSelectors } from './selectors.js';
import { warnAboutVolumes } from './volumes.js';
import type { PodScope } from './warning.js';

const says = defineMessages('grace-period', {
  negative: 'terminationGracePeriodSeconds is -{seconds}, and the server changes it to 1. Write 0 or more.',
});

/** A Pod's or a template's warnings (warningsForPodSpecAndMeta, pkg/api/pod/warnings.go). */
export function warnAboutPod(scope: PodScope): void {
  warnAboutNodeLabels(scope);
  warnAboutAbsentSelectors(scope);
  warnAboutAnnotations(scope);
  warnAboutVolumes(scope);
  warnAboutPullSecrets(scope);
  warnAboutFractionsOfBytes(scope);
  warnAboutHiddenVariables(scope);
  warnAboutPorts(scope);
  warnAboutGracePeriod(scope);
  warnAboutAddresses(scope);
}

function warnAboutGracePeriod({ spec, specPath, warn }: PodScope): void {
  const period = spec.terminationGracePeriodSeconds ?? 0;
  if (period < 0) warn(specPath.child('terminationGracePeriodSeconds'), says.negative({ seconds: -period }));
}
