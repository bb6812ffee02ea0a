/** Reports that do not go together; the message says which and why, for people. */
export class MergeError extends Error {
  override readonly name = 'MergeError';
}
