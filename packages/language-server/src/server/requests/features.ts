import type { RequestModule } from '../request-module.js';
import { codeLens, documentLink, inlayHint } from './annotations.js';
import { completion } from './completion.js';
import { hover } from './hover.js';
import { definition, references, rename } from './navigation.js';
import { documentSymbol, foldingRange, selectionRange } from './outline.js';
import { documentHighlight, workspaceSymbol } from './symbols.js';

/** The requests behind which a feature of `src/features/` stands. */
export const featureRequests: readonly RequestModule[] = [
  completion,
  hover,
  inlayHint,
  codeLens,
  documentLink,
  documentSymbol,
  foldingRange,
  selectionRange,
  definition,
  references,
  rename,
  documentHighlight,
  workspaceSymbol,
];
