import type { Command } from './command.js';
import type { CommandName } from './table.js';

/** Each command's code, which is loaded when the command is run, and not before. */
export const load: Readonly<Record<CommandName, () => Promise<Command>>> = {
  check: async () => (await import('./check/check.js')).check,
  explain: async () => (await import('./explain/explain.js')).explain,
  graph: async () => (await import('./graph/graph.js')).graph,
  merge: async () => (await import('./merge/merge.js')).merge,
  diff: async () => (await import('./diff/diff.js')).diff,
  policy: async () => (await import('./policy/policy.js')).policy,
  rules: async () => (await import('./rules/rules.js')).rules,
  init: async () => (await import('./init/init.js')).init,
  lsp: async () => (await import('./lsp/lsp.js')).lsp,
  completion: async () => (await import('./completion/completion.js')).completion,
};
