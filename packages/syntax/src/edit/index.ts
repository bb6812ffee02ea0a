export { applyEdits } from './apply.js';
export { styleOf, type BlockStyle } from './block-style.js';
export { entryStart, subtree } from './layout.js';
export { insertField, insertItem, type InsertOptions } from './insert.js';
export { moveEntry, type MoveOptions } from './move.js';
export { nestEntry, wrapEntry, type WrappingLevel } from './nest.js';
export { removeEntry, removeEntryAndEmptyParents } from './remove.js';
export { renameKey, replaceScalar } from './replace.js';
export { quoteScalar, scalarToText } from './scalar-text.js';
