import { mkdtempSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Report } from '@podlint/engine';
import { pushAll } from '@podlint/plain';
import type { Console, Output } from '../command-line/console.js';
import { exitCode, type ExitCode } from '../command-line/exit-code.js';
import { main } from '../main.js';
import { tellChange } from './change.js';
import { readInputs, runnerFolder } from './inputs.js';
import { setOutputs } from './outputs.js';

/**
 * Runs `podlint check` as a step of a GitHub workflow: inputs from the environment, annotations on stdout, outputs and
 * summary into the runner's files.
 */
export async function action(console: Console): Promise<ExitCode> {
  const { environment } = console;
  const { args, workingDirectory, sarifFile, diff } = readInputs(environment);
  const cwd = path.resolve(runnerFolder(environment, 'GITHUB_WORKSPACE'), workingDirectory);
  const folder = mkdtempSync(path.join(runnerFolder(environment, 'RUNNER_TEMP'), 'podlint-'));
  const reportFile = path.join(folder, 'report.json');
  const formats = ['github', `json=${reportFile}`, ...(sarifFile === undefined ? [] : [`sarif=${sarifFile}`])];
  const complaints: string[] = [];
  const step = { ...console, cwd, stderr: alsoInto(complaints, console.stderr) };
  const checked = await main(['check', ...formats.map((format) => `--format=${format}`), ...args], step);
  const change = diff && (await tellChange(diff, folder, step));
  const code = change && change.code > checked ? change.code : checked;
  if (code === exitCode.usage || code === exitCode.internal)
    console.stdout.write(complaints.map(errorCommand).join(''));
  setOutputs(
    {
      'exit-code': code,
      ...countsIn(reportFile),
      'report-file': reportFile,
      ...(change?.file === undefined ? {} : { 'diff-file': change.file }),
      ...(sarifFile === undefined ? {} : { 'sarif-file': path.resolve(cwd, sarifFile) }),
    },
    environment.GITHUB_OUTPUT,
  );
  return code;
}

function alsoInto(lines: string[], output: Output): Output {
  return {
    ...output,
    write: (text) => {
      pushAll(
        lines,
        text.split('\n').filter((line) => line.startsWith('podlint: ')),
      );
      output.write(text);
    },
  };
}

/** Shown on the page of the run, where nobody has to open the log to see it. Escaped as @actions/core does it. */
function errorCommand(line: string): string {
  return `::error title=podlint::${line.replace(/^podlint: /, '').replaceAll('%', '%25')}\n`;
}

/** Of the report; a run that could not begin has none. */
function countsIn(reportFile: string): Record<string, number> {
  const summary = summaryOf(reportFile);
  const counts = ['errors', 'warnings', 'infos', 'checked', 'skipped'] as const;
  return Object.fromEntries(counts.map((name) => [name, summary?.[name] ?? 0]));
}

function summaryOf(reportFile: string): Report['summary'] | undefined {
  try {
    return (JSON.parse(readFileSync(reportFile, 'utf8')) as Report).summary;
  } catch {
    return undefined;
  }
}
