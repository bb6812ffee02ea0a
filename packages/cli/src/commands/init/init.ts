import { existsSync } from 'node:fs';
import path from 'node:path';
import { wantsColors } from '../../command-line/colors.js';
import type { Console } from '../../command-line/console.js';
import { exitCode, type ExitCode } from '../../command-line/exit-code.js';
import { parseArguments } from '../../command-line/options.js';
import { UsageError } from '../../command-line/usage-error.js';
import { colorOption } from '../../command-line/values.js';
import { unifiedDiff } from '../check/preview.js';
import type { Command } from '../command.js';
import { notes } from './notes.js';
import { initOptionTable } from './option-table.js';
import type { Imported } from './peers/imported.js';
import { importedFrom } from './peers/peers.js';
import { plan, type Change, type Step } from './plan.js';
import { survey } from './survey.js';
import { writeChange } from './write-change.js';

/** `podlint init`: a config file, a pre-commit hook and a workflow. Shows each, and asks before it writes. */
export const init: Command = async (args, console) => {
  const given = parseArguments(args, initOptionTable);
  if (given.positionals.length > 0)
    throw new UsageError('podlint init takes no path: it sets up the working directory');
  const { cwd, stdout, environment } = console;
  const isAgreed = given.has('yes') ? (): Promise<boolean> => Promise.resolve(true) : askedOn(console);
  refuseBelowTop(cwd);
  const found = survey(cwd);
  const others = importedFrom(cwd);
  const taken = given.has('import') || (!given.has('yes') && (await wantsImport(others, console))) ? others : [];
  const steps = plan(cwd, found, given.has('force') ? 'replace' : 'keep', taken);
  const colors = wantsColors(colorOption(given.lastOf('color', 'no-color')), environment, stdout);
  const code = await carryOut(steps, {
    cwd,
    isAgreed,
    say: (text) => stdout.write(text),
    diffOf: (change) =>
      unifiedDiff([{ path: change.path, before: change.before ?? '', after: change.after, applied: 0 }], colors),
  });
  stdout.write(notes(found, taken.length > 0 ? [] : others));
  return code;
};

interface Means {
  readonly cwd: string;
  readonly isAgreed: (path: string) => Promise<boolean>;
  readonly say: (text: string) => void;
  readonly diffOf: (change: Change) => string;
}

async function carryOut(steps: readonly Step[], { cwd, isAgreed, say, diffOf }: Means): Promise<ExitCode> {
  for (const [index, step] of steps.entries()) {
    if ('reason' in step) say(`${step.path} ${step.reason}\n`);
    else {
      say(`${index === 0 ? '' : '\n'}${diffOf(step)}`);
      if (await isAgreed(step.path)) {
        writeChange(cwd, step);
        say(`${step.path} is written\n`);
      } else say(`${step.path} is not written\n`);
    }
  }
  return steps.some((step) => 'unfinished' in step) ? exitCode.usage : exitCode.clean;
}

/** Asks only where there is something to take over. */
async function wantsImport(others: readonly Imported[], { ask }: Console): Promise<boolean> {
  if (others.length === 0 || !ask) return false;
  const files = others.map(({ file }) => file).join(' and ');
  return isYes(await ask(`Take over the settings of ${files}? [Y/n] `));
}

function isYes(answer: string | undefined): boolean {
  return /^(?:y|yes|)$/i.test(answer?.trim() ?? 'no');
}

function askedOn({ ask }: Console): Means['isAgreed'] {
  if (!ask)
    throw new UsageError(
      'podlint init asks before it writes, and there is no terminal to ask on: podlint init --yes writes without asking',
    );
  return async (file) => isYes(await ask(`Write ${file}? [Y/n] `));
}

/** Hooks and workflows count at the top only. */
function refuseBelowTop(cwd: string): void {
  const parents = parentsOf(cwd);
  const top = [cwd, ...parents].find((folder) => existsSync(path.join(folder, '.git')));
  if (top !== undefined && top !== cwd)
    throw new UsageError(
      `this is not the top of the repository, where hooks and workflows are looked for: run podlint init in "${top}"`,
    );
}

function parentsOf(folder: string): string[] {
  const parent = path.dirname(folder);
  return parent === folder ? [] : [parent, ...parentsOf(parent)];
}
