export { applyEdits } from './apply.js';
export { styleOf, type BlockStyle } from './block-style.js';
export { entryStart, subtree } from './layout.js';
export { insertField, insertItem } from './insert.js';
export { moveEntry } from './move.js';
export { nestEntry, wrapEntry } from './nest.js';
export { removeEntry, removeEntryAndEmptyParents } from './remove.js';
export { renameKey, replaceScalar } from './replace.js';
export { quoteScalar, scalarToText } from './scalar-text.js';
