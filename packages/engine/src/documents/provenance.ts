import { readYaml, type NodeId, type YamlDocument } from '@podlint/syntax';
import type { Provenance } from '../report/report.js';

/**
 * The lines above the first one with content, down to the comment that `helm template` starts each document with
 * (pkg/action/action.go, renderResources).
 */
const sourceComment = /\ufeff?(?:[ \t]*(?:---[^\r\n]*|#[^\r\n]*)?\r?\n)*?# Source: ([^\s:][^:\r\n]*)\r?(?:\n|$)/y;

/**
 * What kustomize adds with `buildMetadata: [originAnnotations]` (api/internal/utils/annotations.go,
 * OriginAnnotationKey).
 */
const originAnnotation = ['metadata', 'annotations', 'config.kubernetes.io/origin'];

/** The file that a rendered document, or an object of it, was made from; undefined where nothing says so. */
export function provenanceOf(document: YamlDocument, object: NodeId | undefined): Provenance | undefined {
  return ofComment(document) ?? (object === undefined ? undefined : ofAnnotation(document, object));
}

function ofComment({ text, range }: YamlDocument): Provenance | undefined {
  sourceComment.lastIndex = range.start;
  const path = sourceComment.exec(text)?.[1]?.trimEnd();
  return path === undefined || sourceComment.lastIndex > range.end ? undefined : { path };
}

function ofAnnotation(document: YamlDocument, object: NodeId): Provenance | undefined {
  const node = originAnnotation.reduce<NodeId | undefined>(
    (current, key) => (current === undefined ? undefined : document.child(current, key)),
    object,
  );
  const text = node === undefined ? undefined : document.scalarText(node);
  return text === undefined ? undefined : readOrigin(text);
}

/**
 * `path`, and `repo` and `ref` of a remote base; of what a generator or transformer made `configuredIn` instead
 * (api/resource/origin.go, Origin).
 */
function readOrigin(text: string): Provenance | undefined {
  const origin = readYaml(text)[0]?.json;
  if (typeof origin !== 'object' || origin === null || Array.isArray(origin)) return undefined;
  const path = origin.path ?? origin.configuredIn;
  if (typeof path !== 'string' || path === '') return undefined;
  const { repo, ref } = origin;
  return { path, ...(typeof repo === 'string' && { repo }), ...(typeof ref === 'string' && { ref }) };
}
