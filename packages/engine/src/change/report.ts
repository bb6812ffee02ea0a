import type { PlainData } from '@podlint/messages';
import type { ReportedDiagnostic, ReportedDocument } from '../report/report.js';

/** What a change of files would do to a cluster that runs what they said before. */
export interface ChangeReport {
  readonly version: 1;
  readonly tool: { readonly name: string; readonly version: string };
  /** Whose answers these are. */
  readonly kubernetesVersion: string;
  readonly summary: ChangeSummary;
  /** Every object of either side: new ones, those that are gone, those that are the same. */
  readonly objects: readonly ChangedObject[];
  /** Each image that is replaced by another one, over all objects. */
  readonly images: readonly ReplacedImage[];
  /** Kustomizations that could be built before, or are new, and cannot be built. */
  readonly brokenBuilds: readonly BrokenBuild[];
  readonly notCompared: readonly NotCompared[];
}

export interface ChangeSummary {
  readonly new: number;
  readonly gone: number;
  readonly changed: number;
  readonly same: number;
  /** Objects that the server would refuse. */
  readonly refused: number;
  /** Objects that change or are new, and whose answer nobody can tell. */
  readonly notChecked: number;
  /** Objects whose running Pods are replaced, or restart. */
  readonly rollouts: number;
  readonly scaled: number;
  /** Deleted objects with data or other objects in them. */
  readonly deletesData: number;
  readonly gains: number;
  readonly losses: number;
  readonly brokenBuilds: number;
  readonly notCompared: number;
}

type ChangeStatus = 'new' | 'gone' | 'changed' | 'same';

/** Where something is, from the working directory. */
export interface ChangePlace {
  readonly file: string;
  /** From 1; undefined where only the file is known. */
  readonly line?: number;
}

export interface ChangedObject extends Pick<ReportedDocument, 'apiVersion' | 'kind' | 'namespace' | 'name'> {
  readonly status: ChangeStatus;
  /** The folder of the kustomization that makes it. */
  readonly build?: string;
  /** Where it begins; of an object that is gone, where it began. */
  readonly place: ChangePlace;
  /** What differs of where it was before, or what it was called. */
  readonly was?: {
    readonly build?: string;
    readonly file?: string;
    readonly namespace?: string;
    readonly name?: string;
    readonly apiVersion?: string;
  };
  /** The server's; of objects that are new or changed. */
  readonly answer?: 'accepted' | 'refused' | 'not checked';
  /** Why it is not checked. */
  readonly skipped?: string;
  /** `change`: it would take the object where none is stored, but not in the place of the stored one. */
  readonly refusedFor?: 'the change' | 'the object';
  /** The server would have refused what was there before, so nobody knows what it has stored. */
  readonly storedIsUnknown?: true;
  /** What is in the way, with the file that it is in. */
  readonly findings?: readonly PlacedFinding[];
  readonly differences?: readonly ReportedDifference[];
  /** What becomes of the Pods that run. */
  readonly pods?: PodsEffect;
  readonly scale?: readonly { readonly field: string; readonly from?: number; readonly to?: number }[];
  readonly images?: readonly ContainerImage[];
  /** What goes with an object that is gone. */
  readonly deletes?: readonly ChangeNote[];
  /** Privileges, permissions and reachability that it has now, or gives to others. */
  readonly gains?: readonly ChangeNote[];
  /** Limits, requests, probes and replicas that it has no longer. */
  readonly losses?: readonly ChangeNote[];
  /** Of a ConfigMap or Secret that changes under the same name: who reads it. */
  readonly readBy?: readonly Reader[];
}

export interface PlacedFinding {
  readonly file: string;
  readonly diagnostic: ReportedDiagnostic;
}

/** A field that has another value. What Secrets hold is left out, and long values are cut. */
export interface ReportedDifference {
  readonly path: string;
  readonly container?: string;
  readonly from?: unknown;
  readonly to?: unknown;
  /** Where the value was set. */
  readonly place?: ChangePlace;
}

/**
 * - `rollout`: all are replaced, a few at a time. `recreate`: all stop before new ones start.
 * - `restart`: containers of this Pod restart. `next run`: only Pods of later Jobs have it.
 * - `later`: only Pods that are made later have it; running ones stay. `by hand`: each when somebody deletes it.
 * - `paused`: when the Deployment is resumed. `controller`: what its controller does nobody can tell from files.
 */
export type PodsFate = 'rollout' | 'recreate' | 'restart' | 'next run' | 'later' | 'by hand' | 'paused' | 'controller';

export interface PodsEffect {
  readonly fate: PodsFate;
  /** Fields of the Pod template that changed, but for those names. */
  readonly because: readonly ReportedDifference[];
  /** ConfigMaps and Secrets whose names changed with their content. */
  readonly throughNamesOf?: readonly string[];
}

export interface ContainerImage {
  readonly container: string;
  readonly from?: string;
  readonly to?: string;
}

export interface ReplacedImage {
  readonly from: string;
  readonly to: string;
  /** How many containers of how many objects. */
  readonly objects: number;
}

/** Something worth knowing. The words may change at any time, id and data may not. */
export interface ChangeNote {
  readonly message: string;
  readonly messageId: string;
  readonly data: PlainData;
  readonly container?: string;
  readonly place?: ChangePlace;
}

export interface Reader {
  readonly kind: string;
  readonly name: string;
  /** `environment`: until a restart it has the old values. `files`: they follow within a minute or two. */
  readonly as: 'environment' | 'files' | 'files that do not follow';
}

export interface BrokenBuild {
  /** The folder of the kustomization. */
  readonly build: string;
  readonly reason: string;
  readonly place?: ChangePlace;
}

/** What was left out of the comparison, on both sides. */
export interface NotCompared {
  /** A file, or the folder of a build. */
  readonly what: string;
  readonly kind: 'file' | 'build' | 'part of a build';
  readonly side: 'before' | 'now' | 'both';
  readonly reason: string;
  readonly place?: ChangePlace;
}
