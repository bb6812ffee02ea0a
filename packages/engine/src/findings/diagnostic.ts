import type { Range } from '@podlint/syntax';
import type { ErrorType } from '@podlint/validation';

/** Where in the pipeline a finding was made. */
export type Stage = 'syntax' | 'schema' | 'api' | 'policy' | 'lint';
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** How an editor shows the place: faded, as text that nothing needs, or crossed out. */
export type Tag = 'unnecessary' | 'deprecated';

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

/** One of the things that could be done about a finding, of which a person picks one: no command does it by itself. */
export interface Choice {
  /** In the imperative. */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** It is what was most likely meant. */
  readonly preferred?: true;
}

/** The server's own type and field, for what its validation says. */
export interface ApiError {
  readonly type: ErrorType;
  readonly field: string;
}
