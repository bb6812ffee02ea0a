import type { RequestModule } from '../request-module.js';
import { completion } from './completion.js';
import { hover } from './hover.js';

/** The requests behind which a feature of `src/features/` stands. */
export const featureRequests: readonly RequestModule[] = [completion, hover];
