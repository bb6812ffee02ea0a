import type { Decoded, resource } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { deviceClassStrategy } from './validation.js';

export const deviceClass: KindModule<Decoded<resource.DeviceClass>> = {
  kind: judgedKinds['resource.v1.DeviceClass'],
  strategy: deviceClassStrategy,
  disabledFields: [{ gate: 'DRAExtendedResource', fields: ['spec.extendedResourceName'] }],
};
