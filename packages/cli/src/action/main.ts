import { action } from './action.js';
import { complain } from '../command-line/complain.js';
import { processConsole } from '../command-line/console.js';
import { exitCode } from '../command-line/exit-code.js';
import { UsageError } from '../command-line/usage-error.js';

const console = processConsole();
try {
  process.exitCode = await action(console);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  complain(console, error.messages);
  process.exitCode = exitCode.usage;
}
