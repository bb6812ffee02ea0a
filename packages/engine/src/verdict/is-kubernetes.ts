import type { InspectedObject } from './inspected.js';

/** Content decides, not the name: whether it is a Kubernetes object, or would be one but for a mistake in it. */
export function isKubernetes(inspected: InspectedObject): boolean {
  return isNamed(inspected) || (inspected.document.problems.length > 0 && namesItself(inspected));
}

function isNamed({ object }: InspectedObject): boolean {
  const status = object?.description.status;
  return status !== undefined && status !== 'fragment' && status !== 'not-kubernetes';
}

const apiVersion = /^[ \t]*["']?apiVersion["']?[ \t]*:/m;
const kind = /^[ \t]*["']?kind["']?[ \t]*:/m;

/** Of a document with mistakes, what could be read may lack the fields that name the object. */
function namesItself({ document: { text, range } }: InspectedObject): boolean {
  const written = text.slice(range.start, range.end);
  return apiVersion.test(written) && kind.test(written);
}
