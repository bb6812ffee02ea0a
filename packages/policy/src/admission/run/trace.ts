import { storedForm } from '@podlint/kinds';
import { defineMessages, textOf } from '@podlint/messages';
import type { Kind } from '@podlint/model';
import { isList, isObject, type Json } from '../../crd/values/json.js';
import { podPlugins } from '../chain/pod-chain.js';
import { createObject } from '../objects/created.js';
import type { ObjectName, PluginContext, Pod } from '../plugins/plugin.js';

const says = defineMessages('admission-trace', {
  default: 'default',
  refused: '{plugin}: {problem}',
});

/** A Pod as admission leaves it, and who set what of it. */
export interface AdmittedPod {
  readonly pod: Json;
  /** Of each value that is not in the manifest. */
  readonly origins: readonly ValueOrigin[];
  /** Who refuses the Pod, and why: it is shown as it was then. */
  readonly refused?: string;
}

interface ValueOrigin {
  /** `spec.tolerations[0].key` */
  readonly path: string;
  /** `LimitRanger, LimitRange bounds`, or `default`. */
  readonly by: string;
}

/**
 * Takes a Pod through the plugins, and looks at it after each of them. `written` is what the manifest says of it: the
 * template of a controller comes to the Pod with its defaults.
 */
export function traceAdmission(
  manifest: Json,
  written: Json,
  kind: Kind,
  { cluster, minor }: Pick<PluginContext, 'cluster' | 'minor'>,
): AdmittedPod {
  const origins = new Map<string, string>();
  let refused: string | undefined;
  const { value } = createObject(manifest, kind, minor, (object) => {
    const context = { cluster, minor, namespace: object.metadata?.namespace ?? 'default' };
    noteChanges(scalarsIn(written), scalarsIn(object), textOf(says.default()), origins);
    refused = admitAndNote(object, context, origins);
  });
  const pod = storedForm(kind, value, minor);
  const shown = [...scalarsIn(pod).keys()].flatMap((path) => {
    const by = origins.get(path) ?? origins.get(aliases.get(path) ?? '');
    return by === undefined ? [] : [{ path, by }];
  });
  return { pod, origins: shown, ...(refused !== undefined && { refused }) };
}

/** The old name of a field that is written beside the new one. */
const aliases: ReadonlyMap<string, string> = new Map([['spec.serviceAccount', 'spec.serviceAccountName']]);

/** Who refuses the Pod; undefined: nobody does. */
function admitAndNote(pod: Pod, context: PluginContext, origins: Map<string, string>): string | undefined {
  for (const { name, plugin } of podPlugins()) {
    const before = scalarsIn(pod);
    const sources = plugin.sources?.(pod, context) ?? [];
    const refusal = plugin.admit?.(pod, context);
    noteChanges(before, scalarsIn(pod), originText(name, sources), origins);
    if (refusal) return textOf(says.refused({ plugin: name, problem: refusal.message }));
  }
  return refusedAtLast(pod, context);
}

function refusedAtLast(pod: Pod, context: PluginContext): string | undefined {
  for (const { name, plugin } of podPlugins()) {
    const refusal = plugin.validate?.(pod, context);
    if (refusal) return textOf(says.refused({ plugin: name, problem: refusal.message }));
  }
  return undefined;
}

function originText(plugin: string, sources: readonly ObjectName[]): string {
  return [plugin, ...sources.map(({ kind, name }) => `${kind} ${name}`)].join(', ');
}

type Scalars = ReadonlyMap<string, unknown>;

function noteChanges(before: Scalars, after: Scalars, by: string, origins: Map<string, string>): void {
  for (const [path, value] of after) if (before.get(path) !== value) origins.set(path, by);
}

/** What is no list and no object, by its path. */
function scalarsIn(object: unknown): Scalars {
  const scalars = new Map<string, unknown>();
  collect(object, '', scalars);
  return scalars;
}

function collect(value: unknown, path: string, scalars: Map<string, unknown>): void {
  if (isList(value)) for (const [i, item] of value.entries()) collect(item, `${path}[${i}]`, scalars);
  else if (isObject(value))
    for (const [key, below] of Object.entries(value)) collect(below, path === '' ? key : `${path}.${key}`, scalars);
  else scalars.set(path, value);
}
