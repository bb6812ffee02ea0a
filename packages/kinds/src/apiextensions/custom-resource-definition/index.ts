import type { Decoded, apiextensions } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { objectNamed } from '../../reference.js';
import { defaultCustomResourceDefinition } from './defaults.js';
import { customResourceDefinitionStrategy } from './validation.js';
import { warnAboutFormats } from './warnings.js';

export const customResourceDefinition: KindModule<Decoded<apiextensions.CustomResourceDefinition>> = {
  kind: judgedKinds['apiextensions.v1.CustomResourceDefinition'],
  strategy: customResourceDefinitionStrategy,
  applyDefaults: defaultCustomResourceDefinition,
  disabledFields: [{ gate: 'CustomResourceFieldSelectors', fields: ['spec.versions[].selectableFields'] }],
  warn: warnAboutFormats,
  references: [{ refersTo: objectNamed('Service'), fields: ['spec.conversion.webhook.clientConfig.service.name'] }],
};
