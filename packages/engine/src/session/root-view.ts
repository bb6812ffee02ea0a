import type { JsonValue } from '@podlint/syntax';
import type { ReportedDocument } from '../report/report.js';

/** A kustomization that was built by itself. */
export interface RootView {
  /** Its folder as it is reported. */
  readonly name: string;
  readonly kustomization: string;
  readonly objects: readonly MadeObject[];
}

interface MadeObject {
  /** What is reported of it. */
  readonly entry: ReportedDocument;
  readonly value: JsonValue;
  /** Where it was written; undefined for what a generator made. */
  readonly file: string | undefined;
}
