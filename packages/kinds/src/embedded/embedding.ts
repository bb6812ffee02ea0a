import type { Kind } from '@podlint/model';
import type { FieldError } from '@podlint/validation';

type Json = Readonly<Record<string, unknown>>;

/**
 * How many Pods are made of a template at once: as `replicas` beside it says, or so many where that is missing; `on
 * demand`: nobody knows. Default: one.
 */
export type ReplicasBeside = 0 | 1 | 'on demand';

/** Where objects of a kind that Kubernetes does not know hold a pod template, and what their controller asks of it. */
export interface Embedding {
  readonly group: string;
  readonly kind: string;
  /** Names from the object down to the part that looks like an object of `like`. */
  readonly within: readonly string[];
  /** The built-in kind whose fields the part has, as far as `takes` names them. */
  readonly like: Kind;
  readonly replicas?: ReplicasBeside;
  /** The fields of the spec of `like` that are looked at; default: all of a PodTemplate. */
  readonly takes?: readonly string[];
  /** The built-in kind that the controller makes of the template; default: `like`. */
  readonly makes?: Kind;
  /** Fields that the controller takes in the pod's spec beside those of a pod. */
  readonly moreFields?: readonly string[];
  /** What the controller fills in itself before it makes pods. In place. */
  complete?(template: PodTemplateJson): void;
  /** Whether the controller mends what is wrong, given the object as it was written. */
  mends?(error: FieldError, object: Json): boolean;
}

export interface PodTemplateJson {
  readonly spec?: {
    readonly containers?: ContainerJson[];
    readonly initContainers?: ContainerJson[];
    restartPolicy?: string;
  };
}

export interface ContainerJson {
  name?: string;
}

/** Where objects of a kind hold several pods, or parts of pods. */
export interface PlacedEmbedding extends TemplatePlaces {
  readonly group: string;
  readonly kind: string;
}

export interface TemplatePlaces {
  /** Names from the object down; `*` stands for every item of a list and every value of a map. */
  readonly places: readonly (readonly string[])[];
  /** `template`: metadata and spec of a pod. `spec`: fields of a pod's spec, among others. */
  readonly part: 'template' | 'spec';
  /**
   * `whole`: all that becomes of the pods. `merged`: what is missing may come from the controller. `unknown`: nobody knows
   * the controller, so that nothing in them is an error.
   */
  readonly pods: 'whole' | 'merged' | 'unknown';
  readonly replicas?: ReplicasBeside;
  /** Whether the controller makes Jobs of them; default: pods in another way. */
  readonly makes?: 'jobs';
  /** As of an Embedding. */
  complete?(template: PodTemplateJson): void;
  mends?: Embedding['mends'];
}
