import type { PlacedTemplate } from '@podlint/kinds';
import type { Decoded, Kind, Minor, core, meta } from '@podlint/model';
import type { Field } from './field.js';

/** The fields that most kinds of objects have. */
interface AnyObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: meta.ObjectMeta;
  readonly spec: unknown;
  readonly status: unknown;
}

/** What a rule sees of any Kubernetes object of the run, also of kinds that podlint does not judge. */
export interface ResourceView {
  readonly file: string;
  /** The Kubernetes version the run speaks for. */
  readonly minor: Minor;
  readonly apiVersion: string;
  readonly kindName: string;
  readonly name: string;
  readonly namespace: string;
  readonly metadata: Decoded<meta.ObjectMeta>;
  /** As it was written, but for nulls; with the server's defaults if it is a judged object. */
  readonly value: Readonly<Record<string, unknown>>;
  readonly at: Field<AnyObject>;
  /** Whether the manifest itself has the field. */
  isWritten(field: Field): boolean;
  /**
   * What the manifest itself says in a scalar field, also where the server drops or changes it; undefined for what is
   * not there or no scalar.
   */
  writtenValue(field: Field): string | number | boolean | null | undefined;
  /** The text of a scalar field as it stands in the manifest: `0400` and `256` are one value. */
  writtenText(field: Field): string | undefined;
  /**
   * A kubelet reads it from its file: by its annotation, the path of its file, or a `# podlint: static-pod` comment.
   * Only Pods can be.
   */
  readonly isStaticPod: boolean;
  /** Fields that the server does not know at their place, as the schema stage has reported them. */
  readonly unknownFields: readonly UnknownField[];
  /** The view of an object that decodes and is of a kind that podlint judges. */
  readonly judged?: ObjectView | undefined;
  /** Of an object that makes several pods: the one that is looked at. */
  readonly template?: PlacedTemplate | undefined;
}

export interface UnknownField {
  readonly at: Field;
  /** The code that it was reported under. */
  readonly code: string;
  /** What could be done about it, in the imperative. */
  readonly remedies: readonly string[];
}

/** An object of a kind that podlint judges. Values are as the server would store them, with defaults. */
export interface ObjectView extends ResourceView {
  readonly kind: Kind;
  /** The pod of a Pod, or what the template of a workload makes. */
  readonly pod?: PodView | undefined;
}

export interface PodView {
  readonly object: ObjectView;
  /** Metadata of the Pod, or of the template. */
  readonly metadata: Decoded<meta.ObjectMeta>;
  readonly metadataAt: Field<meta.ObjectMeta>;
  readonly spec: Decoded<core.PodSpec>;
  readonly at: Field<core.PodSpec>;
  /** All of them, in the order in which they start: init containers, containers, ephemeral containers. */
  readonly containers: readonly ContainerView[];
}

/** `sidecar`: an init container with `restartPolicy: Always`. */
export type ContainerRole = 'init' | 'sidecar' | 'regular' | 'ephemeral';

export interface ContainerView {
  readonly pod: PodView;
  readonly role: ContainerRole;
  readonly name: string;
  readonly value: Decoded<core.Container>;
  readonly at: Field<core.Container>;
  /** A builder makes the image, such as Skaffold, and puts it in with a tag of its own before anything is applied. */
  readonly isImageBuilt: boolean;
  /** What `# podlint: name=value` comments on the container say. */
  readonly directives: Readonly<Record<string, string>>;
}

/** Where a Pod, or a template, is. */
interface PodFields {
  readonly metadata: Field<meta.ObjectMeta>;
  readonly spec: Field<core.PodSpec>;
}

/** An object of the run, by what is always known of it. */
export interface RunObject {
  readonly file: string;
  readonly apiVersion: string;
  readonly kindName: string;
  readonly name: string;
  readonly namespace: string;
  readonly at: ResourceView['at'];
  /** The Pod, or the template, of a kind that has one. */
  readonly podAt?: PodFields | undefined;
  /** Of an object that makes several pods, each is here beside it. This is one of them, and that the object itself. */
  readonly podOf?: RunObject | undefined;
  /** The whole of it, read again from its file: for the few objects of which what was collected does not tell enough. */
  read(): ResourceView;
}

/** An object of the run with what a rule has collected of it. */
export interface Collected<Facts> {
  readonly object: RunObject;
  readonly facts: Facts;
}

/** Everything that was given to one run, or a part of it, as far as a rule has collected something of it. */
export interface RunView<Facts = unknown> {
  readonly minor: Minor;
  /** `part`: of a text too long to be held; what is not in it may be in another part. */
  readonly extent: 'whole' | 'part';
  readonly collected: readonly Collected<Facts>[];
}
