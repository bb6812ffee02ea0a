/** Builds kustomizations offline. Runs in a browser. */
export {
  build,
  createBuilder,
  type Builder,
  type BuildError,
  type BuildFiles,
  type BuildResult,
  type BuiltDocument,
} from './build.js';
export type { ErrorClass } from './errors.js';
export type { ValueOrigin } from './origin/origin-at.js';
export type { Place, Step } from './origin/place.js';
export type { PlainData } from '@podlint/messages';
export type { JsonValue, Range } from '@podlint/syntax';
export type { KeyPath } from './node/key-path.js';
