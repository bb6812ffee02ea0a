export type { DuplicateKey, JsonValue, KeyPath, NodeId, Range, ScalarValue, SyntaxProblem, YamlDocument } from './document.js';
