import { exitCode } from './exit-code.js';
import { UsageError } from './usage-error.js';

/** One end of the command: what is written to it, and whether a person looks at it. */
export interface Output {
  write(text: string): void;
  /**
   * Resolves when the reader has caught up, so that nobody holds what a slow one has not taken yet; false: it takes no
   * more.
   */
  flushed(): Promise<boolean>;
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
  /**
   * Asks the person at the terminal; undefined where there is none. Answers undefined when the person ends the input
   * instead.
   */
  readonly ask?: ((question: string) => Promise<string | undefined>) | undefined;
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export function processConsole(): Console {
  return {
    stdout: outputTo(process.stdout),
    stderr: outputTo(process.stderr),
    // Node makes the stream when somebody asks for it, which takes longer than judging a manifest.
    get stdin() {
      return process.stdin;
    },
    get ask() {
      return process.stderr.isTTY && process.stdin.isTTY ? ask : undefined;
    },
    environment: process.env,
    get cwd() {
      return workingDirectory();
    },
  };
}

let typedLines: AsyncIterator<string, undefined> | undefined;

/**
 * One reader for all questions, since it may be ahead of them. While nothing is asked, it does not keep the process
 * alive.
 */
async function ask(question: string): Promise<string | undefined> {
  const { createInterface } = await import('node:readline');
  typedLines ??= createInterface({ input: process.stdin, terminal: false })[Symbol.asyncIterator]();
  process.stderr.write(question);
  process.stdin.ref();
  const { done, value } = await typedLines.next();
  process.stdin.unref();
  if (!done) return value;
  process.stderr.write('\n');
  return undefined;
}

function workingDirectory(): string {
  try {
    return process.cwd();
  } catch {
    throw new UsageError('the working directory was removed: change to one that exists');
  }
}

function outputTo(stream: NodeJS.WriteStream): Output {
  let hasReader = true;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    hasReader = false;
    endWithoutOutput(error);
  });
  const flushed = async (): Promise<boolean> => {
    if (hasReader && stream.writableNeedDrain) await once(stream, ['drain', 'error']);
    return hasReader;
  };
  return {
    write: (text) => void stream.write(text),
    flushed,
    isTerminal: isTerminal(stream),
    columns: stream.columns,
  };
}

/** What is no terminal lacks the field that the type of the standard streams has. */
function isTerminal({ isTTY = false }: { readonly isTTY?: boolean }): boolean {
  return isTTY;
}

async function once(stream: NodeJS.WriteStream, events: readonly string[]): Promise<void> {
  let resolved = (): void => undefined;
  await new Promise<void>((resolve) => {
    resolved = resolve;
    for (const event of events) stream.on(event, resolve);
  });
  for (const event of events) stream.off(event, resolved);
}

/**
 * A reader that has seen enough (`podlint | head`) closes its end, which is no failure; with a full disk there is
 * nothing left to do.
 */
function endWithoutOutput(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`podlint: the output cannot be written (${error.code ?? error.message})\n`);
  process.exit(exitCode.usage);
}
