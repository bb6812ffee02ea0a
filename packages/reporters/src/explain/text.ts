import type { Explanation } from '@podlint/engine';
import { visible } from '../sanitize.js';
import { type Theme, createTheme } from '../text/theme.js';
import { timelineText } from '../timeline/index.js';
import { yamlLines } from './yaml.js';

export interface ExplainOptions {
  readonly colors: 'always' | 'never';
}

const verdicts = {
  accept: 'accepted',
  reject: 'refused',
  undecodable: 'not readable',
  unserved: 'of a version that is not served',
} as const;

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

function headLines(explanation: Explanation): string[] {
  const { path, index, item, kind, name, kubernetesVersion, verdict, qos, podPresets, podSecurity, staticPod } =
    explanation;
  const { admission } = explanation;
  const place = [
    path,
    ...(index > 0 ? [`document ${index + 1}`] : []),
    ...(item === undefined ? [] : [`item ${item + 1}`]),
  ].join(', ');
  return [
    `${place}: ${[kind, name].filter(Boolean).join(' ')}, ${verdicts[verdict]} by Kubernetes ${kubernetesVersion}`,
    ...(verdict === 'accept' ? [] : ['podlint check says what is wrong']),
    ...(admission?.refused === undefined ? [] : [`refused by admission: ${admission.refused}`]),
    ...(qos && !admission ? [`QoS class ${qos}`] : []),
    ...(podSecurity ? podSecurityLines(podSecurity) : []),
    ...(podPresets ? presetLines(podPresets) : []),
    ...(kind === 'Pod' && staticPod?.refers.length ? [staticPodLine(staticPod)] : []),
  ];
}

/** The control and the first of its fields: the others are of the same kind. */
function podSecurityLines({ version, level, next }: NonNullable<Explanation['podSecurity']>): string[] {
  const fits = `Pod Security Standards ${version}: fits ${level}`;
  if (!next) return [fits];
  const controls = [...new Set(next.violations.map(({ control }) => control))];
  return [
    `${fits}, not ${next.level}`,
    ...controls.map((control) => {
      const [first = '', ...more] = next.violations.filter((one) => one.control === control).map(({ path }) => path);
      return `  ${control}: ${first}${more.length > 0 ? ` and ${more.length} more` : ''}`;
    }),
  ];
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

function staticPodLine({ refers, refused }: NonNullable<Explanation['staticPod']>): string {
  const objects = refers.join(', ');
  return refused
    ? `as a static Pod it would be refused, since it refers to API objects: ${objects}`
    : `as a static Pod it would be started without the API objects that it refers to (${objects}), and refused from 1.34 on`;
}

function presetLines({ matched, applied, conflicts }: NonNullable<Explanation['podPresets']>): string[] {
  if (matched.length === 0) return [];
  return [
    `PodPresets ${matched.join(', ')}: ${applied ? 'merged below, as clusters before 1.20 did' : 'not applied'}`,
    ...conflicts.map(
      ({ container, what, preset, on }) =>
        `conflict: ${preset} sets ${what} "${on}"${container ? ` of container ${container}` : ''} differently`,
    ),
  ];
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
