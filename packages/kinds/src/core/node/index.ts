import type { Decoded, core } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { writePodCidr } from './conversion.js';
import { defaultNode } from './defaults.js';
import { nodeStrategy } from './validation.js';
import { warnAboutNode } from './warnings.js';

export const node: KindModule<Decoded<core.Node>> = {
  kind: judgedKinds['core.v1.Node'],
  strategy: nodeStrategy,
  applyDefaults: defaultNode,
  // A kubelet registers its node with all that it knows of it.
  newStatus: ({ status }) => status,
  // pkg/registry/core/node/strategy.go, dropDisabledFields.
  disabledFields: [
    { gate: 'SupplementalGroupsPolicy', fields: ['status.features'] },
    { gate: 'NodeDeclaredFeatures', fields: ['status.declaredFeatures'] },
  ],
  keepsStatus: true,
  convertToStored: writePodCidr,
  warn: warnAboutNode,
};
