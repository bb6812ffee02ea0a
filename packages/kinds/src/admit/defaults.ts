import type { Kind, Minor } from '@podlint/model';
import { recordDefaults, type DefaultsRecorder, type FilledDefault } from '@podlint/model/defaults';
import type { KubernetesObject } from '@podlint/validation';
import { moduleOf } from '../module-of.js';

/**
 * Fills in, in place, what the API server of that version fills in: pkg/apis/<group>/<version>, defaults.go and
 * zz_generated.defaults.go. The recorder, if there is one, is then told of each default.
 */
export function applyDefaults(kind: Kind, object: KubernetesObject, minor: Minor, recorder?: DefaultsRecorder): void {
  const log: FilledDefault[] | undefined = recorder && [];
  moduleOf(kind).applyDefaults?.(object, { minor, log });
  if (recorder && log) recordDefaults(log, kind.definition, object, recorder);
}
