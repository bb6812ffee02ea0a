import type { Message } from '@podlint/messages';
import type { FieldPath, Minor } from '@podlint/model';
import type { KubernetesObject } from '@podlint/validation';
import type { Schema } from '../../crd/schema/schema.js';
import type { Json } from '../../crd/values/json.js';
import { equivalentVersions } from '../objects/equivalents.js';
import { metadataOf, namespaceOf, textAt, type Resource } from '../objects/resource.js';
import type { PolicyCluster } from '../policies/invocations.js';
import type { MutatingHook } from './hooks.js';
import type { Mutable } from './mutable.js';
import { Mutation } from './mutation.js';

/** What an object meets besides the policies. */
export interface MutationContext {
  readonly cluster: PolicyCluster;
  readonly minor: Minor;
  resourceOf(object: Json): Resource;
  /** How objects of a kind that is not built in are described; undefined: no definition is at hand. */
  schemaOf(object: Json): { readonly schema: Schema | undefined } | undefined;
  /** What the definition of such a kind says of an object. */
  judge(object: Json): readonly ObjectError[];
  /** Lets the server's plugins change a Pod. */
  plugins(pod: KubernetesObject): 'refused' | 'passed';
  readonly facts?: MutationFacts;
}

export interface ObjectError {
  readonly at: FieldPath;
  readonly message: Message;
}

/** Who asks for what; without it alice creates the object. */
interface MutationFacts {
  readonly operation?: string;
  readonly oldObject?: Json | null;
  readonly subresource?: string;
  readonly user?: string;
  readonly groups?: readonly string[];
  readonly dryRun?: boolean;
}

/** An object that is written, on its way through policies; `changed` hears of those that change it. */
export function startMutation(
  subject: Json,
  object: Mutable,
  hooks: readonly MutatingHook[],
  {
    cluster,
    minor,
    resourceOf,
    facts: given = {},
  }: Pick<MutationContext, 'cluster' | 'minor' | 'resourceOf' | 'facts'>,
  changed: (hook: MutatingHook) => void,
): Mutation {
  const resource = resourceOf(subject);
  const { oldObject = null, ...asked } = given;
  const facts = {
    ...{ operation: 'CREATE', resource, subresource: '', dryRun: false },
    ...{ name: textAt(metadataOf(subject), 'name'), namespace: namespaceOf(subject, resource) },
    ...{ user: 'alice', groups: ['system:authenticated'] },
    ...asked,
  };
  const attributes: Mutation['request']['attributes'] = (objects) => ({
    ...objects,
    ...facts,
    ...equivalentVersions(resource, objects, minor),
  });
  return new Mutation(hooks, cluster, { attributes, oldObject, object, changed });
}
