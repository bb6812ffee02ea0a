import type { RequestModule } from '../request-module.js';
import { extensionRequests } from './extension.js';
import { featureRequests } from './features.js';

/** Every request that the server answers. */
export const requests: readonly RequestModule[] = [...featureRequests, ...extensionRequests];
