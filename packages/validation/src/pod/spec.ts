import type { Decoded, FieldPath, core, meta } from '@podlint/model';
import type { Context } from '../context.js';

/** A pod's spec, wherever it stands (ValidatePodSpec, pkg/apis/core/validation/validation.go). Being written. */
export function validatePodSpec(_spec: Decoded<core.PodSpec>, _metadata: Decoded<meta.ObjectMeta>, _path: FieldPath, _context: Context): void {}
