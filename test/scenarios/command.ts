/** The command in this process: where hundreds of runs are compared, most of the time would go into starting it. */
import path from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { root } from './run.js';

export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

const { main } = (await import(pathToFileURL(path.join(root, 'packages/cli/dist/main.js')).href)) as {
  main: (args: readonly string[], console: object) => Promise<number>;
};

export async function podlint(
  cwd: string,
  args: readonly string[],
  input = '',
  environment: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const written = { stdout: '', stderr: '' };
  const output = (name: keyof typeof written): object => ({
    write: (text: string) => (written[name] += text),
    flushed: () => Promise.resolve(true),
    isTerminal: false,
    columns: undefined,
  });
  const status = await main(args, {
    stdout: output('stdout'),
    stderr: output('stderr'),
    stdin: Readable.from(input === '' ? [] : [Buffer.from(input)]),
    cwd,
    environment,
  });
  return { status, ...written };
}
