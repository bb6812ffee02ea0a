import type { Explanation } from '@podlint/engine';

const verdicts = {
  accept: 'accepted',
  reject: 'refused',
  undecodable: 'not readable',
  unserved: 'of a version that is not served',
} as const;

/** What is said of an object before it is shown. */
export function headLines(explanation: Explanation): string[] {
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
