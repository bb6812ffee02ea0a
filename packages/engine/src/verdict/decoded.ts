import type { Kind } from '@podlint/model';

/** What the server would hold. */
export interface Decoded {
  readonly kind: Kind;
  readonly value: Record<string, unknown>;
}
