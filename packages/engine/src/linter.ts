import type { Report, SourceFile } from './report.js';

export interface LinterOptions {
  /** `['1.36']`; default: the newest verified version. */
  readonly kubernetesVersions?: readonly string[];
  /** `none`: syntax, schema and api stages only. */
  readonly preset?: 'none' | 'recommended' | 'strict';
}

export interface Linter {
  lint(files: readonly SourceFile[]): Report;
}

export function createLinter(_options: LinterOptions = {}): Linter {
  throw new Error('being written');
}
