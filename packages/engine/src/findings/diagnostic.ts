import type { Range } from '@podlint/syntax';
import type { ErrorType } from '@podlint/validation';

/** Where in the pipeline a finding was made. */
export type Stage = 'syntax' | 'schema' | 'api' | 'policy' | 'lint';
export type Severity = 'error' | 'warning' | 'info' | 'hint';

interface Edit {
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

/** The server's own type and field, for what its validation says. */
export interface ApiError {
  readonly type: ErrorType;
  readonly field: string;
}
