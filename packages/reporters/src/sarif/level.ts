import type { Severity } from '@podlint/engine';

/** SARIF's word for each severity. */
export const levelOf = { error: 'error', warning: 'warning', info: 'note', hint: 'note' } as const satisfies Readonly<
  Record<Severity, string>
>;
