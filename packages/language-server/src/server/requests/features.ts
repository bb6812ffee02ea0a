import type { RequestModule } from '../request-module.js';

/** The requests behind which a feature of `src/features/` stands. */
export const featureRequests: readonly RequestModule[] = [];
