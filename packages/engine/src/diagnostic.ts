import type { Range } from '@podlint/syntax';
import type { ErrorType } from '@podlint/validation';
import type { PositionRange, Provenance } from './report.js';

/** Where in the pipeline a finding was made. */
export type Stage = 'syntax' | 'schema' | 'api' | 'policy' | 'lint';
export type Severity = 'error' | 'warning' | 'info' | 'hint';

export interface Edit {
  readonly range: Range;
  readonly text: string;
}

/** `safe` keeps the meaning of the manifest, `unsafe` may change it. */
export type Safety = 'safe' | 'unsafe';

export interface Fix {
  readonly title: string;
  readonly safety: Safety;
  readonly edits: readonly Edit[];
}

/** Another place that explains the finding: the first of two duplicates, the list a name was looked up in. */
export interface RelatedPlace {
  readonly message: string;
  readonly file: string;
  readonly range: Range;
  /** Its lines and columns, where it may be in another file than the finding. */
  readonly place?: PositionRange;
}

export interface Diagnostic {
  /** `group/name`, from the table in codes.ts. API: never matched by text, never renamed without an alias. */
  readonly code: string;
  readonly stage: Stage;
  readonly severity: Severity;
  /** What is wrong, why it matters and what to do. */
  readonly message: string;
  /** Index of the document in its file, from 0. */
  readonly document: number;
  /** Index inside a `List`. */
  readonly item?: number;
  readonly source?: Provenance;
  /** `1.36`: the versions for which the finding holds. */
  readonly kubernetesVersions: readonly string[];
  /** Where the mistake is in the document, as the server would print it. */
  readonly path: string;
  /** The server's own type and field, for what its validation says. */
  readonly api?: { readonly type: ErrorType; readonly field: string };
  readonly range: Range;
  readonly related: readonly RelatedPlace[];
  /** Made when somebody asks, since working out edits costs more than finding what they are for. */
  readonly fixes: () => readonly Fix[];
  /** Where the code is explained. */
  readonly docs: string;
}
