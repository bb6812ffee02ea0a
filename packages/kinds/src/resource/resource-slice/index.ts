import type { Decoded, resource } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { objectNamed } from '../../reference.js';
import { defaultResourceSlice } from './defaults.js';
import { disabledSliceFields } from './disabled-fields.js';
import { resourceSliceStrategy } from './validation.js';
import { warnAboutResourceSlice } from './warnings.js';

export const resourceSlice: KindModule<Decoded<resource.ResourceSlice>> = {
  kind: judgedKinds['resource.v1.ResourceSlice'],
  strategy: resourceSliceStrategy,
  applyDefaults: defaultResourceSlice,
  disabledFields: disabledSliceFields,
  warn: warnAboutResourceSlice,
  references: [{ refersTo: objectNamed('Node'), fields: ['spec.nodeName', 'spec.devices[].nodeName'] }],
};
