import type { RequestModule } from '../request-module.js';
import { codeAction } from './code-action.js';
import { diagnostic } from './diagnostic.js';
import { executeCommand } from './execute-command.js';
import { extensionRequests } from './extension.js';
import { featureRequests } from './features.js';
import { text } from './text.js';

/** Every request that the server answers. */
export const requests: readonly RequestModule[] = [
  codeAction,
  diagnostic,
  executeCommand,
  ...featureRequests,
  ...extensionRequests,
  text,
];
