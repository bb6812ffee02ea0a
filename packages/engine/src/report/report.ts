import type { PlainData } from '@podlint/messages';
import type { PositionRange } from '../documents/position.js';
import type { ApiError, Safety, Severity, Stage, Tag } from '../findings/diagnostic.js';

import type { Verdict } from '../verdict/verdict.js';

export interface ReportedFix {
  readonly title: string;
  readonly safety: Safety;
  readonly edits: readonly Omit<ReportedEdit, 'file'>[];
}

interface ReportedEdit {
  /** Default: the file that the finding is in. Another one is a kustomization that patches what it takes in. */
  readonly file?: string;
  readonly range: PositionRange;
  readonly text: string;
}

/** One of the things that a person could do about a finding; `--fix` never does. */
export interface ReportedChoice {
  readonly title: string;
  /** All in one file. */
  readonly edits: readonly ReportedEdit[];
  /** It is what was most likely meant. */
  readonly preferred?: true;
}

/**
 * The file that a rendered document was made from: `# Source:` of `helm template`, or the origin annotation of
 * kustomize.
 */
export interface Provenance {
  /**
   * As the program that rendered it has it: in a chart from the chart's name on, else relative to the kustomization or
   * to the repository.
   */
  readonly path: string;
  /** The repository, where it is another one. */
  readonly repo?: string;
  /** The branch, tag or commit of that repository. */
  readonly ref?: string;
}

/** The builds of kustomizations in which something was found, and what they did to the value. */
export interface ReportedBuilds {
  /** The folders of the kustomizations that were built. */
  readonly roots: readonly string[];
  /** The object that they make; of the first of them. */
  readonly object: Pick<ReportedDocument, 'apiVersion' | 'kind' | 'namespace' | 'name'>;
  /** What changed the value, in order: `images[0]` of `overlays/prod/kustomization.yaml`. */
  readonly steps: readonly { readonly kind: string; readonly file: string; readonly field: string }[];
}

/** Another place that explains the finding: the first of two duplicates, the list a name was looked up in. */
export interface RelatedPlace {
  readonly message: string;
  /** Which of the messages of its code it is, and what that says of this case: as of the finding itself. */
  readonly messageId: string;
  readonly data: PlainData;
  readonly file: string;
  readonly range: PositionRange;
}

export interface ReportedDiagnostic {
  /** `group/name`. API: never matched by text, never renamed without an alias. */
  readonly code: string;
  readonly stage: Stage;
  readonly severity: Severity;
  /** What an editor may make of the place. */
  readonly tags?: readonly Tag[];
  /** What is wrong, why it matters and what to do. The words may change at any time. */
  readonly message: string;
  /**
   * Which of the messages of its code it is: `privileged`, `port/out-of-range`. API as the code is, and with it tells
   * what was found.
   */
  readonly messageId: string;
  /** What the message says of this case, by names: `{ name: 'web', port: 70000 }`. */
  readonly data: PlainData;
  /** Index of the document in its file, from 0. */
  readonly document: number;
  /** Index inside a `List`. */
  readonly item?: number;
  readonly source?: Provenance;
  readonly builds?: ReportedBuilds;
  /** `1.36`: the versions for which the finding holds. */
  readonly kubernetesVersions: readonly string[];
  /** Where the mistake is in the document, as the server would print it. */
  readonly path: string;
  /** The name of the container that it is in. */
  readonly container?: string;
  readonly api?: ApiError;
  readonly range: PositionRange;
  readonly related: readonly RelatedPlace[];
  /** Worked out when somebody asks for them. */
  readonly fixes: readonly ReportedFix[];
  /** What a person could do about it and picks one of. Worked out when somebody asks for them. */
  readonly choices: readonly ReportedChoice[];
  /** What is no longer found once this is mended: folded from sight, not lost. */
  readonly follows?: readonly ReportedFollowed[];
  /** Found in the rest of an object that the server cannot decode: what it would mind next, and no part of its verdict. */
  readonly provisional?: true;
  /** Where the code is explained. */
  readonly docs: string;
  /**
   * `9ae16a3b2f90404f`: the same for the same finding after lines moved and the file was renamed. Findings of one file
   * may share it: see numberedFingerprints.
   */
  readonly fingerprint: string;
}

/** A finding that follows from another one. */
export type ReportedFollowed = Pick<ReportedDiagnostic, 'code' | 'severity' | 'path' | 'api'>;

/**
 * One object: a document, or an item of a `List`. Has `verdicts` when it was checked and `skipped` with the reason when
 * not.
 */
export interface ReportedDocument {
  readonly index: number;
  /** The line its content starts on, from 1. */
  readonly line: number;
  readonly item?: number;
  readonly source?: Provenance;
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly namespace?: string;
  readonly name?: string;
  readonly verdicts?: Readonly<Record<string, Verdict>>;
  readonly skipped?: string;
  /** What it is instead, of a document that is no Kubernetes object and that podlint knows: `Compose file`. */
  readonly format?: string;
}

export interface ReportedFile {
  readonly path: string;
  readonly documents: readonly ReportedDocument[];
  readonly diagnostics: readonly ReportedDiagnostic[];
  /** Why no document of the file was read: too large, binary, unreadable, a template. */
  readonly skipped?: string;
  /** How many findings a baseline has set aside, if any; they are not among `diagnostics`. */
  readonly setAside?: number;
  /** How many findings are below the level, if any; they are not among `diagnostics`. */
  readonly notShown?: NotShown;
}

/** Findings that are below the level of the run: no other count has them. */
export interface NotShown {
  readonly warnings: number;
  readonly infos: number;
}

/**
 * Counts over the whole run. `documents` counts objects; `skipped` those that were not checked, and files of which none
 * was read.
 */
export interface Summary {
  readonly files: number;
  readonly documents: number;
  readonly checked: number;
  readonly skipped: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly fixable: number;
  /** Mistakes of podlint's own, if any (`internal/fault`): the command ends with 3. */
  readonly faults?: number;
  /** Findings that a baseline has set aside, if any; no other count has them. */
  readonly setAside?: number;
  /** Findings below the level of the run, if any. */
  readonly notShown?: NotShown;
}

/** The JSON report, stable: schemas/report.schema.json. */
export interface Report {
  readonly version: 1;
  readonly tool: { readonly name: string; readonly version: string };
  readonly kubernetesVersions: readonly string[];
  readonly files: readonly ReportedFile[];
  readonly summary: Summary;
}
