import { findKind, findKindByName, type Kind, type Minor } from '@podlint/model';
import { structureLibrary, typeOfDefinition } from '../../admission/type-check/structure-types.js';
import { kindsNamed } from '../../admission/type-check/type-check.js';
import { kubernetesEnvironment, environmentOf } from '../../cel/kubernetes.js';
import type { Environment, ObjectType } from '../../cel/environment.js';
import type { CelType } from '../../cel/types.js';
import { anyObject, anyObjectType } from '../types.js';
import { objectOfSchema } from './defined-object.js';

/** A kind with a definition, in one of its versions. */
export interface DefinedKind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly plural?: string;
  readonly schema: object;
}

/** What an expression is about. */
export interface ObjectSort {
  /** Undefined: any object. */
  readonly kind: string | undefined;
  readonly type: CelType;
  readonly objects: readonly ObjectType[];
}

const anySort: ObjectSort = { kind: undefined, type: anyObjectType, objects: [] };

type Constraints = Parameters<typeof kindsNamed>[0]['matchConstraints'];

/** The kinds that the rules of a policy name; any where they name none that is known. */
export function sortsNamed(
  matchConstraints: Constraints,
  minor: Minor,
  defined: readonly DefinedKind[],
): readonly ObjectSort[] {
  const { resourceRules = [] } = matchConstraints ?? {};
  const builtIn = kindsNamed({ ...(matchConstraints && { matchConstraints }) }, minor).map(sortOf);
  const custom = defined.filter(({ apiVersion, plural }) =>
    resourceRules.some(
      ({ apiGroups = [], apiVersions = [], resources = [] }) =>
        plural !== undefined &&
        resources.includes(plural) &&
        apiGroups.some((group) => apiVersions.some((version) => apiVersion === `${group}/${version}`)),
    ),
  );
  const sorts = [...builtIn, ...custom.map(sortOfDefined)];
  return sorts.length === 0 ? [anySort] : sorts;
}

/** The kinds of these names, without a wildcard in them. */
export function sortsCalled(names: readonly string[], defined: readonly DefinedKind[]): readonly ObjectSort[] {
  const sorts = names.flatMap((name) => {
    const builtIn = findKindByName(name);
    return builtIn ? [sortOf(builtIn)] : defined.filter(({ kind }) => kind === name).map(sortOfDefined);
  });
  return sorts.length === 0 ? [anySort] : sorts;
}

export function sortOfParams(
  { apiVersion = '', kind = '' }: { readonly apiVersion?: string; readonly kind?: string },
  defined: readonly DefinedKind[],
): ObjectSort {
  const builtIn = findKind(apiVersion, kind);
  if (builtIn) return sortOf(builtIn);
  const custom = defined.find((one) => one.apiVersion === apiVersion && one.kind === kind);
  return custom ? sortOfDefined(custom) : anySort;
}

function sortOf({ kind, definition }: Kind): ObjectSort {
  return { kind, type: typeOfDefinition(definition), objects: [] };
}

function sortOfDefined({ kind, schema }: DefinedKind): ObjectSort {
  const { object, objects } = objectOfSchema(schema);
  return { kind, type: object, objects };
}

/** What compiles in a server of the version before, too, as the server asks of new expressions. */
export function baseOfNew(minor: Minor): Environment {
  return environmentOf(minor - 1).extend({ ...structureLibrary(minor), objects: [anyObject] });
}

/** The same of expressions that are stored. */
export function baseOfStored(minor: Minor): Environment {
  return environmentOf(minor).extend({ ...structureLibrary(minor), objects: [anyObject] });
}

/** Rules of schemas, which are judged as Kubernetes 1.36 does it. */
export const baseOfRules = kubernetesEnvironment;
