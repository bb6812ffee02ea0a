import type { ContainerTimeline } from '@podlint/kubelet';
import type { PodTemplate, PresetConflict, QosClass } from '@podlint/model';
import type { Verdict } from '../verdict/verdict.js';

export interface ExplainedDefault {
  /** As the server prints it: `spec.containers[0].imagePullPolicy`. */
  readonly path: string;
  readonly value: unknown;
  /** A short reason. */
  readonly why: string;
}

/** The effective imagePullPolicy of a container. */
export interface ExplainedPullPolicy {
  readonly container: string;
  /** Of the field, as the server prints it: `spec.containers[0].imagePullPolicy`. */
  readonly path: string;
  readonly policy: string;
  /** `Always, because the tag is latest or missing` */
  readonly why: string;
}

/** What the PodPreset admission plugin, gone since 1.20, would make of the pod with the presets of the run. */
export interface ExplainedPresets {
  /** Names of the presets that select the pod. */
  readonly matched: readonly string[];
  /** All of them or none. */
  readonly applied: boolean;
  readonly conflicts: readonly PresetConflict[];
  /** The merged Pod, if they are applied. */
  readonly effective: Readonly<Record<string, unknown>> | null;
}

/** What a kubelet would make of the pod if it read it from a file itself. */
interface ExplainedStaticPod {
  /** The kinds of API objects that the pod refers to, which a static Pod must not. */
  readonly refers: readonly string[];
  /** Whether the kubelet of this version refuses the Pod for them; before, it starts the Pod without them. */
  readonly refused: boolean;
  /** Whether it is one: its file, an annotation or a comment says so. */
  readonly isOne: boolean;
}

/** A pod template of a kind that is none of Kubernetes' own. */
interface ExplainedTemplate {
  /** `spec.template` */
  readonly path: string;
  /** With the server's defaults. */
  readonly template: PodTemplate;
}

/** How strict a namespace of Pod Security may be with the pod. */
export interface ExplainedPodSecurity {
  /** Of the standards: that of the cluster. */
  readonly version: string;
  /** The strictest level that the pod fits. */
  readonly level: 'privileged' | 'baseline' | 'restricted';
  /** What keeps it from the next level. */
  readonly next?: {
    readonly level: ExplainedPodSecurity['level'];
    readonly violations: readonly { readonly control: string; readonly path: string }[];
  };
}

/** An object, and the Pod that it is or makes, as policies and the plugins of the server leave them, and who set what. */
export interface ExplainedAdmission {
  /** The object itself, where it is no Pod and a policy changes it. */
  readonly object?: {
    readonly value: Readonly<Record<string, unknown>>;
    /** Of each value that a policy has set. */
    readonly origins: readonly ValueOrigin[];
  };
  /** Absent: the object makes none. */
  readonly pod?: Readonly<Record<string, unknown>>;
  /** Of each value of the Pod that is not in the manifest. */
  readonly origins: readonly ValueOrigin[];
  /** Who refuses the object or the Pod, and why. */
  readonly refused?: string;
}

interface ValueOrigin {
  readonly path: string;
  /** `LimitRanger, LimitRange bounds`, `MutatingAdmissionPolicy labels, binding all`, or `default`. */
  readonly by: string;
}

/** What would really run. An object that does not decode has its verdict only. */
export interface Explanation {
  readonly path: string;
  readonly index: number;
  readonly item?: number;
  readonly kind?: string;
  readonly name?: string;
  /** `1.36`: the version that it holds for. */
  readonly kubernetesVersion: string;
  readonly verdict: Verdict;
  /** The object as the server would store it, without its status. */
  readonly effective?: Readonly<Record<string, unknown>>;
  readonly defaults?: readonly ExplainedDefault[];
  readonly imagePullPolicies?: readonly ExplainedPullPolicy[];
  readonly qos?: QosClass;
  readonly podPresets?: ExplainedPresets;
  readonly staticPod?: ExplainedStaticPod;
  readonly podSecurity?: ExplainedPodSecurity;
  /** The pods of a kind that is none of Kubernetes' own, as far as its controller makes them of nothing else. */
  readonly podTemplates?: readonly ExplainedTemplate[];
  /** What admission makes of it, where it was asked for. */
  readonly admission?: ExplainedAdmission;
  /** What the probes do to each container that has any, or whose startup time is known. */
  readonly probes?: readonly ContainerTimeline[];
}
