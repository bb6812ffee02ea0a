import type { Message } from '@podlint/messages';
import type { KeyPath, Range, TextEdit } from '@podlint/syntax';
import type { SchemaCode } from './codes.js';

/** `safe` keeps the meaning that the manifest plainly has; `unsafe` may change it, or is one of several ways out. */
export interface ProblemFix {
  readonly title: string;
  readonly safety: 'safe' | 'unsafe';
  readonly edits: readonly TextEdit[];
}

export interface RelatedRange {
  readonly message: Message;
  readonly range: Range;
}

/** Something that keeps the server from decoding an object as it is written. */
export interface SchemaProblem {
  readonly code: SchemaCode;
  /** What is wrong, why it matters, what to do. */
  readonly message: Message;
  /** From the object down, as the server prints it: `spec.containers[0].Image`. */
  readonly path: string;
  readonly keyPath: KeyPath;
  /** A key, or the value where the value is at fault. */
  readonly range: Range;
  readonly related: readonly RelatedRange[];
  readonly fixes: readonly ProblemFix[];
}

/**
 * A path as the server's strict decoder prints it: also map keys behind a dot (newFieldError in sigs.k8s.io/json's
 * kubernetes_patch.go).
 */
export function pathText(path: KeyPath): string {
  return path.reduce<string>(
    (text, segment) =>
      typeof segment === 'number' ? `${text}[${segment}]` : text === '' ? segment : `${text}.${segment}`,
    '',
  );
}
