import type { Explanation } from '@podlint/engine';
import { visible } from '../sanitize.js';
import { type Theme, createTheme } from '../text/theme.js';
import { timelineText } from '../timeline/index.js';
import { headLines } from './head-lines.js';
import { yamlLines } from './yaml.js';

export interface ExplainOptions {
  readonly colors: 'always' | 'never';
}

/**
 * The objects as they would be stored, in YAML: what is not in the manifest has its reason in a comment, and so has
 * every imagePullPolicy.
 */
export function explainText(explanations: readonly Explanation[], options: ExplainOptions): string {
  const theme = createTheme(options.colors);
  return explanations.map((explanation) => `${objectLines(explanation, options, theme).join('\n')}\n`).join('---\n');
}

function objectLines(explanation: Explanation, options: ExplainOptions, theme: Theme): string[] {
  return [
    ...headLines(explanation).map((line) => theme.place(visible(`# ${line}`))),
    ...bodyLines(explanation, theme),
    ...timelineLines(explanation, options),
  ];
}

const width = 80;
const mark = '# ';

/** As comments, so that the whole stays YAML. */
function timelineLines({ probes = [] }: Explanation, { colors }: ExplainOptions): string[] {
  return probes.flatMap((timeline) => [
    '#',
    ...timelineText(timeline, { charset: 'unicode', width: width - mark.length, colors })
      .trimEnd()
      .split('\n')
      .map((line) => `${mark}${line}`.trimEnd()),
  ]);
}

type Admission = NonNullable<Explanation['admission']>;

/** What admission makes of the object, and the Pod as admission leaves it; what is not in the manifest says who set it. */
function admittedLines({ object, pod, origins }: Admission, theme: Theme): string[] {
  const ofObject = object ? linesWithOrigins(object.value, object.origins, theme) : [];
  const ofPod = pod ? linesWithOrigins(pod, origins, theme) : [];
  return object && pod ? [...ofObject, '---', ...ofPod] : [...ofObject, ...ofPod];
}

function linesWithOrigins(value: object, origins: Admission['origins'], theme: Theme): string[] {
  const comments = new Map(origins.map(({ path, by }) => [path, theme.dim(visible(`# ${by}`))]));
  return yamlLines(value, (path) => comments.get(path));
}

function bodyLines(
  { effective, podPresets, admission, defaults = [], imagePullPolicies = [] }: Explanation,
  theme: Theme,
): string[] {
  if (admission) return admittedLines(admission, theme);
  if (!effective) return [];
  const comments = new Map(
    [...defaults, ...imagePullPolicies].map(({ path, why }) => [path, theme.dim(visible(`# ${why}`))]),
  );
  return yamlLines(podPresets?.effective ?? effective, (path) => comments.get(path));
}
