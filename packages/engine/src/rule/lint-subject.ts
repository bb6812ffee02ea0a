import type { PlacedTemplate } from '@podlint/kinds';
import type { Kind, Minor } from '@podlint/model';
import type { FieldNodes } from './field-nodes.js';
import type { UnknownField } from './views.js';

/** An object, decoded if it could be, and where it stands. */
export interface LintSubject {
  readonly file: string;
  readonly nodes: FieldNodes;
  /** Whether there can be `# podlint:` comments in the file. */
  readonly hasDirectives: boolean;
  readonly minor: Minor;
  readonly apiVersion: string;
  readonly kindName: string;
  /** The kind of an object that decoded. */
  readonly kind?: Kind | undefined;
  readonly value: Record<string, unknown>;
  /** One of several templates of the object, which stands for its pod. */
  readonly template?: PlacedTemplate | undefined;
  /** Whether the settings say that a kubelet reads the file itself. */
  isStaticPodFile(): boolean;
  /** Repositories of images that a builder makes and puts in. */
  readonly builtImages: ReadonlySet<string>;
  unknownFields(): readonly UnknownField[];
}
