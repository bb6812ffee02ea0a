import { own } from '@podlint/plain';
import type { Kind } from '@podlint/model';
import type { KindModule } from './kind-module.js';
import { kindModules } from './registry.js';

export function moduleOf({ definition }: Kind): KindModule {
  const module = own(kindModules, definition);
  if (!module) throw new Error(`no folder in packages/kinds for ${definition}`);
  return module;
}
