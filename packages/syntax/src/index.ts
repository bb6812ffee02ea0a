/** Types of the published library. @public */
export type { ReadYamlOptions, ReadYamlResult } from './read-yaml.js';
export type {
  DuplicateKey,
  JsonValue,
  NodeId,
  Range,
  ScalarValue,
  SyntaxProblem,
  TextEdit,
  YamlDocument,
} from './document.js';
export { explained } from './explained.js';
export { parseDocument, parsePart, parseText, type PartPosition } from './source.js';
export { PartSplitter, type PartSize, type TextPart } from './parts.js';
export { piecesOf } from './pieces.js';
export { breakOf } from './stream-text.js';
export { placeDocument } from './tree/placed-document.js';
export { readYaml } from './read-yaml.js';
export * from './edit/index.js';
export { isJson } from './edit/flow-scalar.js';
export { syntaxCodes, syntaxWarningCodes, type SyntaxCode } from './problems.js';
export { readNodes, type NodeHandler, type Properties } from './read-nodes.js';
export { Style } from './tree/tree.js';
export { resolveCore } from './scalars-v3.js';
export { resolvePlain } from './scalars.js';
export { decodeBase64Text } from './base64.js';
