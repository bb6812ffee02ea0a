import type { ScalarValue } from './document.js';

/** What go-yaml v2 makes of a scalar (resolve.go): the Go type decides how the value serves as a key. */
export type ScalarType = 'string' | 'bool' | 'null' | 'int' | 'uint' | 'float';

export interface Resolution {
  readonly type: ScalarType;
  readonly value: ScalarValue;
  /** An integer that a number may not hold exactly. */
  readonly exact?: bigint;
}

/** A tag that the text does not fit (`wrong-tag`) or `!!binary` without base64 behind it. */
export interface ResolutionError {
  readonly type: 'wrong-tag' | 'bad-base64';
}
