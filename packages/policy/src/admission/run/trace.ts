import { FieldPath } from '@podlint/field-path';
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
import { scalarsIn, ValueOrigins, type Scalars, type ValueOrigin } from './value-origins.js';

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
  readonly origins?: readonly ValueOrigin[];
}

/** Takes a Pod through plugins and mutating policies, and looks at it after each of them. */
export function traceAdmission(
  { manifest, written, origins: earlier = [] }: TracedPod,
  kind: Kind,
  { cluster, minor, mutations, plugins }: Tracing,
): AdmittedObject {
  const origins = new ValueOrigins();
  let refused: string | undefined;
  const { value, errors } = createObject(manifest, kind, minor, (object) => {
    const context = { cluster, minor, plugins, namespace: object.metadata?.namespace ?? 'default' };
    origins.noteAdded(scalarsIn(written), scalarsIn(object), textOf(says.default()));
    origins.replaceBy(earlier);
    refused =
      new TracedChain(object, kind, context, origins).run(manifest, mutations) ?? refusedAtLast(object, context);
  });
  const [error] = mutations.isEmpty ? [] : errors;
  if (error) refused ??= `${String(error.at ?? error.field)}: ${textOf(error.message)}`;
  const pod = storedForm(kind, value, minor);
  const shown = [...scalarsIn(pod).values()].flatMap(({ path }) => {
    const by = origins.of(path) ?? (path.equals(oldName) ? origins.of(newName) : undefined);
    return by === undefined ? [] : [{ path: String(path), by }];
  });
  return { pod, origins: shown, ...(refused !== undefined && { refused }) };
}

/** The old name of a field is written beside the new one. */
const oldName = FieldPath.root.child('spec', 'serviceAccount');
const newName = FieldPath.root.child('spec', 'serviceAccountName');

/** A Pod between plugins and policies. */
class TracedChain {
  constructor(
    private readonly pod: Pod,
    private readonly kind: Kind,
    private readonly context: TracingContext,
    private readonly origins: ValueOrigins,
  ) {}

  /** Who refuses the Pod; undefined: nobody does. */
  run(manifest: Json, mutations: RunMutations): string | undefined {
    const mutable = new TypedObject(this.pod, this.kind, this.context.minor);
    // As it is served: that has the old names of fields, too.
    const now = (): Scalars => scalarsIn(mutable.json(resourceOfKind(this.kind)));
    let before = now();
    const mutation = mutations.start(manifest, mutable, (by) => {
      const after = now();
      this.origins.noteChanges(before, after, by);
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
      origins.noteChanges(before, scalarsIn(pod), originText(name, sources));
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
