import { countedTemplates } from '@podlint/kinds';
import { isObject, type Json } from '../../crd/values/json.js';
import type { MadePods } from '../chain/pods-of.js';
import { metadataOf, textAt, type Resource } from '../objects/resource.js';
import type { Refusal } from '../plugins/plugin.js';
import type { RunPlugins } from './plugins.js';

interface QuotaContext {
  readonly plugins: RunPlugins;
  readonly resourceOf: (object: Json) => Resource;
  /** The object as policies change it. */
  readonly mutate: (object: Json) => Json;
  /** The Pods that a built-in controller makes. */
  readonly podsOf: (object: Json) => MadePods | undefined;
}

/** A controller with more Pods than this is taken for one with so many. */
const mostCounted = 1000;

/** What is too much for a quota when all objects are created in their order, each with its Pods. */
export function quotaRefusals(objects: readonly Json[], context: QuotaContext): ReadonlyMap<Json, Refusal> {
  const found = new Map<Json, Refusal>();
  for (const object of objects) {
    const refusal = chargeWithPods(object, context);
    if (refusal) found.set(object, refusal);
  }
  return found;
}

/** All is charged, also after the first that is too much. */
function chargeWithPods(object: Json, context: QuotaContext): Refusal | undefined {
  const mutated = context.mutate(object);
  const first = charge(mutated, context);
  const ofPods = madePods(mutated, context).flatMap(({ pod, count }) =>
    Array.from({ length: Math.min(count, mostCounted) }, () => charge(context.mutate(pod), context)),
  );
  return [first, ...ofPods].find((refusal) => refusal !== undefined);
}

function charge(object: Json, { plugins, resourceOf }: QuotaContext): Refusal | undefined {
  const resource = resourceOf(object);
  const refusal = resource.builtIn
    ? plugins.refusalOf(object, resource.builtIn)
    : plugins.chargeOther(object, resource);
  return refusal?.plugin === 'ResourceQuota' ? refusal : undefined;
}

function madePods(object: Json, { podsOf, resourceOf }: QuotaContext): readonly MadePods[] {
  if (resourceOf(object).builtIn) {
    const pods = podsOf(object);
    return pods ? [pods] : [];
  }
  const [apiVersion, kind] = [textAt(object, 'apiVersion'), textAt(object, 'kind')];
  return countedTemplates(apiVersion, kind, object).map(({ template, count }) => ({
    pod: podOf(template, object),
    count,
  }));
}

/** As the controller of another kind asks the server for it. */
function podOf(template: Json, owner: Json): Json {
  const { name = '', namespace } = metadataOf(owner);
  const own = isObject(template['metadata']) ? template['metadata'] : {};
  const metadata = { ...own, generateName: `${String(name)}-`, ...(namespace !== undefined && { namespace }) };
  return { apiVersion: 'v1', kind: 'Pod', metadata, spec: template['spec'] };
}
