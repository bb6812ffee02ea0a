import type { Decoded, flowcontrol } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { objectNamed } from '../../reference.js';
import { defaultFlowSchema } from './defaults.js';
import { flowSchemaStrategy } from './validation.js';

export const flowSchema: KindModule<Decoded<flowcontrol.FlowSchema>> = {
  kind: judgedKinds['flowcontrol.v1.FlowSchema'],
  strategy: flowSchemaStrategy,
  applyDefaults: defaultFlowSchema,
  references: [
    { refersTo: objectNamed('PriorityLevelConfiguration'), fields: ['spec.priorityLevelConfiguration.name'] },
  ],
};
