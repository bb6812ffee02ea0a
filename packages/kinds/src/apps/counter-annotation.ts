import { own, setOwn } from '@podlint/plain';

/**
 * Numbers of older APIs that live on as annotations, and are decoded with the object: pkg/apis/apps/v1/conversion.go.
 */
type Annotations = Readonly<Record<string, string | undefined>>;

/** The number that an annotation holds; undefined where it is not there or no number. */
export function counterIn(annotations: Annotations | undefined, key: string): bigint | undefined {
  return parseInt64(own(annotations, key) ?? '');
}

/** Sets the annotation in an object that is written back, or removes it. */
export function writeCounter(
  { metadata = {} }: { metadata?: { annotations?: Record<string, string> } },
  key: string,
  count: bigint | undefined,
): void {
  const { [key]: _, ...annotations } = metadata.annotations ?? {};
  if (count !== undefined) setOwn(annotations, key, String(count));
  if (Object.keys(annotations).length > 0) metadata.annotations = annotations;
  else delete metadata.annotations;
}

/** strconv.ParseInt(text, 10, 64) */
function parseInt64(text: string): bigint | undefined {
  if (!/^[+-]?\d+$/.test(text)) return undefined;
  const number = BigInt(text.startsWith('+') ? text.slice(1) : text);
  return BigInt.asIntN(64, number) === number ? number : undefined;
}
