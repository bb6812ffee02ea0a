import { remove, set, wrap, type Change, type FixProposal, type ObjectView } from '@podlint/engine/rule';
import type { core, Decoded } from '@podlint/model';
import { typed } from '../../kit/typed.js';

type Texts = Readonly<Record<string, string>>;

/** Labels that change with a release, which a selector cannot follow. */
const changing: ReadonlySet<string> = new Set([
  'app.kubernetes.io/version',
  'app.kubernetes.io/managed-by',
  'helm.sh/chart',
  'version',
  'release',
]);

/** What a client or podlint itself wrote about the Pod as an object. */
const aboutTheObject: ReadonlySet<string> = new Set([
  'kubectl.kubernetes.io/last-applied-configuration',
  'podlint.io/disable',
]);

/** The value of a label (IsValidLabelValue, apimachinery/pkg/util/validation). */
const labelValue = /^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;

/** The usual form of a label's name; the server takes a few more (IsQualifiedName, the same package). */
const plainLabelName = /^(?:[a-z0-9][-a-z0-9.]{0,61}[a-z0-9]\/)?[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

/** A Deployment around the Pod, whose text stays as it is; none for a Pod that a Deployment could not have. */
export function wrapIntoDeployment(object: ObjectView): FixProposal[] {
  const { value, at } = typed<core.Pod>(object);
  const labels = labelsOf(object);
  const isWhole = [at.apiVersion, at.kind, at.spec].every((field) => object.isWritten(field));
  // apps/v1 forbids it in templates (ValidatePodTemplateSpecForReplicaSet, pkg/apis/apps/validation).
  if (!isWhole || !labels || value.spec?.activeDeadlineSeconds !== undefined) return [];
  const metadata = { labels, ...annotationsOf(value.metadata?.annotations) };
  const changes: Change[] = [
    set(at.apiVersion, 'apps/v1'),
    set(at.kind, 'Deployment'),
    wrap(at.spec, [
      { name: 'spec', before: { replicas: 1, selector: { matchLabels: stable(labels) } } },
      { name: 'template', before: { metadata } },
    ]),
    ...(object.isWritten(at.status) ? [remove(at.status)] : []),
  ];
  return [{ title: 'Wrap the Pod into a Deployment', safety: 'unsafe', changes, ...taken(value, labels) }];
}

/**
 * What the server takes of a Pod it takes of a template, but for containers that debug a running Pod
 * (ValidatePodTemplateSpec, pkg/apis/core/validation), and for resources of the whole Pod, whose requests it fills in
 * from the containers in Pods alone (defaultPodRequests, pkg/apis/core/v1). The labels come to stand in two more places.
 */
function taken({ spec }: Decoded<core.Pod>, labels: Texts): Pick<FixProposal, 'isTaken'> {
  const isTaken =
    !spec?.ephemeralContainers?.length &&
    !spec?.resources &&
    Object.keys(labels).every((name) => plainLabelName.test(name));
  return isTaken ? { isTaken } : {};
}

/** The Pod's own labels, or one that bears its name; none that a selector cannot have. */
function labelsOf({ metadata, name }: ObjectView): Texts | undefined {
  const own = metadata.labels ?? {};
  if (metadata.name === undefined && Object.keys(own).length === 0) return undefined;
  const labels: Texts = Object.keys(own).length > 0 ? own : { app: name };
  return Object.values(labels).every((value) => labelValue.test(value)) ? labels : undefined;
}

function stable(labels: Texts): Texts {
  const kept = Object.entries(labels).filter(([name]) => !changing.has(name));
  return kept.length > 0 ? Object.fromEntries(kept) : labels;
}

function annotationsOf(annotations: Texts = {}): { annotations?: Texts } {
  const kept = Object.entries(annotations).filter(([name]) => !aboutTheObject.has(name));
  return kept.length > 0 ? { annotations: Object.fromEntries(kept) } : {};
}
