/**
 * The command line, or what it names, is wrong: ends with exit code 2. Each message is one line that says what to do.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly messages: readonly string[];

  constructor(message: string, ...more: readonly string[]) {
    super(message);
    this.messages = [message, ...more];
  }
}
