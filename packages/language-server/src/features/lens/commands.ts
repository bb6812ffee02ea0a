/**
 * What is run when a lens is clicked, with the document's URI and the place of the lens, by the client or by the server:
 * the client then shows what `podlint/timeline` and `podlint/effective` answer.
 */
export const lensCommands = {
  timeline: 'podlint.showTimeline',
  effective: 'podlint.showEffectivePod',
  /** The effective Pod beside its source, for clients that can compare. */
  compare: 'podlint.compareWithEffectivePod',
  build: 'podlint.showBuild',
} as const;

/** What a user asks for by name, and no lens offers. */
export const namedCommands = { references: 'podlint.showReferences', life: 'podlint.showLife' } as const;
