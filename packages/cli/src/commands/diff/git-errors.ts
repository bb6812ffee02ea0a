import { GitError } from '@podlint/workspace';
import { UsageError } from '../../command-line/usage-error.js';

/** What git does not give, a user can mend. */
export function withGitErrors<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw error instanceof GitError ? new UsageError(error.message) : error;
  }
}
