import type { Kind } from '@podlint/model';
import type { Json } from '../../crd/values/json.js';
import { createObject } from '../objects/created.js';
import type { Resource } from '../objects/resource.js';
import { scalarsIn, ValueOrigins } from '../run/value-origins.js';
import { originOf, type MutatingHook } from './hooks.js';
import { TypedObject, WrittenObject, type Mutable } from './mutable.js';
import type { Mutation, MutationFault } from './mutation.js';
import { startMutation, type MutationContext, type ObjectError } from './start-mutation.js';

/** An object as policies leave it. */
export interface Mutated {
  /** The same object where none has changed it. */
  readonly object: Json;
  readonly faults: readonly MutationFault[];
  /** Why the server refuses what the policies have made of it. */
  readonly errors: readonly ObjectError[];
  /** The policies that have changed it, in their order. */
  readonly changers: readonly MutatingHook[];
  /** Of each value that a policy has set. */
  readonly origins: ValueOrigins;
}

/** Creates an object: plugins and policies change it, in the server's order, and the server checks it. */
export function mutateCreation(object: Json, hooks: readonly MutatingHook[], context: MutationContext): Mutated {
  return new MutatedCreation(object, hooks, context).run();
}

class MutatedCreation {
  private readonly origins = new ValueOrigins();
  private readonly changers: MutatingHook[] = [];
  private readonly resource: Resource;

  constructor(
    private readonly subject: Json,
    private readonly hooks: readonly MutatingHook[],
    private readonly context: MutationContext,
  ) {
    this.resource = context.resourceOf(subject);
  }

  run(): Mutated {
    const { builtIn } = this.resource;
    return builtIn ? this.typed(builtIn) : this.written();
  }

  private typed(kind: Kind): Mutated {
    const { minor } = this.context;
    const isPod = kind.definition === 'core.v1.Pod';
    let faults: readonly MutationFault[] = [];
    let made = this.subject;
    const created = createObject(this.subject, kind, minor, (value) => {
      const object = new TypedObject(value, kind, minor);
      const mutation = this.mutation(object);
      ({ faults } = mutation);
      do if (isPod && this.context.plugins(value) === 'refused') return;
      while (mutation.run() === 'again');
      // Before the server makes up names and addresses.
      made = object.json(this.resource);
    });
    const errors = created.errors.map(({ field, at = field, message }) => ({ at, message }));
    return this.outcome(made, faults, errors);
  }

  private written(): Mutated {
    const object = new WrittenObject(this.subject, this.context.schemaOf(this.subject), this.context.minor);
    const mutation = this.mutation(object);
    if (mutation.run() === 'again') mutation.run();
    const errors = this.changers.length > 0 ? this.context.judge(object.json()) : [];
    return this.outcome(object.json(), mutation.faults, errors);
  }

  private mutation(object: Mutable): Mutation {
    let before = scalarsIn(object.json(this.resource));
    return startMutation(this.subject, object, this.hooks, this.context, (hook) => {
      const after = scalarsIn(object.json(this.resource));
      this.origins.noteChanges(before, after, originOf(hook));
      before = after;
      this.changers.push(hook);
    });
  }

  private outcome(made: Json, faults: readonly MutationFault[], errors: readonly ObjectError[]): Mutated {
    const { changers, origins } = this;
    const isChanged = changers.length > 0;
    return { object: isChanged ? made : this.subject, faults, errors: isChanged ? errors : [], changers, origins };
  }
}
