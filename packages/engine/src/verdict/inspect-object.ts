import { FieldPath } from '@podlint/field-path';
import type { ObjectStatus } from '@podlint/schema';
import type { SyntaxProblem } from '@podlint/syntax';
import { recognise } from '../documents/formats/recognise.js';
import type { InspectedObject, SourceDocument, VersionJudgement } from './inspected.js';
import { judge, structureFindings } from './judge.js';
import type { SourceObject } from '../documents/objects.js';
import { isDirective } from '../findings/patches.js';
import { isCausedByPlaceholder } from '../findings/placeholders/caused.js';
import { placeholderFinding } from '../findings/placeholders/gather.js';
import { mayHavePlaceholders, placeholdersIn } from '../documents/placeholders/pattern.js';
import { locate } from '../findings/locate.js';
import type { SkipReason } from '../documents/skip.js';
import type { Finding } from '../findings/finding.js';
import { holdsContainers } from '../documents/holds-containers.js';
import { syntaxFinding } from '../findings/syntax.js';

/**
 * A part of an object that is put over another one: its structure can be checked, while checks of the whole would ask
 * for what is not there.
 */
export function inspectPatch({ document, index, versions }: SourceDocument, object: SourceObject): InspectedObject {
  const judgements = versions.map((version) => ({
    version,
    findings: structureFindings(object, version.minor).filter((finding) => !isDirective(finding)),
  }));
  return { document, index, object, judgements, skipped: 'kustomize patch' };
}

/** `warnings`: what is to be said about the text of the document. */
export function inspectObject(
  source: SourceDocument,
  object: SourceObject,
  warnings: readonly SyntaxProblem[],
): InspectedObject {
  const { document, index, versions, operationOn } = source;
  const operation = operationOn?.(object);
  const ofText = warnings.map(syntaxFinding);
  const judgements = versions.map((version): VersionJudgement => {
    const judgement = judge(object, version.minor, operation);
    if (!judgement)
      return { version, findings: [...structureFindings(object, version.minor), ...identityPlaceholders(object)] };
    const { verdict, findings, decoded, unread } = judgement;
    return { version, verdict, findings: [...ofText, ...findings], decoded, unread };
  });
  const { skipped, format } = whySkipped(source, object, judgements);
  return { document, index, object, judgements, skipped, format };
}

const skipReasons: { readonly [Status in ObjectStatus]?: SkipReason } = {
  fragment: 'fragment without apiVersion and kind',
  'not-kubernetes': 'not a Kubernetes object',
};

function whySkipped(
  { document, path }: SourceDocument,
  object: SourceObject,
  judgements: readonly VersionJudgement[],
): Pick<InspectedObject, 'skipped' | 'format'> {
  if (hasPlaceholdersInTheWay(document.text, judgements)) return { skipped: 'placeholder ${...}' };
  const { status } = object.description;
  const skipped = status === 'other' ? ofOtherKind(object) : skipReasons[status];
  if (skipped === undefined) return {};
  const format =
    skipped === 'not a Kubernetes object' || isSettings(object) ? recognise(object.json(), path) : undefined;
  return format === undefined ? { skipped } : { skipped: 'not a Kubernetes object', format };
}

function ofOtherKind(object: SourceObject): SkipReason {
  return holdsContainers(object.json()) ? 'kind whose pod template is not judged' : 'kind without a definition';
}

/** What kustomize reads calls itself as objects do, and never comes to a server. */
function isSettings({ description: { apiVersion = '' } }: SourceObject): boolean {
  return apiVersion.startsWith('kustomize.config.k8s.io/');
}

/**
 * Whether the server would refuse the object for what a placeholder will be replaced by: then nobody knows its verdict
 * yet.
 */
function hasPlaceholdersInTheWay(text: string, judgements: readonly VersionJudgement[]): boolean {
  const isInTheWay = (finding: Finding): boolean =>
    finding.code === 'schema/placeholder' || (finding.severity === 'error' && isCausedByPlaceholder(text, finding));
  return mayHavePlaceholders(text) && judgements.some(({ findings }) => findings.some(isInTheWay));
}

/** Placeholders that hide which kind an object is of. */
function identityPlaceholders({ document, node, description }: SourceObject): Finding[] {
  if (!mayHavePlaceholders(`${description.apiVersion}${description.kind}`)) return [];
  return ['apiVersion', 'kind'].flatMap((name) => {
    const path = FieldPath.root.child(name);
    const places = placeholdersIn(document.text, locate(document, node, path));
    return places.length === 0 ? [] : [placeholderFinding(document.text, path, places)];
  });
}
