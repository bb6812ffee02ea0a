import type { ChangeReport } from '@podlint/engine/change';
import { visibleJson } from '@podlint/reporters';
import type { ChangeSubject } from '@podlint/reporters/change';
import { wantsColors } from '../../command-line/colors.js';
import type { Console } from '../../command-line/console.js';
import { UsageError } from '../../command-line/usage-error.js';
import { colorOption, oneOf } from '../../command-line/values.js';
import { writeAnswer } from '../../command-line/write-answer.js';
import type { DiffArguments } from './option-table.js';
import type { LoadedSides } from './loaded-sides.js';

const formats = ['text', 'json', 'markdown'] as const;

export interface ChangeOutput {
  readonly format: (typeof formats)[number];
  /** Undefined: stdout. */
  readonly file?: string;
}

/** @throws UsageError */
export function readOutputs(given: DiffArguments): readonly ChangeOutput[] {
  const outputs = given.values('format').map((text): ChangeOutput => {
    const [name = '', ...file] = text.split('=');
    const format = oneOf('format', name, formats);
    return file.length === 0 ? { format } : { format, file: file.join('=') };
  });
  if (outputs.filter(({ file }) => file === undefined).length > 1)
    throw new UsageError('only one report can go to stdout: give the others a file, such as --format markdown=diff.md');
  return outputs.length === 0 ? [{ format: 'text' }] : outputs;
}

interface Written {
  readonly outputs: readonly ChangeOutput[];
  readonly given: DiffArguments;
  readonly sides: LoadedSides;
}

/** Writes what a change does, in every format asked for. Rejects with UsageError for a file that cannot be written. */
export async function writeChange(
  report: ChangeReport,
  subject: ChangeSubject,
  { outputs, given, sides }: Written,
  console: Console,
): Promise<void> {
  const { changeMarkdown, changeText } = await import('@podlint/reporters/change');
  const sources = new Map(sides.now.files.map(({ source }) => [source.path, source]));
  for (const { format, file } of outputs) {
    const isScreen = file === undefined;
    const write = {
      text: () =>
        changeText(report, subject, {
          sourceOf: (name) => {
            const source = sources.get(name);
            return source && 'text' in source ? source.text : undefined;
          },
          colors: isScreen
            ? wantsColors(colorOption(given.lastOf('color', 'no-color')), console.environment, console.stdout)
            : 'never',
          width: isScreen ? console.stdout.columns : undefined,
          detail: given.has('verbose') ? 'verbose' : 'normal',
        }),
      json: () => asJson(report, subject),
      markdown: () => changeMarkdown(report, subject),
    }[format];
    if (isScreen) console.stdout.write(write());
    else writeAnswer('report', file, write(), console.cwd);
  }
}

function asJson({ version, tool, kubernetesVersion, ...rest }: ChangeReport, { before, now }: ChangeSubject): string {
  const told = { version, tool, kubernetesVersion, before, ...(now !== undefined && { now }), ...rest };
  return visibleJson(`${JSON.stringify(told, undefined, 2)}\n`);
}
