import { hash } from 'node:crypto';

/** A short name for what some texts say together. */
export function digest(...parts: readonly string[]): string {
  return hash('sha256', parts.length === 1 ? parts[0]! : JSON.stringify(parts), 'base64url').slice(0, 27);
}
