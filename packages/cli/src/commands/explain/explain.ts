import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Explanation } from '@podlint/engine';
import { idOfCustomRule, isCustomId } from '@podlint/engine/config';
import { explainText, timelineSvg, visibleJson } from '@podlint/reporters';
import { nearestChoice } from '@podlint/plain/spelling';
import { wantsColors } from '../../command-line/colors.js';
import { complain } from '../../command-line/complain.js';
import { askedVersion } from '../../command-line/asked-version.js';
import type { Console } from '../../command-line/console.js';
import { exitCode } from '../../command-line/exit-code.js';
import { type Arguments, parseArguments } from '../../command-line/options.js';
import { prepare } from '../../command-line/prepare.js';
import { UsageError } from '../../command-line/usage-error.js';
import { admissionPluginsOption, colorOption, oneOf } from '../../command-line/values.js';
import { writeAnswer } from '../../command-line/write-answer.js';
import type { Command } from '../command.js';
import { explainOptionTable } from './option-table.js';

/** `podlint explain`: what would really run, and where each part of it comes from. */
export const explain: Command = async (args, console) => {
  const given = parseArguments(args, explainOptionTable);
  const format = oneOf('format', given.value('format') ?? 'text', ['text', 'json']);
  const svg = pictureFile(given.value('svg'));
  const pages = await pagesOf(given, console);
  if (pages !== undefined) {
    console.stdout.write(pages);
    return exitCode.clean;
  }
  const life = lifeOption(given);
  const version = askedVersion(given, console);
  const { files, linter } = await prepare(
    {
      paths: life ? life.paths : given.positionals,
      ignore: given.values('ignore'),
      stdinPath: given.value('filename'),
      config: given.value('config'),
      kubernetesVersions: version === undefined ? [] : [version],
      preset: 'none',
      ...(given.has('admission') && { admission: 'always' }),
      ...(given.has('crds') && { crds: given.values('crds') }),
      ...(given.has('policy') && { policies: given.values('policy') }),
      enableAdmissionPlugins: admissionPluginsOption(given.values('enable-admission-plugins')),
    },
    console,
  );
  const sources = files.map((file) => file.source);
  const explanations = linter.explain(sources, given.has('admission') ? { admission: 'shown' } : {});
  const colors = wantsColors(colorOption(given.lastOf('color', 'no-color')), console.environment, console.stdout);
  const answer = life ? await livesAnswer(explanations, life.scenario, console.cwd) : answerOf(explanations);
  console.stdout.write(format === 'json' ? visibleJson(answer.json()) : answer.text(colors));
  if (svg !== undefined) writeAnswer('picture', svg, answer.svg(), console.cwd);
  const { checked, skipped } = linter.lint(sources).summary;
  const missing = checked + skipped - explanations.length;
  if (missing > 0) complain(console, [`${missing} not explained: podlint check --verbose says why`]);
  else if (answer.isEmpty) complain(console, ['there is no Pod here whose life could be told']);
  return answer.isEmpty ? exitCode.usage : exitCode.clean;
};

/** What is told, in the forms that it may be asked for. */
interface Answer {
  readonly isEmpty: boolean;
  text(colors: 'always' | 'never'): string;
  json(): string;
  svg(): string;
}

function answerOf(explanations: readonly Explanation[]): Answer {
  return {
    isEmpty: explanations.length === 0,
    text: (colors) => explainText(explanations, { colors }),
    json: () => `${JSON.stringify(explanations, undefined, 2)}\n`,
    svg: () => pictureOf(explanations),
  };
}

/** The life of a Pod is loaded only by who asks for it. */
async function livesAnswer(
  explanations: readonly Explanation[],
  scenario: string | undefined,
  cwd: string,
): Promise<Answer> {
  const { explainLives, livesJson, livesSvg, livesText, scenarioText } = await import('./life.js');
  const lives = explainLives(explanations, scenario === undefined ? undefined : scenarioText(scenario, cwd));
  return {
    isEmpty: lives.length === 0,
    text: (colors) => livesText(lives, colors),
    json: () => livesJson(lives),
    svg: () => livesSvg(lives),
  };
}

/** The scenario stands behind `=`, or as the next argument if that cannot be a manifest. */
function lifeOption(
  given: Arguments<keyof typeof explainOptionTable>,
): { readonly scenario: string | undefined; readonly paths: readonly string[] } | undefined {
  if (!given.has('life')) return undefined;
  const written = given.value('life');
  const behind = written ? undefined : given.behind('life');
  if (behind === undefined || /\.(ya?ml|json)$/i.test(behind) || given.positionals.length === 1)
    return { scenario: written || undefined, paths: given.positionals };
  return { scenario: behind, paths: given.positionals.filter((argument) => argument !== behind) };
}

/** What rules are about, where all that is asked for are rules; a file of that name is a file. */
async function pagesOf(
  given: Arguments<keyof typeof explainOptionTable>,
  console: Console,
): Promise<string | undefined> {
  const { cwd, environment, stdout } = console;
  const names = given.positionals;
  if (names.length === 0 || names.some((name) => !isCodeName(name) || existsSync(path.resolve(cwd, name))))
    return undefined;
  const [{ aboutCode }, { customRulesOf }] = await Promise.all([
    import('../rules/page.js'),
    import('../rules/custom.js'),
  ]);
  const custom = names.some(isCustomId) ? customRulesOf(given.value('config'), console) : [];
  const colors = wantsColors(colorOption(given.lastOf('color', 'no-color')), environment, stdout);
  const pages = await Promise.all(names.map((name) => aboutCode(name, { colors, width: stdout.columns }, custom)));
  const known = pages.flatMap((page) => page ?? []);
  if (known.length === names.length) return known.join('\n');
  const { ruleEntries } = await import('../rules/entries.js');
  const ids = [...ruleEntries().map(({ id }) => id), ...custom.map(idOfCustomRule)];
  for (const [index, name] of names.entries()) {
    const nearest = pages[index] === undefined ? nearestChoice(name, ids) : undefined;
    if (nearest !== undefined) throw new UsageError(`"${name}" is no file, folder or rule; did you mean "${nearest}"?`);
  }
  return undefined;
}

/** `group/name`, as codes are; most paths have an extension or begin with a dot. */
function isCodeName(name: string): boolean {
  return /^[a-z-]+\/[a-z0-9-]+$/.test(name);
}

/** A manifest that was meant to be read would be lost if the picture were written over it. */
function pictureFile(name: string | undefined): string | undefined {
  if (name === undefined || !/\.(ya?ml|json)$/i.test(name)) return name;
  throw new UsageError(
    `--svg takes the name of the picture to write, and "${name}" is one of a manifest: podlint explain --svg timeline.svg "${name}"`,
  );
}

/** Every container that has probes, in one picture. */
function pictureOf(explanations: readonly Explanation[]): string {
  const [first] = explanations;
  const heading = explanations.length === 1 && first ? nameOf(first) : undefined;
  const timelines = explanations.flatMap((explanation) =>
    (explanation.probes ?? []).map((timeline) =>
      heading ? timeline : { ...timeline, name: `${nameOf(explanation)}, ${timeline.name}` },
    ),
  );
  return timelineSvg(timelines, heading === undefined ? {} : { heading });
}

function nameOf({ kind, name }: Explanation): string {
  return [kind, name].filter(Boolean).join(' ');
}
