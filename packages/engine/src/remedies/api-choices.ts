import type { FieldPath } from '@podlint/field-path';
import type { ErrorType } from '@podlint/validation';
import type { ChoiceProposal } from '../rule/rule.js';
import { numberOrShare, portNumber, resourceName } from './amounts.js';
import type { Gap } from './gap.js';
import {
  claimTemplateName,
  containerName,
  containerPort,
  mountPath,
  objectName,
  sourceName,
  volumeName,
} from './names.js';
import { endsIn } from './pod-of.js';
import { schedule } from './schedule.js';
import { selector, templateLabels } from './selectors.js';
import { deviceVolume, mountedVolume } from './volumes.js';
import { allowedWords, claimOfPod, targetContainer } from './words.js';

/** What can be done where the path of an error ends in these names; `*` is any index, `[]` any key. */
interface Remedy {
  readonly at: readonly string[];
  readonly choices: (gap: Gap) => readonly ChoiceProposal[];
}

const anywhere: readonly string[] = [];

const remedies: { readonly [Type in ErrorType]?: readonly Remedy[] } = {
  FieldValueRequired: [
    { at: ['volumeClaimTemplates', '*', 'metadata', 'name'], choices: claimTemplateName },
    { at: ['metadata', 'name'], choices: objectName },
    { at: ['containers', '*', 'name'], choices: containerName },
    { at: ['initContainers', '*', 'name'], choices: containerName },
    { at: ['ports', '*', 'containerPort'], choices: containerPort },
    { at: ['volumeMounts', '*', 'mountPath'], choices: mountPath },
    { at: ['volumes', '*', 'name'], choices: volumeName },
    { at: ['volumes', '*', 'configMap', 'name'], choices: sourceName },
    { at: ['volumes', '*', 'secret', 'secretName'], choices: sourceName },
    { at: ['volumes', '*', 'persistentVolumeClaim', 'claimName'], choices: sourceName },
    { at: ['spec', 'selector'], choices: selector },
  ],
  FieldValueInvalid: [
    { at: ['spec', 'template', 'metadata', 'labels'], choices: templateLabels },
    { at: ['spec', 'schedule'], choices: schedule },
    { at: ['limits', '[]'], choices: resourceName },
    { at: ['requests', '[]'], choices: resourceName },
    { at: ['port'], choices: portNumber },
    { at: ['targetPort'], choices: portNumber },
    { at: ['maxSurge'], choices: numberOrShare },
    { at: ['maxUnavailable'], choices: numberOrShare },
    { at: ['minAvailable'], choices: numberOrShare },
  ],
  FieldValueNotFound: [
    { at: ['volumeMounts', '*', 'name'], choices: mountedVolume },
    { at: ['volumeDevices', '*', 'name'], choices: deviceVolume },
    { at: ['resources', 'claims', '*', 'name'], choices: claimOfPod },
    { at: ['targetContainerName'], choices: targetContainer },
  ],
  FieldValueNotSupported: [{ at: anywhere, choices: allowedWords }],
};

/** What there is to choose for an error of that type at a path; undefined where there is nothing. */
export function remedyFor(type: ErrorType, path: FieldPath): Remedy['choices'] | undefined {
  return remedies[type]?.find(({ at }) => endsIn(path, ...at))?.choices;
}
