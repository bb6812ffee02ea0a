import type { Range } from '@podlint/syntax';
import type { Diagnostic, Fix } from '../diagnostic.js';
import { docsOf, type Code } from '../codes.js';
import type { PositionRange } from '../report.js';

/** A finding for one version, before findings of several versions are joined and before lines are counted. */
export type Finding = Omit<Diagnostic, 'kubernetesVersions' | 'document' | 'item' | 'related' | 'docs'> & {
  /** `file` and the `place` in it only where that may be another file, whose lines nobody here can count. */
  readonly related: readonly { readonly message: string; readonly range: Range; readonly file?: string; readonly place?: PositionRange }[];
  /** Names and indexes from the object down, of a finding of the schema stage. */
  readonly keyPath?: readonly (string | number)[];
};

interface FindingParts {
  readonly message: string;
  readonly path: string;
  readonly range: Range;
  readonly related?: Finding['related'];
  readonly fixes?: Finding['fixes'];
  readonly api?: NonNullable<Diagnostic['api']>;
}

const noFixes = (): readonly Fix[] => [];

export function finding(code: Code, parts: FindingParts): Finding {
  return { code: code.id, stage: code.stage, severity: code.severity, related: [], fixes: noFixes, ...parts };
}

/** The finding as the report speaks of it. */
export function diagnostic(found: Finding, place: Pick<Diagnostic, 'document' | 'item' | 'source'> & { readonly file: string }, kubernetesVersions: readonly string[]): Diagnostic {
  const { code, stage, severity, message, path, api, range, related, fixes } = found;
  const { file, ...position } = place;
  return { code, stage, severity, message, path, ...(api && { api }), range, fixes, ...position, kubernetesVersions, related: related.map((other) => ({ file, ...other })), docs: docsOf(found.code) };
}
