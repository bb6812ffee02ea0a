import type { Console } from './command-line/console.js';
import { type ExitCode, exitCode } from './command-line/exit-code.js';
import { load } from './commands/load.js';
import { isCommand } from './commands/table.js';

/** Runs the command line and returns its exit code; never throws. */
export async function main(args: readonly string[], console: Console): Promise<ExitCode> {
  try {
    return await dispatch(args, console);
  } catch (error) {
    return await explainFailure(error, args, console);
  }
}

async function dispatch(args: readonly string[], console: Console): Promise<ExitCode> {
  const switches = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  const [name, ...rest] = args;
  if (switches.includes('--help') || switches.includes('-h'))
    return (await import('./commands/help.js')).help(
      console,
      isCommand(name) ? name : undefined,
      switches.includes('--verbose') ? 'verbose' : 'normal',
    );
  if (switches.includes('--version')) return (await import('./commands/version.js')).version(console);
  if (isCommand(name)) return (await load[name]())(rest, console);
  (await import('./commands/misspelt.js')).refuseMisspelt(args, console.cwd);
  return (await load.check())(args, console);
}

async function explainFailure(error: unknown, args: readonly string[], console: Console): Promise<ExitCode> {
  const { complain } = await import('./command-line/complain.js');
  const { UsageError } = await import('./command-line/usage-error.js');
  if (error instanceof UsageError) {
    complain(console, error.messages);
    return exitCode.usage;
  }
  const { recordInternalError } = await import('./command-line/internal-error.js');
  complain(console, [recordInternalError(error, args)]);
  return exitCode.internal;
}
