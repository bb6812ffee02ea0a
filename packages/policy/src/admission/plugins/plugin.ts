import type { FieldPath } from '@podlint/field-path';
import type { Message } from '@podlint/messages';
import type { Decoded, Minor, core } from '@podlint/model';
import type { Cluster } from '../objects/cluster.js';

export type Pod = Decoded<core.Pod>;
export type PodSpec = Decoded<core.PodSpec>;

/** Why a plugin does not let an object pass. */
export interface Refusal {
  /** As upstream calls it: `LimitRanger`. */
  readonly plugin: string;
  readonly message: Message;
  /** What is at fault, where that is one field. */
  readonly field?: FieldPath | undefined;
  /** The object that stands behind it, where there is one. */
  readonly by?: ObjectName;
}

/** What a plugin knows besides the object. */
export interface PluginContext {
  readonly cluster: Cluster;
  readonly namespace: string;
  readonly minor: Minor;
}

/** A plugin of the server that looks at new Pods. Each method answers why it refuses the Pod. */
export interface PodPlugin {
  /** Changes the Pod, in place. */
  admit?(pod: Pod, context: PluginContext): Refusal | undefined;
  /** Looks at the Pod once it cannot change any more. */
  validate?(pod: Pod, context: PluginContext): Refusal | undefined;
  /** The objects that it takes values from, where it changes the Pod. */
  sources?(pod: Pod, context: PluginContext): readonly ObjectName[];
}

export interface ObjectName {
  readonly kind: string;
  readonly name: string;
}
