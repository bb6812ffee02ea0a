import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, semanticEqual, type storage } from '@podlint/model';
import { type Context, dnsSubdomainProblem } from '@podlint/validation';
import type { Strategy } from '../../strategy.js';
import { requireParameters, validateDriver } from '../driver.js';

const says = defineMessages('volume-attributes-class', {
  settled: '`{field}` is settled when the class is created. Create another class, and let the claims name it.',
});

type VolumeAttributesClass = Decoded<storage.VolumeAttributesClass>;

const root = FieldPath.root;

/** pkg/registry/storage/volumeattributesclass/strategy.go, ValidateVolumeAttributesClass in pkg/apis/storage/validation. */
export const volumeAttributesClassStrategy: Strategy<VolumeAttributesClass> = {
  nameProblem: dnsSubdomainProblem,
  updateChecksName: true,
  validateCreate: validateClass,
  validateUpdate(attributes, old, context) {
    for (const field of ['driverName', 'parameters'] as const)
      if (!semanticEqual(attributes[field], old[field], field))
        context.report.forbidden(root.child(field), says.settled({ field }));
    validateClass(attributes, context);
  },
};

function validateClass({ driverName, parameters }: VolumeAttributesClass, context: Context): void {
  validateDriver(driverName, root.child('driverName'), context);
  requireParameters(parameters, root.child('parameters'), context);
}
