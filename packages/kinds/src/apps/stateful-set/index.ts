import type { Decoded, apps } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import { claimReferences } from '../../claim-references.js';
import type { KindModule } from '../../kind-module.js';
import { objectNamed } from '../../reference.js';
import { zeroRollingUpdate } from '../rolling-update.js';
import { typeClaims } from './conversion.js';
import { defaultStatefulSet } from './defaults.js';
import { statefulSetStrategy } from './validation.js';
import { warnAboutStatefulSet } from './warnings.js';

export const statefulSet: KindModule<Decoded<apps.StatefulSet>> = {
  kind: judgedKinds['apps.v1.StatefulSet'],
  strategy: statefulSetStrategy,
  applyDefaults: defaultStatefulSet,
  // pkg/registry/apps/statefulset/strategy.go, dropStatefulSetDisabledFields.
  disabledFields: [{ gate: 'MaxUnavailableStatefulSet', fields: ['spec.updateStrategy.rollingUpdate.maxUnavailable'] }],
  convertToInternal({ spec }) {
    zeroRollingUpdate(spec?.updateStrategy, ['partition']);
  },
  convertToStored: typeClaims,
  warn: warnAboutStatefulSet,
  references: [
    { refersTo: objectNamed('Service'), fields: ['spec.serviceName'] },
    ...claimReferences('spec.volumeClaimTemplates[].spec'),
  ],
};
