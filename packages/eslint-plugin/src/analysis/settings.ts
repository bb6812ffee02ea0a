import { expressionProblems, listOf, readConfig, type Config } from '@podlint/engine/config';

type Preset = 'none' | 'recommended' | 'strict';

type OneOrMore<T> = T | readonly T[];

/** What `settings.podlint` of an ESLint config may say. What podlint's own config file has too is written as there. */
export interface PodlintSettings {
  /** The versions that manifests are judged for; default: the newest one that podlint knows. */
  readonly kubernetesVersion?: OneOrMore<string>;
  /** What podlint's rules start from; default: those that ESLint's config turns on. */
  readonly preset?: Preset;
  /** One config file of podlint's for all files, or `true`: the nearest of each. Default: none is looked for. */
  readonly config?: string | boolean;
  /** The level of the Pod Security Standards that the cluster enforces, `restricted:v1.36`, or the plugin's configuration. */
  readonly podSecurity?: Config['podSecurity'];
  /** How long containers take to start, by patterns of images. */
  readonly startupTime?: Config['startupTime'];
  /** Globs of files that a kubelet reads itself. */
  readonly staticPods?: OneOrMore<string>;
  /** The files of the context are all there is in the cluster. */
  readonly complete?: boolean;
  /** Other tools whose annotations suppress what podlint says of the same. */
  readonly ignoreAnnotations?: Config['ignoreAnnotations'];
  /** Rules of your own; what they find is told by the rule `podlint/custom`. */
  readonly customRules?: Config['customRules'];
  /** Files and folders with definitions of custom resources, relative to the working directory. */
  readonly crds?: OneOrMore<string>;
  /**
   * The files that each file is judged together with: files, folders and globs, or `true` for all manifests below the
   * working directory. Kustomizations among them are built.
   */
  readonly context?: boolean | OneOrMore<string>;
}

/** The settings as they hold. */
export interface Settings {
  /** What podlint's own config file has too. */
  readonly config: Pick<
    Config,
    | 'kubernetesVersion'
    | 'podSecurity'
    | 'startupTime'
    | 'staticPods'
    | 'complete'
    | 'ignoreAnnotations'
    | 'customRules'
  >;
  readonly preset: Preset | undefined;
  /** As `Configs` of the workspace takes it. */
  readonly file: string | false | undefined;
  readonly crds: readonly string[];
  readonly context: readonly string[];
  /** The same for the same settings. */
  readonly key: string;
}

/** The settings, or what is wrong with them. */
export type Reading = Settings | { readonly problem: string };

const own = ['preset', 'config', 'context'];
/** What a config file has too. */
const shared = [
  'kubernetesVersion',
  'podSecurity',
  'startupTime',
  'staticPods',
  'complete',
  'ignoreAnnotations',
  'customRules',
  'crds',
];

const known = new WeakMap<object, Reading>();
const none: PodlintSettings = {};

/** ESLint hands out one object of settings for all files under the same config. */
export function readSettings({ podlint = none }: Readonly<Record<string, unknown>>): Reading {
  if (typeof podlint !== 'object' || podlint === null) return { problem: 'settings.podlint has to be an object' };
  let reading = known.get(podlint);
  if (!reading) known.set(podlint, (reading = read(podlint)));
  return reading;
}

function read(given: object): Reading {
  const settings = given as PodlintSettings;
  const { preset, config = false, context = false, ...rest } = settings;
  const unknown = Object.keys(given).find((name) => !own.includes(name) && !shared.includes(name));
  if (unknown !== undefined)
    return { problem: `settings.podlint has no "${unknown}"; it takes ${[...own, ...shared].join(', ')}` };
  const reading = readConfig(
    JSON.stringify({ ...rest, ...(preset === undefined ? {} : { extends: `podlint:${preset}` }) }),
  );
  const { config: read } = reading;
  const [problem] = [...reading.problems, ...(expressionProblems(reading) ?? [])];
  if (problem || !read) return { problem: `settings.podlint: ${problem?.message ?? 'not readable'}` };
  const { crds, ...others } = rest;
  return {
    config: others,
    preset,
    file: config === true ? undefined : config,
    crds: listOf(crds),
    context: context === true ? ['.'] : listOf(context === false ? undefined : context),
    key: JSON.stringify(given),
  };
}
