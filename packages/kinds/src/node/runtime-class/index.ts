import type { Decoded, node } from '@podlint/model';
import { judgedKinds } from '@podlint/schemas';
import type { KindModule } from '../../kind-module.js';
import { runtimeClassStrategy } from './validation.js';
import { warnAboutRuntimeClass } from './warnings.js';

export const runtimeClass: KindModule<Decoded<node.RuntimeClass>> = {
  kind: judgedKinds['node.v1.RuntimeClass'],
  strategy: runtimeClassStrategy,
  warn: warnAboutRuntimeClass,
};
