import { storedForm } from '@podlint/kinds';
import { defineMessages, textOf } from '@podlint/messages';
import type { Kind } from '@podlint/model';
import type { Json } from '../../crd/values/json.js';
import type { NamedPlugin } from '../chain/pod-chain.js';
import { TypedObject } from '../mutation/mutable.js';
import { createObject } from '../objects/created.js';
import { resourceOfKind } from '../objects/resource.js';
import type { ObjectName, PluginContext, Pod } from '../plugins/plugin.js';
import type { AdmittedObject } from './admitted.js';
import type { RunMutations } from './mutations.js';
import { noteAdded, noteChanges, scalarsIn, type Scalars } from './scalars.js';

const says = defineMessages('admission-trace', {
  default: 'default',
  refused: '{plugin}: {problem}',
});

/** What a Pod goes through. */
export interface Tracing extends Pick<PluginContext, 'cluster' | 'minor'> {
  readonly mutations: RunMutations;
  readonly plugins: readonly NamedPlugin[];
}

interface TracingContext extends PluginContext, Pick<Tracing, 'plugins'> {}

interface TracedPod {
  readonly manifest: Json;
  /** What the manifest says of it: the template of a controller comes to the Pod with its defaults. */
  readonly written: Json;
  /** Who has set values before, in the controller. */
  readonly origins?: ReadonlyMap<string, string>;
}

/** Takes a Pod through plugins and mutating policies, and looks at it after each of them. */
export function traceAdmission(
  { manifest, written, origins: earlier = new Map() }: TracedPod,
  kind: Kind,
  { cluster, minor, mutations, plugins }: Tracing,
): AdmittedObject {
  const origins = new Map<string, string>();
  let refused: string | undefined;
  const { value, errors } = createObject(manifest, kind, minor, (object) => {
    const context = { cluster, minor, plugins, namespace: object.metadata?.namespace ?? 'default' };
    noteAdded(scalarsIn(written), scalarsIn(object), textOf(says.default()), origins);
    for (const [path, by] of earlier) if (origins.has(path)) origins.set(path, by);
    refused =
      new TracedChain(object, kind, context, origins).run(manifest, mutations) ?? refusedAtLast(object, context);
  });
  const [error] = mutations.isEmpty ? [] : errors;
  if (error) refused ??= `${String(error.at ?? error.field)}: ${textOf(error.message)}`;
  const pod = storedForm(kind, value, minor);
  const shown = [...scalarsIn(pod).keys()].flatMap((path) => {
    const by = origins.get(path) ?? origins.get(aliases.get(path) ?? '');
    return by === undefined ? [] : [{ path, by }];
  });
  return { pod, origins: shown, ...(refused !== undefined && { refused }) };
}

/** The old name of a field that is written beside the new one. */
const aliases: ReadonlyMap<string, string> = new Map([['spec.serviceAccount', 'spec.serviceAccountName']]);

/** A Pod between plugins and policies. */
class TracedChain {
  constructor(
    private readonly pod: Pod,
    private readonly kind: Kind,
    private readonly context: TracingContext,
    private readonly origins: Map<string, string>,
  ) {}

  /** Who refuses the Pod; undefined: nobody does. */
  run(manifest: Json, mutations: RunMutations): string | undefined {
    const mutable = new TypedObject(this.pod, this.kind, this.context.minor);
    // As it is served: that has the old names of fields, too.
    const now = (): Scalars => scalarsIn(mutable.json(resourceOfKind(this.kind)));
    let before = now();
    const mutation = mutations.start(manifest, mutable, (by) => {
      const after = now();
      noteChanges(before, after, by, this.origins);
      before = after;
    });
    for (;;) {
      const refused = this.plugins();
      if (refused !== undefined) return refused;
      before = now();
      const step = mutation.run();
      const [fault] = mutation.faults;
      if (fault) return textOf(says.refused({ plugin: `policy ${fault.policy}`, problem: fault.message }));
      if (step === 'done') return undefined;
    }
  }

  private plugins(): string | undefined {
    const { pod, context, origins } = this;
    for (const { name, plugin } of context.plugins) {
      const before = scalarsIn(pod);
      const sources = plugin.sources?.(pod, context) ?? [];
      const refusal = plugin.admit?.(pod, context);
      noteChanges(before, scalarsIn(pod), originText(name, sources), origins);
      if (refusal) return textOf(says.refused({ plugin: name, problem: refusal.message }));
    }
    return undefined;
  }
}

function refusedAtLast(pod: Pod, context: TracingContext): string | undefined {
  for (const { name, plugin } of context.plugins) {
    const refusal = plugin.validate?.(pod, context);
    if (refusal) return textOf(says.refused({ plugin: name, problem: refusal.message }));
  }
  return undefined;
}

function originText(plugin: string, sources: readonly ObjectName[]): string {
  return [plugin, ...sources.map(({ kind, name }) => `${kind} ${name}`)].join(', ');
}
