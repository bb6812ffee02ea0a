import { FieldPath } from '@podlint/field-path';
import { decodeJson, validateCreate } from '@podlint/kinds';
import { defaultVersion, findKind } from '@podlint/model';
import { copyOf, own } from '@podlint/plain';
import { installLateChecks } from '../late/index.js';
import { resourceError, type ResourceError } from './errors.js';
import { isObject } from './values/json.js';

export interface DefinitionVerdict {
  readonly verdict: 'accept' | 'reject' | 'undecodable' | 'unserved';
  /** Fields that a definition does not have; a strict request is refused for them. */
  readonly unknown?: readonly string[];
  readonly errors?: readonly ResourceError[];
  /** The first field that could not be decoded. */
  readonly fault?: FieldPath;
}

const definitionKind = findKind('apiextensions.k8s.io/v1', 'CustomResourceDefinition');

/** What the server says of a new CustomResourceDefinition, as of an object of any built-in kind. */
export function judgeDefinition(manifest: unknown): DefinitionVerdict {
  if (!isObject(manifest)) return { verdict: 'undecodable', fault: FieldPath.root };
  const isNamed = own(manifest, 'kind') === definitionKind?.kind;
  if (!definitionKind || !isNamed || own(manifest, 'apiVersion') !== definitionKind.apiVersion)
    return { verdict: 'undecodable', fault: FieldPath.root.child('apiVersion') };
  installLateChecks();
  const { minor } = defaultVersion;
  const { value, unknown, wrongType, undecodable } = decodeJson(copyOf(manifest) as never, definitionKind, minor);
  const [fault] = wrongType;
  if (undecodable) return { verdict: 'undecodable', ...(fault && { fault }) };
  const { errors } = validateCreate(definitionKind, value, minor);
  return {
    verdict: errors.length + unknown.length === 0 ? 'accept' : 'reject',
    ...(unknown.length > 0 && { unknown: unknown.map((path) => path.toStrictString()) }),
    ...(errors.length > 0 && { errors: errors.map(resourceError) }),
  };
}
