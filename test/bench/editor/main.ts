/*
 * `npm run bench:editor`: what a person waits for in an editor, measured from the client's side of a real connection, with yaml-language-server (RedHat)
 * beside it on the same documents. That server checks structure only, here against a JSON Schema of the same kinds; it waits 200 ms before it looks at a change.
 * Arguments: the folder that yaml-language-server is installed in, and a file for its schema.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { longPod, manifest } from './documents.js';
import { structureSchema } from './schema.js';
import { MeasuredServer, type ServerCommand } from './server.js';

const root = path.resolve(import.meta.dirname, '../../../..');
const [peerFolder, schemaFile] = process.argv.slice(2);

const podlint: ServerCommand = {
  name: 'podlint',
  args: [path.join(root, 'packages/cli/bundle/podlint.js'), 'lsp', '--stdio'],
  options: { pause: 0 },
};

function peer(folder: string, schema: string): ServerCommand {
  writeFileSync(schema, JSON.stringify(structureSchema()));
  const settings = {
    yaml: {
      validate: true,
      schemaStore: { enable: false },
      kubernetesCRDStore: { enable: false },
      schemas: { [pathToFileURL(schema).toString()]: '*.yaml' },
    },
  };
  return {
    name: 'yaml-language-server',
    args: [path.join(folder, 'node_modules/yaml-language-server/bin/yaml-language-server'), '--stdio'],
    settings,
  };
}

function percentile(values: readonly number[], part: number): number {
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))]!;
}

/** The numbers of the lines that hold a word, from 0. */
function linesWith(text: string, word: string): number[] {
  return text.split('\n').flatMap((content, line) => (content.includes(word) ? [line] : []));
}

interface Figures {
  readonly [measure: string]: number | undefined;
}

/** Types a character of an image's tag and takes it away again, here and there. */
async function typing(server: MeasuredServer, uri: string, text: string, edits: number, first = 2): Promise<number[]> {
  const contents = text.split('\n');
  const lines = linesWith(text, 'image: ').map((line) => ({ line, character: contents[line]!.length }));
  const times: number[] = [];
  for (let edit = 0; edit < edits; edit++) {
    const { line, character } = lines[(edit >> 1) % lines.length]!;
    const isTyped = edit % 2 === 0;
    const range = { start: { line, character }, end: { line, character: character + (isTyped ? 0 : 1) } };
    times.push(await server.change(uri, first + edit, { range, text: isTyped ? '7' : '' }));
  }
  return times;
}

async function measure(
  command: ServerCommand,
  edits: { readonly small: number; readonly large: number; readonly many: number },
): Promise<Figures> {
  const starts: number[] = [];
  for (let run = 0; run < 7; run++) {
    const { server, ready } = await MeasuredServer.start(command);
    starts.push(ready);
    await server.stop();
  }
  const { server } = await MeasuredServer.start(command);
  const small = longPod(200);
  await server.open('file:///w/small.yaml', small);
  await typing(server, 'file:///w/small.yaml', small, 60);
  const idle = server.processorTime;
  const smallTimes = await typing(server, 'file:///w/small.yaml', small, edits.small, 100);
  const busy = server.processorTime;
  await server.stop();
  const { server: second } = await MeasuredServer.start(command);
  await second.open('file:///w/warm.yaml', small);
  const large = manifest(50_000);
  const open = await second.open('file:///w/large.yaml', large);
  const before = second.processorTime;
  const largeTimes = await typing(second, 'file:///w/large.yaml', large, edits.large);
  const used = second.processorTime;
  await second.stop();
  const { server: third } = await MeasuredServer.start(command);
  await third.open('file:///w/warm.yaml', small);
  const hover = { line: linesWith(small, 'image: ')[0]!, character: 8 };
  // What a first hover loads is no waiting behind others.
  await third.longestHover('file:///w/warm.yaml', hover, Promise.resolve());
  const wait = await third.longestHover('file:///w/warm.yaml', hover, third.open('file:///w/large.yaml', large));
  await third.stop();
  return {
    'ready after spawn, median of 7': percentile(starts, 0.5),
    'change of a 200-line Pod, median': percentile(smallTimes, 0.5),
    'change of a 200-line Pod, 99th percentile': percentile(smallTimes, 0.99),
    'change of the Pod, mean processor time':
      idle === undefined || busy === undefined ? undefined : (busy - idle) / edits.small,
    'opening a 50,000-line file': open,
    'longest hover elsewhere while it is opened': wait,
    'change of a 50,000-line file, median': percentile(largeTimes, 0.5),
    'change of the file, mean processor time':
      before === undefined || used === undefined ? undefined : (used - before) / edits.large,
    ...(edits.many > 0 ? await memory(command, small, edits.many) : {}),
  };
}

async function memory(command: ServerCommand, text: string, edits: number): Promise<Figures> {
  const { server } = await MeasuredServer.start(command);
  const uri = 'file:///w/small.yaml';
  await server.open(uri, text);
  await typing(server, uri, text, 100);
  const early = server.memory;
  await typing(server, uri, text, edits - 100, 102);
  const late = server.memory;
  await server.stop();
  return { 'memory after 100 edits, MB': early, [`memory after ${edits.toLocaleString('en')} edits, MB`]: late };
}

const columns: [string, Figures][] = [['podlint', await measure(podlint, { small: 1000, large: 101, many: 10_000 })]];
if (peerFolder && schemaFile)
  columns.push([
    'yaml-language-server',
    await measure(peer(peerFolder, schemaFile), { small: 101, large: 11, many: 0 }),
  ]);
const measures = Object.keys(columns[0]![1]);
const cell = (value: number | undefined): string => (value === undefined ? '-' : value.toFixed(1)).padStart(22);
process.stdout.write(
  `${'milliseconds unless it says otherwise'.padEnd(44)}${columns.map(([name]) => name.padStart(22)).join('')}\n`,
);
for (const name of measures)
  process.stdout.write(`${name.padEnd(44)}${columns.map(([, figures]) => cell(figures[name])).join('')}\n`);
