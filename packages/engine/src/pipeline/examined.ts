import type { FieldPath, PlainPath } from '@podlint/field-path';
import type { PlacedTemplate } from '@podlint/kinds';
import type { Message } from '@podlint/messages';
import type { Minor } from '@podlint/model';
import type { PositionRange } from '../documents/position.js';
import type { ApiError, Severity, Stage, Tag } from '../findings/diagnostic.js';
import type { Followed } from '../findings/finding.js';
import type { RelatedPlace, ReportedBuilds, ReportedChoice, ReportedDocument, ReportedFix } from '../report/report.js';

/** A finding with its lines counted, for the versions for which it holds. Plain data: no tree and no text behind it. */
export interface ExaminedFinding {
  /** Its number among the findings of its object, as they were examined. */
  readonly index: number;
  readonly code: string;
  readonly stage: Stage;
  readonly severity: Severity;
  readonly tags: readonly Tag[] | undefined;
  readonly message: Message;
  readonly path: FieldPath;
  readonly api: ApiError | undefined;
  /** The name of the container that it is in. */
  readonly container: string | undefined;
  readonly range: PositionRange;
  readonly related: readonly RelatedPlace[];
  readonly kubernetesVersions: readonly string[];
  /** What is no longer found once this is mended. */
  readonly follows: readonly Followed[];
  /** What the server would mind next, in an object that it cannot decode. */
  readonly provisional: boolean;
  /** Undefined: worked out when somebody asks, from the file read again. */
  readonly details: FindingDetails | undefined;
  /** Of what was found in objects that kustomizations make. */
  readonly builds?: ReportedBuilds | undefined;
}

/** What costs something to work out, and what most runs do not ask for. */
export interface FindingDetails {
  readonly fixes: readonly ReportedFix[];
  readonly fingerprint: string;
  /** Undefined: worked out when somebody asks, from the file read again. */
  readonly choices?: readonly ReportedChoice[] | undefined;
  /** Works out the choices of what kustomizations make, where they are not known. */
  readonly choicesLater?: (() => readonly ReportedChoice[]) | undefined;
}

/** All of them, as whoever reads a file again works them out. */
export interface AllDetails extends FindingDetails {
  readonly choices: readonly ReportedChoice[];
}

/** An object, or a document that no object could be read from, and what was found in it. */
export interface ExaminedObject {
  readonly entry: ReportedDocument;
  /** It is one of Kubernetes' objects, or would be one but for a mistake in it. */
  readonly isKubernetes: boolean;
  /** From the top down; each once, whatever the number of versions. */
  readonly findings: readonly ExaminedFinding[];
  /** Which rules hold for it (`RulesOfObjects`), where that differs from object to object. */
  readonly rules?: string;
}

/** What the rules over the whole run want to know of an object, for one version. */
export interface ObjectFacts {
  readonly minor: Minor;
  /** Which of the objects of its file. */
  readonly position: number;
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  /** As of the examined object. */
  readonly rules?: string;
  /** Others may refer to it, but what it will say, nobody knows: no rule speaks of it. */
  readonly isTemplate?: true;
  /** By the names of collections: JSON. */
  readonly collected: Readonly<Record<string, unknown>>;
  /** Of an object that has several pods. */
  readonly pods?: readonly PodFacts[];
}

/** The same of one of the pods of an object: a template, or a part of one. */
export interface PodFacts {
  /** Its number among them. */
  readonly template: number;
  readonly path: PlainPath;
  readonly part: PlacedTemplate['part'];
  /** Of those that are not `whole` only what is written there is told of. */
  readonly pods: PlacedTemplate['pods'];
  readonly collected: ObjectFacts['collected'];
}

/** Which of the objects of a file, and which of its pods where it has several. */
export interface PlaceInFile extends Pick<ObjectFacts, 'position'>, Partial<Pick<PodFacts, 'template'>> {}

/** All that is kept of a file once it was examined. */
export interface ExaminedFile {
  readonly path: string;
  readonly objects: readonly ExaminedObject[];
  readonly facts: readonly ObjectFacts[];
  /** Whether its text may suppress findings. */
  readonly mayDirect: boolean;
  /** Why none of it was read. */
  readonly skipped?: string;
}
