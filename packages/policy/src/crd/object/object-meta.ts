import { FieldPath } from '@podlint/field-path';
import { defaultVersion } from '@podlint/model';
import {
  Context,
  dnsSubdomainProblem,
  pathSegmentProblem,
  validateObjectMeta,
  validateObjectMetaUpdate,
  type ObjectMeta,
} from '@podlint/validation';
import { resourceError, type ResourceError } from '../errors.js';
import type { Json } from '../values/json.js';

const root = FieldPath.root.child('metadata');

/** The metadata of a custom object that is created. */
export function validateNewMetadata(metadata: Json, namespaced: boolean): ResourceError[] {
  return collect((context) => {
    validateObjectMeta(metadata, root, context, {
      namespaced,
      nameProblem: dnsSubdomainProblem,
      finalizers: 'qualified',
    });
  });
}

export function validateChangedMetadata(metadata: Json, old: Json): ResourceError[] {
  return collect((context) => {
    validateObjectMetaUpdate(metadata, old, root, context);
  });
}

/** Of an embedded resource: its name may be missing, and it is in a namespace if it says so. */
export function validateEmbeddedMetadata(metadata: Json, path: FieldPath): ResourceError[] {
  const named = { ...metadata, name: metadata['name'] ?? 'fakename' } as ObjectMeta;
  return collect((context) => {
    validateObjectMeta(named, path, context, {
      namespaced: named.namespace !== undefined,
      nameProblem: pathSegmentProblem,
      finalizers: 'qualified',
    });
  });
}

function collect(validate: (context: Context) => void): ResourceError[] {
  const context = new Context(defaultVersion.minor);
  validate(context);
  return context.report.errors.map(resourceError);
}
