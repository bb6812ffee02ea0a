import { exitCode } from './exit-code.js';
import { UsageError } from './usage-error.js';

/** One end of the command: what is written to it, and whether a person looks at it. */
export interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Undefined where nobody looks. */
  readonly columns: number | undefined;
}

/** All that a command sees of the process it runs in. */
export interface Console {
  /** The report and nothing else. */
  readonly stdout: Output;
  /** Everything else. */
  readonly stderr: Output;
  readonly stdin: AsyncIterable<Buffer>;
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export function processConsole(): Console {
  return {
    stdout: outputTo(process.stdout),
    stderr: outputTo(process.stderr),
    stdin: process.stdin,
    environment: process.env,
    get cwd() {
      return workingDirectory();
    },
  };
}

function workingDirectory(): string {
  try {
    return process.cwd();
  } catch {
    throw new UsageError('the working directory was removed: change to one that exists');
  }
}

function outputTo(stream: NodeJS.WriteStream): Output {
  stream.on('error', endWithoutOutput);
  return { write: (text) => void stream.write(text), isTerminal: stream.isTTY ?? false, columns: stream.columns };
}

/** A reader that has seen enough (`podlint | head`) closes its end, which is no failure; with a full disk there is nothing left to do. */
function endWithoutOutput(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`podlint: the output cannot be written (${error.code ?? error.message})\n`);
  process.exit(exitCode.usage);
}
