import { processConsole } from './command-line/console.js';
import { main } from './main.js';

export { hasJudged } from './judge/has-judged.js';

void main(process.argv.slice(2), processConsole()).then(end);

/**
 * Left to itself, Node would wait for V8's own threads and give back every piece of memory, which takes longer than
 * judging a manifest. What is still on its way through a pipe has to get there first.
 */
async function end(code: number): Promise<void> {
  process.exitCode = code;
  // A full disk is told of in the next turn.
  await new Promise((resolve) => setImmediate(resolve));
  await Promise.all([delivered(process.stdout), delivered(process.stderr)]);
  process.exit();
}

async function delivered(stream: NodeJS.WriteStream): Promise<void> {
  if (stream.destroyed || stream.writableLength === 0) return;
  await new Promise<void>((resolve) => stream.write('', () => resolve()));
}
