import { type Decoded, FieldPath, type core, decodeBase64 } from '@podlint/model';
import { base64Bytes, byteLength, utf8 } from '@podlint/validation';

export type Secret = Decoded<core.Secret>;

/** What a key holds. */
interface Content {
  readonly bytes: number;
  /** Where it is written when that is not data. */
  readonly at?: FieldPath;
  /** The bytes, each as one character. */
  readonly value: () => string;
}
export type Data = ReadonlyMap<string, Content>;

const stringDataPath = FieldPath.root.child('stringData');

/**
 * The server writes stringData over data before it checks anything (Convert_v1_Secret_To_core_Secret,
 * pkg/apis/core/v1/conversion.go).
 */
export function dataOf({ data = {}, stringData = {} }: Secret): Data {
  const contents = new Map<string, Content>();
  for (const [key, value = ''] of Object.entries(data))
    contents.set(key, { bytes: base64Bytes(value), value: () => decodeBase64(value) });
  for (const [key, value = ''] of Object.entries(stringData))
    contents.set(key, { bytes: byteLength(value), at: stringDataPath.key(key), value: () => utf8(value) });
  return contents;
}
