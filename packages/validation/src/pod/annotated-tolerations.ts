import type { Toleration } from './scheduling/tolerations.js';

const textFields = ['key', 'operator', 'value', 'effect'] as const;

/**
 * The list of tolerations in an annotation's text, or undefined when it does not decode
 * (GetTolerationsFromPodAnnotations, pkg/apis/core/helper: Go's JSON decoder, to which the case of field names does not
 * matter).
 */
export function decodeTolerations(text: string): Toleration[] | undefined {
  let decoded: unknown;
  try {
    decoded = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (decoded === null) return [];
  if (!Array.isArray(decoded)) return undefined;
  const tolerations = decoded.map(decodeToleration);
  return tolerations.every((toleration) => toleration !== undefined) ? tolerations : undefined;
}

function decodeToleration(item: unknown): Toleration | undefined {
  if (item === null) return {};
  if (typeof item !== 'object' || Array.isArray(item)) return undefined;
  const toleration: Toleration = {};
  for (const [name, value] of Object.entries(item)) {
    if (value === null) continue;
    const textField = textFields.find((field) => field === name.toLowerCase());
    if (textField) {
      if (typeof value !== 'string') return undefined;
      toleration[textField] = value;
    } else if (name.toLowerCase() === 'tolerationseconds') {
      if (!Number.isInteger(value)) return undefined;
      toleration.tolerationSeconds = Number(value);
    }
  }
  return toleration;
}
