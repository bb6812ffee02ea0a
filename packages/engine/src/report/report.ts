import type { PlainData } from '@podlint/messages';
import type { PositionRange } from '../documents/position.js';
import type { ApiError, Safety, Severity, Stage } from '../findings/diagnostic.js';

import type { Verdict } from '../verdict/verdict.js';

export interface ReportedFix {
  readonly title: string;
  readonly safety: Safety;
  readonly edits: readonly { readonly range: PositionRange; readonly text: string }[];
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

/** Another place that explains the finding: the first of two duplicates, the list a name was looked up in. */
export interface RelatedPlace {
  readonly message: string;
  readonly file: string;
  readonly range: PositionRange;
}

export interface ReportedDiagnostic {
  /** `group/name`. API: never matched by text, never renamed without an alias. */
  readonly code: string;
  readonly stage: Stage;
  readonly severity: Severity;
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
  /** `1.36`: the versions for which the finding holds. */
  readonly kubernetesVersions: readonly string[];
  /** Where the mistake is in the document, as the server would print it. */
  readonly path: string;
  readonly api?: ApiError;
  readonly range: PositionRange;
  readonly related: readonly RelatedPlace[];
  /** Worked out when somebody asks for them. */
  readonly fixes: readonly ReportedFix[];
  /** Where the code is explained. */
  readonly docs: string;
  /**
   * `9ae16a3b2f90404f`: the same for the same finding after lines moved and the file was renamed. Findings of one file
   * may share it: see numberedFingerprints.
   */
  readonly fingerprint: string;
}

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
  /** Findings that a baseline has set aside, if any; no other count has them. */
  readonly setAside?: number;
}

/** The JSON report, stable: schemas/report.schema.json. */
export interface Report {
  readonly version: 1;
  readonly tool: { readonly name: string; readonly version: string };
  readonly kubernetesVersions: readonly string[];
  readonly files: readonly ReportedFile[];
  readonly summary: Summary;
}
