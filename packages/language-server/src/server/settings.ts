import type { FileSettings } from '@podlint/engine';
import { builtIn, listOf, readConfig, type Config } from '@podlint/engine/config';
import { own, setOwn } from '@podlint/plain';
import { hintAmounts } from '../features/inlay-hints/kinds.js';

/**
 * What the client's own settings say, those under `podlint`. They go over every config file, as options of the command
 * do.
 */
export interface Settings {
  /** A config file in place of the nearest of each file; relative to the workspace folder. */
  readonly config?: string;
  /**
   * Whether mistakes that any YAML reader reports are reported here too; `auto`: unless the client says that another
   * server does.
   */
  readonly yamlSyntaxErrors: YamlSyntaxErrors;
  /** Of which files of the workspace is told what was found in them, besides those that are open. */
  readonly workspaceDiagnostics: WorkspaceDiagnostics;
  /** How much is shown in the text beside what is written. */
  readonly inlayHints: HintAmount;
  /** As in a config file. */
  readonly over: Config;
}

const syntaxChoices = ['auto', 'on', 'off'] as const;
type YamlSyntaxErrors = (typeof syntaxChoices)[number];

const fileChoices = ['auto', 'all', 'changed', 'open'] as const;
type WorkspaceDiagnostics = (typeof fileChoices)[number];

type HintAmount = keyof typeof hintAmounts;
const amounts = Object.keys(hintAmounts) as [HintAmount, ...HintAmount[]];

export const defaultSettings: Settings = {
  yamlSyntaxErrors: 'auto',
  workspaceDiagnostics: 'auto',
  inlayHints: 'all',
  over: {},
};

/** Keys of a config file that are settings too. */
const shared = [
  'kubernetesVersion',
  'rules',
  'startupTime',
  'staticPods',
  'complete',
  'podSecurity',
  'enableAdmissionPlugins',
  'level',
  'ignoreAnnotations',
] as const;

/** The settings, and what is wrong about them, each with what to do; what is wrong does not count. */
export function readSettings(value: unknown): { readonly settings: Settings; readonly problems: readonly string[] } {
  const given = isRecord(value) ? value : {};
  const problems: string[] = [];
  const { config, preset } = given;
  const over: Record<string, unknown> = {};
  for (const key of shared) take(key, given[key]);
  if (isSet(preset)) take('extends', `podlint:${String(preset)}`);
  return {
    settings: {
      ...(typeof config === 'string' && config !== '' && { config }),
      yamlSyntaxErrors: choose('yamlSyntaxErrors', syntaxChoices),
      workspaceDiagnostics: choose('workspaceDiagnostics', fileChoices),
      inlayHints: choose('inlayHints', amounts),
      over,
    },
    problems,
  };

  /** The first of the choices where nothing is set, or something else. */
  function choose<Choice extends string>(key: string, choices: readonly [Choice, ...Choice[]]): Choice {
    const setting = own(given, key);
    const chosen = choices.find((choice) => choice === setting);
    if (chosen === undefined && isSet(setting)) problems.push(`podlint.${key} takes ${quoted(choices)}`);
    return chosen ?? choices[0];
  }

  function take(key: string, setting: unknown): void {
    if (!isSet(setting)) return;
    const mistakes =
      key === 'extends' && own(builtIn, String(setting)) === undefined
        ? [`there is no preset "${String(preset)}"`]
        : readConfig(JSON.stringify({ [key]: setting })).problems.map(({ message }) => message);
    if (mistakes.length === 0) setOwn(over, key, setting);
    for (const mistake of mistakes) problems.push(`podlint.${key === 'extends' ? 'preset' : key}: ${mistake}`);
  }
}

/** Editors send null, or nothing at all in it, for what nobody has set. */
function isSet(setting: unknown): boolean {
  return (
    setting !== undefined &&
    setting !== null &&
    setting !== '' &&
    !(typeof setting === 'object' && Object.keys(setting).length === 0)
  );
}

function quoted(choices: readonly string[]): string {
  return choices.map((choice) => `"${choice}"`).join(', ');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** As settings of files. */
export function overOf({ over }: Settings): FileSettings {
  const { kubernetesVersion, extends: base, ...rest } = over;
  const [preset] = listOf(base).map((name) => own(builtIn, name));
  return {
    ...(rest as FileSettings),
    ...(preset && { preset }),
    ...(kubernetesVersion === undefined ? {} : { kubernetesVersions: listOf(kubernetesVersion) }),
  };
}
