/** Builds kustomizations offline. Runs in a browser. */
export { build, createBuilder } from './build.js';
/** Types of the published library. @public */
export type { Builder, BuildError, BuildFiles, BuildResult, BuiltDocument } from './build.js';
/** As above. @public */
export type { ErrorClass } from './errors.js';
/** As above. @public */
export type { ValueOrigin } from './origin/origin-at.js';
/** As above. @public */
export type { Place, Step } from './origin/place.js';
/** As above. @public */
export type { KeyPath } from './node/key-path.js';
/** As above. @public */
export type { PlainData } from '@podlint/messages';
/** As above. @public */
export type { JsonValue, Range } from '@podlint/syntax';
