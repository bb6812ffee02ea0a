export type {
  DuplicateKey,
  JsonValue,
  KeyPath,
  NodeId,
  NodeKind,
  NodeStyle,
  Range,
  ScalarValue,
  SyntaxProblem,
  TextEdit,
  YamlDocument,
  YamlSource,
} from './document.js';
export { parseText } from './source.js';
export { readYaml, type ReadYamlOptions, type ReadYamlResult } from './read-yaml.js';
export * from './edit/index.js';
export { syntaxCodes, syntaxWarningCodes, type SyntaxCode } from './problems.js';
