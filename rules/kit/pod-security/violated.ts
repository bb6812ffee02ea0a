import {
  pathOf,
  remove,
  set,
  type Change,
  type ContainerView,
  type Field,
  type FixProposal,
  type PodView,
  type ResourceView,
} from '@podlint/engine/rule';

/** A field at fault, with what a fix has to know of its Pod. */
export class Violated {
  constructor(
    readonly check: string,
    readonly at: Field,
    readonly pod: PodView,
    private readonly resource: ResourceView,
  ) {}

  /** The container that the field is of; undefined: of the Pod. */
  get container(): ContainerView | undefined {
    const path = pathOf(this.at);
    return this.pod.containers.find(({ at }) => path.startsWith(pathOf(at)));
  }

  /** The field as one would name it inside of its container or Pod: `securityContext.privileged`. */
  get name(): string {
    const { container, pod } = this;
    const path = pathOf(this.at).toString();
    const prefix = [container?.at, pod.at].flatMap((at) => (at ? [`${pathOf(at).toString()}.`] : []));
    const inside = prefix.find((start) => path.startsWith(start));
    return inside === undefined ? path : path.slice(inside.length);
  }

  get value(): unknown {
    return this.resource.writtenValue(this.at);
  }

  /** What is not in the manifest came from a default, and cannot be removed. */
  removed(): FixProposal | undefined {
    return this.resource.isWritten(this.at) ? unsafe(`Remove ${this.name}`, [remove(this.at)]) : undefined;
  }

  setTo(value: string | boolean): FixProposal {
    return unsafe(`Set ${this.name} to ${JSON.stringify(value)}`, [set(this.at, value)]);
  }
}

export function unsafe(title: string, changes: readonly Change[]): FixProposal {
  return { title, safety: 'unsafe', changes };
}
